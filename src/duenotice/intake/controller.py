"""Who is responsible for the data, where a text says it plainly."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

UNKNOWN = "[name of the organisation]"
"""Stands in statement.yaml where nothing was found; a check stops a release over it."""

_ABBREVIATED = r"(?:Inc|Ltd|Co|Corp|Pty|Assn|St|S\.A|S\.L|B\.V|L\.L\.C|L\.P|[A-Z])\."
_NAME_WORD = rf"(?:{_ABBREVIATED}|[A-ZÁÉÍÓÚÑÜÖÄ0-9][\w&'’/-]*(?:\.\w+)*)"
_NAME = (
    rf"(?:{_NAME_WORD}(?:(?:,?\s+|\s+(?:of|and|for|the|de|del|la|y|&)\s+){_NAME_WORD})"
    r"{0,7})"
)
_DEFINED = re.compile(r"\(([^()]{2,160})\)")
_BEFORE = re.compile(rf"({_NAME})\s*\Z")
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{1,60}?)[,.]?[\"”»]")
_ARTICLE = re.compile(r"^(?:the|our|el|la|los|las)\s+", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:Inc|LLC|L\.L\.C|LLP|Ltd|Limited|GmbH|Corp|Corporation|Company|Co|Foundation|"
    r"Association|Trust|University|Library|Society|Group|Institute|Cooperative|Council|"
    r"S\.A|S\.L|SAS|PLC|plc|AG|B\.V|BV|Oy|AB|Pty|Plan)\b\.?"
)
_RESPONSIBLE = re.compile(
    r"(?:(?:operated|owned|run|controlled|operado|operada|gestionado|gestionada)\s+"
    r"(?:by|por)(?:\s+the)?|controller\s+(?:is|for\s+[^.]{1,60}\s+is)|controller:"
    r"|on\s+behalf\s+of|\b[Ww]e,|[Ww]e\s+are|[Ss]omos"
    r"|responsable\s+es)\s+\Z"  # codespell:ignore
)
_NO_CONTROLLER = re.compile(
    r"\b(?:Act|Law|Regulation|Code|Statement|Notice|Policy|Directive|Rule|System|"
    r"Protocol|Ley|Reglamento|Declaración|Política|Aviso|Internet|App|Website|Site|"
    r"Service|Services|Application|Kit|Kits)\b"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PRONOUNS = _set(
    "we us our ours you your i it they nosotros nuestro nuestra usted tú su"
)
_ROLES = _set(
    "company organisation organization controller data controller empresa compañía "
    "provider site website service services app"
)
_STATED = re.compile(
    rf"operated\s+by\s+(?:the\s+)?({_NAME})"
    rf"|controller\s+(?:is|for\s+[^.]{{1,60}}\s+is)\s+(?:the\s+)?({_NAME})"
    rf"|controller:\s+({_NAME})|(?:©|[Cc]opyright)\s*(?:\d{{4}}\s*)?({_NAME})"
)
_ACTING = re.compile(
    rf"(?:\A|[.!?]\s+)(?:The\s+|La\s+|El\s+)?({_NAME})\s+(?:collects?|keeps?|"
    r"uses?|operates|provides|respects|values|takes|treats|processes|handles|recoge|"
    r"utiliza|trata|respeta|"  # codespell:ignore
    r"is\s+(?:committed|responsible|dedicated)|does\s+not|may)\b"
)
_AT = re.compile(rf"\bAt\s+({_NAME}),\s+we\b")
_INSIDE = re.compile(rf"[a-z,]\s({_NAME})(?:['’]s)?(?=[\s,.;])")
_NOT_NAMES = _set(
    "to us eu uk i january february march april may june july august september "
    "october november december this that these it we you our your the a an if when "
    "where any all each such they he she who both there here some most no please state "
    "federal personal information data esta este estos si cuando los las"
)
_FOR_COMPANY, _FOR_RESPONSIBLE, _FOR_PRONOUN = 2, 4, 5
_SURE = 6
_MOST_USES = 20
_LEAST_USES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundController:
    """A controller, and how sure it is."""

    name: str
    aliases: tuple[str, ...] = ()
    is_sure: bool = False


def find_controller(texts: Sequence[str]) -> FoundController | None:
    """Look for the controller in the paragraphs of a text.

    >>> text = 'It is run by Fernhill Trust, Inc. ("Fernhill", "we").'
    >>> find_controller([text])
    FoundController(name='Fernhill Trust, Inc.', aliases=('Fernhill',), is_sure=True)
    """
    whole = "\n".join(texts)
    candidates = [one for text in texts for one in _defined(text)]
    if candidates:
        score, best = max(candidates, key=lambda one: _rank(one, whole))
        if score:
            return best
    stated = _stated(texts)
    if stated:
        is_sure = len(set(stated)) == 1 and whole.count(stated[0]) >= _LEAST_USES
        return FoundController(name=stated[0], is_sure=is_sure)
    return (
        _commonest(_AT, texts, 1)
        or _commonest(_ACTING, texts, 1)
        or _commonest(_INSIDE, texts, _LEAST_USES)
    )


def _rank(candidate: tuple[int, FoundController], whole: str) -> float:
    """Weigh what a definition says by how often the text uses the names."""
    score, found = candidate
    uses = max(whole.count(name) for name in (found.name, *found.aliases))
    return score + min(uses, _MOST_USES) / 4


def _defined(text: str) -> Iterator[tuple[int, FoundController]]:
    """Find names that are given shorter ones: Fernhill Trust, Inc. (“Fernhill”)."""
    for parenthesis in _DEFINED.finditer(text):
        quoted = [_ARTICLE.sub("", one) for one in _QUOTED.findall(parenthesis[1])]
        before = text[max(parenthesis.start() - 120, 0) : parenthesis.start()]
        name = _BEFORE.search(before)
        if not quoted or name is None or not _may_be_name(name[1]):
            continue
        lead = before[: name.start()]
        score = _FOR_COMPANY * (_COMPANY.search(name[1]) is not None)
        score += _FOR_RESPONSIBLE * (_RESPONSIBLE.search(lead) is not None)
        score += _FOR_PRONOUN * any(one.lower() in _PRONOUNS for one in quoted)
        found = FoundController(
            name=name[1],
            aliases=tuple(_aliases(quoted, name[1])),
            is_sure=score >= _SURE,
        )
        yield score, found


def _may_be_name(name: str) -> bool:
    words = name.lower().split()
    return (
        words[0] not in _NOT_NAMES
        and not words[0][0].isdigit()
        and _NO_CONTROLLER.search(name) is None
    )


def _aliases(quoted: Iterable[str], name: str) -> Iterator[str]:
    seen = {name.lower()}
    for one in quoted:
        words = one.strip()
        is_name = words[:1].isupper() and words.lower() not in _PRONOUNS | _ROLES
        if is_name and words.lower() not in seen:
            seen.add(words.lower())
            yield words


def _stated(texts: Iterable[str]) -> list[str]:
    """Give the names that a text says outright."""
    names = [
        next(group for group in stated.groups() if group)
        for text in texts
        for stated in _STATED.finditer(text)
    ]
    return [name for name in names if _may_be_name(name)]


def _commonest(
    form: re.Pattern[str], texts: Sequence[str], least: int
) -> FoundController | None:
    """Take the name that a form finds most often."""
    counts = Counter(
        found[1]
        for text in texts
        for found in form.finditer(text)
        if _may_be_name(found[1])
    )
    most = counts.most_common(1)
    return FoundController(name=most[0][0]) if most and most[0][1] >= least else None
