"""The comparison of two texts: merged tree, moves, and the list of changes."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.compare.changes import ChangeKind
from duenotice.compare.changes import list_changes
from duenotice.compare.merge import merge
from duenotice.compare.moves import find_moves
from duenotice.compare.nodes import MovedPart
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.compare.changes import Change
    from duenotice.compare.document import Document
    from duenotice.compare.moves import Move
    from duenotice.compare.nodes import Node
    from duenotice.compare.tokens import Vocabulary

MOST_WORDS = 250_000
"""Of a text that can be compared. The longest statements have a tenth of it."""

_QUIET = frozenset({ChangeKind.RENUMBERED, ChangeKind.RENAMED, ChangeKind.REGROUPED})


@dataclass(frozen=True)
class Comparison:
    """Everything that differs between two texts."""

    old: Document
    new: Document
    nodes: tuple[Node, ...]
    moves: tuple[Move, ...]
    changes: tuple[Change, ...]
    could_not: str = ""
    """Why the texts could not be compared; then there are neither nodes nor changes."""

    @property
    def is_same(self) -> bool:
        """Tell whether a reader sees no difference: never so without a comparison."""
        return not self.could_not and not self.changes

    @cached_property
    def change_by_place(self) -> Mapping[int, Change]:
        """Give the change that a node shows, by the node's place."""
        return {place: one for one in self.changes for place in one.places}

    @cached_property
    def move_by_place(self) -> Mapping[int, Move]:
        """Give the move that a node is one end of, by the node's place."""
        ends = ((move, (move.source, move.target)) for move in self.moves)
        return {end.place: move for move, both in ends for end in both}

    def other_end(self, part: MovedPart) -> MovedPart:
        """Give a moved section at its other place."""
        return next(
            node
            for node in self.nodes
            if isinstance(node, MovedPart)
            and node.move == part.move
            and node.side is not part.side
        )


def compare(old: Document, new: Document) -> Comparison:
    """Compare two texts.

    A text that can't be compared gives a comparison that says why, and never an empty
    one.
    """
    for document, which in ((old, "earlier"), (new, "later")):
        words = _count_words(document)
        if words > MOST_WORDS:
            reason = (
                f"the {which} text has {words:,} words, more than the {MOST_WORDS:,} "
                "that can be compared"
            )
            return Comparison(old, new, (), (), (), could_not=reason)
    old = replace(old, vocabulary=_in_new_words(old, new))
    if old.facts and new.facts and old.facts != new.facts:
        old, new = old.with_facts(), new.with_facts()
    nodes = merge(old, new)
    moves = find_moves(nodes, new.vocabulary)
    return Comparison(old, new, nodes, moves, list_changes(nodes, moves))


def _in_new_words(old: Document, new: Document) -> Vocabulary:
    """Let the old text's references lead to sections by their new ids."""
    renamed = {former: part.id for part in new.parts for former in part.formerly}
    kept = {part.id for part in new.parts}
    pairs = tuple((one, other) for one, other in renamed.items() if one not in kept)
    return replace(old.vocabulary, renamed=pairs)


def _count_words(document: Document) -> int:
    """Count roughly, without reading each word."""
    lines = (line for part in document.parts for line in walk_lines(part.blocks))
    return sum(plain_text(line.inlines).count(" ") + 1 for line in lines)
