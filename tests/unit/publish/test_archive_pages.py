from __future__ import annotations

from typing import TYPE_CHECKING

from builders import day
from duenotice.publish.archive_pages import ArchivePages
from duenotice.publish.statement_site import StatementSite
from duenotice.render.views import ArchivePageView
from library import FIRST
from library import SECOND
from library import THIRD
from library import library

if TYPE_CHECKING:
    from duenotice.render.archive_views import LifeView
    from library import Library


def archive_page(made: Library, as_of: str) -> ArchivePageView:
    """Plan the archive in English."""
    site = StatementSite.of(made.recorded(), day(as_of))
    assert site is not None
    (file,) = ArchivePages(site, {"en": ""}).files()
    assert isinstance(file.view, ArchivePageView)
    return file.view


def lives(made: Library) -> dict[str, LifeView]:
    """Give the rows of the table by heading."""
    page = archive_page(made, THIRD)
    assert page.lives is not None
    return {one.heading: one for one in page.lives.lives}


class TestPeriods:
    """When which text was in force."""

    def test_days(self) -> None:
        """
        The periods follow each other without a gap, both days of each included.
        """
        made = library().section("lending", "We note books.").published(SECOND)
        page = archive_page(made, THIRD)

        assert [
            (SECOND, day(SECOND), None),
            (FIRST, day(FIRST), day("2026-02-28")),
        ] == [(one.page.text, one.start, one.last) for one in page.periods]

    def test_not_public(self) -> None:
        """
        A version that isn't public yet ends no period.
        """
        made = library().section("lending", "We note books.").published(SECOND)

        (period,) = archive_page(made, "2026-02-01").periods
        assert (FIRST, None) == (period.page.text, period.last)


class TestLives:
    """Which section changed in which version."""

    def test_cells(self) -> None:
        """
        A section's row says for each version what became of it, and by how much.
        """
        made = library().section("lending", "We note books.").published(SECOND)
        made.without("lending").listed().published(THIRD)

        cells = lives(made)["Lending"].cells
        assert [("first", True), ("revised", True), ("removed", False)] == [
            (one.what, one.is_there) for one in cells
        ]
        assert 0 < cells[1].percent < 100

    def test_unchanged(self) -> None:
        """
        A version that left a section alone has nothing to say of it.
        """
        made = library().section("lending", "We note books.").published(SECOND)

        kept = lives(made)["Contacts"].cells[1]
        assert ("", True, "") == (kept.what, kept.is_there, kept.href)

    def test_link(self) -> None:
        """
        A change leads to its place in the section's history.
        """
        made = library().section("lending", "We note books.").published(SECOND)

        assert (
            f"../sections/lending/#_{SECOND}" == lives(made)["1. Lending"].cells[1].href
        )

    def test_renamed(self) -> None:
        """
        A section that was renamed has one row; what it changed least can be seen.
        """
        made = library().without("lending").listed("loans")
        made.section("loans", "We note books.", "formerly: [lending]").published(SECOND)
        rows = lives(made)

        assert ["Introduction", "1. Loans", "2. Retention", "Contacts"] == list(rows)
        assert ["first", "renamed"] == [one.what for one in rows["1. Loans"].cells]

    def test_title_alone(self) -> None:
        """
        Another title is a small change, never none.
        """
        made = library().edit("contacts", "title: Contacts", "title: Contact")

        cell = lives(made.published(SECOND))["Contact"].cells[1]
        assert "retitled" == cell.what
        assert cell.percent >= 1
