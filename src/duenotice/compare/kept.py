"""Which equal words of two lines a reader would take for kept.

The longest common run of words is arithmetic. Words that stay by chance between two
changes tie nothing together, and a sentence that is put in or left out is a sentence,
also where its neighbour begins with the same word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

ENDS = frozenset(".!?。！？؟…")
"""What a sentence ends with."""

Block = tuple[int, int, int]
"""Where a run of equal words begins in the old line and in the new one; how long."""

_SHORT = 3
"""A word of so many letters may stand in two lines by chance."""

_ISLAND = 2
_SEA = 3


def kept_words(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Give the runs of words that stay, in order."""
    blocks = [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(old, new)
        if op.tag == "equal"
    ]
    return _at_sentences(_without_islands(blocks, old, new), old, new)


def _without_islands(
    blocks: Sequence[Block], old: Sequence[str], new: Sequence[str]
) -> list[Block]:
    """Leave out equal words that stand alone between larger changes.

    `of` or a comma that both lines happen to have between two rewritten phrases ties
    nothing together: to a reader it is confetti.
    """
    kept: list[Block] = []
    for place, (i, j, length) in enumerate(blocks):
        end_old, end_new = _end(kept[-1]) if kept else (0, 0)
        next_old, next_new = (
            (*blocks[place + 1][:2],)
            if place + 1 < len(blocks)
            else (
                len(old),
                len(new),
            )
        )
        before = max(i - end_old, j - end_new)
        after = max(next_old - i - length, next_new - j - length)
        words = sum(len(key) > _SHORT for key in old[i : i + length])
        is_between = before > 0 and after > 0
        if is_between and length <= _ISLAND and not words and before + after > _SEA:
            continue
        kept.append((i, j, length))
    return kept


def _end(block: Block) -> tuple[int, int]:
    i, j, length = block
    return i + length, j + length


def _at_sentences(
    blocks: Sequence[Block], old: Sequence[str], new: Sequence[str]
) -> list[Block]:
    """Let what only one line has begin with a sentence, where it can.

    `We [never look. We] count` says the same as `[We never look.] We count`.
    """
    found: list[Block] = []
    for i, j, length in blocks:
        shift = _shift(found[-1], (i, j, length), old, new) if found else 0
        if shift:
            first, second, before = found[-1]
            found[-1] = first, second, before + shift
        found.append((i + shift, j + shift, length - shift))
    return [block for block in found if block[2]]


def _shift(one: Block, other: Block, old: Sequence[str], new: Sequence[str]) -> int:
    """Say by how many words a gap is to be shifted, to the right or (below 0) left."""
    (old_start, new_start), (old_stop, new_stop) = _end(one), other[:2]
    if old_start == old_stop:
        words, start, stop = new, new_start, new_stop
    elif new_start == new_stop:
        words, start, stop = old, old_start, old_stop
    else:
        return 0
    is_last = _end(other) == (len(old), len(new))
    room = one[2], other[2] if is_last else other[2] - 1
    for shift in _shifts(words, start, stop, room):
        at = start + shift
        is_first = at == start - one[2]
        if one[:2] == (0, 0) if is_first else words[at - 1] in ENDS:
            return shift
    return 0


def _shifts(
    words: Sequence[str], start: int, stop: int, room: tuple[int, int]
) -> Iterator[int]:
    """Give how far a gap can go, with the same words on both sides, nearest first."""
    yield 0
    left, right = room
    for step in range(1, left + 1):
        if words[start - step] != words[stop - step]:
            break
        yield -step
    for step in range(right):
        if words[start + step] != words[stop + step]:
            break
        yield step + 1
