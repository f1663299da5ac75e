"""The numbers that a text states, in figures or in words, the same in any language.

Amounts, ages, periods, dates and times are all numbers here; a period has its unit too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.parse.number_words import spoken_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.prose import Passage

LANGUAGES = frozenset({"en", "es"})
"""Whose words are known."""

_FIGURES = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minutes>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<clock>\d{1,2}):(?P<past>[0-5]\d)(?!\d)"
    r"|(?P<whole>\d{1,3}(?:[.,\u00a0\u202f]\d{3}){1,5}(?!\d))"
    r"|(?P<number>\d{1,15}(?:[.,]\d{1,6})?)",
    re.IGNORECASE,
)
_MONTHS = {
    "en": "january february march april may june july august september october "
    "november december",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre",
}
_MONTH = {
    # "May 24", but not "you may": a name has its capital and a number beside it.
    "en": re.compile(
        r"(?:(?<=\d\s)|(?<=\d[snrt][tdh]\s)|(?<=\d\sof\s))(?P<after>[A-Z][a-z]{2,8})\b"
        r"|\b(?P<before>[A-Z][a-z]{2,8})(?=\s\d)"
    ),
    "es": re.compile(
        r"(?:(?<=\d\sde\s)|(?<=\d\s))(?P<after>[a-z]{4,10})\b"
        r"|\b(?P<before>[a-z]{4,10})(?=\s(?:de\s|del\s)?\d)",
        re.IGNORECASE,
    ),
}
_UNITS = {
    "en": {
        "minute": "minutes?",
        "hour": "hours?",
        "day": "days?",
        "week": "weeks?",
        "month": "months?",
        "year": "years?",
    },
    "es": {
        "minute": "minutos?",
        "hour": "horas?",
        "day": "días?",
        "week": "semanas?",
        "month": "mes(?:es)?",
        "year": "años?",
    },
}
_UNIT = {
    language: re.compile(
        r"[\s)-]{1,3}(?:(?:calendar|business|working|full|more)[\s-])?(?:"
        + "|".join(rf"(?P<{name}>{form}\b)" for name, form in units.items())
        + ")",
        re.IGNORECASE,
    )
    for language, units in _UNITS.items()
}
_VAGUE = {
    "en": {
        "1": r"\b(?:an?|one|once|single|each|every|any)\b",
        "2": r"\b(?:two|twice|both)\b",
    },
    "es": {"1": r"\b(?:un|una|uno|cada|todo|toda)\b", "2": r"\b(?:dos|ambos|ambas)\b"},
}
_BREAK = re.compile(r"[,;:.!?]\s|\|")
"""Words beyond it belong to something else."""

_NEAR = 24
_FEW = 2
"""Words up to this one are often said in another way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedNumber:
    """A number at its place."""

    value: str
    unit: str = ""
    """For a period, such as `day`."""

    line: int | None
    words: str
    """The number with the words beside it."""

    is_firm: bool = True
    """It must stand in the other language too; "two" may become "both"."""


def stated_numbers(passage: Passage, language: str) -> list[StatedNumber]:
    """Give the numbers of a passage in their order."""
    return list(_StatedNumbers(passage, language).all())


@dataclass(frozen=True, slots=True)
class _StatedNumbers:
    """Reads one passage."""

    passage: Passage
    language: str

    def all(self) -> Iterator[StatedNumber]:
        """Give the numbers in words, in figures, and of months."""
        text = self.passage.text
        found = [
            (one.start(), one.end(), _value(one), True)
            for one in _FIGURES.finditer(text)
        ]
        for spoken in spoken_numbers(text, self.language):
            # "Thirty (30) days" is said twice for certainty, and is one number.
            if re.match(r"\s?\(\s?\d", text[spoken.end : spoken.end + 4]) is None:
                firm = spoken.value > _FEW
                found.append((spoken.start, spoken.end, str(spoken.value), firm))
        found += self._months(text)
        for value, form in _VAGUE.get(self.language, {}).items():
            # It may be what stands for a figure in the other language.
            vague = re.finditer(form, text, re.IGNORECASE)
            found += [(one.start(), one.end(), value, False) for one in vague]
        for start, end, value, firm in sorted(set(found)):
            yield self._number(start, end, value, is_firm=firm)

    def _months(self, text: str) -> Iterator[tuple[int, int, str, bool]]:
        form = _MONTH.get(self.language)
        names = _MONTHS.get(self.language, "").split()
        for one in form.finditer(text) if form else ():
            name = (one["after"] or one["before"]).lower()
            if name in names:
                yield one.start(), one.end(), str(names.index(name) + 1), True

    def _number(
        self, start: int, end: int, value: str, *, is_firm: bool
    ) -> StatedNumber:
        text = self.passage.text
        before = _BREAK.split(text[max(start - _NEAR, 0) : start])[-1].split(" ")[-3:]
        after = _BREAK.split(text[end : end + _NEAR])[0].split(" ")[:3]
        form = _UNIT.get(self.language)
        unit = form.match(text, end) if form else None
        return StatedNumber(
            value=value,
            unit=(unit.lastgroup or "") if unit else "",
            line=self.passage.line_at(start),
            words=f"{' '.join(before)}{text[start:end]}{' '.join(after)}".strip(),
            is_firm=is_firm,
        )


def _value(found: re.Match[str]) -> str:
    if found["hour"] is not None:
        hour = int(found["hour"]) % 12 + (12 if found["half"].lower() == "p" else 0)
        return _clock(hour, found["minutes"])
    if found["clock"] is not None:
        return _clock(int(found["clock"]), found["past"])
    if found["whole"] is not None:
        return str(int(re.sub(r"\D", "", found["whole"])))
    whole, _, part = found["number"].replace(",", ".").partition(".")
    return f"{int(whole)}.{part}" if part else str(int(whole))


def _clock(hour: int, minutes: str | None) -> str:
    """Give a time of day, which has another form in each language.

    >>> [_clock(20, None), _clock(20, "00"), _clock(20, "30")]
    ['20', '20', '20:30']
    """
    past = int(minutes or 0)
    return f"{hour}:{past:02}" if past else str(hour)
