from __future__ import annotations

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from checked import make_in
from checked import unnumbered
from duenotice.checks.typed_numbers import check_typed_numbers

HINT = (
    "  hint: Write a reference, such as [](#id), to the section that is meant. If it "
    "is a section of a law, say of which."
)


def english(text: str) -> dict[str, str]:
    """Give a text before two more sections."""
    return {"lending": text, "web-logs": "Text.", "fines": "Text."}


class TestKnown:
    """Numbers that a section has."""

    def test_message(self) -> None:
        """
        A number typed by hand is a warning with the title it leads to.
        """
        subject = make_checked(english("Text.\nSee section 2."))

        assert (
            'en/lending.md:5: warning number-by-hand: "section 2" has its number typed '
            'by hand; at present it leads to "Web logs"\n'
            "  hint: Write section [#](#web-logs), which stays right when sections "
            "move."
        ) == found_by(check_typed_numbers, subject)

    @pytest.mark.parametrize(
        ("text", "reference"),
        [
            ("Sections 1 through 3", "[](#lending..fines)"),
            ("sections 1–3", "[](#lending..fines)"),
            ("sections 2 and 3", "sections [#](#web-logs) and [#](#fines)"),
            (
                "sections 1, 2 and 3",
                "sections [#](#lending), [#](#web-logs) and [#](#fines)",
            ),
            ("section 2 or section 3", "section [#](#web-logs) or section [#](#fines)"),
            ("Section 2 b. says", "Section [#](#web-logs) b."),
        ],
    )
    def test_reference(self, text: str, reference: str) -> None:
        """
        The hint writes the words again, with references for the numbers.
        """
        subject = make_checked(english(f"As {text}"))

        assert f"hint: Write {reference}, which stays right" in found_by(
            check_typed_numbers, subject
        )


class TestUnknown:
    """Numbers that no section has."""

    def test_message(self) -> None:
        """
        A number beyond the last section is an error.
        """
        subject = make_checked(english("See sections 2 to 7."))

        assert (
            'en/lending.md:4: error number-unknown: "sections 2 to 7" names a section '
            f"that doesn't exist: the numbers go from 1 to 3\n{HINT}"
        ) == found_by(check_typed_numbers, subject)

    def test_no_numbers(self) -> None:
        """
        Where no section has a number it is but a warning, for it may be another text's.
        """
        subject = make_checked(
            {"lending": "See section 2."}, groups=unnumbered("lending")
        )

        assert (
            'en/lending.md:4: warning number-unknown: "section 2" names a section by '
            f"its number, but no section has one\n{HINT}"
        ) == found_by(check_typed_numbers, subject)

    def test_typed_heading(self) -> None:
        """
        A number that a heading has by hand is one that readers find.
        """
        subject = make_checked(
            {"lending": "See section 7.\n\n## 7. Loans\n\nText."},
        )

        assert "" == found_by(check_typed_numbers, subject)


@pytest.mark.parametrize(
    "text",
    [
        "Section 5 of the FTC Act",
        "45 CFR section 2",
        "section 3 of our Terms of Use",
        "Section 2(a) of that law",
        "Under the California Civil Code section 2 applies.",
        "Article 6 and Section 9 of the GDPR",
        "HIPAA section 2",
        "section 1798",
        "sections 2.1",
        "the section 2nd",
        "see [section 2](https://fernhill.example)",
        "intersection 2",
        "Section 8 vouchers are covered by the Housing Act.",
    ],
)
def test_other_texts(text: str) -> None:
    """
    A section of a law, a contract or another page is let pass.
    """
    assert [] == codes(check_typed_numbers, make_checked(english(text)))


@pytest.mark.parametrize(
    "text",
    ["section 2 of this statement", "section 2 of our privacy policy", "**Section 2**"],
)
def test_this_text(text: str) -> None:
    """
    A section of this very statement is its own.
    """
    subject = make_checked(english(text))

    assert ["number-by-hand"] == codes(check_typed_numbers, subject)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vea la sección 2.", ["number-by-hand"]),
        ("las secciones 1 a 2", ["number-by-hand"]),
        ("la sección 2 de esta declaración", ["number-by-hand"]),
        ("Vea la sección 9.", ["number-unknown"]),
        ("la sección 5 de la Ley Federal", []),
        ("según la Ley, la sección 2", []),
    ],
)
def test_spanish(text: str, expected: list[str]) -> None:
    """
    In Spanish numbers are found, and laws let pass.
    """
    subject = make_in("es", {"prestamos": text, "multas": "Texto."})

    assert expected == codes(check_typed_numbers, subject)


def test_spanish_range() -> None:
    """
    A Spanish range becomes one reference.
    """
    subject = make_in("es", {"prestamos": "las secciones 1 a 2", "multas": "Texto."})

    assert "hint: Write [](#prestamos..multas), which" in found_by(
        check_typed_numbers, subject
    )


def test_heading() -> None:
    """
    The words of a heading are left alone.
    """
    subject = make_checked(english("## About section 2\n\nText."))

    assert [] == codes(check_typed_numbers, subject)


def test_other_language() -> None:
    """
    A language whose words for sections are unknown is left alone.
    """
    subject = make_in("ar", english("See section 2."))

    assert [] == codes(check_typed_numbers, subject)
