"""Proposed versions: stamping one again, and undoing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.parse.section_file import stamped
from duenotice.release.changes import ChangeSet
from duenotice.release.fixing import folder_files
from duenotice.release.fixing import notices_of
from duenotice.release.refusals import NoProposedVersionError
from duenotice.release.refusals import TooEarlyError
from duenotice.release.release import plan_release
from duenotice.release.request import Amends
from duenotice.release.request import Kept
from duenotice.store.archive import read_archive
from duenotice.store.tree import ChangedTree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Record
    from duenotice.release.request import Release
    from duenotice.release.request import ReleaseRequest
    from duenotice.store.archive import Archive
    from duenotice.store.dating import RecordBook
    from duenotice.store.version import StoredVersion


def release_again(
    archive: Archive,
    book: RecordBook,
    request: ReleaseRequest,
    *,
    found: Iterable[Diagnostic] = (),
) -> Release:
    """Stamp the proposed version anew, with the draft as it is now.

    Decisions and notice are kept, and so are the dates and options that are not
    given anew, as far as they still fit.
    """
    proposal = _newest_proposal(archive)
    last = proposal[-1]
    hidden = _files(archive, proposal)
    tree = ChangedTree(last.cache.tree, dict.fromkeys(hidden))
    before = read_archive(tree, archive.statement_id, book)
    kept = Kept(
        decisions=last.record.decisions, notices=notices_of(archive.layout, last)
    )
    wanted = _as_before(before, proposal, request)
    try:
        release = plan_release(before, wanted, found=found, kept=kept)
    except TooEarlyError:
        if request.effective is not None:
            raise
        wanted = replace(wanted, effective=None)
        release = plan_release(before, wanted, found=found, kept=kept)
    for path in hidden:
        release.changes.files.setdefault(path, None)
    return release


def discard(archive: Archive) -> tuple[tuple[VersionLabel, ...], ChangeSet]:
    """Undo the proposed version: its folder goes, the draft's text stays.

    Returns:
        The labels that are gone, and the files to write or delete.
    """
    proposal = _newest_proposal(archive)
    labels = tuple(version.label for version in proposal)
    changes = ChangeSet()
    for path in _files(archive, proposal):
        changes.delete(path)
    earlier = [v for v in archive.versions.values() if v.label < labels[0]]
    last = earlier[-1] if earlier else None
    for locale, sections in archive.draft.sections.items():
        before = {} if last is None else last.section_files(locale)
        for section_id, file in sections.items():
            if file.front.version not in labels:
                continue
            former = before.get(section_id)
            stamp = None if former is None else former.front.version
            translates = None if former is None else former.front.translates
            text = stamped(file.text, stamp, translates)
            changes.write(archive.layout.section_file(locale, section_id), text)
    return labels, changes


def _newest_proposal(archive: Archive) -> tuple[StoredVersion, ...]:
    """Give the proposed version, or the two that one fix made."""
    timeline = archive.timeline
    proposed = [
        archive.versions[version.label]
        for version in timeline.versions
        if version.published is None
    ]
    if not proposed:
        raise NoProposedVersionError
    last = proposed[-1]
    labels = {one.label for one in proposed}
    if not last.record.is_adopted and last.record.supersedes in labels:
        return (archive.versions[last.record.supersedes], last)
    return (last,)


def _files(archive: Archive, proposal: tuple[StoredVersion, ...]) -> list[str]:
    layout = archive.layout
    return [path for version in proposal for path in folder_files(layout, version)]


def _as_before(
    before: Archive,
    proposal: tuple[StoredVersion, ...],
    request: ReleaseRequest,
) -> ReleaseRequest:
    """Fill in from the proposal what is not given anew."""
    record = proposal[-1].record
    amends = request.amends or _amended(before, proposal, request)
    adopted_by = request.adopted_by
    published = request.published
    if record.is_adopted:
        adopted_by = adopted_by or record.events[0].details.get("by", "")
        published = published or record.published
    elif record.published >= request.today:
        published = published or record.published
    return replace(
        request,
        amends=amends,
        version=request.version or _kept_label(record, request),
        published=published,
        effective=request.effective or (None if amends else record.effective),
        reaches=request.reaches or record.reaches,
        required_by_law=request.required_by_law or record.required_by_law,
        adopted_by=adopted_by,
    )


def _kept_label(record: Record, request: ReleaseRequest) -> VersionLabel | None:
    """Keep the label of an adopted version; others are named by today."""
    is_kept = record.is_adopted or record.version.day == request.today
    return record.version if is_kept and record.version.serial == 1 else None


def _amended(
    before: Archive, proposal: tuple[StoredVersion, ...], request: ReleaseRequest
) -> Amends | None:
    if len(proposal) > 1:
        return Amends.IN_FORCE
    scheduled = before.timeline.scheduled(request.today)
    effective = proposal[0].record.effective
    if scheduled and scheduled[-1].effective_as_known(request.today) == effective:
        return Amends.PENDING
    return None
