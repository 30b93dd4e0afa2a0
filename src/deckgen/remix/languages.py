"""An outline in another language: `deck.en.yaml` beside `deck.yaml`.

    translates: deck.yaml
    lang: en-GB
    title: Civic power in transition
    slides:
      transitie:                    the slide's id
        of: 3f2a1c9e8b7d            the revision of the words that this is a translation of
        sub: Other relations
        same: [source]              keys whose words stay as they are

In: an outline's nodes and the translation's. Out: the nodes in that language, and where the
translation is missing, stale or superfluous. What must not be here: writing translations.
"""

from __future__ import annotations

from msgspec import Struct, structs

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.outline.grammar import HEAD
from deckgen.outline.growth import Raw
from deckgen.outline.kinds import BODIES
from deckgen.outline.load import Outline, parsed
from deckgen.outline.suggest import near
from deckgen.remix.merge import merged
from deckgen.remix.revisions import revision, without
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.world import World

# Keys of a slide that hold words; all the others mean the same in every language.
WORDED = (
    "kicker", "title", "sub", "label", "shout", "then", "source", "notes", "links", "alt",
    "picture", *BODIES,
)  # fmt: skip
_OWN = ("of", "same")  # what an entry has besides the slide's keys
_HEAD = ("title", "subtitle", "author", "description", "event", "date", "vars")
_KEYS = ("translates", "lang", *_HEAD, "slides")
_UNWORDED = ("blank", "agenda", "menu")  # bodies without words, as long as they have no items


class Translation(Struct, frozen=True):
    """A translation's file, its head and its entries by slide."""

    file: str
    root: Mapping
    entries: tuple[tuple[Scalar, Mapping], ...]


def primary(tag: str) -> str:
    """The language of a tag: `nl` of nl-BE."""
    return tag.partition("-")[0].casefold()


def find(path: str, lang: str, world: World) -> str:
    """The file that translates an outline; empty without one."""
    stem = path.removesuffix(".yaml").removesuffix(".yml")
    places = [f"{stem}.{tag}.yaml" for tag in dict.fromkeys((lang, primary(lang)))]
    return next((place for place in places if world.size(place) is not None), "")


def read(file: str, world: World) -> Checked[Translation | None]:
    """A translation's entries."""
    tree = parsed(file, world)
    root = tree.value
    if not isinstance(root, Mapping):
        return Checked(None, tree.diagnostics)
    found = list(tree.diagnostics)
    for key, _ in root.entries:
        if key.text not in _KEYS:
            found.append(_unknown(key, _KEYS))
    listed = root.get("slides")
    entries = []
    for key, value in listed.entries if isinstance(listed, Mapping) else ():
        made = value if isinstance(value, Mapping) else Mapping((), value.span)
        for name, _ in made.entries:
            if name.text not in (*WORDED, *_OWN):
                found.append(_unknown(name, (*WORDED, *_OWN)))
        entries.append((key, made))
    return Checked(Translation(file, root, tuple(entries)), tuple(found))


def head(root: Mapping, translation: Translation) -> Mapping:
    """The outline's head with the translated keys."""
    known = {field.key for field in HEAD} | {"vars"}
    kept = [(k, v) for k, v in translation.root.entries if k.text in known]
    return merged(root, Mapping(tuple(kept), root.span), "the deck").node


def slides(outline: Outline, translation: Translation) -> Checked[tuple[Raw, ...]]:
    """The slides' nodes in the other language, and where the translation falls short."""
    entries = {key.text: (key, entry) for key, entry in translation.entries}
    found: list[Diagnostic] = []
    made = []
    for slide, raw in zip(outline.deck.slides, outline.raws, strict=True):
        key, entry = entries.pop(slide.id, (None, None))
        node = raw.node
        if key is None or entry is None or not isinstance(node, Mapping):
            made.append(structs.replace(raw, id=raw.id or slide.id))
            if raw.came is None or not raw.came.translated:
                found += _missing(slide.id, raw, translation.file)
            continue
        found += _stale(key, entry, node, slide.id)
        found += _gaps(key, entry, node, slide.id)
        made.append(_translated(raw, node, entry, slide.id))
    found += [_superfluous(key, outline) for key, _ in entries.values()]
    return Checked(tuple(made), tuple(found))


def wording(node: Node) -> str:
    """The revision of a slide's words, which a translation is made of."""
    if not isinstance(node, Mapping):
        return revision(node)
    kept = tuple((key, value) for key, value in node.entries if key.text in WORDED)
    return revision(Mapping(kept, node.span))


def worded(node: Node) -> tuple[str, ...]:
    """The keys of a slide that have words to translate."""
    if not isinstance(node, Mapping):
        return ()
    return tuple(k.text for k, value in node.entries if k.text in WORDED and _words(k.text, value))


def _words(key: str, value: Node) -> bool:
    if key in _UNWORDED and isinstance(value, Scalar):
        return False
    if isinstance(value, Scalar):
        return not value.empty
    if isinstance(value, Sequence):
        return any(_words("", item) for item in value.items)
    return any(k.text != "file" and _words("", item) for k, item in value.entries)


def _translated(raw: Raw, node: Mapping, entry: Mapping, name: str) -> Raw:
    if raw.came is not None:  # what it said of its language no longer holds
        node = without(node, "lang")
    words = merged(node, without(entry, *_OWN), name).node
    return structs.replace(raw, node=words, id=raw.id or name)


def _missing(name: str, raw: Raw, file: str) -> list[Diagnostic]:
    keys = worded(raw.node)
    if not keys:
        return []
    return [
        Diagnostic(
            "remix/untranslated",
            f"`{name}` is not translated in {file}.",
            raw.typed or raw.node.span,
            "warning",
            (f"type there, below `slides:`, `{name}:` with: {', '.join(keys)}",
             "or let deckgen write what is missing: deckgen translate"),
        )
    ]  # fmt: skip


def _stale(key: Scalar, entry: Mapping, node: Mapping, name: str) -> list[Diagnostic]:
    of = entry.get("of")
    now = wording(node)
    if not isinstance(of, Scalar) or of.text == now:
        return []
    return [
        Diagnostic(
            "remix/stale-translation",
            f"`{name}` says something else now than when it was translated.",
            of.span,
            "warning",
            (f"bring the translation up to date, then type `of: {now}`",
             "see what changed: deckgen translate --diff"),
        )
    ]  # fmt: skip


def _gaps(key: Scalar, entry: Mapping, node: Mapping, name: str) -> list[Diagnostic]:
    """Keys of the slide that have words, and none in the translation."""
    same = entry.get("same")
    kept = [same] if isinstance(same, Scalar) else list(getattr(same, "items", ()))
    there = {k.text for k, _ in entry.entries} | {s.text for s in kept if isinstance(s, Scalar)}
    gaps = [word for word in worded(node) if word not in there]
    if not gaps or "all" in there:
        return []
    return [
        Diagnostic(
            "remix/untranslated",
            f"`{name}` is translated but for {', '.join(f'`{gap}:`' for gap in gaps)}.",
            key.span,
            "warning",
            (f"type them, or `same: [{', '.join(gaps)}]` where the words stay as they are",),
        )
    ]


def _superfluous(key: Scalar, outline: Outline) -> Diagnostic:
    word = near(key.text, [slide.id for slide in outline.deck.slides])
    hints = (f"did you mean `{word}`?",) if word else ()
    return Diagnostic(
        "remix/superfluous-translation",
        f"No slide has the id `{key.text}`.",
        key.span,
        "warning",
        (*hints, "take the entry out, or give the slide that is meant this id"),
    )


def _unknown(key: Scalar, known: tuple[str, ...]) -> Diagnostic:
    word = near(key.text, known)
    hint = f"did you mean `{word}`?" if word else "here stand keys that have words"
    message = f"A translation has no key `{key.text}` here."
    return Diagnostic("remix/unknown-key", message, key.span, "error", (hint,))


def absent(path: str, lang: str, span: Span | None) -> Diagnostic:
    """The finding that an outline is not translated at all."""
    stem = path.rpartition("/")[2].removesuffix(".yaml")
    name = f"{stem}.{primary(lang)}.yaml"
    return Diagnostic(
        "remix/no-translation",
        f"There is no {name} that says this talk in {lang}.",
        span,
        "error",
        (f"let deckgen start one: deckgen translate {path} {lang}",),
    )
