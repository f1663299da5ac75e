"""Words, dates and names in a reader's language.

The only module that imports Babel. It reads no file: a catalogue's bytes come in.
A locale is a BCP 47 tag, such as `es-US` or `zh-Hant`.
"""

from __future__ import annotations

import gettext
import io
import re
import unicodedata
from typing import TYPE_CHECKING
from typing import ClassVar

from babel import Locale
from babel import UnknownLocaleError
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError
from babel.messages.pofile import read_po

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from datetime import date

_MANY_PLURALS = re.compile(rb"nplurals\s*=\s*\d{2}")

SOURCE_LOCALE = "en"
"""The language in which the messages are written."""


class CatalogueError(DuenoticeError):
    """A catalogue that can't be read."""

    hint: ClassVar[str] = "`msgfmt --check` of GNU gettext says where it is wrong."

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f'the catalogue "{name}" can\'t be read: {reason}')


def fallbacks(locale: str) -> tuple[str, ...]:
    """Give a locale and those that can stand in for it, the closest first.

    A region is dropped and a script is not: who reads one script may not read another.

    >>> fallbacks("es-US")
    ('es-US', 'es')
    >>> fallbacks("zh-TW")
    ('zh-TW', 'zh-Hant')
    """
    known = _parse(locale)
    if known is None:
        return (locale,)
    return tuple(dict.fromkeys((locale, _join(known.language, known.script))))


def is_language(tag: str) -> bool:
    """Tell whether a tag is of a language that has words here for days and names.

    >>> is_language("fr"), is_language("Smith")
    (True, False)
    """
    return _parse(tag) is not None


def read_catalogue(name: str, content: bytes) -> gettext.GNUTranslations:
    """Read a `.po` file; its empty and its fuzzy messages count as missing.

    Raises:
        CatalogueError: It is no such file.
    """
    compiled = io.BytesIO()
    if _MANY_PLURALS.search(content):
        raise CatalogueError(name, "no language has so many plural forms")
    try:
        catalogue = read_po(io.BytesIO(content), abort_invalid=True)
        for message, errors in catalogue.check():
            raise CatalogueError(name, f'"{message.id}": {errors[0]}')
        write_mo(compiled, catalogue)
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)
    except (PoFileError, ValueError, LookupError) as error:
        raise CatalogueError(name, str(error)) from error


def format_day(day: date, locale: str) -> str:
    """Write a date in the long form of a locale, or else in English.

    >>> from datetime import date
    >>> format_day(date(2026, 11, 24), "en")
    'November 24, 2026'
    >>> format_day(date(2026, 11, 24), "es-US")
    '24 de noviembre de 2026'
    """
    return format_date(day, "long", locale=_parse(locale) or SOURCE_LOCALE)


def language_name(locale: str, in_locale: str) -> str:
    """Name a locale's language, as within a sentence of another language.

    >>> language_name("en-US", "es")
    'inglés'
    """
    known, speaker = _parse(locale), _parse(in_locale)
    if known is None or speaker is None:
        return locale
    plain = Locale(known.language, script=known.script)
    # A language with its script may have a name of its own: "Traditional Chinese".
    named: str | None = speaker.languages.get(str(plain))
    return named or plain.get_display_name(speaker) or locale


def own_language_name(locale: str) -> str:
    """Name a locale's language in itself, as in a list of languages.

    >>> own_language_name("es")
    'Español'
    """
    name = language_name(locale, locale)
    return name if name == locale else name[:1].upper() + name[1:]


def text_direction(locale: str) -> str:
    """Give `ltr` or `rtl`."""
    known = _parse(locale)
    return "ltr" if known is None else known.text_direction


def first_direction(text: str) -> str:
    """Give the direction of the first letter that has one, as `dir="auto"` does.

    >>> first_direction("12 شارع")
    'rtl'
    """
    kinds = (unicodedata.bidirectional(character) for character in text)
    strong = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
    return "ltr" if strong == "L" else "rtl"


def _parse(locale: str) -> Locale | None:
    try:
        return Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _join(language: str, script: str | None) -> str:
    return language if script is None else f"{language}-{script}"
