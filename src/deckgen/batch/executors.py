"""Names of executors → executors: processes, threads, none of both, or those of other packages.

In: `processes`, or `dask=tcp://machine:8786`. Out: a `concurrent.futures.Executor`. Others are
found by entry points of the group `deckgen.executors`: something that is called with the number of
jobs (and with what stands behind `=`, where something does) and gives an executor.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, ParamSpec, TypeVar

GROUP = "deckgen.executors"
BUILT_IN = {
    "processes": "deckgen.batch.executors:processes",
    "threads": "deckgen.batch.executors:threads",
    "serial": "deckgen.batch.executors:Serial",
    "dask": "deckgen.batch.cluster:dask",
}
# Those whose workers see the files that this process sees.
NEAR = ("processes", "threads", "serial")
DEFAULT = "processes"

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class UnknownExecutorError(LookupError):
    """There is none of that name. `known` are those there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """What was typed, and what could be."""
        super().__init__(name)
        self.name = name
        self.known = known


class AbsentExecutorError(RuntimeError):
    """Nobody is there to work: a scheduler that does not answer, processes that can't start."""


def names() -> tuple[str, ...]:
    """The executors that can be asked for."""
    return tuple(dict.fromkeys((*BUILT_IN, *(one.name for one in entry_points(group=GROUP)))))


def factory(typed: str, jobs: int | None) -> Callable[[], Executor]:
    """What makes the executor that was asked for, again after it broke.

    Raises UnknownExecutorError; ImportError where the package is absent that it needs. What it
    gives raises AbsentExecutorError where nobody is there.
    """
    name, _, where = typed.partition("=")
    make = _named(name)
    rest = (where,) if where else ()

    def hire() -> Executor:
        try:
            return make(jobs, *rest)
        except (OSError, ValueError) as problem:
            raise AbsentExecutorError(str(problem)) from problem

    return hire


def _named(name: str) -> Callable[..., Executor]:
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        made: Callable[..., Executor] = getattr(import_module(module), attribute)
        return made
    for one in entry_points(group=GROUP, name=name):
        found: Callable[..., Executor] = one.load()
        return found
    raise UnknownExecutorError(name, names())


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def jobs_of(executor: Executor, asked: int | None) -> int:
    """How many decks an executor builds at once, as far as it says."""
    said: Any = getattr(executor, "jobs", None) or getattr(executor, "_max_workers", None)
    return asked or (int(said) if said else cores())


def processes(jobs: int | None, method: str = "") -> Executor:
    """A process a core. They begin as copies of this one, warm, where that is safe."""
    from multiprocessing import get_context

    return ProcessPoolExecutor(
        jobs or cores(), mp_context=get_context(method or _method()), initializer=_begin
    )


def _method() -> str:
    """`fork` on Linux: a copy starts in milliseconds with all that was measured, and shares it.

    macOS's own libraries don't stand it, Windows has none, and a copy of a process with several
    threads may inherit a lock that nobody opens any more: these start afresh.
    """
    from threading import active_count

    return "fork" if sys.platform == "linux" and active_count() == 1 else "spawn"


def threads(jobs: int | None) -> Executor:
    """Threads of this process: one core's work, but no processes where those are forbidden."""
    return ThreadPoolExecutor(jobs or cores())


class Serial(Executor):
    """One deck after the other, here."""

    jobs = 1

    def __init__(self, jobs: int | None = None) -> None:
        """The number of jobs makes no difference."""

    def submit(
        self, fn: Callable[Arguments, Result], /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Future[Result]:
        """See Executor.submit. It is done when this returns."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as problem:
            future.set_exception(problem)
        return future


def _begin() -> None:
    """In a new worker: Ctrl-C is its parent's to answer, and it does not outlive its parent."""
    import signal
    from threading import Thread

    from deckgen.batch.work import settle

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settle()
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """Ends this process when its parent is gone, however that ended."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
