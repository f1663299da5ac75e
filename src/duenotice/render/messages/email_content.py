"""The HTML of a text, dressed for programs that read e-mail.

Many of them drop style sheets, so that every element has its looks on itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from duenotice.render.messages.message_view import ColoursView

_CELL = "padding:6px 8px;border:1px solid {line};vertical-align:top"
_LOOKS = {
    "h3": "margin:24px 0 8px;font-size:18px;line-height:24px;font-weight:bold",
    "h4": "margin:20px 0 8px;font-size:16px;line-height:24px;font-weight:bold",
    "h5": "margin:20px 0 8px;font-size:16px;line-height:24px;font-weight:bold",
    "h6": "margin:20px 0 8px;font-size:16px;line-height:24px;font-weight:bold",
    "p": "margin:0 0 14px",
    "ul": "margin:0 0 14px;padding-{start}:24px;padding-{end}:0",
    "ol": "margin:0 0 14px;padding-{start}:24px;padding-{end}:0",
    "li": "margin:0 0 6px",
    "a": "color:{accent};text-decoration:underline",
    "blockquote": (
        "margin:0 0 14px;padding:12px 14px 1px;border-{start}:3px solid {line};"
        "background:{tint}"
    ),
    "pre": "margin:0 0 14px;white-space:pre-wrap;font-family:monospace",
    "hr": "margin:20px 0;border:0;border-top:1px solid {line}",
    "table": "width:100%;border-collapse:collapse;margin:0 0 14px",
    "th": _CELL,
    "td": _CELL,
}
_OF_LINES = frozenset(_LOOKS) - {"a", "hr", "pre", "table"}
"""What has lines of its own. Each says on which side they begin: within a message that
runs the other way, programs take it from no element around."""

_TAG = re.compile(rf"<(?:(/?)div|({'|'.join(_LOOKS)}))(?=[ >])([^>]*)")
_DIRECTION = re.compile(r' dir="(\w+)"')
_SITE_ONLY = re.compile(r' (?:class|tabindex|role)="[^"]*"')
_PLACE = '<a href="#'


def email_content(
    content: Markup, direction: str, colours: ColoursView, page: str
) -> Markup:
    """Give the HTML of a text with looks of its own.

    Args:
        content: The HTML of a notice's blocks.
        direction: `ltr` or `rtl`.
        colours: For a bright room; a dark one's stand in the template.
        page: Where its links to sections lead.
    """
    # Text is escaped, so that these are tags wherever they stand.
    html = _tags_only(_SITE_ONLY, str(content))
    html = html.replace(_PLACE, f'<a href="{page}#')
    dressed = _TAG.sub(_Dresser(direction, colours).dressed, html)
    return Markup(dressed)  # noqa: S704 - as it was


class _Dresser:
    """Gives tags their looks, one after the other."""

    def __init__(self, direction: str, colours: ColoursView) -> None:
        self._looks = {one: _looks(one, colours) for one in ("ltr", "rtl")}
        self._directions = [direction]
        """Of the parts around: those in another language have their own."""

    def dressed(self, tag: re.Match[str]) -> str:
        """Give a tag with its looks."""
        is_end, name, attributes = tag.groups()
        if name is None:
            self._turn(attributes, is_end=bool(is_end))
            return tag[0]
        direction = self._directions[-1]
        look = self._looks[direction][name]
        own = f' dir="{direction}"' if name in _OF_LINES else ""
        return f'<{name}{own} style="{look}"{attributes}'

    def _turn(self, attributes: str, *, is_end: bool) -> None:
        if is_end:
            self._directions.pop()
            return
        found = _DIRECTION.search(attributes)
        self._directions.append(found[1] if found else self._directions[-1])


def _looks(direction: str, colours: ColoursView) -> dict[str, str]:
    """Give the looks of each element in text of a direction."""
    start, end = ("left", "right") if direction == "ltr" else ("right", "left")
    values = {
        "start": start,
        "end": end,
        "accent": colours.accent,
        "line": colours.line,
        "tint": colours.tint,
    }
    return {
        tag: look.format(**values)
        + (f";text-align:{start}" if tag in _OF_LINES else "")
        for tag, look in _LOOKS.items()
    }


def _tags_only(pattern: re.Pattern[str], html: str) -> str:
    """Take something out of the tags, and leave the words as they are."""
    return re.sub(r"<[a-z][^>]*>", lambda tag: pattern.sub("", tag[0]), html)
