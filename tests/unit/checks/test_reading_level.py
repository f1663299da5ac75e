from __future__ import annotations

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from checked import make_in
from duenotice.checks.readability import grade_of
from duenotice.checks.reading_level import check_reading_level

PLAIN = "We keep your name and the day. You can ask us to take it out. " * 10
HARD = (
    "Notwithstanding contractual limitations, organisational representatives "
    "continually administer identifiable information concerning authenticated "
    "individuals, including supplementary demographic characteristics. "
) * 8
LLANO = "Guardamos su nombre y el día. Usted puede pedir que lo quitemos. " * 10
ARDUO = (
    "Sin perjuicio de las limitaciones contractuales aplicables, los representantes "
    "organizativos administran continuamente informaciones identificativas relativas a "
    "particulares previamente autenticados, incluidas características demográficas. "
) * 8


def test_message() -> None:
    """
    The whole text is measured, and the hardest sections are named.
    """
    subject = make_checked({"lending": PLAIN, "fines": HARD}, reading_level=8)

    assert (
        'statement.yaml: warning reading-level: the text in "en" asks for 17 years of '
        'school, and "reading_level" is 8\n'
        "  hint: Write shorter sentences and plainer words. Begin with "
        '"Fines" (20).'
    ) == found_by(check_reading_level, subject)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", PLAIN, []),
        ("en", HARD, ["reading-level"]),
        ("es", LLANO, []),
        ("es", ARDUO, ["reading-level"]),
        ("de", HARD, []),
    ],
)
def test_languages(locale: str, text: str, expected: list[str]) -> None:
    """
    English and Spanish have a formula each; other languages are not measured.
    """
    subject = make_in(locale, {"lending": text}, reading_level=8)

    assert expected == codes(check_reading_level, subject)


def test_quiet() -> None:
    """
    Nothing is said without a target, of a short text, and of table cells.
    """
    cells = "| a | b |\n| --- | --- |\n" + "| Notwithstanding | limitations |\n" * 60

    assert [] == codes(check_reading_level, make_checked({"lending": HARD}))
    for text in (HARD[:200], cells):
        subject = make_checked({"lending": text}, reading_level=1)
        assert [] == codes(check_reading_level, subject)


def test_abbreviations() -> None:
    """
    A stop after a single letter ends no sentence.
    """
    told = "The U.S. law says at 8 a.m. that we keep it. " * 12
    plain = "The us law says at 8 am that we keep it. " * 12

    assert grade_of([told], "en") == grade_of([plain], "en")
