"""Where the files of a run are, below the address it is given."""

from __future__ import annotations

KIT = "kit.json"
PLAN = "plan.json"
RUN = "run.json"
REJECTS = "rejects.csv"
WORK = ".duenotice-work"
"""What is needed only while messages are made, and holds the rows of members. It is
removed with all that is in it, so no folder of anybody else's has this name."""

SETTINGS = f"{WORK}/mailing.yaml"
MARKERS = "done"
REJECTS_FOLDER = "rejects"
SUPPRESSED_FOLDER = "suppressed"


def is_personal(path: str) -> bool:
    """Tell whether a file may hold personal data.

    >>> is_personal("rejects.csv"), is_personal("done/part-00000.json")
    (True, False)
    """
    return path not in {KIT, PLAN, RUN} and not path.startswith(f"{MARKERS}/")


SAMPLE_PATHS = (
    *(KIT, PLAN, RUN, REJECTS, SETTINGS, f"{WORK}/part-00000.gz"),
    *("email/part-00000.jsonl.gz", "email/part-00000.zip"),
    *("letter/part-00000-en-01.pdf", "letter/part-00000-en-01.csv"),
    *("sms/part-00000.jsonl.gz", "app/part-00000.jsonl.gz"),
    *(f"{REJECTS_FOLDER}/part-00000.csv", f"{SUPPRESSED_FOLDER}/part-00000.csv"),
    f"{MARKERS}/part-00000.json",
)
"""A file of each kind."""


def part_name(number: int) -> str:
    """Name the files of a partition.

    >>> part_name(12)
    'part-00012'
    """
    return f"part-{number:05}"


def marker(number: int) -> str:
    """Give the path of what is written when a partition is complete."""
    return f"{MARKERS}/{part_name(number)}.json"


def rejects(number: int) -> str:
    """Give the path of a partition's rows of which nothing could be made."""
    return f"{REJECTS_FOLDER}/{part_name(number)}.csv"


def suppressed(number: int) -> str:
    """Give the path of a partition's rows to which nothing is made."""
    return f"{SUPPRESSED_FOLDER}/{part_name(number)}.csv"
