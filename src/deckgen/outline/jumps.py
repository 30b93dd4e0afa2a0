"""Links between slides: whether they lead somewhere, and the same links under other names.

In: slides and the jumps that were read with them. Out: slides whose jumps lead to slides of this
deck; findings go into the reader. What must not be here: which links are well typed (`links`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct, structs

from deckgen.base.diagnostics import Span
from deckgen.outline.growth import Raw
from deckgen.outline.model import Choice, Run, Slide
from deckgen.outline.reader import Reader
from deckgen.outline.suggest import nearest
from deckgen.syntax.nodes import Mapping

Jump = tuple[str, Span]


def check(slides: tuple[Slide, ...], reader: Reader) -> None:
    """Reports jumps that were typed in this deck and lead to no slide of it."""
    known = {slide.id for slide in slides}
    for name, span in reader.jumps:
        if name not in known:
            reader.report(
                "unknown-slide",
                f"No slide has the id `{name}`.",
                span,
                *nearest(name, known),
                f"give the slide that is meant a line `id: {name}`",
            )


def settled(
    slides: tuple[Slide, ...],
    raws: tuple[Raw, ...],
    foreign: dict[int, list[Jump]],
    reader: Reader,
) -> tuple[Slide, ...]:
    """Reused slides with jumps and needs that name slides as they are called in this deck.

    `foreign` has the jumps of reused slides by the slide's index. What a slide names that did not
    come along is reported, and left out. Of a slide that came twice, the first is meant.
    """
    needing = {i for i, slide in enumerate(slides) if slide.came is not None and slide.needs}
    if not foreign and not needing:
        return slides
    places = _places(slides)
    made = list(slides)
    for index, found in foreign.items():
        names = {name: places.get((_typed(raws[index], span), name), "") for name, span in found}
        made[index] = renamed(slides[index], _by(names))
        for name, span in found:
            if not names[name]:
                _lost(name, span, slides[index], reader)
    for index in sorted(needing):
        made[index] = _needing(made[index], raws[index], places, reader)
    return tuple(made)


def _places(slides: tuple[Slide, ...]) -> dict[tuple[str, str], str]:
    """This deck's slides by the decks that they came through and their names there."""
    found: dict[tuple[str, str], str] = {}
    for slide in slides:
        if slide.came is not None:
            found.setdefault((slide.came.deck, slide.came.slide), slide.id)
            for step in slide.came.chain:
                deck, _, name = step.rpartition("#")
                found.setdefault((deck, name), slide.id)
    return found


def _typed(raw: Raw, span: Span) -> str:
    """The outline in which something was typed; in a lock, the one that it was taken from."""
    return raw.home if raw.home and span.file == raw.node.span.file else span.file


def _needing(slide: Slide, raw: Raw, places: dict[tuple[str, str], str], reader: Reader) -> Slide:
    typed = raw.node.get("needs") if isinstance(raw.node, Mapping) else None
    if typed is None or typed.span.file == reader.file:
        return slide
    deck = _typed(raw, typed.span)
    for name in slide.needs:
        if (deck, name) not in places:
            reader.report(
                "lost-need",
                f"`{slide.id}` needs `{name}`, which did not come along.",
                slide.at.span or typed.span,
                f"reuse that slide too: `- use: {deck}#{name}`",
                "or say that it stands without: `needs: ~`",
                severity="warning",
            )
    kept = tuple(places[deck, name] for name in slide.needs if (deck, name) in places)
    return structs.replace(slide, needs=kept)


def _by(names: dict[str, str]) -> Callable[[str], str]:
    return lambda name: names.get(name, name)


def kept(slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """Slides without the jumps to slides that are not among them."""
    known = {slide.id for slide in slides}
    return tuple(renamed(s, lambda name: name if name in known else "") for s in slides)


def renamed(value: Any, name: Callable[[str], str]) -> Any:
    """The same value with every jump led to the slide `name` gives; to none where it gives none."""
    if isinstance(value, Run):
        if not value.link.startswith("#"):
            return value
        target = name(value.link[1:])
        return structs.replace(value, link=f"#{target}" if target else "")
    if isinstance(value, tuple):
        return _each(value, name)
    if isinstance(value, Choice):
        value = structs.replace(value, to=name(value.to))
    return _fields(value, name) if isinstance(value, Struct) else value


def _each(values: Any, name: Callable[[str], str]) -> Any:
    made = tuple(renamed(one, name) for one in values)
    same = all(new is old for new, old in zip(made, values, strict=True))
    return values if same else tuple(one for one in made if _leads(one))


def _leads(value: object) -> bool:
    return not isinstance(value, Choice) or bool(value.to)


def _fields(value: Any, name: Callable[[str], str]) -> Any:
    changed = {}
    for field in value.__struct_fields__:
        held = getattr(value, field)
        if isinstance(held, tuple | Struct) and (new := renamed(held, name)) is not held:
            changed[field] = new
    return structs.replace(value, **changed) if changed else value


def _lost(name: str, span: Span, slide: Slide, reader: Reader) -> None:
    reader.report(
        "lost-jump",
        f"`{slide.id}` leads to `{name}`, which did not come along; the link is left out.",
        slide.at.span or span,
        f"reuse that slide too: `- use: {slide.came.deck if slide.came else ''}#{name}`",
        severity="warning",
    )
