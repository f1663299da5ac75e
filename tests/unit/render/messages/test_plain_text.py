from __future__ import annotations

import pytest

from duenotice.parse.markdown import parse_blocks
from duenotice.render.messages.plain_text import blocks_text
from duenotice.render.messages.plain_text import wrapped


class TestBlocksText:
    """A notice as plain text."""

    @pytest.mark.parametrize(
        ("markdown", "expected"),
        [
            pytest.param("One\ntwo.", "One two.", id="a paragraph"),
            pytest.param("One\\\ntwo.", "One\ntwo.", id="lines that are meant"),
            pytest.param("## What *changes*", "What changes\n------------", id="title"),
            pytest.param("- a\n- b", "- a\n- b", id="a list"),
            pytest.param("3. a\n4. b", "3. a\n4. b", id="a numbered list"),
            pytest.param(
                "- a\n\n  b\n- c", "- a\n\n  b\n- c", id="items of paragraphs"
            ),
            pytest.param("- a\n  - b", "- a\n  - b", id="a list in a list"),
            pytest.param("> a\n>\n> b", "> a\n>\n> b", id="a quotation"),
            pytest.param("| a | b |\n|---|---|\n| c | d |", "| a | b |\n| c | d |"),
            pytest.param("```\nx  y\n```", "x  y", id="lines to be taken literally"),
            pytest.param("a\n\n***\n\nb", f"a\n\n{'-' * 20}\n\nb", id="a rule"),
            pytest.param("![a map](x.png)", "a map", id="a picture"),
            pytest.param("`<b>` and &amp;", "<b> and &", id="signs of markup"),
        ],
    )
    def test_blocks(self, markdown: str, expected: str) -> None:
        """
        Every kind of block can be read without markup.
        """
        assert expected == blocks_text(parse_blocks(markdown))

    @pytest.mark.parametrize(
        ("markdown", "expected"),
        [
            ("[us](https://a.example/x)", "us (https://a.example/x)"),
            ("<https://a.example/x>", "https://a.example/x"),
            ("[write](mailto:a@b.example)", "write (a@b.example)"),
            ("<a@b.example>", "a@b.example"),
            ("[1-800](tel:1800)", "1-800"),
            ("[here](#retention)", "here"),
            ("[x](ftp://a.example/)", "x"),
        ],
    )
    def test_links(self, markdown: str, expected: str) -> None:
        """
        An address follows its words, unless they say it already.
        """
        assert expected == blocks_text(parse_blocks(markdown))


class TestWrapped:
    """Lines that every program shows as they are."""

    def test_long_lines(self) -> None:
        """
        A line is cut between words, and goes on below its own beginning.
        """
        words = " ".join(["word"] * 20)

        lines = wrapped(f"- {words}\n> {words}\n{words}").splitlines()

        assert ["- word", "  word", "> word", "> word", "word w", "word w"] == [
            one[:6] for one in lines
        ]
        assert 72 >= max(map(len, lines))

    def test_addresses(self) -> None:
        """
        An address is never cut: nobody could follow it.
        """
        address = f"https://a.example/{'x' * 90}/"

        assert address in wrapped(f"See {address} for more.").splitlines()

    def test_gaps(self) -> None:
        """
        Of several empty lines one is left, and none at the ends.
        """
        assert "a\n\nb\n" == wrapped("\n\na  \n\n\n\nb\n\n")
