"""`deckgen search`: slides of all outlines by their words, and all versions of a slide."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import Any

import click
from msgspec import Struct

from deckgen.batch.delivery import why
from deckgen.cli import arguments
from deckgen.cli.arguments import Refused, UsageError
from deckgen.cli.printer import Printer, shown
from deckgen.disk import DiskWorld, write_atomic
from deckgen.library.desk import Desk
from deckgen.library.page import about, marked
from deckgen.library.refresh import Search
from deckgen.library.search import Answer, Excerpt, Hit, Question, Version, search
from deckgen.library.shelves import library
from deckgen.library.tables import place

FOLDERS = "DECKGEN_LIBRARY"
MOST = 1_000
_BOLD, _PLAIN = "\x1b[1;33m", "\x1b[0m"
_NAMED = 3  # versions that a hit's line names


class Order(Struct, frozen=True):
    """What was typed."""

    words: tuple[str, ...]
    within: tuple[str, ...]
    deck: str
    tag: str
    kind: str
    year: tuple[int, int] | None
    lang: str
    limit: int
    every: bool
    lineage: str
    html: str | None


def _years(_: click.Context, __: click.Parameter, typed: str | None) -> tuple[int, int] | None:
    if not typed:
        return None
    first, dots, last = typed.partition("..")
    ends = (first or "0", (last or "9999") if dots else first)
    if not all(end.isdigit() and len(end) <= 4 for end in ends):
        raise click.BadParameter(f"{typed!r} is no year; type 2013, or 2010..2013")
    return int(ends[0]), int(ends[1])


@click.command()
@click.argument("words", nargs=-1)
@click.option(
    "--in", "within", metavar="FOLDER", multiple=True, type=click.Path(exists=True),
    help="Where to look, instead of the project and DECKGEN_LIBRARY.",
)  # fmt: skip
@click.option(
    "--deck", default="", metavar="NAME", help="Only slides of this deck; zuyd-* for many."
)
@click.option("--tag", default="", metavar="WORD", help="Only slides with this tag.")
@click.option(
    "--kind", default="", metavar="KIND", help="Only slides of this kind: quote, chart ..."
)
@click.option("--year", metavar="YEAR", callback=_years, help="Only talks of 2013, or 2010..2013.")
@click.option("--lang", default="", metavar="TAG", help="Only slides in this language.")
@click.option(
    "--limit", type=click.IntRange(1, MOST), default=20, show_default=True, metavar="N",
    help="How many slides to show.",
)  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Show each version of a slide by itself.")
@click.option(
    "--lineage", default="", metavar="DECK#SLIDE",
    help="Instead of words: all versions of a slide, with what differs.",
)  # fmt: skip
@click.option("--html", type=click.Path(), metavar="FILE", help="Write a page with their pictures.")
@arguments.printing
def command(printer: Printer, /, **typed: Any) -> int:
    """Find slides by WORDS in all outlines of this project and of the folders in DECKGEN_LIBRARY.

    A word is found in all its forms, Dutch and English; '"big society"' are words in a row,
    'trans*' is how a word begins. Versions of a slide are shown once. 1 when nothing is found.
    """
    order = Order(**typed)
    folders = library(order.within, os.getcwd(), os.environ.get(FOLDERS, ""))
    cache = place(dict(os.environ), os.path.expanduser("~"))
    desk = Desk(cache, Search(folders, DiskWorld, partial(_progress, printer)))
    with closing(desk):
        if order.lineage:
            return _lineage(desk, order, folders, printer)
        return _search(desk, order, folders, printer)


def _search(desk: Desk, order: Order, folders: tuple[str, ...], printer: Printer) -> int:
    question = _question(order, folders)
    answer = desk.ask(lambda store: search(store, question))
    found = printer.findings(desk.found(shown), DiskWorld("."))
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    records = [_record(hit) for hit in answer.hits]
    for hit, record in zip(answer.hits, records, strict=True):
        printer.result("\n".join(_lines(hit, coloured)), **record)
    if order.html and answer.hits:
        _page(order, answer)
        printer.message(f"wrote {order.html}")
    _remark(answer, order, printer)
    _document(desk, records, found, printer)
    return 0 if answer.hits else 1


def _progress(printer: Printer, done: int, total: int) -> None:
    printer.progress(done, total, "outlines")


def _question(order: Order, folders: tuple[str, ...]) -> Question:
    # What a shell delivers as one word with blanks was typed in quotes.
    words = " ".join(f'"{one}"' if " " in one and '"' not in one else one for one in order.words)
    filters = (order.deck, order.tag, order.kind, order.lang)
    if not words.strip() and not any(filters) and not order.year:
        raise UsageError("deckgen: type what to look for: deckgen search burgerkracht")
    if order.kind:
        _known(order.kind)
    return Question(words, *filters, order.year, order.limit, order.every, folders)


def _known(kind: str) -> None:
    """Raises UsageError for what is no kind of slide."""
    from deckgen.outline.kinds import BODIES
    from deckgen.outline.suggest import nearest

    if kind not in BODIES:
        near = nearest(kind, BODIES)
        raise UsageError(f"deckgen: there is no kind `{kind}`{f'; {near[0]}' if near else ''}")


def _lines(hit: Hit, coloured: bool) -> Iterator[str]:
    signs = (_BOLD, _PLAIN) if coloured else ("", "")
    yield f"{hit.version.shown}  {marked(hit.head, *signs)}"
    if hit.body.text:
        where = "notes: " if hit.where == "notes" else ""
        yield f"    {where}{marked(hit.body, *signs)}"
    yield f"    {about(hit)}{_versions(hit)}"


def _versions(hit: Hit) -> str:
    if not hit.versions:
        return ""
    others = [one.shown for one in hit.versions if one != hit.version]
    rest = ", …" if len(others) > _NAMED else ""
    return f" · {len(hit.versions)} versions: also {', '.join(others[:_NAMED])}{rest}"


def _record(hit: Hit) -> dict[str, Any]:
    head, body = hit.head, hit.body
    return {
        **_where(hit.version), "kind": hit.kind, "tags": list(hit.tags),
        "head": _excerpt(head), "excerpt": _excerpt(body) if body.text else None,
        "excerpt_of": hit.where or None, "versions": [_where(one) for one in hit.versions],
    }  # fmt: skip


def _excerpt(excerpt: Excerpt) -> dict[str, Any]:
    return {"text": excerpt.text, "hits": [list(one) for one in excerpt.places]}


def _where(version: Version) -> dict[str, Any]:
    return {
        "slide": version.shown, "file": shown(version.path), "deck": version.deck,
        "id": version.slide, "number": version.number, "title": version.title,
        "year": version.year, "lang": version.lang,
    }  # fmt: skip


def _remark(answer: Answer, order: Order, printer: Printer) -> None:
    if not answer.hits:
        near = f"; did you mean `{answer.instead[0]}`?" if answer.instead else ""
        printer.message(f"deckgen: no slide says that{near}")
    elif answer.loose:
        printer.message("No slide says all of these words; these say some.")
    if answer.more:
        printer.message(f"There are more: --limit {order.limit * 2}")


def _document(
    desk: Desk, records: list[dict[str, Any]], found: list[dict[str, Any]], printer: Printer
) -> None:
    problems = [{"file": shown(path), "message": said} for path, said in desk.problems()]
    printer.document(
        {"command": "search", "results": records, "diagnostics": found, "problems": problems}
    )


def _page(order: Order, answer: Answer) -> None:
    from deckgen.cli.pictures import drawings
    from deckgen.library.page import page

    filters = (order.deck, order.tag, order.kind, order.lang)
    sought = " ".join((*order.words, *filter(None, filters)))
    text = page(sought, answer, drawings(answer.hits))
    try:
        write_atomic(str(order.html), text.encode("utf-8"))
    except OSError as problem:
        raise Refused(f"deckgen: {order.html} can't be written: {why(problem)}") from problem


def _lineage(desk: Desk, order: Order, folders: tuple[str, ...], printer: Printer) -> int:
    from deckgen.cli import lineage

    versions = desk.ask(lambda store: lineage.versions(store, order.lineage, folders))
    records = lineage.show(versions, printer)
    _document(desk, records, printer.findings(desk.found(shown), DiskWorld(".")), printer)
    return 0
