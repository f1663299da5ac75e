"""A notice's words in one language, read from `words/LANGUAGE.yaml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Category
from duenotice.notice.wording_schema import LINES
from duenotice.notice.wording_schema import NOTICE_WORDS
from duenotice.notice.wording_schema import PASSAGES
from duenotice.parse.report import Report
from duenotice.parse.schema import read_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE_LANGUAGE = "en"
"""The language of a draft where neither the locale's nor the source's is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What the changes of one category are called."""

    topic: str
    """Fits every change of the category."""

    added: str = ""
    removed: str = ""
    worse: str = ""
    better: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Everything that a notice is written with in one language."""

    language: str
    months: tuple[str, ...]
    day: str
    """The form in which a day is written, such as `{month} {day}, {year}`."""

    days: tuple[str, ...]
    """Further forms that are understood."""

    passages: Mapping[str, tuple[str, ...]]
    """Sentences by their key."""

    to_write: Mapping[str, str]
    """What only a person can write, by its key."""

    leads: Mapping[Category, Lead]
    speaks_of: Mapping[str, tuple[str, ...]]
    """Phrases by which is known what a text speaks of."""


def language_of(locale: str) -> str:
    """Give the language of a locale.

    >>> language_of("es-US")
    'es'
    """
    return locale.partition("-")[0]


@functools.cache
def wording_for(language: str) -> Wording | None:
    """Give the words of a language, if there are any."""
    source = files("duenotice.notice") / "words" / f"{language}.yaml"
    if not source.is_file():
        return None
    report = Report(source.name)
    values = read_keys(source.read_text(encoding="utf-8"), NOTICE_WORDS, report)
    if values is None:  # a part of the program is broken, and a test finds it
        raise ValueError("\n".join(map(str, report.diagnostics)))
    return Wording(
        language=language,
        months=values["months"],
        day=values["day"],
        days=values["days"],
        passages={
            **{key: (values[key],) for key in LINES},
            **{key: values[key] for key in PASSAGES},
        },
        to_write=values["to_write"],
        leads={Category(key): Lead(**one) for key, one in values["leads"].items()},
        speaks_of=values["speaks_of"],
    )


def draft_wording(locale: str, source_locale: str) -> Wording:
    """Give the words to draft with: the locale's, or the source's, or English ones."""
    for one in (locale, source_locale):
        found = wording_for(language_of(one))
        if found is not None:
            return found
    found = wording_for(SOURCE_LANGUAGE)
    assert found is not None, "the program ships with these words"  # noqa: S101
    return found
