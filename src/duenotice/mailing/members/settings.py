"""What an organisation says about its file of members, and about itself as sender."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.mailing.kit import Sender
    from duenotice.mailing.member import Channel
    from duenotice.mailing.members.column_form import ColumnForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where in a row each fact about a member stands."""

    id: ColumnForm
    name: ColumnForm | None = None
    language: ColumnForm | None = None
    channels: ColumnForm | None = None
    email: ColumnForm | None = None
    phone: ColumnForm | None = None
    address: tuple[ColumnForm, ...] = ()
    large_print: ColumnForm | None = None
    told_on: ColumnForm | None = None
    since: ColumnForm | None = None

    def forms(self) -> Iterator[ColumnForm]:
        """Give all that are set."""
        yield self.id
        for one in (self.name, self.language, self.channels, self.email, self.phone):
            if one is not None:
                yield one
        yield from self.address
        for one in (self.large_print, self.told_on, self.since):
            if one is not None:
                yield one


@dataclass(frozen=True, slots=True, kw_only=True)
class MailingSettings:
    """`mailing.yaml`."""

    sender: Sender
    columns: Columns
    languages: Mapping[str, str] = field(default_factory=dict)
    """The locale for each code of the file that is no language tag."""

    channels: tuple[Channel, ...] = ()
    """For rows that name none; none of them without a channel of its own if empty."""

    country_code: str = ""
    """For phone numbers without one; digits."""

    select: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Only rows with one of these values in each of these columns are told."""

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that the file must have, each once, in the order of mention."""
        named = (name for form in self.columns.forms() for name in form.columns)
        return tuple(dict.fromkeys((*named, *self.select)))
