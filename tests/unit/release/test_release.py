from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.model.record import Reach
from duenotice.parse.record_file import record_digest
from duenotice.parse.record_file import record_faults
from steps import EXTENDED
from steps import FOLDER
from steps import FURTHER
from steps import MENDED
from steps import folder
from steps import message_of
from steps import move
from steps import record
from steps import refusal
from steps import snapshot
from steps import take_back

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.model.record import Record


def change(repo: StatementRepo, words: str = EXTENDED) -> None:
    """Change a section of the draft so that people have to be told."""
    repo.section("lending", words)


def days(one: Record) -> tuple[str, str, str]:
    """Write label, published and effective day."""
    return (str(one.version), str(one.published), str(one.effective))


class TestFirst:
    """The first version of a statement."""

    def test_needs_no_notice(self, repo: StatementRepo) -> None:
        """
        The first version takes effect on the day of its release, without lead or slack.
        """
        release = repo.release("2026-01-10")

        assert ("2026-01-10", "2026-01-10", "2026-01-10") == days(release.records[0])
        assert (0, "the first version needs no notice") == (
            release.lead.days,
            release.lead.reason,
        )

    def test_supersedes_nothing(self, repo: StatementRepo) -> None:
        """
        The first record has no version before it, in text or in the chain.
        """
        repo.release("2026-01-10")
        first = record(repo, "2026-01-10")

        assert (None, None) == (first.supersedes, first.previous)

    def test_holds_everything(self, repo: StatementRepo) -> None:
        """
        The folder of the first version holds every text and its record.
        """
        repo.release("2026-01-10")

        assert [
            "en/contacts.md",
            "en/introduction.md",
            "en/lending.md",
            "en/retention.md",
            "record.yaml",
            "statement.yaml",
        ] == folder(repo, "2026-01-10")

    def test_may_take_effect_later(self, repo: StatementRepo) -> None:
        """
        The first version takes effect on the day that is asked for, from today on.
        """
        release = repo.release("2026-01-10", effective=day("2026-02-01"))

        assert ("2026-01-10", "2026-01-10", "2026-02-01") == days(release.records[0])

    def test_not_before_it_is_published(self, repo: StatementRepo) -> None:
        """
        Not even the first version takes effect before it is published.
        """
        assert (
            "2026-01-09 is too early: the earliest effective date is 2026-01-10 "
            "(the first version needs no notice)\n"
            "hint: Use --effective 2026-01-10 or later. If a law leaves no time, "
            "give the reason with `release --required-by-law`: it waives the lead "
            "time, never the notice."
        ) == refusal(lambda: repo.release("2026-01-10", effective=day("2026-01-09")))

    def test_again_after_a_withdrawal(self, repo: StatementRepo) -> None:
        """
        Where the first version was withdrawn before its day, the next one is the first.
        """
        repo.publish("2026-01-10", effective=day("2026-02-01"))
        take_back(repo, "2026-01-10", "2026-01-12")
        repo.commit("2026-01-12")
        change(repo)

        release = repo.release("2026-01-15")

        assert 0 == release.lead.days
        assert release.records[0].supersedes is None


class TestFollowing:
    """A version that follows the text in force."""

    def test_takes_effect_after_lead_and_slack(self, in_force: StatementRepo) -> None:
        """
        Without a wish the effective date is the earliest permitted one plus the slack.
        """
        change(in_force)

        release = in_force.release("2026-03-01")

        assert ("2026-03-01", "2026-03-01", "2026-04-03") == days(release.records[0])
        assert (30, "the notice policy asks for 30 days") == (
            release.lead.days,
            release.lead.reason,
        )

    def test_supersedes_the_text_in_force(self, in_force: StatementRepo) -> None:
        """
        The record names the text in force and is chained to the record before it.
        """
        change(in_force)
        in_force.release("2026-03-01")
        first = record(in_force, "2026-01-10")
        second = record(in_force, "2026-03-01")

        assert first.version == second.supersedes
        assert first.digest == second.previous

    def test_record_agrees_with_itself(self, in_force: StatementRepo) -> None:
        """
        A record's digest is that of its content, and nothing has happened to it yet.
        """
        change(in_force)
        in_force.release("2026-03-01")
        second = record(in_force, "2026-03-01")

        assert second.digest == record_digest(second)
        assert ((), ()) == (record_faults(second), second.events)

    def test_reads_back_without_faults(self, in_force: StatementRepo) -> None:
        """
        What a release writes is found whole when it is read.
        """
        change(in_force)
        in_force.release("2026-03-01")
        archive = in_force.on_disk()

        assert ((), ()) == (archive.diagnostics, archive.unreleased())

    def test_does_not_supersede_what_was_withdrawn(
        self, pending: StatementRepo
    ) -> None:
        """
        After a withdrawal the next version supersedes the text in force, and is chained
        to the withdrawn record all the same.
        """
        take_back(pending, "2026-03-01", "2026-03-05")
        pending.commit("2026-03-05")
        change(pending)

        release = pending.release("2026-03-10")

        assert VersionLabel.parse("2026-01-10") == release.records[0].supersedes
        assert record(pending, "2026-03-01").digest == release.records[0].previous

    def test_follows_a_scheduled_version_at_a_later_date(
        self, pending: StatementRepo
    ) -> None:
        """
        With an effective date after the scheduled one, a release is a change of its own
        that follows the scheduled version.
        """
        change(pending)

        release = pending.release("2026-03-10", effective=day("2026-04-20"))

        assert VersionLabel.parse("2026-03-01") == release.records[0].supersedes
        assert ("2026-03-10", "2026-03-10", "2026-04-20") == days(release.records[0])


class TestDates:
    """Label, published and effective day as they are asked for."""

    def test_label(self, in_force: StatementRepo) -> None:
        """
        A version may be named by the day on which its text was revised.
        """
        change(in_force)
        release = in_force.release(
            "2026-03-01", version=VersionLabel.parse("2026-02-27")
        )

        assert ("2026-02-27", "2026-03-01", "2026-04-03") == days(release.records[0])

    def test_published(self, in_force: StatementRepo) -> None:
        """
        The lead counts from the planned day of publication, which names the version.
        """
        change(in_force)
        release = in_force.release("2026-03-01", published=day("2026-03-15"))

        assert ("2026-03-15", "2026-03-15", "2026-04-17") == days(release.records[0])

    @pytest.mark.parametrize("effective", ["2026-03-31", "2027-01-01"])
    def test_effective(self, in_force: StatementRepo, effective: str) -> None:
        """
        Any effective date that leaves the lead is taken as it is, without slack.
        """
        change(in_force)
        release = in_force.release("2026-03-01", effective=day(effective))

        assert ("2026-03-01", "2026-03-01", effective) == days(release.records[0])

    def test_several_on_one_day(self, in_force: StatementRepo) -> None:
        """
        Further versions of one day are numbered from two on.
        """
        labels = []
        for number in range(9):
            change(in_force, f"We note {number} books.")
            release = in_force.publish("2026-03-01", required_by_law="Act 12")
            labels.append(str(release.records[0].version))

        assert [
            "2026-03-01",
            *(f"2026-03-01.{number}" for number in range(2, 10)),
        ] == labels

    def test_the_tenth_of_a_day_follows_the_ninth(
        self, in_force: StatementRepo
    ) -> None:
        """
        Labels of one day are compared as numbers when the next one is chosen.
        """
        change(in_force)
        in_force.publish(
            "2026-03-01",
            version=VersionLabel.parse("2026-03-01.9"),
            required_by_law="Act 12",
        )
        change(in_force, FURTHER)
        in_force.publish("2026-03-01", required_by_law="Act 12")
        change(in_force, MENDED)

        release = in_force.release("2026-03-01", required_by_law="Act 12")

        assert VersionLabel.parse("2026-03-01.11") == release.records[0].version

    def test_too_early(self, in_force: StatementRepo) -> None:
        """
        An effective date that leaves less than the lead is refused, and the earliest
        one is named.
        """
        change(in_force)

        assert (
            "2026-03-30 is too early: the earliest effective date is 2026-03-31 "
            "(the notice policy asks for 30 days)\n"
            "hint: Use --effective 2026-03-31 or later. If a law leaves no time, "
            "give the reason with `release --required-by-law`: it waives the lead "
            "time, never the notice."
        ) == refusal(
            lambda: in_force.release("2026-03-01", effective=day("2026-03-30"))
        )

    def test_backdated(self, in_force: StatementRepo) -> None:
        """
        Nothing is published before today.
        """
        change(in_force)

        assert (
            "2026-02-28 has passed: nothing is published before today\n"
            "hint: Leave --published out. A text that was published before this "
            "project used duenotice is brought in with --adopt."
        ) == refusal(
            lambda: in_force.release("2026-03-01", published=day("2026-02-28"))
        )

    @pytest.mark.parametrize("label", ["2026-01-10", "2026-01-09.4"])
    def test_label_taken(self, in_force: StatementRepo, label: str) -> None:
        """
        A label that doesn't come after the newest version is refused, and the first
        free one is named.
        """
        change(in_force)

        assert (
            f"version {label} would not come after version 2026-01-10\n"
            "hint: The first free label is 2026-03-01."
        ) == refusal(
            lambda: in_force.release("2026-03-01", version=VersionLabel.parse(label))
        )

    def test_label_ahead(self, in_force: StatementRepo) -> None:
        """
        A version can't be named by a day after its publication.
        """
        change(in_force)

        assert (
            "version 2026-03-02 would be published on 2026-03-01, before its date\n"
            "hint: A version is named by the day it was last revised: use that day, "
            "or a later --published."
        ) == refusal(
            lambda: in_force.release(
                "2026-03-01", version=VersionLabel.parse("2026-03-02")
            )
        )

    def test_not_before_the_text_it_goes_on_from(self, in_force: StatementRepo) -> None:
        """
        While a version waits for its day of publication, nothing that holds its text is
        published before it.
        """
        change(in_force)
        in_force.release(
            "2026-03-01",
            version=VersionLabel.parse("2026-03-01"),
            published=day("2026-03-20"),
        )
        in_force.commit("2026-03-01")
        change(in_force, FURTHER)

        assert (
            "version 2026-03-01 is not public before 2026-03-20, and the draft "
            "holds its text\n"
            "hint: Use --published 2026-03-20 or later, or take the version back "
            "first with `withdraw 2026-03-01 --restore`."
        ) == refusal(lambda: in_force.release("2026-03-10", required_by_law="Act 12"))


class TestReach:
    """Which data a version applies to."""

    def test_is_all_unless_said(self, in_force: StatementRepo) -> None:
        """
        A version reaches data already collected unless the editor says otherwise.
        """
        change(in_force)
        release = in_force.release("2026-03-01")

        assert Reach.ALL is release.records[0].reaches

    def test_new(self, in_force: StatementRepo) -> None:
        """
        A version may reach only data collected from its effective day on.
        """
        change(in_force)
        in_force.release("2026-03-01", reaches=Reach.NEW)

        assert Reach.NEW is record(in_force, "2026-03-01").reaches


class TestRequiredByLaw:
    """Changes for which a law leaves no time."""

    def test_waives_the_lead(self, in_force: StatementRepo) -> None:
        """
        A change that a law requires may take effect on the day of publication, and
        keeps the reason in its record.
        """
        change(in_force)
        release = in_force.release("2026-03-01", required_by_law="Act 12 of 2026")

        assert ("2026-03-01", "2026-03-01", "2026-03-01") == days(release.records[0])
        assert "Act 12 of 2026" == record(in_force, "2026-03-01").required_by_law
        assert (0, "required by law; the notice is still due") == (
            release.lead.days,
            release.lead.reason,
        )

    def test_waives_no_publication(self, in_force: StatementRepo) -> None:
        """
        Not even a law makes a version take effect before it is published.
        """
        change(in_force)
        message = message_of(
            lambda: in_force.release(
                "2026-03-01", required_by_law="Act 12", effective=day("2026-02-28")
            )
        )

        assert (
            "2026-02-28 is too early: the earliest effective date is 2026-03-01 "
            "(required by law; the notice is still due)"
        ) == message


class TestPolicy:
    """The lead of a material change is the stricter one of both texts."""

    @pytest.mark.parametrize("drafted", [5, 60])
    def test_the_stricter_policy_counts(
        self, in_force: StatementRepo, drafted: int
    ) -> None:
        """
        A change that shortens the notice is itself announced with the longer one, and a
        longer one counts at once.
        """
        in_force.statement(policy(drafted))
        change(in_force)

        assert max(30, drafted) == in_force.release("2026-03-01").lead.days

    def test_the_policy_of_a_version_is_the_one_it_was_released_with(
        self, in_force: StatementRepo
    ) -> None:
        """
        A longer notice that came with a version binds the next one, though nothing else
        of the statement's settings changed.
        """
        in_force.statement(policy(60))
        change(in_force)
        in_force.publish("2026-03-01")
        in_force.statement(policy(5))
        change(in_force, FURTHER)

        assert 60 == in_force.release("2026-06-01").lead.days

    def test_one_day(self, in_force: StatementRepo) -> None:
        """
        The reason for a lead of one day reads well.
        """
        in_force.statement(policy(1))
        change(in_force)
        in_force.publish("2026-03-01")
        change(in_force, FURTHER)
        release = in_force.release("2026-06-01")

        assert "the notice policy asks for 1 day" == release.lead.reason

    def test_no_lead_gets_no_slack(self, repo: StatementRepo) -> None:
        """
        Where the policy asks for no lead, a material change is effective at once.
        """
        repo.statement(policy(0)).publish("2026-01-10")
        change(repo)

        release = repo.release("2026-03-01")

        assert ("2026-03-01", "2026-03-01", "2026-03-01") == days(release.records[0])


def policy(lead_days: int) -> str:
    """Give settings with another lead."""
    return STATEMENT_YAML.replace("lead_days: 30", f"lead_days: {lead_days}")


class TestRefusals:
    """What is no release, and leaves no trace."""

    def test_unchanged_draft(self, in_force: StatementRepo) -> None:
        """
        A draft that says what the newest version says is not released.
        """
        assert (
            "the draft is the same as version 2026-01-10\n"
            "hint: Change a section first. A version without a change would tell "
            "people nothing."
        ) == refusal(lambda: in_force.release("2026-03-01"))

    def test_policy_alone(self, in_force: StatementRepo) -> None:
        """
        Another notice policy alone makes no version: people read none of it.
        """
        in_force.statement(policy(60))
        message = message_of(lambda: in_force.release("2026-03-01"))

        assert "the draft is the same as version 2026-01-10" == message

    def test_unchanged_since_the_scheduled_version(
        self, pending: StatementRepo
    ) -> None:
        """
        The draft goes on from the scheduled version, not from the text in force.
        """
        message = message_of(lambda: pending.release("2026-03-10"))

        assert "the draft is the same as version 2026-03-01" == message

    def test_second_proposal(self, in_force: StatementRepo) -> None:
        """
        While a version is proposed and not recorded, there is no other.
        """
        change(in_force)
        in_force.release("2026-03-01")
        change(in_force, FURTHER)

        assert (
            "version 2026-03-01 is proposed already and not recorded yet\n"
            "hint: Use `release --again` to stamp it anew with the draft as it is "
            "now, or `release --discard` to undo it."
        ) == refusal(lambda: in_force.release("2026-03-02"))

    def test_faulty_draft(self, in_force: StatementRepo) -> None:
        """
        A draft with faults is not released; they are counted, and each is shown with
        its place.
        """
        in_force.section("lending", "See [](#fines).").section("contacts", "[](#rules)")
        shown = message_of(lambda: in_force.release("2026-03-01")).splitlines()

        assert [
            "2 faults stop this:",
            f"{FOLDER}/en/contacts.md:5",
            f"{FOLDER}/en/lending.md:5",
        ] == [shown[0], *(one.partition(": error ")[0] for one in shown[1::2])]

    def test_a_section_that_can_not_be_stamped(self, in_force: StatementRepo) -> None:
        """
        A section that could not be read again with its stamp is not released.
        """
        text = "---\ntitle: |\n  Lending\n\n  and fines\n---\nWe note.\n"
        in_force.write(f"{FOLDER}/en/lending.md", text)
        message = message_of(lambda: in_force.release("2026-03-01"))

        assert "1 fault stops this:" == message.splitlines()[0]

    def test_edited_record(self, in_force: StatementRepo) -> None:
        """
        Nothing is released on top of a record that was edited.
        """
        path = f"{FOLDER}/versions/2026-01-10/record.yaml"
        text = in_force.read(path)
        in_force.write(path, text.replace("reaches: all", "reaches: new"))
        change(in_force)
        message = message_of(lambda: in_force.release("2026-03-01"))

        assert (
            f"1 fault stops this:\n{path}: error record-changed: the record was "
            "edited: its content doesn't match its digest"
        ) == message.partition("\n  hint:")[0]

    def test_nothing_is_written(self, in_force: StatementRepo) -> None:
        """
        A refused release leaves every file as it was.
        """
        change(in_force)
        before = snapshot(in_force)
        refusal(lambda: in_force.release("2026-03-01", effective=day("2026-03-02")))

        assert before == snapshot(in_force)

    def test_a_moved_date_is_the_one_to_keep(self, pending: StatementRepo) -> None:
        """
        While a version is scheduled, a release must say what it amends, or come after
        the date to which that version was moved.
        """
        move(pending, "2026-03-01", "2026-03-05", "2026-05-01")
        pending.commit("2026-03-05")
        change(pending)

        assert (
            "version 2026-03-01 is scheduled to take effect on 2026-05-01\n"
            "hint: Say what this release changes: `--amends pending` puts a "
            "corrected version in its place, with the same effective date; "
            "`--amends in-force` also corrects the text in force today; or give an "
            "--effective date after 2026-05-01 for a change that comes later."
        ) == refusal(lambda: pending.release("2026-03-10", effective=day("2026-05-01")))
