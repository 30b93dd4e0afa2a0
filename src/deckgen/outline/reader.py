"""What reading an outline carries along: its findings, variables, links and pictures.

In: nodes. Out: `Text` and strings with variables filled in. What must not be here: which
keys exist.
"""

from __future__ import annotations

import re

from msgspec import structs

from deckgen.base.diagnostics import Diagnostic, Edit, Origin, Severity, Span
from deckgen.image.icons import Icons
from deckgen.outline import inline, links, slips, suggest
from deckgen.outline.model import Picture, Run, Text
from deckgen.syntax.nodes import Mapping, Node, Scalar
from deckgen.world import World

VARIABLE = re.compile(r"\\\{\{|\{\{\s*([\w.-]+)\s*\}\}")
_PLAIN = re.compile(r"[\\`*_\[{\n<&•‣▪◦●○]")
LONG = 120  # words; the room reads about twenty while the speaker says a sentence


class Reader:
    """Reads the texts of one outline. Every method reports what is wrong and goes on."""

    def __init__(self, file: str) -> None:
        """`file` is the outline's path."""
        self.file = file
        self.found: list[Diagnostic] = []
        self.slide_keys: frozenset[str] = frozenset()  # keys that every slide has
        self.variables: dict[str, str] = {}
        self.jumps: list[tuple[str, Span]] = []  # links to slides, checked when all are known
        self.ids: dict[Span, Span] = {}  # a slide's place → where its id was typed
        self.pictures: list[tuple[Picture, Span]] = []
        self.icons: Icons | None = None  # once the first icon is named
        self.world: World | None = None  # for files with numbers
        self.bound = 0  # times that what was read hung on this outline: its place, its variables
        self.home: dict[str, str] = {}  # a lock → the outline that its files are named relative to

    def state(self) -> tuple[int, ...]:
        """Changes with everything that reading a slide leaves besides the slide."""
        return len(self.found), len(self.jumps), len(self.pictures), self.bound

    def report(
        self, code: str, message: str, span: Span, *hints: str, severity: Severity = "error"
    ) -> None:
        """Notes a finding under `outline/`."""
        self.found.append(Diagnostic(f"outline/{code}", message, span, severity, hints))

    def instead(self, span: Span | None, text: str | None) -> None:
        """What was reported last is certainly mended by this text in the place of the span's.

        Without a span or a text nothing is certain, and the finding stays as it is.
        """
        if span is not None and text:
            self.found[-1] = structs.replace(self.found[-1], edits=(Edit(span, text),))

    def text(self, node: Scalar) -> Text:
        """A paragraph with its inline marks."""
        raw = node.text
        if _PLAIN.search(raw) is None:
            words = raw.strip()
            return Text((Run(words),) if words else (), Origin(node.span))
        filled = re.sub(r"\s*\n\s*", "\n", self.filled(node).strip())
        runs, found = inline.scan(filled)
        for link in found:
            self._link(link, node)
        for slip in slips.find(node.text, runs):
            self._slip(slip, node)
        return Text(runs, Origin(node.span))

    def markup(self, node: Scalar) -> None:
        """Reports HTML in a text that has no marks."""
        for slip in slips.html(node.text):
            self._slip(slip, node)

    def _slip(self, slip: slips.Slip, node: Scalar) -> None:
        span = within(node, slip.offset, slip.width)
        self.report(slip.code, slip.message, span, *slip.hints, severity="warning")
        at = exact(node, slip.offset, slip.width)
        if at is not None and slip.instead is not None:
            self.found[-1] = structs.replace(self.found[-1], edits=(Edit(at, slip.instead),))

    def _link(self, link: inline.Link, node: Scalar) -> None:
        typed = node.text[link.offset : link.offset + 1] == "["
        span = within(node, link.offset, len(link.label) + 2) if typed else node.span
        if (problem := links.problem(link)) is not None:
            self.report("bad-link", problem[0], span, problem[1])
            start = link.offset + len(link.label) + 3
            if node.text[start : start + len(link.target)] == link.target:
                self.instead(exact(node, start, len(link.target)), links.mended(link.target))
        elif link.target.startswith("#"):
            self.jumps.append((link.target[1:], span))

    def filled(self, node: Scalar, keep: bool = False) -> str:
        """The scalar's text with variables filled in; `keep`: what is escaped stays so."""
        if "{{" not in node.text:
            return node.text
        self.bound += 1
        return VARIABLE.sub(
            lambda match: match[0] if keep and not match[1] else self._variable(match, node),
            node.text,
        )

    def plain(self, node: Scalar) -> str:
        """A text without inline marks."""
        return self.filled(node).strip()

    def located(self, file: str, span: Span) -> str:
        """A file that is named at `span`, as seen from this outline: a reused slide's lie apart."""
        self.bound += 1
        if span.file == self.file:
            return file
        return relocated(file, self.home.get(span.file, span.file), self.file)

    def _variable(self, match: re.Match[str], node: Scalar) -> str:
        name = match[1]
        if name is None:
            return "{{"
        if name in self.variables:
            return self.variables[name]
        self.report(
            "unknown-variable",
            f"There is no variable `{name}`.",
            within(node, match.start(), len(match[0])),
            *suggest.nearest(name, self.variables),
            f"give it a value at the top: `vars: {{{name}: …}}`",
            f"to show the braces themselves, type `\\{match[0]}`",
        )
        if word := suggest.certain(name, self.variables):
            place = exact(node, match.start(), len(match[0]))
            self.instead(place, f"{{{{{word}}}}}")
        return match[0]

    def wrong_type(self, node: Node, wanted: str, *hints: str) -> None:
        """The value is of another shape than the key wants."""
        self.report(
            "wrong-type", f"Here {_shape(node)} stands; wanted is {wanted}.", node.span, *hints
        )


def relocated(file: str, outline: str, seen_from: str) -> str:
    """A path relative to one outline, relative to another. Both are paths of the same world."""
    here, there = seen_from.split("/")[:-1], outline.split("/")[:-1]
    if here == there:
        return file
    while here and there and here[0] == there[0] != "..":
        here, there = here[1:], there[1:]
    return "/".join([".."] * len(here) + there + [file])


def within(node: Scalar, offset: int, width: int) -> Span:
    """The span of a part of a scalar; the whole one where quotes or folding hide the place."""
    return exact(node, offset, width) or node.span


def exact(node: Scalar, offset: int, width: int) -> Span | None:
    """The span of a part of a scalar, where every character was typed as itself."""
    span = node.span
    if span.line != span.end_line:
        return None
    typed = span.end_column - span.column
    quotes = 1 if node.quoted else 0
    if typed != len(node.text) + 2 * quotes:
        return None
    column = span.column + quotes + offset
    return Span(span.file, span.line, column, span.line, column + width)


def _shape(node: Node) -> str:
    if isinstance(node, Scalar):
        return "nothing" if node.empty else "a text"
    return "a mapping (`key: value`)" if isinstance(node, Mapping) else "a list"
