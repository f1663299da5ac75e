"""The workbench of a release: from the draft and the archive to fixed versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.model.record import Reach
from duenotice.release.changes import ChangeSet
from duenotice.release.dates import choose_label
from duenotice.release.fixing import Copies
from duenotice.release.fixing import VersionFacts
from duenotice.release.fixing import fix_version
from duenotice.release.fixing import write_draft
from duenotice.release.request import Kept
from duenotice.release.request import Release
from duenotice.release.whole_text import text_of_draft
from duenotice.release.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Record
    from duenotice.release.dates import Lead
    from duenotice.release.fixing import FixedVersion
    from duenotice.release.request import ReleaseRequest
    from duenotice.release.whole_text import WholeText
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion


class VersionMaker:
    """Makes the versions of one release, and gathers the files they need."""

    def __init__(
        self, archive: Archive, request: ReleaseRequest, kept: Kept | None
    ) -> None:
        """Take the working tree's archive, the request, and what is kept."""
        self.archive = archive
        self.request = request
        self.kept = kept
        self.draft = text_of_draft(archive.draft)
        self.published = request.published or request.today
        self._changes = ChangeSet()

    def facts(self, effective: date, supersedes: VersionLabel | None) -> VersionFacts:
        """Give what is said of the next version."""
        newest = self.archive.newest
        kept = self.kept or Kept()
        label = choose_label(
            self.request.version,
            published=self.published,
            newest=None if newest is None else newest.label,
        )
        return VersionFacts(
            label=label,
            published=self.published,
            effective=effective,
            supersedes=supersedes,
            reaches=self.request.reaches or Reach.ALL,
            required_by_law=self.request.required_by_law,
            decisions=kept.decisions,
            notices=kept.notices,
            previous=None if newest is None else newest.record.digest,
            adopted_by=self.request.adopted_by,
        )

    def copies(self, before: StoredVersion | None) -> Copies:
        """Gather what the next version can share: first with the text it supersedes.

        Then with later ones that never came into force, so that text proposed before
        keeps its date. Not with older ones: text that comes back was revised today.
        """
        copies = Copies()
        if before is not None:
            copies.add(before.record, text_of_version(before))
        for version in reversed(tuple(self.archive.versions.values())):
            if before is None or before.label < version.label:
                copies.add(version.record, text_of_version(version))
        return copies

    def fix(self, text: WholeText, facts: VersionFacts, copies: Copies) -> FixedVersion:
        """Fix a text as a version."""
        return fix_version(
            text, facts, copies, layout=self.archive.layout, changes=self._changes
        )

    def finish(self, lead: Lead, *fixed: FixedVersion) -> Release:
        """Stamp the draft with the last of the versions."""
        write_draft(self.archive.layout, fixed[-1], self.draft, self._changes)
        record = fixed[-1].record
        return Release(
            records=tuple(one.record for one in fixed),
            lead=lead,
            changes=self._changes,
            catching_up=tuple(self._catching_up(record)),
        )

    def _catching_up(self, record: Record) -> Iterable[tuple[str, str]]:
        source = self.draft.statement.statement.source_locale
        originals = {one.id: one.version for one in record.lock.locales.get(source, ())}
        for locale, sections in record.lock.locales.items():
            for one in sections:
                if locale == source or one.version != record.version:
                    continue
                if originals.get(one.id) not in {None, record.version}:
                    yield locale, one.id


def after(first: FixedVersion, facts: VersionFacts) -> VersionFacts:
    """Give the facts of the version that follows another of the same release."""
    label = first.record.version
    return replace(
        facts,
        label=label.next_on(label.day),
        supersedes=label,
        previous=first.record.digest,
    )
