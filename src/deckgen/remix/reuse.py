"""Slides that are taken from other decks: `use:` → the nodes of those slides, changed as wanted.

In: an outline's nodes. Out: raws, each with its provenance. A chain of reuse is followed to its
end; a circle is a finding that shows the way round. What must not be here: reading slides.
"""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct, structs

from deckgen.base.diagnostics import Checked, Diagnostic, Severity, Span
from deckgen.outline.growth import Raw
from deckgen.outline.load import Outline
from deckgen.outline.model import Provenance
from deckgen.outline.slides import FIELDS, KNOWN
from deckgen.remix import lost, references, variants
from deckgen.remix.languages import primary
from deckgen.remix.lost import Pins
from deckgen.remix.meaning import Names, meant
from deckgen.remix.merge import merged
from deckgen.remix.references import Pick
from deckgen.remix.revisions import used, without
from deckgen.remix.sources import Place, Reach, Source, find, placed, shown
from deckgen.remix.stock import Stock, Taken
from deckgen.remix.variants import TALK, Wanted
from deckgen.remix.wording import spoken_as
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.world import World

# What may be said about several slides at once.
_SHARED = frozenset((
    "minutes", "tags", "only", "priority", "needs", "source", "background", "build", "transition",
    "skip", "variants",
))  # fmt: skip


DEEP = 24  # decks that a slide may come through; each is read inside the one that takes it
MOST = 5000  # slides of one deck, where slides of others are among them


class Use(Struct, frozen=True):
    """What one pick gave. `taken` is what is built, `live` what the source says now.

    `many`: the pick does not name a single slide, so that which ones it means may change.
    """

    deck: str
    pick: str
    many: bool
    taken: tuple[Taken, ...]
    live: tuple[Taken, ...]
    span: Span | None = None


class Shelf(Protocol):
    """Where sources come from. `own` is the outline that is being read, seen without its reuse."""

    def source(self, path: str, way: tuple[str, ...], lang: str) -> Checked[Source | None]:
        """The outline at a path, in the language `lang` if it is translated.

        A circle is a finding `remix/circle`.
        """

    def own(self, path: str) -> Outline | None:
        """An outline's own slides; those that it reuses are left out."""


class Reuse:
    """Grows one outline: takes its variant's changes in, and the slides it reuses."""

    def __init__(
        self, way: tuple[str, ...], world: World, shelf: Shelf, wanted: Wanted = TALK,
        pins: Pins | None = None,
    ) -> None:  # fmt: skip
        """`way` has the outlines that led here, this one last."""
        self.file, self._way = way[-1], way
        self._world, self._shelf, self._wanted, self._pins = world, shelf, wanted, pins
        self.found: list[Diagnostic] = []
        self._told: set[tuple[str, str]] = set()
        self.uses: list[Use] = []
        self.named: list[Scalar] = []  # what stands after `use:` and `without:`
        self._variants: tuple[str, ...] = ()
        self._places: dict[tuple[str, str, str], Checked[Place]] = {}
        self._reach: Reach = {}
        self._stocks: dict[str, Stock] = {}
        self.spoken = self.lang = ""  # the outline's own language, and the one that is wanted

    def head(self, root: Mapping) -> Mapping:
        """See Growth.head: the head as the variant has it."""
        self.spoken = _text(root.get("lang"))
        self._variants = variants.names(root)
        root = variants.head(root, self._wanted, self.found)
        self.lang = _text(root.get("lang"))
        return root

    def slides(self, listed: Sequence) -> tuple[Raw, ...]:
        """See Growth.slides."""
        made: list[Raw] = []
        for item in listed.items:
            made += self._grown(item)
            if len(made) > MOST > len(listed.items):
                hint = "take fewer slides; a deck that takes others whole grows fast"
                message = f"More than {MOST} slides come together here."
                self._report("too-many", message, item.span, hint)
                return tuple(made[:MOST])
        return tuple(made)

    def _grown(self, item: Node) -> tuple[Raw, ...]:
        if not isinstance(item, Mapping):
            return (Raw(item),)
        if item.get("variants") is not None:
            item = variants.slide(item, self._wanted.variant, self.found, self._variants)
        used_node = item.get("use")
        if used_node is None:
            return (Raw(item),)
        self._note(used_node)
        picks = references.read(used_node)
        self.found += picks.diagnostics
        taken = [pair for pick in picks.value for pair in self._taken(pick)]
        taken = self._left_out(taken, item)
        changes = without(item, "use", "without")
        if len(taken) > 1 or any(pick.how != "slide" for pick in picks.value):
            changes = self._shared(changes)
        return tuple(self._raw(source, one, changes, item.span) for source, one in taken)

    def _taken(self, pick: Pick) -> list[tuple[str, Taken]]:
        """The slides that a pick means, each with the path of its deck."""
        if not pick.deck:
            return [(self.file, one) for one in self._of_own(pick, self.file)]
        path, pick = self._place(pick)
        if not path:
            return []
        if path in self._way:
            return [(path, one) for one in self._of_own(pick, path)]
        if len(self._way) > DEEP:
            hint = "name the deck in which the slide is written out"
            message = f"`{pick.shown}` comes by way of more than {DEEP} decks."
            self._report("long-chain", message, pick.span, hint)
            return []
        source = self._shelf.source(path, self._way, self._typed)
        if source.value is None:
            return [(path, one) for one in self._lost(path, pick, source.diagnostics)]
        self._tell(path, source.diagnostics, pick)
        if self._foreign:
            self._tell(path, self._shelf.source(path, self._way, self.lang).diagnostics, pick)
        return [(path, one) for one in self._kept(source.value, pick)]

    @property
    def _foreign(self) -> bool:
        """Whether another language is wanted than the outline is typed in."""
        return bool(self.spoken and self.lang) and primary(self.spoken) != primary(self.lang)

    @property
    def _typed(self) -> str:
        """The language of what this outline says otherwise: sources are taken in it."""
        return self.spoken if self._foreign else self.lang

    def _lost(self, path: str, pick: Pick, found: tuple[Diagnostic, ...]) -> tuple[Taken, ...]:
        """What the lock still has of a deck that can't be read."""
        made = lost.slides(path, pick, self._pins, self._typed)
        if not made:
            self._tell(path, found, pick)
            return ()
        there = self._world.size(path) is not None
        self.found.append(lost.told(pick, found if there else ()))
        self.uses.append(Use(path, pick.shown, pick.how != "slide", made, (), pick.span))
        return made

    def _note(self, node: Node) -> None:
        nodes = node.items if isinstance(node, Sequence) else (node,)
        self.named += [one for one in nodes if isinstance(one, Scalar)]

    def _place(self, pick: Pick) -> tuple[str, Pick]:
        """The path of the pick's deck, and the pick with the deck's right name."""
        seen_from = pick.span.file if pick.span else self.file
        key = (pick.deck, pick.after, seen_from)
        if key not in self._places:
            self._places[key] = find(pick.deck, seen_from, self._world, pick.after, self._reach)
        found = self._places[key]
        gone = "" if found.value.path else lost.place(pick, self._pins, seen_from)
        if gone:
            return gone, pick
        self.found += placed(found.diagnostics, pick.span)
        name = found.value.name
        return found.value.path, structs.replace(pick, deck=name) if name else pick

    def _stock(self, source: Source, lang: str = "") -> Stock:
        """A source's slides; `lang`: in another language than this outline's."""
        key = f"{source.file} {lang}" if lang else source.file
        if key not in self._stocks:
            translated = source.translated and not source.lang
            self._stocks[key] = Stock(source.outline, translated, source.lang)
        return self._stocks[key]

    def _kept(self, source: Source, pick: Pick) -> list[Taken]:
        """What a pick means, as it is pinned; what is not pinned yet as it is now."""
        stock = self._stock(source)
        known = stock.known
        lang = self._typed if source.translated and not source.lang else ""
        pins = self._pins
        if pins is None:
            made = live = self._picked(pick, stock)
        else:
            names = pins.members(source.file, pick.shown)
            if names is None and pick.how == "slide" and pick.first not in known:
                names = self._gone(source.file, pick, stock.every, lang)
            live = [] if names is not None else self._picked(pick, stock)
            names = tuple(one.id for one in live) if names is None else names
            live = [known[name] for name in names if name in known]
            found = [_best(pins.slide(source.file, n, lang), known.get(n)) for n in names]
            made = [one for one in found if one is not None]
        many = pick.how != "slide" or len(made) > 1
        use = Use(source.file, pick.shown, many, tuple(made), tuple(live), pick.span)
        self.uses.append(use)
        return made

    def _gone(self, path: str, pick: Pick, every: list[Taken], lang: str) -> tuple[str, ...] | None:
        """A slide that the source no longer has, and the lock still does."""
        pin = self._pins.slide(path, pick.first, lang) if self._pins else None
        if pin is None:
            return None
        before = pin.revision
        now = [one.id for one in every if one.revision == before]
        hints = [f"it has another name now: type `{pick.deck}#{now[0]}`"] if now else []
        self._report(
            "source-gone",
            f"{pick.deck} no longer has a slide `{pick.first}`; it is shown as it was taken.",
            pick.span, *hints, "or write it out in this outline", severity="warning",
        )  # fmt: skip
        return (pick.first,)

    def _of_own(self, pick: Pick, path: str) -> list[Taken]:
        """Slides of an outline that is being read already: only those it does not reuse itself."""
        if path not in self._stocks:
            outline = self._shelf.own(path)
            if outline is None:
                return []
            self._stocks[path] = Stock(outline)
        stock = self._stocks[path]
        way = (*self._way[self._way.index(path) :], path)
        steps = [shown(self._world.known_as(step)) for step in way]
        here = pick.how != "slide" or stock.names.loosely(pick.first) is not None
        if stock.every and (here or len(steps) == 2):
            return self._picked(pick, stock)
        if len(steps) == 2:
            hint = "name another deck, or write the slide out in this one"
            message = f"`{pick.shown}` means this outline itself, which has no slides of its own."
            self._report("unknown-slide", message, pick.span, hint)
            return []
        self._report(
            "circle",
            f"`{pick.shown}` comes from here again: {' takes from '.join(steps)}.",
            pick.span,
            "name the deck in which the slide is written out",
        )
        return []

    def _picked(self, pick: Pick, stock: Stock) -> list[Taken]:
        if not stock.every:  # one without slides has been told of
            return []
        found = meant(pick, stock.names)
        self.found += found.found
        return [stock.every[place] for place in found.places]

    def _left_out(self, every: list[tuple[str, Taken]], item: Mapping) -> list[tuple[str, Taken]]:
        node = item.get("without")
        if node is None:
            return every
        self._note(node)
        picks = references.read(node, bare=True)
        self.found += picks.diagnostics
        names = Names(ids=(one.id for _, one in every))
        away: set[int] = set()
        for pick in picks.value if every else ():
            found = meant(pick, names)
            away.update(found.places)
            self.found += [_idle(one, pick) for one in found.found]
        if len(away) == len(every) > 0:
            hint = "take the slide out, or leave some of its slides"
            message = "None of these slides is left."
            self._report("idle-override", message, node.span, hint, severity="warning")
        return [pair for index, pair in enumerate(every) if index not in away]

    def _shared(self, changes: Mapping) -> Mapping:
        """What may be said about several slides; the rest is reported."""
        known = (*KNOWN, *FIELDS)
        wrong = [k for k, _ in changes.entries if k.text not in _SHARED and k.text in known]
        for key in wrong:
            said = f"`{key.text}:` can't be the same on several slides."
            hint = "name the one slide that it is meant for with a `use:` of its own"
            self._report("one-slide-only", said, key.span, hint)
        return without(changes, *(key.text for key in wrong))

    def _raw(self, path: str, one: Taken, changes: Mapping, span: Span) -> Raw:
        raw = self._changed(path, one, changes, span)
        if not self._foreign or path in self._way:
            return raw
        source = self._shelf.source(path, self._way, self.lang).value
        if source is None or not source.translated or source.lang:
            return raw
        live = self._stock(source, self.lang).known.get(one.id)
        pin = self._pins.slide(path, one.id, self.lang) if self._pins else None
        other = _best(pin, live)
        if other is None:
            return raw
        there = (live,) if live else ()
        self.uses.append(Use(path, f"{shown(path)}#{one.id}", False, (other,), there, span))
        return spoken_as(raw, other)

    def _changed(self, path: str, one: Taken, changes: Mapping, span: Span) -> Raw:
        stock = self._stocks.get(path)  # none of a deck that is gone
        variables = used(one.node, one.variables)
        known = stock.revision(one) if stock else one.revision
        if not changes.entries:
            came = Provenance(path, one.id, known, (), one.chain, one.translated)
            ready = None if variables or stock is None else stock.ready(one)
            return Raw(one.node, one.id, variables, came, span, one.home, ready)
        made = merged(one.node, without(changes, "id"), f"{shown(path)}#{one.id}")
        self.found += made.found
        typed = changes.get("id")
        node = made.node
        if typed is not None:
            key = next(key for key, _ in changes.entries if key.text == "id")
            node = Mapping(((key, typed), *node.entries), node.span, node.flow)
        came = Provenance(path, one.id, known, made.paths, one.chain, one.translated)
        return Raw(node, one.id, variables, came, span, one.home)

    def _tell(self, path: str, found: tuple[Diagnostic, ...], pick: Pick) -> None:
        """What is wrong with a source, once."""
        new = [one for one in found if (path, one.code) not in self._told]
        self._told.update((path, one.code) for one in new)
        self.found += placed(tuple(new), pick.span)

    def _report(
        self, code: str, message: str, span: Span | None, *hints: str,
        severity: Severity = "error",
    ) -> None:  # fmt: skip
        self.found.append(Diagnostic(f"remix/{code}", message, span, severity, hints))


def _idle(found: Diagnostic, pick: Pick) -> Diagnostic:
    """A finding about slides that are to stay away and are not there anyway."""
    if found.code != "remix/unknown-slide":
        return found
    message = f"`{pick.typed}` is not among these slides."
    return Diagnostic("remix/idle-override", message, found.span, "warning", found.hints)


def _best(pin: Taken | None, live: Taken | None) -> Taken | None:
    """The pinned slide; the source's own nodes where they say the same, since people type there."""
    if pin is None or live is None:
        return pin or live
    return live if live.revision == pin.revision else pin


def outdated(use: Use) -> tuple[str, ...]:
    """The slides of a pick that their source has otherwise by now."""
    if use.taken == use.live:
        return ()
    now = {one.id: one.revision for one in use.live}
    return tuple(one.id for one in use.taken if now.get(one.id, "") not in ("", one.revision))


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


__all__ = ["Pins", "Reuse", "Shelf", "Taken", "Use", "outdated"]
