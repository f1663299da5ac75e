"""Laws of writing blocks as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.model.content import Code
from duenotice.model.content import CodeBlock
from duenotice.model.content import Emphasis
from duenotice.model.content import Heading
from duenotice.model.content import Image
from duenotice.model.content import Item
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Reference
from duenotice.model.content import Rule
from duenotice.model.content import Strong
from duenotice.model.content import Table
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.parse.markdown import NestingTooDeepError
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.serialise import write_blocks

if TYPE_CHECKING:
    from duenotice.model.content import Block
    from duenotice.model.content import Inline

SCRAPS = [
    *(
        "a",
        "Web logs",
        "café",
        "数据",
        "1",
        "12",
        " ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
    ),
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "``",
        "```",
        "~~~",
        "#",
        "##",
        "-",
        "--",
        "---",
    ),
    *("+", "=", "===", ">", "1.", "1)", "10.", "|", "||", "\\", "\\\n", "!", "[", "]"),
    *("(", ")", "<", ">", "&", "&amp;", "&#32;", "&#10;", "&copy;", ":", "::", ":--"),
    *("[a](b)", "[a](<b c>)", '[a](b "c")', "[](#web-logs)", "[#](#a..b)", "![x](y)"),
    *("https://a.example/b_c", "<https://a.example>", "<a@b.example>", "- ", "* "),
    *("| a | b |\n|---|---|\n| c | d |\n", "- a\n  - b\n", "1. a\n1. b\n", "> a\n"),
    *("```\ncode\n```\n", "    code\n", "***\n", "Title\n---\n", '"', "'", "’", "\xa0"),
]
sources = st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join)
words = st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=5).map("".join)


def spans(children: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    """Words with marks, some of them inside others."""
    several = st.lists(children, max_size=3).map(tuple)
    return st.one_of(
        several.map(Emphasis),
        several.map(Strong),
        st.builds(
            Link, several, st.sampled_from(["https://a.example/(b", "#a", "b c"])
        ),
    )


leaves: st.SearchStrategy[Inline] = st.one_of(
    words.map(Text),
    words.map(Code),
    st.builds(Image, words, st.just("pictures/a b.png")),
    st.builds(Reference, st.just("web-logs"), st.sampled_from([None, "cookies"])),
    st.builds(LineBreak, st.booleans()),
)
inlines = st.lists(st.recursive(leaves, spans, max_leaves=6), max_size=5).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables whose rows are as wide as their header."""
    width = draw(st.integers(1, 3))
    row = st.lists(inlines, min_size=width, max_size=width).map(tuple)
    return Table(draw(row), tuple(draw(st.lists(row, max_size=2))), ("",) * width)


def containers(children: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Quotes and lists around other blocks."""
    several = st.lists(children, max_size=3).map(tuple)
    items = st.lists(several.map(Item), min_size=1, max_size=3).map(tuple)
    starts = st.sampled_from([1, 2, 999_999_999])
    return st.one_of(
        several.map(Quote), st.builds(List, items, st.booleans(), starts, st.booleans())
    )


blocks = st.lists(
    st.recursive(
        st.one_of(
            inlines.map(Paragraph),
            st.builds(Heading, st.integers(2, 6), inlines),
            st.builds(CodeBlock, words, st.sampled_from(["", "json", "a`b"])),
            tables(),
            st.just(Rule()),
        ),
        containers,
        max_leaves=5,
    ),
    max_size=4,
).map(tuple)


def words_read(content: tuple[Block, ...]) -> list[str]:
    """What people read, word by word, stretch by stretch."""
    return [
        word
        for line in walk_lines(content)
        for word in plain_text(line.inlines).split()
    ]


@settings(max_examples=300, deadline=None)
@given(source=sources)
def test_what_was_read_and_written_reads_the_same(source: str) -> None:
    """
    Parse, serialise, parse is the identity on the text that people read.
    """
    try:
        once = parse_blocks(source)
    except NestingTooDeepError:
        return

    assert words_read(once) == words_read(parse_blocks(write_blocks(once)))


@settings(max_examples=120, deadline=None)
@given(content=blocks)
def test_any_blocks_keep_their_words(content: tuple[Block, ...]) -> None:
    """
    Blocks that no Markdown made, such as those of an imported page, lose no word.
    """
    assert words_read(content) == words_read(parse_blocks(write_blocks(content)))


@settings(max_examples=200, deadline=None)
@given(source=sources)
@example(source="- - *")
@example(source="1. - - *")
@example(source="&#32;\xa0a")
def test_writing_settles(source: str) -> None:
    """
    What has been written once is written the same from then on.
    """
    try:
        written = write_blocks(parse_blocks(source))
    except NestingTooDeepError:
        return

    assert written == write_blocks(parse_blocks(written))
