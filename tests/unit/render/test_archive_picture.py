from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from duenotice.render.archive_picture import broken
from duenotice.render.archive_picture import draw
from duenotice.render.archive_views import CellView
from duenotice.render.archive_views import LifeView
from duenotice.render.archive_views import LivesView
from sample_views import NEXT
from sample_views import NOW
from sample_views import OLD

if TYPE_CHECKING:
    from duenotice.render.archive_views import PictureView

VERSIONS = (OLD, replace(NOW, kind="correction"), replace(NEXT, kind="announced"))
ABSENT = CellView()
KEPT = CellView(is_there=True)
FIRST = CellView(what="first", percent=100, is_there=True)


def revised(percent: int) -> CellView:
    """Make a change of some words."""
    return CellView(what="revised", percent=percent, is_there=True)


def drawn(*cells: CellView, direction: str = "ltr") -> PictureView:
    """Draw one section."""
    life = LifeView(
        heading="1. Tickets", lang="en", direction="ltr", href="", cells=cells
    )
    return draw(LivesView(versions=VERSIONS, lives=(life,)), direction)


class TestMarks:
    """The signs of the picture."""

    def test_shapes(self) -> None:
        """
        An announced change is told by its shape, one that isn't in force by its
        outline.
        """
        marks = drawn(FIRST, revised(50), revised(50)).rows[0].marks

        assert [("bar", False), ("dot", False), ("diamond", True)] == [
            (one.shape, one.is_open) for one in marks
        ]

    def test_sizes(self) -> None:
        """
        The more words changed, the larger the sign, and the least can still be seen.
        """
        small, large = (
            drawn(FIRST, revised(one), KEPT).rows[0].marks[1].size for one in (1, 90)
        )

        assert 4 < small < large <= 13

    def test_times(self) -> None:
        """
        Time goes the way that lines are read.
        """
        for direction, is_rising in (("ltr", True), ("rtl", False)):
            picture = drawn(FIRST, KEPT, KEPT, direction=direction)
            places = [one.x for one in picture.columns]

            assert sorted(places, reverse=not is_rising) == places
            assert all(0 < x < picture.width for x in places)

    def test_spans(self) -> None:
        """
        A line joins the versions that have the section, and ends where it is removed.
        """
        removed = CellView(what="removed", percent=100)
        old, now, later = (one.x for one in drawn(FIRST, KEPT, KEPT).columns)

        assert ((old, now), (now, later)) == drawn(FIRST, KEPT, removed).rows[0].spans
        assert ((now, later),) == drawn(ABSENT, revised(100), KEPT).rows[0].spans

    def test_in_force(self) -> None:
        """
        The text in force has a mark of its own.
        """
        columns = drawn(FIRST, KEPT, KEPT).columns

        assert [False, True, False] == [one.is_in_force for one in columns]


class TestBroken:
    """Headings in little room."""

    @pytest.mark.parametrize(
        ("heading", "expected"),
        [
            ("Welcome", ("Welcome",)),
            ("", ("",)),
            ("12. What we do with ferries", ("12. What we do with", "ferries")),
            ("Donaudampfschifffahrtsgesellschaft", ("Donaudampfschifffahrt…",)),
            ("我們如何處理您的個人資料與船票", ("我們如何處理您的個人資", "料與船票")),
        ],
        ids=["short", "none", "two-lines", "long-word", "without-spaces"],
    )
    def test_lines(self, heading: str, expected: tuple[str, ...]) -> None:
        """
        A heading is broken between words, or letters where a script has no spaces.
        """
        assert expected == broken(heading)
