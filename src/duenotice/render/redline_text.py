"""A comparison as text: for a terminal, for a review comment, for a file.

One line holds one line of the statement. What is unchanged and far from a change is
left out, and `…` stands for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.compare import Branch
from duenotice.compare import Difference
from duenotice.compare import Leaf
from duenotice.compare import MovedPart
from duenotice.compare import PartHeading
from duenotice.compare import Side
from duenotice.compare.document import Row
from duenotice.compare.elements import line_of
from duenotice.diagnostics import visible_lines
from duenotice.model.content import Heading
from duenotice.model.content import Link
from duenotice.model.content import List
from duenotice.model.content import Quote
from duenotice.render.redline_links import changed_targets
from duenotice.render.redline_shown import shown_places

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare import Comparison
    from duenotice.compare import Move
    from duenotice.compare import Node
    from duenotice.compare import Stretch
    from duenotice.compare import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMarks:
    """What stands before and behind words that differ."""

    removed: tuple[str, str]
    added: tuple[str, str]
    moved_away: tuple[str, str]
    moved_here: tuple[str, str]
    escape: Callable[[str], str] = str
    """Keeps words of the statement from being taken for marks, or acted upon."""

    is_by_line: bool = False
    """Whether marks stand around each line: in Markdown a tag alone opens a block."""


PLAIN_MARKS = TextMarks(
    removed=("[-", "-]"),
    added=("{+", "+}"),
    moved_away=("[~", "~]"),
    moved_here=("{~", "~}"),
    escape=visible_lines,
)
"""Those of `git diff --word-diff`, and two more for moves."""

TERMINAL_MARKS = TextMarks(
    removed=("\033[31;9m[-", "-]\033[0m"),
    added=("\033[32;4m{+", "+}\033[0m"),
    moved_away=("\033[2;9m[~", "~]\033[0m"),
    moved_here=("\033[36m{~", "~}\033[0m"),
    escape=visible_lines,
)
"""The same with colours; the signs stay for those who see none."""

_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]#|~])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_NO_SPACE = "&#8203;"
"""Has no width. Behind it a forge sees neither a name, an address nor a number."""

_LIVE = re.compile(r"@|/(?=/)|www(?=\.)|\\#(?=\d)", re.IGNORECASE)


def _escape_markdown(words: str) -> str:
    plain = "".join(_ENTITIES.get(one, one) for one in visible_lines(words))
    escaped = _MARKDOWN_SIGNS.sub(r"\\\1", plain)
    return _LIVE.sub(rf"\g<0>{_NO_SPACE}", escaped)


MARKDOWN_MARKS = TextMarks(
    removed=("<del>", "</del>"),
    added=("<ins>", "</ins>"),
    moved_away=("<del>", "</del> *(moved away)*"),
    moved_here=("<ins>", "</ins> *(moved here)*"),
    escape=_escape_markdown,
    is_by_line=True,
)
"""For comments on GitHub and GitLab, which both know these elements."""


def redline_text(
    comparison: Comparison, marks: TextMarks = PLAIN_MARKS, *, whole: bool = False
) -> str:
    """Give the redline of a comparison as lines of text.

    Args:
        comparison: One that could be made.
        marks: How what differs is marked.
        whole: Whether unchanged lines are given, too.
    """
    writer = _Writer(comparison, marks)
    shown = None if whole else shown_places(comparison.nodes)
    blocks: list[str] = []
    groups = groupby(
        comparison.nodes, key=lambda node: shown is None or node.place in shown
    )
    for is_shown, group in groups:
        if is_shown:
            blocks += ("\n".join(writer.node(node)) for node in group)
        else:
            blocks.append("…")
    return "\n\n".join(block for block in blocks if block) + "\n"


def _words_of(token: Token) -> str:
    if not token.is_space:
        return token.text
    return "\n" if "\n" in token.text else " "


def _with_target(token: Token) -> str:
    inline = token.inline
    return f"{token.text} ({inline.target})" if isinstance(inline, Link) else token.text


def _is_spacing(stretch: Stretch) -> bool:
    """Tell whether only another space, or the end of a line, parts the words now."""
    sides = (stretch.old, stretch.new)
    return all(side and not any(one.text.strip() for one in side) for side in sides)


def _hung(sign: str, lines: Iterable[str]) -> Iterator[str]:
    """Give an item's lines, the first behind its sign."""
    for place, line in enumerate(lines):
        yield f"{' ' * len(sign) if place else sign}{line}"


class _Writer:
    """Writes the nodes of one comparison."""

    def __init__(self, comparison: Comparison, marks: TextMarks) -> None:
        self.comparison = comparison
        self.marks = marks
        self.frame: Side | None = None
        self.row: Move | None = None

    def node(self, node: Node) -> Iterator[str]:
        """Give the lines of a node."""
        match node:
            case Leaf():
                # Code has several lines.
                yield from self._leaf(node).rstrip("\n").split("\n")
            case MovedPart(side=side, children=children):
                self.frame = side
                yield "\n\n".join("\n".join(self.node(child)) for child in children)
                self.frame = None
            case Branch():
                yield from self._branch(node)

    def _branch(self, branch: Branch) -> Iterator[str]:
        match branch.new or branch.old:
            case Row():
                self.row = self.comparison.move_by_place.get(branch.place)
                cells = ["".join(self.node(child)) for child in branch.children]
                self.row = None
                yield f"| {' | '.join(cells)} |"
            case List(ordered=ordered):
                for child in branch.children:
                    sign = "1. " if ordered else "- "
                    yield from _hung(sign, self.node(child))
            case Quote():
                for child in branch.children:
                    yield from (f"> {line}" for line in self.node(child))
            case _:
                for child in branch.children:
                    yield from self.node(child)

    def _leaf(self, leaf: Leaf) -> str:
        words = self._marked(leaf)
        match leaf.new or leaf.old:
            case PartHeading(level=level):
                return f"{'#' * level} {words}"
            case Heading(level=level):
                return f"{'#' * (level + 1)} {words}"
            case _:
                return words

    def _marked(self, leaf: Leaf) -> str:
        move = self.comparison.move_by_place.get(leaf.place, self.row)
        words = self._words_marked(leaf, move)
        is_within = self.frame is Side.NEW
        return self._set(self.marks.moved_here, words) if is_within else words

    def _words_marked(self, leaf: Leaf, move: Move | None) -> str:
        match leaf.side:
            case Side.OLD:
                is_moved = move is not None or self.frame is Side.OLD
                marks = self.marks.moved_away if is_moved else self.marks.removed
                return self._set(marks, self._tokens(line_of(leaf.old)))
            case Side.NEW:
                marks = self.marks.added if move is None else self.marks.moved_here
                return self._set(marks, self._new_words(leaf, move))
            case Side.BOTH if leaf.words:
                return self._words(leaf.words)
            case Side.BOTH:
                return self._tokens(line_of(leaf.new))

    def _new_words(self, leaf: Leaf, move: Move | None) -> str:
        if move is not None and move.words and move.target.place == leaf.place:
            return self._words(move.words)
        return self._tokens(line_of(leaf.new))

    def _words(self, words: Iterable[Stretch]) -> str:
        return "".join(map(self._stretch, words))

    def _stretch(self, stretch: Stretch) -> str:
        kind = stretch.difference
        is_alike = kind in {Difference.NONE, Difference.FORMATTING}
        if is_alike or _is_spacing(stretch):
            return self._tokens(stretch.new)
        printed = _words_of if changed_targets(stretch) is None else _with_target
        old, new = (self._tokens(one, printed) for one in (stretch.old, stretch.new))
        return self._set(self.marks.removed, old) + self._set(self.marks.added, new)

    def _tokens(
        self, tokens: Iterable[Token], printed: Callable[[Token], str] | None = None
    ) -> str:
        return self.marks.escape("".join(map(printed or _words_of, tokens)))

    def _set(self, marks: tuple[str, str], words: str) -> str:
        if not self.marks.is_by_line:
            return f"{marks[0]}{words}{marks[1]}" if words else ""
        # What holds nothing but space would leave the marks alone on their line.
        return "\n".join(
            f"{marks[0]}{line}{marks[1]}" if line.strip() else line
            for line in words.split("\n")
        )
