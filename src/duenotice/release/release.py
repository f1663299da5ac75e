"""The release: from the draft to one version, or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.diagnostics import has_errors
from duenotice.release.adopting import adopt
from duenotice.release.amending import amend_both
from duenotice.release.amending import amend_pending
from duenotice.release.amending_refusals import AmendsError
from duenotice.release.amending_refusals import NothingPendingError
from duenotice.release.dates import choose_effective
from duenotice.release.dates import refuse_backdating
from duenotice.release.dates import refuse_far
from duenotice.release.refusals import DisclosureError
from duenotice.release.refusals import NothingToReleaseError
from duenotice.release.refusals import ProposedVersionError
from duenotice.release.request import Amends
from duenotice.release.version_maker import VersionMaker
from duenotice.review.review import baseline_of
from duenotice.review.schedule import first_lead
from duenotice.review.schedule import lead_of
from duenotice.store.faulty import FaultyTextError
from duenotice.store.outlook import look_ahead

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.diagnostics import Diagnostic
    from duenotice.release.request import Kept
    from duenotice.release.request import Release
    from duenotice.release.request import ReleaseRequest
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs
    from duenotice.store.version import StoredVersion


def plan_release(
    archive: Archive,
    request: ReleaseRequest,
    customs: Customs,
    *,
    found: Iterable[Diagnostic] = (),
    kept: Kept | None = None,
) -> Release:
    """Work out a release; nothing is written.

    Args:
        archive: The working tree's.
        request: What was asked for.
        customs: What the project is judged by.
        found: What the checks of the draft found.
        kept: Decisions and notice of the proposal that this one takes the place of.

    Raises:
        DuenoticeError: Why not, and what to do instead.
    """
    faults = (*archive.draft.diagnostics, *archive.diagnostics, *found)
    if has_errors(faults):
        raise FaultyTextError(faults)
    _refuse_second_proposal(archive, request)
    for day in (request.published, request.effective):
        refuse_far(day, request.today)
    if archive.basis is not None and not archive.unreleased():
        raise NothingToReleaseError(archive.basis.label)
    maker = VersionMaker(archive, request, customs, kept)
    if request.adopted_by is not None:
        return adopt(maker)
    refuse_backdating(maker.published, request.today)
    _refuse_disclosure(archive, maker.published)
    return _release(maker)


def _refuse_second_proposal(archive: Archive, request: ReleaseRequest) -> None:
    records = [version.record for version in archive.proposed]
    if request.adopted_by is not None:
        # Earlier versions are brought in one after the other, and committed together.
        records = [record for record in records if not record.is_adopted]
    if records:
        raise ProposedVersionError(records[-1].version)


def _refuse_disclosure(archive: Archive, published: date) -> None:
    """Refuse to publish a text that goes on from one that isn't public yet."""
    basis = archive.basis
    planned = None if basis is None else archive.timeline[basis.label].published
    if basis is not None and planned is not None and published < planned:
        raise DisclosureError(basis.label, planned)


def _release(maker: VersionMaker) -> Release:
    request = maker.request
    outlook = look_ahead(maker.archive, request.today)
    pending = outlook.pending
    if pending is None:
        if request.amends is not None:
            raise NothingPendingError
        return _follow(maker, outlook.in_force)
    if request.amends is Amends.PENDING:
        return amend_pending(maker, outlook, pending)
    if request.amends is Amends.IN_FORCE:
        return amend_both(maker, outlook, pending)
    dated = maker.archive.timeline[pending.label]
    effective = dated.effective_as_known(request.today)
    if request.effective is None or request.effective <= effective:
        raise AmendsError(pending.label, effective)
    return _follow(maker, pending)


def _follow(maker: VersionMaker, before: StoredVersion | None) -> Release:
    """Make a version that takes the place of the one before in its own time."""
    if before is None:
        return _begin(maker)
    baseline = baseline_of(before)
    review = maker.review(maker.draft, baseline)
    lead = lead_of(review, maker.published, {})
    slack = maker.draft.statement.statement.notice.merge_slack_days
    effective = choose_effective(maker.request.effective, lead, slack_days=slack)
    facts = maker.facts(effective, before.label)
    judged = maker.judged(facts, baseline, maker.draft, review)
    fixed = maker.fix(maker.draft, judged, maker.copies(before))
    return maker.finish(lead, fixed, review=review)


def _begin(maker: VersionMaker) -> Release:
    """Make the first version: there is nothing that it could change."""
    lead = first_lead(maker.published)
    effective = choose_effective(maker.request.effective, lead, slack_days=0)
    fixed = maker.fix(maker.draft, maker.facts(effective, None), maker.copies(None))
    return maker.finish(lead, fixed)
