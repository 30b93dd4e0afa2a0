"""`math`: formulas as they are typed in LaTeX, and what their signs mean.

In: nodes. Out: formulas that can be set; what can't be read is reported at its own character.
What must not be here: what LaTeX means (that is `deckgen.formula`), how a formula looks.
"""

from __future__ import annotations

from importlib.util import find_spec

from deckgen.base.diagnostics import Origin
from deckgen.outline.model import Math, Meaning
from deckgen.outline.reader import Reader, within
from deckgen.outline.records import Each, Field, Record
from deckgen.outline.values import PLAIN, WORDS, Schema, Type, bounded, scalar
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

PACKAGES = ("latex2mathml", "ziamath")
MOST = 12  # formulas below one another
SIGNS = 8  # signs that are explained
# What a double-quoted text makes of a backslash and a letter.
SWALLOWED = {"\f": "f", "\t": "t", "\b": "b", "\r": "r", "\a": "a", "\v": "v", "\x1b": "e"}


class Latex(Type[str]):
    """One formula."""

    name = "a formula in LaTeX"

    def read(self, node: Node, reader: Reader) -> str | None:
        """See Type.read."""
        typed = scalar(node, reader, "a formula in LaTeX, such as 'E = mc^2'")
        if typed is None or not _installed(typed, reader) or not _whole(typed, reader):
            return None
        from deckgen.formula.parser import parse

        text = " ".join(typed.text.split())
        found = parse(typed.text)
        for one in found.mistakes:
            span = within(typed, one.at, one.width)
            reader.report(one.slug, one.message, span, *one.hints)
        if found.mistakes:
            return None
        if not found.lines:
            reader.report("empty", "This formula is empty.", typed.span, "type it: 'E = mc^2'")
            return None
        return text

    def write(self, value: str) -> Node:
        """See Type.write."""
        return Scalar(value)

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"type": ["string", "number"]}


def _installed(node: Scalar, reader: Reader) -> bool:
    if all(find_spec(name) for name in PACKAGES):
        return True
    reader.report(
        "needs-package",
        "Formulas are set by the packages latex2mathml and ziamath, which are not installed.",
        node.span,
        "type: pip install 'deckgen[math]'",
    )
    return False


def _whole(node: Scalar, reader: Reader) -> bool:
    """Whether every backslash came through; in double quotes YAML takes them for itself."""
    lost = next((sign for sign in SWALLOWED if sign in node.text), "")
    if not lost or not node.quoted:
        return True
    reader.report(
        "swallowed-backslash",
        f"In double quotes YAML reads `\\{SWALLOWED[lost]}` as a control character.",
        node.span,
        "put the formula in single quotes: '…'",
    )
    return False


class Formulas(Type[tuple[str, ...]]):
    """One formula, or several below one another."""

    name = "a formula in LaTeX, or a list of them"

    def read(self, node: Node, reader: Reader) -> tuple[str, ...] | None:
        """See Type.read."""
        nodes = bounded(node, reader, MOST) if isinstance(node, Sequence) else (node,)
        if isinstance(node, Sequence) and not nodes:
            reader.report("empty", "This list is empty.", node.span, "type a formula: `- …`")
        found = [LATEX.read(one, reader) for one in nodes]
        return tuple(one for one in found if one is not None) or None

    def write(self, value: tuple[str, ...]) -> Node:
        """See Type.write."""
        nodes = tuple(LATEX.write(one) for one in value)
        return nodes[0] if len(nodes) == 1 else Sequence(nodes)

    def schema(self) -> Schema:
        """See Type.schema."""
        one = LATEX.schema()
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1, "maxItems": MOST}]}


class Meanings(Type[Meaning]):
    """`- sign: what it means`."""

    name = "`sign: meaning`"

    def read(self, node: Node, reader: Reader) -> Meaning | None:
        """See Type.read."""
        if not isinstance(node, Mapping) or len(node.entries) != 1:
            reader.wrong_type(node, "a sign, a colon and what it means", "type `- E: energie`")
            return None
        sign, meaning = node.entries[0]
        symbol, text = LATEX.read(sign, reader), WORDS.read(meaning, reader)
        return None if symbol is None or text is None else Meaning(symbol, text)

    def write(self, value: Meaning) -> Node:
        """See Type.write."""
        return Mapping(((Scalar(value.symbol), WORDS.write(value.text)),))

    def schema(self) -> Schema:
        """See Type.schema."""
        return {
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "additionalProperties": WORDS.schema(),
        }  # fmt: skip


class Where(Each):
    """A list of signs and meanings; one mapping with all of them is as good."""

    def __init__(self) -> None:
        """See the class."""
        super().__init__(Meanings(), most=SIGNS)

    def read(self, node: Node, reader: Reader) -> tuple[Meaning, ...] | None:
        """See Type.read."""
        if isinstance(node, Mapping):
            entries = tuple(Mapping((entry,), entry[0].span) for entry in node.entries)
            node = Sequence(entries, node.span)
        return super().read(node, reader)

    def schema(self) -> Schema:
        """See Type.schema."""
        mapping = {
            "type": "object", "minProperties": 1, "maxProperties": SIGNS,
            "additionalProperties": WORDS.schema(),
        }  # fmt: skip
        return {"anyOf": [super().schema(), mapping]}


class Maths(Record):
    """A formula and what belongs to it; its place is kept, for when it does not fit."""

    def read(self, node: Node, reader: Reader) -> Math | None:
        """See Type.read."""
        found: Math | None = super().read(node, reader)
        if found is None:
            return None
        from msgspec import structs

        typed = node.get("formula") if isinstance(node, Mapping) else node
        return structs.replace(found, at=Origin((typed or node).span))


LATEX = Latex()
MATH = Maths(
    Math,
    (
        Field(
            "formula", Formulas(), "the formula in LaTeX, or several lines of it", True, "formulas"
        ),
        Field("where", Where(), "what its signs mean, one by one"),
        Field("number", PLAIN, "the number that it is known by, shown in brackets"),
        Field("alt", PLAIN, "how it is read aloud; else a screen reader says the LaTeX"),
    ),
    short="formula",
)
