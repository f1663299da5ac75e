"""Two lines that belong together: which words stayed, and which didn't.

A line is compared as a whole where enough of it stayed, and otherwise sentence by
sentence, so that a changed word is shown as a word and a rewritten sentence as a
sentence. Words that stay by chance between two changes are shown with them.
"""

from __future__ import annotations

import enum
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from duenotice.compare.alignment import align
from duenotice.compare.kept import ENDS
from duenotice.compare.kept import kept_words
from duenotice.compare.tokens import BREAK
from duenotice.compare.tokens import NUMBER
from duenotice.compare.tokens import normalised
from duenotice.model.content import Link
from duenotice.model.content import Reference

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.compare.tokens import Token

KEPT_HALF = 0.5
"""Of the words of two sentences, the share that must stay for them to be one."""

_CLOSING = frozenset("\"')]}")


class Difference(enum.StrEnum):
    """How two stretches of a line differ."""

    NONE = "none"
    WORDS = "words"
    TYPOGRAPHY = "typography"
    """Quotes, dashes, spaces: the words are the same."""

    FORMATTING = "formatting"
    """The same words, set off in another way."""

    LINK = "link"
    """The same words lead elsewhere."""

    REFERENCE = "reference"
    """The same sections, whose numbers or titles are others now."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens of the old line and those of the new one that take their place."""

    difference: Difference
    old: tuple[Token, ...]
    new: tuple[Token, ...]


WordDiff = tuple[Stretch, ...]
"""A whole line, from its beginning to its end."""


def diff_lines(old: Sequence[Token], new: Sequence[Token]) -> WordDiff:
    """Compare two lines that belong together."""
    return _joined(_compared(tuple(old), tuple(new)))


def similarity(old: Sequence[Token], new: Sequence[Token]) -> float:
    """Give the share of words that stay, from 0 to 1."""
    return Indel.normalized_similarity(_keys(old), _keys(new))


def _keys(tokens: Iterable[Token]) -> list[str]:
    return [token.key for token in tokens if token.key]


def _compared(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[Stretch]:
    """Compare by words where enough stays, and else by sentences."""
    if similarity(old, new) >= KEPT_HALF:
        yield from _by_words(old, new)
        return
    ours = [_Sentence.of(one) for one in _sentences(old)]
    theirs = [_Sentence.of(one) for one in _sentences(new)]
    if len(ours) == 1 and len(theirs) == 1:
        yield Stretch(Difference.WORDS, old, new)
        return
    for i, j in align(ours, theirs, _gain):
        these = () if i is None else ours[i].tokens
        those = () if j is None else theirs[j].tokens
        if these and those:
            yield from _by_words(these, those)
        else:
            yield Stretch(Difference.WORDS, these, those)


def _sentences(tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """Cut a line into sentences; the space behind one belongs to it."""
    found: list[list[Token]] = [[]]
    has_ended = False
    for token in tokens:
        current = found[-1]
        is_space = token.is_space
        if has_ended and not is_space and current and current[-1].is_space:
            found.append([])
            current = found[-1]
            has_ended = False
        current.append(token)
        if token.key in ENDS or token.key == BREAK:
            has_ended = True
        elif not is_space and token.key not in _CLOSING:
            has_ended = False
    return [tuple(sentence) for sentence in found if sentence]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as something that can be aligned."""

    tokens: tuple[Token, ...]
    key: tuple[str, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, tokens: tuple[Token, ...]) -> _Sentence:
        """Read its words."""
        keys = tuple(_keys(tokens))
        return cls(tokens, keys, frozenset(keys))


def _gain(old: _Sentence, new: _Sentence) -> float:
    share = Indel.normalized_similarity(old.key, new.key)
    return share * (len(old.key) + len(new.key)) if share >= KEPT_HALF else 0.0


def _by_words(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[Stretch]:
    """Compare word by word, and anew where, from stop to stop, little stays."""
    for run in _between_stops(_word_by_word(old, new)):
        if all(one.difference is not Difference.WORDS for one in run):
            yield from run
            continue
        ours = tuple(token for one in run for token in one.old)
        theirs = tuple(token for one in run for token in one.new)
        is_part = (len(ours), len(theirs)) != (len(old), len(new))
        if is_part and similarity(ours, theirs) < KEPT_HALF:
            yield from _compared(ours, theirs)
        else:
            yield from run


def _word_by_word(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[Stretch]:
    """Compare word by word; spaces go with the words around them."""
    ours = [i for i, token in enumerate(old) if token.key]
    theirs = [i for i, token in enumerate(new) if token.key]
    kept = kept_words([old[i].key for i in ours], [new[i].key for i in theirs])
    done_old = done_new = 0
    for i, j, length in kept:
        first, second = ours[i], theirs[j]
        yield from _gap(old[done_old:first], new[done_new:second])
        done_old, done_new = ours[i + length - 1] + 1, theirs[j + length - 1] + 1
        yield from _matched(old[first:done_old], new[second:done_new])
    yield from _gap(old[done_old:], new[done_new:])


def _between_stops(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Cut a compared line behind the ends of sentences that stayed."""
    run: list[Stretch] = []
    has_ended = False
    for one in itertools.chain.from_iterable(map(_sentence_ends, stretches)):
        words = [token.key for token in one.new if token.key]
        if has_ended and (words or _keys(one.old)):
            yield run
            run, has_ended = [], False
        run.append(one)
        if one.difference is not Difference.WORDS and words:
            has_ended = words[-1] in ENDS
    yield run


def _sentence_ends(stretch: Stretch) -> Iterator[Stretch]:
    """Cut words that stayed into sentences."""
    if stretch.difference is not Difference.NONE or stretch.old != stretch.new:
        yield stretch
        return
    for tokens in _sentences(stretch.new):
        yield Stretch(Difference.NONE, tokens, tokens)


def _matched(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[Stretch]:
    """Give a run of equal words, with what differs in how they are printed."""
    if old == new:
        yield Stretch(Difference.NONE, old, new)
        return
    i = j = 0
    while i < len(old) or j < len(new):
        next_old, next_new = _past_spaces(old, i), _past_spaces(new, j)
        if (next_old, next_new) != (i, j):
            yield from _gap(old[i:next_old], new[j:next_new])
            i, j = next_old, next_new
        else:
            yield Stretch(_difference(old[i], new[j]), (old[i],), (new[j],))
            i, j = i + 1, j + 1


def _past_spaces(tokens: tuple[Token, ...], at: int) -> int:
    while at < len(tokens) and tokens[at].is_space:
        at += 1
    return at


def _difference(old: Token, new: Token) -> Difference:
    """Say how two tokens differ that say the same."""
    if old == new:
        return Difference.NONE
    if old.key == NUMBER:
        return Difference.REFERENCE
    match old.inline, new.inline:
        case Link(target=before), Link(target=after):
            if before != after:
                return Difference.LINK
        case (Link(), _) | (_, Link()):
            return Difference.LINK
        case Reference(words=before), Reference(words=after) if before != after:
            return Difference.REFERENCE
        case Reference(), Reference() if old.marks == new.marks:
            # The same section by another id: a reader sees no difference.
            return Difference.NONE
    return Difference.FORMATTING if old.text == new.text else Difference.TYPOGRAPHY


def _gap(old: tuple[Token, ...], new: tuple[Token, ...]) -> Iterator[Stretch]:
    """Give what lies between equal words; spaces that both have at its ends stay."""
    if not old and not new:
        return
    start = 1 if old and new and old[0].is_space and new[0].is_space else 0
    if start:
        yield Stretch(Difference.NONE, old[:1], new[:1])
        old, new = old[1:], new[1:]
    ends = bool(old and new and old[-1].is_space and new[-1].is_space)
    tail_old, tail_new = (old[-1:], new[-1:]) if ends else ((), ())
    if ends:
        old, new = old[:-1], new[:-1]
    if old or new:
        yield Stretch(_gap_kind(old, new), old, new)
    if ends:
        yield Stretch(Difference.NONE, tail_old, tail_new)


def _gap_kind(old: tuple[Token, ...], new: tuple[Token, ...]) -> Difference:
    """Say what it means that the one stands where the other stood."""
    words, others = _keys(old), _keys(new)
    if not {*words, *others} - {BREAK}:
        return Difference.TYPOGRAPHY
    if {*words, *others} == {NUMBER}:
        return Difference.REFERENCE
    before, after = _text(old), _text(new)
    if not words or normalised(before) != normalised(after):
        return Difference.WORDS
    if any(isinstance(token.inline, Link) for token in (*old, *new)):
        return Difference.LINK
    return Difference.FORMATTING if before == after else Difference.TYPOGRAPHY


def _text(tokens: Iterable[Token]) -> str:
    return "".join(token.text for token in tokens)


def _joined(stretches: Iterable[Stretch]) -> WordDiff:
    """Join neighbours of one kind, where that says the same in fewer pieces."""
    found: list[Stretch] = []
    for one in stretches:
        kind = _joint_kind(found[-1], one) if found else None
        if kind is None:
            found.append(one)
        else:
            last = found.pop()
            found.append(Stretch(kind, last.old + one.old, last.new + one.new))
    return tuple(found)


def _joint_kind(one: Stretch, next_one: Stretch) -> Difference | None:
    """Say what two neighbours are together; nothing where they stay apart."""
    kinds = {one.difference, next_one.difference}
    if kinds == {Difference.WORDS, Difference.TYPOGRAPHY}:
        # Spaces that come or go with words are no matter of their own.
        spaces = one if one.difference is Difference.TYPOGRAPHY else next_one
        has_words = any(token.key for token in (*spaces.old, *spaces.new))
        return None if has_words else Difference.WORDS
    if len(kinds) > 1 or kinds & {Difference.LINK, Difference.REFERENCE}:
        return None
    return one.difference
