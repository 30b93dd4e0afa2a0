"""Rules about clicks and transitions: PowerPoint drops what disagrees, some of it with a repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.base.diagnostics import Diagnostic
from deckgen.readers.pptx.parts import MC, NS, A, P, Parts, R, sheet_roots, slide_roots
from deckgen.readers.pptx.rules.finding import Rule, finding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OLD = (P, A, MC, R)
_BUILDS = tuple(f"{{{P}}}{name}" for name in ("bldP", "bldGraphic", "bldDgm", "bldOleChart"))
_EFFECT = f".//{{{P}}}cTn[@presetClass]"


def animated_shapes(parts: Parts) -> Iterator[Diagnostic]:
    """Every target of an animation is there."""
    for name, root in slide_roots(parts):
        ids = {shape.get("id") for shape in root.iter(f"{{{P}}}cNvPr")}
        for target in root.iter(f"{{{P}}}spTgt", *_BUILDS):
            if target.get("spid") not in ids:
                yield finding("target-shape", name, f"shape {target.get('spid')} is not there")


def grouped_targets(parts: Parts) -> Iterator[Diagnostic]:
    """A group comes in as a whole: PowerPoint shows none of its children by itself."""
    for name, root in slide_roots(parts):
        inside = {
            about.get("id")
            for group in root.iterfind("p:cSld/p:spTree//p:grpSp", NS)
            for child in group
            for about in child.iterfind("./*/p:cNvPr", NS)
            if child.tag != f"{{{P}}}nvGrpSpPr"
        }
        for target in root.iter(f"{{{P}}}spTgt"):
            if target.get("spid") in inside:
                yield finding("target-grouped", name, f"shape {target.get('spid')} is in a group")


def animated_paragraphs(parts: Parts) -> Iterator[Diagnostic]:
    """A build by paragraph speaks of paragraphs that are there, and says so in its `p:bldP`."""
    for name, root in slide_roots(parts):
        built = {b.get("spid", "") for b in root.iter(f"{{{P}}}bldP") if b.get("build") == "p"}
        counts = _paragraph_counts(root)
        ranges = list(_ranges(root))
        for shape, start, end in ranges:
            if shape not in built or not start <= end < counts.get(shape, 0):
                yield finding("build-paragraph", name, f"the build of shape {shape} disagrees")
        for shape in sorted(built - {shape for shape, _, _ in ranges}):
            yield finding("build-paragraph", name, f"shape {shape} is built by no paragraph")


def _ranges(root: Element) -> Iterator[tuple[str, int, int]]:
    for target in root.iter(f"{{{P}}}spTgt"):
        for part in target.iter(f"{{{P}}}pRg"):
            yield target.get("spid", ""), int(part.get("st", "0")), int(part.get("end", "0"))


def _paragraph_counts(root: Element) -> dict[str, int]:
    found = {}
    for shape in root.iter(f"{{{P}}}sp"):
        about = shape.find("p:nvSpPr/p:cNvPr", NS)
        if about is not None:
            found[about.get("id", "")] = len(shape.findall("p:txBody/a:p", NS))
    return found


def builds(parts: Parts) -> Iterator[Diagnostic]:
    """Effects of a group stand in the list of builds under their shape, and nothing else does."""
    for name, root in slide_roots(parts):
        effects = {
            (target.get("spid"), node.get("grpId"))
            for node in root.iterfind(_EFFECT)
            for target in node.iter(f"{{{P}}}spTgt")
            if node.get("grpId") is not None
        }
        listed = {(each.get("spid"), each.get("grpId")) for each in root.iter(*_BUILDS)}
        for shape in sorted({str(shape) for shape, _ in effects ^ listed}):
            yield finding("build-list", name, f"effects and builds of shape {shape} disagree")


def time_nodes(parts: Parts) -> Iterator[Diagnostic]:
    """Ids of time nodes are unique on a slide."""
    for name, root in slide_roots(parts):
        counts = Counter(node.get("id", "") for node in root.iter(f"{{{P}}}cTn"))
        for number, times in counts.items():
            if times > 1 or not number.isdecimal():
                yield finding("timing-id", name, f"time node {number or 'of nobody'} comes twice")


def clicks(parts: Parts) -> Iterator[Diagnostic]:
    """Each click of the main sequence waits for the presenter and then shows something."""
    path = ".//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par/p:cTn"
    for name, root in slide_roots(parts):
        for click in root.iterfind(path, NS):
            start = click.find("p:stCondLst/p:cond", NS)
            if start is None or start.get("delay") != "indefinite":
                yield finding("timing-click", name, "a step does not wait for a click")
            if click.find(_EFFECT) is None:
                yield finding("timing-click", name, "a click shows nothing")


def newer_elements(parts: Parts) -> Iterator[Diagnostic]:
    """Transitions and timing newer than 2006 stand in AlternateContent."""
    for name, root in slide_roots(parts):
        moving = root.iter(f"{{{P}}}transition", f"{{{P}}}timing")
        if any(not _is_old(str(child.tag)) for child in root) or any(
            _too_new(element) for element in moving if not _chosen(element)
        ):
            yield finding("not-wrapped", name, "a newer element needs mc:AlternateContent")


def _too_new(element: Element) -> bool:
    """Whether an element of 2006 holds anything newer, extension lists aside."""
    for each in element.iter("{*}*"):
        names = (str(each.tag), *(str(key) for key in each.attrib))
        if any(not _is_old(name) for name in names):
            lists = (a.tag for a in each.iterancestors())
            if f"{{{P}}}extLst" not in lists:
                return True
    return False


def _is_old(name: str) -> bool:
    return not name.startswith("{") or name[1:].partition("}")[0] in _OLD


def _chosen(element: Element) -> bool:
    return any(each.tag == f"{{{MC}}}Choice" for each in element.iterancestors())


def fallbacks(parts: Parts) -> Iterator[Diagnostic]:
    """Every AlternateContent has a fallback, and each choice names namespaces that are declared."""
    for name, root in sheet_roots(parts):
        for content in root.iter(f"{{{MC}}}AlternateContent"):
            if content.find("mc:Choice", NS) is None or content.find("mc:Fallback", NS) is None:
                yield finding("fallback-missing", name, "mc:AlternateContent has no fallback")
            if any(_unknown(choice) for choice in content.findall("mc:Choice", NS)):
                yield finding("choice-unknown", name, "an mc:Choice requires nothing known")


def _unknown(choice: Element) -> bool:
    needed = choice.get("Requires", "").split()
    return not needed or any(prefix not in choice.nsmap for prefix in needed)


RULES: tuple[Rule, ...] = (
    animated_shapes, grouped_targets, animated_paragraphs, builds, time_nodes, clicks,
    newer_elements, fallbacks,
)  # fmt: skip
