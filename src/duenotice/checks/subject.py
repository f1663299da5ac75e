"""What a check is given: a statement with its files, and what was recorded of it."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.checks.demands import Demands
from duenotice.checks.prose import Reading
from duenotice.checks.prose import passages
from duenotice.parse.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator
    from collections.abc import Mapping
    from datetime import date

    from duenotice.checks.demands import ChangeClause
    from duenotice.checks.prose import Passage
    from duenotice.model.statement import Section
    from duenotice.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedStatement:
    """A statement's draft as its files are."""

    statement: Statement
    statement_path: str

    sections: Mapping[str, Mapping[str, Section]]
    """By locale and id, those too that `statement.yaml` doesn't list."""

    section_path: Callable[[str, str], str]
    """Gives the path of a section's file from its locale and id."""

    former_ids: frozenset[str]
    """The ids of all recorded versions, in any locale."""

    newest_ids: frozenset[str]
    """The ids of the newest recorded version."""

    unreadable: frozenset[tuple[str, str]] = frozenset()
    """Locale and id of files that are there but could not be read."""

    demands: Demands = field(default_factory=Demands)
    """What its profiles want of it."""

    change_clauses: Mapping[str, ChangeClause] = field(default_factory=dict)
    """What it says of its changes, by locale; only where its language is known."""

    overtaken: frozenset[tuple[str, str]] = frozenset()
    """Locale and id of translations that stayed as they were released while their
    source was edited."""

    as_of: date | None = None
    """The day that is asked about; without one, nothing is overdue."""

    _passages: dict[tuple[str, str, Reading], tuple[Passage, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def source(self) -> Mapping[str, Section]:
        """Give the sections of the source locale by id."""
        return self.sections.get(self.statement.source_locale, {})

    @property
    def translations(self) -> tuple[str, ...]:
        """Give the locales besides the source locale."""
        source = self.statement.source_locale
        return tuple(one for one in self.statement.locales if one != source)

    @property
    def known_ids(self) -> frozenset[str]:
        """Give every id that a reference may name.

        One that lacks its file or its place in `statement.yaml` is among them: that
        is reported once, and not again at each reference.
        """
        return frozenset(self.statement.section_ids) | self.source.keys()

    def written(self, locale: str) -> Iterator[Section]:
        """Give the sections that have a file in a locale: listed ones first."""
        own = self.sections.get(locale, {})
        listed = self.statement.section_ids
        yield from (own[one] for one in listed if one in own)
        yield from (own[one] for one in sorted(own) if one not in listed)

    def is_complete(self, locale: str) -> bool:
        """Tell whether a locale has every section, and all of them could be read.

        What half a translation lacks, the other half may have.
        """
        if any(one == locale for one, _ in self.unreadable):
            return False
        return self.source.keys() <= self.sections.get(locale, {}).keys()

    def files(self) -> Iterator[tuple[str, Section]]:
        """Give locale and section of every file in the statement's locales."""
        for locale in self.statement.locales:
            for section in self.written(locale):
                yield locale, section

    def passages(
        self, locale: str, section: Section, reading: Reading = Reading.ALL
    ) -> tuple[Passage, ...]:
        """Give the prose of a section that has a file in a locale."""
        key = (locale, section.id, reading)
        if key not in self._passages:
            self._passages[key] = tuple(passages(section.blocks, reading))
        return self._passages[key]

    def titles(self, locale: str) -> dict[str, str]:
        """Give the titles as they stand in a locale, by id."""
        own = self.sections.get(locale, {})
        files = {one: own.get(one) or self.source.get(one) for one in self.known_ids}
        return {one: file.title for one, file in files.items() if file is not None}

    def report(self, locale: str, section_id: str) -> Report:
        """Start a report on a section's file."""
        return Report(self.section_path(locale, section_id))

    def statement_report(self) -> Report:
        """Start a report on `statement.yaml`."""
        return Report(self.statement_path)
