"""A fix while another version is scheduled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.checks import CheckedStatement
from duenotice.checks import check_statement
from duenotice.diagnostics import Severity
from duenotice.diagnostics import has_errors
from duenotice.errors import DuenoticeError
from duenotice.release.dates import Lead
from duenotice.release.fixing import Copies
from duenotice.release.fixing import notices_of
from duenotice.release.request import Kept
from duenotice.release.version_maker import after
from duenotice.release.whole_text import text_of_version
from duenotice.release.whole_text_merge import merge_whole_texts
from duenotice.store.draft import sections_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.label import VersionLabel
    from duenotice.release.fixing import VersionFacts
    from duenotice.release.outlook import Outlook
    from duenotice.release.request import Release
    from duenotice.release.version_maker import VersionMaker
    from duenotice.release.whole_text import WholeText
    from duenotice.store.version import StoredVersion


class AmendsError(DuenoticeError):
    """A scheduled version waits, and it isn't said what the release changes."""

    def __init__(self, pending: VersionLabel, effective: date) -> None:
        """Name the scheduled version."""
        super().__init__(
            f"version {pending} is scheduled to take effect on {effective}",
            hint="Say what this release changes: `--amends pending` puts a corrected "
            "version in its place, with the same effective date; `--amends in-force` "
            "also corrects the text in force today; or give an --effective date after "
            f"{effective} for a change that comes later.",
        )


class NothingPendingError(DuenoticeError):
    """`--amends` was given, and no version is scheduled."""

    hint: ClassVar[str] = (
        "Leave `--amends` out: the release then follows the text in force."
    )

    def __init__(self) -> None:
        """Say so."""
        super().__init__("there is no scheduled version to amend")


class NothingSharedError(DuenoticeError):
    """The fix touches only what the scheduled version brings."""

    hint: ClassVar[str] = (
        "Use `--amends pending`: the text in force doesn't have these words."
    )

    def __init__(self) -> None:
        """Say so."""
        super().__init__("the fix changes nothing in the text in force")


class ManyPendingError(DuenoticeError):
    """A fix of the text in force would take the place of a scheduled version."""

    def __init__(self, first: VersionLabel, pending: VersionLabel) -> None:
        """Name the scheduled versions."""
        super().__init__(
            f"version {first} is scheduled to take effect before version {pending}, "
            "and a fix of the text in force would take its place",
            hint=f"Use `--amends pending`, or wait until version {first} is in force.",
        )


class MergedFaultsError(DuenoticeError):
    """The fix leans on what only the scheduled version has."""

    hint: ClassVar[str] = (
        "The text in force lacks what the fix refers to: use `--amends pending`, or "
        "word the fix so that it fits both texts."
    )

    def __init__(self, found: Sequence[Diagnostic]) -> None:
        """Show each fault."""
        errors = [str(one) for one in found if one.severity is Severity.ERROR]
        super().__init__(
            "\n".join(["the text in force would have faults with this fix:", *errors])
        )


class NoTextInForceError(DuenoticeError):
    """No version is in force yet."""

    hint: ClassVar[str] = "Leave out what would change or restore the text in force."

    def __init__(self) -> None:
        """Say so."""
        super().__init__("no version is in force yet")


class KeptDateError(DuenoticeError):
    """A fix keeps the date that was announced."""

    def __init__(self, pending: VersionLabel, effective: date) -> None:
        """Name the scheduled version and its date."""
        super().__init__(
            f"a fix keeps the effective date of version {pending}, {effective}",
            hint="Leave --effective out, or move the date with "
            f"`reschedule {pending}`.",
        )


class FixTooLateError(DuenoticeError):
    """The scheduled version takes effect before the fix is published."""

    hint: ClassVar[str] = "Release the fix as a version of its own, without --amends."

    def __init__(self, published: date, effective: date) -> None:
        """Name both days."""
        super().__init__(
            f"the fix would be published on {published}, after the scheduled version "
            f"takes effect on {effective}"
        )


def amend_pending(
    maker: VersionMaker, outlook: Outlook, pending: StoredVersion
) -> Release:
    """Put a corrected version in the place of the scheduled one, on its date."""
    before = outlook.before(pending.label)
    supersedes = None if before is None else before.label
    facts = maker.facts(_kept_date(maker, pending), supersedes)
    facts = _taking_over(maker, pending, facts)
    fixed = maker.fix(maker.draft, facts, maker.copies(before))
    return maker.finish(_kept_lead(pending), fixed)


def amend_both(
    maker: VersionMaker, outlook: Outlook, pending: StoredVersion
) -> Release:
    """Correct the text in force today, and the scheduled one on its date.

    What the draft changed in the scheduled text is merged into the text in force.

    Raises:
        NoTextInForceError: There is none.
        ManyPendingError: Another version is to be in force before the scheduled one.
        MergeConflictError: Fix and scheduled change touch the same sentence.
        NothingSharedError: The text in force doesn't have what is fixed.
        MergedFaultsError: The text in force can't stand with the fix alone.
    """
    in_force = outlook.in_force
    if in_force is None:
        raise NoTextInForceError
    if len(outlook.coming) > 1:
        raise ManyPendingError(outlook.coming[0].label, pending.label)
    ours = text_of_version(in_force)
    merged = merge_whole_texts(
        text_of_version(pending), ours, maker.draft, maker.archive.layout
    )
    if merged.says_the_same(ours):
        raise NothingSharedError
    _refuse_faults(maker, merged, in_force)
    date_kept = _kept_date(maker, pending)
    facts = maker.facts(maker.published, in_force.label)
    fact_of_fix = replace(facts, decisions=(), notices={})
    shared = maker.copies(in_force)
    first = maker.fix(merged, fact_of_fix, shared)
    copies = Copies()
    copies.add(first.record, first.text)
    copies.add_all(shared)
    facts = _taking_over(maker, pending, replace(facts, effective=date_kept))
    second = maker.fix(maker.draft, after(first, facts), copies)
    return maker.finish(_kept_lead(pending), first, second)


def _refuse_faults(
    maker: VersionMaker, merged: WholeText, in_force: StoredVersion
) -> None:
    """Check the text that nobody has seen yet: the one in force with the fix."""
    layout = maker.archive.layout
    ids = frozenset(
        one.id for locked in in_force.record.lock.locales.values() for one in locked
    )
    found = check_statement(
        CheckedStatement(
            statement=merged.statement.statement,
            statement_path=layout.statement_file(),
            sections=sections_of(merged.sections),
            section_path=layout.section_file,
            former_ids=ids,
            newest_ids=ids,
        )
    )
    if has_errors(found):
        raise MergedFaultsError(found)


def _taking_over(
    maker: VersionMaker, pending: StoredVersion, facts: VersionFacts
) -> VersionFacts:
    """Keep what the scheduled version had, as far as it isn't given anew."""
    record, request = pending.record, maker.request
    kept = maker.kept or Kept(
        decisions=record.decisions, notices=notices_of(maker.archive.layout, pending)
    )
    return replace(
        facts,
        reaches=request.reaches or record.reaches,
        required_by_law=request.required_by_law or record.required_by_law,
        decisions=kept.decisions,
        notices=kept.notices,
    )


def _kept_date(maker: VersionMaker, pending: StoredVersion) -> date:
    """Give the scheduled date, which a fix neither moves nor outruns."""
    dated = maker.archive.timeline[pending.label]
    effective = dated.effective_as_known(maker.request.today)
    if maker.request.effective not in {None, effective}:
        raise KeptDateError(pending.label, effective)
    if maker.published > effective:
        raise FixTooLateError(maker.published, effective)
    return effective


def _kept_lead(pending: StoredVersion) -> Lead:
    return Lead(days=0, reason=f"the date announced by {pending.label} is kept")
