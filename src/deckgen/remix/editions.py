"""An outline and a table → its editions: a deck a row, each with its values, form and name.

In: the outline through the World, a `Table`, what was asked for. Out: `Edition`s, or everything
that is wrong with the data before anything is built. What must not be here: building.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.outline.suggest import near
from deckgen.remix import naming
from deckgen.remix import needs as wanting
from deckgen.remix.load import grown
from deckgen.remix.needs import Needs
from deckgen.remix.rows import Row, Table
from deckgen.remix.variants import TALK, Wanted
from deckgen.world import World

# Columns that choose a form of the talk, its look, and its file.
SPECIAL = ("variant", "lang", "template", "minutes", "output")
ROW = "row"  # in a file's name: the number of the row
_LISTED = 5  # rows that a finding names


class Brief(Struct, frozen=True):
    """What is asked for: an outline, a pattern for the files' names, and what holds for all rows.

    A row's own `variant`, `lang`, `template` and `minutes` go before those given here.
    """

    outline: str
    pattern: str = ""
    wanted: Wanted = TALK
    template: str = ""


class Edition(Struct, frozen=True):
    """One deck: what is wanted of the outline, and its file, relative to the decks' folder."""

    number: int
    output: str
    wanted: Wanted
    template: str = ""
    span: Span | None = None


Found = list[Diagnostic]
Form = tuple[str, str]  # variant and language


def editions(table: Table, brief: Brief, world: World) -> Checked[tuple[Edition, ...]]:
    """The decks to build; none where the data is wrong, for then nothing is to be built."""
    found: Found = []
    brief = replace(brief, pattern=brief.pattern or _pattern(table))
    wishes = [_wish(row, table, brief, found) for row in table.rows]
    needs = _needs(wishes, brief, world, found)
    if not any(one.severity == "error" for one in found):
        _columns(table, brief, needs, found)
    made = [
        _edition(row, wish, table, brief, needs[wish.variant, wish.lang])
        for row, wish in zip(table.rows, wishes, strict=True)
        if (wish.variant, wish.lang) in needs
    ]
    _empty(table, needs, found)
    _nameless(made, found)
    _collisions(made, found)
    failed = any(one.severity == "error" for one in found)
    return Checked(() if failed else tuple(made), tuple(found))


def _pattern(table: Table) -> str:
    """A file is called after the first column that says something of the talk."""
    names = (name for name in table.columns if name and name not in SPECIAL)
    return f"{{{{{next(names, ROW)}}}}}.pptx"


def _wish(row: Row, table: Table, brief: Brief, found: Found) -> Wanted:
    """The form that a row asks for; its values come when it is known which are needed."""
    cells = _cells(row, table)
    return replace(
        brief.wanted,
        variant=cells.get("variant", "") or brief.wanted.variant,
        lang=cells.get("lang", "") or brief.wanted.lang,
        minutes=_minutes(row, cells.get("minutes", ""), found) or brief.wanted.minutes,
    )


def _cells(row: Row, table: Table) -> dict[str, str]:
    return dict(zip(table.columns, row.cells, strict=True))


def _minutes(row: Row, typed: str, found: Found) -> float | None:
    if not typed:
        return None
    try:
        minutes = float(typed.replace(",", "."))
    except ValueError:
        minutes = 0.0
    if 0 < minutes <= 1440:
        return minutes
    message = f"Row {row.number} gives the talk `{typed}` minutes."
    hint = "type a number: 20, or 7.5"
    found.append(Diagnostic("merge/bad-minutes", message, row.span, "error", (hint,)))
    return None


def _needs(wishes: list[Wanted], brief: Brief, world: World, found: Found) -> dict[Form, Needs]:
    """What each form of the outline that a row asks for needs."""
    needs: dict[Form, Needs] = {}
    for wish in wishes:
        form = wish.variant, wish.lang
        if form in needs:
            continue
        read = grown(brief.outline, world, wish)
        if read.value is None:
            found += [one for one in read.diagnostics if one not in found]
            break
        needs[form] = wanting.needs(read.value.outline)
    return needs


def _edition(row: Row, wish: Wanted, table: Table, brief: Brief, needs: Needs) -> Edition:
    cells = _cells(row, table)
    values = {
        name: cells[name]
        for name in needs.names
        # An empty cell leaves the outline its own value, where it has one.
        if name in cells and (cells[name] or name not in needs.known)
    }
    typed = {name: value for name, value in brief.wanted.values if name in needs.names}
    said = {**typed, **values}
    output = naming.typed(cells.get("output", "")) or naming.named(
        brief.pattern, {ROW: str(row.number), **dict(brief.wanted.values), **cells}
    )
    return Edition(
        row.number,
        output,
        replace(wish, values=tuple(said.items())),
        cells.get("template", "") or brief.template,
        row.span,
    )


def _columns(table: Table, brief: Brief, needs: dict[Form, Needs], found: Found) -> None:
    """Columns that are wanted and not there, and those that nothing wants."""
    columns = [name for name in table.columns if name]
    given = {*columns, *(name for name, _ in brief.wanted.values)}
    named = naming.places(brief.pattern)
    wanted = {name for one in needs.values() for name in one.names if name not in one.known}
    missing = [name for name in (*sorted(wanted), *named) if name not in {*given, ROW}]
    used = {name for one in needs.values() for name in one.names} | {*named, *SPECIAL}
    idle = [name for name in columns if name not in used]
    if missing:
        found.append(_missing(list(dict.fromkeys(missing)), idle or columns, table))
    if idle:
        found.append(_idle(idle, used, table))
    typed = [name for name, _ in brief.wanted.values if name not in used]
    found += wanting.idle(typed, used.difference(SPECIAL))
    if nameless := table.columns.count(""):
        many = "A column has" if nameless == 1 else f"{nameless} columns have"
        message = f"{many} no name in {table.name}; what it says is on no slide."
        found.append(Diagnostic("merge/unused-column", message, None, "note"))


def _missing(missing: list[str], columns: list[str], table: Table) -> Diagnostic:
    names = _listed(f"`{name}`" for name in missing)
    lacks = "no column" if len(missing) == 1 else "no columns"
    nearest = [(name, near(name, columns) or _folded(name, columns)) for name in missing]
    hints = [f"call the column `{word}` `{name}`" for name, word in nearest if word]
    hints.append(f"its columns: {', '.join(name for name in table.columns if name)}")
    hints.append(f"one value for all decks: --set {missing[0]}=…, or `vars:` in the outline")
    message = f"{table.name} has {lacks} {names}, which the outline or the files' names need."
    return Diagnostic("merge/missing-columns", message, None, "error", tuple(hints))


def _folded(name: str, columns: list[str]) -> str:
    """A column of that name in other capitals."""
    return next((one for one in columns if one.casefold() == name.casefold()), "")


def _idle(idle: list[str], used: set[str], table: Table) -> Diagnostic:
    names = _listed(f"`{name}`" for name in idle)
    many = f"the columns {names}" if len(idle) > 1 else f"the column {names}"
    meant = [(name, near(name, used - set(table.columns))) for name in idle]
    hints = tuple(f"did you mean `{word}` by `{name}`?" for name, word in meant if word)
    message = f"Nothing uses {many} of {table.name}."
    return Diagnostic("merge/unused-column", message, None, "note", hints)


def _empty(table: Table, needs: dict[Form, Needs], found: Found) -> None:
    """Cells that leave a gap on a slide."""
    wanted = {name for one in needs.values() for name in one.names if name not in one.known}
    for index, name in enumerate(table.columns):
        rows = [row for row in table.rows if not row.cells[index]] if name in wanted else []
        if rows:
            message = f"`{name}` is empty in {rows_of(row.number for row in rows)}."
            hint = f"fill it in, or give the outline a value for such rows: vars: {{{name}: …}}"
            found.append(Diagnostic("merge/empty-cell", message, rows[0].span, "warning", (hint,)))


def _nameless(made: list[Edition], found: Found) -> None:
    for one in (one for one in made if not one.output):
        message = f"Row {one.number} gives its deck no name."
        hints = ("fill in the columns that the name is made of, or a column `output`",)
        found.append(Diagnostic("merge/no-name", message, one.span, "error", hints))


def _collisions(made: list[Edition], found: Found) -> None:
    """Decks that would take each other's place; many systems know no capitals."""
    taken: dict[str, list[Edition]] = defaultdict(list)
    for one in made:
        taken[one.output.casefold()].append(one)
    twice = [ones for name, ones in taken.items() if name and len(ones) > 1]
    if not twice:
        return
    first = twice[0]
    many = f"; {len(twice) - 1} more names are given twice" if len(twice) > 1 else ""
    rows = rows_of(one.number for one in first)
    message = f"{rows[:1].upper()}{rows[1:]} give their decks one name, {first[0].output}{many}."
    hints = (
        "put more columns into the name: -o 'decks/{{stad}}-{{datum}}.pptx'",
        "or the number of the row: -o 'decks/{{row}}-{{stad}}.pptx'",
    )
    found.append(Diagnostic("merge/same-name", message, first[1].span, "error", hints))


def rows_of(numbers: Iterable[int]) -> str:
    """Rows in words: `row 3`, `rows 3 and 7`, `rows 3, 7, 9, 12, 15 and 80 more`."""
    all_rows = [str(number) for number in numbers]
    shown, rest = all_rows[:_LISTED], len(all_rows) - _LISTED
    listed = [*shown, f"{rest} more"] if rest > 0 else shown
    return f"row{'s' if len(all_rows) > 1 else ''} {_listed(listed)}"


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
