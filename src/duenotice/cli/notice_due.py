"""What a change calls for, as `assess` says it: how people are told, and when."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from duenotice.diagnostics import has_errors
from duenotice.materiality.duty import Circumstances
from duenotice.materiality.duty import duty_of
from duenotice.materiality.duty_terms import Terms
from duenotice.materiality.duty_terms import loosened
from duenotice.materiality.profile_choice import FOLDER
from duenotice.materiality.profile_choice import profiles_with
from duenotice.materiality.promise import promise_of
from duenotice.release.refusals import FaultyTextError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from pathlib import Path

    from duenotice.cli.compared import Compared
    from duenotice.cli.session import Session
    from duenotice.materiality.assessment import Assessment
    from duenotice.materiality.duty import Duty
    from duenotice.materiality.duty_reasons import Reason
    from duenotice.materiality.finding import Finding
    from duenotice.materiality.profile_choice import Profiles
    from duenotice.model.record import Reach

_WIDTH = 78


def loosened_between(
    session: Session, old: Compared, new: Compared
) -> tuple[Finding, ...]:
    """Find where the later side owes people less notice than the earlier one."""
    terms = _terms(session, old, new)
    return () if terms is None else loosened(*terms)


def duty_between(
    session: Session, sides: tuple[Compared, Compared], found: Assessment, reach: Reach
) -> Duty | None:
    """Work out what the findings call for; nothing for texts without settings."""
    terms = _terms(session, *sides)
    if terms is None:
        return None
    old, new = terms
    return duty_of(found.findings, Circumstances(old=old, new=new, reaches=reach))


def _terms(
    session: Session, old: Compared, new: Compared
) -> tuple[Terms, Terms] | None:
    if old.statement is None or new.statement is None:
        return None
    profiles = _profiles(session.project.root)
    before, after = (
        Terms(
            profiles=profiles.chosen(side.statement.profiles),
            policy=side.statement.notice,
            promise=promise_of(side.document),
        )
        for side in (old, new)
        if side.statement is not None
    )
    return before, after


def _profiles(root: Path) -> Profiles:
    """Read the project's own profiles beside those that come with the program."""
    files = sorted((root / FOLDER).glob("*.yaml"))
    own = {
        f"{FOLDER}/{file.name}": file.read_bytes()
        for file in files
        if not (file.is_symlink() or file.parent.is_symlink())
    }
    profiles, faults = profiles_with(own)
    if has_errors(faults):
        raise FaultyTextError(faults)
    return profiles


def duty_lines(duty: Duty) -> Iterator[str]:
    """Say it in words."""
    yield f"Notice: {duty.level.name}, {duty.level.word}. {duty.level.asks}"
    if duty.lead_days:
        days = "1 day" if duty.lead_days == 1 else f"{duty.lead_days} days"
        yield f"Lead: {days} at least between the notice and the effective day."
    for reason in _forcing(duty):
        yield from textwrap.wrap(
            f"by {reason.by}, {reason.entry} ({reason.footing.value}): {reason.says}",
            _WIDTH,
            initial_indent="  ",
            subsequent_indent="    ",
        )


def duty_data(duty: Duty) -> dict[str, object]:
    """Give it as JSON values."""
    return {
        "level": duty.level.name,
        "name": duty.level.word,
        "lead_days": duty.lead_days,
        "reasons": [_reason_data(one) for one in duty.reasons],
    }


def _reason_data(reason: Reason) -> dict[str, object]:
    return {
        "by": reason.by,
        "entry": reason.entry,
        "level": reason.level.name,
        "lead_days": reason.lead_days,
        "footing": reason.footing.value,
        "tag": reason.tag.value,
        "basis": reason.basis,
        "says": reason.says,
        "findings": list(reason.findings),
    }


def _forcing(duty: Duty) -> Iterable[Reason]:
    """Give each reason that forces the level or the lead, once."""
    several = (*duty.forcing_level, *duty.forcing_lead)
    return {(one.by, one.entry): one for one in several}.values()
