"""The terms that a text stands under, and whether a draft loosens them."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.materiality.promise import NO_PROMISE
from duenotice.model.statement import DIRECT_CHANNELS
from duenotice.model.statement import NoticePolicy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.materiality.profile import Profile
    from duenotice.materiality.promise import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a text stands under: profiles, settings, and its own promise."""

    profiles: tuple[Profile, ...]
    policy: NoticePolicy = field(default_factory=NoticePolicy)
    promise: Promise = NO_PROMISE


def loosened(old: Terms, new: Terms) -> tuple[Finding, ...]:
    """Find where a draft owes people less than the text in force.

    What was owed still holds for this version: the stricter of both counts.
    """
    return (*_loosened_policy(old, new), *_loosened_promise(old.promise, new.promise))


def _loosened_policy(old: Terms, new: Terms) -> Iterator[Finding]:
    if new.policy.lead_days < old.policy.lead_days:
        yield _finding(
            "lead-days",
            f"The notice period in the settings went from {old.policy.lead_days} to "
            f"{new.policy.lead_days} days.",
            (
                f"lead_days: {old.policy.lead_days}",
                f"lead_days: {new.policy.lead_days}",
            ),
        )
    if old.policy.confirm_mailing and not new.policy.confirm_mailing:
        yield _finding(
            "confirm-mailing",
            "A version that calls for messages no longer waits until they are out.",
            ("confirm_mailing: yes", "confirm_mailing: no"),
        )
    for channel in old.policy.channels:
        if channel not in new.policy.channels:
            yield _finding(
                f"channel-{channel}",
                f'People are no longer told by the channel "{channel}".',
                (f"channels: {channel}", ""),
            )
    kept = {one.name for one in new.profiles}
    for profile in old.profiles:
        if profile.name not in kept:
            yield _finding(
                f"profile-{profile.name}",
                f'The statement no longer names the profile "{profile.name}" '
                f"({profile.title}).",
                (f"profiles: {profile.name}", ""),
            )


def _loosened_promise(old: Promise, new: Promise) -> Iterator[Finding]:
    words = (" ".join(old.words), " ".join(new.words))
    section = new.section or old.section
    if old.is_made and new.is_made and new.lead_days < old.lead_days:
        yield _finding(
            "promised-days",
            f"The text promised notice {_before(old)} a change, and now promises it "
            f"{_before(new)} one.",
            words,
            section,
        )
    lost = (old.channels & DIRECT_CHANNELS) - new.channels if new.is_made else ()
    for channel in sorted(lost):
        yield _finding(
            f"promised-{channel}",
            f'The text no longer promises notice by the channel "{channel}".',
            words,
            section,
        )
    if old.is_made and not new.is_made:
        yield _finding(
            "promised-notice",
            "The text promised that people are told of changes, and no longer does.",
            words,
            section,
        )
    if old.retroactive_consent and not new.retroactive_consent:
        yield _finding(
            "promised-consent",
            "The text promised to ask for consent before a change reaches data already "
            "collected, and no longer does.",
            words,
            section,
        )


def _before(promise: Promise) -> str:
    match promise.lead_days:
        case 0:
            return "at no set time before"
        case days if days == promise.days:
            return f"{days} day{'' if days == 1 else 's'} before"
        case _:
            return "before"


def _finding(
    subject: str, reason: str, words: tuple[str, str], section: str = ""
) -> Finding:
    return Finding(
        rule="policy-loosened",
        subject=subject,
        section=section,
        category=Category.PROCEDURE,
        direction=Direction.WORSE,
        outcome=Outcome.MATERIAL,
        reason=reason,
        sources=("own-promise",) if subject.startswith("promised") else ("own-policy",),
        before=words[0],
        after=words[1],
    )
