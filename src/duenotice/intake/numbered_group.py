"""The numbers of sections: typed ones that the program can give are taken off."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.intake.account import Remark
from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.cleaning import has_words
from duenotice.intake.numbering import typed_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.intake.numbering import TypedNumber
    from duenotice.intake.parts import Part

_USUAL = re.compile(r"\d+\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """Parts with their numbers, and what was taken off for them."""

    parts: tuple[Part, ...]
    taken: tuple[Taken, ...] = ()
    remarks: tuple[Remark, ...] = ()


def number_parts(parts: Sequence[Part]) -> Numbering:
    """Take the numbers off the headings where they run from one without a gap.

    Other numbers stay as they were typed: the program would print other ones.
    """
    typed = {
        at: number
        for at, part in enumerate(parts)
        if part.heading is not None and (number := typed_number(part.title)) is not None
    }
    if not typed:
        return Numbering(parts=tuple(parts))
    reason = _reason_against(parts, typed)
    if reason:
        return Numbering(parts=tuple(parts), remarks=(_kept(parts, typed, reason),))
    numbered = tuple(
        dataclasses.replace(
            part, number=typed[at].value, typed_title=" ".join(typed[at].rest.split())
        )
        if at in typed
        else part
        for at, part in enumerate(parts)
    )
    taken = tuple(
        Taken(
            kind=TakenKind.HEADING_NUMBER,
            words=number.typed,
            line=parts[at].line or None,
        )
        for at, number in typed.items()
    )
    return Numbering(parts=numbered, taken=taken, remarks=_unusual(parts, typed))


def _reason_against(parts: Sequence[Part], typed: dict[int, TypedNumber]) -> str:
    """Say why the program can't give the numbers; nothing where it can."""
    values = [number.value for number in typed.values()]
    if len(values) == 1:
        return "it is the only one"
    if values != list(range(1, len(values) + 1)):
        return "they don't run from 1 without a gap"
    for at in typed:
        is_followed = at + 1 < len(parts) and at + 1 not in typed
        if not has_words(parts[at].blocks) and not is_followed:
            return f"{shown(parts[at].title)} has no text, so it is no section"
    return ""


def _kept(parts: Sequence[Part], typed: dict[int, TypedNumber], reason: str) -> Remark:
    first = parts[next(iter(typed))]
    noun = "number stays" if len(typed) == 1 else "numbers stay"
    return Remark(
        message=f"the typed {noun} in the headings, from {shown(first.title)} on: "
        f"{reason}",
        hint='Put the sections into a "numbered" group in statement.yaml and take the '
        "numbers out of their titles, if the program is to give them.",
        line=first.line or None,
    )


def _unusual(
    parts: Sequence[Part], typed: dict[int, TypedNumber]
) -> tuple[Remark, ...]:
    for at, number in typed.items():
        if _USUAL.fullmatch(number.typed) is None:
            return (
                Remark(
                    message=f"the headings' numbers were written {shown(number.typed)}"
                    f' and are printed "{number.value}."',
                    hint="Nothing, unless the text speaks of its sections in the "
                    "other form.",
                    line=parts[at].line or None,
                ),
            )
    return ()
