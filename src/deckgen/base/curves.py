"""Quadratic curves, as fonts have them, as cubic ones, as slides have them."""

from __future__ import annotations

Point = tuple[float, float]


def cubic(start: Point, control: Point, end: Point) -> tuple[Point, Point]:
    """The two control points with which a cubic curve is the same: two thirds of the way."""
    (x0, y0), (cx, cy), (x, y) = start, control, end
    first = (x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3)
    return first, (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3)
