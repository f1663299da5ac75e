from __future__ import annotations

from typing import Any

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from checked import make_in
from duenotice.checks.undefined_terms import check_undefined_terms
from duenotice.model.statement import Controller


def test_message() -> None:
    """
    A typical term that is capitalised twice and defined nowhere is a warning.
    """
    subject = make_checked({"lending": "Text.\nOpen the Site.", "fines": "Our Site."})

    assert (
        'en/lending.md:5: warning term-undefined: "Site" is written like a defined '
        "term, twice, but is defined nowhere\n"
        "  hint: Define it where it comes first: … (the **Site**); or list it under "
        '"terms" in statement.yaml; or write it small.'
    ) == found_by(check_undefined_terms, subject)


@pytest.mark.parametrize(
    "text",
    [
        "Open the Site.",
        "Our pages (the **Site**). Open the Site. Leave the Site.",
        "You see a **Site**. Open the Site. Leave the Site.",
        "Open the site. Leave the site.",
        "The Harbour is old. We like the Harbour.",
        "## The Site\n\nOpen the Site.",
        "the Data Protection Act and the Data Protection Board",
        "this Statement and this Statement",
        "Site Site Site",
    ],
    ids=[
        "once",
        "defined",
        "marked",
        "small",
        "no typical term",
        "heading",
        "longer name",
        "the text itself",
        "no article",
    ],
)
def test_silent(text: str) -> None:
    """
    What isn't plainly meant as a term is let pass.
    """
    assert [] == codes(check_undefined_terms, make_checked({"lending": text}))


@pytest.mark.parametrize(
    "changes",
    [
        {"terms": {"en": ("Site",)}},
        {"controller": Controller(name="Site")},
        {"controller": Controller(name="Fernhill", aliases=("Site",))},
    ],
    ids=["listed", "name", "alias"],
)
def test_known(changes: dict[str, Any]) -> None:
    """
    A term that `statement.yaml` knows needs no definition.
    """
    subject = make_checked({"lending": "Open the Site. Leave the Site."}, **changes)

    assert [] == codes(check_undefined_terms, subject)


def test_longer_term() -> None:
    """
    A word of a longer term is no term by itself.
    """
    subject = make_checked(
        {"lending": "Open the Site services. Leave the Site services."},
        terms={"en": ("Site services",)},
    )

    assert [] == codes(check_undefined_terms, subject)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abra el Sitio. Deje el Sitio.", ["term-undefined"]),
        ("Use nuestras Aplicaciones y la Aplicación.", ["term-undefined"]),
        ("Páginas (el **Sitio**). Abra el Sitio. Deje el Sitio.", []),
        ("Abra el sitio. Deje el sitio.", []),
    ],
)
def test_spanish(text: str, expected: list[str]) -> None:
    """
    Spanish has its own typical terms.
    """
    assert expected == codes(check_undefined_terms, make_in("es", {"prestamos": text}))


def test_half_a_translation() -> None:
    """
    A locale that lacks sections may define its terms in those.
    """
    subject = make_checked(
        {"lending": "Text.", "fines": "Text."},
        es={"lending": "Abra el Sitio. Deje el Sitio."},
    )

    assert [] == codes(check_undefined_terms, subject)
