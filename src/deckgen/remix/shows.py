"""A talk → the forms of it that become custom shows of its file, and the slides that needs.

In: an outline's path, the deck that is given, what is wanted. Out: that deck, with the slides that
only a show has, and the shows. A form is a show where it differs in nothing but which slides it
has. What must not be here: pages, files.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Checked, Diagnostic, Severity
from deckgen.outline import jumps
from deckgen.outline.model import Deck, Variant
from deckgen.remix.difference import diff
from deckgen.remix.load import grown
from deckgen.remix.plan import select
from deckgen.remix.variants import Wanted
from deckgen.world import World

# In `Wanted.shows`: every form, not only those that say `show: true`; or none of them, but what
# keeps those from being shows is told.
ALL, TOLD = "all", "told"
# What a head says that stands on slides or decides how they look, in words for people.
_SEEN = {
    "template": "another template", "aspect": "another form of page", "lang": "another language",
    "title": "another title", "subtitle": "another subtitle", "author": "another author",
    "speaker": "another speaker", "event": "another event", "date": "another date",
}  # fmt: skip
# What a slide may say otherwise without looking otherwise.
_UNSEEN = frozenset(("minutes", "priority", "only", "needs", "tags", "came"))


class Show(Struct, frozen=True):
    """A form of the talk: its name and its slides' ids. `whole`: it is the talk itself."""

    name: str
    slides: tuple[str, ...]
    whole: bool = False


class Staged(Struct, frozen=True):
    """A deck and its shows. Where a show has slides that the talk has not, the talk is one too."""

    deck: Deck
    shows: tuple[Show, ...] = ()


def staged(path: str, world: World, wanted: Wanted, deck: Deck) -> Checked[Staged]:
    """The deck that is given, with the shows that are wanted of it."""
    chosen = [one for one in deck.variants if one.shows or wanted.shows == ALL]
    if not wanted.shows or not chosen or wanted.variant or wanted.minutes:
        return Checked(Staged(deck))
    every = grown(path, world, wanted).value
    if every is None:
        return Checked(Staged(deck))
    whole = every.outline.deck
    found: list[Diagnostic] = []
    shows: list[Show] = []
    for variant in chosen:
        made = _show(variant, path, world, (wanted, whole))
        shows += [made] if isinstance(made, Show) else []
        found += [] if isinstance(made, Show) else [_not_one(variant, made, deck)]
    if wanted.shows == TOLD:
        return Checked(Staged(deck), tuple(found))
    return Checked(_together(deck, whole, tuple(shows)), tuple(found))


def _show(variant: Variant, path: str, world: World, both: tuple[Wanted, Deck]) -> Show | str:
    """The show that a form is, or why it is none."""
    wanted, whole = both
    made = grown(path, world, replace(wanted, variant=variant.name)).value
    if made is None:
        return "it can't be read"
    reason = _otherwise(whole, made.outline.deck)
    if reason:
        return reason
    slides = select(made.outline.deck, variant.name).deck.slides
    if not slides:
        return "it has no slides"
    return Show(variant.name, tuple(slide.id for slide in slides))


def _otherwise(whole: Deck, form: Deck) -> str:
    """What a form shows otherwise than the whole talk does; empty where that is nothing."""
    found = diff(whole, form)
    for change in found.head:
        if change.field in _SEEN:
            return f"it has {_SEEN[change.field]}"
    for step in found.steps:
        seen = [change for change in step.changes if change.field not in _UNSEEN]
        if seen or step.what in ("added", "gone") or step.moved:
            return f"its slide `{step.id}` says something else"
    return ""


def _together(deck: Deck, whole: Deck, shows: tuple[Show, ...]) -> Staged:
    """The talk's slides and those that only its shows have, in the outline's order."""
    own = {slide.id for slide in deck.slides}
    needed = own.union(*(show.slides for show in shows))
    if needed == own:
        return Staged(deck, shows)
    slides = jumps.kept(tuple(slide for slide in whole.slides if slide.id in needed))
    talk = Show(_free(deck.title or "talk", shows), tuple(one.id for one in deck.slides), True)
    return Staged(replace(deck, slides=slides), (talk, *shows))


def _free(name: str, shows: tuple[Show, ...]) -> str:
    taken = {show.name for show in shows}
    return name if name not in taken else _free(f"{name} …", shows)


def _not_one(variant: Variant, reason: str, deck: Deck) -> Diagnostic:
    severity: Severity = "warning" if variant.shows else "note"
    return Diagnostic(
        "remix/no-show",
        f"`{variant.name}` can't be a custom show: {reason}.",
        variant.at.span,
        severity,
        (f"build it as a file of its own: deckgen build {deck.file} --variant {variant.name}",),
    )
