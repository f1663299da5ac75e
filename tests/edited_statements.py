"""Statements made up at random, and random edits of them, for the laws of comparing.

A statement is a list of sections, and a section a list of blocks, in plain Python: so
that an edit is a line, and the text that it makes is a golden case to read.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from golden_cases import document

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from duenotice.compare import Document

WORDS = (
    *("we", "you", "may", "will", "never", "sell", "keep", "share", "your", "the"),
    *("library", "county", "address", "record", "data", "consent", "of", "and", "a"),
    *("**not**", "*only*", "`session_id`", "30 days", "90&nbsp;days", "12 months"),
    *("e-mail", "email", "“Partners”", '"Partners"', "$10.50", "March 3, 2025"),
    *("[opt out](https://a.example/1)", "[opt out](https://a.example/2)"),
    *("[](#s1)", "[](#s2)", "[#](#s1)", "![a lock](lock.png)", "privacy@a.example"),
    *("数据", "ข้อมูล", "بَيانات", "third-party", "Personal Information", "(#)", "(a)"),
)
TWINS = {
    "e-mail": "email",
    "“Partners”": '"Partners"',
    "30 days": "30&nbsp;days",
    "never": "**never**",
    "[opt out](https://a.example/1)": "[opt out](https://a.example/2)",
}
"""Words, and such as say the same and aren't printed alike."""
KINDS = ("paragraph", "bullets", "numbers", "table", "quote", "code", "heading")


@dataclass
class Block:
    """A block: its kind, and its sentences, items, rows or lines as lists of words."""

    kind: str
    lines: list[list[str]]

    def source(self) -> str:
        """Write it as Markdown."""
        lines = [" ".join(words) for words in self.lines]
        match self.kind:
            case "bullets":
                return "\n".join(f"- {line}." for line in lines)
            case "numbers":
                return "\n".join(f"1. {line}." for line in lines)
            case "table":
                head = "| What | Why |\n| --- | --- |"
                return "\n".join([head, *(f"| {line} | so |" for line in lines)])
            case "quote":
                return "\n>\n".join(f"> {line}." for line in lines)
            case "code":
                return "\n".join(["```", *lines, "```"])
            case "heading":
                signs = "#" * (2 + len(lines) % 3)
                return f"{signs} {lines[0] if lines else 'Nothing'}"
            case _:
                return " ".join(f"{line}." for line in lines)


@dataclass
class Part:
    """A section."""

    id: str
    title: str
    blocks: list[Block]
    former: str = ""
    is_numbered: bool = True


@dataclass
class Text:
    """A statement."""

    parts: list[Part] = field(default_factory=list)

    def source(self) -> str:
        """Write it as a golden case does."""
        pieces, number = ["terms: Personal Information"], 0
        for part in self.parts:
            number += part.is_numbered
            sign = f"{number}. " if part.is_numbered else ""
            former = f"formerly: {part.former}\n" if part.former else ""
            pieces.append(f"# {part.id}: {sign}{part.title}\n{former}")
            pieces += [f"{block.source()}\n" for block in part.blocks]
        return "\n".join(pieces)

    def document(self) -> Document:
        """Read it."""
        return document(self.source())


Edit = Callable[[Text, "random.Random"], None]


def made(random: random.Random) -> Text:
    """Make a statement up."""
    return Text([_part(f"s{n}", random) for n in range(1, random.randint(2, 5))])


def edited(
    text: Text, random: random.Random, times: int, edits: Sequence[Edit] | None = None
) -> Text:
    """Edit a statement some times."""
    found = copy.deepcopy(text)
    for _ in range(times):
        random.choice(edits or EDITS)(found, random)
    return found


def texts(edits: Sequence[Edit] | None = None) -> st.SearchStrategy[tuple[Text, Text]]:
    """Give statements and what became of them."""

    def pair(random: random.Random, times: int) -> tuple[Text, Text]:
        text = made(random)
        return text, edited(text, random, times, edits)

    return st.builds(pair, st.randoms(use_true_random=False), st.integers(0, 8))


def _part(part_id: str, random: random.Random) -> Part:
    return Part(
        id=part_id,
        title=" ".join(random.sample(("Lending", "Rights", "Fees", "Cameras"), 2)),
        blocks=[_block(random) for _ in range(random.randint(0, 4))],
        is_numbered=random.random() < 0.8,
    )


def _block(random: random.Random) -> Block:
    lines = [_line(random) for _ in range(random.randint(1, 4))]
    return Block(random.choice(KINDS), lines)


def _line(random: random.Random) -> list[str]:
    return random.choices(WORDS, k=random.randint(1, 9))


def _change_list(
    several: list[object], random: random.Random, make: Callable[[], object]
) -> None:
    """Delete, insert, double or move one of a list, or let two change places."""
    at = random.randrange(len(several) + 1)
    match random.randrange(5):
        case 0:
            del several[at : at + 1]
        case 1:
            several.insert(at, make())
        case 2:
            several[at:at] = copy.deepcopy(several[at : at + 1])
        case 3 if several:
            several.insert(at, several.pop(random.randrange(len(several))))
        case _:
            random.shuffle(several)


def _edit_words(text: Text, random: random.Random) -> None:
    lines = [one for part in text.parts for block in part.blocks for one in block.lines]
    if lines:
        line = random.choice(lines)
        _change_list(line, random, lambda: random.choice(WORDS))  # type: ignore[arg-type]
        line[:] = line or ["nothing"]


def _edit_twin(text: Text, random: random.Random) -> None:
    """Let a word be printed in another way, or a link lead elsewhere."""
    lines = [one for part in text.parts for block in part.blocks for one in block.lines]
    places = [(line, at) for line in lines for at in range(len(line))]
    random.shuffle(places)
    for line, at in places:
        if line[at] in TWINS:
            line[at] = TWINS[line[at]]
            return


def _edit_lines(text: Text, random: random.Random) -> None:
    blocks = [block for part in text.parts for block in part.blocks]
    if blocks:
        lines = random.choice(blocks).lines
        _change_list(lines, random, lambda: _line(random))  # type: ignore[arg-type]


def _edit_blocks(text: Text, random: random.Random) -> None:
    if text.parts:
        blocks = random.choice(text.parts).blocks
        _change_list(blocks, random, lambda: _block(random))  # type: ignore[arg-type]


def _move_block(text: Text, random: random.Random) -> None:
    source, target = random.choices(text.parts, k=2) if text.parts else (None, None)
    if source is not None and target is not None and source.blocks:
        block = source.blocks.pop(random.randrange(len(source.blocks)))
        target.blocks.insert(random.randrange(len(target.blocks) + 1), block)


def _split_or_merge(text: Text, random: random.Random) -> None:
    parts = [part for part in text.parts if part.blocks]
    if not parts:
        return
    blocks = random.choice(parts).blocks
    at = random.randrange(len(blocks))
    block = blocks[at]
    if random.random() < 0.5:
        half = len(block.lines) // 2
        blocks[at : at + 1] = [
            Block(block.kind, block.lines[:half]),
            Block(block.kind, block.lines[half:]),
        ]
    else:
        lines = [line for one in blocks[at : at + 2] for line in one.lines]
        blocks[at : at + 2] = [Block(block.kind, lines)]


def _edit_parts(text: Text, random: random.Random) -> None:
    """Delete, add, rename or retitle a section, or let all change places."""
    ids = {part.id for part in text.parts}
    free = next(one for n in range(1, 99) if (one := f"s{n}") not in ids)
    at = random.randrange(len(text.parts) + 1)
    match random.randrange(4):
        case 0:
            del text.parts[at : at + 1]
        case 1:
            text.parts.insert(at, _part(free, random))
        case 2:
            random.shuffle(text.parts)
        case _:
            for part in text.parts[at : at + 1]:
                part.former, part.id = part.id, free
                part.title = f"New {part.title}"


IN_PLACE: tuple[Edit, ...] = (_edit_words, _edit_twin)
"""Edits after which every line is where it was."""

EDITS: tuple[Edit, ...] = (
    *(_edit_words, _edit_words, _edit_words, _edit_twin, _edit_lines, _edit_lines),
    *(_edit_blocks, _move_block, _split_or_merge, _edit_parts),
)
