from __future__ import annotations

import pytest

from duenotice.intake.heading_kinds import HeadingKind
from duenotice.intake.heading_kinds import heading_kind
from duenotice.intake.heading_levels import FoundHeading
from duenotice.intake.heading_levels import doubtful_section
from duenotice.intake.heading_levels import heading_levels
from duenotice.intake.numbering import has_letter
from duenotice.intake.numbering import typed_number

NUMBERED = HeadingKind.NUMBERED
DEEPER = HeadingKind.DEEPER
CAPITALS = HeadingKind.CAPITALS
LETTERED = HeadingKind.LETTERED
SHORT = HeadingKind.SHORT


@pytest.mark.parametrize(
    ("heading", "typed", "value", "rest"),
    [
        ("1. Web logs", "1.", 1, "Web logs"),
        ("12) Web logs", "12)", 12, "Web logs"),
        ("Section 3: Web logs", "Section 3:", 3, "Web logs"),
        ("SECTION 3 Web logs", "SECTION 3", 3, "Web logs"),
        ("Sección 4. Registros", "Sección 4.", 4, "Registros"),
        ("§ 5 Protokolle", "§ 5", 5, "Protokolle"),
        ("6 – Web logs", "6 –", 6, "Web logs"),
        ("I. Web logs", "I.", 1, "Web logs"),
        ("XIV. Web logs", "XIV.", 14, "Web logs"),
        ("Article IX – Web logs", "Article IX –", 9, "Web logs"),
    ],
)
def test_a_typed_number_is_taken_off(
    heading: str, typed: str, value: int, rest: str
) -> None:
    """
    Numbers before headings are known in the forms that people type.
    """
    number = typed_number(heading)

    assert number is not None
    assert (typed, value, rest) == (number.typed, number.value, number.rest)


@pytest.mark.parametrize(
    "heading",
    [
        "24 hours a day",
        "I agree",
        "1.2 Web logs",
        "i. web logs",
        "Section 6 explains this",
        "Web logs 1.",
        "1.",
    ],
)
def test_other_beginnings_are_no_numbers(heading: str) -> None:
    """
    A sentence may begin with a number or with the word for a section.
    """
    assert typed_number(heading) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2. Web logs", NUMBERED),
        ("Section 2: Web logs", NUMBERED),
        ("2.1 Session cookies", DEEPER),
        ("WEB LOGS", CAPITALS),
        ("NUESTRAS COOKIES:", CAPITALS),
        ("a. Session cookies", LETTERED),
        ("Web logs", SHORT),
        ("¿Qué datos recogemos?", SHORT),
        ("数据", SHORT),
    ],
)
def test_a_line_looks_like_a_heading(line: str, kind: HeadingKind) -> None:
    """
    Numbers, capitals, or shortness without a full stop make a heading.
    """
    assert kind is heading_kind(line)


@pytest.mark.parametrize(
    "line",
    [
        "We keep logs.",
        "We keep these:",
        "and so on",
        "privacy@fernhill.example",
        "See https://fernhill.example",
        "April 15, 2014",
        "3 de mayo de 2020",
        "October 2021",
        "12345",
        "2. we keep logs;",
        "A line that has far more words than any heading should, and goes on and on",
    ],
)
def test_prose_does_not_look_like_a_heading(line: str) -> None:
    """
    Sentences, lead-ins, addresses and dates are text.
    """
    assert heading_kind(line) is None


@pytest.mark.parametrize(
    ("heading", "answer"),
    [("a. Access", True), ("(b) Access", True), ("A breach", False), ("a. b", False)],
)
def test_a_letter_before_a_heading(heading: str, answer: bool) -> None:  # noqa: FBT001
    """
    A letter is a heading's where a point or a parenthesis and a capital follow.
    """
    assert answer is has_letter(heading)


def levels(*kinds: HeadingKind | int, title: int | None = None) -> list[int]:
    """
    The levels of headings in a row; a number is that of a numbered heading.
    """
    found = {
        at: FoundHeading(kind=NUMBERED, value=kind)
        if isinstance(kind, int)
        else FoundHeading(kind=kind, dots=1)
        for at, kind in enumerate(kinds)
    }
    given = heading_levels(found, title)
    return [given[at] for at in range(len(kinds))]


def test_every_heading_begins_a_section_where_nothing_ranks_them() -> None:
    """
    Headings of one kind are of one rank.
    """
    assert [1, 2, 2] == levels(SHORT, SHORT, SHORT, title=0)


def test_unnumbered_headings_between_numbered_ones_are_inside() -> None:
    """
    Those before the first and after the last number begin sections of their own.
    """
    assert [2, 2, 3, 2, 2] == levels(SHORT, 1, SHORT, 2, SHORT)


def test_capitals_between_numbered_headings_begin_a_section() -> None:
    """
    A heading in capitals is not below a numbered one.
    """
    assert [2, 2, 2] == levels(1, CAPITALS, 2)


def test_capitals_rank_above_numbers_that_begin_anew() -> None:
    """
    Where each part counts its headings from one, the parts are the sections.
    """
    assert [2, 3, 3, 2, 3] == levels(CAPITALS, 1, 2, CAPITALS, 1)


def test_capitals_rank_above_short_lines_where_they_come_first() -> None:
    """
    A text that begins with capitals keeps them for its sections.
    """
    assert [2, 3, 2, 3] == levels(CAPITALS, SHORT, CAPITALS, SHORT)


def test_lettered_and_deeper_numbers_are_inside() -> None:
    """
    Letters and numbers with a point divide sections.
    """
    assert [2, 3, 3, 2] == levels(1, DEEPER, LETTERED, 2)


def test_letters_alone_begin_sections() -> None:
    """
    Where all headings are lettered, there is nothing above them.
    """
    assert [2, 2] == levels(LETTERED, LETTERED)


def test_a_heading_after_the_last_number_is_in_doubt_where_others_are_inside() -> None:
    """
    Nothing tells whether it begins a section or is inside the last one.
    """
    kinds = [NUMBERED, SHORT, NUMBERED, SHORT]
    found = {at: FoundHeading(kind=kind, value=at + 1) for at, kind in enumerate(kinds)}

    assert 3 == doubtful_section(found, heading_levels(found, None))
