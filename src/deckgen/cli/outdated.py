"""`deckgen outdated`: what has changed since a talk took slides from others."""

from __future__ import annotations

from typing import Any

import click

from deckgen.base.diagnostics import Diagnostic
from deckgen.cli import arguments
from deckgen.cli.aimed import every_form
from deckgen.cli.places import Place
from deckgen.cli.places import outlines as meant_by
from deckgen.cli.printer import Printer, where
from deckgen.cli.wordings import difference, indented, said
from deckgen.disk import DiskWorld
from deckgen.remix import lock
from deckgen.remix.news import Changed, Field, News, Pick, Told, news
from deckgen.remix.sources import shown


@click.command(epilog="Exit codes: 0 nothing has changed, 1 something has, 2 usage.")
@arguments.outlines
@arguments.printing
def command(printer: Printer, /, outlines: tuple[str, ...]) -> int:
    """List slides whose source has changed since they were taken, and how.

    Ranges that mean other slides by now, sources that are gone, changes of yours that hide one
    there or change nothing any more, templates, fonts and files are listed, too. `deckgen update`
    takes what has changed.
    """
    return max([_outdated(place, printer) for place in meant_by(outlines)], default=0)


def _outdated(place: Place, printer: Printer) -> int:
    world = DiskWorld(place.folder)
    found = news(place.file, world, every_form(place))
    if found.value is None:
        records = printer.findings(found.diagnostics, world)
        printer.result("", outline=place.shown, **_record(News()), diagnostics=records)
        return 1
    told = found.value
    wrong = [one for one in found.diagnostics if one.severity == "error"]
    silent = wrong and told.news.empty  # then "up to date" would be the wrong word
    lines = [] if silent else _text(place, told, world)
    printer.result(
        "\n".join(lines),
        outline=place.shown,
        **_record(told.news),
        diagnostics=printer.findings(_findings(told.news, wrong), world, asked=True),
    )
    return 0 if told.news.empty and not wrong else 1


def _findings(whole: News, wrong: list[Diagnostic]) -> list[Diagnostic]:
    return [*wrong, *whole.gone, *whole.idle, *whole.broken]


def _text(place: Place, told: Told, world: DiskWorld) -> list[str]:
    whole = told.news
    if whole.empty:
        return [f"{place.shown}: {_nothing(told)}"]
    lines = [f"{place.shown}: {_summary(whole)}"]
    for slide in whole.slides:
        lines += ["", *changed(slide, world)]
    for pick in whole.picks:
        lines += ["", *meant(pick, world)]
    if whole.made:
        lines += ["", "not as it was:"]
        lines += [f"  {name}{'' if there else ' (gone)'}" for name, there in whole.made]
    return lines


def _nothing(told: Told) -> str:
    if not told.kept:
        return "takes nothing from other decks"
    if lock.empty(told.before):
        return f"nothing is pinned yet; `deckgen build` writes {lock.NAME}"
    return "up to date"


def _summary(whole: News) -> str:
    counted = (
        (len(whole.slides), "slide changed", "slides changed"),
        (len(whole.picks), "range means other slides", "ranges mean other slides"),
        (len(whole.gone), "source gone", "sources gone"),
        (len(whole.idle), "change of yours idle", "changes of yours idle"),
        (len(whole.broken), "change of yours no longer fits", "changes of yours no longer fit"),
        (len(whole.made), "other thing changed", "other things changed"),
    )
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counted if n)


def changed(slide: Changed, world: DiskWorld) -> list[str]:
    """A slide that its source has otherwise, field by field."""
    here = ", ".join(slide.names) or slide.slide
    place = f"  ({where(slide.span, world)})" if slide.span else ""
    spoken = f" in {slide.lang}" if slide.lang else ""
    lines = [f"{here} < {shown(slide.deck)}#{slide.slide}{spoken}{place}"]
    for field in slide.fields:
        hides = f"  (hidden: you say another `{field.key}:` here)" if field.hidden else ""
        lines += [f"  {field.key}:{hides}", *indented(difference(field.before, field.after), 4)]
    return lines


def meant(pick: Pick, world: DiskWorld) -> list[str]:
    """A pick that means other slides."""
    place = f"  ({where(pick.span, world)})" if pick.span else ""
    lines = [f"{pick.pick}{place}"]
    lines += [f"  + {name}" for name in pick.gained]
    return lines + [f"  - {name}" for name in pick.lost]


def _record(whole: News) -> dict[str, Any]:
    return {
        "slides": [_slide(one) for one in whole.slides],
        "picks": [
            {"deck": one.deck, "pick": one.pick, "gained": one.gained, "lost": one.lost}
            for one in whole.picks
        ],
        "made": [{"name": name, "there": there} for name, there in whole.made],
    }


def _slide(one: Changed) -> dict[str, Any]:
    return {
        "slides": one.names,
        "from": f"{one.deck}#{one.slide}",
        "lang": one.lang,
        "taken": one.revisions[0],
        "now": one.revisions[1],
        "fields": [_field(field) for field in one.fields],
        "line": one.span.line if one.span else None,
    }


def _field(field: Field) -> dict[str, Any]:
    return {
        "key": field.key,
        "before": None if field.before is None else said(field.before),
        "after": None if field.after is None else said(field.after),
        "hidden": field.hidden,
    }
