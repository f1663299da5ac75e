"""Whether what is written like a term is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.prose import STRONG_END
from duenotice.checks.prose import STRONG_START
from duenotice.checks.prose import Reading
from duenotice.checks.term_definitions import written_definitions
from duenotice.checks.term_words import TYPICAL_TERMS
from duenotice.checks.term_words import TermFinder
from duenotice.checks.term_words import term_key
from duenotice.checks.wording import shown
from duenotice.checks.wording import times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.prose import Passage
    from duenotice.checks.subject import CheckedStatement
    from duenotice.checks.term_words import TermKey
    from duenotice.diagnostics import Diagnostic

_LEAST = 2
"""One capital may be a slip; two are a term."""

_NAME = r"[A-ZÁÉÍÓÚÑ]\w{2,20}"
_MENTIONS = {
    "en": re.compile(
        rf"\b(?:the|our|this|these|any|all|The|Our|This)\s+(?P<term>{_NAME})"
        r"(?!\w|-|\s+(?:of\s+|for\s+|and\s+)?[A-Z]|\.\w)"
    ),
    "es": re.compile(
        r"\b(?:el|la|los|las|del|al|nuestr[ao]s?|est[eao]s?|El|La|Los|Las)\s+"
        rf"(?P<term>{_NAME})(?!\w|-|\s+(?:de\s+|del\s+|y\s+|para\s+)?[A-Z]|\.\w)"
    ),
}
_QUOTED = re.compile(
    rf"[\"“«{STRONG_START}](?:[Tt]he\s+|[Oo]ur\s+|[Ee]l\s+|[Ll]a\s+)?(?P<term>{_NAME})"
    rf"[,.]?[\"”»{STRONG_END}]"
)


@dataclass(slots=True)
class _Mentions:
    """Where a word stands like a term."""

    word: str
    section_id: str
    line: int
    count: int = 0


def check_undefined_terms(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find typical terms, such as "the Site", that are defined nowhere."""
    for locale in subject.statement.locales:
        if locale.partition("-")[0] in _MENTIONS and subject.is_complete(locale):
            yield from _undefined(subject, locale)


def _undefined(subject: CheckedStatement, locale: str) -> Iterator[Diagnostic]:
    known = _known(subject, locale)
    # "the Member services" is no mention of "Member" where the two are a term.
    longer_terms = TermFinder(key for key in known if len(key) > 1)
    found: dict[TermKey, _Mentions] = {}
    for section in subject.written(locale):
        for passage in subject.passages(locale, section, Reading.MARKED):
            known |= {term_key(one["term"]) for one in _QUOTED.finditer(passage.text)}
            for start, word in _mentions(passage, locale, longer_terms):
                line = passage.line_at(start)
                first = found.setdefault(
                    term_key(word), _Mentions(word, section.id, line)
                )
                first.count += 1
    for key, one in found.items():
        if key not in known and one.count >= _LEAST:
            yield from _report(subject, locale, one)


def _mentions(
    passage: Passage, locale: str, longer_terms: TermFinder
) -> Iterator[tuple[int, str]]:
    """Find what stands like a term in a passage: its place and the word."""
    language = locale.partition("-")[0]
    if passage.is_heading:
        return
    taken = {use.start for use in longer_terms.uses_in(passage.text)}
    for mention in _MENTIONS[language].finditer(passage.text):
        start = mention.start("term")
        is_typical = term_key(mention["term"]) in TYPICAL_TERMS[language]
        if is_typical and start not in taken:
            yield start, mention["term"]


def _known(subject: CheckedStatement, locale: str) -> set[TermKey]:
    statement = subject.statement
    controller = statement.controller
    known = {term_key(one.term) for _, _, one in written_definitions(subject, locale)}
    known |= {term_key(name) for name in statement.terms.get(locale, ())}
    return known | {term_key(name) for name in (controller.name, *controller.aliases)}


def _report(
    subject: CheckedStatement, locale: str, one: _Mentions
) -> Iterator[Diagnostic]:
    report = subject.report(locale, one.section_id)
    report.warning(
        "term-undefined",
        f"{shown(one.word)} is written like a defined term, {times(one.count)}, but is "
        "defined nowhere",
        one.line,
        f"Define it where it comes first: … (the **{one.word}**); or list it under "
        '"terms" in statement.yaml; or write it small.',
    )
    yield from report.diagnostics
