"""The review of what an editor is working on: the draft, or the proposed version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.diagnostics import has_errors
from duenotice.review.review import Said
from duenotice.review.review import baseline_of
from duenotice.review.review import review_change
from duenotice.review.review import said_of
from duenotice.review.schedule import lead_of
from duenotice.store.outlook import look_ahead
from duenotice.store.whole_text import text_of_draft

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.review.review import Review
    from duenotice.review.schedule import Lead
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs
    from duenotice.store.version import StoredVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReview:
    """What the working tree changes in the text that it is to follow."""

    review: Review
    lead: Lead
    """As if it were published on the day that is asked about."""

    proposed: VersionLabel | None
    """The proposed version, where there is one."""

    is_released: bool
    """The proposed version says what the draft says."""

    pending: VersionLabel | None
    """The scheduled version that the draft goes on from."""

    announced: Mapping[tuple[str, str], date]
    """Of the scheduled version: what people have been told of already."""


def review_draft(archive: Archive, customs: Customs, today: date) -> DraftReview | None:
    """Review the draft; nothing where it can't be read or says what is released.

    It is held against the text that would be in force on the day before it.
    """
    faults = (*archive.draft.diagnostics, *archive.diagnostics)
    grave = tuple(one for one in faults if one.code != "notice-changed")
    if archive.draft.statement_file is None or has_errors(grave):
        return None
    proposed = _proposed(archive)
    unreleased = bool(archive.unreleased())
    if proposed is None and not unreleased:
        return None
    outlook = look_ahead(archive, today)
    pending = outlook.pending
    before = outlook.in_force if pending is None else outlook.before(pending.label)
    if proposed is not None:
        before = _baseline(archive, proposed)
    if before is None:
        return None
    last = proposed or pending
    said = Said() if last is None else said_of(last.record)
    review = review_change(
        baseline_of(before), text_of_draft(archive.draft), customs, said
    )
    announced = {} if pending is None else archive.timeline[pending.label].announced
    return DraftReview(
        review=review,
        lead=lead_of(review, today, announced),
        proposed=None if proposed is None else proposed.label,
        is_released=proposed is not None and not unreleased,
        pending=None if pending is None else pending.label,
        announced=announced,
    )


def _proposed(archive: Archive) -> StoredVersion | None:
    """Give the newest proposed version that is held against another text."""
    newest_first = reversed(archive.proposed)
    return next((one for one in newest_first if one.record.assessment), None)


def _baseline(archive: Archive, version: StoredVersion) -> StoredVersion | None:
    assessment = version.record.assessment
    return None if assessment is None else archive.versions.get(assessment.against)
