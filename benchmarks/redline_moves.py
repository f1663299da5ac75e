"""Moves that are told and are none, and moves that are there and are found."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from histories import lines_of
from rapidfuzz.distance import Indel

from duenotice.compare import ChangeKind
from duenotice.compare import MovedPart
from duenotice.compare import Side
from duenotice.compare import compare
from duenotice.compare.elements import unit_text
from duenotice.compare.nodes import units
from duenotice.model.content import Heading
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    import random

    from histories import Pair

    from duenotice.compare import Comparison
    from duenotice.compare import Document
    from duenotice.model.content import Block

_MOVES = frozenset({ChangeKind.MOVED, ChangeKind.MOVED_AND_AMENDED})
_NEARLY = 0.75
_ALIKE = 0.6
_FEW_WORDS = 4
_FAR = 3
_MANY_BLOCKS = 20
_NUMBER = re.compile(r"^\d+\. ")


@dataclass
class MoveCount:
    """How many moves were told, and how many are none."""

    told: int = 0
    false: int = 0

    @property
    def false_share(self) -> float:
        """Give the share of those that are none."""
        return self.false / self.told if self.told else 0.0

    def add(self, pair: Pair, comparison: Comparison) -> None:
        """Count the moves of a comparison."""
        order = _Order.of(pair)
        sections = _moved_sections(comparison)
        for change in comparison.changes:
            if change.kind in _MOVES:
                self.told += 1
                lines = sections.get(frozenset(change.places))
                if lines is None:
                    lines = _if_alike([change.before], [change.after], _NEARLY)
                self.false += not any(order.has_jumped(*line) for line in lines)


_Line = tuple[str, str]
"""A line in the old text and in the new one."""


@dataclass(frozen=True)
class _Order:
    """Where the lines of two texts stand, rows by their first cells."""

    old: dict[str, list[int]]
    new: dict[str, list[int]]
    shared: list[tuple[int, int]]
    """The places of those that each text has once, the same or nearly so."""

    @classmethod
    def of(cls, pair: Pair) -> _Order:
        """Read the order of two texts."""
        old, new = _places(pair.old), _places(pair.new)
        ours, theirs = (
            {line: several[0] for line, several in some.items() if len(several) == 1}
            for some in (old, new)
        )
        shared = [(ours[line], theirs[line]) for line in ours if line in theirs]
        lone = [(_words(line), at) for line, at in theirs.items() if line not in old]
        for line, place in ours.items():
            words = _words(line)
            scored = (
                (Indel.normalized_similarity(words, others), other)
                for others, other in (lone if line not in new else ())
            )
            share, other = max(scored, default=(0.0, 0))
            if share >= _NEARLY:
                shared.append((place, other))
        return cls(old, new, shared)

    def has_jumped(self, before: str, after: str) -> bool:
        """Tell whether a line jumped over one that both texts have."""
        return any(
            any((one < i) != (other < j) for one, other in self.shared)
            for i in self.old.get(_name(before), ())
            for j in self.new.get(_name(after), ())
        )


def _places(document: Document) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines_of(document)):
        places.setdefault(_name(line), []).append(place)
    return places


def _moved_sections(comparison: Comparison) -> dict[frozenset[int], list[_Line]]:
    """Give the lines by which a moved section is known, by the places of its heads."""
    found = {}
    for one in comparison.nodes:
        if isinstance(one, MovedPart) and one.side is Side.NEW:
            other = comparison.other_end(one)
            before = [unit_text(unit.old) for unit in units(other.children)]
            after = [unit_text(unit.new) for unit in units(one.children)]
            same = [(line, line) for line in before if line and line in after]
            heads = frozenset({other.children[0].place, one.children[0].place})
            found[heads] = same or _if_alike(before, after, _ALIKE)
    return found


def _if_alike(before: list[str], after: list[str], least: float) -> list[_Line]:
    """Give the first lines of two stretches, if these are nearly the same."""
    ours, theirs = (_words(" ".join(lines)) for lines in (before, after))
    is_alike = Indel.normalized_similarity(ours, theirs) >= least
    return [(before[0], after[0])] if is_alike else []


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _name(line: str) -> str:
    """Give a line without its number, and of a row the first cell."""
    return _NUMBER.sub("", line.split(" | ", 1)[0])


def shift_blocks(
    document: Document, source: random.Random, times: int = 3
) -> tuple[Document, list[Block]]:
    """Move some blocks far; give the text and what was moved.

    Nothing is moved in a short text, where the others might as well be what moved.
    """
    lists = [list(part.blocks) for part in document.parts]
    if sum(map(len, lists)) < _MANY_BLOCKS:
        return document, []
    counted = Counter(lines_of(document))
    places = [
        (i, j)
        for i, blocks in enumerate(lists)
        for j, block in enumerate(blocks)
        if _can_move(block, counted)
    ]
    source.shuffle(places)
    moved = [lists[i][j] for i, j in places[:times]]
    for block in moved:
        _move(block, lists, source)
    parts = zip(document.parts, lists, strict=True)
    new = tuple(replace(part, blocks=tuple(blocks)) for part, blocks in parts)
    return replace(document, parts=new), moved


def _can_move(block: Block, counted: Counter[str]) -> bool:
    """Tell whether each line of a block says enough, and stands there once."""
    lines = [line.inlines for line in walk_lines((block,))]
    texts = [" ".join(plain_text(words).split()) for words in lines]
    is_unique = all(counted[text] == 1 for text in texts)
    is_long = sum(len(text.split()) for text in texts) >= _FEW_WORDS
    return bool(texts) and is_unique and is_long and not isinstance(block, Heading)


def _move(block: Block, lists: list[list[Block]], source: random.Random) -> None:
    """Put a block elsewhere, over at least some others."""
    flat = [(i, j) for i, blocks in enumerate(lists) for j in range(len(blocks))]
    at = next(n for n, (i, j) in enumerate(flat) if lists[i][j] is block)
    far = [n for n in range(len(flat)) if abs(n - at) > _FAR]
    if not far:
        return
    i, j = flat[source.choice(far)]
    blocks = next(one for one in lists if any(other is block for other in one))
    target = lists[i][j]
    blocks.remove(block)
    lists[i].insert(lists[i].index(target), block)


@dataclass
class FoundCount:
    """Of blocks that a script moved, how many the comparison finds."""

    moved: int = 0
    found: int = 0

    @property
    def share(self) -> float:
        """Give the share of those that are found."""
        return self.found / self.moved if self.moved else 1.0

    def add(self, document: Document, source: random.Random) -> None:
        """Move blocks of a text, and count."""
        shifted, blocks = shift_blocks(document, source)
        if shifted == document:
            return
        told = {
            " ".join(change.before.split())
            for change in compare(document, shifted).changes
            if change.kind in _MOVES
        }
        words = " | ".join(told)
        for block in blocks:
            lines = [plain_text(line.inlines) for line in walk_lines((block,))]
            self.moved += 1
            self.found += all(" ".join(line.split()) in words for line in lines)
