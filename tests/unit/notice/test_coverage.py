from __future__ import annotations

import pytest

from duenotice.materiality.finding import Category
from duenotice.notice.check import check_notice
from notices import facts
from notices import told
from rewordings import ENGLISH
from rewordings import SPANISH
from rewordings import Rewording

BOTH = [("en", ENGLISH), ("es", SPANISH)]
SINGLE = [(locale, one) for locale, several in BOTH for one in several]
NAMES = [f"{locale}: {one.heading}" for locale, one in SINGLE]


def _silent(text: str, locale: str, *changes: Rewording) -> list[str]:
    """Give the messages about what a notice says nothing of."""
    found = facts(
        *(told(one.before, one.after, heading=one.heading) for one in changes),
        locale=locale,
    )
    diagnostics = check_notice(f"2027-12-01\n\n{text}", found, "notice.md")
    return [one.message for one in diagnostics if one.code == "notice-silent"]


def _notice(changes: tuple[Rewording, ...]) -> str:
    return "\n\n".join(one.told for one in changes)


class TestPlainWords:
    """A notice that an editor wrote in words of their own."""

    @pytest.mark.parametrize(("locale", "changes"), BOTH, ids=["en", "es"])
    def test_tells_everything(
        self, locale: str, changes: tuple[Rewording, ...]
    ) -> None:
        """
        Plain words of an editor are heard, without the statement's own.
        """
        assert [] == _silent(_notice(changes), locale, *changes)

    @pytest.mark.parametrize(("locale", "change"), SINGLE, ids=NAMES)
    def test_tells_one_change(self, locale: str, change: Rewording) -> None:
        """
        So they are where nothing else changed.
        """
        assert [] == _silent(change.told, locale, change)

    @pytest.mark.parametrize(("locale", "change"), SINGLE, ids=NAMES)
    def test_leaves_one_out(self, locale: str, change: Rewording) -> None:
        """
        A notice from which one paragraph was taken is silent about that change alone.
        """
        changes = dict(BOTH)[locale]
        others = tuple(one for one in changes if one is not change)

        silent = _silent(_notice(others), locale, *changes)

        assert [change.heading] == [one.split('"')[-2] for one in silent]


class TestSections:
    """Changes that stand close together."""

    def test_neighbour_says_the_same(self) -> None:
        """
        What a neighbour in the section mostly says is told with it.
        """
        lead = Rewording(
            "3. Robot", "", "The robot at the door records your voice.", ""
        )
        item = Rewording("3. Robot", "", "Your voice, as the robot records it", "")
        told_of = "There is a robot at the door now. It records your voice."

        assert [] == _silent(told_of, "en", lead, item)

    def test_reference_proves_nothing(self) -> None:
        """
        A sentence that only leads to another section is no part of what is told.
        """
        change = Rewording(
            "3. Robot",
            "",
            "A vendor gets recordings of your voice. Terms are in section 9, Vendors.",
            "",
        )

        assert 1 == len(_silent("Read the terms in section 9, Vendors.", "en", change))

    def test_amount_of_another_change(self) -> None:
        """
        An amount that another change has too is not enough to tell of this one.
        """
        logs = Rewording("2. Web logs", "13 months", "18 months", "")
        voice = Rewording("3. Robot", "", "We keep your recordings for 18 months.", "")

        silent = _silent("We keep your recordings for 18 months.", "en", logs, voice)

        said = 'it says nothing of "13 months", which becomes "18 months"'
        assert [f'{said}, in "2. Web logs"'] == silent

    def test_all_but_the_name(self) -> None:
        """
        What tells a change from its like must be named: here, who the company is.
        """
        one = Rewording("4. Companies", "", "Acorn | cloud storage | Canada", "")
        other = Rewording("5. Companies", "", "Birch | cloud storage | Canada", "")
        told_of = "Acorn, which has cloud storage in Canada, gets data."

        silent = _silent(told_of, "en", one, other)

        assert ["5. Companies"] == [one.split('"')[-2] for one in silent]

    @pytest.mark.parametrize(
        "told_of",
        [
            "We will keep web logs for 18 months instead of 13 months.",
            "We will keep web logs longer than 13 months.",
        ],
        ids=["another", "none"],
    )
    def test_amount_as_it_was_to_be(self, told_of: str) -> None:
        """
        Where a number is all that changes, the new one must be named: a notice that
        was written for another one tells what isn't so.
        """
        logs = Rewording("2. Web logs", "13 months", "36 months", "")

        assert 1 == len(_silent(told_of, "en", logs))

    def test_number_without_its_unit(self) -> None:
        """
        A bare number beside an amount is one: 18 months instead of 13.
        """
        logs = Rewording("2. Web logs", "13 months", "18 months", "")
        voice = Rewording("3. Robot", "", "We keep your recordings for 18 months.", "")
        told_of = "We keep recordings, and logs for 18 months instead of 13."

        assert [] == _silent(told_of, "en", logs, voice)

    def test_changed_by_small_words_alone(self) -> None:
        """
        Where only small words differ, the words around them are looked for.
        """
        turned = Rewording(
            "4. Sale", "We do not sell your address.", "We do sell your address.", ""
        )

        assert [] == _silent("We will sell addresses.", "en", turned)
        assert 1 == len(_silent("We do not do anything.", "en", turned))

    def test_told_below_bold_words(self) -> None:
        """
        What stands below the same bold words is read together.
        """
        change = Rewording("3", "", "Acorn receives your voice, face and gait.", "")
        text = "**New.**\n\nAcorn is a company.\n\nIt gets pictures of your face."

        assert [] == _silent(text, "en", change)
        assert 1 == len(_silent(text.replace("**", ""), "en", change))


class TestOtherLanguages:
    """Languages without a lexicon."""

    @pytest.mark.parametrize(
        ("locale", "after", "told_of"),
        [
            (
                "de",
                "Wir geben Daten an Werbepartner.",
                "Werbepartner bekommen Daten.",
            ),
            ("zh-Hant", "我們會收集您的精確位置。", "您的精確位置將被記錄。"),
        ],
    )
    def test_words_as_they_are(self, locale: str, after: str, told_of: str) -> None:
        """
        Without a lexicon the words themselves are looked for, and pairs of signs
        where words are not spaced.
        """
        change = Rewording("3", "", after, "")

        assert [] == _silent(told_of, locale, change)
        assert 1 == len(_silent("–", locale, change))


class TestNothingToGoBy:
    """Findings without words."""

    def test_no_words(self) -> None:
        """
        A finding that no words show is not held against a notice.
        """
        found = facts(told(category=Category.PROCEDURE, heading=""))

        codes = [one.code for one in check_notice("2027-12-01", found, "notice.md")]

        assert [] == codes
