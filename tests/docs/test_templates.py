from __future__ import annotations

import re

import documents
from template_reference import REFERENCE
from template_reference import VIEWS_OF_TEMPLATES
from template_reference import make_reference
from template_reference import template_names
from template_reference import views

PAGE = REFERENCE.read_text("utf-8")


class TestTemplates:
    """The reference of the templates."""

    def test_page(self) -> None:
        """
        The page is what templates and views say (`python tests/template_reference.py`
        writes it anew).
        """
        assert make_reference() == PAGE

    def test_all(self) -> None:
        """
        Every template is listed once, and says what it is.
        """
        listed = [
            row
            for heading in ("## All templates", "## Pieces")
            for row in documents.table_rows(documents.section(PAGE, heading))
        ]

        assert template_names() == sorted(documents.code(row[0]) for row in listed)
        assert [] == [row[0] for row in listed if not row[1]]

    def test_views(self) -> None:
        """
        What a template gets is a view that is explained.
        """
        assert set(VIEWS_OF_TEMPLATES.values()) <= views().keys()

    def test_names(self) -> None:
        """
        The views of the templates are those that the program renders them with.
        """
        for template, view in VIEWS_OF_TEMPLATES.items():
            text = (documents.ROOT / "templates" / template).read_text("utf-8")
            fields = {name for name, _, _ in views()[view].fields}
            assert set(re.findall(r"(?<![.\w])page\.(\w+)", text)) <= fields, template

    def test_other_files(self) -> None:
        """
        The guide names what else a project may have in place of a shipped file.
        """
        guide = documents.ROOT / "docs" / "how-to" / "use-your-own-templates.md"
        named = set(re.findall(r"`([^`]+)`", guide.read_text("utf-8")))
        folder = documents.ROOT / "templates"
        files = {
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.suffix in {".css", ".js"}
        }

        assert {*files, "locale/LOCALE.po"} <= named
