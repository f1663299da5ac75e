"""Lead-ins: what a list is of, by the sentence that governs it."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple


class Listing(NamedTuple):
    """What a lead-in makes of its items."""

    pattern: re.Pattern[str]
    kind: str
    """The class of the lexicon that its items belong to."""

    items: str
    """What the items are, in a report."""

    is_gain: bool = False
    """An item more is better for people."""


def _listing(pattern: str, kind: str, items: str, *, is_gain: bool = False) -> Listing:
    return Listing(re.compile(pattern, re.IGNORECASE), kind, items, is_gain)


LISTINGS = (
    _listing(
        r"\bright to\b|\byou (?:can|may|are entitled)\b(?!.*\b(?:give|provide|ask|"
        r"enter))|\bderechos? (?:a|de)\b|\b(?:usted )?(?:puede|podrá)\b(?! incluir)",
        "right",
        "rights and choices",
        is_gain=True,
    ),
    _listing(
        r"\bprotect|\bsecur|\bsafeguard|\bproteg|\bsegur",
        "safeguard",
        "safeguards",
        is_gain=True,
    ),
    _listing(
        r"\b(?:disclos|shar|giv|pass|sen[dt]|transfer)\w*\b.*\b(?:when|where|if|in "
        r"order to|necessary|required|law)\b|\b(?:comunic|entreg|"
        r"revel)\w+\b.*\b(?:cuando|si|para|ley)\b",
        "legal",
        "cases in which data is given away",
    ),
    _listing(
        r"\bwe\b[^.]*\b(?:receive|obtain|get|ask|collect)\b[^.]*\b(?:from|of)\b|"
        r"\b(?:recibimos|obtenemos|pedimos|recogemos)\b[^.]*\b(?:de|a)\b",
        "data",
        "sources of data",
    ),
    _listing(
        r"\b(?:recipients?|third part|providers?|processors?|partners?|affiliates?|"
        r"vendors?|compan(?:y|ies)|(?:shar|disclos|giv|pass|sen[dt]|sell|sold)\w*\b"
        r"(?: \w+){0,6} (?:to|with)|receiv\w+)\b.*:|\b(?:destinatari|proveedor|"
        r"encargad|socio|tercero|empresa|compañía|reciben?|comunicamos|compartimos|"
        r"entregamos)\w*\b.*:",
        "recipient",
        "who receives data, or what they receive",
    ),
    _listing(
        r"\b(?:us(?:e|es|ed|ing)|process(?:es|ed|ing)?)\b.*\b(?:to|for)\b|\bpurposes?\b|"
        r"\b(?:us(?:a|amos|ar)|trata(?:mos|r)?|utiliza(?:mos|r)?)\b.*\bpara\b|"
        r"\b(?:fines|finalidad(?:es)?)\b",
        "purpose",
        "what data is used for",
    ),
    _listing(
        r"\b(?:applies to|cover(?:s|ed)?|cubre|se aplica)\b",
        "scope",
        "what the statement covers",
    ),
    _listing(
        r"\b(?:collect|gather|receive|record|note|obtain|ask|store|keep|log|may "
        r"include|give us|provide|recog|recopil|recib|obten|registr|anot|guard|ped|"
        r"indica|puede incluir|da)\w*\b",
        "data",
        "data that is collected",
    ),
)
"""The first that fits a lead-in says what its list is of."""


_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@functools.lru_cache(maxsize=1 << 10)
def listing_of(lead_in: str) -> Listing | None:
    """Say what a list is of; nothing where the lead-in does not tell.

    >>> listing_of("You have an account. We pass your name on to:").kind
    'recipient'
    """
    if not lead_in.rstrip().endswith(":"):
        return None
    last = _SENTENCE.split(lead_in.rstrip())[-1]
    return next((one for one in LISTINGS if one.pattern.search(last)), None)
