"""What differs between the text that a reader knew and the one that is told of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from duenotice.compare import ChangeKind
from duenotice.compare import PartHeading
from duenotice.compare import compare
from duenotice.compare import document_of
from duenotice.mailing.editions.pieces import TextNow
from duenotice.mailing.editions.pieces import has_left
from duenotice.mailing.editions.pieces import pieces
from duenotice.mailing.editions.told_step import section_of
from duenotice.mailing.editions.told_step import told_step
from duenotice.mailing.editions.told_step import words_of
from duenotice.materiality.words import sentences_of
from duenotice.publish.statement_site import locales_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare import Change
    from duenotice.compare import Comparison
    from duenotice.mailing.editions.pieces import Piece
    from duenotice.mailing.editions.told_step import ToldStep
    from duenotice.store.version import StoredVersion

_QUIET = frozenset(
    {
        ChangeKind.FORMATTING,
        ChangeKind.REGROUPED,
        ChangeKind.RENAMED,
        ChangeKind.RENUMBERED,
    }
)
"""Kinds of changes that say nothing new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetPassage:
    """Words that are others than those that a reader knew."""

    section_id: str
    before: str
    after: str
    is_coming: bool
    """They come with the version; others are in force already."""


class NetChanges:
    """Compares the texts that were in force one after the other, and the new one."""

    def __init__(self) -> None:
        """Nothing is compared yet."""
        self._compared = cache(_compared)

    def passages(
        self, texts: tuple[StoredVersion, ...], locale: str
    ) -> tuple[NetPassage, ...] | None:
        """Give what readers of a text are to be told, in the order of the new one.

        Of the sections of which people were told anything on the way, it is all that
        is others now, but for what nobody had to be told of.

        Args:
            texts: The one that the readers knew, those in force since, and the new one.
            locale: A language that the first and the last have.

        Returns:
            Nothing where the texts can't be compared.
        """
        whole = self._compared(texts[0], texts[-1], locale)
        if whole is None or whole.could_not:
            return None
        way = _Way(texts, tuple(self._steps(texts, locale)))
        known, present = texts[0], texts[-2]
        now = TextNow(present.text(locale), self._compared(known, present, locale))
        return tuple(
            passage
            for change in whole.changes
            if way.tells_of(change)
            for piece in pieces(change)
            for passage in _passages(piece, now)
        )

    def _steps(
        self, texts: tuple[StoredVersion, ...], locale: str
    ) -> Iterator[ToldStep]:
        """Give the changes on the way; an adopted version was assessed by nobody."""
        for old, new in pairwise(texts):
            if not new.record.is_adopted:
                yield told_step(new, locale, partial(self._compared, old, new))


class _Way:
    """The way from one text to another, as people were told of it."""

    def __init__(
        self, texts: Iterable[StoredVersion], steps: tuple[ToldStep, ...]
    ) -> None:
        self._told = {words for one in steps for words in one.told}
        self._said = {
            (section_id, sentence)
            for section_id, *sides in self._told
            for side in sides
            for sentence in sentences_of(side)
        }
        self._untold = {words for one in steps for words in one.untold}
        told_of = {section_id for one in steps for section_id in one.sections}
        self._sections = _with_other_ids(told_of, texts)

    def tells_of(self, change: Change) -> bool:
        """Tell whether a change from the first text to the last is to be told of."""
        words = words_of(change)
        if words in self._told:
            return True
        is_in = section_of(change) in self._sections
        is_untold = words in self._untold and not self._says(change)
        return is_in and _says_more(change) and not is_untold

    def _says(self, change: Change) -> bool:
        """Tell whether people were told of a sentence of it with another change."""
        return any(
            (piece.section_id, sentence) in self._said
            for piece in pieces(change)
            for sentence in sentences_of(piece.before or piece.after)
        )


def _says_more(change: Change) -> bool:
    """Tell whether it says something else, or the same under something else."""
    match change.old, change.new:
        case (PartHeading(title=old), PartHeading(title=new)):
            return old != new
        case (PartHeading(), _) | (_, PartHeading()):
            return False  # its section is named above its words
        case _ if change.kind is ChangeKind.MOVED:
            return change.is_reframed or has_left(change)
        case _:
            return change.kind not in _QUIET and change.before != change.after


def _with_other_ids(sections: set[str], texts: Iterable[StoredVersion]) -> set[str]:
    """Add the ids that sections had before, or had later."""
    families = [
        {placed.section.id, *placed.section.formerly}
        for text in texts
        for placed in text.text(text.statement.source_locale).sections
        if placed.section.formerly
    ]
    for family in (*families, *reversed(families)):
        if family & sections:
            sections = sections | family
    return sections


def _compared(old: StoredVersion, new: StoredVersion, locale: str) -> Comparison | None:
    if locale not in locales_of(old) or locale not in locales_of(new):
        return None
    return compare(document_of(old.text(locale)), document_of(new.text(locale)))


def _passages(piece: Piece, now: TextNow) -> Iterator[NetPassage]:
    """Part what is in force already from what comes; of a pair, both sides stay."""
    if piece.before and piece.after:
        yield _passage(piece, piece.quoted, is_coming=not now.has(piece))
        return
    sentences = piece.sentences()
    coming = tuple(one for one in sentences if not now.has(one))
    present = tuple(one for one in sentences if one not in coming)
    for alike, is_coming in ((coming, True), (present, False)):
        if alike:
            is_all = len(alike) == len(sentences)
            quoted = piece.quoted if is_all else piece.only(alike)
            yield _passage(piece, quoted, is_coming=is_coming)


def _passage(piece: Piece, quoted: tuple[str, str], *, is_coming: bool) -> NetPassage:
    before, after = quoted
    return NetPassage(
        section_id=piece.section_id, before=before, after=after, is_coming=is_coming
    )
