"""Inline marks, by CommonMark's rules. `<b>`, `<i>`, `<c>`, `<a url>` stand for the marks."""

from __future__ import annotations

import pytest

from deckgen.outline import inline, marks
from deckgen.outline.model import Run

CASES = {
    "plain words": "plain words",
    "**bold** and _em_": "<b>bold</b> and <i>em</i>",
    "*em* and __bold__": "<i>em</i> and <b>bold</b>",
    "***both***": "<b><i>both</i></b>",
    "**bold _both_ bold**": "<b>bold </b><b><i>both</i></b><b> bold</b>",
    "*a **b** c*": "<i>a </i><b><i>b</i></b><i> c</i>",
    "in**side**word": "in<b>side</b>word",
    "snake_case_word": "snake_case_word",
    "_a_b": "_a_b",
    "a * b * c": "a * b * c",
    "*": "*",
    "**": "**",
    "2 * 3": "2 * 3",
    "** not bold **": "** not bold **",
    "**never closed": "**never closed",
    "closed** only": "closed** only",
    "*a_*_[_": "<i>a_[</i>",
    "*foo**bar*": "<i>foo**bar</i>",
    "**foo*": "*<i>foo</i>",
    "`code`": "<c>code</c>",
    "`` a ` b ``": "<c>a ` b</c>",
    "`**not bold**`": "<c>**not bold**</c>",
    "`open": "`open",
    "**`code`**": "<b><c>code</c></b>",
    r"\*not em\*": "*not em*",
    r"\\": "\\",
    r"C:\wijk": r"C:\wijk",
    "[text](https://example.org)": "<a https://example.org>text</a>",
    "[**bold** text](#slide)": "<a #slide><b>bold</b></a><a #slide> text</a>",
    "**[text](#a) more**": "<a #a><b>text</b></a><b> more</b>",
    "[a](b) [c](d)": "<a b>a</a> <a d>c</a>",
    "[a [b](c)](d)": "[a <a c>b</a>](d)",
    "[wiki](https://nl.wikipedia.org/wiki/Wijk_(stad))": (
        "<a https://nl.wikipedia.org/wiki/Wijk_(stad)>wiki</a>"
    ),
    "[a](<b c>)": "<a b c>a</a>",
    "[sic] stond er": "[sic] stond er",
    "[a] (b)": "[a] (b)",
    "[a](b c)": "[a](b c)",
    "a => b -> c": "a => b -> c",
    "#burgerkracht @josvanderlans": "#burgerkracht @josvanderlans",
    "<b> & &amp;": "<b> & &amp;",
    "regel een\nregel twee": "regel een\nregel twee",
    "**“Aanhaling”** hier": "<b>“Aanhaling”</b> hier",
    "“**Aanhaling**”, zei hij": "“<b>Aanhaling</b>”, zei hij",
    "**Vroeger:** nu": "<b>Vroeger:</b> nu",
    "**Vroeger:**nu": "**Vroeger:**nu",
}


def shown(run: Run) -> str:
    text = f"<c>{run.text}</c>" if run.code else run.text
    text = f"<i>{text}</i>" if run.italic else text
    text = f"<b>{text}</b>" if run.bold else text
    return f"<a {run.link}>{text}</a>" if run.link else text


@pytest.mark.parametrize("text", CASES)
def test_marks(text: str) -> None:
    assert "".join(shown(run) for run in inline.parse(text)) == CASES[text]


@pytest.mark.parametrize("text", CASES)
def test_written_marks_read_back(text: str) -> None:
    runs = inline.parse(text)
    assert inline.parse(marks.write(runs)) == runs


def test_only_what_must_be_is_escaped() -> None:
    assert marks.write((Run("2 * 3 [sic] snake_case"),)) == "2 * 3 [sic] snake_case"
    assert marks.write((Run("*ster*"),)) == r"\*ster\*"
    assert marks.write((Run("a", bold=True), Run("b", italic=True))) == "**a**_b_"
