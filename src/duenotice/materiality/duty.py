"""What follows from findings: how people are told, how long before, who says so.

Laws, the statement's own settings and its own promise are asked, those of the text in
force and those of the draft alike, and the strictest answer counts: a text can't free
itself of what the earlier one had promised.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.materiality.duty_reasons import reasons_for
from duenotice.materiality.finding import Outcome
from duenotice.materiality.levels import Level
from duenotice.model.record import Reach

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping
    from datetime import date

    from duenotice.materiality.duty_reasons import Reason
    from duenotice.materiality.duty_terms import Terms
    from duenotice.materiality.finding import Category
    from duenotice.materiality.finding import Finding
    from duenotice.materiality.profile import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """What persons decided, by the ids of findings."""

    material: frozenset[str] = frozenset()
    """Findings that need notice, whatever the program held."""

    overruled: frozenset[str] = frozenset()
    """Findings that need none."""

    undecided_count: bool = True
    """Whether a finding that waits for a decision keeps the lead time up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a version's duty depends on besides its findings."""

    old: Terms | None
    """The terms of the text in force; nothing for a first version."""

    new: Terms
    reaches: Reach = Reach.ALL
    required_by_law: str | None = None
    verdicts: Verdicts = field(default_factory=Verdicts)

    @property
    def sides(self) -> tuple[Terms, ...]:
        """Give the terms that count."""
        return (self.new,) if self.old is None else (self.old, self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Something that people must be asked."""

    level: Level
    """L5: they can say no. L6: they must have said yes."""

    asked: Asked
    categories: tuple[Category, ...]
    findings: tuple[str, ...]
    """The ids of the findings that it is about."""

    reaches: Reach

    def answer_by(self, effective: date) -> date:
        """Give the last day for an answer, which is the day before the change."""
        return effective - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What follows from findings."""

    level: Level
    lead_days: int
    """Whole days from the announcement to the effective day."""

    direct_days: int = 0
    """Whole days from the message to each person to the effective day."""

    reasons: tuple[Reason, ...] = ()
    """All that asked for something, the most demanding first."""

    obligations: tuple[Obligation, ...] = ()
    lead_by_finding: Mapping[str, int] = field(default_factory=dict)
    waived: str = ""
    """The reason of the law that leaves no lead time."""

    def lead_for(self, finding: Finding) -> int:
        """Give the days that a finding must have been announced before the change.

        They count from the day on which a finding with the same id and evidence was
        first announced.
        """
        return self.lead_by_finding.get(finding.id, 0)

    def mail_by(self, effective: date) -> date | None:
        """Give the day by which messages must be out; nothing below direct notice."""
        if self.level < Level.L3:
            return None
        return effective - timedelta(days=self.direct_days)

    @property
    def forcing_level(self) -> tuple[Reason, ...]:
        """Give the reasons for the level; a mere date needs none."""
        if self.level <= Level.L1:
            return ()
        return tuple(one for one in self.reasons if one.level is self.level)

    @property
    def forcing_lead(self) -> tuple[Reason, ...]:
        """Give the reasons for the lead time."""
        if not self.lead_days:
            return ()
        return tuple(one for one in self.reasons if one.lead_days == self.lead_days)


def duty_of(findings: Iterable[Finding], circumstances: Circumstances) -> Duty:
    """Work out what follows from findings.

    A first version needs no notice. Editorial findings ask for the date alone. One that
    waits for a decision keeps the lead time up, but raises no level. A law that leaves
    no time waives the lead time, never the notice.
    """
    every = tuple(findings)
    if circumstances.old is None or not every:
        return Duty(level=Level.L0, lead_days=0)
    counted = _counted(every, circumstances.verdicts)
    waiting = _waiting(every, circumstances.verdicts)
    reasons = reasons_for(counted, circumstances.sides, circumstances.reaches)
    provisional = reasons_for(waiting, circumstances.sides, circumstances.reaches)
    level = max((one.level for one in reasons), default=Level.L1)
    waived = circumstances.required_by_law or ""
    leads = {} if waived else _leads((*reasons, *provisional))
    return Duty(
        level=level,
        lead_days=max(leads.values(), default=0),
        direct_days=0 if waived else _direct_days(reasons, level),
        reasons=_ordered((*reasons, *(one.without_level() for one in provisional))),
        obligations=_obligations(reasons, counted, circumstances.reaches),
        lead_by_finding=leads,
        waived=waived,
    )


def _counted(findings: tuple[Finding, ...], verdicts: Verdicts) -> tuple[Finding, ...]:
    return tuple(
        one
        for one in findings
        if one.id not in verdicts.overruled
        and (one.outcome is Outcome.MATERIAL or one.id in verdicts.material)
    )


def _waiting(findings: tuple[Finding, ...], verdicts: Verdicts) -> tuple[Finding, ...]:
    decided = verdicts.overruled | verdicts.material
    return tuple(
        one
        for one in findings
        if verdicts.undecided_count
        and one.outcome is Outcome.NEEDS_REVIEW
        and one.id not in decided
    )


def _leads(reasons: Iterable[Reason]) -> dict[str, int]:
    leads: dict[str, int] = {}
    for reason in reasons:
        for finding in reason.findings:
            leads[finding] = max(leads.get(finding, 0), reason.lead_days)
    return leads


def _direct_days(reasons: tuple[Reason, ...], level: Level) -> int:
    """Give the lead of the messages: of what asks for them, or at L4 of everything."""
    if level >= Level.L4:
        return max((one.lead_days for one in reasons), default=0)
    direct = (one.lead_days for one in reasons if one.level >= Level.L3)
    return max(direct, default=0)


def _ordered(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(
        sorted(reasons, key=lambda one: (-one.level, -one.lead_days, one.by, one.entry))
    )


def _obligations(
    reasons: tuple[Reason, ...], counted: tuple[Finding, ...], reaches: Reach
) -> tuple[Obligation, ...]:
    """Give what people are asked; of a finding only the most demanding question."""
    asking: dict[tuple[Level, Asked], list[str]] = {}
    for finding in counted:
        own = [one for one in reasons if finding.id in one.findings]
        level = max((one.level for one in own), default=Level.L0)
        if level < Level.L5:
            continue
        for asked in sorted({one.asked for one in own if one.level is level}):
            asking.setdefault((level, asked), []).append(finding.id)
    category = {one.id: one.category for one in counted}
    return tuple(
        Obligation(
            level=level,
            asked=asked,
            categories=tuple(dict.fromkeys(category[one] for one in ids)),
            findings=tuple(ids),
            reaches=reaches,
        )
        for (level, asked), ids in sorted(asking.items(), key=_by_demand)
    )


def _by_demand(entry: tuple[tuple[Level, Asked], list[str]]) -> tuple[int, str]:
    (level, asked), _ = entry
    return -level, asked
