"""An address in the HTML of a letter: a line below the other, whatever its style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from duenotice.render.pdf.direction import begins_leftward

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCK = Markup('<span class="lines" style="display: block">{}</span>')
_LINE = Markup('<span style="display: block" dir="{}">{}</span>')


def address_html(lines: Iterable[str]) -> Markup:
    """Give the lines, each in the direction of its first letter."""
    written = (
        _LINE.format("rtl" if begins_leftward(line) else "ltr", line) for line in lines
    )
    return _BLOCK.format(Markup("\n").join(written))
