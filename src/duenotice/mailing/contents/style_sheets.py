"""What the style sheets of a message say of an element.

Rules are read as far as they can hide words. Everything that is said counts, whatever
is said later or under whatever condition: a message is read on screens of every width,
on paper, and by programs that know half of the rules. Only colours for dark rooms are
left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tinycss2

from duenotice.mailing.contents.selectors import selectors

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from tinycss2.ast import Node

    from duenotice.mailing.contents.selectors import Element
    from duenotice.mailing.contents.selectors import Selector

Styles = dict[str, list[str]]
"""All values that are said, by property."""

_GROUPS = frozenset({"container", "document", "layer", "media", "scope", "supports"})
"""Rules around rules."""

_COLOURS = frozenset(
    {"-webkit-text-fill-color", "background", "background-color", "color"}
)
_DARK = re.compile(r"[^,]*\(\s*prefers-color-scheme\s*:\s*dark\s*\)[^,]*")
_OTHERWISE = re.compile(r"\b(?:not|or)\b")


class StyleSheets:
    """The style sheets of one message."""

    def __init__(self) -> None:
        """Begin with none."""
        self._rules: list[tuple[Selector, Styles]] = []

    def add(self, text: str, media: str = "") -> None:
        """Read a sheet; `media` is for what it is."""
        rules = tinycss2.parse_stylesheet(
            text, skip_comments=True, skip_whitespace=True
        )
        self._add(rules, is_dark=_is_dark(tinycss2.parse_component_value_list(media)))

    def _add(self, rules: Iterable[Node], *, is_dark: bool) -> None:
        for rule in rules:
            if rule.type == "qualified-rule":
                self._add_rule(rule.prelude, rule.content, is_dark=is_dark)
            elif _is_group(rule):
                inner = tinycss2.parse_rule_list(
                    rule.content or [], skip_comments=True, skip_whitespace=True
                )
                self._add(inner, is_dark=is_dark or _is_dark(rule.prelude))

    def _add_rule(
        self, prelude: Sequence[Node], content: Sequence[Node], *, is_dark: bool
    ) -> None:
        """Take a rule, and those that stand in it."""
        said = _said(content)
        light = {name: one for name, one in said.items() if name not in _COLOURS}
        for one in selectors(prelude):
            self._rules.append((one, light if is_dark or one.is_dark else said))
        for node in tinycss2.parse_blocks_contents(content):
            if node.type == "qualified-rule":
                self._add_rule(node.prelude, node.content, is_dark=is_dark)
            elif _is_group(node):
                inner_is_dark = is_dark or _is_dark(node.prelude)
                self._add_rule(prelude, node.content or [], is_dark=inner_is_dark)

    def styles(
        self,
        element: Element,
        around: Sequence[Element],
        attributes: Mapping[str, str | None],
    ) -> Styles:
        """Give all that is said of an element; `around` is from the outermost."""
        own = _said(attributes.get("style") or "")
        said = [one for sel, one in self._rules if sel.matches(element, around)]
        found: Styles = {}
        for styles in (*said, own):
            for name, values in styles.items():
                found.setdefault(name, []).extend(values)
        return found


def _is_group(node: Node) -> bool:
    return node.type == "at-rule" and node.lower_at_keyword in _GROUPS


def _is_dark(asked: Sequence[Node]) -> bool:
    words = tinycss2.serialize(asked).lower()
    return _DARK.fullmatch(words) is not None and not _OTHERWISE.search(words)


def _said(content: str | Sequence[Node]) -> Styles:
    said: Styles = {}
    for name, value in _declarations(content):
        said.setdefault(name, []).append(value)
    return said


def _declarations(content: str | Sequence[Node]) -> Iterator[tuple[str, str]]:
    for one in tinycss2.parse_blocks_contents(content):
        if one.type == "declaration":
            yield one.lower_name, tinycss2.serialize(one.value).strip().lower()
