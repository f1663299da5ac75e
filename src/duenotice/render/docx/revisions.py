"""Tracked changes: what is taken and what is refused when a document is accepted."""

from __future__ import annotations

import enum
import itertools

AUTHOR = "duenotice"


class Fate(enum.Enum):
    """What becomes of words when changes are accepted or refused."""

    KEPT = enum.auto()
    ADDED = enum.auto()
    REMOVED = enum.auto()
    MOVED_HERE = enum.auto()
    MOVED_AWAY = enum.auto()
    PASSING = enum.auto()
    """Removed out of what was added or moved here: in neither text at this place."""

    @property
    def is_struck(self) -> bool:
        """Tell whether its text is marked up as deleted text."""
        return self in {Fate.REMOVED, Fate.PASSING}


_ELEMENTS = {
    Fate.KEPT: (),
    Fate.ADDED: ("ins",),
    Fate.REMOVED: ("del",),
    Fate.MOVED_HERE: ("moveTo",),
    Fate.MOVED_AWAY: ("moveFrom",),
    Fate.PASSING: ("ins", "del"),
}


class Revisions:
    """Gives tracked changes their numbers, in the order of the document."""

    def __init__(self) -> None:
        """Begin with the first."""
        self._ids = itertools.count(1)

    def next_id(self) -> int:
        """Give a number that nothing else in the document has."""
        return next(self._ids)

    def attributes(self) -> str:
        """Give a number and the author; a day would be nobody's."""
        return f'w:id="{self.next_id()}" w:author="{AUTHOR}"'

    def tracked(self, fate: Fate, runs: str) -> str:
        """Mark runs."""
        opened = "".join(f"<w:{one} {self.attributes()}>" for one in _ELEMENTS[fate])
        closed = "".join(f"</w:{one}>" for one in reversed(_ELEMENTS[fate]))
        return f"{opened}{runs}{closed}"

    def mark(self, fate: Fate) -> str:
        """Give what marks the end of a paragraph, or a row of a table."""
        return "".join(f"<w:{one} {self.attributes()}/>" for one in _ELEMENTS[fate])
