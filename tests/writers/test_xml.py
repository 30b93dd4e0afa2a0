"""Whatever people type, what comes out is XML, and says the same."""

from __future__ import annotations

import io
import re
import zipfile

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckgen.writers.pptx.archive import Archive
from deckgen.writers.pptx.xml import Xml, attribute, document, element, text

FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]|\x0c")
ANY = st.text(st.characters(exclude_categories=[]))


def said(value: str) -> str:
    return re.sub("[\n\r\v]", " ", FORBIDDEN.sub("", value))


@given(ANY)
def test_text_comes_back(value: str):
    parsed = etree.fromstring(document(element("t", {}, text(value)))).text or ""
    assert parsed.replace("_x005F_", "_") == said(value).replace("_x005F_", "_")


@given(ANY)
def test_attributes_come_back(value: str):
    parsed = etree.fromstring(document(element("t", {"name": value}))).get("name")
    assert parsed == said(value).replace("\t", " ")


def test_literal_escapes_are_escaped():
    assert text("_x000B_ _x_ _x00_") == "_x005F_x000B_ _x_ _x00_"
    assert text("_x005F_x000B_") == "_x005F_x005F_x005F_x000B_"


def test_attribute_order_and_what_is_none():
    assert (
        element("a", {"b": 1, "c": None, "d": '"'}, Xml("<e/>")) == '<a b="1" d="&quot;"><e/></a>'
    )
    assert element("a") == "<a/>"
    assert attribute("x") == "x"


@given(st.dictionaries(st.text("abc/._", min_size=1), st.binary(max_size=3000), max_size=6))
def test_zip_files_open_again(parts: dict[str, bytes]):
    archive = Archive()
    for name, data in parts.items():
        archive.add(name, data)
    first = tuple(reversed(parts))[:1]
    with zipfile.ZipFile(io.BytesIO(archive.close(first))) as found:
        assert {n: found.read(n) for n in found.namelist()} == parts
        assert found.namelist()[:1] == list(first)
