"""How a speaker's slides look, as values: palette, schemes, fonts, type scale, grid, kinds.

In: nothing. Out: the frozen `Template` that `load` fills from template.yaml. No drawing, no text.
The keys are explained in docs/templates.md.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

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


class Decoration(Struct, frozen=True, forbid_unknown_fields=True):
    """A flat shape that every page of the named schemes carries; points from the page's corner."""

    x: float
    y: float
    w: Annotated[float, Meta(gt=0)]
    h: Annotated[float, Meta(gt=0)]
    fill: ColourRole
    on: tuple[str, ...] = ("light",)
    titled: bool = False  # only beside a title at the top of the page
    shape: Literal["rect", "ellipse"] = "rect"


class Kind(Struct, frozen=True, forbid_unknown_fields=True):
    """How one slide kind is set: which schemes it takes in turn, and its artwork."""

    page: tuple[str, ...] = ()  # empty: the template's first scheme
    art: ArtStyle | None = None  # None: the next of the template's list


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
    number: bool = False  # slide numbers on content pages
    radius: Points = 0  # corner radius of panels, points
    stroke: Points = 2  # line weight of figures, points
    bullet: str = "•"
    speaker: Speaker = Speaker()

    def ladder(self, role: str) -> tuple[float, ...]:
        """The sizes a role may take, largest first."""
        high, low = self.roles[role].sizes
        return tuple(size for size in reversed(self.scale) if low <= size <= high)

    def kind(self, name: str) -> Kind:
        """How a kind is set; the plain default where the template is silent."""
        return self.kinds.get(name, Kind())
