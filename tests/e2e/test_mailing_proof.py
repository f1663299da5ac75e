from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from datetime import date
from datetime import timedelta
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from builders import StatementRepo
from mailing_runs import ALL_CHANNELS
from mailing_runs import DAY
from mailing_runs import files_of
from mailing_runs import many
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import notice
from mailing_runs import run_json
from proposals import LABEL
from steps import FURTHER
from steps import record

if TYPE_CHECKING:
    from pathlib import Path

    from builders import Outcome


@pytest.fixture
def made(tmp_path: Path) -> StatementRepo:
    """A project with the messages about its version 2026-03-01 in `out`."""
    repo = merged_project(tmp_path / "project")
    repo.write("members.csv", members_csv(many(20, ALL_CHANNELS)))
    notice(repo, "--by", "A. Sender")
    return repo


def verify(repo: StatementRepo) -> Outcome:
    """Verify the run."""
    return repo.run("verify", "--run", "out", today=DAY)


def tell(repo: StatementRepo, *options: str, version: str = LABEL) -> Outcome:
    """Record that the messages of the run went out."""
    given = ("--run", "out", "--on", DAY)
    return repo.run("notified", version, *given, *options, today=DAY)


def proof_of(repo: StatementRepo) -> str:
    """Give the hash of the record of the run."""
    content = (repo.root / "out/run.json").read_bytes()
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def refusal_of(done: Outcome) -> str:
    """Give what is said where something is refused."""
    assert 1 == done.status
    return done.err


class TestVerify:
    """Whether a run is what its record says."""

    def test_sound(self, made: StatementRepo) -> None:
        """
        A run that is as it was made is said to be.
        """
        done = verify(made)

        assert 0 == done.status
        assert (
            "website: 2 versions, as recorded\n"
            "out: 9 files on version 2026-03-01, as made\n"
            "  read        20 rows\n"
            "  made        for 19 members: e-mail 19, letter 19, text message 19 and "
            "app 19\n"
            "  in en       76 messages to those who knew the text of 2026-01-10\n"
            "  rejected    1 row\n"
            "              1  the row has no e-mail address (no-email)\n"
            "  suppressed  none\n"
            f"  proof {proof_of(made)}\n"
        ) == done.out

    def test_trial(self, made: StatementRepo) -> None:
        """
        Of a trial it is said that it is one.
        """
        notice(made, "--limit", "5", out="out2")

        done = made.run("verify", "--run", "out2", today=DAY)

        assert (
            "as made\n"
            "  a trial with some members: it can't be recorded as proof\n"
            "  read        5 rows\n"
        ) in done.out

    def test_as_json(self, made: StatementRepo) -> None:
        """
        The same is there as data.
        """
        done = made.run("verify", "--run", "out", "--format", "json", today=DAY)

        run = json.loads(done.out)["run"]
        assert (False, proof_of(made), LABEL, 19) == (
            run["trial"],
            run["proof"],
            run["version"],
            run["counts"]["made"],
        )

    @pytest.mark.parametrize(
        "path",
        [
            *("email/part-00000.jsonl.gz", "sms/part-00000.jsonl.gz"),
            *("letter/part-00000-en-01.pdf", "letter/part-00000-en-01.csv"),
            *("kit.json", "plan.json", "rejects.csv", "rejects/part-00000.csv"),
        ],
    )
    def test_edited(self, made: StatementRepo, path: str) -> None:
        """
        Every file that is not the one that was made is named.
        """
        file = made.root / "out" / path
        file.write_bytes(file.read_bytes() + b"\n")

        done = verify(made)

        assert 1 == done.status
        assert f"  {path}: it is not the file that was made\n" in done.out

    def test_missing_and_added(self, made: StatementRepo) -> None:
        """
        So is one that is gone, and one that the run didn't make.
        """
        (made.root / "out/app/part-00000.jsonl.gz").unlink()
        made.write("out/email/more.jsonl.gz", b"x")

        done = verify(made)

        assert 1 == done.status
        assert "  app/part-00000.jsonl.gz: it is missing\n" in done.out
        assert "  email/more.jsonl.gz: the run didn't make it\n" in done.out

    def test_edited_record(self, made: StatementRepo) -> None:
        """
        A record that was edited is none.
        """
        text = made.read("out/run.json").replace("A. Sender", "B. Sender")
        made.write("out/run.json", text)

        done = verify(made)

        assert 1 == done.status
        assert (
            'error: "out" holds no complete run: run.json is not as it was written\n'
            "hint: Name the folder that `notice` wrote with -o. If its run was "
            "stopped, run the same command again: it goes on where it stopped.\n"
        ) == done.err

    def test_stopped(self, made: StatementRepo) -> None:
        """
        A run without its record isn't complete.
        """
        made.delete("out/run.json")

        done = verify(made)

        assert 1 == done.status
        assert 'error: "out" holds no complete run: run.json is missing\n' in done.err

    def test_other_version(self, made: StatementRepo, tmp_path: Path) -> None:
        """
        A run is about the very text that this repository has recorded.
        """
        other = StatementRepo.with_statement(tmp_path / "other")
        other.publish("2026-01-10")
        other.section("lending", FURTHER)
        other.publish(LABEL)
        (made.root / "out").rename(other.root / "out")

        done = verify(other)

        assert 1 == done.status
        assert "2026-03-01 of website is recorded with another digest\n" in done.out

    def test_unknown_version(self, made: StatementRepo, tmp_path: Path) -> None:
        """
        A version that isn't recorded at all is none that people were told of.
        """
        other = StatementRepo.with_statement(tmp_path / "other")
        other.publish("2026-01-10")
        (made.root / "out").rename(other.root / "out")

        done = verify(other)

        assert 1 == done.status
        assert (
            "  run.json: version 2026-03-01 of website is not recorded here\n"
        ) in done.out


class TestWithoutPersonalData:
    """A run of which only that is kept which names no member."""

    KEPT = ("run.json", "plan.json", "kit.json", "done")

    @pytest.fixture
    def kept(self, made: StatementRepo) -> StatementRepo:
        """The run, when the messages and the rows of members are deleted."""
        for one in (made.root / "out").iterdir():
            if one.name not in self.KEPT:
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        return made

    def verify(self, repo: StatementRepo, *options: str) -> Outcome:
        """Verify what is kept."""
        given = ("--run", "out", "--without-personal-data", *options)
        return repo.run("verify", *given, today=DAY)

    def test_kept(self, kept: StatementRepo) -> None:
        """
        What is left is held against the record, and it is said what was not.
        """
        done = self.verify(kept)
        data = json.loads(self.verify(kept, "--format", "json").out)["run"]

        assert 0 == done.status
        assert (
            "out: 2 files on version 2026-03-01, as made\n"
            "  not checked: 7 files with personal data (messages, rejected and "
            "suppressed rows), not here\n"
            "  read        20 rows\n"
        ) in done.out
        assert (2, 7, []) == (data["files"], data["files_unchecked"], data["faults"])

    def test_strict(self, kept: StatementRepo) -> None:
        """
        Without being asked nothing is left out: one sentence says what to ask for.
        """
        done = verify(kept)

        assert 1 == done.status
        assert (
            "  the files with personal data (7) are all missing: messages, rejected "
            "and suppressed rows. With --without-personal-data, `duenotice verify "
            "--run` checks the rest.\n"
            "out: 9 files on version 2026-03-01, 1 fault\n"
        ) in done.out

    def test_no_proof(self, kept: StatementRepo) -> None:
        """
        What is left proves nothing new: nobody can say what the messages were.
        """
        assert 'error: the run in "out" proves nothing: ' in refusal_of(tell(kept))

    def test_still_here(self, made: StatementRepo) -> None:
        """
        Files that are still there are not looked at either, and that is said.
        """
        made.write("out/sms/part-00000.jsonl.gz", b"x")

        done = self.verify(made)

        assert (0, True) == (done.status, "rows), 7 still here\n" in done.out)

    @pytest.mark.parametrize("path", ["kit.json", "plan.json", "done/part-00000.json"])
    def test_rest_is_checked(self, kept: StatementRepo, path: str) -> None:
        """
        All else has to be there, and as it was made.
        """
        kept.delete(f"out/{path}")

        done = self.verify(kept)

        assert 1 == done.status
        assert f"  {path}: it is missing\n" in done.out

    def test_added(self, kept: StatementRepo) -> None:
        """
        A file that the run didn't make is named, wherever it lies.
        """
        kept.write("out/sms/more.csv", b"x")

        done = self.verify(kept)

        assert 1 == done.status
        assert "  sms/more.csv: the run didn't make it\n" in done.out

    def test_other_version(self, kept: StatementRepo, tmp_path: Path) -> None:
        """
        The version has to be the one that is recorded.
        """
        other = StatementRepo.with_statement(tmp_path / "other")
        other.publish("2026-01-10")
        (kept.root / "out").rename(other.root / "out")

        done = self.verify(other)

        assert 1 == done.status
        assert "2026-03-01 of website is not recorded here\n" in done.out

    def test_without_a_run(self, made: StatementRepo) -> None:
        """
        It is asked of a run alone.
        """
        done = made.run("verify", "--without-personal-data", today=DAY)

        assert 2 == done.status
        assert "name the run with --run" in done.err


class TestNotified:
    """A run as proof that people were told."""

    def test_each_channel(self, made: StatementRepo) -> None:
        """
        The record of the version gets an event for each channel, with the proof.
        """
        done = tell(made)

        assert (
            0,
            "".join(
                f"Version 2026-03-01: 19 told by {channel} on 2026-03-02.\n"
                for channel in ("e-mail", "letter", "text message", "app")
            ),
        ) == (done.status, done.out)
        events = record(made, LABEL).events
        assert [
            {"channel": one, "count": "19", "by": "A. Sender", "proof": proof_of(made)}
            for one in ("email", "letter", "sms", "app")
        ] == [event.details for event in events]

    def test_one_channel(self, made: StatementRepo) -> None:
        """
        Where letters go out on another day, each is recorded by itself.
        """
        tell(made, "--channel", "letter", "--by", "Print House")

        (event,) = record(made, LABEL).events
        assert ("letter", "Print House") == (
            event.details["channel"],
            event.details["by"],
        )

    def test_the_rest(self, made: StatementRepo) -> None:
        """
        What isn't recorded of the run yet is recorded later, on a day of its own.
        """
        tell(made, "--channel", "letter")

        done = made.run(
            *("notified", LABEL, "--run", "out", "--on", "2026-03-05"),
            today="2026-03-05",
        )

        assert (
            "".join(
                f"Version 2026-03-01: 19 told by {channel} on 2026-03-05.\n"
                for channel in ("e-mail", "text message", "app")
            ),
            (
                "Recorded before: told by letter on 2026-03-02.\n"
                "Commit the record: it counts once it is on the publishing branch.\n"
            ),
        ) == (done.out, done.err)
        assert [("letter", DAY)] + [
            (channel, "2026-03-05") for channel in ("email", "sms", "app")
        ] == [
            (event.details["channel"], event.on.isoformat())
            for event in record(made, LABEL).events
        ]

    def test_meets_the_hold(self, made: StatementRepo) -> None:
        """
        What is proven and what a person said are told apart, as the status says.
        """
        tell(made)
        told = ("--channel", "letter", "--on", DAY, "--count", "1")
        made.run("notified", LABEL, *told, today=DAY)
        made.commit(DAY)

        done = made.run("status", today=DAY)

        assert (
            "  messages     2026-03-01  letter 1 on 2026-03-02, by word\n"
            "                           e-mail 19, letter 19, text message 19 and app "
            f"19 on 2026-03-02, proven by run {proof_of(made)[7:19]}\n"
        ) in done.out
        data = made.run("status", "--format", "json", today=DAY).out
        newest = json.loads(data)["statements"][0]["versions"][-1]
        assert {
            "channel": "email",
            "on": DAY,
            "count": 19,
            "effective": "2026-04-03",
            "proof": proof_of(made),
            "version": LABEL,
            "counts": True,
            "uncounted_because": None,
            "reworded_since": False,
        } == newest["told"][0]

    def test_recorded_otherwise(self, made: StatementRepo) -> None:
        """
        Whoever records a channel again hears what is recorded of it: both are counted.
        """
        told = ("--channel", "email", "--on", DAY, "--count", "412000")
        named = ("--by", "B. Sender")
        made.run("notified", LABEL, *told, *named, today=DAY)
        proven = tell(made, "--channel", "email")
        again = made.run("notified", LABEL, *told, *named, today=DAY)

        by_word = f"412,000 on {DAY}, by word. Both are counted."
        by_run = f"19 on {DAY}, proven by run {proof_of(made)[7:19]}. Both are counted."
        beginning = "warning: e-mail is recorded already:"
        assert [f"{beginning} {by_word}"] == proven.err.splitlines()[:-1]
        assert [f"{beginning} {by_word}", f"{beginning} {by_run}"] == (
            again.err.splitlines()[:-1]
        )

    def test_unnamed(self, made: StatementRepo) -> None:
        """
        Where nobody is named who sent them, that is said while it can still be mended.
        """
        told = ("--channel", "email", "--on", DAY, "--count", "5")
        done = made.run("notified", LABEL, *told, today=DAY)

        assert (
            "warning: nobody is named who sent them. To name somebody, undo this in "
            f"statements/website/versions/{LABEL}/record.yaml while it is in no "
            "commit, and say so with --by.\n"
            "Commit the record: it counts once it is on the publishing branch.\n"
        ) == done.err

    def test_twice(self, made: StatementRepo) -> None:
        """
        The same messages are recorded once.
        """
        tell(made)

        done = tell(made)

        assert (
            "error: the record of version 2026-03-01 says already that these messages "
            f"went out on {DAY}\n"
            "hint: There is nothing more to record of them.\n"
        ) == refusal_of(done)

    def test_channel_twice(self, made: StatementRepo) -> None:
        """
        So are those of one channel.
        """
        tell(made, "--channel", "letter")

        done = tell(made, "--channel", "letter")

        assert (
            "error: the record of version 2026-03-01 says already that these messages "
            f"went out on {DAY}\n"
        ) in refusal_of(done)

    def test_tampered(self, made: StatementRepo) -> None:
        """
        A run that isn't as it was made proves nothing.
        """
        made.write("out/sms/part-00000.jsonl.gz", b"x")

        done = tell(made)

        assert (
            'error: the run in "out" proves nothing: sms/part-00000.jsonl.gz: it is '
            "not the file that was made\n"
            "hint: Run `duenotice verify --run` to see all that is wrong.\n"
        ) == refusal_of(done)

    def test_other_version(self, made: StatementRepo) -> None:
        """
        It proves nothing about another version.
        """
        done = tell(made, version="2026-01-10")

        assert (
            'error: the run in "out" is about version 2026-03-01, not 2026-01-10\n'
            "hint: Name the version that the run was made for, or its own run.\n"
        ) == refusal_of(done)

    def test_trial(self, made: StatementRepo) -> None:
        """
        A trial with some members proves nothing about the others.
        """
        notice(made, "--limit", "5", out="out2")

        done = tell(made, "--run", "out2")

        assert (
            'error: the run in "out2" was a trial with some members only\n'
            "hint: Make the messages without --limit and --sample, and send those.\n"
        ) == refusal_of(done)

    def test_no_such_message(self, made: StatementRepo) -> None:
        """
        It proves nothing about a channel that it made nothing for.
        """
        notice(made, "--channel", "email", out="out2")

        done = tell(made, "--run", "out2", "--channel", "sms")

        assert (
            'error: the run in "out2" made no message for sms\n'
            "hint: Record only messages that went out.\n"
        ) == refusal_of(done)

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--count", "5"), "the run says how many"),
            (("--channel", "banner"), "no run makes messages for banner"),
        ],
        ids=["count", "banner"],
    )
    def test_asked_wrongly(
        self, made: StatementRepo, options: tuple[str, ...], said: str
    ) -> None:
        """
        What the run says itself can't be said beside it.
        """
        done = tell(made, *options)

        assert 2 == done.status
        assert said in done.err

    def test_word_alone(self, made: StatementRepo) -> None:
        """
        Without a run, a person says by which channel and how many.
        """
        done = made.run("notified", LABEL, "--on", DAY, today=DAY)

        assert 2 == done.status
        assert "say by which channel and how many" in done.err


class TestEvidence:
    def test_proof(self, made: StatementRepo) -> None:
        """
        The evidence of a version names the record of the run.
        """
        tell(made)
        made.commit(DAY)
        done = made.run("evidence", LABEL, "-o", "evidence", today=DAY)

        assert 0 == done.status
        with ZipFile(made.root / "evidence") as bundle:
            facts = json.loads(bundle.read("facts.json"))
        assert proof_of(made) == facts["events"][0]["proof"]

    def test_runs(self, made: StatementRepo) -> None:
        """
        With the run its record and its words are in the bundle, as the proof says.
        """
        tell(made)
        made.commit(DAY)
        done = self.gather(made)

        assert (0, "") == (done.status, done.err)
        folder = f"runs/{proof_of(made)[7:19]}"
        with ZipFile(made.root / "evidence") as bundle:
            names = [one for one in bundle.namelist() if one.startswith("runs/")]
            run = bundle.read(f"{folder}/run.json")
            sums = bundle.read("SHA256SUMS").decode()
            kit = hashlib.sha256(bundle.read(f"{folder}/kit.json")).hexdigest()
            readme = bundle.read("README.txt").decode()
        assert [f"{folder}/kit.json", f"{folder}/run.json"] == names
        assert proof_of(made) == f"sha256:{hashlib.sha256(run).hexdigest()}"
        assert f"sha256:{kit}" == json.loads(run)["plan"]["kit"]
        assert f"{kit}  {folder}/kit.json\n" in sums
        assert "They are in runs/" in readme

    def test_unrecorded_run(self, made: StatementRepo) -> None:
        """
        A run of which nobody says that it was sent is no evidence.
        """
        assert (
            'error: the record of version 2026-03-01 doesn\'t name the run in "out" as '
            "proof\n"
            "hint: Record it with `duenotice notified 2026-03-01 --run out --on DATE`, "
            "and commit that.\n"
        ) == refusal_of(self.gather(made))

    def test_other_words(self, made: StatementRepo) -> None:
        """
        Words that aren't those of the run are no evidence either.
        """
        tell(made)
        made.commit(DAY)
        made.write("out/kit.json", made.read("out/kit.json") + " ")

        assert (
            'error: the run in "out" proves nothing: kit.json: it is not the file that '
            "was made\n"
        ) in refusal_of(self.gather(made))

    def gather(self, repo: StatementRepo) -> Outcome:
        """Gather the evidence with the run."""
        given = ("-o", "evidence", "--run", "out")
        return repo.run("evidence", LABEL, *given, today=DAY)


class TestPersonalData:
    """What members are called stays in what is made for them."""

    def test_nowhere_else(self, made: StatementRepo) -> None:
        """
        No name, address or number is printed, or stands in what a run says of itself.
        """
        done = notice(made, out="out2")
        told = [done.out, done.err]
        paths = ("run.json", "plan.json", "kit.json", "done/part-00000.json")
        told += (made.read(f"out2/{path}") for path in paths)

        words = ("Müller", "ana.", "213555", "213 555", "Elm", "M-0000", "M\\u00fcller")
        assert [] == [one for one in words for text in told if one in text]
        assert ".duenotice-work" not in {
            path.split("/")[0] for path in files_of(made.root / "out2")
        }

    def test_counts_alone(self, made: StatementRepo) -> None:
        """
        Of rejected rows the record has the reasons and how many.
        """
        assert {"no-email": 1} == run_json(made)["counts"]["rejected"]


class TestOutdated:
    """Messages that tell of another day, or in other words, prove nothing."""

    def moved(self, repo: StatementRepo, before: str, after: str, today: str) -> None:
        """Move the change, put the day into its notice, and record both."""
        path = f"statements/website/versions/{LABEL}/notice/en.md"
        given = ("--effective", after, "--reason", "More time")
        assert 0 == repo.run("reschedule", LABEL, *given, today=today).status
        text = repo.read(path).replace(_long(before), _long(after))
        text = text.replace(_long(_eve(before)), _long(_eve(after)))
        repo.write(path, text)
        assert 0 == repo.run("approve", LABEL, "--by", "A. Editor", today=today).status
        repo.commit(today)

    def test_other_day(self, made: StatementRepo) -> None:
        """
        Messages that name the day before the change was moved are no proof.
        """
        self.moved(made, "2026-04-03", "2026-05-01", DAY)

        assert (
            'error: the messages in "out" say 2026-04-03, which was not the effective '
            f"day on {DAY}\n"
            "hint: If they went out on another day, give that one. Else make the "
            "messages anew with `duenotice notice`, into another folder: people have "
            "to be told what holds now.\n"
        ) == refusal_of(tell(made))

    def test_before_their_own_day(self, made: StatementRepo) -> None:
        """
        Messages don't go out before the day that is written on them.
        """
        given = ("--run", "out", "--on", "2026-03-01")
        done = made.run("notified", LABEL, *given, today=DAY)

        assert (
            f'error: the messages in "out" are dated {DAY}: they didn\'t go out on '
            "2026-03-01\n"
            "hint: Give the day on which they went out with --on.\n"
        ) == refusal_of(done)

    def test_told_before_it_was_moved(self, made: StatementRepo) -> None:
        """
        Those that went out before it was moved were right on their day.
        """
        self.moved(made, "2026-04-03", "2026-05-01", "2026-03-20")

        given = ("--run", "out", "--on", DAY)
        assert 0 == made.run("notified", LABEL, *given, today="2026-03-20").status

    def test_other_words(self, made: StatementRepo) -> None:
        """
        Messages with the words before a correction are no proof.
        """
        path = f"statements/website/versions/{LABEL}/notice/en.md"
        made.write(path, f"{made.read(path)}\nPlease ask us if anything is unclear.\n")
        assert 0 == made.run("approve", LABEL, "--by", "A. Editor", today=DAY).status
        made.commit(DAY)

        assert (
            'error: the messages in "out" have not the words that were approved on '
            f"{DAY}\n"
        ) in refusal_of(tell(made))

    def test_other_keys(self, made: StatementRepo) -> None:
        """
        What tells of another day has other keys, so that a service sends it too.
        """
        self.moved(made, "2026-04-03", "2026-05-01", DAY)
        notice(made, out="out-again")

        first, second = (keys_of(made, one) for one in ("out", "out-again"))
        assert len(first) == len(second)
        assert set() == first & second


def keys_of(repo: StatementRepo, folder: str) -> set[str]:
    """Give the keys of the e-mails."""
    content = (repo.root / folder / "email/part-00000.jsonl.gz").read_bytes()
    return {json.loads(line)["key"] for line in gzip.decompress(content).splitlines()}


def _eve(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _long(day: str) -> str:
    one = date.fromisoformat(day)
    return f"{one:%B} {one.day}, {one.year}"
