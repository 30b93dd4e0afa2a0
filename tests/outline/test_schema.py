"""The JSON Schema: valid, and of one mind with the checker."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from deckgen.outline.grammar import RESERVED
from deckgen.outline.kinds import BODIES
from deckgen.outline.load import read
from deckgen.outline.schema import schema
from deckgen.syntax import printer
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.syntax.tree import parse
from deckgen.world import MemoryWorld

from .outlines import outlines

VALIDATOR = Draft202012Validator(schema())


def typed(node: Node) -> Any:
    """As a YAML reader gives it to an editor: numbers and booleans where text looks like them."""
    if isinstance(node, Sequence):
        return [typed(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.text: typed(value) for key, value in node.entries}
    return scalar(node)


def scalar(node: Scalar) -> Any:
    if node.empty:
        return None
    if not node.quoted and node.text in ("true", "false"):
        return node.text == "true"
    try:
        return node.text if node.quoted else float(node.text)
    except ValueError:
        return node.text


def valid(outline: str) -> bool:
    root = parse(outline.encode(), "deck.yaml").value
    assert root is not None
    return bool(VALIDATOR.is_valid(typed(root)))


def test_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("kind", BODIES)
def test_takes_every_kind(kind: str) -> None:
    assert valid("slides:\n- " + BODIES[kind].example.replace("\n", "\n  "))


@pytest.mark.parametrize(
    "slide",
    ["{statement: a, points: [b]}", "{title: a}", "{statement: a, foo: b}", "a", "{points: a}"],
)
def test_refuses(slide: str) -> None:
    outline = f"slides:\n- {slide}\n"
    assert not valid(outline)
    assert read(outline.encode(), "deck.yaml", MemoryWorld()).failed


def test_offers_no_kind_that_is_not_drawn() -> None:
    assert not set(RESERVED) & set(schema()["$defs"]["slide"]["else"]["properties"])


@given(outlines())
@settings(max_examples=60, deadline=None)
def test_whatever_the_checker_takes_the_schema_takes(tree: Node) -> None:
    text = printer.write(tree)
    if not read(text.encode(), "deck.yaml", MemoryWorld()).diagnostics:
        assert valid(text), text
