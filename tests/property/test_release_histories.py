"""Laws of random histories: edits, releases, fixes, withdrawals, and days that pass.

The project is in memory; all that is done to it is done by the release's own code. A
refusal is an outcome like another and leaves everything as it was; a crash is none.
"""

from __future__ import annotations

from datetime import date
from datetime import timedelta
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
from duenotice.parse.section_file import unstamped
from duenotice.release.events import reschedule
from duenotice.release.events import withdraw
from duenotice.release.request import Amends
from duenotice.release.request import ReleaseRequest
from duenotice.release.whole_text import text_of_draft
from duenotice.release.whole_text import text_of_version
from duenotice.timeline import Status
from memory_project import FOLDER
from memory_project import MemoryProject

if TYPE_CHECKING:
    from collections.abc import Callable

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
amendments = st.sampled_from([*Amends, None])


def settings_text(order: tuple[str, ...], lead: int) -> str:
    """Write the settings."""
    listed = "\n".join(f"  - {one}" for one in order)
    return (
        "title: {en: Privacy, es: Privacidad}\n"
        "controller: {name: Fernhill Library}\n"
        "time_zone: America/Los_Angeles\n"
        "source_locale: en\n"
        "locales: [en, es]\n"
        f"sections:\n{listed}\n"
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
        self.leads: dict[VersionLabel, int] = {}
        self.told: dict[date, dict[str, object]] = {}
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
        self._write_settings()

    @rule(lead=st.sampled_from([5, 9, 0]))
    def set_policy(self, lead: int) -> None:
        """Change the notice policy."""
        self.lead = lead
        self._write_settings()

    @rule(
        section_id=sections,
        number=numbers,
        effective=st.sampled_from([None, None, 0, 20, 40]),
        law=st.sampled_from([None, None, None, "Act 12"]),
        amends=amendments,
    )
    def publish(
        self,
        section_id: str,
        number: int,
        effective: int | None,
        law: str | None,
        amends: Amends | None,
    ) -> None:
        """Change a sentence, release the draft and record it."""
        self.edit(section_id, "en", number)
        request = ReleaseRequest(
            today=self.today,
            effective=self._day(effective),
            required_by_law=law,
            amends=amends if self._pending() else None,
        )
        self._attempt(lambda: self._release(request))
        self.commit()

    @precondition(lambda self: not self._proposed())
    @rule(published=dates, amends=amendments)
    def propose(self, published: int | None, amends: Amends | None) -> None:
        """Release the draft, perhaps for a later day, and don't record it yet."""
        request = ReleaseRequest(
            today=self.today,
            version=None if published is None else VersionLabel(self.today, 5),
            published=self._day(published),
            amends=amends if self._pending() else None,
        )
        self._attempt(lambda: self._release(request))

    @precondition(lambda self: self._proposed())
    @rule(days=st.integers(0, 3))
    def propose_again(self, days: int) -> None:
        """Stamp what is proposed again, some days later."""
        self.pass_time(days)
        request = ReleaseRequest(today=self.today)
        self._attempt(lambda: self._release(request, again=True))

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
        leads = dict(self.leads)
        amended = amends if self._pending() else None
        request = ReleaseRequest(today=self.today, amends=amended)
        if self._attempt(lambda: self._release(request)):
            self.project.discard()
            self.leads = leads
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

    @rule()
    def commit(self) -> None:
        """Record the working tree."""
        self.project.commit(self.today)

    @rule(days=st.sampled_from([1, 1, 2, 5, 11]))
    def pass_time(self, days: int) -> None:
        """Let days pass, and note what the public is told on each."""
        timeline = self.project.recorded().timeline
        for _ in range(days):
            self.told[self.today] = told(timeline, self.today)
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
        """A version has been public for its lead when it takes effect."""
        timeline = self.project.recorded().timeline
        for period in timeline.periods(self.today):
            published = timeline[period.label].published
            assert published is not None
            lead = timedelta(days=self.leads.get(period.label, 0))
            assert published + lead <= period.start

    @invariant()
    def nothing_that_was_announced_is_dropped(self) -> None:
        """What is replaced is so by a version for the same day, if that isn't moved."""
        timeline = self.project.recorded().timeline
        for version in timeline.public(self.today):
            status = timeline.status(version.label, self.today)
            if status is Status.REPLACED and not version.is_held(self.today):
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
        for record in release.records:
            is_free = record.required_by_law is not None or record.supersedes is None
            self.leads[record.version] = 0 if is_free else release.lead.days

        assert () == archive.unreleased()
        assert archive.newest is not None
        assert newest == archive.newest.record
        assert text_of_draft(archive.draft).says_the_same(
            text_of_version(archive.newest)
        )
        return release

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
        self.project.files[path] = settings_text(self.order, self.lead)

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


TestHistories = History.TestCase
TestHistories.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None
)
