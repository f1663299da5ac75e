"""What one run is to make: whom for, what with, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.mailing.canonical import digest_of
from duenotice.mailing.kit_json import write_kit
from duenotice.mailing.member import Channel
from duenotice.mailing.runs.errors import NoSenderEmailError
from duenotice.mailing.runs.plan import Plan

if TYPE_CHECKING:
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.members.recipients import Recipients
    from duenotice.mailing.members.settings import MailingSettings
    from duenotice.mailing.members.splitting import Division
    from duenotice.mailing.members.suppression_list import SuppressionList
    from duenotice.mailing.runs.options import RunOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be made, of what, and where to."""

    address: str
    """Where all files go."""

    kit: Kit
    settings: MailingSettings
    settings_file: bytes
    """`mailing.yaml`, which they were read from."""

    recipients: Recipients
    listed: SuppressionList | None
    options: RunOptions
    program: str
    """The version of duenotice."""

    by: str | None
    """Who makes them."""

    def refuse_unfit(self) -> None:
        """Stop where messages would be made that can't be sent.

        Raises:
            NoSenderEmailError: There would be e-mails from nowhere.
        """
        makes_emails = Channel.EMAIL in self.options.channels
        if makes_emails and self.settings.columns.email and not self.kit.sender.email:
            raise NoSenderEmailError

    def plan(self, members: Division) -> Plan:
        """Fix what comes out, before anything does."""
        kit = self.kit
        return Plan(
            statement=kit.statement,
            version=kit.version,
            version_digest=kit.digest,
            kit=digest_of(write_kit(kit)),
            input=members.extent.digest,
            settings=digest_of(self.settings_file),
            suppressed=None if self.listed is None else self.listed.digest(),
            options=self.options,
            program=self.program,
            dated=kit.dated,
            rows=members.rows,
            parcels=members.parcels,
        )
