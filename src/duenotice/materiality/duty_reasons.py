"""Why a level or a lead time is due: the entries, settings and promises behind it."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import PRIOR_DAYS
from duenotice.materiality.profile import Asked
from duenotice.materiality.sources import Footing
from duenotice.materiality.sources import Tag

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.materiality.duty_terms import Terms
    from duenotice.materiality.finding import Finding
    from duenotice.materiality.profile import ProfileRule
    from duenotice.materiality.promise import Promise
    from duenotice.model.record import Reach

LEAST = Level.L2
"""A material change is never made in silence, even where no profile names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Something that asks for a level or for a lead time."""

    by: str
    """A profile's name; or `settings`, `promise`."""

    entry: str
    """The name of the entry in it."""

    level: Level
    lead_days: int
    footing: Footing
    tag: Tag = Tag.PRIMARY
    sources: tuple[str, ...] = ()
    """Keys of `sources()`."""

    basis: str = ""
    """Instrument and section in words."""

    says: str
    """What it asks, or the promise's exact words."""

    asked: Asked = Asked.PEOPLE
    findings: tuple[str, ...]
    """The ids of the findings that it answers."""

    def without_level(self) -> Reason:
        """Give the same for findings that wait for a decision: only the lead counts."""
        return replace(self, level=Level.L1)


def reasons_for(
    findings: tuple[Finding, ...], sides: Iterable[Terms], reaches: Reach
) -> tuple[Reason, ...]:
    """Give all that asks for something on account of findings that need notice."""
    if not findings:
        return ()
    terms = tuple(sides)
    # A project's own profile may be another one on each side, with the same names.
    rules = dict.fromkeys(
        rule for side in terms for profile in side.profiles for rule in profile.rules
    )
    return (
        *(one for rule in rules for one in _of_rule(rule, findings, reaches)),
        _of_settings(findings, terms),
        *_of_promises(findings, terms, reaches),
    )


def _of_rule(
    rule: ProfileRule, findings: tuple[Finding, ...], reaches: Reach
) -> Iterator[Reason]:
    met = [(one, rule.level(one, reaches)) for one in findings]
    level = max((level for _, level in met if level is not None), default=None)
    if level is None:
        return
    grounds = rule.grounds
    yield Reason(
        by=rule.profile,
        entry=rule.id,
        level=level,
        lead_days=_least_lead(level, rule.lead_days),
        footing=grounds.footing,
        tag=grounds.tag,
        sources=grounds.sources,
        basis=grounds.basis,
        says=grounds.says,
        asked=rule.asked,
        findings=tuple(one.id for one, own in met if own is not None),
    )


def _of_settings(findings: tuple[Finding, ...], terms: tuple[Terms, ...]) -> Reason:
    """Give the notice period of the settings, which is a custom and no law."""
    days = max(side.policy.lead_days for side in terms)
    return Reason(
        by="settings",
        entry="lead-days",
        level=LEAST,
        lead_days=days,
        footing=Footing.CUSTOM,
        sources=("own-policy",),
        says=f"The settings give people {days} days before a material change.",
        findings=tuple(one.id for one in findings),
    )


def _of_promises(
    findings: tuple[Finding, ...], terms: tuple[Terms, ...], reaches: Reach
) -> Iterator[Reason]:
    every = tuple(one.id for one in findings)
    worse = tuple(one.id for one in findings if one.direction is not Direction.BETTER)
    for promise in dict.fromkeys(side.promise for side in terms):
        if promise.is_made:
            yield _promised(promise, "notice", promise.level, every)
        level = promise.level_for(reaches)
        if level is not promise.level and worse:
            yield _promised(promise, "consent", level, worse)


def _promised(
    promise: Promise, entry: str, level: Level, findings: tuple[str, ...]
) -> Reason:
    kept = [
        one.words for one in promise.clauses if one.tells or one.retroactive_consent
    ]
    return Reason(
        by="promise",
        entry=entry,
        level=level,
        lead_days=_least_lead(level, promise.lead_days),
        footing=Footing.CUSTOM,
        sources=("own-promise",),
        says=" ".join(kept),
        findings=findings,
    )


def _least_lead(level: Level, days: int) -> int:
    """Give the days; whoever is told in advance or asked is told before the change."""
    return max(days, PRIOR_DAYS if level >= Level.L4 else 0)
