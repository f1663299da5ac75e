"""A part of all members, to try a mailing on."""

from __future__ import annotations

import heapq
import itertools
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.mailing.members.row import Row


def first_rows(rows: Iterable[Row], limit: int | None) -> Iterator[Row]:
    """Give the first rows, or all where there is no limit."""
    most = None if limit is None else min(limit, sys.maxsize)
    return itertools.islice(rows, most)


def sampled_rows(
    rows: Iterable[Row], size: int, number_of: Callable[[Row], int]
) -> Iterator[Row]:
    """Give rows from all over a file, in order: the same ones in every run.

    Args:
        rows: All rows.
        size: How many to give; only so many are kept in memory.
        number_of: Gives a number that looks random, the same for all rows of a member.
    """
    keyed = ((number_of(row), row.number, row) for row in rows)
    chosen = heapq.nsmallest(size, keyed)
    yield from sorted((row for _, _, row in chosen), key=lambda row: row.number)
