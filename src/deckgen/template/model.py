"""How a speaker's slides look, as values: palette, schemes, fonts, type scale, grid, kinds.

In: nothing. Out: the frozen `Template` that `load` fills from template.yaml. No drawing, no text.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

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


class Margins(Struct, frozen=True, forbid_unknown_fields=True):
    """Page margins in points."""

    left: float = 56
    top: float = 44
    right: float = 56
    bottom: float = 36


class Grid(Struct, frozen=True, forbid_unknown_fields=True):
    """Columns and gutters of the page, in points."""

    columns: int = 12
    gutter: float = 16
    margins: Margins = Margins()


class FontSet(Struct, frozen=True, forbid_unknown_fields=True):
    """Typefaces as PowerPoint names them; each has a bundled metric twin."""

    heading: str = "Calibri"
    body: str = "Calibri"
    mono: str = "Courier New"


class EchoSpec(Struct, frozen=True, forbid_unknown_fields=True):
    """A hard text shadow: colour role, distance as a share of the size, direction in degrees."""

    colour: ColourRole = "line"
    distance: float = 0.04
    direction: int = 45


class Role(Struct, frozen=True, forbid_unknown_fields=True):
    """A type role: what it is set in and the range of the scale that it may use."""

    sizes: tuple[float, float]  # largest and smallest step, points
    font: Literal["heading", "body", "mono"] = "body"
    bold: bool = False
    italic: bool = False
    leading: int = 100  # per cent of 1.2 × size
    colour: ColourRole = "ink"
    echo: bool = False


class Decoration(Struct, frozen=True, forbid_unknown_fields=True):
    """A flat shape that every page of the named schemes carries; points from the page's corner."""

    x: float
    y: float
    w: float
    h: float
    fill: ColourRole
    on: tuple[str, ...] = ("light",)
    titled: bool = False  # only beside a title at the top of the page
    shape: Literal["rect", "ellipse"] = "rect"


class Kind(Struct, frozen=True, forbid_unknown_fields=True):
    """How one slide kind is set: which schemes it takes in turn, and its named choices."""

    page: tuple[str, ...] = ()  # empty: the template's first scheme
    align: Literal["left", "center"] = "left"
    variant: str = ""
    art: str = ""  # artwork style for this kind; empty: chosen from the template's list


class Speaker(Struct, frozen=True, forbid_unknown_fields=True):
    """Who speaks: what covers and contact slides may draw on."""

    name: str = ""
    role: str = ""
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
    schemes: dict[str, dict[str, str]]
    scale: tuple[float, ...]
    roles: dict[str, Role]
    kinds: dict[str, Kind]
    width: float = 960
    height: float = 540
    fonts: FontSet = FontSet()
    grid: Grid = Grid()
    echo: EchoSpec = EchoSpec()
    decoration: tuple[Decoration, ...] = ()
    artwork: tuple[str, ...] = ("houses", "windows", "circles", "fields", "paths", "streets")
    dark: bool = False
    number: bool = False  # slide numbers on content pages
    radius: float = 0  # corner radius of panels, points
    stroke: float = 2  # line weight of figures, points
    bullet: str = "•"
    speaker: Speaker = Speaker()

    def ladder(self, role: str) -> tuple[float, ...]:
        """The sizes a role may take, largest first."""
        high, low = self.roles[role].sizes
        return tuple(size for size in reversed(self.scale) if low <= size <= high)

    def kind(self, name: str) -> Kind:
        """How a kind is set; the plain default where the template is silent."""
        return self.kinds.get(name, Kind())
