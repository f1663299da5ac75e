from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import STATEMENT_YAML
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.model.record import Reach
from duenotice.release.request import Amends
from duenotice.timeline import Status
from steps import EXTENDED
from steps import FOLDER
from steps import MENDED
from steps import MENDED_AGAIN
from steps import SHARING
from steps import TRANSLATED_YAML
from steps import copy
from steps import draft
from steps import folder
from steps import judge
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

FIRST = "2026-01-10"
SECOND = "2026-03-01"
FIX = "2026-03-10"
PENDING = "2026-03-10.2"


def fix(repo: StatementRepo, words: str = MENDED) -> None:
    """Correct what the scheduled version doesn't touch."""
    repo.section("lending", words)


def days(release: Release) -> list[tuple[str, str]]:
    """Write label and effective day of each version."""
    return [(str(one.version), str(one.effective)) for one in release.records]


def status(repo: StatementRepo, label: str, on: str) -> Status:
    """Ask what a version is, by what HEAD holds."""
    return repo.archive().timeline.status(VersionLabel.parse(label), day(on))


class TestAsking:
    """A release while a version is scheduled."""

    @pytest.mark.parametrize("effective", [None, "2026-04-03"])
    def test_must_say_what_it_amends(
        self, pending: StatementRepo, effective: str | None
    ) -> None:
        """
        Without `--amends` a release is refused while another version is scheduled,
        unless it takes effect after that.
        """
        fix(pending)
        wanted = None if effective is None else day(effective)

        assert (
            "version 2026-03-01 is scheduled to take effect on 2026-04-03\n"
            "hint: Say what this release changes: `--amends pending` puts a corrected "
            "version in its place, with the same effective date; `--amends in-force` "
            "also corrects the text in force today; or give an --effective date after "
            "2026-04-03 for a change that comes later."
        ) == refusal(lambda: pending.release(FIX, effective=wanted))

    @pytest.mark.parametrize("amends", list(Amends))
    def test_nothing_to_amend(self, in_force: StatementRepo, amends: Amends) -> None:
        """
        Where no version is scheduled, there is none to amend.
        """
        fix(in_force)

        assert (
            "there is no scheduled version to amend\n"
            "hint: Leave `--amends` out: the release then follows the text in force."
        ) == refusal(lambda: in_force.release(FIX, amends=amends))

    @pytest.mark.parametrize("amends", list(Amends))
    def test_keeps_the_date(self, pending: StatementRepo, amends: Amends) -> None:
        """
        A fix doesn't move the date that was announced.
        """
        fix(pending)

        assert (
            "a fix keeps the effective date of version 2026-03-01, 2026-04-03\n"
            "hint: Leave --effective out, or move the date with "
            "`reschedule 2026-03-01`."
        ) == refusal(
            lambda: pending.release(FIX, amends=amends, effective=day("2026-04-20"))
        )

    @pytest.mark.parametrize("amends", list(Amends))
    def test_too_late(self, pending: StatementRepo, amends: Amends) -> None:
        """
        A fix that is published after the scheduled day is a version of its own.
        """
        fix(pending)

        assert (
            "the fix would be published on 2026-04-04, after the scheduled version "
            "takes effect on 2026-04-03\n"
            "hint: Release the fix as a version of its own, without --amends."
        ) == refusal(
            lambda: pending.release(FIX, amends=amends, published=day("2026-04-04"))
        )


class TestPending:
    """A corrected version in the place of the scheduled one."""

    def test_keeps_date_and_baseline(self, pending: StatementRepo) -> None:
        """
        The corrected version takes effect on the announced day and supersedes what the
        scheduled one would have superseded.
        """
        fix(pending)
        release = pending.release(FIX, amends=Amends.PENDING)

        assert [(FIX, "2026-04-03")] == days(release)
        assert VersionLabel.parse(FIRST) == release.records[0].supersedes
        assert (30, "the date announced by 2026-03-01 is kept") == (
            release.lead.days,
            release.lead.reason,
        )

    def test_replaces_the_scheduled_one(self, pending: StatementRepo) -> None:
        """
        Once it is recorded the scheduled version is replaced, and the corrected one
        takes effect in its place.
        """
        fix(pending)
        pending.publish(FIX, amends=Amends.PENDING)

        assert Status.REPLACED is status(pending, SECOND, FIX)
        assert Status.IN_FORCE is status(pending, FIRST, "2026-04-02")
        assert Status.IN_FORCE is status(pending, FIX, "2026-04-03")

    def test_keeps_the_dates_of_the_sections(self, pending: StatementRepo) -> None:
        """
        What the scheduled version revised and the fix leaves alone keeps its date.
        """
        fix(pending)
        pending.release(FIX, amends=Amends.PENDING)

        assert {
            "introduction": FIRST,
            "lending": FIX,
            "retention": SECOND,
            "contacts": FIRST,
        } == origins(pending, FIX)

    def test_takes_over_what_is_not_given_anew(self, in_force: StatementRepo) -> None:
        """
        The corrected version reaches the same data, for the same reason, and has the
        notice of the scheduled one.
        """
        in_force.section("lending", EXTENDED)
        in_force.publish(SECOND, reaches=Reach.NEW, effective=day("2026-04-20"))
        notices = [f"{FOLDER}/versions/{one}/notice/en.md" for one in (SECOND, FIX)]
        in_force.section("contacts", "Please write to <privacy@fernhill.example>.")
        release = in_force.release(FIX, amends=Amends.PENDING)

        assert Reach.NEW is release.records[0].reaches
        assert ["en/contacts.md", "notice/en.md", "record.yaml"] == folder(
            in_force, FIX
        )
        assert in_force.read(notices[0]) == in_force.read(notices[1])

    def test_approval_is_taken_over(self, pending: StatementRepo) -> None:
        """
        A notice that was approved and has the same to tell needs no second approval.
        """
        fix(pending)
        release = pending.release(FIX, amends=Amends.PENDING)

        assert record(pending, SECOND).approved == release.records[0].approved
        assert record(pending, SECOND).lock.notices == release.records[0].lock.notices
        assert not release.is_approval_dropped

    def test_approval_of_less_is_dropped(self, pending: StatementRepo) -> None:
        """
        A notice of a version that now brings more than it told of has to be approved
        again.
        """
        move(pending, SECOND, "2026-03-05", "2026-05-01")
        pending.commit("2026-03-05")
        fix(pending, EXTENDED)
        release = pending.release(FIX, amends=Amends.PENDING)

        assert release.records[0].approved is None
        assert {} == release.records[0].lock.notices
        assert release.is_approval_dropped

    def test_of_something_that_people_must_be_told_of(
        self, pending: StatementRepo
    ) -> None:
        """
        A material change can't be slipped into a version whose day is near.
        """
        fix(pending, EXTENDED)

        assert (
            "with this fix the earliest effective date is 2026-04-09 (the notice "
            "policy asks for 30 days), and version 2026-03-01 takes effect on "
            "2026-04-03\n"
            "hint: Move the date first with `reschedule 2026-03-01 --effective "
            "2026-04-09`, or release the fix as a version of its own, with an "
            "--effective date after it."
        ) == refusal(lambda: pending.release(FIX, amends=Amends.PENDING))

    def test_follows_a_moved_date(self, pending: StatementRepo) -> None:
        """
        The corrected version takes effect on the day to which the scheduled one was
        moved.
        """
        move(pending, SECOND, "2026-03-05", "2026-05-01")
        pending.commit("2026-03-05")
        fix(pending)

        assert [(FIX, "2026-05-01")] == days(
            pending.release(FIX, amends=Amends.PENDING)
        )

    def test_of_the_last_of_several(self, pending: StatementRepo) -> None:
        """
        Where several versions are scheduled, the last one is corrected, and the others
        keep their days.
        """
        fix(pending)
        pending.publish("2026-03-05", effective=day("2026-05-01"))
        fix(pending, MENDED_AGAIN)
        release = pending.publish(FIX, amends=Amends.PENDING)

        assert [(FIX, "2026-05-01")] == days(release)
        assert VersionLabel.parse(SECOND) == release.records[0].supersedes
        assert Status.IN_FORCE is status(pending, SECOND, "2026-04-03")

    def test_what_followed_a_withdrawn_version_is_released_anew(
        self, pending: StatementRepo
    ) -> None:
        """
        Where the version that the scheduled one followed was withdrawn, that one is
        held, and its text is released anew as what it is to the text in force.
        """
        fix(pending, EXTENDED)
        pending.publish("2026-03-05", effective=day("2026-05-01"))
        take_back(pending, SECOND, "2026-03-07")
        pending.commit("2026-03-07")
        fix(pending, EXTENDED.replace("address", "address."))
        release = pending.release(FIX)

        assert Status.HELD is status(pending, "2026-03-05", FIX)
        assert VersionLabel.parse(FIRST) == release.records[0].supersedes
        assert [(FIX, "2026-04-12")] == days(release)

    def test_of_the_first_version(self, repo: StatementRepo) -> None:
        """
        Where nothing is in force yet, the corrected first version shares what the fix
        leaves alone.
        """
        repo.publish(FIRST, effective=day("2026-02-01"))
        fix(repo)
        release = repo.release("2026-01-15", amends=Amends.PENDING)

        assert [("2026-01-15", "2026-02-01")] == days(release)
        assert ["en/lending.md", "record.yaml"] == folder(repo, "2026-01-15")

    def test_recorded_late(self, pending: StatementRepo) -> None:
        """
        A correction that is recorded some days later than planned still takes effect on
        the announced day.
        """
        fix(pending)
        pending.release(FIX, amends=Amends.PENDING)
        pending.clear(FIX, FIX).commit("2026-03-20")

        assert Status.SCHEDULED is status(pending, SECOND, "2026-03-19")
        assert Status.REPLACED is status(pending, SECOND, "2026-03-20")
        assert Status.IN_FORCE is status(pending, FIX, "2026-04-03")

    def test_of_a_version_that_is_not_public_yet(self, in_force: StatementRepo) -> None:
        """
        A version that waits for its day of publication can be corrected for that day.
        """
        fix(in_force, EXTENDED)
        in_force.publish(
            SECOND, version=VersionLabel.parse(SECOND), published=day("2026-03-20")
        )
        fix(in_force, EXTENDED.replace("address", "address."))
        release = in_force.release(
            FIX, amends=Amends.PENDING, published=day("2026-03-20")
        )

        assert [("2026-03-20", "2026-04-22")] == days(release)


class TestInForce:
    """A fix of the text in force, and of the scheduled one."""

    def test_makes_two_versions(self, pending: StatementRepo) -> None:
        """
        The fixed text in force takes effect today, and the fixed scheduled text on the
        announced day.
        """
        fix(pending)
        release = pending.release(FIX, amends=Amends.IN_FORCE)

        assert [(FIX, FIX), (PENDING, "2026-04-03")] == days(release)

    def test_texts(self, pending: StatementRepo) -> None:
        """
        The first version is the text in force with the fix alone, the second is the
        draft.
        """
        fix(pending)
        pending.release(FIX, amends=Amends.IN_FORCE)
        archive = pending.on_disk()
        first = archive.find(FIX).section_files("en")
        second = archive.find(PENDING).section_files("en")

        assert f"{MENDED}\n" == first["lending"].body
        assert first["lending"] == second["lending"]
        assert "We keep loans for 90 days. After that we delete them.\n" == (
            first["retention"].body
        )
        assert "We keep loans for 120 days. After that we delete them.\n" == (
            second["retention"].body
        )

    def test_folders(self, pending: StatementRepo) -> None:
        """
        The first version holds the fixed section, and the second one shares it.
        """
        fix(pending)
        pending.release(FIX, amends=Amends.IN_FORCE)

        assert ["en/lending.md", "record.yaml"] == folder(pending, FIX)
        assert ["notice/en.md", "record.yaml"] == folder(pending, PENDING)
        assert {
            "introduction": FIRST,
            "lending": FIX,
            "retention": SECOND,
            "contacts": FIRST,
        } == origins(pending, PENDING)

    def test_chain(self, pending: StatementRepo) -> None:
        """
        The second version supersedes the first and is chained to it.
        """
        fix(pending)
        pending.release(FIX, amends=Amends.IN_FORCE)
        first, second = record(pending, FIX), record(pending, PENDING)

        assert record(pending, SECOND).digest == first.previous
        assert (first.version, first.digest) == (second.supersedes, second.previous)

    def test_statuses(self, pending: StatementRepo) -> None:
        """
        The fix is in force from today on, and the scheduled version is replaced by its
        corrected form.
        """
        fix(pending)
        pending.publish(FIX, amends=Amends.IN_FORCE)

        assert Status.SUPERSEDED is status(pending, FIRST, FIX)
        assert Status.REPLACED is status(pending, SECOND, FIX)
        assert Status.IN_FORCE is status(pending, FIX, "2026-04-02")
        assert Status.IN_FORCE is status(pending, PENDING, "2026-04-03")

    def test_notice_goes_with_the_scheduled_text(self, pending: StatementRepo) -> None:
        """
        The notice of the scheduled version is taken over by its corrected form alone.
        """
        fix(pending)
        pending.release(FIX, amends=Amends.IN_FORCE)

        assert {} == record(pending, FIX).lock.notices
        assert ["en"] == list(record(pending, PENDING).lock.notices)

    def test_in_one_section_with_the_scheduled_change(
        self, in_force: StatementRepo
    ) -> None:
        """
        Fix and scheduled change may lie in one section, some sentences apart.
        """
        in_force.section("lending", EXTENDED).publish(SECOND)
        in_force.section("lending", EXTENDED.replace("borrow:", "borrow."))
        in_force.release(FIX, amends=Amends.IN_FORCE)
        texts = [in_force.read(copy(one, "lending")) for one in (FIX, PENDING)]

        assert [
            f"{words}\n".replace("borrow:", "borrow.")
            for words in (SECTIONS["lending"], EXTENDED)
        ] == [one.rpartition("---\n")[2] for one in texts]

    @pytest.mark.parametrize(
        "words",
        [
            "We keep loans for 120 days! After that we delete them.",
            "We keep loans for 120 days. After that, we delete them.",
        ],
        ids=["same-sentence", "neighbours"],
    )
    def test_conflict(self, pending: StatementRepo, words: str) -> None:
        """
        Where fix and scheduled change touch the same sentence or neighbouring ones,
        nothing is written, and the files are named.
        """
        pending.section("retention", words)
        before = snapshot(pending)

        assert (
            "the fix can't be carried over to the text in force, since the scheduled "
            "version changes the same sentences or their neighbours:\n"
            "  statements/website/en/retention.md\n"
            "hint: Nothing was written. Decide by hand: make the fix with "
            "`--amends pending`, or `withdraw` the scheduled version, release the fix, "
            "and release the change again."
        ) == refusal(lambda: pending.release(FIX, amends=Amends.IN_FORCE))
        assert before == snapshot(pending)

    @pytest.fixture
    def sharing(self, in_force: StatementRepo) -> StatementRepo:
        """A scheduled version brings a section of its own."""
        yaml = STATEMENT_YAML.replace("- lending\n", "- lending\n      - partners\n")
        in_force.statement(yaml).section("partners", SHARING).publish(SECOND)
        return in_force

    def test_nothing_shared(self, sharing: StatementRepo) -> None:
        """
        A fix of what only the scheduled version brings leaves the text in force alone.
        """
        sharing.section("partners", SHARING.replace(".", "!"))

        assert (
            "the fix changes nothing in the text in force\n"
            "hint: Use `--amends pending`: the text in force doesn't have these words."
        ) == refusal(lambda: sharing.release(FIX, amends=Amends.IN_FORCE))

    def test_leans_on_the_scheduled_text(self, sharing: StatementRepo) -> None:
        """
        A fix that refers to a section which only the scheduled version has would leave
        a dangling reference in the text in force, and is refused.
        """
        fix(sharing, "See [](#partners).")
        shown = refusal(lambda: sharing.release(FIX, amends=Amends.IN_FORCE))
        first, *faults, last = shown.splitlines()

        assert "the text in force would have faults with this fix:" == first
        assert faults[0].startswith(f"{draft('lending')}:5: error reference-unknown: ")
        assert (
            "hint: The text in force lacks what the fix refers to: use `--amends "
            "pending`, or word the fix so that it fits both texts."
        ) == last

    def test_nothing_in_force(self, repo: StatementRepo) -> None:
        """
        Before the first effective day there is no text in force to fix.
        """
        repo.publish(FIRST, effective=day("2026-04-03"))
        fix(repo)

        assert (
            "no version is in force yet\n"
            "hint: Leave out what would change or restore the text in force."
        ) == refusal(lambda: repo.release(FIX, amends=Amends.IN_FORCE))

    def test_of_several_scheduled(self, pending: StatementRepo) -> None:
        """
        A fix of the text in force would take the place of a version that is scheduled
        before the last one.
        """
        fix(pending)
        pending.publish("2026-03-05", effective=day("2026-05-01"))
        fix(pending, MENDED_AGAIN)

        assert (
            "version 2026-03-01 is scheduled to take effect before version 2026-03-05, "
            "and a fix of the text in force would take its place\n"
            "hint: Use `--amends pending`, or wait until version 2026-03-01 is in "
            "force."
        ) == refusal(lambda: pending.release(FIX, amends=Amends.IN_FORCE))

    def test_of_a_removed_section(self, in_force: StatementRepo) -> None:
        """
        A section that the scheduled version removes is still in the fixed text in
        force.
        """
        yaml = STATEMENT_YAML.replace("      - lending\n", "")
        in_force.statement(yaml).delete(draft("lending")).publish(SECOND)
        in_force.section("contacts", "Please write to <privacy@fernhill.example>.")
        in_force.release(FIX, amends=Amends.IN_FORCE)

        assert FIRST == origins(in_force, FIX)["lending"]
        assert "lending" not in origins(in_force, PENDING)

    def test_of_a_new_section(self, pending: StatementRepo) -> None:
        """
        A section that the fix adds is in both texts.
        """
        yaml = STATEMENT_YAML.replace("- lending\n", "- lending\n      - fines\n")
        pending.statement(yaml).section("fines", "See [](#retention).")
        pending.release(FIX, amends=Amends.IN_FORCE)

        assert FIX == origins(pending, FIX)["fines"]
        assert FIX == origins(pending, PENDING)["fines"]

    def test_of_what_people_must_be_told_of(self, pending: StatementRepo) -> None:
        """
        The text in force is not changed today in what people must be told of before.
        """
        fix(pending, EXTENDED)

        assert (
            "the fix changes in version 2026-01-10, which is in force, what people "
            "must be told of before:\n"
            "  listed:data-collected:lending:1\n"
            "hint: Release it as a version of its own, with its own notice; or use "
            "`--amends pending` where it belongs to the scheduled text alone."
        ) == refusal(lambda: pending.release(FIX, amends=Amends.IN_FORCE))

    def test_of_what_a_person_calls_material(self, pending: StatementRepo) -> None:
        """
        A fix that the rules leave to a person is none any more once that person says
        that people must be told of it.
        """
        yaml = STATEMENT_YAML.replace("Fernhill Library", "Mill Bank Library")
        pending.statement(yaml).release(FIX, amends=Amends.IN_FORCE)
        judge(pending, FIX, today=FIX)

        assert (
            "the fix changes in version 2026-01-10, which is in force, what people "
            "must be told of before:\n"
            "  weighed:other:Privacy statement:1\n"
            "  weighed:other:Privacy statement:2\n"
            "  settings:controller::1"
        ) == message_of(lambda: pending.release(FIX, again=True))

    def test_warnings_are_no_conflict(self, pending: StatementRepo) -> None:
        """
        What is only a warning in a fixed text stops nothing.
        """
        fix(pending, MENDED.replace("books", "\u2066books\u2069"))
        release = pending.release(FIX, amends=Amends.IN_FORCE)

        assert [FIX, PENDING] == [str(one.version) for one in release.records]


class TestTranslated:
    """Fixes of statements in several languages."""

    @pytest.fixture
    def scheduled(self, translated: StatementRepo) -> StatementRepo:
        """A scheduled version with a new section in both languages."""
        yaml = TRANSLATED_YAML.replace("- lending\n", "- lending\n      - fines\n")
        translated.statement(yaml).section("fines", SHARING)
        translated.section("fines", "Anotamos las multas.", locale="es")
        translated.publish(SECOND)
        return translated

    def test_nothing_shared(self, scheduled: StatementRepo) -> None:
        """
        The stamps of translations don't make a fix of what is not there.
        """
        scheduled.section("fines", SHARING.replace(".", "!"))

        assert "the fix changes nothing in the text in force" == message_of(
            lambda: scheduled.release(FIX, amends=Amends.IN_FORCE)
        )

    def test_only_what_the_fix_touches_is_stamped(
        self, scheduled: StatementRepo
    ) -> None:
        """
        The fixed text in force holds the fixed sections, in each language that was
        fixed, and shares the others.
        """
        scheduled.section(
            "contacts", "Escribe a <privacy@fernhill.example>!", locale="es"
        )
        scheduled.release(FIX, amends=Amends.IN_FORCE)

        assert ["es/contacts.md", "record.yaml"] == folder(scheduled, FIX)
        assert "\ntranslates: 2026-01-10\n" in scheduled.read(
            copy(FIX, "contacts", "es")
        )
        assert ["notice/en.md", "notice/es.md", "record.yaml"] == folder(
            scheduled, PENDING
        )
