"""The words of a change by section and sentence, and which of them stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare import ChangeKind
from duenotice.mailing.editions.told_step import section_of
from duenotice.materiality.words import sentences_of
from duenotice.model.content import Paragraph
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.publish.quoted_sides import excerpt
from duenotice.publish.quoted_sides import quoted_sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.compare import Change
    from duenotice.compare import Comparison
    from duenotice.model.statement import StatementText

_MOVES = frozenset({ChangeKind.MOVED, ChangeKind.MOVED_AND_AMENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one section, before and after."""

    section_id: str
    before: str
    after: str
    """Of a paragraph that changed, both have the sentences that differ."""

    whole: tuple[str, str]
    """The same with all sentences of the paragraph."""

    quoted: tuple[str, str]
    """The same with what makes them plain."""

    def sentences(self) -> tuple[Piece, ...]:
        """Take the side that there is apart."""
        if self.before:
            return tuple(replace(self, before=one) for one in sentences_of(self.before))
        return tuple(replace(self, after=one) for one in sentences_of(self.after))

    def only(self, several: Iterable[Piece]) -> tuple[str, str]:
        """Quote some sentences of the side that there is."""
        told = {one.before or one.after for one in several}
        side = 0 if self.before else 1
        sentences = sentences_of(self.whole[side])
        places = [at for at, one in enumerate(sentences) if one in told]
        words = excerpt(self.whole[side], places)
        return (words, "") if self.before else ("", words)


def pieces(change: Change) -> tuple[Piece, ...]:
    """Take a change apart: what left a section went there, and came elsewhere."""
    here = section_of(change)
    if has_left(change) and change.old_context is not None:
        there = change.old_context.part
        return (_piece(there, (change.before, "")), _piece(here, ("", change.after)))
    quoted = quoted_sides(change)
    if change.kind is ChangeKind.LINK or not _is_amended(change):
        return (_piece(here, quoted),)
    before, after = _differing(change.before, change.after)
    if not (before or after):
        return (_piece(here, quoted),)
    whole = change.before, change.after
    return (
        Piece(section_id=here, before=before, after=after, whole=whole, quoted=quoted),
    )


def _piece(section_id: str, sides: tuple[str, str]) -> Piece:
    before, after = sides
    return Piece(
        section_id=section_id, before=before, after=after, whole=sides, quoted=sides
    )


def _is_amended(change: Change) -> bool:
    return isinstance(change.new, Paragraph) and bool(change.before and change.after)


def _differing(before: str, after: str) -> tuple[str, str]:
    """Give the sentences that aren't in both paragraphs."""
    old, new = sentences_of(before), sentences_of(after)
    gone = " ".join(one for one in old if one not in new)
    come = " ".join(one for one in new if one not in old)
    return gone, come


def has_left(change: Change) -> bool:
    """Tell whether words that moved stand in another section."""
    old, new = change.old_context, change.new_context
    if change.kind not in _MOVES or old is None or new is None:
        return False
    return old.part != new.part


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
