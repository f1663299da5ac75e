"""What a language's wordings of promises about changes consist of.

Each is looked for in one sentence, in lower case and with single spaces. A bounded
number of characters between two words keeps the search fast on any text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class PromiseWords:
    """What is looked for in the sentences of one language."""

    subject: re.Pattern[str]
    """The sentence or heading is about changes of the statement."""

    tells: re.Pattern[str]
    """Words of telling; they count with a time or a way beside them."""

    tells_you: re.Pattern[str]
    """People are told, by whatever way; a new date alone tells nobody."""

    uses: re.Pattern[str]
    """What data is used for follows, where telling people is a purpose, no promise."""

    hedged: re.Pattern[str]
    """From here on it is no promise: only possible, denied, or left to the law."""

    exception: re.Pattern[str]
    """An exception that the law makes, which leaves a promise a promise."""

    before: re.Pattern[str]
    """Before the change takes effect."""

    periods: tuple[re.Pattern[str], ...]
    """How long before."""

    channels: tuple[tuple[str, re.Pattern[str]], ...]
    """How, by the names of the settings."""

    held: re.Pattern[str]
    """Data already collected, or rights that people have."""

    consent: re.Pattern[str]
    """Only with consent."""

    check_back: re.Pattern[str]
    """It is left to people to look again."""


def compiled(pattern: str) -> re.Pattern[str]:
    """Give a pattern whose spaces are any white space."""
    return re.compile(pattern.replace(" ", r"\s"))
