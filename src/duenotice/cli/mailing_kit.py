"""What all messages of a version have in common, laid out as HEAD has the version."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.cli.customs import committed_in
from duenotice.cli.output import show_diagnostics
from duenotice.cli.session import statement_of
from duenotice.diagnostics import Diagnostic
from duenotice.mailing.kit import Kit
from duenotice.mailing.kit import Sender
from duenotice.mailing.members.settings import MailingSettings
from duenotice.mailing.members.settings_file import parse_settings
from duenotice.mailing.messages.contents import Site
from duenotice.mailing.messages.contents import check_contents
from duenotice.mailing.messages.editions import Making
from duenotice.mailing.messages.errors import GateClosedError
from duenotice.mailing.messages.kit_making import make_kit
from duenotice.mailing.messages.readiness import refuse_unready
from duenotice.mailing.messages.site_paths import planned_paths
from duenotice.mailing.messages.site_paths import published_paths
from duenotice.mailing.runs.errors import NoMailingSettingsError
from duenotice.publish.build import project_templates
from duenotice.publish.web_home import WebHome
from duenotice.render.environment import Templates
from duenotice.store.archive import Archive
from duenotice.store.faulty import FaultyTextError
from duenotice.store.project import read_statement
from duenotice.store.theme import read_theme
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


def read_mailing_settings(path: Path) -> tuple[MailingSettings, bytes]:
    """Read `mailing.yaml`; give its bytes too.

    Raises:
        NoMailingSettingsError: It can't be read.
        FaultyTextError: It has faults.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NoMailingSettingsError(str(path), error.strerror or "") from error
    settings, found = parse_settings(data, str(path))
    if settings is None:
        raise FaultyTextError(found)
    return settings, data


def subject_of(
    session: Session, wanted: Wanted, settings: MailingSettings | None
) -> Subject:
    """Lay the messages out.

    Raises:
        GateClosedError: The version hasn't passed the gate; what is open is shown.
        DuenoticeError: No messages can be made of it.
    """
    source = session.project.committed()
    archive = read_statement(source, wanted.statement)
    version = archive.find(wanted.version)
    today = session.today(statement_of(archive))
    customs = committed_in(source[0])
    try:
        refuse_unready(archive, source[1], version, customs, today)
    except GateClosedError as error:
        show_diagnostics(error.diagnostics)
        raise
    controller = version.statement.controller.name
    making = Making(
        templates=Templates(project_templates(session.project.root)),
        theme=read_theme(source[0]),
        sender=Sender(name=controller) if settings is None else settings.sender,
        home=WebHome(
            address=session.config.site_address,
            feed_authority=session.config.feed_authority,
        ),
        comparisons=session.config.comparisons,
        dated=wanted.dated or today,
        is_large_print=wanted.is_large_print,
    )
    kit = make_kit(archive, version, making, today)
    if wanted.site is None:
        paths = planned_paths(archive, making, today)
    else:
        paths = published_paths(wanted.site)
    found = check_contents(kit, archive, version, Site(home=making.home, paths=paths))
    return Subject(
        kit=kit, making=making, archive=archive, version=version, found=found
    )
