"""Agendas and menus: read and printed, links of menus checked."""

from __future__ import annotations

from deckgen.outline import model
from deckgen.outline.kinds import BODIES
from deckgen.outline.model import Run, Text
from deckgen.outline.reader import Reader
from deckgen.syntax.nodes import Scalar
from deckgen.syntax.printer import write
from deckgen.syntax.tree import parse


def body(kind: str, text: str, jumps: list[str] | None = None) -> object:
    node = parse(text.encode(), "x").value
    assert node is not None
    reader = Reader("x")
    found = BODIES[kind].type.read(node, reader)
    assert not reader.found
    assert jumps is None or [name for name, _ in reader.jumps] == jumps
    again = parse(write(BODIES[kind].type.write(found)).encode(), "x").value
    assert again is not None
    assert BODIES[kind].type.read(again, reader) == found
    return found


def plain(text: str) -> Text:
    return Text((Run(text),))


def test_menu() -> None:
    text = '- Systeem: a\n- "[Leefwereld](#b)"\n- {text: Nog een, to: "#c"}\n'
    found = body("menu", text, ["a", "b", "c"])
    assert found == model.Menu(
        (
            model.Choice(plain("Systeem"), "a"),
            model.Choice(plain("Leefwereld"), "b"),
            model.Choice(plain("Nog een"), "c"),
        )
    )


def test_agenda() -> None:
    assert body("agenda", "[toen, nu]") == model.Agenda((plain("toen"), plain("nu")))
    assert body("agenda", "{now: nu}") == model.Agenda(now=plain("nu"))


def test_menu_of_all_sections() -> None:
    kind = BODIES["menu"].type
    assert kind.read(Scalar(""), Reader("x")) == model.Menu()
    assert kind.write(model.Menu()) == Scalar("")


def test_menu_with_ids_as_links_have_them() -> None:
    found = body("menu", "- Systeem: '#a'\n", ["a"])
    assert found == model.Menu((model.Choice(plain("Systeem"), "a"),))


def test_an_id_that_yaml_takes_for_a_comment() -> None:
    node = parse(b"- Systeem: #a\n", "x").value
    assert node is not None
    reader = Reader("x")
    assert BODIES["menu"].type.read(node, reader) is None
    assert [found.code for found in reader.found] == ["outline/empty"]
    assert "quotes" in reader.found[0].hints[0]
