from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING
from typing import Any

import pytest

from duenotice.mailing.canonical import sealed_json
from mailing_runs import ALL_CHANNELS
from mailing_runs import DAY
from mailing_runs import many
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import notice
from proposals import LABEL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from builders import Outcome
    from builders import StatementRepo

MARKER = "out/done/part-00000.json"


@pytest.fixture
def made(tmp_path: Path) -> StatementRepo:
    """A project with the messages about its version 2026-03-01 in `out`."""
    repo = merged_project(tmp_path / "project")
    repo.write("members.csv", members_csv(many(20, ALL_CHANNELS)))
    notice(repo)
    return repo


def verify(repo: StatementRepo) -> Outcome:
    """Verify the run."""
    return repo.run("verify", "--run", "out", today=DAY)


def forge(repo: StatementRepo, change: Callable[[dict[str, Any]], None]) -> None:
    """Write another record of the only partition, and all digests that follow."""
    marker = json.loads(repo.read(MARKER))
    run = json.loads(repo.read("out/run.json"))
    del marker["digest"], run["digest"]
    change(marker)
    for name in ("made", "messages", "read", "rejected", "suppressed"):
        run["counts"][name] = marker[name]
    run["partitions"] = [marker]
    repo.write(MARKER, sealed_json(marker)).write("out/run.json", sealed_json(run))


def replace_file(repo: StatementRepo, path: str, content: bytes) -> None:
    """Put another file in place of one, and into the record of its partition."""
    repo.write(f"out/{path}", content)

    def change(marker: dict[str, Any]) -> None:
        (file,) = (one for one in marker["files"] if one["path"] == path)
        file["sha256"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
        file["size"] = len(content)

    forge(repo, change)


def fewer(marker: dict[str, Any]) -> None:
    """Count an e-mail less."""
    (emails,) = (one for one in marker["messages"] if one["channel"] == "email")
    emails["count"] -= 1


def unlisted(marker: dict[str, Any]) -> None:
    """Forget a file."""
    marker["files"] = [one for one in marker["files"] if "sms" not in one["path"]]


def swapped(marker: dict[str, Any]) -> None:
    """Count a rejected row as made, and a made one as rejected by another reason."""
    marker["made"] += 1
    marker["rejected"] = {}


class TestForged:
    """A record that agrees with itself, and not with what is there."""

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (
                fewer,
                "done/part-00000.json: 18 of email are recorded, and the files hold 19",
            ),
            (unlisted, "sms/part-00000.jsonl.gz: the run didn't make it"),
            (
                swapped,
                "done/part-00000.json: 0 of rejects are recorded, and the files hold 1",
            ),
        ],
        ids=["counts", "files", "rejects"],
    )
    def test_record(
        self, made: StatementRepo, change: Callable[[dict[str, Any]], None], said: str
    ) -> None:
        """
        What is recorded is held against what the files hold.
        """
        forge(made, change)

        done = verify(made)

        assert 1 == done.status
        assert f"  {said}\n" in done.out

    def test_unknown_reason(self, made: StatementRepo) -> None:
        """
        A reason that this program doesn't know is counted like any other.
        """
        forge(made, lambda marker: marker.update(rejected={"strange": 1}))

        done = verify(made)

        assert "  rejected    1 row\n" in done.out
        assert "1  for another reason (strange)\n" in done.out

    def test_message_twice(self, made: StatementRepo) -> None:
        """
        A message that is in its file twice, in place of another, is found.
        """
        path = "sms/part-00000.jsonl.gz"
        content = gzip.decompress((made.root / "out" / path).read_bytes())
        lines = content.splitlines(keepends=True)
        lines[-1] = lines[0]

        replace_file(made, path, gzip.compress(b"".join(lines)))

        assert f"  {path}: 1 of its messages are in it twice\n" in verify(made).out

    def test_letter_twice(self, made: StatementRepo) -> None:
        """
        So is a letter in the list for the mail house.
        """
        path = "letter/part-00000-en-01.csv"
        lines = (made.root / "out" / path).read_bytes().splitlines(keepends=True)
        lines[-1] = lines[1]

        replace_file(made, path, b"".join(lines))

        assert f"  {path}: 1 of its messages are in it twice\n" in verify(made).out

    def test_no_messages(self, made: StatementRepo) -> None:
        """
        A file that holds something else can't be counted, and is no ruin.
        """
        path = "email/part-00000.jsonl.gz"

        replace_file(made, path, b"no gzip")

        assert f"  {path}: nobody can count what is in it\n" in verify(made).out

    def test_other_kit(self, made: StatementRepo) -> None:
        """
        What all messages were made with is what was planned.
        """
        run = json.loads(made.read("out/run.json"))
        del run["digest"]
        (kit,) = (one for one in run["files"] if one["path"] == "kit.json")
        kit |= {"sha256": f"sha256:{hashlib.sha256(b'{}').hexdigest()}", "size": 2}
        made.write("out/kit.json", b"{}").write("out/run.json", sealed_json(run))

        done = verify(made)

        assert "  run.json: kit.json is not the one that was planned with\n" in done.out


class TestProof:
    def test_counted(self, made: StatementRepo) -> None:
        """
        What is taken for proof is counted, too.
        """
        forge(made, fewer)

        given = ("--run", "out", "--on", DAY)
        done = made.run("notified", LABEL, *given, today=DAY)

        assert 1 == done.status
        assert (
            'error: the run in "out" proves nothing: done/part-00000.json: 18 of email '
            "are recorded, and the files hold 19\n"
        ) in done.err


class TestRecorded:
    def test_sent(self, made: StatementRepo) -> None:
        """
        A run that is recorded as sent agrees with the record.
        """
        given = ("--run", "out", "--on", DAY)
        assert 0 == made.run("notified", LABEL, *given, today=DAY).status
        made.commit(DAY)

        done = verify(made)

        assert (0, True) == (done.status, ", as made\n" in done.out)


class TestBeside:
    """Files that lie beside those of a run."""

    def test_hidden(self, made: StatementRepo) -> None:
        """
        A hidden file among those for others is none that the run made; what keeps the
        folder out of git is no matter.
        """
        made.write("out/email/.more.jsonl.gz", b"x").write("out/.gitignore", "*")

        done = verify(made)

        assert "  email/.more.jsonl.gz: the run didn't make it\n" in done.out
        assert ".gitignore" not in done.out

    def test_markers(self, made: StatementRepo) -> None:
        """
        A marker that isn't the partition's own is named, and so is one of none.
        """
        made.write("out/done/part-00001.json", made.read(MARKER))
        made.write(MARKER, "{}")

        done = verify(made)

        assert (
            "  done/part-00000.json: it is not the file that was made\n"
            "  done/part-00001.json: the run didn't make it\n"
        ) in done.out


class TestPrivate:
    def test_folders(self, made: StatementRepo) -> None:
        """
        Nobody but who makes the messages can look into their folders.
        """
        out = made.root / "out"
        folders = [out, *(one for one in out.rglob("*") if one.is_dir())]

        assert {0o700} == {one.stat().st_mode & 0o777 for one in folders}
