"""Dask's workers as an executor: those of a cluster, or some on this machine where none is named.

In: a number of jobs, the address of a scheduler. Out: a `concurrent.futures.Executor`. The one door
to `distributed` (the extra `deckgen[cluster]`). What workers need is in their tasks.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Any, ParamSpec, TypeVar

import distributed

from deckgen.batch.executors import cores

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
RETRIES = 1  # of a deck whose machine went away


class Dask(Executor):
    """A client of a scheduler. `jobs`: the threads of all workers that are there by now."""

    def __init__(self, client: Any, cluster: Any = None) -> None:
        """`cluster`: one that ends with this, because it was started for it."""
        self._client = client
        self._cluster = cluster
        self._inner = client.get_executor(pure=False, retries=RETRIES)
        self.jobs = max(1, sum(client.nthreads().values()))

    def submit(
        self, fn: Callable[Arguments, Result], /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Future[Result]:
        """See Executor.submit."""
        future: Future[Result] = self._inner.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """See Executor.shutdown. A cluster that was there before stays."""
        self._inner.shutdown(wait=wait and not cancel_futures)
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def dask(jobs: int | None, address: str = "") -> Executor:
    """The cluster at an address, that of Dask's own settings (`DASK_SCHEDULER_ADDRESS`), or ours.

    Ours has a process a core on this machine, one thread each: a deck keeps a core busy.
    """
    from dask import config

    known = address or config.get("scheduler-address", None)
    if known:
        return Dask(distributed.Client(known))
    with _uninterrupted():
        cluster = distributed.LocalCluster(
            n_workers=jobs or cores(), threads_per_worker=1, dashboard_address=None
        )
    return Dask(distributed.Client(cluster), cluster)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that begin meanwhile leave Ctrl-C to this one for good."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
