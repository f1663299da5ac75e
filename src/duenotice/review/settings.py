"""What a change of the settings means that no sentence tells.

Who is responsible, how to reach them, and which language counts stand in
`statement.yaml`; a person has to look where one of them is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.model.statement import Contacts
    from duenotice.model.statement import Statement


def setting_findings(old: Statement, new: Statement) -> Iterator[Finding]:
    """Give a finding for each of these settings that is another now."""
    if old.controller.name != new.controller.name:
        yield _finding(
            "controller",
            Category.CONTROLLER,
            "Another name stands for who is responsible: is it the same legal person?",
            (old.controller.name, new.controller.name),
        )
    yield from _contacts(_ways(old.contacts), _ways(new.contacts))
    if old.source_locale != new.source_locale:
        yield _finding(
            "source-locale",
            Category.OTHER,
            "The language that the text is written in is another.",
            (old.source_locale, new.source_locale),
        )
    if old.prevailing_locale != new.prevailing_locale:
        yield _finding(
            "prevailing-locale",
            Category.OTHER,
            "Another language counts where translations differ.",
            (old.prevailing_locale, new.prevailing_locale),
        )


def _contacts(old: dict[str, str], new: dict[str, str]) -> Iterator[Finding]:
    """Give the ways to reach the controller that are gone or lead elsewhere."""
    for subject, was in old.items():
        now = new[subject]
        if was and was != now:
            reason = (
                f"The {subject} that people reach the controller by is another."
                if now
                else f"People can no longer reach the controller by its {subject}."
            )
            yield _finding(subject, Category.CONTACT, reason, (was, now))


def _ways(contacts: Contacts) -> dict[str, str]:
    return {
        "email": contacts.email or "",
        "telephone": contacts.telephone or "",
        "address": ", ".join(contacts.address),
        "website": contacts.web or "",
    }


def _finding(
    subject: str, category: Category, reason: str, words: tuple[str, str]
) -> Finding:
    return Finding(
        rule="settings",
        subject=subject,
        section="",
        category=category,
        direction=Direction.UNCLEAR,
        outcome=Outcome.NEEDS_REVIEW,
        reason=reason,
        before=words[0],
        after=words[1],
    )
