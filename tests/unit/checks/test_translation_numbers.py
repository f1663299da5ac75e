from __future__ import annotations

from dataclasses import replace

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from duenotice.checks.translation_numbers import check_translation_numbers

HINT = (
    "  hint: Let both languages state the same numbers, ages and periods; if the "
    "source is wrong, mend it first."
)


def messages(en: str, es: str) -> str:
    """Give what is found of a section in two languages."""
    subject = make_checked({"lending": en}, es={"lending": es})
    return found_by(check_translation_numbers, subject)


def test_other_number() -> None:
    """
    A number that differs is named with both places.
    """
    assert (
        'es/lending.md:5: warning translation-number: "para menores de 16 años." '
        'doesn\'t state the number of "children under thirteen." at en/lending.md:4\n'
        + HINT
    ) == messages("Not for children under thirteen.", "No es para\nmenores de 16 años.")


def test_missing() -> None:
    """
    A number that the translation lacks has no line there.
    """
    assert (
        'es/lending.md: warning translation-number: "Deleted after 90 days." at '
        "en/lending.md:4 states a number that is missing here\n" + HINT
    ) == messages("Deleted after 90 days.", "Se borran pronto.")


def test_added() -> None:
    """
    A number that the source lacks is named where it stands.
    """
    assert (
        'es/lending.md:4: warning translation-number: "borran en 90 días." states a '
        "number that the source, en/lending.md, doesn't\n" + HINT
    ) == messages("Deleted soon.", "Se borran en 90 días.")


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("30 days", "30 meses"),
        ("30 days or 30 days", "30 días o 30 meses"),
        ("thirty (30) days", "treinta (60) días"),
        ("2.5 percent", "25 por ciento"),
        ("$1,000", "10.000 dólares"),
        ("8 p.m.", "8 a. m."),
        ("March 14, 2022", "14 de mayo de 2022"),
        ("at 18", "a los dieciséis"),
        ("under 13 or 16", "menos de 13 o 13"),
    ],
)
def test_differing(en: str, es: str) -> None:
    """
    Amounts, ages, periods, dates and times are told apart, in figures and in words.
    """
    assert messages(en, es)


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("thirteen years", "13 años"),
        ("thirty (30) days", "30 días"),
        ("thirty (30) days", "treinta (30) días"),
        ("March 14, 2022", "14 de marzo de 2022"),
        ("the 2nd of May 2022, and you may", "el 2 de mayo de 2022"),
        ("8 a.m. to 8:30 p.m.", "de 8:00 a 20:30"),
        ("9 a.m. to 5 p.m.", "de 9 a. m. a 5 p. m."),
        ("1,000 members and 2.5 percent", "1.000 miembros y el 2,5 por ciento"),
        ("the two of you, twice a year", "ustedes, dos veces al año"),
        ("one copy", "una copia"),
        ("a year", "1 año"),
        ("within 10 business days", "en un plazo de 10 días hábiles"),
        ("on the 1st, in 24-hour form", "el 1.º, en formato de 24 horas"),
        ("at age 18 we keep it 2 years", "lo guardamos dos años desde los 18 años"),
        ("call 1-800-555-0199", "llame al 1-800-555-0199"),
        ("in [](#lending) and `X-9`", "en [](#lending)"),
    ],
)
def test_same(en: str, es: str) -> None:
    """
    The same number in the form of another language is no fault.
    """
    assert not messages(en, es)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dreizehn Jahre", []),
        ("13 Jahre", []),
        ("am 14. März", []),
        ("16 Jahre", ["translation-number"]),
    ],
)
def test_other_languages(text: str, expected: list[str]) -> None:
    """
    Of a language whose words aren't known, only figures against figures are compared.
    """
    source = "March 14" if "März" in text else "13 years"
    made = make_checked({"lending": source}, es={"lending": text})
    sections = {"en": made.sections["en"], "de": made.sections["es"]}
    subject = replace(
        make_checked({"lending": source}, locales=("en", "de")), sections=sections
    )

    assert expected == codes(check_translation_numbers, subject)


def test_most() -> None:
    """
    A section that was rewritten gives no flood.
    """
    said = messages(", ".join(map(str, range(10, 40))), "Nada.")

    assert 5 == said.count("warning")
