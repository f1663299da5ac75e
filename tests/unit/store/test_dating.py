from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.parse.record_file import last_hash
from duenotice.parse.record_file import parse_record
from duenotice.parse.record_file import write_record
from duenotice.release.request import Amends
from duenotice.release.request import ReleaseRequest
from duenotice.store.dating import date_version
from duenotice.store.dating import is_unchecked
from duenotice.store.record_book import NO_HISTORY
from memory_project import FOLDER
from memory_project import MemoryProject

if TYPE_CHECKING:
    from duenotice.model.record import Record
    from duenotice.store.record_book import RecordBook
    from duenotice.timeline import DatedVersion

FIRST = "2026-01-10"
SECOND = "2026-03-01"
SECOND_FILE = f"{FOLDER}/versions/{SECOND}/record.yaml"


def request(today: str, **wanted: object) -> ReleaseRequest:
    """Ask for a release."""
    return replace(ReleaseRequest(today=day(today)), **wanted)  # type: ignore[arg-type]


def dated(project: MemoryProject, label: str) -> DatedVersion:
    """Give what the timeline knows of a version."""
    return project.archive().timeline[VersionLabel.parse(label)]


def revise(project: MemoryProject, words: str = "60 days", **wanted: object) -> None:
    """Release a second version, and don't commit it."""
    project.edit("retention", "90 days", words)
    project.release(request(SECOND, **wanted))
    project.clear(SECOND, SECOND)


@pytest.fixture
def project() -> MemoryProject:
    """A project whose first version is recorded on its day."""
    made = MemoryProject.with_statement()
    made.release(request(FIRST))
    return made.commit(FIRST)


class TestPublished:
    """The first day on which a text and its notice are public."""

    def test_nothing_before_it_is_recorded(self, project: MemoryProject) -> None:
        """
        A version that stands on no publishing branch has no day of publication.
        """
        revise(project)

        assert dated(project, SECOND).published is None

    @pytest.mark.parametrize(
        ("recorded", "expected"),
        [("2026-02-28", "2026-03-01"), (SECOND, SECOND), ("2026-03-09", "2026-03-09")],
        ids=["before", "on-the-day", "after"],
    )
    def test_is_the_later_of_plan_and_record(
        self, project: MemoryProject, recorded: str, expected: str
    ) -> None:
        """
        A version is public on its planned day, or on the day on which the branch first
        held its record, whichever is later.
        """
        revise(project)
        project.commit(recorded)

        assert day(expected) == dated(project, SECOND).published

    @pytest.mark.parametrize(
        ("hour", "expected"), [(7, SECOND), (8, "2026-03-02")], ids=["eve", "morning"]
    )
    def test_days_are_those_of_the_statement(
        self, project: MemoryProject, hour: int, expected: str
    ) -> None:
        """
        A commit counts on the day that it is in the statement's time zone.
        """
        revise(project)
        project.commit("2026-03-02", hour=hour)

        assert day(expected) == dated(project, SECOND).published

    def test_later_forms_of_the_record_count_for_nothing(
        self, project: MemoryProject
    ) -> None:
        """
        A version was public since its record first stood there, whatever was added to
        the record later.
        """
        revise(project)
        project.commit(SECOND)
        add_event(project, "2026-03-05", EventKind.NOTIFIED, channel="email")
        project.commit("2026-03-05")

        assert day(SECOND) == dated(project, SECOND).published

    def test_of_an_adopted_version(self) -> None:
        """
        An adopted version was public on the day that its record says.
        """
        project = MemoryProject.with_statement()
        project.release(
            request(
                SECOND,
                adopted_by="A. Editor",
                published=day("2021-10-15"),
                effective=day("2021-11-01"),
            )
        )
        project.commit(SECOND)
        one = dated(project, "2021-10-15")

        assert (day("2021-10-15"), date.min) == (one.published, one.earliest)

    def test_in_a_preview(self, project: MemoryProject) -> None:
        """
        A preview takes a proposed version for published on its day, or on a later
        one that is asked for.
        """
        revise(project)
        version = project.archive().find(SECOND)
        published = [
            date_version(version, replace(project.book, preview_day=one)).published
            for one in (date.min, date(2030, 1, 1))
        ]

        assert [day(SECOND), date(2030, 1, 1)] == published

    def test_without_history(self, project: MemoryProject) -> None:
        """
        In a tree without git every version is proposed.
        """
        version = project.archive().find(FIRST)

        assert date_version(version, NO_HISTORY).published is None


class TestShallow:
    """Clones that hold only the newest commits."""

    def shallow(self, project: MemoryProject) -> RecordBook:
        """Give the history as if it began with the first form of each record."""
        history = {
            path: [replace(forms[0], is_boundary=True), *forms[1:]]
            for path, forms in project.book.history.items()
        }
        return replace(project.book, history=history)

    def test_the_record_is_believed(self, project: MemoryProject) -> None:
        """
        Where the history ends with the version there already, its planned day counts,
        and this is told.
        """
        revise(project)
        project.commit("2026-03-09")
        version, book = project.archive().find(SECOND), self.shallow(project)

        assert day(SECOND) == date_version(version, book).published
        assert is_unchecked(version, book)

    def test_a_whole_history_is_checked(self, project: MemoryProject) -> None:
        """
        Where the history is there, nothing needs to be told.
        """
        version = project.archive().find(FIRST)

        assert not is_unchecked(version, project.book)

    def test_of_a_proposed_version_nothing_is_unchecked(
        self, project: MemoryProject
    ) -> None:
        """
        A version that is not recorded has no day that could be checked.
        """
        revise(project)
        version = project.archive().find(SECOND)

        assert not is_unchecked(version, self.shallow(project))

    def test_events_are_believed(self, project: MemoryProject) -> None:
        """
        An event that stood in the record when the history begins counts from the day it
        names.
        """
        revise(project)
        add_event(project, "2026-03-05", EventKind.WITHDRAWN, reason="Stopped")
        project.commit("2026-03-09")
        version = project.archive().find(SECOND)

        assert day("2026-03-05") == (
            date_version(version, self.shallow(project)).withdrawn_on
        )


class TestEarliest:
    """The day before which a version that was published late is held."""

    @pytest.mark.parametrize(
        ("recorded", "expected"),
        [(SECOND, "2026-03-31"), ("2026-03-04", "2026-04-03"), ("2026-03-05", None)],
        ids=["on-time", "within-the-slack", "too-late"],
    )
    def test_counts_from_the_publication(
        self, project: MemoryProject, recorded: str, expected: str | None
    ) -> None:
        """
        The lead of a material change must be left from the real day of publication on;
        the slack is there to be used up.
        """
        revise(project)
        project.commit(recorded)
        one = dated(project, SECOND)

        assert (expected is None) == one.is_held(day(recorded))
        assert day(expected or "2026-04-04") == one.earliest

    def test_of_the_first_version(self) -> None:
        """
        The first version needs no notice, and may take effect as soon as it is public.
        """
        project = MemoryProject.with_statement()
        project.release(request(FIRST, effective=day("2026-01-20")))
        project.commit("2026-01-12")

        assert day("2026-01-12") == dated(project, FIRST).earliest

    def test_of_a_correction(self, project: MemoryProject) -> None:
        """
        A correction may take effect as soon as it is public.
        """
        project.edit("contacts", "Write to", "Please write to")
        project.release(request(SECOND, effective=day("2026-03-20")))
        project.commit("2026-03-12")

        assert day("2026-03-12") == dated(project, SECOND).earliest

    def test_required_by_law(self, project: MemoryProject) -> None:
        """
        What a law requires may take effect from its publication on.
        """
        revise(project, required_by_law="Act 12", effective=day("2026-03-20"))
        project.commit("2026-03-19")

        assert day("2026-03-19") == dated(project, SECOND).earliest

    def test_of_the_stricter_policy(self, project: MemoryProject) -> None:
        """
        A version that shortens the notice is held by the longer one, as the text in
        force asks for.
        """
        yaml = STATEMENT_YAML.replace("lead_days: 30", "lead_days: 5")
        project.files[f"{FOLDER}/statement.yaml"] = yaml
        revise(project)
        project.commit("2026-03-20")

        assert day("2026-04-19") == dated(project, SECOND).earliest

    def test_of_a_fix_that_keeps_a_date(self, project: MemoryProject) -> None:
        """
        A fix of a scheduled version that is recorded late keeps the date, as long as
        that was announced early enough.
        """
        revise(project)
        project.commit(SECOND)
        project.edit("contacts", "Write to", "Please write to")
        project.release(request("2026-03-10", amends=Amends.PENDING))
        project.clear("2026-03-10", "2026-03-10").commit("2026-03-25")
        one = dated(project, "2026-03-10")

        assert day("2026-03-31") == one.earliest
        assert not one.is_held(day("2026-03-25"))

    def test_of_a_fix_that_comes_after_the_day(self, project: MemoryProject) -> None:
        """
        A fix of a scheduled version that is recorded when that is in force is held: it
        keeps no date.
        """
        revise(project)
        project.commit(SECOND)
        project.edit("contacts", "Write to", "Please write to")
        project.release(request("2026-03-10", amends=Amends.PENDING))
        project.clear("2026-03-10", "2026-03-10").commit("2026-04-03")

        assert dated(project, "2026-03-10").is_held(day("2026-04-03"))


class TestEvents:
    """Since when it was known what happened to a version."""

    def test_on_the_day_of_the_commit(self, project: MemoryProject) -> None:
        """
        An event counts from the day on which the branch held it, not from the earlier
        one that it names.
        """
        revise(project)
        project.commit(SECOND)
        add_event(project, "2026-03-05", EventKind.WITHDRAWN, reason="Stopped")
        project.commit("2026-03-09")

        assert day("2026-03-09") == dated(project, SECOND).withdrawn_on

    def test_on_the_day_it_names(self, project: MemoryProject) -> None:
        """
        An event that is recorded before the day it names counts from that day on.
        """
        revise(project)
        project.commit(SECOND)
        add_event(project, "2026-03-05", EventKind.WITHDRAWN, reason="Stopped")
        project.commit("2026-03-04")

        assert day("2026-03-05") == dated(project, SECOND).withdrawn_on

    def test_before_it_is_committed(self, project: MemoryProject) -> None:
        """
        In the working tree an event counts from the day it names.
        """
        revise(project)
        project.commit(SECOND)
        add_event(project, "2026-03-05", EventKind.WITHDRAWN, reason="Stopped")

        assert day("2026-03-05") == dated(project, SECOND).withdrawn_on

    def test_each_by_its_own_commit(self, project: MemoryProject) -> None:
        """
        Of several events each counts from the commit that brought it.
        """
        revise(project)
        project.commit(SECOND)
        add_event(project, "2026-03-05", EventKind.RESCHEDULED, effective="2026-05-01")
        project.commit("2026-03-06")
        add_event(project, "2026-03-07", EventKind.RESCHEDULED, effective="2026-06-01")
        project.commit("2026-03-08")

        assert [
            (day("2026-03-06"), day("2026-05-01")),
            (day("2026-03-08"), day("2026-06-01")),
        ] == [(o.known_on, o.effective) for o in dated(project, SECOND).reschedulings]

    def test_in_their_order(self, project: MemoryProject) -> None:
        """
        No event is known before the one it follows, whatever day it names.
        """
        revise(project)
        project.commit(SECOND)
        add_event(project, "2026-03-20", EventKind.RESCHEDULED, effective="2026-05-01")
        add_event(project, "2026-03-05", EventKind.RESCHEDULED, effective="2026-06-01")
        project.commit("2026-03-06")

        assert [day("2026-03-20")] * 2 == [
            one.known_on for one in dated(project, SECOND).reschedulings
        ]

    def test_in_place_of_another(self, project: MemoryProject) -> None:
        """
        An event that was put in the place of another counts from the commit that put it
        there.
        """
        revise(project)
        project.commit(SECOND)
        plain = project.files[SECOND_FILE]
        add_event(project, "2026-03-05", EventKind.NOTIFIED, channel="email")
        project.commit("2026-03-05")
        project.files[SECOND_FILE] = plain
        add_event(project, "2026-03-05", EventKind.WITHDRAWN, reason="Stopped")
        project.commit("2026-03-09")

        assert day("2026-03-09") == dated(project, SECOND).withdrawn_on

    def test_the_first_withdrawal_counts(self, project: MemoryProject) -> None:
        """
        A version that is withdrawn twice was withdrawn the first time.
        """
        revise(project)
        project.commit(SECOND)
        add_event(project, "2026-03-05", EventKind.WITHDRAWN, reason="Stopped")
        project.commit("2026-03-05")
        add_event(project, "2026-03-07", EventKind.WITHDRAWN, reason="Again")
        project.commit("2026-03-07")

        assert day("2026-03-05") == dated(project, SECOND).withdrawn_on

    def test_of_an_adopted_version(self) -> None:
        """
        What is added to an adopted record later counts from its commit, so that nothing
        can be made never to have been in force.
        """
        project = MemoryProject.with_statement()
        project.release(
            request(
                SECOND,
                adopted_by="A. Editor",
                version=VersionLabel.parse(SECOND),
                published=day(SECOND),
                effective=day(SECOND),
            )
        )
        project.commit(SECOND)
        add_event(project, "2026-02-01", EventKind.WITHDRAWN, reason="Never said")
        project.commit("2026-03-09")

        assert day("2026-03-09") == dated(project, SECOND).withdrawn_on
        assert not dated(project, SECOND).is_withdrawn(day("2026-12-31"))


def add_event(project: MemoryProject, on: str, kind: EventKind, **details: str) -> None:
    """Add an event to the second version's record, as a hand could that knows how."""
    record = read(project)
    event = Event(on=day(on), kind=kind, details=details, previous=last_hash(record))
    added = replace(record, events=(*record.events, event))
    project.files[SECOND_FILE] = write_record(added)


def read(project: MemoryProject) -> Record:
    """Read the second version's record."""
    record, _ = parse_record(project.files[SECOND_FILE].encode(), SECOND_FILE)
    assert record is not None
    return record
