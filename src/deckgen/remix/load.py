"""An outline's path and what is wanted of it → the Deck that says so. The door to the remix.

The passes, in order: the variant's head and slides, reuse, the outline's own reading, the
language. What must not be here: choosing slides for a length (`plan`), looks.
"""

from __future__ import annotations

from msgspec import Struct, structs

from deckgen.base.diagnostics import Checked, Diagnostic, Origin
from deckgen.outline.growth import Growth, Raw
from deckgen.outline.load import Outline, parsed, understand
from deckgen.outline.model import Deck
from deckgen.remix import languages, lock, needs, variants
from deckgen.remix.plan import Selection, select
from deckgen.remix.references import uncommented
from deckgen.remix.reuse import Reuse, Use, outdated
from deckgen.remix.revisions import revision, used, without
from deckgen.remix.sources import Source
from deckgen.remix.variants import TALK, Wanted
from deckgen.syntax.nodes import Mapping, Node, Sequence
from deckgen.world import World

Found = tuple[Diagnostic, ...]
# What is said of a whole chain of decks is said where it begins, and not of each deck on the way.
_CHAINS = ("remix/circle", "remix/long-chain")


class Shelves:
    """Outlines that slides are taken from, each read once."""

    def __init__(self, world: World) -> None:
        """Empty."""
        self._world = world
        self._sources: dict[tuple[str, str], Checked[Source | None]] = {}
        self._own: dict[str, Outline | None] = {}

    def source(self, path: str, way: tuple[str, ...], lang: str) -> Checked[Source | None]:
        """See Shelf.source."""
        key = (path, lang)
        if key not in self._sources:
            pins = lock.read(path, self._world)
            growth = Reuse((*way, path), self._world, self, Wanted(lang=lang), pins.value)
            found = spoken(path, self._world, growth)
            found = Checked(found.value, (*found.diagnostics, *pins.diagnostics))
            translated = bool(languages.find(path, lang, self._world))
            self._sources[key] = _as_source(path, found, growth, translated)
        return self._sources[key]

    def own(self, path: str) -> Outline | None:
        """See Shelf.own."""
        if path not in self._own:
            self._own[path] = read(path, self._world, _Own()).value
        return self._own[path]


class Grown(Struct, frozen=True):
    """An outline as it is wanted, and what it took from others. `lang` is the language wanted."""

    outline: Outline
    uses: tuple[Use, ...] = ()
    lang: str = ""


class Loaded(Struct, frozen=True):
    """What was chosen of an outline, and what that took from others."""

    selection: Selection
    grown: Grown


def load(path: str, world: World, wanted: Wanted = TALK) -> Checked[Deck | None]:
    """The deck that is wanted. With errors, the deck is what could be made of it."""
    found = selected(path, world, wanted)
    return Checked(found.value.deck if found.value else None, found.diagnostics)


def selected(path: str, world: World, wanted: Wanted = TALK) -> Checked[Selection | None]:
    """The deck that is wanted, and which slides were left out of it, and why."""
    found = loaded(path, world, wanted)
    return Checked(found.value.selection if found.value else None, found.diagnostics)


def loaded(path: str, world: World, wanted: Wanted = TALK) -> Checked[Loaded | None]:
    """The deck that is wanted, and everything that is known of how it came about."""
    found = grown(path, world, wanted)
    if found.value is None:
        return Checked(None, found.diagnostics)
    made = select(found.value.outline.deck, wanted.variant, wanted.minutes)
    whole = Loaded(made, found.value)
    return Checked(whole, ordered((*found.diagnostics, *made.found), path))


def grown(path: str, world: World, wanted: Wanted = TALK) -> Checked[Grown | None]:
    """The outline that is wanted, its nodes, and what it took from others."""
    pins = Checked(None) if wanted.live else lock.read(path, world)
    growth = Reuse((world.canonical(path),), world, Shelves(world), wanted, pins.value)
    found = spoken(path, world, growth, wanted.variant)
    told = (*found.diagnostics, *pins.diagnostics, *_outdated(growth))
    if found.value is None:
        return Checked(None, told)
    if _foreign(growth) and not languages.find(path, growth.lang, world):
        told = (*told, languages.absent(path, growth.lang, None))
    told = (*told, *needs.unused(found.value, (name for name, _ in wanted.values)))
    return Checked(Grown(stamped(found.value), tuple(growth.uses), growth.lang), told)


def untranslated(path: str, world: World, lang: str) -> Checked[Grown | None]:
    """The outline that is to be said in a language, before its own translation is looked at.

    Slides that come translated from elsewhere are in that language. `lang` of what comes out is the
    outline's own.
    """
    pins = lock.read(path, world)
    wanted = Wanted(lang=lang)
    growth = Reuse((world.canonical(path),), world, Shelves(world), wanted, pins.value)
    found = read(path, world, growth)
    made = Grown(found.value, tuple(growth.uses), growth.spoken) if found.value else None
    return Checked(made, found.diagnostics)


def stamped(outline: Outline) -> Outline:
    """The outline, its slides with their revisions."""
    slides = tuple(
        structs.replace(slide, at=Origin(slide.at.span, _revision(outline, raw)))
        for slide, raw in zip(outline.deck.slides, outline.raws, strict=True)
    )
    return structs.replace(outline, deck=structs.replace(outline.deck, slides=slides))


def _revision(outline: Outline, raw: Raw) -> str:
    """The revision of a slide here: its source's, where nothing is otherwise."""
    if raw.ready is not None and raw.came is not None:
        return raw.came.revision
    return revision(raw.node, _named(outline, raw))


def _named(outline: Outline, raw: Raw) -> dict[str, str]:
    """The variables that a slide's texts name, with the values that they have here."""
    return used(raw.node, {**raw.variables, **outline.variables})


def _outdated(growth: Reuse) -> tuple[Diagnostic, ...]:
    """A note on slides whose sources say something else by now."""
    stale = [(use, old) for use in growth.uses if (old := outdated(use))]
    if not stale:
        return ()
    names = list(dict.fromkeys(name for _, old in stale for name in old))
    many = f"{len(names)} slides say" if len(names) > 1 else "1 slide says"
    message = f"{many} something else in the source by now: {', '.join(names)}."
    hints = ("see how: deckgen outdated", "take the changes: deckgen update")
    return (Diagnostic("remix/outdated", message, stale[0][0].span, "note", hints),)


def spoken(path: str, world: World, growth: Reuse, variant: str = "") -> Checked[Outline | None]:
    """An outline, grown, in the language that is wanted of it as far as it is translated."""
    found = read(path, world, growth)
    file = languages.find(path, growth.lang, world) if _foreign(growth) else ""
    if found.value is None or not file:
        return found
    translation = languages.read(file, world)
    told = (*found.diagnostics, *translation.diagnostics)
    if translation.value is None:
        return Checked(found.value, told)
    own = variants.varied(found.value.root, variant)
    words = languages.slides(found.value, translation.value, growth.spoken, own)
    root = languages.head(found.value.root, translation.value)
    again = understand(root, path, world, _Given(words.value))
    return Checked(again.value, ordered((*told, *words.diagnostics, *again.diagnostics), path))


def _foreign(growth: Reuse) -> bool:
    return bool(growth.spoken and growth.lang) and (
        languages.primary(growth.spoken) != languages.primary(growth.lang)
    )


def read(path: str, world: World, growth: Growth) -> Checked[Outline | None]:
    """An outline, grown."""
    root = parsed(path, world)
    if root.value is None:
        return Checked(None, root.diagnostics)
    found = understand(root.value, path, world, growth)
    told = (*root.diagnostics, *found.diagnostics)
    if isinstance(growth, Reuse):
        told = uncommented(told, growth.named)
    return Checked(found.value, ordered(told, path))


def ordered(found: Found, path: str) -> Found:
    """By place, this outline's findings first; once each."""
    return tuple(dict.fromkeys(sorted(found, key=lambda one: _position(one, path))))


def _position(found: Diagnostic, path: str) -> tuple[bool, str, int, int]:
    span = found.span
    if span is None:
        return False, "", 0, 0
    return span.file != path, span.file, span.line, span.column


def _untranslated(path: str, growth: Reuse) -> Diagnostic:
    return Diagnostic(
        "remix/other-language",
        f"{path} is in {growth.spoken} and not translated; its slides stay as they are.",
        None,
        "warning",
        (f"let deckgen start a translation: deckgen translate {path} {growth.lang}",),
    )


class _Given:
    """Growth that is done already."""

    def __init__(self, raws: tuple[Raw, ...]) -> None:
        self.found: list[Diagnostic] = []
        self._raws = raws

    def head(self, root: Mapping) -> Mapping:
        return root

    def slides(self, listed: Sequence) -> tuple[Raw, ...]:
        return self._raws


class _Own:
    """Growth of an outline seen without what it reuses."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def head(self, root: Mapping) -> Mapping:
        return root

    def slides(self, listed: Sequence) -> tuple[Raw, ...]:
        own = [item for item in listed.items if not _reuses(item)]
        return tuple(
            Raw(without(item, "variants") if isinstance(item, Mapping) else item) for item in own
        )


def _reuses(item: Node) -> bool:
    return isinstance(item, Mapping) and item.get("use") is not None


def _as_source(
    path: str, found: Checked[Outline | None], growth: Reuse, translated: bool
) -> Checked[Source | None]:
    errors = [one for one in found.diagnostics if one.severity == "error"]
    foreign = growth.spoken if _foreign(growth) and not translated else ""
    source = Source(path, found.value, _foreign(growth), foreign) if found.value else None
    if not errors:
        return Checked(source, (_untranslated(path, growth),) if foreign else ())
    first = errors[0]
    line = f" (line {first.span.line})" if first.span else ""
    code, severity = ("source-has-errors", "warning") if source else ("source-unreadable", "error")
    many = f"{len(errors)} errors; the first" if len(errors) > 1 else "an error"
    said = f"{path} has {many}{line}: {first.message}"
    hint = f"see them all: deckgen check {path}"
    told = Diagnostic(f"remix/{code}", said, None, severity, (hint,))  # type: ignore[arg-type]
    circles = tuple(one for one in errors if one.code in _CHAINS)
    return Checked(source, circles if len(circles) == len(errors) else (told, *circles))


__all__ = [
    "Grown", "Loaded", "Shelves", "Wanted", "grown", "load", "loaded", "ordered", "read",
    "selected",
]  # fmt: skip
