"""`duenotice doctor`."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from zoneinfo import ZoneInfo
from zoneinfo import ZoneInfoNotFoundError

import typer

from duenotice import __version__
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import table
from duenotice.cli.session import Session
from duenotice.errors import DuenoticeError

HELP = "Exit status 1 where something needed is missing."
EXAMPLE = "Example: duenotice doctor --format json"

FONTS = ("Noto Serif", "Noto Sans")
ATTRIBUTES = "statements/** text eol=lf -ident -filter"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    is_well: bool
    says: str
    advice: str = ""


def run(
    context: typer.Context,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Say what is missing on this machine."""
    session: Session = context.obj
    looks: list[Callable[[], Finding]] = [
        _python,
        _git,
        _pdf,
        _fonts,
        _time_zones,
        lambda: _repository(session),
        lambda: _attributes(session),
        lambda: _site_address(session),
    ]
    findings = [look() for look in looks]
    if report is ReportFormat.JSON:
        answer_json(
            {
                "schema": "duenotice/doctor/1",
                "program": __version__,
                "findings": [
                    {
                        "what": f.what,
                        "well": f.is_well,
                        "says": f.says,
                        "advice": f.advice,
                    }
                    for f in findings
                ],
            }
        )
    else:
        _show(findings)
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(1)


def _show(findings: list[Finding]) -> None:
    rows = [("ok" if f.is_well else "MISSING", f.what, f.says) for f in findings]
    for line, finding in zip(table(rows), findings, strict=True):
        answer(line)
        if finding.advice and not finding.is_well:
            answer(f"         {finding.advice}")


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", is_well=True, says=f"{version}, duenotice {__version__}")


def _git() -> Finding:
    path = shutil.which("git")
    if path is None:
        advice = "Install git (apt install git on Debian and Ubuntu)."
        return Finding("git", is_well=False, says="not found", advice=advice)
    answered = subprocess.run(  # noqa: S603 - a fixed command
        [path, "--version"], capture_output=True, text=True, check=False
    )
    words = answered.stdout.split()
    version = words[2] if len(words) > 2 else "0"  # noqa: PLR2004
    numbers = [int(part) for part in version.split(".")[:2] if part.isdigit()]
    is_well = numbers >= [2, 31]
    return Finding("git", is_well, version, "Version 2.31 or newer is needed.")


def _pdf() -> Finding:
    try:
        importlib.import_module("duenotice.render.pdf")
    except (ImportError, OSError) as error:
        return Finding(
            "PDF",
            is_well=False,
            says=str(error).splitlines()[0],
            advice="Install Pango (apt install libpango-1.0-0 libpangoft2-1.0-0), or "
            "build with --no-pdf.",
        )
    return Finding("PDF", is_well=True, says="WeasyPrint and Pango are there")


def _fonts() -> Finding:
    path = shutil.which("fc-list")
    listed = ""
    if path is not None:
        listed = subprocess.run(  # noqa: S603 - a fixed command
            [path, ":", "family"], capture_output=True, text=True, check=False
        ).stdout
    missing = [font for font in FONTS if font not in listed]
    says = "missing: " + ", ".join(missing) if missing else ", ".join(FONTS)
    advice = "Install them (apt install fonts-noto-core), or change templates/pdf."
    return Finding("fonts", not missing, says, advice)


def _time_zones() -> Finding:
    try:
        ZoneInfo("America/Los_Angeles")
    except ZoneInfoNotFoundError:
        advice = "Install the Python package tzdata."
        return Finding("time zones", is_well=False, says="no data", advice=advice)
    return Finding("time zones", is_well=True, says="known")


def _repository(session: Session) -> Finding:
    try:
        repository = session.project.repository
        head = repository.head()
    except DuenoticeError as error:
        return Finding("project", is_well=False, says=str(error), advice=error.advice)
    if repository.is_shallow:
        advice = "Fetch the whole history (git fetch --unshallow; in CI fetch-depth 0)."
        says = "a shallow clone: published days can't be checked"
        return Finding("project", is_well=False, says=says, advice=advice)
    return Finding("project", is_well=True, says=f"{repository.root}, at {head[:10]}")


def _attributes(session: Session) -> Finding:
    what = "line endings"
    try:
        root = session.project.root
    except DuenoticeError:
        return Finding(what, is_well=False, says="no project", advice="See above.")
    file = root / ".gitattributes"
    text = file.read_text("utf-8", "replace") if file.is_file() else ""
    is_well = ATTRIBUTES in text
    says = "kept by .gitattributes" if is_well else "not kept by .gitattributes"
    return Finding(what, is_well, says, f"Add the line: {ATTRIBUTES}")


def _site_address(session: Session) -> Finding:
    """Say where the site is; that it stands nowhere yet may be on purpose."""
    what = "site address"
    try:
        address = session.config.site_address
    except DuenoticeError as error:
        return Finding(what, is_well=False, says=str(error), advice=error.advice)
    says = "not set: there is no sitemap.xml, and feeds have relative links"
    return Finding(what, is_well=True, says=address or says)
