"""What is wanted of a statement from outside its text.

Profiles stand in a layer above the checks, so whoever knows them says here what they
ask for.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What a statement's profiles want of its text as a whole."""

    change_clause: bool = False
    """It says how people are told of changes."""

    children_clause: bool = False
    """It says what holds for children."""

    tracking_answer: bool = False
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
