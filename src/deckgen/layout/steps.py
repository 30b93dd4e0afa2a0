"""A slide's `build` → the clicks of its page.

In: a slide, its composed sheet, what each placed box became. Out: `Page.steps`. The parts of a
figure are read from the tree of its boxes: cards, rows, columns, fields, the way a person
would name them. Not here: how anything comes in; that is the writers'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from msgspec import Struct

from deckgen.compose.boxes import Box, Flow, Layers, Mark, Sheet, TextBox
from deckgen.layout.arrange import standing
from deckgen.layout.measure import columns_of
from deckgen.outline.model import Proposition, Slide
from deckgen.scene import model as scene

Step = tuple[scene.Target, ...]
Shown = tuple[scene.Item, ...]  # what one placed box became

BODY = frozenset({"body", "rest"})  # the regions that a build is about
CONCLUSION = "then"
LISTS = frozenset({"body", "questions"})  # names of boxes whose paragraphs are points
SIGNS = frozenset({"sign", "dash"})  # texts that stand between parts and belong to the next


def steps(slide: Slide, sheet: Sheet, shown: Mapping[int, Shown]) -> tuple[Step, ...]:
    """The clicks, in order. `shown` has an entry for the seat of each box on the page."""
    build = slide.build or ("by-point" if isinstance(slide.body, Proposition) else "none")
    if build == "none":
        return ()
    seat = count()
    found: list[Step] = []
    last: list[Step] = []
    for region in sheet.regions:
        seated = [(box, shown.get(next(seat), ())) for box in standing(region.box)]
        if region.name in BODY:
            found += _body(region.box, seated, build)
        elif region.name == CONCLUSION:
            last.append(_whole(items for _, items in seated))
    return tuple(step for step in (*found, *last) if step)


def _body(box: Box, seated: list[tuple[Box, Shown]], build: str) -> list[Step]:
    if build == "all":
        return [_whole(items for _, items in seated)]
    lists = [
        (one, items[0])
        for one, items in seated
        if isinstance(one, TextBox) and items and _is_list(one)
    ]
    parts = _parts_of(box)
    if lists and (build == "by-point" or len(parts) == 1):
        return [step for one, item in lists for step in _points(one, item)]
    return [_whole(seated[number][1] for number in part) for part in parts]


def _whole(parts: Iterator[Shown]) -> Step:
    return tuple(scene.Target(item.id) for items in parts for item in items)


def _is_list(box: TextBox) -> bool:
    tops = sum(not para.level for para in box.paras)
    return box.name in LISTS and (tops > 1 or box.name != "body")


def _points(box: TextBox, item: scene.Item) -> Iterator[Step]:
    """Each point with what stands under it; the first brings the ground of the list along."""
    tops = [number for number, para in enumerate(box.paras) if not para.level or not number]
    ends = [*tops[1:], len(box.paras)]
    for number, (first, end) in enumerate(zip(tops, ends, strict=True)):
        ground = box.panel is not None and not number
        yield (scene.Target(item.id, first, end - 1, ground),)


class _Part(Struct, frozen=True):
    """Boxes of one part, by their place among those that stand; `loose` joins the next part."""

    places: tuple[int, ...]
    key: str = ""
    loose: bool = False


def _parts_of(box: Box) -> list[tuple[int, ...]]:
    """A body's parts in order, each as the places of its boxes."""
    parts = _joined(_Tree().parts(box))
    return [part.places for part in parts]


def _joined(parts: list[_Part]) -> list[_Part]:
    """Rules, arrows and signs with the part behind them, the last ones with the one before."""
    found: list[_Part] = []
    waiting: tuple[int, ...] = ()
    for part in parts:
        if part.loose:
            waiting += part.places
        else:
            found.append(_Part((*waiting, *part.places)))
            waiting = ()
    if waiting and found:
        found[-1] = _Part((*found[-1].places, *waiting))
    elif waiting:
        found.append(_Part(waiting))
    return found


class _Tree:
    """Counts the boxes that stand while it walks a tree in their order."""

    def __init__(self) -> None:
        self._next = 0

    def parts(self, box: Box) -> list[_Part]:
        """Columns are taken apart, and their rows; what stands in a row or has a name, stays."""
        match box:
            case Flow(panel=None, name="", alt="", group=False):
                return self._flow(box)
            case Layers(alt="", group=False):
                return self._fields(box)
            case _:
                return [self._one(box)]

    def _flow(self, box: Flow) -> list[_Part]:
        if box.axis == "column" or len(box.children) == 1:
            return [part for child in box.children for part in self.parts(child)]
        if box.tracks:
            return [self._several(column) for column in columns_of(box)]
        return [self._one(child) for child in box.children]

    def _several(self, column: Flow) -> _Part:
        """A column whose boxes stand in a row of tracks."""
        places = tuple(place for box in column.children for place in self._one(box).places)
        return _Part(places, _key(column))

    def _one(self, box: Box) -> _Part:
        """A box as one part."""
        inside = list(standing(box))
        first, self._next = self._next, self._next + len(inside)
        loose = all(isinstance(each, Mark) or _is_sign(each) for each in inside)
        return _Part(tuple(range(first, self._next)), _key(box), loose)

    def _fields(self, box: Layers) -> list[_Part]:
        """What overlaps: a form and its texts share the last word of their names."""
        cells: list[_Part] = []
        for cell in box.cells:
            side_by_side = isinstance(cell.box, Flow) and cell.box.axis == "row"
            cells += self.parts(cell.box) if side_by_side else [self._one(cell.box)]
        found: dict[str, _Part] = {}
        for number, part in enumerate(cells):
            key = part.key or str(number)
            before = found.get(key, _Part((), key, True))
            places = (*before.places, *part.places)
            found[key] = _Part(places, key, before.loose and part.loose)
        return list(found.values())


def _is_sign(box: Box) -> bool:
    return isinstance(box, TextBox) and box.name in SIGNS


def _key(box: Box) -> str:
    return str(getattr(box, "name", "")).rpartition("-")[2]
