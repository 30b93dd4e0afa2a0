"""An outline's path → Deck, with everything that is wrong with the file.

The passes, in order: the text (`syntax`), the head, the slides, ids, links between slides,
pictures. What must not be here: how single values are read, how anything looks.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec import structs

from deckgen.base.diagnostics import Checked, Diagnostic, Origin, Span
from deckgen.outline import head, ids, pictures, slides
from deckgen.outline.model import Agenda, Deck, Menu, Section, Slide
from deckgen.outline.reader import Reader
from deckgen.outline.suggest import nearest
from deckgen.syntax import source, tree
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.world import World

_HEADING = re.compile(rb"^#{1,6} \S", re.M)


def load(path: str, world: World) -> Checked[Deck | None]:
    """The deck of an outline file. With errors, the deck is what could be made of it."""
    size = world.size(path)
    if size is not None and size > source.LIMIT:
        return Checked(None, (source.too_large(size, path),))
    data = world.read(path)
    if data is None:
        return Checked(None, (_no_file(path, world),))
    return read(data, path, world)


def read(data: bytes, path: str, world: World) -> Checked[Deck | None]:
    """The deck of an outline that has been read already; pictures come through the world."""
    parsed = tree.parse(data, path)
    root = parsed.value
    if root is None:
        return Checked(None, parsed.diagnostics or (_nothing(path),))
    if _is_markdown(root, data):
        return Checked(None, (_markdown(path),))
    reader = Reader(path)
    reader.world = world
    deck = _deck(root, reader)
    if deck is not None:
        _check_jumps(deck, reader)
        _check_guides(deck, reader)
        pictures.check(path, world, reader)
    found = sorted((*parsed.diagnostics, *reader.found), key=_position)
    return Checked(deck, tuple(dict.fromkeys(found)))  # an alias is read more than once


def _position(found: Diagnostic) -> tuple[int, int]:
    return (found.span.line, found.span.column) if found.span else (0, 0)


def _deck(root: Node, reader: Reader) -> Deck | None:
    if not isinstance(root, Mapping):
        _no_deck(root, reader)
        return None
    reader.slide_keys = frozenset(slides.FIELDS)
    values, defaults = head.read(root, reader)
    listed = root.get("slides")
    if listed is None:
        reader.report(
            "missing-key",
            "This outline has no `slides:`.",
            _start(root),
            "type `slides:` and below it lines that start with `- `",
        )
        return None
    made = _slides(listed, defaults, reader)
    return Deck(made, file=reader.file, at=Origin(root.span), **values)


def _slides(node: Node, defaults: dict[str, Any], reader: Reader) -> tuple[Slide, ...]:
    if not isinstance(node, Sequence) or not node.items:
        code = "empty" if isinstance(node, Scalar) and node.empty else "wrong-type"
        reader.report(
            code,
            "`slides:` wants a list of slides.",
            node.span,
            "start each slide with `- `, as in `- statement: Hello`",
        )
        return ()
    read_slide = slides.read
    made = [
        slides_read
        for item in node.items
        if (slides_read := read_slide(item, defaults, reader)) is not None
    ]
    return _named(made, reader)


def _named(made: list[Slide], reader: Reader) -> tuple[Slide, ...]:
    """The slides with their ids; ids that were typed twice reported."""
    seen: dict[str, Slide] = {}
    for slide in made:
        if not slide.id:
            continue
        if slide.id in seen:
            _duplicate(slide, seen[slide.id], reader)
        seen.setdefault(slide.id, slide)
    names = ids.unique((slide.id or ids.derived(slide), bool(slide.id)) for slide in made)
    return tuple(
        slide if slide.id == name else structs.replace(slide, id=name)
        for slide, name in zip(made, names, strict=True)
    )


def _duplicate(slide: Slide, first: Slide, reader: Reader) -> None:
    assert slide.at.span is not None and first.at.span is not None
    reader.report(
        "duplicate-id",
        f"The id `{slide.id}` belongs to the slide in line {first.at.span.line} already.",
        reader.ids.get(slide.at.span, slide.at.span),
        f"give this slide another one, for example `id: {slide.id}-2`, or none",
    )


def _check_jumps(deck: Deck, reader: Reader) -> None:
    known = {slide.id for slide in deck.slides}
    for name, span in reader.jumps:
        if name not in known:
            reader.report(
                "unknown-slide",
                f"No slide has the id `{name}`.",
                span,
                *nearest(name, known),
                f"give the slide that is meant a line `id: {name}`",
            )


def _check_guides(deck: Deck, reader: Reader) -> None:
    """Agendas and menus without items of their own show the talk's sections."""
    if any(isinstance(slide.body, Section) for slide in deck.slides):
        return
    for slide in deck.slides:
        if isinstance(slide.body, Agenda | Menu) and not slide.body.items and slide.at.span:
            key = type(slide.body).__name__.lower()
            reader.report(
                "no-sections",
                f"This `{key}:` has nothing to show: the talk has no sections.",
                slide.at.span,
                f"type its items below `{key}:`",
                "or divide the talk: a slide `- section: …` before each part",
            )


def _no_deck(root: Node, reader: Reader) -> None:
    if isinstance(root, Sequence):
        reader.wrong_type(
            root,
            "the head of an outline",
            "type `slides:` on a line of its own above the first slide",
        )
        if root.span.column == 1 and not root.flow:
            reader.instead(_start(root), "slides:\n")
    else:
        reader.wrong_type(
            root,
            "an outline",
            "type `title: …` on the first line, then `slides:`, then `- statement: …`",
        )


def _is_markdown(root: Node, data: bytes) -> bool:
    if isinstance(root, Mapping) or _HEADING.search(data) is None:
        return False
    return isinstance(root, Scalar) or all(isinstance(item, Scalar) for item in root.items)


def _markdown(path: str) -> Diagnostic:
    return Diagnostic(
        "outline/markdown",
        "This is Markdown; an outline is YAML, where `#` starts a comment.",
        Span(path, 1, 1, 1, 1),
        hints=(
            "type `slides:` on a line of its own; a heading becomes `- title: …`",
            "start from an example: deckgen new talk",
        ),
    )


def _start(node: Node) -> Span:
    span = node.span
    return Span(span.file, span.line, span.column, span.line, span.column)


def _nothing(path: str) -> Diagnostic:
    return Diagnostic(
        "outline/empty",
        "This outline is empty.",
        Span(path, 1, 1, 1, 1),
        hints=(
            "type `title: …` on the first line, then `slides:`, then `- statement: …`",
            "or start from an example: deckgen new talk",
        ),
    )


def _no_file(path: str, world: World) -> Diagnostic:
    folder, _, name = path.rpartition("/")
    names = [other for other in world.names(folder or ".") if other.endswith((".yaml", ".yml"))]
    return Diagnostic(
        "outline/missing-file",
        f"There is no file {path}.",
        hints=(*nearest(name, names), "start one: deckgen new talk"),
    )
