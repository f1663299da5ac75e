from __future__ import annotations

import pytest

from duenotice.intake.cleaning import BlockCleaner
from duenotice.intake.words import block_words
from duenotice.model.content import Code
from duenotice.model.content import Paragraph
from duenotice.model.content import Text
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.serialise import write_blocks


def cleaned(text: str) -> tuple[str, list[str]]:
    """
    A Markdown text as a section can hold it, and what is said about it.
    """
    cleaner = BlockCleaner()
    written = write_blocks(cleaner.clean(parse_blocks(text)))
    return written, [one.message for one in cleaner.remarks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\n\n***\n\nb", "a\n\nb\n", id="rules"),
        pytest.param("- a\n-\n\n> \n\nb", "- a\n\nb\n", id="what has no words"),
        pytest.param("a [](#b) [#](#c)", "a  #\n", id="references of another text"),
        pytest.param("![](a.png)b", "b\n", id="pictures without words"),
        pytest.param(f"```\n{' ' * 99}a\n```", "```\n  a\n```\n", id="far in"),
        pytest.param("`a`", "`a`\n", id="code"),
        pytest.param("> a\n>\n> - b", "> a\n>\n> - b\n", id="quotes"),
        pytest.param("# a\n\n**B**\n\nb", "# a\n\n**B**\n\nb\n", id="bold text"),
        pytest.param("**Write.**\n\nb", "**Write.**\n\nb\n", id="a bold sentence"),
    ],
)
def test_gives_what_a_section_can_hold(text: str, expected: str) -> None:
    """
    What a section can't show goes without a loss of words, and nothing is said of it.
    """
    assert (expected, []) == cleaned(text)


@pytest.mark.parametrize(
    ("text", "expected", "message"),
    [
        pytest.param(
            "![A seal](a.png) b",
            "A seal b\n",
            'a picture became its alternative text "A seal"',
            id="a picture",
        ),
        pytest.param(
            "**Logs**\n\na\n\n**Cookies**\n\nb",
            "## Logs\n\na\n\n## Cookies\n\nb\n",
            '2 short paragraphs in bold, from "Logs" on, were taken for headings, '
            "since the text has no others",
            id="bold headings",
        ),
    ],
)
def test_says_what_it_changed(text: str, expected: str, message: str) -> None:
    """
    What is shown in another form than the source had is said.
    """
    assert (expected, [message]) == cleaned(text)


def test_drops_what_can_not_be_seen() -> None:
    """
    A page may hold control characters by their numbers; a section must not.
    """
    words = (Text("a\x01b\x9d"), Code("c\x85d"))

    assert (Paragraph((Text("ab"), Code("c d"))),) == BlockCleaner().clean(
        [Paragraph(words)]
    )


@pytest.mark.parametrize("mark", ["- ", "> "], ids=["lists", "quotes"])
def test_nests_nothing_beyond_reason(mark: str) -> None:
    """
    What is nested too deeply becomes paragraphs at the last level, with all its words.
    """
    source = parse_blocks(f"{mark * 20}a")
    blocks = BlockCleaner().clean(source)

    assert block_words(source) == block_words(parse_blocks(write_blocks(blocks)))
    assert 8 >= str(blocks).count("List(") + str(blocks).count("Quote(")
