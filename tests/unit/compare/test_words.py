from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.compare import Difference
from duenotice.compare.tokens import tokenise
from duenotice.compare.words import diff_lines
from duenotice.compare.words import similarity
from duenotice.model.content import Paragraph
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from duenotice.compare import Token


def line(source: str) -> list[Token]:
    """Read a line of Markdown as tokens."""
    (block,) = parse_blocks(source)
    assert isinstance(block, Paragraph)
    return tokenise(block.children)


def differences(old: str, new: str) -> list[tuple[str, str, str]]:
    """Give what differs between two lines: how, the old words, the new ones."""
    return [
        (
            one.difference.value,
            "".join(token.text for token in one.old),
            "".join(token.text for token in one.new),
        )
        for one in diff_lines(line(old), line(new))
        if one.difference is not Difference.NONE
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We do sell it.", "We do not sell it.", [("words", "", "not ")]),
        ("We sell it.", "We lend it.", [("words", "sell", "lend")]),
        ("We sell it.", "We sell it. Now.", [("words", "", " Now.")]),
        ("a “b” c", 'a "b" c', [("typography", "“", '"'), ("typography", "”", '"')]),
        ("a *b* c", "a b c", [("formatting", "b", "b")]),
        ("a [b](/x) c", "a [b](/y) c", [("link", "b", "b")]),
        ("a [b d](/x) c", "a b d c", [("link", "b d", "b d")]),
        ("a `b d` c", "a b d c", [("formatting", "b d", "b d")]),
        ("a b", "a\\\nb", [("typography", " ", " ")]),
        ("a b", "a  \nb", [("typography", " ", " ")]),
        ("a b", "a\nb", []),
    ],
)
def test_differences(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    """
    Each stretch that differs says how: in words, or only in how they are printed.
    """
    assert expected == differences(old, new)


def test_rewritten_sentences() -> None:
    """
    A sentence of which little stayed is shown whole, and its neighbours stay.
    """
    old = "We lock up. All loans are stored here for good. We count books."
    new = "We lock up. Nobody sees your loans but the clerk. We count books."

    expected = (
        "words",
        "All loans are stored here for good. ",
        "Nobody sees your loans but the clerk. ",
    )
    assert [expected] == differences(old, new)


def test_sentences_of_rewritten_lines() -> None:
    """
    In a line of which little stayed, the sentence that stayed stays.
    """
    old = "Much was here, and more was there before. We count books."
    new = "We count books. Other things are said now, at some length, again."

    found = differences(old, new)

    assert [
        ("words", "Much was here, and more was there before. ", ""),
        ("words", "", " Other things are said now, at some length, again."),
    ] == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We **never** sell “it”. Ask `us`!", "We sell it, *ever*. Ask [us](/a) now!"),
        ("a b c d e f", "x y"),
        ("A. B. C. D.", "D. A. X. C."),
        ("we we we we", "we we"),
        ("数据。信息。", "信息。新的数据。"),
    ],
)
def test_the_diff_is_both_lines(old: str, new: str) -> None:
    """
    The old sides together are the old line, and the new ones the new line.
    """
    words = diff_lines(line(old), line(new))

    assert line(old) == [token for one in words for token in one.old]
    assert line(new) == [token for one in words for token in one.new]


def test_similarity() -> None:
    """
    Two lines are alike by the words that stay, whatever lies between them.
    """
    assert similarity(line("a b"), line("a *b*")) == 1
    assert similarity(line("a b"), line("c d")) == 0
    assert similarity(line("a b c"), line("a x c y")) == pytest.approx(4 / 7)
