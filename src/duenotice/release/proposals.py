"""Proposed versions: stamping one again, and undoing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.parse.section_file import stamped
from duenotice.parse.section_file import unstamped
from duenotice.release.changes import ChangeSet
from duenotice.release.fixing import folder_files
from duenotice.release.notices import notices_of
from duenotice.release.refusals import NoProposedVersionError
from duenotice.release.refusals import TooEarlyError
from duenotice.release.release import plan_release
from duenotice.release.request import Amends
from duenotice.release.request import Kept
from duenotice.store.archive import read_archive
from duenotice.store.outlook import look_ahead
from duenotice.store.tree import ChangedTree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Record
    from duenotice.parse.section_file import SectionFile
    from duenotice.release.request import Release
    from duenotice.release.request import ReleaseRequest
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs
    from duenotice.store.record_book import RecordBook
    from duenotice.store.version import StoredVersion


def release_again(
    archive: Archive,
    book: RecordBook,
    request: ReleaseRequest,
    customs: Customs,
    *,
    found: Iterable[Diagnostic] = (),
) -> Release:
    """Stamp the proposed version anew, with the draft as it is now.

    Decisions and notice are kept, and so are the dates and options that are not
    given anew, as far as they still fit.
    """
    proposal = _newest_proposal(archive)
    last = proposal[-1]
    _, changes = discard(archive)
    tree = ChangedTree(archive.tree, changes.files)
    before = read_archive(tree, archive.statement_id, book)
    kept = Kept(
        record=last.record,
        notices=notices_of(archive.layout, last),
        decisions=tuple(one for it in proposal for one in it.record.decisions),
    )
    wanted = _as_before(before, proposal, request)
    try:
        release = plan_release(before, wanted, customs, found=found, kept=kept)
    except TooEarlyError:
        if request.effective is not None:
            raise
        wanted = replace(wanted, effective=None)
        release = plan_release(before, wanted, customs, found=found, kept=kept)
    changes.files.update(release.changes.files)
    return replace(release, changes=changes)


def discard(archive: Archive) -> tuple[tuple[VersionLabel, ...], ChangeSet]:
    """Undo the proposed version: its folder goes, the draft's text stays.

    Returns:
        The labels that are gone, and the files to write or delete.
    """
    proposal = _newest_proposal(archive)
    labels = tuple(version.label for version in proposal)
    changes = ChangeSet()
    for version in proposal:
        for path in folder_files(archive.layout, version):
            changes.delete(path)
    stamps = _EarlierStamps(archive, labels)
    for locale, sections in archive.draft.sections.items():
        for file in sections.values():
            text = stamps.put_back(file, locale)
            if text != file.text:
                changes.write(archive.layout.section_file(locale, file.id), text)
    return labels, changes


class _EarlierStamps:
    """The stamps that the draft's sections had before a proposal."""

    def __init__(self, archive: Archive, gone: Sequence[VersionLabel]) -> None:
        """Take the labels of the proposal, which are gone after it."""
        earlier = [v for v in archive.versions.values() if v.label < gone[0]]
        self._former = earlier[-1] if earlier else None
        self._draft = archive.draft
        self._gone = gone

    def put_back(self, file: SectionFile, locale: str) -> str:
        """Give a section's text with its earlier stamps."""
        before = self._before(locale, file.id)
        if before is None:
            return stamped(file.text, None)
        translates = before.front.translates
        if unstamped(file.text) == unstamped(before.text):
            # A translator wrote the stamp: the text as it is renders the new source.
            own = file.front.translates
            if own not in self._gone or self._is_source_revised(file.id):
                translates = own
        return stamped(file.text, before.front.version, translates)

    def _before(self, locale: str, section_id: str) -> SectionFile | None:
        if self._former is None:
            return None
        return self._former.section_files(locale).get(section_id)

    def _is_source_revised(self, section_id: str) -> bool:
        if self._draft.statement is None:
            return False
        locale = self._draft.statement.source_locale
        source = self._draft.sections.get(locale, {}).get(section_id)
        before = self._before(locale, section_id)
        return (
            source is not None
            and before is not None
            and unstamped(source.text) != unstamped(before.text)
        )


def _newest_proposal(archive: Archive) -> tuple[StoredVersion, ...]:
    """Give the proposed version, or the two that one fix made."""
    proposed = archive.proposed
    if not proposed:
        raise NoProposedVersionError
    last = proposed[-1]
    labels = {one.label for one in proposed}
    if not last.record.is_adopted and last.record.supersedes in labels:
        return (archive.versions[last.record.supersedes], last)
    return (last,)


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
    pending = look_ahead(before, request.today).pending
    if pending is None:
        return None
    if len(proposal) > 1:
        return Amends.IN_FORCE
    dated = before.timeline[pending.label]
    is_kept = dated.effective_as_known(request.today) == proposal[0].record.effective
    return Amends.PENDING if is_kept else None
