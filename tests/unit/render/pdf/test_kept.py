from __future__ import annotations

import threading

from duenotice.render.pdf.kept import Kept


def asked(kept: Kept[str], key: str, made: list[str], *, is_fit: bool = True) -> str:
    """Ask for a thing, which is noted when it is made."""

    def make() -> str:
        made.append(key)
        return key.upper()

    return kept.get(key, make, lambda: is_fit)


class TestKept:
    """Things that are made once."""

    def test_once(self) -> None:
        """
        What was asked for lately isn't made again.
        """
        made: list[str] = []
        kept: Kept[str] = Kept(2)

        assert ["A", "A"] == [asked(kept, "a", made) for _ in range(2)]
        assert ["a"] == made

    def test_most(self) -> None:
        """
        What wasn't asked for the longest goes first.
        """
        made: list[str] = []
        kept: Kept[str] = Kept(2)
        for key in "abacab":
            asked(kept, key, made)

        assert list("abcb") == made

    def test_unfit(self) -> None:
        """
        A thing with which something was wrong is made each time.
        """
        made: list[str] = []
        kept: Kept[str] = Kept(2)
        for _ in range(2):
            asked(kept, "a", made, is_fit=False)

        assert ["a", "a"] == made

    def test_threads(self) -> None:
        """
        No two threads have a thing in common.
        """
        made: list[str] = []
        kept: Kept[str] = Kept(2)
        other = threading.Thread(target=asked, args=(kept, "a", made))
        asked(kept, "a", made)
        other.start()
        other.join()

        assert ["a", "a"] == made
