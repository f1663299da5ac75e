from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import STATEMENT_YAML
from builders import StatementRepo
from builders import day
from duenotice.model.record import Approval
from duenotice.model.record import Decision
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.model.record import Verdict
from duenotice.parse.record_file import content_sha256
from duenotice.parse.record_file import last_hash
from duenotice.parse.record_file import write_record
from proposals import KEPT_LONGER
from proposals import LABEL
from proposals import LONGER
from proposals import MOVED
from proposals import UNDER_COLORADO
from proposals import UNDER_NO_PROFILE
from proposals import errors_of
from proposals import forge
from proposals import in_folder
from proposals import page
from proposals import status_of
from steps import EXTENDED
from steps import MENDED
from steps import MENDED_AGAIN
from steps import SPANISH
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.model.record import Record

FIRST = "2026-01-10"
EFFECTIVE = "2026-04-03"
EVE = "2026-04-02"
NOTICE = in_folder(LABEL, "notice/en.md")
RECORD = in_folder(LABEL)
SILENT = "A change takes effect on April 3, 2026.\n"
SPANISH_SALE = "Guardamos los préstamos 900 días. Vendemos tu nombre a anunciantes."
OUR_PROFILE = """\
title: What we promised our members
rules:
  - id: longer
    categories: [retention]
    directions: [worse-for-user]
    level: direct-and-advance
    lead: 90
    kind: custom
    says: We write to every member 90 days before.
"""
LOOSER = OUR_PROFILE.replace("lead: 90", "lead: 0")
"""The same, which asks for no time any more."""


@pytest.fixture
def ours(in_force: StatementRepo) -> StatementRepo:
    """A project whose text in force is under a profile of its own."""
    yaml = STATEMENT_YAML.replace("caloppa", "ours")
    in_force.write("profiles/ours.yaml", OUR_PROFILE).statement(yaml)
    in_force.section("lending", MENDED).publish("2026-01-20")
    return in_force


@pytest.fixture
def translated(tmp_path: Path) -> StatementRepo:
    """A project in English and Spanish whose first version is in force."""
    repo = StatementRepo.with_statement(tmp_path / "translated")
    repo.statement(TRANSLATED_YAML).sections(SPANISH, locale="es").publish(FIRST)
    return repo


@pytest.fixture
def undecided(asking: StatementRepo) -> StatementRepo:
    """A project whose version 2026-03-01 was merged with a finding left open."""
    asking.commit(LABEL)
    return asking


@pytest.fixture
def replaced(in_force: StatementRepo) -> StatementRepo:
    """A project whose version of 2026-03-02 takes back half of the one before it."""
    in_force.section("retention", LONGER).section("lending", EXTENDED).publish(LABEL)
    in_force.section("lending", MENDED)
    in_force.run("release", "--amends", "pending", today="2026-03-02")
    in_force.clear("2026-03-02", "2026-03-02").commit("2026-03-02")
    return in_force


def happen(repo: StatementRepo, kind: str, on: str, **details: str) -> StatementRepo:
    """Write an event of the version by hand, well chained."""
    record = repo.on_disk().find(LABEL).record
    return happen_to(repo, record, kind, on, **details)


def happen_to(
    repo: StatementRepo, record: Record, kind: str, on: str, **details: str
) -> StatementRepo:
    """Write an event of any version by hand, well chained."""
    event = Event(
        on=day(on), kind=EventKind(kind), details=details, previous=last_hash(record)
    )
    text = write_record(replace(record, events=(*record.events, event)))
    return repo.write(in_folder(str(record.version)), text)


def reword_notice(repo: StatementRepo, text: str) -> StatementRepo:
    """Write another notice, and seal the record as if it had been approved."""
    told = {"en": content_sha256(text.encode())}
    forge(repo, LABEL, lambda one: replace(one, lock=replace(one.lock, notices=told)))
    return repo.write(NOTICE, text)


def released(repo: StatementRepo) -> str:
    """Release the draft; give what its change was found to be."""
    done = repo.run("release", today=LABEL)
    told = [one for one in done.out.splitlines() if one.startswith("  outcome ")]
    assert [0, 1] == [done.status, len(told)], done.err
    return re.split(r"[ :]+", told[0].strip())[1]


class TestThePast:
    def test_notice_corrected_in_force(self, approved: StatementRepo) -> None:
        """
        A notice that is spoiled after its version took effect unmakes nothing.
        """
        approved.commit(LABEL)
        approved.write(NOTICE, SILENT)
        sha256 = content_sha256(SILENT.encode())
        happen(approved, "notice-corrected", "2026-05-01", by="E", notice_en=sha256)
        approved.commit("2026-05-01")

        approved.run("build", "--no-pdf", today="2026-05-02")

        assert "120 days" in page(approved)

    def test_correction_dated_back(self, approved: StatementRepo) -> None:
        """
        Nor does one that names a day before the version took effect.
        """
        approved.commit(LABEL)
        approved.write(NOTICE, SILENT)
        sha256 = content_sha256(SILENT.encode())
        happen(approved, "notice-corrected", "2026-03-05", by="E", notice_en=sha256)
        approved.commit("2026-05-01")

        approved.run("build", "--no-pdf", today="2026-05-02")

        assert "120 days" in page(approved)

    def test_notice_taken_away(self, approved: StatementRepo) -> None:
        """
        Nor does a notice that is taken away: what was in force is answered as before.
        """
        approved.commit(LABEL)
        approved.delete(NOTICE).commit("2026-05-01")

        done = approved.run("show", "--as-of", "2026-04-10", "--section", "retention")

        assert "90 days" not in done.out

    @pytest.mark.parametrize("name", ["notice/en.md", "en/retention.md"])
    def test_files_that_come_later(self, approved: StatementRepo, name: str) -> None:
        """
        A version counts as public from when its text and its notice were there, and
        not from when its record alone was.
        """
        path = in_folder(LABEL, name)
        kept = approved.read(path)
        approved.delete(path).commit(LABEL)
        approved.write(path, kept).commit(EFFECTIVE)

        assert "held" == status_of(approved, LABEL, EFFECTIVE)

    def test_adopted_afterwards(self, approved: StatementRepo) -> None:
        """
        A recorded version can't be called adopted to be free of its gate.
        """
        approved.commit(LABEL)
        happen(approved, "adopted", LABEL, by="A. Editor").commit("2026-03-02")

        assert "held" == status_of(approved, LABEL, "2026-03-03")

    def test_first_again(self, approved: StatementRepo) -> None:
        """
        A version doesn't become the first by damage to the one before it.
        """
        forge(
            approved,
            LABEL,
            lambda one: replace(
                one, assessment=None, supersedes=None, effective=day(LABEL)
            ),
        )
        path = in_folder(FIRST, "en/lending.md")
        approved.write(path, f"{approved.read(path)}\n").commit(LABEL)

        assert "held" == status_of(approved, LABEL, LABEL)


class TestReplaced:
    def test_withdrawn_by_hand(self, replaced: StatementRepo) -> None:
        """
        What was replaced doesn't come back by a withdrawal of its successor alone:
        nobody was told of it meanwhile.
        """
        newer = replaced.on_disk().find("2026-03-02").record
        happen_to(replaced, newer, "withdrawn", "2026-04-01", reason="A mistake.")
        replaced.commit("2026-04-01")

        done = replaced.run("build", "--no-pdf", today=EFFECTIVE)

        assert (1, ["replacement-withdrawn"]) == (done.status, errors_of(done))
        assert "your home address" not in page(replaced)

    def test_successor_is_held(self, in_force: StatementRepo) -> None:
        """
        Nor when its successor is held on the very day, for an answer left out.
        """
        in_force.statement(UNDER_NO_PROFILE).section("lending", EXTENDED)
        in_force.publish(LABEL)
        asked = ("choice-people", "--how", "By letter.", "--by", "A. Editor")
        in_force.run("obligation-met", LABEL, *asked, today="2026-03-02")
        sent = ("--channel", "email", "--on", "2026-03-02", "--count", "5")
        in_force.run("notified", LABEL, *sent, today="2026-03-02")
        in_force.commit("2026-03-02")
        in_force.section("lending", EXTENDED.replace("your home address", "your age"))
        in_force.run("release", "--amends", "pending", today="2026-03-03")
        in_force.clear("2026-03-03", "2026-03-03").commit("2026-03-03")
        sent = ("--channel", "email", "--on", "2026-03-03", "--count", "5")
        in_force.run("notified", "2026-03-03", *sent, today="2026-03-03")
        in_force.commit("2026-03-03")
        before = status_of(in_force, LABEL, EVE)

        after = status_of(in_force, LABEL, EFFECTIVE)

        assert ("replaced", "replaced") == (before, after)


class TestAnnounced:
    def test_silent_before(self, approved: StatementRepo) -> None:
        """
        A notice that said nothing of a change gives its correction no lead time.
        """
        kept = approved.read(NOTICE)
        reword_notice(approved, SILENT).commit(LABEL)
        approved.write(NOTICE, kept)
        approved.run("approve", LABEL, "--by", "B. Counsel", today=EVE)
        approved.commit(EVE)

        done = approved.run("build", "--no-pdf", today=EFFECTIVE)

        assert ["notice-late"] == errors_of(done)
        assert "90 days" in page(approved)

    def test_moved_after_all(self, approved: StatementRepo) -> None:
        """
        Moved to the day that the correction leaves, the version takes effect.
        """
        kept = approved.read(NOTICE)
        reword_notice(approved, SILENT).commit(LABEL)
        later = ("--effective", "2026-05-02", "--reason", "The notice was silent.")
        approved.run("reschedule", LABEL, *later, today=EVE)
        text = kept.replace("April 3,", "May 2,").replace("April 2,", "May 1,")
        approved.write(NOTICE, text)
        approved.run("approve", LABEL, "--by", "B. Counsel", today=EVE)
        approved.commit(EVE)

        done = approved.run("build", "--no-pdf", today="2026-05-02")

        assert [] == errors_of(done)
        assert "120 days" in page(approved)

    def test_silent_in_the_replaced(self, approved: StatementRepo) -> None:
        """
        Nor does a replaced version with such a notice to the one that replaces it.
        """
        reword_notice(approved, SILENT).commit(LABEL)
        approved.section("lending", MENDED)
        approved.run("release", "--amends", "pending", today=EVE)
        approved.delete(in_folder(EVE, "notice/en.md"))
        approved.run("release", "--again", today=EVE)
        approved.clear(EVE, EVE).commit(EVE)

        approved.run("build", "--no-pdf", today=EFFECTIVE)

        assert "90 days" in page(approved)

    def test_silent_meanwhile(self, approved: StatementRepo) -> None:
        """
        Words that were taken out of the notice were not announced meanwhile.
        """
        kept = approved.read(NOTICE)
        approved.commit(LABEL)
        approved.write(NOTICE, SILENT)
        sha256 = content_sha256(SILENT.encode())
        happen(approved, "notice-corrected", "2026-03-02", by="E", notice_en=sha256)
        approved.commit("2026-03-02")
        approved.write(NOTICE, kept)
        approved.run("approve", LABEL, "--by", "B. Counsel", today=EVE)
        approved.commit(EVE)

        approved.run("build", "--no-pdf", today=EFFECTIVE)

        assert "90 days" in page(approved)

    def test_choice_on_the_eve(self, in_force: StatementRepo) -> None:
        """
        Who was told that only new data is meant has the whole lead time to say no when
        it is all data.
        """
        in_force.statement(UNDER_NO_PROFILE).section("lending", EXTENDED)
        in_force.run("release", "--reaches", "new", today=LABEL)
        in_force.clear(LABEL, LABEL).commit(LABEL)
        sent = ("--channel", "email", "--on", "2026-03-02", "--count", "5")
        in_force.run("notified", LABEL, *sent, today="2026-03-02")
        in_force.commit("2026-03-02")
        mended = SECTIONS["introduction"].replace("safe.", "safe!")
        in_force.section("introduction", mended)

        done = in_force.run(
            *("release", "--amends", "pending", "--reaches", "all"), today="2026-04-01"
        )

        assert (1, True) == (done.status, "earliest" in done.err)


class TestEventsByHand:
    def test_decided_by_nobody(self, undecided: StatementRepo) -> None:
        """
        A decision after publication without a name or a reason decides nothing.
        """
        assessment = undecided.on_disk().find(LABEL).record.assessment
        assert assessment is not None
        evidence = next(one.evidence for one in assessment.findings if one.id == MOVED)
        told = {"finding": MOVED, "evidence": evidence, "verdict": "editorial"}
        happen(undecided, "decided", "2026-03-02", **told).commit("2026-03-02")

        assert "held" == status_of(undecided, LABEL, "2026-04-10")

    def test_approved_by_nobody(self, proposed: StatementRepo) -> None:
        """
        A corrected notice without a name is not approved.
        """
        proposed.finish_notice(LABEL).commit(LABEL)
        sha256 = content_sha256(proposed.read(NOTICE).encode())
        happen(proposed, "notice-corrected", LABEL, notice_en=sha256).commit(LABEL)

        assert "held" == status_of(proposed, LABEL, "2026-04-10")

    def test_approved_with_gaps(self, proposed: StatementRepo) -> None:
        """
        A notice that was approved after publication is read as any other.
        """
        proposed.commit(LABEL)
        sha256 = content_sha256(proposed.read(NOTICE).encode())
        happen(proposed, "notice-corrected", LABEL, by="E", notice_en=sha256)
        proposed.commit(LABEL)

        done = proposed.run("build", "--no-pdf", today="2026-03-02")

        assert 1 == done.status
        assert "notice-placeholder" in errors_of(done)

    def test_asked_by_nobody(self, in_force: StatementRepo) -> None:
        """
        That people were asked counts with a name and an account of how.
        """
        in_force.statement(UNDER_NO_PROFILE).section("lending", EXTENDED)
        in_force.publish(LABEL)
        happen(in_force, "obligation-met", "2026-03-02", obligation="choice-people")
        sent = ("--channel", "email", "--on", "2026-03-02", "--count", "5")
        in_force.run("notified", LABEL, *sent, today="2026-03-02")
        in_force.commit("2026-03-02")

        assert "held" == status_of(in_force, LABEL, EFFECTIVE)

    def test_told_before_it_was_public(self, in_force: StatementRepo) -> None:
        """
        Messages from before the version was public told nobody of it.
        """
        in_force.statement(UNDER_COLORADO).section("lending", EXTENDED).publish(LABEL)
        told = {"channel": "email", "count": "5"}
        happen(in_force, "notified", "2025-01-01", **told).commit("2026-03-30")

        assert "held" == status_of(in_force, LABEL, EFFECTIVE)

    @pytest.mark.parametrize("name", ["\u200b", "\u3164", ".", "-"])
    def test_names_nobody_can_read(self, asking: StatementRepo, name: str) -> None:
        """
        A name is something with a letter in it.
        """
        done = asking.run(
            *("decide", LABEL, MOVED, "--verdict", "editorial"),
            *("--by", name, "--reason", "We looked at both forms."),
            today=LABEL,
        )

        assert 2 == done.status

    def test_law_without_words(self, in_force: StatementRepo) -> None:
        """
        A law without words is refused, and no record that can't be read is written.
        """
        in_force.section("retention", LONGER)

        done = in_force.run("release", "--required-by-law", " ", today=LABEL)

        assert 0 != done.status
        assert not (in_force.root / RECORD).exists()


class TestRecordsByHand:
    def test_two_decisions_of_one_finding(self, approved: StatementRepo) -> None:
        """
        Two decisions of one finding are one too many: each reader takes another.
        """

        def decision(verdict: Verdict) -> Decision:
            record = approved.on_disk().find(LABEL).record
            assert record.assessment is not None
            return Decision(
                finding=KEPT_LONGER,
                evidence=record.assessment.findings[0].evidence,
                verdict=verdict,
                by="A. Editor",
                on=day(LABEL),
                reason="So it is.",
            )

        both = (decision(Verdict.EDITORIAL), decision(Verdict.MATERIAL))
        now = day(LABEL)
        reword_notice(approved, SILENT.replace("April 3", "March 1"))
        forge(approved, LABEL, lambda one: replace(one, effective=now, decisions=both))

        done = approved.run("check", today=LABEL)

        assert 1 == done.status
        assert f"the finding {KEPT_LONGER} has two decisions" in done.out + done.err

    def test_words_taken_out(self, approved: StatementRepo) -> None:
        """
        A finding keeps its words: without them a notice need say nothing of it.
        """

        def without_words(record: Record) -> Record:
            assert record.assessment is not None
            bare = (
                replace(one, before="", after="") for one in record.assessment.findings
            )
            found = replace(record.assessment, findings=tuple(bare))
            return replace(record, assessment=found)

        forge(approved, LABEL, without_words)
        reword_notice(approved, SILENT)

        done = approved.run("check", today=LABEL)

        assert 1 == done.status

    @pytest.mark.parametrize("change", [{"id": "x"}, {"category": "x"}])
    def test_odd_findings(
        self, approved: StatementRepo, change: dict[str, str]
    ) -> None:
        """
        A finding that can't be understood holds its version, and stops nothing else.
        """

        def odd(record: Record) -> Record:
            assert record.assessment is not None
            findings = (replace(one, **change) for one in record.assessment.findings)  # type: ignore[arg-type]
            found = replace(record.assessment, findings=tuple(findings))
            return replace(record, assessment=found)

        forge(approved, LABEL, odd).commit(LABEL)

        done = approved.run("build", "--no-pdf", today="2026-03-02")

        assert 1 == done.status
        assert "90 days" in page(approved)

    def test_approval_of_another_notice(self, approved: StatementRepo) -> None:
        """
        A notice that is not the approved one is not published in its place.
        """
        approval = Approval(by="A. Editor", on=day(LABEL))
        forge(approved, LABEL, lambda one: replace(one, approved=approval))
        approved.write(NOTICE, SILENT).commit(LABEL)

        assert "held" == status_of(approved, LABEL, EFFECTIVE)


class TestCustoms:
    def test_rule_off(self, in_force: StatementRepo) -> None:
        """
        A change that brings rules switched off with it says so to its reviewers.
        """
        in_force.write("pyproject.toml", '[tool.duenotice]\nrules-off = ["amount"]\n')
        in_force.section("retention", LONGER)

        done = in_force.run("check", "--base", "main", today=LABEL)

        assert "pyproject.toml: warning rules-off" in done.out + done.err
        assert "pyproject.toml: warning customs-changed" in done.out + done.err

    def test_own_profile_loosened(self, ours: StatementRepo) -> None:
        """
        A profile of the project's own that asks for less binds the version that loosens
        it as it stood before.
        """
        ours.write("profiles/ours.yaml", LOOSER).section("retention", LONGER)

        done = ours.run("release", "--effective", "2026-05-29", today=LABEL)

        assert 1 == done.status

    def test_loosened_before(self, ours: StatementRepo) -> None:
        """
        Nor is a profile out of the way that was loosened in a commit of its own.
        """
        ours.write("profiles/ours.yaml", LOOSER).commit("2026-02-25")
        ours.section("retention", LONGER)

        done = ours.run("release", "--effective", "2026-05-29", today=LABEL)

        assert (1, True) == (done.status, "ours (longer) asks for 90 days" in done.err)

    def test_loosened_once(self, ours: StatementRepo) -> None:
        """
        What was loosened counts for the change after: the next version is judged by
        what the one before it was recorded with.
        """
        ours.write("profiles/ours.yaml", LOOSER).section("lending", MENDED_AGAIN)
        ours.publish("2026-02-25")
        ours.section("retention", LONGER)

        done = ours.run("release", "--effective", "2026-05-29", today=LABEL)

        assert 0 == done.status

    def test_audited_by_both(self, ours: StatementRepo) -> None:
        """
        A record that was judged by both is audited by both, and agrees.
        """
        ours.write("profiles/ours.yaml", LOOSER).section("retention", LONGER)
        ours.run("release", today=LABEL)
        ours.clear(LABEL, LABEL)
        checked = ours.run("check", "--strict", today=LABEL)
        ours.commit(LABEL)
        built = ours.run("build", "--no-pdf", today="2026-03-02")

        assert ([], []) == (errors_of(checked), errors_of(built))

    def test_rule_off_with_its_change(self, in_force: StatementRepo) -> None:
        """
        A rule that is switched off together with a change still judges that change.
        """
        every = 'rules-off = ["amount", "weighed"]'
        in_force.write("pyproject.toml", f"[tool.duenotice]\n{every}\n")
        in_force.section("retention", LONGER)
        in_force.run("release", today=LABEL)
        assessment = in_force.on_disk().find(LABEL).record.assessment

        assert assessment is not None
        assert KEPT_LONGER in {one.id for one in assessment.findings}


class TestTranslations:
    def test_more_than_it_catches_up_with(self, translated: StatementRepo) -> None:
        """
        A translation that was behind catches up with its source, and no further.
        """
        translated.section(
            "retention", "We keep loans for 90 days. Then we delete them."
        )
        translated.publish("2026-02-01")
        translated.section("retention", SPANISH_SALE, locale="es")

        assert "editorial" != released(translated)

    def test_more_than_its_source_changes(self, translated: StatementRepo) -> None:
        """
        A change of the source doesn't cover another one in its translation.
        """
        translated.section("retention", LONGER)
        translated.section("retention", SPANISH_SALE, locale="es")
        translated.release(LABEL)
        record = translated.on_disk().find(LABEL).record

        assert record.assessment is not None
        assert any("es/" in one.id for one in record.assessment.findings)

    def test_new_language(self, in_force: StatementRepo) -> None:
        """
        A language that comes with other numbers than the source has is looked at.
        """
        in_force.statement(TRANSLATED_YAML)
        in_force.section("retention", SPANISH_SALE, locale="es")

        assert "editorial" != released(in_force)

    def test_prevailing_language(self, translated: StatementRepo) -> None:
        """
        That another language prevails is a change that somebody has to look at.
        """
        swapped = TRANSLATED_YAML.replace("source_locale: en", "source_locale: es")
        translated.statement(swapped).section("lending", MENDED)

        assert "editorial" != released(translated)


SAME_WORDS = [
    (
        "We use your name for cards, not for ads.",
        "We use your name for ads, not cards.",
    ),
    (
        "We do not share loans. We share titles.",
        "We share loans. We do not share titles.",
    ),
    (
        "We keep names for 90 days and loans for 900 days.",
        "We keep names for 900 days and loans for 90 days.",
    ),
    (
        "We send loans to the printer and delete names.",
        "We send names to the printer and delete loans.",
    ),
    ("We sell no data without consent.", "We sell. No data without consent."),
    (
        "## We do not\n\nSell names.\n\nShout.\n\n## We do\n\nLend books.",
        "## We do not\n\nShout.\n\n## We do\n\nSell names.\n\nLend books.",
    ),
    ("## Data we delete\n\nYour loans.", "## Data we publish\n\nYour loans."),
]
"""The same words in another order or place, which say something else."""


class TestSameWords:
    @pytest.mark.parametrize(("before", "after"), SAME_WORDS)
    def test_looked_at(self, in_force: StatementRepo, before: str, after: str) -> None:
        """
        The same words that say something else now are never called a correction.
        """
        in_force.section("retention", before).publish("2026-01-20")
        in_force.section("retention", after)

        assert "editorial" != released(in_force)


class TestDays:
    def test_last_day_of_all(self, approved: StatementRepo) -> None:
        """
        However late a version is to take effect, the site is built, and no command
        takes a day as far away as that.
        """
        approved.commit(LABEL)
        later = ("--effective", "9999-12-31", "--reason", "Never.")
        refused = approved.run("reschedule", LABEL, *later, today="2026-03-02")
        happen(approved, "rescheduled", "2026-03-02", effective="9999-12-31")
        approved.commit("2026-03-02")

        approved.run("build", "--no-pdf", today="2026-03-02")

        assert "9999-12-31 is too far away" in refused.err
        assert "90 days" in page(approved)

    def test_two_corrections_on_a_day(self, in_force: StatementRepo) -> None:
        """
        A correction of the day's correction takes effect on that day, too.
        """
        for text in (MENDED, MENDED_AGAIN):
            in_force.section("lending", text)
            in_force.run("release", today=LABEL)
            in_force.commit(LABEL)

        assert "in-force" == status_of(in_force, f"{LABEL}.2", LABEL)


class TestHiddenWords:
    @pytest.mark.parametrize(
        "words",
        [
            '[Here](https://fernhill.example "We keep loans for 120 days, not 90.").',
            '[it]: https://fernhill.example "We keep loans for 120 days, not 90."',
        ],
    )
    def test_notice(self, proposed: StatementRepo, words: str) -> None:
        """
        A notice says only what its readers see.
        """
        proposed.write(NOTICE, f"{SILENT}\n{words}\n")

        done = proposed.run("approve", LABEL, "--by", "B. Counsel", today=LABEL)

        assert (1, ["notice-silent"]) == (done.status, errors_of(done))
