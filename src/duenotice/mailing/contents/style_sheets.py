"""What the style sheets of a message say of an element.

The only module that imports tinycss2. Rules are read as far as they can hide words: a
sheet for some screens only is left out, and of what stands before the last part of a
selector nothing is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import tinycss2
from tinycss2 import color3

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from tinycss2.ast import Node

Colour = tuple[float, float, float, float]
"""Red, green, blue and how much it covers, each up to 1."""

_COLOURS = frozenset({"background", "background-color", "color"})
_NEVER = frozenset({"active", "after", "before", "checked", "focus", "hover"})
"""What a selector names that is no element, or one only while it is touched."""

_COMBINATORS = frozenset({">", "+", "~"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Selector:
    """The last part of a selector."""

    tag: str
    names: frozenset[str]
    """Classes with a dot, ids with a hash."""

    is_whole: bool
    """There is nothing before it, and no condition that isn't looked at."""

    def matches(self, tag: str, names: frozenset[str]) -> bool:
        return self.tag in {"", tag} and self.names <= names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declaration:
    name: str
    value: str
    is_important: bool


class StyleSheets:
    """The style sheets of one message, in their order."""

    def __init__(self, medium: str) -> None:
        """Take where it is read: on a `screen`, or in `print`."""
        self._media = {"", "all", medium}
        self._rules: list[tuple[_Selector, tuple[_Declaration, ...]]] = []

    def add(self, text: str, media: str = "") -> None:
        """Read a sheet; `media` is for what it is."""
        rules = tinycss2.parse_stylesheet(
            text, skip_comments=True, skip_whitespace=True
        )
        self._add(rules, media)

    def _add(self, rules: Iterable[Node], media: str) -> None:
        if media.strip().lower() not in self._media:
            return
        for rule in rules:
            if rule.type == "qualified-rule":
                said = tuple(_declarations(rule.content))
                self._rules += ((one, said) for one in _selectors(rule.prelude))
            elif rule.type == "at-rule" and rule.lower_at_keyword == "media":
                inner = tinycss2.parse_rule_list(
                    rule.content or [], skip_comments=True, skip_whitespace=True
                )
                self._add(inner, tinycss2.serialize(rule.prelude))

    def styles(self, tag: str, attributes: Mapping[str, str | None]) -> dict[str, str]:
        """Give what is said of an element, the last word on each property."""
        names = {f".{one}" for one in (attributes.get("class") or "").split()}
        names.add(f"#{attributes.get('id')}")
        said = [
            one
            for selector, declarations in self._rules
            if selector.matches(tag, frozenset(names))
            for one in declarations
            if selector.is_whole or one.name not in _COLOURS
        ]
        said += _declarations(attributes.get("style") or "")
        said.sort(key=lambda one: one.is_important)
        return {one.name: one.value for one in said}


def colour_in(value: str) -> Colour | None:
    """Find a colour in a value, such as that of a background.

    >>> colour_in("#fff url(x.png)")
    (1.0, 1.0, 1.0, 1.0)
    """
    for part in tinycss2.parse_component_value_list(value):
        found = color3.parse_color(part)
        if isinstance(found, color3.RGBA):
            red, green, blue, alpha = found
            return red, green, blue, alpha
    return None


def _declarations(content: str | Sequence[Node]) -> Iterator[_Declaration]:
    for one in tinycss2.parse_blocks_contents(content):
        if one.type == "declaration":
            value = tinycss2.serialize(one.value).strip().lower()
            yield _Declaration(
                name=one.lower_name, value=value, is_important=one.important
            )


def _selectors(prelude: Iterable[Node]) -> Iterator[_Selector]:
    parts: list[list[Node]] = [[]]
    for one in prelude:
        if one == ",":
            parts.append([])
        else:
            parts[-1].append(one)
    for part in parts:
        found = _selector(_trimmed(part))
        if found is not None:
            yield found


def _trimmed(nodes: list[Node]) -> list[Node]:
    while nodes and nodes[-1].type in {"whitespace", "comment"}:
        nodes.pop()
    while nodes and nodes[0].type in {"whitespace", "comment"}:
        nodes.pop(0)
    return nodes


def _selector(nodes: list[Node]) -> _Selector | None:
    """Read the last part of a selector; nothing where it is for no element."""
    starts = [
        at + 1
        for at, one in enumerate(nodes)
        if one.type == "whitespace"
        or (one.type == "literal" and one.value in _COMBINATORS)
    ]
    tag, names, is_whole = "", set[str](), not starts
    before = ""
    for one in nodes[max(starts, default=0) :]:
        if one.type == "ident" and before == ":":
            if one.lower_value in _NEVER:
                return None
            is_whole = False
        elif one.type == "ident" and before == ".":
            names.add(f".{one.value}")
        elif one.type == "ident":
            tag = one.lower_value
        elif one.type == "hash":
            names.add(f"#{one.value}")
        elif one.type != "literal":
            is_whole = False
        before = one.value if one.type == "literal" else ""
    return _Selector(tag=tag, names=frozenset(names), is_whole=is_whole)
