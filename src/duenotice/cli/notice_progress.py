"""How a run goes on: a bar on a terminal, a few lines elsewhere."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn
from rich.progress import MofNCompleteColumn
from rich.progress import Progress
from rich.progress import ProgressColumn
from rich.progress import Task
from rich.progress import TextColumn
from rich.progress import TimeRemainingColumn
from rich.text import Text

from duenotice.cli.output import counted
from duenotice.cli.output import remark

if TYPE_CHECKING:
    from duenotice.mailing.runs.partition_record import PartitionRecord
    from duenotice.mailing.runs.plan import Plan
    from duenotice.mailing.runs.run import Watch

_TENTHS = 10


@contextlib.contextmanager
def watching() -> Iterator[Watch]:
    """Show how a run goes on, beside the answer."""
    if not sys.stderr.isatty():
        yield PlainWatch()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True) as progress:
        yield BarWatch(progress)


class RateColumn(ProgressColumn):
    """How many rows a second."""

    def render(self, task: Task) -> Text:
        """Give the rate once there is one."""
        return Text("" if task.speed is None else f"{task.speed:,.0f} rows/s")


class BarWatch:
    """A bar with the rate and the time that is left."""

    def __init__(self, progress: Progress) -> None:
        """Take the bar to show it with."""
        self._progress = progress
        self._task = progress.add_task("", total=None)

    def step(self, words: str) -> None:
        """Show what is done now."""
        self._progress.update(self._task, description=words)

    def planned(self, plan: Plan, standing: Iterable[PartitionRecord]) -> None:
        """Show how much there is to do."""
        self._progress.reset(
            self._task,
            description="Making messages",
            total=plan.rows,
            completed=sum(one.tally.read for one in standing),
        )

    def made(self, record: PartitionRecord) -> None:
        """Move the bar on."""
        self._progress.advance(self._task, record.tally.read)


class PlainWatch:
    """Lines, at each step and at each tenth of the work."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._total = self._done = self._tenths = 0

    def step(self, words: str) -> None:
        """Say what is done now."""
        remark(f"{words} …")

    def planned(self, plan: Plan, standing: Iterable[PartitionRecord]) -> None:
        """Say how much there is to do."""
        self._total = plan.rows
        self._done = sum(one.tally.read for one in standing)
        self._tenths = self._reached()
        stood = f", {self._done:,} of them made already" if self._done else ""
        rows = counted(plan.rows, "row")
        parts = counted(plan.partitions, "partition")
        remark(f"Making messages: {rows} in {parts}{stood} …")

    def made(self, record: PartitionRecord) -> None:
        """Say so where another tenth of the work is done."""
        self._done += record.tally.read
        reached = self._reached()
        if self._tenths < reached < _TENTHS:
            remark(f"{self._done * 100 // self._total} % ({self._done:,} rows) …")
        self._tenths = max(self._tenths, reached)

    def _reached(self) -> int:
        return self._done * _TENTHS // self._total if self._total else _TENTHS
