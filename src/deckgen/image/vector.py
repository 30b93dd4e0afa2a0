"""SVG: what it shows, without what a slide must not carry; the same as pixels.

In: an SVG's bytes. Out: its size, a text that has drawing in it and nothing else, a PNG. The only
door to resvg, imported when a deck has an SVG. Scripts, events, animation, foreign elements and
whatever leads out of the file are left out; entities and `use` are bounded. Not here: whether an
SVG is wanted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.base.markup import REPLACEMENTS, escaped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

UNITS = 1000  # of the longer side, in what `size` says
MOST = 5_000_000  # bytes
_DEEP = 100  # elements inside one another
_MANY = 200_000  # elements, those that `use` repeats counted each time
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_GONE = frozenset(
    ("script", "foreignObject", "animate", "animateMotion", "animateTransform", "set", "handler",
     "iframe", "audio", "video", "canvas", "embed", "object", "metadata", "discard")
)  # fmt: skip
_INSIDE = re.compile(r"#|data:image/(?:png|jpe?g|gif)[;,]", re.I)
_OUTSIDE = re.compile(r"@import[^;]*;?|url\(\s*(['\"]?)(?!['\"]?(?:#|data:image/))[^)]*\)", re.I)
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*\Z", re.I)
_UNIT = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96,
         "q": 96 / 101.6}  # fmt: skip
_ODD_TEXT = re.compile("[&<>]")


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height, `UNITS` at the longer side; None for what is no SVG or has no size."""
    root = _root(data)
    return None if root is None else _size(root)


def words(data: bytes) -> bool:
    """Whether an SVG has text that a program sets in the fonts that it finds."""
    root = _root(data)
    return root is not None and any("".join(e.itertext()).strip() for e in root.iter(f"{_SVG}text"))


def leads_out(data: bytes) -> bool:
    """Whether an SVG shows pictures from other files, which a slide can't carry."""
    root = _root(data)
    links = (_link(e) for e in root.iter(f"{_SVG}image")) if root is not None else ()
    return any(link and not _INSIDE.match(link) for link in links)


def clean(data: bytes) -> bytes:
    """Drawing alone, in one namespace, with a size. Raises ValueError for what `size` refuses."""
    root = _root(data)
    found = None if root is None else _size(root)
    if root is None or found is None:
        raise ValueError("not an SVG")
    width, height = found
    box = root.get("viewBox") or " ".join(["0 0", *(f"{side:g}" for side in _lengths(root))])
    for name in ("width", "height", "viewBox", "preserveAspectRatio", "x", "y", "style"):
        root.attrib.pop(name, None)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="{escaped(box)}" preserveAspectRatio="none"'
    )
    return f"{head}{_attributes(root)}>{_children(root)}</svg>".encode()


def raster(cleaned: bytes, longest: int) -> bytes:
    """A PNG of what `clean` gave. Raises ValueError for what resvg can't draw."""
    import resvg_py

    width, height = size(cleaned) or (UNITS, UNITS)
    scale = longest / max(width, height)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=cleaned.decode(),
            width=max(round(width * scale), 1),
            height=max(round(height * scale), 1),
            skip_system_fonts=True,
        )
    )


def _root(data: bytes) -> Element | None:
    """The root of a bounded SVG. Expat itself refuses entities that grow without end."""
    from xml.etree import ElementTree

    if len(data) > MOST:
        return None
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    return root if root.tag == f"{_SVG}svg" and _bounded(root) else None


def _bounded(root: Element) -> bool:
    """Whether the tree is flat and small, with everything that `use` repeats."""
    named = {element.get("id", ""): element for element in root.iter()}
    weights: dict[int, int] = {}
    waiting: list[tuple[Element, int, bool]] = [(root, 0, False)]
    open_now: set[int] = set()
    while waiting:
        element, depth, left = waiting.pop()
        key = id(element)
        below = [*element, *_used(element, named)]
        if left:
            weights[key] = 1 + sum(weights.get(id(child), 1) for child in below)
            open_now.discard(key)
        elif key in open_now or depth > _DEEP:
            return False  # it uses itself, or is deeper than any drawing
        elif key not in weights:
            open_now.add(key)
            waiting.append((element, depth, True))
            waiting += [(child, depth + 1, False) for child in below]
    return weights[id(root)] <= _MANY


def _used(element: Element, named: dict[str, Element]) -> list[Element]:
    link = _link(element) if element.tag == f"{_SVG}use" else ""
    found = named.get(link[1:]) if link.startswith("#") else None
    return [] if found is None else [found]


def _link(element: Element) -> str:
    return (element.get("href") or element.get(f"{_XLINK}href") or "").strip()


def _size(root: Element) -> tuple[int, int] | None:
    width, height = _lengths(root)
    if not (width > 0 and height > 0 and 1e-3 < width / height < 1e3):
        return None
    scale = UNITS / max(width, height)
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _lengths(root: Element) -> tuple[float, float]:
    """Width and height of the view box; where there is none, those that the root says."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        across, down = (float(part) for part in box[2:4])
    except ValueError:
        across = down = 0.0
    if across > 0 and down > 0:
        return across, down
    return _length(root.get("width", "")), _length(root.get("height", ""))


def _length(typed: str) -> float:
    found = _LENGTH.match(typed)
    return float(found[1]) * _UNIT[(found[2] or "").lower()] if found else 0.0


def _written(element: Element) -> str:
    tag = str(element.tag)
    name = tag.removeprefix(_SVG)
    if not tag.startswith(_SVG) or name in _GONE:
        return ""
    inside = _children(element)
    if name == "style":
        inside = _kept(inside)
    return f"<{name}{_attributes(element)}>{inside}</{name}>"


def _children(element: Element) -> str:
    parts = [_said(element.text)]
    for child in element:
        parts += (_written(child) if isinstance(child.tag, str) else "", _said(child.tail))
    return "".join(parts)


def _attributes(element: Element) -> str:
    found: list[str] = []
    for key, value in element.attrib.items():
        name = key.replace(_XLINK, "xlink:").replace(_XML, "xml:")
        if name.startswith(("{", "on")) or (name.endswith("href") and not _INSIDE.match(value)):
            continue
        found.append(f' {name}="{escaped(_kept(value))}"')
    return "".join(found)


def _kept(style: str) -> str:
    """A style without what leads out of the file."""
    return _OUTSIDE.sub(lambda match: "" if match[0].startswith("@") else "none", style)


def _said(text: str | None) -> str:
    return _ODD_TEXT.sub(lambda match: REPLACEMENTS[match[0]], text) if text else ""
