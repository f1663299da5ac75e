from __future__ import annotations

import pytest

from duenotice.parse.number_words import spoken_numbers


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "thirteen", [13]),
        ("en", "Twenty-one days", [21]),
        ("en", "two hundred and fifty thousand", [250_000]),
        ("en", "one thousand two hundred and three", [1203]),
        ("en", "two and three", [2, 3]),
        ("en", "sixteen eighteen", [16, 18]),
        ("en", "twenty thirty", [20, 30]),
        ("en", "oneself, tenant, heighten", []),
        ("es", "Trece años", [13]),
        ("es", "treinta y un días", [31]),
        ("es", "dos mil doscientos", [2200]),
        ("es", "ciento veinte", [120]),
        ("es", "quinientas personas", [500]),
        ("es", "dieciséis y dieciocho", [16, 18]),
        ("es", "el diez por ciento", [10]),
        ("es", "cien mil", [100_000]),
        ("es", "once meses", [11]),
        ("fr", "treize", []),
    ],
)
def test_numbers(language: str, text: str, expected: list[int]) -> None:
    """
    Words that make one number are put together, and others kept apart.
    """
    assert expected == [one.value for one in spoken_numbers(text, language)]
