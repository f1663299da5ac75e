from __future__ import annotations

import re

import pytest

from duenotice.parse.markdown import parse_blocks
from duenotice.render.content_html import blocks_html


def html_of(source: str) -> str:
    """Give the HTML of Markdown, without the ends of its lines."""
    return str(blocks_html(parse_blocks(source))).replace("\n", "")


class TestHeadings:
    """Headings inside a section, whose title is of the second level."""

    @pytest.mark.parametrize(
        ("levels", "expected"),
        [
            ("2 3 4 3 2", "3 4 5 4 3"),
            ("5", "3"),
            ("3 4 2 3", "3 4 3 4"),
            ("4 3 2", "3 3 3"),
            ("2 3 4 5 6", "3 4 5 6 6"),
        ],
    )
    def test_no_level_left_out(self, levels: str, expected: str) -> None:
        """
        Whatever the author wrote, no level is left out, and none is above the title.
        """
        source = "\n\n".join(f"{'#' * int(level)} x" for level in levels.split())

        assert expected == " ".join(re.findall(r"<h(\d)", html_of(source)))

    def test_inside_lists(self) -> None:
        """
        Headings inside lists and quotes count as well.
        """
        source = "- ## One\n\n> #### Two\n\n### Three"

        assert ["3", "4", "4"] == re.findall(r"<h(\d)", html_of(source))

    def test_blank(self) -> None:
        """
        A heading without words is none.
        """
        assert "<p>x</p>" == html_of("## ![](a.png)\n\n## &#8203;\n\nx").strip()


class TestBlocks:
    """What the author wrote, kind by kind."""

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            (
                "a *b* **c** `d`",
                "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>",
            ),
            ("a\\\nb\nc", "<p>a<br>bc</p>"),
            ("![Our ship](ship.png)", "<p>Our ship</p>"),
            ("<b> & [#](#x)", '<p>&lt;b&gt; &amp; <a href="#x"></a></p>'),
            ("---", "<hr>"),
            ("> a", "<blockquote><p>a</p></blockquote>"),
            ("```\n<a>\n```", '<pre tabindex="0"><code>&lt;a&gt;</code></pre>'),
            ("- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
            ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
            ("7. a", '<ol start="7"><li>a</li></ol>'),
        ],
    )
    def test_kind(self, source: str, expected: str) -> None:
        """
        Each kind of block and of words has its element, and all else is text.
        """
        assert expected == html_of(source)

    def test_table(self) -> None:
        """
        A table has a head whose cells are about their columns, and its alignments.
        """
        assert (
            '<thead><tr><th scope="col">a</th><th scope="col" class="right">b</th></tr>'
            '</thead><tbody><tr><td>c</td><td class="right">d</td></tr></tbody>'
        ) in html_of("|a|b|\n|---|--:|\n|c|d|")


class TestLinks:
    """Links to addresses."""

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("[x](https://a.example)", '<p><a href="https://a.example">x</a></p>'),
            ("[x](#tickets)", '<p><a href="#tickets">x</a></p>'),
            ("[](https://a.example)", "<p></p>"),
            ("[![](p.png)](https://a.example)", "<p></p>"),
            ("[x](../y)", "<p>x</p>"),
            ("[x](ftp://a.example)", "<p>x</p>"),
            (
                "<https://a.example>",
                '<p><a href="https://a.example" class="address">https://a.example</a></p>',
            ),
        ],
    )
    def test_target(self, source: str, expected: str) -> None:
        """
        A link leads to a page, an address, a number or a section, and has words.
        """
        assert expected == html_of(source)


class TestTables:
    """Tables, which must fit on paper and on a telephone."""

    def test_marks_long_words(self) -> None:
        """
        A word that is too long for its column is marked as one that may be broken.
        """
        table = html_of("| a | b | c | d |\n|---|---|---|---|\n" + f"| {'x' * 19} |||")

        assert [f">{'x' * 19}<"] == re.findall(r'"long"(>x+<)', table)

    @pytest.mark.parametrize(("columns", "expected"), [(5, []), (6, ["table wide"])])
    def test_wide(self, columns: int, expected: list[str]) -> None:
        """
        A table of six columns or more is set smaller.
        """
        table = html_of("|x" * columns + "|\n" + "|---" * columns + "|\n")

        assert expected == re.findall(r'class="(table wide)"', table)

    def test_head_alone(self) -> None:
        """
        A table without rows is no table with a head.
        """
        table = html_of("|x|\n|---|\n")

        assert "<tbody><tr><th" in table
        assert "<thead>" not in table

    def test_reached_by_keyboard(self) -> None:
        """
        What may scroll can be reached without a mouse.
        """
        assert '<div class="table" tabindex="0" role="group">' in html_of(
            "|x|\n|---|\n|y|\n"
        )
