"""What a whole text stands under: its profiles, its settings, its own promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.duty_terms import Terms
from duenotice.materiality.promise import promise_of
from duenotice.materiality.promise import strictest

if TYPE_CHECKING:
    from duenotice.materiality.profile_choice import Profiles
    from duenotice.materiality.promise import Promise
    from duenotice.store.whole_text import WholeText


def terms_of(text: WholeText, profiles: Profiles) -> Terms:
    """Give the terms of a text; what a translation promises beyond that counts too."""
    statement = text.statement.statement
    promise = promise_of(text.text(text.source_locale))
    for locale in text.locales:
        other = promise_of(text.text(locale))
        if _goes_beyond(other, promise):
            promise = strictest([promise, other])
    return Terms(
        profiles=profiles.chosen(statement.profiles),
        policy=statement.notice,
        promise=promise,
    )


def _goes_beyond(one: Promise, other: Promise) -> bool:
    return (
        one.level > other.level
        or one.lead_days > other.lead_days
        or bool(one.channels - other.channels)
        or one.retroactive_consent > other.retroactive_consent
    )
