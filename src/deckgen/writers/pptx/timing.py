"""The clicks of a page → `p:timing`, the animations that PowerPoint itself would write.

In: a Page with its steps, and the shape ids of its items. Out: the main sequence (each step
one click, everything in it fades in together), what plays, and the list of builds. Not here:
which steps a slide has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deckgen.scene.model import Chart, Group, Item, Media, Page, Picture, Shape, Target, Text
from deckgen.writers.pptx import media

DURATION = 300  # milliseconds of a fade: seen, not waited for
_FADE = 10  # presetID of the entrance effect Fade
_GROUND = -1  # in place of a paragraph: the form that it stands on
_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"
_MOVES = (
    f'<p:prevCondLst><p:cond evt="onPrev" delay="0">{_SLIDE}</p:cond></p:prevCondLst>'
    f'<p:nextCondLst><p:cond evt="onNext" delay="0">{_SLIDE}</p:cond></p:nextCondLst>'
)


class _Effect(NamedTuple):
    """One thing that a click shows: a shape, or a paragraph of its text."""

    number: int  # shape id
    item: Item
    paragraph: int | None  # None: all of it


def timing(page: Page, numbers: Mapping[str, int]) -> str:
    """The whole element; nothing for a page that is there at once and where nothing plays."""
    films = list(media.playing(page.items, numbers))
    if not page.steps and not films:
        return ""
    shapes = dict(_shapes(page.items, numbers))
    clicks = list(_clicks(page, shapes))
    return _Tree().timing(clicks, films) if clicks or films else ""


def _shapes(
    items: tuple[Item, ...], numbers: Mapping[str, int]
) -> Iterator[tuple[str, tuple[int, Item]]]:
    """What stands for each item: itself, or its group, since PowerPoint shows groups whole."""
    for top in items:
        seat = (numbers[top.id], top)
        yield top.id, seat
        for inside in _inner(top):
            yield inside.id, seat


def _inner(item: Item) -> Iterator[Item]:
    for child in item.items if isinstance(item, Group) else ():
        yield child
        yield from _inner(child)


def _clicks(page: Page, shapes: Mapping[str, tuple[int, Item]]) -> Iterator[list[_Effect]]:
    """The effects of each click that has any; nothing comes in twice."""
    seen: set[tuple[int, int | None]] = set()
    for step in page.steps:
        all_of = [effect for target in step for effect in _effects(target, shapes)]
        found = {(effect.number, effect.paragraph): effect for effect in all_of}
        fresh = [effect for key, effect in found.items() if key not in seen]
        seen.update(found)
        if fresh:
            yield fresh


def _effects(target: Target, shapes: Mapping[str, tuple[int, Item]]) -> Iterator[_Effect]:
    number, item = shapes.get(target.item, (0, None))
    if item is None or (isinstance(item, Picture) and not item.blob):
        return  # an empty picture placeholder never shows
    if target.first is None or item.id != target.item or not isinstance(item, Text | Shape):
        yield _Effect(number, item, None)
        return
    if target.ground and _painted(item):
        yield _Effect(number, item, _GROUND)
    paragraphs = item.text.paragraphs if item.text else ()
    last = target.first if target.last is None else target.last
    for index in range(target.first, min(last + 1, len(paragraphs))):
        if paragraphs[index].runs:  # PowerPoint gives empty paragraphs no effect
            yield _Effect(number, item, index)


class _Tree:
    """A timing tree while it is written; ids of time nodes count from 1 in document order."""

    def __init__(self) -> None:
        """No node yet."""
        self._last = 0

    def timing(self, clicks: list[list[_Effect]], films: list[tuple[int, Media]]) -> str:
        """Root, main sequence, clicks, builds; films and what a click on each does."""
        root = self._node()
        main = self._main(clicks, films)
        nodes = "".join([media.node(shape, film, self._node) for shape, film in films])
        calls = "".join([media.clicking(shape, self._node) for shape, _ in films])
        return (
            f'<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" '
            f'nodeType="tmRoot"><p:childTnLst>{main}{nodes}{calls}</p:childTnLst></p:cTn></p:par>'
            f"</p:tnLst>{_builds(clicks)}</p:timing>"
        )

    def _main(self, clicks: list[list[_Effect]], films: list[tuple[int, Media]]) -> str:
        """What runs by itself, then click by click; nothing where all waits for its own click."""
        auto = [(shape, film) for shape, film in films if film.auto]
        if not clicks and not auto:
            return ""
        main = self._node()
        starts = [media.start(shape, film, self._node, main) for shape, film in auto]
        steps = "".join([*starts, *[self._click(effects) for effects in clicks]])
        return (
            f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{main}" dur="indefinite" '
            f'nodeType="mainSeq"><p:childTnLst>{steps}</p:childTnLst></p:cTn>{_MOVES}</p:seq>'
        )

    def _node(self) -> int:
        self._last += 1
        return self._last

    def _click(self, effects: list[_Effect]) -> str:
        outer, inner = self._node(), self._node()
        shown = "".join([self._effect(one, n == 0) for n, one in enumerate(effects)])
        return (
            f'<p:par><p:cTn id="{outer}" fill="hold">{_ON_CLICK}<p:childTnLst>'
            f'<p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}<p:childTnLst>{shown}'
            "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
        )

    def _effect(self, effect: _Effect, first: bool) -> str:
        group = ' grpId="0"' if _build([effect], 0) else ""
        kind = "clickEffect" if first else "withEffect"
        node, switch, fade = self._node(), self._node(), self._node()
        target = f"<p:tgtEl>{_target(effect)}</p:tgtEl>"
        return (
            f'<p:par><p:cTn id="{node}" presetID="{_FADE}" presetClass="entr" presetSubtype="0" '
            f'fill="hold"{group} nodeType="{kind}">{_AT_ONCE}<p:childTnLst>'
            f'<p:set><p:cBhvr><p:cTn id="{switch}" dur="1" fill="hold">{_AT_ONCE}</p:cTn>{target}'
            "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
            '<p:to><p:strVal val="visible"/></p:to></p:set>'
            '<p:animEffect transition="in" filter="fade"><p:cBhvr>'
            f'<p:cTn id="{fade}" dur="{DURATION}"/>{target}</p:cBhvr></p:animEffect>'
            "</p:childTnLst></p:cTn></p:par>"
        )


def _target(effect: _Effect) -> str:
    if effect.paragraph is None:
        return f'<p:spTgt spid="{effect.number}"/>'
    at = effect.paragraph
    if at == _GROUND:
        return f'<p:spTgt spid="{effect.number}"><p:bg/></p:spTgt>'
    words = f'<p:txEl><p:pRg st="{at}" end="{at}"/></p:txEl>'
    return f'<p:spTgt spid="{effect.number}">{words}</p:spTgt>'


def _builds(clicks: list[list[_Effect]]) -> str:
    """`p:bldLst`: an entry for each shape with text and each chart, in order of appearance."""
    levels: dict[int, int] = {}
    shown: dict[int, list[_Effect]] = {}
    for effects in clicks:
        for place, effect in enumerate(effects):
            shown.setdefault(effect.number, []).append(effect)
            if place == 0:  # paragraphs that come along with a higher one don't count
                levels[effect.number] = max(levels.get(effect.number, 0), _level(effect))
    builds = "".join([_build(each, levels.get(number, 0)) for number, each in shown.items()])
    return f"<p:bldLst>{builds}</p:bldLst>" if builds else ""


def _level(effect: _Effect) -> int:
    item = effect.item
    at = effect.paragraph
    if at is None or at == _GROUND or not isinstance(item, Text | Shape) or item.text is None:
        return 0
    return item.text.paragraphs[at].level


def _painted(item: Text | Shape) -> bool:
    return isinstance(item, Shape) or item.fill is not None


def _build(effects: list[_Effect], level: int) -> str:
    """The entry of one shape; pictures, groups, tables and lines have none."""
    effect = effects[0]
    item = effect.item
    if isinstance(item, Chart):
        return f'<p:bldGraphic spid="{effect.number}" grpId="0"><p:bldAsOne/></p:bldGraphic>'
    if not isinstance(item, Text | Shape):
        return ""
    whole = effect.paragraph is None
    depth = f' bldLvl="{level + 1}"' if level else ""
    parts = "" if whole else f' build="p"{depth}'
    moving = _painted(item) if whole else any(each.paragraph == _GROUND for each in effects)
    ground = ' animBg="1"' if moving else ""
    return f'<p:bldP spid="{effect.number}" grpId="0"{parts}{ground}/>'
