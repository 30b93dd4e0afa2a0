"""Which texts need quotes, and which quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.syntax.nodes import Mapping, Scalar, Sequence
from deckgen.syntax.printer import write
from deckgen.syntax.quoting import plain_is_safe, quote, quoted_line
from deckgen.syntax.tree import parse


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("- Vroeger: naar mensen toe", '- "Vroeger: naar mensen toe"'),
        ("  title: Big Society: nu", '  title: "Big Society: nu"'),
        ("- - @handle", '- - "@handle"'),
        ("- 'it's mooi'", '- "it\'s mooi"'),
        ('- "Big Society" is nu', "- '\"Big Society\" is nu'"),
        ("- 'a' en 'b'", "- \"'a' en 'b'\""),
        ('- "nooit dicht', '- "nooit dicht"'),
        ('- "C:\\wijk"', "- 'C:\\wijk'"),
        ("- ", "- "),
    ],
)
def test_the_line_to_type(typed: str, wanted: str) -> None:
    assert quoted_line(typed) == wanted


@pytest.mark.parametrize(
    "text", ["a", "a-b", "=> b", "-> b", "a: b".replace(": ", ":"), "►◄", "12:30"]
)
def test_plain_where_possible(text: str) -> None:
    assert write(Sequence((Scalar(text),))) == f"- {text}\n"


@pytest.mark.parametrize(
    "text", ["", "~", "a: b", "@a", "- a", "a #b", "*a", "a:", " a", "a\n", "<<"]
)
def test_quoted_where_needed(text: str) -> None:
    assert not plain_is_safe(text)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_quoted_text_reads_back(text: str) -> None:
    found = parse(f"- {quote(text)}\n".encode(), "x").value
    assert isinstance(found, Sequence)
    assert isinstance(found.items[0], Scalar)
    assert found.items[0].text == text


def test_layout_of_what_is_printed() -> None:
    tree = Mapping(
        (
            (Scalar("title"), Scalar("A: b")),
            (Scalar("notes"), Scalar("one\n\ntwo")),
            (
                Scalar("slides"),
                Sequence(
                    (
                        Mapping(
                            ((Scalar("a"), Scalar("")), (Scalar("b"), Sequence((Scalar("c"),))))
                        ),
                        Mapping(
                            ((Scalar("d"), Scalar("e, f")), (Scalar("g"), Scalar("h"))), flow=True
                        ),
                    )
                ),
            ),
        )
    )
    assert write(tree) == (
        'title: "A: b"\nnotes: |-\n  one\n\n  two\n'
        'slides:\n- a:\n  b:\n  - c\n- {d: "e, f", g: h}\n'
    )
