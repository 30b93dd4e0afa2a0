"""Widths without lonely last words, by hand with the square font and as a law."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.square_font import square_world

from deckgen.text import FaceKey, Span, Typesetter
from deckgen.text.breaking import breaks, count
from deckgen.text.steady import Setting
from deckgen.text.widows import without_widows

FACE = FaceKey("Arial")


def setting(text: str, size: float = 10.0) -> Setting:
    typesetter = Typesetter(square_world())
    return Setting(typesetter.prepare((Span(text, FACE),)), size)


def lines(one: Setting, width: float) -> int:
    return len(breaks(one.prepared, (width - one.inset) / one.size))


def test_a_lonely_word_gets_company_without_another_line() -> None:
    one = setting("aaaa bbbb cccc dddd ee")
    wide = 10 * 19.4  # four words fill the first line, `ee` stands alone on the second
    narrow = without_widows((one,), wide)
    assert narrow < wide
    assert lines(one, narrow) == lines(one, wide) == 2
    first, last, _ = breaks(one.prepared, narrow / one.size)[-1]
    assert last - first == 2


def test_text_on_one_line_keeps_its_width() -> None:
    assert without_widows((setting("aaaa"),), 200.0) == 200.0


def test_a_long_last_word_is_not_lonely() -> None:
    one = setting("aaaa bbbb cccccccccccc")
    assert without_widows((one,), 150.0) == 150.0


@given(
    st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=30),
    st.floats(min_value=95.0, max_value=600.0),
)
def test_no_line_is_added_and_no_room_is_needed(words: list[str], width: float) -> None:
    one = setting(" ".join(words))
    narrow = without_widows((one,), width)
    assert 0.85 * width <= narrow <= width
    assert lines(one, narrow) == lines(one, width)
    assert count(one.prepared, narrow / one.size) == count(one.prepared, width / one.size)
