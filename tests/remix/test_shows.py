"""Which forms of a talk become custom shows, with which slides; and why others can't."""

from __future__ import annotations

import pytest

from deckgen.base.diagnostics import Diagnostic
from deckgen.pipeline import Compiled, compile_deck
from deckgen.remix.variants import Wanted
from pipeline.kinds import Desk

TALK = """\
title: Proef
lang: nl-NL
variants:
  kort: {minutes: 4, show: true}
  klein: {minutes: 1}
  studenten: {audience: students, show: true}
slides:
- cover:
  minutes: 1
- statement: Een
  minutes: 3
  priority: 3
- section: Deel
  minutes: 0.5
- title: Lijst
  points: [een, twee]
  minutes: 2
- question: Alleen voor jullie?
  only: students
"""
MARKED, ALL = Wanted(shows="marked"), Wanted(shows="all")


def compiled(text: str, wanted: Wanted = MARKED) -> Compiled:
    return compile_deck("deck.yaml", Desk(text), "plain", wanted=wanted)


def shows(found: Compiled) -> dict[str, list[str]]:
    assert found.scene is not None, found.diagnostics
    return {show.name: list(show.pages) for show in found.scene.shows}


def told(found: Compiled) -> list[Diagnostic]:
    return [one for one in found.diagnostics if one.code == "remix/no-show"]


def test_marked_forms_are_shows_and_the_talk_begins_with_itself() -> None:
    found = compiled(TALK)
    assert shows(found) == {
        "Proef": ["cover", "een", "deel", "lijst"],
        "kort": ["cover", "deel", "lijst"],
        "studenten": ["cover", "een", "deel", "lijst", "alleen-voor-jullie"],
    }
    assert found.scene is not None
    assert [show.start for show in found.scene.shows] == [True, False, False]
    assert [page.id for page in found.scene.pages][-1] == "alleen-voor-jullie"


def test_the_planner_chooses_for_shows_too() -> None:
    assert shows(compiled(TALK, ALL))["klein"] == ["cover"]


def test_the_talk_is_no_show_where_it_is_the_whole_file() -> None:
    found = compiled(TALK.replace("students, show: true", "students"))
    assert list(shows(found)) == ["kort"]
    assert found.scene is not None
    assert len(found.scene.pages) == 4


@pytest.mark.parametrize("wanted", [Wanted(), Wanted("kort", shows="all"), Wanted(minutes=4.0)])
def test_other_files_have_none(wanted: Wanted) -> None:
    assert shows(compiled(TALK, wanted)) == {}


def test_a_slide_that_was_divided_is_in_its_show_with_all_its_pages() -> None:
    many = ", ".join(
        f"Punt {n} met nogal wat woorden erbij om het lang te maken" for n in range(24)
    )
    found = compiled(TALK.replace("[een, twee]", f"[{many}]"))
    parts = [page for page in shows(found)["kort"] if page.startswith("lijst")]
    assert parts[:2] == ["lijst", "lijst--2"]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("{minutes: 4,", "{title: Kort, minutes: 4,", "it has another title"),
        ("{minutes: 4,", "{template: contrast, minutes: 4,", "it has another template"),
        ("{minutes: 4,", "{lang: en-GB, minutes: 4,", "it has another language"),
        ("  priority: 3\n", "  variants: {kort: {statement: Twee}}\n", "its slide `"),
        ("{minutes: 4,", "{minutes: 0.1,", "it has no slides"),
    ],
)  # fmt: skip
def test_forms_that_show_something_else_are_files_of_their_own(
    before: str, after: str, why: str
) -> None:
    found = compiled(TALK.replace(before, after))
    assert "kort" not in shows(found)
    (one,) = told(found)
    assert (one.severity, one.span and one.span.line) == ("warning", 4)
    assert f"`kort` can't be a custom show: {why}" in one.message
    assert one.hints == ("build it as a file of its own: deckgen build deck.yaml --variant kort",)


def test_what_nobody_asked_for_by_name_is_a_note() -> None:
    found = compiled(TALK.replace("klein: {", "klein: {title: Klein, "), ALL)
    assert [one.severity for one in told(found)] == ["note"]


def test_what_is_told_changes_nothing() -> None:
    found = compiled(
        TALK.replace("{minutes: 4,", "{title: Kort, minutes: 4,"), Wanted(shows="told")
    )
    assert len(told(found)) == 1
    assert shows(found) == {}
    assert found.scene is not None
    assert len(found.scene.pages) == 4


def test_minutes_of_a_slide_may_be_others() -> None:
    text = TALK.replace("  priority: 3\n", "  variants: {kort: {minutes: 0.5, priority: 1}}\n")
    assert shows(compiled(text))["kort"] == ["cover", "een", "deel", "lijst"]
