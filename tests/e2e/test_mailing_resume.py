from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from typing import TypeVar

import pytest

from duenotice.mailing.canonical import sealed_json
from duenotice.mailing.members.parcel import pack_parcel
from duenotice.mailing.members.parcel import parcel_content
from duenotice.mailing.runs.partition_work import Failure
from duenotice.mailing.runs.partition_work import Task
from duenotice.mailing.runs.partition_work import make
from duenotice.mailing.runs.plan import Plan
from duenotice.mailing.storage import Storage
from mailing_runs import ALL_CHANNELS
from mailing_runs import COLUMNS
from mailing_runs import DAY
from mailing_runs import files_of
from mailing_runs import many
from mailing_runs import member
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import messages
from mailing_runs import notice
from proposals import LABEL

if TYPE_CHECKING:
    from collections.abc import Callable

    from builders import StatementRepo

KILLING = Path(__file__).parents[1] / "killed_runs.py"
Found = TypeVar("Found")
SPLIT = ("--partition-size", "20")


@pytest.fixture
def merged(tmp_path: Path) -> StatementRepo:
    """A project whose version 2026-03-01 is public, with 300 members to be told."""
    repo = merged_project(tmp_path / "project")
    return repo.write("members.csv", members_csv(many(300, "email sms")))


def started(repo: StatementRepo, *options: str) -> subprocess.Popen[bytes]:
    """Begin a run in a process of its own, and wait until it reads the members."""
    command = [sys.executable, "-m", "duenotice", "--today", DAY, "notice", LABEL]
    given = ["--recipients", "members.csv", "-o", "out", *SPLIT, *options]
    process = subprocess.Popen(
        [*command, *given],
        cwd=repo.root,
        env=repo.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    assert process.stderr is not None
    process.stderr.readline()
    return process


class TestKilled:
    """A run that was killed goes on where it stopped."""

    @pytest.mark.slow
    def test_at_any_moment(self, merged: StatementRepo) -> None:
        """
        However often it is killed, nothing is lost, nothing is made twice, and the
        bytes are those of a run that never was.
        """
        merged.write("members.csv", members_csv(many(100, ALL_CHANNELS)))
        arguments = ("--today", DAY, "notice", LABEL, "--recipients", "members.csv")

        done = merged.run_python(str(KILLING), "20", "6", *arguments, *SPLIT)

        assert (0, "") == (done.status, done.err[-300:] if done.status else "")
        keys = [one["key"] for one in messages(merged, "sms")]
        assert 95 == len(keys) == len(set(keys))

    def test_processes_end_with_it(self, merged: StatementRepo) -> None:
        """
        Processes that it started don't outlive it.
        """
        process = started(merged, "--jobs", "2")
        workers = wait_for(lambda: workers_of(process.pid))

        process.kill()
        process.communicate()

        wait_for(lambda: not any(one.exists() for one in workers))

    def test_stopped_by_hand(self, merged: StatementRepo) -> None:
        """
        Who stops it with Ctrl-C is told that it can go on.
        """
        process = started(merged)
        process.send_signal(signal.SIGINT)

        _, said = process.communicate()

        assert 1 == process.returncode
        assert (
            b"Stopped. What is made stays: the same command goes on from there.\n"
            in said
        )
        assert 0 == notice(merged, *SPLIT).status


def workers_of(pid: int) -> list[Path]:
    """Give the processes that make messages for another one, as the system has them."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    processes = [Path("/proc") / one for one in children]
    return [one for one in processes if b"spawn_main" in _command(one)]


def _command(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""


def wait_for(look: Callable[[], Found]) -> Found:
    """Wait until something is found, or is so."""
    for _ in range(400):
        found = look()
        if found:
            return found
        time.sleep(0.05)
    pytest.fail("it never came to be")


def other_members(repo: StatementRepo) -> tuple[str, ...]:
    """Add a member."""
    repo.write("members.csv", members_csv([*many(300, "email sms"), member(300)]))
    return ()


def other_settings(repo: StatementRepo) -> tuple[str, ...]:
    """Read phone numbers otherwise."""
    text = repo.read("mailing.yaml").replace('country_code: "1"', 'country_code: "44"')
    repo.write("mailing.yaml", text)
    return ()


class TestAgain:
    """The same command once more."""

    def test_nothing_twice(self, merged: StatementRepo) -> None:
        """
        A second run makes nothing, says so, and leaves the files as they are.
        """
        notice(merged, "--by", "A. Sender")
        before = files_of(merged.root / "out")

        done = notice(merged, "--by", "B. Sender")

        assert 0 == done.status
        assert "Everything was made already: nothing was made twice.\n" in done.err
        assert before == files_of(merged.root / "out")

    def test_another_day(self, merged: StatementRepo) -> None:
        """
        A run goes on with the day it began with, also after midnight.
        """
        notice(merged)
        (merged.root / "out/done/part-00000.json").unlink()

        done = merged.run(
            *("notice", LABEL, "--recipients", "members.csv", "-o", "out"),
            today="2026-03-03",
        )

        assert 0 == done.status
        (first, *_) = messages(merged, "email")
        assert "2026-03-02" not in done.err
        assert first["version"] == LABEL

    def test_damaged_file(self, merged: StatementRepo) -> None:
        """
        A file that was damaged afterwards is made again, as it was.
        """
        notice(merged, *SPLIT)
        before = files_of(merged.root / "out")
        merged.write("out/sms/part-00001.jsonl.gz", b"x")

        done = notice(merged, *SPLIT)

        assert 0 == done.status
        assert before == files_of(merged.root / "out")

    def test_damaged_kit(self, merged: StatementRepo) -> None:
        """
        So is what all messages are made with.
        """
        notice(merged, *SPLIT)
        before = files_of(merged.root / "out")
        merged.write("out/kit.json", b"{}")

        done = notice(merged, *SPLIT, "--on", DAY)

        assert 0 == done.status
        assert before == files_of(merged.root / "out")

    @pytest.mark.parametrize(
        "path",
        [
            *("kit.json", "plan.json", "rejects.csv", "run.json"),
            *("done/part-00001.json", "email/part-00001.jsonl.gz"),
        ],
    )
    def test_lost_file(self, merged: StatementRepo, path: str) -> None:
        """
        So is whatever file was lost, on a later day too.
        """
        notice(merged, *SPLIT)
        before = files_of(merged.root / "out")
        merged.delete(f"out/{path}")

        given = ("--recipients", "members.csv", "-o", "out", *SPLIT)
        done = merged.run("notice", LABEL, *given, today="2026-03-03")

        if path == "plan.json":
            assert 'error: "out" holds files that are of no run\n' in done.err
        else:
            assert before == files_of(merged.root / "out")

    @pytest.mark.parametrize(
        "change",
        [
            {"made": 18, "read": 18},
            {"made": -1},
            {"files": []},
            {"partition": 2},
            {"messages": "none"},
        ],
        ids=["counts", "negative", "files", "number", "kind"],
    )
    def test_edited_marker(
        self, merged: StatementRepo, change: dict[str, object]
    ) -> None:
        """
        A marker that isn't the one that was written marks nothing.
        """
        notice(merged, *SPLIT)
        before = files_of(merged.root / "out")
        path = "out/done/part-00001.json"
        merged.write(path, json.dumps({**json.loads(merged.read(path)), **change}))

        done = notice(merged, *SPLIT)

        assert 0 == done.status
        assert before == files_of(merged.root / "out")

    def test_marker_without_files(self, merged: StatementRepo) -> None:
        """
        A marker that counts messages and has no file of them marks nothing.
        """
        notice(merged, *SPLIT)
        before = files_of(merged.root / "out")
        path = "out/done/part-00001.json"
        marker = json.loads(merged.read(path))
        del marker["digest"]
        merged.write(path, sealed_json({**marker, "files": []}))
        merged.delete("out/email/part-00001.jsonl.gz").delete("out/run.json")

        done = notice(merged, *SPLIT)

        assert 0 == done.status
        assert before == files_of(merged.root / "out")

    @pytest.mark.parametrize("name", ["email", ".duenotice-work"])
    def test_link(self, merged: StatementRepo, tmp_path: Path, name: str) -> None:
        """
        A link in the folder of a run is not followed: it may lead anywhere.
        """
        out, elsewhere = tmp_path / "mailing", tmp_path / "elsewhere"
        notice(merged, *SPLIT, out=str(out))
        elsewhere.mkdir()
        shutil.rmtree(out / name, ignore_errors=True)
        (out / name).symlink_to(elsewhere)
        (out / "run.json").unlink()

        done = notice(merged, *SPLIT, out=str(out))

        assert 1 == done.status
        assert "can't be written: a link is in its way\n" in done.err
        assert [] == list(elsewhere.iterdir())

    def test_forged_marker(self, merged: StatementRepo) -> None:
        """
        Where rows are counted that don't add up to those that were read, no record is
        written.
        """
        notice(merged)
        path = "out/done/part-00000.json"
        marker = json.loads(merged.read(path))
        del marker["digest"]
        marker |= {"made": marker["made"] - 1, "read": marker["read"] - 1}
        merged.write(path, sealed_json(marker)).delete("out/run.json")

        done = notice(merged)

        assert 1 == done.status
        assert (
            "error: 300 rows were read, and 299 made, rejected or suppressed\n"
            "hint: Send nothing of this. Please report it: it is a fault of the "
            "program.\n"
        ) in done.err
        assert not (merged.root / "out/run.json").exists()

    def test_broken_plan(self, merged: StatementRepo) -> None:
        """
        What was made by a plan that is broken is left alone.
        """
        notice(merged)
        merged.write("out/plan.json", b"[" * 100_000)
        before = files_of(merged.root / "out")

        done = notice(merged)

        assert 1 == done.status
        assert (
            'error: the plan of the run in "out" is not as it was written\n' in done.err
        )
        assert before == files_of(merged.root / "out")

    def test_forged_rows(self, merged: StatementRepo) -> None:
        """
        Rows that somebody put where workers read them are not made: those of the file
        of members are.
        """
        notice(merged, *SPLIT)
        before = files_of(merged.root / "out")
        merged.delete("out/run.json").delete("out/done/part-00001.json")
        content = parcel_content(COLUMNS, (), [b"2\0\0" + b"x\0" * len(COLUMNS)])
        merged.write("out/.duenotice-work/part-00001.gz", pack_parcel(content))

        done = notice(merged, *SPLIT)

        assert 0 == done.status
        assert before == files_of(merged.root / "out")

    def test_rows_of_others(self, merged: StatementRepo) -> None:
        """
        A worker that finds other rows than were planned makes nothing of them.
        """
        notice(merged)
        out = merged.root / "out"
        plan = Plan.read((out / "plan.json").read_bytes())
        merged.write("out/.duenotice-work/mailing.yaml", merged.read("mailing.yaml"))
        content = parcel_content(COLUMNS, (), [b"2\0\0" + b"x\0" * len(COLUMNS)])
        merged.write("out/.duenotice-work/part-00000.gz", pack_parcel(content))

        made = make(Task(str(out), plan.digest, 0))

        assert (
            Failure(
                f'what the run in "{out}" is made with was changed',
                "Run the same command again.",
            )
            == made
        )

    @pytest.mark.parametrize(
        ("change", "difference"),
        [
            (other_members, "another file of members"),
            (other_settings, "other settings"),
            (
                lambda _: ("--channel", "sms"),
                "other options: --channel email letter sms app instead of sms",
            ),
            (lambda _: ("--on", "2026-03-05"), "another day on the messages"),
        ],
        ids=["members", "settings", "options", "day"],
    )
    def test_another_run(
        self,
        merged: StatementRepo,
        change: Callable[[StatementRepo], tuple[str, ...]],
        difference: str,
    ) -> None:
        """
        A folder that holds another run is left alone.
        """
        notice(merged)
        before = files_of(merged.root / "out")

        done = notice(merged, *change(merged))

        assert 1 == done.status
        assert (
            f'error: "out" holds a run with {difference}\n'
            "hint: Name another folder with -o, or remove this one if nothing of it "
            "was sent.\n"
        ) in done.err
        assert before == files_of(merged.root / "out")


class TestHeld:
    """Two processes, and one folder."""

    def test_refused(self, merged: StatementRepo) -> None:
        """
        While one process makes messages, another one doesn't in the same folder.
        """
        with Storage(str(merged.root / "out")).held():
            done = notice(merged)

        assert 1 == done.status
        assert (
            f'error: another process makes messages in "{merged.root}/out"\n'
            "hint: Wait until it is done, or stop it; then the same command goes on "
            "from there.\n"
        ) in done.err
        assert 0 == notice(merged).status


class TestJobs:
    """Several processes."""

    def test_same_bytes(self, merged: StatementRepo) -> None:
        """
        Two processes make the same bytes as one.
        """
        notice(merged, *SPLIT)
        merged.run_process(
            *("notice", LABEL, "--recipients", "members.csv", "-o", "out2"),
            *(*SPLIT, "--jobs", "2"),
            today=DAY,
        )

        assert files_of(merged.root / "out") == files_of(merged.root / "out2")

    def test_lost_process(self, merged: StatementRepo) -> None:
        """
        Where a process ends that made messages, the run says how it goes on.
        """
        process = started(merged, "--jobs", "2")
        (worker, *_) = wait_for(lambda: workers_of(process.pid))

        os.kill(int(worker.name), signal.SIGKILL)
        _, said = process.communicate()

        assert 1 == process.returncode
        assert (
            "error: a process that made messages ended before it was done\n"
            "hint: What is made stays. Run the same command again to go on, with "
            "fewer --jobs or a smaller --partition-size if the memory was too small.\n"
        ) in said.decode()
