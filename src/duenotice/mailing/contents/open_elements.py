"""Which elements words stand in, where tags are left out or are too many.

It is as browsers read them: where they part from one another, or from this, more
counts as hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.mailing.contents.selectors import Element
from duenotice.mailing.contents.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.mailing.contents.style_sheets import StyleSheets

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"caption", "td", "th"})
_GROUPS = frozenset({"tbody", "tfoot", "thead"})
_TABLE = frozenset({"table", "tr"}) | _CELLS | _GROUPS
_BLOCKS = _HEADINGS | frozenset(
    {
        *("address", "article", "aside", "blockquote", "center", "dd", "details"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section"),
        *("summary", "table", "ul"),
    }
)
_FORMATS = frozenset(
    {
        *("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike"),
        *("strong", "tt", "u"),
    }
)
"""They go on in what follows until they are closed."""

_WALLS = frozenset({"", "object", "table", "template"}) | _CELLS
"""What stands outside isn't closed from within."""

_ENDS = {
    **dict.fromkeys(_BLOCKS, frozenset({"p"})),
    **dict.fromkeys(_CELLS, _CELLS),
    **dict.fromkeys(_GROUPS, _GROUPS | {"tr"}),
    **{one: _HEADINGS | {"p"} for one in _HEADINGS},
    "a": frozenset({"a"}),
    "dd": frozenset({"dd", "dt", "p"}),
    "dt": frozenset({"dd", "dt", "p"}),
    "li": frozenset({"li", "p"}),
    "tr": frozenset({"tr"}),
}
"""What ends where an element begins."""

_LISTS = frozenset({"dl", "menu", "ol", "ul"})


@dataclass(frozen=True, slots=True)
class _Open:
    element: Element
    sight: Sight
    is_quote: bool

    @property
    def tag(self) -> str:
        return self.element.tag


class OpenElements:
    """The elements around words, from the outermost."""

    def __init__(self, styles: StyleSheets) -> None:
        """Begin outside of all, with the style sheets of the whole."""
        self._styles = styles
        self._open = [_Open(Element("", frozenset()), Sight(), is_quote=False)]

    @property
    def sight(self) -> Sight:
        """Give how words look here."""
        return self._open[-1].sight

    @property
    def is_quote(self) -> bool:
        """Tell whether words here are quoted."""
        return self._open[-1].is_quote

    def begin(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Take a tag that opens an element."""
        self._end_others(tag)
        outer = self._open[-1]
        element = Element.of(tag, attributes)
        around = [one.element for one in self._open]
        styles = self._styles.styles(element, around, attributes)
        sight = outer.sight.within(tag, styles, attributes)
        is_quote = outer.is_quote or tag == "blockquote"
        self._open.append(_Open(element, sight, is_quote))

    def end(self, tag: str) -> None:
        """Take a tag that closes an element, if there is one to close."""
        walls = frozenset({"", "table"}) if tag in _TABLE else _WALLS
        if tag == "table":
            walls = frozenset({""})
        elif tag not in _BLOCKS | _TABLE | _FORMATS:
            walls |= _BLOCKS
        self._end(frozenset({tag}), walls)

    def _end_others(self, tag: str) -> None:
        ends = _ENDS.get(tag, frozenset())
        inner = _TABLE - {"table"}
        walls = frozenset({"", "table"}) if ends & inner else _WALLS
        for one in sorted(ends):
            is_item = one in {"dd", "dt", "li"}
            self._end(frozenset({one}), walls | _LISTS if is_item else walls)

    def _end(self, tags: frozenset[str], walls: frozenset[str]) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            tag = self._open[at].tag
            if tag in tags:
                closed = self._open[at + 1 :]
                del self._open[at:]
                if tag not in _CELLS:
                    self._open += [one for one in closed if one.tag in _FORMATS]
                return
            if tag in walls:
                return
