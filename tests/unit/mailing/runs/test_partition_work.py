from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from duenotice.mailing.runs.options import RunOptions
from duenotice.mailing.runs.partition_work import Failure
from duenotice.mailing.runs.partition_work import Task
from duenotice.mailing.runs.partition_work import fault_of
from duenotice.mailing.runs.partition_work import make
from duenotice.mailing.runs.partition_work import standing
from duenotice.mailing.runs.plan import Plan

if TYPE_CHECKING:
    from pathlib import Path

HASH = f"sha256:{'0' * 64}"
PLAN = Plan(
    statement="website",
    version="2026-03-01",
    version_digest=HASH,
    kit=HASH,
    input=HASH,
    settings=HASH,
    suppressed=None,
    options=RunOptions(),
    program="0.1.0",
    dated=dt.date(2026, 3, 2),
    rows=1,
    parcels=(HASH,),
)


def test_fault_names_nobody() -> None:
    """
    Where the program fails, its own words are not told: they may be a member's.
    """
    names: dict[str, str] = {}
    with pytest.raises(KeyError) as caught:
        names["Ana Müller"]

    fault = fault_of(caught.value, 12)

    assert fault.message.startswith(
        "partition 12 failed with KeyError in test_partition_work.py, line "
    )
    assert "Müller" not in fault.message + fault.hint


def test_nothing_there(tmp_path: Path) -> None:
    """
    A worker that doesn't reach the files of a run says so, and is no ruin.
    """
    task = Task(str(tmp_path), "sha256:0", 0)

    failure = make(task)

    assert isinstance(failure, Failure)
    assert f'"{tmp_path}/kit.json" can\'t be read: ' in failure.message
    assert standing(task) is None


def test_other_marker(tmp_path: Path) -> None:
    """
    A marker that nobody can read marks nothing.
    """
    (tmp_path / "done").mkdir()
    (tmp_path / "done/part-00000.json").write_text("{}")

    assert standing(Task(str(tmp_path), "sha256:0", 0)) is None


def test_altered(tmp_path: Path) -> None:
    """
    A worker makes nothing with other words than the run was planned with.
    """
    (tmp_path / ".duenotice-work").mkdir()
    (tmp_path / "plan.json").write_bytes(PLAN.file())
    (tmp_path / "kit.json").write_bytes(b"{}")
    (tmp_path / ".duenotice-work/mailing.yaml").write_bytes(b"")

    assert Failure(
        f'what the run in "{tmp_path}" is made with was changed',
        "Run the same command again.",
    ) == make(Task(str(tmp_path), PLAN.digest, 0))
