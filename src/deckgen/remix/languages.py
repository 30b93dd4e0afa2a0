"""An outline in another language: `deck.en.yaml` beside `deck.yaml`.

    translates: deck.yaml
    lang: en-GB
    title: Civic power in transition
    slides:
      transitie:                    the slide's id
        of: 3f2a1c9e8b7d            the revision of the words that this is a translation of
        todo: [notes]               keys that are still in the source's words
        sub: Other relations
        notes: Dit is het woord …
        same: [source]              keys whose words stay as they are

In: an outline's nodes and the translation's. Out: the nodes in that language, and where the
translation is missing, stale or superfluous. What must not be here: writing translations
(`translating`), which keys have words (`wording`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, structs

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.outline.grammar import HEAD
from deckgen.outline.growth import Raw
from deckgen.outline.kinds import BODIES
from deckgen.outline.load import Outline, parsed
from deckgen.outline.suggest import near
from deckgen.remix import wording
from deckgen.remix.merge import merged
from deckgen.remix.revisions import without
from deckgen.remix.wording import OPEN, WORDED
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.world import World

_OWN = ("of", "todo", "same")  # what an entry has besides the slide's keys
_HEAD = (*wording.HEADED, "author", "date", "vars")
_KEYS = ("translates", "lang", *_OWN, *_HEAD, "slides")
_ALL = "all"  # below `same:`, every key


class Entry(Struct, frozen=True):
    """What a translation says of a slide, or of the head; there `key` is where the file begins."""

    key: Scalar
    node: Mapping

    @property
    def of(self) -> str:
        """The revision of the words that it translates; empty where it does not say."""
        of = self.node.get("of")
        return of.text if isinstance(of, Scalar) else ""

    @property
    def todo(self) -> tuple[str, ...]:
        """Keys that are marked as not yet translated."""
        return _names(self.node.get("todo"))

    @property
    def same(self) -> tuple[str, ...]:
        """Keys that say the same in both languages."""
        return _names(self.node.get("same"))

    def unsaid(self, due: Mapping) -> tuple[list[str], list[str]]:
        """Paths of the words that are missing here, and of those that are still the source's."""
        same, todo = self.same, self.todo
        found = [one for one in wording.unsaid(due, self.node) if not _within(one[0], same)]
        missing = [path for path, absent in found if absent]
        kept = [path for path, absent in found if not absent and not _within(path, todo)]
        return missing, [*(key for key in todo if key not in missing), *kept]

    def stale(self, due: Mapping) -> bool:
        """Whether the source has said something else since."""
        return bool(self.of) and self.of != wording.wording(due)


class Translation(Struct, frozen=True):
    """A translation's file, its head and its entries by slide."""

    file: str
    root: Mapping
    entries: tuple[Entry, ...]

    @property
    def head(self) -> Entry:
        """What it says of the outline's head."""
        return Entry(Scalar("the head", self.root.span), without(self.root, "slides"))


def primary(tag: str) -> str:
    """The language of a tag: `nl` of nl-BE."""
    return tag.partition("-")[0].casefold()


def find(path: str, lang: str, world: World) -> str:
    """The file that translates an outline; empty without one. Its region matters least."""
    if not lang:
        return ""
    known = files(path, world)
    near_by = [tag for tag in known if primary(tag) == primary(lang)]
    by_case = {tag.casefold(): tag for tag in known}
    tag = by_case.get(lang.casefold()) or by_case.get(primary(lang)) or next(iter(near_by), "")
    return known.get(tag, "")


def files(path: str, world: World) -> dict[str, str]:
    """The translations of an outline by their language tags: deck.en.yaml is `en`."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    form = re.compile(re.escape(stem) + r"\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.ya?ml\Z")
    found = [(match[1], one) for one in world.names(folder or ".") if (match := form.match(one))]
    return {tag: f"{folder}/{one}" if folder else one for tag, one in found}


def translations(path: str, world: World) -> dict[str, str]:
    """Those of `files` that say what they translate: others only have such a name."""
    every = files(path, world).items()
    return {tag: file for tag, file in every if b"translates:" in (world.read(file) or b"")}


# What is written in full where only the language is named.
_REGIONS = {
    "en": "GB", "nl": "NL", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "PT",
    "da": "DK", "sv": "SE", "pl": "PL", "tr": "TR", "uk": "UA",
}  # fmt: skip


def regional(tag: str) -> str:
    """A tag with a region, which programs want for spelling: en-GB for en."""
    region = _REGIONS.get(tag.casefold())
    return f"{tag.casefold()}-{region}" if region else tag


def read(file: str, world: World) -> Checked[Translation | None]:
    """A translation's entries."""
    tree = parsed(file, world)
    root = tree.value
    if root is None:
        return Checked(None, tree.diagnostics)
    if not isinstance(root, Mapping):
        return Checked(None, (*tree.diagnostics, _no_translation(root)))
    made = understood(root, file)
    return Checked(made.value, (*tree.diagnostics, *made.diagnostics))


def understood(root: Mapping, file: str) -> Checked[Translation]:
    """The translation that a tree is."""
    found: list[Diagnostic] = []
    for key, _ in root.entries:
        if key.text not in _KEYS:
            found.append(_unknown(key, _KEYS))
    listed = root.get("slides")
    found += _misnamed(root, file)
    if isinstance(listed, Sequence) or (isinstance(listed, Scalar) and not listed.empty):
        found.append(_no_ids(listed))
    entries = []
    for key, value in listed.entries if isinstance(listed, Mapping) else ():
        made = value if isinstance(value, Mapping) else Mapping((), value.span)
        if isinstance(value, Sequence) or (isinstance(value, Scalar) and not value.empty):
            found.append(_shapeless(key, value))
        for name, _ in made.entries:
            if name.text not in (*WORDED, *_OWN):
                found.append(_unknown(name, (*WORDED, *_OWN)))
        entries.append(Entry(key, made))
    return Checked(Translation(file, root, tuple(entries)), tuple(found))


def _misnamed(root: Mapping, file: str) -> list[Diagnostic]:
    """A head that says otherwise than the file's name which outline in which language this is."""
    stem, _, tag = file.rpartition("/")[2].removesuffix(".yaml").rpartition(".")
    found = []
    for key, wanted in (("translates", f"{stem}.yaml"), ("lang", tag)):
        said = root.get(key)
        if not isinstance(said, Scalar) or said.empty or not stem:
            continue
        name = said.text.removeprefix("./")
        if name != wanted and (key != "lang" or primary(name) != primary(wanted)):
            message = f"By its name this file translates {stem}.yaml into {tag}."
            hint = f"type `{key}: {wanted}`, or give the file the name that it should have"
            found.append(
                Diagnostic("remix/misnamed-translation", message, said.span, "warning", (hint,))
            )
    return found


def _no_translation(root: Node) -> Diagnostic:
    message = "A translation has keys: `slides:`, and below it the ids of the slides."
    hint = "let deckgen start it: remove the file, then deckgen translate"
    return Diagnostic("remix/wrong-type", message, root.span, "error", (hint,))


def _no_ids(listed: Node) -> Diagnostic:
    message = "Below `slides:` of a translation stand the ids of the slides, each with its words."
    hint = "type `een: {title: …}` for the slide with the id `een`, without a dash before it"
    return Diagnostic("remix/wrong-type", message, listed.span, "error", (hint,))


def head(root: Mapping, translation: Translation) -> Mapping:
    """The outline's head with the translated keys."""
    known = {field.key for field in HEAD} | {"vars"}
    kept = [(k, v) for k, v in translation.root.entries if k.text in known]
    return merged(root, Mapping(tuple(kept), root.span), "the deck").node


def slides(
    outline: Outline, translation: Translation, spoken: str = "", varied: Varied | None = None
) -> Checked[tuple[Raw, ...]]:
    """The slides' nodes in the other language, and where the translation falls short.

    `spoken` is the outline's own language; `varied` what a variant says of its slides itself.
    """
    entries = {entry.key.text: entry for entry in translation.entries}
    found = list(_head_findings(outline.root, translation))
    made = []
    for slide, raw in zip(outline.deck.slides, outline.raws, strict=True):
        entry = entries.pop(slide.id, None)
        plain, own = (varied or {}).get(raw.node.span, (raw.node, frozenset()))
        due = wording.due(structs.replace(raw, node=plain))
        if entry is None:
            made.append(_untranslated(raw, slide.id, due, spoken))
            found += _missing(slide.id, raw, due, translation.file)
            continue
        found += _findings(entry, due, slide.id)
        made.append(_translated(raw, structs.replace(entry, node=without(entry.node, *own))))
    found += [_superfluous(entry.key, outline) for entry in entries.values()]
    return Checked(tuple(made), tuple(found))


# By the place of a slide: its node without what a variant changes, and the keys of that.
Varied = dict[Span, tuple[Mapping, frozenset[str]]]


def _untranslated(raw: Raw, name: str, due: Mapping, spoken: str) -> Raw:
    """A slide without an entry: it stays in the language that it is typed in."""
    node = raw.node
    foreign = wording.worded(due) and isinstance(node, Mapping) and node.get("lang") is None
    if foreign and spoken and isinstance(node, Mapping):
        said = (Scalar("lang", node.span), Scalar(spoken, node.span))
        node = Mapping((*node.entries, said), node.span, node.flow)
    return structs.replace(raw, node=node, id=raw.id or name, ready=None)


def _translated(raw: Raw, entry: Entry) -> Raw:
    """A slide with the words of its entry, whose place it has: there its words are mended."""
    node = raw.node
    if not isinstance(node, Mapping):
        return raw
    words = without(entry.node, *_OWN)
    bodies = (key.text for key, _ in words.entries if key.text in BODIES and key.text != "picture")
    if raw.came is not None or any(bodies):
        node = without(node, "lang")  # what it said of its language no longer holds
    made = merged(_opened(node, words), words, entry.key.text).node
    first, last = entry.key.span, entry.node.span
    span = Span(first.file, first.line, first.column, last.end_line, last.end_column)
    node = Mapping(made.entries, span, made.flow)
    return structs.replace(raw, node=node, id=raw.id or entry.key.text, ready=None)


def _opened(source: Mapping, own: Mapping) -> Mapping:
    """The source without mappings whose keys are words, where the translation has its own."""
    kept: list[tuple[Scalar, Node]] = []
    for key, value in source.entries:
        other = own.get(key.text)
        if isinstance(value, Mapping) and isinstance(other, Mapping):
            if key.text not in OPEN:
                kept.append((key, _opened(value, other)))
        else:
            kept.append((key, value))
    return Mapping(tuple(kept), source.span, source.flow)


def _missing(name: str, raw: Raw, due: Mapping, file: str) -> list[Diagnostic]:
    keys = wording.worded(due)
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


def _head_findings(root: Mapping, translation: Translation) -> Iterator[Diagnostic]:
    due = wording.head(root)
    if due.entries:
        yield from _findings(translation.head, due, "the head", _start(translation.root))


def _findings(
    entry: Entry, due: Mapping, name: str, at: Span | None = None
) -> Iterator[Diagnostic]:
    """Where an entry falls short of what its slide says."""
    span, about = at or entry.key.span, "The head" if at else f"`{name}`"
    of = entry.node.get("of")
    if of is not None and entry.stale(due):
        yield _warning(
            "remix/stale-translation",
            f"{about} says something else now than when it was translated.",
            of.span,
            f"bring the translation up to date, then type `of: {wording.wording(due)}`",
            "see what changed: deckgen translate --diff",
        )  # fmt: skip
    missing, left = entry.unsaid(due)
    if missing:
        yield _warning(
            "remix/untranslated", f"{about} is translated but for {_ticked(missing)}.", span,
            f"type them, or `same: [{', '.join(missing)}]` where the words stay as they are",
        )  # fmt: skip
    if left:
        hint = f"`same: [{', '.join(left)}]` where the words stay as they are"
        also = "type over them and take the key out of `todo:`, or" if entry.todo else "type"
        said = f"{about} still has the source's words for {_ticked(left)}."
        yield _warning("remix/untranslated", said, span, f"{also} {hint}")
    yield from _uneven(entry, due, about)


def _uneven(entry: Entry, due: Mapping, about: str) -> Iterator[Diagnostic]:
    for key, own in entry.node.entries:
        source = due.get(key.text)
        counts = wording.uneven(source, own) if source is not None else None
        if counts and key.text != "notes":
            said = f"`{key.text}:` of {about} has {counts[1]} items here and {counts[0]} there."
            yield _warning("remix/uneven-translation", said, key.span, "translate them one for one")


def _warning(code: str, message: str, span: Span, *hints: str) -> Diagnostic:
    return Diagnostic(code, message, span, "warning", hints)


def _ticked(names: list[str]) -> str:
    return ", ".join(f"`{name}:`" for name in names)


def _within(path: str, names: tuple[str, ...]) -> bool:
    """Whether a path, or what it lies in, is among the names."""
    parts = path.split(".")
    return _ALL in names or any(".".join(parts[:n]) in names for n in range(1, len(parts) + 1))


def _names(node: Node | None) -> tuple[str, ...]:
    kept = [node] if isinstance(node, Scalar) else list(getattr(node, "items", ()))
    return tuple(one.text for one in kept if isinstance(one, Scalar) and one.text)


def _start(node: Node) -> Span:
    span = node.span
    return Span(span.file, span.line, span.column, span.line, span.column)


def _shapeless(key: Scalar, value: Node) -> Diagnostic:
    hint = f"type {key.text}: {{title: …}}"
    message = "Here keys with the words of a slide are to stand."
    return Diagnostic("remix/wrong-type", message, value.span, "error", (hint,))


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
