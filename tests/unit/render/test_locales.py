from __future__ import annotations

import datetime as dt

import pytest

from duenotice.render import locales
from duenotice.render.locales import CatalogueError
from duenotice.render.locales import read_catalogue

DAY = dt.date(2026, 11, 4)

CATALOGUE = """\
msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Harbour"
msgstr "Puerto"

#, fuzzy
msgid "Quay"
msgstr "Muelle"

msgid "Buoy"
msgstr ""

msgid "%(count)s boat"
msgid_plural "%(count)s boats"
msgstr[0] "%(count)s barca"
msgstr[1] "%(count)s barcas"
"""


class TestFallbacks:
    """`fallbacks`."""

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            ("es", ("es",)),
            ("es-US", ("es-US", "es")),
            ("zh-Hant", ("zh-Hant",)),
            ("zh-TW", ("zh-TW", "zh-Hant")),
            ("zh-Hant-HK", ("zh-Hant-HK", "zh-Hant")),
            ("sr-Latn-RS", ("sr-Latn-RS", "sr-Latn")),
            ("xx", ("xx",)),
            ("not a locale", ("not a locale",)),
        ],
    )
    def test_region(self, locale: str, expected: tuple[str, ...]) -> None:
        """
        A region falls back to its language, never to another script.
        """
        assert expected == locales.fallbacks(locale)


class TestReadCatalogue:
    """`read_catalogue`."""

    def test_messages(self) -> None:
        """
        A message gets its words, and the form that its number asks for.
        """
        catalogue = read_catalogue("es.po", CATALOGUE.encode())

        assert "Puerto" == catalogue.gettext("Harbour")
        assert [
            "%(count)s barca",
            "%(count)s barcas",
        ] == [
            catalogue.ngettext("%(count)s boat", "%(count)s boats", count)
            for count in (1, 2)
        ]

    @pytest.mark.parametrize("message", ["Quay", "Buoy", "Anchor"])
    def test_missing(self, message: str) -> None:
        """
        A message that is fuzzy, empty or not there stays in English.
        """
        catalogue = read_catalogue("es.po", CATALOGUE.encode())

        assert message == catalogue.gettext(message)

    @pytest.mark.parametrize(
        "content",
        [
            b"nonsense",
            b'msgid "\xff"\nmsgstr ""\n',
            b'#, python-format\nmsgid "On %(day)s"\nmsgstr "El %(dia)s"\n',
            b'msgid ""\nmsgstr "Content-Type: text/plain; charset=quay\\n"\n',
            b'msgid ""\nmsgstr "Plural-Forms: nplurals=99999; plural=0;\\n"\n',
        ],
        ids=[
            "no-message",
            "no-utf-8",
            "another-placeholder",
            "no-encoding",
            "many-plurals",
        ],
    )
    def test_fault(self, content: bytes) -> None:
        """
        A file that is no catalogue, or would fail on a page, is refused by its name.
        """
        with pytest.raises(CatalogueError) as caught:
            read_catalogue("locale/es.po", content)

        assert str(caught.value).startswith(
            'the catalogue "locale/es.po" can\'t be read: '
        )


class TestFormatDay:
    """`format_day`."""

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            ("en", "November 4, 2026"),
            ("en-GB", "4 November 2026"),
            ("es-US", "4 de noviembre de 2026"),
            ("ar", "4 نوفمبر 2026"),
            ("zh-Hant", "2026年11月4日"),
            ("xx", "November 4, 2026"),
        ],
    )
    def test_long_form(self, locale: str, expected: str) -> None:
        """
        A date is written out in the locale's form, or else in English.
        """
        assert expected == locales.format_day(DAY, locale)


class TestLanguageName:
    """`language_name` and `own_language_name`."""

    @pytest.mark.parametrize(
        ("locale", "in_locale", "expected"),
        [
            ("en", "es", "inglés"),
            ("en-US", "es", "inglés"),
            ("zh-Hant", "en", "Traditional Chinese"),
            ("xx", "es", "xx"),
            ("es", "xx", "es"),
        ],
    )
    def test_in_a_sentence(self, locale: str, in_locale: str, expected: str) -> None:
        """
        A language is named in another one, without the region.
        """
        assert expected == locales.language_name(locale, in_locale)

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [("es-US", "Español"), ("ar", "العربية"), ("vi", "Tiếng Việt"), ("xx", "xx")],
    )
    def test_in_a_list(self, locale: str, expected: str) -> None:
        """
        A language that names itself does so with a capital.
        """
        assert expected == locales.own_language_name(locale)


class TestDirection:
    """`text_direction` and `first_direction`."""

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [("en", "ltr"), ("ar", "rtl"), ("ur-PK", "rtl"), ("xx", "ltr")],
    )
    def test_of_a_locale(self, locale: str, expected: str) -> None:
        """
        A locale is written as its script is, an unknown one from left to right.
        """
        assert expected == locales.text_direction(locale)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("12 Quay Road", "ltr"), ("12 شارع البحر", "rtl"), ("555-0176", "ltr")],
    )
    def test_of_a_line(self, text: str, expected: str) -> None:
        """
        A line is written as its first letter is.
        """
        assert expected == locales.first_direction(text)
