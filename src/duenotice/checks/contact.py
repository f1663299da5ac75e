"""Whether people can reach whoever is responsible."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.model.content import Link
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Section

_DIRECT = re.compile(r"(?:mailto|tel|sms):.", re.IGNORECASE)
_WRITTEN = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?<!\d)\+?\d(?:[\s().-]{0,3}\d){8,14}(?!\d)"
)
_CONTACT = re.compile(
    r"\b(?:contacts?|contacting|reach\s+us|write\s+to\s+us|questions|complaints|"
    r"contactos?|contactar(?:nos)?|comunicarse|preguntas|consultas)\b",
    re.IGNORECASE,
)


def check_contact(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Look for an address, a number or a form, in the settings and in the text."""
    contacts = subject.statement.contacts
    in_settings = contacts.email or contacts.telephone or contacts.address
    if in_settings or contacts.web or not subject.source:
        return
    unread = {locale for locale, _ in subject.unreadable}
    if subject.statement.source_locale in unread or any(
        _has_contact(subject, section) for section in subject.source.values()
    ):
        return
    report = subject.statement_report()
    report.warning(
        "contact-missing",
        "neither the settings nor the text say how people reach "
        f'"{subject.statement.controller.name}"',
        None,
        'Add "contacts" with an email address, a telephone number or a postal address.',
    )
    yield from report.diagnostics


def _has_contact(subject: CheckedStatement, section: Section) -> bool:
    # A postal address has no form of its own, so a section about contact is trusted.
    if _CONTACT.search(section.title):
        return True
    texts = subject.passages(subject.statement.source_locale, section)
    return any(_WRITTEN.search(one.text) for one in texts) or any(
        isinstance(inline, Link) and _DIRECT.match(inline.target)
        for line in walk_lines(section.blocks)
        for inline in walk_inlines(line.inlines)
    )
