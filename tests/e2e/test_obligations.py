from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import StatementRepo
from proposals import LABEL
from proposals import LONGER
from proposals import UNDER_NO_PROFILE
from proposals import errors_of
from proposals import in_folder
from proposals import page
from proposals import said
from proposals import status_of

if TYPE_CHECKING:
    from pathlib import Path

    from builders import Outcome

EFFECTIVE = "2026-04-03"

UNDER_FTC = STATEMENT_YAML.replace("caloppa", "ftc")
"""A change for the worse reaches data already held only with people's consent."""

OPEN = (
    "people must be asked before version 2026-03-01 takes effect on 2026-04-03, and "
    "nothing says that they were"
)


def merged(root: Path, statement: str) -> StatementRepo:
    """Make a project that asks people before a change, and has sent them messages."""
    repo = StatementRepo.with_statement(root).statement(statement)
    repo.publish("2026-01-10")
    repo.section("retention", LONGER)
    repo.publish(LABEL)
    told = ("--channel", "email", "--on", "2026-03-02", "--count", "1250")
    repo.run("notified", LABEL, *told, today="2026-03-02")
    repo.commit("2026-03-02")
    return repo


def meet(repo: StatementRepo, today: str, name: str = "choice-people") -> Outcome:
    """Record how people were asked, and commit that."""
    how = ("--how", "Every no of 41 was applied.", "--by", "A. Editor")
    done = repo.run("obligation-met", LABEL, name, *how, today=today)
    repo.commit(today)
    return done


@pytest.fixture
def choice(tmp_path: Path) -> StatementRepo:
    """A version that people can say no to until it takes effect."""
    return merged(tmp_path / "choice", UNDER_NO_PROFILE)


@pytest.fixture
def consent(tmp_path: Path) -> StatementRepo:
    """A version that people must have said yes to."""
    return merged(tmp_path / "consent", UNDER_FTC)


class TestAsked:
    @pytest.mark.parametrize(
        ("statement", "level", "asked", "told"),
        [
            pytest.param(
                UNDER_NO_PROFILE, "L5, choice", "choice of people", "say no", id="L5"
            ),
            pytest.param(
                UNDER_FTC, "L6, consent", "consent of people", "say yes", id="L6"
            ),
        ],
    )
    def test_told(
        self, repo: StatementRepo, statement: str, level: str, asked: str, told: str
    ) -> None:
        """
        Check says whom to ask and by when, and the notice offers the choice.
        """
        repo.statement(statement).publish("2026-01-10")
        repo.section("retention", LONGER).release(LABEL)

        lines = repo.run("check", today=LABEL).out

        assert f"  notice     {level}: " in lines
        assert f"  asked      {asked}, until the day before\n" in lines
        notice = repo.read(in_folder(LABEL, "notice/en.md"))
        assert told in notice
        assert "by April 2, 2026" in notice


class TestOpen:
    def test_before_the_day(self, choice: StatementRepo) -> None:
        """
        Until the day there is time for answers: it warns and holds nothing.
        """
        done = choice.run("build", "--no-pdf", today="2026-04-02")

        assert 0 == done.status
        assert (
            f"{in_folder(LABEL)}: warning obligation-open: {OPEN}: choice-people\n"
            "  hint: When it is done: `duenotice obligation-met 2026-03-01 "
            "choice-people --how TEXT --by NAME`."
        ) == said(done, "obligation-open")
        assert "scheduled" == status_of(choice, LABEL, "2026-04-02")

    def test_on_the_day(self, choice: StatementRepo) -> None:
        """
        On the day it blocks: the version is held, and all else is built as it was.
        """
        done = choice.run("build", "--no-pdf", today=EFFECTIVE)

        assert (1, ["obligation-open"]) == (done.status, errors_of(done))
        assert "90 days" in page(choice)
        assert "held" == status_of(choice, LABEL, EFFECTIVE)

    def test_in_check(self, choice: StatementRepo) -> None:
        """
        On the day the check fails too.
        """
        done = choice.run("check", today=EFFECTIVE)

        assert (1, ["obligation-open"]) == (done.status, errors_of(done))

    def test_consent(self, consent: StatementRepo) -> None:
        """
        So does consent that nothing speaks of.
        """
        done = consent.run("build", "--no-pdf", today=EFFECTIVE)

        assert (1, ["obligation-open"]) == (done.status, errors_of(done))
        assert f"{OPEN}: consent-people" in said(done, "obligation-open")


class TestMet:
    def test_in_time(self, choice: StatementRepo) -> None:
        """
        Met before its day, the version takes effect on it.
        """
        done = meet(choice, "2026-04-01")

        assert "Version 2026-03-01: choice-people is met (by A. Editor).\n" == done.out
        assert ["scheduled", "in-force"] == [
            status_of(choice, LABEL, day) for day in ("2026-04-02", EFFECTIVE)
        ]

    def test_afterwards(self, choice: StatementRepo) -> None:
        """
        Met after its day, the version takes effect from that day on, and not before.
        """
        meet(choice, "2026-04-08")

        built = choice.run("build", "--no-pdf", today="2026-04-08")
        history = choice.run("history", today="2026-04-08").out.splitlines()

        assert (0, "") == (built.status, built.err)
        assert "120 days" in page(choice)
        assert "held" == status_of(choice, LABEL, "2026-04-07")
        assert (
            "2026-03-01  in-force    2026-03-01  2026-04-08     -           1"
            == history[1]
        )

    def test_consent(self, consent: StatementRepo) -> None:
        """
        Consent is recorded the same way.
        """
        meet(consent, "2026-04-01", "consent-people")

        assert "in-force" == status_of(consent, LABEL, EFFECTIVE)

    def test_unknown(self, choice: StatementRepo) -> None:
        """
        What nobody asked for is not met.
        """
        done = meet(choice, "2026-04-01", "consent-people")

        assert (
            1,
            (
                'error: version 2026-03-01 has no obligation "consent-people"\n'
                "hint: It has: choice-people.\n"
            ),
        ) == (done.status, done.err)

    @pytest.mark.parametrize("option", ["--how", "--by"])
    def test_empty(self, choice: StatementRepo, option: str) -> None:
        """
        Who says so and how it was met belong to it.
        """
        given = {"--how": "Applied.", "--by": "A. Editor", option: " "}
        options = [word for pair in given.items() for word in pair]

        done = choice.run(
            "obligation-met", LABEL, "choice-people", *options, today="2026-04-01"
        )

        assert 2 == done.status
        assert "it takes two letters at least" in done.err


class TestReach:
    def test_new_data_alone(self, repo: StatementRepo) -> None:
        """
        A change that spares data already collected asks for less: nobody is asked.
        """
        repo.statement(UNDER_NO_PROFILE).publish("2026-01-10")
        repo.section("retention", LONGER)

        done = repo.run("release", "--reaches", "new", today=LABEL)

        assert "  reaches    only data collected then (--reaches)" in done.out
        assert "asked" not in done.out
        assert "notice     L4" in done.out
