"""One person to whom messages are made, as the organisation's file has them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import TypeAlias

if TYPE_CHECKING:
    from datetime import date


class Channel(enum.StrEnum):
    """How a message reaches a person."""

    EMAIL = "email"
    LETTER = "letter"
    SMS = "sms"
    APP = "app"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A row that was read and found good: what is in it can be written as it is."""

    row: int
    """Where it begins in the file, by its lines."""

    id: str
    name: str
    """Empty where the file has none and no channel needs one."""

    locale: str
    """One of the edition's: the source's where the member's language isn't offered."""

    missing_language: str = ""
    """What the row asks for, where there is no text in it."""

    channels: tuple[Channel, ...]
    """In the order of `Channel`, each once; at least one."""

    email: str = ""
    phone: str = ""
    """With `+` and the country's code."""

    address: tuple[str, ...] = ()
    """The lines below the name, none of them empty."""

    wants_large_print: bool = False
    """Whether the letter is to be in large print, where the member gets one."""

    told_on: date | None = None
    """When the member was last told of a change, where the file says so."""

    since: date | None = None
    """When the member joined, where the file says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A row of which no message can be made, and what to do about it."""

    row: int
    id: str
    """Empty where none could be read."""

    code: str
    """Such as `no-address`; documented."""

    reason: str
    """In plain words, without the row's own words: it may be printed."""

    hint: str
    fields: tuple[str, ...]
    """The row as it was read, for the file of rejects alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A good row to which no message is made, and why."""

    row: int
    id: str
    code: str
    """`listed`, `duplicate`, `not-selected`, `knows` (joined under the new text)."""


Outcome: TypeAlias = Member | Rejection | Suppression
"""What becomes of a row: exactly one of these."""
