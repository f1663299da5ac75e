"""Letters to members: many in a file for a mail house, or one for one reader."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.mailing.keys import reference_of
from duenotice.mailing.members.rejection_reasons import reject
from duenotice.mailing.members.row import Row
from duenotice.mailing.messages.letter_index import IndexedLetter
from duenotice.mailing.messages.letter_index import index_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Rejection
    from duenotice.mailing.messages.letter_index import Letter
    from duenotice.render.pdf.address_fit import Misfit
    from duenotice.render.pdf.info import PdfInfo
    from duenotice.render.pdf.letter_lines import LetterLines
    from duenotice.render.pdf.sheet import Sheet

MOST_LETTERS = 1000
"""In one print file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFile:
    """A PDF of letters in one language, of one size."""

    name_suffix: str
    """Such as `en-01` or `en-large-01`: those of one kind are numbered without gaps."""

    pdf: bytes
    """Empty, as is the index, where no letter of it could be printed."""

    index: bytes
    """The list of its letters, as CSV."""

    rejected: tuple[Rejection, ...]
    """Who has no letter in it; the fields of their rows are left empty."""


def print_files(
    kit: Kit, letters: Sequence[Letter], *, stem: str
) -> Iterator[PrintFile]:
    """Print letters, ordered by edition and then by row.

    What all who knew the same text read is laid out, and kept, once in each file.

    Args:
        kit: What they are about.
        letters: All of one partition.
        stem: How the names of the files begin; a hyphen and the suffix follow.

    Raises:
        PdfError: The letter itself can't be made a PDF.
    """
    made: Counter[str] = Counter()
    for kind, batch in _batches(letters):
        file = _print(kit, batch, stem, f"{kind}-{made[kind] + 1:02}")
        yield file
        made[kind] += bool(file.pdf)


def write_member_letter(kit: Kit, letter: Letter) -> bytes:
    """Write one letter, with tags for who has it read out.

    Raises:
        MisfitError: Its address can't be printed.
        PdfError: The letter can't be made a PDF.
    """
    from duenotice.render.pdf.letter import write_letter  # noqa: PLC0415 - as below

    return write_letter(
        _sheet(letter),
        info=_info(kit, letter),
        lines=_lines(letter),
        files=kit.pictures,
    )


def _batches(letters: Sequence[Letter]) -> Iterator[tuple[str, list[Letter]]]:
    """Give what goes into a file: letters in one language, of one size."""
    found: dict[str, list[Letter]] = {}
    for letter in sorted(letters, key=_place):
        found.setdefault(_kind(letter), []).append(letter)
    for kind, batch in sorted(found.items()):
        for start in range(0, len(batch), MOST_LETTERS):
            yield kind, batch[start : start + MOST_LETTERS]


def _kind(letter: Letter) -> str:
    member, edition, _ = letter
    is_large = edition.letter_for(member).is_large_print
    return f"{edition.locale}-large" if is_large else edition.locale


def _place(letter: Letter) -> tuple[str, int]:
    member, edition, _ = letter
    return edition.baseline, member.row


def _print(kit: Kit, batch: Sequence[Letter], stem: str, suffix: str) -> PrintFile:
    # Takes long to import, and most runs are of e-mails alone.
    from duenotice.render.pdf.print_file import PrintPart  # noqa: PLC0415
    from duenotice.render.pdf.print_file import write_print_file  # noqa: PLC0415

    parts = [list(part) for _, part in groupby(batch, lambda one: one[1].baseline)]
    printed = write_print_file(
        [
            PrintPart(sheet=_sheet(part[0]), letters=[*map(_lines, part)])
            for part in parts
        ],
        info=_info(kit, batch[0]),
        files=kit.pictures,
    )
    pages = chain.from_iterable(
        [count] * len(part) for part, count in zip(parts, printed.pages, strict=True)
    )
    made = [
        IndexedLetter(letter, count)
        for number, (letter, count) in enumerate(zip(batch, pages, strict=True))
        if number not in printed.misfits
    ]
    return PrintFile(
        name_suffix=suffix,
        pdf=printed.pdf,
        index=index_file(kit.version, f"{stem}-{suffix}.pdf", made) if made else b"",
        rejected=_rejections(batch, printed.misfits),
    )


def _rejections(
    batch: Sequence[Letter], misfits: Mapping[int, Misfit]
) -> tuple[Rejection, ...]:
    members = ((batch[number][0], misfit) for number, misfit in misfits.items())
    return tuple(
        reject(Row(number=member.row, fields=()), member.id, misfit.value)
        for member, misfit in members
    )


def _lines(letter: Letter) -> LetterLines:
    from duenotice.render.pdf.letter_lines import LetterLines  # noqa: PLC0415 - above

    member, edition, key = letter
    return LetterLines(
        address=(member.name, *member.address),
        greeting=edition.greet(member.name),
        plain_greeting=edition.plain_greeting,
        reference=reference_of(key),
    )


def _sheet(letter: Letter) -> Sheet:
    from duenotice.render.pdf.sheet import Sheet  # noqa: PLC0415 - as above

    member, edition, _ = letter
    form = edition.letter_for(member)
    return Sheet(form.html, form.stylesheet)


def _info(kit: Kit, letter: Letter) -> PdfInfo:
    from duenotice.render.pdf.info import PdfInfo  # noqa: PLC0415 - as above

    subject = letter[1].title
    return PdfInfo(dated=kit.dated, author=kit.sender.name, subject=subject)
