from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.compare.elements import PlacedParts
from duenotice.compare.parts import match_parts
from golden_cases import document

if TYPE_CHECKING:
    from duenotice.compare.parts import PartPair


def matched(old: str, new: str) -> tuple[list[str], list[str]]:
    """Give the parts that stayed in order and those that moved, as `old=new`."""
    one, other = document(old), document(new)
    matches = match_parts(PlacedParts(one), PlacedParts(other))

    def told(pair: PartPair) -> str:
        first = one.parts[pair.old].id or pair.old
        return f"{first}={other.parts[pair.new].id or pair.new}"

    return list(map(told, matches.in_order)), list(map(told, matches.moved))


FEES = "# fees: Fees\nA fee is due.\n"
LOANS = "# loans: Loans\nA loan is noted here, and so is the next.\n"
LOGS = "# logs: Logs\nEach page is written down, with the day.\n"


def test_by_id() -> None:
    """
    Sections of one id belong together, whatever they say.
    """
    assert (["fees=fees"], []) == matched(FEES, "# fees: Money\nOther words.\n")


def test_by_former_id() -> None:
    """
    A section with a former id is the section that had it.
    """
    new = FEES.replace("fees: Fees\n", "dues: Fees\nformerly: fees\n")

    assert (["fees=dues"], []) == matched(FEES, new)


def test_former_id_that_lives_on() -> None:
    """
    A section that was split off leaves its former id to the one that kept it.
    """
    new = f"{FEES}# dues: Dues\nformerly: fees\nA due is due.\n"

    assert (["fees=fees"], []) == matched(FEES, new)


def test_by_words() -> None:
    """
    A section with another id and title is known by its words.
    """
    new = LOANS.replace("loans: Loans", "lending: Lending")

    assert (["loans=lending"], []) == matched(LOANS, new)


def test_other_words() -> None:
    """
    Sections that share neither id nor words are two.
    """
    assert ([], []) == matched(LOANS, LOGS)


def test_moved() -> None:
    """
    The section that jumps over the others has moved, and the heavier ones stayed.
    """
    old = f"{LOGS}\nMore of it.\n{LOANS}\nMore of it.\n{FEES}"
    new = f"{FEES}{LOGS}\nMore of it.\n{LOANS}\nMore of it.\n"

    assert (["logs=logs", "loans=loans"], ["fees=fees"]) == matched(old, new)


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Loans", ["0=0", "1=1"]), ("LOANS", ["0=0", "1=1"]), ("Fees", ["0=0"])],
)
def test_by_title(title: str, expected: list[str]) -> None:
    """
    Without ids a section is known by its title, if it alone has it.
    """
    old = "# All\n\n## Loans\n\nWe note.\n"
    new = f"# All\n\n## {title}\n\nOther things are said.\n"

    assert (expected, []) == matched(old, new)
