"""Views of a ferry company's statement, for tests of the templates."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from markupsafe import Markup

from duenotice.render import locales
from duenotice.render.archive_picture import draw
from duenotice.render.archive_views import CellView
from duenotice.render.archive_views import LifeView
from duenotice.render.archive_views import LivesView
from duenotice.render.archive_views import PeriodView
from duenotice.render.section_views import RedirectView
from duenotice.render.section_views import SectionHistoryView
from duenotice.render.section_views import SectionStepView
from duenotice.render.views import ArchivePageView
from duenotice.render.views import IndexPageView
from duenotice.render.views import LinkView
from duenotice.render.views import PdfView
from duenotice.render.views import SectionView
from duenotice.render.views import ShellView
from duenotice.render.views import StatementEntryView
from duenotice.render.views import StatementPageView
from duenotice.render.views import VersionView

LOCALES = ("en", "es", "ar", "zh-Hant", "ko")
"""Those with a catalogue, and one without."""

TITLE = "Passengers’ data"


def make_version(label: str, status: str, effective: str) -> VersionView:
    """Make a version that was published on the day of its label."""
    return VersionView(
        label=label,
        status=status,
        published=dt.date.fromisoformat(label[:10]),
        effective=dt.date.fromisoformat(effective),
        until=None,
        page=LinkView(href=f"../{label}/", text=label),
        pdf_href=f"../{label}/ferry-{label}.pdf",
        is_adopted=False,
    )


OLD = replace(
    make_version("2024-05-06", "superseded", "2024-06-10"),
    until=dt.date(2025, 7, 8),
    is_adopted=True,
)
NOW = replace(
    make_version("2025-06-01", "in-force", "2025-07-08"), until=dt.date(2026, 3, 1)
)
NEXT = make_version("2026-01-15.2", "scheduled", "2026-03-01")


def make_section(section_id: str, heading: str) -> SectionView:
    """Make a section in English; its heading may begin with a number."""
    number, found, title = heading.partition(". ")
    return SectionView(
        id=section_id,
        number=int(number) if found else None,
        title=title or heading,
        heading=heading,
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
    make_section("welcome", "Welcome"),
    make_section("tickets", "1. Tickets & names"),
    make_section("harbours", "2. Harbours"),
)


def make_shell(locale: str) -> ShellView:
    """Make what stands around a page."""
    others = [
        LinkView(
            href=f"../{one}/",
            text=locales.own_language_name(one),
            lang=one,
            is_current=one == locale,
        )
        for one in LOCALES
    ]
    return ShellView(
        lang=locale,
        direction=locales.text_direction(locale),
        title=TITLE,
        description="What the ferry does with data.",
        style_href="../style.css",
        script_href="../site.js",
        home=LinkView(href="../", text=""),
        controller="Blue Heron Ferries",
        locales=tuple(others),
    )


def make_statement_page(locale: str = "en") -> StatementPageView:
    """Make the page of the text in force."""
    return StatementPageView(
        shell=make_shell(locale),
        title=TITLE,
        audience="Everyone on board",
        is_permalink=False,
        version=NOW,
        sections=SECTIONS,
        in_force=None,
        successor=None,
        coming=(),
        archive=LinkView(href="../archive/", text=""),
        statement=LinkView(href="../", text=""),
        prevailing="",
    )


def make_permalink(
    version: VersionView, successor: VersionView | None = None
) -> StatementPageView:
    """Make the page of a version."""
    return replace(
        make_statement_page(),
        version=version,
        is_permalink=True,
        in_force=None if version is NOW else NOW,
        successor=successor,
    )


def make_archive_page(locale: str = "en") -> ArchivePageView:
    """Make the page of all versions, with one of each status."""
    replaced = make_version("2026-01-15", "replaced", "2026-03-01")
    return ArchivePageView(
        shell=make_shell(locale),
        title=TITLE,
        statement=LinkView(href="../", text=""),
        versions=(
            NEXT,
            replace(replaced, pdf_href=""),
            make_version("2025-11-02", "withdrawn", "2025-12-05"),
            make_version("2025-10-02", "held", "2025-11-05"),
            NOW,
            OLD,
        ),
        data_href="versions.json",
        periods=(
            PeriodView(start=NOW.effective, last=None, page=NOW.page),
            PeriodView(start=OLD.effective, last=dt.date(2025, 7, 7), page=OLD.page),
        ),
        lives=LIVES,
        picture=draw(LIVES, locales.text_direction(locale)),
    )


LIVES = LivesView(
    versions=(OLD, replace(NOW, kind="announced"), NEXT),
    lives=(
        LifeView(
            heading="1. Tickets & names",
            lang="en",
            direction="ltr",
            href="../sections/tickets/",
            cells=(
                CellView(what="first", percent=100, is_there=True, href="#a"),
                CellView(what="revised", percent=12, is_there=True, href="#b"),
                CellView(is_there=True),
            ),
        ),
    ),
)


def make_section_history(locale: str = "en") -> SectionHistoryView:
    """Make the page of a section that was renamed, changed and removed."""
    first = SectionStepView(
        version=OLD,
        anchor="_2024-05-06",
        what="added",
        title="Tickets & names",
        lang="en",
        direction="ltr",
        is_foreign=locale != "en",
        text_href="../../2024-05-06/#tickets",
        content=Markup("<p>Words</p>"),
    )
    announced = replace(NOW, kind="announced", change_href="../../changes/2025-06-01/")
    renamed = replace(
        first,
        version=announced,
        anchor="_2025-06-01",
        what="renamed",
        former=("Names", "Tickets"),
        shared_with=("Dogs",),
        content=Markup("<p><del>Words</del><ins>Phrases</ins></p>"),
    )
    removed = replace(
        first, version=NEXT, anchor="_2026-01-15.2", what="removed", text_href=""
    )
    return SectionHistoryView(
        shell=make_shell(locale),
        title=TITLE,
        heading="Tickets & names",
        lang="en",
        direction="ltr",
        ids=("tickets", "names"),
        statement=LinkView(href="../../", text=TITLE),
        current=LinkView(href="../../#tickets", text=""),
        removed=NEXT,
        original=LinkView(href="../../sections/tickets/", text="en"),
        archive=LinkView(href="../../archive/", text=""),
        steps=(removed, renamed, first),
    )


def make_redirect(locale: str = "en") -> RedirectView:
    """Make the page of a former id."""
    shell = replace(make_shell(locale), is_indexed=False)
    return RedirectView(
        shell=shell, target=LinkView(href="../tickets/", text="Tickets")
    )


def make_index_page(locale: str = "en") -> IndexPageView:
    """Make the first page: with a text in force, one to come, and none."""
    shell = make_shell(locale)
    entry = StatementEntryView(
        title=TITLE,
        audience="Everyone on board",
        page=LinkView(href="ferry/", text=""),
        locales=shell.locales,
        version=NOW,
        coming=(NEXT,),
        archive=LinkView(href="ferry/archive/", text=""),
    )
    return IndexPageView(
        shell=replace(shell, locales=()),
        statements=(
            entry,
            replace(entry, version=NEXT, audience=""),
            replace(entry, version=None, coming=(), locales=(), archive=None),
        ),
    )


def make_pdf_view(locale: str = "en") -> PdfView:
    """Make the PDF of a version."""
    return PdfView(
        lang=locale,
        direction=locales.text_direction(locale),
        title=TITLE,
        controller="Blue Heron Ferries",
        audience="Everyone on board",
        page_size="letter",
        version=OLD,
        sections=SECTIONS,
        prevailing="",
        contacts=("desk@heron.example", "12 Quay Road"),
    )
