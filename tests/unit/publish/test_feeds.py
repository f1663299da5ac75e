from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.publish.feeds import Feeds
from duenotice.publish.feeds import site_feeds
from duenotice.publish.web_home import WebHome
from duenotice.release.request import Amends
from duenotice.render.feed_views import FeedView
from recorded_site import recorded_site
from steps import MENDED
from steps import move
from steps import take_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builders import StatementRepo
    from duenotice.publish.plan import PlannedFile

HOME = WebHome(address="https://www.example.org/privacy/")
LABEL = "2026-03-01"
TAG = "tag:www.example.org,2026:website"


def feeds(repo: StatementRepo, as_of: str) -> dict[str, FeedView]:
    """Give the planned feeds of a statement by their paths."""
    with recorded_site(repo, as_of) as site:
        return views(Feeds(site, HOME).files())


def views(files: Iterable[PlannedFile]) -> dict[str, FeedView]:
    """Give the feeds among planned files by their paths."""
    found = {file.path: file.view for file in files}
    return {path: view for path, view in found.items() if isinstance(view, FeedView)}


def labels(view: FeedView) -> list[str]:
    """Give the versions that a feed tells of, in its order."""
    return [entry.label for entry in view.entries]


class TestEntries:
    """What is in which feed."""

    def test_kinds(self, pending: StatementRepo) -> None:
        """
        All changes, those announced, and those to come have a feed each.
        """
        before, after = feeds(pending, "2026-04-02"), feeds(pending, "2026-04-03")

        assert [LABEL, "2026-01-10"] == labels(before["website/feed.xml"])
        assert [LABEL] == labels(before["website/announced.xml"])
        assert [LABEL] == labels(before["website/coming.xml"])
        assert [LABEL] == labels(after["website/announced.xml"])
        assert [] == labels(after["website/coming.xml"])

    def test_not_public(self, pending: StatementRepo) -> None:
        """
        A version is in no feed before it is published.
        """
        found = feeds(pending, "2026-02-28")

        assert ["2026-01-10"] == labels(found["website/feed.xml"])
        assert [] == labels(found["website/coming.xml"])

    def test_sections(self, pending: StatementRepo) -> None:
        """
        A section's feed tells of what changed that section.
        """
        found = feeds(pending, "2026-03-05")
        entries = found["website/sections/retention/feed.xml"].entries

        assert [(LABEL, "revised"), ("2026-01-10", "added")] == [
            (entry.label, entry.what) for entry in entries
        ]
        assert ["2026-01-10"] == labels(found["website/sections/lending/feed.xml"])

    def test_former_id(self, in_force: StatementRepo) -> None:
        """
        Whoever follows a section goes on following it when its id changes.
        """
        statement = in_force.read("statements/website/statement.yaml")
        in_force.statement(statement.replace("- lending", "- loans"))
        in_force.delete("statements/website/en/lending.md")
        in_force.section("loans", MENDED, "formerly: [lending]")
        in_force.publish("2026-02-10")

        found = feeds(in_force, "2026-02-10")
        former = found["website/sections/lending/feed.xml"]
        newest = found["website/sections/loans/feed.xml"]

        assert former.entries[0].id == newest.entries[0].id
        assert former.page_href == newest.page_href
        assert former.id != newest.id

    def test_languages(self, translated: StatementRepo) -> None:
        """
        Each language has feeds of its own, whose entries are others.
        """
        found = feeds(translated, "2026-01-10")
        spanish = found["website/es/feed.xml"]

        assert f"{TAG}/feed/es" == spanish.id
        assert [f"{TAG}/2026-01-10/es"] == [entry.id for entry in spanish.entries]
        assert f"{HOME.address}website/es/2026-01-10/" == spanish.entries[0].href

    def test_all_statements(self, pending: StatementRepo) -> None:
        """
        One feed tells of all statements, by the same entries.
        """
        with recorded_site(pending, "2026-03-05") as site:
            found = views(site_feeds([site], {"en": ""}, HOME))["feed.xml"]

        assert "tag:www.example.org,2026:feed.xml" == found.id
        assert [f"{TAG}/{LABEL}", f"{TAG}/2026-01-10"] == [
            entry.id for entry in found.entries
        ]


class TestLasting:
    """What never changes, and what does when something happened."""

    @pytest.mark.parametrize("as_of", ["2026-03-05", "2026-04-03", "2029-01-01"])
    def test_days_pass(self, pending: StatementRepo, as_of: str) -> None:
        """
        An entry stays as it is while days pass, also when the change takes effect.
        """
        entry = feeds(pending, as_of)["website/feed.xml"].entries[0]

        assert f"{TAG}/{LABEL}" == entry.id
        assert "2026-03-01T00:00:00-08:00" == entry.updated_at == entry.published_at
        assert day("2026-04-03") == entry.effective

    def test_rescheduled(self, pending: StatementRepo) -> None:
        """
        A change of the date updates the entry, from the day on which it is known.
        """
        move(pending, LABEL, "2026-03-09", "2026-05-01")
        pending.commit("2026-03-09")

        before, after = (
            feeds(pending, one)["website/feed.xml"]
            for one in ("2026-03-08", "2026-03-09")
        )

        assert "2026-03-01T00:00:00-08:00" == before.updated_at
        assert "2026-03-09T00:00:00-07:00" == after.updated_at
        assert day("2026-05-01") == after.entries[0].effective
        assert before.entries[0].id == after.entries[0].id

    def test_withdrawn(self, pending: StatementRepo) -> None:
        """
        Who was told of a change is told that it was withdrawn.
        """
        take_back(pending, LABEL, "2026-03-05", restore=True)
        pending.commit("2026-03-05")

        entry = feeds(pending, "2026-03-06")["website/announced.xml"].entries[0]

        assert (LABEL, "withdrawn") == (entry.label, entry.status)
        assert "2026-03-05T00:00:00-08:00" == entry.updated_at

    def test_replaced(self, pending: StatementRepo) -> None:
        """
        A replaced change is updated on the day of the one that took its place.
        """
        pending.section("contacts", "Write to: <privacy@fernhill.example>.")
        pending.publish("2026-03-03", amends=Amends.PENDING)

        entries = feeds(pending, "2026-03-10")["website/feed.xml"].entries

        assert {
            "2026-03-03": ("scheduled", "2026-03-03T00:00:00-08:00"),
            LABEL: ("replaced", "2026-03-03T00:00:00-08:00"),
            "2026-01-10": ("in-force", "2026-01-10T00:00:00-08:00"),
        } == {one.label: (one.status, one.updated_at) for one in entries}

    def test_empty(self, pending: StatementRepo) -> None:
        """
        A feed that has lost its last entry is no older than before.
        """
        before, after = (
            feeds(pending, one)["website/coming.xml"]
            for one in ("2026-04-02", "2026-04-03")
        )

        assert (1, 0) == (len(before.entries), len(after.entries))
        assert "2026-03-01T00:00:00-08:00" == before.updated_at == after.updated_at


class TestNotice:
    """The notice within an entry."""

    def test_whole(self, pending: StatementRepo) -> None:
        """
        The entry of an announced change holds the whole notice.
        """
        notice = feeds(pending, "2026-03-05")["website/feed.xml"].entries[0].notice

        assert notice is not None
        assert "<p>We keep loans for 120 days.</p>" in notice.content

    def test_not_approved(self, in_force: StatementRepo) -> None:
        """
        A notice that nobody approved is nowhere.
        """
        in_force.section("retention", "We keep loans for 120 days.").release(LABEL)
        in_force.commit(LABEL)

        entry = feeds(in_force, LABEL)["website/feed.xml"].entries[0]

        assert (LABEL, None) == (entry.label, entry.notice)

    def test_correction(self, in_force: StatementRepo) -> None:
        """
        A correction has no notice, and names the sections that it mends.
        """
        in_force.section("lending", MENDED).publish("2026-02-10")

        entry = feeds(in_force, "2026-02-10")["website/feed.xml"].entries[0]

        assert ("correction", None) == (entry.kind, entry.notice)
        assert ("Lending",) == entry.sections

    def test_adopted(self, repo: StatementRepo) -> None:
        """
        Of a version that nobody assessed the sections are named, and no kind.
        """
        for today in ("2024-01-10", "2025-01-10"):
            repo.section("lending", f"As of {today} we note which books you borrow.")
            repo.release(
                today,
                published=day(today),
                effective=day(today),
                adopted_by="A. Editor",
            )
            repo.commit(today)

        entry = feeds(repo, "2026-01-10")["website/feed.xml"].entries[0]

        assert ("2025-01-10", "") == (entry.label, entry.kind)
        assert ("Lending",) == entry.sections
