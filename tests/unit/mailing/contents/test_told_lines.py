from __future__ import annotations

import pytest

from duenotice.mailing.contents.told_lines import TextLines
from duenotice.mailing.contents.told_lines import lines_of
from duenotice.mailing.contents.told_lines import missing_line
from duenotice.mailing.contents.told_lines import told_blocks
from duenotice.parse.markdown import parse_blocks

TEXTS = TextLines(
    (
        "your date of birth",
        "We log visits. We ask nobody. You may object.",
        "Another company answers the questions that you write to us.",
        "Logs – 18 months",
    )
)
NOTICE = parse_blocks(
    "On April 3, our text changes.\n\n"
    "1. We note your [home address](https://a.example/).\n2. **See** us.\n"
)


class TestQuoted:
    """What of a message is words of the texts."""

    @pytest.mark.parametrize(
        ("message", "told"),
        [
            ("> your date of birth", "your date of birth"),
            ("- Your date\n  of birth", "Your date of birth"),
            ("> We log visits. … You may object.", "We log visits. … You may object."),
            ("We ask nobody. We log visits.", "We ask nobody. We log visits."),
            ("> Logs | 18 months", "Logs | 18 months"),
            ("so that another company answers the questions that you write", None),
            (
                "New: Another company answers the questions that you write to us.",
                "Another company answers the questions that you write to us.",
            ),
        ],
    )
    def test_quoted(self, message: str, told: str | None) -> None:
        """
        Whole lines and sentences are, also where some are left out, and long ones
        beside other words.
        """
        found = list(lines_of(told_blocks(message, TEXTS)))

        assert ([] if told is None else [told]) == found

    @pytest.mark.parametrize(
        "message",
        [
            "Effective date: April 3",
            "Date of birth",
            "We log.",
            "From 18 months on",
            "…",
        ],
    )
    def test_frame(self, message: str) -> None:
        """
        Words that only have some of theirs are not.
        """
        assert () == told_blocks(message, TEXTS)


class TestNotice:
    """A notice within a message."""

    @pytest.mark.parametrize(
        "message",
        [
            (
                "On April 3, our\ntext changes.\n\nWe note your home address.\n\n"
                "See us.\n\nBye."
            ),
            (
                "On April 3, our text changes.\n\n1. We note your home address\n"
                "   (https://a.example/).\n2. See us."
            ),
        ],
    )
    def test_whole(self, message: str) -> None:
        """
        It is whole however its lines are broken and its items numbered.
        """
        assert missing_line(NOTICE, message) is None

    @pytest.mark.parametrize(
        ("message", "missing"),
        [
            ("See us.", "On April 3, our text changes."),
            ("On April 3, our text changes. See us.", "We note your home address."),
            (
                "See us. On April 3, our text changes. We note your home address.",
                "See us.",
            ),
        ],
    )
    def test_missing(self, message: str, missing: str) -> None:
        """
        A line that stands elsewhere only, or nowhere, is missing.
        """
        assert missing == missing_line(NOTICE, message)
