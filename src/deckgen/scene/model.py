"""The hub between layout and every writer and reader.

A page's items are in paint order (first is furthest back). A writer may encode what
stands here more tersely (leave out what a placeholder inherits) but never measures,
resolves a default or computes a position.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from deckgen.base.diagnostics import NOWHERE, Origin
from deckgen.formula.tree import Math

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
FontRole = Literal["heading", "body", "mono", "symbol"]
# The twelve colours of a theme (ECMA-376 part 1, 20.1.6.2, clrScheme).
Slot = Literal[
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
]  # fmt: skip
# Of an area chart with several series, each stands on the one before it.
ChartKind = Literal[
    "doughnut", "pie", "bar", "column", "stacked-bar", "stacked-column", "percent-bar",
    "percent-column", "line", "area", "scatter", "bubble",
]  # fmt: skip
# What ends a line; whether it is straight, or turns twice and starts across or down.
Tip = Literal["none", "arrow", "oval"]
Bend = Literal["", "across", "down"]
PlaceholderKind = Literal["title", "body", "picture", "footer", "date", "number"]


class Box(Struct, frozen=True, gc=False):
    """Position and extent in EMU."""

    x: int
    y: int
    cx: int
    cy: int


class Colour(Struct, frozen=True, gc=False):
    """A theme colour: its slot, and the six hex digits that the slot has in this scene's theme."""

    slot: Slot
    rgb: str
    alpha: int = 100  # per cent, 100 is opaque


class Stroke(Struct, frozen=True, gc=False):
    """An outline: colour, width in EMU, dash and the ends."""

    colour: Colour
    width: int
    dash: Literal["solid", "dash", "dot"] = "solid"
    head: Tip = "none"  # at the start of a line
    tail: Tip = "none"  # at its end


class Echo(Struct, frozen=True, gc=False):
    """A hard text shadow (blur 0): colour, distance in EMU, direction in degrees clockwise."""

    colour: Colour
    distance: int
    direction: int = 45


class TextStyle(Struct, frozen=True, gc=False):
    """How characters look. `size` is in hundredths of a point (sz in DrawingML)."""

    size: int
    colour: Colour
    font: FontRole = "body"
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    baseline: int = 0  # per cent of the size; positive is superscript
    spacing: int = 0  # hundredths of a point between characters
    echo: Echo | None = None


class Link(Struct, frozen=True, gc=False):
    """Where a click leads: a web or mail address, or another page of this scene by its id.

    `action` "back" leads to the page shown before this one, whichever that was.
    """

    url: str = ""
    page: str = ""
    tip: str = ""
    action: Literal["", "back"] = ""


class Run(Struct, frozen=True, gc=False):
    """Text in one style. Never empty, no line break inside. `typeface` only for symbol runs."""

    text: str
    style: TextStyle
    lang: str
    link: Link | None = None


class Bullet(Struct, frozen=True, gc=False):
    """What stands before a paragraph: a character or the running number, in a colour."""

    kind: Literal["char", "number"]
    colour: Colour
    char: str = "•"
    start: int = 1


class ParagraphStyle(Struct, frozen=True, gc=False):
    """How a paragraph sits. Lengths in EMU, leading in per cent (100 = 1.2 × size)."""

    align: Align = "left"
    leading: int = 100
    space_before: int = 0
    margin: int = 0  # left edge of the text
    indent: int = 0  # first line relative to the margin; negative hangs the bullet
    bullet: Bullet | None = None


class Paragraph(Struct, frozen=True, gc=False):
    """Runs in order. A paragraph without runs is an empty line in `end`'s size."""

    runs: tuple[Run, ...]
    style: ParagraphStyle
    level: int = 0  # 0 to 8, the outline level in a body placeholder
    end: TextStyle | None = None  # style of the paragraph mark; None: the last run's
    breaks: tuple[int, ...] = ()  # a hard line break stands before these run indexes


class Piece(Struct, frozen=True, gc=False):
    """A stretch of a measured line in one style; `x` (EMU) is absolute on the page."""

    x: int
    width: int
    text: str
    style: TextStyle
    link: Link | None = None


class Line(Struct, frozen=True, gc=False):
    """A measured line: absolute left edge, baseline and width in EMU, pieces left to right."""

    x: int
    baseline: int
    width: int
    pieces: tuple[Piece, ...]
    paragraph: int = 0  # index into TextBody.paragraphs


class TextBody(Struct, frozen=True, gc=False):
    """Text in a frame: paragraphs for writers that wrap, measured lines for writers that draw."""

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...] = ()
    anchor: Anchor = "top"
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)  # left, top, right, bottom, EMU
    wrap: bool = True
    shrink: bool = False  # text typed later steps down; what stands there has room to spare


class PlaceholderRef(Struct, frozen=True, gc=False):
    """Which placeholder of the page's layout an item fills."""

    kind: PlaceholderKind
    index: int = 0  # p:ph@idx; 0 for the title
    type: str = ""  # p:ph@type in a base file; empty: the usual one of its kind


class Preset(Struct, frozen=True, gc=False):
    """A preset shape (ECMA-376 part 1, 20.1.10.56) with its adjust values."""

    name: str  # rect, roundRect, ellipse, rightArrow, leftArrow, homePlate, chevron, triangle …
    adjust: tuple[tuple[str, int], ...] = ()


class Path(Struct, frozen=True, gc=False):
    """A free form in its own coordinates, EMU from the frame's corner.

    Each command is ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",). With `holes`
    all its outlines are one form, and those inside others, which run the other way round, are
    cut out of it; else each is a form of its own.
    """

    commands: tuple[tuple[str | int, ...], ...]
    holes: bool = False


Geometry = Preset | Path


class Group(Struct, frozen=True, gc=False, tag=True):
    """Items that move together. Children keep absolute page coordinates."""

    id: str
    name: str
    frame: Box
    items: tuple[Item, ...]
    role: str = "figure"
    alt: str = ""  # empty: decorative, or its children speak
    decorative: bool = False
    link: Link | None = None  # a click on any of its children that has no link of its own
    at: Origin = NOWHERE


class Shape(Struct, frozen=True, gc=False, tag=True):
    """A drawn form, with or without text inside."""

    id: str
    name: str
    frame: Box
    geometry: Geometry
    fill: Colour | None = None
    stroke: Stroke | None = None
    text: TextBody | None = None
    role: str = "figure"
    alt: str = ""
    decorative: bool = False
    flip: bool = False  # mirrored left to right; never with text
    rotation: int = 0  # whole degrees clockwise
    placeholder: PlaceholderRef | None = None
    link: Link | None = None  # a click anywhere on the form, e.g. a menu's button
    at: Origin = NOWHERE


class Text(Struct, frozen=True, gc=False, tag=True):
    """Text without a drawn form of its own: a text box, or a placeholder's text."""

    id: str
    name: str
    frame: Box
    text: TextBody
    role: str = "body"
    alt: str = ""
    placeholder: PlaceholderRef | None = None
    fill: Colour | None = None
    at: Origin = NOWHERE


class Media(Struct, frozen=True, gc=False):
    """A film or a sound that plays where its still is. `blob` names an entry of Scene.blobs.

    `trim` are the milliseconds that are left out at its start and at its end, `length` those of
    the whole, 0 where nobody knows. `mark` is what is drawn over the still by whoever can't play.
    """

    kind: Literal["video", "audio"]
    blob: str
    auto: bool = False  # it starts with the slide; else with a click on it
    loop: bool = False
    mute: bool = False
    trim: tuple[int, int] = (0, 0)
    length: int = 0
    mark: tuple[Shape, ...] = ()


class Picture(Struct, frozen=True, gc=False, tag=True):
    """A picture from bytes, cropped by shares of its width and height (left, top, right, bottom).

    `blob` names an entry of Scene.blobs. An empty blob is an unfilled picture placeholder: the
    presenter drops a photograph there; `alt` says which. `vector` names the SVG that `blob` is
    for whoever can't draw it. With `media` it is the still of a film.
    """

    id: str
    name: str
    frame: Box
    blob: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    alt: str = ""
    role: str = "picture"
    placeholder: PlaceholderRef | None = None
    link: Link | None = None  # a click anywhere on it
    vector: str = ""
    media: Media | None = None
    at: Origin = NOWHERE


class Cell(Struct, frozen=True, gc=False):
    """A table cell: its text, fill and anchor."""

    text: TextBody
    fill: Colour | None = None


class Table(Struct, frozen=True, gc=False, tag=True):
    """A native table. Column widths and row heights in EMU; `header` marks the first row."""

    id: str
    name: str
    frame: Box
    columns: tuple[int, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    header: bool = True
    rule: Stroke | None = None  # between rows
    role: str = "table"
    alt: str = ""
    placeholder: PlaceholderRef | None = None
    at: Origin = NOWHERE


class Series(Struct, frozen=True, gc=False):
    """A chart's series: name, one value a category (None is a gap) and a colour for each point.

    A scatter chart's series are across and up, a bubble chart's also how large; the last series has
    the colours.
    """

    name: str
    values: tuple[float | None, ...]
    colours: tuple[Colour, ...]  # one a point for pie and doughnut, else one
    ink: Colour | None = None  # of value labels that stand on it; None: as all labels
    labelled: bool = True  # whether its values are written, where the chart's are
    inks: tuple[Colour, ...] = ()  # of value labels, one a point, where points differ
    tone: Colour | None = None  # of a line whose points have colours of their own
    dash: Literal["solid", "dash", "dot"] = "solid"  # of a line among others


class Chart(Struct, frozen=True, gc=False, tag=True):
    """A native chart with its workbook."""

    id: str
    name: str
    frame: Box
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    labels: TextStyle | None = None  # data labels and axes; None: no labels
    unit: str = ""
    paper: Colour | None = None  # gaps between segments
    axes: bool = False  # whether values are named along an axis
    lang: str = "en-GB"  # how numbers are written; see base.numerals
    scale: str = ""  # what numbers are counted in: thousand, million, billion
    every: int = 1  # every how manieth category is named
    gap: int = 60  # per cent of a bar's thickness between clusters
    rule: Colour | None = None  # the line that bars stand on, the axes of a scatter chart
    named: tuple[int, ...] = ()  # the points of a scatter chart whose names are written
    role: str = "chart"
    alt: str = ""
    placeholder: PlaceholderRef | None = None
    at: Origin = NOWHERE


class Formula(Struct, frozen=True, gc=False, tag=True):
    """A native equation in one colour. `frame` is as large as its ink.

    Each glyph is commands as a Path has them, EMU from the frame's corner, holes included.
    """

    id: str
    name: str
    frame: Box
    content: Math
    glyphs: tuple[tuple[tuple[str | int, ...], ...], ...]
    size: int  # hundredths of a point
    colour: Colour
    align: Align
    lang: str
    role: str = "formula"
    alt: str = ""
    at: Origin = NOWHERE


class Connector(Struct, frozen=True, gc=False, tag=True):
    """A line between two points, glued to shapes where `start`/`end` name them.

    Site indexes are those of the preset shape (rect: 0 top, 1 left, 2 bottom, 3 right).
    """

    id: str
    name: str
    x1: int
    y1: int
    x2: int
    y2: int
    stroke: Stroke
    start: tuple[str, int] | None = None  # (item id, connection site)
    end: tuple[str, int] | None = None
    role: str = "connector"
    alt: str = ""
    decorative: bool = True
    bend: Bend = ""
    at: Origin = NOWHERE

    @property
    def corners(self) -> tuple[tuple[int, int], ...]:
        """The points that its line goes through, from start to end."""
        start, end = (self.x1, self.y1), (self.x2, self.y2)
        if self.bend == "across" and self.y1 != self.y2:
            middle = (self.x1 + self.x2) // 2
            return start, (middle, self.y1), (middle, self.y2), end
        if self.bend == "down" and self.x1 != self.x2:
            middle = (self.y1 + self.y2) // 2
            return start, (self.x1, middle), (self.x2, middle), end
        return start, end


Item = Group | Shape | Text | Picture | Table | Chart | Connector | Formula


class LevelStyle(Struct, frozen=True, gc=False):
    """A placeholder's style at one outline level."""

    text: TextStyle
    paragraph: ParagraphStyle


class Placeholder(Struct, frozen=True, gc=False):
    """A slot of a layout that slides fill and inherit from."""

    ref: PlaceholderRef
    name: str
    frame: Box
    levels: tuple[LevelStyle, ...] = ()
    anchor: Anchor = "top"
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    prompt: str = ""
    fill: Colour | None = None
    shrink: bool = False  # see TextBody


class Layout(Struct, frozen=True, gc=False):
    """A slide layout: background, decoration and placeholders. `id` is what pages refer to."""

    id: str
    name: str
    background: Colour
    placeholders: tuple[Placeholder, ...]
    items: tuple[Item, ...] = ()
    dark: bool = False  # new text on it must be light
    part: str = ""  # of the base file, where the scene has one


class Theme(Struct, frozen=True, gc=False):
    """Theme colours (all twelve slots) and the two theme fonts."""

    name: str
    colours: tuple[tuple[Slot, str], ...]
    heading: str  # typeface written into the file, e.g. Arial
    body: str
    mono: str
    symbol: str = "Arial"
    dark: bool = False  # the master's own background is dark


class Target(Struct, frozen=True, gc=False):
    """What a click reveals: an item, or paragraphs `first` to `last` (inclusive) of its text.

    `ground`: the form behind these paragraphs comes with them; else it is there already.
    """

    item: str
    first: int | None = None
    last: int | None = None
    ground: bool = False


class Section(Struct, frozen=True):
    """A stretch of the deck under one name; sections list every page exactly once, in order."""

    name: str
    pages: tuple[str, ...]


class Show(Struct, frozen=True):
    """A custom show: some pages of the deck under a name, in order. `start`: it is begun with."""

    name: str
    pages: tuple[str, ...]
    start: bool = False


class Provenance(Struct, frozen=True):
    """Where a page comes from: the slide of an outline, and what that took from another one.

    Outlines are named by their folder and file, `big-society/deck.yaml`; slides behind a `#`.
    """

    deck: str
    slide: str
    revision: str = ""  # names what the slide says; equal words have equal revisions
    variant: str = ""  # the form of the talk
    source: str = ""  # `big-society/deck.yaml#transitie` of a reused slide
    taken: str = ""  # the revision of the source that was taken
    overrides: tuple[str, ...] = ()  # what the deck says otherwise: `title`, `points.add`
    chain: tuple[str, ...] = ()  # the sources of the source, nearest first


class Page(Struct, frozen=True):
    """One slide. `steps` are its clicks: what is not named in them is there from the start."""

    id: str
    layout: str  # Layout.id
    name: str  # accessible title, also where the design shows none
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()  # paragraphs of the speaker's notes
    minutes: float | None = None
    hidden: bool = False
    transition: str = ""
    background: Colour | None = None  # None: the layout's
    steps: tuple[tuple[Target, ...], ...] = ()
    came: Provenance | None = None
    at: Origin = NOWHERE


class Properties(Struct, frozen=True):
    """Document properties. `created` is an ISO date or empty: never the clock."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    comments: str = ""
    lang: str = "en-GB"
    created: str = ""


class Scene(Struct, frozen=True):
    """A whole deck, ready to be written."""

    width: int
    height: int
    theme: Theme
    master: Layout
    layouts: tuple[Layout, ...]
    pages: tuple[Page, ...]
    properties: Properties
    sections: tuple[Section, ...] = ()
    shows: tuple[Show, ...] = ()
    base: str = ""  # the blob of someone else's .pptx that pages are written on
    blobs: dict[str, bytes] = {}  # picture data by content hash + extension, e.g. "3f…a.png"
