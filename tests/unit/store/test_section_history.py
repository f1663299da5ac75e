from __future__ import annotations

from typing import TYPE_CHECKING

from builders import SECTIONS
from duenotice.store.section_history import SectionHistories
from duenotice.store.section_history import section_history
from library import FIRST
from library import SECOND
from library import THIRD
from library import library
from memory_project import FOLDER

if TYPE_CHECKING:
    from library import Library


def life(made: Library, section_id: str) -> list[tuple[str, str, str]]:
    """Write a section's history: version, what happened, id."""
    return [
        (str(one.version), one.what.value, one.section_id)
        for one in section_history(made.archive(), section_id)
    ]


class TestSectionHistory:
    """Which versions changed a section, newest first."""

    def test_added(self) -> None:
        """
        A section begins with the version that brought it.
        """
        made = library().listed("lending", "fines").section("fines", "Noted.")

        assert [(SECOND, "added", "fines")] == life(made.published(SECOND), "fines")

    def test_revised(self) -> None:
        """
        Each version that changed the text is named, and none that did not.
        """
        made = library().section("lending", "We note books.").published(SECOND)
        made.section("contacts", "Write to us.").published(THIRD)

        assert [(SECOND, "revised", "lending"), (FIRST, "added", "lending")] == (
            life(made, "lending")
        )

    def test_retitled(self) -> None:
        """
        Another title over the same text is told from another text.
        """
        made = library().edit("lending", "title: Lending", "title: Borrowing")
        changes = section_history(made.published(SECOND).archive(), "lending")

        assert [("retitled", "Borrowing"), ("added", "Lending")] == [
            (one.what.value, one.title) for one in changes
        ]

    def test_renamed(self) -> None:
        """
        A section under a new id goes on with the life that it had under the old one.
        """
        made = library().section("lending", "We note books.").published(SECOND)
        made.without("lending").listed("loans")
        made.section("loans", "We note books.", "formerly: [lending]").published(THIRD)

        assert [
            (THIRD, "renamed", "loans"),
            (SECOND, "revised", "lending"),
            (FIRST, "added", "lending"),
        ] == life(made, "loans")

    def test_by_the_old_id(self) -> None:
        """
        Who asks by the old id gets the whole history, under the new one too.
        """
        made = library().without("lending").listed("loans")
        made.section("loans", SECTIONS["lending"], "formerly: [lending]")
        made.published(SECOND)

        assert [(SECOND, "renamed", "loans"), (FIRST, "added", "lending")] == (
            life(made, "lending")
        )

    def test_removed(self) -> None:
        """
        A section that is gone ends with the version that removed it.
        """
        made = library().without("lending").listed().published(SECOND)
        made.section("contacts", "Write to us.").published(THIRD)

        assert [(SECOND, "removed", "lending"), (FIRST, "added", "lending")] == (
            life(made, "lending")
        )

    def test_come_back(self) -> None:
        """
        A section that comes back under its id has both its lives.
        """
        made = library().without("lending").listed().published(SECOND)
        made.listed("lending")
        made.section("lending", "We note books.", "formerly: [lending]").published(
            THIRD
        )

        assert [
            (THIRD, "added", "lending"),
            (SECOND, "removed", "lending"),
            (FIRST, "added", "lending"),
        ] == life(made, "lending")

    def test_merged(self) -> None:
        """
        A section that was merged from several has the lives of all of them.
        """
        made = library().without("lending").listed("loans")
        made.section("loans", "We note.", "formerly: [lending, contacts]")
        made.without("contacts")
        path = f"{FOLDER}/statement.yaml"
        made.files[path] = made.files[path].replace("  - contacts\n", "")

        assert [
            (SECOND, "renamed", "loans"),
            (FIRST, "added", "lending"),
            (FIRST, "added", "contacts"),
        ] == life(made.published(SECOND), "loans")

    def test_merged_into_one(self) -> None:
        """
        A section that took in another has the life of that one too.
        """
        made = library().without("lending").listed()
        made.section("contacts", "Write to us.", "formerly: [lending]")

        assert [
            (SECOND, "revised", "contacts"),
            (FIRST, "added", "contacts"),
            (FIRST, "added", "lending"),
        ] == life(made.published(SECOND), "contacts")

    def test_split(self) -> None:
        """
        Each part of a section that was split goes on with its life.
        """
        made = library().listed("lending", "fines")
        made.section("lending", "We note books.", "formerly: [lending]")
        made.section("fines", "Fines are noted.", "formerly: [lending]").published(
            SECOND
        )

        assert [(SECOND, "renamed", "fines"), (FIRST, "added", "lending")] == (
            life(made, "fines")
        )
        assert [(SECOND, "revised", "lending"), (FIRST, "added", "lending")] == (
            life(made, "lending")
        )

    def test_moved(self) -> None:
        """
        A version that only moved a section is not in its history.
        """
        made = library().listed()
        path = f"{FOLDER}/statement.yaml"
        moved = made.files[path].replace(
            "  - contacts\n", "  - contacts\n  - lending\n"
        )
        made.files[path] = moved

        assert [(FIRST, "added", "lending")] == life(made.published(SECOND), "lending")

    def test_unknown(self) -> None:
        """
        An id that no version had has no history.
        """
        assert [] == life(library(), "fines")

    def test_passes_over_a_broken_version(self) -> None:
        """
        A version that doesn't match its record is left out; the next one is held
        against the last that can be read.
        """
        made = library().section("lending", "We note books.").published(SECOND)
        made.section("lending", "We note all books.").published(THIRD)
        made.files[f"{FOLDER}/versions/{SECOND}/en/lending.md"] += "More.\n"

        assert [(THIRD, "revised", "lending"), (FIRST, "added", "lending")] == (
            life(made, "lending")
        )


class TestSectionHistories:
    """The lives of all sections."""

    def test_ids(self) -> None:
        """
        Every id is known, those of the newest version first and in its order.
        """
        made = library().without("lending").listed("loans")
        made.section("loans", "We note books.", "formerly: [lending]").published(SECOND)
        histories = SectionHistories(made.archive().versions.values())

        assert ("introduction", "loans", "retention", "contacts", "lending") == (
            histories.ids
        )
        assert "loans" == histories.newest_id("lending")
        assert "Lending" == histories.title("lending")

    def test_taken_back(self) -> None:
        """
        A version that was taken back gives no section another id.
        """
        made = library().without("lending").listed("loans")
        made.section("loans", "We note books.", "formerly: [lending]").published(SECOND)
        versions = tuple(made.archive().versions.values())
        histories = SectionHistories(versions, newest=versions[0].label)

        assert "lending" == histories.newest_id("lending")
        assert "loans" == histories.newest_id("loans")
        assert "loans" == histories.ids[-1]

    def test_divided(self) -> None:
        """
        Of a section that was split, each part names the others.
        """
        made = library().without("lending").listed("loans", "fines")
        made.section("loans", "We note books.", "formerly: [lending]")
        made.section("fines", "Fines are noted.", "formerly: [lending]").published(
            SECOND
        )
        histories = SectionHistories(made.archive().versions.values())
        shared = {one: histories.of(one)[0].shared_with for one in ("loans", "fines")}

        assert {"loans": ("fines",), "fines": ("loans",)} == shared
