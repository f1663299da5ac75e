from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.render.environment import TemplateMissingError
from duenotice.render.environment import Templates
from rendered import NAMES
from sample_views import make_statement_page

if TYPE_CHECKING:
    from pathlib import Path

FOOT = """\
{% extends "shipped/site/base.html" %}
{% block footer %}{{ super() }}<p>Ask us.</p>{% endblock %}
"""
PAGE = make_statement_page()
NAME = NAMES[type(PAGE)]


def own(folder: Path, **files: str) -> Templates:
    """Give the templates in effect in a project that has some of its own."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Templates(folder)


class TestShipped:
    """A shipped template under `shipped/`."""

    def test_extended(self, tmp_path: Path) -> None:
        """
        A project's template may extend the shipped one of its own name, and change one
        block of every page.
        """
        html = own(tmp_path, site__base=FOOT).render(NAME, PAGE, "en")
        shipped = Templates().render(NAME, PAGE, "en")

        assert shipped == html.replace("<p>Ask us.</p>", "")
        assert "<p>Ask us.</p>" in html

    def test_both(self, tmp_path: Path) -> None:
        """
        What it extends is laid out by the project's own frame.
        """
        page = (
            '{% extends "shipped/site/statement.html" %}'
            "{% block script %}{% endblock %}"
        )
        html = own(tmp_path, site__base=FOOT, site__statement=page).render(
            NAME, PAGE, "en"
        )

        assert "<p>Ask us.</p>" in html
        assert "<script" not in html

    def test_name_is_taken(self, tmp_path: Path) -> None:
        """
        Nothing of a project stands in for a shipped template.
        """
        templates = own(tmp_path, shipped__site__base="mine", shipped__mine="mine")

        assert "mine" not in templates.render(f"shipped/{NAME}", PAGE, "en")
        with pytest.raises(TemplateMissingError):
            templates.render("shipped/mine.html", PAGE, "en")

    def test_digest(self, tmp_path: Path) -> None:
        """
        A project's template makes another site than the shipped one.
        """
        assert own(tmp_path, site__base=FOOT).digest() != Templates().digest()
