"""Importing a statement, as an editor does it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from builders import Outcome
from builders import StatementRepo
from builders import day
from duenotice.intake.html import page_words
from duenotice.intake.words import compare_words
from duenotice.intake.words import split_words

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
Reader privacy notice

About this notice

This notice is about the website of Fernhill Trust, Inc. (“Fernhill”, “we”). The website
is called the "Site" here. Sections 1 through 2 say what we note.

1. Loans

We note:

  • which books you borrow
  • when they are due

2. Visits

The Site counts visits, as the “Contacts” section says.
We post a notice on the Site before a change takes effect.

Contacts

Write to privacy@fernhill.example.

Last revised: May 3, 2020
"""

REPORT = """\
Imported "Reader privacy notice" as statements/readers/

Sections (4, in en/)
      About this notice  this-notice.md
  1.  Loans              loans.md
  2.  Visits             visits.md
      Contacts           contacts.md

Found
  controller  Fernhill Trust, Inc. (Fernhill)
  e-mail      privacy@fernhill.example
  terms       Fernhill
  references  2 mentions lead to sections now: "1 through 2", "Contacts"

Taken out
  2 numbers of headings: the program gives sections their numbers
  2 bullets: a list in Markdown has its own bullets
  line 24: "Last revised: May 3, 2020": the program prints the version and its
    dates

Unsure
  - no time zone is known; the statement's days begin in UTC
    > Write the one of the controller's seat under "time_zone" in
      statement.yaml, such as America/Los_Angeles.

Words: 79 in the source, 70 in the sections in the same order, 9 taken out; none lost.
"""

NEXT = """\
Next: look over the files, then record the text as it was published:
  duenotice check --statement readers
  duenotice release --statement readers --adopt --published 2020-05-03 \\
    --effective 2020-05-03 --by "YOUR NAME"
  git add -A && git commit -m 'Import the statement'
  duenotice build
"""


@pytest.fixture
def library(tmp_path: Path) -> StatementRepo:
    """A project without a statement, and a notice to import."""
    repo = StatementRepo(tmp_path / "project").write("notice.txt", TEXT)
    (repo.root / "statements").mkdir()
    return repo


def run_import(repo: StatementRepo, *arguments: str) -> Outcome:
    """Import the notice as the statement `readers`."""
    return repo.run("import", *arguments, "--statement", "readers")


def test_tells_what_it_did(library: StatementRepo) -> None:
    """
    The report lists sections, findings, what was taken out and what is unsure; the next
    commands go beside it.
    """
    assert Outcome(0, REPORT, NEXT) == run_import(library, "notice.txt")


def test_imported_text_is_released_and_published(library: StatementRepo) -> None:
    """
    After the import the text can be recorded as it was published, and the page has all
    its words in order.
    """
    run_import(library, "notice.txt", "--time-zone", "America/Los_Angeles")
    options = (
        "--published",
        "2020-05-03",
        "--effective",
        "2020-05-03",
        "--by",
        "A. E.",
    )

    released = library.run("release", "--adopt", *options, today="2020-06-01")
    library.commit("2020-06-01")
    built = library.run("build", "--no-pdf", "--as-of", "2020-06-01")
    page = page_words((library.root / "site/readers/index.html").read_text("utf-8"))

    assert (0, 0) == (released.status, built.status)
    assert ("•", "•", *["Last", "revised:", "May", "3,", "2020"]) == compare_words(
        split_words(TEXT), page
    ).missing


def test_reports_as_json(library: StatementRepo) -> None:
    """
    The report for programs has a schema, and accounts for every word.
    """
    report = json.loads(run_import(library, "notice.txt", "--format", "json").out)

    assert "duenotice/import/1" == report["schema"]
    assert {
        "source": 79, "written": 70, "taken": 9, "added": 0, "missing": [],
        "unexpected": [],
    } == report["words"]  # fmt: skip
    assert {
        "id": "loans",
        "number": 1,
        "title": "Loans",
        "line": 8,
        "file": "statements/readers/en/loans.md",
    } == report["sections"][1]


def test_dry_run_writes_nothing(library: StatementRepo) -> None:
    """
    What would come of an import can be seen before anything is written.
    """
    outcome = run_import(library, "notice.txt", "--dry-run")

    assert (0, REPORT.replace("Imported", "Would import", 1), "") == (
        outcome.status,
        outcome.out,
        outcome.err,
    )
    assert [] == list((library.root / "statements").iterdir())


def test_reads_standard_input(library: StatementRepo) -> None:
    """
    A text can be piped in, when it is said what it is written in.
    """
    done = subprocess.run(
        [sys.executable, "-m", "duenotice", "import", "-", "--from", "markdown",
         "--statement", "readers"],
        cwd=library.root,
        env=library.environment(),
        input=b"# Privacy\n\nFernhill keeps logs.",
        capture_output=True,
        check=True,
    )  # fmt: skip

    assert b'Imported "Privacy" as statements/readers/' in done.stdout


def test_refuses_a_statement_that_exists(library: StatementRepo) -> None:
    """
    An import never writes over a statement, not even over its remains.
    """
    library.write("statements/readers/versions/2020-05-03/record.yaml", "x")

    assert Outcome(
        1,
        "",
        'error: the statement "readers" exists already: '
        "statements/readers/versions/2020-05-03/record.yaml\n"
        "hint: Nothing was written. Give the imported one another id with --statement, "
        "or move the folder statements/readers/ away first.\n",
    ) == run_import(library, "notice.txt")


def test_refuses_a_file_that_is_not_there(library: StatementRepo) -> None:
    """
    A source that can't be read is named with the reason.
    """
    assert Outcome(
        1,
        "",
        'error: "gone.txt" can\'t be read: No such file or directory\n'
        "hint: Give the path of a text, a Markdown file or a web page.\n",
    ) == run_import(library, "gone.txt")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-"], "standard input has no suffix: say what it is written in"),
        (["a", "--locale", "English"], '"English" is no locale such as en, es-US or'),
        (["a", "--time-zone", "Upton"], '"Upton" is no time zone such as'),
        (["a", "--time-zone", "../x"], '"../x" is no time zone such as'),
        (["a", "--base", "a.example"], '"a.example" is no whole address, which begins'),
        (["a", "--title", " "], "it is empty"),
        (["a", "--controller", ""], "it is empty"),
        (["a", "--statement", "Our Site"], '"Our Site" is no id: lower-case letters,'),
    ],
    ids=["input", "locale", "zone", "odd zone", "base", "title", "controller", "id"],
)
def test_refuses_options_that_make_no_sense(
    library: StatementRepo, arguments: list[str], message: str
) -> None:
    """
    A slip on the command line is a usage error, before anything is read.
    """
    given = (
        arguments if "--statement" in arguments else [*arguments, "--statement", "x"]
    )

    outcome = library.run("import", *given)

    assert (2, True) == (outcome.status, message in " ".join(outcome.err.split()))


def test_publishes_every_word_of_the_seed(tmp_path: Path, seed: Path) -> None:
    """
    The statement that this program was made for comes out whole: words of the source
    are words of the page, in order, but for bullets and the version it printed itself.
    """
    repo = StatementRepo(tmp_path / "project")
    (repo.root / "statements").mkdir()
    repo.run("import", os.fspath(seed), "--statement", "website")
    first = day("2021-10-15")
    repo.release("2021-10-15", adopted_by="A. E.", published=first, effective=first)
    repo.commit("2021-10-15")

    repo.run("build", "--no-pdf", "--as-of", "2021-10-16")
    page = page_words((repo.root / "site/website/index.html").read_text("utf-8"))
    missing = compare_words(split_words(seed.read_text("utf-8")), page).missing

    assert ["Last", "revised:", "October", "2021", "Version", "1.8"] == [
        word for word in missing if word != "•"
    ]
