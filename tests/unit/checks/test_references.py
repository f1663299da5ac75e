from __future__ import annotations

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from duenotice.checks.references import check_references
from duenotice.model.statement import Group

GROUPS = (
    Group(section_ids=("introduction",)),
    Group(section_ids=("lending", "web-logs", "fines"), numbered=True),
    Group(section_ids=("contacts",)),
)
ID_HINT = 'An id is the name of a section\'s file without ".md".'


def found(text: str) -> str:
    """Give what is found in the section on lending of a statement of five sections."""
    ids = [one for group in GROUPS for one in group.section_ids]
    texts = {**dict.fromkeys(ids, "Text."), "lending": text}
    return found_by(check_references, make_checked(texts, groups=GROUPS))


@pytest.mark.parametrize(
    "text",
    [
        "See [](#web-logs).",
        "See section [#](#web-logs).",
        "See [](#contacts), [what we log](#web-logs).",
        "See [](#lending..fines) and [](#introduction..contacts).",
        "See the section [](#contacts).",
    ],
)
def test_sound(text: str) -> None:
    """
    References to sections that are there have no fault.
    """
    assert "" == found(text)


class TestUnknown:
    """References to sections that are not there."""

    def test_likely(self) -> None:
        """
        An unknown id is an error at its line, with the likely one.
        """
        assert (
            'en/lending.md:5: error reference-unknown: "[](#weblogs)" names the '
            'section "weblogs", which doesn\'t exist\n'
            f'  hint: Did you mean "web-logs"? {ID_HINT}'
        ) == found("See\n[](#weblogs).")

    def test_range(self) -> None:
        """
        Each end of a range is looked up.
        """
        assert (
            'en/lending.md:4: error reference-unknown: "[](#lending..x)" names the '
            f'section "x", which doesn\'t exist\n  hint: {ID_HINT}'
        ) == found("[](#lending..x)")

    def test_link(self) -> None:
        """
        A link with words of its own is looked up too.
        """
        assert (
            'en/lending.md:4: error reference-unknown: "[the logs](#x)" names the '
            f'section "x", which doesn\'t exist\n  hint: {ID_HINT}'
        ) == found("See [the logs](#x).")

    def test_range_with_words(self) -> None:
        """
        A range can't have words of its own.
        """
        assert (
            'en/lending.md:4: error reference-unknown: "[all](#lending..fines)" names '
            'the section "lending..fines", which doesn\'t exist\n'
            f"  hint: For a range write [](#lending..fines), without words. {ID_HINT}"
        ) == found("See [all](#lending..fines).")

    def test_heading(self) -> None:
        """
        A link to a heading inside a section says that headings have no address.
        """
        text = "See [days](#loans--days).\n\n## Loans & days\n\nText."

        assert (
            'en/lending.md:4: error reference-unknown: "[days](#loans--days)" names '
            'the section "loans--days", which doesn\'t exist\n'
            '  hint: It is a heading in the section "lending", and headings have no '
            f"address: name the section, or make it one. {ID_HINT}"
        ) == found(text)

    def test_many(self) -> None:
        """
        A file full of unknown ids gets suggestions for the first twenty alone.
        """
        hints = found("[](#weblogs) " * 25).count("Did you mean")

        assert 20 == hints


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("See [](#lending).", '"[](#lending)" refers to the section it stands in'),
        (
            "See [here](#lending).",
            'the link "here" leads to the section it stands in',
        ),
    ],
    ids=["reference", "link"],
)
def test_self(text: str, message: str) -> None:
    """
    A section that refers to itself is a warning.
    """
    assert (
        f"en/lending.md:4: warning reference-self: {message}\n"
        '  hint: Say "this section", or name the section that is meant.'
    ) == found(text)


def test_unnumbered() -> None:
    """
    The bare number of a section that has none is an error.
    """
    assert (
        'en/lending.md:4: error reference-unnumbered: "[#](#contacts)" asks for the '
        "number of a section that has none\n"
        "  hint: Write [](#contacts) for its title, or move the section into a "
        "numbered group."
    ) == found("See [#](#contacts).")


class TestRanges:
    """Ranges."""

    def test_backwards(self) -> None:
        """
        A range whose end comes first is an error with the right order.
        """
        assert (
            'en/lending.md:4: error reference-range: "[](#fines..web-logs)" ends '
            "before it begins\n"
            "  hint: Write [](#web-logs..fines)."
        ) == found("[](#fines..web-logs)")

    def test_one_section(self) -> None:
        """
        A range of one section is an error with the plain reference.
        """
        assert (
            'en/lending.md:4: error reference-range: "[](#fines..fines)" is a range of '
            "one section\n"
            "  hint: Write [](#fines) for one section."
        ) == found("[](#fines..fines)")

    def test_bare_number(self) -> None:
        """
        A range has no bare number.
        """
        assert (
            'en/lending.md:4: error reference-range: "[#](#web-logs..fines)" asks for '
            "the bare number of a range\n"
            "  hint: Write [](#web-logs..fines), or [#](#web-logs) and [#](#fines) "
            "with words between them."
        ) == found("[#](#web-logs..fines)")

    def test_mixed(self) -> None:
        """
        A range from a number to no number is a warning, since it prints titles.
        """
        assert (
            'en/lending.md:4: warning reference-mixed: "[](#web-logs..contacts)" goes '
            "from a numbered section to one without a number, so it is printed with "
            "titles\n"
            "  hint: Begin and end the range at numbered sections."
        ) == found("[](#web-logs..contacts)")


class TestDoubling:
    """A typed word that the reference prints too."""

    def test_message(self) -> None:
        """
        The word before a reference that prints it again is a warning.
        """
        assert (
            'en/lending.md:5: warning reference-doubled: "Section [](#web-logs)" '
            'prints the word "Section" twice\n'
            "  hint: Leave the word out, or write [#](#…) for the bare number."
        ) == found("Section\n[](#web-logs) says more.")

    @pytest.mark.parametrize(
        "text", ["See sections [](#lending..fines).", "In **section** [](#fines)."]
    )
    def test_forms(self, text: str) -> None:
        """
        So is the plural before a range, and a word in bold.
        """
        assert "reference-doubled" in found(text)

    def test_spanish(self) -> None:
        """
        The word is that of the locale.
        """
        spanish = {"lending": "Texto.", "fines": "Vea la sección [](#lending)."}
        subject = make_checked({"lending": "Text.", "fines": "Text."}, es=spanish)

        assert ["reference-doubled"] == codes(check_references, subject)
