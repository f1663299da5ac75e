"""The list that a mail house gets with a print file: a row for each letter in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import TypeAlias

from duenotice.mailing.keys import reference_of
from duenotice.mailing.output_files import table_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.edition import Edition
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
    "edition",
    "version",
    "paper",
    "large_print",
    "name",
    *(f"address{number}" for number in range(1, _ADDRESS_LINES + 1)),
)

Letter: TypeAlias = "tuple[Member, Edition, str]"
"""Who gets it, in which edition, and its key."""


@dataclass(frozen=True, slots=True)
class IndexedLetter:
    """A letter in a print file."""

    letter: Letter
    pages: int
    """How many it takes, with an empty one at its end."""


def index_file(version: str, file: str, letters: Sequence[IndexedLetter]) -> bytes:
    """Write the list of a print file.

    Args:
        version: What the letters are about.
        file: The name of the print file.
        letters: All that are in it, in its order.
    """
    return table_file(COLUMNS, _rows(version, file, letters))


def _rows(
    version: str, file: str, letters: Sequence[IndexedLetter]
) -> Iterator[tuple[str, ...]]:
    first_page = 1
    for sequence, indexed in enumerate(letters, start=1):
        member, edition, key = indexed.letter
        form = edition.letter_for(member)
        yield (
            *(str(sequence), key, reference_of(key)),
            *(file, str(first_page), str(indexed.pages)),
            *(edition.locale, edition.baseline, version),
            *(form.paper, "yes" if form.is_large_print else "no"),
            member.name,
            *member.address,
            *[""] * (_ADDRESS_LINES - len(member.address)),
        )
        first_page += indexed.pages
