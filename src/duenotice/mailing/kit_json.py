"""A kit as JSON, and back: the same kit, the same bytes."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING
from typing import Any

from duenotice.mailing.canonical import canonical_json
from duenotice.mailing.edition import AppForm
from duenotice.mailing.edition import Edition
from duenotice.mailing.edition import EmailForm
from duenotice.mailing.edition import LetterForm
from duenotice.mailing.kit import Kit
from duenotice.mailing.kit import Known
from duenotice.mailing.kit import Sender
from duenotice.render.messages.laid import Laid

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence

SCHEMA = "duenotice/mailing-kit/1"


class NoKitError(ValueError):
    """Bytes that are no kit."""


def write_kit(kit: Kit) -> bytes:
    """Write a kit."""
    data = {
        **{name: getattr(kit, name) for name in _TEXTS},
        **{name: getattr(kit, name).isoformat() for name in _DAYS},
        "schema": SCHEMA,
        "sender": asdict(kit.sender),
        "history": [_known_data(one) for one in kit.history],
        "editions": [_edition_data(kit.editions[one]) for one in sorted(kit.editions)],
        "templates": dict(kit.templates),
        "notices": dict(kit.notices),
    }
    if kit.pictures:
        data["pictures"] = {
            name: base64.b64encode(picture).decode()
            for name, picture in kit.pictures.items()
        }
    return canonical_json(data)


def read_kit(content: bytes) -> Kit:
    """Read a kit.

    Raises:
        NoKitError: It is none, or one of another version of the program.
    """
    try:
        data = json.loads(content)
        if data["schema"] != SCHEMA:
            raise NoKitError(data["schema"])
        return _kit(data)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise NoKitError(str(error)) from error


_TEXTS = ("statement", "version", "digest", "against", "source_locale", "approved_by")
_DAYS = ("published", "effective", "dated")


def _kit(data: Mapping[str, Any]) -> Kit:
    editions = (_edition(one) for one in data["editions"])
    texts: dict[str, Any] = {name: str(data[name]) for name in _TEXTS}
    days: dict[str, Any] = {name: date.fromisoformat(data[name]) for name in _DAYS}
    return Kit(
        **texts,
        **days,
        sender=Sender(
            name=data["sender"]["name"],
            email=data["sender"]["email"],
            address=tuple(data["sender"]["address"]),
        ),
        history=tuple(map(_known, data["history"])),
        editions={(one.locale, one.baseline): one for one in editions},
        templates=dict(data["templates"]),
        notices=dict(data["notices"]),
        pictures={
            name: base64.b64decode(picture)
            for name, picture in data.get("pictures", {}).items()
        },
    )


def _known_data(known: Known) -> list[str]:
    return [known.published.isoformat(), known.start.isoformat(), known.baseline]


def _known(data: Sequence[str]) -> Known:
    published, start, baseline = data
    return Known(
        published=date.fromisoformat(published),
        start=date.fromisoformat(start),
        baseline=baseline,
    )


def _edition_data(edition: Edition) -> dict[str, Any]:
    data = asdict(edition)
    if edition.large_letter is None:
        del data["large_letter"]
    return data


def _edition(data: Mapping[str, Any]) -> Edition:
    email, large = data["email"], data.get("large_letter")
    return Edition(
        locale=data["locale"],
        baseline=data["baseline"],
        title=data["title"],
        greeting=_laid(data["greeting"]),
        plain_greeting=data["plain_greeting"],
        email=EmailForm(
            subject=email["subject"],
            html=_laid(email["html"]),
            text=_laid(email["text"]),
        ),
        sms=_laid(data["sms"]),
        app=AppForm(**data["app"]),
        letter=LetterForm(**data["letter"]),
        large_letter=None if large is None else LetterForm(**large),
    )


def _laid(data: Mapping[str, Any]) -> Laid:
    return Laid(pieces=tuple(data["pieces"]), slots=tuple(data["slots"]))
