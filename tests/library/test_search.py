"""What a question finds, in which order, and which words of it are shown."""

from __future__ import annotations

import pytest

from library.shelf import Shelf

TITLE = "- title: De wijk als werkplaats\n  id: titel\n  points: [Een, Twee]\n"
BODY = "- title: Iets anders\n  id: lijf\n  points: [In de wijk begint het, Of niet]\n"
NOTES = "- title: Nog iets\n  id: notitie\n  points: [Drie, Vier]\n  notes: Vertel over de wijk.\n"


def test_a_title_counts_more_than_a_body_and_a_body_more_than_notes(shelf: Shelf) -> None:
    shelf.deck("een", NOTES, BODY, TITLE, *["- statement: Andere woorden\n"] * 5)
    assert shelf.found("wijk") == ["een#titel", "een#lijf", "een#notitie"]


@pytest.mark.parametrize(
    ("said", "sought"),
    [
        ("Twee werelden", "wereld"),
        ("De wereld draait", "werelden"),
        ("Coördinatie vooraf", "coordinatie"),
        ("Coordinatie vooraf", "coördinatie"),
        ("Elke verandering telt", "veranderingen"),
        ("Huizen bouwen", "huis"),
        ("CRISIS! zei hij", "crisis"),
        ("Een no-go-area hier", "no-go-area"),
        ("Een transitieplan ligt klaar", "transi*"),
        ("Leve de big society hier", '"big society"'),
        ("Changing the city", "changes"),
    ],
)
def test_a_word_is_found_in_its_forms(shelf: Shelf, said: str, sought: str) -> None:
    lang = "en-GB" if said.startswith("Changing") else "nl-NL"
    shelf.deck("een", f"- statement: {said}\n  id: ja\n", "- statement: Heel iets anders\n",
               head=f"lang: {lang}")  # fmt: skip
    answer = shelf.answer(sought)
    assert [hit.version.slide for hit in answer.hits] == ["ja"]
    assert answer.hits[0].head.places
    assert not answer.loose


def test_a_stem_that_is_another_word_is_not_meant(shelf: Shelf) -> None:
    shelf.deck("een", "- statement: Het gaat over ons\n", "- statement: Overheden luisteren\n")
    assert shelf.found("overheid") == ["een#overheden-luisteren"]


def test_words_in_a_row_stand_in_that_row(shelf: Shelf) -> None:
    shelf.deck("een", "- statement: Society is big\n", "- statement: Big society nu\n  id: ja\n")
    answer = shelf.answer('"big society"')
    assert [hit.version.slide for hit in answer.hits] == ["ja"]
    assert answer.hits[0].head.places == ((0, 3), (4, 11))


def test_where_no_slide_says_all_words_those_with_some_are_shown(shelf: Shelf) -> None:
    shelf.deck("een", "- statement: Bomen in de straat\n", "- statement: Water onder de brug\n")
    answer = shelf.answer("bomen water")
    assert answer.loose
    assert len(answer.hits) == 2


def test_a_word_nobody_says_has_a_neighbour(shelf: Shelf) -> None:
    shelf.deck("een", "- statement: De systeemwereld groeit\n")
    answer = shelf.answer("systemwereld")
    assert answer.hits == ()
    assert answer.instead == ("systeemwereld",)


@pytest.mark.parametrize(
    ("typed", "slides"),
    [
        ({"deck": "een"}, ["een#a", "een#b"]),
        ({"deck": "t*"}, ["twee#c"]),
        ({"tag": "Zorg"}, ["een#b"]),
        ({"kind": "question"}, ["twee#c"]),
        ({"years": (2012, 2013)}, ["een#a", "een#b"]),
        ({"lang": "en"}, ["twee#c"]),
        ({"lang": "en-GB", "kind": "quote"}, []),
    ],
)
def test_filters(shelf: Shelf, typed: dict[str, object], slides: list[str]) -> None:
    a = "- statement: Bomen\n  id: a\n"
    b = "- statement: Meer bomen\n  id: b\n  tags: [zorg, wijk]\n"
    shelf.deck("een", a, b, head="lang: nl-NL\ndate: 2013-03-28")
    shelf.deck("twee", "- question: What about bomen?\n  id: c\n", head="lang: en-GB\ndate: 2020")
    assert sorted(shelf.found("bomen", **typed)) == slides
    assert sorted(shelf.found(**typed)) == slides


def test_numbers_labels_codes_and_links_are_found(shelf: Shelf) -> None:
    chart = "- title: Cijfers\n  chart: {type: bar, data: {Amersfoort: 3, Breda: 4}}\n"
    shelf.deck("een", chart, "- picture: {wants: een heuvel bij avond}\n")
    assert shelf.found("amersfoort") == ["een#cijfers"]
    assert len(shelf.found("heuvel")) == 1


def test_a_translation_is_found_in_its_own_language(shelf: Shelf) -> None:
    shelf.deck("een", "- statement: Twee werelden\n  id: a\n")
    shelf.put("een/deck.en.yaml", "slides:\n  a: {statement: Two worlds}\n")
    assert shelf.found("world") == ["een#a"]
    assert shelf.found("worlds", lang="nl") == []
    assert shelf.answer("world").hits[0].version.lang == "en"


def test_a_limit_and_what_is_more(shelf: Shelf) -> None:
    shelf.deck("een", *[f"- statement: Bomen met nummer n{n} hier\n" for n in range(9)])
    answer = shelf.answer("bomen", limit=3, every=True)
    assert len(answer.hits) == 3
    assert answer.more
    assert not shelf.answer("bomen", limit=9, every=True).more


def test_a_long_text_is_cut_around_what_is_sought(shelf: Shelf) -> None:
    text = " ".join(["vulling"] * 60 + ["speld"] + ["hooi"] * 60)
    shelf.deck("een", f"- title: Een\n  text: {text}\n")
    body = shelf.answer("speld").hits[0].body
    assert len(body.text) < 140
    ((start, end),) = body.places
    assert body.text[start:end] == "speld"


@pytest.mark.parametrize("typed", ['"', '""', "*", "(", "title:", "a OR", "NOT", "^x", "-x", "a+b"])
def test_no_question_is_an_error(shelf: Shelf, typed: str) -> None:
    shelf.deck("een", "- statement: Bomen\n")
    shelf.answer(typed)
