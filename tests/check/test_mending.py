"""What --fix changes: no more than it must, nothing that harms, and nothing the second time."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.base.diagnostics import Diagnostic, Edit, Span
from deckgen.check.looking import looking
from deckgen.check.mending import Mended, mend
from deckgen.check.review import Choice
from deckgen.disk import DiskWorld
from deckgen.outline.load import read
from deckgen.syntax.edits import applied, clash, for_line
from deckgen.world import MemoryWorld

from . import evidence

FILE = "deck.yaml"
HEAD = "title: T\nslides:\n"


def mended(text: str) -> str:
    return fixed(text.encode()).data.decode()


def fixed(data: bytes) -> Mended:
    """Mended by what reading alone says: fast, and without a template."""
    return mend(data, FILE, lambda typed: read(typed, FILE, MemoryWorld()).diagnostics)


# what was typed → what stands there afterwards
CASES = {
    "keys of other tools": (
        "theme: plain\nslides:\n- heading: Een # zo\n  bullets: [a, b]\n",
        "template: plain\nslides:\n- title: Een # zo\n  points: [a, b]\n",
    ),
    "a mistyped kind": (f"{HEAD}- statment: Een\n", f"{HEAD}- statement: Een\n"),
    "a kind without its colon": (f"{HEAD}- section Verder\n", f"{HEAD}- section: Verder\n"),
    "a slide that is only text": (f"{HEAD}- Verder\n", f"{HEAD}- statement: Verder\n"),
    "no `slides:`": ("- statement: Een\n", "slides:\n- statement: Een\n"),
    "a colon": (
        f"{HEAD}- statement: Nu: verder\n- points:\n  - Nu: verder\n  - b\n",
        f'{HEAD}- statement: "Nu: verder"\n- points:\n  - "Nu: verder"\n  - b\n',
    ),
    "a colon that uncovers another": (
        f"{HEAD}- bullets:\n  - Nu: verder\n  - • twee\n",
        f'{HEAD}- points:\n  - "Nu: verder"\n  - twee\n',
    ),
    "tabs": (f"{HEAD}- title: x\n\tpoints:\n\t- a\n", f"{HEAD}- title: x\n  points:\n  - a\n"),
    "no-break spaces": (
        f"{HEAD}- points:\n\u00a0 - a\n \u00a0- b\n",
        f"{HEAD}- points:\n  - a\n  - b\n",
    ),
    "no space behind a dash": (f"{HEAD}- words:\n  - a\n  -b\n", f"{HEAD}- words:\n  - a\n  - b\n"),
    "no space behind a colon": (
        "title:T\nslides:\n- text: a\n",
        "title: T\nslides:\n- text: a\n",
    ),
    "an open quote": (f'{HEAD}- statement: "Een\n', f'{HEAD}- statement: "Een"\n'),
    "quotes inside quotes": (
        f'{HEAD}- quote: "Hij: "nee" en ging"\n',
        f"{HEAD}- quote: 'Hij: \"nee\" en ging'\n",
    ),
    "a backslash": (f'{HEAD}- text: "C:\\wijk"\n', f"{HEAD}- text: 'C:\\wijk'\n"),
    "a handle": (
        f"{HEAD}- contact:\n    handle: @jos\n",
        f'{HEAD}- contact:\n    handle: "@jos"\n',
    ),
    "a star": (f"{HEAD}- text: *nadruk*\n", f'{HEAD}- text: "*nadruk*"\n'),
    "an exclamation mark": (f"{HEAD}- text: !Nu niet\n", f'{HEAD}- text: "!Nu niet"\n'),
    "braces of a variable": (
        f"vars: {{a: b}}\n{HEAD}- text: {{{{a}}}}\n",
        f'vars: {{a: b}}\n{HEAD}- text: "{{{{a}}}}"\n',
    ),
    "a comma in braces": (
        f"{HEAD}- quote: {{text: Minder, meer, by: Jan}}\n",
        f'{HEAD}- quote: {{text: "Minder, meer", by: Jan}}\n',
    ),
    "a colon in braces": (
        f"{HEAD}- timeline:\n  - {{when: nu, what: A: b}}\n",
        f'{HEAD}- timeline:\n  - {{when: nu, what: "A: b"}}\n',
    ),
    "an open bracket": (
        f"{HEAD}- words: [a, b\n- text: c\n",
        f"{HEAD}- words: [a, b]\n- text: c\n",
    ),
    "stars for dashes": (f"{HEAD}- words:\n  * a\n  * b\n", f"{HEAD}- words:\n  - a\n  - b\n"),
    "no dashes": (f"{HEAD}- points:\n  een\n  twee\n", f"{HEAD}- points:\n  - een\n  - twee\n"),
    "a table of Markdown": (
        f"{HEAD}- table:\n  | a | b |\n  |---|---|\n  | c | d |\n",
        f"{HEAD}- table:\n  - [a, b]\n  - [c, d]\n",
    ),
    "a code fence": (f"```yaml\n{HEAD}- text: a\n```\n", f"{HEAD}- text: a\n"),
    "no colon": ("title: T\nslides\n- text: a\n", f"{HEAD}- text: a\n"),
    "a word of few": (
        f"aspect: 16x9\n{HEAD}- text: a\n  transition: disolve\n",
        f"aspect: 16:9\n{HEAD}- text: a\n  transition: dissolve\n",
    ),
    "a decimal comma": (f"{HEAD}- text: a\n  minutes: 2,5\n", f"{HEAD}- text: a\n  minutes: 2.5\n"),
    "a date": (f"date: 28-03-2013\n{HEAD}- text: a\n", f"date: 2013-03-28\n{HEAD}- text: a\n"),
    "an id": (f"{HEAD}- id: eigen kracht\n  text: a\n", f"{HEAD}- id: eigen-kracht\n  text: a\n"),
    "a variable": (
        f"vars: {{stad: Heerlen}}\n{HEAD}- text: In {{{{stat}}}} nu\n",
        f"vars: {{stad: Heerlen}}\n{HEAD}- text: In {{{{stad}}}} nu\n",
    ),
    "addresses": (
        f"{HEAD}- text: Zie [site](www.a.nl) of [Jos](jos@a.nl)\n",
        f"{HEAD}- text: Zie [site](https://www.a.nl) of [Jos](mailto:jos@a.nl)\n",
    ),
    "a link without its end": (
        f"{HEAD}- text: Zie [site](https://a.nl\n",
        f"{HEAD}- text: Zie [site](https://a.nl)\n",
    ),
    "a character of HTML": (f"{HEAD}- text: R&amp;D\n", f"{HEAD}- text: R&D\n"),
    "a language of programs": (
        f"{HEAD}- code: {{language: pyton, text: a}}\n",
        f"{HEAD}- code: {{language: python, text: a}}\n",
    ),
}  # fmt: skip

# what only a person can mend
LEFT = {
    "a comment that quotes would take in": f"{HEAD}- text: Nu: verder # zo\n",
    "a hashtag": f"{HEAD}- text: Volg #wijk\n",
    "two keys alike": f"{HEAD}- title: a\n  text: b\n  title: c\n",
    "thousands": f"{HEAD}- text: a\n  minutes: 1,500\n",
    "a date read in two ways": f"date: 04-05-2013\n{HEAD}- text: a\n",
    "a merge of git": f"{HEAD}<<<<<<< HEAD\n- text: a\n=======\n- text: b\n>>>>>>> c\n",
    "a column": f"{HEAD}- points:\n    - a\n  - b\n",
    "a key that would come twice": f"{HEAD}- title: a\n  heading: b\n  text: c\n",
}


SLIPS = [
    *"\"'#:-{}[]*&!@%`|> \t\n\u00a0,", "- ", ": ", " #x", "{{a}}", "title: ", "\r\n", "&amp;",
    "- • ", "bullets: ", "](www.a.nl)", "\u2028", "\x85",
]  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_mended(name: str) -> None:
    typed, expected = CASES[name]
    assert mended(typed) == expected


@pytest.mark.parametrize("name", CASES)
def test_mended_with_other_line_ends_and_a_mark(name: str) -> None:
    typed, expected = ((text.replace("\n", "\r\n")).encode() for text in CASES[name])
    assert fixed(codecs.BOM_UTF8 + typed).data == codecs.BOM_UTF8 + expected


@pytest.mark.parametrize("name", LEFT)
def test_left_to_a_person(name: str) -> None:
    assert mended(LEFT[name]) == LEFT[name]


@pytest.mark.parametrize("name", CASES)
def test_what_was_mended_is_no_finding(name: str) -> None:
    done = fixed(CASES[name][0].encode())
    assert done.done
    left = read(done.data, FILE, MemoryWorld()).diagnostics
    assert not [one for one in left if one.edits]


@pytest.mark.parametrize("number", range(len(evidence.cases())))
def test_twice_is_once(number: int) -> None:
    once = fixed(evidence.cases()[number].outline.encode())
    assert fixed(once.data).data == once.data


@pytest.mark.parametrize("number", range(len(evidence.cases())))
def test_nothing_gets_worse(number: int) -> None:
    data = evidence.cases()[number].outline.encode()
    done = fixed(data)
    before, after = (read(one, FILE, MemoryWorld()).diagnostics for one in (data, done.data))
    assert len(after) <= len(before) - len(done.done)
    assert {one.code for one in after} <= {one.code for one in before}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_twice_is_once_whatever_was_typed(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([case.outline for case in evidence.cases()]))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(SLIPS)) + text[at:]
    once = fixed(text.encode())
    assert fixed(once.data).data == once.data


def test_spaces_and_dashes_of_the_rules(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("")
    text = f"{HEAD}- statement: Een  wijk - met mensen , ook hier # a  b\n"
    done = mend(text.encode(), FILE, looking(DiskWorld(str(tmp_path)), FILE, Choice()))
    assert f"{HEAD}- statement: Een wijk – met mensen, ook hier # a  b\n" == done.data.decode()


def test_only_what_was_selected(tmp_path: Path) -> None:
    text = f"{HEAD}- statment: Een  twee\n"
    look = looking(DiskWorld(str(tmp_path)), FILE, Choice(("outline/*",)))
    assert mend(text.encode(), FILE, look).data.decode() == f"{HEAD}- statement: Een  twee\n"


def test_edits_of_other_files_are_left() -> None:
    other = Diagnostic("a/b", "…", edits=(Edit(Span("x.yaml", 1, 1, 1, 2), "y"),))
    assert mend(b"text\n", FILE, lambda _: (other,)) == Mended(b"text\n")


def test_an_edit_that_helps_nothing_is_not_made() -> None:
    same = Diagnostic("a/b", "…", edits=(Edit(Span(FILE, 1, 1, 1, 2), "y"),))
    assert mend(b"text\n", FILE, lambda _: (same,)) == Mended(b"text\n")


def test_a_line_is_changed_as_little_as_can_be() -> None:
    edit = for_line(FILE, 3, "  - naar: mensen", '  - "naar: mensen"')
    assert edit == Edit(Span(FILE, 3, 5, 3, 17), '"naar: mensen"')
    assert for_line(FILE, 1, "aa", "aaa") == Edit(Span(FILE, 1, 3, 1, 3), "a")


def test_edits_that_touch_clash() -> None:
    one, two, far = (Edit(Span(FILE, 1, n, 1, n + 2), "") for n in (1, 3, 6))
    assert clash([one], [two])
    assert not clash([one], [far])
    assert applied("abcdefgh", [far, one]) == "cdeh"
    assert applied("ab", [far]) is None
