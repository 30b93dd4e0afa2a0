"""The bundled fonts: every style opens, kerns as it should, and has what slides need."""

from __future__ import annotations

import pytest

from deckgen.disk import DiskWorld
from deckgen.text import FaceKey, Prepared, Span, Typesetter, breaks, count, seat, typefaces

SETTER = Typesetter(DiskWorld("."))
FACES = [
    FaceKey(typeface, bold, italic)
    for typeface in typefaces()
    for bold in (False, True)
    for italic in (False, True)
]


def prepare(text: str, face: FaceKey = FACES[0]) -> Prepared:
    return SETTER.prepare((Span(text, face),))


@pytest.mark.parametrize("face", FACES, ids=str)
def test_every_style_measures_dutch_and_symbols(face: FaceKey) -> None:
    prepared = prepare("Coöperatie, ‘eigen’ kracht – één → ► ▼ ▲ ◄ ▄ ■ ● • € 5…", face)
    assert prepared.missing == ()
    assert 15 < prepared.total < 50


def test_bold_is_wider() -> None:
    for typeface in ("Calibri", "Arial", "Cambria"):
        plain, bold = (prepare("samenleving", FaceKey(typeface, b)).total for b in (False, True))
        assert plain < bold


@pytest.mark.parametrize("typeface", ["Calibri", "Arial", "Cambria"])
def test_kerned_is_narrower(typeface: str) -> None:
    (atom,) = prepare("AVATAR", FaceKey(typeface)).atoms
    assert atom.width < 0.97 * atom.safe


def test_known_widths() -> None:
    """Advances of the real Calibri and Arial, in 2,048ths of an em."""
    assert prepare("n").total * 2048 == 1076
    assert prepare("n", FaceKey("Arial")).total * 2048 == 1139
    assert prepare("n", FaceKey("Arial", bold=True)).total * 2048 == 1251
    assert prepare("n", FaceKey("Courier New")).total == pytest.approx(0.6)


def test_arial_is_wider_than_calibri() -> None:
    text = "De participatiesamenleving vraagt om eigen kracht"
    assert 1.05 < prepare(text, FaceKey("Arial")).total / prepare(text).total < 1.15


def test_scale_multiplies() -> None:
    small = SETTER.prepare((Span("AVATAR", FACES[0], 0.5),))
    assert small.total == pytest.approx(prepare("AVATAR").total / 2)


def test_a_long_compound_stays_whole() -> None:
    word = "arbeidsongeschiktheidsverzekeringsmaatschappijen"
    prepared = prepare(f"de {word} van")
    assert len(breaks(prepared, prepared.longest * 1.01)) == 3
    assert count(prepared, 10) == 10**6


def test_the_same_spans_are_measured_once() -> None:
    assert prepare("samen") is prepare("samen")


def test_what_only_the_stand_in_has_is_missing() -> None:
    """IBM Plex Mono has a check mark; Courier New, which is written, has none."""
    assert prepare("✓", FaceKey("Courier New")).missing == ("✓",)


def test_seats_are_facts_of_the_written_typeface() -> None:
    assert seat("Calibri") == 0.936
    assert seat("Arial") == 0.972


def test_an_unknown_typeface_is_a_bug() -> None:
    with pytest.raises(KeyError):
        prepare("x", FaceKey("Comic Sans MS"))
