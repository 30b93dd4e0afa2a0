"""Where lines end, in squares of 1 em: a line of ten characters is 10 wide."""

from __future__ import annotations

import pytest

from deckgen.text import SYMBOL, breaks, count, line_pieces
from deckgen.text.breaking import OVERFLOW
from text.setting import kerned, shown, squares

# name: (text, width, lines)
LINES: dict[str, tuple[str, float, list[str]]] = {
    "empty": ("", 10, [""]),
    "one word": ("samen", 5, ["samen"]),
    "exact fit": ("wij samen", 9, ["wij samen"]),
    "a hair too narrow": ("wij samen", 8.99, ["wij", "samen"]),
    "space hangs over the edge": ("wij samen", 5, ["wij", "samen"]),
    "as many as fit": ("de een van de ander", 10, ["de een van", "de ander"]),
    "long word stands alone": ("de overheidstaak is", 5, ["de", "overheidstaak", "is"]),
    "several spaces inside": ("de  een", 20, ["de  een"]),
    "spaces lead": ("  de een", 5, ["  de", "een"]),
    "tab is a space": ("de\teen", 4, ["de", "een"]),
    "hard break": ("wie\nzorgt er", 20, ["wie", "zorgt er"]),
    "line separator": ("wie\u2028zorgt", 20, ["wie", "zorgt"]),
    "two hard breaks": ("wie\n\ner", 20, ["wie", "", "er"]),
    "hard break at the end": ("wie\n", 20, ["wie", ""]),
    "hard break at the start": ("\nwie", 20, ["", "wie"]),
    "no-break space glues": ("Den\u00a0Haag is", 8, ["Den\u00a0Haag", "is"]),
    "narrow no-break space glues": ("a 10\u202f000", 7, ["a", "10\u202f000"]),
    "hyphen in a compound": ("de co-creatie", 6, ["de co-", "creatie"]),
    "hyphen fits whole": ("de co-creatie", 13, ["de co-creatie"]),
    "two hyphens": ("doe-het-zelf", 9, ["doe-het-", "zelf"]),
    "hanging hyphen": ("in- en uitvoer", 8, ["in- en", "uitvoer"]),
    "en dash between words": ("wit–zwart", 6, ["wit–", "zwart"]),
    "en dash with spaces": ("wit – zwart", 6, ["wit –", "zwart"]),
    "hyphen after a digit": ("65-plussers", 9, ["65-", "plussers"]),
    "no break after a slash": ("hij/zij of", 8, ["hij/zij", "of"]),
    "no break after a comma": ("een,twee", 5, ["een,twee"]),
    "no break in an apostrophe": ("zo'n ding", 5, ["zo'n", "ding"]),
    "no break before a closing mark": ("wat? -", 4, ["wat?", "-"]),
    "hyphen before a quotation mark": ('a-"b" c', 5, ['a-"b"', "c"]),
}


@pytest.mark.parametrize("name", LINES)
def test_lines(name: str) -> None:
    text, width, lines = LINES[name]
    assert shown(squares(text), width) == lines


# Shown with the break, as LibreOffice has it; reserved without, for not every program may.
DOUBTFUL: dict[str, tuple[str, float, list[str], list[str]]] = {
    "years": ("in 1980–2010", 8, ["in 1980–", "2010"], ["in", "1980–2010"]),
    "score": ("in 2012-2013", 8, ["in 2012-", "2013"], ["in", "2012-2013"]),
    "web address": ("op http://a-b.nl", 12, ["op http://a-", "b.nl"], ["op", "http://a-b.nl"]),
    "bare domain": ("op mijn-plek.nl", 8, ["op mijn-", "plek.nl"], ["op", "mijn-plek.nl"]),
    "mail": ("op jan-p@x.nl", 9, ["op jan-", "p@x.nl"], ["op", "jan-p@x.nl"]),
    "handle": ("bij @jan-piet", 9, ["bij @jan-", "piet"], ["bij", "@jan-piet"]),
    "long dash": ("wit—zwart of", 5, ["wit—", "zwart", "of"], ["wit—", "zwart", "of"]),
    "before a long dash": ("een wit—z", 7, ["een wit", "—z"], ["een", "wit—z"]),
    "ellipsis": ("ja maar…toch", 9, ["ja maar…", "toch"], ["ja", "maar…toch"]),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_doubtful_breaks(name: str) -> None:
    text, width, lines, reserved = DOUBTFUL[name]
    prepared = squares(text)
    assert shown(prepared, width) == lines
    assert shown(prepared, width / 0.985, safe=True) == reserved


def test_a_word_wider_than_the_box_is_overflow() -> None:
    assert count(squares("de overheidstaak"), 12) == OVERFLOW
    assert count(squares("de overheidstaak"), 14) == 2


def test_an_address_is_not_reckoned_to_break() -> None:
    assert squares("op mijn-plek.nl").longest == 12
    assert count(squares("op mijn-plek.nl"), 10) == OVERFLOW


def test_count_keeps_one_and_a_half_per_cent() -> None:
    prepared = squares("wij samen nu")
    assert len(breaks(prepared, 12)) == 1
    assert count(prepared, 12) == 2
    assert count(prepared, 12 / 0.985) == 1


def test_empty_text_is_one_line() -> None:
    assert breaks(squares(""), 5) == ((0, 0, 0.0),)
    assert count(squares(""), 5) == 1


def test_line_widths_leave_out_the_space_at_the_end() -> None:
    assert [line[2] for line in breaks(squares("wij samen nu"), 5)] == [3, 5, 2]


def test_bold_inside_a_word_does_not_break_it() -> None:
    prepared = squares("on", "over", "winnelijk sterk")
    assert shown(prepared, 15) == ["onoverwinnelijk", "sterk"]
    pieces = [(x, p.text, p.face.bold, p.key) for x, p in line_pieces(prepared, 0, 1)]
    assert pieces == [(0, "on", False, 0), (2, "over", True, 1), (6, "winnelijk", False, 2)]


def test_pieces_of_one_style_are_one() -> None:
    prepared = squares("wij zijn ", "samen sterk", " nu")
    pieces = [(x, p.text, p.width) for x, p in line_pieces(prepared, 0, 5)]
    assert pieces == [(0, "wij zijn ", 9), (9, "samen sterk", 11), (20, " nu", 3)]


def test_a_symbol_comes_from_the_symbol_face() -> None:
    prepared = squares("nu ► dan")
    pieces = [(p.text, p.face.typeface, p.symbol) for _, p in line_pieces(prepared, 0, 3)]
    assert pieces == [("nu ", "Calibri", False), ("►", SYMBOL, True), (" dan", "Calibri", False)]
    assert prepared.missing == ()


def test_a_symbol_inside_a_word_splits_it_into_pieces_not_lines() -> None:
    prepared = squares("a►b c")
    assert shown(prepared, 3) == ["a►b", "c"]


def test_missing_characters_are_told() -> None:
    assert squares("wel ✓ of ☑ of ✓").missing == ("☑", "✓")
    assert squares("met\u00ad zacht\u200b").missing == ()


def test_kerning_narrows_what_is_shown_and_not_what_is_reserved() -> None:
    (atom,) = kerned("VA", kerns=(("V", "A", -200),)).atoms
    assert (atom.width, atom.safe) == (1.8, 2)


def test_kerning_with_the_space_counts_inside_a_line_only() -> None:
    prepared = kerned("VA A", kerns=(("A", " ", -100), (" ", "A", -100)))
    assert breaks(prepared, 4)[0][2] == pytest.approx(3.8)
    assert [line[2] for line in breaks(prepared, 3)] == [2, 1]
    assert prepared.safe_rail.ends[-1] == 4


def test_kerning_at_a_hyphen_counts_inside_a_line_only() -> None:
    prepared = kerned("a-Tb", kerns=(("-", "T", -300),))
    assert breaks(prepared, 4)[0][2] == pytest.approx(3.7)
    assert [line[2] for line in breaks(prepared, 2)] == [2, 2]
    ((_, piece),) = line_pieces(prepared, 0, 2)
    assert (piece.text, piece.width) == ("a-Tb", pytest.approx(3.7))
