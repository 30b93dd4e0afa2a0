"""Talks made of the two lectures: what comes from where, how long each takes, what stays whole."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from deckgen.check.review import Choice, review
from deckgen.cli.main import run
from deckgen.disk import DiskWorld
from deckgen.outline.model import Deck
from deckgen.pipeline import compile_deck
from deckgen.proof.sight import faults
from deckgen.remix.load import load, selected
from deckgen.remix.plan import Selection
from deckgen.remix.variants import TALK, Wanted

ROOT = Path(__file__).resolve().parents[2]
BIG, ZUYD = "../big-society/deck.yaml", "../zuyd-2013/deck.yaml"
CUT = "burgerkracht-20-minuten"
PERVERSITIES = {"ontpersoonlijking", "wantrouwen", "beheersing"}
QUIET = {"notes", "minutes", "priority", "needs.remove", "source"}  # no word of the lecturer's

WORKSHOP = [
    "big:omgangsvormen",
    "big:systeemwereld",
    "big:ontpersoonlijking",
    "big:wantrouwen",
    "zuyd:beheersing",
    "big:stelling-2",
    "zuyd:dimensies",
    "zuyd:ontzorgen",
    "big:eigenaarschap",
    "zuyd:contact",
]
STUDENTS = [
    "zuyd:verandering-van-tijdperk",
    "big:transitie",
    "big:omgangsvormen",
    "zuyd:staatsgreep",
    "big:systeemwereld",
    "big:groeiende-systeemwereld",
    "big:ontpersoonlijking",
    "big:wantrouwen",
    "zuyd:beheersing",
    "big:opposition",
    "big:twee-bewegingen",
    "big:wegenwacht",
    "big:leefwereld-als-spreekkamer",
    "zuyd:generalisten",
    "zuyd:dimensies",
    "big:eigen-kracht-conferenties",
    "zuyd:ontzorgen",
    "zuyd:herontwerp",
    "big:relatie",
    "big:burgerplicht",
    "zuyd:wat-is-de-generalist",
    "zuyd:contact",
]

# Deck, variant → slides, minutes.
TALKS = {
    ("big-society", CUT): (15, 20),
    ("werkplaats-wijkteams", ""): (24, 90),
    ("studenten-sociaal-werk", ""): (34, 45),
    ("studenten-sociaal-werk", "kort"): (19, 20),
    ("studenten-sociaal-werk", "deeltijd"): (34, 45),
}

each_talk = pytest.mark.parametrize(("name", "variant"), TALKS)


def world(name: str) -> DiskWorld:
    return DiskWorld(str(ROOT / "decks" / name))


@cache
def deck(name: str) -> Deck:
    found = load("deck.yaml", world(name))
    assert found.diagnostics == ()
    assert found.value is not None
    return found.value


def talk(name: str, wanted: Wanted = TALK) -> Selection:
    found = selected("deck.yaml", world(name), wanted)
    assert found.value is not None
    return found.value


@each_talk
def test_a_talk_fills_its_time_and_no_more(name: str, variant: str) -> None:
    made = talk(name, Wanted(variant))
    slides, minutes = TALKS[name, variant]
    assert (len(made.deck.slides), made.minutes, made.deck.minutes) == (slides, minutes, minutes)
    assert made.proved


@each_talk
def test_nothing_is_to_be_said_against_it(name: str, variant: str) -> None:
    made = compile_deck("deck.yaml", world(name), wanted=Wanted(variant))
    assert made.scene is not None
    assert review(made, Choice(), lambda file, line: None).found == ()
    assert list(faults(made.scene)) == []


def test_twenty_minutes_keep_the_argument() -> None:
    cut = talk("big-society", Wanted(CUT)).deck
    assert [slide.id for slide in cut.slides] == [
        "transitie", "huisbezoek", "omgangsvormen", "systeemwereld", "groeiende-systeemwereld",
        "ontpersoonlijking", "wantrouwen", "beheersing", "opposition", "twee-bewegingen",
        "wegenwacht", "ruimte", "dimensies", "herontwerp", "contact",
    ]  # fmt: skip
    whole = {slide.id: slide for slide in deck("big-society").slides}
    assert all(slide.body == whole[slide.id].body for slide in cut.slides)


def test_the_guide_shows_the_run_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    outline = str(ROOT / "decks" / "big-society")
    assert run(["plan", outline, "--variant", CUT, "--start", "20:00"]) == 0
    guide = (ROOT / "docs" / "guides" / "remix.md").read_text("utf-8")
    assert f"```text\n{capsys.readouterr().out}```" in guide


def test_whatever_the_time_no_part_of_a_sequence_goes_alone() -> None:
    whole = {slide.id: slide for slide in deck("big-society").slides}
    for minutes in range(2, 61):
        made = talk("big-society", Wanted(CUT, minutes=minutes))
        kept = {slide.id for slide in made.deck.slides}
        assert made.proved
        assert len(kept & PERVERSITIES) in (0, 3), minutes
        assert all(kept.issuperset(whole[name].needs) for name in kept), minutes
        assert minutes < 10 or kept > {"transitie", "twee-bewegingen", "herontwerp", "contact"}


@pytest.mark.parametrize(
    ("name", "back"), [("werkplaats-wijkteams", WORKSHOP), ("studenten-sociaal-werk", STUDENTS)]
)
def test_every_slide_that_comes_back_says_where_it_comes_from(name: str, back: list[str]) -> None:
    decks = {BIG: "big", ZUYD: "zuyd"}
    came = [slide.came for slide in deck(name).slides if slide.came]
    assert [f"{decks[one.deck]}:{one.slide}" for one in came] == back
    # What the second lecture has from the first leads back to it.
    lent = {slide.id for slide in deck("zuyd-2013").slides if slide.came}
    for one in came:
        first = (f"{BIG}#{one.slide}",) if one.deck == ZUYD and one.slide in lent else ()
        assert one.chain == first


@pytest.mark.parametrize(
    ("name", "as_it_was", "other_notes", "other_words", "new"),
    [("werkplaats-wijkteams", 2, 6, 2, 14), ("studenten-sociaal-werk", 2, 18, 2, 12)],
)
def test_reused_changed_new(
    name: str, as_it_was: int, other_notes: int, other_words: int, new: int
) -> None:
    changes = [set(slide.came.overrides) if slide.came else None for slide in deck(name).slides]
    assert changes.count(None) == new
    said = [one for one in changes if one is not None]
    assert sum(not one for one in said) == as_it_was
    assert sum(bool(one) and one <= QUIET for one in said) == other_notes
    assert sum(not one <= QUIET for one in said) == other_words


def test_words_that_were_changed_are_not_called_the_lecturers() -> None:
    for name in ("werkplaats-wijkteams", "studenten-sociaal-werk"):
        for slide in deck(name).slides:
            if slide.came and set(slide.came.overrides) - QUIET and slide.id != "contact":
                assert slide.source is not None
                assert slide.source.plain.startswith("Naar Jos van der Lans")


def test_students_with_work_are_asked_about_their_work() -> None:
    for variant, place in (("", "stage"), ("deeltijd", "werk")):
        slides = talk("studenten-sociaal-werk", Wanted(variant)).deck.slides
        asked = next(slide for slide in slides if slide.id == "vraag-herkennen")
        assert asked.body.text.plain == f"Welke van de drie zag jij op je {place}?"  # type: ignore[union-attr]
        assert any(slide.id == "opdracht-werk" for slide in slides) == (variant == "deeltijd")


def test_notes_are_for_the_one_who_gives_the_talk() -> None:
    for name in ("werkplaats-wijkteams", "studenten-sociaal-werk"):
        assert [slide.id for slide in deck(name).slides if not slide.notes] == []
