"""Rules about shapes, their ids, what points at them, pictures and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from deckgen.base.diagnostics import Diagnostic
from deckgen.readers.pptx.parts import NS, A, P, Parts, R, sheet_roots, slide_roots
from deckgen.readers.pptx.rules.finding import Rule, finding
from deckgen.scene.model import Slot

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")
_INTEGER = re.compile(r"-?\d+\Z")
# What `a:schemeClr` may name: the theme's own slots, what a colour map calls four of them, and
# the colour that a style passes on.
_SCHEME = frozenset((*get_args(Slot), "bg1", "tx1", "bg2", "tx2", "phClr"))
_INT32 = (-2_147_483_648, 2_147_483_647)
# Attributes that are whole numbers, by element, with their range (ECMA-376 part 1, annex A).
_RANGES: dict[tuple[str, str], tuple[int, int]] = {
    ("off", "x"): (-27_273_042_329_600, 27_273_042_316_900),
    ("off", "y"): (-27_273_042_329_600, 27_273_042_316_900),
    ("xfrm", "rot"): _INT32,
    ("rPr", "sz"): (100, 400_000),
    ("defRPr", "sz"): (100, 400_000),
    ("endParaRPr", "sz"): (100, 400_000),
    ("rPr", "spc"): (-400_000, 400_000),
    ("pPr", "marL"): (0, 51_206_400),
    ("pPr", "indent"): (-51_206_400, 51_206_400),
    ("pPr", "lvl"): (0, 8),
    ("spcPts", "val"): (0, 158_400),
    ("spcPct", "val"): (0, 13_200_000),
    ("bodyPr", "lIns"): _INT32,
    ("bodyPr", "tIns"): _INT32,
    ("bodyPr", "rIns"): _INT32,
    ("bodyPr", "bIns"): _INT32,
    ("ln", "w"): (0, 20_116_800),
    ("alpha", "val"): (0, 100_000),
    ("outerShdw", "dist"): (0, 27_273_042_316_900),
    ("outerShdw", "dir"): (0, 21_599_999),
    ("buAutoNum", "startAt"): (1, 32_767),
    ("pt", "x"): (-27_273_042_329_600, 27_273_042_316_900),
    ("pt", "y"): (-27_273_042_329_600, 27_273_042_316_900),
    ("gridCol", "w"): (0, 27_273_042_316_900),
    ("tr", "h"): (0, 27_273_042_316_900),
    ("sldSz", "cx"): (914_400, 51_206_400),
    ("sldSz", "cy"): (914_400, 51_206_400),
}
_WORDS = {"NaN", "undefined", "null", "Infinity", "-Infinity", "inf", "-inf", "nan", "None"}
_MAY_BE_EMPTY = {"name", "descr", "title", "typeface", "id", "tooltip", "prompt"}
_MOVE = ("hlinkClick", f"{{{R}}}id")  # empty on a move in the show, as PowerPoint writes it


def shape_ids(parts: Parts) -> Iterator[Diagnostic]:
    """Shape ids are unique on a slide and from 1 up; a fallback has its choice's."""
    for name, root in sheet_roots(parts):
        shapes = (shape for shape in root.iter(f"{{{P}}}cNvPr") if not _instead(shape))
        ids = Counter(shape.get("id", "") for shape in shapes)
        for number, times in ids.items():
            if times > 1 or not number.isdecimal() or number == "0":
                yield finding("shape-id", name, f"shape id {number or 'of nobody'} is not unique")


def _instead(shape: Element) -> bool:
    """Whether it is there only for programs that don't know what stands before it."""
    return next(shape.iterancestors(_FALLBACK), None) is not None


def glued_ends(parts: Parts) -> Iterator[Diagnostic]:
    """Connectors are glued to shapes that are there."""
    for name, root in sheet_roots(parts):
        ids = {shape.get("id") for shape in root.iter(f"{{{P}}}cNvPr")}
        for end in (*root.iter(f"{{{A}}}stCxn"), *root.iter(f"{{{A}}}endCxn")):
            if end.get("id") not in ids:
                yield finding("glue-missing", name, f"a connector ends at shape {end.get('id')}")


def extents(parts: Parts) -> Iterator[Diagnostic]:
    """Widths and heights are whole numbers from 0 up."""
    for name, root in sheet_roots(parts):
        sizes = root.iter(f"{{{A}}}ext", f"{{{A}}}chExt")
        for value in (size.get(side) for size in sizes for side in ("cx", "cy")):
            if value is not None and not value.isdecimal():
                yield finding("extent", name, f"an extent is {value!r}")


def values(parts: Parts) -> Iterator[Diagnostic]:
    """No attribute is empty or in words, none out of its range."""
    for name, root in (*sheet_roots(parts), *parts.roots("ppt", "ppt/charts", "ppt/theme")):
        for tag, key, value in _attributes(root):
            if _wrong(tag, key, value):
                yield finding("attribute", name, f"{tag} has {key!r} = {value!r}")


def _attributes(root: Element) -> Iterator[tuple[str, str, str]]:
    for element in root.iter("{*}*"):
        tag = str(element.tag).rpartition("}")[2]
        for key, value in element.attrib.items():
            yield tag, str(key), str(value)


def _wrong(tag: str, key: str, value: str) -> bool:
    if not value:
        return key not in _MAY_BE_EMPTY and (tag, key) != _MOVE
    limits = _RANGES.get((tag, key))
    if limits is None:
        return value in _WORDS and key not in _MAY_BE_EMPTY
    return not _INTEGER.match(value) or not limits[0] <= int(value) <= limits[1]


def colours(parts: Parts) -> Iterator[Diagnostic]:
    """Colours are six hex digits or theme colours."""
    for name, root in (*sheet_roots(parts), *parts.roots("ppt/charts", "ppt/theme")):
        for colour in root.iter(f"{{{A}}}srgbClr"):
            if not _HEX.match(colour.get("val", "")):
                yield finding("colour", name, f"{colour.get('val')!r} is no colour")
        for colour in root.iter(f"{{{A}}}schemeClr"):
            if colour.get("val") not in _SCHEME:
                yield finding("colour", name, f"{colour.get('val')!r} is no theme colour")


def vector_pictures(parts: Parts) -> Iterator[Diagnostic]:
    """An SVG has a PNG to fall back on."""
    for name, root in sheet_roots(parts):
        targets = {r.id: r.part for r in parts.relationships(name)}
        for blip in root.iter(f"{{{A}}}blip"):
            shown = targets.get(blip.get(f"{{{R}}}embed", ""), "")
            vector = next(blip.iter(_SVG), None) is not None
            if shown.endswith(".svg") or (vector and not shown.endswith(".png")):
                yield finding("svg-fallback", name, "an SVG picture has no PNG beside it")


def table_grids(parts: Parts) -> Iterator[Diagnostic]:
    """Each row of a table has a cell for each column."""
    for name, root in slide_roots(parts):
        for table in root.iter(f"{{{A}}}tbl"):
            columns = len(table.findall("a:tblGrid/a:gridCol", NS))
            if any(len(row.findall("a:tc", NS)) != columns for row in table.findall("a:tr", NS)):
                yield finding("table-grid", name, "a table's rows and columns don't agree")


RULES: tuple[Rule, ...] = (
    shape_ids,
    glued_ends,
    extents,
    values,
    colours,
    vector_pictures,
    table_grids,
)
