from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import STATEMENT_YAML
from builders import StatementRepo
from builders import section_text
from docx_reading import WordFile
from docx_reading import text_of_blocks
from json_schemas import faults
from tagged_pdf import failures

if TYPE_CHECKING:
    from pathlib import Path

LENDING = f"{SECTIONS['lending']}\n- the branch"


@pytest.fixture
def published(repo: StatementRepo) -> StatementRepo:
    """A project whose second version was published on 2026-02-01."""
    repo.publish("2026-01-05")
    repo.section("lending", LENDING)
    repo.publish("2026-02-01")
    return repo


class TestSides:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("2026-01-05", "2026-02-01"),
            ("in-force", "draft"),
            ("git:HEAD~1", "git:HEAD"),
            ("in-force", "2026-02-01"),
        ],
    )
    def test_of_the_statement(
        self, published: StatementRepo, old: str, new: str
    ) -> None:
        """
        A side is a version, the text in force, the draft, or a revision of git.
        """
        done = published.run("compare", old, new, "--as-of", "2026-02-10")

        assert (0, "") == (done.status, done.err)
        assert (
            "## 1. Lending\n\nWe note which books you borrow:\n\n- the title\n"
            "- the day\n- {+the branch+}\n" in done.out
        )

    def test_files(self, tmp_path: Path) -> None:
        """
        Two files can be compared where there is no project at all.
        """
        repo = StatementRepo(tmp_path / "empty")
        repo.write("a.md", "# Retention\n\nWe keep it for 30 days.\n")
        repo.write("b.txt", "Retention\n\nWe keep it for 60 days.\n")

        done = repo.run("compare", "a.md", "b.txt")

        assert (0, "") == (done.status, done.err)
        assert "We keep it for [-30 days-]{+60 days+}.\n" in done.out

    def test_same(self, published: StatementRepo) -> None:
        """
        Two texts that say the same have no difference, and that is said.
        """
        done = published.run("compare", "2026-02-01", "draft")

        assert (0, "No difference.\n") == (done.status, done.out)

    def test_prevailing_language(self, published: StatementRepo) -> None:
        """
        Which language prevails is printed beside a text: where only that is another,
        it is said.
        """
        yaml = STATEMENT_YAML.replace("locales: [en]", "locales: [en, es]")
        published.statement(f"{yaml}prevailing_locale: es\n")

        done = published.run("compare", "2026-02-01", "draft")

        assert (
            "No difference.\n",
            'note: where the languages differ, "es" prevails; it was "en"\n',
        ) == (done.out, done.err)

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            (
                "2026-01-06",
                (
                    'error: there is no version "2026-01-06"\n'
                    "hint: The newest versions: 2026-01-05, 2026-02-01.\n"
                ),
            ),
            (
                "old/privacy.md",
                (
                    'error: "old/privacy.md" is neither a version nor a file\n'
                    "hint: Name a version label, `draft`, `in-force`, `git:REV`, or "
                    "the path of a Markdown, text or HTML file.\n"
                ),
            ),
            (
                "git:nowhere",
                (
                    'error: git knows no revision "nowhere"\n'
                    "hint: Give a branch, a tag or a commit after `git:`.\n"
                ),
            ),
        ],
        ids=["version", "file", "revision"],
    )
    def test_unknown(self, published: StatementRepo, name: str, message: str) -> None:
        """
        A side that names nothing is named, with what it may be.
        """
        done = published.run("compare", name, "draft")

        assert (1, "", message) == (done.status, done.out, done.err)

    def test_hostile_revision(self, published: StatementRepo) -> None:
        """
        A revision is never taken for an option of git.
        """
        done = published.run("compare", "git:--output=/tmp/x", "draft")

        assert 1 == done.status
        assert done.err.startswith('error: git knows no revision "--output=/tmp/x"\n')


class TestFormats:
    def test_json(self, published: StatementRepo) -> None:
        """
        As JSON each change has its kind, its place and its words.
        """
        done = published.run("compare", "2026-01-05", "2026-02-01", "--format", "json")

        data = json.loads(done.out)
        (change,) = data["changes"]
        assert "duenotice/comparison/1" == data["schema"]
        assert {
            "kind": "added",
            "section": "lending",
            "heading": "Lending",
            "lead_in": "We note which books you borrow:",
            "before": "",
            "after": "the branch",
        } == {key: change[key] for key in change if key in {
            "kind", "section", "heading", "lead_in", "before", "after"
        }}  # fmt: skip

    def test_markdown(self, published: StatementRepo) -> None:
        """
        For a review comment changes are elements that forges know.
        """
        done = published.run(
            "compare", "2026-01-05", "2026-02-01", "--format", "markdown"
        )

        assert "- <ins>the branch</ins>\n" in done.out

    @pytest.mark.parametrize("form", [[], ["--side-by-side"]])
    def test_html(self, published: StatementRepo, form: list[str]) -> None:
        """
        As HTML it is one file: it asks for nothing else, and runs nothing.
        """
        published.run(
            "compare",
            "2026-01-05",
            "2026-02-01",
            "--format",
            "html",
            "-o",
            "redline.html",
            *form,
        )

        page = published.read("redline.html")
        assert "the branch</ins>" in page
        assert "<script" not in page
        assert "stylesheet" not in page
        assert [] == re.findall(r'(?:href|src)="(?!#|data:,|mailto:)[^"]*"', page)

    @pytest.mark.slow
    def test_pdf(self, published: StatementRepo) -> None:
        """
        As PDF it is valid for archives and for screen readers.
        """
        published.section("lending", "We note what you borrow, [here](#retention).")
        published.run(
            "compare", "2026-01-05", "draft", "--format", "pdf", "-o", "redline.pdf"
        )

        content = (published.root / "redline.pdf").read_bytes()
        assert [] == failures(content, "3a")
        assert [] == failures(content, "ua1")

    def test_json_schema(self, published: StatementRepo) -> None:
        """
        What is printed as JSON fits the schema that is printed for it.
        """
        schema = json.loads(published.run("schema", "comparison").out)

        out = published.run("compare", "2026-01-05", "draft", "--format", "json").out

        assert [] == list(faults(schema, json.loads(out)))

    def test_docx(self, published: StatementRepo) -> None:
        """
        As a Word document it has tracked changes: accepted, they give the later text.
        """
        published.run(
            "compare", "2026-01-05", "draft", "--format", "docx", "-o", "redline.docx"
        )

        file = WordFile((published.root / "redline.docx").read_bytes())
        accepted, rejected = (
            text_of_blocks(file.read(accepted=one)) for one in (True, False)
        )
        assert "the branch" in accepted
        assert "the branch" not in rejected

    @pytest.mark.parametrize(
        ("was", "now"),
        [
            ("en: Privacy statement", "en: Privacy notice"),
            ("name: Fernhill Library", "name: Fernhill Library Inc."),
            ("name: Fernhill Library", "name: Fernhill Library\n  aliases: [FL]"),
            ("time_zone:", "contacts:\n  email: new@fernhill.example\ntime_zone:"),
        ],
        ids=["title", "controller", "alias", "contact"],
    )
    def test_settings(self, published: StatementRepo, was: str, now: str) -> None:
        """
        Title, controller and contacts are text that people read: a change is shown.
        """
        published.statement(STATEMENT_YAML.replace(was, now))

        done = published.run("compare", "2026-02-01", "draft", "--format", "json")

        data = json.loads(done.out)
        assert (False, 1) == (data["same"], len(data["changes"]))

    def test_renamed(self, published: StatementRepo) -> None:
        """
        A section that got another id and title is retitled, and not replaced.
        """
        text = section_text(LENDING, "Borrowing", "formerly: [lending]")
        published.delete("statements/website/en/lending.md")
        published.write("statements/website/en/borrowing.md", text)
        published.statement(STATEMENT_YAML.replace("- lending", "- borrowing"))

        done = published.run("compare", "2026-02-01", "draft", "--format", "json")

        (change,) = json.loads(done.out)["changes"]
        assert ("retitled", "1. Lending", "1. Borrowing") == (
            change["kind"],
            change["before"],
            change["after"],
        )


class TestCouldNot:
    def test_said(self, tmp_path: Path) -> None:
        """
        A text that is too large is never shown as one without changes.
        """
        repo = StatementRepo(tmp_path / "empty")
        repo.write("a.txt", "Short.\n")
        repo.write("b.txt", "word " * 190_000)
        repo.write("b2.txt", "wo " * 320_000)

        done = repo.run("compare", "a.txt", "b2.txt")

        assert (1, "") == (done.status, done.out)
        assert done.err.startswith("error: the texts could not be compared: ")
