"""How long and how high text is, at the sizes that are being tried.

In: paragraphs of boxes, a Typesetter, the template's roles. Out: heights and widths in
points. Sizes are chosen in `fit`; nothing here places anything.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.compose.boxes import Para, TextBox
from deckgen.outline.model import Run
from deckgen.template.model import Role, Template
from deckgen.text.breaking import count
from deckgen.text.model import PITCH, FaceKey, Prepared, Span
from deckgen.text.typesetter import Typesetter

MONO_SCALE = 0.92  # monospaced faces look larger than the text around them
HOPELESS = 10**6  # what `count` says when a word is wider than the line


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
        self._prepared: dict[int, tuple[Para, Prepared]] = {}
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
        known = self._prepared.get(id(para))
        if known is None:
            role = self.role(para.role)
            spans = tuple(
                Span(run.text, self.face(role, run), MONO_SCALE if run.code else 1.0, key)
                for key, run in enumerate(para.text.runs)
            )
            # The paragraph is kept with its words, so that its id stays its own.
            known = self._prepared[id(para)] = (para, self.typesetter.prepare(spans))
        return known[1]

    def face(self, role: Role, run: Run) -> FaceKey:
        """Which face a run of a role is set in."""
        fonts = self.template.fonts
        family = fonts.mono if run.code else getattr(fonts, role.font)
        return FaceKey(family, role.bold or run.bold, role.italic or run.italic)

    def extent(self, box: TextBox, width: float) -> Extent:
        """Height and lines of a text box whose outer width is given."""
        inner = width - box.pad[0] - box.pad[2]
        height, lines, wide = box.pad[1] + box.pad[3], 0, ""
        for number, para in enumerate(box.paras):
            key = key_of(para, box.fit)
            size = self.sizes[key]
            rows = count(self.prepare(para), inner / size - para.indent)
            if rows >= HOPELESS:
                rows, wide = 1, wide or key
            lines += rows
            height += rows * PITCH * size * self.role(para.role).leading / 100
            if number:
                height += para.before * size
        return Extent(height, lines, wide)

    def natural(self, box: TextBox) -> float:
        """The width that a text box takes when no line has to break, with a little to spare."""
        widest = 0.0
        for para in box.paras:
            size = self.size(para, box.fit)
            prepared = self.prepare(para)
            safe = sum(atom.safe + atom.space for atom in prepared.atoms)
            widest = max(widest, (safe + para.indent) * size)
        return widest / 0.985 + 1 + box.pad[0] + box.pad[2]


def key_of(para: Para, fit: str) -> str:
    """The name under which texts share their size."""
    return f"{para.role}/{fit}" if fit else para.role
