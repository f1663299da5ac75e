from __future__ import annotations

import pytest

from duenotice.release.merge import merge_texts

BASE = "One. Two. Three.\nFour; five.\n"


class TestMergeTexts:
    """A fix carried over to another text, sentence by sentence."""

    def test_changes_apart(self) -> None:
        """
        What each side changed is in the merged text.
        """
        ours = BASE.replace("One", "First")
        theirs = BASE.replace("Four", "Fourth")

        assert "First. Two. Three.\nFourth; five.\n" == merge_texts(BASE, ours, theirs)

    @pytest.mark.parametrize(
        ("ours", "theirs", "expected"),
        [
            (BASE, "New.", "New."),
            ("New.", BASE, "New."),
            ("New.", "New.", "New."),
            (BASE, BASE, BASE),
        ],
        ids=["theirs-alone", "ours-alone", "the-same", "nothing"],
    )
    def test_one_side(self, ours: str, theirs: str, expected: str) -> None:
        """
        Where one side alone changed something, or both the same, that is the result.
        """
        assert expected == merge_texts(BASE, ours, theirs)

    def test_same_sentence(self) -> None:
        """
        Two changes of one sentence can't be merged.
        """
        ours = BASE.replace("Two", "Second")
        theirs = BASE.replace("Two", "Both")

        assert merge_texts(BASE, ours, theirs) is None

    def test_neighbours(self) -> None:
        """
        Changes of neighbouring sentences may belong together and aren't merged.
        """
        ours = BASE.replace("Two", "Second")
        theirs = BASE.replace("Three", "Third")

        assert merge_texts(BASE, ours, theirs) is None

    def test_sentences_of_other_scripts(self) -> None:
        """
        Sentences end with the full stop of their script.
        """
        base = "一。二。三。"

        assert "甲。二。丙。" == merge_texts(base, "甲。二。三。", "一。二。丙。")

    def test_added_and_removed(self) -> None:
        """
        A sentence that one side added and one that the other removed are both seen to.
        """
        ours = f"Zero. {BASE}"
        theirs = BASE.replace("Four; five.\n", "")

        assert "Zero. One. Two. Three.\n" == merge_texts(BASE, ours, theirs)

    def test_is_even_handed(self) -> None:
        """
        The result doesn't depend on which side is ours.
        """
        ours = BASE.replace("One", "First")
        theirs = BASE.replace("five", "fifth")

        assert merge_texts(BASE, ours, theirs) == merge_texts(BASE, theirs, ours)
