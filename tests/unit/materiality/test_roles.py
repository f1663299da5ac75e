from __future__ import annotations

import pytest

from duenotice.materiality.finding import Outcome
from duenotice.materiality.passage import Passage
from duenotice.materiality.ruleset import judge

SWAPPED = [
    ("Data passes from us to you.", "Data passes from you to us.", "en"),
    (
        "We give your name to the bank, not the insurer.",
        "We hand your name to the insurer, not the bank.",
        "en",
    ),
    (
        "You may ask us to erase your name.",
        "We may ask you to delete your name.",
        "en",
    ),
    (
        "The library hands your name to the museum.",
        "The museum transmits your name to the library.",
        "en",
    ),
    (
        "Loans go to our schools, and fines go at last to the banks.",
        "Fines go to our schools, and loans go at last to the banks.",
        "en",
    ),
    (
        "Pasamos sus datos de la escuela al museo.",
        "Pasamos sus datos del museo a la escuela.",
        "es",
    ),
]
THE_SAME = [
    (
        "The library hands your name to the museum.",
        "Your name is transmitted to the museum by the library.",
    ),
    ("We delete your data.", "Your data are erased by us."),
    ("No data is sold.", "Data are not sold."),
    (
        "Contact us if you have questions.",
        "If you have questions, get in touch with us.",
    ),
    (
        "We share loans with schools, and films with museums.",
        "We share films with museums, and loans with schools.",
    ),
    ("We work in Norway, Denmark and Iceland.", "We work in Iceland, Norway, Denmark."),
    ("We neither lend books nor sell films.", "We neither sell films nor lend books."),
    (
        "It goes to the ticket office manager.",
        "It goes to the manager of the ticket office.",
    ),
]


class TestSwapped:
    @pytest.mark.parametrize(("before", "after", "locale"), SWAPPED)
    def test_looked_at(self, before: str, after: str, locale: str) -> None:
        """
        Where two have each other's part, words of the same meaning say another thing.
        """
        found = judge(Passage(before=before, after=after, locale=locale))

        assert {Outcome.NEEDS_REVIEW} == {one.outcome for one in found}

    @pytest.mark.parametrize(("before", "after"), THE_SAME)
    def test_harmless(self, before: str, after: str) -> None:
        """
        Another voice, another order of items and a noun taken apart swap no parts.
        """
        (finding,) = judge(Passage(before=before, after=after))

        assert finding.rule in {"same-words", "same-meaning"}
        assert Outcome.EDITORIAL is finding.outcome
