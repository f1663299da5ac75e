"""Since when people have been told of each finding, by the words of the notices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.model.record import Event
from duenotice.model.record import EventKind
from duenotice.parse.record_file import content_sha256
from duenotice.parse.record_file import last_hash
from duenotice.parse.record_file import write_record
from duenotice.review.announcing import announced_in_words
from duenotice.review.announcing import is_taken_at_its_word
from duenotice.review.languages import compare_languages
from duenotice.store.whole_text import text_of_version
from proposals import in_folder

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "2026-01-10"
LABEL = "2026-03-01"
LONGER = "amount:retention:retention:1"
NOTICE = in_folder(LABEL, "notice/en.md")
SILENT = "A change takes effect on April 3, 2026.\n"
TOO_DEEP = f"{'> ' * 1200}We keep loans for 120 days.\n"


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """A project with a longer period that is announced since the label's day."""
    made = StatementRepo.with_statement(tmp_path / "project")
    made.publish(FIRST)
    made.section("retention", "We keep loans for 120 days. After that we delete them.")
    made.publish(LABEL)
    return made


def correct(repo: StatementRepo, on: str, text: str) -> None:
    """Write another notice, and that it is approved, by hand."""
    record = repo.on_disk().find(LABEL).record
    event = Event(
        on=day(on),
        kind=EventKind.NOTICE_CORRECTED,
        details={"by": "E", "notice_en": content_sha256(text.encode())},
        previous=last_hash(record),
    )
    corrected = replace(record, events=(*record.events, event))
    repo.write(in_folder(LABEL), write_record(corrected)).write(NOTICE, text)
    repo.commit(on)


def told(repo: StatementRepo) -> dict[str, str]:
    """Write since when each finding has been told of."""
    archive = repo.on_disk()
    before, version = archive.find(FIRST), archive.find(LABEL)
    made = compare_languages(text_of_version(before), text_of_version(version))
    found = announced_in_words(archive, version, made, {})
    return {finding: str(since) for (finding, _), since in found.items()}


class TestAnnouncedInWords:
    def test_spoken_of_from_the_first(self, repo: StatementRepo) -> None:
        """
        A correction that goes on speaking of it doesn't start its time anew.
        """
        correct(repo, "2026-03-10", f"{repo.read(NOTICE)}\nOne more word.\n")

        assert {LONGER: LABEL} == told(repo)

    @pytest.mark.parametrize("text", [SILENT, TOO_DEEP, "\n"])
    def test_silent_in_between(self, repo: StatementRepo, text: str) -> None:
        """
        What a notice said nothing of is told from when one speaks of it again.
        """
        kept = repo.read(NOTICE)
        correct(repo, "2026-03-10", text)
        correct(repo, "2026-03-15", kept)
        correct(repo, "2026-03-20", f"{kept}\nOne more word.\n")

        assert {LONGER: "2026-03-15"} == told(repo)

    def test_silent_today(self, repo: StatementRepo) -> None:
        """
        What today's notice says nothing of isn't told at all.
        """
        correct(repo, "2026-03-10", SILENT)

        assert {} == told(repo)

    def test_silent_in_force(self, repo: StatementRepo) -> None:
        """
        What is said once the version is in force comes too late to matter.
        """
        correct(repo, "2026-05-01", SILENT)

        assert {LONGER: LABEL} == told(repo)

    def test_proposed(self, repo: StatementRepo) -> None:
        """
        Nobody is told of what is not public.
        """
        archive = repo.archive()
        version = archive.find(LABEL)
        timeline = archive.timeline
        dated = replace(timeline[VersionLabel.parse(LABEL)], told_on=None)
        waiting = replace(archive, timeline=type(timeline)([dated]))

        assert {} == announced_in_words(waiting, version, {}, {})


class TestTakenAtItsWord:
    def test_one_notice(self, repo: StatementRepo) -> None:
        """
        A version is taken at its word until its notice was corrected.
        """
        before = is_taken_at_its_word(repo.archive(), repo.archive().find(LABEL))
        correct(repo, "2026-03-10", SILENT)
        after = is_taken_at_its_word(repo.archive(), repo.archive().find(LABEL))

        assert [True, False] == [before, after]
