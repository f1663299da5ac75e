from __future__ import annotations

import json
from typing import TYPE_CHECKING
from typing import Any

import pytest

from builders import day
from duenotice.config import Comparisons
from duenotice.publish.plan import FileKind
from duenotice.publish.site_plan import plan_files
from duenotice.publish.web_home import NOWHERE
from duenotice.publish.web_home import WebHome
from duenotice.render.site_map_view import SiteMapView
from duenotice.render.views import ShellView
from recorded_site import recorded_site
from steps import MENDED

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.publish.plan import PlannedFile
    from duenotice.render.head_views import HeadView

ADDRESS = "https://www.example.org/privacy/"
HOME = WebHome(address=ADDRESS)
OLD = "2026-01-10"
NOW = "2026-02-10"


@pytest.fixture
def mended(in_force: StatementRepo) -> StatementRepo:
    """A project whose first version was corrected, and whose sections were renamed."""
    statement = in_force.read("statements/website/statement.yaml")
    in_force.statement(statement.replace("- lending", "- loans"))
    in_force.delete("statements/website/en/lending.md")
    in_force.section("loans", MENDED, "formerly: [lending]").publish(NOW)
    return in_force


def plan(repo: StatementRepo, home: WebHome) -> dict[str, PlannedFile]:
    """Give the planned files by their paths."""
    with recorded_site(repo, NOW) as site:
        files = plan_files([site.archive], day(NOW), Comparisons.ALL, home)
    return {file.path: file for file in files}


def head(files: dict[str, PlannedFile], address: str) -> HeadView:
    """Give the head of a planned page."""
    shell = getattr(files[f"{address}index.html"].view, "shell", None)
    assert isinstance(shell, ShellView)
    return shell.head


def facts(view: HeadView) -> dict[str, Any]:
    """Read the linked data of a page."""
    found: dict[str, Any] = json.loads(view.linked_data)
    return found


class TestCanonical:
    """The address that counts."""

    @pytest.mark.parametrize(
        ("address", "expected"),
        [
            ("", ADDRESS),
            ("website/", f"{ADDRESS}website/"),
            (f"website/{NOW}/", f"{ADDRESS}website/"),
            (f"website/{OLD}/", f"{ADDRESS}website/{OLD}/"),
            ("website/sections/lending/", f"{ADDRESS}website/sections/loans/"),
            (
                f"website/compare/{OLD}/{NOW}/side-by-side/",
                f"{ADDRESS}website/compare/{OLD}/{NOW}/",
            ),
        ],
        ids=["first", "own", "in-force", "superseded", "redirect", "side-by-side"],
    )
    def test_absolute(self, mended: StatementRepo, address: str, expected: str) -> None:
        """
        Of two pages that say the same, the one that stays counts; any other is its own.
        """
        assert expected == head(plan(mended, HOME), address).canonical

    def test_relative(self, mended: StatementRepo) -> None:
        """
        Without an address of the site only another page is named.
        """
        files = plan(mended, NOWHERE)

        assert "../" == head(files, f"website/{NOW}/").canonical
        assert "" == head(files, "website/").canonical
        assert "" == head(files, "website/").url


class TestAlternates:
    def test_languages(self, translated: StatementRepo) -> None:
        """
        Each language is named with its absolute address, and the source's for others.
        """
        files = plan(translated, HOME)

        assert [
            ("en", f"{ADDRESS}website/"),
            ("es", f"{ADDRESS}website/es/"),
            ("x-default", f"{ADDRESS}website/"),
        ] == [(one.lang, one.href) for one in head(files, "website/es/").alternates]


class TestFeedLinks:
    def test_statement(self, mended: StatementRepo) -> None:
        """
        Each page of a statement leads to its feeds and its calendar.
        """
        found = head(plan(mended, HOME), f"website/{OLD}/").feeds

        assert {
            "all": "../feed.xml",
            "announced": "../announced.xml",
            "coming": "../coming.xml",
            "calendar": "../changes.ics",
        } == {one.kind: one.href for one in found}

    def test_section(self, mended: StatementRepo) -> None:
        """
        The history of a section leads to its own feed, too.
        """
        found = head(plan(mended, HOME), "website/sections/loans/").feeds

        assert [("Loans", "feed.xml")] == [
            (one.title, one.href) for one in found if one.kind == "section"
        ]

    def test_first_page(self, mended: StatementRepo) -> None:
        """
        The first page leads to the feed of all statements.
        """
        found = head(plan(mended, HOME), "").feeds

        assert [("site", "feed.xml")] == [(one.kind, one.href) for one in found]


class TestLinkedData:
    """What machines read of a text."""

    def test_superseded(self, mended: StatementRepo) -> None:
        """
        A text that was replaced says until when it counted.
        """
        found = facts(head(plan(mended, HOME), f"website/{OLD}/"))

        assert (OLD, OLD, NOW) == (
            found["version"],
            found["datePublished"],
            found["expires"],
        )
        assert f"{ADDRESS}website/{OLD}/" == found["url"]
        assert "isBasedOn" not in found

    def test_in_force(self, mended: StatementRepo) -> None:
        """
        The text in force names the one before it, and has no end.
        """
        found = facts(head(plan(mended, HOME), "website/"))

        assert f"{ADDRESS}website/{NOW}/" == found["url"]
        assert f"{ADDRESS}website/{OLD}/" == found["isBasedOn"]
        assert {"@type": "Organization", "name": "Fernhill Library"} == found[
            "publisher"
        ]
        assert "expires" not in found

    def test_other_pages(self, mended: StatementRepo) -> None:
        """
        Pages that hold no text say nothing of one.
        """
        assert "" == head(plan(mended, HOME), "website/archive/").linked_data


class TestSiteMap:
    """The list for search engines."""

    def test_pages(self, mended: StatementRepo) -> None:
        """
        It lists each page that counts once: no copy, no redirect, no superseded text.
        """
        view = plan(mended, HOME)["sitemap.xml"].view
        assert isinstance(view, SiteMapView)

        assert [
            "",
            "website/",
            "website/archive/",
            "website/changes/",
            f"website/changes/{NOW}/",
            "website/sections/contacts/",
            "website/sections/introduction/",
            "website/sections/loans/",
            "website/sections/retention/",
        ] == [one.url.removeprefix(ADDRESS) for one in view.pages]

    def test_days(self, mended: StatementRepo) -> None:
        """
        Of a text it says since when it is as it is.
        """
        view = plan(mended, HOME)["sitemap.xml"].view
        assert isinstance(view, SiteMapView)

        assert {f"{ADDRESS}website/": day(NOW)} == {
            one.url: one.changed_on for one in view.pages if one.changed_on
        }

    def test_nowhere(self, mended: StatementRepo) -> None:
        """
        Without an address of the site there is none: it would be wrong.
        """
        assert "sitemap.xml" not in plan(mended, NOWHERE)

    def test_digest(self, mended: StatementRepo) -> None:
        """
        The site's address is part of what a page's bytes depend on.
        """
        path = "website/index.html"
        one, other = (plan(mended, home)[path] for home in (HOME, NOWHERE))

        assert FileKind.STATEMENT is one.kind
        assert one.digest("") != other.digest("")
