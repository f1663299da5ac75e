"""The workbench of a release: from the draft and the archive to fixed versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.model.record import Reach
from duenotice.release.changes import ChangeSet
from duenotice.release.dates import choose_label
from duenotice.release.fixing import Copies
from duenotice.release.fixing import fix_version
from duenotice.release.fixing import write_draft
from duenotice.release.notices import notices_of
from duenotice.release.notices import with_notice
from duenotice.release.request import Kept
from duenotice.release.request import Release
from duenotice.release.version_facts import VersionFacts
from duenotice.review.recording import recorded
from duenotice.review.review import Said
from duenotice.review.review import holding
from duenotice.review.review import review_change
from duenotice.store.whole_text import text_of_draft
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.model.record import Record
    from duenotice.release.fixing import FixedVersion
    from duenotice.release.request import ReleaseRequest
    from duenotice.review.review import Baseline
    from duenotice.review.review import Review
    from duenotice.review.schedule import Lead
    from duenotice.store.archive import Archive
    from duenotice.store.customs import Customs
    from duenotice.store.version import StoredVersion
    from duenotice.store.whole_text import WholeText


class VersionMaker:
    """Makes the versions of one release, and gathers the files they need."""

    def __init__(
        self,
        archive: Archive,
        request: ReleaseRequest,
        customs: Customs,
        kept: Kept | None,
    ) -> None:
        """Take the working tree's archive, the request, and what is kept."""
        self.archive = archive
        self.request = request
        self.customs = customs
        self.kept = kept
        self.draft = text_of_draft(archive.draft)
        self.published = request.published or request.today
        self._changes = ChangeSet()

    @property
    def reaches(self) -> Reach:
        """Give which data the version applies to: as asked, as kept, or all."""
        kept = Reach.ALL if self.kept is None else self.kept.record.reaches
        return self.request.reaches or kept

    @property
    def required_by_law(self) -> str | None:
        """Give why a law leaves no time, as asked or as kept."""
        kept = None if self.kept is None else self.kept.record.required_by_law
        return self.request.required_by_law or kept

    def take_over(self, pending: StoredVersion) -> None:
        """Go on from a scheduled version, as far as nothing was kept already."""
        if self.kept is None:
            self.kept = Kept(
                record=pending.record,
                notices=notices_of(self.archive.layout, pending),
                decisions=pending.record.decisions,
            )

    def review(self, text: WholeText, before: Baseline) -> Review:
        """Say what a text changes in the one that it is to follow."""
        said = Said(
            reaches=self.reaches,
            required_by_law=self.required_by_law,
            decisions=() if self.kept is None else self.kept.decisions,
        )
        return review_change(before, text, self.customs, said)

    def facts(self, effective: date, supersedes: VersionLabel | None) -> VersionFacts:
        """Give what is said of the next version."""
        newest = self.archive.newest
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
            reaches=self.reaches,
            required_by_law=self.required_by_law,
            previous=None if newest is None else newest.record.digest,
            adopted_by=self.request.adopted_by,
        )

    def judged(
        self, facts: VersionFacts, before: Baseline, text: WholeText, review: Review
    ) -> VersionFacts:
        """Add to what is said of a version what was found, decided and written."""
        assessment = recorded(review)
        held = holding(review.said.decisions, assessment.findings)
        judged = replace(facts, assessment=assessment, decisions=tuple(held.values()))
        return with_notice(judged, (before.text, text), review.comparisons, self.kept)

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

    def finish(
        self, lead: Lead, *fixed: FixedVersion, review: Review | None = None
    ) -> Release:
        """Stamp the draft with the last of the versions."""
        write_draft(self.archive.layout, fixed[-1], self.draft, self._changes)
        record = fixed[-1].record
        return Release(
            records=tuple(one.record for one in fixed),
            lead=lead,
            changes=self._changes,
            review=review,
            dropped=self._dropped(*(one.record for one in fixed)),
            is_approval_dropped=self._had_approval and record.approved is None,
            catching_up=tuple(self._catching_up(record)),
        )

    @property
    def _had_approval(self) -> bool:
        return self.kept is not None and self.kept.record.approved is not None

    def _dropped(self, *records: Record) -> tuple[str, ...]:
        """Give the findings about which a decision was made that no longer holds."""
        kept = () if self.kept is None else self.kept.decisions
        held = {one for record in records for one in record.decisions}
        return tuple(dict.fromkeys(one.finding for one in kept if one not in held))

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
