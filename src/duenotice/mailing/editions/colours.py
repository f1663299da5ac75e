"""The colours of messages: a theme's, or else those of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.model.palette import shipped_colours
from duenotice.model.theme import Scheme
from duenotice.render.messages.message_view import ColoursView

if TYPE_CHECKING:
    from duenotice.model.theme import Theme


def colours_of(theme: Theme) -> tuple[ColoursView, ColoursView]:
    """Give the colours for a bright room and for a dark one."""
    return _colours(theme, Scheme.LIGHT), _colours(theme, Scheme.DARK)


def _colours(theme: Theme, scheme: Scheme) -> ColoursView:
    known = {**shipped_colours(scheme), **theme.colours.get(scheme, {})}
    return ColoursView(
        paper=str(known["paper"]),
        ink=str(known["ink"]),
        quiet=str(known["quiet"]),
        line=str(known["line"]),
        accent=str(known["accent"]),
        tint=str(known["tint"]),
    )
