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

from duenotice.mailing.canonical import digest_of
from duenotice.mailing.kit_json import read_kit
from duenotice.mailing.kit_json import write_kit
from duenotice.mailing.members.parcel import parcel_name
from duenotice.mailing.members.splitting import split_members
from duenotice.mailing.runs import paths as run_paths
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
    from datetime import date

    from duenotice.mailing.members.recipients import Extent
    from duenotice.mailing.members.splitting import Split
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
        return read_kit(storage.read(run_paths.KIT)).dated
    except ValueError:
        return None


def run_mailing(order: Order, crew: Crew, watch: Watch) -> RunOutcome:
    """Make all messages that aren't made yet, and the record of the run.

    Raises:
        NoSenderEmailError: There would be e-mails from nowhere.
        OtherPlanError: The address holds another run.
        OtherFilesError: It holds something else.
        WorkersLostError: A process ended that made messages.
        DuenoticeError: Something can't be read, made or written.
    """
    order.refuse_unfit()
    storage = Storage(order.address)
    plan = _standing_plan(order, storage, watch) or _new_plan(order, storage, watch)
    storage.remove_leftovers()
    tasks = [
        Task(storage.full_address, plan.digest, number)
        for number in range(plan.partitions)
    ]
    watch.step("Looking at what is made already")
    stood = [one for one in _done(crew, standing, tasks) if one is not None]
    numbers = {one.number for one in stood}
    missing = [one for one in tasks if one.number not in numbers]
    finished = None if missing else _finished(storage, plan)
    if finished is not None:
        return finished
    _lay_out(order, storage, missing, watch)
    watch.planned(plan, stood)
    partitions = tuple(
        sorted([*stood, *_made(crew, missing, watch)], key=lambda one: one.number)
    )
    watch.step("Writing the record of the run")
    _refuse_loss(plan, partitions)
    record, digest = finish(order, storage, plan, partitions)
    return RunOutcome(record=record, digest=digest, new=len(missing))


def _made(
    crew: Crew, missing: Sequence[Task], watch: Watch
) -> Iterator[PartitionRecord]:
    for made in _done(crew, make, missing):
        if isinstance(made, Failure):
            raise PartitionError(made.message, hint=made.hint)
        watch.made(made)
        yield made


def _finished(storage: Storage, plan: Plan) -> RunOutcome | None:
    """Give what the run came to, where its record stands: that is proof, and stays."""
    if not storage.exists(run_paths.RUN):
        return None
    content = storage.read(run_paths.RUN)
    try:
        record = RunRecord.read(content)
    except (KeyError, TypeError, ValueError):
        return None
    if record.plan != plan or not all(is_as_made(storage, one) for one in record.files):
        return None
    storage.remove(run_paths.WORK)
    return RunOutcome(record=record, digest=digest_of(content), new=0)


def _standing_plan(order: Order, storage: Storage, watch: Watch) -> Plan | None:
    """Give the plan that is there; nothing where there is nothing."""
    if not storage.exists(run_paths.PLAN):
        own = f"{run_paths.WORK}/"
        others = (one for one in storage.list() if not one.startswith(own))
        if any(one != run_paths.KIT for one in others):
            raise OtherFilesError(order.address)
        return None
    try:
        plan = Plan.read(storage.read(run_paths.PLAN))
    except (KeyError, TypeError, ValueError) as error:
        raise OtherFilesError(order.address) from error
    watch.step("Reading the members, to see whether they are the same")
    extent = order.recipients.extent()
    difference = plan.difference(_plan(order, extent.digest, plan.rows))
    if difference is not None:
        raise OtherPlanError(order.address, difference)
    return plan


def _new_plan(order: Order, storage: Storage, watch: Watch) -> Plan:
    """Divide the members into partitions, and write the plan last of all."""
    extent, split = _split(order, storage, watch)
    plan = _plan(order, extent.digest, split.rows, split.partitions)
    storage.write(run_paths.KIT, write_kit(order.kit))
    storage.write(run_paths.PLAN, plan.file())
    return plan


def _split(order: Order, storage: Storage, watch: Watch) -> tuple[Extent, Split]:
    watch.step("Reading the members")
    return split_members(
        order.recipients,
        storage,
        id_form=order.settings.columns.id,
        cut=order.options.cut,
        listed=order.listed,
    )


def _lay_out(
    order: Order, storage: Storage, missing: Sequence[Task], watch: Watch
) -> None:
    """Write what workers need, as planned: the same bytes, whatever was there."""
    storage.write(run_paths.SETTINGS, order.settings_file)
    storage.write(run_paths.KIT, write_kit(order.kit))
    if any(not storage.exists(parcel_name(one.number)) for one in missing):
        _split(order, storage, watch)


def _plan(order: Order, members: str, rows: int, partitions: int = 0) -> Plan:
    return Plan(
        statement=order.kit.statement,
        version=order.kit.version,
        version_digest=order.kit.digest,
        kit=digest_of(write_kit(order.kit)),
        input=members,
        settings=digest_of(order.settings_file),
        suppressed=None if order.listed is None else order.listed.digest(),
        options=order.options,
        program=order.program,
        rows=rows,
        partitions=partitions,
    )


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
