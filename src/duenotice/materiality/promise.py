"""What a statement itself promises about its changes.

Whoever promises notice owes it: the promise counts beside the law. A sentence counts
where it speaks of changes of the statement, or stands in a section or paragraph that
does, and says without reservation that people are told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.compare.document import Document
from duenotice.compare.document import document_of
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import PRIOR_DAYS
from duenotice.materiality.promise_period import days_of
from duenotice.materiality.promise_words import promise_words
from duenotice.model.content import Heading
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.model.record import Reach
from duenotice.model.statement import DIRECT_CHANNELS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare.document import Part
    from duenotice.materiality.promise_words.wordings import PromiseWords
    from duenotice.model.content import Block
    from duenotice.model.content import Inline
    from duenotice.model.statement import StatementText

_LONGEST = 1500
"""Of a sentence; a longer one is no sentence."""

_STOP = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_]|[«“\"(¿¡])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One sentence that promises something, or leaves it to people to look again."""

    words: str
    """As they stand in the text: the evidence."""

    section: str
    """The section's id, or its heading where the text has no ids."""

    days: int = 0
    before_effective: bool = False
    channels: frozenset[str] = frozenset()
    retroactive_consent: bool = False
    """Data already collected is reached only with consent."""

    tells: bool = True
    """People are told."""

    check_back: bool = False
    """They are asked to look at the page from time to time."""


@dataclass(frozen=True)
class Promise:
    """All that a text promises; of several clauses the strictest counts."""

    clauses: tuple[Clause, ...] = ()

    @cached_property
    def level(self) -> Level:
        """Give the notice level it comes to, for data collected from then on."""
        if not self.is_made:
            return Level.L0
        if not self.channels & DIRECT_CHANNELS:
            return Level.L2
        return Level.L4 if self.before_effective else Level.L3

    def level_for(self, reaches: Reach) -> Level:
        """Give the level for a change that reaches these data."""
        if self.retroactive_consent and reaches is Reach.ALL:
            return Level.L6
        return self.level

    @property
    def is_made(self) -> bool:
        """Tell whether people are told of changes at all."""
        return any(one.tells for one in self.clauses)

    @property
    def days(self) -> int:
        """Give the longest period that is named; none is 0."""
        return max((one.days for one in self.clauses), default=0)

    @property
    def before_effective(self) -> bool:
        """Tell whether people are told before a change takes effect."""
        return any(one.before_effective for one in self.clauses)

    @property
    def lead_days(self) -> int:
        """Give the days that must lie between notice and effect."""
        return max(self.days, PRIOR_DAYS if self.before_effective else 0)

    @property
    def channels(self) -> frozenset[str]:
        """Give all ways that are named, by the words of the settings."""
        return frozenset().union(*(one.channels for one in self.clauses))

    @property
    def retroactive_consent(self) -> bool:
        """Tell whether data already collected is reached only with consent."""
        return any(one.retroactive_consent for one in self.clauses)

    @property
    def is_check_back_only(self) -> bool:
        """Tell whether it is left to people to find out."""
        return not self.is_made and any(one.check_back for one in self.clauses)

    @property
    def words(self) -> tuple[str, ...]:
        """Give the exact words, in the order of the text."""
        return tuple(one.words for one in self.clauses)

    @property
    def section(self) -> str:
        """Give the section of the first clause; empty where there is none."""
        return self.clauses[0].section if self.clauses else ""


NO_PROMISE = Promise()


def promise_of(text: StatementText | Document) -> Promise:
    """Read what a text promises about its changes.

    In a language whose wordings aren't known nothing is found, which the text's own
    settings and profiles must make up for.
    """
    document = text if isinstance(text, Document) else document_of(text)
    clauses: list[Clause] = []
    for part in document.parts:
        words = promise_words(part.locale or document.locale)
        if words is not None:
            clauses += _clauses(part, words)
    return Promise(tuple(clauses))


def strictest(promises: Iterable[Promise]) -> Promise:
    """Put promises together, such as those of two languages.

    >>> strictest([NO_PROMISE, NO_PROMISE]).level.name
    'L0'
    """
    clauses = (clause for promise in promises for clause in promise.clauses)
    return Promise(tuple(dict.fromkeys(clauses)))


def _clauses(part: Part, words: PromiseWords) -> Iterator[Clause]:
    title = "" if part.heading is None else plain_text(part.heading.title)
    section = part.id or title or part.name
    whole = words.subject.search(title.casefold()) is not None or _names_changes(title)
    for passage, is_heading in _passages(part.blocks, words):
        about = passage.casefold()
        if is_heading:
            whole = words.subject.search(about) is not None or _names_changes(passage)
            continue
        if whole or words.subject.search(about[: 4 * _LONGEST]):
            for sentence in _STOP.split(passage):
                clause = _clause(sentence, section, words)
                if clause is not None:
                    yield clause


def _names_changes(title: str) -> bool:
    """Tell whether a heading is nothing but a word for changes.

    >>> [_names_changes(one) for one in ("Revisions", "Cambios", "Changing your data")]
    [True, True, False]
    """
    known = {"changes", "revisions", "updates", "amendments", "modifications"}
    known |= {"cambios", "revisiones", "actualizaciones", "modificaciones"}
    return title.strip(" .:0123456789").casefold() in known


def _passages(
    blocks: tuple[Block, ...], words: PromiseWords
) -> Iterator[tuple[str, bool]]:
    """Give paragraphs and headings; a list of ways to tell belongs to its lead-in."""
    lead_in = ""
    for block in blocks:
        if isinstance(block, List):
            items = [_line(line.inlines) for line in walk_lines((block,))]
            if words.tells.search(lead_in.casefold()):
                yield f"{lead_in} {', '.join(items)}", False
            elif not words.uses.search(lead_in.casefold()):
                yield from ((item, False) for item in items)
            lead_in = ""
            continue
        if lead_in:
            yield lead_in, False
        lead_in = ""
        if isinstance(block, Paragraph) and _line(block.children).endswith(":"):
            lead_in = _line(block.children)
            continue
        for line in walk_lines((block,)):
            yield _line(line.inlines), isinstance(block, Heading)
    if lead_in:
        yield lead_in, False


def _line(inlines: tuple[Inline, ...]) -> str:
    return " ".join(plain_text(inlines).split())


def _clause(sentence: str, section: str, words: PromiseWords) -> Clause | None:
    whole = sentence.casefold()[:_LONGEST]
    text = _without_hedges(whole, words)
    check_back = words.check_back.search(whole) is not None
    consents = bool(words.held.search(text) and words.consent.search(text))
    days = _days(text, words)
    before = days > 0 or words.before.search(text) is not None
    named = frozenset(name for name, how in words.channels if how.search(text))
    tells = words.tells.search(text) is not None and bool(before or named)
    tells = tells or words.tells_you.search(text) is not None
    if check_back and not (before or named & DIRECT_CHANNELS):
        tells = False
    if not (tells or days or consents or check_back):
        return None
    return Clause(
        words=sentence,
        section=section,
        days=days,
        before_effective=before and (tells or days > 0),
        channels=named if tells else frozenset(),
        retroactive_consent=consents,
        tells=tells or days > 0,
        check_back=check_back,
    )


def _without_hedges(text: str, words: PromiseWords) -> str:
    """Cut a sentence off where it begins to take back what it says.

    Nothing is left of it where the last words do so: "as far as possible".
    """
    text = words.exception.sub(" ", text)
    hedge = words.hedged.search(text)
    if hedge is None:
        return text
    return text[: hedge.start()] if re.search(r"\w", text[hedge.end() :]) else ""


def _days(text: str, words: PromiseWords) -> int:
    found = (match for one in words.periods for match in one.finditer(text))
    return max(map(days_of, found), default=0)
