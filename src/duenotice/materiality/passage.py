"""A passage: the words of one change, old and new, and under what they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.compare.changes import ChangeKind
from duenotice.compare.document import PartHeading
from duenotice.materiality.link_targets import with_targets
from duenotice.model.content import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.compare.changes import Change
    from duenotice.compare.comparison import Comparison
    from duenotice.compare.nodes import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One change as text."""

    before: str
    after: str
    heading: str = ""
    """The words of the headings that it stands under, a line each, the nearest last."""

    old_heading: str = ""
    """The same in the old text, where they are known: it may have moved."""

    lead_in: str = ""
    """For an item of a list, the sentence that the list goes on from."""

    old_lead_in: str = ""
    """The same in the old text: an item may have moved to another list."""

    is_cell: bool = False
    """It is a cell of a table: its lead-in ends with the heads of column and row."""

    section: str = ""
    change: str = ""
    is_heading: bool = False
    is_formatting: bool = False
    """The words are the same, or are numbers and titles of sections."""

    is_move: bool = False
    """Only the place is another."""

    is_reframed: bool = False
    """It moved under another heading or lead-in."""

    is_link: bool = False
    """The words are the same and lead elsewhere."""

    targets: tuple[str, str] = ("", "")
    """Of a link that leads elsewhere: the words with the addresses, before and after.

    They prove the change; rules judge the words alone.
    """

    locale: str = ""

    @property
    def nearest_heading(self) -> str:
        """Give the words of the heading right above it."""
        return self.heading.rpartition("\n")[2]


_QUIET = {
    ChangeKind.FORMATTING,
    ChangeKind.RENUMBERED,
    ChangeKind.RENAMED,
    ChangeKind.REGROUPED,
}


def passages_of(comparison: Comparison) -> Iterator[Passage]:
    """Give the changes of a comparison as passages, in the order of the text."""
    for change in comparison.changes:
        yield _passage(change, comparison.new.locale)


def _passage(change: Change, locale: str) -> Passage:
    context, old = change.context, change.old_context
    element = change.new if change.new is not None else change.old
    return Passage(
        before=change.before,
        after=change.after,
        heading=_headings(context),
        old_heading=_headings(old),
        lead_in=_governing(context or old),
        old_lead_in=_governing(old or context),
        is_cell=bool(context and context.column),
        section=(context.part or context.heading) if context else "",
        change=change.id,
        is_heading=isinstance(element, PartHeading | Heading),
        is_formatting=change.kind in _QUIET,
        is_move=change.kind is ChangeKind.MOVED and not change.is_reframed,
        is_reframed=change.is_reframed,
        is_link=change.kind is ChangeKind.LINK,
        targets=_targets(change),
        locale=(context.locale if context else "") or locale,
    )


def _targets(change: Change) -> tuple[str, str]:
    if change.kind is not ChangeKind.LINK:
        return "", ""
    old, new = change.old, change.new
    return with_targets(old, new), with_targets(new, old)


def _headings(context: Context | None) -> str:
    return "\n".join((*context.above, context.heading)) if context else ""


def _governing(context: Context | None) -> str:
    """Give what a passage goes on from: a lead-in, or the heads of its cell."""
    if context is None:
        return ""
    return "\n".join(filter(None, (context.lead_in, context.column, context.row)))
