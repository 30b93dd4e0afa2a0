"""One deck, compiled again after every save: the state that the browser is to show.

In: a world that remembers, the outline's name. Out: `State`. What did not change is neither
measured nor drawn again; when an outline can't be shown, its last good pictures stay.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic, Origin, Span
from deckgen.check.review import Choice, review
from deckgen.outline.model import Deck
from deckgen.pipeline import Compiled, Compiler
from deckgen.remix.variants import TALK, Wanted
from deckgen.scene.model import Layout, Link, Page, Scene
from deckgen.studio.faces import Fonts
from deckgen.studio.findings import Starts, listed
from deckgen.studio.kept import KeptWorld
from deckgen.studio.show import Show, Slide, State
from deckgen.writers.svg.markup import text
from deckgen.writers.svg.page import Drawing, points

Progress = Callable[[int, int], None]


class Session:
    """Keeps what one compilation learned for the next."""

    def __init__(
        self, world: KeptWorld, file: str, template: str | None = None, wanted: Wanted = TALK
    ) -> None:
        """`file` is the outline, from the world's root; `template` wins over what it names."""
        self.world = world
        self._file, self._form = file, _form(wanted)
        self._compiler = Compiler(world, template, wanted)
        self._canvas = _Canvas()
        self._fonts = Fonts(world)
        self._starts = Starts(file)
        self.state = State(Show(title=file, file=file, form=self._form))

    def refresh(self, progress: Progress | None = None) -> State:
        """The state after reading everything again that changed."""
        self.world.begin()
        compiled = self._compiled(progress)
        if compiled.deck is not None:
            self._starts = _starts(compiled.deck, self._file)
        findings = listed(compiled.diagnostics, self._starts, self.world)
        self.world.end()
        version = self.state.show.version + 1
        if compiled.scene is None:
            show = replace(self.state.show, findings=findings, broken=True, version=version)
            self.state = replace(self.state, show=show)
        else:
            state = self._drawn(compiled, compiled.scene)
            show = replace(state.show, findings=findings, version=version)
            self.state = replace(state, show=show)
        return self.state

    def _compiled(self, progress: Progress | None) -> Compiled:
        try:
            compiled = self._compiler.compile(self._file, progress)
            return replace(compiled, diagnostics=_said(compiled))
        except Exception as bug:  # a mistake of ours must not end the author's session
            return Compiled(None, None, None, (_bug(bug),))

    def _drawn(self, compiled: Compiled, scene: Scene) -> State:
        css = self._fonts.css(scene.theme)
        width, height = points(scene)
        drawings = self._canvas.draw(scene)
        show = Show(
            title=scene.properties.title or self._file,
            file=self._file,
            form=self._form,
            template=compiled.template.name if compiled.template else "",
            lang=scene.properties.lang,
            style=_hash(css),
            width=round(width),
            height=round(height),
            slides=tuple(_slide(page, key) for page, (key, _) in drawings),
            lines=tuple(page.at.span.line if page.at.span else 0 for page in scene.pages),
        )
        drawn = dict(drawing for _, drawing in drawings)
        return State(show, drawn, scene.blobs, css, self._fonts.files)


class _Canvas:
    """Draws pages; one that is equal to an earlier one, on an equal ground, was drawn already."""

    def __init__(self) -> None:
        self._known: dict[tuple[Page, int], tuple[str, str]] = {}
        self._frame: tuple[object, ...] = ()
        self._layouts: dict[Layout, int] = {}

    def draw(self, scene: Scene) -> list[tuple[Page, tuple[str, str]]]:
        """Each page with its drawing: the key and the SVG."""
        frame = (scene.width, scene.height, scene.theme, scene.master)
        if frame != self._frame:
            self._frame, self._known, self._layouts = frame, {}, {}
        numbers = self._layouts
        grounds = {one.id: numbers.setdefault(one, len(numbers)) for one in scene.layouts}
        drawing = Drawing(scene, _inward, _picture)
        known, used, drawn = self._known, {}, []
        for page in scene.pages:
            key = page, grounds[page.layout]
            one = used[key] = known.get(key) or _keyed(drawing.page(page))
            drawn.append((page, one))
        self._known = used
        return drawn


def _form(wanted: Wanted) -> str:
    """What the header calls the form of the talk."""
    minutes = f"{wanted.minutes:g} min" if wanted.minutes else ""
    return " · ".join(filter(None, (wanted.variant, wanted.lang, minutes)))


def _keyed(svg: str) -> tuple[str, str]:
    return _hash(svg), svg


def _hash(content: str) -> str:
    return hashlib.blake2b(content.encode(), digest_size=10).hexdigest()


def _inward(link: Link) -> str:
    """To another slide, or to the one before, whichever that was: the page knows the way."""
    if link.action == "back":
        return ' href="#" data-act="back"'
    return f' href="#{text(link.page)}"' if link.page else ""


def _picture(blob: str) -> str:
    """A photograph of one unit each way, from this server."""
    return f'<image width="1" height="1" preserveAspectRatio="none" href="/pictures/{text(blob)}"/>'


def _slide(page: Page, key: str) -> Slide:
    return Slide(page.id, key, page.name, page.notes, page.minutes, page.hidden)


def _starts(deck: Deck, file: str) -> Starts:
    spans = ((slide.at.span, slide.id) for slide in deck.slides)
    here = ((span.line, name) for span, name in spans if span is not None)
    return Starts(file, here, _elsewhere(deck, file))


def _elsewhere(deck: Deck, file: str) -> Iterator[tuple[str, int, int, str]]:
    """Where the words of slides stand that are taken from other files."""
    for slide in deck.slides:
        lines: dict[str, list[int]] = {}
        for span in _spans(slide) if slide.came is not None else ():
            lines.setdefault(span.file, []).append(span.line)
        for other, found in lines.items():
            if other != file:
                yield other, min(found), max(found), slide.id


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Origin) and value.span is not None:
        yield value.span
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name))


def _said(compiled: Compiled) -> tuple[Diagnostic, ...]:
    """What stages and rules have to say. Notes can wait for `check`: here somebody is writing."""
    found = review(compiled, Choice(), lambda file, line: None).found
    return tuple(one for one in found if one.severity != "note" or one in compiled.diagnostics)


def _bug(bug: Exception) -> Diagnostic:
    return Diagnostic(
        "preview/bug",
        f"this should not have happened: {type(bug).__name__}: {bug}",
        hints=(
            "it is a mistake in deckgen, not in your outline; please report it with the outline",
        ),
    )
