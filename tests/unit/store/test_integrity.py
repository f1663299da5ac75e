from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.parse.record_file import parse_record
from duenotice.parse.record_file import record_digest
from duenotice.parse.record_file import write_record

if TYPE_CHECKING:
    from builders import StatementRepo

VERSIONS = "statements/website/versions"
FIRST = f"{VERSIONS}/2026-01-02/record.yaml"
SECOND = f"{VERSIONS}/2026-02-03/record.yaml"
HINT = (
    "  hint: A recorded version never changes. Bring the files back as they were "
    "recorded: `git log -- PATH` shows when they changed, "
    "`git checkout COMMIT -- PATH` restores them."
)


@pytest.fixture
def published(repo: StatementRepo) -> StatementRepo:
    """A project with two versions."""
    repo.publish("2026-01-02")
    repo.section("lending", "We note nothing.").publish("2026-02-03")
    return repo


def said(repo: StatementRepo) -> list[str]:
    """What is said about what HEAD holds."""
    repo.commit("2026-02-04")
    return list(map(str, repo.archive().diagnostics))


def replace(repo: StatementRepo, path: str, before: str, after: str) -> None:
    """Change a file by hand."""
    text = repo.read(path)
    assert before in text
    repo.write(path, text.replace(before, after))


def make_anew(repo: StatementRepo, path: str, *, effective: str) -> None:
    """Write a record with another date that is sound in itself."""
    record, _ = parse_record(repo.read(path).encode(), path)
    assert record is not None
    moved = dataclasses.replace(record, effective=day(effective))
    sound = dataclasses.replace(moved, digest=record_digest(moved))
    repo.write(path, write_record(sound))


class TestLabels:
    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("newest", "newest"),
            ("2026-1-4", "2026-1-4"),
            ("2026-02-03.1", "2026-02-03.1"),
            ("2026-02-30", "2026-02-30"),
            ("a\nb", r"a\nb"),
        ],
    )
    def test_no_label(self, published: StatementRepo, name: str, shown: str) -> None:
        """
        A folder that has no date for its name is a fault that shows the form.
        """
        published.write(f"{VERSIONS}/{name}/record.yaml", "version: 2026-01-02\n")

        assert [
            (
                f'{VERSIONS}/{shown}: error label-invalid: "{shown}" is no version '
                "label\n"
                "  hint: A version is named by its date, such as 2026-11-24, or "
                "2026-11-24.2 "
                "for a second one on that day. Folders here are made by `duenotice "
                "release`."
            )
        ] == said(published)


class TestRecords:
    def test_missing(self, published: StatementRepo) -> None:
        """
        A version without its record is a fault; others may still use its texts.
        """
        published.delete(SECOND)

        assert [
            f"{SECOND}: error record-missing: version 2026-02-03 has no record\n{HINT}"
        ] == said(published)

    def test_misplaced(self, published: StatementRepo) -> None:
        """
        A record in another version's folder is a fault.
        """
        text = published.read(SECOND)
        published.write(f"{VERSIONS}/2026-02-05/record.yaml", text)

        assert [
            (
                f"{VERSIONS}/2026-02-05/record.yaml: error record-misplaced: the "
                "record is of "
                f"version 2026-02-03, but lies in the folder of 2026-02-05\n{HINT}"
            )
        ] == said(published)

    def test_broken(self, published: StatementRepo) -> None:
        """
        A record that can't be read is a fault, with its line.
        """
        replace(published, SECOND, "reaches: all", "reaches: everything")

        assert [
            (
                f'{SECOND}:5: error value-invalid: "everything" is not one of "all", '
                '"new" '
                '(key "reaches")\n'
                '  hint: Write one of "all", "new".'
            )
        ] == said(published)

    def test_link(self, published: StatementRepo) -> None:
        """
        A link in a record's place is not followed.
        """
        (published.root / SECOND).rename(published.root / "elsewhere.yaml")
        (published.root / SECOND).symlink_to(published.root / "elsewhere.yaml")

        assert [
            (
                f"{SECOND}: error not-a-file: it is not a plain file but a link, a "
                "pipe or "
                "a submodule\n"
                "  hint: Texts must be plain files inside the project. Replace it with "
                "a "
                "copy of the text."
            )
        ] == said(published)


class TestDigests:
    def test_edited(self, published: StatementRepo) -> None:
        """
        A record that was edited by hand is a fault.
        """
        replace(published, SECOND, "effective: 2026-03-08", "effective: 2026-02-03")

        assert [
            (
                f"{SECOND}: error record-changed: the record was edited: its content "
                f"doesn't match its digest\n{HINT}"
            )
        ] == said(published)

    def test_broken_chain(self, published: StatementRepo) -> None:
        """
        A version that was made anew, with sound digests, is noticed by the one after
        it.
        """
        make_anew(published, FIRST, effective="2026-01-03")

        assert (
            f"{SECOND}: error chain-broken: the record doesn't follow from the record "
            f"before it (version 2026-01-02)\n{HINT}"
        ) in said(published)

    def test_rewritten(self, published: StatementRepo) -> None:
        """
        A recorded version that was made anew, with sound digests, is a fault.
        """
        make_anew(published, SECOND, effective="2026-02-03")

        assert [
            (
                f"{SECOND}: error record-rewritten: version 2026-02-03 was recorded "
                "with "
                f"another content\n{HINT}"
            )
        ] == [one for one in said(published) if "rewritten" in one]


class TestEvents:
    """What happened to a version is only ever added to."""

    @pytest.fixture
    def moved(self, published: StatementRepo) -> StatementRepo:
        """A project whose second version was rescheduled twice."""
        for today, effective in (
            ("2026-02-04", "2026-05-01"),
            ("2026-02-05", "2026-06-01"),
        ):
            published.run(
                "reschedule",
                "2026-02-03",
                "--effective",
                effective,
                "--reason",
                "time",
                today=today,
            )
            published.commit(today)
        return published

    def test_sound(self, moved: StatementRepo) -> None:
        """
        Events that were added one after the other are no fault.
        """
        assert [] == said(moved)

    def test_taken_away(self, moved: StatementRepo) -> None:
        """
        An event that was recorded and is gone is a fault.
        """
        record, _ = parse_record(moved.read(SECOND).encode(), SECOND)
        assert record is not None
        shorter = dataclasses.replace(record, events=record.events[:1])
        moved.write(SECOND, write_record(shorter)).commit("2026-02-06")

        assert [
            (
                f"{SECOND}: error events-rewritten: an event of version 2026-02-03 was "
                f"changed or taken away\n{HINT}"
            )
        ] == said(moved)

    def test_behind(self, moved: StatementRepo) -> None:
        """
        A branch that lacks the newest event is behind, and not tampered with.
        """
        moved.git("switch", "--quiet", "--detach", "HEAD~1")

        assert [
            (
                f"{SECOND}: warning events-behind: the publishing branch has a newer "
                "event of version 2026-02-03: rescheduled on 2026-02-05\n"
                "  hint: Bring it in first: merge the publishing branch into this one."
            )
        ] == [str(one) for one in moved.on_disk().diagnostics]

    def test_adopted_later(self, published: StatementRepo) -> None:
        """
        A version that was recorded in the ordinary way can't be adopted afterwards.
        """
        record, _ = parse_record(published.read(FIRST).encode(), FIRST)
        assert record is not None
        adopted = Event(
            on=day("2026-02-04"), kind=EventKind.ADOPTED, previous=record.digest
        )
        later = dataclasses.replace(record, events=(adopted,))
        published.write(FIRST, write_record(later)).commit("2026-02-04")

        assert [
            (
                f"{FIRST}: error events-rewritten: version 2026-01-02 was recorded, "
                f"and not adopted\n{HINT}"
            )
        ] == said(published)


class TestUnlockedFiles:
    @pytest.mark.parametrize(
        "path",
        [
            f"{VERSIONS}/2026-01-02/en/more.md",
            f"{VERSIONS}/2026-01-02/notes.txt",
            f"{VERSIONS}/2026-02-03/en/retention.md",
        ],
        ids=["section", "notes", "text of another version"],
    )
    def test_stray(self, published: StatementRepo, path: str) -> None:
        """
        What no record names is never published, and a warning says so.
        """
        published.write(path, "---\ntitle: More\n---\nText.\n")

        assert [
            (
                f"{path}: warning file-unlocked: no record names this file, so it is "
                "never "
                "published\n"
                "  hint: Delete it: a version's folder holds what `release` wrote and "
                "nothing else."
            )
        ] == said(published)

    def test_notice(self, published: StatementRepo) -> None:
        """
        A notice that isn't approved yet belongs to its version.
        """
        published.section("lending", "We note everything.")
        published.release("2026-03-04", effective=day("2026-05-01"))
        notice = f"{VERSIONS}/2026-03-04/notice/en.md"
        published.write(notice, "We changed a section.\n")

        assert [] == said(published)


class TestAdoption:
    def test_late(self, published: StatementRepo) -> None:
        """
        No version was adopted after one that the program published itself.
        """
        record, _ = parse_record(published.read(SECOND).encode(), SECOND)
        assert record is not None
        adopted = Event(
            on=day("2026-02-04"), kind=EventKind.ADOPTED, previous=record.digest
        )
        text = write_record(dataclasses.replace(record, events=(adopted,)))
        published.write(SECOND, text)

        assert [
            (
                f"{SECOND}: error adopted-late: version 2026-02-03 was adopted after "
                "the "
                f"program's own versions\n{HINT}"
            )
        ] == [one for one in said(published) if "adopted-late" in one]
