"""A version that each person must be told of: messages, and moves of its day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from builders import STATEMENT_YAML
from builders import StatementRepo
from proposals import LABEL
from steps import EXTENDED

if TYPE_CHECKING:
    from pathlib import Path

    from builders import Outcome

EFFECTIVE = "2026-04-03"
DAYS = re.compile(r"[A-Z][a-z]+ \d+, 2026")

UNDER_GDPR = STATEMENT_YAML.replace("caloppa", "gdpr-uk")
"""Messages must be out 30 days before, as the notice policy gives people 30 days."""


def merged(root: Path, statement: str) -> StatementRepo:
    """Make a project whose version 2026-03-01 calls for messages, and is merged."""
    repo = StatementRepo.with_statement(root).statement(statement)
    repo.publish("2026-01-10")
    repo.section("lending", EXTENDED)
    repo.publish(LABEL)
    return repo


def notify(
    repo: StatementRepo, on: str, today: str | None = None, channel: str = "email"
) -> Outcome:
    """Record that messages went out, and commit that."""
    told = ("--channel", channel, "--on", on, "--count", "1250")
    done = repo.run("notified", LABEL, *told, today=today or on)
    repo.commit(today or on)
    return done


def move(repo: StatementRepo, to: str, today: str) -> Outcome:
    """Move the effective day, approve the notice for it, and commit that."""
    path = f"statements/website/versions/{LABEL}/notice/en.md"
    given = ("--effective", to, "--reason", "Another day")
    done = repo.run("reschedule", LABEL, *given, today=today)
    if done.status == 0:
        repo.write(path, DAYS.sub(_told(to), repo.read(path)))
        repo.run("approve", LABEL, "--by", "A. Editor", today=today)
    repo.commit(today)
    return done


def _told(day: str) -> str:
    one = date.fromisoformat(day)
    return f"{one:%B} {one.day}, {one.year}"
