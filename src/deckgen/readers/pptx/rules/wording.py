"""Rules about text: bodies, runs, language, autofit, and the order of properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from deckgen.base.diagnostics import Diagnostic
from deckgen.readers.pptx.parts import NS, A, P, Parts, sheet_roots, slide_roots
from deckgen.readers.pptx.rules.finding import Rule, finding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNDERSCORE = "005F"
_TAG = re.compile(r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?\Z")
# ISO 639-1, between spaces.
_LANGUAGES = (
    " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv"
    " cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr"
    " ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw"
    " ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv"
    " ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr"
    " ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi"
    " yo za zh zu"
    " "
)
_FILL = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_EFFECT = ("effectLst", "effectDag")
# Children in schema order (ECMA-376 part 1, annex A); names in one tuple stand at one place.
_ORDERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "rPr": (
        ("ln",), _FILL, _EFFECT, ("highlight",), ("uLnTx", "uLn"), ("uFillTx", "uFill"), ("latin",),
        ("ea",), ("cs",), ("sym",), ("hlinkClick",), ("hlinkMouseOver",), ("rtl",), ("extLst",),
    ),
    "pPr": (
        ("lnSpc",), ("spcBef",), ("spcAft",), ("buClrTx", "buClr"),
        ("buSzTx", "buSzPct", "buSzPts"), ("buFontTx", "buFont"),
        ("buNone", "buAutoNum", "buChar", "buBlip"), ("tabLst",), ("defRPr",), ("extLst",),
    ),
    "tcPr": (
        ("lnL",), ("lnR",), ("lnT",), ("lnB",), ("lnTlToBr",), ("lnBlToTr",), ("cell3D",), _FILL,
        ("headers",), ("extLst",),
    ),
    "spPr": (
        ("xfrm",), ("custGeom", "prstGeom"), _FILL, ("ln",), _EFFECT, ("scene3d",), ("sp3d",),
        ("extLst",),
    ),
    "ln": (
        _FILL, ("prstDash", "custDash"), ("round", "bevel", "miter"), ("headEnd",), ("tailEnd",),
        ("extLst",),
    ),
    "sld": (
        ("cSld",), ("clrMapOvr",), ("transition", "AlternateContent"), ("timing",), ("extLst",),
    ),
}  # fmt: skip
_ORDERS["defRPr"] = _ORDERS["endParaRPr"] = _ORDERS["rPr"]
_PLACES = {
    tag: {name: place for place, group in enumerate(order) for name in group}
    for tag, order in _ORDERS.items()
}


def text_bodies(parts: Parts) -> Iterator[Diagnostic]:
    """Every `p:sp` has a text body: bodyPr, lstStyle, one paragraph at least."""
    for name, root in sheet_roots(parts):
        for shape in root.iter(f"{{{P}}}sp"):
            body = shape.find("p:txBody", NS)
            tags = () if body is None else ("a:bodyPr", "a:lstStyle", "a:p")
            if body is None or any(body.find(tag, NS) is None for tag in tags):
                yield finding("text-body", name, "a shape has no complete text body")


def empty_runs(parts: Parts) -> Iterator[Diagnostic]:
    """No run is empty."""
    for name, root in sheet_roots(parts):
        for run in (*root.iter(f"{{{A}}}r"), *root.iter(f"{{{A}}}fld")):
            if not run.findtext("a:t", "", NS):
                yield finding("run-empty", name, "a run has no text")


def languages(parts: Parts) -> Iterator[Diagnostic]:
    """Every run says its language."""
    for name, root in slide_roots(parts):
        for run in (*root.iter(f"{{{A}}}r"), *root.iter(f"{{{A}}}fld")):
            properties = run.find("a:rPr", NS)
            if properties is None or not properties.get("lang"):
                yield finding("lang-missing", name, "a run has no lang")


def language_tags(parts: Parts) -> Iterator[Diagnostic]:
    """A language is one."""
    for name, root in sheet_roots(parts):
        for tag in sorted({e.get("lang", "en") for e in root.iter("{*}*")}):
            if not _is_language(tag):
                yield finding("lang-unknown", name, f"{tag!r} is no language")


def _is_language(tag: str) -> bool:
    match = _TAG.match(tag)
    return match is not None and (len(match[1]) == 3 or f" {match[1]} " in _LANGUAGES)


def escapes(parts: Parts) -> Iterator[Diagnostic]:
    """No `_xHHHH_`, which PowerPoint reads as a character."""
    for name, root in sheet_roots(parts):
        for words in root.iter(f"{{{A}}}t"):
            if set(_ESCAPE.findall(words.text or "")) - {_UNDERSCORE}:
                yield finding("escape", name, f"{words.text!r} is read as an escape")


def autofit(parts: Parts) -> Iterator[Diagnostic]:
    """A bare `a:normAutofit` in placeholders and no other: others recompute it."""
    for name, root in sheet_roots(parts):
        if not name.startswith("ppt/notes") and any(
            one.tag == f"{{{A}}}spAutoFit" or one.attrib or not _seated(one)
            for one in root.iter(f"{{{A}}}normAutofit", f"{{{A}}}spAutoFit")
        ):
            yield finding("autofit", name, "asks to fit text by itself", "Write a:noAutofit.")


def _seated(autofit: Element) -> bool:
    """Whether it is in a placeholder: there, text that is typed later may shrink."""
    shape = next(autofit.iterancestors(f"{{{P}}}sp"), None)
    return shape is not None and shape.find("p:nvSpPr/p:nvPr/p:ph", NS) is not None


def child_order(parts: Parts) -> Iterator[Diagnostic]:
    """Children in schema order, where PowerPoint is known to repair."""
    for name, root in (*sheet_roots(parts), *parts.roots("ppt/charts")):
        for element in root.iter("{*}*"):
            tag = str(element.tag).rpartition("}")[2]
            if tag in _PLACES and not _ordered(element, _PLACES[tag]):
                yield finding("child-order", name, f"{tag} has its children out of order")


def _ordered(element: Element, places: dict[str, int]) -> bool:
    found = [places.get(str(child.tag).rpartition("}")[2], -1) for child in element]
    return all(a < b for a, b in pairwise(found))


RULES: tuple[Rule, ...] = (
    text_bodies, empty_runs, languages, language_tags, escapes, autofit, child_order,
)  # fmt: skip
