import pytest

from deckgen.disk import DiskWorld
from deckgen.image.icons import Icons
from deckgen.world import MemoryWorld

ICONS = Icons(DiskWorld("."))
TABLE = {
    "icons.tsv": b"heart\t\tlove,care\tM0 0L1000 0Q1000 500 500 1000Z\n"
    b"house\thome\tbuilding,careful\tM100 -900L200 -900L200 -800Z\n"
}
SMALL = Icons(MemoryWorld(fonts=TABLE))


def names(*words: str) -> list[str]:
    return [icon.name for icon in SMALL.search(words)]


@pytest.mark.parametrize("typed", ["people-group", "People group", " people_group "])
def test_a_name_may_be_typed_in_several_ways(typed: str) -> None:
    icon = ICONS.get(typed)
    assert icon is not None and icon.name == "people-group"


def test_an_icon_has_its_other_names_too() -> None:
    assert SMALL.get("home") == SMALL.get("house")


def test_words_lead_to_icons_by_what_they_stand_for() -> None:
    assert names("care") == ["heart"]
    assert names("caref") == ["house"]
    assert names("love", "care") == ["heart"]
    assert names("love", "building") == []
    assert names() == ["heart", "house"]


def test_an_outline_starts_at_its_corner_in_curves_of_one_kind() -> None:
    assert SMALL.outline("house")[0] == ("M", 0.0, 0.0)
    assert [step[0] for step in SMALL.outline("heart")] == ["M", "L", "C", "Z"]
    assert SMALL.outline("none") == ()


def test_every_icon_is_a_closed_form_of_a_likely_size() -> None:
    assert ICONS.names()
    for name in ICONS.names():
        drawn = ICONS.outline(name)
        assert drawn[-1] == ("Z",), name
        reach = [float(part) for step in drawn for part in step[1:]]
        assert min(reach) == 0 and 0.2 < max(reach) < 1.3, name


def test_without_its_table_there_are_no_icons() -> None:
    assert Icons(MemoryWorld()).names() == ()
