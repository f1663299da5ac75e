from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT
from builders import STATEMENT_YAML
from builders import day
from builders import section_text
from duenotice.model.label import VersionLabel
from duenotice.release.request import ReleaseRequest
from duenotice.store.archive import UnknownVersionError
from duenotice.store.archive import read_archive
from duenotice.store.record_book import NO_HISTORY
from duenotice.store.tree import MemoryTree
from memory_project import FOLDER
from memory_project import MemoryProject
from steps import take_back

if TYPE_CHECKING:
    from builders import StatementRepo

FIRST = "2026-01-10"
SECOND = "2026-03-01"
THIRD = "2026-05-01"


def release(project: MemoryProject, today: str, **wanted: object) -> None:
    """Release the draft and commit it."""
    request = replace(ReleaseRequest(today=day(today)), **wanted)  # type: ignore[arg-type]
    project.release(request)
    project.commit(today)


@pytest.fixture
def project() -> MemoryProject:
    """A project whose first version is recorded on its day."""
    made = MemoryProject.with_statement()
    release(made, FIRST)
    return made


class TestFind:
    """A version by its name."""

    def test_by_label(self, project: MemoryProject) -> None:
        """
        A version is found by its label as people write it.
        """
        found = project.archive().find(FIRST)

        assert VersionLabel.parse(FIRST) == found.label

    @pytest.mark.parametrize("name", ["2026-01-11", "2026-01-10.1", "newest", ""])
    def test_unknown(self, project: MemoryProject, name: str) -> None:
        """
        What names no version is answered with those there are.
        """
        with pytest.raises(UnknownVersionError) as caught:
            project.archive().find(name)

        assert f'there is no version "{name}"' == str(caught.value)
        assert "The newest versions: 2026-01-10." == caught.value.advice

    def test_the_six_newest_are_named(self) -> None:
        """
        Of many versions the newest are named.
        """
        known = [VersionLabel(day(FIRST), serial) for serial in range(1, 9)]
        names = [f"{FIRST}.{serial}" for serial in range(3, 9)]

        assert f"The newest versions: {', '.join(names)}." == (
            UnknownVersionError("x", known).advice
        )

    def test_none_to_name(self) -> None:
        """
        Where nothing was ever released, there is none to name.
        """
        assert "The newest versions: none." == UnknownVersionError("x", ()).advice


class TestOrder:
    """Versions in the order of their labels."""

    def test_as_numbers(self, project: MemoryProject) -> None:
        """
        The tenth version of a day comes after the second.
        """
        for serial, words in ((2, "80 days"), (10, "70 days"), (11, "60 days")):
            label = VersionLabel(day(SECOND), serial)
            path = f"{FOLDER}/en/retention.md"
            text = section_text(f"We keep loans for {words}.", "Retention")
            project.files[path] = text
            release(project, SECOND, version=label, required_by_law="Act 12")

        assert [FIRST, f"{SECOND}.2", f"{SECOND}.10", f"{SECOND}.11"] == [
            str(label) for label in project.archive().versions
        ]
        assert () == project.archive().diagnostics

    def test_newest(self, project: MemoryProject) -> None:
        """
        The newest version is the one with the highest label, proposed or not.
        """
        project.edit("retention", "90 days", "60 days")
        project.release(ReleaseRequest(today=day(SECOND)))
        newest = project.archive().newest

        assert newest is not None
        assert SECOND == str(newest.label)

    def test_no_newest(self) -> None:
        """
        A statement that was never released has no newest version, and none that its
        draft goes on from.
        """
        archive = MemoryProject.with_statement().archive()

        assert (None, None) == (archive.newest, archive.basis)


class TestUnreleased:
    """What the draft says otherwise than the version it goes on from."""

    def test_nothing(self, project: MemoryProject) -> None:
        """
        Right after a release the draft says what the version says.
        """
        assert () == project.archive().unreleased()

    def test_everything(self) -> None:
        """
        Before the first release every section is unreleased.
        """
        archive = MemoryProject.with_statement().archive()

        assert (
            "en/contacts.md",
            "en/introduction.md",
            "en/lending.md",
            "en/retention.md",
        ) == archive.unreleased()

    def test_what_changed(self, project: MemoryProject) -> None:
        """
        Changed, new and removed sections are named, and the settings before them.
        """
        yaml = STATEMENT_YAML.replace("      - lending\n", "      - fines\n")
        project.files[f"{FOLDER}/statement.yaml"] = yaml
        project.files[f"{FOLDER}/en/fines.md"] = section_text("Noted.", "Fines")
        del project.files[f"{FOLDER}/en/lending.md"]
        project.edit("retention", "90 days", "60 days")

        assert (
            "statement.yaml",
            "en/fines.md",
            "en/lending.md",
            "en/retention.md",
        ) == project.archive().unreleased()

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("lead_days: 30", "lead_days: 60"),
            ("title:\n", "# Ours.\ntitle:\n"),
            ("America/Los_Angeles", "Europe/Madrid"),
        ],
        ids=["policy", "comment", "time-zone"],
    )
    def test_not_policy(self, project: MemoryProject, old: str, new: str) -> None:
        """
        Settings that people don't read make no draft differ.
        """
        yaml = STATEMENT_YAML.replace(old, new)
        project.files[f"{FOLDER}/statement.yaml"] = yaml

        assert () == project.archive().unreleased()

    def test_not_stamps(self, project: MemoryProject) -> None:
        """
        A stamp that was taken out by hand makes no draft differ.
        """
        project.edit("retention", f"version: {FIRST}\n", "")

        assert () == project.archive().unreleased()

    def test_goes_on_from_the_scheduled_version(self, project: MemoryProject) -> None:
        """
        The draft is held against the newest version, not the one in force.
        """
        project.edit("retention", "90 days", "60 days")
        release(project, SECOND)

        assert () == project.archive().unreleased()

    def test_does_not_go_on_from_what_was_withdrawn(self, repo: StatementRepo) -> None:
        """
        After a withdrawal the draft is held against the version before.
        """
        repo.publish(FIRST)
        repo.section("retention", "We keep loans for 60 days.").publish(SECOND)
        take_back(repo, SECOND, "2026-03-05")
        basis = repo.on_disk().basis

        assert basis is not None
        assert FIRST == str(basis.label)
        assert ("en/retention.md",) == repo.on_disk().unreleased()

    def test_settings_that_cannot_be_read(self, project: MemoryProject) -> None:
        """
        Where the settings can't be read, every section of the draft is unreleased.
        """
        project.files[f"{FOLDER}/statement.yaml"] = "title: ["
        archive = project.archive()

        assert archive.draft.statement is None
        assert 4 == len(archive.unreleased())


class TestFaults:
    """What doesn't match what was recorded."""

    def codes(self, project: MemoryProject) -> list[str]:
        """Name the faults that are found."""
        return [one.code for one in project.archive().diagnostics]

    @pytest.mark.parametrize(
        ("path", "old", "new", "code"),
        [
            ("record.yaml", "reaches: all", "reaches: new", "record-changed"),
            ("en/retention.md", "90 days", "10 days", "text-changed"),
            ("statement.yaml", "Fernhill", "Thornhill", "text-changed"),
        ],
        ids=["record", "section", "settings"],
    )
    def test_edited(
        self, project: MemoryProject, path: str, old: str, new: str, code: str
    ) -> None:
        """
        A record, a text or settings that were edited are found, and the version is
        held.
        """
        whole = f"{FOLDER}/versions/{FIRST}/{path}"
        project.files[whole] = project.files[whole].replace(old, new)
        timeline = project.archive().timeline

        assert [code] == self.codes(project)
        assert timeline.in_force(day(FIRST)) is None

    def test_missing_text(self, project: MemoryProject) -> None:
        """
        A text that is gone is found, in every version that needs it.
        """
        project.edit("lending", "the day", "the day.")
        release(project, SECOND)
        del project.files[f"{FOLDER}/versions/{FIRST}/en/retention.md"]

        assert ["text-missing", "text-missing"] == self.codes(project)

    def test_missing_version(self, project: MemoryProject) -> None:
        """
        A version that is gone is missed, and takes the texts with it that later ones
        share.
        """
        project.edit("lending", "the day", "the day.")
        release(project, SECOND)
        gone = f"{FOLDER}/versions/{FIRST}/"
        for path in [one for one in project.files if one.startswith(gone)]:
            del project.files[path]

        assert ["text-missing"] * 4 + ["record-removed"] == sorted(
            self.codes(project), reverse=True
        )

    def test_missing_record(self, project: MemoryProject) -> None:
        """
        A recorded version without its record keeps its place, and is broken.
        """
        project.edit("lending", "the day", "the day.")
        release(project, SECOND)
        del project.files[f"{FOLDER}/versions/{SECOND}/record.yaml"]

        assert ["record-missing"] == self.codes(project)
        assert [FIRST, SECOND] == [str(label) for label in project.archive().versions]
        assert project.archive().timeline.versions[-1].is_broken

    def test_no_record(self, project: MemoryProject) -> None:
        """
        A folder without a record that was never recorded counts for no version.
        """
        project.files[f"{FOLDER}/versions/{SECOND}/en/lending.md"] = "Gone."

        assert ["record-missing"] == self.codes(project)
        assert [FIRST] == [str(label) for label in project.archive().versions]

    def test_the_others_are_dated_all_the_same(self, project: MemoryProject) -> None:
        """
        A version with sound texts keeps its dates, whatever is wrong with another.
        """
        project.edit("lending", "the day", "the day.")
        release(project, SECOND)
        path = f"{FOLDER}/versions/{SECOND}/en/lending.md"
        project.files[path] += "More.\n"
        in_force = project.archive().timeline.in_force(day(THIRD))

        assert in_force is not None
        assert FIRST == str(in_force.label)

    def test_a_broken_version_does_not_hold_the_next(
        self, project: MemoryProject
    ) -> None:
        """
        Damage to an earlier version's own texts doesn't take the text in force out of
        force.
        """
        project.edit("lending", "the day", "the day.")
        release(project, SECOND)
        path = f"{FOLDER}/versions/{FIRST}/en/lending.md"
        project.files[path] += "More.\n"
        in_force = project.archive().timeline.in_force(day(THIRD))

        assert in_force is not None
        assert SECOND == str(in_force.label)


class TestUnchecked:
    """Days that git can't confirm."""

    def test_nothing_in_a_whole_history(self, project: MemoryProject) -> None:
        """
        With the whole history there every day is checked.
        """
        assert () == project.archive().unchecked

    def test_in_a_shallow_clone(self, project: MemoryProject) -> None:
        """
        Versions that are older than a shallow history are named.
        """
        tree = MemoryTree({path: t.encode() for path, t in project.files.items()})
        history = {
            path: [replace(one, is_boundary=True) for one in forms]
            for path, forms in project.book.history.items()
        }
        book = replace(project.book, history=history)

        assert (VersionLabel.parse(FIRST),) == (
            read_archive(tree, STATEMENT, book).unchecked
        )

    def test_nothing_without_history(self, project: MemoryProject) -> None:
        """
        Without git nothing is recorded, and so nothing is unchecked.
        """
        tree = MemoryTree({path: t.encode() for path, t in project.files.items()})

        assert () == read_archive(tree, STATEMENT, NO_HISTORY).unchecked
