"""Links whose target changed: readers see their words and not where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.compare import Difference
from duenotice.model.content import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.compare import Stretch
    from duenotice.compare import Token


def changed_targets(stretch: Stretch) -> tuple[str, str] | None:
    """Give where a link led and where it leads, if that is to be told.

    It is where the words stayed, and where one link took the place of another. Either
    is empty where the words are no link.
    """
    old, new = _targets(stretch.old), _targets(stretch.new)
    is_replaced = len(old) == len(new) == 1 and stretch.difference is Difference.WORDS
    if old == new or not (is_replaced or stretch.difference is Difference.LINK):
        return None
    return ", ".join(old), ", ".join(new)


def _targets(tokens: Iterable[Token]) -> list[str]:
    inlines = (token.inline for token in tokens)
    return [one.target for one in inlines if isinstance(one, Link)]
