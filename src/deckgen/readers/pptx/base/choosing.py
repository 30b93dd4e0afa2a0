"""A file's layouts → which one serves which use, and on what grounds.

In: sheets. Out: `Choice`s by use: cover, section, content, title-only, picture, captioned, two,
table, chart. The types of placeholders decide first, the layout's own type second, its name last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from deckgen.base.geometry import Rect
from deckgen.readers.pptx.base.facts import File, Place, Sheet
from deckgen.readers.pptx.base.names import says

TITLES = ("title", "ctrTitle")
BODIES = ("body", "obj", "subTitle")
LARGE = 0.16  # share of the page from which a placeholder holds a slide's content
SMALL = 0.11  # … up to which it is a line beside the title
WIDE_PICTURE = 0.4
WIDE = 0.6  # share of the page's width from which a low placeholder is a body that grows
EDGE = 0.04  # share of the page's height that such a body leaves free below
LINE = 0.06  # share of the page up to which a placeholder is a line under the title
_NAMES = {
    "cover": "title",
    "section": "secHead",
    "content": "obj",
    "title-only": "titleOnly",
    "picture": "",
    "captioned": "picTx",
    "two": "twoObj",
    "table": "tbl",
    "chart": "chart",
}
USUAL = 3  # layouts that have their title in one place make it the usual one
HALF = 0.08  # share of the page from which one of two placeholders holds a column
ALIKE = 0.8  # … and how much of the larger the smaller must be


class Choice(Struct, frozen=True):
    """The layout of a use and why it."""

    sheet: Sheet
    why: str


def choose(file: File) -> dict[str, Choice]:
    """The layout of each use that the file has one for."""
    tests: dict[str, Callable[[Sheet, File], str]] = {
        "content": _content,
        "title-only": _title_only,
        "cover": _cover,
        "section": _section,
        "picture": _picture,
        "captioned": _captioned,
        "two": _two,
        "table": _table,
        "chart": _chart,
    }
    found = {use: _best(use, test, file) for use, test in tests.items()}
    return {use: choice for use, choice in found.items() if choice is not None}


def _best(use: str, test: Callable[[Sheet, File], str], file: File) -> Choice | None:
    """The first sheet of the first master that fits best; what its placeholders say weighs most."""
    scored: list[tuple[tuple[int, ...], Choice]] = []
    usual = _usual(file) if use in ("content", "title-only", "two", "table", "chart") else None
    for number, sheet in enumerate(file.sheets):
        grounds = test(sheet, file)
        if not grounds:
            continue
        typed, named = bool(_NAMES[use]) and sheet.type == _NAMES[use], says(sheet.name, use)
        odd = _extra(sheet, file)
        shown = len(sheet.of("pic")) if use not in ("picture", "captioned") else 0
        loud = use != "section" and says(sheet.name, "statement")
        plain = int(usual is not None and usual == _place(sheet))
        score = (int(typed), -shown, int(named), -int(loud), -sheet.master, plain, -odd, -number)
        scored.append((score, Choice(sheet, grounds + _said(typed, named, sheet))))
    return max(scored, key=lambda one: one[0])[1] if scored else None


def _usual(file: File) -> tuple[int, int] | None:
    """Where most layouts have their title: a deck's titles should not jump."""
    there = Counter(place for sheet in file.sheets if (place := _place(sheet)) is not None)
    place, count = there.most_common(1)[0] if there else (None, 0)
    return place if count >= USUAL else None


def _place(sheet: Sheet) -> tuple[int, int] | None:
    head = title(sheet)
    return None if head is None else (round(head.frame.x), round(head.frame.y))


def _said(typed: bool, named: bool, sheet: Sheet) -> str:
    more = [f"type {sheet.type}"] if typed else []
    more += ["its name says so"] if named else []
    return "".join(f", {one}" for one in more)


def _extra(sheet: Sheet, file: File) -> int:
    """Placeholders beyond title, one body and the page's foot: the fewer, the plainer."""
    known = (*TITLES, "ftr", "sldNum", "dt", "subTitle")
    others = [one for one in sheet.places if one.type not in known]
    return len(others) + sum(1 for one in others if one.type == "pic")


def title(sheet: Sheet) -> Place | None:
    """Its title placeholder."""
    return next(iter(sheet.of(*TITLES)), None)


def share(frame: Rect, file: File) -> float:
    """Of the page."""
    return frame.w * frame.h / (file.width * 540)


def body(sheet: Sheet, file: File) -> Place | None:
    """The placeholder of a slide's content: the largest, if it is large enough or will grow."""
    there = sheet.of("body", "obj")
    large = [one for one in there if share(one.frame, file) >= LARGE]
    if not large and len(there) == 1 and says(sheet.name, "content"):
        large = [one for one in there if one.frame.w >= WIDE * file.width and one.frame.y < 270]
    return max(large, key=lambda one: share(one.frame, file), default=None)


def extent(place: Place, sheet: Sheet, file: File) -> Rect:
    """The frame of a slide's content; one that is drawn a line high grows down the page."""
    frame = place.frame
    if share(frame, file) >= LARGE:
        return frame
    feet = [
        one.frame.y
        for one in sheet.of("ftr", "dt", "sldNum")
        if one.frame.x < frame.right and one.frame.right > frame.x
    ]
    low = min([*feet, 540 * (1 - EDGE)])
    return Rect(frame.x, frame.y, frame.w, max(frame.h, low - frame.y))


def subtitle(sheet: Sheet) -> Place | None:
    """The line under a title: by its type, else the text below the title that is nearest to it."""
    head = title(sheet)
    typed = sheet.of("subTitle")
    if typed or head is None:
        return next(iter(typed), None)
    middle, size = head.frame.y + head.frame.h / 2, head.levels[0].size
    below = [
        one
        for one in sheet.of("body")
        if one.frame.y + one.frame.h / 2 > middle and one.levels[0].size <= size
    ]
    texts = sheet.of("body")
    if not below and len(texts) == 1 and section_like(sheet) and texts[0].levels[0].size <= size:
        return texts[0]  # Office's older layouts have it above the title
    return min(below, key=lambda one: one.frame.y, default=None)


def picture(sheet: Sheet, file: File) -> Place | None:
    """Its largest picture placeholder."""
    return max(sheet.of("pic"), key=lambda one: share(one.frame, file), default=None)


def _content(sheet: Sheet, file: File) -> str:
    main = body(sheet, file)
    if title(sheet) is None or main is None or sheet.of("ctrTitle", "pic") or _turned(sheet):
        return ""
    others = [one for one in sheet.of("body", "obj") if one is not main]
    if any(share(one.frame, file) > SMALL for one in others) or section_like(sheet):
        return ""
    return "" if says(sheet.name, "index") else "a title and one large body"


def _turned(sheet: Sheet) -> bool:
    """Whether some of its text runs from top to bottom."""
    return any(one.turned for one in sheet.places)


def section_like(sheet: Sheet) -> bool:
    """Whether a layout is for a turn in the talk or its beginning."""
    return sheet.type in ("secHead", "title") or says(sheet.name, "section")


def _title_only(sheet: Sheet, file: File) -> str:
    head = title(sheet)
    if head is None or head.type == "ctrTitle" or section_like(sheet) or _turned(sheet):
        return ""
    others = sheet.of("body", "obj", "subTitle", "pic", "tbl", "chart", "media", "dgm")
    if any(share(one.frame, file) > SMALL for one in others) or head.frame.y > 540 * 0.3:
        return ""
    if share(head.frame, file) > 0.35 or says(sheet.name, "cover"):
        return ""
    return "a title and nothing to fill below it"


def _cover(sheet: Sheet, file: File) -> str:
    head = title(sheet)
    if head is None:
        return ""
    if head.type == "ctrTitle":
        return "a centred title" + (" and a subtitle" if subtitle(sheet) else "")
    if sheet.type == "title" or says(sheet.name, "cover"):
        return "a title" + (" and a line for the subtitle" if subtitle(sheet) else "")
    return ""


def _section(sheet: Sheet, file: File) -> str:
    if title(sheet) is None or not (sheet.type == "secHead" or says(sheet.name, "section")):
        return ""
    return "a title for a turn in the talk"


def _picture(sheet: Sheet, file: File) -> str:
    shown = picture(sheet, file)
    others = sheet.of("body", "obj", "pic", "tbl", "chart")
    if shown is None or share(shown.frame, file) < WIDE_PICTURE or sheet.of("ctrTitle"):
        return ""
    return "a picture as large as the page" if len(others) <= 2 else ""


def _captioned(sheet: Sheet, file: File) -> str:
    shown = picture(sheet, file)
    head = title(sheet)
    if shown is None or head is None or _turned(sheet) or head.type == "ctrTitle":
        return ""
    others = sheet.of("body", "obj", "pic", "tbl", "chart")
    if not SMALL < share(shown.frame, file) < WIDE_PICTURE or len(others) > 2:
        return ""
    if section_like(sheet) or says(sheet.name, "cover") or _meet(shown.frame, head.frame):
        return ""
    return "a picture beside its title"


def columns(sheet: Sheet, file: File) -> tuple[Place, Place] | None:
    """The two placeholders of a layout that stand side by side and hold a column each."""
    found = [one for one in sheet.of("body", "obj") if share(one.frame, file) >= HALF]
    if len(found) != 2 or _turned(sheet):
        return None
    left, right = sorted(found, key=lambda one: one.frame.x)
    sizes = sorted(one.frame.w * one.frame.h for one in found)
    beside = left.frame.right <= right.frame.x + 1 and abs(left.frame.y - right.frame.y) < 12
    return (left, right) if beside and sizes[0] >= ALIKE * sizes[1] else None


def _two(sheet: Sheet, file: File) -> str:
    pair = columns(sheet, file)
    if pair is None or title(sheet) is None or sheet.of("ctrTitle", "pic", "tbl", "chart"):
        return ""
    others = [one for one in sheet.of("body", "obj", "subTitle") if one not in pair]
    beyond = len(others) > 1 or any(share(one.frame, file) > LINE for one in others)
    if beyond or section_like(sheet) or says(sheet.name, "index"):
        return ""
    return "a title and two bodies side by side"


def _table(sheet: Sheet, file: File) -> str:
    return _graphic(sheet, file, "tbl")


def _chart(sheet: Sheet, file: File) -> str:
    return _graphic(sheet, file, "chart")


def own(sheet: Sheet, file: File, kind: str) -> Place | None:
    """The largest placeholder of one type, if it is large enough to be filled."""
    large = [one for one in sheet.of(kind) if share(one.frame, file) >= LARGE]
    return max(large, key=lambda one: share(one.frame, file), default=None)


def _any(sheet: Sheet, file: File, kind: str) -> Place | None:
    """The placeholder for a table or a chart: its own, else one for any content."""
    main = body(sheet, file)
    return own(sheet, file, kind) or (main if main and main.type == "obj" else None)


def _graphic(sheet: Sheet, file: File, kind: str) -> str:
    """A layout whose one placeholder beside its title takes a table or a chart."""
    place = _any(sheet, file, kind)
    if place is None or title(sheet) is None or sheet.of("ctrTitle", "pic") or _turned(sheet):
        return ""
    others = [one for one in sheet.of("body", "obj", "tbl", "chart", "dgm") if one is not place]
    if any(share(one.frame, file) > SMALL / 2 for one in others) or section_like(sheet):
        return ""
    if says(sheet.name, "index"):
        return ""
    return (
        f"a placeholder for a {NOUN[kind]}"
        if place.type == kind
        else "a placeholder for any content"
    )


NOUN = {"tbl": "table", "chart": "chart"}


def _meet(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0 and down > 0
