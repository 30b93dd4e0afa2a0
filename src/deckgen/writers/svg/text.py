"""Text bodies → SVG text, line by line where it was measured.

In: a TextBody, its frame, an id. Out: an element a paragraph, its id that of the item and
the paragraph's number (`title-1.0`), so that a click can reveal it. Text is text: it can be
found, selected and read aloud, once and in order; between the lines of a paragraph stands
the space that broke them. Bullets and echoes are pictures to whoever listens.
"""

from __future__ import annotations

from itertools import groupby

from deckgen.scene.model import Box, Line, Paragraph, Piece, TextBody, TextStyle, Theme
from deckgen.writers.marks.bullets import labels
from deckgen.writers.marks.loose import loose
from deckgen.writers.marks.model import Hook
from deckgen.writers.svg import look
from deckgen.writers.svg.echo import echoed
from deckgen.writers.svg.links import Inward, words
from deckgen.writers.svg.loose import hung
from deckgen.writers.svg.markup import pt, text

_BULLET_FONT = look.CLASSES["symbol"]
_NUMBER_FONT = look.CLASSES["heading"]
_Drawn = tuple[Paragraph, str]


class TextPen:
    """Draws the text bodies of one scene."""

    def __init__(self, inward: Inward, theme: Theme) -> None:
        """`inward` finds pages of this scene."""
        self.inward = inward
        self._theme = theme

    def body(self, body: TextBody, frame: Box, name: str) -> str:
        """All paragraphs, those of a list together as one."""
        drawn = self._measured(body, name) if body.lines else self._loose(body, frame, name)
        parts = []
        for listed, group in groupby(drawn, key=_listed):
            inside = "".join([one for _, one in group])
            parts.append(f'<g role="list">{inside}</g>' if listed else inside)
        return "".join(parts)

    def _measured(self, body: TextBody, name: str) -> list[_Drawn]:
        found: dict[int, list[Line]] = {}
        for line in body.lines:
            found.setdefault(line.paragraph, []).append(line)
        marks = labels(body)
        drawn = []
        for number, lines in found.items():
            paragraph = body.paragraphs[number]
            if paragraph.runs and lines[0].pieces:
                at = (lines[0].x + paragraph.style.indent, lines[0].baseline)
                mark = _mark(paragraph, at, marks.get(number, ""))
                inside = self._words(paragraph, lines)
                drawn.append((paragraph, _paragraph(paragraph, mark, inside, f"{name}.{number}")))
        return drawn

    def _loose(self, body: TextBody, frame: Box, name: str) -> list[_Drawn]:
        marks = labels(body)
        drawn = []
        for number, hooks in groupby(loose(body, frame, self._theme), key=_of):
            paragraph, first = body.paragraphs[number], next(hooks)
            at = (first.x + paragraph.style.indent, first.baseline)
            mark = _mark(paragraph, at, marks.get(number, ""))
            inside = "".join([hung(hook) for hook in (first, *hooks)])
            drawn.append((paragraph, _paragraph(paragraph, mark, inside, f"{name}.{number}")))
        return drawn

    def _words(self, paragraph: Paragraph, lines: list[Line]) -> str:
        base = lines[0].pieces[0].style
        head = look.characters(base)
        only = lines[0].pieces
        if len(lines) == 1 and len(only) == 1 and _plain(only[0]):
            place = f' x="{pt(only[0].x)}" y="{pt(lines[0].baseline)}"'
            return f"<text{place}{head}>{text(only[0].text)}</text>"
        spaces = _spaces(paragraph, lines)
        inside = [self._line(line, base) + space for line, space in zip(lines, spaces, strict=True)]
        return f"<text{head}>{''.join(inside)}</text>"

    def _line(self, line: Line, base: TextStyle) -> str:
        return "".join([self._piece(piece, line.baseline, base) for piece in line.pieces])

    def _piece(self, piece: Piece, baseline: int, base: TextStyle) -> str:
        style = piece.style
        if style.baseline:
            baseline -= round(style.baseline / 100 * style.size * 127)
        span = (
            f'<tspan x="{pt(piece.x)}" y="{pt(baseline)}"{look.change(base, style)}>'
            f"{text(piece.text)}</tspan>"
        )
        return words(span, piece.link, self.inward) if piece.link else span


def _of(hook: Hook) -> int:
    return hook.paragraph


def _plain(piece: Piece) -> bool:
    style = piece.style
    return not (piece.link or style.underline or style.strike or style.baseline)


def _listed(drawn: _Drawn) -> bool:
    return drawn[0].style.bullet is not None


def _paragraph(paragraph: Paragraph, mark: str, inside: str, name: str) -> str:
    role = ' role="listitem"' if mark else ""
    return f'<g id="{text(name)}"{role}>{mark}{echoed(inside, paragraph, name)}</g>'


def _mark(paragraph: Paragraph, at: tuple[int, int], label: str) -> str:
    """A bullet, in the size and the weight of the first character behind it."""
    bullet, style = paragraph.style.bullet, paragraph.runs[0].style
    if bullet is None:
        return ""
    place = f' x="{pt(at[0])}" y="{pt(at[1])}"{look.fill(bullet.colour)}'
    size = f' font-size="{look.size(style)}"' + (' font-weight="700"' if style.bold else "")
    if bullet.kind == "number":
        return f'<text class="{_NUMBER_FONT} dg-off"{place}{size}>{label} </text>'
    char = text(label)
    return f'<text class="{_BULLET_FONT} dg-off" aria-hidden="true"{place}{size}>{char}</text>'


def _spaces(paragraph: Paragraph, lines: list[Line]) -> list[str]:
    """What stands between each line and the next: a space, unless the line broke at a hyphen."""
    if len(lines) == 1:
        return [""]
    whole = "".join([run.text for run in paragraph.runs])
    found, at = [], 0
    for line in lines:
        part = "".join([piece.text for piece in line.pieces]).rstrip()
        at = max(whole.find(part, at), at) + len(part)
        found.append(" " if whole[at : at + 1].isspace() else "")
    hard = len(paragraph.breaks) > 0
    return [space or (" " if hard else "") for space in found[:-1]] + [""]
