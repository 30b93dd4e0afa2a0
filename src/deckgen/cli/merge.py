"""`deckgen build --data`: a deck for each row of a file, and what became of them.

In: what was typed after `build`. Out: decks, a summary, findings with their rows. The work itself
is `batch`'s.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor
from functools import wraps
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import replace

from deckgen.cli.arguments import Refused, UsageError
from deckgen.cli.places import Place, nearest, outlines
from deckgen.cli.printer import Printer, shown
from deckgen.remix.variants import Wanted

if TYPE_CHECKING:
    from deckgen.batch.merging import Job
    from deckgen.batch.tally import Tally
    from deckgen.remix.editions import Edition

INTERRUPTED = 130
SUFFIX = ".pptx"


class Order(Struct, frozen=True):
    """What was typed."""

    outlines: tuple[str, ...]
    data: str
    template: str | None
    output: str | None
    force: bool
    timings: bool
    wanted: Wanted
    shows: bool
    jobs: int | None = None
    executor: str | None = None


# What says something about one deck, or about several of them in another way.
_LONE = {
    "all_variants": "give the data a column `variant`, with the form of the talk for each row",
    "locked": "build the outline once with --locked and without --data",
}


def merging(run: Callable[..., int]) -> Callable[..., int]:
    """Adds `--data` and what belongs to it; with it, a deck is built for each row instead."""

    @click.option(
        "--data", metavar="FILE", type=click.Path(),
        help="Build a deck for each row of a .csv, .tsv, .xlsx, .jsonl or .yaml file.",
    )  # fmt: skip
    @click.option(
        "-j", "--jobs", type=click.IntRange(1), metavar="N",
        help="With --data: how many decks at once (default: one a core).",
    )  # fmt: skip
    @click.option(
        "--executor", metavar="NAME[=WHERE]",
        help="With --data: who builds: processes, threads, serial, dask=ADDRESS, or a plug-in's.",
    )  # fmt: skip
    @wraps(run)
    def carry_out(printer: Printer, /, **typed: Any) -> int:
        if typed["data"] is not None:
            return _merge(_order(typed), printer)
        lone = [typed.pop(name) for name in ("data", "jobs", "executor")]
        if any(lone):
            raise UsageError("deckgen: --jobs and --executor belong to --data FILE")
        return run(printer, **typed)

    return carry_out


def _order(typed: dict[str, Any]) -> Order:
    for name, instead in _LONE.items():
        if typed.get(name):
            option = name.replace("_", "-")
            raise UsageError(f"deckgen: --{option} does not go with --data\n  Instead, {instead}")
    return Order(**{name: typed[name] for name in Order.__struct_fields__})


def _merge(order: Order, printer: Printer) -> int:
    """All of it: the data is judged as a whole before the first deck is built."""
    from deckgen.batch.executors import AbsentExecutorError
    from deckgen.batch.merging import Job, merge
    from deckgen.disk import DiskWorld

    place = _place(order)
    hire, near = _hiring(order)
    target, pattern = _target(order, place)
    world = DiskWorld(place.folder)
    editions, found = _editions(order, place, pattern)
    records = printer.findings(found, world)
    if not editions:
        printer.result("", outline=place.shown, data=order.data, decks=[], diagnostics=records)
        printer.message(f"{place.shown}: nothing built")
        return 1
    job = Job(place.folder, place.file, target, editions, hire, near, shown, order.jobs,
              order.force)  # fmt: skip
    try:
        tally = merge(job, lambda done, total: printer.progress(done, total, "decks"))
    except AbsentExecutorError as problem:
        typed = order.executor or "processes"
        raise Refused(f"deckgen: --executor {typed}: nobody is there to work: {problem}") from None
    records += printer.findings(tally.findings(), world)
    _report(order, job, tally, printer, records)
    return INTERRUPTED if tally.stopped else int(tally.count("failed") > 0)


def _place(order: Order) -> Place:
    places = outlines(order.outlines)
    if len(places) > 1:
        raise UsageError("deckgen: with --data, name one outline")
    if not os.path.isfile(order.data):
        raise UsageError(f"deckgen: there is no file {order.data}{_instead(order.data)}")
    from deckgen.remix.rows import KINDS

    if not order.data.lower().endswith(KINDS):
        raise UsageError(
            f"deckgen: {order.data}: rows are read from files that end in {', '.join(KINDS)}"
        )
    return places[0]


def _instead(name: str) -> str:
    near = nearest(name)
    return f"; did you mean {near}?" if near else ""


def _hiring(order: Order) -> tuple[Callable[[], Executor], bool]:
    """What makes the executor, and whether its workers see our files."""
    from deckgen.batch.executors import DEFAULT, NEAR, UnknownExecutorError, factory

    typed = order.executor or DEFAULT
    try:
        return factory(typed, order.jobs), typed.partition("=")[0] in NEAR
    except UnknownExecutorError as problem:
        known = ", ".join(problem.known)
        raise UsageError(
            f"deckgen: there is no executor `{problem.name}`; there are: {known}"
        ) from None
    except ImportError as problem:
        extra = "type: pip install 'deckgen[cluster]'" if typed.startswith("dask") else ""
        raise Refused(
            f"deckgen: --executor {typed} needs a package that is not installed: {problem}\n"
            f"  {extra}".rstrip()
        ) from None


def _target(order: Order, place: Place) -> tuple[str, str]:
    """The decks' folder, and the pattern of their names in it; empty for the usual one."""
    output = order.output
    if output is None:
        data = os.path.splitext(os.path.basename(order.data))[0]
        return os.path.normpath(os.path.join(place.folder, f"{place.stem}-{data}")), ""
    if "{{" not in output and not output.endswith(SUFFIX):
        return os.path.normpath(output), ""
    head, braces, rest = output.replace(os.sep, "/").partition("{{")
    folder, slash, start = head.rpartition("/")
    pattern = start + braces + rest
    named = pattern if pattern.endswith(SUFFIX) else pattern + SUFFIX
    return os.path.normpath(folder or ("/" if slash else ".")), named


def _editions(
    order: Order, place: Place, pattern: str
) -> tuple[tuple[Edition, ...], tuple[Any, ...]]:
    """The decks that are wanted, and what is to be said of the data."""
    from deckgen.disk import DiskWorld, read
    from deckgen.remix import rows
    from deckgen.remix.editions import Brief, editions

    file = os.path.abspath(order.data).replace(os.sep, "/")
    table = rows.read(read(order.data) or b"", file)
    if table.value is None:
        return (), table.diagnostics
    wanted = replace(order.wanted, shows="all" if order.shows else "marked")
    brief = Brief(place.file, pattern, wanted, order.template or "")
    made = editions(table.value, brief, DiskWorld(place.folder))
    return made.value, made.diagnostics


def _report(
    order: Order, job: Job, tally: Tally, printer: Printer, records: list[dict[str, Any]]
) -> None:
    counts = {name: tally.count(name) for name in ("built", "unchanged", "failed")}
    decks = [
        {"row": one.row, "output": os.path.join(job.target, one.output), "state": one.state,
         "slides": one.slides, "codes": list(one.codes)}
        for one in tally.decks
    ]  # fmt: skip
    printer.result(
        f"{shown(job.target)}{os.sep}  {_summary(tally)}",
        outline=os.path.join(job.folder, job.outline), data=order.data, **counts,
        rows=tally.total, stopped=tally.stopped, seconds=round(tally.seconds, 3),
        rate=round(tally.rate, 2), jobs=tally.jobs, decks=decks, diagnostics=records,
    )  # fmt: skip
    if order.timings and tally.count("built"):
        each = tally.worked / tally.count("built")
        printer.message(f"{each:.3f} s a deck and worker, {tally.jobs} at once")
    if tally.count("failed"):
        printer.message(_failures(tally))
    if tally.stopped:
        left = tally.total - len(tally.decks)
        printer.message(f"stopped with {left} to go; the same command goes on from here")


def _summary(tally: Tally) -> str:
    said = [f"{tally.count('built')} built"]
    said += [f"{tally.count('unchanged')} unchanged"] if tally.count("unchanged") else []
    said += [f"{tally.count('failed')} failed"] if tally.count("failed") else []
    rate = f" ({tally.rate:.1f} decks a second)" if tally.count("built") > 1 else ""
    return f"{', '.join(said)} in {tally.seconds:.1f} s{rate}"


def _failures(tally: Tally) -> str:
    from deckgen.remix.editions import rows_of

    failed = sorted(one.row for one in tally.decks if one.state == "failed")
    return f"not built: {rows_of(failed)}"
