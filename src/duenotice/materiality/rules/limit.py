"""Limit: a sentence gained or lost what bounds it.

"Only", an exception, a condition, a hedge, a promise that became a possibility: few
words, and the opposite of a detail.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.denials import denials_in
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.slots import slots_of_limit
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair


class _Bound(NamedTuple):
    """Words that bound a sentence, and what it means when they come or go."""

    pattern: re.Pattern[str]
    came: str
    went: str
    is_shield: bool
    """It protects people: losing it is worse. The others shield the controller."""


def _bound(pattern: str, came: str, went: str, *, is_shield: bool) -> _Bound:
    return _Bound(re.compile(rf"\b(?:{pattern})\b"), came, went, is_shield)


_BOUNDS = (
    _bound(
        r"only|solely|exclusively|strictly|alone|nothing (?:but|else|more)|"
        r"no (?:more|others?)|limited to|"
        r"sólo|solo|solamente|únicamente|exclusivamente|estrictamente|"
        r"nada más que|ningún otro|ninguna otra|limitad[oa]s? a|se limitan? a",
        "The sentence is now limited: a word like “only” came.",
        "A limit is gone: the sentence no longer says “only” or the like.",
        is_shield=True,
    ),
    _bound(
        r"with(?: your| their)?(?: prior| explicit| express| written)* (?:consent|"
        r"permission|agreement|authori[sz]ation)|if you (?:agree|consent|opt in|allow|"
        r"choose|ask|request|have said yes)|unless you (?:agree|consent|opt in|ask)|"
        r"at your (?:request|direction)|(?:up)?on request|"
        r"(?:con|previ[oa]|sin) (?:su |el )?(?:previ[oa] )?(?:consentimiento|permiso|"
        r"autorización|acuerdo)|(?:si|cuando) (?:usted )?(?:nos )?(?:l[oae]s? )?"
        r"(?:ha )?(?:autoriza(?:do)?|acepta(?:do)?|consiente|"
        r"consentido|permite|permitido|elige|elegido|pide|pedido|solicita(?:do)?|"
        r"d(?:ado|a|é) (?:su )?(?:permiso|consentimiento))|"
        r"a (?:petición|solicitud) suya|a su (?:petición|solicitud)",
        "A condition came: the person has to agree or ask.",
        "A condition is gone: it no longer needs the person's consent or request.",
        is_shield=True,
    ),
    _bound(
        r"unless|except(?: for| that| where| when| as)?|with the exception of|"
        r"other than|provided that|save (?:for|where)|salvo|excepto|a menos que|"
        r"a no ser que|(?:con|a) (?:la )?excepción de|"
        r"siempre (?:que|y cuando)|aparte de",
        "An exception came.",
        "An exception is gone.",
        is_shield=False,
    ),
    _bound(
        r"currently|at this time|at present|generally|normally|typically|usually|"
        r"in (?:most|some) cases|where (?:practicable|possible|appropriate)|"
        r"reasonabl[ey]|commercially|(?:at|in) (?:our|its) (?:sole )?discretion|"
        r"we (?:try|aim|strive|endeavou?r|intend)|actualmente|"
        r"por (?:ahora|el momento|lo general)|en general|generalmente|normalmente|"
        r"habitualmente|en (?:algunos|ciertos|la mayoría de los) casos|"
        r"razonable(?:mente)?|"
        r"(?:cuando|en lo|en la medida de lo) (?:sea )?(?:posible|proceda)|"
        r"a nuestr[oa] (?:entera )?(?:discreción|criterio)|"
        r"(?:intenta|procura)(?:re)?mos|trata(?:re)?mos de",
        "A hedge came: the sentence promises less.",
        "A hedge is gone: the sentence promises more.",
        is_shield=False,
    ),
    _bound(
        r"at most|no more than|no longer than|up to(?! you\b)|como (?:máximo|mucho)|"
        r"no más de|hasta(?! que)|un máximo de",
        "A ceiling came.",
        "A ceiling is gone.",
        is_shield=True,
    ),
    _bound(
        r"at any time|whenever you (?:like|want|wish)|as often as you|without "
        r"(?:giving|stating) (?:a )?reasons?|en cualquier momento|cuando (?:quiera|lo "
        r"desee)",
        "People can do it at any time now.",
        "People can no longer do it at any time.",
        is_shield=True,
    ),
    _bound(
        r"for money|in exchange for money|for monetary consideration|"
        r"(?:a cambio de|por) (?:dinero|un pago|(?:una )?contraprestación)",
        "A denial now holds only for money.",
        "A denial no longer holds only for money.",
        is_shield=False,
    ),
)
_OPT_IN = re.compile(r"\bopt[- ]in\b")
_DENIAL = re.compile(r"\b(?:not|never|no|nobody|none)\b|n['\u2019]t\b")
_MOST = 9
"""Other words of substance that may differ: beyond that the sentence is another one."""

_ACTING = {
    "practice",
    "sale",
    "retention",
    "consent",
    "commitment",
    "right",
    "recipient",
    "tracking",
    "automated",
    "safeguard",
    "procedure",
    "purpose",
}


_ALONE = {Category.PROCEDURE, Category.RETENTION}
"""Whatever else is named: a promise of notice, or a period."""


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if _is_another(facts, pair):
            continue
        both = pair.lowered
        changes = [(one, _turn(one, *both)) for one in _BOUNDS]
        turned = [(one, turn) for one, turn in changes if turn]
        if _says_the_same(pair, dict(changes)):
            continue
        if len({_denials(one, pair) for one in both}) > 1:
            continue  # "not unless" and "only if" say the same
        ways = {one.is_shield is (turn < 0) for one, turn in turned}
        if len(ways) != 1:
            continue  # none, or one for people and one against them
        bound, turn = turned[0]
        worse = ways == {True}
        return Verdict(
            outcome=Outcome.MATERIAL,
            reason=bound.came if turn > 0 else bound.went,
            categories=_categories(facts, pair),
            direction=Direction.WORSE if worse else Direction.BETTER,
            sources=("ftc-retroactive",),
            before=pair.before,
            after=pair.after,
        )
    return None


def _categories(facts: Facts, pair: SentencePair) -> tuple[Category, ...]:
    slots = slots_of_limit(facts, pair)
    if _ALONE.issuperset(slots) and slots:
        return slots
    return tuple(dict.fromkeys((*slots, *categories_of(facts))))


def _says_the_same(pair: SentencePair, changes: Mapping[_Bound, int]) -> bool:
    """Tell whether a bound is only worded otherwise.

    "For no purposes other than these" is "only for these", and what happens only if
    people have asked for it needs no second "only".
    """
    only, condition, exception, *_ = _BOUNDS
    if changes[only] > 0 and not changes[condition]:
        asked = (condition.pattern, _OPT_IN)
        if any(all(map(one.search, pair.lowered)) for one in asked):
            return True
    if changes[only] * changes[exception] >= 0:
        return False
    before, after = pair.lowered
    return _denials(before if changes[exception] < 0 else after, pair) > 0


def _denials(sentence: str, pair: SentencePair) -> int:
    if pair.language != "en":
        return denials_in(sentence, pair.language)
    return len(_DENIAL.findall(sentence))


def _turn(bound: _Bound, before: str, after: str) -> int:
    """Give 1 where it came, -1 where it went, 0 where nothing changed."""
    return bool(bound.pattern.search(after)) - bool(bound.pattern.search(before))


def _is_another(facts: Facts, pair: SentencePair) -> bool:
    old, new = (
        {word.stem for word in words_of(one, pair.language)}
        for one in (pair.before, pair.after)
    )
    words = words_of(pair.after, pair.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    return len(old ^ new) > _MOST or not kinds & _ACTING


RULE = Rule("limit", _judge)
"""Source: FTC, Gateway Learning (2004): a broken or weakened promise."""
