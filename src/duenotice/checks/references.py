"""Whether every reference and every link to a section leads to one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.headings import headings_in
from duenotice.checks.prose import OPAQUE
from duenotice.checks.wording import meant
from duenotice.checks.wording import shown
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Reference
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines
from duenotice.parse.phrases import phrases_for
from duenotice.parse.scalars import ID_FORM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.content import Inline
    from duenotice.model.content import Line
    from duenotice.parse.report import Report

_WORD_BEFORE = re.compile(r"\b(\w+)\s+\Z")
_RANGE = re.compile(rf"({ID_FORM})\.\.({ID_FORM})", re.ASCII)
_MOST_SUGGESTIONS = 20
"""A suggestion takes time; a file with more faults than this needs other help."""


def check_references(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Check every `[](#id)`, `[#](#id)`, range and `[words](#id)`."""
    known = subject.known_ids
    numbers = subject.statement.numbers()
    places = {one: at for at, one in enumerate(subject.statement.section_ids)}
    headings = dict(_inner_headings(subject))
    for locale, section in subject.files():
        report = subject.report(locale, section.id)
        phrases = phrases_for(locale)
        words = frozenset(
            phrase.split()[0] for phrase in (phrases.numbered, phrases.numbers)
        )
        checker = _ReferenceChecker(
            section.id, known, numbers, places, headings, words, report
        )
        for line in walk_lines(section.blocks):
            checker.check_line(line)
        yield from report.diagnostics


def _inner_headings(subject: CheckedStatement) -> Iterator[tuple[str, str]]:
    for _, section in subject.files():
        for heading in headings_in(section):
            yield _letters(plain_text(heading.children)), section.id


@dataclass(frozen=True, slots=True)
class _ReferenceChecker:
    """Checks the references of one file."""

    section_id: str
    known: frozenset[str]
    numbers: dict[str, int]
    places: dict[str, int]
    headings: Mapping[str, str]
    """Headings inside sections by their letters, and the section of each."""
    section_words: frozenset[str]
    """What the locale's references begin with."""
    report: Report

    def check_line(self, line: Line) -> None:
        """Check one stretch of text."""
        number = line.number
        before = ""
        for inline in walk_inlines(line.inlines):
            match inline:
                case LineBreak():
                    number += 1
                case Reference():
                    self._check_reference(inline, number)
                    self._check_doubling(inline, before, number)
                case Link(target=target) if target.startswith("#"):
                    self._check_link(inline, number)
                case _:
                    pass
            before = _tail(before, inline)

    def _check_reference(self, reference: Reference, line: int) -> None:
        ends = [reference.first]
        if reference.last is not None:
            ends.append(reference.last)
        unknown = [one for one in ends if one not in self.known]
        for one in unknown:
            self._unknown(_written(reference), one, line)
        if self.section_id in ends and reference.last is None:
            self.report.warning(
                "reference-self",
                f"{shown(_written(reference))} refers to the section it stands in",
                line,
                'Say "this section", or name the section that is meant.',
            )
        if not unknown and reference.last is not None:
            self._check_range(reference, reference.last, line)
        elif not unknown and reference.number_only and reference.first in self.places:
            self._check_number(reference, line)

    def _check_number(self, reference: Reference, line: int) -> None:
        if reference.first not in self.numbers:
            self.report.error(
                "reference-unnumbered",
                f"{shown(_written(reference))} asks for the number of a section that "
                "has none",
                line,
                f"Write [](#{reference.first}) for its title, or move the section "
                "into a numbered group.",
            )

    def _check_range(self, reference: Reference, last: str, line: int) -> None:
        first = reference.first
        if reference.number_only:
            self.report.error(
                "reference-range",
                f"{shown(_written(reference))} asks for the bare number of a range",
                line,
                f"Write [](#{first}..{last}), or [#](#{first}) and [#](#{last}) with "
                "words between them.",
            )
        elif self.places.get(first, 0) >= self.places.get(last, 1):
            advice = f"Write [](#{last}..{first})."
            if first == last:
                advice = f"Write [](#{first}) for one section."
            self.report.error(
                "reference-range",
                f"{shown(_written(reference))} ends before it begins"
                if first != last
                else f"{shown(_written(reference))} is a range of one section",
                line,
                advice,
            )
        elif (first in self.numbers) != (last in self.numbers):
            self.report.warning(
                "reference-mixed",
                f"{shown(_written(reference))} goes from a numbered section to one "
                "without a number, so it is printed with titles",
                line,
                "Begin and end the range at numbered sections.",
            )

    def _check_doubling(self, reference: Reference, before: str, line: int) -> None:
        """Find "section [](#id)", which prints "section section 2, …"."""
        word = _WORD_BEFORE.search(before)
        if word is None or reference.number_only:
            return
        if reference.last is None and reference.first not in self.numbers:
            return
        if word[1].lower() in self.section_words:
            self.report.warning(
                "reference-doubled",
                f"{shown(f'{word[1]} {_written(reference)}')} prints the word "
                f'"{word[1]}" twice',
                line,
                "Leave the word out, or write [#](#…) for the bare number.",
            )

    def _check_link(self, link: Link, line: int) -> None:
        target = link.target.removeprefix("#")
        if target not in self.known:
            self._unknown(f"[{plain_text(link.children)}]({link.target})", target, line)
        elif target == self.section_id:
            self.report.warning(
                "reference-self",
                f"the link {shown(plain_text(link.children))} leads to the section it "
                "stands in",
                line,
                'Say "this section", or name the section that is meant.',
            )

    def _unknown(self, written: str, section_id: str, line: int) -> None:
        names = self.known if self._may_suggest() else frozenset()
        advice = meant(section_id, names)
        home = self.headings.get(_letters(section_id))
        if home is not None:
            advice = (
                f'It is a heading in the section "{home}", and headings have no '
                "address: name the section, or make it one. "
            )
        if _RANGE.fullmatch(section_id):
            advice = f"For a range write [](#{section_id}), without words. "
        self.report.error(
            "reference-unknown",
            f'{shown(written)} names the section "{section_id[:70]}", which doesn\'t '
            "exist",
            line,
            f'{advice}An id is the name of a section\'s file without ".md".',
        )

    def _may_suggest(self) -> bool:
        return len(self.report.diagnostics) < _MOST_SUGGESTIONS


def _letters(words: str) -> str:
    """Give what a heading and an address made of it have in common."""
    return "".join(re.findall(r"\w", words.casefold()))


def _tail(before: str, inline: Inline) -> str:
    """Give the last words before the next inline."""
    match inline:
        case Text(text):
            return (before + text)[-20:]
        case LineBreak():
            return f"{before[-20:]} "
        case Link() | Reference():
            return OPAQUE
        case _:
            return before


def _written(reference: Reference) -> str:
    until = "" if reference.last is None else f"..{reference.last}"
    return f"[{'#' if reference.number_only else ''}](#{reference.first}{until})"
