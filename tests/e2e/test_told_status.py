"""What `status` says of messages that went out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from typing import Any

import pytest

from builders import STATEMENT_YAML
from direct_messages import UNDER_GDPR
from direct_messages import merged
from direct_messages import move
from direct_messages import notify
from duenotice.release.request import Amends
from proposals import LABEL

if TYPE_CHECKING:
    from pathlib import Path

    from builders import StatementRepo


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """A version of 2026-03-01 of which each person must be told 30 days before."""
    return merged(tmp_path / "project", UNDER_GDPR)


def words_of(repo: StatementRepo, today: str, label: str = LABEL) -> list[str]:
    """Give what status says of messages, line by line."""
    lines = repo.run("status", today=today).out.splitlines()
    (start,) = (at for at, one in enumerate(lines) if one.startswith("  messages "))
    (end,) = (at for at, one in enumerate(lines) if one.startswith("  draft "))
    first = lines[start].partition(f"{label}  ")[2]
    return [first, *(one.strip() for one in lines[start + 1 : end])]


def told_of(repo: StatementRepo, day: str, place: int = -1) -> list[dict[str, Any]]:
    """Give the same as data, of the newest version if no other is named."""
    done = repo.run("status", "--as-of", day, "--format", "json", today="2026-04-30")
    versions = json.loads(done.out)["statements"][0]["versions"]
    return list(versions[place]["told"])


def weighed(repo: StatementRepo, day: str) -> list[tuple[object, object]]:
    """Give whether each word of messages counts, and why not."""
    told = told_of(repo, day)
    return [(one["counts"], one["uncounted_because"]) for one in told]


class TestWords:
    def test_by_channel(self, repo: StatementRepo) -> None:
        """
        What went out on a day is counted by channel, all together.
        """
        notify(repo, "2026-03-02")
        notify(repo, "2026-03-02", channel="sms")
        notify(repo, "2026-03-02")
        notify(repo, "2026-03-03", channel="letter")

        assert [
            "e-mail 2,500 and text message 1,250 on 2026-03-02, by word",
            "letter 1,250 on 2026-03-03, by word",
        ] == words_of(repo, "2026-03-03")

    def test_not_to_each(self, repo: StatementRepo) -> None:
        """
        What stands on the site is no message to each person.
        """
        notify(repo, "2026-03-02", channel="banner")

        assert ["must be out by 2026-03-04, in 2 days"] == words_of(repo, "2026-03-02")
        assert [(False, "not-to-each")] == weighed(repo, "2026-03-02")

    def test_void(self, repo: StatementRepo) -> None:
        """
        Messages that name a day too late are told as such, below the last day for new
        ones.
        """
        move(repo, "2026-08-01", "2026-03-02")
        notify(repo, "2026-03-03")
        move(repo, "2026-04-20", "2026-03-04")

        assert [
            "must be out by 2026-03-21, in 17 days",
            (
                "e-mail 1,250 on 2026-03-03, by word, told of 2026-08-01, moved to "
                "2026-04-20 since: doesn't count, the change was moved to an earlier "
                "day"
            ),
        ] == words_of(repo, "2026-03-04")
        notify(repo, "2026-03-05")
        assert "e-mail 1,250 on 2026-03-05, by word" == words_of(repo, "2026-03-05")[0]
        assert [(False, "moved")] == weighed(repo, "2026-03-04")
        assert [(True, None)] == weighed(repo, "2026-03-03")

    def test_moved_later(self, repo: StatementRepo) -> None:
        """
        Messages that name an earlier day count on, and it is told which day that was.
        """
        notify(repo, "2026-03-03")
        move(repo, "2026-06-01", "2026-03-10")
        notify(repo, "2026-03-12", channel="letter")

        assert [
            (
                "e-mail 1,250 on 2026-03-03, by word, told of 2026-04-03, moved to "
                "2026-06-01 since, in words that were corrected since"
            ),
            "letter 1,250 on 2026-03-12, by word",
        ] == words_of(repo, "2026-03-12")
        assert [
            ("email", "2026-04-03", True),
            ("letter", "2026-06-01", True),
        ] == [
            (one["channel"], one["effective"], one["counts"])
            for one in told_of(repo, "2026-03-12")
        ]
        assert ["e-mail 1,250 on 2026-03-03, by word"] == words_of(repo, "2026-03-09")

    def test_order_of_channels(self, repo: StatementRepo) -> None:
        """
        Channels stand in the same order, however they were recorded.
        """
        for channel in ("app", "sms", "letter", "email"):
            notify(repo, "2026-03-03", channel=channel)

        assert [
            (
                "e-mail 1,250, letter 1,250, text message 1,250 and app 1,250 on "
                "2026-03-03, by word"
            )
        ] == words_of(repo, "2026-03-03")

    def test_late(self, repo: StatementRepo) -> None:
        """
        Messages that went out too late are told as such, beside those in time.
        """
        notify(repo, "2026-03-04")
        notify(repo, "2026-03-20", channel="letter")

        assert [
            "e-mail 1,250 on 2026-03-04, by word",
            (
                "letter 1,250 on 2026-03-20, by word: too late, the last day was "
                "2026-03-04"
            ),
        ] == words_of(repo, "2026-03-20")
        assert [(True, None), (False, "late")] == weighed(repo, "2026-03-20")

    def test_held(self, repo: StatementRepo) -> None:
        """
        Of a version that is held for want of messages, the last day is told too.
        """
        notify(repo, "2026-03-10")

        assert [
            "had to be out by 2026-03-04, 7 days ago",
            (
                "e-mail 1,250 on 2026-03-10, by word: too late, the last day was "
                "2026-03-04"
            ),
        ] == words_of(repo, "2026-03-11")

    def test_former_words(self, repo: StatementRepo) -> None:
        """
        Messages count although their words were corrected since, and that is told.
        """
        notify(repo, "2026-03-03")
        path = f"statements/website/versions/{LABEL}/notice/en.md"
        repo.write(path, f"{repo.read(path)}\nPlease ask us if anything is unclear.\n")
        repo.run("approve", LABEL, "--by", "A. Editor", today="2026-03-05")
        repo.commit("2026-03-05")

        assert [
            "e-mail 1,250 on 2026-03-03, by word, in words that were corrected since"
        ] == words_of(repo, "2026-03-05")
        assert [False, True] == [
            told_of(repo, day)[0]["reworded_since"]
            for day in ("2026-03-04", "2026-03-05")
        ]

    def test_taken_over(self, repo: StatementRepo) -> None:
        """
        Messages about a version whose place a correction took count on.
        """
        notify(repo, "2026-03-03")
        path = "statements/website/en/lending.md"
        repo.write(path, repo.read(path).replace("the day", "the day."))
        repo.publish("2026-03-05", amends=Amends.PENDING)

        assert [
            "e-mail 1,250 on 2026-03-03, by word, about version 2026-03-01"
        ] == words_of(repo, "2026-03-05", "2026-03-05")
        assert LABEL == told_of(repo, "2026-03-05")[0]["version"]


class TestData:
    def test_recorded_later(self, repo: StatementRepo) -> None:
        """
        On a day before it was recorded nobody knew that messages were out.
        """
        notify(repo, "2026-03-03", today="2026-03-09")

        assert [(False, "unknown-yet")] == weighed(repo, "2026-03-08")
        assert [(True, None)] == weighed(repo, "2026-03-09")

    def test_not_called_for(self, tmp_path: Path) -> None:
        """
        Where no messages are called for, none counts or doesn't.
        """
        repo = merged(tmp_path / "other", STATEMENT_YAML)
        notify(repo, "2026-03-03")

        assert [(None, None)] == weighed(repo, "2026-03-03")
        assert ["2026-04-03"] == [o["effective"] for o in told_of(repo, "2026-03-03")]
        assert "messages" not in repo.run("status", today="2026-03-03").out


class TestRescheduled:
    """Whoever moves a change hears that people were told of another day."""

    def test_told(self, repo: StatementRepo) -> None:
        """
        Where messages are out, people have to hear of the new day, however it moves.
        """
        notify(repo, "2026-03-03")
        notify(repo, "2026-03-03", channel="letter")
        notify(repo, "2026-03-03", channel="banner")

        done = move(repo, "2026-06-01", "2026-03-10")

        assert (
            "People were told of 2026-04-03 (e-mail 1,250 and letter 1,250): they have "
            "to hear of the new day. When the notice is approved: duenotice notice "
            "2026-03-01 --recipients FILE -o DIR"
        ) in done.err.splitlines()

    def test_moved_back(self, repo: StatementRepo) -> None:
        """
        Who was told of the day to which it is moved needn't hear of it.
        """
        notify(repo, "2026-03-03")
        move(repo, "2026-06-01", "2026-03-10")

        done = move(repo, "2026-04-03", "2026-03-11")

        assert "People were told" not in done.err

    def test_nobody_told(self, repo: StatementRepo) -> None:
        """
        Before messages are out, nobody has to hear of it again.
        """
        done = move(repo, "2026-06-01", "2026-03-02")

        assert "People were told" not in done.err
