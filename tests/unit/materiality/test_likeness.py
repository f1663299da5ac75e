from __future__ import annotations

from duenotice.materiality.likeness import Gist
from duenotice.materiality.likeness import pair_off


def gist(words: str, group: str = "") -> Gist:
    """Give what counts of a text."""
    return Gist(group, frozenset(words.split()))


class TestPairOff:
    def test_most_alike_first(self) -> None:
        """
        A text goes to the one that is most like it, and each has one partner.
        """
        old = {"a": gist("we lend books and films"), "b": gist("we lend books at home")}
        new = {"x": gist("we lend books at night"), "y": gist("we lend books and maps")}

        assert [("b", "x"), ("a", "y")] == sorted(pair_off(old, new, 0.5))[::-1]

    def test_unlike(self) -> None:
        """
        Texts that share less than is asked for are two.
        """
        old, new = {"a": gist("we lend old books")}, {"x": gist("we lend new films")}

        assert [("a", "x")] == pair_off(old, new, 0.5)
        assert [] == pair_off(old, new, 0.6)

    def test_short(self) -> None:
        """
        Three words are in common by chance.
        """
        assert [] == pair_off(
            {"a": gist("we lend books")}, {"x": gist("we lend books")}, 0.5
        )

    def test_groups(self) -> None:
        """
        What stands under a denial is like nothing that stands under none.
        """
        old, new = (
            {"a": gist("we lend old books", "not")},
            {"x": gist("we lend old books")},
        )

        assert [] == pair_off(old, new, 0.5)
