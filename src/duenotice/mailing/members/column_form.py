"""A column of a file of members, or a form that joins several: `"{city}, {state}"`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Sequence

    Pick = Callable[[Sequence[str]], str]

_PLACE = re.compile(r"\{([^{}]+)\}")
_LOOSE = re.compile(r"[ \t]+(?=[ \t,;])|^[ \t,;]+|[ \t,;]+$")
"""What is left over where a field between two others is empty."""


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """Says where in a row a text is found, by the names of columns.

    >>> form = ColumnForm.parse("{city}, {state} {zip}")
    >>> form.columns
    ('city', 'state', 'zip')
    >>> form.bind(("zip", "city", "state"))(("90000", "Quailbrook", ""))
    'Quailbrook, 90000'
    """

    pieces: tuple[str, ...]
    """The texts between the columns: one more than there are columns."""

    columns: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> ColumnForm:
        """Read the name of a column, or a form with names in braces.

        Raises:
            ValueError: A brace has no partner, or it is empty.
        """
        if not text.strip():
            raise ValueError(text)
        if "{" not in text and "}" not in text:
            return cls(("", ""), (text.strip(),))
        parts = _PLACE.split(text)
        pieces = tuple(parts[::2])
        if len(parts) == 1 or any(set("{}") & set(one) for one in pieces):
            raise ValueError(text)
        return cls(pieces, tuple(one.strip() for one in parts[1::2]))

    def bind_exact(self, columns: Sequence[str]) -> Pick:
        """Give what takes an id out of a row: nothing where a part of it is empty.

        Nothing is tidied away between the parts: different ids stay different.
        """
        indexes = [columns.index(name) for name in self.columns]
        first, *others = self.pieces

        def pick(fields: Sequence[str]) -> str:
            values = [fields[index].strip() for index in indexes]
            if not all(values):
                return ""
            pairs = zip(values, others, strict=True)
            return first + "".join(f"{value}{piece}" for value, piece in pairs)

        return pick

    def bind(self, columns: Sequence[str]) -> Pick:
        """Give what takes the text out of a row with these columns."""
        indexes = [columns.index(name) for name in self.columns]
        if self.pieces == ("", ""):
            (only,) = indexes
            return lambda fields: fields[only].strip()
        first, *others = self.pieces

        def pick(fields: Sequence[str]) -> str:
            parts = [first]
            for index, piece in zip(indexes, others, strict=True):
                parts += (fields[index].strip(), piece)
            return _LOOSE.sub("", "".join(parts))

        return pick
