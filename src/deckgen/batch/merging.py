"""Editions → files in a folder: what is done is left, the rest is built, by many at once.

In: a `Job`. Out: a `Tally`. One deck's failure is a line of it; Ctrl-C ends it early and leaves a
journal from which the next run goes on.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from itertools import chain
from time import perf_counter

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic
from deckgen.batch import work
from deckgen.batch.delivery import UNWRITABLE, changed, deliver, ours, why
from deckgen.batch.ledger import Ledger
from deckgen.batch.press import Press
from deckgen.batch.snapshot import Snapshot
from deckgen.batch.tally import State, Tally
from deckgen.batch.work import Bundle, Desk, Done
from deckgen.disk import DiskWorld, read
from deckgen.remix.editions import Edition


class Job(Struct, frozen=True):
    """What is to be done.

    `folder` and `outline`: where the outline lies, and its name there; `target`: the decks'
    folder. `hire` makes the executor; `near`: its workers see our files. `shown`: how a path is
    said to people.
    """

    folder: str
    outline: str
    target: str
    editions: tuple[Edition, ...]
    hire: Callable[[], Executor]
    near: bool
    shown: Callable[[str], str]
    jobs: int | None = None
    force: bool = False


Watch = Callable[[int, int], None]  # decks that are through, decks in all


def merge(job: Job, watch: Watch) -> Tally:
    """Build what is not there yet."""
    tally = Tally(len(job.editions))
    started = perf_counter()
    collecting = gc.isenabled()
    gc.enable()  # a thousand decks leave garbage that a command's one deck does not
    merging = _Merging(job, tally, watch)
    try:
        merging.run()
    except KeyboardInterrupt:
        tally.stopped = True
    finally:
        merging.close()
        gc.unfreeze()
        if not collecting:
            gc.disable()
    tally.seconds = perf_counter() - started
    return tally


class _Merging:
    """One run."""

    def __init__(self, job: Job, tally: Tally, watch: Watch) -> None:
        self._job = job
        self._tally = tally
        self._watch = watch
        self._world = DiskWorld(job.folder)
        self._ledger = Ledger(job.target, job.outline, self._world)

    def run(self) -> None:
        """The first deck here, which measures what the others share; then all of them."""
        waiting = self._pending()
        first = next(waiting, None)
        if first is None:
            return
        desk = Desk(self._job.outline, Snapshot({}, self._world))
        self._finish(first, desk.build(first, {}))
        second = next(waiting, None)
        if second is not None:
            self._many(chain([second], waiting), desk)

    def close(self) -> None:
        """Nothing of it is kept."""
        self._ledger.close()
        work.forget()

    def _many(self, waiting: Iterator[Edition], desk: Desk) -> None:
        job = self._job
        bundle: Bundle = work.bundled(job.outline, job.folder if job.near else "", desk)
        gc.collect()
        gc.freeze()  # workers that are copies of this process then share its memory for good
        with Press(job.hire, bundle, self._world, job.jobs) as press:
            self._tally.jobs = press.jobs
            for edition, done in press.run(waiting):
                self._finish(edition, done)

    def _pending(self) -> Iterator[Edition]:
        """The editions that are to be built; what is said of the others is counted."""
        for edition in self._job.editions:
            path = self._path(edition)
            if self._job.force:
                yield edition
            elif self._ledger.finished(edition):
                self._count(edition, Done())
            elif (before := read(path)) and not ours(before):
                self._count(edition, Done(), (changed(self._job.shown(path)),))
            else:
                yield edition

    def _finish(self, edition: Edition, done: Done) -> None:
        """Give a deck its name, and only then write that down."""
        problems: tuple[Diagnostic, ...] = ()
        if done.data:
            path = self._path(edition)
            problems = deliver(path, done.data, self._job.force, self._job.shown(path))
            if not problems:
                problems = self._noted(edition, done)
        self._count(edition, done, problems)

    def _noted(self, edition: Edition, done: Done) -> tuple[Diagnostic, ...]:
        try:
            self._ledger.note(edition, done.data, done.slides, done.inputs)
        except OSError as problem:
            path = self._job.shown(self._ledger.path)
            message = UNWRITABLE.message.format(path=path, reason=why(problem))
            return (Diagnostic("build/cannot-write", message, None, "warning", UNWRITABLE.hints),)
        return ()

    def _count(self, edition: Edition, done: Done, problems: tuple[Diagnostic, ...] = ()) -> None:
        found = done.found + problems
        failed = any(one.severity == "error" for one in found)
        built: State = "built" if done.data else "unchanged"
        self._tally.add(edition, "failed" if failed else built, found, done.slides)
        self._tally.worked += done.seconds
        self._watch(len(self._tally.decks), self._tally.total)

    def _path(self, edition: Edition) -> str:
        return os.path.join(self._job.target, edition.output)
