"""Code on slides: colours, lines that matter, indents."""

from deckgen.base.colour import contrast
from deckgen.compose.boxes import TextBox
from deckgen.compose.code import code
from deckgen.compose.context import Context
from deckgen.outline import model as o
from deckgen.text.tokens import tokens
from layout.desk import TEMPLATE, template

PROGRAM = "def f(x):\n    return x  # one"
GREY = {"dk1": "101010", "dk2": "202020", "accent1": "C0C0C0", "accent2": "105060"}


def paras(block: o.Code, **look: object) -> list[tuple[str, tuple[str, ...]]]:
    context = Context(o.Deck(()), template(**look) if look else TEMPLATE)
    box = code(block, o.Slide("s", block), context)
    assert isinstance(box, TextBox)
    return [(one.text.plain, one.colours) for one in box.paras]


def test_words_are_told_apart() -> None:
    first, second = tokens(PROGRAM, "python")
    assert first == (("keyword", "def "), ("name", "f"), ("", "(x):"))
    assert [sort for sort, _ in second][-1] == "comment"


def test_without_a_language_lines_are_plain() -> None:
    assert tokens("a  b\n\nc", "") == ((("", "a  b"),), (), (("", "c"),))


def test_lines_keep_their_indent_and_empty_lines_their_height() -> None:
    found = paras(o.Code("if x:\n\n    y"))
    assert [text for text, _ in found] == ["if x:", "\u00a0", "\u00a0" * 4 + "y"]


def test_lines_that_do_not_matter_step_back() -> None:
    (_, first), (_, second) = paras(o.Code("a\nb", highlight=(2,)))
    assert (first, second) == (("muted",), ("ink",))


def test_a_colour_that_can_not_be_read_is_not_used() -> None:
    look = template()
    pale = {slot: GREY.get(slot, "FFFFFF") for slot in look.palette}
    schemes = {"light": {**look.schemes["light"], "accent": "accent1"}}
    ((_, colours),) = paras(o.Code("def", "python"), palette=pale, schemes=schemes)
    assert contrast("C0C0C0", "FFFFFF") < 4.5
    assert colours == ("ink",)
