from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.diagnostics import has_errors
from duenotice.store.draft import sections_of
from duenotice.store.project import Project
from duenotice.store.project import read_statement
from duenotice.store.version import BrokenVersionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builders import StatementRepo
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion

HOME = "statements/website/versions/2026-01-02"
HINT = (
    "A recorded version never changes. Bring the files back as they were recorded: "
    "`git log -- PATH` shows when they changed, `git checkout COMMIT -- PATH` restores "
    "them."
)


@pytest.fixture
def published(repo: StatementRepo) -> StatementRepo:
    """A project with two versions; the second changed one section."""
    repo.publish("2026-01-02")
    repo.section("lending", "We note nothing.").publish("2026-02-03")
    return repo


@pytest.fixture
def project(published: StatementRepo) -> Iterator[Project]:
    """The project, open while texts are read."""
    project = Project(published.root)
    yield project
    project.close()


def archive(project: Project) -> Archive:
    """What HEAD holds."""
    return read_statement(project.committed(), None)


def version(project: Project, label: str = "2026-01-02") -> StoredVersion:
    """A version as HEAD has it."""
    return archive(project).find(label)


def faults(project: Project, label: str = "2026-01-02") -> list[str]:
    """What is said about a version as HEAD has it."""
    return list(map(str, version(project, label).faults))


class TestTexts:
    def test_sound(self, project: Project) -> None:
        """
        A version that nobody touched has no faults.
        """
        assert [] == faults(project)
        assert [] == faults(project, "2026-02-03")

    def test_own_text(self, published: StatementRepo, project: Project) -> None:
        """
        Each version keeps its text, whatever later ones and the draft say.
        """
        published.section("lending", "We note everything.").commit("2026-02-04")
        found = archive(project)
        texts = [
            found.find(label).section_files("en")["lending"].body
            for label in ("2026-01-02", "2026-02-03")
        ]

        assert [
            "We note which books you borrow:\n\n- the title\n- the day\n",
            "We note nothing.\n",
        ] == texts

    def test_order(self, project: Project) -> None:
        """
        A version's sections stand in the order of its settings.
        """
        assert ["introduction", "lending", "retention", "contacts"] == [
            one.section.id for one in version(project).text("en").sections
        ]

    def test_shared_text(self, project: Project) -> None:
        """
        A section that didn't change is the one in the folder of the version before.
        """
        later = version(project, "2026-02-03")
        paths = [path for path, _ in later.locked_files()]

        assert f"{HOME}/en/retention.md" in paths
        assert "statements/website/versions/2026-02-03/en/lending.md" in paths
        assert (
            sections_of({"en": later.section_files("en")})["en"]["retention"]
            == version(project).section_files("en")["retention"].section
        )


class TestFaults:
    def test_changed_text(self, published: StatementRepo, project: Project) -> None:
        """
        A text that was changed after it was recorded is a fault.
        """
        published.write(f"{HOME}/en/lending.md", "---\ntitle: Lending\n---\nOther.\n")
        published.commit("2026-02-04")

        assert [
            (
                f"{HOME}/en/lending.md: error text-changed: it is not the text that "
                f"version 2026-01-02 recorded\n  hint: {HINT}"
            )
        ] == faults(project)
        assert [] == faults(project, "2026-02-03")

    def test_line_endings(self, published: StatementRepo, project: Project) -> None:
        """
        Texts are compared by their bytes: other line endings are another text.
        """
        text = published.read(f"{HOME}/en/lending.md").replace("\n", "\r\n")
        published.write(".gitattributes", "")
        published.write(f"{HOME}/en/lending.md", text).commit("2026-02-04")

        assert ["text-changed"] == [one.code for one in version(project).faults]

    def test_missing_text(self, published: StatementRepo, project: Project) -> None:
        """
        A text that is gone is a fault of every version that needs it.
        """
        published.delete(f"{HOME}/en/retention.md").commit("2026-02-04")

        assert [
            (
                f"{HOME}/en/retention.md: error text-missing: version 2026-01-02 needs "
                f"this file, and it is missing\n  hint: {HINT}"
            )
        ] == faults(project)
        assert ["text-missing"] == [
            one.code for one in version(project, "2026-02-03").faults
        ]

    def test_link(self, published: StatementRepo, project: Project) -> None:
        """
        A link in a recorded text's place is one fault, and not followed.
        """
        path = f"{HOME}/en/lending.md"
        (published.root / path).unlink()
        (published.root / path).symlink_to("../../../en/lending.md")
        published.commit("2026-02-04")

        assert [
            (
                f"{path}: error not-a-file: it is not a plain file but a link, a pipe "
                "or a "
                "submodule\n"
                "  hint: Texts must be plain files inside the project. Replace it with "
                "a "
                "copy of the text."
            )
        ] == faults(project)


class TestBrokenVersion:
    def test_unreadable(self, published: StatementRepo, project: Project) -> None:
        """
        The text of a version that lost a section can't be given.
        """
        published.delete(f"{HOME}/en/lending.md").commit("2026-02-04")
        with pytest.raises(BrokenVersionError) as caught:
            version(project).text("en")

        assert (
            f"version 2026-01-02 is broken: {HOME}/en/lending.md: version 2026-01-02 "
            "needs this file, and it is missing"
        ) == str(caught.value)
        assert HINT == caught.value.advice

    def test_several(self, published: StatementRepo, project: Project) -> None:
        """
        Of several faults the first is told, and how many there are.
        """
        published.delete(f"{HOME}/en/lending.md")
        published.write(f"{HOME}/statement.yaml", "").commit("2026-02-04")
        with pytest.raises(BrokenVersionError) as caught:
            _ = version(project).statement

        assert (
            f"version 2026-01-02 is broken: {HOME}/en/lending.md: version 2026-01-02 "
            "needs this file, and it is missing (and 1 more)"
        ) == str(caught.value)

    def test_missing_settings(self, published: StatementRepo, project: Project) -> None:
        """
        A version that lost its settings is broken, and the draft is not.
        """
        published.delete(f"{HOME}/statement.yaml").commit("2026-02-04")
        found = archive(project)
        with pytest.raises(BrokenVersionError):
            _ = found.find("2026-01-02").statement

        assert has_errors(found.diagnostics)
        assert () == found.draft.diagnostics
