"""The words of a text, and whether two texts have the same ones in the same order.

Words are what stands between white space. A bullet sign is a word of its own, also
where it touches the next one.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.model.content import Block
    from duenotice.model.statement import StatementText

BULLET_SIGNS = "•●▪■◦‣\u2043∙➢➤✓✔\uf0b7\uf0a7"
"""Signs that are nothing but bullets, the ones of word processors among them."""

_BULLETS = re.compile(f"([{BULLET_SIGNS}])")
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
"""Characters that mean nothing in a text, and those that turn its direction."""

_SPACES = re.compile(r"[\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")


def visible(text: str) -> str:
    """Give a text without the control characters that no section needs."""
    return UNSEEN.sub("", _SPACES.sub(" ", text))


def split_words(text: str) -> tuple[str, ...]:
    r"""Give the words of a text.

    >>> split_words("•\xa0web logs:\n\tkept")
    ('•', 'web', 'logs:', 'kept')
    """
    return tuple(_BULLETS.sub(r" \1 ", UNSEEN.sub("", text)).split())


def block_words(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Give the words of blocks in reading order."""
    return tuple(
        word
        for line in walk_lines(tuple(blocks))
        for word in split_words(plain_text(line.inlines))
    )


def statement_words(
    text: StatementText,
    *,
    with_title: bool = True,
    with_numbers: bool = False,
    untitled: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """Give the words of a whole statement in reading order.

    Args:
        text: The statement in one language.
        with_title: Begin with the statement's title.
        with_numbers: Give sections' headings with the numbers that are printed.
        untitled: The ids of sections whose titles are left out.
    """
    words = [*split_words(text.title)] if with_title else []
    for placed in text.sections:
        section = placed.section
        if section.id not in untitled:
            heading = placed.heading if with_numbers else section.title
            words += split_words(heading)
        words += block_words(section.blocks)
    return tuple(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDifference:
    """What two texts have not in common, in order."""

    missing: tuple[str, ...] = ()
    """Words of the first that the second lacks at their place."""

    unexpected: tuple[str, ...] = ()
    """Words of the second that the first lacks at their place."""

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.missing or self.unexpected)

    def without(self, taken: Iterable[str]) -> WordDifference:
        """Leave out, once for each time they were taken out, words that are accounted.

        Words that were taken out but are not missing are unexpected.
        """
        open_words = Counter(taken)
        missing = []
        for word in self.missing:
            if open_words[word]:
                open_words[word] -= 1
            else:
                missing.append(word)
        return WordDifference(
            missing=tuple(missing),
            unexpected=(*self.unexpected, *open_words.elements()),
        )


def compare_words(expected: Sequence[str], found: Sequence[str]) -> WordDifference:
    """Compare two texts word by word, in order.

    >>> compare_words(["we", "keep", "logs"], ["we", "logs"]).missing
    ('keep',)
    >>> compare_words(["a", "b"], ["b", "a"]).unexpected
    ('b',)
    """
    if missing := _left_over(expected, found):
        return WordDifference(missing=tuple(missing.words))
    if unexpected := _left_over(found, expected):
        return WordDifference(unexpected=tuple(unexpected.words))
    return _differing(expected, found)


@dataclass(frozen=True, slots=True)
class _LeftOver:
    words: list[str]


def _left_over(longer: Sequence[str], shorter: Sequence[str]) -> _LeftOver | None:
    """Give what is left of the longer text, if the shorter one runs through it."""
    words = []
    at = 0
    for word in longer:
        if at < len(shorter) and shorter[at] == word:
            at += 1
        else:
            words.append(word)
    return _LeftOver(words) if at == len(shorter) else None


def _differing(expected: Sequence[str], found: Sequence[str]) -> WordDifference:
    matcher = difflib.SequenceMatcher(None, expected, found, autojunk=False)
    changed = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    return WordDifference(
        missing=tuple(_all(expected[low:high] for _, low, high, _, _ in changed)),
        unexpected=tuple(_all(found[low:high] for _, _, _, low, high in changed)),
    )


def _all(stretches: Iterable[Sequence[str]]) -> Iterator[str]:
    for stretch in stretches:
        yield from stretch
