"""Outlines that are no text, or hardly: what is said about them, within two seconds."""

from __future__ import annotations

import time

import pytest

from deckgen.outline.load import load, read
from deckgen.world import MemoryWorld

GOOD = "title: Één\nslides:\n- statement: TRANSITIE\n- text: café\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

CASES = {
    "utf-8": (GOOD.encode(), []),
    "byte order mark": (b"\xef\xbb\xbf" + GOOD.encode(), []),
    "Windows line ends": (GOOD.replace("\n", "\r\n").encode(), []),
    "old Mac line ends": (GOOD.replace("\n", "\r").encode(), []),
    "UTF-16": (GOOD.encode("utf-16"), []),
    "UTF-16, big end first": (b"\xfe\xff" + GOOD.encode("utf-16-be"), []),
    "no line end at the end": (GOOD.strip().encode(), []),
    "no bytes": (b"", ["1:1 outline/empty"]),
    "spaces": (b"   \n  \n", ["1:1 outline/empty"]),
    "latin-1": (GOOD.encode("latin-1"), ["1:8 syntax/encoding"]),
    "latin-1 further down": (
        b"title: X\nslides:\n- text: caf\xe9\n",
        ["3:12 syntax/encoding"],
    ),
    "half of UTF-16": (GOOD.encode("utf-16")[:-1], ["1:1 syntax/encoding"]),
    "a NUL": (b"title: a\0b\n", ["1:1 syntax/binary"]),
    "a zip file": (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)) * 40, ["1:1 syntax/binary"]),
    "a bell": (b"title: a\nslides:\n- text: b\x07c\n", ["3:10 syntax/control-character"]),
    "50 MB": (b"- statement: x\n" * 3_400_000, ["1:1 syntax/too-large"]),
    "9 MB of points": (
        b"slides:\n- points:\n" + b"  - a\n" * 1_500_000,
        ["300001:5 syntax/too-many-nodes"],
    ),
    "3,000 brackets": (b"[" * 3000, ["1:101 syntax/too-deep"]),
    "3,000 braces": (b"slides: " + b"{a: " * 3000, ["1:405 syntax/too-deep"]),
    "3,000 dashes": (b"slides:\n" + b"- " * 3000, ["2:199 syntax/too-deep"]),
    "an alias bomb": (BOMB.encode(), ["6:20 syntax/too-many-nodes"]),
    "two documents": (GOOD.encode() + b"---\n" + GOOD.encode(), ["5:1 syntax/second-document"]),
    "3 MB in one text": (
        b"slides:\n- statement: x " + b"*y " * 1_000_000,
        ["2:14 outline/too-long"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_says_what_is_wrong_at_once(name: str) -> None:
    data, expected = CASES[name]
    start = time.perf_counter()
    found = load("deck.yaml", MemoryWorld({"deck.yaml": data})).diagnostics
    assert time.perf_counter() - start < 2
    said = [f"{d.span.line}:{d.span.column} {d.code}" for d in found if d.span]
    assert said[: len(expected)] == expected
    assert bool(found) == bool(expected)
    assert all(finding.hints for finding in found)


def test_encodings_give_the_same_deck() -> None:
    decks = [read(CASES[name][0], "deck.yaml", MemoryWorld()).value for name in list(CASES)[:7]]
    assert all(deck == decks[0] for deck in decks)


def test_no_file() -> None:
    found = load("dek.yaml", MemoryWorld({"deck.yaml": b""}))
    assert [d.code for d in found.diagnostics] == ["outline/missing-file"]
    assert found.diagnostics[0].hints[0] == "did you mean `deck.yaml`?"


def test_many_mistakes_take_no_longer() -> None:
    data = b"slides:\n" + b"- statement: Vroeger: nu\n" * 20_000
    start = time.perf_counter()
    found = read(data, "deck.yaml", MemoryWorld()).diagnostics
    assert time.perf_counter() - start < 2
    assert found[0].code == "syntax/unquoted-colon"
