"""What a change calls for, as `assess` says it: how people are told, and when."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from duenotice.materiality.duty_terms import Terms
from duenotice.materiality.promise import promise_of
from duenotice.store.faulty import FaultyTextError
from duenotice.store.layout import StatementLayout

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.cli.compared import Compared
    from duenotice.compare import Document
    from duenotice.diagnostics import Diagnostic
    from duenotice.materiality.duty import Duty
    from duenotice.materiality.duty_reasons import Reason
    from duenotice.materiality.profile_choice import Profiles
    from duenotice.model.statement import Statement

_WIDTH = 78


def terms_between(
    profiles: Profiles, old: Compared, new: Compared
) -> tuple[Terms, Terms] | None:
    """Give what both sides stand under; nothing for texts without settings.

    Raises:
        FaultyTextError: A profile is named and isn't there.
    """
    if old.statement is None or new.statement is None:
        return None
    faults: tuple[Diagnostic, ...] = ()
    for statement in {one.id: one for one in (old.statement, new.statement)}.values():
        path = StatementLayout(statement.id).statement_file()
        faults += profiles.unknown(statement.profiles, "", path)
    if faults:
        raise FaultyTextError(faults)
    return (
        _terms(profiles, old.statement, old.document),
        _terms(profiles, new.statement, new.document),
    )


def _terms(profiles: Profiles, statement: Statement, document: Document) -> Terms:
    return Terms(
        profiles=profiles.chosen(statement.profiles),
        policy=statement.notice,
        promise=promise_of(document),
    )


def duty_lines(duty: Duty) -> Iterator[str]:
    """Say it in words."""
    yield f"Notice: {duty.level.name}, {duty.level.word}. {duty.level.asks}"
    if duty.lead_days:
        days = "1 day" if duty.lead_days == 1 else f"{duty.lead_days} days"
        yield f"Lead: {days} at least between the notice and the effective day."
    for reason in forcing(duty):
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


def forcing(duty: Duty) -> Iterable[Reason]:
    """Give each reason that forces the level or the lead, once."""
    several = (*duty.forcing_level, *duty.forcing_lead)
    return {(one.by, one.entry): one for one in several}.values()
