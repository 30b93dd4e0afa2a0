"""A slide's node and what another deck says otherwise → the node that both make.

A text replaces a text, a list a list; a mapping changes single keys; `key: ~` takes a key away.
Lists are changed item by item with `add`, `first`, `before`, `after`, `replace` and `remove`.
In: nodes. Out: a node, the paths that were changed, findings. What must not be here: where the
slide comes from, which keys there are (but for which of them are bodies).
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.outline.kinds import BODIES
from deckgen.outline.records import Record
from deckgen.outline.slides import FIELDS
from deckgen.remix import listing
from deckgen.remix.listing import is_edit
from deckgen.remix.revisions import same
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

# Keys whose paragraphs are one text; all others hold lists.
_ONE_TEXT = ("notes", "text")


class Merged(Struct, frozen=True):
    """A node, which paths of it were changed, and what was wrong with the changes."""

    node: Mapping
    paths: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()


class Merge:
    """One merge: gathers the paths and the findings."""

    def __init__(self, about: str) -> None:
        """`about` names the source in findings, such as `big-society#transitie`."""
        self.about = about
        self.paths: list[str] = []
        self.found: list[Diagnostic] = []

    def mapping(self, old: Mapping, new: Mapping, path: str = "") -> Mapping:
        """Both mappings' keys; the new one's values where both have a key."""
        entries = {key.text: (key, value) for key, value in old.entries}
        theirs = set(entries)
        for key, value in new.entries:
            where = f"{path}{key.text}"
            before = entries.get(key.text)
            if not path and before is None and key.text in listing.EDITS:
                self._misplaced(key, value, entries)
            elif isinstance(value, Scalar) and value.empty and value.text != "~" and before:
                hint = f"to take it away type `{key.text}: ~`"
                message = f"Nothing stands after `{where}:`; what {self.about} says there stays."
                self._report("bad-edit", message, value.span, hint, warning=True)
            elif isinstance(value, Scalar) and value.text == "~" and not value.quoted:
                self._without(key, where, entries)
            elif before is None:
                if not path and key.text in BODIES and not is_edit(value):
                    _unbody(entries, theirs, key.text)
                self._added(key, value, where, entries)
            else:
                entries[key.text] = (key, self.value(before[1], value, where))
        return Mapping(tuple(entries.values()), old.span, old.flow)

    def value(self, old: Node, new: Node, path: str) -> Node:
        """What a value becomes."""
        if is_edit(new):
            assert isinstance(new, Mapping)
            return self._edited(old, new, path)
        if isinstance(new, Mapping):
            if (wrong := listing.slip(old, new, self.about)) is not None:
                self.found.append(wrong)
                return old
            opened = _opened(old, path)
            if opened is not None:
                return self.mapping(opened, new, f"{path}.")
        if same(old, new):
            self._idle(new.span, f"`{path}:` says what {self.about} says already.")
        else:
            self.paths.append(path)
        return new

    def _edited(self, old: Node, new: Mapping, path: str) -> Node:
        target = _list_in(old, path)
        if target is None:
            self._report("not-a-list", f"`{path}:` of {self.about} is no list.", new.span,
                         "type the whole value instead")  # fmt: skip
            return old
        one_text = path.rpartition(".")[2] in _ONE_TEXT
        made = listing.edited(target[1], new, self.about, one_text)
        self.found += made.found
        self.paths += [f"{path}.{how}" for how in made.how]
        if not isinstance(old, Mapping):
            return made.node
        entries = tuple((k, made.node if k is target[0] else v) for k, v in old.entries)
        return Mapping(entries, old.span, old.flow)

    def _without(self, key: Scalar, path: str, entries: dict[str, tuple[Scalar, Node]]) -> None:
        if entries.pop(key.text, None) is None:
            self._idle(key.span, f"{self.about} has no `{path}:` to take away.")
        else:
            self.paths.append(f"{path}.remove")

    def _added(
        self, key: Scalar, value: Node, path: str, entries: dict[str, tuple[Scalar, Node]]
    ) -> None:
        if is_edit(value):
            has = ", ".join(name for name in entries if isinstance(_list_of(entries, name), tuple))
            hint = f"it has lists under: {has}" if has else "type the whole list"
            self._report("not-a-list", f"{self.about} has no `{path}:`.", key.span, hint)
            return
        entries[key.text] = (key, value)
        self.paths.append(path)

    def _misplaced(self, key: Scalar, value: Node, entries: dict[str, tuple[Scalar, Node]]) -> None:
        """`remove: [notes]` or `add: …` beside `use:`."""
        lists = [name for name in entries if isinstance(_list_of(entries, name), tuple)]
        name = next((name for name in listing.texts(value) if name in entries), "")
        if key.text == "remove" and name:
            hint = f"to take a whole key away type `{name}: ~`"
        else:
            hint = f"type it below the list: `{lists[0] if lists else 'points'}: {{{key.text}: …}}`"
        self._report("bad-edit", f"`{key.text}:` changes a list; here is none.", key.span, hint)

    def _idle(self, span: Span, message: str) -> None:
        self._report("idle-override", message, span, "take the line out", warning=True)

    def _report(
        self, code: str, message: str, span: Span, *hints: str, warning: bool = False
    ) -> None:
        severity = "warning" if warning else "error"
        if message.startswith(("this ", "the ")):
            message = message[0].upper() + message[1:]
        self.found.append(Diagnostic(f"remix/{code}", message, span, severity, hints))  # type: ignore[arg-type]


def merged(source: Mapping, changes: Mapping, about: str) -> Merged:
    """The source with the changes made; `about` names it in findings."""
    work = Merge(about)
    node = work.mapping(source, changes)
    return Merged(node, tuple(work.paths), tuple(work.found))


def _unbody(entries: dict[str, tuple[Scalar, Node]], theirs: set[str], new: str) -> None:
    """A slide has one body: a new one takes the place of the source's."""
    if new == "picture":
        return
    for name in [name for name in entries if name in theirs & BODIES.keys() - {"picture"}]:
        del entries[name]


def _opened(old: Node, path: str) -> Mapping | None:
    """A value as a mapping: `statement: TRANSITIE` is short for `statement: {text: TRANSITIE}`."""
    if isinstance(old, Mapping):
        return old
    kind = BODIES.get(path)
    if kind is not None and isinstance(kind.type, Record) and kind.type.short:
        return Mapping(((Scalar(kind.type.short, old.span), old),), old.span)
    return None


def _list_in(old: Node, path: str) -> tuple[Scalar | None, Node] | None:
    """The list that an edit means: the value itself, or the only list in a mapping."""
    if isinstance(old, Sequence) or (isinstance(old, Scalar) and _several(path)):
        return None, old
    if isinstance(old, Scalar):
        return None
    lists = [(key, value) for key, value in old.entries if isinstance(value, Sequence)]
    return lists[0] if len(lists) == 1 else None


def _several(path: str) -> bool:
    """Whether a key takes several texts as well as one."""
    field = FIELDS.get(path) or BODIES.get(path)
    kind = field.type if field is not None else None
    if isinstance(kind, Record):
        kind = kind.table[kind.short].type if kind.short else None
    typed = str(kind.schema()) if kind is not None else "'array'"
    return "'array'" in typed or "#/$defs/lines" in typed


def _list_of(entries: dict[str, tuple[Scalar, Node]], name: str) -> object:
    value = entries[name][1]
    return (name, value) if isinstance(value, Sequence) else None
