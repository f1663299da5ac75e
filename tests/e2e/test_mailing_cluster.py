from __future__ import annotations

import os
import signal
import threading
import time
from typing import TYPE_CHECKING

import pytest
from distributed import LocalCluster

from mailing_runs import ALL_CHANNELS
from mailing_runs import files_of
from mailing_runs import many
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from builders import StatementRepo

SPLIT = ("--partition-size", "20")


@pytest.fixture
def merged(tmp_path: Path) -> StatementRepo:
    """A project whose version 2026-03-01 is public, with 200 members to be told."""
    repo = merged_project(tmp_path / "project")
    return repo.write("members.csv", members_csv(many(200, ALL_CHANNELS)))


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    """A Dask cluster of two processes of this machine."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
    ) as cluster:
        yield cluster


def kill_in_the_midst(cluster: LocalCluster, markers: Path) -> threading.Thread:
    """Kill one of the workers as soon as some partitions are made."""
    (pid, *_) = (nanny.pid for nanny in cluster.workers.values())

    def wait_and_kill() -> None:
        while len(list(markers.glob("*.json"))) < 3:
            time.sleep(0.01)
        os.kill(pid, signal.SIGKILL)

    thread = threading.Thread(target=wait_and_kill)
    thread.start()
    return thread


@pytest.mark.slow
class TestCluster:
    """The same partitions on a Dask cluster."""

    def test_worker_killed(self, merged: StatementRepo, cluster: LocalCluster) -> None:
        """
        A run of which a worker is killed finishes, with the bytes of one process.
        """
        notice(merged, *SPLIT)
        killing = kill_in_the_midst(cluster, merged.root / "out2/done")

        done = notice(
            merged, *SPLIT, "--scheduler", cluster.scheduler_address, out="out2"
        )
        killing.join()

        assert 0 == done.status
        assert files_of(merged.root / "out") == files_of(merged.root / "out2")

    def test_nobody_there(self, merged: StatementRepo) -> None:
        """
        Where no scheduler answers, that is said.
        """
        done = notice(merged, "--scheduler", "tcp://127.0.0.1:9")

        assert 1 == done.status
        assert (
            'error: no scheduler answers at "tcp://127.0.0.1:9"\n'
            "hint: Start one with `dask scheduler`, and workers with `dask worker "
            "ADDRESS`.\n"
        ) == done.err
