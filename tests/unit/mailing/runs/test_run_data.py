from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING
from typing import Any

import pytest

from duenotice.mailing.canonical import NotAsWrittenError
from duenotice.mailing.canonical import sealed_json
from duenotice.mailing.member import Channel
from duenotice.mailing.members.splitting import Cut
from duenotice.mailing.messages.email_format import EmailFormat
from duenotice.mailing.runs.options import RunOptions
from duenotice.mailing.runs.partition_record import Kind
from duenotice.mailing.runs.partition_record import MadeFile
from duenotice.mailing.runs.partition_record import PartitionRecord
from duenotice.mailing.runs.partition_record import Tally
from duenotice.mailing.runs.plan import Plan
from duenotice.mailing.runs.record import RunRecord

if TYPE_CHECKING:
    from collections.abc import Callable

HASH = f"sha256:{'0' * 64}"
PLAN = Plan(
    statement="website",
    version="2026-03-01",
    version_digest=HASH,
    kit=HASH,
    input=HASH,
    settings=HASH,
    suppressed=None,
    options=RunOptions(
        channels=(Channel.EMAIL, Channel.SMS),
        email_format=EmailFormat.EML,
        cut=Cut(partition_size=5, limit=None, sample=7),
    ),
    program="0.1.0",
    dated=dt.date(2026, 3, 2),
    rows=6,
    parcels=(HASH, HASH),
)
TALLY = Tally(
    made=3,
    rejected={"no-email": 1},
    suppressed={"listed": 2},
    messages={Kind(channel=Channel.EMAIL, locale="en", baseline="2026-01-10"): 3},
)
PART = PartitionRecord(
    plan=PLAN.digest,
    number=1,
    tally=TALLY,
    files=(MadeFile.made_of("email/part-00001.zip", b"x"),),
)
RUN = RunRecord(
    plan=PLAN,
    templates={"messages/sms.txt": "0" * 64},
    approved_by="A. Editor",
    by=None,
    partitions=(PART,),
    files=(MadeFile.made_of("kit.json", b"{}"),),
)


class TestPlan:
    """What decides the bytes of a run."""

    def test_read_again(self) -> None:
        """
        A plan is read as it was written.
        """
        assert PLAN == Plan.read(PLAN.file())

    @pytest.mark.parametrize("content", [b"{}", b"[]", b"x", b'{"schema": "x/1"}'])
    def test_none(self, content: bytes) -> None:
        """
        Another file is no plan.
        """
        with pytest.raises(NotAsWrittenError):
            Plan.read(content)

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"version": "2026-03-01.2"}, "another version"),
            ({"version_digest": "x"}, "another state of the version"),
            ({"suppressed": "x"}, "another list of members not to write to"),
            ({"program": "0.2.0"}, "another version of duenotice"),
        ],
    )
    def test_difference(self, change: dict[str, str], words: str) -> None:
        """
        In what two plans differ is told in words.
        """
        assert words == PLAN.difference(replace(PLAN, **change))  # type: ignore[arg-type]

    def test_other_options(self) -> None:
        """
        Of options it is told which differ, what the run has, and what is asked now.
        """
        asked = RunOptions(large_print=True, cut=Cut(partition_size=5))

        assert (
            "other options: --channel email sms instead of email letter sms app, "
            "--email-format eml instead of json, --large-print no instead of yes, "
            "--sample 7 instead of none"
        ) == PLAN.difference(replace(PLAN, options=asked))

    def test_trial(self) -> None:
        """
        A run with some of the members is a trial.
        """
        assert (True, False) == (PLAN.options.is_trial, RunOptions().is_trial)


class TestTally:
    """Counts of rows and of messages."""

    def test_adds_up(self) -> None:
        """
        What was read is what was made, rejected and suppressed.
        """
        assert 6 == TALLY.read

    def test_together(self) -> None:
        """
        The counts of partitions are added, reason by reason.
        """
        both = TALLY + replace(TALLY, rejected={"no-name": 2})

        assert (13, {"no-email": 1, "no-name": 2}) == (both.read, both.rejected)
        assert {Channel.EMAIL: 6} == both.by_channel()

    def test_lost_row(self) -> None:
        """
        Counts that don't add up are no counts.
        """
        with pytest.raises(NotAsWrittenError):
            Tally.of({**TALLY.data(), "read": 7})


class TestRecords:
    """Of a partition, and of the run."""

    def test_partition(self) -> None:
        """
        The marker of a partition is read as it was written.
        """
        assert PART == PartitionRecord.read(PART.file())

    def test_run(self) -> None:
        """
        So is the record of a run.
        """
        assert RUN == RunRecord.read(RUN.file())

    @pytest.mark.parametrize(
        "path",
        [
            *(("by",), ("plan", "dated"), ("counts", "made"), ("plan", "rows")),
            *(("files", 0, "sha256"), ("partitions", 0, "made")),
        ],
    )
    def test_edited(self, path: tuple[str | int, ...]) -> None:
        """
        A record of which anything was changed is none.
        """
        data = json.loads(RUN.file())
        place = data
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = "2"

        with pytest.raises(NotAsWrittenError):
            RunRecord.read(json.dumps(data).encode())

    @pytest.mark.parametrize(
        "content",
        [b"", b"\xff", b"[]", b"null", b"{}", b"[" * 100_000, b'{"digest": 1}'],
        ids=["empty", "bytes", "list", "null", "object", "deep", "digest"],
    )
    @pytest.mark.parametrize("kind", [Plan, PartitionRecord, RunRecord])
    def test_other_files(
        self, kind: type[Plan | PartitionRecord | RunRecord], content: bytes
    ) -> None:
        """
        Whatever bytes stand in their place, they are said to be none.
        """
        with pytest.raises(NotAsWrittenError):
            kind.read(content)


def forged(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Write the marker of a partition with something else, and a digest of its own."""
    data = PART.data()
    change(data)
    return sealed_json(data)


class TestForged:
    """A digest of its own doesn't make a marker of what can't be one."""

    @pytest.mark.parametrize(
        "change",
        [
            lambda data: data.update(made=-1, read=2),
            lambda data: data.update(made=True, read=4),
            lambda data: data.update(made="3"),
            lambda data: data.update(read=7),
            lambda data: data.update(partition=-1),
            lambda data: data.update(messages=3),
            lambda data: data["files"][0].update(path="../../etc/passwd"),
            lambda data: data["files"][0].update(path="/etc/passwd"),
            lambda data: data["files"][0].update(path="a//b"),
            lambda data: data["files"][0].update(path="memory://a"),
            lambda data: data.update(files=[[]]),
        ],
    )
    def test_refused(self, change: Callable[[dict[str, Any]], object]) -> None:
        """
        Counts are counts, and files lie in the run's folder.
        """
        with pytest.raises(NotAsWrittenError):
            PartitionRecord.read(forged(change))
