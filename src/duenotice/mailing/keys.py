"""The key of a message, by which an e-mail service or a mail house knows it again."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.mailing.member import Channel

_LENGTH = 26
"""130 bits: among a thousand million messages no two keys are the same."""

_BYTES = 17
"""As many as those letters come from; to encode the others takes time."""

_ENCODE = json.JSONEncoder(separators=(",", ":")).encode
_GROUP = 5


def message_key(telling: str, channel: Channel, member_id: str) -> str:
    """Give the key of one message: the same in every run, and another for any other.

    Args:
        telling: Stands for what is told; see `Kit.telling`.
        channel: How the message reaches the member.
        member_id: Whose message it is.

    >>> from duenotice.mailing.member import Channel
    >>> message_key("sha256:1f", Channel.EMAIL, "M-1")
    '7fvryg2cqeh4zyh7cdlo7vzgjr'
    """
    parts = [telling, channel.value, member_id]
    digest = hashlib.sha256(_ENCODE(parts).encode()).digest()
    return base64.b32encode(digest[:_BYTES]).decode()[:_LENGTH].lower()


def reference_of(key: str) -> str:
    """Give what a person can quote on the telephone.

    >>> reference_of("7fvryg2cqeh4zyh7cdlo7vzgjr")
    '7FVRY-G2CQE'
    """
    shown = key[: 2 * _GROUP].upper()
    return f"{shown[:_GROUP]}-{shown[_GROUP:]}"
