from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT
from builders import section_text
from duenotice.store.draft import read_draft
from duenotice.store.tree import MemoryTree
from duenotice.store.tree import NotAFileError
from memory_project import FOLDER
from memory_project import MemoryProject
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from duenotice.store.draft import Draft

STAMPED = ("version: 2026-03-01",)


class LinkedTree(MemoryTree):
    """A tree in which one file is a link."""

    def __init__(self, files: dict[str, bytes], link: str) -> None:
        """Take the files and the path of the link."""
        super().__init__(files)
        self._link = link

    def read(self, path: str) -> bytes:
        """Give the bytes of a file, and refuse the link."""
        if path == self._link:
            raise NotAFileError(path)
        return super().read(path)


def files() -> dict[str, bytes]:
    """Give the files of the example statement."""
    made = MemoryProject.with_statement().files
    return {path: text.encode() for path, text in made.items()}


def drafted(**changes: str | bytes | None) -> Draft:
    """Read the example's draft with some of its English sections changed."""
    made = files()
    for name, content in changes.items():
        path = f"{FOLDER}/en/{name}.md"
        if content is None:
            del made[path]
        else:
            made[path] = content.encode() if isinstance(content, str) else content
    return read_draft(MemoryTree(made), STATEMENT)


def translated(*front: str) -> Draft:
    """Read a draft whose first section has a Spanish text with some front matter."""
    made = files()
    made[f"{FOLDER}/statement.yaml"] = TRANSLATED_YAML.encode()
    source = section_text("We are a library.", "Introduction", *STAMPED)
    made[f"{FOLDER}/en/introduction.md"] = source.encode()
    own = section_text("Somos una biblioteca.", "Introducción", *front)
    made[f"{FOLDER}/es/introduction.md"] = own.encode()
    return read_draft(MemoryTree(made), STATEMENT)


class TestReading:
    """The draft as its files are."""

    def test_sections_by_locale_and_id(self) -> None:
        """
        Each file in a locale's folder is a section, by its name.
        """
        draft = drafted()

        assert {"en": {"contacts", "introduction", "lending", "retention"}} == {
            locale: set(by_id) for locale, by_id in draft.sections.items()
        }
        assert ((), frozenset()) == (draft.diagnostics, draft.unreadable)

    def test_versions_are_no_sections(self) -> None:
        """
        The folder with the versions is no language.
        """
        made = files()
        made[f"{FOLDER}/versions/notes.md"] = b"Not a section."
        draft = read_draft(MemoryTree(made), STATEMENT)

        assert ["en"] == list(draft.sections)

    def test_a_section_that_cannot_be_read(self) -> None:
        """
        A faulty section is reported and known to be there; the others are read.
        """
        draft = drafted(lending="No front matter.")

        assert ["front-matter-missing"] == [one.code for one in draft.diagnostics]
        assert frozenset({("en", "lending")}) == draft.unreadable
        assert "retention" in draft.sections["en"]

    def test_every_fault_is_reported(self) -> None:
        """
        One faulty file doesn't hide another.
        """
        draft = drafted(lending="No front matter.", contacts=b"---\ntitle: \xff\n---\n")

        assert [
            (f"{FOLDER}/en/contacts.md", "not-utf8"),
            (f"{FOLDER}/en/lending.md", "front-matter-missing"),
        ] == [(one.path, one.code) for one in draft.diagnostics]

    def test_no_settings(self) -> None:
        """
        A statement without settings is told what it lacks, and where.
        """
        made = files()
        del made[f"{FOLDER}/statement.yaml"]
        draft = read_draft(MemoryTree(made), STATEMENT)

        shown = "\n".join(map(str, draft.diagnostics))

        assert draft.statement is None
        assert (
            "statements/website/statement.yaml: error statement-missing: the "
            'statement "website" has no statement.yaml\n'
            "  hint: Write one (`duenotice init` makes an example), or remove the "
            "folder if it is no statement."
        ) == shown

    @pytest.mark.parametrize("name", ["statement.yaml", "en/lending.md"])
    def test_a_link_is_not_followed(self, name: str) -> None:
        """
        A link in the place of a text is reported and not read.
        """
        path = f"{FOLDER}/{name}"
        draft = read_draft(LinkedTree(files(), path), STATEMENT)
        shown = "\n".join(map(str, draft.diagnostics))

        assert (
            f"{path}: error not-a-file: it is not a plain file but a link, a pipe or "
            "a submodule\n"
            "  hint: Texts must be plain files inside the project. Replace it with a "
            "copy of the text."
        ) == shown


class TestTranslations:
    """How far a translation has come."""

    def test_missing(self) -> None:
        """
        Sections without a translation are named in the order of the statement.
        """
        assert ("lending", "retention", "contacts") == translated().missing("es")

    def test_nothing_is_missing_in_the_source(self) -> None:
        """
        The source lacks nothing of itself.
        """
        assert () == translated().missing("en")

    @pytest.mark.parametrize(
        ("front", "expected"),
        [
            (("translates: 2026-01-10",), ("introduction",)),
            (("translates: 2026-03-01",), ()),
            (("translates: 2026-03-02",), ()),
            ((), ()),
        ],
        ids=["older", "same", "newer", "never-released"],
    )
    def test_behind(self, front: tuple[str, ...], expected: tuple[str, ...]) -> None:
        """
        A translation is behind when it renders an older version of its source.
        """
        assert expected == translated(*front).behind("es")

    def test_the_source_is_never_behind(self) -> None:
        """
        The source locale renders nothing, and so is never behind.
        """
        assert () == translated("translates: 2026-01-10").behind("en")

    def test_without_settings_nothing_is_known(self) -> None:
        """
        Where the settings can't be read, no translation is missing or behind.
        """
        made = files()
        made[f"{FOLDER}/statement.yaml"] = b"title: ["
        draft = read_draft(MemoryTree(made), STATEMENT)

        assert ((), ()) == (draft.missing("es"), draft.behind("es"))


class TestText:
    """The whole text of a draft."""

    def test_in_order(self) -> None:
        """
        The text has the sections in the order of the settings, with their numbers.
        """
        assert ["Introduction", "1. Lending", "2. Retention", "Contacts"] == [
            one.heading for one in drafted().text("en").sections
        ]

    def test_the_source_fills_gaps(self) -> None:
        """
        What isn't translated is in the source's language.
        """
        text = translated().text("es")

        assert ["es", "en", "en", "en"] == [one.locale for one in text.sections]

    def test_without_settings(self) -> None:
        """
        Asking for the text of a draft without settings is an error of the program.
        """
        made = files()
        made[f"{FOLDER}/statement.yaml"] = b"title: ["
        draft = read_draft(MemoryTree(made), STATEMENT)

        with pytest.raises(ValueError, match="a draft without a statement has no text"):
            draft.text("en")
