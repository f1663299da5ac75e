"""Letters to members: many in a file for a mail house, or one for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import TypeAlias

from duenotice.mailing.keys import reference_of
from duenotice.mailing.members.rejection_reasons import reject
from duenotice.mailing.members.row import Row
from duenotice.mailing.messages.letter_index import index_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Member
    from duenotice.mailing.member import Rejection
    from duenotice.render.pdf.address_fit import Misfit
    from duenotice.render.pdf.info import PdfInfo
    from duenotice.render.pdf.letter_lines import LetterLines

MOST_LETTERS = 1000
"""In one print file."""

Letter: TypeAlias = "tuple[Member, Edition, str]"
"""Who gets it, in which edition, and its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFile:
    """A PDF of letters in one language, about one comparison."""

    name_suffix: str
    """Such as `01`; files that hold letters are numbered without a gap."""

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

    Args:
        kit: What they are about.
        letters: All of one partition.
        stem: How the names of the files begin; a hyphen and the suffix follow.

    Raises:
        PdfError: The letter itself can't be made a PDF.
    """
    number = 1
    for batch in _batches(letters):
        made = _print(kit, batch, stem, f"{number:02}")
        yield made
        number += bool(made.pdf)


def write_member_letter(kit: Kit, letter: Letter) -> bytes:
    """Write one letter, with tags for who has it read out.

    Raises:
        MisfitError: Its address can't be printed.
        PdfError: The letter can't be made a PDF.
    """
    from duenotice.render.pdf.letter import write_letter  # noqa: PLC0415 - as below

    form = letter[1].letter
    return write_letter(
        form.html,
        stylesheet=form.stylesheet,
        info=_info(kit, letter[1]),
        lines=_lines(letter),
    )


def _batches(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    by_edition: dict[tuple[str, str], list[Letter]] = {}
    for letter in sorted(letters, key=lambda one: one[0].row):
        edition = letter[1]
        by_edition.setdefault((edition.locale, edition.baseline), []).append(letter)
    for _, found in sorted(by_edition.items()):
        for start in range(0, len(found), MOST_LETTERS):
            yield found[start : start + MOST_LETTERS]


def _print(kit: Kit, batch: Sequence[Letter], stem: str, suffix: str) -> PrintFile:
    # Takes long to import, and most runs are of e-mails alone.
    from duenotice.render.pdf.print_file import write_print_file  # noqa: PLC0415

    edition = batch[0][1]
    printed = write_print_file(
        edition.letter.html,
        stylesheet=edition.letter.stylesheet,
        info=_info(kit, edition),
        letters=[_lines(letter) for letter in batch],
    )
    made = [
        (member, key)
        for number, (member, _, key) in enumerate(batch)
        if number not in printed.misfits
    ]
    name = f"{stem}-{suffix}.pdf"
    return PrintFile(
        name_suffix=suffix,
        pdf=printed.pdf,
        index=index_file(name, printed.pages, made) if made else b"",
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


def _info(kit: Kit, edition: Edition) -> PdfInfo:
    from duenotice.render.pdf.info import PdfInfo  # noqa: PLC0415 - as above

    return PdfInfo(dated=kit.dated, author=kit.sender.name, subject=edition.title)
