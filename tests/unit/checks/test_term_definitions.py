from __future__ import annotations

import pytest

from checked import found_by
from checked import make_checked
from duenotice.checks import DefinedTerm
from duenotice.checks import defined_terms
from duenotice.checks.prose import Reading
from duenotice.checks.term_definitions import check_term_definitions
from duenotice.checks.term_definitions import definitions_in
from duenotice.parse.assemble import assemble_text


def terms(text: str, locale: str = "en") -> list[str]:
    """Give the terms that a text defines."""
    subject = make_checked({"lending": text})
    (passage,) = subject.passages("en", subject.source["lending"], Reading.MARKED)
    return [one.term for one in definitions_in(passage.text, locale)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "our pages (the **Website**), both (together, the **Site**)",
            ["Website", "Site"],
        ),
        ('Fernhill Public Library ("Fernhill")', ["Fernhill"]),
        ("Fernhill, Inc. (“Fernhill”, “FPL”)", ["Fernhill", "FPL"]),
        ("our app (the App)", ["App"]),
        ("our counter (called the **Desk**)", ["Desk"]),
        ("the “Book Law” (hereinafter referred to as the “BL”)", ["BL"]),
        ("data (individually and collectively, “Member Data”)", ["Member Data"]),
        ("(a **loan record**)", ["loan record"]),
        ("**Personal information** means facts about you.", ["Personal information"]),
        ("A note. “Loan” includes each renewal.", ["Loan"]),
        ("The **Plan** is a plan for members.", ["Plan"]),
        ("Loans means books that you took.", ["Loans"]),
        ("They are referred to together as the “Site.”", ["Site"]),
        ("We call it the “Desk”.", ["Desk"]),
        ("ours (“Site”). **Site** means our pages.", ["Site", "Site"]),
    ],
)
def test_definitions(text: str, expected: list[str]) -> None:
    """
    Definitions are found in the forms that statements have.
    """
    assert expected == terms(text)


@pytest.mark.parametrize(
    "text",
    [
        "We (“we”, “us”) lend books.",
        "It says “Hello” (see the “Help” page).",
        "your lists (such as “Favourites”)",
        "You know the **Important** words.",
        "This means that we keep it.",
        "Write to us (“FAO the privacy officer”).",
        "the (very) **Site**",
        "our branches (the **wood** and others)",
        "(the shelf)",
        "Flash cookies (also known as “Local Shared Objects”)",
    ],
)
def test_no_definitions(text: str) -> None:
    """
    Pronouns, quoted words and stressed ones are no definitions.
    """
    assert [] == terms(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nuestra página (el **Sitio web**)", ["Sitio web"]),
        ("y ambos (en conjunto, el **Sitio**)", ["Sitio"]),
        ("Biblioteca Fernhill (en adelante, «Fernhill»)", ["Fernhill"]),
        ("nuestra aplicación (la Aplicación)", ["Aplicación"]),
        ("«Usuario» es toda persona que lee.", ["Usuario"]),
        ("**Información personal** significa datos suyos.", ["Información personal"]),
        ("Ambos se denominan en conjunto el «Sitio».", ["Sitio"]),
        ("Préstamo significa un libro.", ["Préstamo"]),
        ("nosotros («nosotros»)", []),
        ("Esto significa que lo guardamos.", []),
    ],
)
def test_spanish(text: str, expected: list[str]) -> None:
    """
    So they are in Spanish.
    """
    assert expected == terms(text, "es-US")


def test_other_language() -> None:
    """
    In other languages no definition is looked for.
    """
    assert [] == terms("the app (the **App**)", "ar")


def test_defined_terms() -> None:
    """
    The terms of a text come in reading order, each with its section and line.
    """
    subject = make_checked(
        {
            "lending": "Text.\n\n- Fernhill (“FPL”)\n- its\n  app (the **App**)",
            "x": "Text.",
        }
    )
    text = assemble_text(subject.statement, subject.sections, "en")

    assert (
        DefinedTerm(term="FPL", section_id="lending", line=6),
        DefinedTerm(term="App", section_id="lending", line=8),
    ) == defined_terms(text)


class TestRepeated:
    """`check_term_definitions`."""

    def test_twice(self) -> None:
        """
        A term that is defined again is a warning that names the first place.
        """
        subject = make_checked(
            {
                "lending": "Our pages (the **Site**).",
                "fines": "Text.\n\nIt (the **Site**).",
            }
        )

        assert (
            'en/fines.md:6: warning term-repeated: the term "Site" is defined here and '
            "at en/lending.md:4\n"
            "  hint: Define it once, where it comes first."
        ) == found_by(check_term_definitions, subject)

    def test_once_a_locale(self) -> None:
        """
        Each locale defines its terms for itself.
        """
        subject = make_checked(
            {"lending": "Our app (the **App**)."}, es={"lending": "La (la **App**)."}
        )

        assert "" == found_by(check_term_definitions, subject)

    def test_one_definition_in_two_forms(self) -> None:
        """
        A definition that repeats itself on its line is one.
        """
        subject = make_checked({"lending": "Our app (the **App**, each an **App**)."})

        assert "" == found_by(check_term_definitions, subject)
