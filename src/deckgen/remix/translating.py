"""A translation's text → the same, brought up to date with its outline.

What is translated stays as it is, byte for byte, and nothing moves: lines are put in, marks
are changed, and that is all. What must not be here: files, what a translation means
(`languages`).
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from deckgen.outline.load import Outline
from deckgen.remix import languages, wording
from deckgen.remix.languages import Entry, Translation
from deckgen.remix.sheet import Sheet, last_line, printed
from deckgen.syntax import tree
from deckgen.syntax.nodes import Mapping, Node, Scalar

ALL = "all"  # every slide
NOTE = "#:"  # how a line begins that deckgen writes, and takes away when it no longer holds
_START = """\
# The words of {source} in another language. Type over those whose keys stand below `todo:`;
# `deckgen translate` takes the keys out there, adds what is new and leaves the rest alone.

translates: {source}
lang: {lang}

slides:
"""


class Wish(Struct, frozen=True):
    """What is to become of a translation.

    `done`: slides that are translated now, or `all`; `prune`: entries of no slide are taken out.
    """

    source: str
    lang: str
    done: tuple[str, ...] = ()
    prune: bool = False


class Standing(Struct, frozen=True):
    """How far a translation is: the ids of slides, and the number of those with words.

    The head counts as a slide without an id.
    """

    slides: int
    missing: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    superfluous: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        """How many slides are translated and up to date."""
        open_ = {*self.missing, *self.unfinished, *self.stale}
        return self.slides - len(open_)


def updated(text: str, outline: Outline, wish: Wish) -> str | None:
    """The text, up to date; the empty text is started. None where it has no place for entries."""
    text = text if text.strip() else _START.format(source=wish.source, lang=wish.lang)
    text = text if text.endswith("\n") else text + "\n"
    for step in (_renamed, _unfolded, _filled):
        translation = read(text)
        if translation is None:
            return None
        text = step(text, translation, outline, wish)
    return text


def read(text: str, file: str = "") -> Translation | None:
    """The translation that a text is; None where slides can't be added to it line by line."""
    root = tree.parse(text.encode("utf-8"), file).value
    listed = root.get("slides") if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or root.flow or listed is None:
        return None
    empty = isinstance(listed, Scalar) and listed.empty
    if not empty and (not isinstance(listed, Mapping) or listed.flow):
        return None
    return languages.understood(root, file).value


def standing(outline: Outline, translation: Translation | None) -> Standing:
    """How far a translation is."""
    dues = _dues(outline)
    entries = {one.key.text: one for one in translation.entries} if translation else {}
    known = {name: entries.get(name) for name in dues}
    if translation is not None:
        known[""] = translation.head
    missing = tuple(n for n, entry in known.items() if entry is None and wording.worded(dues[n]))
    there = [(name, entry, dues[name]) for name, entry in known.items() if entry is not None]
    return Standing(
        sum(bool(wording.worded(due)) for due in dues.values()),
        missing,
        tuple(name for name, entry, due in there if any(entry.unsaid(due))),
        tuple(name for name, entry, due in there if entry.stale(due)),
        tuple(name for name in entries if name not in dues),
    )


class Change(Struct, frozen=True):
    """A slide that says something else than was translated: both revisions, and its words now."""

    of: str
    revision: str
    now: list[str]


def changes(outline: Outline, translation: Translation) -> dict[str, Change]:
    """What is stale, by the slides' ids; the head has none."""
    dues = _dues(outline)
    entries = {"": translation.head} | {one.key.text: one for one in translation.entries}
    return {
        name: Change(entry.of, wording.wording(dues[name]), _lines(dues[name]))
        for name, entry in entries.items()
        if name in dues and entry.stale(dues[name])
    }


def says(outline: Outline) -> dict[str, list[str]]:
    """By revision, the words of the head and of each slide."""
    return {wording.wording(due): _lines(due) for due in _dues(outline).values()}


def _dues(outline: Outline) -> dict[str, Mapping]:
    """What is to be translated of the head (under no name) and of each slide."""
    pairs = zip(outline.deck.slides, outline.raws, strict=True)
    return {"": wording.head(outline.root)} | {s.id: wording.due(raw) for s, raw in pairs}


def _renamed(text: str, translation: Translation, outline: Outline, wish: Wish) -> str:
    """Entries of slides that have another id now and say what they said."""
    dues = _dues(outline)
    taken = {entry.key.text for entry in translation.entries}
    free = {
        wording.wording(due): name
        for name, due in dues.items()
        if name and name not in taken and wording.worded(due)
    }
    sheet = Sheet(text)
    for entry in translation.entries:
        name = free.pop(entry.of, "") if entry.key.text not in dues else ""
        if name:
            sheet.swap(entry.key.span, name)
    return sheet.text()


def _unfolded(text: str, translation: Translation, outline: Outline, wish: Wish) -> str:
    """Entries in braces that need more than they say: a line a key, each as it was typed."""
    dues = _dues(outline)
    sheet = Sheet(text)
    for entry in translation.entries:
        due, node = dues.get(entry.key.text), entry.node
        if due is None or not node.flow or not _lacking(entry, due):
            continue
        pad = " " * (entry.key.span.column + 1)
        lines = [f"\n{pad}{sheet.slice(key.span, value.span)}" for key, value in node.entries]
        sheet.swap(node.span, "".join(lines), gap=True)
    return sheet.text()


def _lacking(entry: Entry, due: Mapping) -> bool:
    missing = any("." not in path for path in entry.unsaid(due)[0])
    return not entry.of or missing or _todo(entry, due, False) != list(entry.todo)


def _filled(text: str, translation: Translation, outline: Outline, wish: Wish) -> str:
    """Everything else."""
    return Filling(text, translation, wish).carried_out(outline)


class Filling:
    """Brings one text up to date, entry by entry."""

    def __init__(self, text: str, translation: Translation, wish: Wish) -> None:
        """Nothing is changed before `carried_out`."""
        self._sheet = Sheet(text)
        self._translation, self._wish = translation, wish
        below = self._sheet.lines[self._slides_line() :]
        self._airy = not translation.entries or not all(line.strip() for line in below)

    def carried_out(self, outline: Outline) -> str:
        """The text, up to date."""
        dues = _dues(outline)
        entries = {entry.key.text: entry for entry in self._translation.entries}
        self._head(dues.pop(""))
        after, first = self._slides_line(), True
        for name, due in dues.items():
            entry = entries.pop(name, None)
            if entry is None:
                if wording.worded(due):
                    self._new(name, due, after, first)
                    first = False
                continue
            self._entry(entry, due)
            after, first = last_line(self._sheet.lines, entry.node.span), False
        for entry in entries.values():
            if self._wish.prune:
                self._without(entry, gap=True)
        return self._sheet.text()

    def _slides_line(self) -> int:
        return next(k.span.line for k, _ in self._translation.root.entries if k.text == "slides")

    def _indent(self) -> int:
        listed = self._translation.entries
        return listed[0].key.span.column - 1 if listed else 2

    def _head(self, due: Mapping) -> None:
        """The head's own keys: marks before the first that is translated, new keys at its end."""
        if not due.entries:
            return
        head = self._translation.head
        kept = [(k, v) for k, v in head.node.entries if k.text not in ("translates", "lang")]
        keys = [k for k, _ in head.node.entries if k.text in ("translates", "lang")]
        ends = [last_line(self._sheet.lines, v.span) for _, v in (*head.node.entries,)]
        slides = self._slides_line()
        end = max((line for line in ends if line < slides), default=slides - 1)
        top = kept[0][0].span.line if kept else max((k.span.line for k in keys), default=end) + 1
        self._change(head, due, top, end, 0)

    def _entry(self, entry: Entry, due: Mapping) -> None:
        line, indent = entry.key.span.line, self._below(entry)
        if not entry.node.entries or self._untouched(entry, due):
            self._without(entry)
            self._sheet.before(line, self._fresh(entry.key.text, due))
            return
        end = last_line(self._sheet.lines, entry.node.span)
        self._change(entry, due, entry.node.span.line, end, indent)

    def _below(self, entry: Entry) -> int:
        return entry.node.span.column - 1 if entry.node.entries else self._indent() + 2

    def _untouched(self, entry: Entry, due: Mapping) -> bool:
        """Whether an entry still says, word for word, what the source has changed since."""
        keys = {key.text for key, _ in entry.node.entries if key.text not in ("of", "todo")}
        return (
            entry.stale(due) and keys == set(entry.todo) and wording.wording(entry.node) == entry.of
        )

    def _change(self, entry: Entry, due: Mapping, top: int, end: int, indent: int) -> None:
        """Brings an entry's marks up to date, and adds the keys that it lacks at its end."""
        done = self._finished(entry)
        now, of, pad = wording.wording(due), entry.node.get("of"), " " * indent
        marks = [] if of is not None else [f"{pad}of: {now}"]
        if of is not None and entry.of != now and done:
            self._sheet.swap(of.span, now)
        lacking = [path for path in entry.unsaid(due)[0] if "." not in path]
        todo = [*_todo(entry, due, done), *lacking]
        marks += self._marked(entry, todo, pad)
        self._sheet.before(top, marks)
        added = [k for k in due.entries if k[0].text in lacking]
        self._sheet.before(end + 1, printed(Mapping(_spoken(added)), indent))
        stale = bool(entry.of) and entry.of != now and not done
        self._noted(top if indent == 0 else entry.key.span.line, due if stale else None, entry)

    def _finished(self, entry: Entry) -> bool:
        return ALL in self._wish.done or entry.key.text in self._wish.done

    def _marked(self, entry: Entry, todo: list[str], pad: str) -> list[str]:
        """The line `todo:`, where there is none yet; one that is there is changed."""
        node, text = entry.node.get("todo"), f"[{', '.join(todo)}]"
        if node is None:
            return [f"{pad}todo: {text}"] if todo else []
        if not todo:
            key = next(key for key, _ in entry.node.entries if key.text == "todo")
            self._sheet.cut_key(key.span, node.span, entry.node.flow)
        elif todo != list(entry.todo):
            self._sheet.swap(node.span, text)
        return []

    def _noted(self, line: int, due: Mapping | None, entry: Entry) -> None:
        """Lines above an entry that say what the source says by now; none where it is current."""
        lines = self._sheet.lines
        first = line
        while first > 1 and lines[first - 2].lstrip().startswith(NOTE):
            first -= 1
        pad = " " * (entry.key.span.column - 1 if lines[line - 1][:1] == " " else 0)
        wanted = [] if due is None else [f"{pad}{NOTE} {one}".rstrip() for one in _says(due)]
        if wanted != lines[first - 1 : line - 1]:
            self._sheet.cut(first, line - 1)
            self._sheet.before(line, wanted)

    def _new(self, name: str, due: Mapping, after: int, first: bool) -> None:
        lines = self._fresh(name, due)
        apart = self._airy and not (first and not self._translation.entries)
        below = after < len(self._sheet.lines) and self._sheet.lines[after].strip()
        tail = [""] if self._airy and below and not first else []
        self._sheet.before(after + 1, ["", *lines, *tail] if apart else lines)

    def _fresh(self, name: str, due: Mapping) -> list[str]:
        pad, words = " " * self._indent(), wording.worded(due)
        kept = _spoken([pair for pair in due.entries if pair[0].text in words])
        marks = [f"{pad}{name}:", f"{pad}  of: {wording.wording(due)}"]
        return [*marks, f"{pad}  todo: [{', '.join(words)}]", *printed(Mapping(kept), len(pad) + 2)]

    def _without(self, entry: Entry, gap: bool = False) -> None:
        """Takes an entry out; with `gap`, one of the blank lines around it, too."""
        self._noted(entry.key.span.line, None, entry)
        lines, first = self._sheet.lines, entry.key.span.line
        last = max(last_line(lines, entry.node.span), first)
        if gap and last < len(lines) and not lines[last].strip() and not lines[first - 2].strip():
            last += 1
        self._sheet.cut(first, last)


def _todo(entry: Entry, due: Mapping, done: bool) -> list[str]:
    """The keys that are marked and not yet typed over."""
    found = []
    for key in () if done else entry.todo:
        source, own = due.get(key), entry.node.get(key)
        if source is not None and own is not None and not wording.overwritten(source, own, key):
            found.append(key)
    return found


def _says(due: Mapping) -> Iterable[str]:
    """What a slide says by now, for the translator's eyes."""
    yield f"the source says by now (of: {wording.wording(due)}):"
    yield from _lines(due)


def _lines(due: Mapping) -> list[str]:
    """The words of a slide as they are typed."""
    words = wording.worded(due) or tuple(key.text for key, _ in due.entries)
    kept = _spoken([pair for pair in due.entries if pair[0].text in words])
    return printed(Mapping(kept), 0)


def _spoken(entries: Iterable[tuple[Scalar, Node]]) -> tuple[tuple[Scalar, Node], ...]:
    """Keys with what of their values has words; what has none comes from the source anyway."""
    return tuple((key, _voiced(key.text, value)) for key, value in entries)


def _voiced(name: str, value: Node) -> Node:
    if not isinstance(value, Mapping) or name in wording.OPEN:
        return value
    kept = [(k, v) for k, v in value.entries if any(wording.words(name, Mapping(((k, v),))))]
    return Mapping(_spoken(kept), value.span, value.flow)
