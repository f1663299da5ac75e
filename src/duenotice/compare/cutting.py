"""Paragraphs that one text has as one and the other as several.

Where a paragraph was only parted, or several were joined, the words are all there and
in order. The long one is cut where the short ones end, so that each piece is compared
with the paragraph that it is, and nothing shows as removed and added.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from duenotice.compare.elements import Placed
from duenotice.compare.tokens import Mark
from duenotice.model.content import Emphasis
from duenotice.model.content import Paragraph
from duenotice.model.content import Strong
from duenotice.model.content import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence
    from typing import TypeGuard
    from typing import TypeVar

    from duenotice.compare.nodes import Element
    from duenotice.compare.tokens import Token
    from duenotice.model.content import Inline

    E = TypeVar("E")

_LEAST = 4
"""So many words and stops don't begin another paragraph by chance."""

_LIKE = 0.5
"""Of what is left of a paragraph, the share of words that the next one must have."""


def cut_alike(
    ours: Sequence[E], theirs: Sequence[E]
) -> tuple[list[E | Placed], list[E | Placed]]:
    """Cut the paragraphs of two rows that are several in the other one."""
    same = _paragraphs(ours) & _paragraphs(theirs)
    return _cut(ours, theirs, same), _cut(theirs, ours, same)


def _paragraphs(row: Iterable[object]) -> set[Element]:
    return {one.element for one in row if _is_paragraph(one)}


def _cut(
    several: Sequence[E], others: Sequence[E], same: set[Element]
) -> list[E | Placed]:
    """Cut those paragraphs of a row whose pieces stand in the other row."""
    lone = [_is_paragraph(one) and one.element not in same for one in several]
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, other in enumerate(others if any(lone) else ()):
        if _is_paragraph(other) and other.element not in same:
            starts[other.keys[:_LEAST]].append(at)
    found: list[E | Placed] = []
    for one, is_lone in zip(several, lone, strict=True):
        if not is_lone or not _is_paragraph(one) or len(one.keys) <= _LEAST:
            found.append(one)
            continue
        likely = starts.get(one.keys[:_LEAST], ())
        ends = next(filter(None, (_ends(one, others, at) for at in likely)), [])
        found += _pieces(one, ends) if ends else [one]
    return found


def _is_paragraph(one: object) -> TypeGuard[Placed]:
    return isinstance(one, Placed) and isinstance(one.element, Paragraph)


def _ends(long: Placed, others: Sequence[object], at: int) -> list[int]:
    """Say after how many words a paragraph is to be cut; never, if it's no more."""
    ends: list[int] = []
    done = 0
    for other in others[at:]:
        if not _is_paragraph(other):
            break
        keys, rest = other.keys, long.keys[done:]
        if not keys or rest[: len(keys)] != keys:
            share = Indel.normalized_similarity(rest, keys)
            return ends if share >= _LIKE and rest else []
        done += len(keys)
        if done == len(long.keys):
            return ends
        ends.append(done)
    return []


def _pieces(long: Placed, ends: Iterable[int]) -> list[Placed]:
    """Cut a paragraph after some of its words."""
    cuts = set(ends)
    rows: list[list[Token]] = [[]]
    count = 0
    for token in long.tokens:
        if count in cuts and not token.is_space:
            if not rows[-1][-1].is_space:
                # The words are printed without a space: they are no two lines.
                return [long]
            rows.append([])
            cuts.discard(count)
        rows[-1].append(token)
        count += bool(token.key)
    return [
        Placed(
            Paragraph(tuple(_inlines(row))),
            long.context,
            long.vocabulary,
            long.part,
            whole=long.element,
        )
        for row in rows
    ]


def _inlines(tokens: Sequence[Token]) -> Iterator[Inline]:
    """Give words back their marks."""
    end = len(tokens)
    while end and tokens[end - 1].is_space:
        end -= 1
    for marks, group in groupby(tokens[:end], key=lambda token: token.marks):
        inner = tuple(_joined(group))
        for mark in reversed(marks):
            inner = ((Emphasis if mark is Mark.EMPHASIS else Strong)(inner),)
        yield from inner


def _joined(tokens: Iterable[Token]) -> Iterator[Inline]:
    for is_text, group in groupby(tokens, key=lambda one: isinstance(one.inline, Text)):
        if is_text:
            yield Text("".join(token.text for token in group))
        else:
            yield from (token.inline for token in group)
