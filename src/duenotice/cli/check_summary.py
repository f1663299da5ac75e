"""The last lines of `check`: the outcome, the notice, the day, what is open."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from duenotice.cli.notice_due import forcing
from duenotice.cli.output import counted
from duenotice.cli.output import days_between
from duenotice.cli.output import shortened
from duenotice.cli.output import table
from duenotice.diagnostics import Severity
from duenotice.materiality.finding import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.cli.checked import Checked
    from duenotice.review.draft_review import DraftReview

_WIDTH = 80
_LABELS = 14
"""Columns that the labels take."""


def summary(checked: Checked) -> Iterator[str]:
    """Give the last lines: the outcome, the notice, the day, what is open."""
    errors = sum(one.severity is Severity.ERROR for one in checked.diagnostics)
    warnings = len(checked.diagnostics) - errors
    faults = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}"
    name = checked.archive.statement_id
    draft = checked.draft
    if draft is None:
        yield f"{name}: {_standing_still(checked)}; {faults}"
        return
    yield f"{name}: {_outcome(draft)}; {faults}"
    rows = list(_rows(checked, draft))
    yield from (f"  {line}" for line in table(rows))


def _standing_still(checked: Checked) -> str:
    basis = checked.archive.basis
    if checked.archive.draft.statement_file is None:
        return "the draft can't be read"
    if basis is None:
        return "not released yet; a first version needs no notice"
    if basis.faults or checked.archive.unreleased():
        return "the draft could not be reviewed: mend the errors first"
    return f"the draft is version {basis.label}, nothing to release"


def _outcome(draft: DraftReview) -> str:
    assessment = draft.review.assessment
    counts = [
        f"{len({one.change or one.id for one in found})} {word}"
        for outcome, word in (
            (Outcome.MATERIAL, "material"),
            (Outcome.NEEDS_REVIEW, "to review"),
            (Outcome.EDITORIAL, "editorial"),
        )
        if (found := assessment.of(outcome))
    ]
    told = f" ({', '.join(counts)})" if counts else ""
    return f"{assessment.outcome.value}{told}"


def _rows(checked: Checked, draft: DraftReview) -> Iterator[tuple[str, str]]:
    against = draft.review.against
    what = "the draft" if not draft.is_released else f"version {draft.proposed}"
    yield "compared", f"{what} with version {against}, which it is to follow"
    duty = draft.review.duty
    notice = f"{duty.level.name}, {duty.level.word}: {_lower(duty.level.asks)}"
    yield from _folded("notice", notice)
    yield from _folded("effective", _effective(checked, draft))
    for reason in forcing(duty):
        told = f"{reason.by}, {reason.entry} ({reason.footing.value}): {reason.says}"
        yield from _folded("because", told)
    if duty.mail_by(draft.lead.earliest) is not None:
        days = duty.direct_days
        when = f"{counted(days, 'day')} before" if days else "by the effective day"
        yield "messages", f"to each person, {when}"
    for one in duty.obligations:
        yield "asked", f"{one.level.word} of {one.asked.value}, until the day before"
    if checked.undecided:
        yield "open", f"{counted(len(checked.undecided), 'finding')} to decide"
    for locale, ids in checked.behind.items():
        yield "behind", f"{locale}: {shortened(ids)}"


def _folded(label: str, text: str) -> Iterator[tuple[str, str]]:
    """Give a row whose words take as many lines as they need."""
    for place, line in enumerate(textwrap.wrap(text, _WIDTH - _LABELS)):
        yield "" if place else label, line


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _effective(checked: Checked, draft: DraftReview) -> str:
    lead = draft.lead
    if draft.is_released and draft.proposed is not None:
        planned = checked.archive.versions[draft.proposed].record.effective
        away = days_between((planned - checked.today).days)
        return f"{planned}, {away}; {lead.earliest} at the earliest ({lead.reason})"
    if draft.pending is not None:
        return (
            f"{lead.earliest} at the earliest ({lead.reason}); with --amends pending "
            f"on the date of {draft.pending}"
        )
    away = days_between((lead.earliest - checked.today).days)
    return f"{lead.earliest} at the earliest, {away} ({lead.reason})"
