"""An outline and rows → the decks to build, or what is wrong before any is built."""

from __future__ import annotations

import pytest

from deckgen.remix.editions import Brief, Edition, editions
from deckgen.remix.rows import read
from deckgen.remix.variants import TALK, Wanted
from deckgen.world import MemoryWorld

LECTURE = b"""\
title: Lezing
vars: {zaal: de grote zaal, groet: "Dag {{stad}}"}
lang: nl-NL
variants:
  kort: {minutes: 20}
slides:
- title: Welkom in {{stad}}
  sub: "{{datum}}, {{zaal}}"
  notes: "{{groet}}"
- use: bron#een
- title: Letterlijk \\{{niets}}
  points: [een]
"""
SOURCE = b"title: Bron\nvars: {eigen: ja}\nslides:\n- statement: Een {{eigen}}\n  id: een\n"
WORLD = MemoryWorld({"deck.yaml": LECTURE, "bron.yaml": SOURCE})


def made(
    rows: str, pattern: str = "", wanted: Wanted = TALK
) -> tuple[tuple[Edition, ...], list[str]]:
    """The editions, and the codes of what was found."""
    table = read(rows.encode(), "venues.csv").value
    assert table is not None
    found = editions(table, Brief("deck.yaml", pattern, wanted), WORLD)
    assert all(one.hints or one.severity == "note" for one in found.diagnostics)
    return found.value, [one.code for one in found.diagnostics]


def test_a_row_is_a_deck() -> None:
    found, codes = made("stad,datum,zaal\nHeerlen,12 maart,Pancratius\nDen Haag,3 april,\n")
    assert codes == []
    assert [one.output for one in found] == ["heerlen.pptx", "den-haag.pptx"]
    assert dict(found[0].wanted.values) == {
        "stad": "Heerlen", "datum": "12 maart", "zaal": "Pancratius",
    }  # fmt: skip
    # An empty cell leaves the outline its own value.
    assert dict(found[1].wanted.values) == {"stad": "Den Haag", "datum": "3 april"}


def test_columns_choose_the_form() -> None:
    columns = "stad,datum,variant,lang,template,minutes,output\n"
    found, codes = made(f'{columns}Heerlen,vandaag,kort,en,plain,"7,5",zuid/Avond\n')
    assert codes == []
    (one,) = found
    assert (one.wanted.variant, one.wanted.lang, one.wanted.minutes) == ("kort", "en", 7.5)
    assert (one.template, one.output) == ("plain", "zuid/avond.pptx")


def test_what_was_typed_holds_where_a_row_says_nothing() -> None:
    wanted = Wanted("kort", "", (("datum", "morgen"), ("stad", "nergens")), 12.0)
    (one,), codes = made("stad,variant\nHeerlen,\n", wanted=wanted)
    assert codes == []
    assert (one.wanted.variant, one.wanted.minutes) == ("kort", 12.0)
    assert dict(one.wanted.values) == {"datum": "morgen", "stad": "Heerlen"}


def test_missing_columns_are_one_error_with_the_nearest() -> None:
    table = read(b"Stad,datums\nHeerlen,nu\n", "venues.csv").value
    assert table is not None
    found = editions(table, Brief("deck.yaml", "{{plaats}}.pptx"), WORLD)
    assert found.value == ()
    missing = [one for one in found.diagnostics if one.code == "merge/missing-columns"]
    assert len(missing) == 1
    assert "`datum`, `stad` and `plaats`" in missing[0].message
    assert "call the column `Stad` `stad`" in missing[0].hints
    assert "call the column `datums` `datum`" in missing[0].hints


def test_unused_columns_are_a_note() -> None:
    found, codes = made("stad,datum,telefoon,templat\nHeerlen,nu,045,x\n")
    assert len(found) == 1
    assert codes == ["merge/unused-column"]


def test_a_column_without_a_name_is_a_note() -> None:
    assert made("stad,datum,\nHeerlen,nu,x\n")[1] == ["merge/unused-column"]


def test_an_empty_cell_that_leaves_a_gap_is_a_warning() -> None:
    found, codes = made("stad,datum\nHeerlen,\nDen Haag,nu\n")
    assert len(found) == 2
    assert codes == ["merge/empty-cell"]


@pytest.mark.parametrize(
    ("rows", "pattern", "code"),
    [
        ("stad,datum\nHeerlen,nu\nHeerlen,straks\n", "", "merge/same-name"),
        ("stad,datum\nHeerlen,nu\nheerlen!,nu\n", "", "merge/same-name"),
        ("stad,datum\nHeerlen,nu\nDen Haag,nu\n", "talk.pptx", "merge/same-name"),
        ("stad,datum\n...,nu\n", "", "merge/no-name"),
        ("stad,datum,minutes\nHeerlen,nu,kort\n", "", "merge/bad-minutes"),
        ("stad,datum,minutes\nHeerlen,nu,-3\n", "", "merge/bad-minutes"),
    ],
)
def test_nothing_is_built_where(rows: str, pattern: str, code: str) -> None:
    found, codes = made(rows, pattern)
    assert found == ()
    assert codes == [code]


def test_the_number_of_a_row_makes_a_name() -> None:
    found, _ = made("stad,datum\nHeerlen,nu\nHeerlen,straks\n", "{{stad}}-{{row}}.pptx")
    assert [one.output for one in found] == ["heerlen-1.pptx", "heerlen-2.pptx"]


def test_an_outline_that_is_none_stops_it() -> None:
    table = read(b"stad\nHeerlen\n", "venues.csv").value
    assert table is not None
    found = editions(table, Brief("deck.yaml"), MemoryWorld({"deck.yaml": b"- a\n"}))
    assert found.value == ()
    assert found.diagnostics


def test_a_value_that_nothing_uses_is_told_once() -> None:
    wanted = Wanted(values=(("datun", "morgen"), ("zaal", "hier")))
    found, codes = made("stad,datum\nHeerlen,nu\nGent,nu\n", wanted=wanted)
    assert codes == ["remix/unused-value"]
    assert [dict(one.wanted.values).get("datun") for one in found] == [None, None]


def test_a_value_that_only_the_name_uses_is_used() -> None:
    wanted = Wanted(values=(("ronde", "twee"),))
    (one,), codes = made("stad,datum\nHeerlen,nu\n", "{{ronde}}-{{stad}}.pptx", wanted)
    assert codes == []
    assert one.output == "twee-heerlen.pptx"
