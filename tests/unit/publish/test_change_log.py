from __future__ import annotations

from typing import TYPE_CHECKING

from builders import day
from duenotice.publish.change_log import change_log_pages
from duenotice.release.request import Amends
from duenotice.render.change_views import ChangesPageView
from recorded_site import recorded_site
from steps import MENDED
from steps import take_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builders import StatementRepo
    from duenotice.render.change_views import ChangeEntryView

LABEL = "2026-03-01"
LONGER = "We keep loans for 120 days. After that we delete them."


def log(repo: StatementRepo, as_of: str) -> ChangesPageView:
    """Give the planned list of changes in the source's language."""
    with recorded_site(repo, as_of) as site:
        view = next(change_log_pages(site, {})).view
    assert isinstance(view, ChangesPageView)
    return view


def told(entries: Iterable[ChangeEntryView]) -> list[tuple[str, str, str]]:
    """Give label, status and kind of each."""
    versions = (one.version for one in entries)
    return [(one.label, one.status, one.kind) for one in versions]


class TestOrder:
    """What is coming, then what was."""

    def test_scheduled(self, pending: StatementRepo) -> None:
        """
        A scheduled change is coming until the day before it takes effect.
        """
        before, after = log(pending, "2026-04-02"), log(pending, "2026-04-03")

        assert [(LABEL, "scheduled", "announced")] == told(before.coming)
        assert [("2026-01-10", "in-force", "")] == told(before.earlier)
        assert [] == told(after.coming)
        assert [
            (LABEL, "in-force", "announced"),
            ("2026-01-10", "superseded", ""),
        ] == told(after.earlier)

    def test_correction(self, in_force: StatementRepo) -> None:
        """
        A correction is in the log at once, with its kind.
        """
        in_force.section("lending", MENDED).publish("2026-02-10")

        assert ("2026-02-10", "in-force", "correction") == told(
            log(in_force, "2026-02-10").earlier
        )[0]

    def test_held(self, in_force: StatementRepo) -> None:
        """
        What is held is still to come, without a day to count to.
        """
        in_force.section("retention", LONGER).release(LABEL)
        in_force.commit(LABEL)

        view = log(in_force, LABEL)

        assert [(LABEL, "held", "announced")] == told(view.coming)
        assert (None, None) == (view.as_of, view.coming[0].days_left)

    def test_withdrawn(self, pending: StatementRepo) -> None:
        """
        A withdrawn change stays in the log.
        """
        take_back(pending, LABEL, "2026-03-05", restore=True)
        pending.commit("2026-03-05")

        assert (LABEL, "withdrawn", "announced") == told(
            log(pending, "2026-03-06").earlier
        )[0]

    def test_replaced(self, pending: StatementRepo) -> None:
        """
        A replaced change leads to the one that took its place.
        """
        pending.section("lending", MENDED)
        pending.publish("2026-03-03", amends=Amends.PENDING)

        view = log(pending, "2026-03-04")
        replaced = view.earlier[0]

        assert [("2026-03-03", "scheduled", "announced")] == told(view.coming)
        assert (LABEL, "replaced") == (
            replaced.version.label,
            replaced.version.status,
        )
        assert replaced.successor is not None
        assert "2026-03-03/" == replaced.successor.change_href


class TestDays:
    """How long it still takes."""

    def test_left(self, pending: StatementRepo) -> None:
        """
        The days left are counted from the day of the build, which is said with them.
        """
        view = log(pending, "2026-03-31")

        assert (3, day("2026-03-31")) == (view.coming[0].days_left, view.as_of)

    def test_nothing_to_count(self, in_force: StatementRepo) -> None:
        """
        Where nothing is coming the page stays the same from day to day.
        """
        assert log(in_force, "2026-02-01") == log(in_force, "2026-02-02")
