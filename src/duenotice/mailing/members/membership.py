"""From a row to a member, or to what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from typing import TypeVar

from duenotice.mailing.member import Channel
from duenotice.mailing.member import Member
from duenotice.mailing.member import Suppression
from duenotice.mailing.members.email_address import email_address
from duenotice.mailing.members.language_choice import LanguageChoice
from duenotice.mailing.members.member_id import readable_id
from duenotice.mailing.members.personal_text import shown_text
from duenotice.mailing.members.phone_number import phone_number
from duenotice.mailing.members.rejection_reasons import Code
from duenotice.mailing.members.rejection_reasons import reject
from duenotice.mailing.members.yes_or_no import yes_or_no
from duenotice.model.letters import has_letter

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.member import Outcome
    from duenotice.mailing.members.column_form import ColumnForm
    from duenotice.mailing.members.column_form import Pick
    from duenotice.mailing.members.row import Row
    from duenotice.mailing.members.settings import MailingSettings

Read = TypeVar("Read")

_LONGEST_ID = 200
_LONGEST_NAME = 100
_LONGEST_LINE = 80
_FEWEST_LINES, _MOST_LINES = 2, 7
_SEPARATORS = re.compile(r"[\s,;|]+")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?", re.ASCII)
_LINK = re.compile(
    r"://|\bwww\."
    r"|\w{2}\.(?:com|net|org|info|biz|io|ru|cn|top|xyz|online|site|shop|app|click)\b",
    re.IGNORECASE,
)
"""What mail programs make a link of: hosts below the domains that are commonest, which
stand in nobody's name."""

_MOST_CHOICES = 1_000
"""How many ways to name channels are kept: few in a file that is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What messages can be made: other members are not for this run."""

    locales: tuple[str, ...]
    source_locale: str
    channels: tuple[Channel, ...]
    dated: date
    """The day on the messages: nobody was told, or joined, after it."""


class _UnfitError(Exception):
    """A row of which no message can be made; says the code."""


class Membership:
    """Reads rows with the same columns, one after the other."""

    def __init__(
        self, settings: MailingSettings, columns: Sequence[str], offer: Offer
    ) -> None:
        """Find the columns once for all rows; they must be there."""
        wanted = settings.columns
        self._settings = settings
        self._offered = frozenset(offer.channels)
        self._dated = offer.dated
        self._id = wanted.id.bind_exact(columns)
        self._name = _bind(wanted.name, columns)
        self._language = _bind(wanted.language, columns)
        self._channels = _bind(wanted.channels, columns)
        self._email = _bind(wanted.email, columns)
        self._phone = _bind(wanted.phone, columns)
        self._address = tuple(one.bind(columns) for one in wanted.address)
        self._large_print = _bind(wanted.large_print, columns)
        self._told_on = _bind(wanted.told_on, columns)
        self._since = _bind(wanted.since, columns)
        self._selects = tuple(
            (columns.index(name), frozenset(values))
            for name, values in settings.select.items()
        )
        self._languages = LanguageChoice(
            offer.locales, offer.source_locale, settings.languages
        )
        self._choices: dict[str, tuple[Channel, ...]] = {}

    def read(self, row: Row) -> Outcome:
        """Give the member, or why there is none."""
        if row.fault:
            return reject(row, "", row.fault)
        member_id = ""
        try:
            member_id = _member_id(self._id(row.fields))
            if not self._is_selected(row.fields):
                return _not_selected(row, member_id)
            channels = self._chosen(self._channels(row.fields))
            if not channels:
                return _not_selected(row, member_id)
        except _UnfitError as error:
            return reject(row, member_id, str(error))
        try:
            return self._member(row, member_id, channels)
        except _UnfitError:
            return reject(row, member_id, *self._faults(row.fields, channels))

    def _is_selected(self, fields: Sequence[str]) -> bool:
        return all(fields[index].strip() in allowed for index, allowed in self._selects)

    def _chosen(self, written: str) -> tuple[Channel, ...]:
        """Give the member's channels that are asked for, in their order."""
        known = self._choices.get(written)
        if known is not None:
            return known
        chosen = tuple(one for one in self._named(written) if one in self._offered)
        if len(self._choices) < _MOST_CHOICES:
            self._choices[written] = chosen
        return chosen

    def _named(self, written: str) -> tuple[Channel, ...]:
        if len(written) > _LONGEST_NAME:
            raise _UnfitError(Code.CHANNEL_UNKNOWN)
        words = {one for one in _SEPARATORS.split(written.lower()) if one}
        if not words:
            if not self._settings.channels:
                raise _UnfitError(Code.NO_CHANNEL)
            return self._settings.channels
        named = tuple(one for one in Channel if one.value in words)
        if len(named) < len(words):
            raise _UnfitError(Code.CHANNEL_UNKNOWN)
        return named

    def _member(
        self, row: Row, member_id: str, channels: tuple[Channel, ...]
    ) -> Member:
        fields = row.fields
        language = self._language(fields)
        return Member(
            row=row.number,
            id=member_id,
            name=self._greeted(fields, channels),
            locale=self._languages.locale(language),
            missing_language=self._languages.missing(language),
            channels=channels,
            email=_email(self._email(fields)) if Channel.EMAIL in channels else "",
            phone=self._number(fields) if Channel.SMS in channels else "",
            address=self._lines(fields) if Channel.LETTER in channels else (),
            wants_large_print=Channel.LETTER in channels and self._is_large(fields),
            told_on=self._day(self._told_on(fields), Code.TOLD_ON_INVALID),
            since=self._day(self._since(fields), Code.SINCE_INVALID),
        )

    def _faults(
        self, fields: Sequence[str], channels: tuple[Channel, ...]
    ) -> Iterator[str]:
        """Give the codes of all that is wrong, so that a row is mended at once."""
        by_channel: dict[Channel, Callable[[], object]] = {
            Channel.EMAIL: lambda: _email(self._email(fields)),
            Channel.SMS: lambda: self._number(fields),
            Channel.LETTER: lambda: self._lines(fields),
        }
        asked = (lambda: self._is_large(fields),) if Channel.LETTER in channels else ()
        checks = (
            lambda: self._greeted(fields, channels),
            *(check for one, check in by_channel.items() if one in channels),
            *asked,
            lambda: self._day(self._told_on(fields), Code.TOLD_ON_INVALID),
            lambda: self._day(self._since(fields), Code.SINCE_INVALID),
        )
        return filter(None, map(_fault, checks))

    def _greeted(self, fields: Sequence[str], channels: tuple[Channel, ...]) -> str:
        name = _name(self._name(fields))
        if not name and Channel.LETTER in channels:
            raise _UnfitError(Code.NO_NAME)
        return name

    def _day(self, written: str, code: str) -> date | None:
        if not written:
            return None
        stated = _DAY.fullmatch(written)
        if stated is None:
            raise _UnfitError(code)
        day = _read(date.fromisoformat, stated[1], code)
        if day > self._dated:
            raise _UnfitError(code)
        return day

    def _number(self, fields: Sequence[str]) -> str:
        written = self._phone(fields)
        if not written:
            raise _UnfitError(Code.NO_PHONE)
        code = self._settings.country_code
        return _read(lambda one: phone_number(one, code), written, Code.PHONE_INVALID)

    def _is_large(self, fields: Sequence[str]) -> bool:
        return _read(yes_or_no, self._large_print(fields), Code.LARGE_PRINT_UNKNOWN)

    def _lines(self, fields: Sequence[str]) -> tuple[str, ...]:
        lines = tuple(filter(None, (_line(pick(fields)) for pick in self._address)))
        if len(lines) < _FEWEST_LINES:
            raise _UnfitError(Code.NO_ADDRESS)
        if len(lines) > _MOST_LINES:
            raise _UnfitError(Code.ADDRESS_LINES)
        return lines


def _bind(form: ColumnForm | None, columns: Sequence[str]) -> Pick:
    return _nothing if form is None else form.bind(columns)


def _nothing(_: Sequence[str]) -> str:
    return ""


def _fault(check: Callable[[], object]) -> str:
    try:
        check()
    except _UnfitError as error:
        return str(error)
    return ""


def _not_selected(row: Row, member_id: str) -> Suppression:
    return Suppression(row=row.number, id=member_id, code="not-selected")


def _member_id(written: str) -> str:
    if len(written) > _LONGEST_ID:
        raise _UnfitError(Code.ID_TOO_LONG)
    member_id = readable_id(written)
    if not member_id:
        raise _UnfitError(Code.ID_CHARACTERS if written else Code.NO_ID)
    return member_id


def _name(written: str) -> str:
    if len(written) > _LONGEST_NAME:
        raise _UnfitError(Code.NAME_TOO_LONG)
    name = _shown(written, Code.NAME_CHARACTERS)
    if _LINK.search(name):
        raise _UnfitError(Code.NAME_LINK)
    return name if has_letter(name) else ""


def _line(written: str) -> str:
    if len(written) > _LONGEST_LINE:
        raise _UnfitError(Code.ADDRESS_TOO_LONG)
    return _shown(written, Code.ADDRESS_CHARACTERS)


def _shown(written: str, code: str) -> str:
    return _read(shown_text, written, code)


def _email(written: str) -> str:
    if not written:
        raise _UnfitError(Code.NO_EMAIL)
    return _read(email_address, written, Code.EMAIL_INVALID)


def _read(how: Callable[[str], Read], written: str, code: str) -> Read:
    try:
        return how(written)
    except ValueError as error:
        raise _UnfitError(code) from error
