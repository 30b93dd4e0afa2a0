"""An outline's path → Deck, with everything that is wrong with the file.

The passes, in order: the text (`syntax`), the head, the slides, ids, links between slides,
pictures. What must not be here: how single values are read, how anything looks.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct, structs

from deckgen.base.diagnostics import Checked, Diagnostic, Origin, Span
from deckgen.outline import head, ids, jumps, pictures, slides
from deckgen.outline.growth import Growth, Plain, Raw
from deckgen.outline.model import Agenda, Deck, Menu, Section, Slide
from deckgen.outline.reader import Reader
from deckgen.outline.suggest import nearest
from deckgen.syntax import source, tree
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.world import World

_HEADING = re.compile(rb"^#{1,6} \S", re.M)


class Outline(Struct, frozen=True):
    """A deck and the nodes that its slides were read from, one for each slide.

    `steady` has the places of the slides that would read the same in any other outline.
    """

    deck: Deck
    raws: tuple[Raw, ...]
    root: Mapping
    variables: dict[str, str]
    steady: frozenset[int] = frozenset()


def load(path: str, world: World, growth: Growth | None = None) -> Checked[Deck | None]:
    """The deck of an outline file. With errors, the deck is what could be made of it."""
    found = read_outline(path, world, growth)
    return Checked(found.value.deck if found.value else None, found.diagnostics)


def read(data: bytes, path: str, world: World) -> Checked[Deck | None]:
    """The deck of an outline that has been read already; pictures come through the world."""
    root = _parsed(data, path)
    if root.value is None:
        return Checked(None, root.diagnostics)
    found = understand(root.value, path, world)
    deck = found.value.deck if found.value else None
    return Checked(deck, _sorted((*root.diagnostics, *found.diagnostics)))


def read_outline(path: str, world: World, growth: Growth | None = None) -> Checked[Outline | None]:
    """An outline file's deck together with its nodes."""
    root = parsed(path, world)
    if root.value is None:
        return Checked(None, root.diagnostics)
    found = understand(root.value, path, world, growth)
    return Checked(found.value, _sorted((*root.diagnostics, *found.diagnostics)))


def parsed(path: str, world: World) -> Checked[Node | None]:
    """An outline file's tree; None when there is none to go on with."""
    size = world.size(path)
    if size is not None and size > source.LIMIT:
        return Checked(None, (source.too_large(size, path),))
    data = world.read(path)
    if data is None:
        return Checked(None, (_no_file(path, world),))
    return _parsed(data, path)


def _parsed(data: bytes, path: str) -> Checked[Node | None]:
    found = tree.parse(data, path)
    if found.value is None:
        return Checked(None, found.diagnostics or (_nothing(path),))
    if _is_markdown(found.value, data):
        return Checked(None, (_markdown(path),))
    return found


def understand(
    root: Node, path: str, world: World, growth: Growth | None = None
) -> Checked[Outline | None]:
    """The deck that a tree says."""
    reader = Reader(path)
    reader.world = world
    made = _outline(root, reader, growth or Plain())
    if made is not None:
        jumps.check(made.deck.slides, reader)
        _check_guides(made.deck, reader)
        pictures.check(path, world, reader)
    return Checked(made, tuple(reader.found))


def _sorted(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """By place; once each, for an alias is read more than once."""
    return tuple(dict.fromkeys(sorted(found, key=_position)))


def _position(found: Diagnostic) -> tuple[int, int]:
    return (found.span.line, found.span.column) if found.span else (0, 0)


def _outline(root: Node, reader: Reader, growth: Growth) -> Outline | None:
    if not isinstance(root, Mapping):
        _no_deck(root, reader)
        return None
    if _another_file(root, reader):
        return None
    reader.slide_keys = frozenset(slides.FIELDS)
    root = growth.head(root)
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
    raws = _raws(listed, reader, growth)
    reader.found += growth.found
    steady: set[int] = set()
    made, taken = _slides(raws, defaults, reader, steady)
    deck = Deck(made, file=reader.file, at=Origin(root.span), **values)
    return Outline(deck, taken, root, reader.variables, frozenset(steady))


def _raws(node: Node, reader: Reader, growth: Growth) -> tuple[Raw, ...]:
    if isinstance(node, Sequence) and node.items:
        return growth.slides(node)
    code = "empty" if isinstance(node, Scalar) and node.empty else "wrong-type"
    reader.report(
        code,
        "`slides:` wants a list of slides.",
        node.span,
        "start each slide with `- `, as in `- statement: Hello`",
    )
    return ()


def _slides(
    raws: tuple[Raw, ...], defaults: dict[str, Any], reader: Reader, steady: set[int]
) -> tuple[tuple[Slide, ...], tuple[Raw, ...]]:
    """The slides, and the nodes of those that could be read; `steady` is filled."""
    own = reader.variables
    made: list[Slide] = []
    taken: list[Raw] = []
    foreign: dict[int, list[jumps.Jump]] = {}
    for raw in raws:
        if raw.variables:
            reader.variables = {**raw.variables, **own}
        if raw.home:
            reader.home = {raw.node.span.file: raw.home}
        before, state = len(reader.jumps), reader.state()
        ready = None if defaults else raw.ready
        slide = ready or slides.read(raw.node, defaults, reader)
        reader.variables = own
        if slide is None:
            continue
        if not defaults and not slide.needs and reader.state() == state:
            steady.add(len(made))
        if raw.came is not None:
            slide = _came(slide, raw)
            if len(reader.jumps) > before:
                _part(len(made), before, foreign, reader)
        made.append(slide)
        taken.append(raw)
    named = _named(made, taken, reader)
    return jumps.settled(named, tuple(taken), foreign, reader), tuple(taken)


def _came(slide: Slide, raw: Raw) -> Slide:
    at = slide.at if raw.typed is None else Origin(raw.typed)
    return structs.replace(slide, came=raw.came, at=at)


def _part(index: int, before: int, foreign: dict[int, list[jumps.Jump]], reader: Reader) -> None:
    """Puts the jumps that a reused slide brought with it aside: they name slides of its source."""
    found = reader.jumps[before:]
    brought = [jump for jump in found if jump[1].file != reader.file]
    if brought:
        foreign[index] = brought
        reader.jumps[before:] = [jump for jump in found if jump[1].file == reader.file]


def _named(made: list[Slide], raws: list[Raw], reader: Reader) -> tuple[Slide, ...]:
    """The slides with their ids; ids that were typed twice reported."""
    seen: dict[str, Slide] = {}
    for slide in made:
        if not slide.id:
            continue
        if slide.id in seen:
            _duplicate(slide, seen[slide.id], reader)
        seen.setdefault(slide.id, slide)
    names = ids.unique(
        (slide.id or raw.id or ids.derived(slide), bool(slide.id))
        for slide, raw in zip(made, raws, strict=True)
    )
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


def _another_file(root: Mapping, reader: Reader) -> bool:
    """Whether this is one of the files that stand beside an outline; then says what to type."""
    source, lang = root.get("translates"), root.get("lang")
    if isinstance(source, Scalar):
        tag = f" --lang {lang.text}" if isinstance(lang, Scalar) else ""
        message = f"This file translates {source.text}; it is no outline of its own."
        reader.report("wrong-type", message, _start(root), f"name the outline: {source.text}{tag}")
        return True
    if root.get("lock") is None or root.get("decks") is None:
        return False
    message = "This is the lock of the outlines beside it."
    reader.report("wrong-type", message, _start(root), "name one of them, such as deck.yaml")
    return True


def _is_markdown(root: Node, data: bytes) -> bool:
    if isinstance(root, Mapping) or _HEADING.search(data) is None:
        return False
    return isinstance(root, Scalar) or all(isinstance(item, Scalar) for item in root.items)


def _markdown(path: str) -> Diagnostic:
    return _at_top(
        path,
        "outline/markdown",
        "This is Markdown; an outline is YAML, where `#` starts a comment.",
        "type `slides:` on a line of its own; a heading becomes `- title: …`",
        "start from an example: deckgen new talk",
    )


def _start(node: Node) -> Span:
    span = node.span
    return Span(span.file, span.line, span.column, span.line, span.column)


def _nothing(path: str) -> Diagnostic:
    return _at_top(
        path,
        "outline/empty",
        "This outline is empty.",
        "type `title: …` on the first line, then `slides:`, then `- statement: …`",
        "or start from an example: deckgen new talk",
    )


def _at_top(path: str, code: str, message: str, *hints: str) -> Diagnostic:
    return Diagnostic(code, message, Span(path, 1, 1, 1, 1), hints=hints)


def _no_file(path: str, world: World) -> Diagnostic:
    folder, _, name = path.rpartition("/")
    names = [other for other in world.names(folder or ".") if other.endswith((".yaml", ".yml"))]
    return Diagnostic(
        "outline/missing-file",
        f"There is no file {path}.",
        hints=(*nearest(name, names), "start one: deckgen new talk"),
    )
