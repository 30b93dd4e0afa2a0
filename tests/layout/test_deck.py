"""Whole decks: what is equal costs nothing and looks equal; what does not fit is told."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic, Origin, Span
from deckgen.compose.paras import plain
from deckgen.disk import DiskWorld
from deckgen.layout import memo as memo_module
from deckgen.layout.deck import lay_out
from deckgen.layout.fit import fit
from deckgen.layout.memo import Memo
from deckgen.outline import model as o
from deckgen.scene import model as scene
from deckgen.template.load import load
from deckgen.template.model import Template
from layout.outlines import blocks, slides

WORLD = DiskWorld(str(Path(__file__).parents[2]))
COMPOUND = "hottentottensoldatententententoonstellingsbouwterreinvergunning"


@cache
def look(name: str = "plain") -> Template:
    found = load(name, WORLD).value
    assert found is not None
    return found


def built(*found: o.Slide, memo: Memo | None = None, template: str = "plain") -> scene.Scene:
    return lay_out(o.Deck(found, title="A talk"), look(template), WORLD, memo=memo).value


def findings(*found: o.Slide) -> tuple[Diagnostic, ...]:
    return lay_out(o.Deck(found, title="A talk"), look(), WORLD).diagnostics


def listed(*points: str, **more: object) -> o.Slide:
    items = tuple(o.Item(plain(point)) for point in points)
    return o.Slide("list", o.Points(items), **more)  # type: ignore[arg-type]


class Counter:
    """Counts the fits that are really made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fits = 0
        monkeypatch.setattr(memo_module, "fit", self._fit)

    def _fit(self, *given: object) -> object:
        self.fits += 1
        return fit(*given)  # type: ignore[arg-type]


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    return Counter(monkeypatch)


def test_an_equal_slide_costs_no_second_fit(counter: Counter) -> None:
    slide = listed("One", "Two", title=plain("Title"))
    built(slide)
    once = counter.fits
    built(slide, replace(slide, id="again", notes=("Other notes.",)))
    assert counter.fits == 2 * once


def test_an_equal_slide_gives_an_equal_page() -> None:
    slide = o.Slide("one", o.Pairs((o.Pair(plain("a"), plain("b")),)), title=plain("Title"))
    first, second = built(slide, replace(slide, id="two")).pages
    number = first.items[-1]
    assert number.role == "number"
    assert first.items[:-1] == second.items[:-1]
    assert first.layout == second.layout


def test_a_warm_build_fits_only_what_is_new(counter: Counter) -> None:
    memo = Memo()
    deck = [replace(listed(f"Point {n}", "Two"), id=str(n)) for n in range(5)]
    built(*deck, memo=memo)
    cold = counter.fits
    built(*deck, memo=memo)
    assert counter.fits == cold
    built(*deck[:2], replace(listed("New"), id="new"), *deck[2:], memo=memo)
    assert 0 < counter.fits - cold <= 2


def test_another_template_starts_anew(counter: Counter) -> None:
    memo = Memo()
    built(listed("One"), memo=memo)
    cold = counter.fits
    assert built(listed("One"), memo=memo, template="contrast") == built(
        listed("One"), template="contrast"
    )
    assert counter.fits > cold


def test_a_known_fit_keeps_the_places_of_the_new_slide() -> None:
    def typed(line: int) -> o.Slide:
        at = Origin(Span("deck.yaml", line, 1, line, 9))
        return o.Slide(f"s{line}", o.Words((o.Text((o.Run("Word"),), at),)), at=at)

    pages = built(typed(3), typed(7)).pages
    spans = [item.at.span for page in pages for item in page.items if item.name == "Word 0 1"]
    assert [span.line for span in spans if span] == [3, 7]


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(slides(st.one_of(*blocks.values())), min_size=1, max_size=3), st.data())
def test_warm_is_cold(found: list[o.Slide], data: st.DataObject) -> None:
    deck = [replace(slide, id=f"slide-{number}") for number, slide in enumerate(found)]
    memo = Memo()
    built(*deck, memo=memo)
    again = data.draw(st.permutations(deck))
    assert built(*again, memo=memo) == built(*again)
    assert built(*again, memo=memo) == built(*again)


def test_a_list_that_is_too_long_goes_on_on_the_next_slide() -> None:
    slide = listed(*(f"{n} " + "long words " * 9 for n in range(16)), title=plain("Title"))
    pages = built(slide).pages
    assert [page.id for page in pages] == ["list", "list--2"]
    assert [page.name for page in pages] == ["Title (1/2)", "Title (2/2)"]
    assert findings(slide) == ()


@pytest.mark.parametrize(
    "body",
    [
        o.Statement(plain("many words " * 500)),
        o.Quote(plain("many words " * 500)),
        o.Paragraphs((plain("many words " * 500),)),
    ],
)
def test_one_text_that_is_too_long_is_an_error_that_says_how_much_to_cut(body: o.Block) -> None:
    (found,) = findings(o.Slide("much", body))
    assert found.code == "overflow/text"
    assert "`much`" in found.message
    assert "“many words" in found.message
    assert "characters" in found.hints[0]


def test_cutting_what_a_finding_says_helps() -> None:
    words = "many words " * 500
    for _ in range(4):
        found = findings(o.Slide("much", o.Paragraphs((plain(words),))))
        if not found:
            break
        surplus = int(found[0].hints[0].split("about ")[1].split()[0])
        words = words[: -surplus - 1]
    assert not found
    assert len(words) > 700


def test_a_word_that_is_too_wide_is_named() -> None:
    (found,) = findings(o.Slide("wide", o.Sum((plain(COMPOUND * 2),) * 3, plain("all"))))[:1]
    assert found.code == "overflow/word"
    assert COMPOUND in found.message
    assert "hyphen" in found.hints[0]


def test_a_title_of_many_lines_is_an_error() -> None:
    (found,) = findings(listed("One", title=plain("A title of many words " * 12)))
    assert found.code == "overflow/lines"
    assert "title" in found.message


def test_a_character_that_no_font_has_is_a_warning_with_its_place() -> None:
    at = Origin(Span("deck.yaml", 3, 5, 3, 9))
    (found,) = findings(o.Slide("s", o.Statement(o.Text((o.Run("漢"),), at))))
    assert (found.code, found.severity) == ("text/missing-character", "warning")
    assert "U+6F22" in found.message
    assert found.span == at.span


def test_a_background_that_the_template_has_not() -> None:
    (found,) = findings(listed("One", background="pink"))
    assert (found.code, found.severity) == ("layout/background", "warning")
    assert findings(listed("One", background="dark")) == ()


def test_a_background_may_be_a_colour_role() -> None:
    (page,) = (found := built(listed("One", background="night"))).pages
    layout = next(one for one in found.layouts if one.id == page.layout)
    assert layout.background.rgb == look().palette[look().schemes["light"]["night"]]


@pytest.mark.parametrize("shout", [(), (plain("STREET"),)])
def test_a_picture_says_whose_it_is(shout: tuple[o.Text, ...]) -> None:
    picture = o.Picture(wants="A street", credit=plain("Photo: Ann Baker"))
    alone = o.Slide("alone", picture, title=plain("The street"), shout=shout)
    beside = listed("One", title=plain("The street"), picture=picture)
    for page in built(alone, beside).pages:
        assert "Photo: Ann Baker" in [
            run.text
            for item in page.items
            if isinstance(item, scene.Text | scene.Shape) and item.text
            for paragraph in item.text.paragraphs
            for run in paragraph.runs
        ]


def test_an_empty_deck_has_no_pages() -> None:
    assert built().pages == ()


def test_progress_counts_slides() -> None:
    told: list[tuple[int, int]] = []
    deck = o.Deck((listed("One"), replace(listed("Two"), id="b")))
    lay_out(deck, look(), WORLD, lambda *counts: told.append(counts))
    assert told == [(1, 2), (2, 2)]


def test_a_table_of_too_many_columns_is_one_finding() -> None:
    row = tuple(plain(f"Kolomnaam {number}") for number in range(24))
    (found,) = findings(o.Slide("wide", o.Table(row, (row,)), plain("Wide")))
    assert found.code == "overflow/word"
    assert "24 columns are too many for its table" in found.message
    assert found.hints[0].startswith("leave columns out")
