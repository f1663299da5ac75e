from __future__ import annotations

import pytest

from checked import found_by
from checked import make_checked
from duenotice.checks.translation_links import check_translation_links

HINT = "  hint: Let both languages lead to the same places."


def messages(en: str, es: str) -> str:
    """Give what is found of a section in two languages."""
    subject = make_checked({"lending": en}, es={"lending": es})
    return found_by(check_translation_links, subject)


def test_message() -> None:
    """
    What is more or less than in the source is named with its place.
    """
    assert (
        'es/lending.md:5: warning translation-link: "https://other.example" is not '
        f"among the links and addresses of the source, en/lending.md\n{HINT}\n"
        'es/lending.md: warning translation-link: "https://fernhill.example" at '
        f"en/lending.md:4 is missing among the links and addresses here\n{HINT}"
    ) == messages("[a](https://fernhill.example)", "b\n[b](https://other.example)")


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("[a](#fines)", "a"),
        ("[](#fines)", "[](#loans)"),
        ("[](#a..b)", "[](#a)"),
        ("a@fernhill.example", "b@fernhill.example"),
        ("[a](tel:+18005550199)", "[a](tel:+18005550198)"),
        ("[a](https://a.example/one)", "[a](https://a.example/two)"),
    ],
)
def test_differing(en: str, es: str) -> None:
    """
    Pages, sections, addresses and telephone numbers are compared.
    """
    assert messages(en, es)


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("[a](https://a.example/en/x)", "[a](https://a.example/es/x)"),
        ("[a](https://a.example/x)", "[a](https://es.a.example/x/)"),
        ("[a](https://www.a.example/x)", "[a](http://A.example/x?lang=es)"),
        ("[a](https://a.example/x_en.pdf)", "[a](https://a.example/x_es.pdf)"),
        ("<A@fernhill.example>", "a@fernhill.example"),
        ("[a](tel:1-800)", "[a](tel:1800)"),
        ("[a](https://a.example)", "[a](https://a.example) [b](https://a.example)"),
        ("[](#fines)", "[#](#fines)"),
    ],
)
def test_same(en: str, es: str) -> None:
    """
    The same place in the form of another language is no fault.
    """
    assert not messages(en, es)
