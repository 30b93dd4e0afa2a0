"""The ladder: every role steps 40, 20, 10; at 40 a letter is 40 wide and a line 48.5 high."""

from deckgen.compose.boxes import Cell, Flow, Layers, Mark, Region, Sheet, TextBox
from deckgen.layout.fit import Fitted, fit, keys, walk
from deckgen.layout.gauge import Gauge
from deckgen.template.model import Role
from deckgen.text.typesetter import Typesetter
from layout.desk import TEMPLATE, WORLD, template, text


def fitted(*regions: Region, look: object = TEMPLATE, **caps: float) -> Fitted:
    gauge = Gauge(Typesetter(WORLD), look)  # type: ignore[arg-type]
    return fit(Sheet("test", "light", regions), gauge, caps)


def region(box: object, **more: object) -> Region:
    """As high as told, over the page's 848 points."""
    return Region("body", box, top=0, **more)  # type: ignore[arg-type]


def test_short_text_takes_the_largest_step() -> None:
    assert fitted(region(text("One"), height=49)).sizes == {"body": 40}


def test_text_steps_down_until_it_fits() -> None:
    assert fitted(region(text("One/Two"), height=49)).sizes == {"body": 20}
    assert fitted(region(text("One/Two/Three/Four"), height=49)).sizes == {"body": 10}


def test_a_word_steps_down_until_it_is_narrow_enough() -> None:
    word = "x" * 21  # 840 wide at 40, which is more than 0.985 × 848
    assert fitted(region(text(word), height=100)).sizes == {"body": 20}


def test_texts_of_one_role_share_their_size() -> None:
    row = Flow("row", (text("a", grow=1), text("b/c/d", grow=1)))
    assert fitted(region(row, height=75)).sizes == {"body": 20}


def test_a_fit_of_its_own_sets_a_text_apart() -> None:
    row = Flow("row", (text("a", grow=1, fit="left"), text("b/c/d", grow=1)))
    assert fitted(region(row, height=75)).sizes == {"body/left": 40, "body": 20}


def test_who_takes_most_of_the_room_steps_down_first() -> None:
    column = Flow("column", (text("a", role="lead"), text("b/c")))
    assert fitted(region(column, height=100)).sizes == {"lead": 40, "body": 20}


def test_the_title_steps_down_last() -> None:
    column = Flow("column", (text("a/b/c", role="title"), text("d")))
    assert fitted(region(column, height=160)).sizes == {"title": 40, "body": 10}
    assert fitted(region(column, height=90)).sizes == {"title": 20, "body": 10}


def test_a_cap_keeps_a_role_small() -> None:
    assert fitted(region(text("One"), height=49), body=20).sizes == {"body": 20}
    assert fitted(region(text("One"), height=49), body=3).sizes == {"body": 10}


def test_what_is_small_waits_for_what_is_larger() -> None:
    look = template(scale=(10, 16, 20, 40))
    column = Flow("column", (text("One", "name"), text("a/b/c/d", "note")))
    assert fitted(region(column, height=110), look=look).sizes == {"name": 20, "note": 16}


def test_but_not_for_words_that_are_a_picture() -> None:
    look = template(scale=(10, 16, 20, 40))
    column = Flow("column", (text("1", "numeral"), text("a/b/c/d", "note")))
    assert fitted(region(column, height=110), look=look).sizes == {"numeral": 40, "note": 10}


def test_what_is_too_much_at_the_floor_is_over() -> None:
    found = fitted(region(text("One/Two"), height=20))
    (over,) = found.over
    assert found.sizes == {"body": 10}
    assert (over.reason, round(over.points, 1)) == ("height", 4.2)


def test_a_region_without_room_is_over() -> None:
    (over, *_) = fitted(region(text("One"), bottom=560)).over
    assert over.reason == "height"


def test_a_tight_text_stays_on_one_line_as_long_as_it_may() -> None:
    words = "abcde fghij klmno pqrst"  # 23 letters: 920 wide at 40, 460 at 20
    assert fitted(region(text(words), height=200)).sizes == {"body": 40}
    assert fitted(region(text(words, tight=10), height=200)).sizes == {"body": 20}


def test_a_tight_text_that_can_go_no_smaller_may_wrap() -> None:
    words = " ".join(["abcde"] * 40)
    found = fitted(region(text(words, tight=5), height=200))
    assert (found.sizes, found.over) == ({"body": 10}, ())


def test_a_picture_keeps_the_room_that_it_must_have() -> None:
    picture = Region("picture", Mark(), top=0, bottom=0, above="band", least=400)
    band = Region("band", text("a/b/c"), bottom=0, from_bottom=True)
    assert fitted(picture, band).sizes == {"body": 20}


def test_every_role_has_its_own_ladder() -> None:
    look = template(roles={**TEMPLATE.roles, "lead": Role((20, 10))})
    column = Flow("column", (text("a", role="lead"), text("b")))
    assert fitted(region(column, height=100), look=look).sizes == {"lead": 20, "body": 40}


def test_keys_stand_in_reading_order() -> None:
    boxes = (text("a", role="title"), Layers((Cell(text("b", fit="x")),)), TextBox(()))
    sheet = Sheet("test", "light", (Region("all", Flow("column", boxes)),))
    assert list(keys(sheet)) == ["title", "body/x"]
    assert len(list(walk(sheet.regions[0].box))) == 5
