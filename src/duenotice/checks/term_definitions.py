"""Where the text defines its terms.

These are definitions, in English and likewise in Spanish:

    our pages at www.example.org (the **Website**), and both (together, the **Site**)
    Alder Valley Health Plan ("Alder Valley")
    **Personal information** means facts that point to you.
    They are referred to together as the "Site".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.prose import OPAQUE
from duenotice.checks.prose import STRONG_END
from duenotice.checks.prose import STRONG_START
from duenotice.checks.prose import Reading
from duenotice.checks.prose import passages
from duenotice.checks.term_words import TYPICAL_TERMS
from duenotice.checks.term_words import term_key
from duenotice.checks.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.prose import Passage
    from duenotice.checks.subject import CheckedStatement
    from duenotice.checks.term_words import TermKey
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Section
    from duenotice.model.statement import StatementText


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinedTerm:
    """A term and the place of its definition."""

    term: str
    section_id: str
    line: int


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition inside one passage."""

    term: str
    start: int
    end: int
    begins_sentence: bool = False
    """So its first capital may be the sentence's."""


def defined_terms(text: StatementText) -> tuple[DefinedTerm, ...]:
    """Find the terms that a text defines, in reading order."""
    return tuple(
        DefinedTerm(
            term=one.term,
            section_id=placed.section.id,
            line=passage.line_at(one.start),
        )
        for placed in text.sections
        for passage in passages(placed.section.blocks, Reading.MARKED)
        for one in definitions_in(passage.text, placed.locale)
    )


def check_term_definitions(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find terms that are defined in two places."""
    for locale in subject.statement.locales:
        places: dict[TermKey, str] = {}
        for section, passage, one in written_definitions(subject, locale):
            report = subject.report(locale, section.id)
            line = passage.line_at(one.start)
            place = f"{report.path}:{line}"
            first = places.setdefault(term_key(one.term), place)
            if first != place:
                report.warning(
                    "term-repeated",
                    f"the term {shown(one.term)} is defined here and at {first}",
                    line,
                    "Define it once, where it comes first.",
                )
                yield from report.diagnostics


def written_definitions(
    subject: CheckedStatement, locale: str
) -> Iterator[tuple[Section, Passage, Definition]]:
    """Find the definitions in a locale's own files, in reading order."""
    for section in subject.written(locale):
        for passage in subject.passages(locale, section, Reading.MARKED):
            for one in definitions_in(passage.text, locale):
                yield section, passage, one


_OPEN, _CLOSE = f'"“”«{STRONG_START}', f'"“”»{STRONG_END}'
_MARKED = re.compile(
    rf"[{_OPEN}]{{1,3}}(?P<term>[^{_OPEN}{_CLOSE}()]{{1,60}}?)[,.]?"
    rf"[{_CLOSE}][,.]?[{_CLOSE}]{{0,2}}"
)
_PARENTHESIS = re.compile(r"\(([^()]{2,240})\)")
_WITH_ARTICLE = re.compile(r"(?:\w+,?\s+){0,3}?(?:the|el|la|los|las)\s+(.+)")
_TERM_WORD = rf"[^\W_][^\s{_OPEN}{_CLOSE}{OPAQUE}/]*"
_TERM = re.compile(rf"{_TERM_WORD}(?:\s+{_TERM_WORD}){{0,5}}")
_PLAIN = r"[A-Z][\w-]*(?:\s+[\w-]+){0,2}"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLES = _words("the an")
_PRONOUNS = _words(
    "we us our ours you your i me it they nosotros nosotras nos usted ustedes tú"
)


@dataclass(frozen=True, slots=True)
class _Language:
    """How a language defines terms."""

    around: frozenset[str]
    """What may stand beside the term in its parentheses."""

    articles: frozenset[str]
    means: re.Pattern[str]
    """Follows a term at the start of a sentence."""

    named: re.Pattern[str]
    """Comes before a term outside of parentheses."""

    plain: re.Pattern[str]
    """A term without quotes: where `means` follows at the start of a paragraph."""


_LANGUAGES = {
    "en": _Language(
        _words(
            "together collectively jointly each individually hereinafter hereafter in "
            "this these or and below a an the our as to referred called "
            "simply short for it all"
        ),
        frozenset({"the", "our", "an", "a", "each"}),
        re.compile(
            r"\s+(?:means?|refers?\s+to|has\s+the\s+(?:same\s+)?meaning|includes?|"
            r"(?:is|are)\s+(?:an?|any|the|all|information|data|facts))\b"
        ),
        re.compile(
            r"\b(?:refer(?:red)?\s+to|call(?:ed)?)\b[^.;:()]{0,80}?\s"
            r"(?:(?:as\s+)(?:the\s+|our\s+)?|(?:it|them|this|these)\s+(?:the\s+|our\s+)?)"
            rf"(?=[{_OPEN}])"
        ),
        re.compile(
            rf"(?!(?:This|That|These|It|Which|What|Opting|No)\b)(?P<term>{_PLAIN})"
            r"\s+means\s+(?!that\b)"
        ),
    ),
    "es": _Language(
        _words(
            "en conjunto conjuntamente colectivamente juntos juntas cada uno una o y u "
            "e el la los las un adelante lo sucesivo nuestro nuestra denominado "
            "denominada denominados denominadas ambos ambas todo todos"
        ),
        frozenset({"el", "la", "los", "las", "nuestro", "nuestra", "un", "una"}),
        re.compile(
            r"\s+(?:signific(?:a|an)|se\s+refieren?\s+a|quieren?\s+decir|incluyen?|"
            r"(?:es|son)\s+(?:una?|el|la|los|las|toda))\b"
        ),
        re.compile(
            r"\b(?:denomina(?:d[ao]s?|mos|n)?|llama(?:d[ao]s?|mos|n)?)\b[^.;:()]{0,80}?"
            rf"\s(?:como\s+)?(?:el\s+|la\s+|los\s+|las\s+)?(?=[{_OPEN}])"
        ),
        re.compile(
            rf"(?!(?:Esto|Eso|Que|Lo)\b)(?P<term>{_PLAIN})\s+significa\s+(?!que\b)"
        ),
    ),
}


def definitions_in(text: str, locale: str) -> list[Definition]:
    """Find the definitions in a passage whose important words are marked."""
    language = _LANGUAGES.get(locale.partition("-")[0])
    if language is None:
        return []
    found = [
        *_in_parentheses(text, language, locale),
        *_at_sentence_start(text, language),
        *_after_named(text, language),
    ]
    return list(_without_overlaps(sorted(found, key=lambda one: one.start)))


def _without_overlaps(found: list[Definition]) -> Iterator[Definition]:
    """Leave out what another form of the same definition has found already."""
    ends: dict[TermKey, int] = {}
    for one in found:
        key = term_key(one.term)
        if one.start >= ends.get(key, 0):
            yield one
        ends[key] = one.end


def _in_parentheses(
    text: str, language: _Language, locale: str
) -> Iterator[Definition]:
    typical = TYPICAL_TERMS[locale.partition("-")[0]]
    for parenthesis in _PARENTHESIS.finditer(text):
        plain = _WITH_ARTICLE.fullmatch(parenthesis[1])
        if plain and plain[1][0].isupper() and term_key(plain[1]) in typical:
            yield Definition(plain[1], *parenthesis.span())
            continue
        for term in _marked_terms(parenthesis[1], language):
            yield Definition(term, *parenthesis.span())


def _marked_terms(inside: str, language: _Language) -> Iterator[str]:
    """Give the terms in parentheses that hold nothing else of weight."""
    beside = [word.lower() for word in re.findall(r"\w+", _MARKED.sub(" ", inside))]
    if not language.around.issuperset(beside):
        return
    has_article = not language.articles.isdisjoint(beside)
    for marked in _MARKED.finditer(inside):
        term = _clean(marked["term"])
        if _is_term(term, may_be_lower=has_article and STRONG_START in marked[0]):
            yield term


def _at_sentence_start(text: str, language: _Language) -> Iterator[Definition]:
    for marked in _MARKED.finditer(text):
        before = text[max(marked.start() - 4, 0) : marked.start()]
        if not re.search(
            r"(?:\A|[.:;!?\n]\s{0,2})(?:The\s|An?\s|La\s|El\s)?\Z", before
        ):
            continue
        verb = language.means.match(text, marked.end())
        term = _clean(marked["term"])
        if verb is not None and _is_term(term, may_be_lower=False):
            yield Definition(term, marked.start(), verb.end(), begins_sentence=True)
    plain = language.plain.match(text)
    if plain is not None:
        yield Definition(
            _clean(plain["term"]), plain.start(), plain.end(), begins_sentence=True
        )


def _after_named(text: str, language: _Language) -> Iterator[Definition]:
    for lead in language.named.finditer(text):
        marked = _MARKED.match(text, lead.end())
        if marked is not None and _is_term(_clean(marked["term"]), may_be_lower=False):
            yield Definition(_clean(marked["term"]), lead.start(), marked.end())


def _clean(term: str) -> str:
    words = " ".join(term.split()).strip(" ,.;:*_")
    return re.sub(r"^(?:[Tt]he|[Ee]l|[Ll]as?|[Ll]os)\s+(?=\w)", "", words)


def _is_term(term: str, *, may_be_lower: bool) -> bool:
    if _TERM.fullmatch(term) is None or term.lower() in _PRONOUNS:
        return False
    if not _ARTICLES.isdisjoint(term.lower().split()):
        return False  # "FAO the privacy officer" is a line to write on a letter.
    return may_be_lower or any(sign.isupper() for sign in term[:2])
