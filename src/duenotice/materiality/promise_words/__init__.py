"""The wordings of promises about changes, one module a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.promise_words.en import ENGLISH
from duenotice.materiality.promise_words.es import SPANISH

if TYPE_CHECKING:
    from duenotice.materiality.promise_words.wordings import PromiseWords

__all__ = ["promise_words"]

_BY_LANGUAGE = {"en": ENGLISH, "es": SPANISH}


def promise_words(locale: str) -> PromiseWords | None:
    """Give the wordings of a locale's language; nothing where it isn't known.

    A text without a locale is read as English.
    """
    return _BY_LANGUAGE.get(locale.partition("-")[0] or "en")
