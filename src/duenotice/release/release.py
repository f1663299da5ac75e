"""The release: from the draft to one version, or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.diagnostics import has_errors
from duenotice.release.adopting import adopt
from duenotice.release.amending import AmendsError
from duenotice.release.amending import NothingPendingError
from duenotice.release.amending import amend_both
from duenotice.release.amending import amend_pending
from duenotice.release.dates import choose_effective
from duenotice.release.dates import refuse_backdating
from duenotice.release.dates import required_lead
from duenotice.release.refusals import FaultyTextError
from duenotice.release.refusals import NothingToReleaseError
from duenotice.release.refusals import ProposedVersionError
from duenotice.release.request import Amends
from duenotice.release.version_maker import VersionMaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.diagnostics import Diagnostic
    from duenotice.release.request import Kept
    from duenotice.release.request import Release
    from duenotice.release.request import ReleaseRequest
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion
    from duenotice.timeline import DatedVersion


def plan_release(
    archive: Archive,
    request: ReleaseRequest,
    *,
    found: Iterable[Diagnostic] = (),
    kept: Kept | None = None,
) -> Release:
    """Work out a release; nothing is written.

    Args:
        archive: The working tree's.
        request: What was asked for.
        found: What the checks of the draft found.
        kept: Decisions and notice of the proposal that this one takes the place of.

    Raises:
        DuenoticeError: Why not, and what to do instead.
    """
    faults = (*archive.draft.diagnostics, *archive.diagnostics, *found)
    if has_errors(faults):
        raise FaultyTextError(faults)
    _refuse_second_proposal(archive, request)
    if archive.basis is not None and not archive.unreleased():
        raise NothingToReleaseError(archive.basis.label)
    maker = VersionMaker(archive, request, kept)
    if request.adopted_by is not None:
        return adopt(maker)
    refuse_backdating(maker.published, request.today)
    return _release(maker)


def _refuse_second_proposal(archive: Archive, request: ReleaseRequest) -> None:
    waiting = [v for v in archive.timeline.versions if v.published is None]
    records = [archive.versions[version.label].record for version in waiting]
    if request.adopted_by is not None:
        # Earlier versions are brought in one after the other, and committed together.
        records = [record for record in records if not record.is_adopted]
    if records:
        raise ProposedVersionError(records[-1].version)


def _release(maker: VersionMaker) -> Release:
    pending = _pending(maker)
    request = maker.request
    if pending is None:
        if request.amends is not None:
            raise NothingPendingError
        return _follow(maker, _in_force(maker))
    if request.amends is Amends.PENDING:
        return amend_pending(maker, pending)
    if request.amends is Amends.IN_FORCE:
        return amend_both(maker, pending, _in_force(maker))
    effective = pending.effective_as_known(request.today)
    if request.effective is None or request.effective <= effective:
        raise AmendsError(pending.label, effective)
    return _follow(maker, maker.archive.versions[pending.label])


def _follow(maker: VersionMaker, before: StoredVersion | None) -> Release:
    """Make a version that takes the place of the one before in its own time."""
    draft = maker.draft.statement.statement
    lead = required_lead(
        draft,
        None if before is None else before.statement,
        maker.request.required_by_law,
    )
    effective = choose_effective(
        maker.request.effective,
        published=maker.published,
        lead=lead,
        slack_days=draft.notice.merge_slack_days,
    )
    facts = maker.facts(effective, None if before is None else before.label)
    fixed = maker.fix(maker.draft, facts, maker.copies(before))
    return maker.finish(lead, fixed)


def _pending(maker: VersionMaker) -> DatedVersion | None:
    """Give the last version that is to take effect, public or not yet."""
    timeline = maker.archive.timeline
    days = [v.published for v in timeline.versions if v.published is not None]
    scheduled = timeline.scheduled(max([*days, maker.request.today]))
    return scheduled[-1] if scheduled else None


def _in_force(maker: VersionMaker) -> StoredVersion | None:
    version = maker.archive.timeline.in_force(maker.request.today)
    return None if version is None else maker.archive.versions[version.label]
