"""Whether the text has the clauses that its profiles ask for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.checks.demands import asked_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic

_CHILD = {
    "en": re.compile(
        r"\b(?:child(?:ren)?|minors?|teen(?:ager)?s?|kids|COPPA)\b|\bunder\s+(?:the\s+"
        r"age\s+of\s+)?(?:1[3-8]|thirteen|sixteen|eighteen)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:niñ[oa]s?|menor(?:es)?\s+de|menores|adolescentes?)\b", re.IGNORECASE
    ),
}
_ABOUT_CHILDREN = {
    "en": re.compile(
        r"\b(?:knowing(?:ly)?|intended|directed|meant|designed|aimed|collect\w*|"
        r"gather\w*|solicit\w*|consent|permission|age|under|younger)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:a\s+sabiendas|dirigid[oa]s?|destinad[oa]s?|pensad[oa]s?|recopil\w+|"
        r"recog\w+|recab\w+|consentimiento|permiso|autorización|edad|años)\b",
        re.IGNORECASE,
    ),
}
_TRACKING = {
    "en": re.compile(
        r"\bdo[\s-]{1,2}not[\s-]{1,2}track\b|\bDNT\b|\bglobal\s+privacy\s+control\b|"
        r"\bGPC\b|\b(?:opt-?out|preference|privacy|tracking)\s+(?:preference\s+)?"
        r"signals?\b|\bbrowser\s+signals?\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\bdo[\s-]{1,2}not[\s-]{1,2}track\b|\bDNT\b|\bglobal\s+privacy\s+control\b|"
        r"\bGPC\b|\bcontrol\s+(?:global\s+de\s+(?:la\s+)?privacidad|de\s+privacidad\s+"
        r"global)\b|\bno\s+(?:rastrear|seguir|rastreo|seguimiento)\b|\bseñal(?:es)?\s"
        r".{0,60}\b(?:rastre|seguimiento|exclusión|privacidad)",
        re.IGNORECASE | re.DOTALL,
    ),
}


def check_demanded_clauses(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Look for a children's clause and for an answer to do-not-track signals.

    The source is read alone: whether a translation follows it is another question.
    """
    language = subject.statement.source_locale.partition("-")[0]
    if language not in _CHILD or subject.unreadable or not subject.source:
        return
    report = subject.statement_report()
    child, about = _CHILD[language], _ABOUT_CHILDREN[language]
    texts = list(_texts(subject))
    if subject.demands.children_clause and not any(
        child.search(text) and about.search(text) for text in texts
    ):
        report.warning(
            "children-clause-missing",
            "the text doesn't say what holds for children, which a profile asks for",
            None,
            "Say whether the service is meant for children, from which age on, and "
            "what is done with data about younger ones."
            f"{asked_by(subject.demands.children_clause)}",
        )
    tracking = _TRACKING[language]
    if subject.demands.tracking_answer and not any(map(tracking.search, texts)):
        report.warning(
            "tracking-answer-missing",
            "the text doesn't say how do-not-track signals are answered, which a "
            "profile asks for",
            None,
            "Say what is done when a browser sends such a signal; that it is not "
            f"followed is an answer too.{asked_by(subject.demands.tracking_answer)}",
        )
    yield from report.diagnostics


def _texts(subject: CheckedStatement) -> Iterator[str]:
    """Give the passages, each below the title of its section."""
    locale = subject.statement.source_locale
    for section in subject.written(locale):
        for passage in subject.passages(locale, section):
            yield f"{section.title}\n{passage.text}"
