from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.timeline import Status

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.store.archive import Archive

VERSIONS = "statements/website/versions"
FIRST = "2026-01-02"
SECOND = "2026-02-03"
RECORD = f"{VERSIONS}/{SECOND}/record.yaml"
REMOVED = (
    f"{RECORD}: error record-removed: version {SECOND} was recorded, and its record "
    "is gone\n"
    "  hint: A recorded version never changes. Bring the files back as they were "
    "recorded: `git log -- PATH` shows when they changed, "
    "`git checkout COMMIT -- PATH` restores them."
)
BEHIND = (
    f"{RECORD}: warning record-behind: the publishing branch has version {SECOND}, and "
    "it is not here\n"
    "  hint: Bring it in first: merge the publishing branch into this one."
)


@pytest.fixture
def published(repo: StatementRepo) -> StatementRepo:
    """A project with two versions; the second takes effect on 2026-03-08."""
    repo.publish(FIRST)
    repo.section("lending", "We note nothing.").publish(SECOND)
    return repo


def take_away(repo: StatementRepo) -> None:
    """Delete the second version's folder and commit that."""
    repo.delete(f"{VERSIONS}/{SECOND}").commit("2026-02-04")


def said(archive: Archive) -> list[str]:
    """Give what is said about records."""
    return [str(one) for one in archive.diagnostics if "/record.yaml" in one.path]


class TestRemoved:
    """What the publishing branch held can't be taken away."""

    def test_committed(self, published: StatementRepo) -> None:
        """
        A version whose folder was deleted is missed by its record.
        """
        take_away(published)

        assert [REMOVED] == said(published.archive())

    def test_deleted_on_the_disk(self, published: StatementRepo) -> None:
        """
        It is missed before the deletion is committed.
        """
        published.delete(f"{VERSIONS}/{SECOND}")

        assert [REMOVED] == said(published.on_disk())

    def test_on_a_branch(self, published: StatementRepo) -> None:
        """
        A branch that takes away what it began with takes away what was recorded.
        """
        published.git("switch", "--quiet", "-c", "tidy")
        take_away(published)

        assert [REMOVED] == said(published.archive())
        assert [REMOVED] == said(published.on_disk())

    def test_by_the_publishing_branch(self, published: StatementRepo) -> None:
        """
        A branch can't get from the publishing branch what that has taken away itself.
        """
        published.git("branch", "older", "HEAD~1")
        take_away(published)
        published.git("switch", "--quiet", "older")

        assert [REMOVED] == said(published.on_disk())

    def test_dates_are_kept(self, published: StatementRepo) -> None:
        """
        A version that is gone keeps its place and its date, and is held.
        """
        take_away(published)
        timeline = published.archive().timeline
        gone = timeline.versions[-1]

        assert SECOND == str(gone.label)
        assert day(SECOND) == gone.published
        assert day("2026-03-08") == gone.effective
        assert Status.HELD is timeline.status(gone.label, day("2026-03-09"))

    def test_between_two_others(self, published: StatementRepo) -> None:
        """
        The one after it still follows from it.
        """
        published.section("lending", "Other words.").publish("2026-04-01")
        take_away(published)

        assert [REMOVED] == said(published.archive())


class TestNotRemoved:
    """What was never recorded, or is recorded elsewhere, is missed by nobody."""

    def test_behind(self, published: StatementRepo) -> None:
        """
        A branch that began before a version was recorded is behind.
        """
        published.git("switch", "--quiet", "-c", "older", "HEAD~1")

        assert [BEHIND] == said(published.on_disk())
        assert [] == said(published.archive())

    def test_behind_the_remote(self, published: StatementRepo) -> None:
        """
        So is a publishing branch that lacks what the remote one has.
        """
        published.git("update-ref", "refs/remotes/origin/main", "HEAD")
        published.git("reset", "--quiet", "--hard", "HEAD~1")

        assert [BEHIND] == said(published.on_disk())

    def test_discarded_proposal(self, published: StatementRepo) -> None:
        """
        A proposal that was committed on a branch may be discarded there.
        """
        published.git("switch", "--quiet", "-c", "proposal")
        published.section("lending", "Other words.").publish("2026-04-01")
        published.delete(f"{VERSIONS}/2026-04-01").commit("2026-04-02")

        assert [] == said(published.archive())
        assert [] == said(published.on_disk())
