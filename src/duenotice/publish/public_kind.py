"""What the public is told of a version's kind, and no more."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from duenotice.store.gate import needs_notice

if TYPE_CHECKING:
    from duenotice.model.record import Record


class PublicKind(enum.StrEnum):
    """What a version is, in the public's words."""

    ANNOUNCED = "announced"
    """Its change was announced before it took effect."""

    CORRECTION = "correction"
    """It changed nothing that people had to be told of."""

    UNSAID = ""
    """A first version changes nothing; an adopted one was assessed by nobody."""


def public_kind(record: Record) -> PublicKind:
    """Say what kind of version a record is of."""
    if record.is_adopted or record.supersedes is None or record.assessment is None:
        return PublicKind.UNSAID
    return PublicKind.ANNOUNCED if needs_notice(record) else PublicKind.CORRECTION
