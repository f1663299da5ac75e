"""What `status` says of one statement on a day, in words and as data."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duenotice.cli.output import days_between
from duenotice.cli.output import diagnostic_data
from duenotice.cli.output import remark
from duenotice.cli.output import shortened
from duenotice.cli.output import show_diagnostics
from duenotice.cli.output import table
from duenotice.cli.session import statement_of
from duenotice.cli.told_report import ToldReport
from duenotice.diagnostics import Severity
from duenotice.diagnostics import has_errors
from duenotice.timeline import Status

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Statement
    from duenotice.store.archive import Archive
    from duenotice.timeline import DatedVersion

_HELD_FOR = {
    "broken": "its record or text doesn't match its digests",
    "assessment-missing": "its record doesn't say what it changes",
    "replacement-withdrawn": "what replaced it was withdrawn",
    "baseline-other": "it was assessed against another text than it would follow",
    "decision-stale": "a decision is about other words than it has",
    "effective-before-published": "its date lies before its publication",
    "effective-too-early": "its date leaves too little time",
    "finding-unannounced": "nobody was told of what was held material afterwards",
    "finding-undecided": "findings wait for a decision",
    "mail-due": "nothing says that messages went out in time",
    "mail-late": "messages went out too late for its date",
    "notice-unapproved": "its notice is not approved",
    "obligation-open": "people had to be asked, and nothing says that they were",
    "published-late": "it was published too late for its date",
}
"""Why a version is held, by the condition of the gate."""


class StatusReport:
    """What there is to say of one statement."""

    def __init__(
        self,
        archive: Archive,
        day: dt.date,
        today: dt.date,
        conditions: tuple[Diagnostic, ...],
    ) -> None:
        """Take the statement, the day that is asked about, and what the gate says."""
        self.archive = archive
        self.conditions = conditions
        self.day = day
        self.today = today
        self.timeline = archive.timeline
        self.in_force = self.timeline.in_force(day)
        self.next_change = self.timeline.next_change(day)

    @property
    def has_problems(self) -> bool:
        """Tell whether somebody must act."""
        return has_errors(self.archive.diagnostics) or bool(self._with(Status.HELD))

    def text(self) -> str:
        """Give the report for a terminal."""
        statement = statement_of(self.archive)
        title = "" if statement is None else statement.title[statement.source_locale]
        rows = [self._in_force_row(statement)]
        for version in self._with(Status.SCHEDULED):
            rows.append(self._coming_row(version))
            rows += self._told(version).rows()
        for version in self._with(Status.HELD):
            rows.append(self._held_row(version))
            rows += self._told(version).rows()
        rows += [self._proposed_row(v) for v in self._to_come()]
        rows.append(("draft", self._draft_words(), ""))
        rows += self._translation_rows()
        if self.next_change is not None:
            rows.append(("next change", self._instant() or "", ""))
        lines = [f"{self.archive.statement_id}: {title}, as of {self.day}"]
        return "\n".join([*lines, *(f"  {line}" for line in table(rows))])

    def remark_problems(self) -> None:
        """Print faults, and what a shallow clone hides."""
        show_diagnostics(self._diagnostics())
        if self.archive.unchecked:
            labels = ", ".join(map(str, self.archive.unchecked))
            remark(
                "warning: this clone is shallow: the day on which these versions were "
                f"recorded can't be checked: {labels}."
            )

    def data(self) -> dict[str, object]:
        """Give the report as data."""
        return {
            "statement": self.archive.statement_id,
            "as_of": self.day.isoformat(),
            "in_force": None if self.in_force is None else str(self.in_force.label),
            "next_change_at": self._instant(),
            "draft_differs": list(self._unreleased()),
            "translations_behind": {
                locale: list(self.archive.draft.behind(locale))
                for locale in self._translations
            },
            "versions": [self._version_data(v) for v in self.timeline.versions],
            "unchecked": [str(label) for label in self.archive.unchecked],
            "diagnostics": diagnostic_data(self._diagnostics()),
        }

    def _diagnostics(self) -> tuple[Diagnostic, ...]:
        archive = self.archive
        # That messages are still to go out has a row of its own.
        conditions = (
            one
            for one in self.conditions
            if one.code != "mail-due" or one.severity is Severity.ERROR
        )
        return (*archive.diagnostics, *archive.draft.diagnostics, *conditions)

    def _version_data(self, version: DatedVersion) -> dict[str, object]:
        published = version.published
        told = self._told(version)
        return {
            "version": str(version.label),
            "status": self.timeline.status(version.label, self.day).value,
            "published": None if published is None else published.isoformat(),
            "effective": version.effective_as_known(self.day).isoformat(),
            "held_because": self._held_because(version),
            "messages_due_by": None if told.due is None else told.due.isoformat(),
            "told": told.data(),
            "earliest_effective": None
            if version.earliest == dt.date.min
            else version.earliest.isoformat(),
        }

    def _held_because(self, version: DatedVersion) -> str | None:
        """Say in a word why a version is held."""
        if self.timeline.status(version.label, self.day) is not Status.HELD:
            return None
        if version.is_broken:
            return "broken"
        path = self.archive.layout.record_file(version.label)
        errors = (
            one.code
            for one in self.conditions
            if one.path == path and one.severity is Severity.ERROR
        )
        return next(errors, "baseline-other")

    def _in_force_row(self, statement: Statement | None) -> tuple[str, str, str]:
        if self.in_force is not None:
            begins = self.in_force.begins(self.day)
            return ("in force", str(self.in_force.label), f"since {begins}")
        zone = "" if statement is None else f" ({statement.time_zone})"
        return ("in force", "none", f"on this day{zone}")

    def _coming_row(self, version: DatedVersion) -> tuple[str, str, str]:
        begins = version.begins(self.day)
        away = days_between((begins - self.day).days)
        return ("coming", str(version.label), f"takes effect on {begins}, {away}")

    def _told(self, version: DatedVersion) -> ToldReport:
        record = self.archive.versions[version.label].record
        return ToldReport(version, record, self.day)

    def _held_row(self, version: DatedVersion) -> tuple[str, str, str]:
        why = _HELD_FOR[self._held_because(version) or "broken"]
        return ("HELD", str(version.label), why)

    def _proposed_row(self, version: DatedVersion) -> tuple[str, str, str]:
        if version.published is not None:
            return ("to be public", str(version.label), f"on {version.published}")
        effective = version.effective_as_known(self.day)
        return (
            "proposed",
            str(version.label),
            f"not recorded yet; planned to take effect on {effective}",
        )

    def _with(self, status: Status) -> list[DatedVersion]:
        return [
            version
            for version in self.timeline.versions
            if self.timeline.status(version.label, self.day) is status
        ]

    def _to_come(self) -> list[DatedVersion]:
        """Give what isn't public yet: nothing that has been since the day asked for."""
        return [
            version
            for version in self._with(Status.PROPOSED)
            if version.published is None or version.published > self.today
        ]

    def _unreleased(self) -> tuple[str, ...]:
        basis = self.archive.basis
        if self.archive.draft.statement_file is None or (basis and basis.faults):
            return ()
        return self.archive.unreleased()

    def _draft_words(self) -> str:
        if self.archive.draft.statement_file is None:
            return "can't be read"
        basis = self.archive.basis
        changed = self._unreleased()
        if basis is None:
            return "never released"
        if not changed:
            return f"same as {basis.label}"
        return f"differs from {basis.label}: {shortened(changed)}"

    @property
    def _translations(self) -> tuple[str, ...]:
        statement = self.archive.draft.statement
        return () if statement is None else statement.locales[1:]

    def _translation_rows(self) -> list[tuple[str, str, str]]:
        draft = self.archive.draft
        rows = []
        for locale in self._translations:
            for what, ids in (
                ("behind", draft.behind(locale)),
                ("missing", draft.missing(locale)),
            ):
                if ids:
                    rows.append((what, f"{locale}: {', '.join(ids)}", ""))
        return rows

    def _instant(self) -> str | None:
        statement = statement_of(self.archive)
        if self.next_change is None or statement is None:
            return None
        midnight = dt.datetime.combine(
            self.next_change, dt.time(), ZoneInfo(statement.time_zone)
        )
        return midnight.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
