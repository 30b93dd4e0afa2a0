"""Comments that justify findings: what they cover, and what is said about those that don't."""

from pathlib import Path

import pytest

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.disk import DiskWorld
from deckgen.outline.ignores import divide, idle, read, unknown
from deckgen.pipeline import Compiled, compile_deck

TIGHT = "layout/tight"
DECK = """\
title: Wijk
slides:
- statement: Een
# deckgen: ignore layout/tight – de foto is het punt
- title: Twee
  points:
  - een
  - twee
- title: Drie
  # deckgen: ignore layout/tight -- dat moet
  points:
  - een
  notes: nee
- statement: Vier # deckgen: ignore layout/tight, outline/html: zo bedoeld
  notes: nee
"""


def finding(line: int, code: str = TIGHT, severity: str = "warning") -> Diagnostic:
    return Diagnostic(code, "…", Span("deck.yaml", line, 3, line, 4), severity)  # type: ignore[arg-type]


def compiled_from(text: str, folder: Path) -> Compiled:
    (folder / "deck.yaml").write_text(text, "utf-8")
    return compile_deck("deck.yaml", DiskWorld(str(folder)))


def silent(text: str, *found: Diagnostic, errors: bool = False) -> list[int]:
    marks = read(text.encode(), "deck.yaml").marks
    return [one.span.line if one.span else 0 for one in divide(found, marks, errors)[1]]


@pytest.mark.parametrize("lines", ["5 6 7 8", "11 12", "14"])
def test_what_a_mark_covers(lines: str) -> None:
    wanted = [int(line) for line in lines.split()]
    everywhere = [finding(line) for line in range(1, 17)]
    found = silent(DECK, *everywhere)
    assert set(wanted) <= set(found)
    assert found == [5, 6, 7, 8, 11, 12, 14]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_files_in_other_encodings(encoding: str) -> None:
    assert read(DECK.encode(encoding), "deck.yaml") == read(DECK.encode(), "deck.yaml")
    assert read(DECK.encode(), "deck.yaml").marks


def test_other_codes_and_errors_are_said() -> None:
    assert silent(DECK, finding(5, "layout/loose"), finding(5, severity="error")) == []
    assert silent(DECK, finding(5, severity="error"), errors=True) == [5]
    assert silent(DECK, finding(14, "outline/html")) == [14]


def test_a_mark_for_the_whole_file() -> None:
    text = "# deckgen: ignore-file layout/tight — een poster\nslides:\n- statement: Een\n"
    nowhere = Diagnostic(TIGHT, "…", None, "warning")
    other = Diagnostic(TIGHT, "…", Span("other.yaml", 3, 1, 3, 2), "warning")
    assert silent(text, finding(3), nowhere, other) == [3, 0]


@pytest.mark.parametrize("text", [
    '- statement: "# deckgen: ignore layout/tight – x"\n',
    "- text: |\n    # deckgen: ignore layout/tight – x\n",
    "- text: a#deckgen: ignore layout/tight – x\n",
])  # fmt: skip
def test_a_text_is_no_mark(text: str) -> None:
    assert read(f"slides:\n{text}".encode(), "deck.yaml").marks == ()


@pytest.mark.parametrize(("typed", "code"), [
    ("ignore layout/tight", "check/ignore-without-reason"),
    ("ignore layout/tight –", "check/ignore-without-reason"),
    ("ignore-file layout/tight: …", "check/ignore-without-reason"),
    ("ignore", "check/bad-ignore"),
    ("ignroe layout/tight – waarom", "check/bad-ignore"),
    ("ignore everything – waarom", "check/bad-ignore"),
])  # fmt: skip
def test_a_mark_that_is_typed_wrong(typed: str, code: str) -> None:
    found = read(f"# deckgen: {typed}\nslides:\n- statement: x\n".encode(), "deck.yaml")
    assert found.marks == ()
    assert [one.code for one in found.problems] == [code]
    assert found.problems[0].hints


def test_a_mark_that_justifies_nothing() -> None:
    marks = read(DECK.encode(), "deck.yaml").marks
    said, quiet = divide([finding(5), finding(11, severity="error")], marks)
    found = list(idle(marks, said, quiet))
    assert [(one.code, one.span.line if one.span else 0) for one in found] == [
        ("check/cannot-ignore", 10), ("check/unused-ignore", 14), ("check/unused-ignore", 14),
    ]  # fmt: skip


def test_a_code_that_is_none() -> None:
    (found,) = unknown(read(DECK.encode(), "deck.yaml").marks[:1], ["layout/tigth", "a/b"])
    assert (found.code, found.hints) == ("check/unknown-code", ("did you mean `layout/tigth`?",))


def test_a_justified_warning_is_silent_in_every_command(tmp_path: Path) -> None:
    deck = "slides:\n- statement: Een<br>twee{}\n"
    mark = " # deckgen: ignore outline/html – over HTML gaat het"
    for text, said, ignored in ((deck.format(""), 1, 0), (deck.format(mark), 0, 1)):
        compiled = compiled_from(text, tmp_path)
        assert (len(compiled.diagnostics), len(compiled.ignored)) == (said, ignored)


def test_a_mark_without_reason_has_no_effect(tmp_path: Path) -> None:
    text = "slides:\n- statement: Een<br>twee # deckgen: ignore outline/html\n"
    codes = [one.code for one in compiled_from(text, tmp_path).diagnostics]
    assert codes == ["outline/html", "check/ignore-without-reason"]


def test_reused_slides_bring_their_comments(tmp_path: Path) -> None:
    mark = " # deckgen: ignore outline/html – over HTML gaat het"
    source = f"slides:\n- id: een\n  statement: Een<br>twee{mark}\n"
    (tmp_path / "bron.yaml").write_text(source, "utf-8")
    compiled = compiled_from("slides:\n- use: bron.yaml#een\n", tmp_path)
    assert compiled.diagnostics == ()
    assert [one.code for one in compiled.ignored] == ["outline/html"]
