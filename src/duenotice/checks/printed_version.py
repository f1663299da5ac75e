"""Whether dates and version numbers were typed that the program prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.parse.schema import Report

_MONTH = r"[^\W\d_]{3,10}\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
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
_WHOLE_DATE = re.compile(rf"{_DATE}(?:\.\d+)?", re.IGNORECASE)
_LONGEST_LINE = 100

_PROMISED = (
    ("version", "year", "month", "day"),
    ("versión", "año", "mes", "día"),
)
"""The words of a promise to make version numbers of dates."""


def check_printed_version(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find lines such as "Last revised: October 2021" and "Version 1.8"."""
    for locale in subject.statement.locales:
        promise = _promise(subject, locale)
        for section in subject.written(locale):
            report = subject.report(locale, section.id)
            for passage in subject.passages(locale, section):
                for start, words, value, is_version in _printed(passage.text):
                    _add(words, passage.line_at(start), report)
                    if promise and is_version and not _WHOLE_DATE.fullmatch(value):
                        _contradict(words, promise, report)
            yield from report.diagnostics


def _promise(subject: CheckedStatement, locale: str) -> str:
    """Find the sentence that promises a version number made of the date."""
    for section in subject.written(locale):
        for passage in subject.passages(locale, section):
            for sentence in re.split(r"(?<=[.!?])\s+", passage.text):
                words = set(re.findall(r"\w+", sentence.lower()))
                if any(words.issuperset(promised) for promised in _PROMISED):
                    return sentence
    return ""


def _printed(text: str) -> Iterator[tuple[int, str, str, bool]]:
    """Give place, words and value of each, and whether it tells the version."""
    start = 0
    for line in text.split("\n"):
        short = len(line) <= _LONGEST_LINE
        whole = _LINE.fullmatch(line) if short else None
        if whole is not None:
            yield start, line.strip(), whole["value"], whole["effective"] is None
        elif dotted := _DOTTED.match(line[:_LONGEST_LINE]):
            yield start, dotted[0].strip(), dotted["value"], True
        start += len(line) + 1
    for sentence in _SENTENCE.finditer(text):
        words = " ".join(sentence[0].split())
        if _LINE.fullmatch(text[:_LONGEST_LINE].strip()) is None:
            value = sentence["value"] or sentence["valor"]
            yield sentence.start(), words, value, True


def _add(words: str, line: int, report: Report) -> None:
    report.warning(
        "version-printed",
        f"{shown(words)} is typed by hand, but the program prints the version and its "
        "dates",
        line,
        "Delete it: it would be wrong after the next release.",
    )


def _contradict(words: str, promise: str, report: Report) -> None:
    last = report.diagnostics.pop()
    report.warning(
        "version-printed",
        f"{shown(words)} is no date of year, month and day, which the text promises: "
        f"{shown(promise)}",
        last.line,
        last.hint,
    )
