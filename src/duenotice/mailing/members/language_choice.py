"""Which of the languages that messages are made in suits a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.render.locales import fallbacks
from duenotice.render.locales import is_language

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence

_MOST_KEPT = 1_000
"""A file has a few codes; one with more is wrong, and must not fill the memory."""

NO_LANGUAGE = "other"
"""Stands for all that is asked for and is no language."""

_LONGEST = 35
"""No tag of a language is longer."""


class LanguageChoice:
    """Finds a locale for what a file says.

    >>> choice = LanguageChoice(("en", "zh-Hant"), "en", {"CHI": "zh-Hant"})
    >>> [choice.locale(one) for one in ("CHI", "zh_TW", "zh-Hant", "fr", "")]
    ['zh-Hant', 'zh-Hant', 'zh-Hant', 'en', 'en']
    """

    def __init__(
        self, locales: Sequence[str], source: str, codes: Mapping[str, str]
    ) -> None:
        """Take the locales that there are, and codes that are no language tags."""
        self._source = source
        self._locales = {one.casefold(): one for one in locales}
        for one in locales:
            self._locales.setdefault(fallbacks(one)[-1].casefold(), one)
        self._found: dict[str, str | None] = {"": source}
        self._missing: dict[str, str] = {}
        for code, tag in codes.items():
            self._found[code] = self._look_up(tag)

    def locale(self, written: str) -> str:
        """Give the locale that comes closest, or the source's."""
        return self._closest(written) or self._source

    def missing(self, written: str) -> str:
        """Name the language that is asked for and has no text; nothing where one has.

        What is no language isn't told: it may be a name, in the wrong column.
        """
        if self._closest(written) is not None:
            return ""
        if written in self._missing:
            return self._missing[written]
        tag = written.replace("_", "-")
        is_known = len(tag) <= _LONGEST and is_language(tag)
        name = fallbacks(tag)[-1] if is_known else NO_LANGUAGE
        if len(self._missing) < _MOST_KEPT:
            self._missing[written] = name
        return name

    def _closest(self, written: str) -> str | None:
        if written in self._found:
            return self._found[written]
        if len(written) > _LONGEST:
            return None
        locale = self._look_up(written.replace("_", "-"))
        if len(self._found) < _MOST_KEPT:
            self._found[written] = locale
        return locale

    def _look_up(self, tag: str) -> str | None:
        for one in fallbacks(tag):
            if one.casefold() in self._locales:
                return self._locales[one.casefold()]
        return None
