"""Which language a text is in, by its commonest small words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SMALL_WORDS = {
    "en": "the of and to in is that for you your we our with this are",
    "es": "el la los las de que y en por con para su sus se una",
    "fr": "le la les des et que pour dans vous nous votre nos est une sur",
    "de": "der das und von zu mit für ist nicht sie wir auf den",  # codespell:ignore
    "pt": "o os as do da dos das que em para com seus uma não você",
    "it": "il gli dei della che per con sono una nel alla dati è si delle",
}
_BY_LANGUAGE = {
    language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()
}
_LEAST_WORDS = 40
_LEAST_SHARE = 0.12
_AHEAD = 1.5


def guess_language(words: Sequence[str]) -> str | None:
    """Guess the language of a text; nothing where it is short or not clear.

    >>> guess_language("lo que la ley y el uso de los datos para su cuenta".split() * 9)
    'es'
    """
    if len(words) < _LEAST_WORDS:
        return None
    plain = [word.strip(".,;:()\"“”'¿?¡!").lower() for word in words]
    counts = {
        language: sum(word in small for word in plain)
        for language, small in _BY_LANGUAGE.items()
    }
    (best, most), (_, second) = sorted(counts.items(), key=lambda one: -one[1])[:2]
    is_clear = most >= _LEAST_SHARE * len(words) and most >= _AHEAD * second
    return best if is_clear else None
