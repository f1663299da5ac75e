"""A run held against what the version's record says of it, in a real repository."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.mailing.kit_json import read_kit
from duenotice.mailing.runs.checking import read_run
from duenotice.mailing.runs.recorded import recorded_faults
from duenotice.release.telling import Told
from duenotice.release.telling import notified
from mailing_runs import DAY
from mailing_runs import many
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import notice
from proposals import LABEL
from proposals import in_folder
from steps import act

if TYPE_CHECKING:
    from pathlib import Path

    from builders import StatementRepo


@pytest.fixture
def made(tmp_path: Path) -> StatementRepo:
    """A project with nineteen e-mails about its version 2026-03-01 in `out`."""
    repo = merged_project(tmp_path / "project")
    repo.write("members.csv", members_csv(many(20, "email")))
    notice(repo, "--by", "A. Sender")
    return repo


def faults_of(repo: StatementRepo, **changed: object) -> list[str]:
    """Hold the run against the record in the working tree."""
    run, digest = read_run(str(repo.root / "out"))
    run = replace(run, **changed)  # type: ignore[arg-type]
    kit = read_kit((repo.root / "out/kit.json").read_bytes())
    version = repo.on_disk().find(LABEL)
    return list(recorded_faults(run, digest, kit, version))


def tell(
    repo: StatementRepo,
    on: str = DAY,
    *,
    is_of_run: bool = True,
    times: int = 1,
    **said: object,
) -> None:
    """Record messages as if they were those of the run."""
    _, digest = read_run(str(repo.root / "out"))
    proof = digest if is_of_run else f"sha256:{'0' * 64}"
    plain = Told(channel="email", on=day(on), count=19, proof=proof)
    told = replace(plain, **said)  # type: ignore[arg-type]
    act(
        repo,
        lambda archive: notified(
            archive, archive.find(LABEL), (told,) * times, today=day("2026-03-30")
        ),
    )


def correct(repo: StatementRepo, today: str) -> None:
    """Correct the notice."""
    path = f"statements/website/versions/{LABEL}/notice/en.md"
    repo.write(path, f"{repo.read(path)}\nPlease ask us if anything is unclear.\n")
    assert 0 == repo.run("approve", LABEL, "--by", "A. Editor", today=today).status
    repo.commit(today)


class TestSound:
    def test_not_sent(self, made: StatementRepo) -> None:
        """
        A run that no record names has not been sent, and nothing is wrong with it.
        """
        assert [] == faults_of(made)

    def test_as_recorded(self, made: StatementRepo) -> None:
        """
        What went out as it was made, and was recorded so, is as it should be.
        """
        assert 0 == made.run("notified", LABEL, "--run", "out", "--on", DAY).status

        assert [] == faults_of(made)

    def test_others(self, made: StatementRepo) -> None:
        """
        What the record says of other runs, or without one, is nothing against it.
        """
        tell(made, is_of_run=False, channel="letter", count=3)
        tell(made, proof=None, channel="sms", count=4)

        assert [] == faults_of(made)

    @pytest.mark.parametrize("today", [DAY, "2026-03-20"])
    def test_corrected_afterwards(self, made: StatementRepo, today: str) -> None:
        """
        The words were right on the day of the messages, whatever they are now.
        """
        correct(made, today)

        assert [] == faults_of(made)


class TestContradictions:
    @pytest.mark.parametrize(
        ("said", "fault"),
        [
            (
                {"channel": "letter"},
                "it says that the run went out by letter, and it made none",
            ),
            (
                {"count": 20},
                "it says that 20 of the run went out by email, and it made 19",
            ),
            (
                {"on": "2026-03-01"},
                (
                    "it says that the run went out by email on 2026-03-01, and its "
                    "messages are dated 2026-03-02"
                ),
            ),
        ],
        ids=["channel", "count", "day"],
    )
    def test_event(
        self, made: StatementRepo, said: dict[str, object], fault: str
    ) -> None:
        """
        The record takes the run for proof of something else than it made.
        """
        tell(made, **said)  # type: ignore[arg-type]

        assert [f"{in_folder(LABEL)}: {fault}"] == faults_of(made)

    def test_twice(self, made: StatementRepo) -> None:
        """
        What was made once went out once.
        """
        tell(made, times=2)

        assert [
            f"{in_folder(LABEL)}: it says 2 times that the run went out by email"
        ] == faults_of(made)

    def test_trial(self, made: StatementRepo) -> None:
        """
        A trial with some members is no proof.
        """
        notice(made, "--limit", "5", out="out-trial")
        (made.root / "out").rename(made.root / "out2")
        (made.root / "out-trial").rename(made.root / "out")
        tell(made, count=5)

        assert [
            f"{in_folder(LABEL)}: it takes a trial with some members for proof"
        ] == faults_of(made)

    def test_other_approval(self, made: StatementRepo) -> None:
        """
        The run names somebody else as who approved the notice.
        """
        assert [
            (
                "run.json: it says that B. Editor approved the notice, and the record "
                "of the version names A. Editor"
            )
        ] == faults_of(made, approved_by="B. Editor")

    def test_former_words(self, made: StatementRepo, tmp_path: Path) -> None:
        """
        The messages have words that were corrected before their day.
        """
        other = merged_project(tmp_path / "other")
        correct(other, LABEL)
        (made.root / "out").rename(other.root / "out")

        assert [
            (
                "kit.json: the messages have not the words that were approved on "
                "2026-03-02, or later"
            )
        ] == faults_of(other)
