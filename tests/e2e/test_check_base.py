from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from proposals import LABEL
from proposals import errors_of
from proposals import fault
from proposals import forge
from proposals import in_folder
from proposals import said
from steps import FOLDER
from steps import MENDED

if TYPE_CHECKING:
    from builders import Outcome
    from builders import StatementRepo

FIRST = "2026-01-10"
OTHER = "2026-02-20"


def on_branch(repo: StatementRepo) -> StatementRepo:
    """Go on in a branch, as before a pull request."""
    repo.git("switch", "--quiet", "-c", "change")
    return repo


def check(repo: StatementRepo) -> Outcome:
    """Check the branch as a pull request does."""
    repo.commit(LABEL)
    return repo.run("check", "--base", "main", "--strict", today=LABEL)


class TestSound:
    def test_passes(self, approved: StatementRepo) -> None:
        """
        A version that is ready passes, and reviewers read what it changes.
        """
        done = check(on_branch(approved))

        assert (0, "") == (done.status, done.err)
        assert "  MATERIAL  retention (worse for people)" in done.out

    def test_unknown_revision(self, approved: StatementRepo) -> None:
        """
        A base that isn't there is an error of the call.
        """
        done = approved.run("check", "--base", "nowhere", today=LABEL)

        assert (
            1,
            (
                'error: "nowhere" is no revision of this repository\n'
                "hint: Use a branch, a tag or the beginning of a commit id (`git log "
                "--oneline`).\n"
            ),
        ) == (done.status, done.err)


class TestRecordOfTheBase:
    def test_edited(self, in_force: StatementRepo) -> None:
        """
        A record of the base that was edited is found.
        """
        path = in_folder(FIRST)
        edited = in_force.read(path).replace("reaches: all", "reaches: new")
        on_branch(in_force).write(path, edited)

        done = check(in_force)

        assert (1, ["record-changed"]) == (done.status, errors_of(done))

    def test_sealed_again(self, in_force: StatementRepo) -> None:
        """
        So is one that was sealed again after it was edited.
        """
        on_branch(in_force)
        forge(in_force, FIRST, lambda one: replace(one, required_by_law="An order."))

        done = check(in_force)

        assert (1, ["record-rewritten"]) == (done.status, errors_of(done))
        assert "version 2026-01-10 was recorded with another content" in done.out

    def test_removed(self, in_force: StatementRepo) -> None:
        """
        A record of the base that was taken away is missed.
        """
        on_branch(in_force).delete(f"{FOLDER}/versions/{FIRST}")

        done = check(in_force)

        assert (1, ["record-removed"]) == (done.status, errors_of(done))

    def test_text(self, in_force: StatementRepo) -> None:
        """
        A text that the base has recorded stays as it was.
        """
        path = in_folder(FIRST, "en/retention.md")
        edited = in_force.read(path).replace("90 days", "91 days")
        on_branch(in_force).write(path, edited)

        done = check(in_force)

        assert (1, ["text-changed"]) == (done.status, errors_of(done))


class TestTwoBranches:
    def test_other_recorded_meanwhile(
        self, in_force: StatementRepo, approved: StatementRepo
    ) -> None:
        """
        A proposal made without the newest recorded version is stopped.
        """
        _record_another(on_branch(approved), in_force)

        done = approved.run("check", "--base", "main", today=LABEL)

        assert (1, ["previous-other"]) == (done.status, errors_of(done))
        assert fault(
            in_folder(LABEL),
            "previous-other",
            "version 2026-03-01 doesn't follow version 2026-02-20, the newest that is "
            "recorded",
            "Another version was recorded meanwhile. Merge the base into this branch, "
            "then `release --again`.",
        ) == said(done, "previous-other")

    def test_merged_and_released_again(
        self, in_force: StatementRepo, approved: StatementRepo
    ) -> None:
        """
        The base merged and the version released again, it passes, approval and all.
        """
        _record_another(on_branch(approved), in_force)
        approved.git("merge", "--quiet", "--no-edit", "main")
        broken = approved.run("check", "--base", "main", today=LABEL)

        approved.run("release", "--again", today=LABEL)
        done = check(approved)

        assert ["chain-broken", "previous-other"] == errors_of(broken)
        assert (0, []) == (done.status, errors_of(done))

    def test_merged_as_they_are(
        self, in_force: StatementRepo, approved: StatementRepo
    ) -> None:
        """
        Merged as it is all the same, it is held, and all else is built.
        """
        _record_another(on_branch(approved), in_force)
        approved.git("switch", "--quiet", "main")
        approved.git("merge", "--quiet", "--no-ff", "--no-edit", "change")

        done = approved.run("build", "--no-pdf", today="2026-03-02")

        assert (1, ["chain-broken"]) == (done.status, errors_of(done))
        assert "the day." in approved.read("site/website/index.html")


def _record_another(repo: StatementRepo, other: StatementRepo) -> None:
    """Record a correction on main, of which the branch knows nothing."""
    repo.commit(LABEL)
    other.section("lending", MENDED)
    other.publish(OTHER)
    repo.git("fetch", "--quiet", str(other.root), "main:main", "--update-head-ok")
