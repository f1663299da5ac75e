"""What tests of the gate are made with: changes of the example, and what is said."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from builders import STATEMENT_YAML
from duenotice.parse.record_file import record_digest
from duenotice.parse.record_file import write_record
from steps import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from builders import Outcome
    from builders import StatementRepo
    from duenotice.model.record import Record

LABEL = "2026-03-01"
"""The version with the change: proposed, then merged."""

CONTACTS = (
    "Write to <privacy@fernhill.example>.\n\n"
    "We post a notice here before a change takes effect. "
    "We do not respond to do-not-track signals."
)
"""The section "contacts" with all that the profile of the example asks for."""

LONGER = "We keep loans for 120 days. After that we delete them."
"""The section "retention" with a longer period: material, whatever else is there."""

KEPT_LONGER = "amount:retention:retention:1"
"""The finding about it."""

CHOICE = "You can opt out of our reading list [here](https://fernhill.example/out)."
"""A sentence on people's choices."""

MOVED_CHOICE = CHOICE.replace("/out", "/leave")
"""The same where the link leads elsewhere: the rules leave that to a person."""

MOVED = "link-target:rights-choice:contacts:1"
"""The finding about it."""

UNDER_NO_PROFILE = STATEMENT_YAML.replace("profiles: [caloppa]\n", "")
"""The program's own policy holds: people are asked before such a change."""

UNDER_COLORADO = STATEMENT_YAML.replace("caloppa", "colorado")
"""A law that asks for a message to each person where other data is collected."""


def said(done: Outcome, code: str) -> str:
    """Give a fault with its hint as printed; of several, one below the other."""
    every = f"{done.out}\n{done.err}".splitlines()
    return "\n".join(
        "\n".join(every[place : place + 2])
        for place, line in enumerate(every)
        if f" {code}: " in line
    )


def errors_of(done: Outcome) -> list[str]:
    """Name the errors that were printed, by their codes."""
    lines = f"{done.out}\n{done.err}"
    return sorted(set(re.findall(r": error ([a-z0-9-]+): ", lines)))


def fault(path: str, code: str, message: str, hint: str) -> str:
    """Give the lines of an error in a version's folder."""
    return f"{path}: error {code}: {message}\n  hint: {hint}"


def page(repo: StatementRepo, path: str = "website") -> str:
    """Read a page of the built site."""
    return repo.read(f"site/{path}/index.html")


def status_of(repo: StatementRepo, label: str, today: str) -> str:
    """Give what a version is on a day, as committed."""
    done = repo.run("status", "--format", "json", today=today)
    versions = json.loads(done.out)["statements"][0]["versions"]
    return str(next(one["status"] for one in versions if one["version"] == label))


def forge(
    repo: StatementRepo, label: str, change: Callable[[Record], Record]
) -> StatementRepo:
    """Write a record otherwise, and seal it as the program would."""
    version = repo.on_disk().find(label)
    forged = change(version.record)
    sealed = replace(forged, digest=record_digest(forged))
    return repo.write(version.layout.record_file(version.label), write_record(sealed))


def in_folder(label: str, name: str = "record.yaml") -> str:
    """Give the path of a file in a version's folder."""
    return f"{FOLDER}/versions/{label}/{name}"


def decide(
    repo: StatementRepo, finding: str, verdict: str, today: str = LABEL
) -> Outcome:
    """Decide about a finding of the version, as from a shell."""
    who = ("--by", "A. Editor", "--reason", "We looked at both forms.")
    return repo.run("decide", LABEL, finding, "--verdict", verdict, *who, today=today)


def approve(repo: StatementRepo, today: str = LABEL) -> Outcome:
    """Approve the notice of the version, as from a shell."""
    return repo.run("approve", LABEL, "--by", "B. Counsel", today=today)
