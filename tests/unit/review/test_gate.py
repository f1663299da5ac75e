from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.model.record import Verdict
from duenotice.release.events import reschedule
from duenotice.release.events import withdraw
from duenotice.release.request import ReleaseRequest
from duenotice.release.telling import Met
from duenotice.release.telling import Told
from duenotice.release.telling import meet_obligation
from duenotice.release.telling import notified
from duenotice.review.gate import gate
from memory_project import FOLDER
from memory_project import MemoryProject
from recorded import found
from recorded import ruled
from reviewing import FIRST
from reviewing import SECOND
from reviewing import library

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic

RECORD = f"{FOLDER}/versions/{SECOND}/record.yaml"
THIRD = "2026-03-05"


def held(project: MemoryProject, as_of: str = SECOND) -> tuple[Diagnostic, ...]:
    """Ask the gate on a day."""
    return gate(project.archive(), project.book, day(as_of))


def told(project: MemoryProject, as_of: str = SECOND) -> list[str]:
    """Write what the gate says on a day."""
    return [str(one) for one in held(project, as_of)]


def codes(project: MemoryProject, as_of: str = SECOND) -> list[str]:
    """Write only the codes."""
    return [one.code for one in held(project, as_of)]


def propose(project: MemoryProject, today: str = SECOND) -> MemoryProject:
    """Release the draft."""
    project.release(ReleaseRequest(today=day(today)))
    return project


@pytest.fixture
def longer() -> MemoryProject:
    """A proposed version with a longer period; its day is 2026-04-03."""
    return propose(library().edit("retention", "90 days", "120 days"))


@pytest.fixture
def asking() -> MemoryProject:
    """A recorded version that people must be asked about and written to."""
    made = MemoryProject.with_statement().settings("profiles: [caloppa]\n", "")
    made.publish(ReleaseRequest(today=day(FIRST)))
    made.edit("retention", "90 days", "120 days")
    made.publish(ReleaseRequest(today=day(SECOND)))
    return made


class TestNobody:
    """What has passed, or need not."""

    def test_first_version(self) -> None:
        """
        A first version passes.
        """
        assert [] == told(propose(MemoryProject.with_statement(), FIRST), FIRST)

    def test_cleared(self, longer: MemoryProject) -> None:
        """
        So does one whose notice is approved, proposed and recorded.
        """
        longer.clear(SECOND, SECOND)

        assert [] == told(longer)
        assert [] == told(longer.commit(SECOND), "2026-04-02")

    def test_in_force(self, asking: MemoryProject) -> None:
        """
        Of the text in force nothing is asked any more.
        """
        assert all(SECOND in one.path for one in held(asking, "2026-03-20"))

    def test_withdrawn(self, longer: MemoryProject) -> None:
        """
        Nor of a version that was withdrawn.
        """
        archive = longer.commit(SECOND).archive()
        gone = withdraw(
            archive, archive.find(SECOND), today=day(THIRD), reason="x", restore=False
        )
        longer.happens(gone, THIRD)

        assert [] == told(longer, THIRD)

    def test_damaged(self, longer: MemoryProject) -> None:
        """
        What is wrong with a version's files is told by itself.
        """
        longer.write(
            {RECORD: longer.files[RECORD].replace("reaches: all", "reaches: new")}
        )

        assert [] == told(longer)


class TestPeople:
    """What waits for a person."""

    def test_notice_unapproved(self, longer: MemoryProject) -> None:
        """
        A notice that nobody approved.
        """
        assert [
            (
                f"{RECORD}: error notice-unapproved: the notice of version 2026-03-01 "
                'in "en" is not approved\n'
                "  hint: Finish it, then `duenotice approve 2026-03-01 --by NAME`."
            )
        ] == told(longer)

    def test_finding_undecided(self) -> None:
        """
        A finding that the rules leave to a person, with its words.
        """
        project = library(in_spanish=True)
        project.settings("locales: [en, es]", "locales: [en]")
        project.settings("  es: Aviso de privacidad\n", "")
        es = [path for path in project.files if path.startswith(f"{FOLDER}/es/")]
        propose(project.write(dict.fromkeys(es)))

        assert [
            (
                f"{RECORD}: error finding-undecided: the rules can't tell whether this "
                'needs notice: "es" (translation:dropped:es/:1)\n'
                "  hint: Decide: `duenotice decide 2026-03-01 "
                "translation:dropped:es/:1 --verdict editorial --by NAME "
                '--reason "…"`, or with `--verdict material`.'
            )
        ] == told(project)

    def test_long_words(self, longer: MemoryProject) -> None:
        """
        Long words are shortened.
        """
        asked = found("weighed:other:lending:1", "needs-review", words="a" * 81)
        assessment = longer.archive().find(SECOND).record.assessment
        assert assessment is not None
        changed = type(assessment)(
            against=assessment.against,
            rules=assessment.rules,
            level="L1",
            direct_days=0,
            findings=(asked,),
        )
        (one,) = held(longer.rewrite(SECOND, assessment=changed))

        assert f'"{"a" * 80}…" (weighed:other:lending:1)' in one.message

    def test_decision_stale(self, longer: MemoryProject) -> None:
        """
        A decision about words that are others now.
        """
        longer.clear(SECOND, SECOND)
        stale = ruled(found(), Verdict.EDITORIAL, words="100 days")

        assert [
            (
                f"{RECORD}: error decision-stale: the decision about "
                "amount:retention:retention:1 was made about other words than there "
                "are now\n"
                "  hint: `release --again` drops what no longer fits. Decide: "
                "`duenotice decide 2026-03-01 amount:retention:retention:1 --verdict "
                'editorial --by NAME --reason "…"`, or with `--verdict material`.'
            )
        ] == told(longer.rewrite(SECOND, decisions=(stale,)))

    def test_assessment_missing(self, longer: MemoryProject) -> None:
        """
        A record that says nothing of what its text changes.
        """
        assert [
            (
                f"{RECORD}: error assessment-missing: version 2026-03-01 changes a "
                "text, and its record doesn't say what that means\n"
                "  hint: Records are written by `release`: discard this one and "
                "release it again."
            )
        ] == told(longer.rewrite(SECOND, assessment=None))


class TestAsked:
    """What people must be asked, and written, before."""

    def test_open(self, asking: MemoryProject) -> None:
        """
        Until the effective day it is a warning that people must be asked.
        """
        assert (
            f"{RECORD}: warning obligation-open: people must be asked before version "
            "2026-03-01 takes effect on 2026-04-03, and nothing says that they were: "
            "choice-people\n"
            "  hint: When it is done: `duenotice obligation-met 2026-03-01 "
            "choice-people --how TEXT --by NAME`."
        ) == told(asking)[0]

    def test_over(self, asking: MemoryProject) -> None:
        """
        From that day on it is what holds the version.
        """
        (one, _) = held(asking, "2026-04-03")

        assert ("obligation-open", "error") == (one.code, one.severity.value)

    def test_met(self, asking: MemoryProject) -> None:
        """
        Once it is known how they were asked, nothing is said.
        """
        archive = asking.archive()
        met = Met(obligation="choice-people", how="By email", by="A. Editor")
        done = meet_obligation(archive, archive.find(SECOND), met, today=day(THIRD))

        assert ["mail-due"] == codes(asking.happens(done, THIRD), THIRD)


class TestMail:
    """Messages that must be out in time."""

    def test_due(self, asking: MemoryProject) -> None:
        """
        As long as there is time it is a warning that they must be out.
        """
        assert (
            f"{RECORD}: warning mail-due: messages about version 2026-03-01 must be "
            "out by 2026-03-04, and nothing says that they are\n"
            "  hint: Make them: `duenotice notice 2026-03-01 --recipients FILE -o "
            "DIR`. When they are sent: `duenotice notified 2026-03-01 --run DIR --on "
            "DATE`, or with `--channel email --count N` for --run if they were made "
            "elsewhere."
        ) == told(asking)[1]

    def test_over(self, asking: MemoryProject) -> None:
        """
        The day after, it holds the version, and a later date is needed.
        """
        one = held(asking, THIRD)[1]

        assert ("mail-due", "error") == (one.code, one.severity.value)
        assert one.hint.endswith(" And give it a later date.")

    def tell(self, project: MemoryProject, on: str) -> MemoryProject:
        """Record that people were written to on a day."""
        archive = project.archive()
        sent = Told(channel="email", on=day(on), count=9)
        done = notified(archive, archive.find(SECOND), (sent,), today=day(on))
        return project.happens(done, on)

    def test_sent(self, asking: MemoryProject) -> None:
        """
        Messages that went out in time are fine.
        """
        assert ["obligation-open"] == codes(
            self.tell(asking, "2026-03-04"), "2026-04-02"
        )

    def test_late(self, asking: MemoryProject) -> None:
        """
        Messages that went out late ask for a later date.
        """
        self.tell(asking, "2026-03-10")

        assert (
            f"{RECORD}: error mail-late: messages about version 2026-03-01 went out on "
            "2026-03-10, and 2026-03-04 was the last day for a change on 2026-04-03\n"
            "  hint: Move it: `duenotice reschedule 2026-03-01 --effective 2026-04-09 "
            '--reason "…"`.'
        ) == told(asking, "2026-03-10")[1]

    def test_late_and_moved(self, asking: MemoryProject) -> None:
        """
        With that date nothing is late.
        """
        archive = self.tell(asking, "2026-03-10").archive()
        moved = reschedule(
            archive,
            archive.find(SECOND),
            today=day("2026-03-11"),
            to=day("2026-04-09"),
            reason="Late",
        )

        assert ["obligation-open"] == codes(
            asking.happens(moved, "2026-03-11"), "2026-03-11"
        )


class TestDates:
    """Days that don't fit."""

    def cleared(self, project: MemoryProject, effective: str) -> MemoryProject:
        """Approve the notice, and write another effective day by hand."""
        project.clear(SECOND, SECOND)
        return project.rewrite(SECOND, effective=day(effective))

    def test_before_published(self, longer: MemoryProject) -> None:
        """
        No version takes effect before it is public.
        """
        assert (
            f"{RECORD}: error effective-before-published: version 2026-03-01 would "
            "take effect on 2026-02-20, before it is public on 2026-03-01\n"
            "  hint: Give it new dates: `duenotice release --again --effective "
            "2026-03-31`."
        ) == told(self.cleared(longer, "2026-02-20"))[0]

    def test_too_early(self, longer: MemoryProject) -> None:
        """
        Nor before people have had their time.
        """
        assert (
            f"{RECORD}: error effective-too-early: version 2026-03-01 is public from "
            "2026-03-01 on and may take effect from 2026-03-31, and its date is "
            "2026-03-20\n"
            "  hint: Give it new dates: `duenotice release --again --effective "
            "2026-03-31`."
        ) == told(self.cleared(longer, "2026-03-20"))[0]

    def test_proposal_late(self, longer: MemoryProject) -> None:
        """
        A proposal that waits so long for its merge that its date doesn't fit any more.
        """
        longer.clear(SECOND, SECOND)

        assert [] == told(longer, "2026-03-04")
        assert [
            (
                f"{RECORD}: error proposal-late: version 2026-03-01 is public from "
                "2026-03-05 on and may take effect from 2026-04-04, and its date is "
                "2026-04-03\n"
                "  hint: Give it new dates: `duenotice release --again --effective "
                "2026-04-04`."
            )
        ] == told(longer, "2026-03-05")

    def test_published_late(self, longer: MemoryProject) -> None:
        """
        One that was recorded so late is moved.
        """
        longer.clear(SECOND, SECOND).commit("2026-03-05")

        assert [
            (
                f"{RECORD}: error published-late: version 2026-03-01 is public from "
                "2026-03-05 on and may take effect from 2026-04-04, and its date is "
                "2026-04-03\n"
                "  hint: Move it: `duenotice reschedule 2026-03-01 --effective "
                '2026-04-04 --reason "…"`.'
            )
        ] == told(longer, "2026-03-06")

    def test_never_to_a_day_that_has_passed(self, longer: MemoryProject) -> None:
        """
        The day that is named has not passed.
        """
        longer.clear(SECOND, SECOND).commit("2026-03-05")
        (one,) = held(longer, "2026-06-01")

        assert "--effective 2026-06-01 " in one.hint


class TestBaseline:
    """Texts that follow another one than they were held against."""

    @pytest.fixture
    def orphan(self, longer: MemoryProject) -> MemoryProject:
        """A version whose baseline was withdrawn."""
        longer.clear(SECOND, SECOND).commit(SECOND)
        longer.edit("lending", "the day", "the day.")
        longer.publish(ReleaseRequest(today=day(THIRD), effective=day("2026-05-01")))
        archive = longer.archive()
        gone = withdraw(
            archive,
            archive.find(SECOND),
            today=day("2026-03-06"),
            reason="Stopped",
            restore=False,
        )
        return longer.happens(gone, "2026-03-06")

    def test_other(self, orphan: MemoryProject) -> None:
        """
        What would bring the changes of a withdrawn version is held.
        """
        assert [
            (
                f"{FOLDER}/versions/{THIRD}/record.yaml: error baseline-other: version "
                "2026-03-05 was assessed against version 2026-03-01, and version "
                "2026-01-10 is in force on the day before it\n"
                "  hint: It would bring changes that nobody was told of. Release the "
                "text anew, as a new version."
            )
        ] == told(orphan, "2026-03-06")

    def test_of_a_proposal(self, longer: MemoryProject) -> None:
        """
        A proposal is stamped again.
        """
        longer.clear(SECOND, SECOND).commit(SECOND)
        longer.edit("lending", "the day", "the day.")
        longer.release(ReleaseRequest(today=day(THIRD), effective=day("2026-05-01")))
        plain = longer.archive().find(SECOND).record
        longer.rewrite(THIRD, assessment=plain.assessment, decisions=())

        (one,) = [it for it in held(longer, THIRD) if it.code == "baseline-other"]
        assert one.hint.endswith("Release the text anew, with `release --again`.")

    def test_nothing_in_force(self) -> None:
        """
        Where no text is in force before it, that is said.
        """
        project = MemoryProject.with_statement()
        project.publish(ReleaseRequest(today=day(FIRST), effective=day("2026-03-20")))
        project.edit("lending", "the day", "the day.")
        project.release(ReleaseRequest(today=day(SECOND), effective=day("2026-03-21")))
        project.rewrite(SECOND, effective=day("2026-03-15"))

        (one,) = held(project)
        assert one.message == (
            "version 2026-03-01 was assessed against version 2026-01-10, and no "
            "version is in force on the day before it"
        )
