"""The signs before paragraphs: bullets as they are, numbers counted per level.

In: a TextBody, where its paragraphs start. Out: a Sign for each one that has a bullet. A number
goes on counting behind deeper points and starts anew behind a shallower or an unnumbered one,
as PowerPoint counts.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.scene.model import Bullet, TextBody, TextStyle
from deckgen.writers.marks.model import Sign


def signs(body: TextBody, first: dict[int, tuple[int, int]]) -> dict[int, Sign]:
    """By paragraph; `first` has where the first line of each starts and its baseline."""
    if not any(paragraph.style.bullet for paragraph in body.paragraphs):
        return {}
    found: dict[int, Sign] = {}
    for index, text in labels(body).items():
        paragraph = body.paragraphs[index]
        if index in first and paragraph.runs:
            assert paragraph.style.bullet is not None
            look = _look(paragraph.style.bullet, paragraph.runs[0].style)
            x, baseline = first[index]
            found[index] = Sign(text, x + paragraph.style.indent, baseline, look)
    return found


def _look(bullet: Bullet, text: TextStyle) -> TextStyle:
    """As large and heavy as the text behind it; a character comes from the symbol face."""
    font = text.font if bullet.kind == "number" else "symbol"
    return replace(
        text, colour=bullet.colour, font=font, italic=False, underline=False, strike=False,
        echo=None,
    )  # fmt: skip


def labels(body: TextBody) -> dict[int, str]:
    """What each bulleted paragraph shows: a character, or `3.`."""
    found: dict[int, str] = {}
    running: list[int | None] = [None] * 9
    for index, paragraph in enumerate(body.paragraphs):
        bullet, level = paragraph.style.bullet, paragraph.level
        running[level + 1 :] = [None] * (8 - level)
        if bullet is None or bullet.kind == "char":
            running[level] = None
        else:
            before = running[level]
            running[level] = bullet.start if before is None else before + 1
        if bullet is not None:
            found[index] = bullet.char if bullet.kind == "char" else f"{running[level]}."
    return found
