"""The files in which messages are handed over; the same messages, the same bytes."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import re
import zipfile
from typing import TYPE_CHECKING
from typing import Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence

_LINES_LEVEL = 6
"""Messages of one edition repeat one another, which lower levels find only in part."""

_MAILS_LEVEL = 3
"""Each is compressed for itself, and a higher level gains little."""

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can say."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
"""How a cell begins that a spreadsheet would take for a formula, or that was kept from
it: so that what is put before a cell can be told from what stood there."""


class MessagesFile(Protocol):
    """Takes messages, and gives the file that they make."""

    ending: str
    """Of the file's name."""

    def add(self, message: bytes, key: str) -> None:
        """Put a message at the end."""

    def content(self) -> bytes:
        """Give the whole file; nothing more can be added."""


class LinesFile:
    """Messages that are a line each, as gzip."""

    ending = ".jsonl.gz"

    def __init__(self) -> None:
        """Begin with nothing."""
        self._bytes = io.BytesIO()
        self._gzip = gzip.GzipFile("", "wb", _LINES_LEVEL, self._bytes, mtime=0)

    def add(self, message: bytes, key: str) -> None:
        """Put a message at the end; its key is in it."""
        del key
        self._gzip.write(message)

    def content(self) -> bytes:
        """Give the whole file; nothing more can be added."""
        self._gzip.close()
        return self._bytes.getvalue()


class MailsFile:
    """Messages that are a file each, as ZIP."""

    ending = ".zip"

    def __init__(self) -> None:
        """Begin with nothing."""
        self._bytes = io.BytesIO()
        self._zip = zipfile.ZipFile(self._bytes, "w", zipfile.ZIP_DEFLATED)

    def add(self, message: bytes, key: str) -> None:
        """Put a message at the end, under its key."""
        entry = zipfile.ZipInfo(f"{key}.eml", _NO_TIME)
        # As on every machine, whichever makes it.
        entry.create_system = 3
        self._zip.writestr(entry, message, zipfile.ZIP_DEFLATED, _MAILS_LEVEL)

    def content(self) -> bytes:
        """Give the whole file; nothing more can be added."""
        self._zip.close()
        return self._bytes.getvalue()


def table_file(names: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write CSV that a spreadsheet shows as it is and takes for no formula.

    It begins with the mark by which spreadsheets know UTF-8.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_shown(one) for one in names])
    writer.writerows([_shown(one) for one in row] for row in rows)
    # Half of a character that was broken in the file goes out as it came in.
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8", "surrogateescape")


def unmarked(cell: str) -> str:
    """Give a cell of such a file as it was before it was kept from being a formula.

    >>> unmarked("'+1 202"), unmarked("'t Hart")
    ('+1 202', "'t Hart")
    """
    is_marked = cell.startswith("'") and _FORMULA.match(cell) is not None
    return cell[1:] if is_marked else cell


def _shown(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
