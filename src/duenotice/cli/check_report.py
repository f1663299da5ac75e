"""What `check` tells an editor: by section, then the faults, then what follows."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from duenotice.cli.check_summary import summary
from duenotice.cli.output import counted
from duenotice.cli.output import shortened
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.profile import cited
from duenotice.render.redline_excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.cli.checked import Checked
    from duenotice.compare import Change
    from duenotice.materiality.finding import Finding
    from duenotice.render.redline_text import TextMarks
    from duenotice.review.draft_review import DraftReview

_WIDTH = 80
_MARKS = {
    Outcome.MATERIAL: "MATERIAL",
    Outcome.NEEDS_REVIEW: "REVIEW",
    Outcome.EDITORIAL: "editorial",
}
_FOR_PEOPLE = {
    Direction.WORSE: " (worse for people)",
    Direction.BETTER: " (better for people)",
}


def report(checked: Checked, marks: TextMarks) -> Iterator[str]:
    """Give the lines of the report."""
    draft = checked.draft
    if draft is not None:
        yield from _Findings(checked, draft, marks).lines()
    for one in checked.diagnostics:
        yield str(one)
    if checked.diagnostics:
        yield ""
    yield from summary(checked)


class _Findings:
    """The findings by section, each with its words."""

    def __init__(self, checked: Checked, draft: DraftReview, marks: TextMarks) -> None:
        self.checked = checked
        self.draft = draft
        self.marks = marks
        self.changes = {
            change.id: change
            for comparison in draft.review.comparisons.values()
            for change in comparison.changes
        }

    def lines(self) -> Iterator[str]:
        """Give every change that is more than editorial, and count the rest."""
        section: str | None = None
        for several in self._by_change():
            first = several[0]
            if first.section != section:
                section = first.section
                yield self._heading(section)
            yield from self._told(several)
            yield ""
        yield from self._editorial()

    def _by_change(self) -> Iterator[list[Finding]]:
        """Put together the findings that differ in what they are about alone."""
        gathered: list[Finding] = []
        found = self.draft.review.findings
        places = {one.section: at for at, one in reversed(tuple(enumerate(found)))}
        for finding in sorted(found, key=lambda one: places[one.section]):
            if finding.outcome is Outcome.EDITORIAL:
                continue
            if gathered and not self._belong(gathered[0], finding):
                yield gathered
                gathered = []
            gathered.append(finding)
        if gathered:
            yield gathered

    def _belong(self, one: Finding, other: Finding) -> bool:
        is_same = one.change == other.change and one.outcome is other.outcome
        is_alike = self._standing(one) == self._standing(other)
        return is_same and is_alike and bool(one.change)

    def _heading(self, section: str) -> str:
        """Name a section as readers see it, with its file."""
        statement = self.checked.archive.draft.statement
        if not section or statement is None:
            return "The statement as a whole"
        own, _, section_id = section.rpartition("/")
        locale = own or statement.source_locale
        placed = self.checked.archive.draft.text(locale).section(section_id)
        if placed is not None:
            return f"{placed.heading}  ({locale}/{section_id}.md)"
        before = self.checked.archive.versions[self.draft.review.against]
        if section_id in before.statement.section_ids:
            return f"{section_id}  ({locale}/{section_id}.md, taken out)"
        return section

    def _told(self, several: Sequence[Finding]) -> Iterator[str]:
        first = several[0]
        about = ", ".join(dict.fromkeys(one.category.value for one in several))
        yield (
            f"  {_MARKS[first.outcome]}  {about}{_FOR_PEOPLE.get(first.direction, '')}"
            f"{self._standing(first)}"
        )
        yield from _wrapped(self._words(first))
        if self._is_settled(several):
            return
        yield from _wrapped(first.reason)
        if first.sources:
            yield from _wrapped(f"Source: {cited(first.sources)}")
        for line in self._next_steps(several):
            yield from _wrapped(line)

    def _is_settled(self, several: Sequence[Finding]) -> bool:
        """Tell whether people know already, and nobody has to decide: no news."""
        return all(
            (one.id, one.evidence) in self.draft.announced
            and one.id not in self.checked.undecided
            for one in several
        )

    def _words(self, finding: Finding) -> str:
        change: Change | None = self.changes.get(finding.change)
        if change is not None:
            return excerpt(change, self.marks)
        removed, added = self.marks.removed, self.marks.added
        told = [f"{removed[0]}{finding.before}{removed[1]}"] if finding.before else []
        told += [f"{added[0]}{finding.after}{added[1]}"] if finding.after else []
        return " ".join(told)

    def _standing(self, finding: Finding) -> str:
        """Say what has been done about a finding already."""
        decision = self.draft.review.decided.get(finding.id)
        if decision is not None:
            return f"  – decided: {decision.verdict}, by {decision.by}"
        told = self.draft.announced.get((finding.id, finding.evidence))
        return "" if told is None else f"  – announced since {told}"

    def _next_steps(self, several: Sequence[Finding]) -> Iterator[str]:
        ids = " ".join(one.id for one in several if one.id in self.checked.undecided)
        label = self.draft.proposed
        if ids and label is not None and self.draft.is_released:
            yield (
                f"Next: duenotice decide {label} {ids} --verdict editorial --by NAME "
                '--reason "…" (or --verdict material)'
            )
        elif ids:
            yield f"Next: release, then decide about {ids}"
        else:
            yield f"Finding: {' '.join(one.id for one in several)}"

    def _editorial(self) -> Iterator[str]:
        found = self.draft.review.assessment.of(Outcome.EDITORIAL)
        if found:
            changes = counted(len({one.change or one.id for one in found}), "change")
            sections = tuple(dict.fromkeys(one.section for one in found if one.section))
            yield f"Editorial: {changes} in {shortened(sections) or 'the settings'}"
            yield ""


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )
