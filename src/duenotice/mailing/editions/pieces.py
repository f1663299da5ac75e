"""The words of a change by section and sentence, and which of them stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare import ChangeKind
from duenotice.mailing.editions.told_step import section_of
from duenotice.materiality.link_targets import with_targets
from duenotice.materiality.words import sentences_of
from duenotice.model.content import Paragraph
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.publish.table_sides import table_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.compare import Change
    from duenotice.compare import Comparison
    from duenotice.compare.nodes import Context
    from duenotice.model.statement import StatementText

_MOVES = frozenset({ChangeKind.MOVED, ChangeKind.MOVED_AND_AMENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one section, before and after."""

    section_id: str
    before: str
    after: str

    def only(self, sentence: str) -> Piece:
        """Give one sentence of the side that there is."""
        side = "before" if self.before else "after"
        return replace(self, **{side: sentence})


def joined(several: Sequence[Piece]) -> Piece:
    """Put the sentences of one side together again."""
    return replace(
        several[0],
        before=" ".join(filter(None, (one.before for one in several))),
        after=" ".join(filter(None, (one.after for one in several))),
    )


def pieces(change: Change) -> tuple[Piece, ...]:
    """Take a change apart: what left a section went there, and came elsewhere."""
    here = section_of(change)
    if has_left(change) and change.old_context is not None:
        there = change.old_context.part
        return (
            Piece(section_id=there, before=change.before, after=""),
            Piece(section_id=here, before="", after=change.after),
        )
    before, after = _sides(change)
    return (Piece(section_id=here, before=before, after=after),)


def has_left(change: Change) -> bool:
    """Tell whether words that moved stand in another section."""
    old, new = change.old_context, change.new_context
    if change.kind not in _MOVES or old is None or new is None:
        return False
    return old.part != new.part


def _sides(change: Change) -> tuple[str, str]:
    """Give the words: of a paragraph the sentences that aren't in both texts."""
    if change.kind is ChangeKind.LINK:
        was, now = change.old, change.new
        return with_targets(was, now), with_targets(now, was)
    before, after = table_sides(change)
    if before == after and change.is_reframed:
        return _led(change.old_context, before), _led(change.new_context, after)
    if not isinstance(change.new or change.old, Paragraph):
        return before, after
    old, new = sentences_of(before), sentences_of(after)
    gone = " ".join(one for one in old if one not in new)
    come = " ".join(one for one in new if one not in old)
    return (gone, come) if gone or come else (before, after)


def _led(context: Context | None, text: str) -> str:
    """Put the sentence before words that its list goes on from."""
    lead_in = "" if context is None else context.lead_in
    return f"{lead_in} {text}".strip()


class TextNow:
    """The text in force, for what stands in it already."""

    def __init__(self, text: StatementText, since: Comparison | None) -> None:
        """Take it, and what came to it since the text that readers knew."""
        self._present = {
            (placed.section.id, sentence)
            for placed in text.sections
            for line in walk_lines(placed.section.blocks)
            for sentence in sentences_of(" ".join(plain_text(line.inlines).split()))
        }
        self._gone: set[tuple[str, str]] = set()
        for change in () if since is None else since.changes:
            for piece in pieces(change):
                self._gone |= _placed(piece.section_id, piece.before)
                self._present |= _placed(piece.section_id, piece.after)

    def has(self, piece: Piece) -> bool:
        """Tell whether words that came are there, or those that went aren't."""
        if piece.after:
            return _placed(piece.section_id, piece.after) <= self._present
        gone = _placed(piece.section_id, piece.before)
        return gone <= self._gone or not gone & self._present


def _placed(section_id: str, text: str) -> set[tuple[str, str]]:
    return {(section_id, one) for one in sentences_of(text)}
