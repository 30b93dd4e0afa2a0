"""An outline's translations → a note on each that says less, or something else, than the outline.

In: an outline's path. Out: notes. What must not be here: what is wrong with single entries, which
is found where the talk is wanted in that language.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.remix import languages
from deckgen.remix.load import untranslated
from deckgen.remix.translating import Standing, standing
from deckgen.world import World


def behind(path: str, world: World) -> Iterator[Diagnostic]:
    """A note for each translation beside an outline that is not done. Costs little without one."""
    for tag, file in languages.translations(path, world).items():
        yield from _behind(path, tag, file, world)


def _behind(path: str, tag: str, file: str, world: World) -> Iterator[Diagnostic]:
    source = untranslated(path, world, tag).value
    if source is None or not source.lang or _alike(source.lang, tag):
        return
    translation = languages.read(file, world).value
    open_ = _counted(standing(source.outline, translation)) if translation else "can't be read"
    if open_:
        name = path.rpartition("/")[2]
        hints = (
            f"see which: deckgen check {name} --lang {tag}",
            f"see how much is done: deckgen translate {name} {tag} --status",
        )
        message = f"{file.rpartition('/')[2]}: {open_}."
        yield Diagnostic("remix/behind", message, None, "note", hints)


def _alike(own: str, tag: str) -> bool:
    return languages.primary(own) == languages.primary(tag)


def _counted(found: Standing) -> str:
    """`2 slides stale, 1 missing`; empty where all is done."""
    counts = (
        (len(found.stale), "stale"),
        (len(found.missing), "missing"),
        (len(found.unfinished), "not all translated"),
    )
    said = [(count, what) for count, what in counts if count]
    if not said:
        return ""
    (first, what), *rest = said
    slides = "slide" if first == 1 else "slides"
    return ", ".join([f"{first} {slides} {what}", *(f"{n} {word}" for n, word in rest)])
