"""One row of a file of members, as it stands there."""

from __future__ import annotations

from typing import NamedTuple
from typing import TypeAlias


class Row(NamedTuple):
    """The fields of a row, or the row as a whole where it can't be taken apart.

    A tuple and no dataclass: they are made by the million before anything is checked.
    """

    number: int
    """The line of the file in which it begins, or its number in Parquet.

    In a folder the count goes on from file to file.
    """

    fields: tuple[str, ...]
    """One for each column; of a broken row, all that there is in one field."""

    fault: str = ""
    """The code of what is wrong with the row itself, such as `row-quote`."""


Record: TypeAlias = tuple[tuple[str, ...], str]
"""The fields of a row and its fault, before it has a number."""
