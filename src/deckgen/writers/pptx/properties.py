"""Document properties and the small parts that PowerPoint expects beside the slides.

In: Properties and counts. Out: part roots. Nothing here reads a clock.
"""

from __future__ import annotations

from deckgen.scene.model import Properties, Scene
from deckgen.writers.pptx import names, shows
from deckgen.writers.pptx.xml import EMPTY, Value, Xml, element, text

_CORE: dict[str, Value] = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:dcmitype": "http://purl.org/dc/dcmitype/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_WIDE = 16 / 9


def core(value: Properties) -> Xml:
    """docProps/core.xml. Dates only where the deck gives one."""
    said = (
        ("dc:title", value.title),
        ("dc:subject", value.subject),
        ("dc:creator", value.author),
        ("cp:keywords", value.keywords),
        ("dc:description", value.comments),
        ("cp:lastModifiedBy", value.author),
        ("cp:revision", "1"),
    )
    lines = [element(tag, {}, text(words)) for tag, words in said if words]
    dates = [_date(tag, value.created) for tag in ("dcterms:created", "dcterms:modified")]
    lang = element("dc:language", {}, text(value.lang))
    return element("cp:coreProperties", _CORE, *lines, *dates, lang)


def _date(tag: str, day: str) -> Xml:
    if not day:
        return EMPTY
    moment = day if "T" in day else f"{day}T00:00:00Z"
    return element(tag, {"xsi:type": "dcterms:W3CDTF"}, text(moment))


def app(scene: Scene) -> Xml:
    """docProps/app.xml."""
    wide = abs(scene.width / scene.height - _WIDE) < 0.01
    said = (
        ("TotalTime", "0"),
        ("Application", "deckgen"),
        ("PresentationFormat", "Widescreen" if wide else "Custom"),
        ("Slides", str(len(scene.pages))),
        ("Notes", str(sum(1 for page in scene.pages if page.notes))),
        ("HiddenSlides", str(sum(1 for page in scene.pages if page.hidden))),
        ("AppVersion", "16.0000"),
    )
    lines = [element(tag, {}, text(words)) for tag, words in said]
    return element("Properties", {"xmlns": _APP}, *lines)


def presentation_properties(scene: Scene) -> Xml:
    """ppt/presProps.xml: what the show begins with."""
    return element("p:presentationPr", names.ROOT, shows.beginning(scene))


def view(_: Scene) -> Xml:
    """ppt/viewProps.xml: the plain view of slides."""
    scale = '<a:sx n="100" d="100"/><a:sy n="100" d="100"/>'
    plain = (
        '<p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="80000"/></p:normalViewPr>'
        '<p:slideViewPr><p:cSldViewPr snapToGrid="0"><p:cViewPr varScale="1"><p:scale>'
        f'{scale}</p:scale><p:origin x="0" y="0"/></p:cViewPr><p:guideLst/></p:cSldViewPr>'
        '</p:slideViewPr><p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/>'
        '<a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/></p:cViewPr></p:notesTextViewPr>'
        '<p:gridSpacing cx="72008" cy="72008"/>'
    )
    return element("p:viewPr", names.ROOT, Xml(plain))


def table_styles(_: Scene) -> Xml:
    """ppt/tableStyles.xml: none of our own."""
    return element("a:tblStyleLst", {"xmlns:a": names.DRAWING, "def": names.TABLE_DEFAULT})
