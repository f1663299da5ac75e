"""A run taken as proof that people were told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.canonical import digest_of
from duenotice.mailing.canonical import short_digest
from duenotice.mailing.kit_json import read_kit
from duenotice.mailing.runs.checking import proven_run
from duenotice.mailing.runs.checking import read_run
from duenotice.mailing.runs.errors import NothingMadeError
from duenotice.mailing.runs.errors import OtherRunError
from duenotice.mailing.runs.errors import OutdatedRunError
from duenotice.mailing.runs.errors import SentBeforeMadeError
from duenotice.mailing.runs.errors import TrialRunError
from duenotice.mailing.runs.errors import UnprovenError
from duenotice.mailing.runs.errors import UnrecordedRunError
from duenotice.mailing.runs.paths import KIT
from duenotice.mailing.runs.paths import RUN
from duenotice.mailing.storage import Storage
from duenotice.release.telling import Told
from duenotice.store.gate import notices_on

if TYPE_CHECKING:
    from datetime import date

    from duenotice.mailing.member import Channel
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


def tellings_of(
    address: str,
    archive: Archive,
    version: StoredVersion,
    *,
    on: date,
    channel: Channel | None = None,
) -> tuple[Told, ...]:
    """Say by which channels how many were told, as a run proves.

    Args:
        address: Where the run is.
        archive: Holds the version.
        version: The version that people were told of.
        on: The day on which the messages went out.
        channel: Only these went out on that day; all if left out.

    Raises:
        UnprovenError: The run isn't as it was made.
        OtherRunError: It is about another version.
        TrialRunError: It was made for a part of the members only.
        SentBeforeMadeError: Its messages are dated later.
        OutdatedRunError: It tells of another day, or in other words, than it had to.
        NothingMadeError: It made no such message.
        DuenoticeError: There is no complete run, or it can't be read.
    """
    record, digest = proven_run(address, archive)
    plan = record.plan
    if plan.version != str(version.label):
        raise OtherRunError(address, plan.version, version.label)
    if plan.options.is_trial:
        raise TrialRunError(address)
    _refuse_outdated(address, archive, version, on)
    counts = record.tally.by_channel().items()
    tellings = tuple(
        Told(channel=one.value, on=on, count=count, by=record.by, proof=digest)
        for one, count in counts
        if channel in {None, one}
    )
    if not tellings:
        raise NothingMadeError(address, channel)
    return tellings


def proof_files(address: str, version: StoredVersion) -> dict[str, bytes]:
    """Give the record of a run and its words, in a folder named by the proof.

    Neither names a member; the messages needn't be there any more.

    Raises:
        UnrecordedRunError: The version's record doesn't name it as proof.
        UnprovenError: The words aren't those that it was made with.
        DuenoticeError: There is no complete run, or it can't be read.
    """
    record, digest = read_run(address)
    proofs = {event.details.get("proof") for event in version.record.events}
    if digest not in proofs:
        raise UnrecordedRunError(address, version.label)
    storage = Storage(address)
    files = {path: storage.read(path) for path in (RUN, KIT)}
    if digest_of(files[KIT]) != record.plan.kit:
        raise UnprovenError(address, f"{KIT}: it is not the file that was made")
    folder = short_digest(digest)
    return {f"{folder}/{path}": content for path, content in files.items()}


def _refuse_outdated(
    address: str, archive: Archive, version: StoredVersion, on: date
) -> None:
    """Refuse messages that were not, or no longer, right on the day they went out."""
    kit = read_kit(Storage(address).read(KIT))
    if on < kit.dated:
        raise SentBeforeMadeError(address, kit.dated, on)
    if kit.effective != archive.timeline[version.label].effective_as_known(on):
        told = f"say {kit.effective}, which was not the effective day"
        raise OutdatedRunError(address, told, on)
    if kit.notices != notices_on(version.record, on):
        raise OutdatedRunError(address, "have not the words that were approved", on)
