"""Where on a layout there is room for what has no placeholder.

In: a sheet, its file, the layout for content. Out: rectangles free of titles, logos, footers and
other shapes. What the file's own body lies over, ours may lie over too.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.geometry import Rect
from deckgen.readers.pptx.base.choosing import body, extent, share, title
from deckgen.readers.pptx.base.facts import File, Fixed, Place, Sheet

MARGIN = 0.04  # of the page's width, where the file itself shows none
GAP = 10.0  # points between a title and what stands below it
CLEAR = 6.0  # … and around a logo
GROUND = 0.5  # share of the page from which a shape is a ground, not an obstacle
LOGO = 0.2  # share of the page up to which a picture is a logo: nothing stands on it
STRIP = 0.6  # share of the page's width or height from which it is a strip
LEFT = 0.45  # share of a placeholder that must stay free of logos to be worth cutting


def rooms(sheet: Sheet, file: File, model: Sheet | None) -> tuple[Rect, Rect]:
    """The free rectangle below the title, and the one on a slide that shows no title."""
    head = title(sheet)
    shown = _cut(_wanted(sheet, file, model), sheet, file, model)
    if head is None:
        return shown, shown
    bottom = head.frame.bottom
    below = Rect(shown.x, max(shown.y, bottom + 2), shown.w, 0)
    below = Rect(below.x, below.y, shown.w, shown.bottom - below.y)
    top = min(head.frame.y + head.insets[1], below.y)
    return below, _cut(Rect(shown.x, top, shown.w, shown.bottom - top), sheet, file, model)


def _wanted(sheet: Sheet, file: File, model: Sheet | None) -> Rect:
    """The body of the file's own content layout; without one, the page inside its margins."""
    main = None if model is None or model.master != sheet.master else body(model, file)
    head = title(sheet)
    if main is not None and model is not None and _same_head(head, title(model)):
        return extent(main, model, file).inset(*main.insets)
    left = MARGIN * file.width
    right = file.width - left
    if head is not None:
        left = min(max(head.frame.x + head.insets[0], left), file.width * 0.2)
        right = max(min(head.frame.right - head.insets[2], right), file.width * 0.8)
    top = left if head is None else head.frame.bottom + GAP
    return Rect(left, top, right - left, 540 - MARGIN * 540 - top)


def _same_head(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return one is None
    return abs(one.frame.bottom - other.frame.bottom) < 40 and abs(one.frame.x - other.frame.x) < 40


def _cut(rect: Rect, sheet: Sheet, file: File, model: Sheet | None) -> Rect:
    """What is left of a rectangle when everything in its way has taken its part."""
    for obstacle in _obstacles(sheet, file, model):
        rect = _without(rect, obstacle)
    return rect


def _obstacles(sheet: Sheet, file: File, model: Sheet | None) -> Iterator[Rect]:
    main = body(model, file) if model is not None else None
    shared = [] if model is None else [other.frame for other in model.fixed]
    for place in sheet.of("ftr", "sldNum", "dt"):
        yield place.frame
    for one in sheet.fixed:
        frame = _on_page(one.frame, file)
        if frame is None or share(frame, file) > GROUND:
            continue
        if not logo(one, file) and one.frame in shared and main and _meets(main.frame, frame):
            continue  # the file's own text runs over it
        yield _around(frame)


def logo(one: Fixed, file: File) -> bool:
    """Whether a fixture is one that no text may stand on, though its own file's would.

    A strip along the page is a ground, whatever it shows.
    """
    if one.frame.w > STRIP * file.width or one.frame.h > STRIP * 540:
        return False
    return bool(one.media or one.text or one.kind == "group") and share(one.frame, file) < LOGO


def clear(place: Place, sheet: Sheet, file: File) -> Rect:
    """The part of a placeholder that is free of logos; all of it where too little would be left."""
    whole = rect = extent(place, sheet, file) if place is body(sheet, file) else place.frame
    for one in sheet.fixed:
        frame = _on_page(one.frame, file)
        if frame is not None and logo(one, file):
            rect = _without(rect, _around(frame))
    left = max(rect.w, 0) * max(rect.h, 0)
    return rect if left >= LEFT * whole.w * whole.h else whole


def _around(frame: Rect) -> Rect:
    return Rect(frame.x - CLEAR, frame.y - CLEAR, frame.w + 2 * CLEAR, frame.h + 2 * CLEAR)


def _on_page(frame: Rect, file: File) -> Rect | None:
    x, y = max(frame.x, 0.0), max(frame.y, 0.0)
    right, bottom = min(frame.right, file.width), min(frame.bottom, 540.0)
    return Rect(x, y, right - x, bottom - y) if right >= x and bottom >= y else None


def _meets(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0 and down > 0


def _without(rect: Rect, obstacle: Rect) -> Rect:
    """The largest of the four rectangles beside an obstacle."""
    if not _meets(rect, obstacle):
        return rect
    rest = (
        Rect(rect.x, rect.y, rect.w, obstacle.y - rect.y),
        Rect(rect.x, obstacle.bottom, rect.w, rect.bottom - obstacle.bottom),
        Rect(rect.x, rect.y, obstacle.x - rect.x, rect.h),
        Rect(obstacle.right, rect.y, rect.right - obstacle.right, rect.h),
    )
    return max(rest, key=lambda one: max(one.w, 0) * max(one.h, 0))
