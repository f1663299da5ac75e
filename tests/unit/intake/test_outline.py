from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.intake.account import TakenKind
from duenotice.intake.ids import section_ids
from duenotice.intake.outline import TitleWish
from duenotice.intake.outline import make_outline
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.serialise import write_blocks

if TYPE_CHECKING:
    from duenotice.intake.outline import Outline


def outline(text: str, **wish: str) -> Outline:
    """
    The outline of a Markdown text.
    """
    return make_outline(parse_blocks(text), "en", TitleWish(**wish))


def shape(text: str, **wish: str) -> list[str]:
    """
    The title, and for each section its number and title and its text.
    """
    found = outline(text, **wish)
    sections = [
        f"{one.number or ''}|{one.title}|{write_blocks(one.blocks).strip()}"
        for one in found.sections
    ]
    return [found.title, *sections]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "# T\n\n## A\n\na\n\n### B\n\nb\n\n## C\n\nc",
            ["T", "|A|a\n\n## B\n\nb", "|C|c"],
            id="the only highest heading is the title",
        ),
        pytest.param(
            "## Privacy notice\n\n## A\n\na\n\n## B\n\nb",
            ["Privacy notice", "|A|a", "|B|b"],
            id="so is one that reads like it and has nothing below it",
        ),
        pytest.param(
            "# T\n\nt\n\n## A\n\na\n\n## B\n\nb",
            ["T", "|Introduction|t", "|A|a", "|B|b"],
            id="text before the first section",
        ),
        pytest.param(
            "# A\n\na\n\n# B\n\nb",
            ["Privacy statement", "|A|a", "|B|b"],
            id="no title",
        ),
        pytest.param(
            "a\n\nb",
            ["Privacy statement", "|Privacy statement|a\n\nb"],
            id="no heading",
        ),
        pytest.param(
            "# T", ["Privacy statement", "|Privacy statement|**T**"], id="nothing else"
        ),
        pytest.param(
            "# T\n\n## A\n\n#### B\n\nb\n\n##### C\n\nc\n\n### D\n\nd\n\n## E\n\ne",
            ["T", "|A|## B\n\nb\n\n### C\n\nc\n\n## D\n\nd", "|E|e"],
            id="inner levels have no gap",
        ),
        pytest.param(
            "# T\n\n## One\n\n### A\n\na\n\n### B\n\nb",
            ["T", "|One|## A\n\na", "|B|b"],
            id="a level with a single heading divides nothing",
        ),
        pytest.param(
            "# X\n\nx\n\n## A\n\na\n\n## B\n\nb\n\n# Y\n\ny\n\n## C\n\nc\n\n## D\n\nd"
            "\n\n## E\n\ne",
            [
                "Privacy statement",
                "|X|x",
                "|A|a",
                "|B|b",
                "|Y|y",
                "|C|c",
                "|D|d",
                "|E|e",
            ],
            id="two great parts are divided further",
        ),
        pytest.param(
            "# T\n\n## A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\nd",
            ["T", "|A|## B\n\nb\n\n### C\n\nc", "|D|d"],
            id="a heading without text takes in the next one",
        ),
        pytest.param(
            "# T\n\n## A\n\na\n\n## B",
            ["T", "|A|a\n\n**B**"],
            id="a heading without text at the end",
        ),
        pytest.param(
            "# T\n\n## A\n\n## 1. B\n\nb\n\n## 2. C\n\nc",
            ["T", "|Introduction|**A**", "1|B|b", "2|C|c"],
            id="a heading without text before a number",
        ),
        pytest.param(
            "# T\n\n## A\n\na\n\n## 1. B\n\nb\n\n## 2. C\n\nc\n\n## D\n\nd",
            ["T", "|A|a", "1|B|b", "2|C|c", "|D|d"],
            id="a numbered group between others",
        ),
        pytest.param(
            "# T\n\n## I. B\n\nb\n\n## II. C\n\nc", ["T", "1|B|b", "2|C|c"], id="Roman"
        ),
        pytest.param(
            "# T\n\n## 1. B\n\nb\n\n## 3. C\n\nc",
            ["T", "|1. B|b", "|3. C|c"],
            id="numbers with a gap stay words",
        ),
        pytest.param(
            "# T\n\n## 1. B\n\nb\n\n## C\n\nc",
            ["T", "|1. B|b", "|C|c"],
            id="a single number stays a word",
        ),
        pytest.param(
            "# T\n\n## 1. A\n\n## 2. B\n\nb\n\n## 3. C\n\nc",
            ["T", "|1. A|## 2. B\n\nb", "|3. C|c"],
            id="numbers stay words where one has no text",
        ),
        pytest.param(
            "# *T* [x](y)\n\n## `A`\n\na\n\n## B\n\nb",
            ["T x", "|A|a", "|B|b"],
            id="titles are plain words",
        ),
    ],
)
def test_finds_title_and_sections(text: str, expected: list[str]) -> None:
    """
    Headings make the title, the sections and their numbers; none is left without text.
    """
    assert expected == shape(text)


def test_a_given_title_leaves_the_headings_to_the_sections() -> None:
    """
    Who gives a title doesn't take the first heading for one.
    """
    assert ["Own", "|T|## A\n\na", "|B|b"] == shape(
        "# T\n\n## A\n\na\n\n# B\n\nb", given="Own"
    )


def test_a_given_title_is_found_in_the_text() -> None:
    """
    A title that is given and stands in the text too stands there once.
    """
    assert ["Our T", "|A|a", "|B|b"] == shape(
        "## Our T\n\n## A\n\na\n\n## B\n\nb", given="our  t"
    )


def test_a_title_beside_the_text_is_taken_where_it_has_none() -> None:
    """
    Front matter or a page's head name the statement where no heading does.
    """
    assert ["Beside", "|A|a", "|B|b"] == shape("# A\n\na\n\n# B\n\nb", beside="Beside")


@pytest.mark.parametrize(
    ("text", "expected", "taken"),
    [
        pytest.param(
            "# T\n\n*Last updated: May 3, 2020*\n\n## A\n\na\n\n## B\n\nb",
            ["T", "|A|a", "|B|b"],
            ["Last updated: May 3, 2020"],
            id="below the title",
        ),
        pytest.param(
            "Effective 2020-05-03\n\n# T\n\n## A\n\na\n\n## B\n\nb",
            ["T", "|A|a", "|B|b"],
            ["Effective 2020-05-03"],
            id="above the title",
        ),
        pytest.param(
            "# T\n\n## A\n\nx\\\nVersion 1.8\\\ny\n\n## B\n\nb\n\nLast revised: 2020",
            ["T", "|A|x\\\ny", "|B|b"],
            ["Version 1.8", "Last revised: 2020"],
            id="among other lines",
        ),
        pytest.param(
            "# T\n\n## A\n\na\n\n## Last revised: May 2020\n\nx\n\n## B\n\nb",
            ["T", "|A|a\n\nx", "|B|b"],
            ["Last revised: May 2020"],
            id="as a heading",
        ),
        pytest.param(
            "# T\n\n## A\n\na\n\n## History\n\nVersion 1.8",
            ["T", "|A|a", "|History|Version 1.8"],
            [],
            id="not where a section would have no text",
        ),
        pytest.param(
            "Version 1.8",
            ["Privacy statement", "|Privacy statement|Version 1.8"],
            [],
            id="not where nothing would be left",
        ),
    ],
)
def test_takes_out_printed_versions(
    text: str, expected: list[str], taken: list[str]
) -> None:
    """
    Lines that tell the version or its dates go, and are accounted for.
    """
    found = outline(text)

    assert (expected, taken) == (shape(text), [one.words for one in found.printed])


def test_accounts_for_numbers_and_printed_lines() -> None:
    """
    What the outline takes out is noted with its kind and line.
    """
    taken = outline("# T\n\n## 1) A\n\na\n\n## 2) B\n\nb\n\nVersion 1.8").taken

    assert [
        (TakenKind.PRINTED_VERSION, "Version 1.8", 11),
        (TakenKind.HEADING_NUMBER, "1)", 3),
        (TakenKind.HEADING_NUMBER, "2)", 7),
    ] == [(one.kind, one.words, one.line) for one in taken]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        pytest.param(
            "# A\n\na\n\n# B\n\nb",
            "the text doesn't begin with a title; the statement is called "
            '"Privacy statement"',
            None,
            id="no title",
        ),
        pytest.param(
            "# T\n\na",
            "no headings were found; the text is one section",
            3,
            id="no headings",
        ),
        pytest.param(
            "# T\n\n## Section 1: A\n\na\n\n## Section 2: B\n\nb",
            'the headings\' numbers were written "Section 1:" and are printed "1."',
            3,
            id="another form of number",
        ),
        pytest.param(
            "# T\n\n## 2. A\n\na\n\n## 4. B\n\nb",
            'the typed numbers stay in the headings, from "2. A" on: they don\'t run '
            "from 1 without a gap",
            3,
            id="a gap",
        ),
        pytest.param(
            "# T\n\n## A\n\na\n\n## 9. B\n\nb",
            'the typed number stays in the headings, from "9. B" on: it is the only '
            "one",
            7,
            id="a single number",
        ),
        pytest.param(
            "# T\n\n## A\n\na\n\n## a\n\nb",
            '2 sections have the title "a"',
            None,
            id="equal titles",
        ),
    ],
)
def test_says_what_it_was_unsure_of(text: str, message: str, line: int | None) -> None:
    """
    Each doubt is said with the words it is about and the line.
    """
    (remark,) = outline(text).remarks

    assert (message, line) == (remark.message, remark.line)


def test_words_it_adds_are_said() -> None:
    """
    A title that the text doesn't have is noted, with the section it is of.
    """
    added = outline("a\n\n# B\n\nb\n\n# C\n\nc").added

    assert [("Privacy statement", None), ("Introduction", "introduction")] == [
        (one.words, one.section_id) for one in added
    ]


def test_titles_it_adds_are_in_the_language_of_the_text() -> None:
    """
    A Spanish statement gets Spanish titles.
    """
    found = make_outline(
        parse_blocks("a\n\n# B\n\nb\n\n# C\n\nc"), "es-US", TitleWish()
    )

    assert ["Declaración de privacidad", "Introducción"] == [
        one.words for one in found.added
    ]


def test_knows_the_section_of_each_heading() -> None:
    """
    Headings inside a section, and those that had no text, lead to it.
    """
    found = outline("# T\n\n## A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\nd")

    assert {2: "a", 3: "a", 4: "a", 5: "d"} == found.section_of_heading


@pytest.mark.parametrize(
    ("titles", "ids"),
    [
        (["Web logs"], ["web-logs"]),
        (["Your choices", "Your choices"], ["choices", "choices-2"]),
        (["Use of the Site"], ["use-site"]),
        (["Of and for"], ["of-and-for"]),
        (
            ["Emails, voice messages, and SMS text messaging"],
            ["emails-voice-messages-sms-text"],
        ),
        (["Información que recogemos"], ["informacion-que-recogemos"]),
        (["24 hours"], ["section-24-hours"]),
        (["隱私", "數據"], ["section-1", "section-2"]),
        (["Who’s who"], ["whos-who"]),
        (["A" * 50], ["a" * 36]),
    ],
    ids=lambda value: value[0][:20],
)
def test_ids_are_short_forms_of_titles(titles: list[str], ids: list[str]) -> None:
    """
    An id is made of the words that tell a title from others, and is the only one.
    """
    assert ids == section_ids(titles)
