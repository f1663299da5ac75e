"""Whether a notice names the right days, and the choice that people have until one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from duenotice.materiality.levels import Level
from duenotice.notice.days import names_day
from duenotice.notice.days import write_day
from duenotice.notice.sentences import sentences_in
from duenotice.notice.wording import draft_wording
from duenotice.notice.wording import language_of
from duenotice.notice.wording import wording_for

if TYPE_CHECKING:
    from datetime import date

    from duenotice.notice.facts import NoticeFacts
    from duenotice.notice.notice_text import NoticeText
    from duenotice.notice.sentences import Sentence
    from duenotice.parse.report import Report

_NEAR = 2
"""How many sentences a choice and its last day may stand apart."""

_MISSING = {
    Level.L5: (
        "people can say no to the change",
        "Say as well what happens to the information of those who do.",
    ),
    Level.L6: (
        "people are bound only after saying yes",
        "Say as well that nothing changes for those who don't answer.",
    ),
}


def check_days(notice: NoticeText, facts: NoticeFacts, report: Report) -> None:
    """Report a notice that lacks its effective date, or names another one as such."""
    wording = wording_for(language_of(facts.locale))
    if not names_day(notice.text, facts.effective, wording):
        report.error(
            "notice-undated",
            "it doesn't name the day on which the change takes effect",
            None,
            f'Write it out, such as "{_long(facts.effective, facts)}".',
        )
    if wording is None:
        return
    known = _known_days(facts)
    for sentence in sentences_in(notice, facts.locale):
        days = sentence.days
        if days and known.isdisjoint(days) and sentence.speaks_of("effect"):
            report.warning(
                "notice-date-other",
                f'"{_long(days[0], facts)}" stands where a change takes effect; by the '
                f"record this one does on {_long(facts.effective, facts)}",
                sentence.line,
                "Correct the day here, or move the change with `duenotice reschedule`.",
            )


def check_choice(notice: NoticeText, facts: NoticeFacts, report: Report) -> None:
    """Report a notice that keeps back a choice that people have, or its last day."""
    sentences = tuple(sentences_in(notice, facts.locale))
    levels = {facts.asks, *(one.level for one in facts.obligations)}
    for level in sorted(one for one in levels if one is not None):
        word = "consent" if level is Level.L6 else "choice"
        if not _is_offered(word, sentences, facts):
            what, how = _MISSING[level]
            report.error(
                "notice-choice-missing",
                f"{what}, and it doesn't say so together with the last day for it",
                None,
                f'Say how, and by when: "{_long(facts.deadline, facts)}". {how}',
            )


def _is_offered(word: str, sentences: tuple[Sentence, ...], facts: NoticeFacts) -> bool:
    """Tell whether a choice and its last day stand close together."""
    offers = [at for at, one in enumerate(sentences) if one.speaks_of(word)]
    for at, one in enumerate(sentences):
        if _names_last_day(one, facts):
            # That the present version stays in force until then is no choice.
            reach = 0 if one.speaks_of("effect") and at not in offers else _NEAR
            if any(abs(at - offer) <= reach for offer in offers):
                return True
    return False


def _names_last_day(sentence: Sentence, facts: NoticeFacts) -> bool:
    day_after = facts.deadline + timedelta(days=1)
    return sentence.names(facts.deadline) or (
        sentence.names(day_after) and sentence.speaks_of("before")
    )


def _known_days(facts: NoticeFacts) -> frozenset[date]:
    """Give the days that may stand beside words of taking effect."""
    return frozenset(
        {
            facts.effective,
            facts.last_day,
            facts.deadline,
            facts.published,
            facts.version.day,
            *facts.other_days,
        }
    )


def _long(day: date, facts: NoticeFacts) -> str:
    return write_day(day, draft_wording(facts.locale, facts.source_locale))
