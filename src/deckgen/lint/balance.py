"""How evenly a page carries its weight: Ngo's measure of balance, as a trend over a deck.

In: a Talk with pages. Out: shares from 0 to 1, for who compares templates (`tools/trends.py`). No
rule: a page of one statement set to the left has little balance and is good, and on single pages
the measure preferred poor layouts as often as good ones.

Source: Ngo, Teo and Byrne, Modelling interface aesthetics, Information Sciences 152 (2003), 25-46.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean

from deckgen.lint.talk import FURNITURE, Sheet, Talk
from deckgen.proof.sight import ink
from deckgen.scene import model as scene


def balance(sheet: Sheet, width: int, height: int) -> float:
    """1 when left and right, top and bottom weigh the same; weight is area × distance."""
    weights = [0.0, 0.0, 0.0, 0.0]  # left, right, top, bottom
    for box in _masses(sheet):
        area = box.cx * box.cy
        across, down = box.x + box.cx / 2 - width / 2, box.y + box.cy / 2 - height / 2
        weights[0 if across < 0 else 1] += area * abs(across)
        weights[2 if down < 0 else 3] += area * abs(down)
    left, right, top, bottom = weights
    return 1 - (_tilt(left, right) + _tilt(top, bottom)) / 2


def _tilt(one: float, other: float) -> float:
    larger = max(one, other)
    return abs(one - other) / larger if larger else 0.0


def _masses(sheet: Sheet) -> Iterator[scene.Box]:
    for said in sheet.texts:
        if said.role not in FURNITURE:
            yield from (ink(line) for line in said.body.lines)
    for item in sheet.items:
        match item:
            case scene.Picture() | scene.Chart() | scene.Shape(role="mark" | "panel"):
                yield item.frame
            case _:
                pass


def trend(talk: Talk) -> float:
    """The mean balance of a deck's pages; 1 for a deck without any."""
    if talk.scene is None or not talk.sheets:
        return 1.0
    return fmean(balance(one, talk.scene.width, talk.scene.height) for one in talk.sheets)
