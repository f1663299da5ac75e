"""Whether something was left to be filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.parse.report import Report

_ANYWHERE = (
    r"(?<!\w)(?:TBD|TBC|FIXME|X{3,})(?!\w)"
    r"|(?<!_)_{4,}"
    r"|\?{3,}"
    r"|\{\{[^{}]{1,80}\}\}|\{%[^{}%]{1,80}%\}"
    r"|\b[Ll]orem\s+ipsum\b"
    r"|\[[A-Z]{2,}(?:[ _][A-Z]{2,}){1,5}\]"
)
_IN_BRACKETS = {
    "en": r"(?:insert|enter|add|fill in|choose|your|name of|company|organi[sz]ation|"
    r"date|placeholder|to be|link|e-?mail|address|phone|url)",
    "es": r"(?:insertar|inserte|agregar|agregue|añadir|su|nombre|empresa|fecha|"
    r"por definir|enlace|correo|dirección|teléfono|url)",
}
# In Spanish "TODO" is a word.
_TO_DO = {"en": r"(?<!\w)TODO(?!\w)", "es": r"(?<!\w)TODO(?=\s?[:(])"}


def check_placeholders(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find words that stand for words still to come."""
    yield from _statement(subject)
    for locale, section in subject.files():
        form = placeholder_form(locale)
        report = subject.report(locale, section.id)
        _report(form, section.title, report)
        for passage in subject.passages(locale, section):
            for found in form.finditer(passage.text):
                _add(found, passage.line_at(found.start()), report)
        yield from report.diagnostics


def _statement(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Look into the parts of `statement.yaml` that people read."""
    statement = subject.statement
    report = subject.statement_report()
    for locale, title in statement.title.items():
        _report(placeholder_form(locale), title, report)
    contacts = statement.contacts
    form = placeholder_form(statement.source_locale)
    for words in (
        statement.controller.name,
        *statement.controller.aliases,
        *contacts.address,
        contacts.email or "",
        contacts.telephone or "",
        contacts.web or "",
    ):
        _report(form, words, report)
    yield from report.diagnostics


def placeholder_form(locale: str) -> re.Pattern[str]:
    """Give what finds placeholders in a locale."""
    language = locale.partition("-")[0]
    words = _IN_BRACKETS.get(language, _IN_BRACKETS["en"])
    to_do = _TO_DO.get(language, _TO_DO["en"])
    return re.compile(
        rf"{_ANYWHERE}|{to_do}|[\[<](?i:{words})\b[^\[\]<>@:/]{{0,60}}[\]>]"
    )


def _report(form: re.Pattern[str], words: str, report: Report) -> None:
    for found in form.finditer(words):
        _add(found, None, report)


def _add(found: re.Match[str], line: int | None, report: Report) -> None:
    report.error(
        "placeholder",
        f"{shown(found[0])} stands for words that are still to come",
        line,
        "Write them. A word that is meant literally goes between backquotes.",
    )
