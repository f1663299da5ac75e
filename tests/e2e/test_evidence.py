from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from typing import Any

import pytest

from builders import StatementRepo
from proposals import KEPT_LONGER
from proposals import LABEL
from proposals import LONGER
from proposals import UNDER_NO_PROFILE
from proposals import in_folder

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "2026-01-10"
DAY = "2026-03-05"
WHY = "Counsel advised so."
MOVED_BECAUSE = "The vendor slipped."


@pytest.fixture
def overruled(in_force: StatementRepo) -> StatementRepo:
    """A merged version whose material finding a person overruled, moved since."""
    in_force.section("retention", LONGER).release(LABEL)
    who = ("--by", "A. Editor", "--reason", WHY)
    in_force.run(
        "decide", LABEL, KEPT_LONGER, "--verdict", "editorial", *who, today=LABEL
    )
    in_force.commit(LABEL)
    move = ("--effective", "2026-04-10", "--reason", MOVED_BECAUSE)
    in_force.run("reschedule", LABEL, *move, today="2026-03-03")
    in_force.commit("2026-03-03")
    return in_force


@pytest.fixture
def merged(approved: StatementRepo) -> StatementRepo:
    """A project with a version in force and one that is scheduled."""
    approved.commit(LABEL)
    return approved


def bundle(
    repo: StatementRepo, *options: str, label: str = LABEL, today: str = DAY
) -> dict[str, bytes]:
    """Make the evidence of a version, and unpack it."""
    done = repo.run("evidence", label, "-o", "e.zip", *options, today=today)
    assert (0, "") == (done.status, done.err)
    return unpacked(repo)


def unpacked(repo: StatementRepo) -> dict[str, bytes]:
    """Read the files of the bundle."""
    with zipfile.ZipFile(io.BytesIO((repo.root / "e.zip").read_bytes())) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def facts(files: dict[str, bytes]) -> dict[str, Any]:
    """Read the facts of a bundle."""
    found: dict[str, Any] = json.loads(files["facts.json"])
    return found


class TestBundle:
    def test_same_bytes(self, merged: StatementRepo) -> None:
        """
        The same question gives the same bytes, in whatever process it is asked.
        """
        bundle(merged)
        first = (merged.root / "e.zip").read_bytes()
        asked = ("evidence", LABEL, "-o", "e.zip", "--as-of", DAY)

        done = merged.run_process(*asked, TZ="Asia/Tokyo", PYTHONHASHSEED="7")

        assert (0, "") == (done.status, done.err)
        assert first == (merged.root / "e.zip").read_bytes()

    @pytest.mark.parametrize("options", [(), ("--internal",)])
    def test_sums(self, merged: StatementRepo, options: tuple[str, ...]) -> None:
        """
        SHA256SUMS names every other file of the bundle with its true hash.
        """
        files = bundle(merged, *options)

        sums = files.pop("SHA256SUMS").decode().splitlines()
        assert [
            f"{hashlib.sha256(data).hexdigest()}  {path}"
            for path, data in sorted(files.items())
        ] == sums

    def test_paths(self, merged: StatementRepo) -> None:
        """
        No file of the bundle unpacks outside the folder that it is unpacked in.
        """
        paths = [PurePosixPath(one) for one in bundle(merged)]

        assert not any(one.is_absolute() or ".." in one.parts for one in paths)

    def test_locked_texts(self, merged: StatementRepo) -> None:
        """
        The text is that of the record: each file has the hash that the record locks.
        """
        files = bundle(merged)

        locked = {
            f"text/{path.partition('/')[2]}": sha256
            for path, sha256 in facts(files)["lock"].items()
        }
        assert locked == {
            path: f"sha256:{hashlib.sha256(data).hexdigest()}"
            for path, data in files.items()
            if path.startswith("text/")
        }

    def test_change(self, merged: StatementRepo) -> None:
        """
        What changed is told in words, with the text before beside it.
        """
        files = bundle(merged)

        assert b"for [-90 days-]{+120 days+}." in files["changes/en.txt"]
        assert b"90 days" in files["before/en/retention.md"]
        assert b"120 days" in files["text/en/retention.md"]

    def test_disk(self, merged: StatementRepo) -> None:
        """
        What is edited and not committed is no evidence of anything.
        """
        before = bundle(merged)
        merged.write(in_folder(LABEL, "notice/en.md"), "Nothing changes.\n")

        assert before == bundle(merged)


class TestFacts:
    def test_days(self, merged: StatementRepo) -> None:
        """
        The facts have the days, the approval, and since when people were told.
        """
        found = facts(bundle(merged))

        assert ("scheduled", LABEL, "2026-04-03") == (
            found["status"],
            found["published"],
            found["effective"],
        )
        assert {"by": "A. Editor", "on": LABEL} == found["approved"]
        assert {KEPT_LONGER: LABEL} == found["announced"]

    def test_as_of(self, merged: StatementRepo) -> None:
        """
        On a later day the same version was in force.
        """
        found = facts(bundle(merged, "--as-of", "2026-05-01"))

        assert ("in-force", "2026-04-03", None) == (
            found["status"],
            found["in_force_from"],
            found["in_force_until"],
        )

    def test_chain(self, merged: StatementRepo) -> None:
        """
        The chain goes back to the first record, each naming the digest before it.
        """
        chain = facts(bundle(merged))["chain"]

        assert [LABEL, FIRST] == [one["version"] for one in chain]
        assert [chain[1]["digest"], None] == [one["previous"] for one in chain]

    def test_forms(self, overruled: StatementRepo) -> None:
        """
        Each form that the branch held of the record can be read from git.
        """
        forms = facts(bundle(overruled))["forms"]

        texts = [overruled.git("cat-file", "blob", one["object"]) for one in forms]
        assert [False, True] == sorted("rescheduled" in text for text in texts)

    def test_adopted(self, repo: StatementRepo) -> None:
        """
        Of an adopted version it is said that its dates are the record's alone.
        """
        days = ("--published", "2020-01-02", "--effective", "2020-01-02")
        repo.run(
            *("release", "--adopt", "--version", "2020-01-02", "--by", "A. Editor"),
            *days,
            today="2026-01-02",
        )
        repo.commit("2026-01-02")

        found = facts(bundle(repo, label="2020-01-02"))

        assert (True, "2020-01-02", "in-force") == (
            found["adopted"],
            found["published"],
            found["status"],
        )

    def test_first_version(self, merged: StatementRepo) -> None:
        """
        A first version was held against nothing, and has no text before it.
        """
        files = bundle(merged, label=FIRST)

        assert facts(files)["assessment"] is None
        assert not any(one.startswith(("before/", "changes/")) for one in files)


class TestDecisions:
    def test_overruled(self, overruled: StatementRepo) -> None:
        """
        A material finding that a person overruled stays in sight, with the name.
        """
        found = facts(bundle(overruled))

        assert [(KEPT_LONGER, "material")] == [
            (one["id"], one["outcome"]) for one in found["assessment"]["findings"]
        ]
        assert [(KEPT_LONGER, "editorial", "A. Editor")] == [
            (one["finding"], one["verdict"], one["by"]) for one in found["decisions"]
        ]

    def test_without_reasons(self, overruled: StatementRepo) -> None:
        """
        What persons gave as their reasons is nowhere in it.
        """
        files = bundle(overruled)

        assert "record.yaml" not in files
        assert [] == [
            (path, words)
            for path, data in files.items()
            for words in (WHY, MOVED_BECAUSE)
            if words in data.decode()
        ]

    def test_with_reasons(self, overruled: StatementRepo) -> None:
        """
        With --internal they are, and so is the record as it stands.
        """
        files = bundle(overruled, "--internal")

        found = facts(files)
        assert [WHY] == [one["reason"] for one in found["decisions"]]
        assert [MOVED_BECAUSE] == [one["reason"] for one in found["events"]]
        assert overruled.read(in_folder(LABEL)).encode() == files["record.yaml"]

    def test_how(self, tmp_path: Path) -> None:
        """
        How a choice was given is told with --internal alone.
        """
        repo = _with_obligation(tmp_path)

        inner, outer = bundle(repo, "--internal"), bundle(repo)

        assert b"By a form at the desk." in inner["facts.json"]
        assert not any(b"form at the desk" in data for data in outer.values())
        assert ["obligation-met"] == [one["kind"] for one in facts(outer)["events"]]


def _with_obligation(home: Path) -> StatementRepo:
    """Make a project that gave people a choice, and said how."""
    repo = StatementRepo.with_statement(home / "choice").statement(UNDER_NO_PROFILE)
    repo.publish(FIRST)
    repo.section("retention", LONGER).publish(LABEL)
    how = ("--how", "By a form at the desk.", "--by", "A. Editor")
    repo.run("obligation-met", LABEL, "choice-people", *how, today="2026-03-04")
    repo.commit("2026-03-04")
    return repo


class TestNotice:
    def test_as_approved(self, merged: StatementRepo) -> None:
        """
        The notice is that which was approved, byte for byte.
        """
        approved = merged.read(in_folder(LABEL, "notice/en.md")).encode()

        assert approved == bundle(merged)["notice/en.md"]

    def test_edited_since(self, merged: StatementRepo) -> None:
        """
        Another notice than the approved one is no evidence, and is named.
        """
        path = in_folder(LABEL, "notice/en.md")
        merged.write(path, "Nothing changes.\n").commit(DAY)

        done = merged.run("evidence", LABEL, "-o", "e.zip", today=DAY)

        assert 1 == done.status
        assert f"{path}: error notice-changed: " in done.err
        assert not (merged.root / "e.zip").exists()


class TestOutput:
    @pytest.mark.parametrize(
        ("target", "reason"),
        [
            ("statements/e.zip", "it lies in statements/"),
            ("link.zip", "it is a link"),
            ("site", "it is no file"),
            ("nowhere/e.zip", "No such file or directory"),
        ],
        ids=["among-statements", "link", "folder", "no-folder"],
    )
    def test_refused(self, merged: StatementRepo, target: str, reason: str) -> None:
        """
        The bundle is written to a plain file beside the statements, or not at all.
        """
        (merged.root / "kept.zip").write_bytes(b"kept")
        (merged.root / "link.zip").symlink_to(merged.root / "kept.zip")
        (merged.root / "site").mkdir()

        done = merged.run("evidence", LABEL, "-o", target, today=DAY)

        assert (1, "") == (done.status, done.out)
        assert (
            f'error: "{target}" can\'t be written: {reason}\n'
            "hint: Give another name with --output.\n"
        ) == done.err
        assert b"kept" == (merged.root / "kept.zip").read_bytes()

    def test_edited_text(self, merged: StatementRepo) -> None:
        """
        Of a version whose text was edited since there is no evidence to give.
        """
        merged.write(in_folder(LABEL, "en/retention.md"), "Other.\n").commit(DAY)

        done = merged.run("evidence", LABEL, "-o", "e.zip", today=DAY)

        assert 1 == done.status
        assert not (merged.root / "e.zip").exists()
