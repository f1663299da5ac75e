"""What all messages of a version have in common, laid out as HEAD has the version."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.cli.output import show_diagnostics
from duenotice.cli.session import statement_of
from duenotice.cli.standing import Standing
from duenotice.cli.standing import committed_standing
from duenotice.cli.standing import looks_on_disk
from duenotice.cli.standing import remark_uncommitted
from duenotice.diagnostics import Diagnostic
from duenotice.mailing.contents.check import Site
from duenotice.mailing.contents.check import check_contents
from duenotice.mailing.editions.errors import GateClosedError
from duenotice.mailing.editions.kit_making import make_kit
from duenotice.mailing.editions.making import Making
from duenotice.mailing.editions.readiness import refuse_unready
from duenotice.mailing.editions.site_paths import planned_paths
from duenotice.mailing.editions.site_paths import published_paths
from duenotice.mailing.kit import Kit
from duenotice.mailing.kit import Sender
from duenotice.mailing.members.settings import MailingSettings
from duenotice.mailing.members.settings_file import parse_settings
from duenotice.mailing.runs.errors import NoMailingSettingsError
from duenotice.parse.bytes_text import MAX_BYTES
from duenotice.store.archive import Archive
from duenotice.store.faulty import FaultyTextError
from duenotice.store.project import read_statement
from duenotice.store.version import StoredVersion

if TYPE_CHECKING:
    from duenotice.cli.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The version that people are told of."""

    archive: Archive
    version: StoredVersion
    making: Making
    kit: Kit
    found: tuple[Diagnostic, ...]
    """What is wrong with the messages."""

    of_theme: tuple[Diagnostic, ...]
    """What is wrong with the look; with an error, the shipped one stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line says of the messages."""

    version: str
    statement: str | None
    dated: dt.date | None
    """The day that stands on them; today if left out."""

    is_large_print: bool
    site: Path | None
    """A site as it was built, which messages lead to; else what a build would make."""

    is_on_disk: bool
    """Templates, theme and settings count as they lie there: for a look alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailingFile:
    """`mailing.yaml`."""

    settings: MailingSettings
    data: bytes
    """Its bytes."""


def read_mailing_file(path: Path) -> MailingFile:
    """Read `mailing.yaml`.

    Raises:
        NoMailingSettingsError: It can't be read.
        FaultyTextError: It has faults.
    """
    try:
        data = _bytes_of(path)
    except OSError as error:
        raise NoMailingSettingsError(str(path), error.strerror or "") from error
    settings, found = parse_settings(data, str(path))
    if settings is None:
        raise FaultyTextError(found)
    return MailingFile(settings=settings, data=data)


def _bytes_of(path: Path) -> bytes:
    """Read a file, but nothing that has no end."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise NoMailingSettingsError(str(path), "it is not a plain file")
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        reason = f"it has more than {MAX_BYTES:,} bytes"
        raise NoMailingSettingsError(str(path), reason)
    return data


def subject_of(
    session: Session, wanted: Wanted, settings: MailingSettings | None
) -> Subject:
    """Lay the messages out.

    Raises:
        GateClosedError: The version hasn't passed the gate; what is open is shown.
        DuenoticeError: No messages can be made of it.
    """
    standing = _standing(session, wanted)
    archive = read_statement(standing.source, wanted.statement)
    version = archive.find(wanted.version)
    today = session.today(statement_of(archive))
    try:
        refuse_unready(archive, standing.source[1], version, standing.customs, today)
    except GateClosedError as error:
        show_diagnostics(error.diagnostics)
        raise
    making = _making(standing, version, settings, wanted, today)
    kit = make_kit(archive, version, making, today)
    if wanted.site is None:
        paths = planned_paths(archive, making, today)
    else:
        paths = published_paths(wanted.site)
    site = Site(home=making.home, paths=paths, as_of=today)
    return Subject(
        archive=archive,
        version=version,
        making=making,
        kit=kit,
        found=check_contents(kit, archive, version, site),
        of_theme=standing.theme.faults,
    )


def _standing(session: Session, wanted: Wanted) -> Standing:
    """Say what the messages are made of, and what is left out of them."""
    standing = committed_standing(session)
    if wanted.is_on_disk:
        return looks_on_disk(session, standing)
    remark_uncommitted(session, standing, "the messages")
    return standing


def _making(
    standing: Standing,
    version: StoredVersion,
    settings: MailingSettings | None,
    wanted: Wanted,
    today: dt.date,
) -> Making:
    controller = version.statement.controller.name
    return Making(
        templates=standing.templates,
        theme=standing.theme,
        sender=Sender(name=controller) if settings is None else settings.sender,
        home=standing.home,
        comparisons=standing.settings.comparisons,
        dated=wanted.dated or today,
        is_large_print=wanted.is_large_print,
        has_large_print_readers=bool(settings and settings.columns.large_print),
    )
