"""Distinct: a word gave way to one that is like it, and that the law tells apart."""

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

# In each row the words that protect most stand first.
_ROWS = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in row)
    for row in (
        (r"anonymi[sz]ed?|anonymous(?:ly)?|anonimizad[oa]s?|anónim[oa]s?",
         r"aggregated?|agregad[oa]s?", r"de-?identified|desidentificad[oa]s?",
         r"pseudonym\w+|p?seudonimizad[oa]s?|p?seudónim[oa]s?",
         r"hashed|encrypted|masked|cifrad[oa]s?|encriptad[oa]s?|enmascarad[oa]s?"),
        (r"(?:service )?providers?|processors?|vendors?|contractors?|"
         r"proveedor(?:es)?|prestador(?:es)?|encargad[oa]s?|contratistas?",
         r"affiliates?|group companies|(?:empresas?|compañías?) (?:afiliadas?|filial(?:es)?|"
         r"del grupo|de nuestro grupo)|filial(?:es)?|subsidiarias?",
         r"partners?|socios (?:comerciales|publicitarios)|nuestros socios",
         r"third part(?:y|ies)|terceros|terceras (?:partes|personas)"),
        (r"shar(?:e[sd]?|ing)|disclos(?:e[sd]?|ing|ure)|pass on|compart(?:e[n]?|imos|ir|iremos)|"
         r"divulg(?:a[nr]?|amos|aremos)|revel(?:amos|ar|aremos)|ced(?:e[nr]?|emos)",
         r"s[eo]l[ld]s?|selling|vend(?:e[nr]?|emos|eremos)|alquil(?:a[nr]?|amos)"),
        (r"delet(?:e[sd]?|ion|ing)|eras(?:e[sd]?|ing|ure)|destroy(?:ed)?|"
         r"(?:elimin|borr)(?:a[nr]?|amos|aremos|ad[oa]s?)|suprim(?:e[n]?|imos|ir|iremos)|"
         r"destru(?:ye[n]?|imos|ir|iremos)",
         r"deactivat(?:e[sd]?|ion)|disabled?|archived?|"
         r"(?:desactiv|deshabilit|inhabilit|bloque)(?:a[nr]?|amos|aremos|ad[oa]s?)|"
         r"archiv(?:a[nr]|amos|aremos|ad[oa]s?)"),
        (r"consent|consentimiento", r"contract|contrato",
         r"legitimate interests?|interés legítimo|intereses legítimos"),
        (r"all|every|each|tod[oa]s|cada", r"most|many|la mayoría|much[oa]s",
         r"some|certain|algun[oa]s|ciert[oa]s|determinad[oa]s"),
        (r"at most|no more than|up to|como (?:máximo|mucho)|no más de|hasta(?! que)",
         r"at least|no less than|como mínimo|al menos|por lo menos|no menos de"),
        (r"opt[- ]in", r"opt[- ]out"),
    )
)  # fmt: skip
_SOME = re.compile(r"\b(?:some|certain|few|selected|algun[oa]s?|ciert[oa]s)\b", re.IGNORECASE)
_ANY = re.compile(r"\b(?:any|all|every|cualquier|cualquiera|tod[oa]s?)\b", re.IGNORECASE)
_MOST = 4
"""Words that may differ in all."""

_ACTING = {"practice", "sale", "retention", "consent", "right", "safeguard",
           "procedure", "recipient", "purpose", "data"}  # fmt: skip


def _judge(facts: Facts) -> Verdict | None:
    for pair in facts.pairs:
        if not pair.is_amended or not _is_close(facts, pair):
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
    some, any_ = (
        bool(words.search(pair.after)) - bool(words.search(pair.before))
        for words in (_SOME, _ANY)
    )
    if some == -1 and any_ == 1:
        return 1
    for row in _ROWS:
        old, new = (
            {place for place, words in enumerate(row) if words.search(text)}
            for text in (pair.before, pair.after)
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
