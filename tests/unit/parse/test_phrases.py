from __future__ import annotations

import pytest

from duenotice.parse.phrases import phrases_for


class TestPhrasesFor:
    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            ("en", "section 2, Logs"),
            ("en-GB", "section 2, Logs"),
            ("es-US", "sección 2, Logs"),
            ("zh-Hant", "第 2 節「Logs」"),
            ("ar", "القسم 2، Logs"),
            ("de", "§ 2, Logs"),
            ("eng", "§ 2, Logs"),
        ],
    )
    def test_language(self, locale: str, expected: str) -> None:
        """
        A locale has its language's words; a language without words has the sign.
        """
        assert expected == phrases_for(locale).numbered.format(number=2, title="Logs")
