from __future__ import annotations

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from checked import make_in
from duenotice.checks.term_use import check_term_use

SITE = "Our pages are the **Site** (the **Site**). Read the Site."
USE_HINT = "  hint: Use it, or take it out: a reader keeps it in mind for nothing."


class TestUnused:
    """Terms that the text never uses."""

    def test_defined(self) -> None:
        """
        A term that is defined and never used is a warning at its definition.
        """
        subject = make_checked({"lending": "Text.\n\nOur pages (the **Portal**)."})

        assert (
            'en/lending.md:6: warning term-unused: the term "Portal" is defined, but '
            f'the text in "en" never uses it\n{USE_HINT}'
        ) == found_by(check_term_use, subject)

    def test_listed(self) -> None:
        """
        So is one that `statement.yaml` lists.
        """
        subject = make_checked({"lending": "Text."}, terms={"en": ("Portal",)})

        assert (
            'statement.yaml: warning term-unused: the term "Portal" is listed under '
            f'"terms", but the text in "en" never uses it\n{USE_HINT}'
        ) == found_by(check_term_use, subject)

    @pytest.mark.parametrize(
        "use",
        ["Read the portals.", "## Portal", "Portal rules apply."],
        ids=["plural", "heading", "beginning"],
    )
    def test_used(self, use: str) -> None:
        """
        Its plural, a heading and the beginning of a sentence are uses.
        """
        subject = make_checked({"lending": f"Our pages (the **Portal**).\n\n{use}"})

        assert [] == codes(check_term_use, subject)

    def test_title(self) -> None:
        """
        A section's title is a use.
        """
        subject = make_checked(
            {"lending": "Our pages (the **Loans**).", "loans": "Text."}
        )

        assert [] == codes(check_term_use, subject)

    @pytest.mark.parametrize("name", ["Fernhill Library", "Fernhill"])
    def test_controller(self, name: str) -> None:
        """
        The controller's names may stand in the definition alone.
        """
        subject = make_checked({"lending": f"We are a library (“{name}”)."})

        assert [] == codes(check_term_use, subject)

    def test_half_a_translation(self) -> None:
        """
        A locale that lacks sections may use its terms in those.
        """
        subject = make_checked(
            {"lending": SITE, "fines": "Text."}, es={"lending": "La (la **Web**)."}
        )

        assert [] == codes(check_term_use, subject)


class TestInconsistent:
    """Terms that are written in several ways."""

    def test_message(self) -> None:
        """
        A use with other capitals is a warning at its line.
        """
        subject = make_checked({"lending": SITE, "fines": "Text.\nOpen the site."})

        assert (
            'en/fines.md:5: warning term-inconsistent: "site" is written here for the '
            'term "Site"\n'
            '  hint: Write "Site", or other words if the term isn\'t meant.'
        ) == found_by(check_term_use, subject)

    def test_often(self) -> None:
        """
        Several in one section are one warning that counts them.
        """
        subject = make_checked(
            {"lending": SITE, "fines": "Open the site. Leave our site. Use the site."}
        )

        assert (
            'en/fines.md:4: warning term-inconsistent: "site" is written here, 3 '
            'times, for the term "Site"\n'
            '  hint: Write "Site", or other words if the term isn\'t meant.'
        ) == found_by(check_term_use, subject)

    def test_definition_is_odd(self) -> None:
        """
        Where no use is written like the definition, the warning stands there.
        """
        subject = make_checked(
            {"lending": "Our pages (the **Site**).", "fines": "Open the site."}
        )

        assert (
            'en/lending.md:4: warning term-inconsistent: the term "Site" is also '
            'written "site", once, first at en/fines.md:4\n'
            "  hint: Write it everywhere as it is defined, or define it as it is "
            "written."
        ) == found_by(check_term_use, subject)

    def test_everywhere(self) -> None:
        """
        In more than five sections it is one warning at the definition.
        """
        texts = {f"part-{number}": "Open the site." for number in range(6)}
        subject = make_checked({"lending": SITE, **texts})

        assert (
            'en/lending.md:4: warning term-inconsistent: the term "Site" is also '
            'written "site", 6 times, first at en/part-0.md:4\n'
            "  hint: Write it everywhere as it is defined, or define it as it is "
            "written."
        ) == found_by(check_term_use, subject)

    @pytest.mark.parametrize(
        "text",
        [
            "A site may be yours.",
            "Open the site you came from.",
            "Others have sites. Leave the site.",
            "Write to privacy@site.example or open www.the-site.",
            "ON THE SITE",
            "See “site” there.",
            "Web sites are many.",
        ],
        ids=[
            "indefinite",
            "narrowed",
            "others",
            "address",
            "capitals",
            "quoted",
            "plural",
        ],
    )
    def test_other_meaning(self, text: str) -> None:
        """
        A noun of the language that isn't the term's may be small.
        """
        subject = make_checked({"lending": SITE, "fines": text})

        assert [] == codes(check_term_use, subject)


class TestLongTerms:
    """Terms of several words."""

    DEFINED = "Data (“Personal Data”). We keep Personal Data."

    @pytest.mark.parametrize(
        "text", ["We keep personal data.", "Some Personal data is old."]
    )
    def test_slip(self, text: str) -> None:
        """
        Other capitals are a slip wherever the words stand.
        """
        subject = make_checked({"lending": self.DEFINED, "fines": text})

        assert ["term-inconsistent"] == codes(check_term_use, subject)

    @pytest.mark.parametrize(
        "text",
        [
            "Personal Data Protection Act",
            "“personal data”",
            "PERSONAL DATA",
            "any personal data",
        ],
    )
    def test_no_slip(self, text: str) -> None:
        """
        Part of a longer name, quoted words, capitals throughout and words meant in
        general are none.
        """
        subject = make_checked({"lending": self.DEFINED, "fines": f"See {text}."})

        assert [] == codes(check_term_use, subject)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The Loan Record is kept.", ["term-inconsistent"]),
            ("The Loan Record Office is closed.", []),
            ("Loan record of the day", []),
        ],
        ids=["capitals", "longer name", "beginning"],
    )
    def test_small_term(self, text: str, expected: list[str]) -> None:
        """
        A term defined in small letters is one too, but not inside of a name.
        """
        defined = "Your list (a **loan record**). We keep your loan record."
        subject = make_checked({"lending": defined, "fines": text})

        assert expected == codes(check_term_use, subject)

    def test_verb(self) -> None:
        """
        After a pronoun the words are a verb.
        """
        text = "A signal (“Do Not Track”). Do Not Track is old. We do not track."

        assert [] == codes(check_term_use, make_checked({"lending": text}))

    def test_position(self) -> None:
        """
        A definition at the start of a sentence may have its capital from there alone.
        """
        text = "**Personal data** means facts. We keep personal data."

        assert [] == codes(check_term_use, make_checked({"lending": text}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abra el Sitio.", []),
        ("Abra el sitio.", ["term-inconsistent"]),
        ("Abra un sitio.", []),
        ("Abra el sitio del que viene.", []),
    ],
)
def test_spanish(text: str, expected: list[str]) -> None:
    """
    In Spanish an article makes a noun the term's, as in English.
    """
    subject = make_in(
        "es", {"prestamos": "Páginas (el **Sitio**). Lea el Sitio.", "multas": text}
    )

    assert expected == codes(check_term_use, subject)
