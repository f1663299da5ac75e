"""Markdown with HTML in it: both as one web page, with the lines of the source.

The parser of a statement's sections reads HTML as words. In a text from elsewhere it is
markup: what Markdown says is written as HTML too, and the whole is read as a page.
"""

from __future__ import annotations

import dataclasses
import re
from html import escape
from typing import TYPE_CHECKING

from duenotice.intake.html_blocks import LINE
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
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

_NAMES = (
    "a|abbr|address|article|aside|b|big|blockquote|br|caption|center|cite|code|col|"
    "colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|"
    "hr|i|iframe|img|ins|kbd|li|main|mark|nav|noscript|ol|p|pre|q|s|samp|script|"
    "section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|"
    "thead|tr|tt|u|ul|var"
)
TAG = re.compile(rf"</?(?:{_NAMES})(?=[\s/>])[^<>]*>", re.IGNORECASE)
"""A tag of an element that texts have; `<name>` as a blank to fill in is none."""

ESCAPED, ENTITY = "\ue100", "\ue101"
"""Stand in a source for `\\<` and `&lt;`, which begin no tag."""

_FENCED = "fenced"
_FENCE = re.compile(r"[\s>*+\-\d.)]*(?:`{3}|~{3})")
"""Begins code, behind the marks of the lists and quotes that it stands in."""

_STAND_INS = {ESCAPED: "<", ENTITY: "<"}
_LITERALS = {ESCAPED: "\\<", ENTITY: "&lt;"}


def guarded(source: str) -> str:
    """Put the stand-ins into a source."""
    return source.replace("\\<", ESCAPED).replace("&lt;", ENTITY)


def with_fences_marked(
    blocks: tuple[Block, ...], lines: Sequence[str]
) -> tuple[Block, ...]:
    """Mark the code between fences: HTML in it is shown, and is no page.

    Args:
        blocks: What was read.
        lines: The source that they were read from.
    """
    return tuple(_with_fences_marked(block, lines) for block in blocks)


def _with_fences_marked(block: Block, lines: Sequence[str]) -> Block:
    match block:
        case CodeBlock(info="", line=line) if _FENCE.match(lines[line - 1]):
            return dataclasses.replace(block, info=_FENCED)
        case List(items=items):
            inner = tuple(
                Item(with_fences_marked(item.blocks, lines), item.line)
                for item in items
            )
            return dataclasses.replace(block, items=inner)
        case Quote(blocks=blocks):
            return dataclasses.replace(block, blocks=with_fences_marked(blocks, lines))
        case _:
            return block


def as_page(blocks: Iterable[Block]) -> str:
    """Write blocks as HTML, with the tags that stand among their words."""
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph(children):
            return _element("p", block.line, _inlines(children))
        case Heading(level, children):
            return _element(f"h{level}", block.line, _inlines(children))
        case List():
            items = "".join(
                _element("li", item.line, as_page(item.blocks)) for item in block.items
            )
            if not block.ordered:
                return _element("ul", block.line, items)
            return f'<ol start="{block.start}" {LINE}="{block.line}">{items}</ol>\n'
        case Quote(blocks):
            return _element("blockquote", block.line, as_page(blocks))
        case CodeBlock():
            return _code_block(block)
        case Table():
            return _table(block)
        case Rule():
            return "<hr>\n"


def _element(name: str, line: int, inside: str) -> str:
    return f'<{name} {LINE}="{line}">{inside}</{name}>\n'


def _code_block(block: CodeBlock) -> str:
    if _is_page_code(block):
        return _element("div", block.line, _with_tags(_literal(block.text)))
    return _element("pre", block.line, f"\n{_escaped(_literal(block.text))}")


def _table(table: Table) -> str:
    head = "".join(f"<th>{_inlines(cell)}</th>" for cell in table.header)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_inlines(cell)}</td>' for cell in row)}</tr>"
        for row in table.rows
    )
    return _element("table", table.line, f"<tr>{head}</tr>{rows}")


def has_tags(blocks: Iterable[Block]) -> bool:
    """Tell whether a tag stands among the words of blocks."""
    return any(map(_has_tags, blocks))


def _has_tags(block: Block) -> bool:
    match block:
        case List(items=items):
            return any(has_tags(item.blocks) for item in items)
        case Quote(blocks=blocks):
            return has_tags(blocks)
        case CodeBlock():
            return _is_page_code(block)
        case _:
            return any(_has_tag(line.inlines) for line in walk_lines((block,)))


def _has_tag(inlines: tuple[Inline, ...]) -> bool:
    inner = (_children(one) for one in walk_inlines(inlines))
    return any(
        isinstance(one, Text) and TAG.search(one.text) is not None
        for stretch in (inlines, *inner)
        for one in _runs(stretch)
    )


def _is_page_code(block: CodeBlock) -> bool:
    """Tell whether lines are HTML that is only far in, and no code to be shown."""
    return not block.info and TAG.match(block.text.lstrip()) is not None


def _children(inline: Inline) -> tuple[Inline, ...]:
    match inline:
        case Emphasis(children) | Strong(children) | Link(children=children):
            return children
        case _:
            return ()


def _runs(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Put words together that only a wrapped line parts: a tag may go over it."""
    text = ""
    for inline in inlines:
        match inline:
            case Text(words):
                text += words
            case LineBreak(hard=False):
                text += "\n"
            case _:
                if text:
                    yield Text(text)
                text = ""
                yield inline
    if text:
        yield Text(text)


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, _runs(inlines)))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return _with_tags(text)
        case Code(text):
            return f"<code>{_escaped(_literal(text))}</code>"
        case Emphasis(children):
            return f"<em>{_inlines(children)}</em>"
        case Strong(children):
            return f"<strong>{_inlines(children)}</strong>"
        case Link(children, target, title):
            return _link(_inlines(children), target, title)
        case Image(alternative, target):
            words, source = (escape(_plain(one)) for one in (alternative, target))
            return f'<img alt="{words}" src="{source}">'
        case Reference(first, number_only=number_only):
            return _link("#" if number_only else "", f"#{first}", "")
        case LineBreak():
            return "<br>"


def _link(words: str, target: str, title: str) -> str:
    hint = f' title="{escape(_plain(title))}"' if title else ""
    return f'<a href="{escape(_plain(target))}"{hint}>{words}</a>'


def _with_tags(text: str) -> str:
    """Escape words, but leave the tags among them."""
    parts: list[str] = []
    end = 0
    for tag in TAG.finditer(text):
        parts += (_escaped(_plain(text[end : tag.start()])), _plain(tag[0]))
        end = tag.end()
    return "".join([*parts, _escaped(_plain(text[end:]))])


def _plain(text: str) -> str:
    for stand_in, sign in _STAND_INS.items():
        text = text.replace(stand_in, sign)
    return text


def _literal(text: str) -> str:
    for stand_in, words in _LITERALS.items():
        text = text.replace(stand_in, words)
    return text


def _escaped(text: str) -> str:
    return escape(text, quote=False)
