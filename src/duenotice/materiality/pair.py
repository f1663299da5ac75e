"""Labelled pairs: a change as a record of its two texts, alone or with a label."""

from __future__ import annotations

import json
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING
from typing import Any

from duenotice.compare import compare
from duenotice.compare.document import document_of_blocks
from duenotice.errors import DuenoticeError
from duenotice.materiality.passage import Passage
from duenotice.model.content import Heading
from duenotice.model.content import List
from duenotice.model.content import Table
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare import Comparison
    from duenotice.model.content import Block


class PairError(DuenoticeError):
    """A line of a file of pairs can't be read."""

    hint = (
        'Each line is a JSON object with "id", "before" and "after", which are texts; '
        '"before" or "after" may be null.'
    )

    def __init__(self, line: int, reason: str) -> None:
        """Say where and why."""
        super().__init__(f"line {line} is no pair: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a reader said of a pair."""

    material: bool | None
    """Nothing where a reader could not tell: borderline."""

    categories: frozenset[str]
    needs_document: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A change of one block."""

    id: str
    before: str
    after: str
    headings: tuple[str, ...] = ()
    lead_in: str = ""
    old_lead_in: str = ""
    block_type: str = ""
    locale: str = "en"
    label: Label | None = None

    @property
    def group(self) -> str:
        """Give what is left out together where something is trained: the id's stem."""
        return self.id.rpartition("-")[0] or self.id


def read_pairs(lines: Iterable[str]) -> Iterator[Pair]:
    """Read pairs, one JSON object a line.

    Raises:
        PairError: A line is something else.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise PairError(number, "it is no JSON") from error
        if not isinstance(record, dict):
            raise PairError(number, "it is no object")
        yield _pair(record, number)


def _pair(record: dict[str, Any], number: int) -> Pair:
    texts = {name: record.get(name) or "" for name in ("id", "before", "after")}
    for name, text in texts.items():
        if not isinstance(text, str):
            raise PairError(number, f'"{name}" is no text')
    if not texts["id"]:
        raise PairError(number, 'it has no "id"')
    headings = record.get("heading_path") or []
    if not isinstance(headings, list):
        raise PairError(number, '"heading_path" is no list')
    return Pair(
        **texts,
        headings=tuple(map(str, headings)),
        lead_in=str(record.get("lead_in") or ""),
        old_lead_in=str(record.get("old_lead_in") or record.get("lead_in") or ""),
        block_type=str(record.get("block_type") or ""),
        locale=str(record.get("locale") or "en"),
        label=_label(record.get("label")),
    )


def _label(found: object) -> Label | None:
    if not isinstance(found, dict):
        return None
    material = found.get("material")
    return Label(
        material=material if isinstance(material, bool) else None,
        categories=frozenset(map(str, found.get("categories") or ())),
        needs_document=bool(found.get("needs_document")),
    )


def comparison_of(pair: Pair) -> Comparison | None:
    """Compare the two sides where they are more than one block; nothing otherwise."""
    old, new = parse_blocks(pair.before), parse_blocks(pair.after)
    if max(map(_units, (old, new))) <= 1:
        return None
    documents = (
        replace(document_of_blocks("", blocks), locale=pair.locale)
        for blocks in (old, new)
    )
    return compare(*documents)


def _units(blocks: tuple[Block, ...]) -> int:
    """Count paragraphs, items and rows."""
    count = 0
    for block in blocks:
        match block:
            case List(items=items):
                count += sum(_units(item.blocks) for item in items)
            case Table(rows=rows):
                count += 1 + len(rows)
            case _:
                count += 1
    return count


def passage_of(pair: Pair) -> Passage:
    """Give a pair as a passage."""
    before, was_heading = _read(pair.before)
    after, is_heading = _read(pair.after)
    return Passage(
        before=before,
        after=after,
        heading="\n".join(pair.headings),
        lead_in=pair.lead_in,
        old_lead_in=pair.old_lead_in,
        section=pair.headings[-1] if pair.headings else "",
        change=pair.id,
        is_heading=pair.block_type == "h" or was_heading or is_heading,
        locale=pair.locale,
    )


def _read(source: str) -> tuple[str, bool]:
    """Give the words of a block as a reader sees them, and whether it is a heading."""
    blocks = parse_blocks(source)
    text = "\n".join(plain_text(line.inlines) for line in walk_lines(blocks))
    is_heading = bool(blocks) and all(isinstance(one, Heading) for one in blocks)
    return text, is_heading
