"""The words of a change as they are quoted: so many that they can be understood."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import groupby
from itertools import pairwise
from typing import TYPE_CHECKING

from duenotice.compare import ChangeKind
from duenotice.materiality.link_targets import with_targets
from duenotice.materiality.words import sentences_of
from duenotice.model.content import Paragraph
from duenotice.publish.table_sides import table_sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.compare import Change
    from duenotice.compare.nodes import Context

LEFT_OUT = "\u2026"
"""What stands in every language for the sentences that aren't quoted."""


def quoted_sides(change: Change) -> tuple[str, str]:
    """Give the words before and after.

    A paragraph that came or went is whole. Of one that changed there are the sentences
    that did, and those beside them.
    """
    if change.kind is ChangeKind.LINK:
        was, now = change.old, change.new
        return with_targets(was, now), with_targets(now, was)
    before, after = table_sides(change)
    if before == after and change.is_reframed:
        return _led(change.old_context, before), _led(change.new_context, after)
    is_paragraph = isinstance(change.new or change.old, Paragraph)
    if not (is_paragraph and before and after):
        return before, after
    return _excerpts(before, after)


def excerpt(text: str, places: Iterable[int]) -> str:
    """Give some sentences of a paragraph, with a sign for each stretch between them.

    >>> excerpt("We log. You may ask. We reply. Call us.", {0, 2})
    'We log. … We reply. …'
    """
    shown = frozenset(places)
    stretches: list[str] = []
    numbered = enumerate(_as_printed(text))
    for is_shown, several in groupby(numbered, key=lambda one: one[0] in shown):
        words = "".join(sentence for _, sentence in several).strip()
        stretches.append(words if is_shown else LEFT_OUT)
    return " ".join(stretches)


def _excerpts(before: str, after: str) -> tuple[str, str]:
    old, new = sentences_of(before), sentences_of(after)
    gone: set[int] = set()
    come: set[int] = set()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, *ends in matcher.get_opcodes():
        if tag != "equal":
            gone.update(range(ends[0] - 1, ends[1] + 1))
            come.update(range(ends[2] - 1, ends[3] + 1))
    if not gone:
        return before, after
    return excerpt(before, gone), excerpt(after, come)


def _as_printed(text: str) -> Iterable[str]:
    """Cut a text into sentences, each with the signs and spaces up to the next one."""
    starts: list[int] = []
    end = 0
    for sentence in sentences_of(text):
        starts.append(text.index(sentence, end))
        end = starts[-1] + len(sentence)
    return [text[start:end] for start, end in pairwise((*starts, len(text)))]


def _led(context: Context | None, text: str) -> str:
    """Put the sentence before words that its list goes on from."""
    lead_in = "" if context is None else context.lead_in
    return f"{lead_in} {text}".strip()
