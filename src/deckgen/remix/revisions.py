"""A slide's node → a short name for what it says, the same wherever and however it is typed.

What must not be here: comparing decks (that is `difference`), storing revisions (that is `lock`).
"""

from __future__ import annotations

from hashlib import sha256

from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

_LENGTH = 12  # hexadecimal digits: a million slides collide with a chance of one in 500


def revision(node: Node, variables: dict[str, str] | None = None) -> str:
    """The revision of a slide: of its keys and texts, not of quotes, order of keys or comments."""
    digest = sha256()
    for part in _parts(node):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    for name, value in sorted((variables or {}).items()):
        digest.update(f"{name}={value}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:_LENGTH]


def used(node: Node, variables: dict[str, str]) -> dict[str, str]:
    """The variables that a slide's texts name."""
    if not variables:
        return {}
    text = "\n".join(_parts(node))
    if "{{" not in text:
        return {}
    return {name: value for name, value in variables.items() if name in text}


def same(one: Node, other: Node) -> bool:
    """Whether two nodes say the same."""
    return list(_parts(one)) == list(_parts(other))


def _parts(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [("=" if not node.empty else "~") + node.text.strip()]
    if isinstance(node, Sequence):
        return ["[", *(part for item in node.items for part in _parts(item)), "]"]
    inside = sorted((key.text, _parts(value)) for key, value in node.entries)
    return ["{", *(p for key, parts in inside for p in (f":{key}", *parts)), "}"]


def without(node: Mapping, *keys: str) -> Mapping:
    """A mapping without some of its keys."""
    kept = tuple([pair for pair in node.entries if pair[0].text not in keys])
    return node if len(kept) == len(node.entries) else Mapping(kept, node.span, node.flow)
