"""Words as rules see them: without spelling variants, forms and typography."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

import snowballstemmer

from duenotice.parse.number_words import in_digits
from duenotice.parse.number_words import number_words

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_URL = re.compile(r"(?:https?://|www\.)(?:www\.)?([\w-]+)[^\s<>()]*")
_TWICE = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)?\s*\((\d+)\)")
_LANGUAGES = {"en": "english", "es": "spanish"}
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(
    r"(?<=[.!?;])(?<!\bEE\.)(?<!\be\.g\.)(?<!\bi\.e\.)"  # no ends: "EE. UU.", "e.g."
    r"(?!(?<=\bart\.)\s+\d|(?<=\bnúm\.)\s+\d)"  # "art. 6"
    r"(?!(?:(?<=\b[A-Z]\.)|(?<=\bInc\.)|(?<=\bLtd\.)|(?<=\bNo\.))\s+"
    r"(?!(?:We|The|You|If|Our|This|In|For|It|El|La|Los|Las|Se|Si|No)\b))"
    r"[\"'”’»)\]]*\s+(?=[\"'“‘(\[]?[^a-z\s])|\n+"
)


class _Variant(NamedTuple):
    """A spelling, and the one that stands for it."""

    mark: str
    """Letters that each text with it has: looking for them is quick."""

    pattern: re.Pattern[str]
    plain: str


_CONTRACTIONS = (
    _Variant("can", re.compile(r"\bcan(?:'t|not)\b"), "can not"),
    _Variant("won'", re.compile(r"\bwon't\b"), "will not"),
    _Variant("n't", re.compile(r"n't\b"), " not"),
    _Variant("'ll", re.compile(r"'ll\b"), " will"),
    _Variant("'re", re.compile(r"'re\b"), " are"),
    _Variant("'ve", re.compile(r"'ve\b"), " have"),
    _Variant("'m", re.compile(r"'m\b"), " am"),
    _Variant("'s", re.compile(r"\b(it|that|there|what|here)'s\b"), r"\1 is"),
    _Variant("'d", re.compile(r"'d\b"), " would"),
    _Variant("e-mail", re.compile(r"\be-mail"), "email"),
    _Variant("no", re.compile(r"\bno[nt]-(?=\w)"), "non "),
    _Variant("re-identif", re.compile(r"\bre-identif"), "reidentif"),
    _Variant("de-identif", re.compile(r"\bde-identif"), "deidentif"),
    _Variant("web site", re.compile(r"\bweb site"), "website"),
    _Variant("opt-", re.compile(r"\bopt-(in|out)"), r"opt \1"),
    _Variant("third-part", re.compile(r"\bthird-part"), "third part"),
    _Variant("sub-processor", re.compile(r"\bsub-processor"), "subprocessor"),
    _Variant("in", re.compile(r"\blog-?in\b"), "login"),
    _Variant("up", re.compile(r"\bsign-?up\b"), "sign up"),
    _Variant("is", re.compile(r"(?<=[a-z])is(e|es|ed|ing|ation)\b"), r"iz\1"),
    _Variant(
        "our",
        re.compile(r"(?<=[a-z])our\b(?<!\bour)(?<!\byour)(?<!four)(?<!hour)"),
        "or",
    ),
    _Variant("cancelled", re.compile(r"cancelled"), "canceled"),
    _Variant("&", re.compile(r"&"), " and "),
)
_SPANISH = (
    _Variant("mail", re.compile(r"\be-?mails?\b"), "correo electrónico"),
    _Variant(
        "u", re.compile(r"\bee\.?\s?uu\b\.?|\be\.\s?u\.(?:\s?a\.)?"), "estados unidos"
    ),
    _Variant("ue", re.compile(r"\bue\b"), "unión europea"),
    _Variant("eee", re.compile(r"\beee\b"), "espacio económico europeo"),
    _Variant(
        "rgpd", re.compile(r"\brgpd\b"), "reglamento general de protección de datos"
    ),
    _Variant("ej", re.compile(r"\bp\.\s?ej\."), "por ejemplo"),
    _Variant("art", re.compile(r"\bart(?:s?\.|ículos?\b)"), "artículo"),
    _Variant("sub-", re.compile(r"\bsub-(?=encargad|contrat|procesador)"), "sub"),
    _Variant(
        "i", re.compile(r"\b(?:página|sitio)s? (?:de internet|web)\b"), "sitio web"
    ),
    _Variant("ps", re.compile(r"\bps(?=[ei]udo?ni)|\bps(?=eud)"), "s"),
    _Variant("y/o", re.compile(r"\by/o\b"), "o"),
    _Variant("&", re.compile(r"&"), " y "),
)
_PLAIN = {"en": _CONTRACTIONS, "es": _SPANISH}
"""Spelling variants of each language, and the one that stands for them."""

_OWN_STEMS = {
    "en": re.compile("(namely)"),
    "es": re.compile(
        r"(\w{2,}[aei]dor|(?:visit|solicit|anunci|estudi)ante|contratista|seguridad|"
        r"actividad|publicidad|publicitari|públic|género|registro|"
        r"aplicaci(?=[oó]n))(?:[oó]n(?:es)?|[ae]s|os|[aos])?"
    ),
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
def _word(text: str, language: str) -> Word:
    word = text.removesuffix("'s")
    own = language in _OWN_STEMS and _OWN_STEMS[language].fullmatch(word)
    return Word(text, own[1] if own else str(_stemmer(language).stemWord(word)))


@functools.lru_cache(maxsize=1 << 14)
def words_of(text: str, language: str = "en") -> tuple[Word, ...]:
    """Give the words of a text in a form that rules can compare.

    >>> [word.stem for word in words_of("We don't share e-mails.")]
    ['we', 'do', 'not', 'share', 'email']
    """
    # Of an address its site counts: a page that moved is a matter of links.
    lowered = _URL.sub(r" \1 ", _TAG.sub(" ", text) if "<" in text else text).casefold()
    if "(" in lowered:
        lowered = _TWICE.sub(r"\1", lowered)  # "thirty (30)"
    lowered = lowered.replace("\u2019", "'")
    for mark, pattern, plain in _PLAIN.get(language, ()):
        if mark in lowered:
            lowered = pattern.sub(plain, lowered)
    tokens = _TOKEN.findall(lowered)
    if not number_words(language).isdisjoint(tokens):
        tokens = _TOKEN.findall(in_digits(lowered, language))
    return tuple(_word(one, language) for one in tokens)


@functools.lru_cache(maxsize=1 << 13)
def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a text into sentences; each line stands by itself.

    >>> sentences_of("We log visits. You may object.")
    ('We log visits.', 'You may object.')
    """
    return tuple(one.strip() for one in _SENTENCE_END.split(text) if one.strip())
