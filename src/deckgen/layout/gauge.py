"""How long and how high text is, at the sizes that are being tried.

In: paragraphs of boxes, a Typesetter, the template's roles. Out: heights and widths in
points. Sizes are chosen in `fit`; nothing here places anything.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.compose.boxes import Equation, Para, TextBox
from deckgen.outline.model import Run
from deckgen.template.model import Role, Template
from deckgen.text.breaking import OVERFLOW, count
from deckgen.text.model import PITCH, SAFETY, FaceKey, Prepared, Span
from deckgen.text.typesetter import Typesetter

HAIR = 0.001  # points; keeps a width that was just enough from being a rounding too small
MONO_SCALE = 0.92  # monospaced faces look larger than the text around them


class Measured(Struct, frozen=True, gc=False):
    """A paragraph as `fit` needs it: its size's key, its words, ems of indent, pitch and space."""

    key: str
    words: Prepared
    indent: float
    pitch: float  # reserved line height in sizes
    before: float


class Extent(Struct, frozen=True, gc=False):
    """A text's reserved height in points, its lines, and the first role key that can't fit."""

    height: float
    lines: int
    wide: str = ""  # a key with a word wider than the box


class Gauge:
    """Measures text boxes under one assignment of sizes to role keys."""

    def __init__(self, typesetter: Typesetter, template: Template) -> None:
        """`sizes` starts empty; `fit` fills it before anything is measured."""
        self.typesetter = typesetter
        self.template = template
        self.sizes: dict[str, float] = {}
        # By identity: equal boxes are rare, and hashing texts costs more than it saves. What is
        # measured is kept with its measures, so that its id stays its own.
        self._paras: dict[int, tuple[Para, Prepared]] = {}
        self._boxes: dict[int, tuple[TextBox, tuple[Measured, ...]]] = {}
        self._ladders: dict[str, tuple[float, ...]] = {}

    def role(self, name: str) -> Role:
        """The template's type role."""
        return self.template.roles[name]

    def ladder(self, key: str) -> tuple[float, ...]:
        """The sizes that a key may take, largest first."""
        steps = self._ladders.get(key)
        if steps is None:
            steps = self._ladders[key] = self.template.ladder(key.partition("/")[0])
        return steps

    def size(self, para: Para, fit: str) -> float:
        """The size in points that a paragraph has now."""
        return self.sizes[key_of(para, fit)]

    def prepare(self, para: Para) -> Prepared:
        """The paragraph's words, shaped at size 1; made once a paragraph."""
        known = self._paras.get(id(para))
        if known is None:
            role = self.role(para.role)
            spans = tuple(
                Span(
                    run.text.upper() if role.caps else run.text,
                    self.face(role, run),
                    (MONO_SCALE if run.code else 1.0) * role.width,
                    key,
                )
                for key, run in enumerate(para.text.runs)
            )
            known = self._paras[id(para)] = (para, self.typesetter.prepare(spans))
        return known[1]

    def face(self, role: Role, run: Run) -> FaceKey:
        """Which face a run of a role is set in."""
        fonts = self.template.fonts
        family = fonts.mono if run.code else getattr(fonts, role.font)
        return FaceKey(family, role.bold or run.bold, role.italic or run.italic)

    def measured(self, box: TextBox) -> tuple[Measured, ...]:
        """A box's paragraphs, measured at size 1."""
        known = self._boxes.get(id(box))
        if known is None:
            known = self._boxes[id(box)] = (
                box,
                tuple(
                    Measured(
                        key_of(para, box.fit),
                        self.prepare(para),
                        para.indent,
                        PITCH * self.role(para.role).leading / 100 * self.role(para.role).height,
                        para.before if number else 0.0,
                    )
                    for number, para in enumerate(box.paras)
                ),
            )
        return known[1]

    def extent(self, box: TextBox, width: float) -> Extent:
        """Height and lines of a text box whose outer width is given."""
        left, top, right, bottom = box.pad
        inner, height, lines, wide = width - left - right, top + bottom, 0, ""
        for one in self.measured(box):
            size = self.sizes[one.key]
            rows = count(one.words, inner / size - one.indent)
            if rows >= OVERFLOW:
                rows, wide = 1, wide or one.key
            lines += rows
            height += (rows * one.pitch + one.before) * size
        return Extent(height, lines, wide)

    def rows(self, box: TextBox, width: float) -> list[tuple[str, int, float]]:
        """For each paragraph its key, its lines and their height in points without space before."""
        inner = width - box.pad[0] - box.pad[2]
        found = []
        for one in self.measured(box):
            size = self.sizes[one.key]
            rows = count(one.words, inner / size - one.indent)
            rows = 1 if rows >= OVERFLOW else rows
            found.append((one.key, rows, rows * one.pitch * size))
        return found

    def equation(self, box: Equation) -> tuple[float, float]:
        """The width and height in points that a formula needs."""
        from deckgen.layout import equations  # takes 14 ms, which most decks need not spend

        size = self.sizes[key_of_equation(box)]
        wide, high = equations.room(box)
        return wide * size, high * size

    def least(self, box: TextBox) -> float:
        """The width that a text box must have so that no word is wider than it."""
        words = (
            (one.words.longest / SAFETY + one.indent) * self.sizes[one.key]
            for one in self.measured(box)
        )
        return max(words, default=0.0) + box.pad[0] + box.pad[2] + HAIR

    def natural(self, box: TextBox) -> float:
        """The width that a text box takes when no line has to break, with a little to spare."""
        widest = 0.0
        for one in self.measured(box):
            safe = max(one.words.safe_rail.ends, default=0.0)
            widest = max(widest, (safe + one.indent) * self.sizes[one.key])
        return widest / SAFETY + 1 + box.pad[0] + box.pad[2]


def key_of_equation(box: Equation) -> str:
    """The name under which a formula shares its size with texts and other formulas."""
    return f"{box.role}/{box.fit}" if box.fit else box.role


def key_of(para: Para, fit: str) -> str:
    """The name under which texts share their size."""
    return f"{para.role}/{fit}" if fit else para.role
