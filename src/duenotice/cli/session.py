"""What every command begins with: the project, the statement, the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

if TYPE_CHECKING:
    from duenotice.config import Config
    from duenotice.model.statement import Statement
    from duenotice.store.archive import Archive
    from duenotice.store.project import Project

StatementOption = Annotated[
    str | None,
    typer.Option(
        "--statement", metavar="ID", help="Which one; needed where there are several."
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day the question is about; default: today in the statement's zone.",
    ),
]


@dataclass(slots=True)
class Session:
    """One run of the program."""

    folder: Path | None
    today_given: str | None
    _project: Project | None = field(default=None)
    _config: Config | None = field(default=None)

    @property
    def project(self) -> Project:
        """Open the project."""
        from duenotice.config import read_config  # noqa: PLC0415
        from duenotice.store.project import Project  # noqa: PLC0415
        from duenotice.store.tree import SETTINGS  # noqa: PLC0415
        from duenotice.store.tree import WorkTree  # noqa: PLC0415

        if self._project is None:
            root = Project.find_root((self.folder or Path.cwd()).resolve())
            tree = WorkTree(root, SETTINGS)
            data = tree.read(SETTINGS) if SETTINGS in tree.paths else None
            self._config = read_config(data)
            self._project = Project(root, self._config.publishing_branch)
        return self._project

    @property
    def config(self) -> Config:
        """Give the project's settings."""
        _ = self.project
        if self._config is None:
            message = "a project has settings"
            raise RuntimeError(message)
        return self._config

    @property
    def root(self) -> Path | None:
        """Give the project's folder; nothing outside of a project."""
        from duenotice.store.project_errors import NoProjectError  # noqa: PLC0415

        try:
            return self.project.root
        except NoProjectError:
            return None

    def remark_missing_branch(self) -> None:
        """Say so where HEAD has to stand in for the publishing branch."""
        from duenotice.cli.output import remark  # noqa: PLC0415

        branch = self.project.missing_branch
        if branch is not None:
            remark(
                f'warning: the publishing branch "{branch}" is not here, so a version '
                "counts as recorded once it is committed. Fetch the branch, or name "
                'another in pyproject.toml: [tool.duenotice] publishing-branch = "…".'
            )

    def close(self) -> None:
        """End what was started."""
        if self._project is not None:
            self._project.close()

    def today(self, statement: Statement | None) -> dt.date:
        """Give today's date where the statement's days begin."""
        if self.today_given is not None:
            return read_day(self.today_given, "--today")
        zone = "UTC" if statement is None else statement.time_zone
        return dt.datetime.now(ZoneInfo(zone)).date()

    def day(self, given: str | None, archive: Archive) -> dt.date:
        """Give the day that a question is about."""
        if given is not None:
            return read_day(given, "--as-of")
        return self.today(statement_of(archive))


def statement_of(archive: Archive) -> Statement | None:
    """Give a statement's settings: the draft's, or the newest version's."""
    if archive.draft_statement is not None:
        return archive.draft_statement
    newest = archive.newest
    return None if newest is None or newest.faults else newest.statement


def is_given(context: typer.Context, option: str) -> bool:
    """Tell whether an option was given, be it with its default value."""
    source = context.get_parameter_source(option)
    return source is not None and source.name != "DEFAULT"


def read_day(text: str, option: str) -> dt.date:
    """Read a date from the command line."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        message = f'"{text}" is no date in the form 2026-11-24'
        raise typer.BadParameter(message, param_hint=option)
    return day


def optional_day(text: str | None, option: str) -> dt.date | None:
    """Read a date that may be left out."""
    return None if text is None else read_day(text, option)
