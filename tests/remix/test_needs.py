"""Values that are typed: which of them some text of the outline uses."""

from __future__ import annotations

import pytest

from deckgen.remix.load import load
from deckgen.remix.variants import Wanted
from deckgen.world import MemoryWorld

LECTURE = b"""\
title: Lezing
vars: {stad: Heerlen, groet: "Dag {{wie}}"}
variants:
  kort: {title: "Kort in {{plaats}}"}
slides:
- title: Welkom in {{stad}}
  points: ["{{groet}}"]
  variants: {kort: {title: "Kort {{duur}}"}}
- use: bron#een
"""
SOURCE = b"title: Bron\nvars: {jaar: 2020}\nslides:\n- statement: Sinds {{jaar}}\n  id: een\n"
WORLD = MemoryWorld({"deck.yaml": LECTURE, "bron.yaml": SOURCE})


@pytest.mark.parametrize("name", ["stad", "plaats", "duur", "jaar"])
def test_a_value_that_a_text_uses_is_no_finding(name: str) -> None:
    values = ((name, "x"), ("wie", "allen"))
    found = load("deck.yaml", WORLD, Wanted(values=values)).diagnostics
    assert "remix/unused-value" not in [one.code for one in found]


def test_a_value_that_no_text_uses_is_told_with_the_nearest() -> None:
    values = (("stadt", "Gent"), ("wie", "allen"))
    told = load("deck.yaml", WORLD, Wanted(values=values)).diagnostics
    (found,) = [one for one in told if one.code == "remix/unused-value"]
    assert (found.code, found.severity) == ("remix/unused-value", "warning")
    assert "`stadt`" in found.message
    assert found.hints[0] == "did you mean `stad` by `stadt`?"


def test_an_outline_without_variables_says_where_to_name_one() -> None:
    world = MemoryWorld({"deck.yaml": SOURCE.replace(b"{{jaar}}", b"toen")})
    (found,) = load("deck.yaml", world, Wanted(values=(("stad", "Gent"),))).diagnostics
    assert found.hints == ("say in a text where the value is to stand: {{stad}}",)


def test_an_older_slide_is_told_where_it_is_taken() -> None:
    lock = b"""\
lock: 1
decks:
  deck.yaml:
    slides:
    - from: bron.yaml#een
      revision: a318efb8ec68
      says:
        statement: toen
"""
    text = b"slides:\n- use: bron#twee\n- statement: Hier\n- use: bron#een\n"
    source = b"slides:\n- {statement: Nu, id: een}\n- {statement: Ook, id: twee}\n"
    world = MemoryWorld({"deck.yaml": text, "bron.yaml": source, "deckgen.lock": lock})
    found = {one.code: one for one in load("deck.yaml", world).diagnostics}
    assert found["remix/outdated"].span and found["remix/outdated"].span.line == 4
