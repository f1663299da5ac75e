"""Views as the pages that the shipped templates make of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tinyhtml5

from duenotice.render.environment import Templates
from duenotice.render.section_views import RedirectView
from duenotice.render.section_views import SectionHistoryView
from duenotice.render.views import ArchivePageView
from duenotice.render.views import IndexPageView
from duenotice.render.views import PdfView
from duenotice.render.views import StatementPageView

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


TEMPLATES = Templates()
NAMES: dict[type, str] = {
    StatementPageView: "site/statement.html",
    ArchivePageView: "site/archive.html",
    IndexPageView: "site/index.html",
    PdfView: "pdf/statement.html",
    SectionHistoryView: "site/section-history.html",
    RedirectView: "site/redirect.html",
}


def render(page: object, locale: str = "en") -> Element:
    """Render a view with its template and read the result as a browser does."""
    html = TEMPLATES.render(NAMES[type(page)], page, locale)
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


def words(element: Element) -> str:
    """Give the text of an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


def find(root: Element, selector: str) -> Element:
    """Find the one element of a tag, or of a tag and a class."""
    tag, _, name = selector.partition(".")
    found = [
        each
        for each in root.iter(tag)
        if not name or name in each.get("class", "").split()
    ]
    assert len(found) == 1
    return found[0]
