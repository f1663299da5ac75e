"""Whether titles and headings are what the program makes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.model.content import Heading
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Section
    from duenotice.parse.report import Report

_TITLE_LEVEL = 1
_TYPED_NUMBER = re.compile(
    r"\s*(?:(?:sect(?:ion)?|secci[oó]n)\.?\s+)?"
    r"(?:(?P<whole>\d{1,3})[.):]|\d{1,3}(?:\.\d{1,3}){1,4}[.):]?|\d{1,3}\s+[-–—]|"
    r"\(\d{1,3}\)|[IVX]{1,6}[.)]|[A-Za-z]\))\s",
    re.IGNORECASE,
)


def check_headings(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Check the titles of sections and the headings inside them."""
    numbers = subject.statement.numbers()
    for locale in subject.statement.locales:
        first_of: dict[str, str] = {}
        for section in subject.written(locale):
            report = subject.report(locale, section.id)
            _check_number(section, report, is_numbered=section.id in numbers)
            _check_repetition(section, first_of, report)
            if not any(one.text.strip() for one in subject.passages(locale, section)):
                report.error(
                    "section-empty",
                    f"the section {shown(section.title)} has no text",
                    None,
                    'Write its text, or delete the file and its entry in "sections".',
                )
            _check_levels(headings_in(section), report)
            yield from report.diagnostics


def headings_in(section: Section) -> Iterator[Heading]:
    """Give the headings inside a section."""
    return (block for block in section.blocks if isinstance(block, Heading))


def typed_numbers(sections: Iterable[Section]) -> frozenset[int]:
    """Give the numbers that authors typed into titles and headings.

    >>> from duenotice.model.statement import Section
    >>> typed_numbers([Section(id="cookies", title="3. Cookies", blocks=())])
    frozenset({3})
    """
    found = (
        _TYPED_NUMBER.match(words)
        for section in sections
        for words in (
            section.title,
            *(plain_text(one.children) for one in headings_in(section)),
        )
    )
    return frozenset(int(one["whole"]) for one in found if one and one["whole"])


def _check_number(section: Section, report: Report, *, is_numbered: bool) -> None:
    number = _TYPED_NUMBER.match(section.title)
    if number is None:
        return
    rest = section.title[number.end() :]
    advice = (
        "the program gives the number"
        if is_numbered
        else 'put the section into a "numbered" group if it is to have one'
    )
    report.warning(
        "title-numbered",
        f"the title {shown(section.title)} has a number typed by hand",
        None,
        f"Write {shown(rest)}; {advice}.",
    )


def _check_repetition(
    section: Section, first_of: dict[str, str], report: Report
) -> None:
    key = " ".join(section.title.casefold().split())
    first = first_of.setdefault(key, section.id)
    if first != section.id:
        report.warning(
            "title-repeated",
            f'{shown(section.title)} is also the title of the section "{first}"',
            None,
            "Give each section a title of its own: readers find their way by them.",
        )


def _check_levels(headings: Iterable[Heading], report: Report) -> None:
    above = _TITLE_LEVEL
    for heading in headings:
        words = shown(plain_text(heading.children))
        wanted = "#" * (above + 1)
        if heading.level == _TITLE_LEVEL:
            report.error(
                "heading-level",
                f"the heading {words} has the level of a section's title",
                heading.line,
                "Write ##, or make it a section of its own: a file of its own, with "
                "these words as its title.",
            )
        elif heading.level > above + 1:
            report.warning(
                "heading-skipped",
                f"the heading {words} is written with {'#' * heading.level}, but has "
                f"no heading with {wanted} above it",
                heading.line,
                f"Write {wanted}: a level left out misleads those who have the page "
                "read to them.",
            )
        above = heading.level
