"""What a base's own layouts are used for: tables, charts, columns, captions, dates."""

from pathlib import Path

import pytest

import bases
import oddbases
from deckgen.base.units import emu
from deckgen.scene import model as scene
from deckgen.template.base import Base

HEAD = "title: The talk\ndate: 2013-03-28\nlang: en-GB\nslides:\n"
TABLE = "- title: What we counted\n  table: [[Street, Homes], [North, '112'], [South, '96']]\n"
CHART = "- title: Who helps\n  chart: {type: column, data: {Family: 42, Friends: 18}}\n"
LISTS = "- title: Two lists\n  columns: [{points: [Counter, Form]}, {points: [Door, Talk]}]\n"
PHOTO = "- picture: {wants: A street}\n  title: A street\n  label: In the north\n"
LONG = "- title: Much\n  points: [" + ", ".join(["A point of some words"] * 9) + "]\n"


def page(data: bytes, talk: str, folder: Path) -> scene.Page:
    found = bases.compiled(data, folder, HEAD + talk)
    assert found.scene is not None, found.diagnostics
    return found.scene.pages[0]


def base(data: bytes) -> Base:
    found = bases.understood(data).base
    assert found is not None
    return found


def seats(one: scene.Page) -> list[tuple[str, str, int]]:
    refs = [(type(i).__name__, getattr(i, "placeholder", None)) for i in one.items]
    return [(name, ref.type, ref.index) for name, ref in refs if ref is not None]


def test_a_table_stands_in_the_placeholder_for_content(tmp_path: Path) -> None:
    one = page(bases.plain(), TABLE, tmp_path)
    assert one.layout == "title-and-content"
    assert ("Table", "obj", 1) in seats(one)


def test_a_table_prefers_a_placeholder_of_its_own(tmp_path: Path) -> None:
    assert base(oddbases.own_table()).of("table")[0] == "table"
    one = page(oddbases.own_table(), TABLE, tmp_path)
    assert ("Table", "tbl", 1) in seats(one)


def test_a_chart_stands_in_the_placeholder_for_content(tmp_path: Path) -> None:
    assert ("Chart", "obj", 1) in seats(page(bases.plain(), CHART, tmp_path))


def test_a_body_for_text_only_takes_no_table(tmp_path: Path) -> None:
    one = page(oddbases.text_only_body(), TABLE, tmp_path)
    assert not [seat for seat in seats(one) if seat[0] == "Table"]


def test_two_lists_stand_in_the_placeholders_of_two_columns(tmp_path: Path) -> None:
    one = page(bases.plain(), LISTS, tmp_path)
    assert one.layout == "two-content"
    bodies = [seat for seat in seats(one) if seat[1] == "obj"]
    assert bodies == [("Text", "obj", 1), ("Text", "obj", 2)]


def test_a_picture_with_a_title_takes_the_layout_for_both(tmp_path: Path) -> None:
    data = bases.edited(
        bases.plain(),
        oddbases.LAYOUT.format(9),
        lambda part: part.replace(b'sz="2000"', b'sz="3600"'),
    )
    one = page(data, PHOTO, tmp_path)
    assert one.layout == "picture-with-caption"
    kinds = [seat[1] for seat in seats(one)]
    assert {"pic", "title", "body"} <= set(kinds)


def test_a_layout_that_makes_its_titles_small_is_not_one_for_pictures(tmp_path: Path) -> None:
    assert page(bases.plain(), PHOTO, tmp_path).layout == "title-only"


def test_the_date_stands_where_the_layout_has_it(tmp_path: Path) -> None:
    one = page(bases.plain(), TABLE, tmp_path)
    said = {
        i.role: i.text.paragraphs[0].runs[0].text for i in one.items if isinstance(i, scene.Text)
    }
    assert said["date"] == "28 March 2013"
    assert said["footer"] == "The talk"


@pytest.mark.parametrize("talk", [TABLE, LISTS, LONG, "- title: Words\n  words: [one, two]\n"])
def test_nothing_stands_on_a_logo(talk: str, tmp_path: Path) -> None:
    one = page(oddbases.logo_in_the_way(), talk, tmp_path)
    x, y, w, h = oddbases.LOGO
    for item in one.items:
        if isinstance(item, scene.Connector):
            continue
        frame = item.frame
        across = min(frame.x + frame.cx, x + w) - max(frame.x, x)
        down = min(frame.y + frame.cy, y + h) - max(frame.y, y)
        assert across <= 0 or down <= 0, item.id


def test_a_low_body_grows_down_the_page(tmp_path: Path) -> None:
    one = page(oddbases.low_body(), LONG, tmp_path)
    body = next(i for i in one.items if isinstance(i, scene.Text) and i.role == "body")
    assert body.placeholder is not None
    assert body.frame.cy > emu(250)


def test_a_typeface_of_the_titles_own_is_measured_and_named(tmp_path: Path) -> None:
    found = bases.compiled(oddbases.own_face(), tmp_path, HEAD + TABLE)
    named = [one.message for one in found.diagnostics if one.code == "template/font-measured-as"]
    assert any("`Segoe UI`" in message for message in named)


def test_a_layout_that_swaps_its_colours_is_dark(tmp_path: Path) -> None:
    one = base(oddbases.dark_layout())
    assert one.layouts["section-header"].scheme == "dark"
    assert one.layouts["title-only"].scheme == "light"


def test_another_form_of_page_changes_nothing_and_says_so(tmp_path: Path) -> None:
    for aspect, count in (("16:9", 1), ("4:3", 0)):
        found = bases.compiled(bases.plain(), tmp_path, f"aspect: {aspect}\n{HEAD}{TABLE}")
        assert [d.code for d in found.diagnostics].count("template/base-aspect") == count
        assert found.scene is not None


def test_a_section_with_a_line_takes_its_layout(tmp_path: Path) -> None:
    one = page(bases.plain(), "- section: The part\n  sub: What comes\n", tmp_path)
    assert one.layout == "section-header"
    assert ("Text", "body", 1) in seats(one)


def test_a_section_layout_without_a_line_lends_its_room(tmp_path: Path) -> None:
    one = page(oddbases.bare_section(), "- section: The part\n  sub: What comes\n", tmp_path)
    assert one.layout == "section-header"
    title, line = (i for i in one.items if i.role in ("title", "sub", "lead"))
    assert isinstance(line, scene.Text) and isinstance(title, scene.Text)
    assert line.placeholder is None
    assert line.frame.y >= title.frame.y + title.frame.cy
