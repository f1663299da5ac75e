from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.model.record import EventKind
from duenotice.parse.record_file import record_faults
from duenotice.release.fates import UncommittedError
from duenotice.release.request import Amends
from duenotice.timeline import Status
from steps import EXTENDED
from steps import FOLDER
from steps import MENDED
from steps import MENDED_AGAIN
from steps import SHARING
from steps import TRANSLATED_YAML
from steps import draft
from steps import message_of
from steps import origins
from steps import record
from steps import refusal
from steps import snapshot
from steps import take_back

if TYPE_CHECKING:
    from builders import StatementRepo

FIRST = "2026-01-10"
SECOND = "2026-03-01"
FIX = "2026-03-10"
PENDING = "2026-03-10.2"


def status(repo: StatementRepo, label: str, on: str) -> Status:
    """Ask what a version is, by what HEAD holds."""
    return repo.archive().timeline.status(VersionLabel.parse(label), day(on))


class TestWithdraw:
    """Taking back a version that is not yet in force."""

    def test_is_an_event_of_its_record(self, pending: StatementRepo) -> None:
        """
        The withdrawal is chained to the record with its day and reason, and the
        record's digest stays what it was.
        """
        digest = record(pending, SECOND).digest

        assert (SECOND,) == take_back(pending, SECOND, "2026-03-05")

        one = record(pending, SECOND)
        event = one.events[-1]

        assert (day("2026-03-05"), EventKind.WITHDRAWN) == (event.on, event.kind)
        assert {"reason": "The pilot was stopped"} == event.details
        assert ((), digest) == (record_faults(one), one.digest)

    def test_never_takes_effect(self, pending: StatementRepo) -> None:
        """
        The text in force stays in force on the day on which the withdrawn version was
        to follow it.
        """
        take_back(pending, SECOND, "2026-03-05")
        pending.commit("2026-03-05")

        assert Status.SCHEDULED is status(pending, SECOND, "2026-03-04")
        assert Status.WITHDRAWN is status(pending, SECOND, "2026-03-05")
        assert Status.IN_FORCE is status(pending, FIRST, "2026-04-03")

    def test_counts_once_it_is_recorded(self, pending: StatementRepo) -> None:
        """
        A withdrawal that reaches the publishing branch only on the effective day comes
        too late.
        """
        take_back(pending, SECOND, "2026-03-05")
        pending.commit("2026-04-03")

        assert Status.IN_FORCE is status(pending, SECOND, "2026-04-03")

    def test_leaves_the_draft(self, pending: StatementRepo) -> None:
        """
        Without `--restore` the draft keeps the text of the withdrawn version, and
        differs from the version before.
        """
        before = pending.read(draft("retention"))
        take_back(pending, SECOND, "2026-03-05")

        assert before == pending.read(draft("retention"))
        assert ("en/retention.md",) == pending.on_disk().unreleased()

    def test_takes_those_along_whose_place_it_had_taken(
        self, pending: StatementRepo
    ) -> None:
        """
        Versions that it had replaced are withdrawn with it; otherwise one of them would
        step into the gap.
        """
        for on, words in (("2026-03-10", MENDED), ("2026-03-11", MENDED_AGAIN)):
            pending.section("lending", words)
            pending.publish(on, amends=Amends.PENDING)

        assert ("2026-03-11", SECOND, FIX) == take_back(
            pending, "2026-03-11", "2026-03-12"
        )

        pending.commit("2026-03-12")

        assert Status.IN_FORCE is status(pending, FIRST, "2026-04-03")

    def test_leaves_the_fix_of_the_text_in_force(self, pending: StatementRepo) -> None:
        """
        Of the two versions that a fix made, the one in force stays when the scheduled
        one is withdrawn.
        """
        pending.section("lending", MENDED)
        pending.publish(FIX, amends=Amends.IN_FORCE)

        assert (PENDING, SECOND) == take_back(pending, PENDING, "2026-03-12")

        pending.commit("2026-03-12")

        assert Status.IN_FORCE is status(pending, FIX, "2026-04-03")

    def test_a_version_that_is_not_public_yet(self, in_force: StatementRepo) -> None:
        """
        A recorded version can be withdrawn before its planned day of publication.
        """
        in_force.section("lending", EXTENDED)
        in_force.release(
            SECOND, version=VersionLabel.parse(SECOND), published=day("2026-03-20")
        )
        in_force.commit(SECOND)

        assert (SECOND,) == take_back(in_force, SECOND, "2026-03-05")

    def test_a_held_version(self, in_force: StatementRepo) -> None:
        """
        A version that was published too late, and never took effect, can be withdrawn.
        """
        in_force.section("lending", EXTENDED).release(SECOND)
        in_force.commit("2026-03-20")

        assert (SECOND,) == take_back(in_force, SECOND, "2026-04-10")


class TestRestore:
    """Putting the text in force back into the draft."""

    def test_brings_the_files_back(self, pending: StatementRepo) -> None:
        """
        The sections of the draft are again what the text in force has, byte for byte.
        """
        take_back(pending, SECOND, "2026-03-05", restore=True)
        in_force = pending.on_disk().find(FIRST).section_files("en")

        assert {one: file.text for one, file in in_force.items()} == {
            one: pending.read(draft(one)) for one in in_force
        }
        assert () == pending.on_disk().unreleased()

    def test_sections_come_and_go(self, in_force: StatementRepo) -> None:
        """
        Sections that the withdrawn version brought go, and those that it removed come
        back.
        """
        yaml = STATEMENT_YAML.replace("      - lending\n", "      - fines\n")
        in_force.statement(yaml).delete(draft("lending"))
        in_force.section("fines", SHARING).publish(SECOND)
        take_back(in_force, SECOND, "2026-03-05", restore=True)

        assert () == in_force.on_disk().unreleased()
        assert not (in_force.root / draft("fines")).exists()
        assert (in_force.root / draft("lending")).exists()

    def test_languages_come_back(self, translated: StatementRepo) -> None:
        """
        A language that the withdrawn version dropped is one of the statement's again,
        and prevails if it did.
        """
        path = f"{FOLDER}/statement.yaml"
        yaml = f"{TRANSLATED_YAML}prevailing_locale: es\n"
        translated.statement(yaml).publish("2026-01-20")
        translated.statement(TRANSLATED_YAML.replace(", es]", "]"))
        translated.delete(f"{FOLDER}/es").publish(SECOND)
        take_back(translated, SECOND, "2026-03-02", restore=True)

        assert yaml == translated.read(path)
        assert () == translated.on_disk().unreleased()

    def test_policy_stays(self, pending: StatementRepo) -> None:
        """
        The draft keeps its own policy and comments.
        """
        yaml = f"# Ours.\n{STATEMENT_YAML}".replace("lead_days: 30", "lead_days: 45")
        pending.statement(yaml)
        take_back(pending, SECOND, "2026-03-05", restore=True)

        assert yaml == pending.read(f"{FOLDER}/statement.yaml")

    def test_the_text_that_comes_before_it(self, pending: StatementRepo) -> None:
        """
        Where another version is scheduled before the withdrawn one, the draft goes on
        from that, so that its changes are not undone by the next release.
        """
        pending.section("lending", EXTENDED)
        pending.publish("2026-03-05", effective=day("2026-05-01"))
        take_back(pending, "2026-03-05", "2026-03-10", restore=True)

        assert SECOND == origins(pending, SECOND)["retention"]
        assert () == pending.on_disk().unreleased()
        assert "120 days" in pending.read(draft("retention"))

    def test_of_a_draft_that_went_on(self, pending: StatementRepo) -> None:
        """
        A draft that holds other changes is not overwritten, and nothing is written.
        """
        pending.section("lending", MENDED)
        before = snapshot(pending)

        assert (
            "the draft holds other changes than those of version 2026-03-01\n"
            "hint: They would be lost. Withdraw without --restore, and undo by hand "
            "what should not stay."
        ) == refusal(lambda: take_back(pending, SECOND, "2026-03-05", restore=True))
        assert before == snapshot(pending)

    def test_settings_that_cannot_be_read(self, pending: StatementRepo) -> None:
        """
        A draft whose settings are at fault is not overwritten.
        """
        pending.statement("title: [")

        assert (
            "1 fault stops this:"
            == message_of(
                lambda: take_back(pending, SECOND, "2026-03-05", restore=True)
            ).partition("\n")[0]
        )

    def test_nothing_to_restore(self, repo: StatementRepo) -> None:
        """
        Before the first effective day there is no text in force to put back.
        """
        repo.publish(FIRST, effective=day("2026-02-01"))

        assert (
            "no version is in force yet\n"
            "hint: Leave out what would change or restore the text in force."
        ) == refusal(lambda: take_back(repo, FIRST, "2026-01-12", restore=True))

    def test_uncommitted_work(self) -> None:
        """
        Files that are in no commit are named before they would be lost.
        """
        error = UncommittedError(["statements/website/en/a.md", "b.md"])

        assert (
            "these changes are in no commit and would be lost:\n"
            "  statements/website/en/a.md\n"
            "  b.md"
        ) == str(error)
        assert "Commit or stash these changes first." == error.advice


class TestRefusals:
    """What can't be taken back."""

    @pytest.mark.parametrize(
        ("label", "today", "why"),
        [
            (FIRST, "2026-03-05", "is in force"),
            (FIRST, "2026-04-03", "has been in force"),
            (SECOND, "2026-04-03", "is in force"),
        ],
        ids=["in-force", "superseded", "on-the-day"],
    )
    def test_settled(
        self, pending: StatementRepo, label: str, today: str, why: str
    ) -> None:
        """
        A version that is or has been in force is not withdrawn, from its effective day
        on.
        """
        assert (
            f"version {label} {why} and can't be withdrawn\n"
            "hint: What has been stays as it was: release a new version instead."
        ) == refusal(lambda: take_back(pending, label, today))

    def test_twice(self, pending: StatementRepo) -> None:
        """
        A withdrawn version is not withdrawn again.
        """
        take_back(pending, SECOND, "2026-03-05")

        assert "version 2026-03-01 was withdrawn already and can't be withdrawn" == (
            message_of(lambda: take_back(pending, SECOND, "2026-03-06"))
        )

    def test_proposed(self, in_force: StatementRepo) -> None:
        """
        A version that is not recorded is discarded, not withdrawn.
        """
        in_force.section("lending", EXTENDED).release(SECOND)

        assert (
            "version 2026-03-01 is not recorded yet\n"
            "hint: Use `release --again` with other dates, or `release --discard`."
        ) == refusal(lambda: take_back(in_force, SECOND, "2026-03-05"))

    def test_while_another_is_proposed(self, pending: StatementRepo) -> None:
        """
        While a version is proposed that was worked out from the scheduled one, that one
        stays as it is.
        """
        pending.section("lending", MENDED)
        pending.release(FIX, amends=Amends.PENDING)

        assert (
            "version 2026-03-10 is proposed and not recorded yet\n"
            "hint: It was worked out from the dates as they are. Undo it with "
            "`release --discard`, which keeps the draft's text, and release it again "
            "afterwards."
        ) == refusal(lambda: take_back(pending, SECOND, "2026-03-12"))

    def test_replaced(self, pending: StatementRepo) -> None:
        """
        A version whose place another has taken goes with that one.
        """
        pending.section("lending", MENDED)
        pending.publish(FIX, amends=Amends.PENDING)

        assert (
            "version 2026-03-01 was replaced by version 2026-03-10\n"
            "hint: Name version 2026-03-10 instead."
        ) == refusal(lambda: take_back(pending, SECOND, "2026-03-12"))

    def test_unknown(self, pending: StatementRepo) -> None:
        """
        A label that names no version is told with the newest there are.
        """
        assert (
            'there is no version "2026-03-02"\n'
            "hint: The newest versions: 2026-01-10, 2026-03-01."
        ) == refusal(lambda: take_back(pending, "2026-03-02", "2026-03-05"))

    def test_broken(self, pending: StatementRepo) -> None:
        """
        Nothing is added to a record that was edited.
        """
        path = f"{FOLDER}/versions/{SECOND}/record.yaml"
        text = pending.read(path).replace("reaches: all", "reaches: new")
        pending.write(path, text)

        assert (
            f"1 fault stops this:\n{path}: error record-changed: the record was "
            "edited: its content doesn't match its digest"
        ) == message_of(lambda: take_back(pending, SECOND, "2026-03-05")).partition(
            "\n  hint:"
        )[0]
