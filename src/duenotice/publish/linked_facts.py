"""What the page of a text says of it in the words of schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.model.label import VersionLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from duenotice.render.views import StatementPageView


def linked_facts(
    view: StatementPageView, link: Callable[[str], str]
) -> dict[str, object]:
    """Give the facts of a text.

    Args:
        view: Its page.
        link: Makes an absolute address of a link on the page, where that is known.
    """
    version, until = view.version, view.version.until
    revised = VersionLabel.parse(version.label).day
    original = "" if view.prevailing_page is None else view.prevailing_page.href
    return {
        "@type": ["WebPage", "DigitalDocument"],
        "@id": link(version.page.href),
        "url": link(version.page.href),
        "name": view.title,
        "description": view.audience,
        "inLanguage": view.shell.lang,
        "version": version.label,
        "dateModified": revised.isoformat(),
        "datePublished": version.published.isoformat(),
        "expires": None if until is None else until.isoformat(),
        "publisher": {"@type": "Organization", "name": view.shell.controller},
        "isBasedOn": link(_before(view)),
        "translationOfWork": {"@id": link(original)} if original else None,
    }


def _before(view: StatementPageView) -> str:
    """Give the page of the text before."""
    if view.previous is not None:
        return view.previous.page.href
    return view.earlier[0].version.page.href if view.earlier else ""
