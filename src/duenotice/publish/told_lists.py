"""Items of a list that came or went: they are quoted as a list, with its lead-in."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare.elements import unit_text
from duenotice.materiality.words import sentences_of
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.model.content import Block
    from duenotice.model.content import Item
    from duenotice.render.change_views import ToldPassageView
    from duenotice.render.change_views import ToldWordsView

_GOES_ON = (":", "\uff1a")
"""What a paragraph ends with that a list goes on from."""

_MOST_OF_A_LEAD_IN = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class _ListOf:
    lead_in: str
    items: frozenset[str]
    """As far as their first lines."""


def in_lists(
    passages: Iterable[ToldPassageView],
    before: Sequence[Block],
    after: Sequence[Block],
) -> tuple[ToldPassageView, ...]:
    """Quote items as lists: those in a row that stand in one list of a section as one.

    Args:
        passages: In the order of the text.
        before: The section as it was, for items that went.
        after: The section as it is, for items that came.
    """
    gone, new = tuple(_lists(before)), tuple(_lists(after))
    made: list[ToldPassageView] = []
    around: tuple[_ListOf, ...] = ()
    for passage in passages:
        known = gone if passage.after is None else new
        words = _only_side(passage)
        lists = tuple(one for one in known if words and words.text in one.items)
        shared = tuple(one for one in around if one in lists)
        if words is not None and shared and _goes_on(made[-1], passage):
            made[-1] = _quoted(made[-1], words, shared[0])
        elif words is not None and lists:
            lead_in = _lead_in(made, passage, lists[0])
            within = replace(lists[0], lead_in=lead_in)
            made.append(_quoted(passage, words, within))
        else:
            made.append(passage)
        around = shared or lists
    return tuple(made)


def _lead_in(
    made: list[ToldPassageView], passage: ToldPassageView, within: _ListOf
) -> str:
    """Give the lead-in of a list; one that is quoted already is taken from there.

    Where it was amended, it stays there with both its sides.
    """
    last = made[-1] if made else passage
    words = last.before if passage.after is None else last.after
    is_quoted = words is not None and words.text.endswith(within.lead_in or "\n")
    if not made or words is None or words.items or not is_quoted:
        return within.lead_in
    if not _goes_on(last, passage):
        return ""
    made.pop()
    return words.text


def _only_side(passage: ToldPassageView) -> ToldWordsView | None:
    """Give the words that came or went; nothing where others stood in their place."""
    if passage.before is None:
        return passage.after
    return passage.before if passage.after is None else None


def _goes_on(one: ToldPassageView, other: ToldPassageView) -> bool:
    """Tell whether both came, or both went, in one language."""
    old, new = _only_side(one), _only_side(other)
    is_alike = (one.after is None) is (other.after is None)
    return is_alike and old is not None and new is not None and old.lang == new.lang


def _quoted(
    passage: ToldPassageView, words: ToldWordsView, within: _ListOf
) -> ToldPassageView:
    """Add an item to a passage."""
    earlier = _only_side(passage)
    if earlier is None or not earlier.items:
        listed = replace(words, items=(words.text,), lead_in=within.lead_in)
    else:
        items = (*earlier.items, words.text)
        listed = replace(earlier, text="\n".join(items), items=items)
    if passage.after is None:
        return replace(passage, before=listed)
    return replace(passage, after=listed)


def _lists(blocks: Iterable[Block]) -> Iterator[_ListOf]:
    lead_in = ""
    for block in blocks:
        match block:
            case List(items=items):
                first_lines = frozenset(map(_first_line, items))
                yield _ListOf(lead_in=lead_in, items=first_lines)
                for item in items:
                    yield from _lists(item.blocks)
            case Quote(blocks=quoted):
                yield from _lists(quoted)
            case _:
                pass
        lead_in = _leading(unit_text(block)) if isinstance(block, Paragraph) else ""


def _leading(line: str) -> str:
    """Give a paragraph that a list goes on from; of a long one its last sentence."""
    if not line.endswith(_GOES_ON):
        return ""
    return line if len(line) <= _MOST_OF_A_LEAD_IN else sentences_of(line)[-1]


def _first_line(item: Item) -> str:
    return next((text for one in item.blocks if (text := unit_text(one))), "")
