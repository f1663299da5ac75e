from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.compare import compare
from duenotice.render.redline_text import MARKDOWN_MARKS
from duenotice.render.redline_text import PLAIN_MARKS
from duenotice.render.redline_text import TERMINAL_MARKS
from duenotice.render.redline_text import redline_text
from golden_cases import document

if TYPE_CHECKING:
    from duenotice.render.redline_text import TextMarks

LONG = "\n\n".join(f"Sentence {word} stays." for word in ("one", "two", "three"))


def redline(old: str, new: str, marks: TextMarks = PLAIN_MARKS) -> str:
    """Give the redline of two texts."""
    return redline_text(compare(document(old), document(new)), marks, whole=True)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (PLAIN_MARKS, "We lend [-films-]{+books+}.\n"),
        (
            TERMINAL_MARKS,
            "We lend \033[31;9m[-films-]\033[0m\033[32;4m{+books+}\033[0m.\n",
        ),
        (MARKDOWN_MARKS, "We lend <del>films</del><ins>books</ins>.\n"),
    ],
    ids=["plain", "terminal", "markdown"],
)
def test_marks(marks: TextMarks, expected: str) -> None:
    """
    What differs stands between marks, which are seen without colours too.
    """
    assert expected == redline("We lend films.", "We lend books.", marks)


def test_markdown_is_escaped() -> None:
    """
    In a review comment, signs of the statement are no markup.
    """
    old, new = "a \\*b\\* <i> [c] #d x", "a \\*b\\* <i> [c] #d y"

    expected = "a \\*b\\* &lt;i&gt; \\[c\\] \\#d <del>x</del><ins>y</ins>\n"
    assert expected == redline(old, new, MARKDOWN_MARKS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ask @team now", "Ask @&#8203;team now"),
        ("see https://a.example", "see https:/&#8203;/a.example"),
        ("see www.a.example", "see www&#8203;.a.example"),
        ("as in #12", "as in \\#&#8203;12"),
        ("R&amp;D &amp;lt;", "R&amp;D &amp;lt;"),
        ("a&#x202e;b", "a\\\\u202eb"),
    ],
    ids=["mention", "address", "host", "issue", "entity", "escape"],
)
def test_nothing_is_live_in_markdown(words: str, expected: str) -> None:
    """
    In a review comment a text calls nobody, and leads nowhere.
    """
    found = redline(f"{words} x", f"{words} y", MARKDOWN_MARKS)

    assert f"{expected} <del>x</del><ins>y</ins>\n" == found


def test_no_mark_stands_alone_in_markdown() -> None:
    """
    A tag alone on its line would let the lines below it be HTML.
    """
    code = "```\n\n<img src=x>\n\nb\n```"

    expected = "a\n\n\n<ins>&lt;img src=x&gt;</ins>\n\n<ins>b</ins>\n"
    assert expected == redline("a", f"a\n\n{code}", MARKDOWN_MARKS)


@pytest.mark.parametrize("marks", [PLAIN_MARKS, TERMINAL_MARKS])
def test_no_sign_of_a_text_turns_its_line(marks: TextMarks) -> None:
    """
    What would make a terminal show words in another order is shown as its number.
    """
    assert "a\\u202eb\n" == redline("a&#x202e;b", "a&#x202e;b", marks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# one: 1. One\nWe lend.", "## 1. One\n\nWe lend.\n"),
        ("## A\n\nb", "## A\n\nb\n"),
        ("- a\n  - b\n- c", "- a\n  - b\n- c\n"),
        ("1. a\n2. b", "1. a\n1. b\n"),
        ("> a\n>\n> b", "> a\n> b\n"),
        ("| a | b |\n|-|-|\n| c | |", "| a | b |\n| c |  |\n"),
        ("```\na: 1\nb: 2\n```", "a: 1\nb: 2\n"),
        ("- ```\n  a: 1\n  b: 2\n  ```", "- a: 1\n  b: 2\n"),
        ("a\\\nb", "a b\n"),
    ],
    ids=[
        *("section", "heading", "items", "numbers", "quotation", "table", "code"),
        *("code-in-item", "line-break"),
    ],
)
def test_lines(text: str, expected: str) -> None:
    """
    A line of the statement is a line, with signs for what it is.
    """
    assert expected == redline(text, text)


def test_folds() -> None:
    """
    What is far from a change is left out, and a sign stands for it.
    """
    old, new = (f"{LONG}\n\nWe lend {word}.\n\n{LONG}" for word in ("films", "books"))

    expected = "…\n\nSentence three stays.\n\nWe lend [-films-]{+books+}.\n\n…\n"
    assert expected == redline_text(compare(document(old), document(new)))


def test_links() -> None:
    """
    Where a link leads elsewhere, both addresses are told.
    """
    expected = "See [-us (/a)-]{+us (/b)+}.\n"

    assert expected == redline("See [us](/a).", "See [us](/b).")


def test_what_moved_sections_lost() -> None:
    """
    What a section lost or gained on its way is marked inside the move.
    """
    one = "# a: A\nWe lend films to all.\n{}\n"
    other = "# b: B\nWe film.\n\nAnd show it.\n\nAnd sing.\n"
    old = one.format("\nBye.\n") + other
    new = other + one.format("\nOur desk is open.\n")

    assert redline(old, new).endswith(
        "{~We lend films to all.~}\n\n{~[-Bye.-]~}\n\n{~{+Our desk is open.+}~}\n"
    )


def test_typography() -> None:
    """
    Another sign is marked; another space between the same words is not.
    """
    assert '[-“-]{+"+}A[-”-]{+"+} b\n' == redline("“A” b", '"A" b')
    assert "a b\n" == redline("a b", "a&nbsp;b")
    assert "a{+ +}(b)\n" == redline("a(b)", "a (b)")
