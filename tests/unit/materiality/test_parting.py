from __future__ import annotations

import pytest

from duenotice.materiality.finding import Outcome
from duenotice.materiality.passage import Passage
from duenotice.materiality.ruleset import judge

KEPT = "We keep your messages for 30 days."
LONGER = "We keep your messages for 60 days."
SHARED = "We share them with the county."


def judged(before: str, after: str) -> list[tuple[str, str, str]]:
    """Give rule, category and new words of all findings on a passage."""
    findings = judge(Passage(before=before, after=after))
    return [(one.rule, one.category.value, one.after) for one in findings]


class TestParting:
    def test_each(self) -> None:
        """
        Of two sentences that changed each has a finding, in its own words.
        """
        found = judged(KEPT, f"{LONGER} {SHARED}")

        assert {("amount", LONGER), ("practice", SHARED)} == {
            (rule, after) for rule, _, after in found
        }
        assert ("practice", "recipients", SHARED) in found

    def test_own_categories(self) -> None:
        """
        A finding is about nothing that only the other sentence speaks of.
        """
        found = judged(KEPT, f"{LONGER} {SHARED}")

        assert "recipients" not in {
            about for rule, about, _ in found if rule != "practice"
        }

    @pytest.mark.parametrize("other", ["Thank you.", "Learn more in our guide."])
    def test_harmless(self, other: str) -> None:
        """
        A sentence that is harmless adds nothing to one that is material.
        """
        findings = tuple(judge(Passage(before=KEPT, after=f"{LONGER} {other}")))

        assert {"amount"} == {one.rule for one in findings}
        assert {Outcome.MATERIAL} == {one.outcome for one in findings}

    def test_whole_change(self) -> None:
        """
        What a finding quotes is a part of the change, which it has as a whole, too.
        """
        finding, *_ = judge(Passage(before=KEPT, after=f"{LONGER} {SHARED}"))

        assert (KEPT, f"{LONGER} {SHARED}") == (
            finding.change_before,
            finding.change_after,
        )
