"""Editions → finished decks as they come, a bounded number of them under way at a time.

In: editions, a bundle, what makes an executor. Out: pairs of an edition and what became of it. A
deck that fails is one of those; a worker that dies takes its deck with it and no other. What must
not be here: files, words for people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from types import TracebackType

from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic
from deckgen.batch.executors import jobs_of
from deckgen.batch.snapshot import answered
from deckgen.batch.work import Bundle, Done, Task, build, stumbled
from deckgen.remix.editions import Edition
from deckgen.world import World

# Decks under way for each job: one that is being built, and one or two that wait, so that nobody
# idles while a file is written.
AHEAD = 3

_LOST = Diagnostic(
    "merge/worker-lost",
    "the process that built this deck ended in the middle of it",
    hints=("it may have run out of memory; build the deck alone, or with fewer --jobs",),
)
LOST = Done(found=(_LOST,))

Finished = tuple[Edition, Done]


class Press:
    """Builds editions with an executor; the executor ends with it."""

    def __init__(
        self, hire: Callable[[], Executor], bundle: Bundle, world: World, jobs: int | None
    ) -> None:
        """`hire` makes the executor, again where it broke."""
        self._hire = hire
        self._bundle = bundle
        self._world = world
        self._pool = hire()
        self.jobs = jobs_of(self._pool, jobs)
        self._flying: dict[Future[Done], Task] = {}

    def __enter__(self) -> Press:
        """Ready."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """What has not begun is not built; what has is waited for, a deck's time at most."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def run(self, editions: Iterable[Edition]) -> Iterator[Finished]:
        """Each edition with what became of it, in the order in which they are done."""
        for edition in editions:
            yield from self._send(Task(self._bundle.name, edition))
            while len(self._flying) >= AHEAD * self.jobs:
                yield from self._landed()
        while self._flying:
            yield from self._landed()

    def _send(self, task: Task) -> Iterator[Finished]:
        """Give a task to the pool; where that turns out to be broken, see who did it."""
        try:
            self._flying[self._pool.submit(build, task)] = task
        except BrokenExecutor:
            yield from self._sorted([*self._flying.values(), task])
        except Exception as bug:  # whatever an executor from elsewhere thinks of
            yield task.edition, Done(found=(stumbled(bug),))

    def _landed(self) -> Iterator[Finished]:
        """What is done by now; waits for one."""
        done, _ = wait(self._flying, return_when=FIRST_COMPLETED)
        for future in done:
            if future not in self._flying:  # another one broke the pool
                continue
            task = self._flying.pop(future)
            try:
                result = future.result()
            except BrokenExecutor:
                yield from self._sorted([task, *self._flying.values()])
                continue
            except Exception as bug:
                result = Done(found=(stumbled(bug),))
            if (again := self._again(task, result)) is not None:
                yield from self._send(again)
            else:
                yield task.edition, _ended(result)

    def _again(self, task: Task, result: Done) -> Task | None:
        """The task with what its worker lacks; None when the result is one."""
        if result.bundleless and task.whole is None:
            return replace(task, whole=self._bundle)
        lacking = tuple(ask for ask in result.lacking if ask not in task.extra)
        if not lacking:
            return None
        return replace(task, extra={**task.extra, **answered(self._world, lacking)})

    def _sorted(self, suspects: list[Task]) -> Iterator[Finished]:
        """After a worker died: each deck that was under way, alone; who dies again is lost."""
        self._flying.clear()
        self._fresh()
        for task in suspects:
            yield task.edition, self._alone(task)

    def _alone(self, task: Task) -> Done:
        again: Task | None = task
        result = LOST
        while again is not None:
            try:
                result = self._pool.submit(build, again).result()
            except BrokenExecutor:
                self._fresh()
                return LOST
            except Exception as bug:
                return Done(found=(stumbled(bug),))
            again = self._again(again, result)
        return _ended(result)

    def _fresh(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._hire()


def _ended(result: Done) -> Done:
    """A result; what still lacks something that it was given is none."""
    if result.lacking or result.bundleless:
        return Done(found=(stumbled(LookupError("a worker does not see the files it was sent")),))
    return result
