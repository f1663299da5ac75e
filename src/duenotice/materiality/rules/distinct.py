"""Distinct: a word gave way to one that is like it, and that the law tells apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.rule import Rule
from duenotice.materiality.rule import Verdict
from duenotice.materiality.subjects import categories_of
from duenotice.materiality.words import words_of

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.facts import SentencePair

# In each row the words that protect most stand first.
_WORDS = (
    (
        "anonymi[sz]ed?|anonymous(?:ly)?|anonimizad[oa]s?|anónim[oa]s?",
        "aggregated?|agregad[oa]s?",
        "de-?identified|desidentificad[oa]s?",
        r"pseudonym\w*|p?seudonimizad[oa]s?|p?seudónim[oa]s?",
        "hashed|encrypted|masked|cifrad[oa]s?|encriptad[oa]s?|enmascarad[oa]s?",
    ),
    (
        "(?:service )?providers?|processors?|vendors?|contractors?",
        "affiliates?|group companies",
        "partners?",
        "third part(?:y|ies)",
    ),
    (
        "proveedor(?:es)?|prestador(?:es)?|encargad[oa]s?|contratistas?",
        "(?:empresas|compañías) (?:afiliadas|del grupo)|filial(?:es)?|subsidiarias?",
        "socios (?:comerciales|publicitarios)|nuestros socios",
        "terceros|terceras (?:partes|personas)",
    ),
    (
        "shar(?:e[sd]?|ing)|disclos(?:e[sd]?|ing|ure)|pass on",
        "s[eo]l[ld]s?|selling",
    ),
    (
        (
            "compart(?:en?|i(?:re)?mos|ir)|(?:divulg|revel)(?:a[nr]?|a(?:re)?mos)|"
            "ced(?:e[nr]?|e(?:re)?mos)"
        ),
        "vend(?:e[nr]?|e(?:re)?mos)|alquil(?:a[nr]?|a(?:re)?mos)",
    ),
    (
        "delet(?:e[sd]?|ion|ing)|eras(?:e[sd]?|ing|ure)|destroy(?:ed)?",
        "deactivat(?:e[sd]?|ion)|disabled?|archived?",
    ),
    (
        (
            "(?:elimin|borr)(?:a[nr]?|a(?:re)?mos|ad[oa]s?)|"
            "suprim(?:en?|i(?:re)?mos|ir)|destru(?:yen?|i(?:re)?mos|ir)"
        ),
        (
            "(?:desactiv|deshabilit|inhabilit|bloque)(?:a[nr]?|a(?:re)?mos|ad[oa]s?)|"
            "archiv(?:a[nr]|a(?:re)?mos|ad[oa]s?)"
        ),
    ),
    ("consent", "contract", "legitimate interests?"),
    ("consentimiento", "contrato", "interés legítimo|intereses legítimos"),
    ("all|every|each", "most|many", "some|certain"),
    ("tod[oa]s|cada", "la mayoría|much[oa]s", "algun[oa]s|ciert[oa]s|determinad[oa]s"),
    ("at most|no more than|up to", "at least|no less than"),
    (
        "como (?:máximo|mucho)|no más de|hasta(?! que)",
        "como mínimo|al menos|por lo menos|no menos de",
    ),
    (
        r"namely|to wit|i\.e|consisting of",
        r"such as|for (?:example|instance)|e\.g|including|among others?",
    ),
    (
        "a saber|es decir|en concreto",
        "tales como|por ejemplo|entre otr[oa]s|incluid[oa]s?",
    ),
    ("opt[- ]in", "opt[- ]out"),
    ("all of the (?:following|above)", "(?:any|one) of the (?:following|above)"),
    ("tod[oa]s las siguientes", "(?:alguna|cualquiera) de las siguientes"),
)


class _Row(NamedTuple):
    """Words that are not to be taken for one another."""

    any: re.Pattern[str]
    each: tuple[re.Pattern[str], ...]


def _pattern(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


_ROWS = tuple(_Row(_pattern(*row), tuple(map(_pattern, row))) for row in _WORDS)
_SOME = re.compile(r"\b(?:some|certain|few|selected|algun[oa]s?|ciert[oa]s)\b")
_ANY = re.compile(r"\b(?:any|all|every|cualquier|cualquiera|tod[oa]s?)\b")
_MOST = 4
"""Words that may differ in all."""

_ACTING = {"practice", "sale", "retention", "consent", "right", "safeguard",
           "procedure", "recipient", "purpose", "data"}  # fmt: skip


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.amended:
        if not _is_close(facts, pair):
            continue
        turn = _turn(pair)
        if turn:
            return Verdict(
                outcome=Outcome.MATERIAL,
                reason="A word gave way to one that means something else in law.",
                categories=categories_of(facts),
                direction=Direction.WORSE if turn > 0 else Direction.BETTER,
                before=pair.before,
                after=pair.after,
            )
    return None


def _turn(pair: SentencePair) -> int:
    """Give 1 where the new word protects less, -1 where it protects more."""
    before, after = pair.lowered
    some, any_ = (
        bool(words.search(after)) - bool(words.search(before))
        for words in (_SOME, _ANY)
    )
    if some == -1 and any_ == 1:
        return 1
    for row in _ROWS:
        if not (row.any.search(before) and row.any.search(after)):
            continue
        old, new = (
            {place for place, words in enumerate(row.each) if words.search(text)}
            for text in (before, after)
        )
        went, came = old - new, new - old
        if len(went) == 1 == len(came):
            return 1 if min(came) > min(went) else -1
    return 0


def _is_close(facts: Facts, pair: SentencePair) -> bool:
    old, new = (
        {word.stem for word in words_of(one, pair.language)}
        for one in (pair.before, pair.after)
    )
    words = words_of(pair.after, pair.language)
    kinds = {one.concept.kind for one in facts.mentions(words)}
    return len(old ^ new) <= _MOST and bool(kinds & _ACTING)


RULE = Rule("distinct", _judge)
"""A do-not-equate table: sell and share, partner and processor, hashed and not."""
