"""A task → a deck's bytes, in whatever process, thread or machine it comes to.

In: `Task`, which can be pickled. Out: `Done`, which can, too. A worker keeps what it has learned:
the bundle of files, and compilers in which what does not depend on the row is measured already.
What must not be here: files of decks, the journal.
"""

from __future__ import annotations

import gc
from hashlib import sha256
from threading import local
from time import perf_counter

from msgspec import Struct

from deckgen import __version__
from deckgen.base.diagnostics import Diagnostic
from deckgen.batch.snapshot import Answers, Ask, Snapshot
from deckgen.disk import DiskWorld
from deckgen.pipeline import Compiled, Compiler
from deckgen.remix.editions import Edition
from deckgen.remix.journal import Inputs
from deckgen.writers.pptx.archive import Packing
from deckgen.writers.pptx.package import write

WARM = 3  # forms of a talk whose measures a worker keeps; each takes some 10 MB
_BUNDLES = 2  # merges whose files a worker keeps


class Bundle(Struct, frozen=True):
    """All that a merge's decks read, as it was when the first of them was built.

    `folder` is where more is to be read, for workers that see the same files; else empty.
    """

    name: str
    outline: str
    folder: str
    answers: Answers


class Task(Struct, frozen=True):
    """A deck to build. `bundle` names the files; `whole` is the bundle, for who lacks it.

    `extra` are answers that only this deck needs.
    """

    bundle: str
    edition: Edition
    version: str = __version__
    whole: Bundle | None = None
    extra: Answers = {}


class Done(Struct, frozen=True):
    """A deck, or why there is none. With `lacking` it is neither: more has to be sent along."""

    data: bytes = b""
    slides: int = 0
    found: tuple[Diagnostic, ...] = ()
    inputs: Inputs = ()
    seconds: float = 0.0
    lacking: tuple[Ask, ...] = ()
    bundleless: bool = False


class Desk:
    """Where one worker builds decks of one outline."""

    def __init__(self, outline: str, world: Snapshot) -> None:
        """Cold: the first deck of each form measures everything."""
        self._outline = outline
        self.world = world
        self._compilers: dict[tuple[str, str, str], Compiler] = {}
        self._packing = Packing()

    def build(self, edition: Edition, extra: Answers) -> Done:
        """The deck. Never raises: a mistake in deckgen is a finding, too."""
        started = perf_counter()
        self.world.begin()
        self.world.learn(extra)
        try:
            compiled = self._compiler(edition).compile(self._outline, None, edition.wanted)
            if self.world.lacking:
                return Done(lacking=tuple(self.world.lacking))
            data = write(compiled.scene, self._packing) if compiled.scene else b""
        except Exception as bug:
            self._compilers.clear()
            return Done(found=(stumbled(bug),))
        return self._done(compiled, data, perf_counter() - started)

    def _done(self, compiled: Compiled, data: bytes, seconds: float) -> Done:
        slides = len(compiled.scene.pages) if compiled.scene else 0
        return Done(data, slides, compiled.diagnostics, self.world.inputs(), seconds)

    def _compiler(self, edition: Edition) -> Compiler:
        wanted = edition.wanted
        form = edition.template, wanted.variant, wanted.lang
        known = self._compilers.pop(form, None)
        self._compilers[form] = known or Compiler(self.world, edition.template or None)
        while len(self._compilers) > WARM:
            del self._compilers[next(iter(self._compilers))]
        return self._compilers[form]


_bundles: dict[str, Bundle] = {}
_own = local()  # each thread has a desk of its own


def build(task: Task) -> Done:
    """Carry out a task. What workers run; it can be named on any machine that has deckgen."""
    if task.version != __version__:
        return Done(found=(_other_version(task.version),))
    if task.whole is not None:
        _keep(task.whole)
    desk = _desk(task.bundle)
    return Done(bundleless=True) if desk is None else desk.build(task.edition, task.extra)


def bundled(outline: str, folder: str, desk: Desk) -> Bundle:
    """What a desk has read so far, for workers; this thread goes on with the desk itself."""
    desk.world.keep()
    name = sha256(f"{folder}\0{outline}\0{sorted(desk.world.inputs())}".encode()).hexdigest()
    bundle = Bundle(name, outline, folder, desk.world.answers)
    _keep(bundle)
    _own.name, _own.desk = name, desk
    return bundle


def forget() -> None:
    """After a merge: what this process knows of it."""
    _bundles.clear()
    _own.__dict__.clear()


def _keep(bundle: Bundle) -> None:
    _bundles[bundle.name] = bundle
    while len(_bundles) > _BUNDLES:
        del _bundles[next(iter(_bundles))]


def _desk(name: str) -> Desk | None:
    if getattr(_own, "name", "") != name:
        bundle = _bundles.get(name)
        if bundle is None:
            return None
        behind = DiskWorld(bundle.folder) if bundle.folder else None
        _own.name, _own.desk = name, Desk(bundle.outline, Snapshot(bundle.answers, behind))
    desk: Desk = _own.desk
    return desk


def stumbled(bug: BaseException) -> Diagnostic:
    """What is said of a mistake in deckgen, or in the machinery around it."""
    return Diagnostic(
        "merge/bug",
        f"this should not have happened: {type(bug).__name__}: {bug}",
        hints=("it is no mistake in your outline; please report it with the outline and the row",),
    )


def _other_version(wanted: str) -> Diagnostic:
    return Diagnostic(
        "merge/other-version",
        f"a worker has deckgen {__version__}, and this is {wanted}: its decks would differ",
        hints=(f"install the same on it: pip install 'deckgen=={wanted}'",),
    )


def settle() -> None:
    """In a worker that lives long: garbage is collected again, but not what was there before."""
    gc.freeze()
    gc.enable()
