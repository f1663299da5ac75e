"""A language that duenotice has no words for, and the one step that brings them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tinyhtml5

import documents
import messages
from builders import SECTIONS
from builders import StatementRepo
from rendered import find
from rendered import words
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

FIRST = "2026-01-10"
GUIDE = (documents.ROOT / "docs" / "how-to" / "add-a-language.md").read_text("utf-8")
CATALOGUE = "templates/locale/fr.po"
HEADER = """\
msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"""
MARK = "¶"
"""Stands before words that somebody translated."""


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """A project in English and French."""
    repo = StatementRepo(tmp_path / "project")
    yaml = TRANSLATED_YAML.replace("[en, es]", "[en, fr]").replace("  es: ", "  fr: ")
    repo.statement(yaml).sections(SECTIONS).sections(SECTIONS, locale="fr")
    repo.publish(FIRST)
    return repo


def french_pages(repo: StatementRepo) -> dict[str, Element]:
    """Build the site; give its French pages by their paths."""
    done = repo.run("build", "--no-pdf", "--as-of", FIRST, today=FIRST)
    assert (0, "") == (done.status, done.err)
    site = repo.root / "site"
    return {
        path.relative_to(site).as_posix(): tinyhtml5.parse(
            path.read_text("utf-8"), namespace_html_elements=False
        )
        for path in site.rglob("*.html")
        if "fr" in path.relative_to(site).parts
    }


def filled_in() -> str:
    """Fill in the shipped list of messages as a translator would."""
    catalogue = messages.read_catalogue(messages.POT)
    lines = [
        f"{kind} {_quoted(text)}"
        for message in catalogue
        if message.id
        for kind, text in _entries(message.id)
    ]
    return "\n".join([HEADER, *lines, ""])


def _entries(asked: str | tuple[str, ...] | list[str]) -> list[tuple[str, str]]:
    if isinstance(asked, str):
        return [("msgid", asked), ("msgstr", f"{MARK}{asked}")]
    one, several = asked
    return [
        ("msgid", one),
        ("msgid_plural", several),
        ("msgstr[0]", f"{MARK}{one}"),
        ("msgstr[1]", f"{MARK}{several}"),
    ]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


class TestNewLanguage:
    """The words of the site in a language without a catalogue."""

    def test_before(self, repo: StatementRepo) -> None:
        """
        Until there is a catalogue the site speaks English there, and says so.
        """
        pages = french_pages(repo)

        assert pages
        for page in pages.values():
            masthead = find(page, "header.masthead")
            assert ("fr", "en") == (page.get("lang"), masthead.get("lang"))

    def test_one_step(self, repo: StatementRepo) -> None:
        """
        With the list of messages filled in every page speaks the language, every word.
        """
        repo.write(CATALOGUE, filled_in()).commit(FIRST)
        english = {
            " ".join(str(one.id).split())
            for one in messages.extract_messages()
            if isinstance(one.id, str) and "%(" not in one.id
        } - {""}
        for path, page in french_pages(repo).items():
            assert find(page, "header.masthead").get("lang") is None, path
            assert not english & {" ".join(text.split()) for text in page.itertext()}, (
                path
            )

    def test_guide(self, repo: StatementRepo) -> None:
        """
        The catalogue that the guide begins with works, and what it lacks is English.
        """
        block = GUIDE.partition(f"```po {CATALOGUE}\n")[2].partition("```\n")[0]
        repo.write(CATALOGUE, block).commit(FIRST)
        contents = find(french_pages(repo)["website/fr/index.html"], "nav.contents")

        assert "Sommaire" == words(find(contents, "summary"))
