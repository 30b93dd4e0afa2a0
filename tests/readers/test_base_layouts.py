"""Which layout of a base file serves which kind of slide."""

import pytest

import bases
from deckgen.readers.pptx.base import read, understand
from deckgen.template.base import Base


def base(data: bytes) -> Base:
    found = bases.understood(data).base
    assert found is not None
    return found


def named(data: bytes, kind: str) -> list[str]:
    found = base(data)
    return [found.layouts[key].name for key in found.of(kind)]


def test_each_kind_gets_its_layout() -> None:
    data = bases.plain()
    assert named(data, "cover")[0] == "Title Slide"
    assert named(data, "section")[0] == "Section Header"
    assert named(data, "points") == ["Title and Content", "Title Only"]
    assert named(data, "stats") == ["Title Only"]


@pytest.mark.parametrize("language", bases.LOCAL)
def test_without_types_names_in_four_languages_decide(language: str) -> None:
    cover, content, section, only = bases.LOCAL[language]
    data = bases.local(language)
    assert named(data, "cover")[0] == cover
    assert named(data, "section")[0] == section
    assert named(data, "points") == [content, only]


def test_the_choice_is_explained() -> None:
    assert "a title and one large body, type obj" in base(bases.plain()).why["points"]


def test_without_a_title_only_layout_the_body_is_left_out() -> None:
    data = bases.without("Title Only")
    assert named(data, "stats") == ["Title and Content"]
    assert "body left out" in base(data).why["*"]


def test_without_a_body_everything_is_laid_out_under_the_title() -> None:
    kept = ("Title Slide", "Section Header", "Title Only")
    others = [one.name for one in bases.facts(bases.plain()).sheets if one.name not in kept]
    assert named(bases.without(*others), "points") == ["Title Only"]


def test_a_file_without_any_title_is_refused() -> None:
    names = [one.name for one in bases.facts(bases.plain()).sheets]
    found = understand(bases.facts(bases.without(*[n for n in names if n != "Blank"])), "house")
    assert [one.code for one in found.diagnostics] == ["template/base-layouts"]


def test_the_first_master_wins() -> None:
    assert named(bases.two_masters(), "points")[0] == "Title and Content"
    assert "Second" in base(bases.two_masters()).unused


def test_the_safe_area_keeps_clear_of_title_and_foot() -> None:
    found = base(bases.plain())
    only = found.layouts["title-only"]
    _, y, _, height = only.safe
    assert y >= only.slots["title"].frame[1] + only.slots["title"].frame[3]
    assert y + height <= only.slots["footer"].frame[1]


def test_a_dark_master_gives_a_dark_scheme() -> None:
    template = bases.understood(bases.dark())
    scheme = template.schemes["dark"]
    assert template.dark
    assert (scheme["paper"], scheme["ink"]) == ("dk1", "lt1")


def test_lengths_are_those_of_a_page_540_high() -> None:
    small = bases.facts(bases.plain(9144000, 5143500))
    assert small.width == 960
    assert small.sheets[1].places[0].levels[0].size == pytest.approx(44 / 0.75, abs=0.01)


def test_embedded_typefaces_are_seen() -> None:
    assert bases.facts(bases.embedded()).embedded == ("House Sans",)


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7"])
def test_what_is_no_powerpoint_file_is_refused(data: bytes) -> None:
    assert [one.code for one in read(data).diagnostics] == ["template/no-base"]


def test_a_damaged_file_is_refused() -> None:
    data = bases.edited(
        bases.plain(),
        r"ppt/slideMasters/slideMaster1\.xml",
        lambda part: part.replace(b'<a:off x="', b'<a:off x="z'),
    )
    assert [one.code for one in read(data).diagnostics] == ["template/no-base"]


def test_what_a_house_puts_before_its_names_is_left_out() -> None:
    data = bases.edited(
        bases.local("nl"),
        r"ppt/slideLayouts/slideLayout1\.xml",
        lambda part: part.replace(b'name="Titeldia"', b'name="1_ACME - Title"').replace(
            b'type="ctrTitle"', b'type="title"'
        ),
    )
    assert named(data, "cover")[0] == "1_ACME - Title"


def test_titles_stand_where_most_layouts_have_them() -> None:
    data = bases.edited(
        bases.local("nl"),
        r"ppt/slideLayouts/slideLayout4\.xml",
        lambda part: part.replace(b'name="Two Content"', b'name="Content"'),
    )
    assert named(data, "points")[0] == "Titel en object"
