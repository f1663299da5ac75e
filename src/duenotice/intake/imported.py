"""What is asked of an import, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic
    from duenotice.intake.account import Added
    from duenotice.intake.account import Remark
    from duenotice.intake.account import Taken
    from duenotice.intake.mentions import MadeReference
    from duenotice.intake.printed import PrintedLine
    from duenotice.intake.reading import SourceFormat
    from duenotice.intake.statement_draft import StatementDraft
    from duenotice.intake.words import WordDifference


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportWishes:
    """What is asked of an import. What isn't, is looked for in the source."""

    statement_id: str
    name: str
    """The source's name, for messages and for its suffix."""

    form: SourceFormat | None = None
    locale: str | None = None
    time_zone: str | None = None
    title: str | None = None
    controller: str | None = None
    base: str | None = None
    """The address of the page that the text came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCount:
    """Whether the written text has the words of the source."""

    source: int
    written: int
    taken: int
    added: int
    difference: WordDifference


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """An imported statement: its files, and the account of how they were made."""

    draft: StatementDraft
    form: SourceFormat
    files: dict[str, str]
    printed: tuple[PrintedLine, ...]
    taken: tuple[Taken, ...]
    added: tuple[Added, ...]
    remarks: tuple[Remark, ...]
    references: tuple[MadeReference, ...]
    defined: tuple[str, ...]
    """The terms that the text defines."""

    words: WordCount
    diagnostics: tuple[Diagnostic, ...]
    """What `check` has to say about the draft."""
