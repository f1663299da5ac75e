"""The rows of a CSV file: all of them, also where one is broken.

A row that can't be taken apart is given as a whole, and says why. A quote that isn't
closed costs one line and never the rest of the file; a line break within quotes that
are closed belongs to its field, so that nobody writes a row by writing a field.
"""

from __future__ import annotations

import csv
from typing import IO
from typing import TYPE_CHECKING

from duenotice.mailing.members.broken_row import LONE
from duenotice.mailing.members.broken_row import LONGEST_FIELD
from duenotice.mailing.members.broken_row import broken
from duenotice.mailing.members.broken_row import fault_of
from duenotice.mailing.members.csv_feed import Feed
from duenotice.mailing.members.csv_lines import csv_lines
from duenotice.mailing.members.csv_record import Ending
from duenotice.mailing.members.csv_record import RecordForm
from duenotice.mailing.members.errors import HeaderEncodingError
from duenotice.mailing.members.errors import LineEndsError
from duenotice.mailing.members.errors import NoRecipientsError
from duenotice.mailing.members.rejection_reasons import Code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.members.row import Record

DELIMITERS = ",;\t|"


class CsvRows:
    """The columns of an open file, and its rows."""

    def __init__(self, file: IO[bytes], address: str, needed: Sequence[str]) -> None:
        """Read the line of names.

        Args:
            file: The file, at its beginning.
            address: Its name, for messages.
            needed: Columns that should be there: they tell the separator.

        Raises:
            NoRecipientsError: The file is empty.
            HeaderEncodingError: The line isn't UTF-8.
            LineEndsError: It holds what ended lines on old machines.
        """
        self._feed = Feed(csv_lines(file))
        header = next(filter(None, iter(self._feed.take, None)), None)
        if header is None:
            raise NoRecipientsError(address)
        if LONE.search(header):
            raise HeaderEncodingError(address)
        if "\r" in header:
            raise LineEndsError(address)
        self.line = 0
        """Where the row begins that was given last, in the file."""

        self.columns, self._delimiter = _names(header, needed)
        self._form = RecordForm(self._delimiter)
        self._reader = csv.reader(self._feed, delimiter=self._delimiter, strict=True)

    @property
    def lines(self) -> int:
        """Count the lines that were read."""
        return self._feed.taken

    def records(self) -> Iterator[Record]:
        """Give the fields of each row, in order, with the row's fault if it has one."""
        while (line := self._feed.take()) is not None:
            self.line = self._feed.taken
            if '"' in line:
                yield self._quoted(line)
            elif line:
                yield self._checked(line, line.split(self._delimiter))

    def _quoted(self, line: str) -> Record:
        feed = self._feed
        feed.begin(line)
        try:
            fields = next(self._reader)
        except csv.Error:
            return self._mended()
        if len(feed.held) > 1 and len(fields) != len(self.columns):
            feed.keep(1)
            return broken(line, Code.ROW_QUOTE)
        return self._checked("\n".join(feed.held), fields)

    def _mended(self) -> Record:
        """Find the end of a record that was too much for the reader, if it has one."""
        feed = self._feed
        text = "\n".join(feed.held)
        ending, end = self._form.end(text)
        if ending is Ending.OPEN:
            while feed.grow():
                pass
            text = "\n".join(feed.held)
            ending, end = self._form.end(text)
        if ending is not Ending.COMPLETE:
            feed.keep(1)
            return broken(feed.held[0], Code.ROW_QUOTE)
        feed.keep(text.count("\n", 0, end) + 1)
        return self._checked(text[:end], list(self._form.fields(text[:end])))

    def _checked(self, text: str, fields: list[str]) -> Record:
        fault = fault_of(text, fields)
        if not fault and len(fields) != len(self.columns):
            fault = Code.ROW_FIELDS
        return broken(text, fault) if fault else (tuple(fields), "")


def _names(header: str, needed: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Read the line of names by the separator that finds the most columns in it."""

    def found(delimiter: str) -> tuple[int, int]:
        names = _split(header, delimiter)
        return len(set(needed) & set(names)), len(names)

    delimiter = max(DELIMITERS, key=found)
    return _split(header, delimiter), delimiter


def _split(header: str, delimiter: str) -> tuple[str, ...]:
    names = next(csv.reader([header[:LONGEST_FIELD]], delimiter=delimiter), [])
    return tuple(name.strip() for name in names)
