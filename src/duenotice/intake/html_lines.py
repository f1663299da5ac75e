"""At which line of a web page an element begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.intake.html_blocks import LINE

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TAG = re.compile(r"\n|<(!--|[a-z][\w-]*)", re.IGNORECASE)
_AHEAD = 200
"""So many tags may stand in scripts and comments, or be none to the parser."""


@dataclass(slots=True)
class LineFinder:
    """Goes through a page's tags in order; elements are asked for in that order."""

    source: str
    _tags: list[tuple[str, int]] = field(init=False)
    _place: int = 0
    _line: int = 1
    _is_kept: bool = False
    """Whether the elements say their lines themselves, as those of Markdown do."""

    def __post_init__(self) -> None:
        """Note the tags and their lines."""
        self._tags = []
        line = 1
        for found in _TAG.finditer(self.source):
            if found[1] is None:
                line += 1
            else:
                self._tags.append((found[1].lower(), line))

    def pass_over(self, element: Element) -> int:
        """Give an element's line; where it isn't found, that of the one before."""
        if LINE in element.attrib:
            self._is_kept = True
            self._line = int(element.get(LINE, "1"))
        if not self._is_kept:
            self._find("!--" if callable(element.tag) else element.tag)
        return self._line

    def _find(self, tag: str) -> None:
        name = tag.rpartition("}")[2].lower()
        ahead = range(self._place, min(self._place + _AHEAD, len(self._tags)))
        for place in ahead:
            if self._tags[place][0] == name:
                self._line = self._tags[place][1]
                self._place = place + 1
                return
