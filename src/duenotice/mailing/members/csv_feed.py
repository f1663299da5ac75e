"""Lines that can be put back: those of a record that turned out to be none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.members.csv_lines import LONGEST_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator


class Feed:
    """Gives lines to a reader, and keeps those of the record that is being read."""

    def __init__(self, lines: Iterator[str]) -> None:
        """Take the lines."""
        self._lines = lines
        self._back: list[str] = []
        self._room = 0
        self.held: list[str] = []
        """The lines of the record so far."""

        self.taken = 0
        """How many lines were taken and not put back."""

    def take(self) -> str | None:
        """Give the next line, or nothing at the end."""
        line = self._back.pop() if self._back else next(self._lines, None)
        if line is not None:
            self.taken += 1
        return line

    def begin(self, line: str) -> None:
        """Let a record begin with a line that was taken."""
        self.held.clear()
        self._back.append(line)
        self.taken -= 1
        self._room = LONGEST_LINE

    def grow(self) -> bool:
        """Hold one more line, if there is one and the record isn't too long."""
        line = self.take() if self._room > 0 else None
        if line is None:
            return False
        self._room -= len(line) + 1
        self.held.append(line)
        return True

    def keep(self, count: int) -> None:
        """Put back all lines of the record but the first ones."""
        self._back.extend(reversed(self.held[count:]))
        self.taken -= len(self.held) - count
        del self.held[count:]

    def __iter__(self) -> Feed:
        return self

    def __next__(self) -> str:
        if not self.grow():
            raise StopIteration
        return f"{self.held[-1]}\n"
