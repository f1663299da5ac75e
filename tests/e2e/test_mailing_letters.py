from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pypdf
import pytest

from mailing_runs import member
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import messages
from mailing_runs import notice
from mailing_runs import run_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from builders import StatementRepo

HOSTILE = (
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "{{ name * 7 }}",
    "(Ana) Tj ET",
    "O'Brien & Sons",
)


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """A project whose version 2026-03-01 is public, and people are to be told."""
    return merged_project(tmp_path / "project")


def first_pages(repo: StatementRepo) -> list[list[str]]:
    """Read the first page of every letter, where the list of the file says it is."""
    found = []
    for path in sorted((repo.root / "out/letter").glob("*.csv")):
        text = io.StringIO(path.read_text("utf-8-sig"), newline="")
        for row in csv.DictReader(text):
            pages = pypdf.PdfReader(path.with_name(row["file"])).pages
            page = pages[int(row["first_page"]) - 1]
            found.append(page.extract_text().split("\n"))
    return found


def run(repo: StatementRepo, rows: Iterable[dict[str, str]]) -> None:
    """Make the messages to members."""
    repo.write("members.csv", members_csv(rows))
    done = notice(repo)

    assert 0 == done.status, done.err


class TestLetters:
    """The letters of a run."""

    def test_scripts(self, repo: StatementRepo) -> None:
        """
        Each member has a letter with their own name, in whatever script.
        """
        names = ["Ana Müller", "Дмитрий", "محمد علي", "王小明", "שרה"]
        run(repo, (member(n, "letter", name=one) for n, one in enumerate(names)))
        found = first_pages(repo)

        assert sorted(names) == sorted(page[0] for page in found)
        for page in found:
            assert f"Dear {page[0]}," in page

    @pytest.mark.parametrize("field", ["name", "street", "place"])
    def test_injections(self, field: str, repo: StatementRepo) -> None:
        """
        What looks like code in a field of the file is on the letter as text.
        """
        run(repo, (member(n, "letter", **{field: x}) for n, x in enumerate(HOSTILE)))
        number = ["name", "street", "place"].index(field)

        assert sorted(HOSTILE) == sorted(page[number] for page in first_pages(repo))

    def test_rejected(
        self, repo: StatementRepo, caplog: pytest.LogCaptureFixture
    ) -> None:
        """
        Who can't have a letter gets nothing by another channel either, and is counted;
        no log tells a letter of their names.
        """
        run(
            repo,
            [
                member(1, "email letter"),
                member(2, "email letter", name="Ana \u0378"),
                member(3, "email letter", street="x" * 90),
            ],
        )
        counts = run_json(repo)["counts"]

        assert [] == caplog.messages
        assert [["Ana Müller 1", "1 Elm Street"]] == [
            page[:2] for page in first_pages(repo)
        ]
        assert 1 == len(messages(repo, "email"))
        assert {"no-glyph": 1, "address-too-long": 1} == counts["rejected"]
        assert (3, 1) == (counts["read"], counts["made"])
        assert "no-glyph" in repo.read("out/rejects.csv")
        assert "x" * 90 in repo.read("out/rejects.csv")

    def test_same_as_rejected(self, repo: StatementRepo) -> None:
        """
        A row is no duplicate of one of which nothing was made: both are to be mended.
        """
        unprintable = member(1, "letter", name="Ana \u0378")
        run(repo, [unprintable, unprintable, member(2, "letter"), member(2, "letter")])
        counts = run_json(repo)["counts"]

        assert {"no-glyph": 1, "duplicate-of-rejected": 1} == counts["rejected"]
        assert {"duplicate": 1} == counts["suppressed"]
