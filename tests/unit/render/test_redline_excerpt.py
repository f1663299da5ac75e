from __future__ import annotations

import pytest

from duenotice.compare import compare
from duenotice.render.redline_excerpt import excerpt
from duenotice.render.redline_text import PLAIN_MARKS
from duenotice.render.redline_text import TERMINAL_MARKS
from golden_cases import document

FAR = "In the reading room on the first floor of the old house by the river"
AFTER = "as long as the house is open and a member of the staff is there to help"
LONG = " ".join(f"word{number}" for number in range(1, 31))


def excerpts(old: str, new: str) -> list[str]:
    """Give every change between two texts on one line."""
    changes = compare(document(old), document(new)).changes
    return [excerpt(change, PLAIN_MARKS) for change in changes]


class TestWords:
    def test_short_sentence(self) -> None:
        """
        A short sentence is shown whole, and what differs is marked.
        """
        assert ["We lend [-films-]{+books+}."] == excerpts(
            "We lend films.", "We lend books."
        )

    def test_long_sentence(self) -> None:
        """
        Of a long sentence a few words on either side of the change are shown.
        """
        old, new = (f"{FAR} we lend {word} {AFTER}." for word in ("films", "books"))

        assert ["… the river we lend [-films-]{+books+} as long as the …"] == [
            " ".join(one.split()) for one in excerpts(old, new)
        ]

    def test_between_two_changes(self) -> None:
        """
        Words far from two changes are left out between them.
        """
        old = f"We lend films {FAR} and show slides."
        new = f"We lend books {FAR} and show maps."

        assert [
            (
                "We lend [-films-]{+books+} In the reading room … the river and show "
                "[-slides-]{+maps+}."
            )
        ] == excerpts(old, new)

    def test_colours(self) -> None:
        """
        On a terminal the marks have colours.
        """
        changes = compare(document("We lend films."), document("We lend it.")).changes

        assert "We lend \033[31;9m[-films-]\033[0m\033[32;4m{+it+}\033[0m." == excerpt(
            changes[0], TERMINAL_MARKS
        )

    def test_one_line(self) -> None:
        """
        However a text is broken into lines, the excerpt is one line.
        """
        assert ["We lend [-films-]{+books+} to all."] == excerpts(
            "We lend films\\\nto\nall.", "We lend books\\\nto\nall."
        )


class TestWholeBlocks:
    def test_added(self) -> None:
        """
        What came as a whole stands between the marks alone.
        """
        assert ["{+We sell books.+}"] == excerpts(
            "We lend films.", "We lend films.\n\nWe sell books."
        )

    def test_removed(self) -> None:
        """
        So does what went.
        """
        assert ["[-We sell books.-]"] == excerpts(
            "We lend films.\n\nWe sell books.", "We lend films."
        )

    @pytest.mark.parametrize(
        ("number", "end"), [(24, "word24+}"), (30, "word24 …+}")], ids=["24", "30"]
    )
    def test_cut_short(self, number: int, end: str) -> None:
        """
        Of more than twenty-four words the rest is an ellipsis.
        """
        words = " ".join(LONG.split()[:number])

        (found,) = excerpts("We lend films.", f"We lend films.\n\n{words}")

        assert found.startswith("{+word1 word2 ")
        assert found.endswith(end)


class TestHostileText:
    @pytest.mark.parametrize(
        ("sign", "shown"),
        [("&#x202e;", "\\u202e"), ("&#27;", "�"), ("\x9b", "\\x9b")],
        ids=["turns", "escape", "control"],
    )
    def test_signs(self, sign: str, shown: str) -> None:
        """
        A sign that makes a terminal act, or turns the words around, is spelled out.
        """
        found = "".join(excerpts("We lend films.", f"We lend {sign}books."))

        assert found.isprintable()
        assert shown in found
