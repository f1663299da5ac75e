"""The words of a reference, by language.

They are part of the statement's text and must stay as they are once a version is
published: that is why they stand here and not in the interface's catalogues.
A language without an entry gets the section sign, which is read everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Forms with `{number}`, `{title}`, `{first}` and `{last}`."""

    numbered: str
    unnumbered: str
    numbers: str
    """A range of numbered sections."""
    titles: str
    """A range that has an unnumbered end."""


_NEUTRAL = Phrases(
    numbered="§ {number}, {title}",
    unnumbered="“{title}”",
    numbers="§§ {first}–{last}",
    titles="“{first}” – “{last}”",
)

_BY_LANGUAGE = {
    "en": Phrases(
        numbered="section {number}, {title}",
        unnumbered="“{title}”",
        numbers="sections {first} through {last}",
        titles="the sections “{first}” through “{last}”",
    ),
    "es": Phrases(
        numbered="sección {number}, {title}",
        unnumbered="«{title}»",
        numbers="secciones {first} a {last}",
        titles="las secciones «{first}» a «{last}»",
    ),
    "ar": Phrases(
        numbered="القسم {number}، {title}",
        unnumbered="«{title}»",
        numbers="الأقسام من {first} إلى {last}",
        titles="الأقسام من «{first}» إلى «{last}»",
    ),
    "zh": Phrases(
        numbered="第 {number} 節「{title}」",
        unnumbered="「{title}」",
        numbers="第 {first} 至 {last} 節",
        titles="「{first}」至「{last}」各節",
    ),
}


def phrases_for(locale: str) -> Phrases:
    """Give the forms of a locale's language."""
    return _BY_LANGUAGE.get(locale.partition("-")[0], _NEUTRAL)
