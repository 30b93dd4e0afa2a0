"""Someone else's .pptx under a template: its layouts, their slots and where content may stand.

In: nothing. Out: the frozen `Base` that a template.yaml may carry. Lengths are points of a page
540 high, like all of a template's, whatever the file's own size. No XML, no drawing.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

SlotKind = Literal["title", "body", "picture", "footer", "date", "number"]
Frame = tuple[float, float, float, float]  # x, y, width, height
PAGE = 540.0  # height in which everything is laid out


class SlotLevel(Struct, frozen=True, forbid_unknown_fields=True):
    """How a placeholder sets one outline level. What slides take over without saying so."""

    size: float
    font: Literal["heading", "body"] = "body"
    face: str = ""  # the typeface that it names itself, where that is none of the theme's
    bold: bool = False
    italic: bool = False
    colour: str = "dk1"  # theme slot nearest to the file's own colour
    align: Literal["left", "center", "right"] = "left"
    leading: Annotated[int, Meta(ge=50, le=250)] = 100  # per cent of 1.2 × size
    exact: bool = False  # the file gives the leading in points: it does not shrink with the size
    before: float = 0
    after: float = 0
    margin: float = 0
    indent: float = 0
    bullet: str = ""  # a character, `1.` for numbers, empty for none
    caps: bool = False


class Slot(Struct, frozen=True, forbid_unknown_fields=True):
    """A placeholder of a layout that slides fill."""

    kind: SlotKind
    frame: Frame
    levels: tuple[SlotLevel, ...]
    type: str = ""  # as the file has it: ctrTitle, subTitle, obj …
    idx: int = 0
    anchor: Literal["top", "middle", "bottom"] = "top"
    insets: Frame = (7.2, 3.6, 7.2, 3.6)  # left, top, right, bottom
    text: str = ""  # what the layout itself says there (footers)
    fill: str = ""  # theme slot of its ground, where it has one
    clear: Frame = (0, 0, 0, 0)  # its part that is free of logos, where that is not all of it

    @property
    def free(self) -> Frame:
        """Where its text may stand."""
        return self.clear if self.clear[2] else self.frame


class Fixture(Struct, frozen=True, forbid_unknown_fields=True):
    """A logo or a plain shape that a layout shows, for writers that draw it themselves."""

    frame: Frame
    fill: str = ""  # `#RRGGBB`
    form: Literal["rect", "ellipse", "roundRect", "triangle"] = "rect"
    media: str = ""  # a picture's file beside template.yaml
    crop: Frame = (0, 0, 0, 0)  # shares cut off left, top, right and bottom


class BaseLayout(Struct, frozen=True, forbid_unknown_fields=True):
    """A layout of the file.

    `slots` by the place that they serve: title, sub, body, left and right, picture, table, chart,
    footer, date, number.
    """

    part: str
    name: str
    scheme: str
    slots: dict[str, Slot]
    safe: Frame  # free of the title, logos, footers and other shapes
    open: Frame  # the same on a slide without a title
    fixed: tuple[Fixture, ...] = ()


class Base(Struct, frozen=True, forbid_unknown_fields=True):
    """The file kept beside template.yaml and what was understood of it."""

    layouts: Annotated[dict[str, BaseLayout], Meta(min_length=1)]
    kinds: dict[str, tuple[str, ...]]  # slide kind → layouts, tried in this order
    width: int  # of a slide, EMU
    height: int
    file: str = "base.pptx"
    heading: str = ""  # typefaces as the file's theme names them
    body: str = ""
    dark: bool = False  # the first master's ground
    why: dict[str, str] = {}  # what was chosen for each kind, and on what grounds
    unused: tuple[str, ...] = ()  # layouts that no kind takes

    @property
    def scale(self) -> float:
        """Real points in one point of layout."""
        return self.height / 12_700 / PAGE

    def of(self, kind: str) -> tuple[str, ...]:
        """The layouts that a kind may take, best first."""
        return self.kinds.get(kind) or self.kinds["*"]
