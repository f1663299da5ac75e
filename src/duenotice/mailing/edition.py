"""What all readers of one language get who knew the same text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.mailing.member import Member
    from duenotice.render.messages.laid import Laid

GREETING = "greeting"
NAME = "name"
REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailForm:
    """An e-mail, as HTML and as plain text.

    Values in `html` are to be escaped; those in `subject` and `text` are of one line.
    """

    subject: str
    html: Laid
    text: Laid


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterForm:
    """The parts of a letter that are the same for all: HTML, and how it looks.

    The first page leaves room for the address and the greeting, which are put onto it.
    """

    html: str
    stylesheet: str
    paper: str
    """`letter` or `a4`."""

    is_large_print: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AppForm:
    """A message of an organisation's own app."""

    title: str
    body: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The messages of one version in one language, for who knew one text."""

    locale: str
    baseline: str
    """The label of the version that its readers knew."""

    title: str
    """Of the statement."""

    greeting: Laid
    """With the slot `name`: "Dear Ana Lee,"."""

    plain_greeting: str
    """For who has no name: "Dear member,"."""

    email: EmailForm
    sms: Laid
    """One line, with the slot `reference` at most."""

    app: AppForm
    letter: LetterForm
    large_letter: LetterForm | None = None
    """For who asked for large print, where the file of members says so."""

    def greet(self, name: str) -> str:
        """Give the greeting of a member."""
        return self.greeting.fill({NAME: name}) if name else self.plain_greeting

    def letter_for(self, member: Member) -> LetterForm:
        """Give the letter that a member can read."""
        large = self.large_letter
        return large if large and member.wants_large_print else self.letter
