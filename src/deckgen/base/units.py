"""Lengths. Points (float) while laying out, English Metric Units (int) in the Scene.

ECMA-376 part 1, 20.1.10.16: 914,400 EMU an inch, so 12,700 EMU a point.
"""

EMU_PER_POINT = 12_700


def emu(points: float) -> int:
    """The nearest whole EMU of a length in points."""
    return round(points * EMU_PER_POINT)


def points(emus: int) -> float:
    """A length in EMU as points."""
    return emus / EMU_PER_POINT
