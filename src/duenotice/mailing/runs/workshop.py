"""All that making the partitions of a run needs, read once in each process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import TypeAlias

from duenotice.mailing.canonical import NotAsWrittenError
from duenotice.mailing.canonical import digest_of
from duenotice.mailing.kit_json import read_kit
from duenotice.mailing.member import Member
from duenotice.mailing.member import Suppression
from duenotice.mailing.members.membership import Membership
from duenotice.mailing.members.membership import Offer
from duenotice.mailing.members.parcel import parcel_name
from duenotice.mailing.members.parcel import read_parcel
from duenotice.mailing.members.roll import call_roll
from duenotice.mailing.members.settings_file import parse_settings
from duenotice.mailing.messages.known_texts import baseline_for
from duenotice.mailing.messages.writers import writers_of
from duenotice.mailing.runs import paths as run_paths
from duenotice.mailing.runs.errors import AlteredRunError
from duenotice.mailing.runs.plan import Plan
from duenotice.mailing.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.member import Channel
    from duenotice.mailing.member import Rejection
    from duenotice.mailing.members.parcel import Parcel
    from duenotice.mailing.members.settings import MailingSettings
    from duenotice.mailing.messages.writers import Writer


Outcome: TypeAlias = "tuple[Member, Edition] | Rejection | Suppression"
"""What becomes of a row: messages of an edition are made, or none."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a run is made with."""

    storage: Storage
    plan: Plan
    kit: Kit
    settings: MailingSettings
    writers: Mapping[Channel, Writer]
    telling: str
    """Stands for what is told, in keys; worked out once."""

    def parcel(self, number: int) -> Parcel:
        """Read the rows of a partition.

        Raises:
            AlteredRunError: They are not those that were planned.
            StorageError: They can't be read.
        """
        data = self.storage.read(parcel_name(number))
        try:
            return read_parcel(data, self.plan.parcels[number])
        except NotAsWrittenError as error:
            raise AlteredRunError(self.storage.address) from error

    def outcomes(self, parcel: Parcel) -> Iterator[Outcome]:
        """Say what becomes of each row; who knows the new text gets nothing."""
        offer = Offer(
            locales=tuple(dict.fromkeys(locale for locale, _ in self.kit.editions)),
            source_locale=self.kit.source_locale,
            channels=self.plan.options.channels,
            dated=self.kit.dated,
        )
        membership = Membership(self.settings, parcel.columns, offer)
        for outcome in call_roll(parcel.rows, membership, parcel.listed):
            if isinstance(outcome, Member):
                yield self._told(outcome)
            else:
                yield outcome

    def _told(self, member: Member) -> tuple[Member, Edition] | Suppression:
        """Find the messages in a member's language, from the text they knew."""
        baseline = baseline_for(self.kit, member)
        if baseline is None:
            return Suppression(row=member.row, id=member.id, code="knows")
        return member, self.kit.editions[member.locale, baseline]


def open_workshop(address: str, plan_digest: str) -> Workshop:
    """Read what a run is made with.

    Raises:
        AlteredRunError: It is not what the run was planned with.
        StorageError: It can't be read.
    """
    storage = Storage(address)
    content, data = storage.read(run_paths.KIT), storage.read(run_paths.SETTINGS)
    try:
        plan = Plan.read(storage.read(run_paths.PLAN))
    except NotAsWrittenError as error:
        raise AlteredRunError(address) from error
    planned = (plan_digest, plan.kit, plan.settings)
    if (plan.digest, digest_of(content), digest_of(data)) != planned:
        raise AlteredRunError(address)
    kit = read_kit(content)
    settings, _ = parse_settings(data, run_paths.SETTINGS)
    if settings is None:
        raise AlteredRunError(address)
    writers = writers_of(kit, plan.options.email_format)
    return Workshop(storage, plan, kit, settings, writers, kit.telling)
