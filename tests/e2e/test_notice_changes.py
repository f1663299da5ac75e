from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from builders import Outcome
from builders import StatementRepo
from proposals import LABEL
from proposals import LONGER
from proposals import approve
from proposals import errors_of
from proposals import fault
from proposals import in_folder
from proposals import page
from proposals import said
from proposals import status_of
from steps import EXTENDED
from steps import SPANISH
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from pathlib import Path

NOTICE = in_folder(LABEL, "notice/en.md")


class TestChanged:
    HINT = (
        "If it should read so, `duenotice approve` approves it as it is now; otherwise "
        "bring it back as it was."
    )
    GONE = (
        "Bring it back as it was. While the version is proposed, `release --again` "
        "drafts it anew."
    )

    def test_proposed(self, approved: StatementRepo) -> None:
        """
        A notice that is not the one that was approved blocks the version.
        """
        approved.write(NOTICE, f"{approved.read(NOTICE)}\nOne more word.\n")

        done = approved.run("check", today=LABEL)

        assert 1 == done.status
        assert fault(
            NOTICE,
            "notice-changed",
            "it is not the notice that version 2026-03-01 recorded",
            self.HINT,
        ) == said(done, "notice-changed")

    def test_recorded(self, approved: StatementRepo) -> None:
        """
        Recorded so, the version is held, and all else is built as it was.
        """
        approved.write(NOTICE, f"{approved.read(NOTICE)}\nOne more word.\n")
        approved.commit(LABEL)

        done = approved.run("build", "--no-pdf", today="2026-03-02")

        assert (1, ["notice-changed"]) == (done.status, errors_of(done))
        assert "90 days" in page(approved)

    def test_missing(self, approved: StatementRepo) -> None:
        """
        A notice that was approved and is gone blocks the version.
        """
        approved.delete(NOTICE)

        done = approved.run("check", today=LABEL)

        assert 1 == done.status
        assert fault(
            NOTICE,
            "notice-missing",
            "version 2026-03-01 needs this file, and it is missing",
            self.GONE,
        ) == said(done, "notice-missing")

    def test_taken_over(self, approved: StatementRepo) -> None:
        """
        Released again, an edited notice is kept, and has to be approved again.
        """
        approved.write(NOTICE, f"{approved.read(NOTICE)}\nOne more word.\n")

        done = approved.run("release", "--again", today=LABEL)
        check = approved.run("check", today=LABEL)

        assert "approve it again." in done.err
        assert "One more word." in approved.read(NOTICE)
        assert ["notice-unapproved"] == errors_of(check)

    def test_corrected(self, approved: StatementRepo) -> None:
        """
        After publication a corrected notice is approved as an event.
        """
        approved.commit(LABEL)
        approved.write(NOTICE, f"{approved.read(NOTICE)}\nOne more word.\n")

        done = approve(approved, "2026-03-05")
        approved.commit("2026-03-05")

        assert "Recorded as an event: the notice was corrected." in done.out
        assert ["scheduled", "in-force"] == [
            status_of(approved, LABEL, day) for day in ("2026-03-05", "2026-04-03")
        ]


class TestLostAndRestored:
    DAYS = ("2026-03-19", "2026-03-20", "2026-04-03", "2026-04-09", "2026-04-10")

    def restored(self, repo: StatementRepo, lost: str, back: str) -> StatementRepo:
        """Commit the version, take its notice away, and bring it back."""
        kept = repo.read(NOTICE)
        repo.commit(LABEL)
        repo.delete(NOTICE).commit(lost)
        repo.write(NOTICE, kept).commit(back)
        return repo

    def test_over_its_day(self, approved: StatementRepo) -> None:
        """
        A version whose notice was gone on its day takes effect once it is back: what
        was answered about the days between stays as it was.
        """
        repo = self.restored(approved, "2026-03-20", "2026-04-10")

        assert ["scheduled", "held", "held", "held", "in-force"] == [
            status_of(repo, LABEL, day) for day in self.DAYS
        ]

    def test_in_time(self, approved: StatementRepo) -> None:
        """
        One whose notice is back before its day takes effect on its day.
        """
        repo = self.restored(approved, "2026-03-20", "2026-04-02")

        assert ["scheduled", "held", "in-force", "in-force", "in-force"] == [
            status_of(repo, LABEL, day) for day in self.DAYS
        ]

    def test_on_the_disk_alone(self, approved: StatementRepo) -> None:
        """
        A notice that somebody edits on the disk takes no version out of force.
        """
        approved.commit(LABEL)
        approved.write(NOTICE, f"{approved.read(NOTICE)}\nOne more word.\n")

        assert "in-force" == status_of(approved, LABEL, "2026-04-03")


class TestSecondFinding:
    def test_more_to_tell(self, approved: StatementRepo) -> None:
        """
        A finding that comes to an approved version drops the approval.
        """
        approved.section("lending", EXTENDED)

        done = approved.run("release", "--again", today=LABEL)
        check = approved.run("check", today=LABEL)

        assert (
            "note: the notice has other things to tell now: approve it again."
            in done.err.splitlines()
        )
        assert ["notice-silent", "notice-unapproved"] == errors_of(check)


class TestLanguages:
    @pytest.fixture
    def translated(self, tmp_path: Path) -> StatementRepo:
        """A material version in English and Spanish, just released."""
        repo = StatementRepo.with_statement(tmp_path / "translated")
        repo.statement(TRANSLATED_YAML).sections(SPANISH, locale="es")
        repo.publish("2026-01-10")
        repo.section("retention", LONGER)
        repo.section(
            "retention", SPANISH["retention"].replace("90", "120"), locale="es"
        )
        repo.release(LABEL)
        return repo

    def test_one_for_each(self, translated: StatementRepo) -> None:
        """
        There is a notice in each language, and both are approved together.
        """
        translated.finish_notice(LABEL)

        assert Outcome(
            0,
            "The notice of version 2026-03-01 (en, es) is approved by B. Counsel.\n",
            "Commit notice and record together.\n",
        ) == approve(translated)

    def test_missing_in_one(self, translated: StatementRepo) -> None:
        """
        A notice that is missing in a language blocks the version.
        """
        translated.finish_notice(LABEL)
        path = in_folder(LABEL, "notice/es.md")
        translated.delete(path)

        done = translated.run("check", today=LABEL)

        assert 1 == done.status
        assert fault(
            path,
            "notice-missing",
            'version 2026-03-01 has no notice in the language "es"',
            "Write it, or let `release --again` draft it anew.",
        ) == said(done, "notice-missing")

    def test_unapproved_in_each(self, translated: StatementRepo) -> None:
        """
        Each language's notice that is not approved is named.
        """
        done = translated.run("check", today=LABEL)

        assert ["en", "es"] == re.findall(
            r'2026-03-01 in "(\w+)" is not approved', said(done, "notice-unapproved")
        )
