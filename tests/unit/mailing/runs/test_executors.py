from __future__ import annotations

import sys
import time

import pytest

from duenotice.mailing.runs.errors import NoDistributedError
from duenotice.mailing.runs.executors import crew_of


def test_here() -> None:
    """
    One process does each thing at once.
    """
    with crew_of(1, None) as crew:
        future = crew.executor.submit(pow, 2, 5)

        assert (True, 32, 1) == (future.done(), future.result(), crew.in_hand)


def test_failed_here() -> None:
    """
    What goes wrong is told to who asks for the result.
    """
    with crew_of(1, None) as crew:
        future = crew.executor.submit(int, "x")

        with pytest.raises(ValueError, match="x"):
            future.result()


def test_processes() -> None:
    """
    Several processes do things side by side, a few more in hand than they are.
    """
    with crew_of(2, None) as crew:
        results = list(crew.executor.map(abs, [-1, -2, -3]))

        assert ([1, 2, 3], 4) == (results, crew.in_hand)


def test_stopped() -> None:
    """
    Whoever stops it doesn't wait for what the processes have in hand.
    """

    def stopped_in_the_midst() -> None:
        with crew_of(2, None) as crew:
            crew.executor.submit(time.sleep, 600)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_in_the_midst()


def test_without_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the package for clusters isn't installed, it is named.
    """
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(NoDistributedError) as caught, crew_of(1, "tcp://127.0.0.1:9"):
        pass

    assert (
        "the package distributed, which reaches a cluster, is not here",
        "Install it: pip install 'duenotice[cluster]'.",
    ) == (str(caught.value), caught.value.advice)
