from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import day
from builders import section_text
from duenotice.publish.plan import FileKind
from duenotice.publish.section_pages import SectionPages
from duenotice.publish.statement_site import StatementSite
from duenotice.release.request import ReleaseRequest
from duenotice.render.section_views import RedirectView
from duenotice.render.section_views import SectionHistoryView
from library import FIRST
from library import SECOND
from library import THIRD
from library import Library
from library import library
from memory_project import FOLDER
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from duenotice.publish.plan import PlannedFile
    from memory_project import MemoryProject

LATER = "2026-06-01"


def planned(
    made: MemoryProject, as_of: str = LATER, locale: str = "en"
) -> dict[str, PlannedFile]:
    """Plan the pages of sections in one language, by the ids in their addresses."""
    site = StatementSite.of(made.recorded(), day(as_of))
    assert site is not None
    files = SectionPages(site, {"en": ""}).files()
    return {one.path.split("/")[-2]: one for one in files if one.locale == locale}


def history(
    made: MemoryProject, section_id: str, as_of: str = LATER, locale: str = "en"
) -> SectionHistoryView:
    """Give the page of a section's history."""
    view = planned(made, as_of, locale)[section_id].view
    assert isinstance(view, SectionHistoryView)
    return view


def renamed() -> Library:
    """Make a project whose section on lending is called loans since version three."""
    made = library().section("lending", "We note books.").published(SECOND)
    made.without("lending").listed("loans")
    return made.section("loans", "We note books.", "formerly: [lending]").published(
        THIRD
    )


class TestSteps:
    """What the page tells of each change."""

    def test_newest_first(self) -> None:
        """
        Each change stands with its version, the newest first, whatever the id was.
        """
        steps = history(renamed(), "loans").steps

        assert [
            (f"_{THIRD}", "renamed", "Loans", ("Lending",)),
            (f"_{SECOND}", "revised", "Lending", ()),
            (f"_{FIRST}", "added", "Lending", ()),
        ] == [(one.anchor, one.what, one.title, one.former) for one in steps]

    def test_kind(self) -> None:
        """
        Of a first version nobody says whether it was announced; later ones say it.
        """
        made = library().section("lending", SECTIONS["lending"] + "\n- the weather")
        steps = history(made.published(SECOND), "lending").steps

        assert [True, False] == [bool(one.version.kind) for one in steps]

    def test_pairs(self) -> None:
        """
        Each change holds the version that it superseded against it; a first text and a
        last one stand alone.
        """
        made = library().section("lending", "We note books.").published(SECOND)
        made.without("lending").listed().published(THIRD)
        pairs = planned(made)["lending"].pairs
        sides = [
            [str(one.text.version) if one else None for one in (pair.old, pair.new)]
            for pair in pairs
        ]

        assert [[SECOND, None], [FIRST, SECOND], [None, FIRST]] == sides

    def test_joined(self) -> None:
        """
        Sections that were joined have one history, and each step a place of its own.
        """
        made = library().without("lending").listed()
        made.section("contacts", "Write to us.", "formerly: [lending]")
        page = history(made.published(SECOND), "contacts")

        assert [f"_{SECOND}", f"_{FIRST}", f"_{FIRST}-lending"] == [
            one.anchor for one in page.steps
        ]
        assert ("Contacts", "Lending") == page.steps[0].former
        assert ("contacts", "lending") == page.ids

    def test_divided(self) -> None:
        """
        A section that was divided names the other parts, and is compared with all.
        """
        made = library().without("lending").listed("loans", "fines")
        made.section("loans", "We note books.", "formerly: [lending]")
        made.section("fines", "Fines are noted.", "formerly: [lending]").published(
            SECOND
        )
        file = planned(made)["loans"]
        new = file.pairs[0].new

        assert ("Fines",) == history(made, "loans").steps[0].shared_with
        assert new is not None
        assert ("loans", "fines") == new.ids


class TestPages:
    """Which sections have a page."""

    def test_former_ids(self) -> None:
        """
        An id that a section no longer has leads on to its page, for ever.
        """
        file = planned(renamed())["lending"]

        assert FileKind.REDIRECT is file.kind
        assert isinstance(file.view, RedirectView)
        assert ("../loans/", "Loans") == (file.view.target.href, file.view.target.text)

    def test_removed(self) -> None:
        """
        A section that is gone keeps its page, which says since which version.
        """
        made = library().without("lending").listed().published(SECOND)
        page = history(made, "lending")

        assert page.current is None
        assert page.removed is not None
        assert SECOND == page.removed.label

    def test_there(self) -> None:
        """
        A section that is there leads to its place in the text in force.
        """
        page = history(library(), "lending")

        assert page.removed is None
        assert page.current is not None
        assert "../../#lending" == page.current.href

    def test_scheduled(self) -> None:
        """
        While a new id is still to come, the page leads to the section as it is called.
        """
        made = library().without("lending").listed("loans")
        made.section("loans", SECTIONS["lending"], "formerly: [lending]")
        made.publish(ReleaseRequest(today=day(SECOND), effective=day(LATER)))
        page = history(made, "loans", SECOND)

        assert page.current is not None
        assert "../../#lending" == page.current.href

    def test_not_public(self) -> None:
        """
        What isn't public yet is in no history.
        """
        made = renamed()

        assert FileKind.SECTION is planned(made, SECOND)["lending"].kind
        assert "loans" not in planned(made, SECOND)
        assert 2 == len(history(made, "lending", SECOND).steps)


class TestLanguages:
    """Histories in a translation."""

    @pytest.fixture
    def made(self) -> Library:
        """A project in English and Spanish, in which one section was translated."""
        made = Library.with_statement(TRANSLATED_YAML)
        made.files[f"{FOLDER}/es/contacts.md"] = section_text("Escriba.", "Contacto")
        made.published(FIRST).section("lending", "We note books.")
        made.section("contacts", "Write to us.").published(SECOND)
        made.files[f"{FOLDER}/es/lending.md"] = section_text("Anotamos.", "Préstamos")
        return made.published(THIRD)

    def test_translated(self, made: Library) -> None:
        """
        Before there was a translation, the history is that of the source; then the
        first text in the language stands alone.
        """
        page = history(made, "lending", locale="es")

        assert [("translated", "es"), ("revised", "en"), ("added", "en")] == [
            (one.what, one.lang) for one in page.steps
        ]
        assert planned(made, locale="es")["lending"].pairs[0].old is None
        assert ("es", "Préstamos") == (page.lang, page.heading)

    def test_behind(self, made: Library) -> None:
        """
        A translation that is behind leads to the history of the source.
        """
        page = history(made, "contacts", locale="es")

        assert ["added"] == [one.what for one in page.steps]
        assert page.original is not None
        assert "../../../sections/contacts/" == page.original.href

    def test_up_to_date(self, made: Library) -> None:
        """
        One that is up to date has its own history, and the source's as well.
        """
        assert history(made, "lending", locale="es").original is None
        assert history(made, "contacts").original is None
