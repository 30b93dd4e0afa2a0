"""Slides that were named → the outline of a new talk that takes them over.

In: references as typed, where the new outline will be, the folder in which they were typed.
Out: the outline's text, or what is wrong with the references. What must not be here: writing files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct, structs

from deckgen.base.diagnostics import Checked, Diagnostic
from deckgen.outline.ids import first_text
from deckgen.outline.model import Deck, Slide
from deckgen.remix.load import load
from deckgen.remix.references import Pick, parse
from deckgen.remix.sources import find, placed, shown
from deckgen.syntax.nodes import Scalar
from deckgen.syntax.quoting import plain_is_safe, quote
from deckgen.world import Draft, World

OUTLINE = "deck.yaml"
_LONGEST = 60  # characters of a slide's words behind its reference
_HINTS = """\
# minutes: 40
# event: {name: where you speak, place: the town, date: the day}
# A slide may say something else here: `title: …` below its `use:`; your own go between them.
"""


class Start(Struct, frozen=True):
    """A new talk: its outline, how many slides it has, the decks that they are from."""

    text: str
    slides: int
    decks: tuple[str, ...]


class Spot(Struct, frozen=True):
    """Where the new talk goes, which need not be there yet: a path in a world.

    `here` is the world of the folder in which names are typed; `across` turns its paths into ones
    relative to the new outline.
    """

    outline: str
    world: World
    here: World
    across: Callable[[str], str]


def start(typed: tuple[str, ...], spot: Spot) -> Checked[Start | None]:
    """The outline that takes over what was typed, in that order.

    Nothing but findings where a reference can't be resolved.
    """
    found = [parse(Scalar(one)) for one in typed]
    told = [one for each in found for one in each.diagnostics]
    picks: list[Pick] = []
    for pick in (pick for each in found for pick in each.value):
        placed_ = _reached(pick, spot)
        told += placed_.diagnostics
        picks += placed_.value
    if any(one.severity == "error" for one in told):
        return Checked(None, placed(tuple(told), None))
    return _written(picks, spot)


def _reached(pick: Pick, spot: Spot) -> Checked[tuple[Pick, ...]]:
    """The pick as it is named from the new deck's folder."""
    if not pick.deck:
        message = f"`{pick.typed or pick.shown}` names no deck."
        hint = f"type the deck before it: big-society{pick.shown}"
        return Checked((), (Diagnostic("remix/bad-reference", message, None, "error", (hint,)),))
    near = find(pick.deck, spot.outline, spot.world)
    if near.value.path:
        return Checked((structs.replace(pick, deck=near.value.name or pick.deck),))
    path = find(pick.deck, OUTLINE, spot.here)
    if not path.value.path:
        return Checked((), near.diagnostics)
    return Checked((structs.replace(pick, deck=spot.across(path.value.path)),))


def _written(picks: list[Pick], spot: Spot) -> Checked[Start | None]:
    """The slides, each with a `use:` of its own, so that each can be moved or changed."""
    rows = "".join(f"- use: {quote(pick.shown)}\n" for pick in picks)
    draft = Draft(spot.world, spot.outline, f"slides:\n{rows}".encode())
    trial = load(spot.outline, draft)
    wrong = tuple(
        one for one in trial.diagnostics
        if one.severity == "error" and one.code.startswith(("remix/", "syntax/"))
    )  # fmt: skip
    if wrong or trial.value is None:
        return Checked(None, placed(wrong or trial.diagnostics, None))
    slides = trial.value.slides
    files = {slide.came.deck: None for slide in slides if slide.came}
    sources = {file: load(file, spot.world).value for file in files}
    names = _names(picks, spot)
    text = "".join((*_head([one for one in sources.values() if one]), *_slides(slides, names)))
    return Checked(Start(text, len(slides), tuple(shown(file) for file in files)))


def _names(picks: list[Pick], spot: Spot) -> dict[str, str]:
    """What each source is called in the outline, by its path."""
    return {
        find(pick.deck, spot.outline, spot.world).value.path: pick.deck for pick in reversed(picks)
    }


def _head(sources: list[Deck]) -> Iterator[str]:
    """Title, speaker and language of the first source; what the others have, as comments."""
    yield "# yaml-language-server: $schema=./deck.schema.json\n\n"
    first = sources[0]
    titles = list(dict.fromkeys(one.title for one in sources if one.title))
    yield from _key("title", titles[0] if titles else "")
    for title in titles[1:]:
        yield f"# title: {_value(title)}\n"
    for key in ("author", "speaker", "template"):
        values = list(dict.fromkeys(getattr(one, key) for one in sources if getattr(one, key)))
        yield from _key(key, getattr(first, key))
        for value in values:
            if value != getattr(first, key):
                yield f"# {key}: {_value(value)}\n"
    yield from _key("lang", first.lang)
    yield from _key("aspect", first.aspect)
    yield _HINTS


def _key(key: str, value: str) -> Iterator[str]:
    if value:
        yield f"{key}: {_value(value)}\n"


def _value(text: str) -> str:
    return text if plain_is_safe(text) and not text[0].isdigit() else quote(text)


def _slides(slides: tuple[Slide, ...], names: dict[str, str]) -> Iterator[str]:
    yield "\nslides:\n"
    for slide in slides:
        if slide.came is not None:
            name = names.get(slide.came.deck, slide.came.deck)
            reference = f"{name}#{slide.came.slide}"
            words = _words(slide)
            yield f"- use: {_value(reference)}" + (f"  # {words}\n" if words else "\n")


def _words(slide: Slide) -> str:
    texts = (slide.title, slide.label, *slide.shout[:1])
    said = next((text.plain for text in texts if text), "") or first_text(slide.body)
    said = " ".join(said.split())
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1].rstrip() + "…"
