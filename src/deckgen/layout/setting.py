"""A placed text box → the Scene's text body: paragraphs with styles, and measured lines.

In: a TextBox, its frame, a Gauge at the final sizes, a Paint. Out: TextBody.
Vertical seats follow PowerPoint (docs/analysis/text-measuring.md).
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.geometry import Rect
from deckgen.base.units import emu
from deckgen.compose.boxes import Para, TextBox
from deckgen.layout.gauge import Gauge
from deckgen.layout.paint import ON, Paint
from deckgen.outline.model import Run as OutlineRun
from deckgen.scene import model as scene
from deckgen.text.breaking import breaks, line_pieces
from deckgen.text.fonts import seat
from deckgen.text.model import Piece, Prepared

SLACK = 1.015  # how much higher than its text a frame is that lets typed text shrink
LINE = 1.2  # line pitch in sizes at 100 %
DOWN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}
RADIUS_INSET = 0.29289  # a rounded rectangle's text rectangle: radius × (1 − 1/√2)
ELLIPSE_INSET = 0.14645  # an ellipse's: half of 1 − 1/√2
BARE = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+")


class Setting(Struct, frozen=True):
    """What setting text needs to know of its page."""

    gauge: Gauge
    paint: Paint
    lang: str
    pages: frozenset[str]  # ids that a link may jump to


def body(box: TextBox, rect: Rect, setting: Setting, slot: bool = False) -> scene.TextBody:
    """The text of a box in its frame. `slot`: it stands in a placeholder."""
    inner = rect.inset(*box.pad)
    ready = [_prepare(para, number, box, inner.w, setting) for number, para in enumerate(box.paras)]
    return scene.TextBody(
        paragraphs=tuple(_paragraph(one, box, setting) for one in ready),
        lines=_lines(ready, box, inner, setting),
        anchor=box.anchor,
        insets=_insets(box, rect, setting),
        shrink=slot and _roomy(box, rect, setting.gauge),
    )


def _roomy(box: TextBox, rect: Rect, gauge: Gauge) -> bool:
    """Whether LibreOffice, which fits text anew, finds nothing to shrink (1 % was enough)."""
    edges = box.pad[1] + box.pad[3]
    return (gauge.extent(box, rect.w).height - edges) * SLACK <= rect.h - edges


class _Ready(Struct, frozen=True):
    """A paragraph at its size: styles and links by run, words, lines, space before (points)."""

    para: Para
    number: int
    size: float
    styles: list[scene.TextStyle]
    links: list[scene.Link | None]
    words: Prepared
    rows: tuple[tuple[int, int, float], ...]
    before: float
    pitch: float


def _prepare(para: Para, number: int, box: TextBox, width: float, setting: Setting) -> _Ready:
    gauge = setting.gauge
    size = gauge.size(para, box.fit)
    words = gauge.prepare(para)
    return _Ready(
        para=para,
        number=number,
        size=size,
        styles=_run_styles(para, box, size, setting),
        links=[_link(run, para, setting) for run in para.text.runs],
        words=words,
        rows=breaks(words, width / size - para.indent),
        before=para.before * size if number else 0.0,
        pitch=LINE * size * gauge.role(para.role).leading / 100,
    )


def _insets(box: TextBox, rect: Rect, setting: Setting) -> tuple[int, int, int, int]:
    """The padding, less what the form itself keeps free of text (its preset's text rectangle)."""
    across = down = 0.0
    if box.panel and box.panel.shape == "round":
        across = down = RADIUS_INSET * setting.gauge.template.radius
    elif box.panel and box.panel.shape == "ellipse":
        across, down = ELLIPSE_INSET * rect.w, ELLIPSE_INSET * rect.h
    left, top, right, bottom = box.pad
    return (
        emu(max(left - across, 0)),
        emu(max(top - down, 0)),
        emu(max(right - across, 0)),
        emu(max(bottom - down, 0)),
    )


def _colour(para: Para, box: TextBox, setting: Setting) -> str:
    if para.colour:
        return para.colour
    if box.panel and box.panel.fill == "line":
        return setting.paint.legible("line")
    if box.panel and box.panel.fill in ON and box.panel.fill not in ("field", "paper"):
        return ON[box.panel.fill]
    return setting.gauge.role(para.role).colour


def _run_styles(para: Para, box: TextBox, size: float, setting: Setting) -> list[scene.TextStyle]:
    colours = para.colours or (_colour(para, box, setting),) * len(para.text.runs)
    return [
        setting.paint.style(para.role, size, colour, _marks(run, para))
        for run, colour in zip(para.text.runs, colours, strict=True)
    ]


def _marks(run: OutlineRun, para: Para) -> int:
    return run.bold * 1 + run.italic * 2 + run.code * 4 + bool(run.link) * 8 + para.strike * 16


def _paragraph(one: _Ready, box: TextBox, setting: Setting) -> scene.Paragraph:
    para = one.para
    style = scene.ParagraphStyle(
        align=para.align or box.align,
        leading=setting.gauge.role(para.role).leading,
        space_before=emu(one.before),
        margin=emu(para.indent * one.size),
        indent=-emu(_hang(para) * one.size),
        bullet=_bullet(para, setting),
    )
    runs, hard = _runs(one, setting)
    return scene.Paragraph(runs, style, para.level, one.styles[-1] if one.styles else None, hard)


def _hang(para: Para) -> float:
    """Ems between the bullet and its text; a nested list keeps its parent's margin."""
    return para.indent - para.level * STEP if para.bullet else 0.0


STEP = 0.9  # ems that a level of a list moves in


def _bullet(para: Para, setting: Setting) -> scene.Bullet | None:
    if not para.bullet:
        return None
    colour = setting.paint.colour("accent")
    if para.bullet == "1.":
        return scene.Bullet("number", colour)
    return scene.Bullet("char", colour, para.bullet)


def _runs(one: _Ready, setting: Setting) -> tuple[tuple[scene.Run, ...], tuple[int, ...]]:
    """Runs by style and by the face that their characters come from; hard breaks by run index."""
    found = _Runs(setting.lang)
    broken: list[int] = []
    for atom in one.words.atoms:
        for piece in (*atom.pieces, *atom.gap):
            found.add(piece.text, _styled(one.styles[piece.key], piece), one.links[piece.key])
        if atom.hard:
            broken.append(found.end())
    found.end()
    return _live(tuple(found.runs), one.para, setting), tuple(broken)


class _Runs:
    """Gathers neighbours in one style, on one line, into runs."""

    def __init__(self, lang: str) -> None:
        self.runs: list[scene.Run] = []
        self._lang = lang
        self._texts: list[str] = []
        self._style: scene.TextStyle | None = None
        self._link: scene.Link | None = None

    def add(self, text: str, style: scene.TextStyle, link: scene.Link | None) -> None:
        if style is not self._style or link != self._link:
            self.end()
            self._style, self._link = style, link
        self._texts.append(text)

    def end(self) -> int:
        """Close the run; how many there are."""
        if self._texts and self._style is not None:
            text = "".join(self._texts)
            self.runs.append(scene.Run(text, self._style, self._lang, self._link))
            self._texts = []
        return len(self.runs)


_symbols: dict[scene.TextStyle, scene.TextStyle] = {}


def _styled(style: scene.TextStyle, piece: Piece) -> scene.TextStyle:
    if not piece.symbol:
        return style
    known = _symbols.get(style)
    if known is None:
        known = _symbols[style] = replace(style, font="symbol")
    return known


def _link(run: OutlineRun, para: Para, setting: Setting) -> scene.Link | None:
    if not run.link:
        return None
    page = run.link.removeprefix("#")
    if run.link.startswith("#"):
        return scene.Link(page=page) if page in setting.pages else None
    return scene.Link(url=run.link)


def _live(runs: tuple[scene.Run, ...], para: Para, setting: Setting) -> tuple[scene.Run, ...]:
    """Bare addresses made live, in the paragraphs whose kind says so."""
    if not para.link:
        return runs
    return tuple(run if run.link else replace(run, link=_bare(run.text)) for run in runs)


def _bare(text: str) -> scene.Link | None:
    """A link, when the text is an address and nothing else."""
    url = address(text) if BARE.fullmatch(text.strip()) else ""
    return scene.Link(url=url) if url else None


def address(text: str) -> str:
    """Where a bare site, mail address or full URL leads; empty for handles and hashtags."""
    bare = text.strip()
    if bare.startswith(("http://", "https://")):
        return bare
    if bare.startswith("www."):
        return f"https://{bare}"
    return f"mailto:{bare}" if "@" in bare[1:] else ""


def _lines(
    ready: list[_Ready], box: TextBox, inner: Rect, setting: Setting
) -> tuple[scene.Line, ...]:
    total = sum(one.before + one.pitch * len(one.rows) for one in ready)
    y = inner.y + DOWN[box.anchor] * (inner.h - total)
    found: list[scene.Line] = []
    for one in ready:
        y += one.before
        font = getattr(setting.gauge.template.fonts, setting.gauge.role(one.para.role).font)
        drop = one.pitch - (LINE - seat(font)) * one.size
        for row in one.rows:
            found.append(_line(one, row, y + drop, box, inner))
            y += one.pitch
    return tuple(found)


def _line(
    one: _Ready, row: tuple[int, int, float], baseline: float, box: TextBox, inner: Rect
) -> scene.Line:
    first, last, width = row
    margin, span = one.para.indent * one.size, width * one.size
    x = inner.x + margin + SHIFT[one.para.align or box.align] * (inner.w - margin - span)
    pieces = tuple(
        scene.Piece(
            emu(x + offset * one.size),
            emu(piece.width * one.size),
            piece.text,
            _styled(one.styles[piece.key], piece),
            one.links[piece.key] or (_bare(piece.text) if one.para.link else None),
        )
        for offset, piece in line_pieces(one.words, first, last)
    )
    return scene.Line(emu(x), emu(baseline), emu(span), pieces, one.number)
