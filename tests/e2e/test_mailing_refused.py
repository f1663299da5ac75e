"""Messages that are not made, and what is said of those that are made all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mailing_runs import CONFIG
from mailing_runs import DAY
from mailing_runs import SETTINGS
from mailing_runs import member
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import messages
from mailing_runs import notice
from message_kits import world_project
from proposals import LABEL

if TYPE_CHECKING:
    from pathlib import Path

    from builders import StatementRepo

NOTICE = f"statements/website/versions/{LABEL}/notice"


@pytest.fixture
def project(tmp_path: Path) -> StatementRepo:
    """A project that must write to its one member."""
    made = merged_project(tmp_path / "project")
    return made.write("members.csv", members_csv([member(1)]))


class TestMoved:
    """A change that was moved after its notice was approved."""

    @pytest.fixture
    def moved(self, project: StatementRepo) -> StatementRepo:
        """The same project, with its change moved by four weeks."""
        given = ("--effective", "2026-05-01", "--reason", "The vendor is late")
        assert 0 == project.run("reschedule", LABEL, *given, today=DAY).status
        project.commit(DAY)
        return project

    @pytest.mark.parametrize(
        "options",
        [(), ("--preview", "--no-open"), ("--recipients", "members.csv", "-o", "out")],
    )
    def test_notice_not_corrected(
        self, moved: StatementRepo, options: tuple[str, ...]
    ) -> None:
        """
        Messages that would name two days are not made, though the version passes.
        """
        done = moved.run("notice", LABEL, *options, today=DAY)

        assert (1, "") == (done.status, done.out)
        assert (
            f"{NOTICE}/en.md: error message-day-other: the approved notice doesn't fit "
            "the record: it doesn't name the day on which the change takes effect\n"
            "  hint: The change takes effect on May 1, 2026. Correct the notice, then "
            f"`duenotice approve {LABEL} --by NAME`, and commit both.\n"
        ) in done.err
        assert not (moved.root / "out").exists()

    def test_build(self, moved: StatementRepo) -> None:
        """
        The site goes on: by the record it says which day counts.
        """
        assert 0 == moved.run("build", "--no-pdf", today=DAY).status

    def test_corrected(self, moved: StatementRepo) -> None:
        """
        As the hint says it, they can be made, and name one day.
        """
        text = moved.read(f"{NOTICE}/en.md").replace("April 3, 2026", "May 1, 2026")
        moved.write(f"{NOTICE}/en.md", text.replace("April 2, 2026", "April 30, 2026"))
        moved.run("approve", LABEL, "--by", "A. Editor", today=DAY)
        moved.commit(DAY)

        done = notice(moved)

        assert 0 == done.status
        (email,) = messages(moved, "email")
        assert "May 1, 2026" in email["text"]
        assert "April 3, 2026" not in email["text"]


class TestTheme:
    """A theme that can't be used as it is committed."""

    @pytest.fixture
    def faulty(self, project: StatementRepo) -> StatementRepo:
        """A project whose logo was never committed."""
        project.write("theme.yaml", "logo: theme/logo.png\n").commit(DAY)
        return project

    def test_run(self, faulty: StatementRepo) -> None:
        """
        Nobody writes to all members in a look that isn't theirs.
        """
        done = notice(faulty)

        assert 1 == done.status
        assert (
            'theme.yaml:1: error theme-file-missing: there is no file "theme/logo.png"'
        ) in done.err
        assert done.err.endswith(
            "Nothing is made until the theme is sound; --preview shows the messages.\n"
        )
        assert not (faulty.root / "out").exists()

    def test_preview(self, faulty: StatementRepo) -> None:
        """
        A preview shows them in the look that stands in, and says why.
        """
        options = ("--preview", "--no-open", "-o", "out")
        done = faulty.run("notice", LABEL, *options, today=DAY)

        assert (0, "out/index.html\n") == (done.status, done.out)
        assert "error theme-file-missing" in done.err


class TestLanguage:
    """Words of a notice that nobody translated."""

    def test_said_again(self, tmp_path: Path) -> None:
        """
        What was said when the notice was approved is said before it goes out.
        """
        world = world_project(tmp_path / "world")
        world.write("pyproject.toml", CONFIG).write("mailing.yaml", SETTINGS)
        text = world.read(f"{NOTICE}/ar.md")
        world.write(f"{NOTICE}/ar.md", f"{text}\nIn English.\n")
        world.run("approve", LABEL, "--by", "A. Editor", today=DAY)
        world.commit(DAY)

        done = world.run("notice", LABEL, today=DAY)

        line = text.count("\n") + 2
        assert 0 == done.status
        assert (
            f'{NOTICE}/ar.md:{line}: warning notice-language: "In English." has no '
            'letter of "ar"'
        ) in done.err
