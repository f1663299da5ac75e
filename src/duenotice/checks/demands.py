"""What is wanted of a statement from outside its text.

Profiles stand in a layer above the checks, so whoever knows them says here what they
ask for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks for something."""

    profile: str
    basis: str
    """What the profile rests on there: instrument and section in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What a statement's profiles want of its text as a whole, and who does."""

    change_clause: tuple[Asker, ...] = ()
    """It says how people are told of changes."""

    children_clause: tuple[Asker, ...] = ()
    """It says what holds for children."""

    tracking_answer: tuple[Asker, ...] = ()
    """It says how do-not-track signals are answered."""

    review_days: int | None = None
    """It is looked at anew, so often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeClause:
    """What a text says about its own changes."""

    is_made: bool
    """It promises that people are told."""

    check_back: str = ""
    """The words that ask people to look at the page from time to time."""

    section_id: str = ""
    """Where these words stand."""


def asked_by(askers: Iterable[Asker]) -> str:
    """Say for a hint which profiles ask for something, and by what; nothing for none.

    >>> asked_by([Asker(profile="ours", basis="a"), Asker(profile="ours", basis="b")])
    ' Asked for by the profile "ours" (a; b).'
    """
    bases: dict[str, list[str]] = {}
    for one in askers:
        bases.setdefault(one.profile, []).append(one.basis)
    told = [f'"{name}" ({"; ".join(several)})' for name, several in bases.items()]
    noun = "profile" if len(told) == 1 else "profiles"
    return f" Asked for by the {noun} {', '.join(told)}." if told else ""
