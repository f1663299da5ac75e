"""What a notice tells of each section: findings on the same words are told once."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.notice.facts import ToldFinding
    from duenotice.notice.wording import Wording


class Kind(enum.Enum):
    """What happened to words."""

    ADDED = enum.auto()
    REMOVED = enum.auto()
    AMENDED = enum.auto()
    UNSEEN = enum.auto()
    """There are no words that would show it."""


@dataclass(frozen=True, slots=True)
class ToldPassage:
    """Words that changed, with everything that was found about them."""

    findings: tuple[ToldFinding, ...]

    @property
    def words(self) -> tuple[str, str]:
        """Give the words before and after."""
        first = self.findings[0]
        return first.before, first.after

    @property
    def heading(self) -> str:
        """Give the section in words."""
        return self.findings[0].heading

    @property
    def kind(self) -> Kind:
        """Tell what happened to the words."""
        match [bool(side.strip()) for side in self.words]:
            case [False, True]:
                return Kind.ADDED
            case [True, False]:
                return Kind.REMOVED
            case [True, True]:
                return Kind.AMENDED
            case _:
                return Kind.UNSEEN


@dataclass(frozen=True, slots=True)
class ToldChange:
    """Passages in a row that are told under the same bold words."""

    leads: tuple[str, ...]
    kind: Kind
    passages: tuple[ToldPassage, ...]


@dataclass(frozen=True, slots=True)
class ToldSection:
    """What a notice tells of one section."""

    heading: str
    changes: tuple[ToldChange, ...]


def told_passages(findings: Iterable[ToldFinding]) -> tuple[ToldPassage, ...]:
    """Put findings on the same words together, in the order of the first ones."""
    by_words: dict[tuple[str, str, str], list[ToldFinding]] = {}
    for one in findings:
        by_words.setdefault((one.heading, one.before, one.after), []).append(one)
    return tuple(ToldPassage(tuple(found)) for found in by_words.values())


def told_sections(
    findings: Iterable[ToldFinding], wording: Wording
) -> tuple[ToldSection, ...]:
    """Arrange findings as a reader wants them: by section, and what is alike together.

    What was added in a row stands together, and so does what was taken away; amended
    words do so where they are told under the same bold words.
    """
    by_heading: dict[str, list[ToldPassage]] = {}
    for passage in told_passages(findings):
        by_heading.setdefault(passage.heading, []).append(passage)
    return tuple(
        ToldSection(heading, tuple(_changes(passages, wording)))
        for heading, passages in by_heading.items()
    )


def _changes(passages: list[ToldPassage], wording: Wording) -> Iterator[ToldChange]:
    for kind, row in groupby(passages, key=lambda one: one.kind):
        whole = tuple(row)
        if kind in {Kind.ADDED, Kind.REMOVED}:
            yield ToldChange(_leads(whole, wording), kind, whole)
            continue
        for leads, alike in groupby(whole, key=lambda one: _leads((one,), wording)):
            yield ToldChange(leads, kind, tuple(alike))


def _leads(passages: tuple[ToldPassage, ...], wording: Wording) -> tuple[str, ...]:
    """Give the bold words of passages, one for each category.

    Findings of one category that say different things are told by their topic.
    """
    said: dict[Category, set[str]] = {}
    for passage in passages:
        for one in passage.findings:
            lead = _lead(one, passage.kind, wording)
            said.setdefault(one.category, set()).add(lead)
    if len(said) > 1:
        said.pop(Category.OTHER, None)  # it would add nothing to the others
    told = (_one_of(leads, category, wording) for category, leads in said.items())
    return tuple(dict.fromkeys(told))


def _one_of(leads: set[str], category: Category, wording: Wording) -> str:
    topic = wording.leads[category].topic
    telling = leads - {topic}
    return next(iter(telling)) if len(telling) == 1 else topic


def _lead(finding: ToldFinding, kind: Kind, wording: Wording) -> str:
    lead = wording.leads[finding.category]
    match kind, finding.direction:
        case Kind.ADDED, Direction.WORSE:
            return lead.added or lead.topic
        case Kind.REMOVED, Direction.WORSE:
            return lead.removed or lead.topic
        case ((Kind.AMENDED | Kind.UNSEEN), Direction.WORSE):
            return lead.worse or lead.topic
        case ((Kind.AMENDED | Kind.UNSEEN), Direction.BETTER):
            return lead.better or lead.topic
        case _:
            return lead.topic
