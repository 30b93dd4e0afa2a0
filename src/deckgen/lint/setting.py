"""How lines are set: even headlines, no forgotten words, breaks that stay where they are.

In: a Talk with pages, whose lines were measured by the layout. Out: findings. What fits and what
does not is the layout's business (`overflow/…`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice

from deckgen.lint.limits import HEADLINE_LINES, HEADLINE_WORDS, LONELY, RAGGED, UNSTABLE
from deckgen.lint.rule import Found, Rule
from deckgen.lint.sight import words
from deckgen.lint.talk import Said, Sheet, Talk
from deckgen.scene import model as scene

HEADLINES = frozenset(("title", "shout"))


def _broken(said: Said) -> Iterator[list[scene.Line]]:
    """The lines of each paragraph that is broken; lines that the author ended are his."""
    for number, lines in groupby(said.body.lines, key=lambda line: line.paragraph):
        found = list(lines)
        told = sum(len(words(line).split()) for line in found)
        few = 1 < len(found) <= HEADLINE_LINES and told >= HEADLINE_WORDS
        if few and not said.body.paragraphs[number].breaks:
            yield found


def ragged(talk: Talk) -> Iterator[Found]:
    """Headlines with lines of very different lengths."""
    for sheet, said in _headlines(talk):
        for lines in _broken(said):
            share = _unevenness(lines)
            if share > RAGGED and not _lonely(lines):
                message = f"{sheet.name}: the lines of “{said.plain[:40]}” are uneven"
                yield Found(f"{message} (by {share:.0%})", said.span or sheet.span)


def _headlines(talk: Talk) -> Iterator[tuple[Sheet, Said]]:
    """Titles and what is said alone on a slide.

    Names in figures break as their forms demand, and a label's field ends with its longest line.
    """
    for sheet in talk.sheets:
        for said in sheet.texts:
            labelled = getattr(said.item, "fill", None) is not None
            if said.role in HEADLINES and not labelled and sheet.says(said):
                yield sheet, said


def _unevenness(lines: list[scene.Line]) -> float:
    """What the shortest line lacks of the longest. From three lines on, the last may be short."""
    widths = [line.width for line in (lines if len(lines) < 3 else lines[:-1])]
    return 1 - min(widths) / max(widths)


def lonely(talk: Talk) -> Iterator[Found]:
    """Headlines with a single short word on their last line."""
    for sheet, said in _headlines(talk):
        for lines in _broken(said):
            if _lonely(lines):
                message = f"{sheet.name}: “{words(lines[-1])}” stands alone on the last line"
                yield Found(f"{message} of “{said.plain[:40]}”", said.span or sheet.span)


def _lonely(lines: list[scene.Line]) -> bool:
    longest = max(line.width for line in lines)
    return len(words(lines[-1]).split()) == 1 and lines[-1].width < LONELY * longest


def unstable(talk: Talk) -> Iterator[Found]:
    """Headlines that fill a line to its end, so that another program breaks them elsewhere."""
    for sheet, said in _headlines(talk):
        room = said.frame.cx - said.body.insets[0] - said.body.insets[2]
        few = len(said.body.lines) <= HEADLINE_LINES
        tight = (line for line in said.body.lines if few and _tight(line, said, room))
        for line in islice(tight, 1):
            message = f"{sheet.name}: “{words(line)[:40]}” fills its line to the end"
            yield Found(message, said.span or sheet.span)


def _tight(line: scene.Line, said: Said, room: int) -> bool:
    style = said.body.paragraphs[line.paragraph].style
    return line.width > (room - style.margin) * (1 - UNSTABLE) + 1


RULES = (
    Rule(
        "lint/ragged",
        "note",
        f"The lines of a headline differ by more than {RAGGED:.0%}.",
        "A long and a short line look as if something had been cut off.",
        "shorten the headline, or move its longest word",
        "scene",
        ragged,
    ),
    Rule(
        "lint/lonely-word",
        "warning",
        "A single short word stands on the last line of a headline.",
        "It looks forgotten.",
        "take out a word, or add one",
        "scene",
        lonely,
    ),
    Rule(
        "lint/unstable-break",
        "warning",
        f"A line of a headline has less than {UNSTABLE:.1%} of its width to spare.",
        "Programs measure text a little differently; in another one the line may break.",
        "take out a few letters, or write a long word with a hyphen where it may break",
        "scene",
        unstable,
    ),
)
