"""Laws of random histories: edits, releases, fixes, withdrawals, and days that pass.

The project is in memory; all that is done to it is done by the release's own code. A
refusal is an outcome like another and leaves everything as it was; a crash is none.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.stateful import initialize
from hypothesis.stateful import invariant
from hypothesis.stateful import precondition
from hypothesis.stateful import rule

from duenotice.errors import DuenoticeError
from duenotice.model.label import VersionLabel
from duenotice.model.record import Verdict
from duenotice.parse.section_file import unstamped
from duenotice.release import telling
from duenotice.release.events import reschedule
from duenotice.release.events import withdraw
from duenotice.release.request import Amends
from duenotice.release.request import ReleaseRequest
from duenotice.release.telling import meet_obligation
from duenotice.release.telling import notified
from duenotice.store.gate import needs_notice
from duenotice.store.gate import open_findings
from duenotice.store.whole_text import text_of_draft
from duenotice.store.whole_text import text_of_version
from duenotice.timeline import Status
from memory_project import FOLDER
from memory_project import MemoryProject

if TYPE_CHECKING:
    from collections.abc import Callable

    from duenotice.model.record import Record
    from duenotice.model.record import RecordedFinding
    from duenotice.release.events import Happening
    from duenotice.release.request import Release
    from duenotice.store.archive import Archive
    from duenotice.timeline import Timeline

BEGIN = date(2026, 1, 1)
VERSIONS = f"{FOLDER}/versions/"
SECTIONS = ("introduction", "lending", "contacts", "fines")
SENTENCES = 4
WORDS = ("books", "names", "days")

sections = st.sampled_from(SECTIONS)
locales = st.sampled_from(["en", "es"])
numbers = st.integers(0, SENTENCES - 1)
dates = st.sampled_from([None, None, 0, 1, 3])
PROFILES = ("caloppa", "caloppa", "")
"""Under the first a notice is posted; under none people are asked and written to."""

Told = tuple[str, str]
"""A finding's id and evidence."""

often = st.sampled_from([True, True, True, False])
amendments = st.sampled_from([*Amends, None])


def settings_text(order: tuple[str, ...], lead: int, profile: str) -> str:
    """Write the settings."""
    listed = "\n".join(f"  - {one}" for one in order)
    return (
        "title: {en: Privacy, es: Privacidad}\n"
        "controller: {name: Fernhill Library}\n"
        "time_zone: America/Los_Angeles\n"
        "source_locale: en\n"
        "locales: [en, es]\n"
        f"sections:\n{listed}\n"
        f"profiles: [{profile}]\n"
        f"notice: {{lead_days: {lead}, merge_slack_days: 2}}\n"
    )


def body(word: str) -> str:
    """Write a section whose sentences can be changed one by one."""
    return "".join(f"Sentence {n} is about {word}.\n\n" for n in range(SENTENCES))


class History(RuleBasedStateMachine):
    """What editors do to a statement, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.project = MemoryProject()
        self.today = BEGIN
        self.order: tuple[str, ...] = SECTIONS[:3]
        self.lead = 5
        self.profile = PROFILES[0]
        self.told: dict[date, dict[str, object]] = {}
        self.announced: dict[date, set[Told]] = {}
        """By day: the findings that people were told of, by id and evidence."""

        self.is_rewound = False
        """Files no longer tell which stamps the draft had before a release."""

    # What begins a history

    @initialize(adopted=st.integers(0, 2))
    def begin(self, adopted: int) -> None:
        """Write a statement; some have a past."""
        self._write_settings()
        for section_id in self.order:
            self._write_section("en", section_id)
            self._write_section("es", section_id)
        for number in range(adopted):
            past = BEGIN - timedelta(days=100 - 30 * number)
            self.edit("lending", "en", number)
            self._release(
                ReleaseRequest(
                    today=BEGIN, published=past, effective=past, adopted_by="A. Editor"
                )
            )
        self.commit()

    # What editors do

    @rule(section_id=sections, locale=locales, number=numbers)
    def edit(self, section_id: str, locale: str, number: int) -> None:
        """Change the word that a sentence is about."""
        path = f"{FOLDER}/{locale}/{section_id}.md"
        lines = self.project.files.get(path, "").splitlines(keepends=True)
        for index, line in enumerate(lines):
            start, _, word = line.rpartition(" about ")
            if start == f"Sentence {number} is":
                after = WORDS[(WORDS.index(word.strip(".\n")) + 1) % len(WORDS)]
                lines[index] = f"{start} about {after}.\n"
                self.project.files[path] = "".join(lines)

    @rule(section_id=sections)
    def mark_translation(self, section_id: str) -> None:
        """Say that a translation renders the source as it is."""
        files = self.project.archive().draft.sections
        source = files["en"].get(section_id)
        own = files["es"].get(section_id)
        if source is not None and own is not None and own.front.translates is not None:
            old = f"translates: {own.front.translates}\n"
            new = f"translates: {source.front.version}\n"
            path = f"{FOLDER}/es/{section_id}.md"
            self.project.files[path] = own.text.replace(old, new)
            self.is_rewound = True

    @rule(order=st.permutations(SECTIONS[:3]), is_longer=st.booleans())
    def set_order(self, order: list[str], *, is_longer: bool) -> None:
        """Move sections; add or remove one."""
        self.order = (*order, "fines") if is_longer else tuple(order)
        for locale in ("en", "es"):
            path = f"{FOLDER}/{locale}/fines.md"
            if not is_longer:
                self.project.files.pop(path, None)
            elif path not in self.project.files:
                self._write_section(locale, "fines")
                self.is_rewound = True
        self._write_settings()

    @rule(lead=st.sampled_from([5, 9, 0]), profile=st.sampled_from(PROFILES))
    def set_policy(self, lead: int, profile: str) -> None:
        """Change the notice policy."""
        self.lead, self.profile = lead, profile
        self._write_settings()

    @rule(
        sentence=st.tuples(sections, numbers),
        effective=st.sampled_from([None, None, 0, 20, 40]),
        law=st.sampled_from([None, None, None, "Act 12"]),
        amends=amendments,
        is_cleared=often,
    )
    def publish(
        self,
        sentence: tuple[str, int],
        effective: int | None,
        law: str | None,
        amends: Amends | None,
        *,
        is_cleared: bool,
    ) -> None:
        """Change a sentence, release the draft, pass the gate or not, and record it."""
        section_id, number = sentence
        self.edit(section_id, "en", number)
        request = ReleaseRequest(
            today=self.today,
            effective=self._day(effective),
            required_by_law=law,
            amends=amends if self._pending() else None,
        )
        self._attempt(lambda: self._release(request))
        if is_cleared:
            self._clear()
        self.commit()

    @precondition(lambda self: not self._proposed())
    @rule(published=dates, amends=amendments, is_cleared=often)
    def propose(
        self, published: int | None, amends: Amends | None, *, is_cleared: bool
    ) -> None:
        """Release the draft, perhaps for a later day, and don't record it yet."""
        request = ReleaseRequest(
            today=self.today,
            version=None if published is None else VersionLabel(self.today, 5),
            published=self._day(published),
            amends=amends if self._pending() else None,
        )
        self._attempt(lambda: self._release(request))
        if is_cleared:
            self._clear()

    @precondition(lambda self: self._proposed())
    @rule(days=st.integers(0, 3))
    def propose_again(self, days: int) -> None:
        """Stamp what is proposed again, some days later."""
        self.pass_time(days)
        request = ReleaseRequest(today=self.today)
        self._attempt(lambda: self._release(request, again=True))

    @precondition(lambda self: self._proposed())
    @rule()
    def pass_the_gate(self) -> None:
        """Decide what is open about what is proposed, and approve its notice."""
        self._clear()

    @precondition(lambda self: self._proposed())
    @rule(days=st.integers(1, 6))
    def record_late(self, days: int) -> None:
        """Record what is proposed some days later than planned."""
        self.pass_time(days)
        self.commit()

    @precondition(lambda self: not self._proposed())
    @rule(amends=amendments)
    def release_and_discard(self, amends: Amends | None) -> None:
        """Release the draft and undo it at once."""
        before = dict(self.project.files)
        amended = amends if self._pending() else None
        request = ReleaseRequest(today=self.today, amends=amended)
        if self._attempt(lambda: self._release(request)):
            self.project.discard()
            after = self.project.files
            if self.is_rewound:
                before = {one: unstamped(text) for one, text in before.items()}
                after = {one: unstamped(text) for one, text in after.items()}

            assert before == after

    @precondition(lambda self: self._proposed())
    @rule()
    def discard(self) -> None:
        """Undo what is proposed."""
        self.project.discard()

    @precondition(lambda self: self._pending())
    @rule(data=st.data(), is_restored=st.booleans())
    def take_back(self, data: st.DataObject, *, is_restored: bool) -> None:
        """Withdraw a version that waits, or try to withdraw another."""
        archive, label = self._choose(data)
        self._attempt(
            lambda: self.project.write(
                withdraw(
                    archive,
                    archive.versions[label],
                    today=self.today,
                    reason="Stopped",
                    restore=is_restored,
                ).changes.files
            )
        )
        statement = self.project.archive().draft.statement
        assert statement is not None
        self.order, self.lead = statement.section_ids, statement.notice.lead_days
        self.profile = "".join(statement.profiles)
        self.is_rewound = True

    @precondition(lambda self: self._pending())
    @rule(data=st.data(), offset=st.integers(-1, 30))
    def move(self, data: st.DataObject, offset: int) -> None:
        """Reschedule a version that waits, or try to move another."""
        archive, label = self._choose(data)
        self._attempt(
            lambda: self.project.write(
                reschedule(
                    archive,
                    archive.versions[label],
                    today=self.today,
                    to=self.today + timedelta(days=offset),
                    reason="Late",
                ).changes.files
            )
        )

    @precondition(lambda self: self._pending())
    @rule(data=st.data())
    def tell_people(self, data: st.DataObject) -> None:
        """Record that messages went out, and that people were asked."""
        archive, label = self._choose(data)
        version = archive.versions[label]
        sent = telling.Told(channel="email", on=self.today, count=1)
        self._happens(lambda: notified(archive, version, (sent,), today=self.today))
        assessment = version.record.assessment
        for one in () if assessment is None else assessment.obligations:
            met = telling.Met(obligation=one.id, how="By email", by="A. Editor")
            later = self.project.archive()
            ask = partial(meet_obligation, later, later.versions[label], met)
            self._happens(partial(ask, today=self.today))

    @rule()
    def commit(self) -> None:
        """Record the working tree."""
        self.project.commit(self.today)

    @rule(days=st.sampled_from([1, 1, 2, 5, 11]))
    def pass_time(self, days: int) -> None:
        """Let days pass, and note what the public is told on each."""
        archive = self.project.recorded()
        timeline = archive.timeline
        for _ in range(days):
            self.told[self.today] = told(timeline, self.today)
            self.announced[self.today] = announced(archive, self.today)
            self.today += timedelta(days=1)

    # What always holds

    @invariant()
    def everything_reads_back(self) -> None:
        """Records, chain and texts are whole, in the branch and in the tree."""
        assert () == self.project.recorded().diagnostics
        assert () == self.project.archive().diagnostics

    @invariant()
    def one_text_is_in_force(self) -> None:
        """From the first effective day on there is one, and labels never go back."""
        timeline = self.project.recorded().timeline
        labels = [period.label for period in timeline.periods(self.today)]
        days = [self.today + timedelta(days=number) for number in range(50)]
        found = [timeline.in_force(on) for on in days]
        after = found[next((n for n, one in enumerate(found) if one), 50) :]

        assert sorted(labels) == labels
        assert None not in after

    @invariant()
    def nothing_takes_effect_too_early(self) -> None:
        """Each finding was told of on every day of its lead."""
        archive = self.project.recorded()
        for period in archive.timeline.periods(self.today):
            if period.start > self.today:
                continue
            for one in material(archive.versions[period.label].record):
                for before in range(1, one.lead_days + 1):
                    told = self.announced[period.start - timedelta(days=before)]
                    assert (one.id, one.evidence) in told

    @invariant()
    def each_text_changes_the_one_it_was_held_against(self) -> None:
        """What people were told of is what they see change.

        A text that was corrected on its first day stands for no day, but between them.
        """
        archive = self.project.recorded()
        versions = archive.versions
        periods = archive.timeline.periods(self.today)
        for before, after in pairwise(periods):
            assessment = versions[after.label].record.assessment
            while assessment is not None and before.label != assessment.against:
                corrected = archive.timeline[assessment.against]

                assert before.label < corrected.label
                assert after.start == corrected.begins(self.today)

                assessment = versions[corrected.label].record.assessment

    @invariant()
    def nothing_open_takes_effect(self) -> None:
        """What is in force was decided, approved, and asked of people."""
        archive = self.project.recorded()
        for period in archive.timeline.periods(self.today):
            record = archive.versions[period.label].record
            if period.start > self.today or record.assessment is None:
                continue
            met = {one.details.get("obligation") for one in record.events}

            assert () == open_findings(record)
            assert record.approved is not None or not needs_notice(record)
            assert {one.id for one in record.assessment.obligations} <= met

    @invariant()
    def nothing_that_was_announced_is_dropped(self) -> None:
        """What is replaced is so by a version for the same day, if that isn't moved."""
        timeline = self.project.recorded().timeline
        for version in timeline.public(self.today):
            status = timeline.status(version.label, self.today)
            is_held = timeline.is_held(version, self.today)
            if status is Status.REPLACED and not is_held:
                successor = timeline.successor(version.label, self.today)
                assert successor is not None
                assert successor.reschedulings or (
                    version.begins(self.today) == successor.begins(self.today)
                )

    @invariant()
    def the_past_never_changes(self) -> None:
        """What was told on a day is what is told of that day ever after."""
        timeline = self.project.recorded().timeline
        for on, before in list(self.told.items())[-12:]:
            assert before == told(timeline, on)

    # How it is done

    def _release(self, request: ReleaseRequest, *, again: bool = False) -> Release:
        release = self.project.release(request, again=again)
        archive = self.project.archive()
        newest = release.records[-1]

        assert () == archive.unreleased()
        assert archive.newest is not None
        assert newest == archive.newest.record
        assert text_of_draft(archive.draft).says_the_same(
            text_of_version(archive.newest)
        )
        return release

    def _clear(self) -> None:
        """Pass the gate, as far as it can be passed."""
        proposed = [
            one.label
            for one in self.project.archive().timeline.versions
            if one.published is None
        ]
        for label in proposed:
            with suppress(DuenoticeError):
                self.project.clear(str(label), self.today)

    def _happens(self, do: Callable[[], Happening]) -> None:
        self._attempt(lambda: self.project.write(do().changes.files))

    def _pending(self) -> list[VersionLabel]:
        """Name the versions that wait for their day, or can't take effect."""
        timeline = self.project.archive().timeline
        waiting = {Status.SCHEDULED, Status.HELD, Status.PROPOSED}
        return [
            one.label
            for one in timeline.versions
            if timeline.status(one.label, self.today) in waiting
        ]

    def _proposed(self) -> bool:
        timeline = self.project.archive().timeline
        return any(one.published is None for one in timeline.versions)

    def _choose(self, data: st.DataObject) -> tuple[Archive, VersionLabel]:
        archive = self.project.archive()
        anything = st.sampled_from(list(archive.versions))
        waiting = st.sampled_from(self._pending())
        return archive, data.draw(waiting | waiting | anything)

    def _attempt(self, do: Callable[[], object]) -> bool:
        before = dict(self.project.files)
        try:
            do()
        except DuenoticeError:
            assert before == self.project.files
            return False
        return True

    def _day(self, offset: int | None) -> date | None:
        return None if offset is None else self.today + timedelta(days=offset)

    def _write_settings(self) -> None:
        path = f"{FOLDER}/statement.yaml"
        self.project.files[path] = settings_text(self.order, self.lead, self.profile)

    def _write_section(self, locale: str, section_id: str) -> None:
        path = f"{FOLDER}/{locale}/{section_id}.md"
        front = f"title: {section_id}\n"
        if any(section_id in one for one in self.project.files if VERSIONS in one):
            # It was removed before, and says that it is the same one.
            front += f"formerly: [{section_id}]\n"
        self.project.files[path] = f"---\n{front}---\n{body('books')}"


def told(timeline: Timeline, on: date) -> dict[str, object]:
    """Give what the public is told on a day."""
    in_force = timeline.in_force(on)
    return {
        "in force": None if in_force is None else in_force.label,
        "periods": timeline.periods(on),
        "next change": timeline.next_public_change(on),
        "status": {
            str(one.label): timeline.status(one.label, on)
            for one in timeline.public(on)
        },
    }


def announced(archive: Archive, on: date) -> set[Told]:
    """Give the findings that notices of what is to come speak of on a day."""
    waiting = {Status.SCHEDULED, Status.HELD}
    return {
        (one.id, one.evidence)
        for version in archive.timeline.public(on)
        if archive.timeline.status(version.label, on) in waiting
        and archive.versions[version.label].record.approved is not None
        for one in material(archive.versions[version.label].record)
    }


def material(record: Record) -> list[RecordedFinding]:
    """Give the findings that the record holds material."""
    verdicts = {one.finding: one.verdict for one in record.decisions}
    findings = () if record.assessment is None else record.assessment.findings
    return [
        one
        for one in findings
        if verdicts.get(one.id, one.outcome) == Verdict.MATERIAL.value
    ]


TestHistories = History.TestCase
TestHistories.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None
)
