from __future__ import annotations

import pytest

from duenotice.intake.account import TakenKind
from duenotice.intake.text import read_text
from duenotice.intake.words import block_words
from duenotice.intake.words import split_words
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.serialise import write_blocks


def markdown(text: str) -> str:
    """
    What a plain text is read as.
    """
    return write_blocks(read_text(text).blocks)


LONG = (
    "Fernhill Library lends books, films and games to everyone who lives in the "
    "valley, and it notes which of them each reader has at home, and until when they "
    "are to be back, so that others can wait for them. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Web logs\n\nWe keep logs.\n\nCookies\n\nWe set none.",
            "## Web logs\n\nWe keep logs.\n\n## Cookies\n\nWe set none.\n",
            id="short lines between blank ones",
        ),
        pytest.param(
            "Privacy notice\n\nWe keep logs.\n",
            "# Privacy notice\n\nWe keep logs.\n",
            id="a title with text below it",
        ),
        pytest.param(
            "Fernhill Library\n\nCookies\n\nWe set none.",
            "# Fernhill Library\n\n## Cookies\n\nWe set none.\n",
            id="a title with a heading below it",
        ),
        pytest.param(
            "1. Web logs\n\nKept.\n\nOf visits\n\nToo.\n\n2. Cookies\n\nNone.\n\nWrite"
            " to us\n\nDo.",
            "## 1. Web logs\n\nKept.\n\n### Of visits\n\nToo.\n\n## 2. Cookies\n\n"
            "None.\n\n## Write to us\n\nDo.\n",
            id="unnumbered ones between numbered ones",
        ),
        pytest.param(
            "1. Web logs\n\n2. Cookies\n\nWe set none.",
            "1. Web logs\n2. Cookies\n\nWe set none.\n",
            id="numbered lines in a row are a list",
        ),
        pytest.param(
            "1. One\n\nA.\n\n2. Two\n\n3. Three\n\nB.\n\n4. Four\n\nC.",
            "## 1. One\n\nA.\n\n## 2. Two\n\n## 3. Three\n\nB.\n\n## 4. Four\n\nC.\n",
            id="but not where the headings around them have the numbers next to theirs",
        ),
        pytest.param(
            "Web logs\n========\n\nKept.\n\nCookies\n-------\n\nNone.",
            "## Web logs\n\nKept.\n\n## Cookies\n\nNone.\n",
            id="underlined",
        ),
        pytest.param(
            f"Web logs\n{LONG}\n\nCookies\n{LONG}",
            f"## Web logs\n\n{LONG.strip()}\n\n## Cookies\n\n{LONG.strip()}\n",
            id="without a blank line below",
        ),
        pytest.param(
            "We keep logs.\n\nThank you",
            "We keep logs.\n\nThank you\n",
            id="the last line is none",
        ),
        pytest.param(
            "Privacy notice\n\nLogs\n\nCookies\n\nContacts\n\nIt applies.\n\nLogs\n\n"
            "Kept.\n\nContacts\n\nWrite.",
            "# Privacy notice\n\nLogs\n\nCookies\n\nContacts\n\nIt applies.\n\n## Logs"
            "\n\nKept.\n\n## Contacts\n\nWrite.\n",
            id="a table of contents is text",
        ),
    ],
)
def test_finds_headings(text: str, expected: str) -> None:
    """
    Headings are told by their look and by what is around them.
    """
    assert expected == markdown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We keep:\n\n  • names\n  • days",
            "We keep:\n\n- names\n- days\n",
            id="with the lead-in above",
        ),
        pytest.param("- a\n\n- b", "- a\n- b\n", id="blank lines between items"),
        pytest.param("* a\n* b", "- a\n- b\n", id="stars"),
        pytest.param("We keep:\n– a\n– b", "We keep:\n\n- a\n- b\n", id="dashes"),
        pytest.param("We keep:\no a\no b", "We keep:\n\n- a\n- b\n", id="the letter o"),
        pytest.param("\uf0b7\ta\n\uf0b7\tb", "- a\n- b\n", id="a word processor's"),
        pytest.param("•a\n•b", "- a\n- b\n", id="bullets that touch the word"),
        pytest.param("•\na\n•\nb", "- a\n- b\n", id="bullets on lines of their own"),
        pytest.param(
            "1) a\n2) b\n\nText.\n\n7. c\n8. d",
            "1. a\n2. b\n\nText.\n\n7. c\n8. d\n",
            id="numbers",
        ),
        pytest.param(
            "- a\n  - b\n    - c\n- d", "- a\n  - b\n    - c\n- d\n", id="nested"
        ),
        pytest.param("• a\no b\n• c", "- a\n  - b\n- c\n", id="nested by the sign"),
        pytest.param(
            "- a\n\n  more of a\n\n- b\n\nText.",
            "- a\n\n  more of a\n\n- b\n\nText.\n",
            id="a paragraph in an item",
        ),
        pytest.param("a) one\n\nb) two", "a) one\n\nb) two\n", id="letters stay words"),
        pytest.param(
            "-less words\n\n– a dash begins prose",
            "-less words\n\n– a dash begins prose\n",
            id="other dashes are text",
        ),
    ],
)
def test_finds_lists(text: str, expected: str) -> None:
    """
    Bullets and numbers at the start of lines make lists.
    """
    assert expected == markdown(text)


def test_joins_the_lines_of_a_wrapped_paragraph() -> None:
    """
    A paragraph that was wrapped by hand is one line again.
    """
    lines = ["Fernhill Library keeps your data safe and asks", "for no more of it"]

    assert f"{' '.join(lines)} than it needs.\n" == markdown(
        f"{lines[0]}\n{lines[1]}\nthan it needs."
    )


def test_joins_the_lines_of_a_wrapped_item() -> None:
    """
    An item goes on where its next line is further in.
    """
    assert "- the name of the reader and where they live\n- the day\n" == markdown(
        "- the name of the reader\n  and where they live\n- the day"
    )


@pytest.mark.parametrize("after", ["", f"\n\n{LONG}"], ids=["wrapped", "unwrapped"])
def test_keeps_the_lines_of_an_address(after: str) -> None:
    """
    Short lines that follow each other end where the author ended them.
    """
    text = f"{LONG[:75]}\n{LONG[75:150]}\n\nFernhill Library\n12 Elm Street\nUpton"

    assert "Fernhill Library\\\n12 Elm Street\\\nUpton\n" in markdown(text + after)


def test_links_addresses() -> None:
    """
    Addresses of pages and of people become links; the words stay.
    """
    assert "<https://a.example/b_c>, or <us@a.example>.\n" == markdown(
        "https://a.example/b_c, or us@a.example."
    )


def test_keeps_signs_that_mean_something_in_markdown() -> None:
    """
    What would be markup in Markdown is the same words after it was written.
    """
    text = "*We* keep [no] <b>logs</b> & #1 \\ `x` _y_ ~~~ 1986. was a year."

    assert split_words(text) == block_words(parse_blocks(markdown(text)))


def test_accounts_for_what_it_takes_out() -> None:
    """
    Bullets, numbers and drawn lines are noted with their kind and line.
    """
    taken = read_text("Logs\n====\n\n• a\n\n1. b\n2) c\n\n* * *\n\nd").taken

    assert [
        (TakenKind.RULE, "====", 2),
        (TakenKind.BULLET, "•", 4),
        (TakenKind.LIST_NUMBER, "1.", 6),
        (TakenKind.LIST_NUMBER, "2)", 7),
        (TakenKind.RULE, "* * *", 9),
    ] == [(one.kind, one.words, one.line) for one in taken]


def test_says_that_short_lines_in_a_row_were_left_as_text() -> None:
    """
    What may be a table of contents is pointed out.
    """
    (remark,) = read_text(
        "Privacy notice\n\nLogs\n\nCookies\n\nContacts\n\nIt is.\n\nContacts\n\nWrite."
    ).remarks

    assert (
        (
            '3 short lines follow each other, from "Logs" on; they were taken for text '
            "and not for headings"
        ),
        3,
    ) == (remark.message, remark.line)


def test_says_where_a_line_ends_in_a_hyphen() -> None:
    """
    A word that may have been divided is pointed out, and its parts stay apart.
    """
    source = read_text("The reader's infor-\nmation is kept in the house.")

    assert 'a line ends with "infor-", and the next one was joined to it with a ' in (
        source.remarks[0].message
    )


def test_a_line_that_tells_the_version_stands_by_itself() -> None:
    """
    It is no part of the paragraph that it touches.
    """
    assert "We keep logs.\n\nLast revised: May 2020\n\nVersion 1.8\n" == markdown(
        "We keep logs.\nLast revised: May 2020\nVersion 1.8"
    )
