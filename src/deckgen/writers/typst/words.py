"""Text bodies → code: measured pieces on their baselines, marked as what they are.

In: a TextBody and its role. Out: code. Paragraphs, lists and headings exist for readers
and for the tags of a PDF only: where their words stand comes from the Scene.
"""

from __future__ import annotations

from math import cos, radians, sin

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Box, Line, Link, Paragraph, Piece, TextBody, TextStyle, Theme
from deckgen.text.model import FaceKey
from deckgen.text.outlines import Outliner
from deckgen.writers.marks.bullets import signs
from deckgen.writers.marks.loose import loose
from deckgen.writers.marks.model import Command, Hook, Sign
from deckgen.writers.typst.styles import Styles
from deckgen.writers.typst.syntax import array, colour, commands, length, string

HYPHENS = ("-", "\u2010", "\u2013", "\u2014")
LONGEST_URL = 8000  # bytes in UTF-8, says typst; more is an error
ASCENT = 0.95  # of the size: how far a link's area reaches above its baseline


class Words:
    """Writes the text of one document."""

    def __init__(
        self, styles: Styles, outliner: Outliner, targets: dict[str, int], theme: Theme
    ) -> None:
        """`targets` has the page number of each slide that a link can lead to."""
        self._theme = theme
        self._styles = styles
        self._outliner = outliner
        self._targets = targets

    def body(self, body: TextBody, frame: Box, heading: int = 0) -> str:
        """All lines. `heading` is the level of a title, 0 for other text."""
        lines: dict[int, list[Line]] = {}
        for line in body.lines:
            if line.pieces:
                lines.setdefault(line.paragraph, []).append(line)
        starts = {n: (found[0].x, found[0].baseline) for n, found in lines.items()}
        code = {n: self._lines(found, body.paragraphs[n]) for n, found in lines.items()}
        if not body.lines:
            for hook in loose(body, frame, self._theme):
                starts.setdefault(hook.paragraph, (hook.x, hook.baseline))
                code[hook.paragraph] = code.get(hook.paragraph, "") + self._hung(hook)
        if heading:
            inside = "".join(code.values())
            return f"H({heading},{{{inside}}})\n" if inside else ""
        marks = {n: self._sign(sign) for n, sign in signs(body, starts).items()}
        return _Outline(body, code, marks).code()

    def shadows(self, body: TextBody) -> str:
        """The hard shadows behind text, as outlines: seen, and not text a second time."""
        shouted = [p for line in body.lines for p in line.pieces if p.style.echo]
        if not shouted:
            return ""
        return "".join(
            [
                self._shadow(piece, line.baseline)
                for line in body.lines
                for piece in line.pieces
                if piece.style.echo and piece.text.strip()
            ]
        )

    def _sign(self, sign: Sign) -> str:
        return self._put(sign.x, sign.baseline, self.styled(sign.text, sign.style))

    def styled(self, text: str, style: TextStyle, linked: bool = False) -> str:
        """Text in a style."""
        return f"{self._styles.name(style, linked)}({string(text)})"

    def _lines(self, lines: list[Line], paragraph: Paragraph) -> str:
        """Each line's pieces, and behind each line but the last the space that broke it."""
        found: list[str] = []
        for line, space in zip(lines, _spaces(lines, paragraph), strict=True):
            for piece in line.pieces[:-1]:
                found.append(self._piece(piece, line.baseline, piece.text))
            last = line.pieces[-1]
            found.append(self._piece(last, line.baseline, last.text + space))
        return "".join(found)

    def _hung(self, hook: Hook) -> str:
        words = "+".join(self.styled(run.text, run.style, bool(run.link)) for run in hook.runs)
        return f"I({length(hook.x)},{length(hook.baseline)},{hook.align},{words});"

    def _piece(self, piece: Piece, baseline: int, text: str) -> str:
        to = self.target(piece.link)
        content = self.styled(text, piece.style, bool(piece.link))
        if not to:
            return self._put(piece.x, baseline, content)
        high = piece.style.size * ASCENT / 100 * EMU_PER_POINT
        sides = ",".join(map(length, (piece.x, baseline, piece.width, high)))
        return f"K({sides},{to},{content});"

    def _put(self, x: int, baseline: int, content: str) -> str:
        return f"W({length(x)},{length(baseline)},{content});"

    def target(self, link: Link | None) -> str:
        """Where a link leads; nothing for a way back, which a PDF has not."""
        if link is None:
            return ""
        if link.url:
            long = len(link.url.encode("utf-8", "replace")) > LONGEST_URL
            return "" if long else string(link.url)
        number = self._targets.get(link.page)
        return f"(page:{number},x:0pt,y:0pt)" if number else ""

    def _shadow(self, piece: Piece, baseline: int) -> str:
        echo, style = piece.style.echo, piece.style
        assert echo is not None
        face = FaceKey(self._styles.typeface(style), style.bold, style.italic)
        angle = radians(echo.direction)
        x = (piece.x + echo.distance * cos(angle)) / EMU_PER_POINT
        y = (baseline + echo.distance * sin(angle)) / EMU_PER_POINT
        drawn = self._outliner.outline(piece.text, face)
        placed = [_moved(one, x, y, style.size / 100) for one in drawn]
        return f"C({colour(echo.colour)},none,{commands(placed)})\n" if placed else ""


def _spaces(lines: list[Line], paragraph: Paragraph) -> list[str]:
    """What stands between lines: a space, but behind a hyphen that is not typed."""
    whole = "".join([run.text for run in paragraph.runs])
    found, at = [], 0
    for line in lines[:-1]:
        text = "".join([piece.text for piece in line.pieces])
        at = max(whole.find(text, at), 0) + len(text)
        found.append("" if text.endswith(HYPHENS) and not whole[at : at + 1].isspace() else " ")
    return [*found, ""]


def _moved(command: Command, x: float, y: float, scale: float) -> Command:
    offsets = (x, y)
    numbers = [float(part) for part in command[1:]]
    placed = (part * scale + offsets[n % 2] for n, part in enumerate(numbers))
    return (command[0], *placed)


class _Outline:
    """A body's paragraphs, with stretches of bulleted ones as lists in lists."""

    def __init__(self, body: TextBody, code: dict[int, str], marks: dict[int, str]) -> None:
        self._body = body
        self._code = code
        self._marks = marks
        self._order = [n for n in range(len(body.paragraphs)) if code.get(n)]

    def code(self) -> str:
        found: list[str] = []
        at = 0
        while at < len(self._order):
            number = self._order[at]
            if number in self._marks:
                made, at = self._list(at)
                found.append(made)
            else:
                found.append(f"P({{{self._code[number]}}})\n")
                at += 1
        return "".join(found)

    def _list(self, at: int) -> tuple[str, int]:
        """The list that starts at a paragraph, and the place behind it."""
        level = self._body.paragraphs[self._order[at]].level
        marks: list[str] = []
        items: list[str] = []
        while at < len(self._order) and self._order[at] in self._marks:
            number = self._order[at]
            depth = self._body.paragraphs[number].level
            if depth < level:
                break
            if depth > level and items:
                inner, at = self._list(at)
                items[-1] += inner
                continue
            marks.append(f"{{{self._marks[number]}}}")
            items.append(self._code[number])
            at += 1
        bodies = ",".join(f"{{{item}}}" for item in items)
        return f"L({array(marks)},{bodies})\n", at
