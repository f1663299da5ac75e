from __future__ import annotations

from typing import TYPE_CHECKING

from builders import day
from duenotice.publish.calendars import calendars
from duenotice.publish.web_home import NOWHERE
from duenotice.publish.web_home import WebHome
from duenotice.render.feed_views import CalendarView
from recorded_site import recorded_site
from steps import move
from steps import take_back

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.render.feed_views import CalendarEventView

HOME = WebHome(address="https://www.example.org/privacy/")
LABEL = "2026-03-01"


def event(repo: StatementRepo, as_of: str, home: WebHome = HOME) -> CalendarEventView:
    """Give the newest version's day in the source's calendar."""
    with recorded_site(repo, as_of) as site:
        view = next(calendars(site, home)).view
    assert isinstance(view, CalendarView)
    return view.events[-1]


class TestEvent:
    """The day on which a version takes effect."""

    def test_scheduled(self, pending: StatementRepo) -> None:
        """
        It is named by version and statement, and says what the notice says first.
        """
        found = event(pending, "2026-03-05")

        assert f"{LABEL}.website@www.example.org" == found.uid
        assert (day("2026-04-03"), 0) == (found.day, found.sequence)
        assert "20260301T080000Z" == found.created_at == found.changed_at
        assert "It is told here." == found.summary
        assert f"{HOME.address}website/changes/{LABEL}/" == found.url
        assert not found.is_cancelled
        assert not found.is_tentative

    def test_rescheduled(self, pending: StatementRepo) -> None:
        """
        Another date raises its number, and keeps its name.
        """
        before = event(pending, "2026-03-05")
        move(pending, LABEL, "2026-03-09", "2026-05-01")
        pending.commit("2026-03-09")

        after = event(pending, "2026-03-09")

        assert before.uid == after.uid
        assert (day("2026-05-01"), 1) == (after.day, after.sequence)
        assert "20260309T070000Z" == after.changed_at

    def test_withdrawn(self, pending: StatementRepo) -> None:
        """
        A withdrawn version's day is cancelled, and not taken out of people's calendars.
        """
        take_back(pending, LABEL, "2026-03-05", restore=True)
        pending.commit("2026-03-05")

        found = event(pending, "2026-03-06")

        assert (True, 1) == (found.is_cancelled, found.sequence)

    def test_held(self, in_force: StatementRepo) -> None:
        """
        The day of a held version isn't settled.
        """
        in_force.section("retention", "We keep loans for 120 days.").release(LABEL)
        in_force.commit(LABEL)

        assert event(in_force, LABEL).is_tentative

    def test_no_address(self, pending: StatementRepo) -> None:
        """
        Without an address of the site it leads nowhere: it stands in other programs.
        """
        assert "" == event(pending, "2026-03-05", NOWHERE).url
