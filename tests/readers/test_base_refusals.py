"""Files that can't be a base: each is named for what it is, and none makes the reader fail."""

import io
import random
import re
import zipfile

import pytest

import bases
from deckgen.readers.pptx.base import read, refusing, understand

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return stream.getvalue()


def strict() -> bytes:
    space = b"http://schemas.openxmlformats.org/presentationml/2006/main"
    other = b"http://purl.oclc.org/ooxml/presentationml/main"
    return bases.edited(
        bases.plain(), r"ppt/presentation\.xml", lambda part: part.replace(space, other)
    )


FILES = {
    "empty": (b"", "is empty"),
    "text": (b"Dear all", "no PowerPoint file"),
    "cut off": (bases.plain()[:9000], "cut off or damaged"),
    "password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
    "old": (COMPOUND + "PowerPoint Document".encode("utf-16-le"), "97 to 2003"),
    "old and other": (COMPOUND, "no PowerPoint file"),
    "strict": (strict(), "Strict Open XML"),
    "word": (archive("[Content_Types].xml", "word/document.xml"), "Word document"),
    "excel": (archive("[Content_Types].xml", "xl/workbook.xml"), "Excel workbook"),
    "keynote": (archive("Index/Document.iwa"), "Keynote"),
    "old keynote": (archive("Index.zip"), "Keynote"),
    "opendocument": (archive("mimetype", "content.xml"), "OpenDocument"),
    "theme": (archive("[Content_Types].xml", "theme/themeManager.xml"), "a theme"),
    "other archive": (archive("a.txt"), "no PowerPoint file"),
}


@pytest.mark.parametrize("name", FILES)
def test_it_says_what_a_file_is(name: str) -> None:
    data, said = FILES[name]
    found = read(data)
    assert found.value is None
    assert [one.code for one in found.diagnostics] == ["template/no-base"]
    assert said in found.diagnostics[0].message


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusing, "MOST", 10_000)
    assert "unpacks to" in read(bases.plain()).diagnostics[0].message


def test_macros_are_left_out_and_it_says_so() -> None:
    line = bases._relationship(98, "vbaProject", "vbaProject.bin").replace(
        b"officeDocument/2006", b"office/2006"
    )
    data = bases.edited(
        bases.plain(),
        r"ppt/_rels/presentation\.xml\.rels",
        lambda part: part.replace(b"</Relationships>", line + b"</Relationships>"),
    )
    found = read(data)
    assert found.value is not None
    assert [one.code for one in found.diagnostics] == ["template/macros-left-out"]


def survive(data: bytes) -> None:
    found = read(data)
    assert (found.value is None) == any(one.severity == "error" for one in found.diagnostics)
    if found.value is not None:
        understood = understand(found.value, "house")
        assert understood.value is not None or understood.diagnostics


def test_cut_and_flipped_files_are_read_or_refused() -> None:
    data, chance = bases.with_logo(), random.Random(7)
    for length in range(0, len(data), len(data) // 40):
        survive(data[:length])
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        survive(bytes(broken))


def test_damaged_parts_are_read_or_refused() -> None:
    parts, chance = bases._parts(bases.with_logo()), random.Random(11)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    for number in range(120):
        name = chance.choice(names)
        part = _damaged(parts[name], chance, number % 3)
        survive(bases._zipped({**parts, name: part}))


def _damaged(part: bytes, chance: random.Random, way: int) -> bytes:
    """Cut off, with another number in it, or without one of its elements."""
    pattern = (b"$", rb'(?<==")-?\d+(?=")', rb"<[ap]:\w+[^>]*/>")[way]
    hits = list(re.finditer(pattern, part))
    if way == 0 or not hits:
        return part[: chance.randrange(len(part))]
    hit = chance.choice(hits)
    new = chance.choice((b"0", b"-1", b"999999999999", b"x", b"")) if way == 1 else b""
    return part[: hit.start()] + new + part[hit.end() :]
