"""An outline's path → everything that is known of the deck: from YAML text to Scene.

In: a path, a World, perhaps another template. Out: `Compiled`, with every finding of every
stage. No input or output of its own, and no writer: a Scene is where this ends.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic
from deckgen.layout.deck import lay_out
from deckgen.layout.memo import Memo
from deckgen.layout.omissions import omissions
from deckgen.outline.load import load as load_outline
from deckgen.outline.model import Deck
from deckgen.scene.model import Scene
from deckgen.template.load import load as load_template
from deckgen.template.model import Template
from deckgen.world import World

DEFAULT_TEMPLATE = "plain"
# Called with (slides done, slides in all) while slides are laid out.
Progress = Callable[[int, int], None]


class Compiled(Struct, frozen=True):
    """A deck on its way to a file. `scene` is None when anything is wrong enough to stop."""

    deck: Deck | None
    template: Template | None
    scene: Scene | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(found.severity == "error" for found in self.diagnostics)


class Compiler:
    """Compiles a deck again and again; what did not change is not measured again.

    What comes out is the same as from a compiler that starts afresh, only sooner.
    """

    def __init__(self, world: World, template: str | None = None) -> None:
        """`template` wins over what the outline names."""
        self._world = world
        self._template = template
        self._memo = Memo()

    def compile(self, path: str, progress: Progress | None = None) -> Compiled:
        """Read, understand and lay out a deck."""
        world = self._world
        outline = load_outline(path, world)
        deck = outline.value
        if deck is None:
            return Compiled(None, None, None, outline.diagnostics)
        look = load_template(self._template or template_name(deck, world), world)
        found = outline.diagnostics + look.diagnostics
        if look.value is None:
            return Compiled(deck, None, None, found)
        # Also with errors in the outline: all problems of a file are reported at once.
        template = look.value.shaped(deck.aspect)
        pages = lay_out(deck, template, world, progress, self._memo)
        found = _once(found + pages.diagnostics + omissions(deck, pages.value.pages))
        failed = any(one.severity == "error" for one in found)
        return Compiled(deck, template, None if failed else pages.value, found)


def compile_deck(
    path: str, world: World, template: str | None = None, progress: Progress | None = None
) -> Compiled:
    """Compile a deck once. `template` wins over what the outline names."""
    return Compiler(world, template).compile(path, progress)


def template_name(deck: Deck, world: World) -> str:
    """The template that a deck asks for: its own, else its speaker's, else the plain one."""
    if deck.template:
        return deck.template
    if deck.speaker and world.template(deck.speaker) is not None:
        return deck.speaker
    return DEFAULT_TEMPLATE


def _once(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Without repetitions: two stages may stumble over the same missing picture."""
    return tuple({(one.code, one.span, one.message): one for one in found}.values())
