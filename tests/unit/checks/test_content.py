from __future__ import annotations

import pytest

from checked import found_by
from checked import make_checked
from duenotice.checks.content import check_content

ANY_LINK = (
    "Write the whole address of the page (https://…), an address (mailto:…, "
    "tel:…, sms:…), or a section (#id)."
)


class TestLinks:
    """Links."""

    @pytest.mark.parametrize(
        "target",
        [
            "https://fernhill.example/help",
            "HTTP://fernhill.example",
            "mailto:privacy@fernhill.example",
            "tel:+1-555-0100",
            "sms:55501",
            "#lending",
        ],
    )
    def test_sound(self, target: str) -> None:
        """
        Pages, addresses and sections are what a link may lead to.
        """
        subject = make_checked({"lending": f"See [this]({target})."})

        assert "" == found_by(check_content, subject)

    @pytest.mark.parametrize(
        ("target", "hint"),
        [
            ("help@fernhill.example", "Write mailto:help@fernhill.example."),
            ("1-555-555-0100", "Write tel:1-555-555-0100."),
            ("//fernhill.example/a", "Write https://fernhill.example/a."),
            (
                "a.example/b",
                "Write the whole address: https://a.example/b, if that is the page.",
            ),
            ("/terms", ANY_LINK),
            ("../terms.md", ANY_LINK),
        ],
    )
    def test_relative(self, target: str, hint: str) -> None:
        """
        An address that isn't whole is an error with the likely whole one.
        """
        subject = make_checked({"lending": f"Text.\nSee [this]({target})."})

        assert (
            f'en/lending.md:5: error link-unsafe: the link "this" leads to "{target}", '
            "which is not a whole address, so that it breaks on other pages and in the "
            f"PDF\n  hint: {hint}"
        ) == found_by(check_content, subject)

    def test_scheme(self) -> None:
        """
        A link of a kind that a statement can't have is an error.
        """
        subject = make_checked({"lending": "[files](ftp://fernhill.example)"})

        assert (
            'en/lending.md:4: error link-unsafe: the link "files" leads to '
            '"ftp://fernhill.example", which is no kind of link that a statement may '
            f"have\n  hint: {ANY_LINK}"
        ) == found_by(check_content, subject)

    def test_nowhere(self) -> None:
        """
        A link without an address is an error.
        """
        subject = make_checked({"lending": "[files]()"})

        assert (
            'en/lending.md:4: error link-unsafe: the link "files" leads to "", which '
            f"is nowhere\n  hint: {ANY_LINK}"
        ) == found_by(check_content, subject)

    @pytest.mark.parametrize("scheme", ["javascript", "vbscript", "data", "file"])
    def test_refused(self, scheme: str) -> None:
        """
        A link that the parser left as text is an error, since readers see it typed.
        """
        subject = make_checked({"lending": f"Text.\n\n[this]({scheme}:alert(1))"})

        assert (
            f'en/lending.md:6: error link-unsafe: a link to "{scheme}:" is not made, '
            "and its text is shown as it is typed\n"
            "  hint: Link to a page (https://…), an address (mailto:…, tel:…, sms:…) "
            "or a section (#id)."
        ) == found_by(check_content, subject)

    def test_wordless(self) -> None:
        """
        A link without words is a warning.
        """
        subject = make_checked({"lending": "[](https://fernhill.example)"})

        assert (
            "en/lending.md:4: warning link-empty: the link to "
            '"https://fernhill.example" has no words\n'
            "  hint: Put what it leads to between the brackets."
        ) == found_by(check_content, subject)

    def test_wordless_section(self) -> None:
        """
        A link to a section needs no words: it is a reference.
        """
        subject = make_checked({"lending": "[](#lending) and [](#Not-An-Id)"})

        assert "" == found_by(check_content, subject)


def test_image() -> None:
    """
    An image is a warning that says what readers get in its place.
    """
    subject = make_checked({"lending": "![How a loan goes](loan.png)"})

    assert (
        'en/lending.md:4: warning image-not-shown: the image "loan.png" is not shown, '
        'only its words "How a loan goes"\n'
        "  hint: Say in the text what the image says."
    ) == found_by(check_content, subject)


class TestHtml:
    """HTML in the text."""

    @pytest.mark.parametrize(
        ("text", "first", "others"),
        [
            ("a<br>b", "<br>", ""),
            ("a <b>b</b>", "<b>", "; so is another tag below"),
            ("<div><p>b</p></div>", "<div>", "; so are 3 more tags below"),
            ("<!-- for us -->", "<!--", ""),
            ('<a href="x">b', '<a href="x">', ""),
        ],
    )
    def test_tags(self, text: str, first: str, others: str) -> None:
        """
        HTML is one warning a section, at its first tag.
        """
        subject = make_checked({"lending": text})

        assert (
            f'en/lending.md:4: warning html-as-text: "{first}" is HTML, which readers '
            f"see as it is typed{others}\n"
            "  hint: Write it in Markdown, or delete it; a comment has no place in a "
            "statement."
        ) == found_by(check_content, subject)

    @pytest.mark.parametrize(
        "text",
        ["`<br>` ends a line", "<https://fernhill.example>", "under <18 or >65", "<x>"],
        ids=["code", "address", "comparison", "no tag"],
    )
    def test_no_tags(self, text: str) -> None:
        """
        Angle brackets alone are no HTML.
        """
        assert "" == found_by(check_content, make_checked({"lending": text}))


class TestUnseen:
    """What can't be seen, written as entities."""

    @pytest.mark.parametrize(
        ("entity", "expected"),
        [
            (
                "&#x2028;",
                (
                    "en/lending.md:4: error control-character: the file holds the "
                    "control character U+2028\n"
                    "  hint: Delete it; it can't be seen, and a PDF or a browser may "
                    "drop it."
                ),
            ),
            (
                "&#x202e;",
                (
                    "en/lending.md:4: warning direction-control: the text holds the "
                    "direction control U+202E, which can make it read otherwise than "
                    "it is stored\n"
                    "  hint: Delete it; the direction of a language is set for the "
                    "whole page."
                ),
            ),
        ],
        ids=["control", "direction"],
    )
    def test_entities(self, entity: str, expected: str) -> None:
        """
        An entity is reported as the character would be that it stands for.
        """
        subject = make_checked({"lending": f"We lend **books{entity}**."})

        assert expected == found_by(check_content, subject)
