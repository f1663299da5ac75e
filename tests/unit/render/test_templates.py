from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from typing import Any

import messages
import pytest
import tinyhtml5
from markupsafe import Markup
from page import validate_pdf_bytes

from duenotice.render import locales
from duenotice.render.environment import Templates
from duenotice.render.pdf import PdfInfo
from duenotice.render.pdf import write_pdf
from duenotice.render.views import ArchivePageView
from duenotice.render.views import IndexPageView
from duenotice.render.views import LinkView
from duenotice.render.views import PdfView
from duenotice.render.views import SectionView
from duenotice.render.views import ShellView
from duenotice.render.views import StatementEntryView
from duenotice.render.views import StatementPageView
from duenotice.render.views import VersionView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

TEMPLATES = Templates()
LOCALES = ("en", "es", "ar", "zh-Hant", "ko")
CATALOGUES = sorted(messages.LOCALES.glob("*.po"))


def version(label: str, status: str, effective: str, **more: Any) -> VersionView:  # noqa: ANN401 - any field
    """Make a version of a ferry company's statement."""
    return VersionView(
        label=label,
        status=status,
        published=dt.date.fromisoformat(label[:10]),
        effective=dt.date.fromisoformat(effective),
        **{
            "until": None,
            "page": LinkView(href=f"../{label}/", text=label),
            "pdf_href": f"../{label}/ferry-{label}.pdf",
            "is_adopted": False,
            **more,
        },
    )


OLD = version(
    "2024-05-06", "superseded", "2024-06-10", until=dt.date(2025, 7, 8), is_adopted=True
)
NOW = version("2025-06-01", "in-force", "2025-07-08", until=dt.date(2026, 3, 1))
NEXT = version("2026-01-15.2", "scheduled", "2026-03-01")


def shell(locale: str = "en", **more: Any) -> ShellView:  # noqa: ANN401 - any field
    """Make what stands around a page."""
    others = tuple(
        LinkView(
            href=f"../{one}/",
            text=locales.own_language_name(one),
            lang=one,
            is_current=one == locale,
        )
        for one in LOCALES
    )
    return ShellView(
        lang=locale,
        direction=locales.text_direction(locale),
        title="Passengers’ data – Blue Heron Ferries",
        description="What the ferry does with data.",
        style_href="../style.css",
        home=LinkView(href="../", text=""),
        controller="Blue Heron Ferries",
        **{"locales": others, **more},
    )


def section(section_id: str, title: str, number: int | None = None) -> SectionView:
    """Make a section in English."""
    return SectionView(
        id=section_id,
        number=number,
        title=title,
        heading=title if number is None else f"{number}. {title}",
        lang="en",
        direction="ltr",
        is_foreign=False,
        is_behind=False,
        revised="2024-05-06",
        content=Markup("<p>Words &amp; <a href='#tickets'>words</a> of {}.</p>").format(
            section_id
        ),
    )


SECTIONS = (
    section("welcome", "Welcome"),
    section("tickets", "Tickets & names", 1),
    section("harbours", "Harbours", 2),
)


def statement_page(locale: str = "en", **more: Any) -> StatementPageView:  # noqa: ANN401 - any field
    """Make the page of the text in force."""
    return StatementPageView(
        shell=shell(locale),
        **{
            "title": "Passengers’ data",
            "audience": "Everyone on board",
            "is_permalink": False,
            "version": NOW,
            "sections": SECTIONS,
            "in_force": None,
            "successor": None,
            "coming": (),
            "archive": LinkView(href="../archive/", text=""),
            "statement": LinkView(href="../", text=""),
            "prevailing": "",
            **more,
        },
    )


def permalink(shown: VersionView, **more: Any) -> StatementPageView:  # noqa: ANN401 - any field
    """Make the page of another version."""
    return statement_page(
        **{"version": shown, "is_permalink": True, "in_force": NOW, **more}
    )


def archive_page(locale: str = "en") -> ArchivePageView:
    """Make the page of all versions."""
    return ArchivePageView(
        shell=shell(locale),
        title="Passengers’ data",
        statement=LinkView(href="../", text=""),
        versions=(
            NEXT,
            version("2026-01-15", "replaced", "2026-03-01", pdf_href=""),
            version("2025-11-02", "withdrawn", "2025-12-05"),
            version("2025-10-02", "held", "2025-11-05"),
            NOW,
            OLD,
        ),
        data_href="versions.json",
    )


def index_page(locale: str = "en") -> IndexPageView:
    """Make the first page: with a text in force, one to come, and none."""
    entry = StatementEntryView(
        title="Passengers’ data",
        audience="Everyone on board",
        page=LinkView(href="ferry/", text=""),
        locales=shell(locale).locales,
        version=NOW,
        coming=(NEXT,),
        archive=LinkView(href="ferry/archive/", text=""),
    )
    return IndexPageView(
        shell=shell(locale, locales=()),
        statements=(
            entry,
            replace(entry, version=NEXT, audience=""),
            replace(entry, version=None, coming=(), locales=(), archive=None),
        ),
    )


def pdf_view(locale: str = "en", **more: Any) -> PdfView:  # noqa: ANN401 - any field
    """Make the PDF of a version."""
    return PdfView(
        lang=locale,
        direction=locales.text_direction(locale),
        title="Passengers’ data",
        controller="Blue Heron Ferries",
        audience="Everyone on board",
        **{
            "page_size": "letter",
            "version": OLD,
            "sections": SECTIONS,
            "prevailing": "",
            "contacts": ("desk@heron.example", "12 Quay Road"),
            **more,
        },
    )


def render(page: object, locale: str = "en") -> Element:
    """Render a view with its template and read the result as a browser does."""
    names: dict[type, str] = {
        StatementPageView: "site/statement.html",
        ArchivePageView: "site/archive.html",
        IndexPageView: "site/index.html",
        PdfView: "pdf/statement.html",
    }
    html = TEMPLATES.render(names[type(page)], page, locale)
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
        yield statement_page(locale, coming=(NEXT,)), locale
        yield archive_page(locale), locale
        yield index_page(locale), locale


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
    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize("kind", [statement_page, pdf_view])
    def test_exact(self, kind: Any, locale: str) -> None:  # noqa: ANN401 - a view
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
        headings = [words(each) for each in render(statement_page()).iter("h2")]

        assert ["Welcome", "1. Tickets & names", "2. Harbours"] == headings

    def test_permalink(self) -> None:
        """
        The link to a section says where it leads.
        """
        link = [
            each
            for each in render(statement_page()).iter("a")
            if each.get("class") == "permalink"
        ][1]

        assert ("#tickets", "Link to “1. Tickets & names”") == (
            link.get("href"),
            link.get("aria-label"),
        )


class TestNotice:
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
        assert [] == self.notices(statement_page())

    def test_coming(self) -> None:
        """
        On the page of the text in force a change to come is announced.
        """
        assert [
            "A changed version takes effect on March 1, 2026. Read version 2026-01-15.2"
        ] == self.notices(statement_page(coming=(NEXT,)))

    def test_scheduled(self) -> None:
        """
        The page of a scheduled version says from when on it counts.
        """
        assert [
            "This text takes effect on March 1, 2026. It is not in force yet. "
            "Read the text in force"
        ] == self.notices(permalink(NEXT))

    def test_before_the_first(self) -> None:
        """
        Before the first effective date the statement's own page says when it begins.
        """
        assert ["This statement takes effect on March 1, 2026."] == self.notices(
            statement_page(version=NEXT, coming=(NEXT,))
        )

    def test_superseded(self) -> None:
        """
        The page of a superseded version leads to what took its place.
        """
        page = permalink(OLD, successor=NOW)

        assert [
            "This text is no longer in force. It was replaced on July 8, 2025 by "
            "version 2025-06-01. Read the text in force"
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
                "This text was replaced by version 2026-01-15.2 before it took effect. "
                "It was never in force.",
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
        page = permalink(replace(NEXT, status=status), successor=successor)

        assert [f"{expected} Read the text in force"] == self.notices(page)


class TestFacts:
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
            find(render(permalink(NEXT)), "p.version")
        )

    @pytest.mark.parametrize(
        ("page", "expected"),
        [
            (
                statement_page(),
                {"Last revised": "June 1, 2025", "In force since": "July 8, 2025"},
            ),
            (
                permalink(NEXT),
                {
                    "Last revised": "January 15, 2026",
                    "Published": "January 15, 2026",
                    "Takes effect on": "March 1, 2026",
                },
            ),
            (
                permalink(OLD),
                {
                    "Last revised": "May 6, 2024",
                    "Published": "May 6, 2024",
                    "In force from": "June 10, 2024",
                    "Replaced on": "July 8, 2025",
                },
            ),
            (
                permalink(replace(NEXT, status="withdrawn")),
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
                statement_page(),
                ["../2025-06-01/ferry-2025-06-01.pdf", "../2025-06-01/", "../archive/"],
            ),
            (
                permalink(NOW, in_force=None),
                ["../2025-06-01/ferry-2025-06-01.pdf", "../", "../archive/"],
            ),
            (
                permalink(replace(OLD, pdf_href="")),
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
        [(permalink(OLD), 1), (permalink(NEXT), 0), (statement_page(version=OLD), 0)],
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
        page = statement_page("es", prevailing="inglés", prevailing_page=link)

        assert "Si los idiomas difieren, prevalece el texto en inglés." in words(
            render(page, "es")
        )


class TestTranslations:
    def test_missing(self) -> None:
        """
        A section without translation carries its language, and the note on it the
        page's.
        """
        foreign = replace(SECTIONS[1], is_foreign=True)
        page = render(statement_page("ar", sections=(foreign,)), "ar")
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
        page = render(
            statement_page("es", sections=(replace(SECTIONS[1], is_behind=True),)), "es"
        )

        assert [
            "El original de esta sección ha cambiado desde que se tradujo.",
            "Último cambio en la versión 2024-05-06",
        ] == [words(each) for each in find(page, "div.section-notes")]


class TestArchive:
    def test_rows(self) -> None:
        """
        A version that never was in force says so where the date would stand.
        """
        table = find(render(archive_page()), "tbody")

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
        page = archive_page(locale)
        page = replace(page, versions=page.versions[:count])

        assert expected == words(find(render(page, locale), "caption"))


class TestIndex:
    def test_entries(self) -> None:
        """
        Each statement says what is in force and what is to come.
        """
        lines = [
            words(each)
            for each in render(index_page()).iter("p")
            if each.get("class") in {"version", "notice coming"}
        ]

        assert [
            "Version 2025-06-01, in force since July 8, 2025",
            "A changed version takes effect on March 1, 2026. Read version 2026-01-15.2",
            "Version 2026-01-15.2, takes effect on March 1, 2026",
            "Not published yet",
        ] == lines


class TestEveryPage:
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
        handlers = [name for e in root.iter() for name in e.keys() if name[:2] == "on"]

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
        assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))
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
        again = Templates()
        TEMPLATES.render("site/index.html", index_page(), "en")
        for name in ("site/statement.html", "site/archive.html", "site/index.html"):
            if type(page).__name__.lower().startswith(name[5:-5]):
                assert TEMPLATES.render(name, page, locale) == again.render(
                    name, page, locale
                )

    @pytest.mark.parametrize(("is_indexed", "expected"), [(True, 0), (False, 1)])
    def test_search_engines(self, *, is_indexed: bool, expected: int) -> None:
        """
        Search engines are asked not to keep what is not in force.
        """
        page = replace(statement_page(), shell=replace(shell(), is_indexed=is_indexed))
        robots = [e for e in render(page).iter("meta") if e.get("name") == "robots"]

        assert expected == len(robots)

    def test_foreign_interface(self) -> None:
        """
        Where the interface has no words in the page's language, it says in which it
        speaks, and the author's words keep theirs.
        """
        root = render(statement_page("ko"), "ko")

        assert "en" == find(root, "header.masthead").get("lang")
        assert "ko" == find(root, "nav.contents").find("details/ul").get("lang")  # type: ignore[union-attr]
        assert find(root, "p.audience").get("lang") is None


class TestPdf:
    @pytest.mark.parametrize("size", ["letter", "a4"])
    def test_page_size(self, size: str) -> None:
        """
        The page size is the statement's.
        """
        view = pdf_view(page_size=size)

        assert size == find(render(view), "body").get("class")

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            ("en", ("Page ", " of ", "")),
            ("es", ("Página ", " de ", "")),
            ("zh-Hant", ("第 ", " 頁，共 ", " 頁")),
        ],
    )
    def test_page_numbers(self, locale: str, expected: tuple[str, str, str]) -> None:
        """
        The words around the page numbers are in the page's language.
        """
        title = find(render(pdf_view(locale), locale), "header.title")

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

        assert words(render(pdf_view())) == words(render(pdf_view(version=changed)))

    def test_dates(self) -> None:
        """
        The title block has the dates as recorded and says where they come from.
        """
        imprint = words(find(render(pdf_view()), "div.imprint"))

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
        view = pdf_view(locale, sections=(foreign, *SECTIONS[2:]), prevailing="x")
        content = write_pdf(
            TEMPLATES.render("pdf/statement.html", view, locale),
            stylesheet=TEMPLATES.read_asset("pdf/style.css"),
            info=PdfInfo(dated=OLD.published),
        )
        reports = [validate_pdf_bytes(content, profile=each) for each in ("3a", "ua1")]

        assert [[], []] == [list(report.failures) for report in reports]


class TestCatalogues:
    def test_template(self) -> None:
        """
        `messages.pot` has the templates' messages: `python tests/messages.py` writes it.
        """
        assert messages.make_pot() == messages.POT.read_text("utf-8")

    @pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
    def test_complete(self, path: Any) -> None:  # noqa: ANN401 - a path
        """
        A shipped catalogue has words for every message, none in doubt, and no other.
        """
        asked = {message.id for message in messages.extract_messages() if message.id}
        given = {
            message.id
            for message in messages.read_catalogue(path)
            if message.id and not message.fuzzy and all(_forms(message.string))
        }

        assert asked == given

    @pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
    def test_placeholders(self, path: Any) -> None:  # noqa: ANN401 - a path
        """
        A translation has the placeholders of its message, each once.
        """
        for message in messages.read_catalogue(path):
            names = set(re.findall(r"%\((\w+)\)s", "".join(_forms(message.id))))
            for form in _forms(message.string):
                assert sorted(names) == sorted(re.findall(r"%\((\w+)\)s", form))

    @pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
    def test_page_order(self, path: Any) -> None:  # noqa: ANN401 - a path
        """
        The number of a page comes before that of all pages, as the style sheet has it.
        """
        folio = messages.read_catalogue(path)["Page %(page)s of %(pages)s"].string

        assert folio.index("%(page)s") < folio.index("%(pages)s")

    def test_shipped(self) -> None:
        """
        Spanish, Arabic and Chinese are there.
        """
        assert ["ar", "es", "zh-Hant"] == [path.stem for path in CATALOGUES]


def _forms(words_or_forms: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    if isinstance(words_or_forms, str):
        return (words_or_forms,)
    return tuple(words_or_forms)


class TestStyle:
    def test_nothing_loaded(self) -> None:
        """
        A style sheet loads nothing.
        """
        for name in ("site/style.css", "pdf/style.css"):
            assert not re.search(
                r"url\(|@import|@font-face", TEMPLATES.read_asset(name)
            )

    @pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
    @pytest.mark.parametrize(
        ("front", "back"),
        [
            ("ink", "paper"),
            ("ink", "mark"),
            ("ink", "soon-tint"),
            ("ink", "past-tint"),
            ("ink", "tint"),
            ("quiet", "paper"),
            ("quiet", "tint"),
            ("accent", "paper"),
            ("accent", "mark"),
            ("accent", "soon-tint"),
            ("accent", "past-tint"),
            ("accent", "tint"),
            ("paper", "accent"),
            ("visited", "paper"),
        ],
    )
    def test_contrast(self, front: str, back: str, scheme: int) -> None:
        """
        Words stand out from their ground by 4.5 to 1 at least.
        """
        colours = [
            dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
            for part in TEMPLATES.read_asset("site/style.css").split("@media")[:2]
        ][scheme]
        one, other = sorted((_luminance(colours[front]), _luminance(colours[back])))

        assert (other + 0.05) / (one + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    """Give the relative luminance as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
