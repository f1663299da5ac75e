from __future__ import annotations

import pytest

from duenotice.model.label import VersionLabel
from duenotice.store.layout import StatementLayout
from duenotice.store.layout import misnamed_statements
from duenotice.store.layout import statement_ids

LABEL = VersionLabel.parse("2026-11-24.2")
LAYOUT = StatementLayout("website")


class TestPaths:
    def test_draft(self) -> None:
        """
        The draft lies in the statement's folder, a folder for each locale.
        """
        assert [
            "statements/website/statement.yaml",
            "statements/website/en/web-logs.md",
        ] == [LAYOUT.statement_file(), LAYOUT.section_file("en", "web-logs")]

    def test_version(self) -> None:
        """
        A version has a folder of its own, named by its label.
        """
        home = "statements/website/versions/2026-11-24.2"

        assert [
            home,
            f"{home}/record.yaml",
            f"{home}/statement.yaml",
            f"{home}/en/web-logs.md",
            f"{home}/notice/en.md",
        ] == [
            LAYOUT.home(LABEL),
            LAYOUT.record_file(LABEL),
            LAYOUT.statement_file(LABEL),
            LAYOUT.section_file("en", "web-logs", LABEL),
            LAYOUT.notice_file(LABEL, "en"),
        ]


class TestDraftSections:
    def test_found(self) -> None:
        """
        Section files are found by locale and id; what lies elsewhere is none.
        """
        paths = frozenset(
            {
                "statements/website/en/lending.md",
                "statements/website/es/lending.md",
                "statements/website/en/notes.txt",
                "statements/website/en/old/lending.md",
                "statements/website/README.md",
                "statements/website/versions/lending.md",
                "statements/website/versions/2026-11-24/en/lending.md",
                "statements/websites/en/lending.md",
                "elsewhere/statements/website/en/lending.md",
            }
        )

        assert {
            ("en", "lending"): "statements/website/en/lending.md",
            ("es", "lending"): "statements/website/es/lending.md",
        } == LAYOUT.draft_sections(paths)

    def test_signs_in_a_name(self) -> None:
        """
        A statement's name is no pattern.
        """
        paths = frozenset({"statements/website/en/lending.md"})

        assert {} == StatementLayout("web.ite").draft_sections(paths)


class TestVersions:
    def test_names(self) -> None:
        """
        Every folder under "versions" is found, whatever its name.
        """
        start = "statements/website/versions"
        paths = frozenset(
            {
                f"{start}/2026-11-24/record.yaml",
                f"{start}/2026-11-24/en/lending.md",
                f"{start}/newest/record.yaml",
                "statements/other/versions/2020-01-01/record.yaml",
            }
        )

        assert ("2026-11-24", "newest") == LAYOUT.version_names(paths)

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("versions/2026-11-24/en/a.md", "statements/website/versions/2026-11-24/"),
            ("versions/2026-11-24", None),
            ("en/a.md", None),
        ],
    )
    def test_folder(self, path: str, expected: str | None) -> None:
        """
        A file of a version lies in that version's folder.
        """
        assert expected == LAYOUT.version_folder(f"statements/website/{path}")


class TestStatementIds:
    def test_found(self) -> None:
        """
        A folder with settings or with texts is a statement; a file beside them isn't.
        """
        paths = frozenset(
            {
                "statements/app/statement.yaml",
                "statements/website/versions/2026-11-24/record.yaml",
                "statements/draft/en/lending.md",
                "statements/README.md",
                "statements/empty/notes.txt",
                "elsewhere/app/statement.yaml",
            }
        )

        assert ("app", "draft", "website") == statement_ids(paths)

    @pytest.mark.parametrize(
        "name",
        ["..", ".", "Website", "a b", "a\nb", "-rf", "style.css", '"><script>', "é"],
    )
    def test_misnamed(self, name: str) -> None:
        """
        A folder whose name can't be an address is no statement, and is found.
        """
        paths = frozenset(
            {"statements/app/statement.yaml", f"statements/{name}/statement.yaml"}
        )

        assert ("app",) == statement_ids(paths)
        assert (name,) == misnamed_statements(paths)

    def test_hidden(self) -> None:
        """
        A hidden folder is nobody's statement, and nothing is said about it.
        """
        paths = frozenset({"statements/.idea/statement.yaml"})

        assert () == statement_ids(paths)
        assert () == misnamed_statements(paths)
