"""Selectors of style sheets: of which elements they may be.

What isn't looked at, such as an element's place among others, is taken to be so: words
that might be hidden count as hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from tinycss2.ast import Node

_NEVER = frozenset(
    {"active", "empty", "focus", "focus-visible", "focus-within", "hover", "target"}
)
"""What an element is only while it is touched, or without a word in it."""

_OLD_PARTS = frozenset({"after", "before", "first-letter", "first-line"})
"""Parts of an element, which may be named with one colon."""

_LINKS = {"any-link": "a", "link": "a", "root": "html", "visited": "a"}
_IMPLIED = frozenset({"body", "html", "tbody"})
"""Elements that are there where nobody wrote them."""

_SIBLINGS = frozenset({"+", "~"})
_DARK_OUTLOOK = "data-ogs"


@dataclass(frozen=True, slots=True)
class Element:
    """What selectors ask of an element."""

    tag: str
    names: frozenset[str]
    """Classes with a dot, ids with a hash."""

    @classmethod
    def of(cls, tag: str, attributes: Mapping[str, str | None]) -> Element:
        """Take an element's tag and attributes."""
        names = {f".{one}" for one in (attributes.get("class") or "").split()}
        names.add(f"#{attributes.get('id')}")
        return cls(tag, frozenset(names))


@dataclass(frozen=True, slots=True)
class _Compound:
    """Conditions on one element."""

    tag: str
    names: frozenset[str]

    def matches(self, element: Element) -> bool:
        return self.tag in {"", element.tag} and self.names <= element.names

    @property
    def is_anywhere(self) -> bool:
        return not self.names and self.tag in {"", *_IMPLIED}


@dataclass(frozen=True, slots=True)
class Selector:
    """Conditions on an element and on those that it stands in."""

    outer: tuple[_Compound, ...]
    last: _Compound
    is_dark: bool
    """It is Outlook's for dark rooms."""

    def matches(self, element: Element, around: Sequence[Element]) -> bool:
        """Tell whether it may be of an element; `around` is from the outermost."""
        if not self.last.matches(element):
            return False
        rest = iter(reversed(around))
        return all(
            one.is_anywhere or any(map(one.matches, rest))
            for one in reversed(self.outer)
        )


def selectors(prelude: Iterable[Node]) -> Iterator[Selector]:
    """Read what stands before a rule, without what is of no whole element."""
    parts: list[list[Node]] = [[]]
    for one in prelude:
        if one == ",":
            parts.append([])
        elif one.type != "comment":
            parts[-1].append(one)
    for part in parts:
        found = _selector(part)
        if found is not None:
            yield found


def _selector(nodes: Sequence[Node]) -> Selector | None:
    compounds = [_compound(one) for one in _compound_nodes(nodes)]
    known = [one for one in compounds if one is not None]
    if not known or len(known) < len(compounds):
        return None
    is_dark = any(_DARK_OUTLOOK in one.serialize() for one in nodes)
    return Selector(outer=tuple(known[:-1]), last=known[-1], is_dark=is_dark)


def _compound_nodes(nodes: Sequence[Node]) -> list[list[Node]]:
    """Part a selector at what combines; of elements beside another nothing is asked."""
    found: list[list[Node]] = [[]]
    for one in nodes:
        if one == ">" or one.type == "whitespace":
            found.append([])
        elif any(one == sign for sign in _SIBLINGS):
            found = [*_without_last(found), []]
        else:
            found[-1].append(one)
    return [one for one in found if one]


def _without_last(compounds: list[list[Node]]) -> list[list[Node]]:
    kept = [one for one in compounds if one]
    return kept[:-1]


def _compound(nodes: Sequence[Node]) -> _Compound | None:
    """Read conditions on one element; nothing where they are of a part of it."""
    tag, names = "", set[str]()
    for before, one in pairwise((None, *nodes)):
        if one.type == "ident" and before == ":":
            if one.lower_value in _NEVER | _OLD_PARTS:
                return None
            tag = tag or _LINKS.get(one.lower_value, "")
        elif one.type == "ident" and before == ".":
            names.add(f".{one.value}")
        elif one.type == "ident":
            tag = one.lower_value
        elif one.type == "hash":
            names.add(f"#{one.value}")
        elif one == ":" and before == ":":
            return None
    return _Compound(tag, frozenset(names))
