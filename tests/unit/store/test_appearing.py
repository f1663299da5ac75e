"""On which days the publishing branch held a version's files, and which it lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.parse.record_file import content_sha256
from duenotice.release.approving import approve
from duenotice.store.writing import write_files
from proposals import in_folder

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.timeline import DatedVersion

FIRST = "2026-01-10"
LABEL = "2026-03-01"
NOTICE = in_folder(LABEL, "notice/en.md")
TEXT = in_folder(LABEL, "en/retention.md")
MORE = "\nOne more word.\n"


@pytest.fixture
def ready(tmp_path: Path) -> StatementRepo:
    """A project with a material version that may be committed."""
    repo = StatementRepo.with_statement(tmp_path / "project")
    repo.publish(FIRST)
    repo.section("retention", "We keep loans for 120 days. After that we delete them.")
    repo.release(LABEL)
    return repo.clear(LABEL, LABEL)


@pytest.fixture
def recorded(ready: StatementRepo) -> StatementRepo:
    """The same, with the version recorded on the day of its label."""
    ready.commit(LABEL)
    return ready


def dated(repo: StatementRepo) -> DatedVersion:
    """Give what the timeline knows of the version."""
    return repo.archive().timeline[VersionLabel.parse(LABEL)]


def spoiled(repo: StatementRepo) -> list[tuple[str, str]]:
    """Write the days on which its notice was not the approved one."""
    return [(str(one.since), str(one.until or "-")) for one in dated(repo).spoiled]


def correct(repo: StatementRepo, on: str) -> StatementRepo:
    """Write another notice, and approve it as it is then."""
    repo.write(NOTICE, f"{repo.read(NOTICE)}{MORE}")
    archive = repo.on_disk()
    done = approve(archive, archive.find(LABEL), by="A. Editor", today=day(on))
    write_files(repo.root, done.changes.files)
    return repo


class TestPublished:
    @pytest.mark.parametrize("path", [NOTICE, TEXT], ids=["notice", "text"])
    def test_a_file_comes_later(self, ready: StatementRepo, path: str) -> None:
        """
        A version is published on the day on which the last of its files is there.
        """
        kept = ready.read(path)
        ready.delete(path).commit(LABEL)
        ready.write(path, kept).commit("2026-03-05")

        assert day("2026-03-05") == dated(ready).published

    def test_a_file_has_its_bytes_later(self, ready: StatementRepo) -> None:
        """
        A file counts from when it reads as the record says.
        """
        kept = ready.read(NOTICE)
        ready.write(NOTICE, MORE).commit(LABEL)
        ready.write(NOTICE, kept).commit("2026-03-05")

        assert day("2026-03-05") == dated(ready).published

    def test_a_file_is_changed_afterwards(self, recorded: StatementRepo) -> None:
        """
        What happens to a file afterwards doesn't move the day.
        """
        recorded.write(NOTICE, MORE).commit("2026-03-05")

        assert day(LABEL) == dated(recorded).published


class TestSpoiled:
    def test_never(self, recorded: StatementRepo) -> None:
        """
        A notice that stays as it was approved is never amiss.
        """
        assert [] == spoiled(recorded)

    @pytest.mark.parametrize("text", [None, MORE], ids=["deleted", "changed"])
    def test_for_good(self, recorded: StatementRepo, text: str | None) -> None:
        """
        One that is deleted or changed is amiss from the day of that commit on.
        """
        recorded.delete(NOTICE)
        if text is not None:
            recorded.write(NOTICE, text)
        recorded.commit("2026-03-05")

        assert [("2026-03-05", "-")] == spoiled(recorded)

    def test_restored(self, recorded: StatementRepo) -> None:
        """
        Each time it is brought back, the days between are known.
        """
        kept = recorded.read(NOTICE)
        for lost, back in (("2026-03-05", "2026-03-08"), ("2026-03-10", "2026-03-11")):
            recorded.delete(NOTICE).commit(lost)
            recorded.write(NOTICE, kept).commit(back)

        assert [
            ("2026-03-05", "2026-03-08"),
            ("2026-03-10", "2026-03-11"),
        ] == spoiled(recorded)

    def test_restored_on_the_day(self, recorded: StatementRepo) -> None:
        """
        What was mended on the day on which it was broken counts for nothing.
        """
        kept = recorded.read(NOTICE)
        recorded.delete(NOTICE).commit("2026-03-05")
        recorded.write(NOTICE, kept).commit("2026-03-05")

        assert [] == spoiled(recorded)

    def test_on_the_disk_alone(self, recorded: StatementRepo) -> None:
        """
        What only the files on the disk have otherwise is no fact of the branch.
        """
        recorded.write(NOTICE, MORE)
        found = recorded.on_disk().timeline[VersionLabel.parse(LABEL)]

        assert () == found.spoiled

    def test_corrected(self, recorded: StatementRepo) -> None:
        """
        A corrected notice is the approved one from its approval on.
        """
        correct(recorded, "2026-03-05").commit("2026-03-05")

        assert [] == spoiled(recorded)

    def test_corrected_before_its_approval(self, recorded: StatementRepo) -> None:
        """
        Words that came before their approval were amiss until then.
        """
        correct(recorded, "2026-03-07")
        record = recorded.read(in_folder(LABEL))
        recorded.git("checkout", "--quiet", "--", in_folder(LABEL))
        recorded.commit("2026-03-05")
        recorded.write(in_folder(LABEL), record).commit("2026-03-07")

        assert [("2026-03-05", "2026-03-07")] == spoiled(recorded)

    def test_back_to_what_was_approved_before(self, recorded: StatementRepo) -> None:
        """
        The notice that counted before a correction doesn't count any more.
        """
        kept = recorded.read(NOTICE)
        correct(recorded, "2026-03-05").commit("2026-03-05")
        recorded.write(NOTICE, kept).commit("2026-03-07")

        assert content_sha256(kept.encode()) in recorded.read(in_folder(LABEL))
        assert [("2026-03-07", "-")] == spoiled(recorded)
