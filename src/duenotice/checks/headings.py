"""Whether titles and headings are what the program makes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.model.content import Heading
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.content import Block
    from duenotice.model.statement import Section
    from duenotice.parse.schema import Report

_TITLE_LEVEL = 1
_TYPED_NUMBER = re.compile(
    r"\s*(?:(?:sect(?:ion)?|secci[oó]n)\.?\s+)?"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}[.):]|\d{1,3}(?:\.\d{1,3}){1,4}|\d{1,3}\s+[-–—]|"
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
            _check_title(section, report, is_numbered=section.id in numbers)
            key = " ".join(section.title.casefold().split())
            if key in first_of:
                report.warning(
                    "title-repeated",
                    f"{shown(section.title)} is also the title of the section "
                    f'"{first_of[key]}"',
                    None,
                    "Give each section a title of its own: readers find their way by "
                    "them.",
                )
            first_of.setdefault(key, section.id)
            if not any(one.text.strip() for one in subject.passages(locale, section)):
                report.error(
                    "section-empty",
                    f"the section {shown(section.title)} has no text",
                    None,
                    'Write its text, or delete the file and its entry in "sections".',
                )
            _check_levels(section.blocks, report)
            yield from report.diagnostics


def _check_title(section: Section, report: Report, *, is_numbered: bool) -> None:
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


def _check_levels(blocks: tuple[Block, ...], report: Report) -> None:
    above = _TITLE_LEVEL
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        words = shown(plain_text(block.children))
        if block.level == _TITLE_LEVEL:
            report.error(
                "heading-level",
                f"the heading {words} has the level of a section's title",
                block.line,
                "Headings inside a section start at ##; make it a section of its own "
                "if it is one.",
            )
        elif block.level > above + 1:
            report.warning(
                "heading-skipped",
                f"the heading {words} has level {block.level} and follows level "
                f"{above}",
                block.line,
                f"Write {'#' * (above + 1)}: a level left out misleads those who have "
                "the page read to them.",
            )
        above = block.level
