"""The parser's events → nodes, with an explicit stack, bounded in depth, number and aliases.

Neither 3,000 brackets nor `&a [*a]` nor an alias bomb can exhaust anything here. Raises only
the parser's own error, for text that is no YAML. What must not be here: what keys mean.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from yaml import events
from yaml._yaml import CParser

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.syntax import oddities
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

Event = Any  # the stubs do not know what events carry
DEPTH = 100  # lists within lists; a person stays under ten
NODES = 300_000  # nodes of a file, aliases written out; a thousand slides have about 30,000


class _Frame(Struct):
    """A list or mapping that is still open."""

    start: Event
    items: list[Node]


class _StopError(Exception):
    """A bound was reached: the rest of the file is not read."""


class Builder:
    """Builds the tree of one text. `found` holds what is wrong with it."""

    def __init__(self, text: str, file: str) -> None:
        """`file` is the name that spans carry."""
        self.file = file
        self.found: list[Diagnostic] = []
        self._text = text
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._weights: dict[int, int] = {}  # of anchored nodes, by identity
        self._kept: list[Node] = []  # anchored nodes, so that no identity is used twice
        self._open: set[str] = set()
        self._budget = NODES
        self._oddities = oddities.Oddities(text, file)

    def run(self) -> Node | None:
        """The root; None when there is nothing or a bound was reached."""
        root: list[Node] = []
        try:
            self._read(root)
        except _StopError:
            return None
        self.found.extend(self._oddities.found)
        return root[0] if root else None

    def _read(self, root: list[Node]) -> None:
        get: Callable[[], Event] = CParser(self._text).get_event
        file = self.file
        odd = self._oddities.look
        items = root
        stack: list[_Frame] = []
        scalar = events.ScalarEvent
        left = NODES
        while (event := get()) is not None:
            kind = event.__class__
            if kind is scalar:
                left -= 1
                if left < 0:
                    self._too_many(self._span(event))
                start, end = event.start_mark, event.end_mark
                line, column, last = start.line + 1, start.column + 1, end.line + 1
                span = Span(file, line, column, last, end.column + 1)
                style = event.style
                node = Scalar(event.value, span, style != "")
                items.append(node)
                if style == "":
                    odd(node)
                if event.anchor is not None or event.tag is not None:
                    self._marked(event, node)
            elif kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
                stack.append(_Frame(event, items))
                items = []
                self._opened(event, len(stack))
            elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
                frame = stack.pop()
                closed = self._closed(frame.start, event, items)
                items = frame.items
                items.append(closed)
            elif kind is events.AliasEvent:
                items.append(self._alias(event))
            elif kind is events.DocumentStartEvent and root:
                self._second_document(event)

    def _span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _opened(self, event: Event, depth: int) -> None:
        if event.anchor is not None:
            self._open.add(event.anchor)
        if depth > DEPTH:
            self._stop(
                "syntax/too-deep",
                f"Here lists lie in lists more than {DEPTH} deep.",
                self._span(event),
                "nest no deeper than a point under a point; take out the surplus brackets",
            )

    def _closed(self, start: Event, end: Event, items: list[Node]) -> Node:
        self._budget -= len(items)
        if self._budget < 0:
            self._too_many(self._span(start))
        span = self._extent(start, end, items)
        flow = bool(start.flow_style)
        node: Node
        if start.__class__ is events.SequenceStartEvent:
            node = Sequence(tuple(items), span, flow)
        elif (
            flow
            and span.line == span.end_line
            and any(not isinstance(k, Scalar) for k in items[::2])
        ):
            node = self._braces(span)
        else:
            node = Mapping(self._entries(items), span, flow)
        if start.anchor is not None or start.tag is not None:
            self._marked(start, node)
        return node

    def _braces(self, span: Span) -> Scalar:
        """`{{variable}}` without quotes; read on as if they had been typed."""
        self.found.append(self._oddities.no_key(span))
        line = self._oddities.line(span.line)
        return Scalar(line[span.column - 1 : span.end_column - 1], span)

    def _extent(self, start: Event, end: Event, items: list[Node]) -> Span:
        """In block style the end event stands at the next token: the last child's end is meant."""
        mark = start.start_mark
        if start.flow_style or not items:
            close = end.end_mark
            return Span(self.file, mark.line + 1, mark.column + 1, close.line + 1, close.column + 1)
        last = items[-1].span
        if last.line < mark.line + 1:  # an alias ends where it was first typed
            last = Span(self.file, 0, 0, mark.line + 1, mark.column + 2)
        return Span(self.file, mark.line + 1, mark.column + 1, last.end_line, last.end_column)

    def _entries(self, items: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        keys = items[::2]
        names = {key.text for key in keys if isinstance(key, Scalar)}
        pairs = zip(keys, items[1::2], strict=True)
        if len(names) == len(keys) and "<<" not in names:
            return tuple(pairs)  # type: ignore[arg-type]
        return tuple(self._sound(list(pairs)))

    def _sound(self, pairs: list[tuple[Node, Node]]) -> list[tuple[Scalar, Node]]:
        """The entries whose key is a text that comes for the first time; the others reported."""
        typed = {key.text for key, _ in pairs if isinstance(key, Scalar)}
        seen: dict[str, Scalar] = {}
        kept: list[tuple[Scalar, Node]] = []
        for key, value in pairs:
            if not isinstance(key, Scalar):
                self.found.append(self._oddities.no_key(key.span))
            elif key.text == "<<" and not key.quoted:
                self.found.append(oddities.merge_key(key))
                if isinstance(value, Mapping):  # read on as if its keys had been typed
                    kept += [pair for pair in value.entries if pair[0].text not in typed]
            elif key.text in seen:
                self.found.append(oddities.duplicate_key(key, seen[key.text]))
            else:
                seen[key.text] = key
                kept.append((key, value))
        return kept

    def _marked(self, event: Event, node: Node) -> None:
        """A node with an anchor or a tag."""
        if event.tag is not None:
            self.found.append(self._oddities.tag(event.tag, self._span(event)))
        if event.anchor is not None:
            self._open.discard(event.anchor)
            weight = self._weight(node)
            self._weights[id(node)] = weight
            self._anchors[event.anchor] = (node, weight)
            self._kept.append(node)

    def _alias(self, event: Event) -> Node:
        span = self._span(event)
        known = self._anchors.get(event.anchor)
        if event.anchor in self._open:
            self.found.append(oddities.alias_to_itself(event.anchor, span))
        elif known is None:
            self.found.append(self._oddities.unknown_alias(event.anchor, span))
        if known is None:
            return Scalar(f"*{event.anchor}", span)
        self._budget -= known[1]
        if self._budget < 0:
            self._too_many(span)
        return known[0]

    def _weight(self, node: Node) -> int:
        """How many nodes a node has with its aliases written out."""
        known = self._weights
        total, waiting = 0, [node]
        while waiting and total <= NODES:
            current = waiting.pop()
            if (weight := known.get(id(current))) is not None:
                total += weight
                continue
            total += 1
            if isinstance(current, Sequence):
                waiting.extend(current.items)
            elif isinstance(current, Mapping):
                waiting.extend(value for _, value in current.entries)
        return total

    def _second_document(self, event: Event) -> None:
        self._stop(
            "syntax/second-document",
            "A line `---` starts a second document here.",
            self._span(event),
            "take the line out: all slides stand in one list under `slides:`",
        )

    def _too_many(self, span: Span) -> None:
        self._stop(
            "syntax/too-many-nodes",
            f"This outline has more than {NODES:,} texts once its aliases are written out.",
            span,
            "split the deck, or write out what `&name` and `*name` repeat",
        )

    def _stop(self, code: str, message: str, span: Span, hint: str) -> None:
        self.found.append(Diagnostic(code, message, span, hints=(hint,)))
        raise _StopError
