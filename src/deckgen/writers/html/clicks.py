"""The clicks of a page → the elements that each of them reveals.

In: a Page with its steps. Out: ids of elements, a list a click, by the rules of the .pptx
(docs/analysis/builds.md): a group comes whole, nothing comes twice, a click that shows
nothing is none. Not here: how things appear.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.scene.model import Group, Item, Page, Picture, Shape, Target, Text


def clicks(page: Page) -> list[list[str]]:
    """Ids by click."""
    seats = dict(_seats(page.items))
    seen: set[str] = set()
    found = []
    for step in page.steps:
        ids = [f"{page.id}--{name}" for target in step for name in _parts(target, seats)]
        fresh = [name for name in dict.fromkeys(ids) if name not in seen]
        seen.update(fresh)
        if fresh:
            found.append(fresh)
    return found


def _seats(items: tuple[Item, ...]) -> Iterator[tuple[str, Item]]:
    """What stands for each item: itself, or the outermost group that it is in."""
    for top in items:
        yield top.id, top
        for inside in _inner(top):
            yield inside.id, top


def _inner(item: Item) -> Iterator[Item]:
    for child in item.items if isinstance(item, Group) else ():
        yield child
        yield from _inner(child)


def _parts(target: Target, seats: Mapping[str, Item]) -> Iterator[str]:
    item = seats.get(target.item)
    if item is None or (isinstance(item, Picture) and not item.blob):
        return
    if target.first is None or item.id != target.item or not isinstance(item, Text | Shape):
        yield item.id
        return
    if target.ground and (isinstance(item, Shape) or item.fill):
        yield f"{item.id}.g"
    paragraphs = item.text.paragraphs if item.text else ()
    last = target.first if target.last is None else target.last
    for number in range(target.first, min(last + 1, len(paragraphs))):
        if paragraphs[number].runs:
            yield f"{item.id}.{number}"
