"""Whether dates and version numbers were typed that the program prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.parse.report import Report

_MONTH = r"[^\W\d_]{3,10}\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|[nr]d|th)?\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|[nr]d|th)?,?\s+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\.\d{1,3})?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_MONTH_ONLY = rf"(?:{_MONTH}\s+(?:de\s+|del\s+)?\d{{4}}|\d{{4}}[-/.]\d{{1,2}}|\d{{4}})"
_REVISED = (
    r"(?:(?:this\s+(?:[\w-]+\s+){1,3})?(?:was\s+)?(?:last\s+)?"
    r"(?:revised|updated|amended|modified|changed|reviewed|published|posted)"
    r"(?:\s+date)?(?:\s+on|\s+in)?"
    r"|(?:date\s+of\s+)?(?:the\s+)?(?:last|latest)\s+"
    r"(?:revision|update|change|amendment|modification)(?:\s+date)?(?:\s+on|\s+in)?"
    r"|(?:revision|update)\s+date"
    r"|(?:fecha\s+de\s+(?:la\s+)?)?(?:última\s+)(?:actualización|revisión|modificación)"
    r"|fecha\s+de\s+(?:actualización|revisión|modificación)"
    r"|(?:revisad|actualizad|modificad)[ao](?:\s+por\s+última\s+vez)?(?:\s+el|\s+en)?)"
)
_EFFECTIVE = (
    r"(?:(?:this\s+(?:[\w-]+\s+){1,3}is\s+)?effective(?:\s+date)?"
    r"(?:\s+as\s+of|\s+from|\s+on|\s+since|\s+beginning)?"
    r"|fecha\s+de\s+(?:entrada\s+en\s+)?vig(?:or|encia)"
    r"|(?:vigente|en\s+vigor)(?:\s+desde|\s+a\s+partir)?(?:\s+del?|\s+el)?)"
)
_LINE = re.compile(
    rf"\W{{0,3}}(?:(?P<revised>{_REVISED})|(?P<effective>{_EFFECTIVE})"
    r"|(?P<version>versi(?:on|ón)(?:\s+(?:number|no\.?|número|núm\.?))?))"
    rf"[:\s]*(?P<value>{_DATE}|{_MONTH_ONLY}|v?\d+(?:\.\d+)*)[\s.)*]*",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\W{0,3}version:?\s+v?(?P<value>\d+(?:\.\d+)+)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:was|were|is)\s+last\s+(?:revised|updated|amended|modified|changed)\s+"
    rf"(?:on\s+|in\s+)?(?P<value>{_DATE}|{_MONTH_ONLY})"
    r"|\b(?:revis|actualiz|modific)(?:ó|ad[ao])\s+por\s+última\s+vez\s+(?:el\s+|en\s+)?"
    rf"(?P<valor>{_DATE}|{_MONTH_ONLY})",
    re.IGNORECASE,
)
_WHOLE_DATE = re.compile(_DATE, re.IGNORECASE)
_LONGEST_LINE = 100

_PROMISED = (
    ("version", "year", "month", "day"),
    ("versión", "año", "mes", "día"),
)
"""The words of a promise to make version numbers of dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedVersion:
    """Words that tell the version of the text or one of its dates."""

    words: str
    start: int
    """Where they stand in the passage."""

    value: str
    """The date or the number alone."""

    is_version: bool
    """They tell the version or the day of its revision, not when it takes effect."""

    @property
    def is_date(self) -> bool:
        """Tell whether the value has a year, a month and a day."""
        return _WHOLE_DATE.fullmatch(self.value) is not None


def check_printed_version(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find lines such as "Last revised: October 2021" and "Version 1.8"."""
    for locale in subject.statement.locales:
        promise = _promise(subject, locale)
        for section in subject.written(locale):
            report = subject.report(locale, section.id)
            for passage in subject.passages(locale, section):
                for one in printed_versions(passage.text):
                    _add(one, promise, passage.line_at(one.start), report)
            yield from report.diagnostics


def _promise(subject: CheckedStatement, locale: str) -> str:
    """Find the sentence that promises a version number made of the date."""
    for section in subject.written(locale):
        for passage in subject.passages(locale, section):
            promise = version_promise(passage.text)
            if promise:
                return promise
    return ""


def version_promise(text: str) -> str:
    """Give the sentence that promises a version number made of the date, or nothing."""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        words = set(re.findall(r"\w+", sentence.lower()))
        if any(words.issuperset(promised) for promised in _PROMISED):
            return sentence
    return ""


def printed_versions(text: str) -> Iterator[PrintedVersion]:
    """Find what tells the version or its dates: on a line of its own, or in a sentence.

    >>> [one.value for one in printed_versions("Version 1.8")]
    ['1.8']
    """
    start = 0
    rest: list[str] = []
    for line in text.split("\n"):
        found = _on_a_line(line, start)
        start += len(line) + 1
        if found is None:
            rest.append(line)
        else:
            yield found
            rest.append(" " * len(line))
    for sentence in _SENTENCE.finditer("\n".join(rest)):
        yield PrintedVersion(
            words=" ".join(sentence[0].split()),
            start=sentence.start(),
            value=sentence["value"] or sentence["valor"],
            is_version=True,
        )


def _on_a_line(line: str, start: int) -> PrintedVersion | None:
    whole = _LINE.fullmatch(line) if len(line) <= _LONGEST_LINE else None
    found = whole or _DOTTED.match(line[:_LONGEST_LINE])
    if found is None:
        return None
    return PrintedVersion(
        words=found[0].strip(),
        start=start,
        value=found["value"],
        is_version=whole is None or whole["effective"] is None,
    )


def _add(one: PrintedVersion, promise: str, line: int, report: Report) -> None:
    fault = "is typed by hand, but the program prints the version and its dates"
    if promise and one.is_version and not one.is_date:
        fault = (
            "is no date of year, month and day, which the text promises: "
            f"{shown(promise)}"
        )
    report.warning(
        "version-printed",
        f"{shown(one.words)} {fault}",
        line,
        "Delete it: it would be wrong after the next release.",
    )
