"""Markdown from elsewhere to blocks.

It may have what a section's file can't: front matter of another program, HTML,
comments, attribute lists (`{: #cookies }`), and pictures.
"""

from __future__ import annotations

import bisect
import dataclasses
import re
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.html import locale_of
from duenotice.intake.html import read_html
from duenotice.intake.html_pruning import picture
from duenotice.intake.html_tables import refuse_width
from duenotice.intake.markdown_html import ENTITY
from duenotice.intake.markdown_html import ESCAPED
from duenotice.intake.markdown_html import as_page
from duenotice.intake.markdown_html import guarded
from duenotice.intake.markdown_html import has_tags
from duenotice.intake.markdown_html import with_fences_marked
from duenotice.intake.source import SourceText
from duenotice.intake.unseen import UnseenFilter
from duenotice.intake.words import block_words
from duenotice.intake.words import visible
from duenotice.model.content import Heading
from duenotice.model.content import Image
from duenotice.model.content import List
from duenotice.model.content import Quote
from duenotice.model.content import Table
from duenotice.model.content import plain_text
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines
from duenotice.parse.markdown import NestingTooDeepError
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import YamlFault
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.model.content import Block

_FRONT = re.compile(
    r"\A(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ATTRIBUTE = r"(?:[#.][\w-]+|[\w-]+=(?:\"[^\"\n]*\"|[\w-]+))"
_ATTRIBUTES = re.compile(rf"\{{:?\s*({_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*)\s*\}}")
_ID = re.compile(r"#([\w-]+)")


class TooDeepMarkdownError(DuenoticeError):
    """Lists, quotes or emphasis are nested beyond all sense."""

    hint = "Make the lists, quotes or emphasis flatter."

    def __init__(self) -> None:
        """Say it."""
        super().__init__("the Markdown is nested too deeply to be read")


def read_markdown(text: str) -> SourceText:
    """Read a Markdown file.

    Raises:
        TooDeepMarkdownError: It is nested beyond all sense.
    """
    taken: list[Taken] = []
    front = _FRONT.match(text)
    settings = {} if front is None else _settings(front[2])
    body = text if front is None else _blanked(text, *front.span())
    if front is not None:
        names = ", ".join(settings) or "front matter"
        kind = TakenKind.FRONT_MATTER
        taken.append(Taken(kind=kind, words=names, line=1, content=front[2]))
    body = _without_comments(body, taken)
    body, ids = _without_attributes(body, taken)
    try:
        source = _read(body)
    except (NestingTooDeepError, RecursionError) as error:
        raise TooDeepMarkdownError from error
    return dataclasses.replace(
        source,
        taken=(*taken, *source.taken),
        title=" ".join(visible(settings.get("title", "")).split()) or None,
        language=locale_of(settings.get("lang", settings.get("language", ""))),
        base=None,
        anchors={**_anchors(source.blocks, ids), **source.anchors},
    )


def _read(body: str) -> SourceText:
    is_guarded = not any(sign in body for sign in (ESCAPED, ENTITY))
    blocks = parse_blocks(guarded(body) if is_guarded else body)
    blocks = with_fences_marked(blocks, body.split("\n"))
    if is_guarded and has_tags(blocks):
        return read_html(as_page(blocks))
    unseen = UnseenFilter()
    blocks = unseen.blocks(parse_blocks(body))
    for table in _tables(blocks):
        refuse_width(len(table.header))
    return SourceText(
        blocks=blocks,
        words=block_words(blocks),
        taken=(*unseen.taken(), *_pictures(blocks)),
    )


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        match block:
            case Table():
                yield block
            case List(items=items):
                for item in items:
                    yield from _tables(item.blocks)
            case Quote(blocks=inner):
                yield from _tables(inner)
            case _:
                pass


def _pictures(blocks: tuple[Block, ...]) -> Iterator[Taken]:
    for line in walk_lines(blocks):
        for inline in walk_inlines(line.inlines):
            if isinstance(inline, Image):
                yield picture(inline.target, line.number or None)


def _settings(front: str) -> dict[str, str]:
    """Give the plain values of front matter; nothing where it is no YAML."""
    try:
        root = read_yaml(front)
    except YamlFault:
        return {}
    entries = root.entries if isinstance(root, Mapping) else ()
    values = {
        entry.key: entry.value.text if isinstance(entry.value, Scalar) else ""
        for entry in entries
    }
    return {key: value or "" for key, value in values.items()}


def _blanked(text: str, start: int, end: int) -> str:
    """Take a stretch out and keep its line feeds, so that lines keep their numbers."""
    return text[:start] + "\n" * text.count("\n", start, end) + text[end:]


def _code_ranges(text: str) -> list[tuple[int, int]]:
    """Find the fenced blocks: what looks like a comment there is none."""
    ranges: list[tuple[int, int]] = []
    fence = ""
    start = place = 0
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if not fence and mark is not None:
            fence, start = mark[1], place
        elif fence and line.strip().startswith(fence) and not line.strip(" \n`~"):
            ranges.append((start, place + len(line)))
            fence = ""
        place += len(line)
    return [*ranges, (start, place)] if fence else ranges


def _without_comments(text: str, taken: list[Taken]) -> str:
    ranges = _code_ranges(text)
    starts = [low for low, _ in ranges]
    parts: list[str] = []
    done = place = 0
    line = 1
    while (start := text.find("<!--", place)) >= 0:
        around = bisect.bisect_right(starts, start) - 1
        if around >= 0 and start < ranges[around][1]:
            place = ranges[around][1]
            continue
        end = _comment_end(text, start)
        if end is None:
            break
        line += text.count("\n", done, start)
        taken.append(Taken(kind=TakenKind.COMMENT, words="<!-- -->", line=line))
        feeds = text.count("\n", start, end)
        parts += (text[done:start], "\n" * feeds)
        line += feeds
        done = place = end
    return "".join([*parts, text[done:]])


def _comment_end(text: str, start: int) -> int | None:
    """Find where a comment ends; nowhere if it isn't closed."""
    for whole in ("<!-->", "<!--->"):
        if text.startswith(whole, start):
            return start + len(whole)
    end = text.find("-->", start + 4)
    return end + 3 if end >= 0 else None


def _without_attributes(
    text: str, taken: list[Taken]
) -> tuple[str, list[tuple[int, str]]]:
    """Take attribute lists out; give the ids in them with their lines."""
    ids: list[tuple[int, str]] = []
    lines = text.split("\n")
    in_code = {
        number
        for low, high in _code_ranges(text)
        for number in range(text.count("\n", 0, low) + 1, text.count("\n", 0, high) + 1)
    }
    for number, line in enumerate(lines, start=1):
        found = _ATTRIBUTES.search(line)
        if found is None or line[found.end() :].strip() or number in in_code:
            continue
        taken.append(Taken(kind=TakenKind.ATTRIBUTES, words=found[0], line=number))
        ids += [(number, name) for name in _ID.findall(found[1])]
        lines[number - 1] = line[: found.start()].rstrip()
    return "\n".join(lines), ids


def _anchors(blocks: tuple[Block, ...], ids: list[tuple[int, str]]) -> dict[str, int]:
    """Give the names of headings, as sites make them, and those from attributes."""
    anchors: dict[str, int] = {}
    headings = [block for block in blocks if isinstance(block, Heading)]
    for number, heading in enumerate(headings, start=1):
        words = plain_text(heading.children).lower()
        name = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        anchors.setdefault(name, number)
    for line, name in ids:
        anchors[name] = sum(heading.line <= line for heading in headings)
    return anchors
