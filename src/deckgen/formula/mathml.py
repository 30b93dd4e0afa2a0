"""A formula's tree → MathML, for what draws it.

In: a tree. Out: an element tree of MathML 3, presentation markup only. Limits are placed by the
tree; so no element says `movablelimits`.
"""

from __future__ import annotations

from typing import assert_never
from xml.etree.ElementTree import Element, SubElement

from deckgen.formula import tree
from deckgen.formula.tree import Math

# A combining mark and the sign of its own that a formula's font has for it.
_MARKS = {
    "\u0302": "\u02c6", "\u0303": "\u02dc", "\u0304": "\u00af", "\u030c": "\u02c7",
    "\u0306": "\u02d8", "\u0301": "\u00b4", "\u0300": "\u0060", "\u030a": "\u02da",
    "\u0307": "\u02d9", "\u0308": "\u00a8", "\u20d7": "\u20d7", "\u20db": "\u20db",
}  # fmt: skip
_TAGS = {"var": "mi", "upright": "mi", "number": "mn", "words": "mtext", "func": "mi", "ord": "mi"}
# Signs that the drawing library has no distances for.
_SPACED = dict.fromkeys("\u2227\u2228\u222a\u2229", "0.222em") | dict.fromkeys(
    ("mod", "\u27f9", "\u27fa", "\u27f8"), "0.3em"
)
_GAP = "0.167em"  # between a function's name and what follows it


def document(formula: Math) -> Element:
    """A whole formula, set as large as one that stands alone."""
    root = Element("math", {"display": "block"})
    _add(root, formula)
    return root


def _add(parent: Element, node: Math) -> None:
    match node:
        case tree.Symbol():
            _symbol(parent, node)
        case tree.Space():
            SubElement(parent, "mspace", {"width": f"{node.ems:.3f}em"})
        case tree.Row():
            _row(SubElement(parent, "mrow"), node)
        case tree.Fraction():
            thick = {} if node.bar else {"linethickness": "0"}
            _all(SubElement(parent, "mfrac", thick), node.top, node.bottom)
        case tree.Scripts():
            _scripts(parent, node)
        case tree.Root():
            index = (node.index,) if node.index is not None else ()
            _all(SubElement(parent, "mroot" if index else "msqrt"), node.body, *index)
        case tree.Fence():
            _fence(SubElement(parent, "mrow"), node)
        case tree.Grid():
            _grid(SubElement(parent, "mtable"), node)
        case _:
            _decorated(parent, node)


def _decorated(
    parent: Element,
    node: tree.Accent | tree.Line | tree.Brace | tree.Stack | tree.Framed | tree.Phantom,
) -> None:
    match node:
        case tree.Accent():
            _over(parent, node.body, _MARKS[node.mark], node.mark in "\u0302\u0303")
        case tree.Line(below=below):
            _capped(parent, node.body, "\u2015", below)
        case tree.Brace():
            _capped(parent, node.body, node.char, node.below)
        case tree.Stack():
            _stack(parent, node)
        case tree.Framed():
            _all(SubElement(parent, "menclose", {"notation": "box"}), node.body)
        case tree.Phantom():
            _all(SubElement(parent, "mphantom"), node.body)
        case _:
            assert_never(node)


def _all(parent: Element, *nodes: Math) -> None:
    for node in nodes:
        _add(parent, node)


def _symbol(parent: Element, node: tree.Symbol) -> None:
    tag = _TAGS.get(node.sort, "mo")
    found = SubElement(parent, tag)
    found.text = node.text.replace(" ", "\u00a0") if tag == "mtext" else node.text
    if node.sort in ("upright", "func", "ord"):
        found.set("mathvariant", "normal")
    if tag == "mo":
        found.set("movablelimits", "false")
    if node.text in _SPACED:
        found.set("lspace", _SPACED[node.text])
        found.set("rspace", _SPACED[node.text])


def _row(parent: Element, node: tree.Row) -> None:
    for number, item in enumerate(node.items):
        _add(parent, item)
        after = node.items[number + 1] if number + 1 < len(node.items) else None
        if _named(item) and after is not None and not isinstance(after, tree.Fence | tree.Space):
            SubElement(parent, "mspace", {"width": _GAP})


def _named(item: Math) -> bool:
    """Whether it is a function's name, with or without scripts."""
    base = item.base if isinstance(item, tree.Scripts) else item
    return isinstance(base, tree.Symbol) and base.sort == "func"


def _scripts(parent: Element, node: tree.Scripts) -> None:
    low, high = node.sub is not None, node.sup is not None
    beside = {(True, False): "msub", (False, True): "msup", (True, True): "msubsup"}
    around = {(True, False): "munder", (False, True): "mover", (True, True): "munderover"}
    tag = (around if node.limits else beside).get((low, high), "mrow")
    scripts = (part for part in (node.sub, node.sup) if part is not None)
    _all(SubElement(parent, tag), node.base, *scripts)


def _fence(parent: Element, node: tree.Fence) -> None:
    if node.open:
        _bracket(parent, node.open, "prefix")
    for number, part in enumerate(node.parts):
        if number:
            _bracket(parent, node.bar, "infix")
        _add(parent, part)
    if node.close:
        _bracket(parent, node.close, "postfix")


def _bracket(parent: Element, char: str, form: str) -> None:
    attributes = {"stretchy": "true", "fence": "true", "form": form}
    SubElement(parent, "mo", attributes).text = char


def _grid(parent: Element, node: tree.Grid) -> None:
    names = {"l": "left", "c": "center", "r": "right"}
    if node.tight:
        parent.set("displaystyle", "true")
        gaps = ["0em" if number % 2 == 0 else "2em" for number in range(len(node.aligns))]
        parent.set("columnspacing", " ".join(gaps[:-1]) or "0em")
        parent.set("rowspacing", "0.55em")
    else:
        parent.set("columnspacing", "0.8em")
        parent.set("rowspacing", "0.3em")
    for row in node.rows:
        line = SubElement(parent, "mtr")
        for align, cell in zip(node.aligns, row, strict=True):
            inside = SubElement(line, "mtd", {"columnalign": names[align]})
            if node.tight and align == "l" and _relation_first(cell):
                SubElement(inside, "mi")  # so that the sign keeps its distance
            _add(inside, cell)


def _relation_first(cell: Math) -> bool:
    first = cell.items[0] if isinstance(cell, tree.Row) and cell.items else cell
    return isinstance(first, tree.Symbol) and first.sort in ("rel", "op")


def _over(parent: Element, body: Math, char: str, wide: bool) -> None:
    found = SubElement(parent, "mover", {"accent": "true"})
    _add(found, body)
    SubElement(found, "mo", {"stretchy": "true" if wide else "false"}).text = char


def _capped(parent: Element, body: Math, char: str, below: bool) -> None:
    found = SubElement(parent, "munder" if below else "mover")
    _add(found, body)
    SubElement(found, "mo", {"stretchy": "true"}).text = char


def _stack(parent: Element, node: tree.Stack) -> None:
    parts = tuple(part for part in (node.under, node.over) if part is not None)
    low, high = node.under is not None, node.over is not None
    tag = "munderover" if low and high else "munder" if low else "mover"
    _all(SubElement(parent, tag), node.base, *parts)
