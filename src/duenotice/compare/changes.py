"""The changes between two texts, as a list: what a person would say one by one."""

from __future__ import annotations

import enum
import hashlib
import re
from collections import Counter
from collections import defaultdict
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare.document import PartHeading
from duenotice.compare.elements import unit_text
from duenotice.compare.moves import MoveKind
from duenotice.compare.nodes import Branch
from duenotice.compare.nodes import Leaf
from duenotice.compare.nodes import MovedPart
from duenotice.compare.nodes import Side
from duenotice.compare.nodes import is_set_anew
from duenotice.compare.nodes import units
from duenotice.compare.words import Difference
from duenotice.model.content import List
from duenotice.model.content import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence
    from typing import TypeGuard

    from duenotice.compare.moves import Move
    from duenotice.compare.nodes import Context
    from duenotice.compare.nodes import Element
    from duenotice.compare.nodes import Node
    from duenotice.compare.nodes import Unit
    from duenotice.compare.words import WordDiff


class ChangeKind(enum.StrEnum):
    """What happened to an element."""

    ADDED = "added"
    REMOVED = "removed"
    AMENDED = "amended"
    MOVED = "moved"
    MOVED_AND_AMENDED = "moved-and-amended"
    REGROUPED = "regrouped"
    """Split or merged: the same words in the same order, in other blocks."""

    RETITLED = "retitled"
    RENAMED = "renamed"
    """A section has another id; readers see nothing of it."""

    RENUMBERED = "renumbered"
    LINK = "link-target"
    """The same words lead elsewhere."""

    FORMATTING = "formatting"
    """The words are the same: emphasis, quotes, dashes, lines across the page, the
    level of a heading, numbers for bullets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change."""

    id: str
    """Of what it says and where; the same when other parts of the text change."""

    kind: ChangeKind
    old: Element | None
    new: Element | None
    words: WordDiff = ()
    """For an amended line: all its words."""

    before: str
    """What a reader saw."""

    after: str
    """What a reader sees."""

    old_context: Context | None
    new_context: Context | None
    places: tuple[int, ...]
    """The nodes that show it: of a move the old place and the new one."""

    is_reframed: bool = False
    """It moved under another heading or lead-in."""

    @property
    def context(self) -> Context | None:
        """Give where it stands, or stood."""
        return self.new_context or self.old_context


def list_changes(nodes: Iterable[Node], moves: Iterable[Move]) -> tuple[Change, ...]:
    """List the changes of a merged tree, in the order of the new text."""
    return tuple(_with_ids(_Lister(moves).changes(nodes)))


_KINDS = {
    MoveKind.MOVED: ChangeKind.MOVED,
    MoveKind.MOVED_AND_AMENDED: ChangeKind.MOVED_AND_AMENDED,
    MoveKind.REGROUPED: ChangeKind.REGROUPED,
}


class _Lister:
    """Makes changes of nodes."""

    def __init__(self, moves: Iterable[Move]) -> None:
        several = tuple(moves)
        self.by_target = {move.target.place: move for move in several}
        self.sources = {move.source.place for move in several}

    def changes(self, nodes: Iterable[Node]) -> Iterator[Change]:
        """Give the changes, still without ids; renumbering comes last, as one."""
        nodes = tuple(nodes)
        yield from self._moved_parts(nodes)
        renumbered: list[Leaf] = []
        yield from self._cut_up(nodes)
        yield from self._lists_set_anew(nodes)
        for unit in units(nodes):
            if unit.place in self.sources or self._is_same(unit):
                continue
            move = self.by_target.get(unit.place)
            if move is not None:
                yield self._of_move(move)
            elif _only_refers(unit):
                renumbered.append(unit)
            else:
                yield self._of_unit(unit)
        if renumbered:
            yield self._renumbering(renumbered)

    def _is_same(self, unit: Unit) -> bool:
        if not isinstance(unit, Leaf):
            return False
        is_quiet = not (_is_renamed(unit) or is_set_anew(unit))
        return (unit.is_same and is_quiet) or _is_blank(unit)

    def _of_unit(self, unit: Unit) -> Change:
        words = unit.words if isinstance(unit, Leaf) else ()
        return self._made(_kind_of(unit), unit, unit, words=words)

    def _of_move(self, move: Move) -> Change:
        kind = _KINDS[move.kind]
        change = self._made(kind, move.source, move.target, words=move.words)
        return replace(change, is_reframed=move.is_reframed)

    def _moved_parts(self, nodes: Iterable[Node]) -> Iterator[Change]:
        """Give the sections that moved; the heading stands for the whole."""
        parts = [node for node in nodes if isinstance(node, MovedPart)]
        heads = {part.move: _head(part) for part in parts if part.side is Side.OLD}
        for part in parts:
            source, target = heads.get(part.move), _head(part)
            if part.side is Side.NEW and source is not None and target is not None:
                yield self._made(ChangeKind.MOVED, source, target)

    def _cut_up(self, nodes: Iterable[Node]) -> Iterator[Change]:
        """Give the paragraphs that are several in the other text."""
        pieces: dict[int, list[Leaf]] = defaultdict(list)
        for unit in units(nodes):
            if isinstance(unit, Leaf) and unit.cut and unit.side is Side.BOTH:
                pieces[id(unit.cut[1])].append(unit)
        for several in pieces.values():
            if len(several) > 1:
                yield self._regrouped(several)

    def _lists_set_anew(self, nodes: Iterable[Node]) -> Iterator[Change]:
        """Give the lists that have numbers for their bullets, or the other way."""
        for node in nodes:
            if isinstance(node, Leaf) or node.side is Side.OLD:
                continue
            if isinstance(node, Branch) and is_set_anew(node):
                change = self._made(ChangeKind.FORMATTING, node, node)
                before, after = (_list_text(one) for one in (node.old, node.new))
                yield replace(change, before=before, after=after)
            yield from self._lists_set_anew(node.children)

    def _regrouped(self, pieces: Sequence[Leaf]) -> Change:
        change = self._made(ChangeKind.REGROUPED, pieces[0], pieces[0])
        old = [unit_text(one.old) for one in pieces]
        new = [unit_text(one.new) for one in pieces]
        is_parted = pieces[0].cut is not None and pieces[0].cut[0] is Side.OLD
        return replace(
            change,
            before=(" " if is_parted else "\n").join(old),
            after=("\n" if is_parted else " ").join(new),
            places=tuple(one.place for one in pieces),
        )

    def _renumbering(self, several: list[Leaf]) -> Change:
        """Make one change of all numbers that are others now."""
        heads = [one for one in several if isinstance(one.new, PartHeading)]
        first = (heads or several)[0]
        change = self._made(ChangeKind.RENUMBERED, first, first)
        places = tuple(one.place for one in several)
        before, after = (
            "\n".join(unit_text(getattr(one, side)) for one in heads or several)
            for side in ("old", "new")
        )
        return replace(change, places=places, before=before, after=after)

    def _made(
        self, kind: ChangeKind, source: Unit, target: Unit, *, words: WordDiff = ()
    ) -> Change:
        return Change(
            id="",
            kind=kind,
            old=source.old,
            new=target.new,
            words=words,
            before=unit_text(source.old),
            after=unit_text(target.new),
            old_context=source.old_context,
            new_context=target.new_context,
            places=tuple(dict.fromkeys((source.place, target.place))),
        )


def _head(part: MovedPart) -> Unit | None:
    return next(iter(units(part.children)), None)


def _kind_of(unit: Unit) -> ChangeKind:
    """Say what happened to a unit that is where it was."""
    if isinstance(unit.new or unit.old, Rule):
        return ChangeKind.FORMATTING
    if unit.side is not Side.BOTH:
        return ChangeKind.ADDED if unit.side is Side.NEW else ChangeKind.REMOVED
    found = unit.differences if isinstance(unit, Leaf) else frozenset()
    if Difference.WORDS in found:
        is_title = isinstance(unit.new, PartHeading)
        return ChangeKind.RETITLED if is_title else ChangeKind.AMENDED
    if isinstance(unit, Leaf) and _is_renamed(unit):
        return ChangeKind.RENAMED
    return ChangeKind.LINK if Difference.LINK in found else ChangeKind.FORMATTING


def _list_text(element: Element | None) -> str:
    """Give the first line of each item of a list, with its sign."""
    if not isinstance(element, List):
        return ""
    lines = []
    for place, item in enumerate(element.items, start=element.start):
        sign = f"{place}." if element.ordered else "•"
        first = next((text for one in item.blocks if (text := unit_text(one))), "")
        lines.append(f"{sign} {first}".strip())
    return "\n".join(lines)


def _only_refers(unit: Unit) -> TypeGuard[Leaf]:
    """Tell whether it is what it was but for the numbers and titles of sections."""
    return (
        isinstance(unit, Leaf)
        and unit.differences == {Difference.REFERENCE}
        and not _is_renamed(unit)
    )


def _is_blank(leaf: Leaf) -> bool:
    """Tell whether it is a line without words that came or went: an empty cell."""
    element = leaf.new or leaf.old
    if leaf.side is Side.BOTH or isinstance(element, Rule):
        return False
    return not unit_text(element)


def _is_renamed(leaf: Leaf) -> bool:
    """Tell whether it is the heading of a section that has another id now."""
    old, new = leaf.old_context, leaf.new_context
    is_heading = isinstance(leaf.new, PartHeading)
    return is_heading and old is not None and new is not None and old.part != new.part


def _with_ids(changes: Iterable[Change]) -> Iterator[Change]:
    """Give each change an id from what it says; a number parts those that agree."""
    counted: Counter[str] = Counter()
    for change in changes:
        told = _identity(change)
        counted[told] += 1
        digest = hashlib.sha256(f"{told}\0{counted[told]}".encode()).hexdigest()
        yield replace(change, id=f"c{digest[:10]}")


def _identity(change: Change) -> str:
    context = change.context
    where = "" if context is None else (context.part or context.heading)
    # A section's number is no part of what a change says.
    texts = (re.sub(r"^\d+\. ", "", one) for one in (change.before, change.after))
    kind = change.kind if change.kind is ChangeKind.RENUMBERED else ""
    said = () if kind else tuple(" ".join(text.split()) for text in texts)
    return "\0".join((where if said else "", kind, *said))
