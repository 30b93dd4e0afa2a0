"""Links between slides: whether they lead somewhere, and the same links under other names.

In: slides and the jumps that were read with them. Out: slides whose jumps lead to slides of this
deck; findings go into the reader. What must not be here: which links are well typed (`links`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct, structs

from deckgen.base.diagnostics import Span
from deckgen.outline.model import Choice, Run, Slide
from deckgen.outline.reader import Reader
from deckgen.outline.suggest import nearest

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
    slides: tuple[Slide, ...], foreign: dict[int, list[Jump]], reader: Reader
) -> tuple[Slide, ...]:
    """Reused slides with jumps to where the slides that they meant are in this deck.

    `foreign` has the jumps of reused slides by the slide's index. A jump to a slide that did not
    come along is reported, and leads nowhere.
    """
    if not foreign:
        return slides
    places = {(s.came.deck, s.came.slide): s.id for s in slides if s.came is not None}
    made = list(slides)
    for index, found in foreign.items():
        came = slides[index].came
        assert came is not None
        names = {name: places.get((came.deck, name), "") for name, _ in found}
        made[index] = renamed(slides[index], _by(names))
        for name, span in found:
            if not names[name]:
                _lost(name, span, slides[index], reader)
    return tuple(made)


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
