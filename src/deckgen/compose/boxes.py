"""Styled boxes: the tree that composing hands to layout. No positions, no measured sizes.

Lengths are points. `grow` is a share of what is left along the parent's axis; `basis`
is a fixed length there. A text's size is never in a box: its role has a ladder of
sizes, and layout picks one step for all texts of a page that share role and `fit`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from deckgen.base.diagnostics import NOWHERE, Origin
from deckgen.base.geometry import Rect
from deckgen.outline import model as outline
from deckgen.scene.model import Align, Anchor, Bend
from deckgen.template.model import ArtStyle

Axis = Literal["row", "column"]
Across = Literal["stretch", "start", "center", "end"]
Along = Literal["start", "center", "end", "optical", "spread"]
Edge = Literal["top", "left", "bottom", "right"]
Pad = tuple[float, float, float, float]  # left, top, right, bottom
WIDE = 16 / 9  # the proportions of a film that does not say its own
NO_PAD: Pad = (0, 0, 0, 0)


class Panel(Struct, frozen=True):
    """The ground under a box: a form, a fill and a line, by colour role."""

    fill: str = ""
    shape: str = "rect"  # rect, round, ellipse, arrow-right, arrow-left
    stroke: str = ""
    edge: str = ""  # a rule along its upper edge


class Para(Struct, frozen=True):
    """A paragraph in a role. `before` and `indent` are in ems of its own size."""

    text: outline.Text
    role: str
    colour: str = ""  # colour role; empty: the type role's own
    before: float = 0
    indent: float = 0
    bullet: str = ""  # a character, or "1." for running numbers
    level: int = 0
    align: Align | None = None  # None: the box's
    link: bool = False  # a bare address in it is live
    colours: tuple[str, ...] = ()  # one a run, where runs differ
    strike: bool = False


class TextBox(Struct, frozen=True):
    """Paragraphs in one frame: a placeholder, a text box, or the text of a drawn form."""

    paras: tuple[Para, ...]
    name: str = ""
    place: str = ""  # placeholder: title, body, or empty
    fit: str = ""  # texts with the same role and fit share their size
    align: Align = "left"
    anchor: Anchor = "top"
    panel: Panel | None = None
    pad: Pad = NO_PAD
    grow: float = 0
    basis: float | None = None
    hug: bool = False  # as wide as its text, in a row
    balance: bool = False
    max_lines: int = 0  # of the whole box; 0: as many as fit
    tight: float = 0  # points down to which it steps so that every paragraph stays on one line
    loose: float = 0  # ems that the space between paragraphs may grow to
    full: bool = False  # … until the frame is full
    alt: str = ""
    link: str = ""  # where a click on its panel leads: `#slide-id`, or `back` to the page before
    fixed: bool = False  # its frame is a placeholder's own: no last touch moves it
    at: Origin = NOWHERE


class Flow(Struct, frozen=True):
    """Children one after the other. Free length goes to those that grow, else by `justify`."""

    axis: Axis
    children: tuple[Box, ...]
    gap: float = 0
    align: Across = "stretch"
    justify: Along = "start"  # what happens to free length that no child grows into
    panel: Panel | None = None
    pad: Pad = NO_PAD
    grow: float = 0
    basis: float | None = None
    name: str = ""
    alt: str = ""
    group: bool = False  # its items move together
    tracks: bool = False  # a row of columns whose nth children are equally high


class Cell(Struct, frozen=True):
    """A child of Layers: the two corners of its rectangle as fractions of the parent's."""

    box: Box
    x0: float = 0
    y0: float = 0
    x1: float = 1
    y1: float = 1


class Layers(Struct, frozen=True):
    """Children over one another, back to front. `aspect` (width/height) keeps the form."""

    cells: tuple[Cell, ...]
    aspect: float = 0
    grow: float = 0
    basis: float | None = None
    least: float = 0  # points along the parent's axis that it needs
    name: str = ""
    alt: str = ""
    group: bool = False


class Mark(Struct, frozen=True):
    """A drawn form without text. `square` keeps it as wide as high, centred."""

    shape: str = "rect"
    fill: str = ""
    stroke: str = ""
    alt: str = ""
    name: str = ""
    square: bool = False
    grow: float = 0
    basis: float | None = None
    thick: float = 0  # extent across the parent's axis; 0 stretches


class Space(Struct, frozen=True):
    """Nothing, with a length."""

    grow: float = 0
    basis: float | None = None


class Art(Struct, frozen=True):
    """The template's own artwork; with a picture slot over it if one is named."""

    style: ArtStyle | None = None  # None: the next of the template's list
    picture: outline.Picture | None = None
    grow: float = 0
    basis: float | None = None


class Photo(Struct, frozen=True):
    """A picture from a file, cropped to its frame around its focus."""

    picture: outline.Picture
    grow: float = 0
    basis: float | None = None


class Film(Struct, frozen=True):
    """A film or a sound. A film keeps its proportions, at the upper edge of its frame.

    `lean`: the share of the free width to its left; 1 for a film along the page's right edge.
    """

    clip: outline.Clip
    lean: float = 0.0
    grow: float = 0
    basis: float | None = None

    @property
    def aspect(self) -> float:
        """Width by height; 0 for a sound, whose picture takes any form."""
        if isinstance(self.clip, outline.Audio):
            return 0.0
        known = self.clip.width and self.clip.height
        return self.clip.width / self.clip.height if known else WIDE


class Graph(Struct, frozen=True):
    """A native chart. `colours` are colour roles, one a point or one a series."""

    chart: outline.Chart
    colours: tuple[str, ...]
    labels: bool = True
    alt: str = ""
    grow: float = 0
    basis: float | None = None
    lang: str = ""  # how its numbers are written


class Grid(Struct, frozen=True):
    """A native table: rows of cells, all equally many, in columns of measured width."""

    cells: tuple[tuple[TextBox, ...], ...]
    header: bool = True  # the first row is one
    alt: str = ""
    grow: float = 0
    basis: float | None = None


class Equation(Struct, frozen=True):
    """A formula in LaTeX, or several below one another, as wide and high as they are.

    `inline`: it sits on a line as words of its size do, its baseline where theirs is.
    """

    formulas: tuple[str, ...]
    role: str = "formula"
    fit: str = ""
    colour: str = "ink"
    align: Align = "center"
    inline: bool = False
    alt: str = ""
    name: str = "formula"
    grow: float = 0
    basis: float | None = None
    at: Origin = NOWHERE


class Wire(Struct, frozen=True):
    """A connector between two named boxes, from edge to edge."""

    start: str
    end: str
    start_side: Edge = "right"
    end_side: Edge = "left"
    colour: str = "ink"
    arrow: bool = True
    bend: Bend = ""
    head: bool = False  # an arrow at its start


Box = TextBox | Flow | Layers | Mark | Space | Art | Photo | Film | Graph | Grid | Equation


class Region(Struct, frozen=True):
    """A box and the part of the page that it gets. Columns count from 1, inclusive.

    `below` names the region whose lower edge is its top; else `top`. Negative edges of a
    bleeding region reach the page's own edge.
    """

    name: str
    box: Box
    columns: tuple[int, int] = (1, 12)
    top: float | None = None
    below: str = ""
    gap: float = 0
    height: float | None = None  # None: down to the bottom margin or the region above `above`
    bottom: float | None = None  # distance from the page's lower edge
    above: str = ""  # ends where that region begins
    above_gap: float = 0
    from_bottom: bool = False  # as high as its content, standing on its bottom edge
    bleed: str = ""  # edges that reach the page's: any of l, t, r, b
    least: float = 0  # height below which the region named by `above` must give way
    frame: Rect | None = None  # a base file's placeholder: stands there whatever else is said


class Sheet(Struct, frozen=True):
    """A composed slide: which scheme and layout it takes, and its regions in paint order."""

    layout: str  # layout name, e.g. `statement`
    scheme: str
    regions: tuple[Region, ...]
    wires: tuple[Wire, ...] = ()
    comfort: tuple[tuple[str, float], ...] = ()  # least sizes by key at which it is a good variant
    key: str = "body"  # whose size decides between variants when none is comfortable
    number: bool = True
    way: str = ""  # what `layout:` calls this variant; empty where a kind has only one
