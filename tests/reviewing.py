"""What a draft is found to change in the version before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import day
from clearing import CUSTOMS
from duenotice.release.request import ReleaseRequest
from duenotice.review.review import Said
from duenotice.review.review import baseline_of
from duenotice.review.review import review_change
from duenotice.store.whole_text import text_of_draft
from memory_project import MemoryProject

if TYPE_CHECKING:
    from duenotice.review.review import Review

FIRST = "2026-01-10"
SECOND = "2026-03-01"


def library(*, in_spanish: bool = False) -> MemoryProject:
    """Make a project whose first version is in force."""
    made = (
        MemoryProject.with_translation()
        if in_spanish
        else MemoryProject.with_statement()
    )
    made.publish(ReleaseRequest(today=day(FIRST)))
    return made


def reviewed(project: MemoryProject, said: Said | None = None) -> Review:
    """Review what the draft changes in the newest version."""
    archive = project.archive()
    newest = archive.newest
    assert newest is not None
    draft = text_of_draft(archive.draft)
    return review_change(baseline_of(newest), draft, CUSTOMS, said or Said())


def outcomes(review: Review) -> list[tuple[str, str]]:
    """Write id and outcome of each finding."""
    return [(one.id, one.outcome.value) for one in review.findings]
