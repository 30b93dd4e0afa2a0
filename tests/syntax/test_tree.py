"""Exact places, text that stays text, aliases, and repair."""

from __future__ import annotations

import pytest

from deckgen.base.diagnostics import Span
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.syntax.tree import parse


def tree(text: str) -> Node:
    found = parse(text.encode(), "x.yaml")
    assert not found.diagnostics
    assert found.value is not None
    return found.value


def marked(node: Node) -> str:
    """Every key and scalar with its place, in order."""
    if isinstance(node, Scalar):
        span = node.span
        end = f"{span.end_line}:" if span.end_line != span.line else ""
        return f"{node.text}@{span.line}:{span.column}-{end}{span.end_column}"
    if isinstance(node, Sequence):
        return f"[{', '.join(marked(item) for item in node.items)}]"
    return f"{{{', '.join(f'{marked(k)}: {marked(v)}' for k, v in node.entries)}}}"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: b", "{a@1:1-2: b@1:4-5}"),
        ("- één\n- 'twee'\n", "[één@1:3-6, twee@2:3-9]"),
        ("- ►◄ 😀 x: y\n", "[{►◄ 😀 x@1:3-9: y@1:11-12}]"),
        ("a:\n- {b: c,  d: [e]}\n", "{a@1:1-2: [{b@2:4-5: c@2:7-8, d@2:11-12: [e@2:15-16]}]}"),
        ("a: b\n  c\n", "{a@1:1-2: b c@1:4-2:4}"),
        ("a:\n", "{a@1:1-2: @1:3-3}"),
        ("- \n- b\n", "[@1:2-2, b@2:3-4]"),
        ("\r\n- a\r\n- b\r\n", "[a@2:3-4, b@3:3-4]"),
    ],
)
def test_places(text: str, places: str) -> None:
    assert marked(tree(text)) == places


def test_lists_and_mappings_end_with_their_last_line() -> None:
    root = tree("slides:\n- a: b\n  c: d\n\n# bye\n")
    assert isinstance(root, Mapping)
    assert root.span == Span("x.yaml", 1, 1, 3, 7)
    listed = root.get("slides")
    assert isinstance(listed, Sequence)
    assert listed.items[0].span == Span("x.yaml", 2, 3, 3, 7)


def test_nothing_is_not_the_empty_text() -> None:
    root = tree('- \n- ""\n- ~\n- "~"\n- null\n')
    assert isinstance(root, Sequence)
    assert [isinstance(n, Scalar) and n.empty for n in root.items] == [
        True,
        False,
        True,
        False,
        False,
    ]


def test_aliases_stand_for_what_they_name() -> None:
    root = tree("a: &x [b, c]\nd: *x\n")
    assert isinstance(root, Mapping)
    assert root.get("d") == root.get("a")


def test_reading_goes_on_after_a_repair() -> None:
    found = parse(b"a: b: c\nd: @e\nf: g\n", "x.yaml")
    assert [d.code for d in found.diagnostics] == [
        "syntax/unquoted-colon",
        "syntax/reserved-character",
    ]
    assert isinstance(found.value, Mapping)
    assert [(k.text, v.text) for k, v in found.value.entries if isinstance(v, Scalar)] == [
        ("a", "b: c"), ("d", "@e"), ("f", "g"),
    ]  # fmt: skip


def test_variables_without_quotes_are_read_all_the_same() -> None:
    found = parse(b"a: {{stad}}\n", "x.yaml")
    assert [d.code for d in found.diagnostics] == ["syntax/no-key"]
    assert found.value is not None
    assert marked(found.value) == "{a@1:1-2: {{stad}}@1:4-12}"
