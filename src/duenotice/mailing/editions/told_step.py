"""Which changes of one version people were told of, and which were only made."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.model.finding_id import FindingId
from duenotice.store.gate import announced_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable

    from duenotice.compare import Change
    from duenotice.compare import Comparison
    from duenotice.model.record import RecordedFinding
    from duenotice.store.version import StoredVersion

Words = tuple[str, str, str]
"""What a change says: its section, and the words before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStep:
    """The changes of one version, in one language."""

    sections: frozenset[str] = frozenset()
    """Of which people were told something."""

    told: frozenset[Words] = field(default_factory=frozenset)
    untold: frozenset[Words] = field(default_factory=frozenset)
    """What nobody had to be told of, as far as that is known."""


def told_step(
    version: StoredVersion,
    locale: str,
    compared: Callable[[str], Comparison | None],
) -> ToldStep:
    """Part the changes of a version into those told of and the others.

    Args:
        version: The version.
        locale: The language.
        compared: Gives the comparison of the version with the text before it in a
            language; nothing where one of them doesn't have it.
    """
    found: dict[str, list[RecordedFinding]] = {}
    for one in announced_findings(version.record):
        found.setdefault(FindingId.parse(one.id).place[1], []).append(one)
    theirs = _by_section(compared(version.statement.source_locale))
    ours = _by_section(compared(locale))
    told: set[Words] = set()
    for section_id, findings in found.items():
        own, source = ours.get(section_id, []), theirs.get(section_id, [])
        told.update(map(words_of, _told(findings, own, source)))
    every = {words_of(one) for changes in ours.values() for one in changes}
    return ToldStep(
        sections=frozenset(found),
        told=frozenset(told),
        untold=frozenset(every - told),
    )


def section_of(change: Change) -> str:
    """Name the section of a change as findings do: the title, for what is in none."""
    context = change.context
    return "" if context is None else context.part or context.heading


def words_of(change: Change) -> Words:
    """Give what a change says."""
    return section_of(change), change.before, change.after


def _by_section(comparison: Comparison | None) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for one in () if comparison is None else comparison.changes:
        found.setdefault(section_of(one), []).append(one)
    return found


def _told(
    findings: Iterable[RecordedFinding], ours: list[Change], theirs: list[Change]
) -> list[Change]:
    """Give the changes of a section that findings are about: all, where one is lost.

    A translation is built as its source is.
    """
    places: list[int] = []
    for finding in findings:
        for changes in (ours, theirs):
            ids = [one.id for one in changes]
            if len(changes) == len(ours) and finding.change in ids:
                places.append(ids.index(finding.change))
                break
        else:
            return ours
    return [ours[one] for one in places]
