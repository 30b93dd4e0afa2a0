"""Rectangles in points. The origin is the slide's top left corner, y grows downwards."""

from __future__ import annotations

from msgspec import Struct


class Rect(Struct, frozen=True, gc=False):
    """A rectangle in points."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h

    def inset(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """The rectangle that is left inside the four margins (points)."""
        return Rect(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)

    def part(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        """The sub-rectangle between two corners given as fractions of this one."""
        return Rect(
            self.x + x0 * self.w, self.y + y0 * self.h, (x1 - x0) * self.w, (y1 - y0) * self.h
        )
