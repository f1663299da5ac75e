"""The text that a command is about: of a version, of a day, or the draft."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.store.version import BrokenVersionError

if TYPE_CHECKING:
    from duenotice.model.statement import StatementText
    from duenotice.store.archive import Archive
    from duenotice.store.draft import Draft
    from duenotice.store.version import StoredVersion

DRAFT = "draft"
"""Names the text in the working tree."""


class NothingInForceError(DuenoticeError):
    """No version was in force on the day."""

    def __init__(self, day: dt.date, archive: Archive) -> None:
        """Name the day and the first day with a text."""
        periods = archive.timeline.periods(dt.date.max)
        hint = "No version has been recorded yet."
        if periods:
            hint = f"The first text in force was {periods[0].label}, from "
            hint += f"{periods[0].start} on."
        super().__init__(f"no version was in force on {day}", hint=hint)


class UnknownLocaleError(DuenoticeError):
    """The text isn't there in this language."""

    def __init__(self, locale: str, known: tuple[str, ...]) -> None:
        """Name it and those there are."""
        super().__init__(
            f'there is no text in "{locale}"', hint=f"Languages: {', '.join(known)}."
        )


class UnreadableDraftError(DuenoticeError):
    """The draft's settings can't be read."""

    hint = "`duenotice check` says what is wrong."

    def __init__(self, draft: Draft) -> None:
        """Name the file."""
        super().__init__(f"{draft.layout.statement_file()} can't be read")


def version_in_force(archive: Archive, day: dt.date) -> StoredVersion:
    """Give the version in force on a day.

    Raises:
        NothingInForceError: There was none.
    """
    version = archive.timeline.in_force(day)
    if version is None:
        raise NothingInForceError(day, archive)
    return archive.versions[version.label]


def version_text(stored: StoredVersion, locale: str | None) -> StatementText:
    """Give a version's text, in its source's language where no other is wanted.

    Raises:
        BrokenVersionError: It isn't what was recorded.
        UnknownLocaleError: It isn't there in this language.
    """
    if stored.faults:
        raise BrokenVersionError(stored.label, stored.faults)
    chosen = locale or stored.statement.source_locale
    if chosen not in stored.record.lock.locales:
        raise UnknownLocaleError(chosen, tuple(stored.record.lock.locales))
    return stored.text(chosen)


def draft_text(draft: Draft, locale: str | None) -> StatementText:
    """Give a draft's text.

    Raises:
        UnreadableDraftError: Its settings can't be read.
        UnknownLocaleError: It isn't there in this language.
    """
    statement = draft.statement
    if statement is None:
        raise UnreadableDraftError(draft)
    chosen = locale or statement.source_locale
    if chosen not in statement.locales:
        raise UnknownLocaleError(chosen, statement.locales)
    return draft.text(chosen)
