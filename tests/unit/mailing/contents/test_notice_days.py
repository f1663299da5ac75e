from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from builders import day
from duenotice.diagnostics import Severity
from duenotice.mailing.contents.notice_days import notice_faults_now
from duenotice.review.languages import compare_languages
from duenotice.store.whole_text import text_of_version
from message_kits import FIRST
from message_kits import committed
from message_kits import world_project
from proposals import LABEL
from proposals import UNDER_NO_PROFILE
from steps import EXTENDED
from steps import move
from steps import permit

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.diagnostics import Diagnostic

TODAY = "2026-03-02"
MAY = "2026-05-03"
"""A month later than it was announced for: only the month's name is another."""

IN_MAY = {"April 3, 2026": "May 3, 2026", "April 2, 2026": "May 2, 2026"}
LEFT = "In English."
"""A paragraph that nobody translated."""


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """A version of which people may say no until the day before April 3."""
    repo = StatementRepo.with_statement(tmp_path / "project")
    repo.statement(UNDER_NO_PROFILE).publish(FIRST)
    repo.section("lending", EXTENDED).publish(LABEL)
    return repo


def notice_file(locale: str = "en") -> str:
    """Give the path of the notice."""
    return f"statements/website/versions/{LABEL}/notice/{locale}.md"


def corrected(
    repo: StatementRepo, other: dict[str, str], locale: str = "en"
) -> StatementRepo:
    """Write other words into the notice."""
    text = repo.read(notice_file(locale))
    for old, new in other.items():
        assert old in text
        text = text.replace(old, new)
    return repo.write(notice_file(locale), text)


def moved(repo: StatementRepo, other: dict[str, str] | None = None) -> StatementRepo:
    """Move the change, perhaps correct its notice, and commit it all."""
    move(repo, LABEL, TODAY, MAY)
    if other is not None:
        corrected(repo, other)
        permit(repo, LABEL, TODAY)
    repo.commit(TODAY)
    return repo


def found_in(repo: StatementRepo) -> tuple[Diagnostic, ...]:
    """Hold the notices of the version against its record."""
    with committed(repo) as (archive, _):
        version = archive.find(LABEL)
        before, after = (text_of_version(archive.find(one)) for one in (FIRST, LABEL))
        return notice_faults_now(archive, version, compare_languages(before, after))


def lines_of(found: tuple[Diagnostic, ...]) -> list[tuple[str, int | None]]:
    """Give which notice has a fault, and in which line."""
    assert {"message-day-other"} >= {one.code for one in found}
    return [(one.path.rpartition("/")[2], one.line) for one in found]


class TestMoved:
    """A change that was moved, with a notice that says when it takes effect."""

    def test_as_approved(self, repo: StatementRepo) -> None:
        """
        A notice that names the day of the record fits it.
        """
        assert () == found_in(repo)

    def test_not_corrected(self, repo: StatementRepo) -> None:
        """
        One that names the day from which the change was moved doesn't.
        """
        found = found_in(moved(repo))

        assert (
            f"{notice_file()}: error message-day-other: the approved notice doesn't "
            "fit the record: it doesn't name the day on which the change takes effect\n"
            "  hint: The change takes effect on May 3, 2026. Correct the notice, then "
            f"`duenotice approve {LABEL} --by NAME`, and commit both."
        ) in map(str, found)

    def test_corrected(self, repo: StatementRepo) -> None:
        """
        Corrected and approved again, it does.
        """
        assert () == found_in(moved(repo, IN_MAY))

    def test_corrected_not_approved(self, repo: StatementRepo) -> None:
        """
        What nobody approved is in no message, so it is not looked at.
        """
        corrected(moved(repo), IN_MAY).commit(TODAY)

        assert () == found_in(repo)

    @pytest.mark.parametrize(
        ("words", "line"),
        [("On {} 3, 2026, the new", 1), ("Until {} 2, 2026, the present", 32)],
    )
    def test_half_corrected(self, repo: StatementRepo, words: str, line: int) -> None:
        """
        A notice with both days tells people two things.
        """
        other = {**IN_MAY, words.format("May"): words.format("April")}

        found = found_in(moved(repo, other))

        assert [("en.md", line)] == lines_of(found)
        assert "where a change takes effect; by the record" in found[0].message

    def test_half_corrected_choice(self, repo: StatementRepo) -> None:
        """
        So does one in which people may answer until a day that holds, and in another
        place until one that doesn't.
        """
        other = {**IN_MAY, "## Questions": "You can say no by April 2, 2026.\n\n## Q"}

        found = found_in(moved(repo, other))

        assert ["message-day-other"] == [one.code for one in found]
        assert (
            "the approved notice doesn't fit the record: it still names the last day "
            "for an answer from before the move"
        ) == found[0].message
        assert (
            "You can say no by April 2"
            in (repo.read(notice_file()).splitlines()[(found[0].line or 0) - 1])
        )

    def test_moved_back(self, repo: StatementRepo) -> None:
        """
        A change that was moved there and back has the notice that it had.
        """
        moved(repo)
        move(repo, LABEL, TODAY, "2026-04-03")
        repo.commit(TODAY)

        assert () == found_in(repo)


class TestOtherDays:
    """Days that a notice may name beside its own."""

    def told(self, repo: StatementRepo, words: str) -> list[tuple[str, int | None]]:
        """Put a sentence into the notice, approve it, and see what is wrong."""
        corrected(repo, {"## Questions": f"{words}\n\n## Questions"})
        permit(repo, LABEL, TODAY)
        repo.commit(TODAY)
        return lines_of(found_in(repo))

    def test_before(self, repo: StatementRepo) -> None:
        """
        What took effect before is past, and may be told.
        """
        assert [] == self.told(repo, "The last change took effect on June 1, 2024.")

    def test_of_another_version(self, repo: StatementRepo) -> None:
        """
        So may be what takes effect with another version.
        """
        repo.section("retention", "We share your name with advertisers.")
        repo.publish("2026-03-02", effective=day("2026-06-01"))

        assert [] == self.told(repo, "Another change takes effect on June 1, 2026.")

    def test_mistyped(self, repo: StatementRepo) -> None:
        """
        Any other day to come is one that people would rely on, move or no move.
        """
        found = self.told(repo, "The change takes effect on April 4, 2026.")

        assert ["en.md"] == [name for name, _ in found]


class TestLanguages:
    """Notices in several languages."""

    @pytest.fixture
    def world(self, tmp_path: Path) -> StatementRepo:
        """A change in four languages; of two the program doesn't know the months."""
        return world_project(tmp_path / "world")

    def test_not_corrected(self, world: StatementRepo) -> None:
        """
        None is sent as it was before the move, whatever its language calls the month.
        """
        found = found_in(moved(world))

        names = {name for name, _ in lines_of(found)}
        assert {"en.md", "es.md", "ar.md", "zh-Hant.md"} == names

    def test_one_not_corrected(self, world: StatementRepo) -> None:
        """
        A correction in other languages doesn't stand in for one's own.
        """
        move(world, LABEL, TODAY, MAY)
        corrected(world, IN_MAY)
        corrected(world, {"3 de abril": "3 de mayo", "2 de abril": "2 de mayo"}, "es")
        corrected(world, {"2026-04": "2026-05"}, "zh-Hant")
        permit(world, LABEL, TODAY)
        world.commit(TODAY)

        found = found_in(world)

        assert ["ar.md"] == [name for name, _ in lines_of(found)]
        assert "it is as it was before the change was moved" in found[0].message

    def test_left_in_english(self, world: StatementRepo) -> None:
        """
        What an editor left untranslated is said again before it is sent.
        """
        text = world.read(notice_file("ar"))
        world.write(notice_file("ar"), f"{text}\n{LEFT}\n")
        permit(world, LABEL, TODAY)
        world.commit(TODAY)

        found = found_in(world)

        told = [(one.code, one.severity, one.path) for one in found]
        assert [("notice-language", Severity.WARNING, notice_file("ar"))] == told
        assert f'"{LEFT}" has no letter of "ar"' in found[0].message
