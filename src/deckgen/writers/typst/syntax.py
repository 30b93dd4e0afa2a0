"""Values as typst code. Everything that a person typed becomes a string literal, nothing else.

In: strings, lengths in EMU or points, colours, strokes, commands. Out: code. In a literal,
typst knows no markup and evaluates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Colour, Stroke
from deckgen.writers.marks.model import Command

_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
# Lengths of dashes and gaps in line widths, as DrawingML's dash and sysDot have them.
_DASHES = {"dash": (4, 3), "dot": (1, 1)}


def string(text: str) -> str:
    """A string literal."""
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    char = found.group()
    if char in '\\"':
        return "\\" + char
    # Half of a pair is no character; a file can't hold it.
    return "\ufffd" if "\ud800" <= char <= "\udfff" else f"\\u{{{ord(char):x}}}"


def length(emus: float) -> str:
    """A length from EMU."""
    return f"{emus / EMU_PER_POINT:.3f}pt"


def points(value: float) -> str:
    """A length from points."""
    return f"{value:.3f}pt"


def array(parts: Iterable[str]) -> str:
    """An array; typst wants a comma behind a single element."""
    return "(" + "".join([part + "," for part in parts]) + ")"


@lru_cache(maxsize=512)
def colour(value: Colour | None) -> str:
    """A colour with its transparency, or none."""
    if value is None:
        return "none"
    alpha = "" if value.alpha == 100 else f"{round(value.alpha * 255 / 100):02x}"
    return f'rgb("{value.rgb}{alpha}")'


@lru_cache(maxsize=512)
def stroke(value: Stroke | None, rounded: bool = False) -> str:
    """An outline's stroke, or none."""
    if value is None:
        return "none"
    parts = [f"paint: {colour(value.colour)}", f"thickness: {length(value.width)}"]
    if value.dash in _DASHES:
        steps = array(length(value.width * step) for step in _DASHES[value.dash])
        parts.append(f"dash: {steps}")
    parts.append('cap: "round", join: "round"' if rounded else 'join: "miter"')
    return f"({', '.join(parts)})"


_COMMANDS = {"M": "curve.move", "L": "curve.line", "C": "curve.cubic"}


def commands(drawn: Iterable[Command]) -> str:
    """The arguments of a `curve`."""
    return ",".join([_command(one) for one in drawn])


def _command(command: Command) -> str:
    if command[0] == "Z":
        return 'curve.close(mode:"straight")'
    numbers = [float(part) for part in command[1:]]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    inside = ",".join([f"({x:.3f}pt,{y:.3f}pt)" for x, y in pairs])
    return f"{_COMMANDS[str(command[0])]}({inside})"
