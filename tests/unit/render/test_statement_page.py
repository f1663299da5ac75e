from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from duenotice.render.views import LinkView
from rendered import find
from rendered import render
from rendered import words
from sample_views import LOCALES
from sample_views import NEXT
from sample_views import NOW
from sample_views import OLD
from sample_views import SECTIONS
from sample_views import make_pdf_view
from sample_views import make_permalink
from sample_views import make_statement_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from duenotice.render.views import StatementPageView
    from duenotice.render.views import VersionView


def own_words(element: Element) -> str:
    """Give the text of an element without what the interface adds."""
    if element.get("data-interface") is not None:
        return ""
    return (element.text or "") + "".join(
        own_words(child) + (child.tail or "") for child in element
    )


class TestWords:
    """The statement's own words."""

    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize("kind", [make_statement_page, make_pdf_view])
    def test_exact(self, kind: Callable[[str], object], locale: str) -> None:
        """
        Without what the interface adds an article is the title and the sections, word
        for word.
        """
        expected = ["Passengers’ data"]
        for one in SECTIONS:
            expected += [one.heading, f"Words & words of {one.id}."]

        article = find(render(kind(locale), locale), "article")

        assert " ".join(expected) == " ".join(own_words(article).split())

    def test_heading(self) -> None:
        """
        A number is text in the heading, and the permanent link stands outside it.
        """
        headings = [words(each) for each in render(make_statement_page()).iter("h2")]

        assert ["Welcome", "1. Tickets & names", "2. Harbours"] == headings

    def test_permalink(self) -> None:
        """
        The link to a section says where it leads.
        """
        link = [
            each
            for each in render(make_statement_page()).iter("a")
            if each.get("class") == "permalink"
        ][1]

        assert ("#tickets", "Link to “1. Tickets & names”") == (
            link.get("href"),
            link.get("aria-label"),
        )


class TestNotice:
    """What a reader must know before the first word."""

    def notices(self, page: StatementPageView) -> list[str]:
        """Give what stands above the title."""
        return [
            words(each)
            for each in render(page).iter("p")
            if "notice" in each.get("class", "")
        ]

    def test_in_force(self) -> None:
        """
        The text in force needs no notice.
        """
        assert [] == self.notices(make_statement_page())

    def test_coming(self) -> None:
        """
        On the page of the text in force a change to come is announced.
        """
        assert [
            "A changed version takes effect on March 1, 2026. Read version 2026-01-15.2"
        ] == self.notices(replace(make_statement_page(), coming=(NEXT,)))

    def test_scheduled(self) -> None:
        """
        The page of a scheduled version says from when on it counts.
        """
        assert [
            (
                "This text takes effect on March 1, 2026. It is not in force yet. "
                "Read the text in force"
            )
        ] == self.notices(make_permalink(NEXT))

    def test_before_the_first(self) -> None:
        """
        Before the first effective date the statement's own page says when it begins.
        """
        assert ["This statement takes effect on March 1, 2026."] == self.notices(
            replace(make_statement_page(), version=NEXT, coming=(NEXT,))
        )

    def test_superseded(self) -> None:
        """
        The page of a superseded version leads to what took its place.
        """
        page = make_permalink(OLD, NOW)

        assert [
            (
                "This text is no longer in force. It was replaced on July 8, 2025 by "
                "version 2025-06-01. Read the text in force"
            )
        ] == self.notices(page)
        assert ["../2025-06-01/", "../"] == [
            each.get("href")
            for notice in render(page).iter("p")
            if "notice" in notice.get("class", "")
            for each in notice.iter("a")
        ]

    @pytest.mark.parametrize(
        ("status", "successor", "expected"),
        [
            (
                "replaced",
                NEXT,
                (
                    "This text was replaced by version 2026-01-15.2 before it took "
                    "effect. It was never in force."
                ),
            ),
            (
                "replaced",
                None,
                "This text was replaced before it took effect. It was never in force.",
            ),
            (
                "withdrawn",
                None,
                "This text was withdrawn before it took effect. It was never in force.",
            ),
            (
                "held",
                None,
                (
                    "This version has not taken effect. The day on which it will is "
                    "not settled yet."
                ),
            ),
            ("superseded", None, "This text is no longer in force."),
        ],
    )
    def test_never_in_force(
        self, status: str, successor: VersionView | None, expected: str
    ) -> None:
        """
        Each status is said in plain words, with the way to the text in force.
        """
        page = make_permalink(replace(NEXT, status=status), successor)

        assert [f"{expected} Read the text in force"] == self.notices(page)


class TestFacts:
    """What stands below the title."""

    def facts(self, page: StatementPageView) -> dict[str, str]:
        """Give the dates below the title."""
        return {
            words(each[0]): words(each[1])
            for each in find(render(page), "dl").findall("div")
        }

    def test_version(self) -> None:
        """
        The version number stands below the title as people cite it.
        """
        assert "Version 2026-01-15.2" == words(
            find(render(make_permalink(NEXT)), "p.version")
        )

    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            (
                make_statement_page(),
                {"Last revised": "June 1, 2025", "In force since": "July 8, 2025"},
            ),
            (
                make_permalink(NEXT),
                {
                    "Last revised": "January 15, 2026",
                    "Published": "January 15, 2026",
                    "Takes effect on": "March 1, 2026",
                },
            ),
            (
                make_permalink(OLD),
                {
                    "Last revised": "May 6, 2024",
                    "Published": "May 6, 2024",
                    "In force from": "June 10, 2024",
                    "Replaced on": "July 8, 2025",
                },
            ),
            (
                make_permalink(replace(NEXT, status="withdrawn")),
                {
                    "Last revised": "January 15, 2026",
                    "Published": "January 15, 2026",
                    "Was to take effect on": "March 1, 2026",
                },
            ),
        ],
        ids=["in-force", "scheduled", "superseded", "withdrawn"],
    )
    def test_dates(self, page: StatementPageView, expected: dict[str, str]) -> None:
        """
        The dates of a text are those that fit its status.
        """
        assert expected == self.facts(page)

    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            (
                make_statement_page(),
                ["../2025-06-01/ferry-2025-06-01.pdf", "../2025-06-01/", "../archive/"],
            ),
            (
                make_permalink(NOW),
                ["../2025-06-01/ferry-2025-06-01.pdf", "../", "../archive/"],
            ),
            (
                make_permalink(replace(OLD, pdf_href="")),
                ["../archive/"],
            ),
        ],
        ids=["own-page", "in-force", "without-pdf"],
    )
    def test_links(self, page: StatementPageView, expected: list[str]) -> None:
        """
        The PDF, the permanent address and all versions are one step away.
        """
        links = find(render(page), "ul.links")

        assert expected == [each.get("href") for each in links.iter("a")]

    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            (make_permalink(OLD), 1),
            (make_permalink(NEXT), 0),
            (replace(make_statement_page(), version=OLD), 0),
        ],
    )
    def test_adopted(self, page: StatementPageView, expected: int) -> None:
        """
        The page of an adopted version says where its dates come from.
        """
        assert expected == words(render(page)).count("the organization’s own records")

    @pytest.mark.parametrize("link", [None, LinkView(href="../", text="", lang="en")])
    def test_prevailing(self, link: LinkView | None) -> None:
        """
        A translation says which language counts.
        """
        page = replace(make_statement_page("es"), prevailing="en", prevailing_page=link)

        assert "Si los idiomas difieren, prevalece el texto en inglés." in words(
            render(page, "es")
        )


class TestTranslations:
    """Sections without a translation that is up to date."""

    def test_missing(self) -> None:
        """
        A section without translation carries its language, and the note on it the
        page's.
        """
        foreign = replace(SECTIONS[1], is_foreign=True)
        page = render(replace(make_statement_page("ar"), sections=(foreign,)), "ar")
        shown = find(page, "section")
        note = find(shown, "div.section-notes")

        assert ("en", "ltr", "ar", "rtl") == (
            shown.get("lang"),
            shown.get("dir"),
            note.get("lang"),
            note.get("dir"),
        )
        assert "لم يُترجم هذا القسم بعد، ويُعرض باللغة الإنجليزية." == words(note[0])

    def test_behind(self) -> None:
        """
        A section whose translation is behind says so, and of which version it is.
        """
        behind = replace(SECTIONS[1], is_behind=True, translates="2023-04-05")
        page = render(replace(make_statement_page("es"), sections=(behind,)), "es")

        assert [
            (
                "El original de esta sección ha cambiado desde que se tradujo. Esta es "
                "una traducción de la versión 2023-04-05."
            ),
            "Último cambio en la versión 2024-05-06",
        ] == [words(each) for each in find(page, "div.section-notes")]
