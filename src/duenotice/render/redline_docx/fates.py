"""What becomes of a line: the fate of the whole, of its words, and its move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.compare import Side
from duenotice.render.docx.revisions import Fate
from duenotice.render.redline_docx.moves import WordMoves
from duenotice.render.redline_docx.pieces import Piece
from duenotice.render.redline_docx.pieces import PieceReader

if TYPE_CHECKING:
    from duenotice.compare import Branch
    from duenotice.compare import Comparison
    from duenotice.compare import Leaf
    from duenotice.compare import Move
    from duenotice.render.redline_marks import Cues

LONE = {Side.OLD: Fate.REMOVED, Side.NEW: Fate.ADDED, Side.BOTH: Fate.KEPT}
"""What becomes of that which these texts have."""

_MOVED = {Side.OLD: Fate.MOVED_AWAY, Side.NEW: Fate.MOVED_HERE}


@dataclass(slots=True)
class Within:
    """What a line is inside of."""

    part: Side | None = None
    """A section that moved: its old place or its new one."""

    row: Branch | None = None
    """A row of a table."""


@dataclass(frozen=True, slots=True)
class LineFate:
    """What becomes of a line."""

    fate: Fate
    pieces: tuple[Piece, ...]
    moved: str = ""
    """The name of the move that it is one end of."""


class FateReader:
    """Says what becomes of lines."""

    def __init__(self, comparison: Comparison, cues: Cues) -> None:
        """Take the comparison, and what is said beside the text."""
        ids = frozenset(part.id for part in comparison.new.parts if part.id)
        self._cues = cues
        self._moves = WordMoves(comparison)
        self._words = PieceReader(cues, ids)

    def read(self, leaf: Leaf, within: Within) -> LineFate:
        """Say it of one line."""
        if within.part is Side.OLD:
            return self._leaving(leaf, within)
        if leaf.side is not Side.BOTH:
            return self._lone(leaf, within)
        if within.part is Side.NEW:
            return self._arriving(leaf, within)
        words = self._words.words(leaf.words) or self._words.whole(leaf.new, Fate.KEPT)
        return LineFate(Fate.KEPT, tuple(words))

    def _arriving(self, leaf: Leaf, within: Within) -> LineFate:
        """Say it of a line that came along with its section."""
        fate = Fate.MOVED_HERE if within.row is None else Fate.ADDED
        words = self._words.arriving(leaf.words, fate)
        return LineFate(fate, tuple(words or self._words.whole(leaf.new, fate)))

    def _leaving(self, leaf: Leaf, within: Within) -> LineFate:
        """Say it of a line at the old place of its section."""
        lost = self._moves.lost(leaf)
        if lost is None:
            fate = Fate.MOVED_AWAY if within.row is None else Fate.REMOVED
            return LineFate(fate, tuple(self._words.whole(leaf.old, fate)))
        pieces = self._words.whole(leaf.old, Fate.REMOVED)
        if self._moves.at(lost.place) is not None:
            pieces.insert(0, Piece(Fate.REMOVED, (), self._cues.elsewhere_now))
        return LineFate(Fate.REMOVED, tuple(pieces))

    def _lone(self, leaf: Leaf, within: Within) -> LineFate:
        """Say it of a line that only one of the texts has at this place."""
        move = self._moves.at(leaf.place)
        if move is not None and self._moves.is_tracked(move):
            fate = _MOVED[leaf.side]
            name = f"move{move.target.place}"
            return LineFate(fate, tuple(self._pieces(leaf, fate, move)), name)
        fate = LONE[leaf.side]
        pieces = self._pieces(leaf, fate, move)
        if move is not None or self._begins_moved_row(leaf, within):
            is_old = leaf.side is Side.OLD
            cues = self._cues
            remark = cues.elsewhere_now if is_old else cues.elsewhere_before
            pieces.insert(0, Piece(fate, (), remark))
        return LineFate(fate, tuple(pieces))

    def _pieces(self, leaf: Leaf, fate: Fate, move: Move | None) -> list[Piece]:
        if leaf.side is Side.OLD:
            return self._words.whole(leaf.old, fate)
        amended = () if move is None else move.words
        words = self._words.arriving(amended, fate)
        return words or self._words.whole(leaf.new, fate)

    def _begins_moved_row(self, leaf: Leaf, within: Within) -> bool:
        """Tell whether it is the first cell of a row that moved."""
        row = within.row
        if row is None or row.children[:1] != (leaf,):
            return False
        return self._moves.at(row.place) is not None
