"""A cell that answers a question, as files of members have it."""

from __future__ import annotations

_ANSWERS = {
    **dict.fromkeys(("yes", "y", "true", "1"), True),
    **dict.fromkeys(("no", "n", "false", "0", ""), False),
}


def yes_or_no(written: str) -> bool:
    """Read an answer, in whatever case; nothing is no.

    >>> yes_or_no("Y"), yes_or_no("")
    (True, False)

    Raises:
        ValueError: It is neither.
    """
    answer = _ANSWERS.get(written.lower())
    if answer is None:
        raise ValueError(written)
    return answer
