"""An outline's path → everything that is known of the deck: from YAML text to Scene.

In: a path, a World, perhaps another template. Out: `Compiled`, with every finding of every
stage. No input or output of its own, and no writer: a Scene is where this ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Checked, Diagnostic, Edit
from deckgen.layout.deck import lay_out
from deckgen.layout.memo import Memo
from deckgen.layout.omissions import omissions
from deckgen.outline import ignores
from deckgen.outline.ids import slug
from deckgen.outline.model import Deck
from deckgen.outline.quotes import typographic
from deckgen.outline.suggest import certain, nearest
from deckgen.outline.texts import texts
from deckgen.remix.load import Grown, loaded
from deckgen.remix.shows import Staged, staged
from deckgen.remix.variants import TALK, Wanted
from deckgen.scene import model as scene
from deckgen.scene.model import Scene
from deckgen.template.load import load as load_template
from deckgen.template.model import Template
from deckgen.template.onfile import other_form
from deckgen.world import World

DEFAULT_TEMPLATE = "plain"
SUFFIXES = (".yaml", ".yml")
# Called with (slides done, slides in all) while slides are laid out.
Progress = Callable[[int, int], None]


class Compiled(Struct, frozen=True):
    """A deck on its way to a file. `scene` is None when anything is wrong enough to stop.

    `ignored` is what comments in the outline justify, `marks` are those comments. `form`: it is
    one of the outline's forms, in which some of them may have nothing to justify. `grown` is what
    the deck took from others.
    """

    deck: Deck | None
    template: Template | None
    scene: Scene | None
    diagnostics: tuple[Diagnostic, ...] = ()
    ignored: tuple[Diagnostic, ...] = ()
    marks: tuple[ignores.Mark, ...] = ()
    form: bool = False
    grown: Grown | None = None

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(found.severity == "error" for found in self.diagnostics)


class Compiler:
    """Compiles a deck again and again; what did not change is not measured again.

    What comes out is the same as from a compiler that starts afresh, only sooner.
    """

    def __init__(self, world: World, template: str | None = None, wanted: Wanted = TALK) -> None:
        """`template` wins over what the outline names."""
        self._world = world
        self._wanted = wanted
        self._template = template
        self._memo = Memo()

    def compile(
        self, path: str, progress: Progress | None = None, wanted: Wanted | None = None
    ) -> Compiled:
        """Read, understand and lay out a deck; `wanted`, where another form of it is."""
        compiled = self._compiled(path, progress, wanted or self._wanted)
        return _justified(compiled, path, self._world)

    def _compiled(self, path: str, progress: Progress | None, wanted: Wanted) -> Compiled:
        world = self._world
        outline = loaded(path, world, wanted)
        if outline.value is None:
            return Compiled(None, None, None, outline.diagnostics)
        stage = staged(path, world, wanted, outline.value.selection.deck)
        deck = typographic(stage.value.deck)
        look = _look(deck, world, self._template)
        found = outline.diagnostics + stage.diagnostics + look.diagnostics
        if look.value is None:
            return Compiled(deck, None, None, found)
        found += other_form(look.value, deck.aspect)
        # Also with errors in the outline: all problems of a file are reported at once.
        template = look.value.shaped(deck.aspect)
        pages = lay_out(deck, template, world, progress, self._memo)
        found = _once(found + pages.diagnostics + omissions(deck, pages.value.pages))
        failed = any(one.severity == "error" for one in found)
        whole = None if failed else _with_shows(pages.value, stage.value)
        return Compiled(deck, template, whole, found, grown=outline.value.grown)


def compile_deck(
    path: str,
    world: World,
    template: str | None = None,
    progress: Progress | None = None,
    wanted: Wanted = TALK,
) -> Compiled:
    """Compile a deck once. `template` wins over what the outline names."""
    return Compiler(world, template, wanted).compile(path, progress)


def _with_shows(whole: Scene, stage: Staged) -> Scene:
    """The Scene with its custom shows: a slide that was divided is all its pages."""
    if not stage.shows:
        return whole
    slides = [(page.came.slide if page.came else page.id, page.id) for page in whole.pages]
    shows = (
        scene.Show(
            show.name, tuple(page for slide, page in slides if slide in show.slides), show.whole
        )
        for show in stage.shows
    )
    return replace(whole, shows=tuple(show for show in shows if show.pages))


def _look(deck: Deck, world: World, wanted: str | None) -> Checked[Template | None]:
    """The template that is wanted, else the deck's own, its speaker's, the plain one."""
    name = wanted or template_name(deck, world)
    look = load_template(name, world)
    found = look.diagnostics
    if world.template(name) is None:
        span = None if wanted else deck.template_at.span
        near = nearest(name, world.templates())
        sure = certain(name, world.templates()) if span else ""
        edits = (Edit(span, sure),) if span and sure else ()
        found = tuple(
            replace(one, span=span, hints=(*near, *one.hints), edits=edits) for one in found
        )
    if not _speaker(deck.speaker, world) and deck.speaker:
        found = (_unknown_speaker(deck, world, name), *found)
    return Checked(look.value, found)


def template_name(deck: Deck, world: World) -> str:
    """The template that a deck asks for: its own, else its speaker's, else the plain one."""
    return deck.template or _speaker(deck.speaker, world) or DEFAULT_TEMPLATE


def _speaker(name: str, world: World) -> str:
    """The template of a speaker, by its name or by the speaker's; empty when there is none."""
    if not name:
        return ""
    for one in (name, slug(name)):
        if world.template(one) is not None:
            return one
    templates = ((other, load_template(other, world).value) for other in world.templates())
    named = (o for o, t in templates if t and t.speaker.name.casefold() == name.casefold())
    return next(named, "")


def _unknown_speaker(deck: Deck, world: World, name: str) -> Diagnostic:
    return Diagnostic(
        "template/unknown-speaker",
        f"no template belongs to the speaker `{deck.speaker}`; the look is `{name}`",
        deck.speaker_at.span,
        "warning",
        (
            *nearest(deck.speaker, world.templates()),
            f"templates within reach: {', '.join(world.templates())}",
            f"for the name alone, type `author: {deck.speaker}` instead",
        ),
    )


def _justified(compiled: Compiled, path: str, world: World) -> Compiled:
    """Without the findings that comments beside their cause justify."""
    if compiled.deck is None:
        return compiled
    found = compiled.diagnostics
    places = (one.span.file for one in found if one.span and one.severity != "error")
    outlines = (file for file in (*places, *_sources(compiled.deck)) if file.endswith(SUFFIXES))
    files = dict.fromkeys((path, *outlines))
    read = [ignores.read(world.read(file) or b"", file) for file in files]
    marks = tuple(mark for one in read for mark in one.marks)
    said, silent = ignores.divide(found, marks)
    problems = tuple(problem for one in read for problem in one.problems)
    return replace(compiled, diagnostics=said + problems, ignored=silent, marks=marks)


def _sources(deck: Deck) -> Iterator[str]:
    """The files in which slides were typed: those of other decks, too, for rules to look at."""
    for slide in deck.slides:
        spans = (text.at.span for text in texts(slide.body) if text.at.span)
        yield from (span.file for span in islice(spans, 1))


def _once(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Without repetitions: two stages may stumble over the same missing picture."""
    return tuple({(one.code, one.span, one.message): one for one in found}.values())
