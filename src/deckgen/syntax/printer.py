"""Nodes → YAML text that reads back as the same nodes.

Block style, lists in the column of their key, flow style on one line where a node asks for it
and the line is short enough. What must not be here: which keys come first.
"""

from __future__ import annotations

from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.syntax.quoting import block_is_safe, plain_is_safe, quote

_EMPTY = '""'
WIDTH = 100  # characters of a line in flow style
_LONGEST_KEY = 1000  # YAML 1.1, 7.4.2: a key without `? ` has at most 1024 characters


def write(node: Node) -> str:
    """The text of a tree."""
    return "\n".join(_block(node, 0)) + "\n"


def _block(node: Node, indent: int) -> list[str]:
    """The lines of a node on its own lines."""
    pad = " " * indent
    if isinstance(node, Scalar):
        return [pad + line if n == 0 else line for n, line in enumerate(_scalar(node, indent))]
    if not _children(node):
        return [pad + _flow(node)]
    if isinstance(node, Sequence):
        return [line for item in node.items for line in _item(item, indent)]
    return [line for key, value in node.entries for line in _entry(key, value, indent)]


def _item(node: Node, indent: int) -> list[str]:
    short = _on_one_line(node, indent + 2)
    pad = " " * indent
    if short is not None:
        return [f"{pad}- {short}".rstrip()]
    lines = _block(node, indent + 2)
    return [f"{pad}- {lines[0][indent + 2 :]}", *lines[1:]]


def _entry(key: Scalar, value: Node, indent: int) -> list[str]:
    pad = " " * indent
    name = _text(key, False) if key.text else '""'
    if len(name) > _LONGEST_KEY:
        lines = _item(value, indent)
        return [f"{pad}? {name}", f"{pad}:{lines[0][indent + 1 :]}", *lines[1:]]
    head = f"{pad}{name}:"
    short = _on_one_line(value, len(head) + 1)
    if short is not None:
        return [f"{head} {short}".rstrip()]
    if isinstance(value, Scalar):
        lines = _scalar(value, indent)
        return [f"{head} {lines[0]}", *lines[1:]]
    return [head, *_block(value, indent if isinstance(value, Sequence) else indent + 2)]


def _on_one_line(node: Node, column: int) -> str | None:
    """The node beside its key or dash; None where it needs lines of its own."""
    if isinstance(node, Scalar):
        return None if block_is_safe(node.text) else _text(node, False)
    if _children(node) and not node.flow:
        return None
    flow = _flow(node)
    return flow if column + len(flow) <= WIDTH or not _children(node) else None


def _children(node: Sequence | Mapping) -> tuple[object, ...]:
    return node.items if isinstance(node, Sequence) else node.entries


def _flow(node: Node) -> str:
    if isinstance(node, Scalar):
        return _text(node, True) or "~"
    if isinstance(node, Sequence):
        return f"[{', '.join(_flow(item) for item in node.items)}]"
    pairs = (f"{_text(key, True) or _EMPTY}: {_flow(value)}" for key, value in node.entries)
    return f"{{{', '.join(pairs)}}}"


def _scalar(node: Scalar, indent: int) -> list[str]:
    """A text on its own lines: as a literal block, where it has line breaks."""
    if not block_is_safe(node.text):
        return [_text(node, False)]
    pad = " " * (indent + 2)
    return ["|-", *(pad + line if line else "" for line in node.text.split("\n"))]


def _text(node: Scalar, flow: bool) -> str:
    if not node.text:
        return '""' if node.quoted else ""
    return node.text if plain_is_safe(node.text, flow) else quote(node.text)
