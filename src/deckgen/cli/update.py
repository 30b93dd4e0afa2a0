"""`deckgen update`: takes what has changed in the sources of a talk into its lock."""

from __future__ import annotations

from collections.abc import Iterator

import click
from msgspec import Struct, structs

from deckgen.base.diagnostics import Diagnostic
from deckgen.cli import arguments, locked
from deckgen.cli.aimed import aimed, every_form
from deckgen.cli.arguments import UsageError
from deckgen.cli.places import Place
from deckgen.cli.printer import Printer
from deckgen.disk import DiskWorld
from deckgen.outline.suggest import near
from deckgen.pipeline import compile_deck, template_name
from deckgen.remix import lock
from deckgen.remix.keeping import fresh, renewed, same
from deckgen.remix.load import grown
from deckgen.remix.lock import Lock
from deckgen.remix.news import Told, news
from deckgen.remix.recording import Recording, digest
from deckgen.remix.sources import shown
from deckgen.remix.variants import Wanted
from deckgen.world import Draft

Key = tuple[str, str]  # a source's path, a slide's id in it


class Wish(Struct, frozen=True):
    """What is to be taken: everything, or slides by their decks and ids there, and things."""

    all: bool
    slides: frozenset[Key] = frozenset()
    things: tuple[str, ...] = ()


@click.command()
@click.argument("words", nargs=-1, metavar="[OUTLINE] [SLIDE]...", type=click.Path())
@click.option("--dry-run", is_flag=True, help="Say what would be taken, and write nothing.")
@arguments.printing
def command(printer: Printer, /, words: tuple[str, ...], dry_run: bool) -> int:
    """Take what has changed in the decks that a talk takes slides from, and say what.

    With slides named, only theirs; a slide goes by its id here or in its source. `deckgen outdated`
    shows what there is to take.
    """
    places, names = aimed(words)
    return max([_update(place, names, dry_run, printer) for place in places], default=0)


def _update(place: Place, names: tuple[str, ...], dry: bool, printer: Printer) -> int:
    world, wishes = DiskWorld(place.folder), every_form(place)
    found = news(place.file, world, wishes)
    told = found.value
    if told is None:
        records = printer.findings(found.diagnostics, world)
        printer.result("", outline=place.shown, took=[], written=False, diagnostics=records)
        return 1
    wish = _wish(names, told, place)
    after = _after(told, wish, world)
    new = _new_errors(place, after, wishes, found.diagnostics)
    if wish.all and not new:
        made = {} if lock.empty(after) else _made(place, after, wishes)
        after = structs.replace(after, made=made)
    lines = list(_took(told, wish, after))
    due = not new and not same(told.before, after)
    due = due or (not new and any(one.code.startswith("remix/lock-") for one in found.diagnostics))
    problems: tuple[Diagnostic, ...] = new
    if due and not dry:
        problems = locked.write(place, _text(place, after, world))
    records = printer.findings(problems, world)
    said = _said(place, lines, due, dry) if not new else ""
    printer.result(
        said,
        outline=place.shown,
        took=lines if due else [],
        written=due and not dry and not problems,
        diagnostics=records,
    )
    if new:
        printer.message(f"{place.shown}: nothing was taken; mend what no longer fits, then again")
    return 1 if problems else 0


def _said(place: Place, lines: list[str], due: bool, dry: bool) -> str:
    if not due:
        return f"{place.shown}: nothing to take"
    verb = "would take" if dry else "took"
    return "\n".join(f"{place.shown}: {verb} {line}" for line in lines or ["the lock anew"])


def _wish(names: tuple[str, ...], told: Told, place: Place) -> Wish:
    """What the words behind the outline mean."""
    if not names:
        return Wish(True)
    known = _known(told)
    slides: set[Key] = set()
    things: list[str] = []
    for name in names:
        if name in told.before.made:
            things.append(name)
        elif name in known:
            slides |= known[name]
        else:
            word = near(name, known)
            hint = f"did you mean `{word}`?" if word else f"it takes: {', '.join(known)}"
            raise UsageError(f"deckgen: {place.shown} takes no slide `{name}`; {hint}")
    return Wish(False, frozenset(slides), tuple(things))


def _known(told: Told) -> dict[str, set[Key]]:
    """What people call a slide → where it is in its source."""
    found: dict[str, set[Key]] = {}
    for one in told.news.slides:
        for name in one.names:
            found.setdefault(name, set()).add((one.deck, one.slide))
    picked = [(p.deck, slide) for p in told.news.picks for slide in (*p.gained, *p.lost)]
    pins = [key[:2] for key in (*told.before.pins, *told.live.pins)]
    for deck, slide in dict.fromkeys((*pins, *picked)):
        for name in (slide, f"{shown(deck)}#{slide}"):
            found.setdefault(name, set()).add((deck, slide))
    return found


def _after(told: Told, wish: Wish, world: DiskWorld) -> Lock:
    if wish.all:
        whole = fresh(told.before, told.kept, told.live)
        return structs.replace(whole, made=told.before.made)
    after = renewed(told.before, told.live, wish.slides)
    things = {name: digest(name, world) for name in wish.things}
    made = {name: things.get(name, value) for name, value in after.made.items()}
    return structs.replace(after, made={name: value for name, value in made.items() if value})


def _text(place: Place, after: Lock, world: DiskWorld) -> bytes:
    return lock.rewritten(world.read(lock.place(place.file)), place.file, after)


def _draft(place: Place, after: Lock) -> Draft:
    """The world as it will be."""
    world = DiskWorld(place.folder)
    return Draft(world, lock.place(place.file), _text(place, after, world))


def _new_errors(
    place: Place, after: Lock, wishes: list[Wanted], before: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """What would be wrong with the talk that is not wrong with it now."""
    world = _draft(place, after)
    found = (one for wish in wishes for one in grown(place.file, world, wish).diagnostics)
    known = set(before)
    return tuple(dict.fromkeys(o for o in found if o.severity == "error" and o not in known))


def _made(place: Place, after: Lock, wishes: list[Wanted]) -> dict[str, str]:
    """What the talk is made with, in all its forms."""
    world, found = _draft(place, after), {}
    for wish in wishes:
        seen = Recording(world)
        compiled = compile_deck(place.file, seen, wanted=wish)
        if compiled.deck is not None:
            found.update(seen.made(template_name(compiled.deck, world)))
    return found


def _took(told: Told, wish: Wish, after: Lock) -> Iterator[str]:
    """What is taken, a line each."""
    if lock.empty(told.before):
        yield f"{len(after.pins)} slides for the first time"
        return
    for one in told.news.slides:
        if wish.all or (one.deck, one.slide) in wish.slides:
            keys = ", ".join(field.key for field in one.fields)
            spoken = f" in {one.lang}" if one.lang else ""
            yield f"{shown(one.deck)}#{one.slide}{spoken}: {keys}"
    for pick in told.news.picks:
        if after.picks.get((pick.deck, pick.pick)) != told.before.picks.get((pick.deck, pick.pick)):
            parts = [*(f"+ {name}" for name in pick.gained), *(f"- {name}" for name in pick.lost)]
            yield f"{pick.pick}: {', '.join(parts)}"
    for name, value in sorted(after.made.items()):
        if told.before.made.get(name) != value:
            yield name
    idle = [key for key in told.before.pins if key not in after.pins]
    if idle:
        names = ", ".join(f"{shown(deck)}#{slide}" for deck, slide, _ in idle)
        yield f"out what nothing uses: {names}"
