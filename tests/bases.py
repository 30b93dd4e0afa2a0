"""Small base files, made here: python-pptx's plain template with what a test wants changed.

Each `Base` starts with eleven layouts on one white master, 4:3, and two slides with notes. Nothing
comes from anybody's corporate template.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from pptx import Presentation

from deckgen.disk import DiskWorld
from deckgen.pipeline import Compiled, compile_deck
from deckgen.readers.pptx.base import read, understand
from deckgen.readers.pptx.base.facts import File
from deckgen.readers.pptx.base.writing import text
from deckgen.template.model import Template

TALK = """\
title: A talk
lang: en-GB
slides:
- id: cover
  cover: {title: A talk, sub: Somebody}
- id: part
  section: The first part
- id: list
  title: What a street needs
  points: [Somewhere to sit, {Somebody who looks out: [Every day, Also at night]}]
  notes: Say hello.
- id: sum
  title: Three words
  words: [one, two, three]
- id: photo
  picture: {wants: A street}
- id: asked
  question: Who sits there?
"""
LOCAL = {
    "nl": ("Titeldia", "Titel en object", "Sectiekop", "Alleen titel"),
    "de": ("Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Nur Titel"),
    "fr": ("Diapositive de titre", "Titre et contenu", "Titre de section", "Titre seul"),
    "es": ("Diapositiva de título", "Título y objetos", "Encabezado de sección", "Solo el título"),
}
ENGLISH = ("Title Slide", "Title and Content", "Section Header", "Title Only")


def plain(width: int = 9144000, height: int = 6858000) -> bytes:
    """The unchanged base: two slides, one with notes."""
    made = Presentation()
    made.slide_width, made.slide_height = width, height
    for number in (0, 1):
        slide = made.slides.add_slide(made.slide_layouts[number])
        slide.shapes.title.text = f"The template's own slide {number}"
    slide.notes_slide.notes_text_frame.text = "Own notes"
    return _saved(made)


def without(*names: str) -> bytes:
    """Without some of its layouts."""
    made = Presentation(io.BytesIO(plain()))
    for slide in list(made.slides._sldIdLst):
        made.slides._sldIdLst.remove(slide)
    for layout in list(made.slide_layouts):
        if layout.name in names:
            made.slide_layouts.remove(layout)
    return _saved(made)


def local(language: str) -> bytes:
    """Named as Office names layouts in a language; what type a layout is of, it doesn't say."""
    names = dict(zip(ENGLISH, LOCAL[language], strict=True))

    def rename(part: bytes) -> bytes:
        part = re.sub(rb' type="(title|obj|secHead|titleOnly)" preserve', b" preserve", part)
        for name, other in names.items():
            part = part.replace(f'name="{name}"'.encode(), f'name="{other}"'.encode())
        return part

    return edited(plain(), r"ppt/slideLayouts/slideLayout\d+\.xml", rename)


def dark() -> bytes:
    """White on black, by the master's map of colours."""

    def swap(part: bytes) -> bytes:
        return part.replace(b'bg1="lt1" tx1="dk1"', b'bg1="dk1" tx1="lt1"')

    return edited(plain(), r"ppt/slideMasters/slideMaster1\.xml", swap)


def logo() -> bytes:
    """A small picture."""
    stream = io.BytesIO()
    Image.new("RGB", (40, 20), "#AA0000").save(stream, "PNG")
    return stream.getvalue()


def with_logo() -> bytes:
    """A picture on the master, in the upper right corner."""
    master = "slideMasters/slideMaster1.xml"
    picture = (
        b'<p:pic><p:nvPicPr><p:cNvPr id="77" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        b'<p:blipFill><a:blip r:embed="rId77"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        b'<p:spPr><a:xfrm><a:off x="8400000" y="100000"/><a:ext cx="508000" cy="254000"/></a:xfrm>'
        b'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:spTree>'
    )
    data = edited(plain(), f"ppt/{master}", lambda p: p.replace(b"</p:spTree>", picture))
    line = _relationship(77, "image", "../media/logo.png") + b"</Relationships>"
    data = edited(
        data,
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        lambda p: p.replace(b"</Relationships>", line),
    )
    kind = b'<Default Extension="png" ContentType="image/png"/></Types>'
    data = edited(data, r"\[Content_Types\]\.xml", lambda p: p.replace(b"</Types>", kind))
    return _with(data, {"ppt/media/logo.png": logo()})


def potx() -> bytes:
    """A template by its content type, as .potx files are."""
    return edited(
        plain(),
        r"\[Content_Types\]\.xml",
        lambda part: part.replace(b"presentation.main+xml", b"template.main+xml"),
    )


def embedded() -> bytes:
    """With an embedded typeface, a comment author, a section and a custom show."""
    rid = b'<Relationship Id="rId9%d" Type="http://schemas.openxmlformats.org/officeDocument/'
    kinds = ((b"font", b"fonts/font1.fntdata"), (b"commentAuthors", b"commentAuthors.xml"))
    lines = b"".join(
        rid % n + b'2006/relationships/%b" Target="%b"/>' % kind for n, kind in enumerate(kinds)
    )
    data = edited(
        plain(),
        r"ppt/_rels/presentation\.xml\.rels",
        lambda part: part.replace(b"</Relationships>", lines + b"</Relationships>"),
    )
    fonts = (
        b'<p:embeddedFontLst><p:embeddedFont><p:font typeface="House Sans"/>'
        b'<p:regular r:id="rId90"/></p:embeddedFont></p:embeddedFontLst>'
        b'<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst/></p:custShow></p:custShowLst>'
    )
    data = edited(
        data,
        r"ppt/presentation\.xml",
        lambda part: re.sub(rb"(<p:notesSz[^>]*/>)", rb"\1" + fonts, part),
    )
    types = (
        b'<Default Extension="fntdata" ContentType="application/x-fontdata"/><Override PartName='
        b'"/ppt/commentAuthors.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'presentationml.commentAuthors+xml"/></Types>'
    )
    data = edited(data, r"\[Content_Types\]\.xml", lambda p: p.replace(b"</Types>", types))
    authors = (
        b'<p:cmAuthorLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
    )
    return _with(data, {"ppt/fonts/font1.fntdata": b"\1\2\3", "ppt/commentAuthors.xml": authors})


def two_masters() -> bytes:
    """A second master, a copy of the first, with one layout of its own called `Second`."""
    data = plain()
    parts = _parts(data)
    second = {
        "ppt/slideMasters/slideMaster2.xml": _only_first(
            parts["ppt/slideMasters/slideMaster1.xml"]
        ),
        "ppt/slideMasters/_rels/slideMaster2.xml.rels": _relationships(
            ("slideLayout", "../slideLayouts/slideLayout12.xml"), ("theme", "../theme/theme9.xml")
        ),
        "ppt/slideLayouts/slideLayout12.xml": parts["ppt/slideLayouts/slideLayout2.xml"].replace(
            b'name="Title and Content"', b'name="Second"'
        ),
        "ppt/slideLayouts/_rels/slideLayout12.xml.rels": _relationships(
            ("slideMaster", "../slideMasters/slideMaster2.xml")
        ),
        "ppt/theme/theme9.xml": parts["ppt/theme/theme1.xml"],
    }
    line = _relationship(99, "slideMaster", "slideMasters/slideMaster2.xml") + b"</Relationships>"
    data = edited(
        data,
        r"ppt/_rels/presentation\.xml\.rels",
        lambda p: p.replace(b"</Relationships>", line),
    )
    entry = b'<p:sldMasterId id="2147483900" r:id="rId99"/></p:sldMasterIdLst>'
    data = edited(
        data, r"ppt/presentation\.xml", lambda p: p.replace(b"</p:sldMasterIdLst>", entry)
    )
    kinds = {
        "slideMasters/slideMaster2": "presentationml.slideMaster",
        "slideLayouts/slideLayout12": "presentationml.slideLayout",
        "theme/theme9": "theme",
    }
    types = "".join(
        f'<Override PartName="/ppt/{name}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    data = edited(
        data,
        r"\[Content_Types\]\.xml",
        lambda p: p.replace(b"</Types>", types.encode() + b"</Types>"),
    )
    return _with(data, second)


def _only_first(master: bytes) -> bytes:
    entry = b'<p:sldLayoutIdLst><p:sldLayoutId id="2147483901" r:id="rId1"/></p:sldLayoutIdLst>'
    return re.sub(rb"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>", entry, master, flags=re.DOTALL)


def _relationship(number: int, kind: str, target: str) -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="rId{number}" Type="{space}/{kind}" Target="{target}"/>'.encode()


def _relationships(*lines: tuple[str, str]) -> bytes:
    space = b"http://schemas.openxmlformats.org/package/2006/relationships"
    inside = b"".join(_relationship(n, *line) for n, line in enumerate(lines, 1))
    return b'<Relationships xmlns="' + space + b'">' + inside + b"</Relationships>"


def edited(data: bytes, names: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with some parts changed."""
    parts = _parts(data)
    hit = {name for name in parts if re.fullmatch(names, name)}
    assert hit, names
    return _zipped({n: change(part) if n in hit else part for n, part in parts.items()})


def _with(data: bytes, more: dict[str, bytes]) -> bytes:
    return _zipped({**_parts(data), **more})


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            # A fixed time: the same base is the same bytes.
            archive.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED
            )
    return stream.getvalue()


def _saved(made: Presentation) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return _zipped(_parts(stream.getvalue()))


def facts(data: bytes) -> File:
    """What the reader sees."""
    found = read(data)
    assert found.value is not None, found.diagnostics
    return found.value


def understood(data: bytes) -> Template:
    """The template that it becomes."""
    found = understand(facts(data), "house")
    assert found.value is not None, found.diagnostics
    return found.value


def compiled(data: bytes, folder: Path, talk: str = TALK) -> Compiled:
    """A talk on it."""
    shelf = folder / "templates" / "house"
    shelf.mkdir(parents=True, exist_ok=True)
    (shelf / "base.pptx").write_bytes(data)
    (shelf / "template.yaml").write_text(text(understood(data)), "utf-8")
    (folder / "deck.yaml").write_text(talk, "utf-8")
    return compile_deck("deck.yaml", DiskWorld(str(folder)), "house")
