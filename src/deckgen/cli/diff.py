"""`deckgen diff`: what is different between two talks, as text, JSON or a page with pictures."""

from __future__ import annotations

import os
import sys
from typing import Any

import click
from msgspec import Struct, structs

from deckgen.batch.delivery import why
from deckgen.cli import arguments
from deckgen.cli.arguments import Refused, UsageError
from deckgen.cli.differing import Ink, record, rendered
from deckgen.cli.printer import Printer, shown
from deckgen.cli.sides import Side, Told, side, standing, told
from deckgen.disk import read, write_atomic
from deckgen.readers.pptx.telling import Presentation
from deckgen.remix import telling
from deckgen.remix.comparison import Comparison, compare
from deckgen.remix.variants import TALK, Wanted

DIFFERENT, UNCOMPARED = 1, 2
_EXTERNAL = 7  # path, old file, its hash and mode, new file, its hash and mode
_HELD = "deckgen: name what to compare: two outlines or .pptx files, or one and --variant"


class Order(Struct, frozen=True):
    """What was typed."""

    talks: tuple[str, ...]
    html: str | None
    as_path: str | None
    textconv: bool
    external: bool
    wanted: Wanted


@click.command()
@click.argument("talks", nargs=-1, metavar="TALK [TALK]", type=click.Path())
@click.option(
    "--html", metavar="FILE", type=click.Path(dir_okay=False),
    help="Write a page with pictures of both, side by side.",
)  # fmt: skip
@click.option(
    "--as", "as_path", metavar="PATH", type=click.Path(),
    help="Read outlines as if they lay there: `use:` and pictures are found from that folder.",
)  # fmt: skip
@click.option("--textconv", is_flag=True, help="Print one talk as text, for git.")
@click.option("--external", is_flag=True, help="Take the seven words of git's diff.*.command.")
@arguments.wanting
@arguments.printing
def command(printer: Printer, /, **typed: Any) -> int:
    """Compare two talks slide by slide: moved, changed, added, gone.

    A TALK is an outline, one of its forms (talk.yaml@short), a folder with deck.yaml in it, or
    a .pptx. One TALK with --variant, --lang or --minutes is compared with that form of itself;
    for two, these options hold for both.

    Exit codes: 0 the same, 1 different, 2 not to be compared.
    """
    order = Order(**typed)
    if order.textconv:
        return _textconv(order, printer)
    sides = _external(order) if order.external else _sides(order)
    code = _compared(sides, order, printer)
    return 0 if order.external and code == DIFFERENT else code


def _sides(order: Order) -> tuple[Side, Side]:
    match order.talks:
        case (one,) if order.wanted != TALK:
            return _placed(side(one, TALK), order), _placed(side(one, order.wanted), order)
        case (one, other):
            first = side(one, order.wanted)
            return _placed(first, order), _placed(side(other, order.wanted, first.file), order)
        case _:
            raise UsageError(_HELD)


def _placed(one: Side, order: Order) -> Side:
    return standing(one, order.as_path) if order.as_path and not one.presentation else one


def _external(order: Order) -> tuple[Side, Side]:
    if len(order.talks) != _EXTERNAL:
        raise UsageError("deckgen: --external is for git, which types seven words behind it")
    path, old, _, _, new, *_ = order.talks
    meant = structs.replace(order, as_path=order.as_path or path)
    sides = (_placed(side(one, order.wanted), meant) for one in (old, new))
    before, after = (structs.replace(one, typed=path) for one in sides)
    return before, after


def _compared(sides: tuple[Side, Side], order: Order, printer: Printer) -> int:
    presentations = any(one.presentation for one in sides)
    one, other = (told(each, presentations, bool(order.html)) for each in sides)
    names = (shown(sides[0].typed), shown(sides[1].typed)) if order.external else _names(sides)
    readable = [_readable(*pair, printer) for pair in zip(sides, (one, other), strict=True)]
    if not all(readable):
        return UNCOMPARED
    found: Comparison = compare(one.talk, other.talk)  # type: ignore[type-var]
    if order.html:
        _page(order.html, found, names, (one, other))
    ink = Ink(sys.stdout.isatty() and "NO_COLOR" not in os.environ)
    page = {"page": order.html} if order.html else {}
    printer.result(rendered(found, names, ink), **record(found, names), **page)
    if order.html:
        printer.message(f"{shown(order.html)}: written")
    return 0 if found.equal else DIFFERENT


def _names(sides: tuple[Side, Side]) -> tuple[str, str]:
    one, other = (_name(each) for each in sides)
    return one, other


def _name(one: Side) -> str:
    wanted = one.wanted
    parts = [wanted.variant, wanted.lang, f"{wanted.minutes:g} min" if wanted.minutes else ""]
    form = ", ".join(part for part in parts if part)
    return f"{shown(one.file)} ({form})" if form else shown(one.file)


def _readable(one: Side, said: Told, printer: Printer) -> bool:
    """Whether there is something to compare; what is wrong is said as far as it stands between."""
    errors = [found for found in said.found if found.severity == "error"]
    unknown = any(found.code == "remix/unknown-variant" for found in errors)
    if said.talk is None or unknown:
        printer.findings(errors, said.world)
        printer.message(f"{one.typed}: can't be compared")
        return False
    if errors:
        many = f"{len(errors)} errors" if len(errors) > 1 else "an error"
        printer.message(f"{one.typed} has {many}: it is compared as far as it can be read")
    return True


def _page(path: str, found: Comparison, names: tuple[str, str], both: tuple[Told, Told]) -> None:
    from deckgen.writers.html.comparison import Half, write

    one, other = (
        Half(name, said.scene, said.world, isinstance(said.talk, Presentation))
        for name, said in zip(names, both, strict=True)
    )
    try:
        write_atomic(path, write(found, one, other))
    except OSError as problem:
        raise Refused(f"deckgen: {shown(path)} can't be written: {why(problem)}") from None


def _textconv(order: Order, printer: Printer) -> int:
    if len(order.talks) != 1:
        raise UsageError("deckgen: --textconv prints one talk")
    one = _placed(side(order.talks[0], order.wanted), order)
    said = told(one, False, False)
    errors = any(found.severity == "error" for found in said.found)
    if said.talk is None or errors:
        # Without the decks that it takes slides from, an outline is best read as it was typed.
        text = (read(one.file) or b"").decode("utf-8", "replace").removesuffix("\n")
    else:
        text = "\n".join(_text(said.talk))
    printer.result(text, said=text)
    return 0


def _text(talk: Any) -> list[str]:
    """A talk as text: nothing that changes when another slide comes or goes, such as numbers."""
    found = telling.lines(telling.head(talk))
    for one in talk.slides:
        fields = telling.slide(one)
        found += ["", f"#{fields.pop('id', '')}", *telling.lines(fields)]
    return found
