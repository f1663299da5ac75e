"""Whether a notice speaks of something that did not change."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.materiality.quantities import Quantity
from duenotice.materiality.quantities import quantities_in
from duenotice.notice.notice_text import letters
from duenotice.notice.vocabulary import Vocabulary
from duenotice.notice.wording import draft_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.prose import Passage
    from duenotice.notice.facts import NoticeFacts
    from duenotice.notice.notice_text import NoticeText
    from duenotice.parse.report import Report

_ALIKE = 0.6
"""How much of a quotation's words a change must have to be what is quoted."""

_PARTS = (1, 7, 12)
"""What an amount's number may be counted in: weeks are days, years are months."""


def check_stray(notice: NoticeText, facts: NoticeFacts, report: Report) -> None:
    """Report quotations, sections and amounts that no change has."""
    _check_quotations(notice, facts, report)
    _check_headings(notice, facts, report)
    _check_amounts(notice, facts, report)


def _check_quotations(notice: NoticeText, facts: NoticeFacts, report: Report) -> None:
    words = changed_words(facts)
    whole = [letters(one) for one in words]
    vocabulary = Vocabulary(facts.locale)
    terms = [frozenset(vocabulary.terms(one)) for one in words]
    for quotation in notice.quotations:
        told = letters(quotation.text)
        own = frozenset(vocabulary.terms(quotation.text))
        if not told or any(told in one for one in whole):
            continue
        if own and any(len(own & one) >= _ALIKE * len(own) for one in terms):
            continue
        report.warning(
            "notice-stray",
            f"it quotes {shown(quotation.text)}, and no change has these words",
            quotation.line,
            "Quote the words of the statement as they were or as they will be.",
        )


def _check_headings(notice: NoticeText, facts: NoticeFacts, report: Report) -> None:
    titles = {letters(one): one for one in facts.unchanged}
    for passage in notice.own_passages:
        told = letters(passage.text).lstrip("0123456789")
        if passage.is_heading and told in titles:
            report.warning(
                "notice-stray",
                f"it has a heading for {shown(titles[told])}, a section in which "
                "nothing changes",
                passage.line,
                "Take that part out, or put it under the section that changes.",
            )


def _check_amounts(notice: NoticeText, facts: NoticeFacts, report: Report) -> None:
    text = "\n".join(changed_words(facts))
    known = set(quantities_in(text))
    numbers = {one for one in Vocabulary(facts.locale).terms(text) if one.isdecimal()}
    for passage in _of_changes(notice, facts):
        for amount in quantities_in(passage.text):
            if amount in known or amount in _between(known):
                continue
            if any(str(amount.value / part) in _decimals(numbers) for part in _PARTS):
                continue
            report.warning(
                "notice-stray",
                f"it speaks of {_amount(amount)}, and no change has this amount",
                passage.line,
                "Compare it with the words of the statement.",
            )


def changed_words(facts: NoticeFacts) -> tuple[str, ...]:
    """Give all words of which a notice may speak."""
    told = (side for one in facts.findings for side in one.sides)
    return (*told, *(one for one in facts.other_words if one.strip()))


def _of_changes(notice: NoticeText, facts: NoticeFacts) -> Iterator[Passage]:
    """Give the passages up to the part about what people can do.

    That one has its own amounts, such as how soon questions are answered.
    """
    wording = draft_wording(facts.locale, facts.source_locale)
    ends = {letters(wording.passages[key][0]) for key in ("choices", "questions")}
    for passage in notice.own_passages:
        if passage.is_heading and letters(passage.text) in ends:
            return
        yield passage


def _between(amounts: set[Quantity]) -> frozenset[Quantity]:
    """Give by how much amounts differ: five months longer than before."""
    return frozenset(
        Quantity(abs(one.value - other.value), one.unit)
        for one, other in combinations(sorted(amounts), 2)
        if one.unit == other.unit
    )


def _decimals(numbers: set[str]) -> frozenset[str]:
    return frozenset(str(float(one)) for one in numbers)


def _amount(amount: Quantity) -> str:
    return f"{amount.value} {amount.unit}{'' if amount.value == 1 else 's'}"
