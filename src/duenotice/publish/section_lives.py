"""Which section changed in which version, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.compare import Document
from duenotice.compare import PartHeading
from duenotice.compare.document import Part
from duenotice.compare.extent import changed_share
from duenotice.model.content import Text
from duenotice.publish.addresses import relative
from duenotice.publish.section_steps import SectionStep
from duenotice.publish.section_steps import section_anchors
from duenotice.render import locales
from duenotice.render.archive_views import CellView
from duenotice.render.archive_views import LifeView
from duenotice.render.archive_views import LivesView
from duenotice.store.section_history import SectionChangeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.model.label import VersionLabel
    from duenotice.parse.section_file import SectionFile
    from duenotice.publish.shell import Place
    from duenotice.publish.statement_site import StatementSite
    from duenotice.store.section_history import SectionChange
    from duenotice.store.section_history import SectionHistories
    from duenotice.store.version import StoredVersion

FIRST = "first"
"""What the first version of all did to its sections."""

_WHOLE = 100


def lives_view(site: StatementSite, place: Place) -> LivesView:
    """Give all sections against all versions, as a page at some place shows them.

    The sections of the newest version come first, in its order.
    """
    histories = site.histories(place.locale)
    newest = (one for one in histories.ids if histories.newest_id(one) == one)
    return LivesView(
        versions=tuple(site.version_view(one, place) for one in site.public),
        lives=tuple(_Life(site, one, place).view() for one in newest),
    )


class _Life:
    """One section through all versions."""

    def __init__(self, site: StatementSite, section_id: str, place: Place) -> None:
        self.site = site
        self.section_id = section_id
        self.place = place
        self.histories: SectionHistories = site.histories(place.locale)
        self.changes = self.histories.of(section_id)
        self.ids = {
            id_ for one in self.changes for id_ in (one.section_id, *one.former_ids)
        }
        self.href = relative(place.addresses.section(section_id), place.address)

    def view(self) -> LifeView:
        """Give its row."""
        step = SectionStep(self.site, self.changes[0], self.place)
        return LifeView(
            heading=self._heading(),
            lang=step.lang,
            direction=locales.text_direction(step.lang),
            href=self.href,
            cells=tuple(map(self._cell, self.site.public)),
        )

    def _heading(self) -> str:
        """Give its title, and its number in the text that counts."""
        number = self.site.statement.numbers().get(self.section_id)
        title = self.histories.title(self.section_id)
        return title if number is None else f"{number}. {title}"

    def _cell(self, version: StoredVersion) -> CellView:
        label = version.label
        is_there = not self.ids.isdisjoint(self.histories.files(label))
        changes = [one for one in self.changes if one.version == label]
        if not changes:
            return CellView(is_there=is_there)
        is_first = version.record.supersedes is None
        return CellView(
            what=FIRST if is_first else changes[0].what.value,
            percent=max(self._percent(one) for one in changes),
            is_there=is_there,
            href=f"{self.href}#{section_anchors(changes)[0]}",
        )

    def _percent(self, change: SectionChange) -> int:
        """Give the share of words that a change concerns: never nothing."""
        if change.what in {SectionChangeKind.ADDED, SectionChangeKind.REMOVED}:
            return _WHOLE
        new_ids = (change.section_id, *change.shared_with)
        old = self._document(change.before, change.former_ids)
        new = self._document(change.version, new_ids)
        return max(1, round(_WHOLE * changed_share(old, new)))

    def _document(self, label: VersionLabel | None, ids: Sequence[str]) -> Document:
        files = {} if label is None else self.histories.files(label)
        parts = (_part(files[one]) for one in ids if one in files)
        return Document(title="", parts=tuple(parts))


def _part(file: SectionFile) -> Part:
    section = file.section
    heading = PartHeading(None, (Text(section.title),))
    return Part(id=section.id, heading=heading, blocks=section.blocks)
