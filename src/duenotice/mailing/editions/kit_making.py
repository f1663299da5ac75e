"""A kit of one version: everything that making its messages needs but the members."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.mailing.editions.edition_maker import EditionMaker
from duenotice.mailing.editions.errors import MessageDayError
from duenotice.mailing.editions.errors import NoSiteAddressError
from duenotice.mailing.editions.errors import NotDueError
from duenotice.mailing.editions.letter_forms import letter_pictures
from duenotice.mailing.kit import Kit
from duenotice.publish.statement_site import StatementSite
from duenotice.publish.statement_site import locales_of
from duenotice.store.gate import notices_now

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from duenotice.mailing.editions.making import Making
    from duenotice.render.environment import Templates
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion

TEMPLATES = (
    "messages/app.txt",
    "messages/email.mjml",
    "messages/email.txt",
    "messages/greeting.txt",
    "messages/letter.css",
    "messages/letter.html",
    "messages/sms.txt",
    "messages/subject.txt",
    "messages/words.html",
    "pdf/common.css",
)
DATED_AHEAD = timedelta(days=60)
"""A print shop needs weeks; whoever gives a day further ahead has mistyped it."""

ALL_TEMPLATES = "*"
"""Stands for all files in effect, with those that messages share with the site."""


def make_kit(
    archive: Archive, version: StoredVersion, making: Making, as_of: date
) -> Kit:
    """Lay out all messages of a version that may be told of (see `refuse_unready`).

    Raises:
        NoSiteAddressError: Nobody says where the site stands on the web.
        MessageDayError: It wasn't public on the day of the messages, or that day is
            too far ahead.
        NothingToTellError: No notice was approved.
        NotDueError: It isn't public on the day.
        StraySlotError: A text that people wrote holds a mark of the program's own.
    """
    if not making.home.address:
        raise NoSiteAddressError
    site = StatementSite.of(archive, as_of)
    if site is None or version not in site.public:
        raise NotDueError(version.label, "not public", "Publish it first.")
    record = version.record
    last = as_of + DATED_AHEAD
    if not record.published <= making.dated <= last:
        raise MessageDayError(making.dated, record.published, last)
    maker = EditionMaker(site, version, making)
    return Kit(
        statement=archive.statement_id,
        version=str(version.label),
        digest=record.digest,
        published=record.published,
        effective=maker.telling.effective,
        against=str(maker.meantime.against),
        source_locale=version.statement.source_locale,
        sender=making.sender,
        dated=making.dated,
        history=maker.meantime.history(),
        editions=dict(maker.editions(locales_of(version))),
        templates=_digests(making.templates),
        approved_by="" if record.approved is None else record.approved.by,
        notices=notices_now(record),
        pictures=letter_pictures(making.theme),
    )


def _digests(templates: Templates) -> Mapping[str, str]:
    texts = {name: templates.read_asset(name).encode() for name in TEMPLATES}
    own = {name: hashlib.sha256(text).hexdigest() for name, text in texts.items()}
    return {**own, ALL_TEMPLATES: templates.digest()}
