"""Who does the work: this process, several of this machine, or a Dask cluster.

All through the interface of `concurrent.futures`, so that a run doesn't know. The only
module that imports distributed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor
from concurrent.futures import Future
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Any
from typing import ParamSpec
from typing import TypeVar

from duenotice.mailing.runs.errors import NoClusterError
from duenotice.mailing.runs.errors import NoDistributedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator

P = ParamSpec("P")
R = TypeVar("R")

_AHEAD = 2
"""Partitions in hand for each worker: one in work, and one that waits for it."""

_RETRIES = 3
"""How often a cluster tries a partition again whose worker failed."""

_PATIENCE = "5s"
"""How long to wait for a cluster to answer."""


@dataclass(frozen=True, slots=True)
class Crew:
    """An executor, and how many partitions to hand it at a time."""

    executor: Executor
    in_hand: int
    lost: tuple[type[Exception], ...] = ()
    """What is raised where those who do the work are gone."""


class InProcess(Executor):
    """Do each thing at once, here."""

    def submit(
        self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[R]:
        """Do it, and give what it came to."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it
            future.set_exception(error)
        return future


@contextlib.contextmanager
def crew_of(jobs: int, scheduler: str | None) -> Iterator[Crew]:
    """Give the executor that the command line asks for, and end it afterwards.

    Raises:
        NoDistributedError: A cluster is asked for, and its package isn't here.
        NoClusterError: No cluster answers there.
    """
    if scheduler is not None:
        with _cluster(scheduler) as crew:
            yield crew
    elif jobs > 1:
        with _processes(jobs) as crew:
            yield crew
    else:
        yield Crew(InProcess(), 1)


@contextlib.contextmanager
def _processes(jobs: int) -> Iterator[Crew]:
    pool = ProcessPoolExecutor(
        jobs,
        # Forked processes would share open connections of a storage.
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_follow_parent,
    )
    try:
        yield Crew(pool, _AHEAD * jobs, (BrokenProcessPool,))
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        # What a process has in hand is made again: nothing of it counts yet.
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    else:
        pool.shutdown()


def _follow_parent() -> None:
    """Leave it to the parent to stop, and end when it has ended in whatever way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextlib.contextmanager
def _cluster(scheduler: str) -> Iterator[Crew]:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
        from distributed import KilledWorker  # noqa: PLC0415
        from distributed.comm.core import CommClosedError  # noqa: PLC0415
    except ImportError as error:
        raise NoDistributedError from error
    try:
        connect: Any = Client
        client = connect(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoClusterError(scheduler) from error
    with client:
        workers = max(1, sum(client.nthreads().values()))
        # Impure: what a partition comes to depends on files that no key tells of.
        executor = client.get_executor(pure=False, retries=_RETRIES)
        yield Crew(executor, _AHEAD * workers, (KilledWorker, CommClosedError))
