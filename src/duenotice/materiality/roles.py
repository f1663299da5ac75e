"""Roles: who does something to whom, by the words that stand before each of them.

"From us to you" and "from you to us" have the same words. What tells them apart is
which word follows "from" and which follows "to". So it is with words that stand in two
clauses: "loans go to schools, and fines to banks".
"""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections import defaultdict
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.denials import denial_stems
from duenotice.materiality.meaning import placed_meanings
from duenotice.materiality.order import BREAK
from duenotice.materiality.order import is_enumeration
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair
    from duenotice.materiality.lexicon import Lexicon
    from duenotice.materiality.order import Clause

_BEFORE = {
    "en": {"from", "to", "by", "with", "for", "of", "in", "on", "at", "into", "about"},
    "es": {"de", "del", "a", "al", "por", "con", "para", "en", "desde", "hacia"},
}
"""Words that give a role to what follows them."""

_ALIKE = {"del": "de", "al": "a", "into": "in"}
_DENIED = "not"
_DONE_TO = "done to"
"""The role of a person after a verb: "we tell you"."""

_PERSONS = {"we": "we", "us": "we", "you": "you", "nosotr": "we", "usted": "you"}
_PARTIES = {"we", "you"}
_OBJECT = "us"
_TWO = 2
_JOINTS = {
    "and", "or", "but", "if", "when", "where", "that", "which", "what", "who", "how",
    "as", "once", "until", "unless", "while", "becaus", "befor", "after", "so", "than",
    "whether", "can", "may", "will", "do", "did", "whenev", "si", "cuando", "que", "y",
    "o", "como", "donde", "mientr", "hast",
}  # fmt: skip
"""Stems after which a sentence goes on with who does something."""

Roles = dict[str, Counter[str]]
"""By what a word means: how often it has each role."""


class _Standing(NamedTuple):
    """A word by its meaning, and what stands before it."""

    meaning: str
    role: str


def are_swapped(facts: Facts) -> bool:
    """Tell whether two words of an amended sentence have each other's role now."""
    return any(_swaps(pair, facts.lexicon) for pair in facts.amended)


def _swaps(pair: SentencePair, lexicon: Lexicon) -> bool:
    sides = (pair.before, pair.after)
    old, new = (_clauses(one, lexicon) for one in sides)
    is_listed = is_enumeration(old, new, lexicon)
    if not is_listed and _cross(old, new):
        return True
    were, are = (_roles(one, lexicon) for one in sides)
    changed = {
        one: (were[one] - are[one], are[one] - were[one])
        for one in sorted(were.keys() & are.keys())
        if were[one] != are[one] and not (is_listed and one not in _PARTIES)
    }
    pairs = itertools.combinations(changed.values(), 2)
    return any(one == other[::-1] and all(one) for one, other in pairs)


def _cross(old: Sequence[Clause], new: Sequence[Clause]) -> bool:
    """Tell whether two words changed places between clauses that say more than they.

    Where one clause says no more than the other, they are items of an enumeration.
    """
    were, are = (Counter(map(frozenset, side)) for side in (old, new))
    left, came = tuple((were - are).elements()), tuple((are - were).elements())
    if len(left) != _TWO or len(came) != _TWO:
        return False
    one, other = left
    for first, second in (came, came[::-1]):
        gone, here = one - first, first - one
        if len(gone) == 1 == len(here) and second == other - here | gone:
            rest, others = one - gone, other - here
            return not (rest <= others or others <= rest)
    return False


@functools.lru_cache(maxsize=1 << 12)
def _clauses(sentence: str, lexicon: Lexicon) -> tuple[Clause, ...]:
    parts = (
        tuple(one.meaning for one in placed_meanings(part, lexicon))
        for part in BREAK.split(sentence)
    )
    return tuple(filter(None, parts))


@functools.lru_cache(maxsize=1 << 12)
def _roles(sentence: str, lexicon: Lexicon) -> Mapping[str, Counter[str]]:
    found: Roles = defaultdict(Counter)
    for meaning, role in _standings(sentence, lexicon):
        found[meaning][role] += 1
    return found


def _standings(sentence: str, lexicon: Lexicon) -> Iterator[_Standing]:
    """Give the persons and the words of substance, each with its role.

    An item of an enumeration has the role of those before it, and a word that follows
    another at once has that one's.
    """
    latest = ""
    for clause in BREAK.split(sentence):
        for one in _in_clause(clause, lexicon, latest):
            latest = one.role or latest
            yield one


def _in_clause(clause: str, lexicon: Lexicon, role: str) -> Iterator[_Standing]:
    stems = [word.stem for word in words_of(clause, lexicon.language)]
    meant = {
        one.start: one
        for one in placed_meanings(clause, lexicon)
        if stems[one.start] not in _PERSONS
    }
    givers = _givers(lexicon.language)
    place, said, is_given = 0, 0, False
    while place < len(stems):
        stem, end = stems[place], place + 1
        if stem in givers:
            role, is_given = givers[stem], True
        elif stem in _PERSONS:
            yield _Standing(_PERSONS[stem], role if is_given else _bare(stems, place))
            role, is_given = "", False
        elif stem in _JOINTS:
            role, is_given = "", False
        elif place in meant:
            role = role if place in (said, 0) or is_given else ""
            end = said = meant[place].end
            yield _Standing(meant[place].meaning, role)
            is_given = False
        place = end


@functools.cache
def _givers(language: str) -> Mapping[str, str]:
    """Give the stems that give a role to what follows them, and which."""
    before = {one: _ALIKE.get(one, one) for one in _BEFORE.get(language, ())}
    return before | dict.fromkeys(denial_stems(language), _DENIED)


def _bare(stems: list[str], place: int) -> str:
    """Give the role of a person that no preposition stands before."""
    if stems[place] == _OBJECT:
        return _DONE_TO
    is_first = place == 0 or stems[place - 1] in _JOINTS
    return "" if is_first or _PERSONS[stems[place]] == "we" else _DONE_TO
