"""Notice levels: how people must be told of a change, from not at all to consent."""

from __future__ import annotations

import enum


class Level(enum.IntEnum):
    """What a change asks for; later ones ask for more.

    >>> max(Level.L2, Level.L5).word
    'choice'
    """

    L0 = 0
    """What people read is the same: only the source differs."""

    L1 = 1
    """A correction: the version's date, and its redline in the archive."""

    L2 = 2
    """A notice that is posted."""

    L3 = 3
    """A message to each person."""

    L4 = 4
    """A message to each person, days before the change."""

    L5 = 5
    """A way to say no."""

    L6 = 6
    """A yes that must be there first."""

    @property
    def word(self) -> str:
        """Give its plain name."""
        return _MEANINGS[self][0]

    @property
    def asks(self) -> str:
        """Say in a sentence what must be done."""
        return _MEANINGS[self][1]

    @classmethod
    def named(cls, word: str) -> Level:
        """Give the level with this plain name.

        >>> Level.named("direct-and-advance").name
        'L4'

        Raises:
            ValueError: No level has it.
        """
        for level in cls:
            if level.word == word:
                return level
        raise ValueError(word)


_MEANINGS = {
    Level.L0: ("none", "Nothing is due: what people read has not changed."),
    Level.L1: ("date", "The new version is dated, and its redline is in the archive."),
    Level.L2: ("post", "A notice of the change is posted where people see it."),
    Level.L3: ("direct", "Each person gets a message about nothing but the change."),
    Level.L4: (
        "direct-and-advance",
        "Each person gets a message of its own, in good time before the change.",
    ),
    Level.L5: (
        "choice",
        "Each person is told in advance, and can say no until the change takes effect.",
    ),
    Level.L6: (
        "consent",
        "Each person is told in advance, and is bound only after saying yes.",
    ),
}

LEVEL_WORDS = tuple(level.word for level in Level)
"""The plain names, the least first."""
