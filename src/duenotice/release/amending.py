"""A fix while another version is scheduled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError
from duenotice.release.dates import Lead
from duenotice.release.fixing import Copies
from duenotice.release.fixing import notices_of
from duenotice.release.request import Kept
from duenotice.release.version_maker import after
from duenotice.release.whole_text import text_of_version
from duenotice.release.whole_text_merge import merge_whole_texts

if TYPE_CHECKING:
    from datetime import date

    from duenotice.model.label import VersionLabel
    from duenotice.release.fixing import VersionFacts
    from duenotice.release.request import Release
    from duenotice.release.version_maker import VersionMaker
    from duenotice.store.version import StoredVersion
    from duenotice.timeline import DatedVersion


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


def amend_pending(maker: VersionMaker, pending: DatedVersion) -> Release:
    """Put a corrected version in the place of the scheduled one, on its date."""
    archive = maker.archive
    planned = archive.versions[pending.label]
    supersedes = planned.record.supersedes
    before = None if supersedes is None else archive.versions[supersedes]
    facts = maker.facts(_kept_date(maker, pending), supersedes)
    facts = _taking_over(maker, planned, facts)
    fixed = maker.fix(maker.draft, facts, maker.copies(before))
    return maker.finish(_kept_lead(pending), fixed)


def amend_both(
    maker: VersionMaker, pending: DatedVersion, in_force: StoredVersion | None
) -> Release:
    """Correct the text in force today, and the scheduled one on its date.

    What the draft changed in the scheduled text is merged into the text in force.

    Raises:
        NoTextInForceError: There is none.
        MergeConflictError: Fix and scheduled change touch the same sentence.
        NothingSharedError: The text in force doesn't have what is fixed.
    """
    if in_force is None:
        raise NoTextInForceError
    archive = maker.archive
    planned = archive.versions[pending.label]
    ours = text_of_version(in_force)
    merged = merge_whole_texts(
        text_of_version(planned), ours, maker.draft, archive.layout
    )
    if merged.says_the_same(ours):
        raise NothingSharedError
    date_kept = _kept_date(maker, pending)
    facts = maker.facts(maker.published, in_force.label)
    fact_of_fix = replace(facts, decisions=(), notices={})
    shared = maker.copies(in_force)
    first = maker.fix(merged, fact_of_fix, shared)
    copies = Copies()
    copies.add(first.record, first.text)
    copies.add_all(shared)
    facts = _taking_over(maker, planned, replace(facts, effective=date_kept))
    second = maker.fix(maker.draft, after(first, facts), copies)
    return maker.finish(_kept_lead(pending), first, second)


def _taking_over(
    maker: VersionMaker, planned: StoredVersion, facts: VersionFacts
) -> VersionFacts:
    """Keep what the scheduled version had, as far as it isn't given anew."""
    record, request = planned.record, maker.request
    kept = maker.kept or Kept(
        decisions=record.decisions, notices=notices_of(maker.archive.layout, planned)
    )
    return replace(
        facts,
        reaches=request.reaches or record.reaches,
        required_by_law=request.required_by_law or record.required_by_law,
        decisions=kept.decisions,
        notices=kept.notices,
    )


def _kept_date(maker: VersionMaker, pending: DatedVersion) -> date:
    """Give the scheduled date, which a fix neither moves nor outruns."""
    effective = pending.effective_as_known(maker.request.today)
    if maker.request.effective not in {None, effective}:
        raise KeptDateError(pending.label, effective)
    if maker.published > effective:
        raise FixTooLateError(maker.published, effective)
    return effective


def _kept_lead(pending: DatedVersion) -> Lead:
    return Lead(days=0, reason=f"the date announced by {pending.label} is kept")
