"""`duenotice status`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import days_between
from duenotice.cli.output import diagnostic_data
from duenotice.cli.output import remark
from duenotice.cli.output import shortened
from duenotice.cli.output import show_diagnostics
from duenotice.cli.output import table
from duenotice.cli.session import AsOfOption
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.cli.session import statement_of
from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import has_errors
from duenotice.model.statement import Statement
from duenotice.store.archive import Archive
from duenotice.store.late_proposals import late_proposals
from duenotice.store.project import read_statements
from duenotice.timeline import DatedVersion
from duenotice.timeline import Status

HELP = (
    "Reads the versions from HEAD, and proposed ones and the draft from the working "
    "tree. Exit status 1 where a version is held or broken."
)
EXAMPLE = "Example: duenotice status --as-of 2027-12-01 --format json"


def run(
    context: typer.Context,
    as_of: AsOfOption = None,
    statement: StatementOption = None,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Say what is in force and what is coming."""
    session: Session = context.obj
    source = session.project.overlaid()
    reports = []
    for archive in read_statements(source, statement):
        today = session.today(statement_of(archive))
        late = late_proposals(archive, source[1], today)
        day = session.day(as_of, archive)
        reports.append(_StatusReport(archive, day, today, late))
    if report is ReportFormat.JSON:
        data = [one.data() for one in reports]
        answer_json({"schema": "duenotice/status/1", "statements": data})
    else:
        answer("\n\n".join(one.text() for one in reports))
        for status in reports:
            status.remark_problems()
        session.remark_missing_branch()
    if any(status.has_problems for status in reports):
        raise typer.Exit(1)


class _StatusReport:
    """What there is to say of one statement."""

    def __init__(
        self,
        archive: Archive,
        day: dt.date,
        today: dt.date,
        late: tuple[Diagnostic, ...],
    ) -> None:
        self.archive = archive
        self.late = late
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
        rows += [self._coming_row(v) for v in self._with(Status.SCHEDULED)]
        rows += [self._held_row(v) for v in self._with(Status.HELD)]
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
        return (*archive.diagnostics, *archive.draft.diagnostics, *self.late)

    def _version_data(self, version: DatedVersion) -> dict[str, object]:
        published = version.published
        return {
            "version": str(version.label),
            "status": self.timeline.status(version.label, self.day).value,
            "published": None if published is None else published.isoformat(),
            "effective": version.effective_as_known(self.day).isoformat(),
            "held_because": self._held_because(version),
            "earliest_effective": None
            if version.earliest == dt.date.min
            else version.earliest.isoformat(),
        }

    def _held_because(self, version: DatedVersion) -> str | None:
        """Say in a word why a version is held."""
        if self.timeline.status(version.label, self.day) is not Status.HELD:
            return None
        return "broken" if version.is_broken else "published-late"

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

    def _held_row(self, version: DatedVersion) -> tuple[str, str, str]:
        if version.is_broken:
            why = "its record or text doesn't match its digests"
        else:
            why = (
                f"published on {version.published}: it can take effect from "
                f"{version.earliest} on (duenotice reschedule)"
            )
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
