from __future__ import annotations

from builders import SECTIONS
from builders import STATEMENT_YAML
from builders import day
from builders import section_text
from duenotice.release.request import ReleaseRequest
from duenotice.store.section_history import section_history
from memory_project import FOLDER
from memory_project import MemoryProject

FIRST = "2026-01-10"
SECOND = "2026-03-01"
THIRD = "2026-05-01"
MOVED = "  - contacts\n  - lending\n"


class Library(MemoryProject):
    """A project whose changes are all required by law, and so effective at once."""

    def publish(self, today: str) -> Library:
        """Release the draft and commit it."""
        self.release(ReleaseRequest(today=day(today), required_by_law="Act 12"))
        self.commit(today)
        return self

    def section(self, section_id: str, body: str, *front: str) -> Library:
        """Write a section of the draft."""
        text = section_text(body, section_id.capitalize(), *front)
        self.files[f"{FOLDER}/en/{section_id}.md"] = text
        return self

    def without(self, section_id: str) -> Library:
        """Delete a section of the draft."""
        del self.files[f"{FOLDER}/en/{section_id}.md"]
        return self

    def listed(self, *ids: str) -> Library:
        """List other sections in the place of the one on lending."""
        lines = "".join(f"      - {one}\n" for one in ids)
        yaml = STATEMENT_YAML.replace("      - lending\n", lines)
        self.files[f"{FOLDER}/statement.yaml"] = yaml
        return self

    def life(self, section_id: str) -> list[tuple[str, str, str]]:
        """Write a section's history: version, what happened, id."""
        return [
            (str(one.version), one.what.value, one.section_id)
            for one in section_history(self.archive(), section_id)
        ]


def library() -> Library:
    """Make a project whose first version is recorded."""
    return Library.with_statement().publish(FIRST)


class TestSectionHistory:
    """Which versions changed a section, newest first."""

    def test_added(self) -> None:
        """
        A section begins with the version that brought it.
        """
        made = library().listed("lending", "fines").section("fines", "Noted.")

        assert [(SECOND, "added", "fines")] == made.publish(SECOND).life("fines")

    def test_revised(self) -> None:
        """
        Each version that changed the text is named, and none that did not.
        """
        made = library().section("lending", "We note books.").publish(SECOND)
        made.section("contacts", "Write to us.").publish(THIRD)

        assert [(SECOND, "revised", "lending"), (FIRST, "added", "lending")] == (
            made.life("lending")
        )

    def test_retitled(self) -> None:
        """
        Another title over the same text is told from another text.
        """
        made = library().edit("lending", "title: Lending", "title: Borrowing")
        changes = section_history(made.publish(SECOND).archive(), "lending")

        assert [("retitled", "Borrowing"), ("added", "Lending")] == [
            (one.what.value, one.title) for one in changes
        ]

    def test_renamed(self) -> None:
        """
        A section under a new id goes on with the life that it had under the old one.
        """
        made = library().section("lending", "We note books.").publish(SECOND)
        made.without("lending").listed("loans")
        made.section("loans", "We note books.", "formerly: [lending]").publish(THIRD)

        assert [
            (THIRD, "renamed", "loans"),
            (SECOND, "revised", "lending"),
            (FIRST, "added", "lending"),
        ] == made.life("loans")

    def test_by_the_old_id(self) -> None:
        """
        Who asks by the old id gets the whole history, under the new one too.
        """
        made = library().without("lending").listed("loans")
        made.section("loans", SECTIONS["lending"], "formerly: [lending]")
        made.publish(SECOND)

        assert [(SECOND, "renamed", "loans"), (FIRST, "added", "lending")] == (
            made.life("lending")
        )

    def test_removed(self) -> None:
        """
        A section that is gone ends with the version that removed it.
        """
        made = library().without("lending").listed().publish(SECOND)
        made.section("contacts", "Write to us.").publish(THIRD)

        assert [(SECOND, "removed", "lending"), (FIRST, "added", "lending")] == (
            made.life("lending")
        )

    def test_come_back(self) -> None:
        """
        A section that comes back under its id has both its lives.
        """
        made = library().without("lending").listed().publish(SECOND)
        made.listed("lending")
        made.section("lending", "We note books.", "formerly: [lending]").publish(THIRD)

        assert [
            (THIRD, "added", "lending"),
            (SECOND, "removed", "lending"),
            (FIRST, "added", "lending"),
        ] == made.life("lending")

    def test_merged(self) -> None:
        """
        A section that was merged from several goes on with the life of the first.
        """
        made = library().without("lending").listed("loans")
        made.section("loans", "We note.", "formerly: [lending, contacts]")
        made.without("contacts")
        path = f"{FOLDER}/statement.yaml"
        made.files[path] = made.files[path].replace("  - contacts\n", "")

        assert [(SECOND, "renamed", "loans"), (FIRST, "added", "lending")] == (
            made.publish(SECOND).life("loans")
        )

    def test_split(self) -> None:
        """
        Each part of a section that was split goes on with its life.
        """
        made = library().listed("lending", "fines")
        made.section("lending", "We note books.", "formerly: [lending]")
        made.section("fines", "Fines are noted.", "formerly: [lending]").publish(SECOND)

        assert [(SECOND, "renamed", "fines"), (FIRST, "added", "lending")] == (
            made.life("fines")
        )
        assert [(SECOND, "revised", "lending"), (FIRST, "added", "lending")] == (
            made.life("lending")
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

        assert [(FIRST, "added", "lending")] == made.publish(SECOND).life("lending")

    def test_unknown(self) -> None:
        """
        An id that no version had has no history.
        """
        assert [] == library().life("fines")

    def test_passes_over_a_broken_version(self) -> None:
        """
        A version that doesn't match its record is left out; the others are told.
        """
        made = library().section("lending", "We note books.").publish(SECOND)
        made.section("lending", "We note all books.").publish(THIRD)
        made.files[f"{FOLDER}/versions/{SECOND}/en/lending.md"] += "More.\n"

        assert SECOND not in [version for version, _, _ in made.life("lending")]
