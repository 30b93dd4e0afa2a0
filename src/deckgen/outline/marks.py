"""Runs → text with inline marks, so that `inline.parse` gives the same runs again.

What must not be here: YAML's quoting (that is `syntax`), variables.
"""

from __future__ import annotations

import re

from msgspec import structs

from deckgen.outline import inline
from deckgen.outline.model import Run

_ESCAPED = re.compile(r"[\\`*_\[\]]")
# Which signs to try, in this order; most texts are done with the first.
_SIGNS = (("**", "_"), ("**", "*"), ("__", "*"), ("__", "_"))
_ORDERS = (("link", "bold", "italic"), ("bold", "italic", "link"), ("italic", "bold", "link"))


def write(runs: tuple[Run, ...]) -> str:
    """The text that reads back as these runs."""
    plain = "".join(run.text for run in runs)
    if inline.parse(plain) == runs:
        return plain
    candidates = (_span(list(runs), signs, order) for order in _ORDERS for signs in _SIGNS)
    first = ""
    for candidate in candidates:
        first = first or candidate
        if inline.parse(candidate) == runs:
            return candidate
    return first


def _span(runs: list[Run], signs: tuple[str, str], order: tuple[str, ...]) -> str:
    """Writes runs, the mark that reaches furthest outermost."""
    parts: list[str] = []
    index = 0
    while index < len(runs):
        mark, end = _furthest(runs, index, order)
        if not mark:
            parts.append(_words(runs[index]))
            index += 1
            continue
        value = getattr(runs[index], mark)
        off: object = "" if mark == "link" else False
        inner = _span([structs.replace(r, **{mark: off}) for r in runs[index:end]], signs, order)
        parts.append(_wrap(mark, value, inner, signs))
        index = end
    return "".join(parts)


def _furthest(runs: list[Run], start: int, order: tuple[str, ...]) -> tuple[str, int]:
    best, reach = "", start
    for mark in order:
        value = getattr(runs[start], mark)
        end = start
        while value and end < len(runs) and getattr(runs[end], mark) == value:
            end += 1
        if end > reach:
            best, reach = mark, end
    return best, reach


def _wrap(mark: str, value: object, inner: str, signs: tuple[str, str]) -> str:
    if mark == "link":
        return f"[{inner}]({_target(str(value))})"
    sign = signs[0] if mark == "bold" else signs[1]
    return f"{sign}{inner}{sign}"


def _target(link: str) -> str:
    if re.search(r"[\s()]", link):
        return "<" + re.sub(r"[<>\n]", "", link).replace("\\", "\\\\") + ">"
    return re.sub(r"[\\<>]", r"\\\g<0>", link)


def _words(run: Run) -> str:
    if not run.code:
        return _ESCAPED.sub(r"\\\g<0>", run.text)
    longest = max((len(fence) for fence in re.findall("`+", run.text)), default=0)
    fences = {len(fence) for fence in re.findall("`+", run.text)}
    size = next(n for n in range(1, longest + 2) if n not in fences)
    pad = " " if run.text[:1] in "` " or run.text[-1:] in "` " else ""
    pad = "" if not run.text.strip() else pad
    return f"{'`' * size}{pad}{run.text}{pad}{'`' * size}"
