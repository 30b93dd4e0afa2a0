"""A Scene on someone else's .pptx: its entries copied, its slides taken out, ours put in.

In: a Scene with a base. Out: a package in which masters, layouts, theme, media, fonts and custom
XML are byte for byte the base's; the presentation, its relationships and the content types are
edited where slides are listed. What no kept part refers to any more is left out. Not here: what a
slide looks like inside.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.base import listing
from deckgen.scene.model import Layout, Page, Scene
from deckgen.writers.pptx import names, notes, properties, sections, shows, theme
from deckgen.writers.pptx.parts import Package, Relations, stamp
from deckgen.writers.pptx.shapes import Context
from deckgen.writers.pptx.slides import Slides
from deckgen.writers.pptx.xml import Xml, document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FIRST_SLIDE_ID = 256
_MAIN_TYPE = names.TYPES["ppt/presentation.xml"]
# What belongs to slides that are gone: comments, their authors, the editor's memory, macros.
_GONE = frozenset((
    "slide", "commentAuthors", "authors", "changesInfo", "revisionInfo", "vbaProject", "thumbnail",
    "comments", "classificationlabels",
))  # fmt: skip
_REPLACED = ("docProps/app.xml", "docProps/core.xml")
_OVERRIDE = re.compile(rb"<(\w+:)?clrMapOvr\b.*?</(\w+:)?clrMapOvr>", re.DOTALL)
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
# What the schema has before the list of custom shows (ECMA-376 part 1, 19.2.1.26).
_BEFORE_SHOWS = (
    "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz",
    "smartTags", "embeddedFontLst",
)  # fmt: skip
_P, _R = names.PRESENTATION, names.OFFICE_RELS


class BasePackage(Package):
    """A package that begins with a base's parts."""

    def __init__(self, data: bytes) -> None:
        """`data` is the base file's; everything but its slides is kept."""
        super().__init__()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._data = {
                info.filename: archive.read(info)
                for info in archive.infolist()
                if not info.is_dir()
            }
        self.main = _main(self._data)
        self.kept = _reachable(self._data, self.main)
        lines = _parse(self._data[_rels(self.main)])
        found = (_target(self.main, line) for line in lines if _kind(line) == "presProps")
        self.rules = [name for name in found if name in self._data]

    def part(self, name: str) -> bytes:
        """A kept part's bytes."""
        return self._data[name]

    def free(self, pattern: str) -> str:
        """The first name of a pattern that neither the base nor the deck has, media included."""
        number = len(self._blobs) + 1
        while pattern.format(number) in self._data or self._archive.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def charts(self) -> int:
        """The highest number among the base's charts and workbooks."""
        found = re.findall(r"(?:charts/chart|Worksheet)(\d+)\.", "\n".join(self.kept))
        return max(map(int, found), default=0)

    def copy(self, changed: dict[str, bytes]) -> None:
        """Put in what is kept, as it is or `changed`, except the parts that are written anew."""
        edited = {self.main, _rels(self.main), "_rels/.rels", "[Content_Types].xml"}
        edited |= {*_REPLACED, listing.PROPERTY_PART}
        for name in self._data:
            if name in self.kept and name not in edited:
                self._archive.add(name, changed.get(name, self._data[name]))

    def finish(self) -> bytes:
        """Root relationships, content types, the fingerprint: the file."""
        self._archive.add("_rels/.rels", self._roots())
        self._override(listing.PROPERTY_PART)
        self._archive.add("[Content_Types].xml", self._types())
        stamp = self._stamped(listing.digest(self._archive.listing()))
        self._archive.add(listing.PROPERTY_PART, stamp)
        return self._archive.close(("[Content_Types].xml", "_rels/.rels"))

    def _roots(self) -> bytes:
        root = _parse(self._data["_rels/.rels"])
        for line in list(root):
            if _kind(line) in _GONE or _target("", line) in (*_REPLACED, listing.PROPERTY_PART):
                root.remove(line)
        for kind, name in (
            ("core-properties", _REPLACED[1]),
            ("extended-properties", _REPLACED[0]),
            ("custom-properties", listing.PROPERTY_PART),
        ):
            _relate(root, kind, name)
        return _bytes(root)

    def _types(self) -> bytes:
        root = _parse(self._data["[Content_Types].xml"])
        used = {name.rpartition(".")[2].lower() for name, *_ in self._archive.listing()}
        seen, own = set(), {_attribute(one, "PartName"): one for one in self._overrides}
        for line in list(root):
            name = line.get("PartName", "")
            extension = line.get("Extension", "").lower()
            if name and (name[1:] not in self.kept or name in own):
                root.remove(line)
            elif name == "/" + self.main:
                line.set("ContentType", _MAIN_TYPE)
            elif extension and extension not in used:
                root.remove(line)  # of a part that went with the slides
            elif extension:
                seen.add(extension)
        for extension in sorted(self._extensions - seen):
            line = root.makeelement(f"{{{names.CONTENT_TYPES}}}Default", {}, None)
            line.set("Extension", extension)
            line.set("ContentType", names.DEFAULTS[extension])
            root.insert(0, line)
        for name, one in own.items():
            line = root.makeelement(f"{{{names.CONTENT_TYPES}}}Override", {}, None)
            line.set("PartName", name)
            line.set("ContentType", _attribute(one, "ContentType"))
            root.append(line)
        return _bytes(root)

    def _stamped(self, digest: str) -> bytes:
        """The base's own custom properties (labels of sensitivity, say) with ours behind them."""
        before = self._data.get(listing.PROPERTY_PART)
        if before is None or listing.PROPERTY_PART not in self.kept:
            return document(stamp(digest))
        root = _parse(before)
        for line in list(root):
            if line.get("name") == listing.PROPERTY:
                root.remove(line)
        ours = _parse(document(stamp(digest)))[0]
        taken = [int(line.get("pid", "1")) for line in root]
        ours.set("pid", str(max(taken, default=1) + 1))
        root.append(ours)
        return _bytes(root)


def write_on(scene: Scene) -> bytes:
    """The whole file."""
    package = BasePackage(scene.blobs[scene.base])
    context = Context(scene, package)
    context.charts = package.charts()
    package.copy({name: _ruled(package.part(name), scene) for name in package.rules})
    package.add("docProps/core.xml", properties.core(scene.properties))
    package.add("docProps/app.xml", properties.app(scene))
    writer = _Writer(context, package)
    writer.presentation()
    writer.slides()
    return package.finish()


def _ruled(data: bytes, scene: Scene) -> bytes:
    """How the show runs: as in the base, without its custom shows, or begun with one of ours."""
    root = _parse(data)
    before = root.find(f"{{{_P}}}showPr")
    ours = shows.beginning(scene)
    stale = before is not None and before.find(f"{{{_P}}}custShow") is not None
    if not ours and not stale:
        return data
    if before is not None:
        root.remove(before)
    if ours:
        _insert(root, _fragment(ours), ("htmlPubPr", "webPr", "prnPr"))
    return _bytes(root)


class _Writer:
    """Adds a scene's slides to a base."""

    def __init__(self, context: Context, package: BasePackage) -> None:
        self._context = context
        self._scene = context.scene
        self._package = package
        self._folder = posixpath.dirname(package.main)
        self._relations = _parse(package.part(_rels(package.main)))
        self._notes = ""
        if any(page.notes for page in self._scene.pages):
            self._notes = self._notes_master()

    def presentation(self) -> None:
        """The presentation part: slides listed anew, everything else as it was."""
        root = _parse(self._package.part(self._package.main))
        for line in list(self._relations):
            if _kind(line) in _GONE:
                self._relations.remove(line)
        for tag in ("sldIdLst", "custShowLst", "modifyVerifier"):
            for old in root.findall(f"{{{_P}}}{tag}"):
                root.remove(old)
        if self._notes:
            self._list_notes_master(root)
        rids = self._list_slides(root)
        listed = shows.custom_shows(self._scene, rids)
        if listed:
            _insert(root, _fragment(listed), _BEFORE_SHOWS)
        self._list_sections(root)
        self._package.add_bytes(self._package.main, _bytes(root), _bytes(self._relations))

    def _list_slides(self, root: Element) -> list[str]:
        """Their relationships."""
        rids = []
        ids = root.makeelement(f"{{{_P}}}sldIdLst", {}, None)
        for number in range(1, len(self._scene.pages) + 1):
            rid = _relate(self._relations, "slide", self._near(_slide(number)))
            line = root.makeelement(f"{{{_P}}}sldId", {}, None)
            line.set("id", str(_FIRST_SLIDE_ID + number - 1))
            line.set(f"{{{_R}}}id", rid)
            ids.append(line)
            rids.append(rid)
        _insert(root, ids, ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst"))
        return rids

    def _list_notes_master(self, root: Element) -> None:
        if root.find(f"{{{_P}}}notesMasterIdLst") is not None:
            return
        rid = _relate(self._relations, "notesMaster", self._near(self._notes))
        ids = root.makeelement(f"{{{_P}}}notesMasterIdLst", {}, None)
        line = root.makeelement(f"{{{_P}}}notesMasterId", {}, None)
        line.set(f"{{{_R}}}id", rid)
        ids.append(line)
        _insert(root, ids, ("sldMasterIdLst",))

    def _list_sections(self, root: Element) -> None:
        extensions = root.find(f"{{{_P}}}extLst")
        for one in () if extensions is None else list(extensions):
            if one.get("uri") == _SECTIONS:
                extensions.remove(one)  # type: ignore[union-attr]
        ours = sections.sections(self._scene, _FIRST_SLIDE_ID)
        made = [] if not ours else list(_fragment(ours))
        if extensions is None and made:
            extensions = root.makeelement(f"{{{_P}}}extLst", {}, None)
            root.append(extensions)
        if extensions is not None:
            extensions.extend(made)
            if not len(extensions):
                root.remove(extensions)

    def _near(self, part: str) -> str:
        return posixpath.relpath(part, self._folder)

    def _notes_master(self) -> str:
        """The base's own notes master, or one of ours."""
        package = self._package
        for line in self._relations:
            if _kind(line) == "notesMaster":
                return _target(package.main, line)
        scene = self._scene
        part = package.free("ppt/notesMasters/notesMaster{}.xml")
        look = package.free("ppt/theme/theme{}.xml")
        below = Relations()
        below.add("theme", posixpath.relpath(look, "ppt/notesMasters"))
        root = notes.master(scene.width, scene.height, scene.properties.lang)
        package.add(part, root, below)
        package.add(look, theme.theme(scene.theme))
        return part

    def slides(self) -> None:
        """Slides and their notes."""
        writer = _BaseSlides(self._context, self._package)
        for number, page in enumerate(self._scene.pages, 1):
            root, relations = writer.slide(page)
            if page.notes:
                name = f"ppt/notesSlides/notesSlide{number}.xml"
                relations.add("notesSlide", posixpath.relpath(name, "ppt/slides"))
                below = Relations()
                below.add("notesMaster", posixpath.relpath(self._notes, "ppt/notesSlides"))
                below.add("slide", f"../slides/slide{number}.xml")
                said = notes.page(page.notes, number, self._scene.properties.lang)
                self._package.add(name, said, below)
            self._package.add(_slide(number), root, relations)


class _BaseSlides(Slides):
    """Slides whose layouts are the base's."""

    def __init__(self, context: Context, package: BasePackage) -> None:
        super().__init__(context)
        self._maps = {
            layout.id: Xml(_mapping(package.part(layout.part))) for layout in context.scene.layouts
        }

    def target(self, number: int, layout: Layout) -> str:
        """Where a slide finds its layout."""
        return posixpath.relpath(layout.part, "ppt/slides")

    def mapping(self, page: Page, layout: Layout) -> Xml:
        """The layout's own map of colours, where it has one."""
        return self._maps[layout.id] or theme.INHERIT_MAP


def _mapping(layout: bytes) -> str:
    found = _OVERRIDE.search(layout)
    text = found[0].decode() if found else ""
    plain = found is not None and (found[1] or b"") == b"p:" and "overrideClrMapping" in text
    return text if plain and "<a:override" in text else ""


def _slide(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def _main(data: dict[str, bytes]) -> str:
    for line in _parse(data["_rels/.rels"]):
        if _kind(line) == "officeDocument":
            return _target("", line)
    raise ValueError("the base has no main part")


def _reachable(data: dict[str, bytes], main: str) -> frozenset[str]:
    """Parts that are referred to when slides and what belongs to them are gone."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        owner = waiting.pop()
        for name in _targets(data, owner):
            if name in data and name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset({*found, *(_rels(name) for name in found if _rels(name) in data), main})


def _targets(data: dict[str, bytes], owner: str) -> Iterator[str]:
    lines = data.get(_rels(owner))
    for line in () if lines is None else _parse(lines):
        if _kind(line) not in _GONE and line.get("TargetMode") != "External":
            yield _target(owner, line)


def _rels(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _kind(line: Element) -> str:
    return posixpath.basename(line.get("Type", ""))


def _target(owner: str, line: Element) -> str:
    joined = posixpath.join("/", posixpath.dirname(owner), line.get("Target", ""))
    return posixpath.normpath(joined).lstrip("/")


def _relate(root: Element, kind: str, target: str) -> str:
    """Add a relationship under a free id."""
    taken = {line.get("Id") for line in root}
    number = len(root) + 1
    while f"rId{number}" in taken:
        number += 1
    line = root.makeelement(f"{{{names.PACKAGE_RELS}}}Relationship", {}, None)
    for name, value in (("Id", f"rId{number}"), ("Type", names.REL[kind]), ("Target", target)):
        line.set(name, value)
    root.append(line)
    return f"rId{number}"


def _insert(root: Element, child: Element, after: tuple[str, ...]) -> None:
    """Where the schema wants it: behind the last of the elements that may stand before it."""
    if not len(child):
        return
    places = [n for n, one in enumerate(root) if one.tag in {f"{{{_P}}}{tag}" for tag in after}]
    root.insert(max(places, default=-1) + 1, child)


def _attribute(one: Xml, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', one)
    return found[1] if found else ""


def _parse(data: bytes) -> Element:
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _fragment(text: Xml) -> Element:
    spaces = "".join(f' {name}="{value}"' for name, value in names.ROOT.items())
    return _parse(f"<root{spaces}>{text}</root>".encode())[0]


def _bytes(root: Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
