"""Every code that the source can emit, read from the source itself.

A code is a literal: `Diagnostic("area/slug", …)`, or a slug given to a function that puts its own
area before it. A call whose code is no literal has to be listed in `ELSEWHERE`, with how the codes
of its file are found, so that none can slip through.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from deckgen.check.catalogue import AREAS

SOURCE = Path(__file__).parents[2] / "src" / "deckgen"
WHOLE = re.compile(rf"(?:{'|'.join(AREAS)})/[a-z0-9]+(?:-[a-z0-9]+)*\Z")
SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
# Literals that look like codes and are none.
NO_CODES = {"text/html", "text/css", "text/javascript", "text/event-stream"}
NO_SOURCE = ("check/codes/",)

# Functions and classes whose first argument is a slug → the area that they put before it, and the
# part of the source in which they are that function.
CARRIERS = {
    "report": ("outline/", "outline/"),
    "Slip": ("outline/", "outline/slips.py"),
    "wrong": ("outline/", "formula/"),
    "Mistake": ("outline/", "formula/"),
    "_report": ("remix/", "remix/"),
    "_finding": ("template/", "template/"),
    "fault": ("proof/", "proof/"),
    "finding": ("pptx/", "readers/pptx/rules/"),
}
# Calls whose code is no literal → the slugs that it can be are first in tuples, or given to one of
# these names, somewhere in the files named.
ELSEWHERE = {
    "outline/clips.py: f'not-a-{what}'": ["=not-a-film", "=not-a-sound"],
    "outline/clips.py: problem[0]": ["=no-picture", "=no-film", "=no-sound"],  # f"no-{what}"
    "outline/formulas.py: one.slug": [],  # `wrong` in formula/ carries them
    "outline/load.py: code": ["outline/load.py"],
    "outline/pictures.py: code": ["outline/pictures.py"],
    "outline/reader.py: slip.code": ["outline/slips.py"],
    "outline/slips.py: code": ["outline/slips.py"],
    "formula/parser.py: slug": [],
    "outline/values.py: self._code": ["outline/values.py"],
    "remix/load.py: f'remix/{code}'": ["=source-has-errors", "=source-unreadable"],
}
SECOND = ("Pattern", "Identifier")  # their second argument is a slug
ASSIGNED = ("code",)


def files() -> list[tuple[str, ast.Module]]:
    """The source's modules by their path."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(NO_SOURCE):
            found.append((name, ast.parse(path.read_text("utf-8"))))
    return found


def codes() -> dict[str, str]:
    """Every code → a place where it is emitted."""
    found: dict[str, str] = {}
    trees = dict(files())
    for name, tree in trees.items():
        for node in ast.walk(tree):
            for code in (*_whole(node), *_carried(name, node)):
                found.setdefault(code, f"{name}:{node.lineno}")
    for call, sources in ELSEWHERE.items():
        area = "remix/" if call.startswith("remix") else "outline/"
        for source in sources:
            slugs = [source[1:]] if source[0] == "=" else _slugs(trees[source])
            for slug in slugs:
                found.setdefault(area + slug, call)
    return found


def indirect() -> set[str]:
    """Calls that carry a code which is no literal, as `file: expression`."""
    found = set()
    for name, tree in files():
        for node in ast.walk(tree):
            carrier = _carrier(name, node)
            if carrier and isinstance(node, ast.Call) and not _texts(node.args[0]):
                found.add(f"{name}: {ast.unparse(node.args[0])}")
    return found


def _whole(node: ast.AST) -> Iterator[str]:
    text = node.value if isinstance(node, ast.Constant) else None
    if isinstance(text, str) and WHOLE.match(text) and text not in NO_CODES:
        yield text


def _carrier(name: str, node: ast.AST) -> str:
    """The area that a call puts before its first argument; empty when it carries no code."""
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    called = getattr(node.func, "attr", getattr(node.func, "id", ""))
    area, where = CARRIERS.get(called, ("", "-"))
    return area if name.startswith(where) else ""


def _carried(name: str, node: ast.AST) -> Iterator[str]:
    area = _carrier(name, node)
    if area and isinstance(node, ast.Call):
        yield from (area + text for text in _texts(node.args[0]))


def _texts(first: ast.expr) -> list[str]:
    """The literals that an argument can be; a condition can be both of its sides."""
    sides = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    return [s.value for s in sides if isinstance(s, ast.Constant) and isinstance(s.value, str)]


def _sentence(node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id == "message"
    texts = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]
    return any(isinstance(text, str) and " " in text for text in texts)


def _slugs(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Tuple) and len(node.elts) > 1 and _sentence(node.elts[1]):
            parts = node.elts[:1]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ASSIGNED:
            parts = [node.value]
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in SECOND:
            parts = node.args[1:2]
        for part in parts:
            yield from (text for text in _texts(part) if SLUG.match(text))
