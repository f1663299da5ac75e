from __future__ import annotations

import pytest

from duenotice.intake.words import WordDifference
from duenotice.intake.words import block_words
from duenotice.intake.words import compare_words
from duenotice.intake.words import split_words
from duenotice.intake.words import visible
from duenotice.model.content import Code
from duenotice.model.content import LineBreak
from duenotice.model.content import Paragraph
from duenotice.model.content import Strong
from duenotice.model.content import Text
from duenotice.parse.markdown import parse_blocks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("web\xa0logs\u2028kept", ["web", "logs", "kept"], id="spaces"),
        pytest.param("•web \uf0b7 logs", ["•", "web", "\uf0b7", "logs"], id="bullets"),
        pytest.param("we\x07b lo\x9dgs", ["web", "logs"], id="control characters"),
        pytest.param(" \n ", [], id="nothing"),
    ],
)
def test_words_stand_between_white_space(text: str, words: list[str]) -> None:
    """
    A word is what stands between white space of any kind; a bullet is one of its own,
    and what can't be seen is none.
    """
    assert words == list(split_words(text))


def test_words_of_blocks_are_those_people_read() -> None:
    """
    Marks, links and line breaks are no words, what they mark is.
    """
    blocks = (
        Paragraph((Strong((Text("We"),)), LineBreak(hard=True), Code("log"))),
        *parse_blocks("- [one](https://a.example)\n\n| a | b |\n|---|---|\n| c | d |"),
    )

    assert ["We", "log", "one", "a", "b", "c", "d"] == list(block_words(blocks))


def test_equal_texts_have_no_difference() -> None:
    """
    Two texts with the same words in the same order don't differ.
    """
    assert not compare_words(["we", "keep"], ["we", "keep"])


@pytest.mark.parametrize(
    ("expected", "found", "missing", "unexpected"),
    [
        pytest.param("we keep logs", "we logs", "keep", "", id="lost"),
        pytest.param("we keep", "we all keep", "", "all", id="added"),
        pytest.param("keep logs", "logs keep", "logs", "logs", id="moved"),
        pytest.param("we keep logs", "we kept logs", "keep", "kept", id="changed"),
        pytest.param("a b a b a", "a a", "b b a", "", id="repeated"),
    ],
)
def test_a_difference_names_the_words(
    expected: str, found: str, missing: str, unexpected: str
) -> None:
    """
    What one text lacks is missing, what it has more is unexpected, both in order.
    """
    difference = compare_words(expected.split(), found.split())

    assert (
        WordDifference(
            missing=tuple(missing.split()), unexpected=tuple(unexpected.split())
        )
        == difference
    )


def test_accounted_words_are_left_out() -> None:
    """
    Words that were taken out on purpose are not missing, each as often as it was.
    """
    difference = compare_words(["•", "a", "•", "b", "•"], ["a", "b"])

    assert ("•",) == difference.without(["•", "•"]).missing


def test_words_that_were_not_taken_out_after_all_are_unexpected() -> None:
    """
    A report that says a word was taken out, when it wasn't, is as wrong as a loss.
    """
    assert ("1.",) == compare_words(["a"], ["a"]).without(["1."]).unexpected


def test_visible_text_keeps_lines_and_tabs() -> None:
    """
    Control characters go, and separators become spaces; line feeds and tabs stay.
    """
    assert "a\n\tb c" == visible("a\x00\n\tb\x85c")
