from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.compare import compare
from duenotice.materiality.ruleset import find
from golden_cases import document

if TYPE_CHECKING:
    from duenotice.materiality.finding import Finding


def found(old: str, new: str) -> Finding:
    """Give the one finding between two texts."""
    (finding,) = find(compare(document(old), document(new)))
    return finding


class TestWithTargets:
    @pytest.mark.parametrize(
        ("form", "words"),
        [
            ("Opt out [here]({}).", "Opt out here ({})."),
            ("Opt out **[here]({})** today.", "Opt out here ({}) today."),
            ("| To | How |\n| --- | --- |\n| x | [opt out]({}) |", "opt out ({})"),
        ],
        ids=["paragraph", "emphasis", "cell"],
    )
    def test_told(self, form: str, words: str) -> None:
        """
        A finding on a link that leads elsewhere quotes both addresses.
        """
        old, new = "https://fernhill.example/out", "https://fernhill.example/leave"

        finding = found(form.format(old), form.format(new))

        assert (words.format(old), words.format(new)) == (finding.before, finding.after)

    def test_kept(self) -> None:
        """
        The address of a link that leads where it led is not quoted.
        """
        text = "Opt out [here]({}) or read [more](https://fernhill.example/more)."

        finding = found(
            text.format("https://a.example"), text.format("https://b.example")
        )

        assert "Opt out here (https://b.example) or read more." == finding.after

    def test_exchanged(self) -> None:
        """
        Of two links that changed places all addresses are quoted.
        """
        text = "Opt out [by post]({}) or [by phone]({})."
        one, other = "https://a.example", "https://b.example"

        finding = found(text.format(one, other), text.format(other, one))

        assert f"Opt out by post ({other}) or by phone ({one})." == finding.after

    def test_evidence(self) -> None:
        """
        Another address is other evidence.
        """
        text = "Opt out [here](https://fernhill.example/{})."

        evidence = {found(text.format("a"), text.format(one)).evidence for one in "bc"}

        assert 2 == len(evidence)
