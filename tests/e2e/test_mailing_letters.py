from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pypdf
import pytest
from PIL import Image

from mailing_runs import DAY
from mailing_runs import SETTINGS
from mailing_runs import member
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import messages
from mailing_runs import notice
from mailing_runs import run_json
from proposals import LABEL
from steps import FURTHER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from builders import StatementRepo

LATER = "2026-05-01"
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


def indexed(repo: StatementRepo) -> list[dict[str, str]]:
    """Read the lists of all print files."""
    texts = (
        io.StringIO(path.read_text("utf-8-sig"), newline="")
        for path in sorted((repo.root / "out/letter").glob("*.csv"))
    )
    return [row for text in texts for row in csv.DictReader(text)]


def first_pages(repo: StatementRepo) -> list[list[str]]:
    """Read the first page of every letter, where the list of the file says it is."""
    found = []
    for row in indexed(repo):
        pages = pypdf.PdfReader(repo.root / "out/letter" / row["file"]).pages
        page = pages[int(row["first_page"]) - 1]
        found.append(page.extract_text().split("\n"))
    return found


def has_picture(page: pypdf.PageObject) -> bool:
    """Tell whether a page shows one."""
    content = page.get_contents()
    return content is not None and b" Do" in content.get_data()


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

    def test_known_texts(self, repo: StatementRepo) -> None:
        """
        All letters in one language are in one file, whatever text their readers knew,
        and each tells what is new to its reader.
        """
        sent = ("--channel", "email", "--on", DAY, "--count", "9")
        repo.run("notified", LABEL, *sent, today=DAY)
        repo.commit(DAY)
        repo.section("lending", FURTHER).publish(LATER)
        days = {1: "2026-01-20", 2: "2026-03-02", 3: "2026-01-20"}
        rows = [member(n, "letter", phone=day) for n, day in days.items()]
        repo.write("mailing.yaml", SETTINGS.replace("phone: phone", "told_on: phone"))
        repo.write("members.csv", members_csv(rows))
        given = ("--recipients", "members.csv", "-o", "out")
        done = repo.run("notice", LATER, *given, today=LATER)
        found = indexed(repo)

        assert 0 == done.status, done.err
        assert {("part-00000-en-01.pdf", LATER)} == {
            (one["file"], one["version"]) for one in found
        }
        assert [(1, "2026-01-10"), (3, "2026-01-10"), (2, LABEL)] == [
            (int(one["name"].split()[-1]), one["edition"]) for one in found
        ]
        assert [one["name"] for one in found] == [page[0] for page in first_pages(repo)]

    def test_large_print(self, repo: StatementRepo) -> None:
        """
        Who asked for large print gets the letter in it, and the others the usual one;
        an answer that nobody understands is for somebody to mend.
        """
        settings = SETTINGS.replace("phone: phone", "large_print: phone")
        repo.write("mailing.yaml", settings)
        answers = ["", "YES", "no", "true", "big"]
        run(repo, (member(n, "email letter", phone=x) for n, x in enumerate(answers)))

        assert [
            *(("Ana Müller 0", "no"), ("Ana Müller 2", "no")),
            *(("Ana Müller 1", "yes"), ("Ana Müller 3", "yes")),
        ] == [(row["name"], row["large_print"]) for row in indexed(repo)]
        counts = run_json(repo)["counts"]
        assert ({"large-print-unknown": 1}, 2) == (
            counts["rejected"],
            counts["large_print"],
        )
        assert 4 == len(messages(repo, "email"))

    def test_all_in_large_print(self, repo: StatementRepo) -> None:
        """
        With --large-print everybody's letter is in it, whatever the column says.
        """
        settings = SETTINGS.replace("phone: phone", "large_print: phone")
        rows = [member(n, "letter", phone=x) for n, x in enumerate(["no", "yes"])]
        repo.write("mailing.yaml", settings).write("members.csv", members_csv(rows))
        done = notice(repo, "--large-print")

        assert 0 == done.status, done.err
        assert [("part-00000-en-large-01.pdf", "yes")] * 2 == [
            (row["file"], row["large_print"]) for row in indexed(repo)
        ]

    def test_broken_style(self, repo: StatementRepo) -> None:
        """
        A style sheet that can't be set stops the run before anything is written.
        """
        sheet = (
            '@import "shipped/messages/letter.css";\n'
            ".more { max-lines: 0; continue: discard }\n"
        )
        repo.write("templates/messages/letter.css", sheet).commit(DAY)
        repo.write("members.csv", members_csv([member(1)]))

        done = notice(repo)

        assert 1 == done.status
        assert (
            "Privacy statement (2026-03-01)\" can't be set: WeasyPrint fails with "
            "IndexError\n"
            "hint: Look at your own templates and style sheets"
        ) in done.err
        assert not (repo.root / "out").exists()

    def test_logo(self, repo: StatementRepo) -> None:
        """
        The logo of the theme is at the head of each letter.
        """
        picture = io.BytesIO()
        Image.new("RGB", (90, 30), "green").save(picture, "PNG")
        repo.write("theme/logo.png", picture.getvalue())
        repo.write("theme.yaml", "logo: theme/logo.png\n").commit(DAY)
        run(repo, [member(1, "letter"), member(2, "letter")])
        pages = pypdf.PdfReader(repo.root / "out/letter/part-00000-en-01.pdf").pages
        firsts = [int(row["first_page"]) - 1 for row in indexed(repo)]

        assert [number in firsts for number in range(len(pages))] == [
            has_picture(page) for page in pages
        ]
