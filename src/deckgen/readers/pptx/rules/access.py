"""Rules of the accessibility checker that can be seen without drawing the slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.base.diagnostics import Diagnostic
from deckgen.readers.pptx.parts import NS, A, P, Parts, slide_roots, text_of
from deckgen.readers.pptx.rules.finding import Rule, finding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SAYS_NOTHING = {"click here", "here", "link", "more", "klik hier", "hier", "lees meer", "meer"}
_TITLES = {"title", "ctrTitle"}
_FEET = {"dt", "ftr", "sldNum"}


def _title(root: Element) -> Element | None:
    for shape in root.iter(f"{{{P}}}sp"):
        seat = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        if seat is not None and seat.get("type") in _TITLES:
            return shape
    return None


def titles(parts: Parts) -> Iterator[Diagnostic]:
    """Every slide with words has a title, in a title placeholder; one without has a name."""
    for name, root in slide_roots(parts):
        title = _title(root)
        if title is not None and text_of(title).strip():
            continue
        called = "" if _worded(root) else _name_of(root)
        if called:
            sentence = f"has no words that could be its title, only its name {called!r}"
            yield finding("title-missing", name, sentence, severity="warning")
        else:
            yield finding("title-missing", name, "has no title in a title placeholder")


def _name_of(root: Element) -> str:
    slide = root.find("p:cSld", NS)
    return "" if slide is None else slide.get("name", "")


def _worded(root: Element) -> bool:
    """Whether a slide shows words: dates, footers and numbers are none of its own."""
    tree = root.find("p:cSld/p:spTree", NS)
    items = () if tree is None else tree
    return any(text_of(item).strip() and not _foot(item) for item in items)


def _foot(item: Element) -> bool:
    seat = item.find("p:nvSpPr/p:nvPr/p:ph", NS)
    return seat is not None and seat.get("type") in _FEET


def hidden_titles(parts: Parts) -> Iterator[Diagnostic]:
    """A title lies on its slide."""
    presentation = parts.root("ppt/presentation.xml")
    size = None if presentation is None else presentation.find("p:sldSz", NS)
    for name, root in slide_roots(parts) if size is not None else ():
        title = _title(root)
        off = None if title is None else title.find("p:spPr/a:xfrm/a:off", NS)
        ext = None if title is None else title.find("p:spPr/a:xfrm/a:ext", NS)
        if size is not None and off is not None and ext is not None and _outside(off, ext, size):
            yield finding("title-outside", name, "has its title outside the slide")


def _outside(off: Element, ext: Element, size: Element) -> bool:
    x, y, cx, cy, width, height = (
        int(element.get(name, "0"))
        for element, name in (
            (off, "x"), (off, "y"), (ext, "cx"), (ext, "cy"), (size, "cx"), (size, "cy"),
        )
    )  # fmt: skip
    return x + cx <= 0 or y + cy <= 0 or x >= width or y >= height


def same_titles(parts: Parts) -> Iterator[Diagnostic]:
    """Titles tell slides apart."""
    found = ((n, _title(root)) for n, root in slide_roots(parts))
    said = {n: text_of(title).strip() for n, title in found if title is not None}
    counts = Counter(said.values())
    for name, words in said.items():
        if words and counts[words] > 1:
            sentence = f"shares the title {words!r} with another slide"
            yield finding("title-double", name, sentence, severity="warning")


def picture_texts(parts: Parts) -> Iterator[Diagnostic]:
    """Pictures, charts and tables say what they show, or that they are decoration."""
    for name, root in slide_roots(parts):
        for item in root.iter(f"{{{P}}}pic", f"{{{P}}}graphicFrame"):
            if _silent(item):
                yield finding("alt-missing", name, f"{_name(item)} has no alternative text")


def form_texts(parts: Parts) -> Iterator[Diagnostic]:
    """Drawn forms without words say what they show, or that they are decoration."""
    for name, root in slide_roots(parts):
        for item in root.iter(f"{{{P}}}sp", f"{{{P}}}cxnSp"):
            seated = next(item.iter(f"{{{P}}}ph"), None) is not None
            if not seated and not text_of(item).strip() and _silent(item):
                sentence = f"{_name(item)} has no alternative text"
                yield finding("alt-form", name, sentence, severity="warning")


def _about(item: Element) -> Element | None:
    return item.find("./*/p:cNvPr", NS)


def _name(item: Element) -> str:
    about = _about(item)
    return repr(about.get("name", "")) if about is not None else "something"


def _silent(item: Element) -> bool:
    """Neither the item nor a group around it says anything."""
    group = f"{{{P}}}grpSp"
    around = [item, *(a for a in item.iterancestors() if a.tag == group)]
    return not any(_speaks(about) for about in map(_about, around) if about is not None)


def _speaks(about: Element) -> bool:
    mark = next(about.iter(_DECORATIVE), None)
    return bool(about.get("descr")) or (mark is not None and mark.get("val") == "1")


def table_headers(parts: Parts) -> Iterator[Diagnostic]:
    """A table marks its header row."""
    for name, root in slide_roots(parts):
        for table in root.iter(f"{{{A}}}tbl"):
            properties = table.find("a:tblPr", NS)
            if properties is None or properties.get("firstRow") != "1":
                yield finding("table-header", name, "has a table without a header row")


def merged_cells(parts: Parts) -> Iterator[Diagnostic]:
    """Merged cells can't be read in order."""
    for name, root in slide_roots(parts):
        if any(c.get("gridSpan") or c.get("rowSpan") for c in root.iter(f"{{{A}}}tc")):
            yield finding("table-merged", name, "has merged cells", severity="warning")


def link_words(parts: Parts) -> Iterator[Diagnostic]:
    """The words of a link say where it leads."""
    for name, root in slide_roots(parts):
        for run in root.iter(f"{{{A}}}r"):
            words = (run.findtext("a:t", "", NS)).strip()
            linked = run.find("a:rPr/a:hlinkClick", NS) is not None
            if linked and words.lower().rstrip(".!") in _SAYS_NOTHING:
                sentence = f"has a link that says only {words!r}"
                yield finding("link-words", name, sentence, severity="warning")


RULES: tuple[Rule, ...] = (
    titles, hidden_titles, same_titles, picture_texts, form_texts, table_headers, merged_cells,
    link_words,
)  # fmt: skip
