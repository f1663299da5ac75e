"""Words as rules see them: without spelling variants, forms and typography."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

import snowballstemmer

from duenotice.parse.number_words import in_digits

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_URL = re.compile(r"(?:https?://|www\.)(?:www\.)?([\w-]+)[^\s<>()]*")
_TWICE = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)?\s*\((\d+)\)")
_LANGUAGES = {"en": "english", "es": "spanish"}
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W_]+(?:['\u2019][^\W_]+)*")
_SENTENCE_END = re.compile(
    r"(?<=[.!?;])(?<!\bEE\.)(?<!\bart\.)(?<!\bnúm\.)"  # no ends: "EE. UU.", "art. 6"
    r"[\"'”’»)\]]*\s+(?=[\"'“‘(\[]?[^a-z\s])|\n+"
)
_CONTRACTIONS = (
    (re.compile(r"\bcan(?:['\u2019]t|not)\b"), "can not"),
    (re.compile(r"\bwon['\u2019]t\b"), "will not"),
    (re.compile(r"n['\u2019]t\b"), " not"),
    (re.compile(r"['\u2019]ll\b"), " will"),
    (re.compile(r"['\u2019]re\b"), " are"),
    (re.compile(r"['\u2019]ve\b"), " have"),
    (re.compile(r"['\u2019]m\b"), " am"),
    (re.compile(r"\b(it|that|there|what|here)['\u2019]s\b"), r"\1 is"),
    (re.compile(r"['\u2019]d\b"), " would"),
    (re.compile(r"\be-mail"), "email"),
    (re.compile(r"\bre-identif"), "reidentif"),
    (re.compile(r"\bde-identif"), "deidentif"),
    (re.compile(r"\bweb site"), "website"),
    (re.compile(r"\bopt-(in|out)"), r"opt \1"),
    (re.compile(r"\bthird-part"), "third part"),
    (re.compile(r"\bsub-processor"), "subprocessor"),
    (re.compile(r"\blog-?in\b"), "login"),
    (re.compile(r"\bsign-?up\b"), "sign up"),
    (re.compile(r"(?<=[a-z])is(e|es|ed|ing|ation)\b"), r"iz\1"),
    (re.compile(r"(?<=[a-z])our\b(?<!\bour)(?<!\byour)(?<!four)(?<!hour)"), "or"),
    (re.compile(r"cancelled"), "canceled"),
    (re.compile(r"&"), " and "),
)
_SPANISH = (
    (re.compile(r"\be-?mails?\b"), "correo electrónico"),
    (re.compile(r"\bee\.?\s?uu\b\.?|\be\.\s?u\.(?:\s?a\.)?"), "estados unidos"),
    (re.compile(r"\bue\b"), "unión europea"),
    (re.compile(r"\beee\b"), "espacio económico europeo"),
    (re.compile(r"\brgpd\b"), "reglamento general de protección de datos"),
    (re.compile(r"\bp\.\s?ej\."), "por ejemplo"),
    (re.compile(r"\bart(?:s?\.|ículos?\b)"), "artículo"),
    (re.compile(r"\bsub-(?=encargad|contrat|procesador)"), "sub"),
    (re.compile(r"\b(?:página|sitio)s? (?:de internet|web)\b"), "sitio web"),
    (re.compile(r"\bps(?=[ei]udo?ni)|\bps(?=eud)"), "s"),
    (re.compile(r"\by/o\b"), "o"),
    (re.compile(r"&"), " y "),
)
_PLAIN = {"en": _CONTRACTIONS, "es": _SPANISH}
"""Spelling variants of each language, and the one that stands for them."""

_OWN_STEMS = {
    "es": re.compile(
        r"(\w{2,}[aei]dor|(?:visit|solicit|anunci|estudi)ante|contratista|seguridad|"
        r"actividad|publicidad|publicitari|públic|género|registro|"
        r"aplicaci(?=[oó]n))(?:[oó]n(?:es)?|[ae]s|os|[aos])?"
    )
}
"""Words whose stem would be another's: safety and insurance, who buys and what."""


class Word(NamedTuple):
    """A word, and what all its forms have in common."""

    text: str
    stem: str


@functools.cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_LANGUAGES.get(language, "english"))


@functools.lru_cache(maxsize=1 << 16)
def _stem(word: str, language: str) -> str:
    own = language in _OWN_STEMS and _OWN_STEMS[language].fullmatch(word)
    return own[1] if own else str(_stemmer(language).stemWord(word))


@functools.lru_cache(maxsize=1 << 14)
def words_of(text: str, language: str = "en") -> tuple[Word, ...]:
    """Give the words of a text in a form that rules can compare.

    >>> [word.stem for word in words_of("We don't share e-mails.")]
    ['we', 'do', 'not', 'share', 'email']
    """
    # Of an address its site counts: a page that moved is a matter of links.
    lowered = _URL.sub(r" \1 ", _TAG.sub(" ", text)).casefold()
    lowered = _TWICE.sub(r"\1", lowered)  # "thirty (30)"
    for pattern, plain in _PLAIN.get(language, ()):
        lowered = pattern.sub(plain, lowered)
    found = []
    for match in _TOKEN.finditer(in_digits(lowered, language)):
        word = match[0].replace("\u2019", "'").removesuffix("'s")
        found.append(Word(match[0], _stem(word, language)))
    return tuple(found)


def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a text into sentences; each line stands by itself.

    >>> sentences_of("We log visits. You may object.")
    ('We log visits.', 'You may object.')
    """
    return tuple(one.strip() for one in _SENTENCE_END.split(text) if one.strip())
