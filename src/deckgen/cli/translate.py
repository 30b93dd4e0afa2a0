"""`deckgen translate`: a talk's words in another language: started, brought up to date, counted."""

from __future__ import annotations

import os
import re
from typing import Any

import click
from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic
from deckgen.batch.delivery import why
from deckgen.cli.arguments import Refused, UsageError, printing
from deckgen.cli.places import Place, outlines
from deckgen.cli.printer import Printer, shown
from deckgen.disk import DiskWorld, write_atomic
from deckgen.outline.load import Outline, parsed
from deckgen.outline.suggest import near
from deckgen.remix import languages
from deckgen.remix.load import untranslated
from deckgen.remix.translating import ALL, Standing, Wish, changes, read, standing, updated

TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


class Order(Struct, frozen=True):
    """What was typed. Without languages, all that the outline is translated into are meant."""

    outlines: tuple[str, ...]
    languages: tuple[str, ...]
    status: bool
    diff: bool
    prune: bool
    done: tuple[str, ...]


class Task(Struct, frozen=True):
    """One translation of one outline. `file` lies in the outline's folder."""

    place: Place
    world: DiskWorld
    file: str
    lang: str

    @property
    def shown(self) -> str:
        """The translation's path as people see it."""
        return shown(self.world.path(self.file))

    def text(self) -> str:
        """What the file says; empty where there is none."""
        return (self.world.read(self.file) or b"").decode("utf-8-sig", errors="replace")


@click.command(epilog="Exit codes: 0 done or nothing to do, 1 not all is translated, 2 usage.")
@click.argument("words", nargs=-1, metavar="[OUTLINE] [LANG]...", type=click.Path())
@click.option("--status", is_flag=True, help="Say what is missing and write nothing.")
@click.option(
    "--diff", is_flag=True, help="Show what the source says otherwise since, and write nothing."
)
@click.option("--prune", is_flag=True, help="Take out entries of slides that are gone.")
@click.option(
    "--done", metavar="SLIDE", multiple=True,
    help="This slide's translation holds for what the source says now; `all` for every slide.",
)  # fmt: skip
@printing
def command(printer: Printer, /, words: tuple[str, ...], **typed: Any) -> int:
    """Write deck.LANG.yaml beside an outline, or bring it up to date.

    What is not translated stands there in the source's words, below `todo:`; what is translated is
    left as it is. Without LANG, every translation that there is is brought up to date.
    """
    tags = tuple(word for word in words if TAG.match(word) and not os.path.exists(word))
    rest = tuple(word for word in words if word not in tags)
    for word in rest:
        if word.isalpha() and not os.path.exists(word):
            raise UsageError(
                f"deckgen: {word} is neither an outline nor a language; type en, or en-GB"
            )
    order = Order(rest, tags, **typed)
    tasks = [task for place in outlines(rest) for task in _tasks(place, tags)]
    return max([_carry_out(task, order, printer) for task in tasks], default=0)


def _tasks(place: Place, tags: tuple[str, ...]) -> list[Task]:
    world = DiskWorld(place.folder)
    stem = os.path.splitext(place.file)[0]
    there = languages.translations(place.file, world)
    if not tags and not there:
        raise UsageError(
            f"deckgen: {place.shown} has no translation yet; name a language\n"
            f"  for example: deckgen translate {place.shown} en-GB"
        )
    if not tags:
        return [Task(place, world, file, tag) for tag, file in there.items()]
    files = [
        (languages.find(place.file, tag, world) or f"{stem}.{languages.primary(tag)}.yaml", tag)
        for tag in tags
    ]
    return [Task(place, world, file, languages.regional(tag)) for file, tag in files]


def _carry_out(task: Task, order: Order, printer: Printer) -> int:
    source = untranslated(task.place.file, task.world, task.lang)
    told = source.diagnostics + (_problems(task) if task.text() else ())
    errors = [one for one in told if one.severity == "error"]
    if errors or source.value is None:
        records = printer.findings(errors, task.world)
        printer.result("", outline=task.place.shown, translation=task.shown, diagnostics=records)
        printer.message(f"{task.shown}: left as it is")
        return 1
    _check_language(task, source.value.lang)
    outline = source.value.outline
    if order.diff:
        return _diff(task, outline, printer)
    if not order.status:
        _update(task, outline, order)
    return _tell(task, standing(outline, read(task.text(), task.file)), order, printer)


def _problems(task: Task) -> tuple[Diagnostic, ...]:
    found = parsed(task.file, task.world)
    made = languages.read(task.file, task.world)
    return tuple(one for one in (*found.diagnostics, *made.diagnostics) if one.severity == "error")


def _check_language(task: Task, own: str) -> None:
    place = task.place.shown
    if not own:
        raise Refused(
            f"deckgen: {place} does not say its language\n  Type it in its head: lang: nl-NL"
        )
    if languages.primary(own) == languages.primary(task.lang):
        raise Refused(f"deckgen: {place} is in {own} already")


def _update(task: Task, outline: Outline, order: Order) -> None:
    _check_ids(outline, order.done)
    wish = Wish(task.place.file, task.lang, order.done, order.prune)
    before = task.text()
    text = updated(before, outline, wish)
    if text is None:
        raise Refused(
            f"deckgen: {task.shown}: slides can't be added here\n"
            "  Type `slides:` on a line of its own, and below it a line for each slide"
        )
    if text == before:
        return
    try:
        write_atomic(task.world.path(task.file), text.encode("utf-8"))
    except OSError as problem:
        raise Refused(f"deckgen: {task.shown} can't be written: {why(problem)}") from problem


def _check_ids(outline: Outline, done: tuple[str, ...]) -> None:
    known = [slide.id for slide in outline.deck.slides]
    for name in done:
        if name != ALL and name not in known:
            word = near(name, known)
            hint = f"; did you mean `{word}`?" if word else ""
            raise UsageError(f"deckgen: --done {name}: no slide has that id{hint}")


def _tell(task: Task, found: Standing, order: Order, printer: Printer) -> int:
    lists = {
        "missing": found.missing, "unfinished": found.unfinished, "stale": found.stale,
        "superfluous": found.superfluous,
    }  # fmt: skip
    counts = [f"{len(names)} {what}" for what, names in lists.items() if names]
    line = f"{task.shown}  {found.done} of {found.slides} translated"
    lines = [", ".join([line, *counts])]
    if order.status:
        lines += [f"  {what}: {_names(names)}" for what, names in lists.items() if names]
    named = {what: [name or "the head" for name in names] for what, names in lists.items()}
    printer.result(
        "\n".join(lines), outline=task.place.shown, translation=task.shown, lang=task.lang,
        slides=found.slides, translated=found.done, **named,
    )  # fmt: skip
    return int(bool(counts)) if order.status else 0


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(name or "the head" for name in names)


def _diff(task: Task, outline: Outline, printer: Printer) -> int:
    """What stale slides said when they were translated, and what they say now."""
    translation = read(task.text(), task.file)
    stale = changes(outline, translation) if translation else {}
    earlier = _earlier(task, {change.of for change in stale.values()})
    for name, change in stale.items():
        commit, before = earlier.get(change.of, ("", []))
        text = _difference(name or "the head", commit, before, change.now)
        printer.result(
            text, outline=task.place.shown, translation=task.shown, slide=name, of=change.of,
            revision=change.revision, commit=commit, before=before, now=change.now,
        )  # fmt: skip
    if not stale:
        printer.message(f"{task.shown}: nothing was said otherwise since")
    return int(bool(stale))


def _difference(name: str, commit: str, before: list[str], now: list[str]) -> str:
    from difflib import unified_diff

    if not before:
        head = [f"{name}: git does not have the words that it was translated from; now it says:"]
        return "\n".join([*head, *(f"  {line}" for line in now), ""])
    lines = unified_diff(before, now, lineterm="", n=1)
    body = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return "\n".join([f"{name}: since {commit}", *(f"  {line}" for line in body), ""])


def _earlier(task: Task, wanted: set[str]) -> dict[str, tuple[str, list[str]]]:
    """By revision, the commit that last had the words, and the words: known by their revision."""
    from deckgen.cli.history import versions
    from deckgen.remix.translating import says
    from deckgen.world import Draft

    found: dict[str, tuple[str, list[str]]] = {}
    past = versions(task.world.path(task.place.file)) if wanted else iter(())
    for commit, data in past:
        draft = Draft(task.world, task.place.file, data)
        then = untranslated(task.place.file, draft, task.lang)
        said = says(then.value.outline) if then.value else {}
        for revision in wanted & said.keys():
            found.setdefault(revision, (commit, said[revision]))
        if wanted <= found.keys():
            break
    return found
