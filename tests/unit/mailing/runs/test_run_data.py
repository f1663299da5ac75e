from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

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
    rows=6,
    partitions=2,
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
    dated=dt.date(2026, 3, 2),
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
        with pytest.raises((KeyError, TypeError, ValueError)):
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
        with pytest.raises(ValueError, match="7"):
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
            *(("by",), ("dated",), ("counts", "made"), ("plan", "rows")),
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

        with pytest.raises(ValueError, match="sha256"):
            RunRecord.read(json.dumps(data).encode())
