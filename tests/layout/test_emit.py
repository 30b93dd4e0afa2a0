"""Points become whole EMU; names, groups and connectors."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Flow, Mark, Region, Sheet, Wire
from deckgen.layout.deck import lay_out
from deckgen.layout.emit import Painter, frame, label
from deckgen.layout.fit import fit
from deckgen.layout.paint import Paint
from deckgen.layout.pictures import Album, Loaded, crop
from deckgen.layout.setting import Setting, address
from deckgen.outline import model as o
from deckgen.scene import model as scene
from layout.desk import TEMPLATE, WORLD, gauge, text

lengths = st.floats(0, 900)


def painted(box: object, *wires: Wire) -> tuple[scene.Item, ...]:
    found = gauge()
    sheet = Sheet("test", "light", (Region("body", box),), wires)  # type: ignore[arg-type]
    fitted = fit(sheet, found, {})
    found.sizes = fitted.sizes
    setting = Setting(found, Paint(TEMPLATE, "light"), "en-GB", frozenset())
    return Painter(setting, Album(WORLD), "houses", "seed").items(fitted.placed, wires)


@given(lengths, lengths, st.lists(st.floats(0.1, 90), min_size=2, max_size=9))
def test_neighbours_keep_touching(x: float, y: float, widths: list[float]) -> None:
    found = []
    for width in widths:
        found.append(frame(Rect(x, y, width, 10)))
        x += width
    for left, right in pairwise(found):
        assert abs(left.x + left.cx - right.x) <= 1


def test_no_frame_is_less_than_nothing() -> None:
    assert frame(Rect(5, 5, -3, -4)) == scene.Box(63500, 63500, 0, 0)


def test_names_are_readable() -> None:
    assert label("option-2-14") == "Option 2 14"


def test_a_group_holds_what_moves_together() -> None:
    inner = Flow("column", (Mark(grow=1), text("One")), name="card", group=True)
    group, mark = painted(Flow("row", (Flow("column", (inner,), grow=1), Mark(basis=20))))
    assert isinstance(group, scene.Group)
    assert [type(item) for item in group.items] == [scene.Shape, scene.Text]
    assert group.frame.cx == mark.frame.x - group.frame.x  # type: ignore[union-attr]


def test_a_wire_is_glued_to_what_it_joins() -> None:
    row = Flow("row", (Mark(name="a", grow=1), Mark(name="b", grow=1)), gap=100)
    one, other, wire = painted(row, Wire("a", "b"))
    assert isinstance(wire, scene.Connector)
    assert (wire.start, wire.end) == ((one.id, 3), (other.id, 1))
    assert wire.x1 == one.frame.x + one.frame.cx  # type: ignore[union-attr]
    assert wire.x2 == other.frame.x  # type: ignore[union-attr]
    assert wire.y1 == wire.y2


def test_texts_without_words_leave_no_trace() -> None:
    assert painted(text("")) == ()


def test_bare_addresses_lead_where_they_say() -> None:
    assert address("www.example.org") == "https://www.example.org"
    assert address("http://example.org") == "http://example.org"
    assert address("ann@example.org") == "mailto:ann@example.org"
    assert address("@ann") == ""
    assert address("#street") == ""


@given(st.integers(1, 4000), st.integers(1, 4000), st.floats(0, 1), st.floats(0, 1))
def test_a_cropped_picture_keeps_its_form(w: int, h: int, x: float, y: float) -> None:
    left, top, right, bottom = crop(Loaded("a", w, h), Rect(0, 0, 300, 200), (x, y))
    assert min(left, top, right, bottom) >= 0
    shown = w * (1 - left - right) / (h * (1 - top - bottom))
    assert abs(shown - 1.5) < 1e-6
    if left + right:
        assert left - 1e-9 <= x <= 1 - right + 1e-9
    if top + bottom:
        assert top - 1e-9 <= y <= 1 - bottom + 1e-9


def test_ids_are_unique_on_a_page() -> None:
    items = tuple(o.Item(o.Text((o.Run("same"),))) for _ in range(3))
    slide = o.Slide("s", o.Columns((o.Points(items), o.Points(items))))
    (page,) = lay_out(o.Deck((slide,)), TEMPLATE, WORLD).value.pages
    ids = [item.id for item in page.items]
    assert len(set(ids)) == len(ids)
