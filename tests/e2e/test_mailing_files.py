"""The files that `notice` is made with, where they aren't there or have faults."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from duenotice.mailing.members.settings_file import parse_settings
from duenotice.mailing.runs.errors import NoMailingSettingsError
from mailing_runs import DAY
from mailing_runs import SETTINGS
from mailing_runs import merged_project
from mailing_runs import notice

if TYPE_CHECKING:
    from pathlib import Path

    from builders import StatementRepo


@pytest.fixture
def merged(tmp_path: Path) -> StatementRepo:
    """A project whose version each person must be told of, without members."""
    return merged_project(tmp_path / "project")


class TestMembers:
    def test_missing(self, merged: StatementRepo) -> None:
        """
        A file of members that isn't there is named, with the place where it should be.
        """
        done = notice(merged)

        assert 1 == done.status
        assert (
            'error: the file of members "members.csv" isn\'t there\n'
            f'hint: It was looked for at "{merged.root / "members.csv"}". Name with '
            "--recipients a CSV or Parquet file, or a folder of them.\n"
        ) == done.err


class TestSettings:
    def test_missing(self, merged: StatementRepo) -> None:
        """
        Without settings it is shown what the least ones are.
        """
        merged.delete("mailing.yaml")

        done = notice(merged)

        assert 1 == done.status
        assert (
            'error: the settings "mailing.yaml" say how members are read, and can\'t '
            "be read themselves: No such file or directory\n"
            "hint: Write one, or name yours with --settings. "
        ) in done.err

    @pytest.mark.parametrize("kind", ["pipe", "device"])
    def test_without_end(self, merged: StatementRepo, kind: str) -> None:
        """
        What the program would wait for, or read for ever, is refused.
        """
        path = "/dev/zero" if kind == "device" else str(merged.root / "pipe")
        if kind == "pipe":
            os.mkfifo(path)

        done = notice(merged, "--settings", path)

        assert 1 == done.status
        assert f'the settings "{path}" say' in done.err
        assert "can't be read themselves: it is not a plain file\n" in done.err

    def test_large(self, merged: StatementRepo) -> None:
        """
        A file that no settings can fill is not read to its end.
        """
        merged.write("mailing.yaml", f"{SETTINGS}{'#' * 1_000_000}\n")

        done = notice(merged)

        assert 1 == done.status
        assert "can't be read themselves: it has more than 1,000,000 bytes" in done.err

    def test_least(self) -> None:
        """
        The least settings that are shown are enough.
        """
        lines = NoMailingSettingsError.hint.splitlines()
        least = "\n".join(one.removeprefix("  ") for one in lines if one[0] == " ")

        settings, found = parse_settings(least.encode(), "mailing.yaml")

        assert ((), ("member_id", "email")) == (found, settings and settings.needed)


class TestCheck:
    """What `check` says of `mailing.yaml`."""

    def test_sound(self, merged: StatementRepo) -> None:
        """
        Nothing, where it is as it should be, or isn't there.
        """
        sound = merged.run("check", today=DAY)
        merged.delete("mailing.yaml")

        assert "mailing.yaml" not in sound.out + merged.run("check", today=DAY).out

    def test_faulty(self, merged: StatementRepo) -> None:
        """
        Its faults are found before a run is wanted.
        """
        merged.write("mailing.yaml", SETTINGS.replace("columns:", "colums:"))

        done = merged.run("check", today=DAY)

        assert 1 == done.status
        assert 'mailing.yaml:5: error key-unknown: "colums" is not a key' in done.out
