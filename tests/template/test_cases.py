"""Broken templates: one change to a sound one, and what is said about it, at which place."""

from pathlib import Path
from typing import get_args

import pytest

from deckgen.base.diagnostics import Diagnostic
from deckgen.layout.artwork import STYLES
from deckgen.outline import model as o
from deckgen.template.load import load
from deckgen.template.model import ART_STYLES, Template
from deckgen.template.proofs import KINDS
from deckgen.world import MemoryWorld

ROOT = Path(__file__).parents[2]
SOUND = (Path(__file__).parent / "sound.yaml").read_text("utf-8")
NAMES = tuple(sorted(one.parent.name for one in (ROOT / "templates").glob("*/template.yaml")))

# name: what is replaced, by what, the code, words of the message, the text under the span
CASES = {
    "a colour in words": ('dk1: "#1C2733"', "dk1: navy", "colour", "`navy` is not a", "navy"),
    "a missing slot": ('  accent3: "#A8540F"\n', "", "palette", "has no `accent3`", ""),
    "a slot too many": ('  dk1: "', '  dark: "#000000"\n  dk1: "', "palette", "`dark`", "#000000"),
    "a scheme without a role": ("paper: lt1, ink", "ink", "scheme", "`light` lacks `paper`", ""),
    "a role that no scheme has": (
        "paper: lt1, ink", "paper: lt1, inkt: dk1, ink", "scheme", "no colour role `inkt`", "dk1",
    ),
    "a scheme with no theme colour": (
        "paper: lt1, ink", "paper: white, ink", "scheme", "`white` is no theme colour", "white",
    ),
    "an unknown scheme": ("page: [dark], art: fields", "page: [noir]", "scheme", "`noir`", "noir"),
    "low contrast": ("muted: accent4", "muted: accent5", "contrast", "muted on paper", ""),
    "an unknown key": ("title: Plain", "titel: Plain", "unknown-key", "no key `titel`", "titel"),
    "a key that is missing": ("title: Plain\n", "", "missing-key", "`title` is missing", ""),
    "an unknown key inside": (
        "body: {sizes:", "body: {size: 3, sizes:", "unknown-key", "no key `size`", "size",
    ),
    "words for a number": ("scale: [12", "scale: [twelve", "invalid", "a number", "twelve"),
    "a number for a list": ("artwork: [", "artwork: 3 #[", "invalid", "a list", "3"),
    "one size of two": ("title: {sizes: [40, 28]", "title: {sizes: [36]", "invalid", "2", "[36]"),
    "sizes the wrong way round": (
        "title: {sizes: [40, 28]", "title: {sizes: [28, 40]", "role", "`title`", "[28, 40]",
    ),
    "an unknown typeface": (
        "heading: Calibri", "heading: Gill Sans", "font", "`Gill Sans`", "Gill Sans",
    ),
    "a footer that says what no deck has": (
        "title: Plain", "title: Plain\nfooter: '{author} {speaker}'", "footer", "`{speaker}`",
        "{author} {speaker}",
    ),
    "decoration on an unknown kind": (
        "on: [light], titled", "on: [light], kinds: [covr], titled", "kind", "`covr`", "[covr]",
    ),
    "an unknown kind": ("  cover: {page", "  covr: {page", "kind", "`covr`", ""),
    "an unknown role": ("  lead: {", "  leed: {sizes: [20, 12]}\n  lead: {", "role", "`leed`", ""),
    "a missing role": ("  word: {", "  wort: {", "role", "no type role `word`", ""),
    "unknown artwork": ("art: fields", "art: clouds", "invalid", "'clouds' is none of", "clouds"),
    "another height": (
        "title: Plain", "title: Plain\nheight: 700", "invalid", "'700' is none of `540`", "700",
    ),
    "margins without a page": (
        "title: Plain", "title: Plain\ngrid: {margins: {left: 500}}", "margins", "too little",
        "{left: 500}",
    ),
    "a leading out of range": (
        "body: {sizes:", "body: {leading: 20, sizes:", "invalid", ">= 70", "20",
    ),
    "perhaps for true": (
        "title: Plain", "title: Plain\ndark: perhaps", "invalid", "true or false", "perhaps",
    ),
    "not a mapping": (SOUND, "- one\n- two\n", "invalid", "keys with values", ""),
}  # fmt: skip


def loaded(text: str) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    found = load("mine", MemoryWorld(templates={"mine": text.encode()}))
    return found.value, found.diagnostics


@pytest.mark.parametrize("name", CASES)
def test_says_what_is_wrong_and_where(name: str) -> None:
    old, new, code, words, under = CASES[name]
    assert old in SOUND
    text = SOUND.replace(old, new, 1)
    template, findings = loaded(text)
    assert template is None
    found = [one for one in findings if one.code == f"template/{code}" and words in one.message]
    assert found, findings
    span = found[0].span
    assert span is not None
    assert span.file == "templates/mine/template.yaml"
    if under:
        line = text.splitlines()[span.line - 1]
        assert line[span.column - 1 : span.end_column - 1].strip("\"'") == under


def test_everything_is_reported_at_once() -> None:
    text = SOUND.replace("title: Plain", "titel: Plain").replace("scale: [12", "scale: [x, 12")
    text = text.replace("bold: true", "bold: perhaps")
    codes = [one.code for one in loaded(text)[1]]
    assert codes.count("template/unknown-key") == 1
    assert codes.count("template/missing-key") == 1
    assert codes.count("template/invalid") == 1 + SOUND.count("bold: true")


def test_a_template_that_is_not_there() -> None:
    (found,) = load("none", MemoryWorld(templates={"mine": b""})).diagnostics
    assert found.code == "template/unknown"
    assert "mine" in found.hints[0]


@pytest.mark.parametrize("text", ["", "{", "\t", "a: &a [*a]", "\x00", "name: [" * 200])
def test_what_is_no_template_at_all(text: str) -> None:
    template, findings = loaded(text)
    assert template is None
    assert findings


@pytest.mark.parametrize("name", NAMES)
def test_the_templates_of_the_house_are_sound(name: str) -> None:
    data = (ROOT / f"templates/{name}/template.yaml").read_bytes()
    found = load(name, MemoryWorld(templates={name: data}))
    assert found.diagnostics == ()
    assert found.value is not None
    assert found.value.name == name


def test_every_kind_may_be_set() -> None:
    kinds = {kind.__name__.lower() for kind in get_args(o.Block)}
    assert set(KINDS) == kinds | {"shout"}


def test_every_artwork_is_drawn() -> None:
    assert tuple(STYLES) == ART_STYLES
