from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
from duenotice.parse.markdown import NestingTooDeepError
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from duenotice.model.content import Inline

A, B = (Text("a"),), (Text("b"),)


def words(source: str) -> tuple[Inline, ...]:
    """The inlines of a source that is one paragraph."""
    (paragraph,) = parse_blocks(source)
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


class TestBlocks:
    def test_kinds(self) -> None:
        """
        Headings, paragraphs, quotes, code and rules are blocks.
        """
        source = "## a\n\nb\n\n> a\n\n```json\nb\n```\n\n---\n"

        assert (
            Heading(2, A),
            Paragraph(B),
            Quote((Paragraph(A),)),
            CodeBlock("b\n", "json"),
            Rule(),
        ) == parse_blocks(source)

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            pytest.param(
                "- a\n- b",
                List((Item((Paragraph(A),)), Item((Paragraph(B),)))),
                id="tight",
            ),
            pytest.param(
                "- a\n\n- b",
                List((Item((Paragraph(A),)), Item((Paragraph(B),))), tight=False),
                id="loose",
            ),
            pytest.param(
                "3) a",
                List((Item((Paragraph(A),)),), ordered=True, start=3),
                id="numbers",
            ),
            pytest.param(
                "- a\n  - b",
                List((Item((Paragraph(A), List((Item((Paragraph(B),)),)))),)),
                id="nested",
            ),
            pytest.param(
                "- - a\n\n  b",
                List(
                    (Item((List((Item((Paragraph(A),)),)), Paragraph(B))),),
                    tight=False,
                ),
                id="tight in loose",
            ),
            pytest.param("-", List((Item(()),), tight=False), id="empty item"),
        ],
    )
    def test_lists(self, source: str, expected: List) -> None:
        """
        A list has items, which may hold blocks of any kind.
        """
        assert (expected,) == parse_blocks(source)

    def test_table(self) -> None:
        """
        A table has a header, rows of its width, and alignments.
        """
        source = "| a | b | a | b |\n|---|:--|:-:|--:|\n| a |\n| a | b | a | b | a |\n"
        expected = Table(
            (A, B, A, B),
            ((A, (), (), ()), (A, B, A, B)),
            ("", "left", "center", "right"),
        )

        assert (expected,) == parse_blocks(source)

    def test_table_without_rows(self) -> None:
        """
        A table may be a header alone.
        """
        assert (Table((A,), (), ("",)),) == parse_blocks("| a |\n|---|\n")

    def test_lines(self) -> None:
        """
        Blocks and items know their lines in the file.
        """
        source = "a\n\n- b\n- c\n\n> d\n\n| e |\n|---|\n"
        paragraph, items, quote, table = parse_blocks(source, first_line=10)
        assert isinstance(items, List)
        assert isinstance(quote, Quote)

        assert [10, 12, 15, 17] == [
            one.line for one in (paragraph, items, quote, table)
        ]
        assert [12, 13] == [item.line for item in items.items]
        assert [12, 13] == [item.blocks[0].line for item in items.items]
        assert 15 == quote.blocks[0].line

    def test_nothing(self) -> None:
        """
        Blank lines and definitions of links show nothing.
        """
        assert () == parse_blocks("\n\n[a]: https://a.example\n")

    @pytest.mark.parametrize("source", ["> " * 2000, "- " * 2000 + "a"])
    def test_depth(self, source: str) -> None:
        """
        What is nested beyond all sense is refused and never read in part.
        """
        with pytest.raises(NestingTooDeepError):
            parse_blocks(source)


class TestWords:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            pytest.param("*a*", (Emphasis(A),), id="emphasis"),
            pytest.param("**a**", (Strong(A),), id="strong"),
            pytest.param(
                "*a **b***", (Emphasis((Text("a "), Strong(B))),), id="nested"
            ),
            pytest.param("`a*`", (Code("a*"),), id="code"),
            pytest.param(
                '[a](https://b.example "c")',
                (Link(A, "https://b.example", "c"),),
                id="link",
            ),
            pytest.param(
                "[a]\n\n[a]: https://b.example",
                (Link(A, "https://b.example"),),
                id="defined",
            ),
            pytest.param(
                "<b@c.example>",
                (Link((Text("b@c.example"),), "mailto:b@c.example"),),
                id="mail",
            ),
            pytest.param("![*a*](b.png)", (Image("a", "b.png"),), id="picture"),
            pytest.param("a\nb", (*A, LineBreak(hard=False), *B), id="wrapped"),
            pytest.param("a\\\nb", (*A, LineBreak(hard=True), *B), id="broken"),
            pytest.param("a  \nb", (*A, LineBreak(hard=True), *B), id="two blanks"),
            pytest.param("\\*a\\*", (Text("*a*"),), id="escapes"),
            pytest.param("AT&amp;T &copy; &#65;", (Text("AT&T © A"),), id="entities"),
            pytest.param("[^1] a", (Text("[^1] a"),), id="no footnotes"),
            pytest.param("~~a~~ ==a==", (Text("~~a~~ ==a=="),), id="no further marks"),
            pytest.param("https://a.example", (Text("https://a.example"),), id="bare"),
        ],
    )
    def test_kinds(self, source: str, expected: tuple[Inline, ...]) -> None:
        """
        Words have the marks of CommonMark and no others.
        """
        assert expected == words(source)

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            pytest.param("[](#a)", Reference("a"), id="id"),
            pytest.param("[](#a-1..b-2)", Reference("a-1", "b-2"), id="range"),
            pytest.param("[#](#a)", Reference("a", number_only=True), id="number"),
            pytest.param(
                "[#](#a..b)",
                Reference("a", "b", number_only=True),
                id="number of range",
            ),
            pytest.param("[a](#a)", Link(A, "#a"), id="with words of its own"),
            pytest.param("[](a)", Link((), "a"), id="no section"),
            pytest.param("[](#A)", Link((), "#A"), id="no id"),
            pytest.param("[](#a...b)", Link((), "#a...b"), id="no range"),
            pytest.param(
                "[](#\u0430)", Link((), "#%D0%B0"), id="letter of another script"
            ),
        ],
    )
    def test_references(self, source: str, expected: Inline) -> None:
        """
        A link to a section without words of its own is a reference.
        """
        assert (expected,) == words(source)

    @pytest.mark.parametrize(
        "source",
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<!-- a -->",
            "a <b>c</b>",
        ],
    )
    def test_html(self, source: str) -> None:
        """
        Markup of HTML is text, as it was written.
        """
        assert (Text(source),) == words(source)

    @pytest.mark.parametrize(
        "target",
        ["javascript:alert(1)", "JaVaScRiPt:a", "vbscript:a", "file:///etc/passwd"],
    )
    def test_targets_that_run(self, target: str) -> None:
        """
        A link to what would run or read a file is no link.
        """
        assert (Text(f"[a]({target})"),) == words(f"[a]({target})")
