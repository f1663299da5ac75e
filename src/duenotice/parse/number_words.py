"""Numbers written as words, in English and Spanish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

_ONES_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES_ES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
    "quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós "
    "veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_TENS_ES = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS_ES = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
    "ochocientos novecientos"
)
_HUNDRED = 100
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """A number in words, and where it stands."""

    value: int
    start: int
    end: int


def _english() -> dict[str, int]:
    ones = {word: at for at, word in enumerate(_ONES_EN.split())}
    tens = {word: 10 * at for at, word in enumerate(_TENS_EN.split(), start=2)}
    return {**ones, **tens, "hundred": _HUNDRED, "thousand": _THOUSAND}


def _spanish() -> dict[str, int]:
    ones = {word: at for at, word in enumerate(_ONES_ES.split())}
    tens = {word: 10 * at for at, word in enumerate(_TENS_ES.split(), start=3)}
    hundreds = {word: 100 * at for at, word in enumerate(_HUNDREDS_ES.split(), start=1)}
    feminine = {f"{one[:-2]}as": n for one, n in hundreds.items() if one[-2:] == "os"}
    short = {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21, "cien": _HUNDRED}
    return {**ones, **tens, **hundreds, **feminine, **short, "mil": _THOUSAND}


def _runs(words: Mapping[str, int], joints: str) -> re.Pattern[str]:
    one = rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})\b"
    return re.compile(rf"\b{one}(?:{joints}{one}){{0,8}}", re.IGNORECASE)


_WORDS = {"en": _english(), "es": _spanish()}
_SEVERAL = {
    language: frozenset(word for word, value in words.items() if value != 1)
    for language, words in _WORDS.items()
}
LANGUAGES = tuple(_WORDS)
"""Those whose numbers are known."""

_RUNS = {
    "en": _runs(_WORDS["en"], r"(?:[\s-]{1,3}|\s{1,3}and\s{1,3})"),
    # "Por ciento" is a unit.
    "es": _runs(_WORDS["es"], r"(?:\s{1,3}|\s{1,3}y\s{1,3})"),
}
_PERCENT = re.compile(r"\bpor\s{1,3}\Z", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")


def spoken_numbers(text: str, language: str) -> Iterator[SpokenNumber]:
    """Find the numbers that stand in words.

    >>> [one.value for one in spoken_numbers("trece o cuarenta y cinco", "es")]
    [13, 45]
    >>> [one.value for one in spoken_numbers("one hundred and five, ten", "en")]
    [105, 10]
    """
    words = _WORDS.get(language)
    if words is None:
        return
    for run in _RUNS[language].finditer(text):
        if language == "es" and _PERCENT.search(
            text[max(run.start() - 8, 0) : run.start()]
        ):
            continue
        yield from _numbers(run, words)


def number_words(language: str) -> frozenset[str]:
    """Give the words that `in_digits` looks for, in small letters."""
    return _SEVERAL.get(language, frozenset())


def in_digits(text: str, language: str) -> str:
    """Write the numbers in digits that stand in words, but for "one".

    "One" is more often an article or a pronoun than a number.

    >>> in_digits("within forty-eight hours, or one day", "en")
    'within 48 hours, or one day'
    """
    # Most texts have none, and a look at their words is quicker than the grammar.
    if number_words(language).isdisjoint(_LETTERS.findall(text.lower())):
        return text
    parts: list[str] = []
    place = 0
    for number in spoken_numbers(text, language):
        if number.value != 1:
            parts += (text[place : number.start], str(number.value))
            place = number.end
    return "".join((*parts, text[place:]))


def _numbers(run: re.Match[str], words: Mapping[str, int]) -> Iterator[SpokenNumber]:
    """Part a run of words into numbers: "two three" are two."""
    sum_, room, start, end = 0, _THOUSAND * _THOUSAND, run.start(), run.start()
    for word in _LETTERS.finditer(run[0]):
        value = words.get(word[0].lower())
        if value is None:
            continue  # "and"
        at = run.start() + word.start()
        added = _joined(sum_, value, room) if end > start else value
        if added is None:
            yield SpokenNumber(sum_, start, end)
            start, added = at, value
        sum_, room, end = added, _room(value), at + len(word[0])
    yield SpokenNumber(sum_, start, end)


def _joined(sum_: int, value: int, room: int) -> int | None:
    """Put a word to the number before it; nothing where it begins another."""
    if value == _THOUSAND and 0 < sum_ < _THOUSAND:
        return sum_ * _THOUSAND
    if value == _HUNDRED and 0 < sum_ % _THOUSAND < 10:  # noqa: PLR2004
        return sum_ + (sum_ % _THOUSAND) * (_HUNDRED - 1)
    return sum_ + value if 0 < value < room else None


def _room(value: int) -> int:
    """Give what a number that ends in this word can still take."""
    if value >= _THOUSAND:
        return _THOUSAND
    if value >= _HUNDRED:
        return _HUNDRED
    return 10 if value >= 20 and value % 10 == 0 else 0  # noqa: PLR2004
