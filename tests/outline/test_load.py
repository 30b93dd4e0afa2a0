"""What a good outline becomes."""

from __future__ import annotations

import pytest

from deckgen.outline import model
from deckgen.outline.grammar import COMMON, HEAD
from deckgen.outline.kinds import BODIES
from deckgen.outline.load import load, read
from deckgen.outline.model import Deck, Item, Run, Text
from deckgen.world import MemoryWorld

from .cases import PICTURES


def deck(outline: str) -> Deck:
    found = read(outline.encode(), "deck.yaml", MemoryWorld(PICTURES))
    assert not found.diagnostics
    assert found.value is not None
    return found.value


# What menus lead to.
THERE = "\n- section: Systeemwereld\n- section: Leefwereld"


def body(outline: str) -> object:
    return deck("slides:\n- " + outline.replace("\n", "\n  ") + THERE).slides[0].body


def plain(text: str) -> Text:
    return Text((Run(text),))


def test_every_kind_reads_its_own_example() -> None:
    for kind in BODIES.values():
        assert isinstance(body(kind.example), kind.model), kind.key  # type: ignore[arg-type]


def test_every_attribute_of_the_model_can_be_typed() -> None:
    slide = {field.into for field in COMMON} | {
        "body",
        "picture",
        "came",
        "at",
        "background_at",
        "layout_at",
    }
    assert slide == set(model.Slide.__struct_fields__)
    places = {"at", "speaker_at", "template_at"}
    head = {field.into for field in HEAD} | {"slides", "file", "variants", "variant"} | places
    assert head == set(Deck.__struct_fields__)


def test_head() -> None:
    found = deck(
        "title: Burgerkracht\nlang: nl-NL\nminutes: 60\n"
        "event: {name: Studiedag, place: Heerlen, date: 2013-03-28}\nslides:\n- cover:\n"
    )
    assert (found.title, found.lang, found.minutes) == ("Burgerkracht", "nl-NL", 60)
    assert found.event == model.Event("Studiedag", "Heerlen", "2013-03-28")


def test_defaults_for_builds_and_transitions() -> None:
    first, second = deck(
        "defaults: {build: by-point, transition: fade}\nslides:\n"
        "- points: [een]\n- points: [twee]\n  build: none\n  transition: morph\n"
    ).slides
    assert (first.build, first.transition) == ("by-point", "fade")
    assert (second.build, second.transition) == ("none", "morph")


def test_scalars_stay_what_was_typed() -> None:
    found = body("points: [No, 12:30, 2.10, 1e3, 2013-03-28, null, 0x1F]")
    assert isinstance(found, model.Points)
    words = [item.text.plain for item in found.items]
    assert words == ["No", "12:30", "2.10", "1e3", "2013-03-28", "null", "0x1F"]


def test_points_under_points() -> None:
    assert body("points:\n- een\n- twee:\n  - drie\n  - vier:\n    - vijf") == model.Points(
        (
            Item(plain("een")),
            Item(plain("twee"), (Item(plain("drie")), Item(plain("vier"), (Item(plain("vijf")),)))),
        )
    )


def test_stats_take_the_bold_part_else_the_number() -> None:
    found = body(
        'stats:\n- "**9 op de 10** doet mee"\n- zeker 18% van de 30 blijft\n'
        '- {value: "5000", part: true}'
    )
    assert found == model.Stats(
        (
            model.Stat(plain("9 op de 10"), None, plain("doet mee")),
            model.Stat(plain("18%"), plain("zeker"), plain("van de 30 blijft")),
            model.Stat(plain("5000"), part=True),
        )
    )


def test_chart_series_and_gaps() -> None:
    found = body("chart: {type: bar, data: {nu: {a: 1, b: }, straks: {b: 2.5}}}")
    assert found == model.Chart(
        "bar", ("a", "b"), (model.Series("nu", (1, None)), model.Series("straks", (None, 2.5)))
    )


def test_funnel_takes_names_or_a_number() -> None:
    assert body("funnel: {from: 14, to: één}") == model.Funnel(plain("één"), (), 14)
    assert body("funnel: {from: [a, b], to: c}") == model.Funnel(
        plain("c"), (plain("a"), plain("b"))
    )


def test_a_picture_is_the_body_unless_there_is_another() -> None:
    first, second = deck(
        "slides:\n- picture: images/wijk.png\n- statement: X\n  picture: {wants: een straat}\n"
    ).slides
    assert first.body == model.Picture("images/wijk.png")
    assert first.picture is None
    assert second.picture == model.Picture(wants="een straat")


def test_defaults_fill_what_a_slide_leaves_out() -> None:
    one, two = deck(
        "defaults: {build: by-point, minutes: 2}\n"
        "slides:\n- points: [a]\n- points: [b]\n  build: none\n"
    ).slides
    assert (one.build, one.minutes, two.build, two.minutes) == ("by-point", 2, "none", 2)


def test_variables_are_filled_in_everywhere() -> None:
    found = deck(
        "title: Lezing in {{stad}}\nvars: {stad: Heerlen, jaar: 2013}\n"
        'slides:\n- section: "{{stad}}, **{{ jaar }}**"\n  notes: over {{stad}} en \\{{haken}}\n'
    )
    assert found.title == "Lezing in Heerlen"
    section = model.Section(Text((Run("Heerlen, "), Run("2013", bold=True))))
    assert found.slides[0].body == section
    assert found.slides[0].notes == ("over Heerlen en {{haken}}",)


def test_notes_are_split_at_blank_lines() -> None:
    found = deck("slides:\n- blank:\n  notes: |\n    een\n    twee\n\n    drie\n")
    assert found.slides[0].notes == ("een\ntwee", "drie")


def test_ids_come_from_words_and_are_unique() -> None:
    found = deck(
        "slides:\n- section: Één wereld\n- section: Één wereld\n"
        "- statement: X\n  title: Café ’t Sluisje\n"
        "- picture:\n- id: een-wereld-2\n  blank:\n- blank:\n- picture:\n  label: Jan\n"
    )
    assert [slide.id for slide in found.slides] == [
        "een-wereld", "een-wereld-3", "cafe-t-sluisje", "picture", "een-wereld-2", "blank", "jan",
    ]  # fmt: skip


def test_places_are_exact() -> None:
    found = deck("title: X\nslides:\n- title: Drie\n  points:\n  - één\n  - {twee: [drie]}\n")
    slide = found.slides[0]
    assert isinstance(slide.body, model.Points)
    assert repr(slide.title and slide.title.at) == "@3:10"
    assert [repr(item.text.at) for item in slide.body.items] == ["@5:5", "@6:6"]
    assert repr(slide.at) == "@3:3"


def test_a_slide_that_moves_stays_equal() -> None:
    before = deck("slides:\n- section: Nu\n- statement: X\n").slides[1]
    after = deck("slides:\n# verder\n\n-  statement: X\n").slides[0]
    assert before == after


@pytest.mark.parametrize("typed", ["[%x, y]", "{name: A, words: [%x, y]}"])
def test_a_whole_list_or_mapping_is_never_quoted_by_itself(typed: str) -> None:
    outline = f"slides:\n- points: {typed}\n".encode()
    said = load("talk.yaml", MemoryWorld({"talk.yaml": outline})).diagnostics
    assert said[0].code == "syntax/bracket"
    assert said[0].hints and not said[0].edits
