"""The words of terms: what counts as the same term, and where a text uses it."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

TermKey = tuple[str, ...]
"""What the spellings of a term have in common: the stems of its words."""

LONGEST_TERM = 6
"""A term has at most so many words."""

_SHORTEST = 3
"""Words such as "its" and "SMS" stay whole."""

_WORD = re.compile(r"\w+(?:[-&]\w+)*")


def term_key(term: str) -> TermKey:
    """Give what is equal in all spellings of a term.

    >>> term_key("Third Parties") == term_key("third party")
    True
    >>> term_key("Aplicaciones") == term_key("aplicación")
    True
    """
    return tuple(_stem(word) for word in _WORD.findall(term))


@functools.lru_cache(maxsize=10_000)
def _stem(word: str) -> str:
    """Take off what the singular and the plural differ in, in English and Spanish."""
    plain = unicodedata.normalize("NFD", word.casefold())
    stem = "".join(sign for sign in plain if not unicodedata.combining(sign))
    if len(stem) > _SHORTEST and stem.endswith("s") and not stem.endswith("ss"):
        stem = stem[:-1]
    if len(stem) > _SHORTEST and stem.endswith("e"):
        stem = stem[:-1]
    return f"{stem[:-1]}i" if len(stem) > _SHORTEST and stem.endswith("y") else stem


def _typical(*terms: str) -> frozenset[TermKey]:
    return frozenset(map(term_key, terms))


TYPICAL_TERMS = {
    "en": _typical(
        "Site", "Website", "App", "Application", "Service", "Platform", "Product",
        "Company", "User", "Member", "Content", "Affiliate", "Partner", "Vendor",
        "Customer", "Software", "Portal", "Account", "Plan", "Provider", "Data",
        "Information", "Mobile App", "Mobile Application", "Mobile Site",
        "Privacy Office", "Service Provider",
    ),
    "es": _typical(
        "Sitio", "Sitio web", "Aplicación", "App", "Servicio", "Plataforma", "Producto",
        "Empresa", "Compañía", "Usuario", "Miembro", "Contenido", "Afiliado", "Socio",
        "Afiliada", "Proveedor", "Contratista", "Portal", "Cuenta", "Plan", "Datos",
        "Cliente",  # codespell:ignore cliente
        "Información",
    ),
}  # fmt: skip
"""Nouns that statements make terms of, by language."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where the words of a term stand."""

    key: TermKey
    start: int
    end: int


class TermFinder:
    """Finds the places where terms stand."""

    def __init__(self, keys: Iterable[TermKey]) -> None:
        """Take the terms to look for."""
        self._keys = frozenset(keys)
        self._beginnings = {key[0] for key in self._keys if key}

    def uses_in(self, text: str) -> Iterator[Use]:
        """Give the uses in a text, the longest term at each place."""
        words = list(_WORD.finditer(text))
        stems = [_stem(word[0]) for word in words]
        at = 0
        while at < len(words):
            length = self._length(text, words, stems, at)
            if length:
                key = tuple(stems[at : at + length])
                yield Use(key, words[at].start(), words[at + length - 1].end())
            at += length or 1

    def _length(
        self, text: str, words: list[re.Match[str]], stems: list[str], at: int
    ) -> int:
        """Count the words of the term that begins at a word; none, where none does."""
        if stems[at] not in self._beginnings:
            return 0
        for count in range(min(LONGEST_TERM, len(words) - at), 0, -1):
            is_term = tuple(stems[at : at + count]) in self._keys
            if is_term and _are_neighbours(text, words[at : at + count]):
                return count
        return 0


def _are_neighbours(text: str, words: list[re.Match[str]]) -> bool:
    """Tell whether only spaces stand between words."""
    return all(
        text[one.end() : other.start()].isspace()
        for one, other in itertools.pairwise(words)
    )


def shape(words: str) -> tuple[str, ...]:
    """Give how words are capitalised: each small, with a capital, or in capitals.

    >>> shape("the Sitio web of HIPAA")
    ('small', 'capital', 'small', 'small', 'capitals')
    """
    return tuple(map(_shape, _WORD.findall(words)))


def _shape(word: str) -> str:
    capitals = sum(map(str.isupper, word))
    if capitals > 1:
        return "capitals"
    return "capital" if word[:1].isupper() else "small"
