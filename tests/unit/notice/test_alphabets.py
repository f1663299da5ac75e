from __future__ import annotations

import pytest

from duenotice.notice.alphabets import spoken_in


@pytest.mark.parametrize(
    ("text", "locale", "source", "expected"),
    [
        ("What is changing", "ar", "en", "en"),
        ("What is changing", "zh-Hant", "es", "es"),
        ("What is changing", "ar", "zh-Hant", "en"),
        ("What is changing", "fr", "en", "fr"),
        ("我們保留船票十年", "zh-Hant", "en", "zh-Hant"),
        ("私たちは記録を保存します", "ja", "en", "ja"),
        ("اكتب إلى Blue Heron Ferries", "ar", "en", "ar"),
        ("The new “بيانات المسافرين” takes effect.", "ar", "en", "en"),
        ("<desk@heron.example>", "ar", "en", "ar"),
        ("2027-12-01", "ar", "en", "ar"),
    ],
)
def test_letters(text: str, locale: str, source: str, expected: str) -> None:
    """
    Words without one letter of their language are in the statement's own, or else in
    English; quoted words and addresses tell nothing, nor do letters that both have.
    """
    assert expected == spoken_in(text, locale, source)
