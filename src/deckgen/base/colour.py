"""sRGB colours as six hex digits: contrast (WCAG 2.2, 1.4.3) and mixing."""

from __future__ import annotations

import re
from functools import lru_cache

HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")


def parse(text: str) -> str | None:
    """Six upper-case hex digits from `#RRGGBB`, `RRGGBB` or `#RGB`; None when it is no colour."""
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(c * 2 for c in digits)
    return digits.upper() if HEX.match(digits) else None


def channels(rgb: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(rgb[0:2], 16), int(rgb[2:4], 16), int(rgb[4:6], 16)


@lru_cache(maxsize=256)  # a deck has some dozens of colours, asked for line by line
def luminance(rgb: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(c / 255) for c in channels(rgb))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` mixed in, channel by channel."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
