from __future__ import annotations

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from checked import make_in
from checked import unnumbered
from duenotice.checks.typed_names import check_typed_names

TITLED = "---\ntitle: Questions, complaints, and contacts\n---\nText.\n"


def english(text: str) -> dict[str, str]:
    """Give a text beside a section whose title it may name."""
    return {"lending": text, "contacts": TITLED}


def test_by_hand() -> None:
    """
    A title typed by hand is a warning with the reference that prints it.
    """
    subject = make_checked(
        english('Text.\nSee the section "Questions, complaints, and contacts".'),
        groups=unnumbered("lending", "contacts"),
    )

    assert (
        "en/lending.md:5: warning name-by-hand: the title "
        '"Questions, complaints, and contacts" is typed by hand\n'
        "  hint: Write [](#contacts): it prints “Questions, complaints, and contacts” "
        "and stays right when the title or the order changes."
    ) == found_by(check_typed_names, subject)


def test_numbered() -> None:
    """
    Where the section has a number, the reference prints that too.
    """
    subject = make_checked({"lending": 'See the "Fines" section.', "fines": "Text."})

    assert (
        'en/lending.md:4: warning name-by-hand: the title "Fines" is typed by hand\n'
        "  hint: Write [](#fines): it prints section 2, Fines and stays right when the "
        "title or the order changes."
    ) == found_by(check_typed_names, subject)


def test_inexact() -> None:
    """
    A title with other commas or capitals is a warning that shows the right one.
    """
    subject = make_checked(
        english("See the “Questions, complaints and contacts” section.")
    )

    assert (
        'en/lending.md:4: warning name-inexact: "Questions, complaints and contacts" '
        'is not quite the section\'s title, "Questions, complaints, and contacts"\n'
        "  hint: Write [](#contacts): it prints section 2, Questions, complaints, and "
        "contacts and stays right when the title or the order changes."
    ) == found_by(check_typed_names, subject)


class TestUnknown:
    """Names that no section has."""

    def test_similar(self) -> None:
        """
        A name like a section's title is a warning with that title.
        """
        subject = make_checked(english('The "Questions and contacts" section'))

        assert (
            'en/lending.md:4: warning name-unknown: "Questions and contacts" is named '
            "as a section, but no section has this title\n"
            '  hint: Did you mean "Questions, complaints, and contacts"? Write [](#id) '
            "for the section that is meant."
        ) == found_by(check_typed_names, subject)

    @pytest.mark.parametrize(
        "text",
        [
            'See the section "Whom to ask".',
            'the "Whom to ask" section below',
            'as described in the "Whom to ask" section',
            'the section titled "Whom to ask" of this privacy statement',
        ],
    )
    def test_ours(self, text: str) -> None:
        """
        A name unlike all titles is a warning where the words around point to this text.
        """
        subject = make_checked(english(text))

        assert ["name-unknown"] == codes(check_typed_names, subject)

    @pytest.mark.parametrize(
        "text",
        [
            'Open the "Certificates" section.',
            'See the "Privacy" section of your account.',
            'See the section "Data" in our terms of use.',
            'Tap on any "Help" section you see.',
            "See [the section “Whom to ask”](https://fernhill.example).",
            'See the section "Loans".\n\n## Loans\n\nText.',
        ],
        ids=["screen", "of", "in", "any", "link", "heading"],
    )
    def test_others(self, text: str) -> None:
        """
        Sections of screens, of other texts and inside this one are let pass.
        """
        assert [] == codes(check_typed_names, make_checked(english(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vea la sección «Multas».", ["name-by-hand"]),
        ("Vea la sección «multas».", ["name-inexact"]),
        ("Vea la sección «A quién escribir».", ["name-unknown"]),
        ("Toque la sección «Ayuda».", []),
        ("Vea la sección «Ayuda» de su cuenta.", []),
    ],
)
def test_spanish(text: str, expected: list[str]) -> None:
    """
    In Spanish names are found in their own quotes.
    """
    subject = make_in("es", {"prestamos": text, "multas": "Texto."})

    assert expected == codes(check_typed_names, subject)


def test_other_language() -> None:
    """
    A language whose words for sections are unknown is left alone.
    """
    subject = make_in("ar", {"fines": 'See the section "Fines".'})

    assert [] == codes(check_typed_names, subject)
