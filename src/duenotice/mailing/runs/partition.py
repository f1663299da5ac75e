"""Making one partition: all its files, and then the marker that says so.

A function of the run's address and a number, so that any process that reaches the
address can make it, and make it again: the bytes are the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING
from typing import TypeAlias

from duenotice.mailing.keys import message_key
from duenotice.mailing.member import Channel
from duenotice.mailing.member import Rejection
from duenotice.mailing.member import Suppression
from duenotice.mailing.members.rejection_reasons import REJECT_COLUMNS
from duenotice.mailing.members.rejection_reasons import Code
from duenotice.mailing.members.rejection_reasons import reject
from duenotice.mailing.members.row import Row
from duenotice.mailing.messages.email_format import EmailFormat
from duenotice.mailing.messages.letters import print_files
from duenotice.mailing.output_files import LinesFile
from duenotice.mailing.output_files import MailsFile
from duenotice.mailing.output_files import table_file
from duenotice.mailing.runs import paths as run_paths
from duenotice.mailing.runs.partition_record import Kind
from duenotice.mailing.runs.partition_record import MadeFile
from duenotice.mailing.runs.partition_record import PartitionRecord
from duenotice.mailing.runs.partition_record import Tally

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.member import Member
    from duenotice.mailing.members.parcel import Parcel
    from duenotice.mailing.output_files import MessagesFile
    from duenotice.mailing.runs.workshop import Workshop

_SUPPRESSED_COLUMNS = ("row", "id", "code")


Told: TypeAlias = "tuple[Member, Edition]"
"""Who is told, and by which messages."""


@dataclass(slots=True)
class _Sorted:
    """The rows of a partition by what becomes of them."""

    told: list[Told] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    suppressed: list[Suppression] = field(default_factory=list)

    def reject(self, found: list[Rejection]) -> None:
        """Take members back of whom no letter can be made: they get nothing then."""
        rows = {one.row for one in found}
        self.told = [one for one in self.told if one[0].row not in rows]
        found = [*found, *self._same_as({one.id for one in found})]
        self.rejected = sorted([*self.rejected, *found], key=lambda one: one.row)

    def _same_as(self, ids: set[str]) -> list[Rejection]:
        """Take out the duplicates of members: of a row of which nothing was made."""
        same = [
            one for one in self.suppressed if one.code == "duplicate" and one.id in ids
        ]
        rows = {one.row for one in same}
        self.suppressed = [one for one in self.suppressed if one.row not in rows]
        return [
            reject(Row(one.row, ()), one.id, Code.DUPLICATE_OF_REJECTED) for one in same
        ]


def make_partition(shop: Workshop, number: int) -> PartitionRecord:
    """Make all messages of a partition, write them, and mark it as made.

    Raises:
        DuenoticeError: Something can't be read, made or written.
    """
    parcel = shop.parcel(number)
    rows = _sorted(shop, parcel)
    files = dict(_letters(shop, rows, number))
    files |= _messages(shop, rows, number)
    files |= _left_out(parcel, rows, number)
    record = PartitionRecord(
        plan=shop.plan.digest,
        number=number,
        tally=_tally(rows, parcel.listed),
        files=tuple(MadeFile.made_of(path, files[path]) for path in sorted(files)),
    )
    for path, content in files.items():
        shop.storage.write(path, content)
    shop.storage.write(run_paths.marker(number), record.file())
    return record


def _sorted(shop: Workshop, parcel: Parcel) -> _Sorted:
    rows = _Sorted()
    for outcome in shop.outcomes(parcel):
        match outcome:
            case Rejection():
                rows.rejected.append(outcome)
            case Suppression():
                rows.suppressed.append(outcome)
            case (member, edition):
                rows.told.append((member, edition))
    return rows


def _letters(shop: Workshop, rows: _Sorted, number: int) -> Iterator[tuple[str, bytes]]:
    """Make the letters first: who can't have one gets nothing by other channels."""
    letters = [
        (member, edition, _key(shop, Channel.LETTER, member))
        for member, edition in rows.told
        if Channel.LETTER in member.channels
    ]
    stem = run_paths.part_name(number)
    rejected: list[Rejection] = []
    for made in print_files(shop.kit, letters, stem=stem):
        rejected += made.rejected
        if made.pdf:
            yield f"letter/{stem}-{made.name_suffix}.pdf", made.pdf
            yield f"letter/{stem}-{made.name_suffix}.csv", made.index
    rows.reject(rejected)


def _messages(shop: Workshop, rows: _Sorted, number: int) -> dict[str, bytes]:
    """Make what is no letter, edition by edition: so it takes the least room."""
    made: dict[Channel, MessagesFile] = {}
    for member, edition in sorted(rows.told, key=_place):
        for channel in member.channels:
            writer = shop.writers.get(channel)
            if writer is not None:
                if channel not in made:
                    made[channel] = _new_file(shop, channel)
                key = _key(shop, channel, member)
                made[channel].add(writer.message(member, edition, key), key)
    return {
        f"{channel.value}/{run_paths.part_name(number)}{file.ending}": file.content()
        for channel, file in made.items()
    }


def _place(told: Told) -> tuple[str, str, int]:
    """Give the place among the others: by edition, and then by row."""
    member, edition = told
    return (edition.locale, edition.baseline, member.row)


def _new_file(shop: Workshop, channel: Channel) -> MessagesFile:
    is_mail = shop.plan.options.email_format is EmailFormat.EML
    return MailsFile() if is_mail and channel is Channel.EMAIL else LinesFile()


def _left_out(
    parcel: Parcel, rows: _Sorted, number: int
) -> Iterator[tuple[str, bytes]]:
    """List the rows of which nothing is made, rejects with all that stands in them."""
    if rows.rejected:
        rejects = (
            (*(str(one.row), one.code, one.reason, one.hint), *fields)
            for one, fields in _with_fields(parcel, rows.rejected)
        )
        names = (*REJECT_COLUMNS, *parcel.columns)
        yield run_paths.rejects(number), table_file(names, rejects)
    if rows.suppressed:
        suppressed = ((str(one.row), one.id, one.code) for one in rows.suppressed)
        yield run_paths.suppressed(number), table_file(_SUPPRESSED_COLUMNS, suppressed)


def _with_fields(
    parcel: Parcel, rejected: Iterable[Rejection]
) -> Iterator[tuple[Rejection, Sequence[str]]]:
    """Give each with its row, which whoever prints letters doesn't know."""
    fields = {row.number: row.fields for row in parcel.rows}
    for one in rejected:
        yield one, fields[one.row]


def _tally(rows: _Sorted, listed: Collection[str]) -> Tally:
    counts = Counter(
        (edition.locale, edition.baseline, channel)
        for member, edition in rows.told
        for channel in member.channels
    )
    return Tally(
        made=len(rows.told),
        rejected=Counter(one.code for one in rows.rejected),
        suppressed=Counter(one.code for one in rows.suppressed),
        listed=len(listed),
        listed_met=len({one.id for one in rows.suppressed if one.code == "listed"}),
        without_text=Counter(
            member.missing_language
            for member, _ in rows.told
            if member.missing_language
        ),
        large_print=sum(
            edition.letter_for(member).is_large_print
            for member, edition in rows.told
            if Channel.LETTER in member.channels
        ),
        messages={
            Kind(channel=channel, locale=locale, baseline=baseline): count
            for (locale, baseline, channel), count in counts.items()
        },
    )


def _key(shop: Workshop, channel: Channel, member: Member) -> str:
    return message_key(shop.telling, channel, member.id)
