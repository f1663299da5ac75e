"""Whole texts: what the old and the new text say, sentence by sentence."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.compare.document import PartHeading
from duenotice.compare.elements import unit_text
from duenotice.compare.nodes import Leaf
from duenotice.compare.nodes import MovedPart
from duenotice.compare.nodes import Side
from duenotice.materiality.denials import is_denied
from duenotice.materiality.words import sentences_of
from duenotice.materiality.words import words_of
from duenotice.model.content import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.compare.comparison import Comparison
    from duenotice.compare.nodes import Context
    from duenotice.compare.nodes import Element
    from duenotice.compare.nodes import Node

_LONG = 8
"""Words: a shorter sentence is an item or a label, and means what stands above it."""


class Key(NamedTuple):
    """What makes two sentences one."""

    above: str
    stems: tuple[str, ...]


def key_of(sentence: str, heading: str, lead_in: str, language: str) -> Key:
    """Give the key of a sentence: its words, and of what stands above it what counts.

    A long sentence says the same anywhere, unless a denial above turns it round.
    """
    stems = stems_of(sentence, language)
    if len(stems) < _LONG:
        return Key((lead_in or heading).casefold(), stems)
    return Key(denial_of(heading, lead_in), stems)


@functools.lru_cache(maxsize=1 << 14)
def stems_of(sentence: str, language: str) -> tuple[str, ...]:
    """Give what is the same in all forms of a sentence's words."""
    return tuple(word.stem for word in words_of(sentence, language))


def run_of(stems: Iterable[str]) -> str:
    """Give stems as a text in which whole ones can be found."""
    return f" {' '.join(stems)} "


@functools.lru_cache(maxsize=1 << 10)
def denial_of(heading: str, lead_in: str) -> str:
    """Give a word where a heading or a lead-in denies what stands under it."""
    return "not" if is_denied(f"{heading}\n{lead_in}") else ""


@dataclass(frozen=True)
class WholeText:
    """One of the two texts."""

    sentences: Mapping[Key, str] = field(default_factory=dict)
    headings: tuple[tuple[str, ...], ...] = ()
    """The stems of each."""

    def holds(self, phrase: tuple[str, ...]) -> bool:
        """Tell whether its sentences and headings hold a phrase, given as stems."""
        if len(phrase) == 1:
            return phrase[0] in self._stems
        pairs = itertools.pairwise(phrase)
        return all(map(self._pairs.__contains__, pairs)) and run_of(phrase) in self._run

    @functools.cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(itertools.chain.from_iterable(self._rows))

    @functools.cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """Give each stem with the one after it: quicker to look up than a phrase."""
        return frozenset(
            itertools.chain.from_iterable(map(itertools.pairwise, self._rows))
        )

    @functools.cached_property
    def _run(self) -> str:
        return "|".join(map(run_of, self._rows))

    @functools.cached_property
    def _rows(self) -> tuple[tuple[str, ...], ...]:
        return (*(key.stems for key in self.sentences), *self.headings)

    def without(self, other: WholeText) -> list[Key]:
        """Give the sentences that the other text has not."""
        return [key for key in self.sentences if key not in other.sentences]


def whole_texts(comparison: Comparison, language: str) -> tuple[WholeText, WholeText]:
    """Gather what the old and the new text say."""
    leaves = tuple(_leaves(comparison.nodes))
    old = _gathered(((one.old, one.old_context) for one in leaves), language)
    return old, _gathered(((one.new, one.new_context) for one in leaves), language)


def _leaves(nodes: Iterable[Node]) -> Iterator[Leaf]:
    """Give all lines; of a moved section those of its new place, which has both."""
    for node in nodes:
        if isinstance(node, Leaf):
            yield node
        elif not isinstance(node, MovedPart) or node.side is Side.NEW:
            yield from _leaves(node.children)


def _gathered(
    lines: Iterable[tuple[Element | None, Context | None]], language: str
) -> WholeText:
    sentences: dict[Key, str] = {}
    headings: list[tuple[str, ...]] = []
    for element, context in lines:
        text = unit_text(element)
        if isinstance(element, PartHeading | Heading):
            headings.append(stems_of(text, language))
        elif context is not None:
            for one in sentences_of(text):
                key = key_of(one, context.heading, context.lead_in, language)
                sentences.setdefault(key, one)
    return WholeText(sentences, tuple(headings))
