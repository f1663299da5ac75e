"""The list that a mail house gets with a print file: a row for each letter in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.keys import reference_of
from duenotice.mailing.output_files import table_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.mailing.member import Member

_ADDRESS_LINES = 7

COLUMNS = (
    "sequence",
    "key",
    "reference",
    "file",
    "first_page",
    "pages",
    "locale",
    "name",
    *(f"address{number}" for number in range(1, _ADDRESS_LINES + 1)),
)


def index_file(file: str, pages: int, letters: Sequence[tuple[Member, str]]) -> bytes:
    """Write the list of a print file.

    Args:
        file: The name of the print file.
        pages: Of each letter, with the empty one at its end.
        letters: The members and their keys, in the order of the print file.
    """
    rows = (
        (
            str(number + 1),
            key,
            reference_of(key),
            file,
            str(number * pages + 1),
            str(pages),
            member.locale,
            member.name,
            *member.address,
            *[""] * (_ADDRESS_LINES - len(member.address)),
        )
        for number, (member, key) in enumerate(letters)
    )
    return table_file(COLUMNS, rows)
