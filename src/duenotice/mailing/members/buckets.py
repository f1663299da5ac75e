"""Things sorted into buckets on the disk: one file, and where each part of it is."""

from __future__ import annotations

from array import array
from typing import IO
from typing import TYPE_CHECKING
from typing import Generic
from typing import TypeVar

from duenotice.mailing.members.scratch import telling_scratch

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator

Thing = TypeVar("Thing")

_IN_MEMORY = 32_768
"""How many things wait before they go to the disk: some tens of megabytes of rows."""


class Buckets(Generic[Thing]):
    """Buckets of things of one kind, in a file that is open for reading and writing."""

    def __init__(
        self, file: IO[bytes], count: int, write: Callable[[list[Thing]], bytes]
    ) -> None:
        """Take an empty file, and what writes some things of one bucket."""
        self.count = count
        self._file = file
        self._write = write
        self._end = 0
        self._places = [array("Q") for _ in range(count)]
        self._waiting: list[list[Thing]] = [[] for _ in range(count)]
        self._added = 0

    def add(self, number: int, thing: Thing) -> None:
        """Put a thing into the bucket of a number, however large that is.

        Raises:
            ScratchError: It can't be written.
        """
        self._waiting[number % len(self._waiting)].append(thing)
        self._added += 1
        if self._added % _IN_MEMORY == 0:
            self._flush()

    def finish(self) -> int:
        """Write what still waits, and say how many things there are.

        Raises:
            ScratchError: It can't be written.
        """
        self._flush()
        with telling_scratch():
            self._file.flush()
        return self._added

    def parts(self, bucket: int) -> Iterator[bytes]:
        """Give what was written of a bucket, in the order in which it came.

        Raises:
            ScratchError: It can't be read.
        """
        places = self._places[bucket]
        for start, length in zip(places[::2], places[1::2], strict=True):
            with telling_scratch():
                self._file.seek(start)
                part = self._file.read(length)
            yield part

    def _flush(self) -> None:
        for things, places in zip(self._waiting, self._places, strict=True):
            if things:
                written = self._write(things)
                with telling_scratch():
                    self._file.write(written)
                places.extend((self._end, len(written)))
                self._end += len(written)
                things.clear()
