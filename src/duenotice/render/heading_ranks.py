"""The rank of a heading: its level, without those that the author left out."""

from __future__ import annotations


class HeadingRanks:
    """Ranks headings as they come by.

    Those who have a page read to them move by the levels: none may be missing.

    >>> ranks = HeadingRanks()
    >>> [ranks.rank(level) for level in (2, 4, 4, 3, 2)]
    [1, 2, 2, 2, 1]
    """

    def __init__(self) -> None:
        """Begin without a heading."""
        self._open: list[int] = []

    def rank(self, level: int) -> int:
        """Give the next heading's rank, from 1 on, by the level its author chose."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return len(self._open)
