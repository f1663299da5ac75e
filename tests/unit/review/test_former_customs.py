"""What the text in force was judged by when it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from duenotice.review.former_customs import customs_at_record

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.store.customs import Customs

FIRST = "2026-01-10"
SETTINGS = '[tool.duenotice]\nrules-off = ["listed"]\n'
LEXICON = "recipient:\n  circle of readers: [quilting bee]\n"


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """A project with customs, whose first version is recorded."""
    made = StatementRepo.with_statement(tmp_path / "project")
    made.write("pyproject.toml", SETTINGS).write("lexicons/en.yaml", LEXICON)
    made.publish(FIRST)
    return made


def customs(repo: StatementRepo) -> Customs | None:
    """Give what the first version was judged by."""
    return customs_at_record(repo.on_disk().find(FIRST))


class TestCustomsAtRecord:
    def test_as_committed(self, repo: StatementRepo) -> None:
        """
        Lexicons and switched-off rules are those of the commit with the record.
        """
        found = customs(repo)

        assert found is not None
        assert ("listed",) == found.book.off
        assert ["lexicons/en.yaml"] == [path for path, _ in found.files]

    def test_changed_afterwards(self, repo: StatementRepo) -> None:
        """
        What was changed or taken away afterwards makes no difference.
        """
        before = customs(repo)
        repo.delete("lexicons/en.yaml").write("pyproject.toml", "")
        repo.write("profiles/ours.yaml", "x").commit("2026-02-01")
        after = customs(repo)

        assert before is not None
        assert after is not None
        assert before.digest == after.digest

    def test_taken_away_before(self, tmp_path: Path) -> None:
        """
        What was gone by then judged nothing.
        """
        repo = StatementRepo.with_statement(tmp_path / "other")
        repo.write("lexicons/en.yaml", LEXICON).commit("2026-01-02")
        repo.delete("lexicons/en.yaml").publish(FIRST)
        found = customs(repo)

        assert found is not None
        assert () == found.files

    def test_settings_that_cannot_be_read(self, repo: StatementRepo) -> None:
        """
        Settings that can't be read switch nothing off.
        """
        other = StatementRepo.with_statement(repo.root.parent / "faulty")
        other.write("pyproject.toml", "[tool.duenotice\n").publish(FIRST)
        found = customs(other)

        assert found is not None
        assert () == found.book.off

    def test_proposed(self, tmp_path: Path) -> None:
        """
        Nothing is known of a version that is not recorded.
        """
        repo = StatementRepo.with_statement(tmp_path / "new")
        repo.release(FIRST)

        assert customs(repo) is None
