"""How messages quote and suggest."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 70


def shown(words: str) -> str:
    r"""Give words for a message: on one line, in quotes, and not too long.

    >>> shown('the section\n  that follows')
    '"the section that follows"'
    """
    line = " ".join(words[: 4 * _LONGEST].split())
    return f'"{line}"' if len(line) <= _LONGEST else f'"{line[: _LONGEST - 1]}…"'


def listed(words: Iterable[str]) -> str:
    """Give several for a message.

    >>> listed(["Surveys", "Web logs"])
    '"Surveys", "Web logs"'
    """
    return ", ".join(map(shown, words))


def meant(word: str, names: Iterable[str]) -> str:
    """Ask whether a similar name was meant; nothing where none is similar.

    >>> meant("web-log", ["cookies", "web-logs"])
    'Did you mean "web-logs"? '
    """
    close = difflib.get_close_matches(word[:_LONGEST], sorted(names), n=1)
    return f'Did you mean "{close[0]}"? ' if close else ""


def times(count: int) -> str:
    """Say how often.

    >>> [times(1), times(2), times(3)]
    ['once', 'twice', '3 times']
    """
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
