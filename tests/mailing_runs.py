"""Runs of `notice` as tests make them: a merged version, its members, the messages."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
from typing import TYPE_CHECKING

from builders import StatementRepo
from proposals import LABEL
from proposals import UNDER_COLORADO
from steps import EXTENDED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping
    from pathlib import Path

    from builders import Outcome

DAY = "2026-03-02"
"""When the messages are made: the version is public."""

SETTINGS = """\
sender:
  name: Fernhill Library
  email: privacy@fernhill.example
  address: [Fernhill Library, 1 Library Way, Fernhill]
columns:
  id: id
  name: name
  channels: channels
  email: email
  phone: phone
  address: [street, place]
channels: [email]
country_code: "1"
"""

COLUMNS = ("id", "name", "channels", "email", "phone", "street", "place")

CONFIG = '[tool.duenotice]\nsite-address = "https://privacy.fernhill.example/"\n'

ALL_CHANNELS = "email letter sms app"


def merged_project(root: Path, *, is_cleared: bool = True) -> StatementRepo:
    """Make a project whose version 2026-03-01 each person must be told of."""
    repo = StatementRepo.with_statement(root).statement(UNDER_COLORADO)
    repo.write("pyproject.toml", CONFIG).write("mailing.yaml", SETTINGS)
    repo.write(".gitignore", "out*/\n*.csv\n")
    repo.publish("2026-01-10")
    repo.section("lending", EXTENDED)
    if is_cleared:
        repo.publish(LABEL)
    else:
        repo.release(LABEL)
        repo.commit(LABEL)
    return repo


def member(number: int, channels: str = "email", **other: str) -> dict[str, str]:
    """Give a good row."""
    return {
        "id": f"M-{number:05}",
        "name": f"Ana Müller {number}",
        "channels": channels,
        "email": f"ana.{number}@members.example",
        "phone": f"213 555 {number % 10_000:04}",
        "street": f"{number} Elm Street",
        "place": "Fernhill, CA 90000",
        **other,
    }


def members_csv(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Write a file of members."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def many(count: int, channels: str = ALL_CHANNELS) -> list[dict[str, str]]:
    """Give members, one in twenty of them without an e-mail address."""
    return [
        member(number, channels, **({"email": ""} if number % 20 == 7 else {}))
        for number in range(count)
    ]


def notice(repo: StatementRepo, *options: str, out: str = "out") -> Outcome:
    """Make the messages to the members in `members.csv`."""
    given = ("--recipients", "members.csv", "-o", out)
    return repo.run("notice", LABEL, *given, *options, today=DAY)


def files_of(folder: Path) -> dict[str, str]:
    """Give the hash of every file of a run, by its path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(
            file.read_bytes()
        ).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def messages(repo: StatementRepo, channel: str, out: str = "out") -> list[dict]:  # type: ignore[type-arg]
    """Read all messages of a channel."""
    lines: list[bytes] = []
    for file in sorted((repo.root / out / channel).glob("*.jsonl.gz")):
        lines += gzip.decompress(file.read_bytes()).splitlines()
    return [json.loads(line) for line in lines]


def run_json(repo: StatementRepo, out: str = "out") -> dict:  # type: ignore[type-arg]
    """Read the record of a run."""
    return json.loads(repo.read(f"{out}/run.json"))  # type: ignore[no-any-return]
