"""How big functions and files are, against the limits that keep the source habitable.

In: the source. Out: figures on stdout, and exit code 1 with the places where one is over.
A file that holds nearly nothing but declarations is a table of data: it may be long.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import NamedTuple

SOURCE = Path("src/deckgen")
SHELLS = ("cli", "studio", "batch", "disk.py")
MEDIAN_LINES, NINETIETH_LINES, MOST_LINES = 8, 25, 60
MOST_NESTING, MOST_PARAMETERS, MOST_FILE_LINES = 3, 5, 400
SHELL_SHARE = 0.2
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match, ast.AsyncFor, ast.AsyncWith)


class Function(NamedTuple):
    """A function's place and figures."""

    place: str
    lines: int
    nesting: int
    parameters: int


def functions(path: Path, tree: ast.Module) -> list[Function]:
    """Every function of a file, methods and inner ones included."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [_measure(path, node) for node in ast.walk(tree) if isinstance(node, kinds)]


def _measure(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Function:
    doc = ast.get_docstring(node, clean=False)
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    lines -= len(doc.splitlines()) if doc is not None else 0
    given = node.args
    parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    own = [one for one in parameters if one.arg not in ("self", "cls")]
    return Function(f"{path}:{node.lineno} {node.name}", lines, _nesting(node.body), len(own))


def _nesting(body: list[ast.stmt], depth: int = 0) -> int:
    """How deep blocks stand in blocks; `elif` is no deeper than its `if`."""
    deepest = depth
    for statement in body:
        if isinstance(statement, BLOCKS):
            for inner, step in _bodies(statement):
                deepest = max(deepest, _nesting(inner, depth + step))
    return deepest


def _bodies(block: ast.stmt) -> list[tuple[list[ast.stmt], int]]:
    if isinstance(block, ast.Match):
        return [(case.body, 1) for case in block.cases]
    found = [(getattr(block, "body", []), 1), (getattr(block, "finalbody", []), 1)]
    found += [(handler.body, 1) for handler in getattr(block, "handlers", [])]
    after = getattr(block, "orelse", [])
    chained = isinstance(block, ast.If) and len(after) == 1 and isinstance(after[0], ast.If)
    return [*found, (after, 0 if chained else 1)]


def is_table(tree: ast.Module) -> bool:
    """Whether a file declares more than it does: functions take less than a tenth of its lines."""
    last = max((node.end_lineno or 0 for node in tree.body), default=0)
    return sum(found.lines for found in functions(Path(), tree)) < last * 0.1


def share(values: list[int], part: float) -> int:
    """The value that `part` of all values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def complaints(found: list[Function]) -> list[str]:
    """What is over a limit, one line a thing."""
    over = [
        f"{f.place}: {f.lines} lines, {MOST_LINES} at most" for f in found if f.lines > MOST_LINES
    ]
    over += [
        f"{f.place}: nesting {f.nesting}, {MOST_NESTING} at most"
        for f in found
        if f.nesting > MOST_NESTING
    ]
    over += [
        f"{f.place}: {f.parameters} parameters, {MOST_PARAMETERS} at most"
        for f in found
        if f.parameters > MOST_PARAMETERS
    ]
    lines = [f.lines for f in found]
    for part, limit in ((0.5, MEDIAN_LINES), (0.9, NINETIETH_LINES)):
        if share(lines, part) > limit:
            over.append(f"{part:.0%} of the functions: {share(lines, part)} lines, {limit} at most")
    return over


def _files(sources: dict[Path, tuple[int, ast.Module]]) -> list[str]:
    over = [
        f"{path}: {lines} lines, {MOST_FILE_LINES} at most"
        for path, (lines, tree) in sources.items()
        if lines > MOST_FILE_LINES and not is_table(tree)
    ]
    over += [f"{path}: a name that says nothing" for path in sources if path.stem in FORBIDDEN]
    total = sum(lines for lines, _ in sources.values())
    shells = sum(n for path, (n, _) in sources.items() if _in_shell(path))
    if shells > total * SHELL_SHARE:
        over.append(f"the shells are {shells / total:.0%} of the lines, {SHELL_SHARE:.0%} at most")
    return over


def _in_shell(path: Path) -> bool:
    return path.relative_to(SOURCE).parts[0] in SHELLS


def main() -> int:
    """Print the figures; 1 when a limit is passed."""
    sources = {}
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        sources[path] = (text.count("\n"), ast.parse(text))
    found = [f for path, (_, tree) in sources.items() for f in functions(path, tree)]
    _print(found, [lines for lines, _ in sources.values()])
    over = complaints(found) + _files(sources)
    print("\n".join(over) if over else "all within the limits")
    return 1 if over else 0


def _print(found: list[Function], files: list[int]) -> None:
    for what, values in (("lines a function", [f.lines for f in found]), ("lines a file", files)):
        parts = ", ".join(f"{share(values, p)} ({p:.0%})" for p in (0.5, 0.9, 0.99))
        print(f"{what}: {parts}, {max(values)} (most) of {len(values)}")
    print(
        f"nesting: {max(f.nesting for f in found)}, parameters: {max(f.parameters for f in found)}"
    )
    print(f"{sum(files)} lines in all")


if __name__ == "__main__":
    sys.exit(main())
