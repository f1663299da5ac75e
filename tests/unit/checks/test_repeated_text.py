from __future__ import annotations

from checked import codes
from checked import found_by
from checked import make_checked
from duenotice.checks.repeated_text import check_repeated_text

TEXT = (
    "We keep a note of each loan for ninety days so that we can ask for the book. "
    "After that we delete the note, and nobody can tell any more who had which book. "
    "Fines are kept until they are paid."
)


def test_message() -> None:
    """
    A section with nearly the words of another one is named with it.
    """
    subject = make_checked({"lending": TEXT, "loans": TEXT.replace("ninety", "sixty")})

    assert (
        'en/loans.md: warning text-repeated: "Loans" has nearly the same text as the '
        'section "lending"\n'
        "  hint: Keep one of them and refer to it: of two copies, one is forgotten "
        "when the other changes."
    ) == found_by(check_repeated_text, subject)


def test_three() -> None:
    """
    Of three copies two are too many.
    """
    subject = make_checked({"lending": TEXT, "loans": TEXT, "books": TEXT})

    assert ["text-repeated"] * 2 == codes(check_repeated_text, subject)


def test_others() -> None:
    """
    Short pointers, common words, and a part of a longer text are no copies.
    """
    subject = make_checked(
        {
            "lending": TEXT,
            "reading": " ".join(reversed(TEXT.split())),
            "more": f"{TEXT} {' '.join(f'Word{one} and more.' for one in range(40))}",
            "one": "See our other notice on the web.",
            "two": "See our other notice on the web.",
        }
    )

    assert [] == codes(check_repeated_text, subject)
