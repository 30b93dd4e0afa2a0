"""`deckgen show`: what slides say and where they come from: of an outline, or of a .pptx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from deckgen.cli import arguments
from deckgen.cli.aimed import aimed, every_form, form
from deckgen.cli.arguments import Refused, UsageError
from deckgen.cli.places import Place
from deckgen.cli.printer import Printer, where
from deckgen.cli.wordings import difference, indented, said
from deckgen.disk import DiskWorld, read
from deckgen.outline import ids
from deckgen.outline.growth import Raw
from deckgen.outline.model import Picture, Provenance, Slide
from deckgen.outline.suggest import near
from deckgen.remix.load import Loaded, loaded
from deckgen.remix.reuse import Taken, outdated
from deckgen.remix.sources import shown
from deckgen.scene import model as scene
from deckgen.syntax.nodes import Mapping

if TYPE_CHECKING:
    from deckgen.readers.pptx.provenance import Known

_WORDS = 60  # characters of a slide's words in a list
_KEYS = 40  # characters of a slide's changes in a list


class Talk(Struct, frozen=True):
    """A talk with all its forms, by name; the whole talk comes first."""

    place: Place
    forms: dict[str, Loaded]

    @property
    def whole(self) -> Loaded:
        """The talk as it stands in the outline."""
        return next(iter(self.forms.values()))

    def those_with(self, slide: str) -> list[str]:
        """The names of the forms that have a slide."""
        return [
            name
            for name, one in self.forms.items()
            if any(slide == other.id for other in one.selection.deck.slides)
        ]


@click.command()
@click.argument("words", nargs=-1, metavar="[OUTLINE|FILE.pptx] [SLIDE]", type=click.Path())
@arguments.printing
def command(printer: Printer, /, words: tuple[str, ...]) -> int:
    """Say what a slide says, where it comes from, and what is said differently here.

    Without a slide, all are listed. A .pptx tells by its hidden tags where its slides come from,
    even where they were copied there in PowerPoint.
    """
    if words and words[0].lower().endswith(".pptx"):
        _one_at_most(words[1:])
        return _presentation(*words, printer=printer)
    places, names = aimed(words)
    _one_at_most(names)
    return max([_outline(place, *names, printer=printer) for place in places], default=0)


def _one_at_most(names: tuple[str, ...]) -> None:
    if len(names) > 1:
        raise UsageError("deckgen: type one slide, or none to list them all")


def _outline(place: Place, name: str = "", *, printer: Printer) -> int:
    world = DiskWorld(place.folder)
    found = loaded(place.file, world)
    records = printer.findings(found.diagnostics, world)
    if found.value is None:
        printer.result("", outline=place.shown, slides=[], diagnostics=records)
        return 1
    forms = {form(wish): loaded(place.file, world, wish).value for wish in every_form(place)}
    talk = Talk(place, {name: one for name, one in forms.items() if one is not None})
    slides = talk.whole.grown.outline.deck.slides
    chosen = [_chosen(name, slides, place)] if name else list(slides)
    rows = [_record(slide, talk) for slide in chosen]
    text = [_line(slides.index(slide) + 1, slide) for slide in chosen]
    if name:
        text = _whole(chosen[0], slides.index(chosen[0]) + 1, talk, world)
    printer.result("\n".join(text), outline=place.shown, slides=rows, diagnostics=records)
    return 0


def _chosen(name: str, slides: tuple[Slide, ...], place: Place) -> Slide:
    known = [slide.id for slide in slides]
    if name in known:
        return slides[known.index(name)]
    if name.isdecimal() and 1 <= int(name) <= len(known):
        return slides[int(name) - 1]
    word = near(name, known)
    hint = f"did you mean `{word}`?" if word else f"it has: {', '.join(known)}"
    raise UsageError(f"deckgen: {place.shown} has no slide `{name}`; {hint}")


def _line(number: int, slide: Slide) -> str:
    came = slide.came
    text = f"{number:>4}  {slide.id}: {_words(slide)}"
    if came is None:
        return text
    keys = ", ".join(came.overrides)
    keys = keys if len(keys) <= _KEYS else f"{len(came.overrides)} changes"
    return f"{text}  < {shown(came.deck)}#{came.slide}{f' ({keys})' if keys else ''}"


def _words(slide: Slide) -> str:
    """What a slide is known by: its title, else its first words."""
    texts = (slide.title, *slide.shout[:1], slide.label)
    said = next((text.plain for text in texts if text), "") or ids.first_text(slide.body)
    said = said or f"({_seen(slide)})"
    said = " ".join(said.split())
    return said if len(said) <= _WORDS else said[: _WORDS - 1].rstrip() + "…"


def _seen(slide: Slide) -> str:
    """What a slide without words shows."""
    body = slide.body
    told = body.alt or body.wants if isinstance(body, Picture) else ""
    return told or type(body).__name__.lower()


def _whole(slide: Slide, number: int, talk: Talk, world: DiskWorld) -> list[str]:
    place = f"  ({where(slide.at.span, world)})" if slide.at.span else ""
    raw = _raw(slide, talk)
    lines = [f"{slide.id}  slide {number}, revision {slide.at.revision}{place}", ""]
    lines += indented(said(raw.node).splitlines(), 2)
    lines += ["", f"in: {', '.join(talk.those_with(slide.id)) or 'no form of the talk'}"]
    if slide.came is None:
        return [*lines, "from: written here"]
    taken = _taken(slide.came, talk)
    stale = " (it says something else now: deckgen outdated)" if taken and taken[1] else ""
    lines.append(
        f"from: {slide.came.deck}#{slide.came.slide}, revision {slide.came.revision}{stale}"
    )
    lines += [f"  which has it from {step}" for step in slide.came.chain]
    if slide.came.translated:
        lines.append("  in its translation")
    return [*lines, *_changes(slide.came, raw, taken[0] if taken else None)]


def _changes(came: Provenance, raw: Raw, taken: Taken | None) -> list[str]:
    """The keys that are said differently here, each with what the source says."""
    keys = dict.fromkeys(path.partition(".")[0] for path in came.overrides)
    if not keys:
        return ["as it is there"]
    lines = ["said differently here:"]
    for key in keys:
        before = taken.node.get(key) if taken else None
        after = raw.node.get(key) if isinstance(raw.node, Mapping) else None
        lines += [f"  {key}:", *indented(difference(before, after), 4)]
    return lines


def _raw(slide: Slide, talk: Talk) -> Raw:
    outline = talk.whole.grown.outline
    return outline.raws[outline.deck.slides.index(slide)]


def _taken(came: Provenance, talk: Talk) -> tuple[Taken, bool] | None:
    """The source slide as it was taken, and whether it says something else by now."""
    for use in talk.whole.grown.uses:
        for one in use.taken:
            if (use.deck, one.id) == (came.deck, came.slide):
                return one, one.id in outdated(use)
    return None


def _record(slide: Slide, talk: Talk) -> dict[str, Any]:
    came, span = slide.came, slide.at.span
    taken = _taken(came, talk) if came else None
    return {
        "id": slide.id,
        "kind": type(slide.body).__name__.lower(),
        "words": _words(slide),
        "says": said(_raw(slide, talk).node),
        "revision": slide.at.revision,
        "line": span.line if span else None,
        "minutes": slide.minutes,
        "tags": slide.tags,
        "forms": talk.those_with(slide.id),
        "from": f"{came.deck}#{came.slide}" if came else None,
        "taken": came.revision if came else None,
        "outdated": bool(taken and taken[1]),
        "chain": came.chain if came else (),
        "overrides": came.overrides if came else (),
    }


def _presentation(path: str, name: str = "", *, printer: Printer) -> int:
    from deckgen.readers.pptx.provenance import origins

    data = read(path)
    found = None if data is None else origins(data)
    if found is None:
        raise Refused(f"deckgen: {path} is not there, or no presentation")
    wanted = [one for one in found if not name or name in _names(one)]
    if not wanted:
        raise UsageError(f"deckgen: {path} has no slide `{name}`; it has {len(found)}")
    for one in wanted:
        came = one.came
        text = f"{one.number:>4}  {one.title}"
        printer.result(
            f"{text}  < {_origin(came)}" if came else text,
            number=one.number, title=one.title, **_tagged(came),
        )  # fmt: skip
    return 0


def _names(one: Known) -> tuple[str, ...]:
    """What a slide of a presentation is called: its number, its title, its id."""
    return (str(one.number), one.title, *((one.came.slide,) if one.came else ()))


def _origin(came: scene.Provenance) -> str:
    """Where a slide comes from, the nearest first."""
    name = shown(came.deck)
    steps = [f"{name}#{came.slide} at {came.revision}"]
    steps += [f"{_step(came.source)} at {came.taken}"] if came.source else []
    changes = f" ({', '.join(came.overrides)})" if came.overrides else ""
    return " < ".join([*steps, *map(_step, came.chain)]) + changes


def _step(text: str) -> str:
    deck, _, slide = text.rpartition("#")
    return f"{shown(deck)}#{slide}"


def _tagged(came: scene.Provenance | None) -> dict[str, Any]:
    if came is None:
        return {"deck": None}
    return {name: getattr(came, name) for name in came.__struct_fields__}
