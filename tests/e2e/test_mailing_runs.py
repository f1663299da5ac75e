from __future__ import annotations

import contextlib
import csv
import json
import os
import pty
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from mailing_runs import ALL_CHANNELS
from mailing_runs import DAY
from mailing_runs import SETTINGS
from mailing_runs import files_of
from mailing_runs import many
from mailing_runs import member
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import messages
from mailing_runs import notice
from mailing_runs import run_json
from proposals import LABEL
from shelf import shelf

if TYPE_CHECKING:
    from pathlib import Path

    from builders import StatementRepo


@pytest.fixture
def merged(tmp_path: Path) -> StatementRepo:
    """A project whose version 2026-03-01 is public, and people are to be told."""
    return merged_project(tmp_path / "project")


class TestEditions:
    """Without a file of members."""

    def test_what_they_would_be(self, merged: StatementRepo) -> None:
        """
        The messages are laid out and checked, and nothing is written.
        """
        before = files_of(merged.root)

        done = merged.run("notice", LABEL, today=DAY)

        assert (0, "") == (done.status, done.err)
        assert done.out.startswith("website: messages about version 2026-03-01\n")
        assert "in force on 2026-04-03; notice approved by" in done.out
        assert before == files_of(merged.root)

    def test_as_json(self, merged: StatementRepo) -> None:
        """
        The same is there as data.
        """
        done = merged.run("notice", LABEL, "--format", "json", today=DAY)

        (edition,) = json.loads(done.out)["editions"]
        assert ("en", "2026-01-10") == (edition["locale"], edition["baseline"])

    def test_gate(self, tmp_path: Path) -> None:
        """
        Of a version that hasn't passed the gate nothing is made.
        """
        repo = merged_project(tmp_path / "held", is_cleared=False)
        repo.write("members.csv", members_csv(many(1)))

        done = notice(repo)

        assert 1 == done.status
        assert "error notice-unapproved: " in done.err
        assert done.err.splitlines()[-2] == (
            "error: no messages are made of version 2026-03-01: it has not passed the "
            "gate"
        )
        assert not (repo.root / "out").exists()


class TestCounts:
    """Each row is made, rejected or suppressed."""

    def test_add_up(self, merged: StatementRepo) -> None:
        """
        Read is made, rejected and suppressed, in the summary and in the record.
        """
        rows = [member(1), member(2, email="nobody"), member(1), member(3, "sms")]
        merged.write("members.csv", members_csv([*rows, member(4)]))
        merged.write("stop.txt", "M-00004\n")

        done = notice(merged, "--suppress", "stop.txt")

        assert 0 == done.status
        counts = run_json(merged)["counts"]
        assert (5, 2, {"email-invalid": 1}, {"duplicate": 1, "listed": 1}) == tuple(
            counts[one] for one in ("read", "made", "rejected", "suppressed")
        )
        assert (
            "  read        5 rows\n"
            "  made        for 2 members: e-mail 1 and text message 1\n"
            "  in en       2 messages to those who knew the text of 2026-01-10\n"
            "  rejected    1 row\n"
        ) in done.out

    def test_listed(self, merged: StatementRepo) -> None:
        """
        How many of a list were met is told: a list of other ids than the file's helps
        nobody.
        """
        merged.write("members.csv", members_csv([member(1), member(1), member(2)]))
        merged.write("stop.txt", "M-00001\nB-1\nB-2\nB-2\n")

        done = notice(merged, "--suppress", "stop.txt")

        counts = run_json(merged)["counts"]
        assert (3, 1) == (counts["listed"], counts["listed_met"])
        assert "Of 3 ids on the list, 1 was found in the file of members." in done.err

    def test_without_text(self, merged: StatementRepo) -> None:
        """
        Who asks for a language without a text is told in the source's, and counted.
        """
        text = SETTINGS.replace("  id: id\n", "  id: id\n  language: name\n")
        merged.write("mailing.yaml", text)
        named = ("fr", "en", "")
        rows = [member(number, name=one) for number, one in enumerate(named)]
        merged.write("members.csv", members_csv(rows))

        done = notice(merged)

        assert {"fr": 1} == run_json(merged)["counts"]["without_text"]
        assert (
            "warning: 1 row asked for a language without a text and got the source "
            "language: fr 1. If"
        ) in done.err

    def test_rejects(self, merged: StatementRepo) -> None:
        """
        A row of which nothing could be made is kept whole, with what to do.
        """
        merged.write("members.csv", members_csv([member(1, email=""), member(2)]))

        done = notice(merged)

        with (merged.root / "out/rejects.csv").open(
            newline="", encoding="utf-8-sig"
        ) as file:
            (row,) = csv.DictReader(file)
        assert {**member(1, email=""), "reject_code": "no-email"}.items() <= row.items()
        assert (
            "warning: nothing was made for 1 row: each stands in out/rejects.csv"
            in (done.err)
        )

    def test_mended_rejects(self, merged: StatementRepo) -> None:
        """
        The file of rejects is mended and given again: those rows are made, and what
        isn't mended stands among the rejects with the same columns.
        """
        rows = [member(1, email="x"), member(2, email="y", phone="+1 213 555 0002")]
        merged.write("members.csv", members_csv(rows))
        notice(merged)
        first = merged.read("out/rejects.csv")
        merged.write("members.csv", first.replace(",x,", ",ana@members.example,"))

        notice(merged, out="out2")

        counts = run_json(merged, "out2")["counts"]
        assert (2, 1, 1) == (
            counts["read"],
            counts["made"],
            counts["rejected"]["email-invalid"],
        )
        assert first.splitlines()[::2] == merged.read("out2/rejects.csv").splitlines()

    def test_one_channel_fails(self, merged: StatementRepo) -> None:
        """
        Who can't be reached by one of the channels gets nothing by the others either.
        """
        unprintable = member(1, ALL_CHANNELS, street="W" * 80)
        merged.write("members.csv", members_csv([unprintable, member(2)]))

        notice(merged)

        assert {"address-too-long": 1} == run_json(merged)["counts"]["rejected"]
        assert ["ana.2@members.example"] == [
            one["to"]["email"] for one in messages(merged, "email")
        ]
        assert not (merged.root / "out/sms").exists()

    def test_nothing_made(self, merged: StatementRepo) -> None:
        """
        A run that makes nothing at all has failed.
        """
        merged.write("members.csv", members_csv([member(1, email="")]))

        assert 1 == notice(merged).status


class TestFiles:
    """What a mail house and a service are given."""

    def test_all_channels(self, merged: StatementRepo) -> None:
        """
        Each channel has its own folder, and nothing that was worked with stays.
        """
        merged.write("members.csv", members_csv(many(6, ALL_CHANNELS)))

        notice(merged)

        assert {
            *("app/part-00000.jsonl.gz", "done/part-00000.json"),
            *("email/part-00000.jsonl.gz", "kit.json", "letter/part-00000-en-01.csv"),
            *("letter/part-00000-en-01.pdf", "plan.json", "rejects.csv", "run.json"),
            "sms/part-00000.jsonl.gz",
        } == files_of(merged.root / "out").keys()

    def test_one_channel(self, merged: StatementRepo) -> None:
        """
        Only messages of the channels that are asked for are made.
        """
        rows = [member(1, ALL_CHANNELS), member(2, "letter")]
        merged.write("members.csv", members_csv(rows))

        notice(merged, "--channel", "sms")

        assert {"not-selected": 1} == run_json(merged)["counts"]["suppressed"]
        assert ["sms"] == [
            one["channel"] for one in run_json(merged)["counts"]["messages"]
        ]

    def test_eml(self, merged: StatementRepo) -> None:
        """
        E-mails can be whole files, each named by its key.
        """
        merged.write("members.csv", members_csv(many(3)))
        notice(merged)
        keys = {one["key"] for one in messages(merged, "email")}

        notice(merged, "--email-format", "eml", out="out-eml")

        with zipfile.ZipFile(merged.root / "out-eml/email/part-00000.zip") as file:
            assert {f"{key}.eml" for key in keys} == set(file.namelist())

    def test_merge(self, merged: StatementRepo) -> None:
        """
        For a service that fills templates in, each edition has one.
        """
        merged.write("members.csv", members_csv(many(3)))

        notice(merged, "--email-format", "merge")

        folder = merged.root / "out/email"
        template = json.loads((folder / "en.2026-01-10.template.json").read_text())
        (first, *_) = messages(merged, "email")
        assert template["template"] == first["template"]
        assert 0 == merged.run("verify", "--run", "out", today=DAY).status

    def test_sample(self, merged: StatementRepo) -> None:
        """
        A trial makes some of the members, the same ones each time.
        """
        merged.write("members.csv", members_csv(many(40)))

        notice(merged, "--sample", "5")
        notice(merged, "--sample", "5", out="out2")

        assert 5 == run_json(merged)["counts"]["read"]
        assert files_of(merged.root / "out") == files_of(merged.root / "out2")


class TestElsewhere:
    """Files that are in no folder."""

    def test_same_run(self, merged: StatementRepo) -> None:
        """
        A run into any storage is the run into a folder, and is verified there.
        """
        merged.write("members.csv", members_csv(many(10, "email sms")))
        notice(merged)

        elsewhere = shelf("run-elsewhere")

        done = notice(merged, out=elsewhere)

        checked = merged.run("verify", "--run", elsewhere, today=DAY)
        assert (0, 0) == (done.status, checked.status)
        proof = done.out.splitlines()[-1]
        assert proof == checked.out.splitlines()[-1]
        assert proof in merged.run("verify", "--run", "out", today=DAY).out


class TestProgress:
    """How a run goes on, for who waits."""

    def test_lines(self, merged: StatementRepo) -> None:
        """
        In a log each step has a line, and so has each part of the work.
        """
        merged.write("members.csv", members_csv(many(40, "sms")))

        done = notice(merged, "--partition-size", "20")

        steps = [one for one in done.err.splitlines() if one.endswith("…")]
        assert ("Reading the members …", "Writing the record of the run …") == (
            steps[0],
            steps[-1],
        )
        assert "Making messages: 40 rows in 2 partitions …" in steps
        assert any(one.endswith(" rows) …") and " % (" in one for one in steps)

    def test_bar(self, merged: StatementRepo) -> None:
        """
        On a terminal a bar shows the rate and the time that is left.
        """
        merged.write("members.csv", members_csv(many(40, "sms")))
        ours, theirs = pty.openpty()
        arguments = ("notice", LABEL, "--recipients", "members.csv", "-o", "out")
        split = ("--partition-size", "4")
        with subprocess.Popen(
            [sys.executable, "-m", "duenotice", "--today", DAY, *arguments, *split],
            cwd=merged.root,
            env={**merged.environment(), "COLUMNS": "120", "TERM": "xterm"},
            stdout=subprocess.DEVNULL,
            stderr=theirs,
        ):
            os.close(theirs)
            shown = _read_all(ours)

        assert "Making messages" in shown
        assert "40/40" in shown
        assert "rows/s" in shown


def _read_all(terminal: int) -> str:
    """Read what is shown on a terminal until nobody writes on it any more."""
    shown = b""
    with contextlib.suppress(OSError):
        while block := os.read(terminal, 1 << 16):
            shown += block
    os.close(terminal)
    return shown.decode()


class TestPreview:
    def test_written(self, merged: StatementRepo) -> None:
        """
        All messages for a sample member are on a page, whose place is printed.
        """
        done = merged.run("notice", LABEL, "--preview", "-o", "out", today=DAY)

        assert (0, "out/index.html\n") == (done.status, done.out)
        assert [".duenotice-preview", "index.html", "letter-en.pdf"] == sorted(
            files_of(merged.root / "out")
        )


HOSTILE = {
    "markup": "<script>alert(1)</script>",
    "template": "{{ 7 * 7 }}{% raw %}",
    "formula": '=HYPERLINK("https://evil","x")',
    "json": '","to":{"email":"x@y.example"},"x":"',
    "header": "Ana\r\nBcc: x@y.example",
    "direction": "Ana\u202egnp.exe",
    "nul": "Ana\x00Lee",
    "long": "x" * 70_000,
}
"""What somebody may have typed into a form."""


class TestHostile:
    """Fields that hold what would be more than text, for all channels at once."""

    @pytest.mark.parametrize("field", ["id", "name", "email", "phone", "street"])
    def test_text_or_rejected(self, merged: StatementRepo, field: str) -> None:
        """
        It is shown as text, or the row is rejected; every other row is as it was.
        """
        rows = [
            {**member(number, ALL_CHANNELS), field: value}
            for number, value in enumerate(HOSTILE.values())
        ]
        merged.write("members.csv", members_csv([*rows, member(99, ALL_CHANNELS)]))

        notice(merged)

        counts = run_json(merged)["counts"]
        assert 9 == counts["read"] == counts["made"] + sum(counts["rejected"].values())
        assert counts["made"] >= 1
        for channel in ("email", "sms", "app"):
            made = messages(merged, channel)
            assert counts["made"] == len(made)
            assert {LABEL} == {one["version"] for one in made}
        for one in messages(merged, "email"):
            assert one["to"]["email"].endswith("@members.example")
            assert "<script>alert" not in one["html"]
            assert "Bcc" not in json.dumps(one)

    def test_shown(self, merged: StatementRepo) -> None:
        """
        A name that looks like markup is the name in each message.
        """
        name = "<b>Ana</b> {{ 7 * 7 }}"
        merged.write("members.csv", members_csv([member(1, ALL_CHANNELS, name=name)]))

        notice(merged)

        (email,) = messages(merged, "email")
        assert "&lt;b&gt;Ana&lt;/b&gt; {{ 7 * 7 }}" in email["html"]
        assert name in email["text"]
        with (merged.root / "out/letter/part-00000-en-01.csv").open(newline="") as file:
            (row,) = csv.DictReader(file)
        assert name == row["name"]


class TestRefused:
    """What can't be begun."""

    def test_no_place(self, merged: StatementRepo) -> None:
        """
        Where members are given, the place for the files must be, too.
        """
        done = merged.run("notice", LABEL, "--recipients", "members.csv", today=DAY)

        assert 2 == done.status
        assert "say where the files go" in done.err

    def test_no_sender(self, merged: StatementRepo) -> None:
        """
        E-mails must come from an address.
        """
        merged.write("members.csv", members_csv(many(1)))
        lines = SETTINGS.splitlines(keepends=True)
        merged.write("mailing.yaml", "".join(lines[:2] + lines[3:]))

        done = notice(merged)

        assert 1 == done.status
        assert (
            "error: e-mails are to be made, and the sender has no e-mail address\n"
            'hint: Add "email" to "sender" in the settings, or name other channels '
            "with --channel.\n"
        ) == done.err

    @pytest.mark.parametrize("day", ["2026-02-28", "2026-05-02", "2030-01-01"])
    def test_other_day(self, merged: StatementRepo, day: str) -> None:
        """
        No message is dated before the version was public, nor long after today.
        """
        merged.write("members.csv", members_csv(many(1)))

        done = notice(merged, "--on", day)

        assert 1 == done.status
        assert (
            f"error: messages can't be dated {day}: a day from 2026-03-01 to "
            "2026-05-01 can be\n"
            "hint: Give the day on which they go out, with --on.\n"
        ) == done.err

    @pytest.mark.parametrize("path", ["notes.txt", "work/thesis.txt", "kit.json.bak"])
    def test_other_files(self, merged: StatementRepo, path: str) -> None:
        """
        A folder with other files in it is left alone.
        """
        merged.write("members.csv", members_csv(many(1))).write(f"out/{path}", "x")

        done = notice(merged)

        assert 1 == done.status
        assert "x" == merged.read(f"out/{path}")
        assert (
            'error: "out" holds files that are of no run\n'
            "hint: Name an empty folder, or one that isn't there yet, with -o.\n"
        ) == done.err

    def test_unknown_storage(self, merged: StatementRepo) -> None:
        """
        An address that nothing here reaches is refused before anything is read.
        """
        merged.write("members.csv", members_csv(many(1)))

        done = notice(merged, out="nowhere://there")

        assert 1 == done.status
        assert done.err.startswith('error: nothing here can reach "nowhere://there"')
