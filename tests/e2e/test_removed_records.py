"""What a person sees when records go away: no earlier text takes their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from builders import StatementRepo

VERSIONS = "statements/website/versions"
FIRST = "2026-01-02"
SECOND = "2026-02-03"
RECORD = f"{VERSIONS}/{SECOND}/record.yaml"
BUILD = ("build", "--no-pdf", "--dry-run")
GONE = f"version {SECOND} was recorded, and its record is gone"


@pytest.fixture
def published(repo: StatementRepo) -> StatementRepo:
    """A project with two versions; the second takes effect on 2026-03-08."""
    repo.publish(FIRST)
    repo.section("lending", "We note nothing.").publish(SECOND)
    return repo


def delete_folder(repo: StatementRepo) -> None:
    """Take the whole version away."""
    repo.delete(f"{VERSIONS}/{SECOND}")


def delete_record(repo: StatementRepo) -> None:
    """Take the record away and leave the texts."""
    repo.delete(RECORD)


def garble(repo: StatementRepo) -> None:
    """Leave a record that nobody can read."""
    repo.write(RECORD, ": [\n")


def link(repo: StatementRepo) -> None:
    """Put a link in the record's place."""
    repo.delete(RECORD)
    (repo.root / RECORD).symlink_to("statement.yaml")


def put_off(repo: StatementRepo) -> None:
    """Write a far day into the record."""
    text = repo.read(RECORD)
    repo.write(RECORD, text.replace("effective: 2026-03-08", "effective: 2099-01-01"))


HARM = pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(delete_folder, GONE, id="folder"),
        pytest.param(delete_record, f"version {SECOND} has no record", id="record"),
        pytest.param(garble, "record.yaml can't be read as YAML", id="garbled"),
        pytest.param(link, "it is not a plain file", id="link"),
        pytest.param(put_off, "the record was edited", id="put off"),
    ],
)


class TestBuild:
    @HARM
    def test_in_force(
        self,
        published: StatementRepo,
        harm: Callable[[StatementRepo], None],
        said: str,
    ) -> None:
        """
        A build stops where the record of the text in force is gone or unreadable.
        """
        harm(published)
        published.commit("2026-03-09")
        done = published.run(*BUILD, "--as-of", "2026-03-10")

        assert 1 == done.status
        assert "" == done.out
        assert done.err.startswith(
            f"error: version {SECOND} is broken: {RECORD}: {said}"
        )

    @HARM
    def test_to_come(
        self,
        published: StatementRepo,
        harm: Callable[[StatementRepo], None],
        said: str,
    ) -> None:
        """
        Before that day the text before it is built, with an error that says so.
        """
        harm(published)
        published.commit("2026-02-09")
        done = published.run(*BUILD, "--as-of", "2026-02-10")

        assert 1 == done.status
        assert f"website/{FIRST}/index.html" in done.out
        assert said in done.err
        told = published.run("status", "--as-of", "2026-02-10")
        assert f"  HELD      {SECOND}  " in told.out

    def test_an_event_that_came_too_late(self, published: StatementRepo) -> None:
        """
        A text that was in force can't be broken and moved away at once.
        """
        published.run(
            *("reschedule", SECOND, "--effective", "2026-12-01", "--reason", "Later"),
            today="2026-03-07",
        )
        published.write(f"{VERSIONS}/{SECOND}/en/lending.md", "Gone.\n")
        published.commit("2026-03-09")
        done = published.run(*BUILD, "--as-of", "2026-03-10")

        assert 1 == done.status
        assert done.err.startswith(f"error: version {SECOND} is broken: ")


class TestStatementGone:
    """A statement that was published doesn't go away with its folder."""

    @pytest.fixture
    def gone(self, published: StatementRepo) -> StatementRepo:
        """A project whose statement was renamed."""
        published.git("mv", "statements/website", "statements/privacy")
        published.delete("statements/privacy/versions").commit("2026-03-09")
        return published

    def test_build(self, gone: StatementRepo) -> None:
        """
        A build stops.
        """
        done = gone.run(*BUILD, "--as-of", "2026-03-10")

        assert 1 == done.status
        assert done.err.startswith(
            f"error: version {SECOND} is broken: {RECORD}: {GONE}"
        )

    @pytest.mark.parametrize("command", ["check", "status"])
    def test_others(self, gone: StatementRepo, command: str) -> None:
        """
        The commands that report say which records are gone.
        """
        done = gone.run(command, today="2026-03-10")

        assert 1 == done.status
        assert f"{RECORD}: error record-removed: {GONE}" in done.out + done.err


class TestNames:
    """A statement's folder is named as its address is."""

    @pytest.mark.parametrize("command", ["build", "check", "status", "release"])
    def test_refused(self, published: StatementRepo, command: str) -> None:
        """
        A folder that can't be an address is one clear error everywhere.
        """
        settings = published.read("statements/website/statement.yaml")
        published.write("statements/A b\n/statement.yaml", settings)
        published.commit("2026-02-04")
        done = published.run(command, today="2026-02-05")

        assert 1 == done.status
        assert (
            'error: "A b\\n" can\'t be the name of a statement\n'
            "hint: Rename the folder: lower-case letters, digits and hyphens, such as "
            '"statements/website". The name is part of every address of the '
            "statement.\n"
        ) == done.err

    def test_above(self, published: StatementRepo) -> None:
        """
        A name in git that leads out of the folder is refused, and nothing is written.
        """
        tree = published.git("rev-parse", "HEAD:statements/website").strip()
        entry = f"040000 tree {tree}\t..\n"
        top = published.git_fed(entry, "mktree").strip()
        root = published.git_fed(f"040000 tree {top}\tstatements\n", "mktree").strip()
        commit = published.git("commit-tree", "-m", "Lead out", root).strip()
        published.git("update-ref", "refs/heads/main", commit)
        done = published.run("build", "--no-pdf", today="2026-02-05")

        assert 1 == done.status
        assert 'error: ".." can\'t be the name of a statement\n' in done.err
