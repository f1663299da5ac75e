from __future__ import annotations

import datetime as dt

import pytest

from duenotice.notice.days import days_in
from duenotice.notice.days import names_day
from duenotice.notice.days import write_day
from duenotice.notice.wording import wording_for

DAY = dt.date(2027, 12, 1)


class TestWriteDay:
    @pytest.mark.parametrize(
        ("language", "written"),
        [("en", "December 1, 2027"), ("es", "1 de diciembre de 2027")],
    )
    def test_long_form(self, language: str, written: str) -> None:
        """
        A day is written out in the long form of its language.
        """
        wording = wording_for(language)
        assert wording is not None

        assert written == write_day(DAY, wording)


class TestDaysIn:
    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("en", "from December 1, 2027 on"),
            ("en", "from DECEMBER 1st, 2027"),
            ("en", "on Wednesday, Dec. 1, 2027,"),
            ("en", "on 1 December 2027"),
            ("en", "on the 1st of December, 2027"),
            ("en", "on 12/1/2027"),
            ("en", "on 2027-12-01"),
            ("es", "el 1 de diciembre de 2027"),
            ("es", "el 1º de diciembre del 2027"),
            ("es", "el 1 dic. 2027"),
            ("es", "el 01/12/2027"),
            ("es", "el 2027-12-01"),
        ],
    )
    def test_usual_forms(self, language: str, text: str) -> None:
        """
        A day is known in every usual form of its language, and as it stands in records.
        """
        assert [DAY] == list(days_in(text, wording_for(language)))

    @pytest.mark.parametrize(
        "text", ["12,1 2027", "February 30, 2027", "line 2027-12-011", "May I, 2027"]
    )
    def test_no_day(self, text: str) -> None:
        """
        Numbers that are no day of the calendar are none.
        """
        assert [] == list(days_in(text, wording_for("en")))


class TestNamesDay:
    @pytest.mark.parametrize(
        "text",
        [
            "le 1 décembre 2027",
            "2027年12月1日",
            "\u0661 ديسمبر \u0662\u0660\u0662\u0667",
        ],
    )
    def test_unknown_language(self, text: str) -> None:
        """
        In a language without words of its own the year and the day are enough.
        """
        assert names_day(text, DAY, None)

    def test_other_day_in_unknown_language(self) -> None:
        """
        Another day of the same year is another day.
        """
        assert not names_day("le 2 décembre 2027", DAY, None)

    def test_known_language(self) -> None:
        """
        In a known language the month has to be the right one.
        """
        assert not names_day("November 1, 2027", DAY, wording_for("en"))
