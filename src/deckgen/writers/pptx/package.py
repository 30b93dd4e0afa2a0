"""Scene → the bytes of a complete .pptx.

In: a Scene. Out: a package, the same bytes for the same scene. Not here: what any part
looks like inside; no file, no clock.
"""

from __future__ import annotations

from deckgen.scene.model import Scene
from deckgen.writers.pptx import masters, names, notes, properties, sections, shows, theme
from deckgen.writers.pptx.archive import Packing
from deckgen.writers.pptx.parts import Package, Relations
from deckgen.writers.pptx.shapes import Context
from deckgen.writers.pptx.slides import Slides
from deckgen.writers.pptx.xml import EMPTY, Xml, element

_FIRST_SLIDE_ID = 256  # the least that PowerPoint takes
_SMALL_PARTS = (
    ("presProps", properties.presentation_properties),
    ("viewProps", properties.view),
    ("tableStyles", properties.table_styles),
)


def write(scene: Scene, packing: Packing | None = None) -> bytes:
    """The whole file. `packing` carries packed parts from one file to the next like it."""
    if scene.base:
        from deckgen.writers.pptx.base import write_on

        return write_on(scene)
    if packing:
        packing.begin()
    package = Package(packing)
    context = Context(scene, package)
    _add_document(context)
    _add_presentation(context)
    _add_masters(context)
    _add_notes_master(context)
    _add_slides(context)
    return package.close(_roots())


def _roots() -> Relations:
    relations = Relations()
    relations.add("officeDocument", "ppt/presentation.xml")
    relations.add("core-properties", "docProps/core.xml")
    relations.add("extended-properties", "docProps/app.xml")
    relations.add("custom-properties", "docProps/custom.xml")
    return relations


def _add_document(context: Context) -> None:
    context.package.add("docProps/core.xml", properties.core(context.scene.properties))
    context.package.add("docProps/app.xml", properties.app(context.scene))
    for name, root in _SMALL_PARTS:
        context.package.add(f"ppt/{name}.xml", root(context.scene))


def _add_presentation(context: Context) -> None:
    scene = context.scene
    relations = Relations()
    master = relations.add("slideMaster", "slideMasters/slideMaster1.xml")
    master_id = element("p:sldMasterId", {"id": masters.MASTER_ID, "r:id": master})
    slides = [_slide(relations, number) for number in range(1, len(scene.pages) + 1)]
    ids = [
        element("p:sldId", {"id": number, "r:id": rid})
        for number, rid in enumerate(slides, _FIRST_SLIDE_ID)
    ]
    root = element(
        "p:presentation",
        {**names.ROOT, "saveSubsetFonts": 1, "autoCompressPictures": 0},
        element("p:sldMasterIdLst", {}, master_id),
        _notes_master_id(context, relations),
        element("p:sldIdLst", {}, *ids) if ids else EMPTY,
        element("p:sldSz", {"cx": scene.width, "cy": scene.height}),
        element("p:notesSz", {"cx": notes.WIDTH, "cy": notes.HEIGHT}),
        shows.custom_shows(scene, slides),
        element("p:defaultTextStyle", {}, *masters.other_levels(scene.properties.lang)),
        sections.sections(scene, _FIRST_SLIDE_ID),
    )
    relations.add("theme", "theme/theme1.xml")
    for name, _ in _SMALL_PARTS:
        relations.add(name, f"{name}.xml")
    context.package.add("ppt/presentation.xml", root, relations)


def _slide(relations: Relations, number: int) -> str:
    return relations.add("slide", f"slides/slide{number}.xml")


def _notes_master_id(context: Context, relations: Relations) -> Xml:
    if not _has_notes(context.scene):
        return EMPTY
    rid = relations.add("notesMaster", "notesMasters/notesMaster1.xml")
    return element("p:notesMasterIdLst", {}, element("p:notesMasterId", {"r:id": rid}))


def _has_notes(scene: Scene) -> bool:
    return any(page.notes for page in scene.pages)


def _add_masters(context: Context) -> None:
    scene = context.scene
    relations = Relations()
    for number in range(1, len(scene.layouts) + 1):
        relations.add("slideLayout", f"../slideLayouts/slideLayout{number}.xml")
    relations.add("theme", "../theme/theme1.xml")
    root = masters.master(context, relations)
    context.package.add("ppt/slideMasters/slideMaster1.xml", root, relations)
    context.package.add("ppt/theme/theme1.xml", theme.theme(scene.theme))
    for number, layout in enumerate(scene.layouts, 1):
        below = Relations()
        below.add("slideMaster", "../slideMasters/slideMaster1.xml")
        part = f"ppt/slideLayouts/slideLayout{number}.xml"
        context.package.add(part, masters.layout(layout, context, below), below)


def _add_notes_master(context: Context) -> None:
    scene = context.scene
    if not _has_notes(scene):
        return
    relations = Relations()
    relations.add("theme", "../theme/theme2.xml")
    root = notes.master(scene.width, scene.height, scene.properties.lang)
    context.package.add("ppt/notesMasters/notesMaster1.xml", root, relations)
    context.package.add("ppt/theme/theme2.xml", theme.theme(scene.theme))


def _add_slides(context: Context) -> None:
    slides = Slides(context)
    for number, page in enumerate(context.scene.pages, 1):
        root, relations = slides.slide(page)
        if page.notes:
            _add_notes(context, page.notes, number)
            relations.add("notesSlide", f"../notesSlides/notesSlide{number}.xml")
        context.package.add(f"ppt/slides/slide{number}.xml", root, relations)


def _add_notes(context: Context, paragraphs: tuple[str, ...], number: int) -> None:
    relations = Relations()
    relations.add("notesMaster", "../notesMasters/notesMaster1.xml")
    relations.add("slide", f"../slides/slide{number}.xml")
    root = notes.page(paragraphs, number, context.scene.properties.lang)
    context.package.add(f"ppt/notesSlides/notesSlide{number}.xml", root, relations)
