"""What was not read of the files that are compared: said, and never taken for alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.cli.output import remark
from duenotice.errors import DuenoticeError
from duenotice.intake.account import TakenKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.cli.compared import Compared
    from duenotice.intake.account import Taken

_NEVER_TEXT = frozenset({TakenKind.SCRIPT, TakenKind.COMMENT, TakenKind.ATTRIBUTES})
"""No reader sees them, whatever they are."""

_SIGNS = frozenset({TakenKind.BULLET, TakenKind.LIST_NUMBER, TakenKind.RULE})
_MOST = 5
_MOST_WORDS = 60


DIFFERS = "left out, and different"


class LeftOutDiffersError(DuenoticeError):
    """What was read is alike, and what was not read is different."""

    hint = "A redline would show no difference. Compare what was left out by eye."

    def __init__(self, what: str) -> None:
        """Say what was left out."""
        super().__init__(f"no difference in what was read; {DIFFERS}: {what}")


def say_left_out(*sides: Compared) -> None:
    """Say what was not read of each side."""
    for side in sides:
        for line in left_out_lines(side.name, side.left_out):
            remark(line)


def left_out_lines(name: str, taken: Sequence[Taken]) -> Iterator[str]:
    """Say what was left out of a file, the first few with their words."""
    notable = _notable(taken)
    for one in notable[:_MOST]:
        yield f"{name}: left out: {_description(one)}: {one.kind.reason}"
    if len(notable) > _MOST:
        yield f"{name}: left out: {len(notable) - _MOST} more"


def left_out_data(taken: Sequence[Taken]) -> list[dict[str, object]]:
    """Give what was left out of a file as JSON."""
    return [
        {"line": one.line or None, "kind": one.kind.value, "words": one.words}
        for one in taken
    ]


def differing(old: Sequence[Taken], new: Sequence[Taken]) -> str:
    """Name what was left out of one file and not of the other; nothing if it is alike.

    It is compared in order. Of what differs the first is named, of each file.
    """
    before, after = _notable(old), _notable(new)
    keys = [_key(one) for one in before], [_key(one) for one in after]
    if keys[0] == keys[1]:
        return ""
    found = []
    for which, own, others in (("old", before, keys[1]), ("new", after, keys[0])):
        only = [one for one in own if _key(one) not in others]
        found += [f"{which}, {_description(one)}" for one in only[:1]]
    return "; ".join(found) or "the same in another order"


def _notable(taken: Sequence[Taken]) -> list[Taken]:
    return [one for one in taken if one.kind not in _NEVER_TEXT | _SIGNS]


def _key(taken: Taken) -> tuple[TakenKind, str, str]:
    return taken.kind, taken.words, taken.content


def _description(taken: Taken) -> str:
    words = taken.words
    if taken.kind is TakenKind.FRONT_MATTER:
        words = taken.content
    elif words.startswith("<"):
        words = f"{words} {taken.content}"
    words = " ".join(words.split())
    short = words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"
    return f"line {taken.line}, {shown(short)}" if taken.line else shown(short)
