"""`deckgen check`: outlines → everything that is wrong with them, and what is certain mended.

Writes nothing but outlines, and those only with `--fix`.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from typing import Any

import click
from msgspec import Struct, structs

from deckgen.base.diagnostics import Diagnostic, Severity
from deckgen.batch.delivery import why
from deckgen.check.looking import lines, looking
from deckgen.check.mending import mend
from deckgen.check.review import Choice, Review, review
from deckgen.cli import arguments
from deckgen.cli.arguments import UsageError
from deckgen.cli.forms import Talk, forms
from deckgen.cli.places import Place
from deckgen.cli.places import outlines as meant
from deckgen.cli.printer import Printer, shown
from deckgen.disk import DiskWorld, write_atomic
from deckgen.pipeline import compile_deck
from deckgen.remix.shows import TOLD
from deckgen.remix.variants import Wanted

FORMATS = ("text", "json", "sarif", "github")
FAILURES = ("error", "warning", "note", "never")
UNWRITABLE = Diagnostic(
    "check/cannot-write",
    "{path} can't be written: {reason}",
    hints=("make it writable, or see with `--fix --diff` what would change",),
)


class Order(Struct, frozen=True):
    """What was typed."""

    outlines: tuple[str, ...]
    template: str | None
    format: str
    fail_on: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fix: bool
    diff: bool
    wanted: Wanted
    all_variants: bool

    @property
    def threshold(self) -> Severity | None:
        """What a finding must be to fail the command."""
        return None if self.fail_on == "never" else self.fail_on  # type: ignore[return-value]

    @property
    def choice(self) -> Choice:
        """Which findings are wanted."""
        return Choice(_each(self.select), _each(self.ignore))


@click.command(epilog="Exit codes: 0 nothing to object to, 1 findings (see --fail-on), 2 usage.")
@arguments.outlines
@arguments.template
@click.option(
    "--format", type=click.Choice(FORMATS), default="text",
    help="How findings are written: for people, programs, code scanning, GitHub workflows.",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(FAILURES), default="warning", show_default=True,
    help="The least grave finding that fails the command.",
)  # fmt: skip
@click.option(
    "--select", metavar="CODE", multiple=True,
    help="Look for these codes only; `lint/*` means all of an area.",
)  # fmt: skip
@click.option("--ignore", metavar="CODE", multiple=True, help="Say nothing of these codes.")
@click.option("--fix", is_flag=True, help="Mend in the outlines what can be mended for certain.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@arguments.all_variants
@arguments.wanting
@arguments.printing
def command(printer: Printer, /, **typed: Any) -> int:
    """Say what is wrong with each outline; write nothing, unless told to mend it.

    Without a name, the deck.yaml of this folder is checked.
    """
    order = Order(**typed)
    for pattern in order.choice.idle():
        raise UsageError(
            f"deckgen: no code is like `{pattern}`\n"
            "  `deckgen explain` lists them; `lint/*` stands for all of an area"
        )
    printer.speak(order.format)
    wanted = structs.replace(order.wanted, shows=TOLD)
    talks = forms(meant(order.outlines), wanted, order.all_variants)
    if order.diff:
        return max([_diff(talk, order, printer) for talk in talks], default=0)
    done = [_check(talk, order, printer) for talk in talks]
    if order.format == "sarif":
        from deckgen.check.sarif import log

        printer.document(log(one for sightings, _ in done for one in sightings))
    return int(any(failed for _, failed in done))


Sightings = list[Any]


def _check(talk: Talk, order: Order, printer: Printer) -> tuple[Sightings, bool]:
    place = talk.place
    world = DiskWorld(place.folder)
    mended, problems = _fix(place, order, world) if order.fix else ((), ())
    compiled = compile_deck(place.file, world, order.template, printer.progress, talk.wanted)
    found = review(compiled, order.choice, lines(world))
    found = _with_translations(found, talk, order, world)
    records = printer.findings(found.found + problems, world, asked=True)
    clean = not found.count("error") and not found.count("warning") and not problems
    printer.result(
        f"{place.shown}{_form(place)}: {_summary(found, len(mended))}",
        outline=place.shown, form=place.tail[1:], clean=clean, errors=found.count("error"),
        warnings=found.count("warning"), notes=found.count("note"), ignored=len(found.ignored),
        fixed=len(mended), diagnostics=records,
    )  # fmt: skip
    sightings = list(_sightings(found, world)) if order.format == "sarif" else []
    return sightings, bool(problems) or found.fails(order.threshold)


def _with_translations(found: Review, talk: Talk, order: Order, world: DiskWorld) -> Review:
    """The talk as it was typed has notes on the languages that it is said in, too."""
    if talk.wanted.lang or talk.wanted.variant:
        return found
    from deckgen.remix.behind import behind

    notes = tuple(one for one in behind(talk.place.file, world) if order.choice.has(one))
    return structs.replace(found, found=found.found + notes)


def _fix(
    place: Place, order: Order, world: DiskWorld
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What was mended, and why it could not be written."""
    data = world.read(place.file)
    if data is None:
        return (), ()
    mended = mend(data, place.file, looking(world, place.file, order.choice, order.template))
    path = world.path(place.file)
    try:
        if mended.data != data:
            write_atomic(path, mended.data)
    except OSError as problem:
        message = UNWRITABLE.message.format(path=shown(path), reason=why(problem))
        return (), (Diagnostic(UNWRITABLE.code, message, hints=UNWRITABLE.hints),)
    return mended.done, ()


def _form(place: Place) -> str:
    return f" ({place.tail[1:]})" if place.tail else ""


def _diff(talk: Talk, order: Order, printer: Printer) -> int:
    """Shows what would change; 1 if anything would."""
    from difflib import unified_diff

    place = talk.place

    world = DiskWorld(place.folder)
    data = world.read(place.file)
    if data is None:
        return int(_check(talk, order, printer)[1])
    mended = mend(data, place.file, looking(world, place.file, order.choice, order.template))
    name = place.shown.replace(os.sep, "/").lstrip("/")
    before, after = _split(data), _split(mended.data)
    text = "".join(unified_diff(before, after, f"a/{name}", f"b/{name}"))
    patch = text.removesuffix("\n")
    printer.result(patch, outline=place.shown, fixable=len(mended.done), diff=text)
    printer.message(f"{place.shown}: {len(mended.done)} can be fixed")
    return int(bool(text))


def _split(data: bytes) -> list[str]:
    """Lines with their ends; a last one without says so, as `diff` does."""
    marked = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    *lines, last = data.decode("utf-16" if marked else "utf-8", errors="replace").split("\n")
    rest = [f"{last}\n\\ No newline at end of file\n"] if last else []
    return [f"{line}\n" for line in lines] + rest


def _summary(found: Review, mended: int) -> str:
    errors, warnings, notes = (found.count(one) for one in ("error", "warning", "note"))
    said = [_count(errors, "error"), _count(warnings, "warning")] if errors + warnings else []
    said += [_count(notes, "note")] if notes else []
    text = ", ".join(said or ["clean"])
    also = [f"{mended} fixed"] if mended else []
    also += [f"{found.mendable} can be fixed with --fix"] if found.mendable else []
    also += [f"{len(found.ignored)} ignored"] if found.ignored else []
    return f"{text} ({', '.join(also)})" if also else text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _sightings(found: Review, world: DiskWorld) -> Iterator[Any]:
    """The findings with addresses, those that are ignored among them."""
    from deckgen.check.sarif import Sighting

    line = lines(world)
    for one, reason in (*((one, "") for one in found.found), *found.ignored):
        span = one.span
        text = (line(span.file, span.line) or "") if span else ""
        yield Sighting(one, _uri(world.path(span.file)) if span else "", text, reason)


def _uri(path: str) -> str:
    """The address of a file: relative where it lies below the current folder."""
    from pathlib import PurePath
    from urllib.parse import quote

    near = shown(path)
    return PurePath(near).as_uri() if os.path.isabs(near) else quote(near.replace(os.sep, "/"))


def _each(typed: Iterable[str]) -> tuple[str, ...]:
    """Options may be given several times, or once with commas."""
    return tuple(code.strip() for one in typed for code in one.split(",") if code.strip())
