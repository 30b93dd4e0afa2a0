"""How a speaker's slides look, as values: palette, schemes, fonts, type scale, grid, kinds.

In: nothing. Out: the frozen `Template` that `load` fills from template.yaml. No drawing, no text.
The keys are explained in docs/templates.md.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from deckgen.template.base import Base

# What a colour is for. Boxes speak of these; a scheme says which theme slot each one is.
ColourRole = Literal[
    "paper",
    "ink",
    "muted",
    "line",
    "field",
    "accent",
    "on-accent",
    "cool",
    "on-cool",
    "warm",
    "on-warm",
    "signal",
    "on-signal",
    "night",
    "on-night",
    "art-1",
    "art-2",
    "art-3",
]
COLOUR_ROLES: tuple[str, ...] = get_args(ColourRole)
# The drawings for empty picture slots that layout knows.
ArtStyle = Literal["houses", "windows", "circles", "fields", "paths", "streets"]
ART_STYLES: tuple[ArtStyle, ...] = get_args(ArtStyle)
# The forms that a page may have, by the width that it has at a height of 540 points.
ASPECTS: dict[str, float] = {"16:9": 960, "16:10": 864, "4:3": 720}

Points = Annotated[float, Meta(ge=0)]
Size = Annotated[float, Meta(gt=0, le=400)]


class Margins(Struct, frozen=True, forbid_unknown_fields=True):
    """Page margins in points."""

    left: Points = 56
    top: Points = 44
    right: Points = 56
    bottom: Points = 36


class Grid(Struct, frozen=True, forbid_unknown_fields=True):
    """The page's twelve columns: the gutter between them and the margins around, in points."""

    gutter: Annotated[float, Meta(ge=0, le=48)] = 16
    margins: Margins = Margins()


class FontSet(Struct, frozen=True, forbid_unknown_fields=True):
    """Typefaces as PowerPoint names them; each has a bundled metric twin."""

    heading: str = "Calibri"
    body: str = "Calibri"
    mono: str = "Courier New"


class EchoSpec(Struct, frozen=True, forbid_unknown_fields=True):
    """A hard text shadow: colour role, distance as a share of the size, direction in degrees."""

    colour: ColourRole = "line"
    distance: Annotated[float, Meta(ge=0, le=0.5)] = 0.04
    direction: Annotated[int, Meta(ge=0, lt=360)] = 45


class Role(Struct, frozen=True, forbid_unknown_fields=True):
    """A type role: what it is set in and the range of the scale that it may use."""

    sizes: tuple[Size, Size]  # largest and smallest step, points
    font: Literal["heading", "body", "mono"] = "body"
    bold: bool = False
    italic: bool = False
    leading: Annotated[int, Meta(ge=70, le=150)] = 100  # per cent of 1.2 × size
    colour: ColourRole = "ink"
    echo: bool = False
    caps: bool = False  # set in capitals, whatever the outline says
    # How much wider and higher the written face may run than the one that is measured.
    width: Annotated[float, Meta(ge=0.5, le=2)] = 1
    height: Annotated[float, Meta(ge=0.5, le=2)] = 1


# What a template need not say: a formula's letters have a typeface of their own.
DEFAULTS = {"formula": Role(sizes=(96, 16))}


class Decoration(Struct, frozen=True, forbid_unknown_fields=True):
    """A flat shape that every page of the named schemes carries; points from the page's corner.

    A negative place counts from the right or lower edge; a length of 0 or less says how far
    before that edge the shape ends.
    """

    x: float
    y: float
    w: float
    h: float
    fill: ColourRole
    on: tuple[str, ...] = ("light",)
    titled: bool = False  # only beside a title at the top of the page
    shape: Literal["rect", "ellipse"] = "rect"
    kinds: tuple[str, ...] = ()  # slide kinds that carry it; none: all
    without: tuple[str, ...] = ()  # slide kinds that don't


class Kind(Struct, frozen=True, forbid_unknown_fields=True):
    """How one slide kind is set: which schemes it takes in turn, its artwork, where it stands."""

    page: tuple[str, ...] = ()  # empty: the template's own turns
    art: ArtStyle | Literal["none"] | None = None  # None: the next of the template's list
    anchor: Literal["top", "middle", "bottom"] | None = None  # of words that have the page alone
    align: Literal["left", "center"] = "left"


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """How slides begin: where the title stands, and the rule below it."""

    align: Literal["left", "center"] = "left"
    rule: Points = 0  # thickness of a rule below the title; 0: none
    rule_length: Points = 0  # 0: as wide as the title's columns
    rule_colour: ColourRole = "line"
    gap: Points = 28  # from the title to what it is about


class Speaker(Struct, frozen=True, forbid_unknown_fields=True):
    """Who speaks: what covers and contact slides may draw on."""

    name: str = ""
    site: str = ""
    mail: str = ""
    handle: str = ""
    hashtag: str = ""


class Template(Struct, frozen=True, forbid_unknown_fields=True):
    """A house style. `palette` names the twelve theme colours; `schemes` map roles to them."""

    name: str
    title: str
    description: str
    palette: dict[str, str]
    schemes: Annotated[dict[str, dict[str, str]], Meta(min_length=1)]
    scale: Annotated[tuple[Size, ...], Meta(min_length=1)]
    roles: dict[str, Role]
    kinds: dict[str, Kind]
    width: Annotated[float, Meta(ge=600, le=1280)] = 960
    height: Literal[540] = 540  # sizes are meant for this; another form is another width
    fonts: FontSet = FontSet()
    grid: Grid = Grid()
    echo: EchoSpec = EchoSpec()
    decoration: tuple[Decoration, ...] = ()
    artwork: Annotated[tuple[ArtStyle, ...], Meta(min_length=1)] = ART_STYLES
    dark: bool = False
    pages: tuple[str, ...] = ()  # schemes of kinds that name none, in turn; none: the first
    turns: Literal["kind", "slide", "section"] = "kind"  # what moves on to the next scheme
    head: Head = Head()
    panels: Literal["fill", "outline", "rule"] = "fill"  # quiet panels: filled, framed, or ruled
    quote: Literal["mark", "bar"] = "mark"  # what stands before someone's words
    # On content pages; {title}, {author}, {event}, {date} and {section} are the deck's.
    footer: str = ""
    footer_at: Literal["bottom", "top"] = "bottom"  # top: a running head
    number: bool = False  # slide numbers on content pages
    radius: Points = 0  # corner radius of panels, points
    stroke: Points = 2  # line weight of figures, points
    bullet: str = "•"
    speaker: Speaker = Speaker()
    base: Base | None = None  # someone else's .pptx that decks are written on

    def shaped(self, aspect: str) -> Template:
        """The same look on a page of another form; an empty name leaves it as it is."""
        width = ASPECTS.get(aspect, self.width)
        if self.base or width == self.width:
            return self  # a base file has the form that it has
        return replace(self, width=width)

    def ladder(self, role: str) -> tuple[float, ...]:
        """The sizes a role may take, largest first."""
        high, low = (self.roles.get(role) or DEFAULTS[role]).sizes
        return tuple(size for size in reversed(self.scale) if low <= size <= high)

    def kind(self, name: str) -> Kind:
        """How a kind is set; the plain default where the template is silent."""
        return self.kinds.get(name, Kind())
