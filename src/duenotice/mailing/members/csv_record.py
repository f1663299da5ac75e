"""Where a record of a CSV file ends, when its quotes leave that open."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ending(enum.Enum):
    """How a text ends that begins with a record."""

    COMPLETE = "complete"
    OPEN = "open"
    """Within quotes: more of the text may close them."""

    BROKEN = "broken"
    """A quote is followed by what can't follow it."""


class RecordForm:
    """The form of records whose fields are separated by one character."""

    def __init__(self, delimiter: str) -> None:
        """Take the separator."""
        apart = re.escape(delimiter)
        quoted = '"[^"]*+(?:""[^"]*+)*+'
        field = rf'(?:{quoted}"|(?!")[^{apart}\n]*+)'
        self._field = re.compile(field)
        self._whole = re.compile(rf"{field}(?:{apart}{field})*+(?=\n|\Z)")
        self._open = re.compile(rf"(?:{field}{apart})*+{quoted}\Z")

    def end(self, text: str) -> tuple[Ending, int]:
        """Tell how the first record of a text ends, and where if it is complete."""
        found = self._whole.match(text)
        if found is not None:
            return Ending.COMPLETE, found.end()
        is_open = self._open.match(text) is not None
        return (Ending.OPEN if is_open else Ending.BROKEN), 0

    def fields(self, record: str) -> Iterator[str]:
        """Give the fields of a complete record."""
        place = 0
        while place <= len(record):
            found = self._field.match(record, place)
            if found is None:
                return
            yield _unquoted(found[0])
            place = found.end() + 1


def _unquoted(field: str) -> str:
    return field[1:-1].replace('""', '"') if field.startswith('"') else field
