from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from duenotice.intake.contact_details import find_contacts
from duenotice.intake.controller import find_controller
from duenotice.intake.languages import guess_language
from duenotice.intake.outline import OutlinedSection
from duenotice.intake.printed import broken_promise
from duenotice.intake.printed import printed_line
from duenotice.intake.reading import SourceFormat
from duenotice.intake.reading import choose_format
from duenotice.model.statement import Contacts
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from duenotice.intake.account import Remark

PROMISE = (
    "We give this notice a version number made of the year, month and day of its last "
    "revision."
)


@pytest.mark.parametrize(
    ("text", "name", "aliases", "is_sure"),
    [
        (
            "It is operated by Fernhill Trust of Upton, Inc. (“Fernhill”, the “FT”).",
            "Fernhill Trust of Upton, Inc.",
            ("Fernhill", "FT"),
            True,
        ),
        (
            'Fernhill Library ("we", "us" or "Fernhill") lends books.',
            "Fernhill Library",
            ("Fernhill",),
            True,
        ),
        ("The controller is Fernhill Library.", "Fernhill Library", (), False),
        ("Fernhill Library keeps your data safe.", "Fernhill Library", (), False),
        ("At Fernhill, we keep your data safe.", "Fernhill", (), False),
        ("You use Fernhill, and Fernhill, and Fernhill.", "Fernhill", (), False),
        ("© 2024 Fernhill Library", "Fernhill Library", (), False),
    ],
)
def test_finds_the_controller(
    text: str,
    name: str,
    aliases: tuple[str, ...],
    is_sure: bool,  # noqa: FBT001
) -> None:
    """
    The controller is who defines short names for itself, or else who acts.
    """
    found = find_controller([text])

    assert found is not None
    assert (name, aliases, is_sure) == (found.name, found.aliases, found.is_sure)


def test_the_name_that_the_text_uses_is_the_controllers() -> None:
    """
    Of several names that are given shorter ones, the one counts that is used most.
    """
    texts = [
        "Ads are made by Widget Works, Inc. (“Widget”).",
        "Fernhill Library, Inc. (“Fernhill”) lends books.",
        *["Fernhill lends."] * 5,
    ]

    found = find_controller(texts)

    assert found is not None
    assert "Fernhill Library, Inc." == found.name


@pytest.mark.parametrize(
    "text",
    [
        "We keep logs.",
        "The Library Privacy Act (“LPA”) holds.",
        "This keeps you safe.",
    ],
)
def test_finds_no_controller_where_none_is_named(text: str) -> None:
    """
    A law or a pronoun is no controller.
    """
    assert find_controller([text]) is None


def section(title: str, text: str) -> OutlinedSection:
    """
    A section of a source.
    """
    return OutlinedSection(id="x", title=title, blocks=parse_blocks(text))


def test_finds_contacts() -> None:
    """
    The section about contacts tells how to reach the controller.
    """
    text = (
        "Call +1 (555) 010-9999 or write to [us](mailto:us@a.example?subject=x) or to"
        "\n\n"
        "<https://a.example/us>\n\nFernhill Library\\\n12 Elm Street\\\nus@a.example"
    )

    assert Contacts(
        email="us@a.example",
        telephone="+1 (555) 010-9999",
        address=("Fernhill Library", "12 Elm Street"),
        web="https://a.example/us",
    ) == find_contacts([section("Logs", "a"), section("Contact us", text)])


def test_finds_only_an_email_address_elsewhere() -> None:
    """
    Numbers outside of the section about contacts may be anything.
    """
    text = "See 555-010-9999, a@b.example.\n\nOne\\\n2 Street"

    assert Contacts(email="a@b.example") == find_contacts([section("Logs", text)])


def test_a_date_is_no_telephone_number() -> None:
    """
    Digits with hyphens may be a day.
    """
    assert Contacts() == find_contacts([section("Contacts", "Since 2020-05-03 0.")])


@pytest.mark.parametrize(
    ("line", "value", "is_version", "day"),
    [
        ("Last revised: October 2021", "October 2021", True, None),
        ("Version 1.8", "1.8", True, None),
        ("*Effective May 3rd, 2020*", "May 3rd, 2020", False, dt.date(2020, 5, 3)),
        ("Last updated on 2020-05-03.", "2020-05-03", True, dt.date(2020, 5, 3)),
        (
            "Última actualización: 3 de mayo de 2020",
            "3 de mayo de 2020",
            True,
            dt.date(2020, 5, 3),
        ),
        ("Last updated: 31 February 2020", "31 February 2020", True, None),
        ("Last updated: 03/05/2020", "03/05/2020", True, None),
    ],
)
def test_reads_printed_versions(
    line: str,
    value: str,
    is_version: bool,  # noqa: FBT001
    day: dt.date | None,
) -> None:
    """
    A line that tells the version or a date is read, and its day where it is sure.
    """
    found = printed_line(line)

    assert found is not None
    assert (value, is_version, day) == (found.value, found.is_version, found.day)


@pytest.mark.parametrize(
    "line", ["We keep 2 logs.", "Our rules were last revised in May 2020, and hold."]
)
def test_prose_tells_no_version(line: str) -> None:
    """
    A sentence that speaks of a date stays in the text.
    """
    assert printed_line(line) is None


def promise_remark(*lines: str) -> Remark | None:
    """
    What is said of a text that promises dates and prints these lines.
    """
    printed = [printed_line(line, number) for number, line in enumerate(lines, start=7)]
    return broken_promise(parse_blocks(f"a\n\n{PROMISE}"), [p for p in printed if p])


def test_notices_a_version_that_is_not_as_the_text_promises() -> None:
    """
    A text that promises year, month and day, and prints less, is found out.
    """
    remark = promise_remark("Last revised: October 2021", "Version 1.8")

    assert remark is not None
    assert (
        (
            "the text promises a version number of year, month and day "
            '("We give this notice a version number made of the year, month and day …")'
            ", "
            'and yet it prints "October 2021", "1.8" (lines 7 and 8)'
        ),
        3,
    ) == (remark.message, remark.line)


def test_a_version_as_promised_is_fine() -> None:
    """
    A date with its day keeps the promise, and the effective date isn't meant.
    """
    assert promise_remark("Version 2021-10-15", "Effective: October 2021") is None


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.txt", "# A", SourceFormat.TEXT),
        ("a.MD", "<p>", SourceFormat.MARKDOWN),
        ("a.htm", "a", SourceFormat.HTML),
        ("a", "<!-- x --><!DOCTYPE html>", SourceFormat.HTML),
        ("a", "Text\n\n## A\n", SourceFormat.MARKDOWN),
        ("a", "see [a](b)", SourceFormat.MARKDOWN),
        ("a", "Plain # text", SourceFormat.TEXT),
    ],
)
def test_chooses_the_reader(name: str, text: str, form: SourceFormat) -> None:
    """
    The suffix tells the format; where there is none, the beginning of the text does.
    """
    assert form is choose_format(name, text)


def test_guesses_the_language() -> None:
    """
    The commonest small words tell the language of a text that is long enough.
    """
    spanish = [
        "lo",
        "que",
        "la",
        "ley",
        "y",
        "el",
        "uso",
        "de",
        "los",
        "datos",
        "para",
        "su",
        "cuenta",
    ] * 9
    english = [
        "the",
        "use",
        "of",
        "the",
        "data",
        "that",
        "we",
        "keep",
        "for",
        "you",
        "and",
        "your",
        "books",
    ] * 9

    assert ("es", "en", None, None) == (
        guess_language(spanish),
        guess_language(english),
        guess_language(spanish[:9]),
        guess_language(["Fernhill"] * 90),
    )
