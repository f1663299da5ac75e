"""What a statement would be if the draft were released and recorded now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.release.amending_refusals import AmendsError
from duenotice.release.proposals import release_again
from duenotice.release.refusals import ProposedVersionError
from duenotice.release.release import plan_release
from duenotice.release.request import Amends
from duenotice.release.request import ReleaseRequest
from duenotice.store.archive import read_archive
from duenotice.store.checking import check_draft
from duenotice.store.tree import ChangedTree

if TYPE_CHECKING:
    from datetime import date

    from duenotice.release.changes import FileChanges
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs
    from duenotice.store.record_book import RecordBook


def preview_archive(
    archive: Archive, book: RecordBook, customs: Customs, today: date
) -> Archive:
    """Give the archive with the draft as a version, and nothing left proposed.

    Where a version is scheduled, the draft is taken to amend it.

    Raises:
        DuenoticeError: The draft can't be released, for a reason that is its own.
    """
    changes = (
        {} if not archive.unreleased() else _released(archive, book, customs, today)
    )
    tree = ChangedTree(archive.tree, changes)
    book = replace(book, preview_day=today)
    return read_archive(tree, archive.statement_id, book).let_through()


def _released(
    archive: Archive, book: RecordBook, customs: Customs, today: date
) -> FileChanges:
    found = check_draft(archive, profiles=customs.profiles)
    request = ReleaseRequest(today=today, published=_published(archive, today))
    try:
        release = plan_release(archive, request, customs, found=found)
    except ProposedVersionError:
        release = release_again(archive, book, request, customs, found=found)
    except AmendsError:
        request = replace(request, amends=Amends.PENDING)
        release = plan_release(archive, request, customs, found=found)
    return release.changes.files


def _published(archive: Archive, today: date) -> date | None:
    """Give the day of publication: no text is public before the one it goes on from."""
    basis = archive.basis
    planned = None if basis is None else archive.timeline[basis.label].published
    return None if planned is None else max(planned, today)
