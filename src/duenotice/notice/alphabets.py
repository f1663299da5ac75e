"""Which letters a language is written with, and words that have none of them.

A notice is drafted in another language where the program doesn't know its own. What an
editor left of that draft can be told by its letters, where the languages' differ.
"""

from __future__ import annotations

import re
import unicodedata

from duenotice.notice.wording import SOURCE_LANGUAGE
from duenotice.notice.wording import language_of

_ALPHABETS = {
    "am": ("ETHIOPIC",),
    "ar": ("ARABIC",),
    "be": ("CYRILLIC",),
    "bg": ("CYRILLIC",),
    "bn": ("BENGALI",),
    "el": ("GREEK",),
    "fa": ("ARABIC",),
    "gu": ("GUJARATI",),
    "he": ("HEBREW",),
    "hi": ("DEVANAGARI",),
    "hy": ("ARMENIAN",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ka": ("GEORGIAN",),
    "km": ("KHMER",),
    "ko": ("HANGUL", "CJK"),
    "lo": ("LAO",),
    "mk": ("CYRILLIC",),
    "mr": ("DEVANAGARI",),
    "my": ("MYANMAR",),
    "ne": ("DEVANAGARI",),
    "pa": ("GURMUKHI", "ARABIC"),
    "ps": ("ARABIC",),
    "ru": ("CYRILLIC",),
    "ta": ("TAMIL",),
    "te": ("TELUGU",),
    "th": ("THAI",),
    "uk": ("CYRILLIC",),
    "ur": ("ARABIC",),
    "zh": ("CJK",),
}
"""The first words of the letters' Unicode names, where they are not Latin."""

_LATIN = "LATIN"
# What is quoted is the statement's own; an address has Latin letters in every language.
_QUOTED_OR_ADDRESS = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|「[^」]*」|\S*[@/]\S*")


def spoken_in(text: str, locale: str, source_locale: str) -> str:
    """Give the locale that words of a notice are in, as far as their letters tell.

    >>> spoken_in("ماذا يتغيّر", "ar", "en"), spoken_in("What is changing", "ar", "en")
    ('ar', 'en')
    >>> spoken_in("On May 2, the new “بيانات” takes effect.", "ar", "en")
    'en'
    >>> spoken_in("2027-12-01: a@b.example", "zh-Hant", "en")
    'zh-Hant'

    Args:
        text: A paragraph, a heading or the like.
        locale: The one that the notice is for.
        source_locale: The statement's own.
    """
    own = _ALPHABETS.get(language_of(locale))
    if own is None:
        return locale
    found = {_alphabet(one) for one in _QUOTED_OR_ADDRESS.sub("", text)}
    if _LATIN not in found or found & set(own):
        return locale
    is_latin = language_of(source_locale) not in _ALPHABETS
    return source_locale if is_latin else SOURCE_LANGUAGE


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
