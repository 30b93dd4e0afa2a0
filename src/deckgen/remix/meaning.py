"""A pick → the slides of a deck that it means.

A slide goes by its id. What is typed instead (other capitals, a slide's title, its number) is
understood where it can mean one slide alone, and reported with the id to type. In: a pick, an
outline. Out: places of slides. What must not be here: finding decks, taking slides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct, structs

from deckgen.base.diagnostics import Diagnostic, Edit
from deckgen.outline.ids import derived, slug
from deckgen.outline.model import Contact, Section, Slide
from deckgen.outline.suggest import near
from deckgen.remix.references import WIDE, Pick

# Words and signs between two slides that are typed for `..` and for a comma.
_UNTIL = re.compile(r"\s+(?:to|till|until|through|tot en met|tot|t/m|-|->|→)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:;|&|\+|\s(?:and|en)\s)\s*", re.IGNORECASE)


class Meant(Struct, frozen=True):
    """Places of slides, in the deck's order; and what was wrong with the pick."""

    places: tuple[int, ...] = ()
    found: tuple[Diagnostic, ...] = ()


class Names:
    """Slides, by all that they may be called."""

    def __init__(self, slides: tuple[Slide, ...] = (), ids: Iterable[str] = ()) -> None:
        """Looks at nothing yet but ids; without slides, `ids` are all that is known."""
        self._slides = slides
        self.ids = tuple(ids) or tuple(slide.id for slide in slides)
        self._places = {name: index for index, name in enumerate(self.ids)}

    @cached_property
    def tags(self) -> dict[str, list[int]]:
        """Slides by tag, in small letters."""
        found: dict[str, list[int]] = {}
        for index, slide in enumerate(self._slides):
            for tag in slide.tags:
                found.setdefault(tag.casefold(), []).append(index)
        return found

    @cached_property
    def sections(self) -> dict[str, list[int]]:
        """Slides of each section, the opening one first, by the opening slide's id.

        The contact slide belongs to none: it closes the talk.
        """
        found: dict[str, list[int]] = {}
        now: list[int] | None = None
        for index, slide in enumerate(self._slides):
            if isinstance(slide.body, Section):
                now = found.setdefault(slide.id.casefold(), [])
            elif isinstance(slide.body, Contact):
                now = None
            if now is not None:
                now.append(index)
        return found

    @cached_property
    def _slugs(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, name in enumerate(self.ids):
            found.setdefault(slug(name), []).append(index)
        return found

    @cached_property
    def _titles(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, slide in enumerate(self._slides):
            found.setdefault(derived(slide), []).append(index)
        return found

    def place(self, name: str) -> int | None:
        """The slide with that id."""
        return self._places.get(name)

    def loosely(self, name: str) -> int | None:
        """The slide that something else than its id means: other letters, its title, its number."""
        if (place := self._places.get(name)) is not None:
            return place
        if word := slug(name):
            for known in (self._slugs, self._titles):
                if len(found := known.get(word, [])) == 1:
                    return found[0]
        number = int(name) if re.fullmatch(r"[0-9]{1,4}", name) else 0
        return number - 1 if 0 < number <= len(self.ids) else None


def meant(pick: Pick, names: Names) -> Meant:
    """The slides that a pick means."""
    if pick.how == "slide" and pick.typed == pick.shown:  # nearly always
        place = names.place(pick.first)
        if place is not None:
            return Meant((place,))
    if pick.how == "all":
        return Meant(tuple(range(len(names.ids))), _loose(pick, pick))
    if pick.how in ("tag", "section"):
        return _group(pick, names)
    ends = (pick.first,) if pick.how == "slide" else (pick.first, pick.last)
    places = [names.loosely(end) if end else None for end in ends]
    if any(end and place is None for end, place in zip(ends, places, strict=True)):
        return _otherwise(pick, names)
    read = structs.replace(
        pick,
        first=names.ids[places[0]] if places[0] is not None else "",
        last=names.ids[places[-1]] if places[-1] is not None and len(ends) > 1 else "",
    )
    return _run(pick, read, names)


def _run(pick: Pick, read: Pick, names: Names) -> Meant:
    """The slides of a pick that is understood, which may be typed otherwise."""
    start = names.place(read.first) if read.first else 0
    stop = names.place(read.last) if read.last else len(names.ids) - 1
    assert start is not None and stop is not None
    if read.how == "slide":
        return Meant((start,), _loose(pick, read))
    if stop < start:
        right = f"{read.deck}#{read.last}..{read.first}"
        message = f"In {deck(pick)}, `{read.last}` comes before `{read.first}`."
        edits = _over(pick, right)
        wrong = Diagnostic("remix/backwards-range", message, pick.span, "error",
                           (f"type `{right}`",), edits)  # fmt: skip
        return Meant((), (wrong,))
    return Meant(tuple(range(start, stop + 1)), _loose(pick, read))


def _group(pick: Pick, names: Names) -> Meant:
    known = names.tags if pick.how == "tag" else names.sections
    name = pick.first.casefold()
    if name not in known and pick.how == "section":
        place = names.loosely(pick.first)
        name = names.ids[place].casefold() if place is not None else name
    if name in known:
        same = pick.how == "tag" or name == pick.first.casefold()
        read = pick if same else structs.replace(pick, first=names.ids[known[name][0]])
        return Meant(tuple(known[name]), _loose(pick, read))
    return Meant((), (_unknown(pick, f"{pick.how} `{pick.first}`", pick.first, known),))


def _otherwise(pick: Pick, names: Names) -> Meant:
    """A pick that is no slide's name: two slides with words between them, or a mistake."""
    if pick.how == "slide":
        ends = _two(_UNTIL.split(pick.first), names)
        if ends:
            return _run(
                pick, structs.replace(pick, how="range", first=ends[0], last=ends[1]), names
            )
        several = [names.loosely(part) for part in _AND.split(pick.first)]
        if len(several) > 1 and None not in several:
            parts = [names.ids[place] for place in several if place is not None]
            return Meant((), (_not(pick, f"type `{pick.deck}#{', '.join(parts)}`"),))
        for hyphen in re.finditer("-", pick.first):
            ends = _two([pick.first[: hyphen.start()], pick.first[hyphen.end() :]], names)
            if ends:
                hint = f"for a range type two dots: `{pick.deck}#{ends[0]}..{ends[1]}`"
                return Meant((), (_not(pick, hint),))
    missing = [end for end in (pick.first, pick.last) if end and names.loosely(end) is None]
    return Meant((), tuple(_unknown(pick, f"slide `{end}`", end, names.ids) for end in missing))


def _two(parts: list[str], names: Names) -> tuple[str, str] | None:
    places = [names.loosely(part) for part in parts]
    if len(places) != 2 or places[0] is None or places[1] is None:
        return None
    return names.ids[places[0]], names.ids[places[1]]


def _loose(pick: Pick, read: Pick) -> tuple[Diagnostic, ...]:
    """What to type instead, where the pick was not typed as it was read."""
    plain = pick.typed.translate(WIDE)
    right = read.shown
    if pick.how != "all" and not plain.partition("#")[0].strip():
        right = "#" + right.partition("#")[2]
    elif pick.how != "all" and "#" not in plain:  # after a comma
        right = right.partition("#")[2]
    if not pick.typed or _bare(pick.typed) == _bare(right):
        return ()
    hints = [f"type `{right}`"]
    if any(end.isdigit() and end not in (read.first, read.last) for end in (pick.first, pick.last)):
        hints.append("a number means another slide as soon as one is added before it; an id stays")
    message = f"`{pick.typed}` is read as `{right}`."
    edits = _over(pick, right)
    return (
        Diagnostic("remix/loose-reference", message, pick.span, "warning", tuple(hints), edits),
    )


def _bare(text: str) -> str:
    """A reference without what makes no difference: spaces, a second `#`, capitals of a group."""
    deck, _, rest = text.partition("#")
    rest = rest.replace("#", "").replace(" ", "")
    group = rest.startswith(("tag:", "section:"))
    return f"{deck.strip()}#{rest.casefold() if group else rest}"


def _over(pick: Pick, text: str) -> tuple[Edit, ...]:
    return (Edit(pick.span, text),) if pick.sure and pick.span else ()


def deck(pick: Pick) -> str:
    """The deck as findings name it."""
    return pick.deck or "this deck"


def _not(pick: Pick, hint: str) -> Diagnostic:
    message = f"{deck(pick)} has no slide `{pick.first}`."
    return Diagnostic("remix/unknown-slide", message, pick.span, "error", (hint,))


def _unknown(pick: Pick, what: str, name: str, known: Iterable[str]) -> Diagnostic:
    names = tuple(known)
    word = near(name, names) or near(slug(name), names)
    if word:
        hints = [f"did you mean `{word}`?"]
    elif names:
        many = f" and {len(names) - 20} more" if len(names) > 20 else ""
        hints = [f"{deck(pick)} has: {', '.join(names[:20])}{many}"]
    else:
        hints = [_nothing(pick)]
    message = f"{deck(pick)} has no {what}."
    return Diagnostic("remix/unknown-slide", message, pick.span, "error", tuple(hints))


def _nothing(pick: Pick) -> str:
    if pick.how == "tag":
        return "none of its slides has tags: name a slide's id, or give slides `tags: word`"
    if pick.how == "section":
        return "it has no sections: name a slide's id, or a range: deck#from..to"
    return "it has no slides of its own"
