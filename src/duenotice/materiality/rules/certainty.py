"""Certainty: "will" became "may", or the other way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair

_FIRM = {
    "en": re.compile(r"\b(?:will|shall|must|always|'ll)\b", re.IGNORECASE),
    # In Spanish what we do is a promise as well, in the present and in the future.
    "es": re.compile(
        r"\b(?:siempre|deb\w+|(?!p[ou]d|quer|intent|procur)\w{2,}[aei]mos|"
        r"\w{3,}[aei]rán?)\b(?<!podrá)(?<!podrán)",
        re.IGNORECASE,
    ),
}
_OPEN = {
    "en": re.compile(r"\b(?:may|might|could|can)\b", re.IGNORECASE),
    "es": re.compile(
        r"\b(?:pued[ea]n?|pod[ea]mos|podr(?:á|án|emos|ía|ían|íamos)|"
        r"pudi\w+|quizás?|tal vez)\b",
        re.IGNORECASE,
    ),
}
_FOR_PEOPLE = {"notify", "delete", "tell", "inform", "erase", "answer", "respond",
               "protect", "ask", "correct", "encrypt"}  # fmt: skip
_FOR_PEOPLE_SPANISH = re.compile(
    r"\b(?:notific|avis[ae]|inform[ae](?!ción)|borr|elimin|suprim|respond|contest|"
    r"proteg|correg|cifr|comunic\w*sel|se lo comunic)",
    re.IGNORECASE,
)
_MOST = 6
_MOST_IN_PROMISE = 14
"""Words that may differ; more of them where a promise to people gave way."""

_WEAKENED = re.compile(
    r"\b(?:we|they|it|who) (?:may|might|can|could) (?:also |then |only )?(\w+)",
    re.IGNORECASE,
)


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        turn = _turn(pair)
        if not turn:
            continue
        helps = _helps(pair)
        worse = helps is (turn < 0)
        is_clear = helps and turn < 0
        return Verdict(
            outcome=Outcome.MATERIAL if is_clear else Outcome.NEEDS_REVIEW,
            reason="What was promised is only possible now."
            if turn < 0
            else "What was possible is certain now.",
            categories=categories_of(facts),
            direction=Direction.WORSE if worse else Direction.BETTER,
            before=pair.before,
            after=pair.after,
        )
    return None


def _helps(pair: SentencePair) -> bool:
    """Tell whether what is promised serves people."""
    if pair.language == "es":
        return bool(_FOR_PEOPLE_SPANISH.search(pair.after))
    return bool(_FOR_PEOPLE & {w.text for w in words_of(pair.after, pair.language)})


def _turn(pair: SentencePair) -> int:
    firm = _FIRM.get(pair.language, _FIRM["en"])
    open_ = _OPEN.get(pair.language, _OPEN["en"])
    old, new = (
        (bool(firm.search(one)), bool(open_.search(one)))
        for one in (pair.before, pair.after)
    )
    words = (
        {word.stem for word in words_of(one, pair.language)}
        for one in (pair.before, pair.after)
    )
    one, other = words
    most = _MOST_IN_PROMISE if _helps(pair) and new[1] else _MOST
    if len(one ^ other) > most:
        return 0
    if not (old[0] or old[1]) and _is_weakened(pair):
        return -1
    if old == new or old[0] == old[1] or new[0] == new[1]:
        return 0
    return 1 if new[0] else -1


def _is_weakened(pair: SentencePair) -> bool:
    """Tell whether "we tell you" became "we may tell you"."""
    if pair.language != "en" or not _helps(pair):
        return False
    told = {word.stem for word in words_of(pair.before, pair.language)}
    verbs = (match[1] for match in _WEAKENED.finditer(pair.after))
    return any(word.stem in told for verb in verbs for word in words_of(verb))


RULE = Rule("certainty", _judge)
"""Who benefits decides which way is worse. WP260 dislikes "may": hence a review."""
