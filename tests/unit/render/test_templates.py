from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from page import validate_pdf_bytes

from duenotice.render import locales
from duenotice.render.environment import Templates
from duenotice.render.pdf import PdfInfo
from duenotice.render.pdf import write_pdf
from duenotice.render.style_sheet import style_sheet
from rendered import NAMES
from rendered import TEMPLATES
from rendered import find
from rendered import render
from rendered import words
from sample_views import LOCALES
from sample_views import NEXT
from sample_views import NOW
from sample_views import OLD
from sample_views import SECTIONS
from sample_views import TITLE
from sample_views import make_archive_page
from sample_views import make_index_page
from sample_views import make_pdf_view
from sample_views import make_permalink
from sample_views import make_redirect
from sample_views import make_section_history
from sample_views import make_statement_page

if TYPE_CHECKING:
    from collections.abc import Iterator


def all_pages() -> Iterator[tuple[object, str]]:
    """Give a page of each kind in each language."""
    for locale in LOCALES:
        yield replace(make_statement_page(locale), coming=(NEXT,)), locale
        yield make_archive_page(locale), locale
        yield make_index_page(locale), locale
        yield make_section_history(locale), locale
        yield make_redirect(locale), locale


PAGES = pytest.mark.parametrize(
    ("page", "locale"),
    list(all_pages()),
    ids=[f"{type(page).__name__}-{locale}" for page, locale in all_pages()],
)


class TestArchive:
    """The page of all versions."""

    def test_rows(self) -> None:
        """
        A version that never was in force says so where the date would stand.
        """
        table = find(find(render(make_archive_page()), "table.versions"), "tbody")

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

        table = find(render(page, locale), "table.versions")

        assert expected == words(find(table, "caption"))


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


SVG = "{http://www.w3.org/2000/svg}"


class TestPicture:
    """Which section changed when."""

    def test_table(self) -> None:
        """
        The table says in words what the picture shows.
        """
        table = find(render(make_archive_page()), "table.lives")

        assert [
            "2024-05-06 No longer in force",
            "2025-06-01 In force Announced in advance",
            "2026-01-15.2 Not in force yet",
        ] == [words(each) for each in find(table, "thead").iter("th")][1:]
        assert ["First text", "12% of the words changed", "Unchanged"] == [
            words(each) for each in table.iter("td")
        ]

    @pytest.mark.parametrize("locale", LOCALES)
    def test_drawn(self, locale: str) -> None:
        """
        The picture has a name for those who don't see it, and stays within its frame.
        """
        page = render(make_archive_page(locale), locale)
        svg = next(each for each in page.iter(f"{SVG}svg") if each.get("role"))
        width = float(svg.get("width", ""))
        named = {each.get("id"): words(each) for each in svg}

        assert named[svg.get("aria-labelledby")]
        assert named[svg.get("aria-describedby")]
        assert ["mark told"] == [
            each.get("class") for each in svg.iter() if "mark" in each.get("class", "")
        ]
        for text in svg.iter(f"{SVG}text"):
            assert 0 <= float(text.get("x", "")) <= width


class TestSectionHistory:
    """The life of a section."""

    def test_told(self) -> None:
        """
        Each change says when it was made, what it did, and since when it counts.
        """
        steps = list(render(make_section_history()).iter("section"))

        assert [
            "January 15, 2026: Removed",
            "June 1, 2025: Joined",
            "May 6, 2024: First text",
        ] == [words(find(each, "h2")) for each in steps]
        assert [
            (
                "Version 2025-06-01 · In force since July 8, 2025 · "
                "Announced in advance · In the whole text"
            ),
            "Before, this was: Names, Tickets",
            "Other parts of the earlier text are now in: Dogs",
        ] == [words(each) for each in find(steps[1], "header").iter("p")]

    def test_to_be_removed(self) -> None:
        """
        A section that is to go says from when on, and until then what it says now.
        """
        page = render(make_section_history())
        notice = next(p for p in page.iter("p") if "notice" in p.get("class", ""))

        assert (
            "From March 1, 2026 on this section is no longer part of the statement: "
            "Version 2026-01-15.2"
        ) == words(notice)
        assert "../../#tickets" in [each.get("href") for each in page.iter("a")]

    def test_alone(self) -> None:
        """
        A first text and a last one are folded; a change is in plain sight.
        """
        steps = list(render(make_section_history()).iter("section"))

        assert [1, 0, 1] == [len(list(each.iter("details"))) for each in steps]
        assert 1 == len(list(steps[1].iter("ins")))


class TestEveryPage:
    """What holds for all pages."""

    @PAGES
    def test_no_script(self, page: object, locale: str) -> None:
        """
        No page runs anything but the site's own script, which it can do without, or
        asks another host for anything.
        """
        root = render(page, locale)
        tags = {each.tag for each in root.iter()}
        loaded = [
            each.get("href")
            for each in root.iter("link")
            if each.get("rel") in {"stylesheet", "icon"}
        ]
        handlers = [name for e in root.iter() for name in e.attrib if name[:2] == "on"]
        scripts = [(each.get("src"), words(each)) for each in root.iter("script")]
        forms = [each for each in root.iter("form") if each.get("hidden") is None]

        assert not tags & {"iframe", "img", "object", "embed"}
        assert scripts in ([], [("../site.js", "")])
        assert [] == forms
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

    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            (make_statement_page(), "Passengers’ data – Blue Heron Ferries"),
            (
                make_archive_page(),
                "All versions: Passengers’ data – Blue Heron Ferries",
            ),
            (make_index_page(), "Privacy statements – Blue Heron Ferries"),
        ],
        ids=["statement", "archive", "index"],
    )
    def test_title(self, page: object, expected: str) -> None:
        """
        The title of the window says which page it is and whose.
        """
        assert expected == words(find(render(page), "title"))

    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            (make_statement_page(), {}),
            (make_permalink(NOW), {"latest-version": "../"}),
            (make_permalink(NEXT), {"latest-version": "../"}),
            (
                make_permalink(OLD, NOW),
                {"latest-version": "../", "successor-version": "../2025-06-01/"},
            ),
        ],
        ids=["own-page", "in-force", "scheduled", "superseded"],
    )
    def test_relations(self, page: object, expected: dict[str, str]) -> None:
        """
        A version knows which is the latest, what took its place, and where all are.
        """
        links = {e.get("rel"): e.get("href") for e in render(page).iter("link")}
        wanted = ("latest-version", "successor-version", "version-history")

        assert {**expected, "version-history": "../archive/"} == {
            relation: links[relation] for relation in wanted if relation in links
        }

    def test_title_alone(self) -> None:
        """
        The title of a page of nobody in particular ends with its own words.
        """
        page = make_statement_page()
        page = replace(page, shell=replace(page.shell, controller=""))

        assert "Passengers’ data" == words(find(render(page), "title"))

    def test_foreign_entry(self) -> None:
        """
        A statement that isn't in the page's language says so in the index.
        """
        page = make_index_page("ar")
        link = replace(page.statements[0].page, lang="en", text=TITLE)
        entry = replace(page.statements[0], page=link)
        root = render(replace(page, statements=(entry,)), "ar")

        assert [("en", "ltr")] * 2 == [
            (each.get("lang"), each.get("dir"))
            for each in (find(root, "h2"), find(root, "p.audience"))
        ]

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
        assert "ko" == find(root, "nav.contents").find("ul").get("lang")  # type: ignore[union-attr]
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
            stylesheet=style_sheet(TEMPLATES, "pdf/style.css"),
            info=PdfInfo(dated=OLD.published),
        )
        reports = [validate_pdf_bytes(content, profile=each) for each in ("3a", "ua1")]

        assert [[], []] == [list(report.failures) for report in reports]
