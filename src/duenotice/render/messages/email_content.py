"""The HTML of a text, dressed for programs that read e-mail.

Many of them drop style sheets, so that every element has its looks on itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from duenotice.render.messages.message_view import ColoursView

_CELL = "padding:6px 8px;border:1px solid {line};text-align:{start};vertical-align:top"
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
_TAG = re.compile(rf"<({'|'.join(_LOOKS)})(?=[ >])")
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
    start, end = ("left", "right") if direction == "ltr" else ("right", "left")
    values = {
        "start": start,
        "end": end,
        "accent": colours.accent,
        "line": colours.line,
        "tint": colours.tint,
    }
    looks = {tag: look.format(**values) for tag, look in _LOOKS.items()}
    # Text is escaped, so that these are tags wherever they stand.
    html = _tags_only(_SITE_ONLY, str(content))
    html = html.replace(_PLACE, f'<a href="{page}#')
    dressed = _TAG.sub(lambda tag: f'<{tag[1]} style="{looks[tag[1]]}"', html)
    return Markup(dressed)  # noqa: S704 - as it was


def _tags_only(pattern: re.Pattern[str], html: str) -> str:
    """Take something out of the tags, and leave the words as they are."""
    return re.sub(r"<[a-z][^>]*>", lambda tag: pattern.sub("", tag[0]), html)
