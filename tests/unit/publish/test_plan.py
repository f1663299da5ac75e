from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.config import Comparisons
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import without_pdf
from duenotice.publish.site_plan import plan_files
from duenotice.store.project import Project
from duenotice.store.project import read_statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builders import StatementRepo
    from duenotice.publish.plan import PlannedFile


class TestWithoutPdf:
    """A site without its PDFs."""

    def test_data(self, repo: StatementRepo) -> None:
        """
        The data of a site without PDFs names no PDF.
        """
        repo.publish("2026-01-15")

        files = without_pdf(planned(repo, "2026-01-15", Comparisons.ALL))

        data = [file.view for file in files if file.kind is FileKind.DATA]
        assert "website/2026-01-15/" in str(data)
        assert ".pdf" not in str(data)


class TestComparisons:
    """Which versions have a page that says what changed."""

    @pytest.fixture
    def four(self, repo: StatementRepo) -> StatementRepo:
        """A project with four versions, one a month, each in force at once."""
        repo.publish("2026-01-01")
        for today in ("2026-02-01", "2026-03-01", "2026-04-01"):
            repo.section("contacts", f"Call us, as of {today}.")
            repo.publish(today, required_by_law="a court says so")
        return repo

    def test_all(self, four: StatementRepo) -> None:
        """
        Every two public versions have a page, and keep it.
        """
        before, after = (
            compared(planned(four, one, Comparisons.ALL))
            for one in ("2026-03-02", "2026-04-02")
        )

        assert {"01/02", "01/03", "02/03"} == before
        assert before | {"01/04", "02/04", "03/04"} == after

    def test_near(self, four: StatementRepo) -> None:
        """
        Near ones are neighbours, and each with the one in force.
        """
        files = planned(four, "2026-04-02", Comparisons.NEAR)

        assert {"01/02", "02/03", "03/04", "01/04", "02/04"} == compared(files)


def planned(
    repo: StatementRepo, as_of: str, comparisons: Comparisons
) -> tuple[PlannedFile, ...]:
    """Plan the site of what a project has committed."""
    project = Project(repo.root)
    try:
        archives = read_statements(project.committed(), None)
        return plan_files(archives, day(as_of), comparisons)
    finally:
        project.close()


def compared(files: Iterable[PlannedFile]) -> set[str]:
    """Give the pairs that have a page, by the months of both."""
    parts = [one.path.split("/") for one in files if one.kind is FileKind.REDLINE]
    return {f"{path[2][5:7]}/{path[3][5:7]}" for path in parts}
