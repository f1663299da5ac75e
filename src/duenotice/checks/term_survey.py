"""What a text does with each of its terms: where it uses it, and how it writes it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.checks.prose import STRONG_START
from duenotice.checks.prose import Reading
from duenotice.checks.term_definitions import definitions_in
from duenotice.checks.term_words import TermFinder
from duenotice.checks.term_words import shape
from duenotice.checks.term_words import term_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.checks.prose import Passage
    from duenotice.checks.subject import CheckedStatement
    from duenotice.checks.term_definitions import Definition
    from duenotice.checks.term_words import TermKey
    from duenotice.checks.term_words import Use

_SENTENCE_START = re.compile(rf"(?:\A|[.:;!?•–—(\n]\s*)[\"“«'‘{STRONG_START}]*\s*\Z")
_QUOTED = re.compile(rf"[\"“«{STRONG_START}]\Z")
_ADDRESS_BEFORE = ("/", "@", ".", "-")
_ADDRESS_AFTER = re.compile(r"[\w/@.-]{0,40}[/@]|\.\w")
_INDEFINITE = re.compile(
    r"\b(?:an?|any|another|others?|some|un[ao]?s?|otr[ao]s?|alg[uú]n[ao]?s?|cualquier)\s$",
    re.IGNORECASE,
)
"""Before words that are meant in general: "a web site" is any."""

_PRONOUN = re.compile(r"\b(?:I|we|you|they|who)\s+\Z", re.IGNORECASE)
"""What follows is a verb: "we do not track you" is no "Do Not Track"."""

_NEAR = 40
"""How many signs around a use can tell how it is meant."""

# A single noun such as "site" is a term's only where nothing narrows it down:
# "the site." and "our site and", but neither "a site" nor "the site you came from".
_BEFORE_NOUN = {
    "en": re.compile(r"\b(?:the|our|this|these)\s+\Z", re.IGNORECASE),
    "es": re.compile(
        r"\b(?:el|la|los|las|del|al|nuestr[ao]s?|est[ea]|est[ao]s)\s+\Z", re.IGNORECASE
    ),
}
_AFTER_NOUN = {
    "en": re.compile(
        r"\s*[.,;:!?()–—]|\s+(?:and|or|but|so|as|if|when|while|because|unless|until|"
        r"before|after|in|on|at|by|for|to|with|without|through|under|"
        r"is|are|was|were|may|can|will|must|should|would|does|do|has|have|also|only|"
        r"uses?|collects?|allows?|includes?|contains?|keeps?|needs?|offers?|sends?|"
        r"shows?|stores?|works?)\b|\s*\Z"
    ),
    "es": re.compile(
        r"\s*[.,;:!?()–—]|\s+(?:y|e|o|u|pero|como|si|cuando|mientras|porque|hasta|"
        r"en|para|por|con|sin|es|son|fue|puede|pueden|debe|deben|tiene|tienen|"
        r"no|se|la|lo|le|les|también|solo|usan?|incluyen?|permiten?|contienen?|"
        r"funcionan?|guardan?|muestran?|necesitan?|ofrecen?|recopilan?)\b|\s*\Z"
    ),
}


@dataclass(frozen=True, slots=True)
class OtherSpelling:
    """A place where a term is written otherwise than it is defined."""

    section_id: str
    line: int
    words: str


@dataclass(slots=True, kw_only=True)
class SurveyedTerm:
    """A term with everything that was found about it."""

    term: str
    section_id: str | None = None
    """Where it is defined; nothing where statement.yaml lists it."""

    line: int | None = None
    begins_sentence: bool = False
    is_used: bool = False
    """The text has it outside of its definition."""

    as_defined: int = 0
    """How often it is written as it is defined, where that tells anything."""

    others: list[OtherSpelling] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Page:
    """A passage with the definitions in it."""

    section_id: str
    passage: Passage
    definitions: list[Definition]


def survey_terms(subject: CheckedStatement, locale: str) -> list[SurveyedTerm]:
    """Read a locale's own files for the terms they define and those that are listed."""
    pages = list(_pages(subject, locale))
    terms: dict[TermKey, SurveyedTerm] = {}
    for page in pages:
        for one in page.definitions:
            term = SurveyedTerm(
                term=one.term,
                section_id=page.section_id,
                line=page.passage.line_at(one.start),
                begins_sentence=one.begins_sentence,
            )
            terms.setdefault(term_key(one.term), term)
    for name in subject.statement.terms.get(locale, ()):
        terms.setdefault(term_key(name), SurveyedTerm(term=name))
    finder = TermFinder(terms)
    for section in subject.written(locale):
        for use in finder.uses_in(section.title):
            terms[use.key].is_used = True
    for page in pages:
        uses = finder.uses_in(page.passage.text) if terms else ()
        _read(page, uses, locale, terms)
    return list(terms.values())


def _pages(subject: CheckedStatement, locale: str) -> Iterator[_Page]:
    for section in subject.written(locale):
        for passage in subject.passages(locale, section, Reading.MARKED):
            yield _Page(section.id, passage, definitions_in(passage.text, locale))


def _read(
    page: _Page,
    uses: Iterable[Use],
    locale: str,
    terms: Mapping[TermKey, SurveyedTerm],
) -> None:
    """Note what a passage does with the terms."""
    passage = page.passage
    spans: dict[TermKey, list[tuple[int, int]]] = {}
    for one in page.definitions:
        spans.setdefault(term_key(one.term), []).append((one.start, one.end))
    others: set[TermKey] = set()
    for use in uses:
        term = terms[use.key]
        if _is_inside(use, spans.get(use.key, [])):
            continue
        term.is_used = True
        if passage.is_heading:
            continue
        place = _Place(passage.text, use.start, use.end)
        if place.shape == shape(term.term):
            term.as_defined += not place.begins_sentence
        elif use.key not in others and _is_slip(place, term, locale):
            line = passage.line_at(use.start)
            term.others.append(OtherSpelling(page.section_id, line, place.words))
        elif place.shape == ("small",):
            # "Apps that others make": from here on, "the app" may be one of those.
            others.add(use.key)


def _is_inside(use: Use, spans: list[tuple[int, int]]) -> bool:
    """Tell whether a use is the definition itself."""
    at = bisect_right(spans, use.start, key=lambda span: span[0]) - 1
    return at >= 0 and use.start < spans[at][1]


@dataclass(frozen=True, slots=True)
class _Place:
    """The words of a term at one place."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def shape(self) -> tuple[str, ...]:
        return shape(self.words)

    @property
    def before(self) -> str:
        return self.text[max(self.start - _NEAR, 0) : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.end + _NEAR]

    @property
    def begins_sentence(self) -> bool:
        return _SENTENCE_START.search(self.before) is not None

    @property
    def is_literal(self) -> bool:
        """Tell whether the words are quoted, or part of an address."""
        return (
            _QUOTED.search(self.before) is not None
            or self.before.endswith(_ADDRESS_BEFORE)
            or _ADDRESS_AFTER.match(self.after) is not None
        )


def _is_slip(place: _Place, term: SurveyedTerm, locale: str) -> bool:
    """Tell whether other capitals than the definition's are a slip of the pen."""
    own, wanted = place.shape, shape(term.term)
    if _small(place.words) != _small(term.term) or place.is_literal:
        return False
    if set(own) == {"capitals"} or "capitals" in wanted:
        return False
    if own[1:] == wanted[1:] and place.begins_sentence:
        return False
    if len(own) == 1:
        return not term.begins_sentence and _is_bare_noun(place, locale)
    if set(own) == {"small"} and _INDEFINITE.search(place.before):
        return False
    if "small" not in own:
        # Capitals all along and further ones behind are another name.
        return re.match(r"\s+[A-Z]", place.after) is None
    return _PRONOUN.search(place.before) is None


def _is_bare_noun(place: _Place, locale: str) -> bool:
    language = locale.partition("-")[0]
    return (
        place.shape == ("small",)
        and language in _BEFORE_NOUN
        and _BEFORE_NOUN[language].search(place.before) is not None
        and _AFTER_NOUN[language].match(place.after) is not None
    )


def _small(words: str) -> str:
    return " ".join(words.casefold().split())
