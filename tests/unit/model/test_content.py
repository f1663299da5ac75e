from __future__ import annotations

from duenotice.model.content import Code
from duenotice.model.content import Emphasis
from duenotice.model.content import Image
from duenotice.model.content import Line
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Paragraph
from duenotice.model.content import Reference
from duenotice.model.content import Strong
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines
from duenotice.parse.markdown import parse_blocks


class TestPlainText:
    def test_every_kind(self) -> None:
        """
        A reader sees words, whatever marks they have, on one line.
        """
        inlines = (
            Text("a "),
            Emphasis((Strong((Text("b"),)), Code("c"))),
            LineBreak(hard=True),
            Link((Text("d"),), "https://d.example", "title"),
            LineBreak(hard=False),
            Image("e", "e.png"),
            Reference("f", words=" section 2"),
        )

        assert "a bc d e section 2" == plain_text(inlines)

    def test_reference_without_words(self) -> None:
        """
        A reference whose words were not filled in yet shows none.
        """
        assert "" == plain_text((Reference("a"),))


class TestWalkInlines:
    def test_order(self) -> None:
        """
        Outer inlines come before those inside them.
        """
        inner = Text("a")
        strong = Strong((inner,))
        link = Link((strong,), "#a")
        last = Code("b")

        assert [link, strong, inner, last] == list(walk_inlines((link, last)))


class TestWalkLines:
    def test_every_block(self) -> None:
        """
        Every stretch of text is given in reading order, with its line.
        """
        source = (
            "## a\n\nb\n\n- c\n\n  > d\n\n---\n\n    e\n\n"
            "| f | g |\n|---|---|\n| h | i |\n"
        )
        found = list(walk_lines(parse_blocks(source, first_line=1)))

        assert [
            ("a", 1),
            ("b", 3),
            ("c", 5),
            ("d", 7),
            ("e\n", 11),
            ("f", 13),
            ("g", 13),
            ("h", 13),
            ("i", 13),
        ] == [(plain_text(line.inlines), line.number) for line in found]

    def test_words(self) -> None:
        """
        A line has its words with their marks.
        """
        words = (Emphasis((Text("a"),)),)

        assert [Line(words, 3)] == list(walk_lines((Paragraph(words, 3),)))


class TestEquality:
    def test_lines_apart(self) -> None:
        """
        The same text at another line is the same text.
        """
        assert parse_blocks("- a\n\n> b\n") == parse_blocks(
            "- a\n\n> b\n", first_line=70
        )
