from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from builders import day
from clearing import CUSTOMS
from duenotice.mailing.editions.errors import GateClosedError
from duenotice.mailing.editions.errors import NotDueError
from duenotice.mailing.editions.errors import NothingToTellError
from duenotice.mailing.editions.readiness import refuse_unready
from duenotice.store.version import BrokenVersionError
from message_kits import DATED
from message_kits import FIRST
from message_kits import committed
from proposals import LABEL
from proposals import UNDER_COLORADO
from steps import EXTENDED
from steps import FURTHER
from steps import MENDED

if TYPE_CHECKING:
    from pathlib import Path

NEXT = "2026-03-05"


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """A project in which a material change was just released."""
    repo = StatementRepo.with_statement(tmp_path / "project")
    repo.publish(FIRST)
    repo.section("lending", EXTENDED).release(LABEL)
    return repo


def ask(repo: StatementRepo, label: str = LABEL, on: str = DATED) -> None:
    """Ask whether people may be told of a version."""
    with committed(repo) as (archive, book):
        refuse_unready(archive, book, archive.find(label), CUSTOMS, day(on))


class TestReady:
    """Versions that people may be told of."""

    def test_scheduled(self, repo: StatementRepo) -> None:
        """
        An approved change that is to come can be told of.
        """
        repo.clear(LABEL, LABEL).commit(LABEL)

        ask(repo)

    def test_in_force(self, repo: StatementRepo) -> None:
        """
        So can one that is in force: where a law left no time before.
        """
        repo.clear(LABEL, LABEL).commit(LABEL)

        ask(repo, on="2026-04-03")


class TestNotReady:
    """Versions of which no message is made."""

    def test_not_approved(self, repo: StatementRepo) -> None:
        """
        A notice that nobody approved is not sent; what is open is said.
        """
        repo.commit(LABEL)

        with pytest.raises(GateClosedError, match="it has not passed the gate") as told:
            ask(repo)

        assert "notice-unapproved" in {one.code for one in told.value.diagnostics}

    def test_other_notice(self, repo: StatementRepo) -> None:
        """
        A notice that was changed since it was approved is not sent.
        """
        repo.clear(LABEL, LABEL).commit(LABEL)
        notice = f"statements/website/versions/{LABEL}/notice/en.md"
        repo.write(notice, repo.read(notice) + "\nMore.\n").commit(NEXT)

        with pytest.raises(NotDueError, match=f"version {LABEL}: it is held") as told:
            ask(repo, on="2026-03-06")

        assert "`duenotice status` says why it is held." == told.value.advice

    def test_mail_too_late(self, tmp_path: Path) -> None:
        """
        When messages can no longer be in time, they would name a day that doesn't
        hold.
        """
        repo = StatementRepo.with_statement(tmp_path / "late")
        repo.statement(UNDER_COLORADO).publish(FIRST)
        repo.section("lending", EXTENDED).publish(LABEL)

        with pytest.raises(GateClosedError) as told:
            ask(repo, on="2026-04-03")

        assert ["mail-due"] == [one.code for one in told.value.diagnostics]

    def test_correction(self, repo: StatementRepo) -> None:
        """
        Of a correction nobody need be told.
        """
        repo.section("lending", MENDED).release(LABEL, again=True)
        repo.clear(LABEL, LABEL).commit(LABEL)

        with pytest.raises(NothingToTellError, match="no change that people must"):
            ask(repo)

    def test_first(self, repo: StatementRepo) -> None:
        """
        A first version changes nothing.
        """
        repo.commit(LABEL)

        with pytest.raises(NothingToTellError):
            ask(repo, FIRST)

    def test_superseded(self, repo: StatementRepo) -> None:
        """
        Of a text that another one has followed nobody is told any more.
        """
        repo.clear(LABEL, LABEL).commit(LABEL)
        repo.section("lending", FURTHER).publish("2026-05-01")

        with pytest.raises(NotDueError, match=f"version {LABEL}: it is superseded"):
            ask(repo, on="2026-07-01")

    def test_past_correction(self, repo: StatementRepo) -> None:
        """
        Of a version that is over, that is said before what it changed.
        """
        repo.clear(LABEL, LABEL).commit(LABEL)
        repo.section("contacts", "Write to us: <privacy@fernhill.example>.")
        repo.publish("2026-05-01")
        repo.section("lending", FURTHER).publish("2026-05-02")

        with pytest.raises(NotDueError, match="it is superseded"):
            ask(repo, "2026-05-01", on="2026-08-01")

    def test_not_public(self, repo: StatementRepo) -> None:
        """
        Before its published day a version is nobody's to know.
        """
        repo.clear(LABEL, LABEL).commit(LABEL)

        with pytest.raises(NotDueError, match="it is proposed") as told:
            ask(repo, on="2026-02-28")

        assert "wait for the day on which it is published" in told.value.advice

    def test_broken(self, repo: StatementRepo) -> None:
        """
        A version whose files are not those that were recorded is not told of.
        """
        repo.clear(LABEL, LABEL).commit(LABEL)
        section = f"statements/website/versions/{LABEL}/en/lending.md"
        repo.write(section, repo.read(section) + "\nMore.\n").commit(NEXT)

        with pytest.raises(BrokenVersionError):
            ask(repo, on="2026-03-06")
