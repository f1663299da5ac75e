"""What is each reader's own in a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duenotice.render.pdf.address_fit import Misfit
from duenotice.render.pdf.address_fit import MisfitError

_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What no line on paper shows, and what would turn or hide the rest of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLines:
    """The lines that are put onto the first page, none of them empty."""

    address: tuple[str, ...]
    """The name first."""

    greeting: str
    plain_greeting: str
    """Without a name, for one that is too long for its line."""

    reference: str

    def check(self) -> None:
        """Make sure that each is a line that shows all that it holds.

        Raises:
            MisfitError: One isn't.
        """
        if any(map(_UNPRINTABLE.search, (*self.address, self.greeting))):
            raise MisfitError(Misfit.NO_GLYPH)
