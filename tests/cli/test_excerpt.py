from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.cli.excerpt import WINDOW, render


def finding(column: int, end: int, **changes: object) -> Diagnostic:
    span = Span("deck.yaml", 7, column, 7, end)
    return Diagnostic("outline/unknown-key", "a slide has no key `poinst`", span, **changes)  # type: ignore[arg-type]


def test_a_finding_shows_its_line_a_caret_and_what_to_type() -> None:
    found = finding(3, 9, hints=("did you mean `points`?",))
    assert render(found, "talk/deck.yaml:7:3", "  poinst:") == (
        "error[outline/unknown-key]: a slide has no key `poinst`\n"
        "  --> talk/deck.yaml:7:3\n"
        "   |\n"
        " 7 |   poinst:\n"
        "   |   ^^^^^^\n"
        "   = did you mean `points`?"
    )


def test_without_a_source_line_the_place_is_enough() -> None:
    assert render(finding(3, 9), "deck.yaml:7:3", None).splitlines()[1:] == ["  --> deck.yaml:7:3"]


def test_a_finding_about_no_place_is_one_line() -> None:
    assert render(Diagnostic("a/b", "too much"), "", None) == "error[a/b]: too much"


def test_the_caret_stands_under_its_word_after_tabs_and_wide_characters() -> None:
    lines = render(finding(6, 8), "p", "\t日本 - xy").splitlines()
    assert lines[3] == " 7 | \t日本 - xy"
    assert lines[4] == "   | \t       ^^"[:-3] + "^^"


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "a" * 500 + "b" + "c" * 500
    shown, caret = render(finding(501, 502), "p", line).splitlines()[3:5]
    assert len(shown) <= WINDOW + 5
    assert shown[caret.index("^")] == "b"


def test_control_characters_do_not_reach_the_terminal() -> None:
    text = render(finding(1, 2, hints=("\x1b[2J",)), "p", "\x1b]0;owned\x07")
    assert "\x1b" not in text
    assert "\x07" not in text


def test_a_caret_beyond_the_end_of_its_line_is_still_shown() -> None:
    assert render(finding(12, 12), "p", "short").splitlines()[4].endswith("^")


def test_colour_only_where_asked() -> None:
    assert "\x1b[1;31m" in render(finding(1, 2), "p", "x", colour=True)
    assert "\x1b" not in render(finding(1, 2), "p", "x")
