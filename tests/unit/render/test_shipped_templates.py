from __future__ import annotations

import pytest

from duenotice.render.environment import TemplateMissingError
from duenotice.render.environment import Templates
from rendered import NAMES
from sample_views import make_statement_page

FOOT = """\
{% extends "shipped/site/base.html" %}
{% block footer %}{{ super() }}<p>Ask us.</p>{% endblock %}
"""
PAGE = make_statement_page()
NAME = NAMES[type(PAGE)]


def own(**files: str) -> Templates:
    """Give the templates in effect in a project that has some of its own."""
    return Templates(
        {
            f"{name.replace('__', '/')}.html": text.encode()
            for name, text in files.items()
        }
    )


class TestShipped:
    """A shipped template under `shipped/`."""

    def test_extended(self) -> None:
        """
        A project's template may extend the shipped one of its own name, and change one
        block of every page.
        """
        html = own(site__base=FOOT).render(NAME, PAGE, "en")
        shipped = Templates().render(NAME, PAGE, "en")

        assert shipped == html.replace("<p>Ask us.</p>", "")
        assert "<p>Ask us.</p>" in html

    def test_both(self) -> None:
        """
        What it extends is laid out by the project's own frame.
        """
        page = (
            '{% extends "shipped/site/statement.html" %}'
            "{% block script %}{% endblock %}"
        )
        html = own(site__base=FOOT, site__statement=page).render(NAME, PAGE, "en")

        assert "<p>Ask us.</p>" in html
        assert "<script" not in html

    def test_name_is_taken(self) -> None:
        """
        Nothing of a project stands in for a shipped template.
        """
        templates = own(shipped__site__base="mine", shipped__mine="mine")

        assert "mine" not in templates.render(f"shipped/{NAME}", PAGE, "en")
        with pytest.raises(TemplateMissingError):
            templates.render("shipped/mine.html", PAGE, "en")

    def test_digest(self) -> None:
        """
        A project's template makes another site than the shipped one.
        """
        assert own(site__base=FOOT).digest() != Templates().digest()
