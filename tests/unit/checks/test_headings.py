from __future__ import annotations

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from checked import unnumbered
from duenotice.checks.headings import check_headings
from duenotice.checks.headings import typed_numbers


def titled(title: str, text: str = "Text.") -> str:
    """Give a section's file with a title of its own."""
    return f'---\ntitle: "{title}"\n---\n{text}\n'


class TestTitles:
    """Titles of sections."""

    def test_sound(self) -> None:
        """
        Titles that differ, over texts with headings in order, have no fault.
        """
        subject = make_checked(
            {"lending": "Text.\n\n## Loans\n\nText.\n\n### Days\n\nText.\n\n## Fines"}
        )

        assert "" == found_by(check_headings, subject)

    def test_numbered(self) -> None:
        """
        A number before a title that the program numbers is a warning.
        """
        subject = make_checked({"lending": titled("3. Lending")})

        assert (
            'en/lending.md: warning title-numbered: the title "3. Lending" has a '
            "number typed by hand\n"
            '  hint: Write "Lending"; the program gives the number.'
        ) == found_by(check_headings, subject)

    def test_numbered_by_hand_alone(self) -> None:
        """
        Where sections have no numbers, the hint says how they get one.
        """
        subject = make_checked(
            {"lending": titled("3. Lending")}, groups=unnumbered("lending")
        )

        assert (
            'en/lending.md: warning title-numbered: the title "3. Lending" has a '
            "number typed by hand\n"
            '  hint: Write "Lending"; put the section into a "numbered" group if it is '
            "to have one."
        ) == found_by(check_headings, subject)

    @pytest.mark.parametrize(
        "title",
        [
            "Section 4: Cookies",
            "Sección 4. Cookies",
            "4) Cookies",
            "(4) Cookies",
            "4.2 Cookies",
            "4 – Cookies",
            "IV. Cookies",
            "b) Cookies",
        ],
    )
    def test_forms_of_numbers(self, title: str) -> None:
        """
        A number is one in each form that authors type.
        """
        assert ["title-numbered"] == codes(
            check_headings, make_checked({"cookies": titled(title)})
        )

    @pytest.mark.parametrize(
        "title", ["24/7 help", "90 days", "1099 forms", "401(k) plans", "I agree", "Vi"]
    )
    def test_no_numbers(self, title: str) -> None:
        """
        A title may begin with a number that is a word of it.
        """
        subject = make_checked({"cookies": titled(title)})

        assert [] == codes(check_headings, subject)

    def test_repeated(self) -> None:
        """
        Two sections with one title are a warning at the second.
        """
        subject = make_checked(
            {"cookies": titled("Web logs"), "logs": titled("Web  Logs")}
        )

        assert (
            'en/logs.md: warning title-repeated: "Web Logs" is also the title of the '
            'section "cookies"\n'
            "  hint: Give each section a title of its own: readers find their way by "
            "them."
        ) == found_by(check_headings, subject)

    def test_locales(self) -> None:
        """
        A translation may keep the title of its source.
        """
        subject = make_checked({"cookies": "Text."}, es={"cookies": "Texto."})

        assert "" == found_by(check_headings, subject)


@pytest.mark.parametrize("text", ["", "---", "\n\n"], ids=["nothing", "line", "space"])
def test_empty(text: str) -> None:
    """
    A section without words is an error.
    """
    subject = make_checked({"lending": titled("Lending", text)})

    assert (
        'en/lending.md: error section-empty: the section "Lending" has no text\n'
        '  hint: Write its text, or delete the file and its entry in "sections".'
    ) == found_by(check_headings, subject)


class TestLevels:
    """Headings inside a section."""

    def test_title_level(self) -> None:
        """
        A heading of the section's own level is an error.
        """
        subject = make_checked({"lending": "Text.\n\n# Loans\n\nText."})

        assert (
            'en/lending.md:6: error heading-level: the heading "Loans" has the level '
            "of a section's title\n"
            "  hint: Write ##, or make it a section of its own: a file of its own, "
            "with these words as its title."
        ) == found_by(check_headings, subject)

    def test_skipped(self) -> None:
        """
        A heading two levels below the one above it is a warning.
        """
        subject = make_checked({"lending": "## A\n\nText.\n\n#### **B**\n\nText."})

        assert (
            'en/lending.md:8: warning heading-skipped: the heading "B" is written with '
            "####, but has no heading with ### above it\n"
            "  hint: Write ###: a level left out misleads those who have the page read "
            "to them."
        ) == found_by(check_headings, subject)


def test_typed_numbers() -> None:
    """
    Whole numbers are read from titles and from the headings inside.
    """
    subject = make_checked(
        {"lending": titled("3. Lending", "## 4) Loans\n\n## a) Days")}
    )

    assert {3, 4} == typed_numbers(subject.written("en"))
