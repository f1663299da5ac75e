from __future__ import annotations

import re
from importlib.resources import files

import pytest

from duenotice.checks.placeholders import placeholder_form
from duenotice.materiality.finding import Category
from duenotice.notice.wording import draft_wording
from duenotice.notice.wording import wording_for

LANGUAGES = sorted(
    one.name.removesuffix(".yaml")
    for one in (files("duenotice.notice") / "words").iterdir()
    if one.name.endswith(".yaml")
)
BRACES = re.compile(r"\{(\w+)\}")
SLOTS = {
    "opening": {"effective", "title", "controller"},
    "law_reason": {"reason"},
    "after": {"effective"},
    "gone": {"effective"},
    "reaches_all": {"effective"},
    "reaches_new": {"effective"},
    "choice_terms": {"topics", "deadline"},
    "choice_parents_terms": {"topics", "deadline"},
    "consent_terms": {"topics", "deadline"},
    "consent_parents_terms": {"topics", "deadline"},
    "read_at": {"page"},
    "until": {"last_day"},
    "telephone": {"telephone"},
    "email": {"email"},
    "web": {"web"},
    "address": {"address"},
}


@pytest.mark.parametrize("language", LANGUAGES)
class TestWords:
    """Every file of words."""

    def test_complete(self, language: str) -> None:
        """
        A language has a name for every category of change, and twelve months.
        """
        wording = wording_for(language)
        assert wording is not None

        assert set(Category) == set(wording.leads)
        assert 12 == len(set(wording.months))

    def test_slots(self, language: str) -> None:
        """
        Each passage tells the facts that belong there, and asks for no other.
        """
        wording = wording_for(language)
        assert wording is not None
        slots = {
            key: set(BRACES.findall("".join(texts)))
            for key, texts in wording.passages.items()
        }

        assert SLOTS == {key: found for key, found in slots.items() if found}

    def test_gaps_are_found(self, language: str) -> None:
        """
        What is left to write is found by the check of placeholders, in every locale.
        """
        wording = wording_for(language)
        assert wording is not None
        longest = "zh-Hant-HK"
        gaps = [
            f"{{{{{one.format(locale=longest)}}}}}" for one in wording.to_write.values()
        ]
        forms = [placeholder_form(locale) for locale in ("en", "es", "de")]

        assert all(form.fullmatch(gap) for form in forms for gap in gaps)


class TestDraftWording:
    @pytest.mark.parametrize(
        ("locale", "source", "language"),
        [
            ("es-US", "en", "es"),
            ("de", "es", "es"),
            ("zh-Hant", "de", "en"),
        ],
    )
    def test_language(self, locale: str, source: str, language: str) -> None:
        """
        A draft is written in the locale's language, else in the source's or in English.
        """
        assert language == draft_wording(locale, source).language
