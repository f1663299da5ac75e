"""The gate in words: what keeps a version from taking effect, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.store.archive import read_archive
from duenotice.timeline import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from duenotice.store.archive import Archive
    from duenotice.store.record_book import RecordBook
    from duenotice.store.version import StoredVersion
    from duenotice.timeline import DatedVersion
    from duenotice.timeline import Hold

_WAITING = {Status.PROPOSED, Status.SCHEDULED, Status.HELD}


def gate(archive: Archive, book: RecordBook, as_of: date) -> tuple[Diagnostic, ...]:
    """Give all that keeps versions from taking effect, proposed ones among them.

    What may still be met in time is a warning, the rest are errors. Versions that are
    or were in force have passed, and what is withdrawn or replaced need not.

    Args:
        archive: Of any tree.
        book: What the publishing branch knows; proposed versions are taken as if they
            were recorded on the day.
        as_of: The day.
    """
    proposed = {version.label for version in archive.proposed}
    if proposed:
        preview = replace(book, preview_day=as_of)
        archive = read_archive(archive.tree, archive.statement_id, preview)
    timeline = archive.timeline
    waiting = (
        v for v in timeline.versions if timeline.status(v.label, as_of) in _WAITING
    )
    return tuple(
        one
        for dated in waiting
        for one in _Case(archive, dated, as_of, dated.label in proposed).conditions()
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """One version before the gate on a day."""

    archive: Archive
    dated: DatedVersion
    as_of: date
    is_proposed: bool

    @property
    def version(self) -> StoredVersion:
        """Give the version with its record."""
        return self.archive.versions[self.dated.label]

    @property
    def effective(self) -> date:
        """Give the day on which it would take effect."""
        return self.dated.effective_as_known(self.as_of)

    def conditions(self) -> Iterator[Diagnostic]:
        """Give what keeps it from taking effect."""
        if self.version.faults:
            return  # they are told by themselves
        replacer = self.archive.timeline.replacer(self.dated, self.as_of)
        if replacer is not None:
            yield self._replaced(replacer)
            return  # it does not take effect, whatever else is met
        for hold in self.dated.open_holds(self.as_of):
            yield self._hold(hold)
        yield from self._dates()
        yield from self._mailing()
        if not self.archive.timeline.follows_its_baseline(self.dated, self.as_of):
            yield self._baseline()

    def _hold(self, hold: Hold) -> Diagnostic:
        message, hint = _HOLDS[hold.code]
        words = {
            "version": self.version.label,
            "about": hold.about,
            "words": _words(self.version, hold.about),
            "effective": self.effective,
        }
        still_waits = hold.waits and self.as_of < self.effective
        return self._told(
            hold.code,
            message.format(**words),
            hint.format(**words),
            severity=Severity.WARNING if still_waits else Severity.ERROR,
        )

    def _dates(self) -> Iterator[Diagnostic]:
        record = self.version.record
        published = self.dated.published or record.published
        if record.is_adopted:
            return
        if self.effective < published == record.published:
            yield self._told(
                "effective-before-published",
                f"version {record.version} would take effect on {self.effective}, "
                f"before it is public on {published}",
                self._move(self.dated.earliest),
            )
        elif self.effective < self.dated.earliest:
            yield self._told(
                self._lateness(published),
                f"version {record.version} is public from {published} on and may take "
                f"effect from {self.dated.earliest}, and its date is {self.effective}",
                self._move(self.dated.earliest),
            )

    def _lateness(self, published: date) -> str:
        if published <= self.version.record.published:
            return "effective-too-early"
        return "proposal-late" if self.is_proposed else "published-late"

    def _mailing(self) -> Iterator[Diagnostic]:
        mailing = self.dated.mailing
        if mailing is None:
            return
        due = mailing.due_by(self.effective)
        sent = [one.on for one in mailing.sent(self.as_of)]
        label = self.version.label
        if sent and min(sent) > due:
            yield self._told(
                "mail-late",
                f"messages about version {label} went out on {min(sent)}, and {due} "
                f"was the last day for a change on {self.effective}",
                self._move(min(sent) + (self.effective - due)),
            )
        elif not sent:
            is_over = self.as_of > due or self.as_of >= self.effective
            yield self._told(
                "mail-due",
                f"messages about version {label} must be out by {due}, and nothing "
                "says that they are",
                f"Make them: `duenotice notice {label} --recipients FILE -o DIR`. When "
                f"they are sent: `duenotice notified {label} --run DIR --on DATE`, or "
                "with `--channel email --count N` for --run if they were made "
                "elsewhere." + (" And give it a later date." if is_over else ""),
                severity=Severity.ERROR if is_over else Severity.WARNING,
            )

    def _replaced(self, replacer: DatedVersion) -> Diagnostic:
        label = self.version.label
        return self._told(
            "replacement-withdrawn",
            f"version {label} was replaced by version {replacer.label}, which was "
            "withdrawn: neither takes effect",
            f"People were last told of the text of version {replacer.label}. Release "
            f"the one that is to come as a new version, and `duenotice withdraw {label}"
            ' --reason "…"`.',
        )

    def _baseline(self) -> Diagnostic:
        before = self.archive.timeline.baseline(self.dated, self.as_of)
        what = "no version is" if before is None else f"version {before.label} is"
        return self._told(
            "baseline-other",
            f"version {self.version.label} {self._assessed_against}, and {what} in "
            "force on the day before it",
            "It would bring changes that nobody was told of. Release the text anew, "
            + ("with `release --again`." if self.is_proposed else "as a new version."),
        )

    @property
    def _assessed_against(self) -> str:
        if self.dated.against is None:
            return "says that it is the first"
        return f"was assessed against version {self.dated.against}"

    def _move(self, to: date) -> str:
        day = max(to, self.as_of)
        if self.is_proposed:
            return f"Give it new dates: `duenotice release --again --effective {day}`."
        return (
            f"Move it: `duenotice reschedule {self.version.label} --effective {day} "
            '--reason "…"`.'
        )

    def _told(
        self,
        code: str,
        message: str,
        hint: str,
        *,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        return Diagnostic(
            code=code,
            severity=severity,
            message=message,
            path=self.version.layout.record_file(self.version.label),
            hint=hint,
        )


_MOST_CHARACTERS = 80
"""Of the words that are quoted."""

_DECIDE = (
    "Decide: `duenotice decide {version} {about} --verdict editorial --by NAME "
    '--reason "…"`, or with `--verdict material`.'
)
_HOLDS = {
    "assessment-missing": (
        "version {version} changes a text, and its record doesn't say what that means",
        "Records are written by `release`: discard this one and release it again.",
    ),
    "finding-undecided": (
        "the rules can't tell whether this needs notice: {words} ({about})",
        _DECIDE,
    ),
    "decision-stale": (
        "the decision about {about} was made about other words than there are now",
        f"`release --again` drops what no longer fits. {_DECIDE}",
    ),
    "finding-unannounced": (
        (
            "it was decided after publication that people must be told of this: "
            "{words} ({about})"
        ),
        (
            "Nobody was told of it. Release the text as a new version, with a notice "
            "that speaks of it."
        ),
    ),
    "notice-unapproved": (
        'the notice of version {version} in "{about}" is not approved',
        "Finish it, then `duenotice approve {version} --by NAME`.",
    ),
    "obligation-open": (
        (
            "people must be asked before version {version} takes effect on "
            "{effective}, and nothing says that they were: {about}"
        ),
        (
            "When it is done: `duenotice obligation-met {version} {about} --how TEXT "
            "--by NAME`."
        ),
    ),
}


def _words(version: StoredVersion, finding: str) -> str:
    """Quote the words of a finding, shortened."""
    assessment = version.record.assessment
    findings = () if assessment is None else assessment.findings
    for one in findings:
        if one.id == finding:
            told = one.after or one.before
            return (
                f'"{told[:_MOST_CHARACTERS]}…"'
                if len(told) > _MOST_CHARACTERS
                else f'"{told}"'
            )
    return finding
