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
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.serialise import write_blocks
from duenotice.parse.serialise import write_inlines
from duenotice.parse.serialise_inlines import Place

if TYPE_CHECKING:
    from duenotice.model.content import Block
    from duenotice.model.content import Inline

A, B = Paragraph((Text("a"),)), Paragraph((Text("b"),))

WHOLE = """\
A paragraph with *stress*, **weight**, `code`, a [link](https://a.example "b"),
[](#web-logs), [#](#a..b), ![a picture](<a.png>) and <c@d.example>.\\
A new line.

## A heading

- one
- two

  more of two

> quoted
>
> - inside

3. three
4. four
   - inner

```json
{"a": 1}
```

| a | b |
| :-- | --: |
| c \\| d | *e* |

___
"""


class TestWriteBlocks:
    def test_every_kind(self) -> None:
        """
        Text in the program's own form is written as it was read, but for loose lists.
        """
        expected = WHOLE.replace("- one\n- two", "- one\n\n- two")

        assert expected.rstrip() == write_blocks(parse_blocks(WHOLE)).rstrip()

    @pytest.mark.parametrize(
        ("blocks", "expected"),
        [
            pytest.param((A, B), "a\n\nb", id="paragraphs"),
            pytest.param(
                (List((Item((A,)),)), List((Item((B,)),))), "- a\n\n* b", id="two lists"
            ),
            pytest.param(
                (List((Item((A,)),), ordered=True), List((Item((B,)),), ordered=True)),
                "1. a\n\n1) b",
                id="two numbered lists",
            ),
            pytest.param((Quote((A,)), Quote((B,))), "> a\n\n> b", id="two quotes"),
            pytest.param(
                (CodeBlock("```\n", "a`b"),), "~~~a`b\n```\n~~~", id="ticks in code"
            ),
            pytest.param((CodeBlock("```\n"),), "````\n```\n````", id="longer fence"),
            pytest.param((List((Item((Rule(),)),)),), "- ___", id="rule in a list"),
            pytest.param(
                (Heading(2, (Text("a #"),)),),
                "## a \\#",
                id="heading that ends in a mark",
            ),
            pytest.param(
                (Table(((Text("a|b"),),), (), ("center",)),),
                "| a\\|b |\n| :-: |",
                id="bar in a cell",
            ),
        ],
    )
    def test_neighbours(self, blocks: tuple[Block, ...], expected: str) -> None:
        """
        Blocks don't run into one another, nor into what they hold.
        """
        assert expected == write_blocks(blocks).rstrip()


class TestWriteInlines:
    @pytest.mark.parametrize(
        ("inlines", "expected"),
        [
            pytest.param((Text("2 * 3 * 4"),), "2 \\* 3 \\* 4", id="stars"),
            pytest.param((Text("snake_case"),), "snake_case", id="underscore"),
            pytest.param((Text("AT&T &amp;"),), "AT&T \\&amp;", id="entity"),
            pytest.param((Text("<b> 1 < 2"),), "\\<b> 1 < 2", id="angles"),
            pytest.param((Text("1. a"),), "1\\. a", id="number at the start"),
            pytest.param((Text("- a"),), "\\- a", id="mark at the start"),
            pytest.param((Code("`a"),), "`` `a ``", id="tick in code"),
            pytest.param(
                (Text("a!"), Link((Text("b"),), "c")), "a\\![b](c)", id="no picture"
            ),
            pytest.param(
                (Link((Text("a"),), "b (c"),), "[a](<b (c>)", id="odd address"
            ),
            pytest.param(
                (Emphasis((Text("a"),)), Emphasis((Text("b"),))),
                "ab",
                id="two stresses",
            ),
            pytest.param(
                (Strong((Text(" "),)), Text("a")), "a", id="nothing to stress"
            ),
            pytest.param((Image("a]", "b"),), "![a\\]](<b>)", id="picture"),
            pytest.param(
                (Reference("a", "b", words="sections 1 through 2"),),
                "[](#a..b)",
                id="reference",
            ),
            pytest.param((), "", id="nothing"),
        ],
    )
    def test_escapes(self, inlines: tuple[Inline, ...], expected: str) -> None:
        """
        Only what would be read as a mark is escaped.
        """
        assert expected == write_inlines(inlines)

    def test_one_line(self) -> None:
        """
        In a heading or a cell, a line break is a space.
        """
        inlines = (Text("a"), LineBreak(hard=True), Text("b"))

        assert "a b" == write_inlines(inlines, Place.LINE)
