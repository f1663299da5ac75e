from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import tinyhtml5
from page import validate_pdf_bytes

from duenotice.render import locales
from duenotice.render.environment import Templates
from duenotice.render.pdf import PdfInfo
from duenotice.render.pdf import write_pdf
from duenotice.render.views import ArchivePageView
from duenotice.render.views import IndexPageView
from duenotice.render.views import LinkView
from duenotice.render.views import PdfView
from duenotice.render.views import StatementPageView
from sample_views import LOCALES
from sample_views import NEXT
from sample_views import NOW
from sample_views import OLD
from sample_views import SECTIONS
from sample_views import make_archive_page
from sample_views import make_index_page
from sample_views import make_pdf_view
from sample_views import make_permalink
from sample_views import make_statement_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from duenotice.render.views import VersionView

TEMPLATES = Templates()
NAMES: dict[type, str] = {
    StatementPageView: "site/statement.html",
    ArchivePageView: "site/archive.html",
    IndexPageView: "site/index.html",
    PdfView: "pdf/statement.html",
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


def all_pages() -> Iterator[tuple[object, str]]:
    """Give a page of each kind in each language."""
    for locale in LOCALES:
        yield replace(make_statement_page(locale), coming=(NEXT,)), locale
        yield make_archive_page(locale), locale
        yield make_index_page(locale), locale


PAGES = pytest.mark.parametrize(
    ("page", "locale"),
    list(all_pages()),
    ids=[f"{type(page).__name__}-{locale}" for page, locale in all_pages()],
)


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
            ("held", None, "This version has not taken effect."),
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
        page = replace(
            make_statement_page("es"), prevailing="inglés", prevailing_page=link
        )

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
        A section whose translation is behind says so.
        """
        behind = replace(SECTIONS[1], is_behind=True)
        page = render(replace(make_statement_page("es"), sections=(behind,)), "es")

        assert [
            "El original de esta sección ha cambiado desde que se tradujo.",
            "Último cambio en la versión 2024-05-06",
        ] == [words(each) for each in find(page, "div.section-notes")]


class TestArchive:
    """The page of all versions."""

    def test_rows(self) -> None:
        """
        A version that never was in force says so where the date would stand.
        """
        table = find(render(make_archive_page()), "tbody")

        assert [
            ["Not in force yet", "March 1, 2026", "–"],
            ["Replaced before it took effect", "never", "–"],
            ["Withdrawn before it took effect", "never", "–"],
            ["Has not taken effect", "never", "–"],
            ["In force", "July 8, 2025", "March 1, 2026"],
            ["No longer in force", "June 10, 2024", "July 8, 2025"],
        ] == [[words(row[cell]) for cell in (1, 3, 4)] for row in table]

    @pytest.mark.parametrize(
        ("locale", "count", "expected"),
        [
            ("en", 1, "1 version"),
            ("en", 6, "6 versions, the newest first"),
            ("ar", 2, "إصداران (2)، الأحدث أولًا"),
            ("ar", 6, "6 إصدارات، الأحدث أولًا"),
        ],
    )
    def test_caption(self, locale: str, count: int, expected: str) -> None:
        """
        The caption counts the versions in the grammar of its language.
        """
        page = make_archive_page(locale)
        page = replace(page, versions=page.versions[:count])

        assert expected == words(find(render(page, locale), "caption"))


class TestIndex:
    """The first page."""

    def test_entries(self) -> None:
        """
        Each statement says what is in force and what is to come.
        """
        lines = [
            words(each)
            for each in render(make_index_page()).iter("p")
            if each.get("class") in {"version", "notice coming"}
        ]

        assert [
            "Version 2025-06-01, in force since July 8, 2025",
            (
                "A changed version takes effect on March 1, 2026. "
                "Read version 2026-01-15.2"
            ),
            "Version 2026-01-15.2, takes effect on March 1, 2026",
            "Not published yet",
        ] == lines


class TestEveryPage:
    """What holds for all pages."""

    @PAGES
    def test_no_script(self, page: object, locale: str) -> None:
        """
        No page runs anything or asks another host for anything.
        """
        root = render(page, locale)
        tags = {each.tag for each in root.iter()}
        loaded = [
            each.get("href")
            for each in root.iter("link")
            if each.get("rel") in {"stylesheet", "icon"}
        ]
        handlers = [name for e in root.iter() for name in e.attrib if name[:2] == "on"]

        assert not tags & {"script", "iframe", "img", "object", "embed", "form"}
        assert ["../style.css", "data:,"] == loaded
        assert [] == handlers

    @PAGES
    def test_structure(self, page: object, locale: str) -> None:
        """
        A page has one main part and one first heading, its levels in order, ids once,
        and a way past its head.
        """
        root = render(page, locale)
        levels = [int(e.tag[1]) for e in root.iter() if re.fullmatch("h[1-6]", e.tag)]
        ids = [e.get("id") for e in root.iter() if e.get("id")]

        assert 1 == levels[0] == levels.count(1)
        assert all(b <= a + 1 for a, b in pairwise(levels))
        assert len(ids) == len(set(ids))
        assert find(root, "main").get("id") == find(root, "a.skip").get("href", "")[1:]

    @PAGES
    def test_language(self, page: object, locale: str) -> None:
        """
        A page says in which language and direction it is written.
        """
        root = render(page, locale)

        assert (locale, locales.text_direction(locale)) == (
            root.get("lang"),
            root.get("dir"),
        )

    @PAGES
    def test_deterministic(self, page: object, locale: str) -> None:
        """
        Equal views give equal pages.
        """
        name = NAMES[type(page)]

        assert TEMPLATES.render(name, page, locale) == Templates().render(
            name, page, locale
        )

    @pytest.mark.parametrize(("is_indexed", "expected"), [(True, 0), (False, 1)])
    def test_search_engines(self, *, is_indexed: bool, expected: int) -> None:
        """
        Search engines are asked not to keep what is not in force.
        """
        page = make_statement_page()
        page = replace(page, shell=replace(page.shell, is_indexed=is_indexed))
        robots = [e for e in render(page).iter("meta") if e.get("name") == "robots"]

        assert expected == len(robots)

    def test_foreign_interface(self) -> None:
        """
        Where the interface has no words in the page's language, it says in which it
        speaks, and the author's words keep theirs.
        """
        root = render(make_statement_page("ko"), "ko")

        assert "en" == find(root, "header.masthead").get("lang")
        assert "ko" == find(root, "nav.contents").find("details/ul").get("lang")  # type: ignore[union-attr]
        assert find(root, "p.audience").get("lang") is None


class TestPdf:
    """The PDF."""

    @pytest.mark.parametrize("size", ["letter", "a4"])
    def test_page_size(self, size: str) -> None:
        """
        The page size is the statement's.
        """
        view = replace(make_pdf_view(), page_size=size)

        assert size == find(render(view), "body").get("class")

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            ("en", ("Page ", " of ", "")),
            ("es", ("Página ", " de ", "")),
            ("ar", ("صفحة ", " من ", "")),
        ],
    )
    def test_page_numbers(self, locale: str, expected: tuple[str, str, str]) -> None:
        """
        The words around the page numbers are in the page's language.
        """
        title = find(render(make_pdf_view(locale), locale), "header.title")

        assert expected == tuple(
            title.get(f"data-{place}") for place in ("before", "between", "after")
        )

    @pytest.mark.parametrize(
        "status", ["in-force", "scheduled", "superseded", "withdrawn", "held"]
    )
    def test_no_status(self, status: str) -> None:
        """
        A PDF is the same whatever becomes of the version.
        """
        changed = replace(OLD, status=status, until=None)

        assert words(render(make_pdf_view())) == words(
            render(replace(make_pdf_view(), version=changed))
        )

    def test_dates(self) -> None:
        """
        The title block has the dates as recorded and says where they come from.
        """
        imprint = words(find(render(make_pdf_view()), "div.imprint"))

        assert imprint.startswith(
            "Version 2024-05-06 Published: May 6, 2024 Effective date: June 10, 2024 "
            "desk@heron.example 12 Quay Road "
            "The dates of this version come from the organization’s own records"
        )

    @pytest.mark.slow
    @pytest.mark.parametrize("locale", ["en", "ar"])
    def test_valid(self, locale: str) -> None:
        """
        With the shipped style sheet a PDF meets PDF/A-3a and PDF/UA-1.
        """
        foreign = replace(SECTIONS[1], is_foreign=True)
        view = replace(make_pdf_view(locale), sections=(foreign, *SECTIONS[2:]))
        content = write_pdf(
            TEMPLATES.render("pdf/statement.html", view, locale),
            stylesheet=TEMPLATES.read_asset("pdf/style.css"),
            info=PdfInfo(dated=OLD.published),
        )
        reports = [validate_pdf_bytes(content, profile=each) for each in ("3a", "ua1")]

        assert [[], []] == [list(report.failures) for report in reports]
