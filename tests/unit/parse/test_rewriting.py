from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.model.content import Link
from duenotice.model.content import Paragraph
from duenotice.model.content import Reference
from duenotice.model.content import Text
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.rewriting import change_blocks
from duenotice.parse.rewriting import change_inlines
from duenotice.parse.rewriting import reference_as_link

if TYPE_CHECKING:
    from duenotice.model.content import Inline

SOURCE = """\
# a

b *a **a** [a](b)*

- a

  > a

| a | b |
|---|---|
| a | b |

    a
"""


def shout(inline: Inline, starts: bool) -> Inline:  # noqa: FBT001
    """Make every text loud, and the first of each block a bit louder."""
    match inline:
        case Text(text):
            return Text(("!" if starts else "") + text.upper())
        case _:
            return inline


class TestChangeBlocks:
    def test_everywhere(self) -> None:
        """
        Words are changed wherever they stand, but for code.
        """
        expected = (
            SOURCE.replace("a", "!A", 1)
            .replace("b *a **a** [a]", "!B *!A **!A** [!A]")
            .replace("- a", "- !A")
            .replace("> a", "> !A")
            .replace("| a | b |", "| !A | !B |")
        )

        assert parse_blocks(expected) == change_blocks(parse_blocks(SOURCE), shout)

    def test_lines(self) -> None:
        """
        Changed blocks keep their lines.
        """
        blocks = parse_blocks(SOURCE)

        assert [one.line for one in blocks] == [
            one.line for one in change_blocks(blocks, shout)
        ]


class TestChangeInlines:
    def test_place(self) -> None:
        """
        The change is told which inline comes first.
        """
        assert (Text("!A"), Text("B")) == change_inlines((Text("a"), Text("b")), shout)


class TestReferenceAsLink:
    def test_reference(self) -> None:
        """
        A reference becomes a link with its words to its section.
        """
        blocks = (Paragraph((Text("See "), Reference("a", "b", words="1 to 2"))),)

        assert (Paragraph((Text("See "), Link((Text("1 to 2"),), "#a"))),) == (
            change_blocks(blocks, reference_as_link)
        )
