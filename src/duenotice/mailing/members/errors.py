"""Why a file of members can't be read at all."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from duenotice.diagnostics import visible
from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_NAMED = 5


class NoRecipientsError(DuenoticeError):
    """There is no row, and no line of names either."""

    hint = (
        "Give a CSV file (.csv, .tsv, .txt) whose first line names its columns, a "
        "Parquet file, or a folder of such files."
    )

    def __init__(self, address: str) -> None:
        """Name the address."""
        super().__init__(f'"{visible(address)}" holds no members')


class HeaderEncodingError(DuenoticeError):
    """The line of names isn't UTF-8."""

    hint = "Save it as UTF-8; from Excel: “CSV UTF-8 (comma delimited)”."

    def __init__(self, address: str) -> None:
        """Name the file."""
        super().__init__(f'the first line of "{visible(address)}" is not UTF-8')


class LineEndsError(DuenoticeError):
    """Lines end with a carriage return alone, or the line of names holds one."""

    hint = "Save it with the line ends of Windows or Unix, and no break in a name."

    def __init__(self, address: str) -> None:
        """Name the file."""
        super().__init__(
            f'the first line of "{visible(address)}" holds a carriage return'
        )


class MissingColumnsError(DuenoticeError):
    """The settings name columns that the file hasn't got."""

    def __init__(
        self, address: str, missing: Sequence[str], columns: Sequence[str]
    ) -> None:
        """Name them, and the closest ones that there are.

        What else the first line holds is not told: it may be no line of names.
        """
        named = ", ".join(f'"{visible(one)}"' for one in missing)
        close = {
            one: difflib.get_close_matches(one, columns, n=1, cutoff=0.7)
            for one in missing
        }
        meant = "".join(
            f'For "{visible(one)}", did you mean "{visible(found[0])}"? '
            for one, found in close.items()
            if found
        )
        super().__init__(
            f'"{visible(address)}" has no column {named}',
            hint=f'{meant}The first line must name the columns that "columns" and '
            '"select" of the settings ask for.',
        )


class RepeatedColumnError(DuenoticeError):
    """A column that is asked for is there twice."""

    hint = "Give each column a name of its own."

    def __init__(self, address: str, name: str) -> None:
        """Name it."""
        super().__init__(f'"{visible(address)}" has two columns "{visible(name)}"')


class ColumnsDifferError(DuenoticeError):
    """The files of a folder have not the same columns."""

    hint = "Write all files of a folder with the same columns, in any order."

    def __init__(self, first: str, other: str) -> None:
        """Name two files."""
        super().__init__(
            f'"{visible(other)}" has other columns than "{visible(first)}"'
        )


class OtherFilesError(DuenoticeError):
    """A folder of members has files that can't be read: theirs wouldn't be told."""

    hint = (
        "Write them as .csv, .tsv, .txt or .parquet, or put them elsewhere. Only "
        "hidden files, _SUCCESS, _metadata and _common_metadata are passed over."
    )

    def __init__(self, address: str, paths: Sequence[str]) -> None:
        """Name the first ones."""
        named = ", ".join(f'"{visible(one)}"' for one in paths[:_MOST_NAMED])
        more = len(paths) - _MOST_NAMED
        others = f" and {more} more" if more > 0 else ""
        super().__init__(
            f'"{visible(address)}" holds what is no file of members: {named}{others}'
        )


class ParquetSupportError(DuenoticeError):
    """The package that reads Parquet isn't there."""

    hint = "Run `pip install 'duenotice[parquet]'`, or give a CSV file."

    def __init__(self, address: str) -> None:
        """Name the file."""
        super().__init__(f'"{visible(address)}" is Parquet, and pyarrow is missing')


class BrokenParquetError(DuenoticeError):
    """A file isn't Parquet, or only a part of it."""

    hint = "Write the file again; it may have been copied in part."

    def __init__(self, address: str) -> None:
        """Name the file."""
        super().__init__(f'"{visible(address)}" can\'t be read as Parquet')


class RecipientsChangedError(DuenoticeError):
    """The members changed while they were read."""

    hint = "Wait until the file is written, and run the command again."

    def __init__(self, address: str) -> None:
        """Name the address."""
        super().__init__(f'"{visible(address)}" changed while it was read')


class UnfitListError(DuenoticeError):
    """The list of who is not to be told can't be relied upon."""

    hint = "Give a text or CSV file in UTF-8 with one id a line."

    def __init__(self, address: str, number: int) -> None:
        """Count the entry, and don't tell what is in it."""
        super().__init__(
            f'entry {number} of "{visible(address)}" can\'t be read as an id'
        )


class ListColumnsError(DuenoticeError):
    """The list of who is not to be told has several columns, and none known for ids."""

    def __init__(self, address: str, names: Sequence[str]) -> None:
        """Name the columns that are looked for."""
        named = " and ".join(f'"{visible(one)}"' for one in names)
        super().__init__(
            f'"{visible(address)}" has several columns, and none of them is known to '
            "hold ids",
            hint=f'Name the column of ids "id", or as in the file of members: {named}; '
            "or give one id a line and nothing else.",
        )


class MissingRecipientsError(DuenoticeError):
    """There is nothing at the address of the members."""

    def __init__(self, address: str, full: str) -> None:
        """Name the address, and where it leads to."""
        super().__init__(
            f'the file of members "{visible(address)}" isn\'t there',
            hint=f'It was looked for at "{visible(full)}". Name with --recipients a '
            "CSV or Parquet file, or a folder of them.",
        )
