from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.model.label import VersionLabel
from duenotice.model.record import EventKind
from duenotice.parse.record_file import record_faults
from duenotice.timeline import Status
from steps import EXTENDED
from steps import folder
from steps import message_of
from steps import move
from steps import origins
from steps import record
from steps import refusal
from steps import snapshot
from steps import take_back

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.release.request import Release

TODAY = "2026-03-01"


def adopt(
    repo: StatementRepo,
    published: str | None = "2021-10-15",
    effective: str | None = "2021-11-01",
    label: str | None = None,
) -> Release:
    """Adopt the draft."""
    return repo.release(
        TODAY,
        adopted_by="A. Editor",
        published=None if published is None else day(published),
        effective=None if effective is None else day(effective),
        version=None if label is None else VersionLabel.parse(label),
    )


class TestAdopted:
    """A text that was published before the project used this program."""

    def test_has_the_days_it_had(self, repo: StatementRepo) -> None:
        """
        An adopted version keeps its days, however long ago, and is named by the day of
        its publication.
        """
        one = adopt(repo).records[0]

        assert ("2021-10-15", day("2021-10-15"), day("2021-11-01")) == (
            str(one.version),
            one.published,
            one.effective,
        )

    def test_has_its_own_label(self, repo: StatementRepo) -> None:
        """
        An adopted version may be named by an earlier day, the one it printed.
        """
        one = adopt(repo, label="2021-10-01").records[0]

        assert "2021-10-01" == str(one.version)

    def test_says_who_vouches(self, repo: StatementRepo) -> None:
        """
        The record's first event says that it was adopted and by whom, and is chained to
        the record.
        """
        adopt(repo)
        one = record(repo, "2021-10-15")

        assert [(EventKind.ADOPTED, {"by": "A. Editor"})] == [
            (event.kind, event.details) for event in one.events
        ]
        assert () == record_faults(one)

    def test_counts_from_its_own_days(self, repo: StatementRepo) -> None:
        """
        An adopted version was in force from the day its record gives, not from the day
        of the commit.
        """
        adopt(repo)
        repo.commit(TODAY)
        timeline = repo.archive().timeline
        label = timeline.versions[0].label

        assert Status.PROPOSED is timeline.status(label, date(2021, 10, 14))
        assert Status.SCHEDULED is timeline.status(label, date(2021, 10, 15))
        assert Status.IN_FORCE is timeline.status(label, date(2021, 11, 1))

    def test_several_before_the_commit(self, repo: StatementRepo) -> None:
        """
        Versions are adopted one after the other, and need not be committed in between.
        """
        adopt(repo)
        repo.section("lending", "We note the books.")
        adopt(repo, "2023-01-01", "2023-02-01")

        assert ["en/lending.md", "record.yaml"] == folder(repo, "2023-01-01")
        assert "2021-10-15" == origins(repo, "2023-01-01")["retention"]
        assert VersionLabel.parse("2021-10-15") == record(repo, "2023-01-01").supersedes

    def test_is_followed_by_a_version_of_ones_own(self, repo: StatementRepo) -> None:
        """
        A release after the adoption follows the adopted text with the usual lead.
        """
        adopt(repo)
        repo.commit(TODAY)
        repo.section("lending", EXTENDED)
        release = repo.release("2026-03-05")

        assert 30 == release.lead.days
        assert VersionLabel.parse("2021-10-15") == release.records[0].supersedes

    @pytest.mark.parametrize("what", ["withdrawn", "rescheduled"])
    def test_stays_as_it_was(self, repo: StatementRepo, what: str) -> None:
        """
        An adopted version that is in force is neither withdrawn nor rescheduled.
        """
        adopt(repo)
        repo.commit(TODAY)

        def change() -> object:
            if what == "withdrawn":
                return take_back(repo, "2021-10-15", TODAY)
            return move(repo, "2021-10-15", TODAY, "2027-01-01")

        assert (
            f"version 2021-10-15 is in force and can't be {what}\n"
            "hint: What has been stays as it was: release a new version instead."
        ) == refusal(change)


class TestRefusals:
    """What can't be adopted."""

    @pytest.mark.parametrize(
        ("published", "effective"),
        [(None, "2021-11-01"), ("2021-10-15", None), (None, None)],
        ids=["published", "effective", "both"],
    )
    def test_missing_dates(
        self, repo: StatementRepo, published: str | None, effective: str | None
    ) -> None:
        """
        Neither day of an adopted version is guessed.
        """
        assert (
            "an adopted version needs --published and --effective\n"
            "hint: Give both days as they were."
        ) == refusal(lambda: adopt(repo, published, effective))

    @pytest.mark.parametrize(
        ("published", "effective"),
        [("2026-03-02", "2026-03-01"), ("2026-02-01", "2026-03-02")],
        ids=["published", "effective"],
    )
    def test_still_to_come(
        self, repo: StatementRepo, published: str, effective: str
    ) -> None:
        """
        What is still to come is released, not adopted.
        """
        assert (
            "2026-03-02 is still to come, and an adopted version is past\n"
            "hint: Release it without --adopt."
        ) == refusal(lambda: adopt(repo, published, effective))

    def test_after_a_version_of_ones_own(self, repo: StatementRepo) -> None:
        """
        Once the program has published a version itself, none is adopted.
        """
        repo.publish("2026-01-10")
        repo.section("lending", "We note the books.")

        assert (
            "version 2026-01-10 was published with this program already\n"
            "hint: Only what came before it can be adopted."
        ) == refusal(lambda: adopt(repo, "2026-02-01", "2026-02-01"))

    def test_out_of_order(self, repo: StatementRepo) -> None:
        """
        A version that took effect before the one adopted last is adopted before it.
        """
        adopt(repo)
        repo.section("lending", "We note the books.")

        assert (
            "the effective date 2021-10-20 lies before that of version 2021-10-15 "
            "(2021-11-01)\n"
            "hint: Adopt versions in the order in which they took effect."
        ) == refusal(lambda: adopt(repo, "2021-10-18", "2021-10-20"))

    def test_unchanged(self, repo: StatementRepo) -> None:
        """
        A text that is the same as the one adopted last is not adopted again.
        """
        adopt(repo)

        assert "the draft is the same as version 2021-10-15" == message_of(
            lambda: adopt(repo, "2023-01-01", "2023-02-01")
        )

    def test_while_a_version_of_ones_own_is_proposed(self, repo: StatementRepo) -> None:
        """
        A proposed version of one's own comes before any adoption too.
        """
        repo.release("2026-01-10")
        repo.section("lending", "We note the books.")

        assert "version 2026-01-10 is proposed already and not recorded yet" == (
            message_of(lambda: adopt(repo))
        )

    def test_release_while_one_is_adopted_and_not_committed(
        self, repo: StatementRepo
    ) -> None:
        """
        A version of one's own waits until the adopted ones are recorded.
        """
        adopt(repo)
        repo.section("lending", "We note the books.")

        assert "version 2021-10-15 is proposed already and not recorded yet" == (
            message_of(lambda: repo.release("2026-03-05"))
        )

    def test_leaves_no_trace(self, repo: StatementRepo) -> None:
        """
        A refused adoption writes nothing.
        """
        before = snapshot(repo)
        refusal(lambda: adopt(repo, None, None))

        assert before == snapshot(repo)
