"""Whether a file is as it was written."""

from __future__ import annotations

import io
import zipfile

import pptx

from deckgen.readers.pptx.fingerprint import untouched
from deckgen.writers.pptx.package import write
from writers.scenes import points_page, scene

DECK = write(scene(points_page()))


def test_fresh_file_is_untouched():
    assert untouched(DECK)


def test_a_resaved_file_is_not():
    stream = io.BytesIO()
    deck = pptx.Presentation(io.BytesIO(DECK))
    deck.slides[0].shapes.title.text_frame.text = "Anders"
    deck.save(stream)
    assert not untouched(stream.getvalue())


def test_a_changed_part_is_not():
    assert not untouched(changed("ppt/slides/slide1.xml", b"Dienst", b"dienst"))


def test_an_added_part_is_not():
    stream = io.BytesIO(DECK)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("ppt/extra.xml", "<x/>")
    assert not untouched(stream.getvalue())


def test_other_bytes_are_not():
    assert not untouched(b"")
    assert not untouched(b"PK\3\4 and nothing")
    assert not untouched(DECK[:-30])


def test_a_zip_file_of_others_is_not():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("docProps/custom.xml", "<x/>")
    assert not untouched(stream.getvalue())


def changed(part: str, old: bytes, new: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DECK)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(old, new) if name == part else data)
    return stream.getvalue()
