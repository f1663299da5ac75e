"""Everything that making messages needs beside the members: plain data.

It is written beside the messages, so that a worker on another machine needs neither the
repository nor the templates, and a run that goes on later makes the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.mailing.canonical import canonical_json
from duenotice.mailing.canonical import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from duenotice.mailing.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """From which day on who joined, or was told, knew which text."""

    published: date
    """Who was told on this day or later heard of the text, in force or not yet: when
    messages about it first went out as far as recorded, or when it was published."""

    start: date
    """Who joined on this day or later did so under the text."""

    baseline: str
    """The label of the edition they get: of that text, or of the one in force last
    where nothing but corrections lies between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who the messages come from."""

    name: str
    email: str = ""
    address: tuple[str, ...] = ()
    """The lines of the address to which a letter returns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What is told, to whom it is new, and by whom."""

    statement: str
    version: str
    digest: str
    """Of the version's record."""

    published: date
    effective: date
    against: str
    """The label of the text that the version was assessed against."""

    source_locale: str
    sender: Sender
    dated: date
    """The day that is written on letters and e-mails."""

    history: tuple[Known, ...]
    """Up to the day before the version; the oldest first."""

    editions: Mapping[tuple[str, str], Edition]
    """By locale and by baseline."""

    templates: Mapping[str, str]
    """The SHA-256 of each template in use, by its name."""

    approved_by: str
    notices: Mapping[str, str]
    """The hash of the approved notice, by locale."""

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """What letters show, by the name that their style sheets have for it: a logo."""

    @property
    def telling(self) -> str:
        """Stand for what is told, in a hash: another day or other words are another."""
        told = [
            self.statement,
            self.version,
            self.effective.isoformat(),
            dict(self.notices),
        ]
        return digest_of(canonical_json(told))
