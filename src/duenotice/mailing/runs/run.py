"""A run: all messages of one version to one file of members.

It can be killed at any moment. What is complete has a marker; the same run, asked for
again, makes the rest, and comes to the same bytes.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED
from concurrent.futures import wait
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from typing import Protocol
from typing import TypeVar

from duenotice.mailing.canonical import NotAsWrittenError
from duenotice.mailing.canonical import digest_of
from duenotice.mailing.kit_json import write_kit
from duenotice.mailing.members.parcel import parcel_name
from duenotice.mailing.members.splitting import divided
from duenotice.mailing.runs import paths as run_paths
from duenotice.mailing.runs.errors import BrokenPlanError
from duenotice.mailing.runs.errors import CountsError
from duenotice.mailing.runs.errors import OtherFilesError
from duenotice.mailing.runs.errors import OtherPlanError
from duenotice.mailing.runs.errors import PartitionError
from duenotice.mailing.runs.errors import WorkersLostError
from duenotice.mailing.runs.finish import finish
from duenotice.mailing.runs.made_files import is_as_made
from duenotice.mailing.runs.partition_work import Failure
from duenotice.mailing.runs.partition_work import Task
from duenotice.mailing.runs.partition_work import make
from duenotice.mailing.runs.partition_work import standing
from duenotice.mailing.runs.plan import Plan
from duenotice.mailing.runs.record import RunRecord
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence
    from concurrent.futures import Future
    from contextlib import AbstractContextManager
    from datetime import date

    from duenotice.mailing.members.splitting import Division
    from duenotice.mailing.runs.executors import Crew
    from duenotice.mailing.runs.order import Order
    from duenotice.mailing.runs.partition_record import PartitionRecord

Made = TypeVar("Made")


class Watch(Protocol):
    """Is told how a run goes on."""

    def step(self, words: str) -> None:
        """Hear what is done now."""

    def planned(self, plan: Plan, standing: Iterable[PartitionRecord]) -> None:
        """Hear what is to be made, and what of it there is."""

    def made(self, record: PartitionRecord) -> None:
        """Hear that a partition is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOutcome:
    """What a run came to."""

    record: RunRecord
    digest: str
    """Of `run.json`."""

    new: int
    """How many partitions were made now; the others stood already."""


def dated_before(storage: Storage) -> date | None:
    """Give the day that a run which was begun there writes on its messages.

    A run goes on with the same day, whenever it does.
    """
    if not storage.exists(run_paths.PLAN):
        return None
    try:
        return Plan.read(storage.read(run_paths.PLAN)).dated
    except NotAsWrittenError:
        return None


def run_mailing(order: Order, crew: Crew, watch: Watch) -> RunOutcome:
    """Make all messages that aren't made yet, and the record of the run.

    Raises:
        NoSenderEmailError: There would be e-mails from nowhere.
        OtherPlanError: The address holds another run.
        OtherFilesError: It holds something else.
        FolderInUseError: Another process makes messages there.
        WorkersLostError: A process ended that made messages.
        DuenoticeError: Something can't be read, made or written.
    """
    order.refuse_unfit()
    storage = Storage(order.address)
    _refuse_other_files(storage)
    with storage.held():
        watch.step("Reading the members")
        with _members(order) as members:
            plan = _planned(order, storage, members)
            return _Run(order, storage, plan, members).go_on(crew, watch)


def _members(order: Order) -> AbstractContextManager[Division]:
    return divided(
        order.recipients,
        id_form=order.settings.columns.id,
        cut=order.options.cut,
        listed=order.listed,
    )


def _refuse_other_files(storage: Storage) -> None:
    """Write only where there is nothing, or a run: of one that was begun, the kit."""
    names = {one for one in storage.names() if not one.startswith(".")}
    if run_paths.PLAN not in names and names - {run_paths.KIT}:
        raise OtherFilesError(storage.address)


def _planned(order: Order, storage: Storage, members: Division) -> Plan:
    """Plan the run, and see that what stands there already is the same."""
    plan = order.plan(members)
    if storage.exists(run_paths.PLAN):
        try:
            before = Plan.read(storage.read(run_paths.PLAN))
        except NotAsWrittenError as error:
            raise BrokenPlanError(order.address) from error
        difference = before.difference(plan)
        if difference is not None:
            raise OtherPlanError(order.address, difference)
    return plan


@dataclass(frozen=True, slots=True)
class _Run:
    """A run that is planned."""

    order: Order
    storage: Storage
    plan: Plan
    members: Division

    def go_on(self, crew: Crew, watch: Watch) -> RunOutcome:
        """Make what isn't made yet."""
        storage, plan = self.storage, self.plan
        storage.remove_leftovers()
        tasks = [
            Task(storage.full_address, plan.digest, number)
            for number in range(plan.partitions)
        ]
        watch.step("Looking at what is made already")
        stood = [one for one in _done(crew, standing, tasks) if one is not None]
        numbers = {one.number for one in stood}
        missing = [one for one in tasks if one.number not in numbers]
        finished = None if missing else self._finished()
        if finished is not None:
            return finished
        self._lay_out(missing)
        watch.planned(plan, stood)
        made = _made(crew, missing, watch)
        partitions = tuple(sorted([*stood, *made], key=lambda one: one.number))
        watch.step("Writing the record of the run")
        _refuse_loss(plan, partitions)
        record, digest = finish(self.order, storage, plan, partitions)
        return RunOutcome(record=record, digest=digest, new=len(missing))

    def _lay_out(self, missing: Sequence[Task]) -> None:
        """Write what workers need: the plan last, for it says that all is there."""
        self.storage.write(run_paths.SETTINGS, self.order.settings_file)
        self.storage.write(run_paths.KIT, write_kit(self.order.kit))
        for one in missing:
            self.storage.write(parcel_name(one.number), self.members.parcel(one.number))
        self.storage.write(run_paths.PLAN, self.plan.file())

    def _finished(self) -> RunOutcome | None:
        """Give what it came to, where its record stands: that is proof, and stays."""
        storage = self.storage
        if not storage.exists(run_paths.RUN):
            return None
        content = storage.read(run_paths.RUN)
        try:
            record = RunRecord.read(content)
        except NotAsWrittenError:
            return None
        stands = all(is_as_made(storage, one) for one in record.files)
        if record.plan != self.plan or not stands:
            return None
        storage.remove(run_paths.WORK)
        return RunOutcome(record=record, digest=digest_of(content), new=0)


def _made(
    crew: Crew, missing: Sequence[Task], watch: Watch
) -> Iterator[PartitionRecord]:
    for made in _done(crew, make, missing):
        if isinstance(made, Failure):
            raise PartitionError(made.message, hint=made.hint)
        watch.made(made)
        yield made


def _done(
    crew: Crew, work: Callable[[Task], Made], tasks: Iterable[Task]
) -> Iterator[Made]:
    """Have tasks done, a few in hand at a time, and give each result as it comes."""
    waiting = iter(tasks)
    running: set[Future[Made]] = set()
    try:
        while True:
            for task in islice(waiting, crew.in_hand - len(running)):
                running.add(crew.executor.submit(work, task))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for one in done:
                yield one.result()
    except crew.lost as error:
        raise WorkersLostError from error


def _refuse_loss(plan: Plan, partitions: Iterable[PartitionRecord]) -> None:
    counted = sum(one.tally.read for one in partitions)
    if counted != plan.rows:
        raise CountsError(plan.rows, counted)
