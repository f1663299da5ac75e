"""A text that is laid out once and filled for each reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""No characters, for use within a program: no text that is read may hold them."""

_SLOT = re.compile(f"{_OPEN}([a-z]+){_CLOSE}")
_NAMES = frozenset({"address", "greeting", "name", "reference"})
"""Of all that is filled in for a reader."""

_STRAY = re.compile(f"[{_OPEN}{_CLOSE}]")


class StraySlotError(DuenoticeError):
    """A text that holds a mark of its own where only a template may set one."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "the text of a message holds a character that stands for a place to be "
            "filled in",
            hint="Take the characters U+FDD0 and U+FDD1 out of the notice.",
        )


class UnknownSlotError(DuenoticeError):
    """A place to be filled in for which no member has anything."""

    def __init__(self, name: str) -> None:
        """Name the place."""
        super().__init__(
            f'a template has a place to be filled in of the name "{name}", which '
            "there isn't",
            hint=f"There are: {', '.join(sorted(_NAMES))}.",
        )


def slot(name: str) -> str:
    """Give the mark that stands in a text for what is filled in later."""
    return f"{_OPEN}{name}{_CLOSE}"


@dataclass(frozen=True, slots=True)
class Laid:
    """Pieces of a text, and the names of the slots between them.

    >>> laid = Laid.of(f"Dear {slot('name')}, …")
    >>> laid.fill({"name": "Ana"})
    'Dear Ana, …'
    """

    pieces: tuple[str, ...]
    """One more than there are slots."""

    slots: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Laid:
        """Take a text apart at its marks.

        Raises:
            StraySlotError: A mark is broken.
            UnknownSlotError: One has a name that stands for nothing.
        """
        parts = _SLOT.split(text)
        pieces = tuple(parts[::2])
        if any(_STRAY.search(one) for one in pieces):
            raise StraySlotError
        for name in parts[1::2]:
            if name not in _NAMES:
                raise UnknownSlotError(name)
        return cls(pieces=pieces, slots=tuple(parts[1::2]))

    def encoded(self, encode: Callable[[str], str]) -> Laid:
        """Encode the pieces once, where values will come encoded in the same way."""
        return Laid(pieces=tuple(map(encode, self.pieces)), slots=self.slots)

    def fill(self, values: Mapping[str, str]) -> str:
        """Put values, encoded for the place where they stand, into the slots."""
        filled = [self.pieces[0]]
        for name, piece in zip(self.slots, self.pieces[1:], strict=True):
            filled += (values[name], piece)
        return "".join(filled)
