from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.passage import Passage
from duenotice.materiality.ruleset import RULES
from duenotice.materiality.ruleset import judge

if TYPE_CHECKING:
    from duenotice.materiality.finding import Finding


def found(before: str, after: str, **more: object) -> tuple[Finding, ...]:
    """Give the findings on a change of one passage."""
    return tuple(judge(Passage(before=before, after=after, **more)))  # type: ignore[arg-type]


class TestEditorial:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("We don't sell your data.", "We do not sell your data."),
            ("We keep e-mails.", "We keep emails."),
            ("name, address and age", "age, name, and address"),
            ("We keep it for thirty (30) days.", "We keep it for 30 days."),
            ("“Cookies” are small files.", '"Cookies" are small files.'),
        ],
    )
    def test_same_words(self, before: str, after: str) -> None:
        """
        Spelling variants, contractions, order and numbers as words say the same.
        """
        (finding,) = found(before, after)

        assert ("same-words", Outcome.EDITORIAL) == (finding.rule, finding.outcome)

    def test_misspelling(self) -> None:
        """
        A misspelt word that is mended is editorial.
        """
        (finding,) = found("We recieve your letter.", "We receive your letter.")

        assert ("spelling", Outcome.EDITORIAL) == (finding.rule, finding.outcome)

    def test_one_letter_that_counts(self) -> None:
        """
        "now" for "not" is no misspelling.
        """
        several = found("We do now share your data.", "We do not share your data.")

        assert Outcome.EDITORIAL not in {one.outcome for one in several}

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("Last updated: March 3, 2024", "Last updated: May 9, 2025"),
            ("", "Effective 1 June 2026"),
            ("", "- 2026-03-02: a sentence on logs added"),
        ],
    )
    def test_stamp(self, before: str, after: str) -> None:
        """
        Dates, version lines and entries of a log are expected on every release.
        """
        (finding,) = found(before, after)

        assert ("stamp", Outcome.EDITORIAL) == (finding.rule, finding.outcome)

    def test_pointer(self) -> None:
        """
        A sentence that only says where to read more changes nothing.
        """
        (finding,) = found("", "To learn more, see our page on cookies.")

        assert ("pointer", Outcome.EDITORIAL) == (finding.rule, finding.outcome)

    def test_heading(self) -> None:
        """
        A heading by itself says nothing.
        """
        (finding,) = found("Your data", "What we know", is_heading=True)

        assert ("heading", Outcome.EDITORIAL) == (finding.rule, finding.outcome)


class TestMaterial:
    def test_heading_that_turns(self) -> None:
        """
        A heading that lost its "never" turns round what stands below it.
        """
        finding, *_ = found("What we never share", "What we share", is_heading=True)

        assert Outcome.MATERIAL is finding.outcome
        assert Direction.WORSE is finding.direction

    @pytest.mark.parametrize(
        ("before", "after", "rule"),
        [
            ("We do not sell your data.", "We sell your data.", "polarity"),
            ("We keep logs for 90 days.", "We keep logs for 18 months.", "amount"),
            (
                "We erase your profile within 30 days.",
                "We erase your profile within a suitable time.",
                "amount",
            ),
            ("Nobody under 16 may join.", "Nobody under 13 may join.", "age"),
            (
                "We use your results only to treat you.",
                "We use your results to treat you.",
                "limit",
            ),
            (
                "With your consent, we share your results with your employer.",
                "We share your results with your employer.",
                "limit",
            ),
            (
                "We do not share your records.",
                "We do not share your records, except with insurers.",
                "limit",
            ),
            (
                "We will notify you of a breach.",
                "We may notify you of a breach.",
                "certainty",
            ),
        ],
    )
    def test_worse(self, before: str, after: str, rule: str) -> None:
        """
        A few words that turn, lengthen or loosen a sentence are material, and worse.
        """
        finding, *_ = found(before, after)

        assert (rule, Outcome.MATERIAL) == (finding.rule, finding.outcome)
        assert Direction.WORSE is finding.direction

    def test_cell(self) -> None:
        """
        A period in a cell of a table is a period.
        """
        finding, *_ = found("13 months", "18 months", lead_in="How long we keep it")

        assert ("amount", Outcome.MATERIAL) == (finding.rule, finding.outcome)

    def test_item_of_a_list(self) -> None:
        """
        A name that comes into a list of processors is a new recipient.
        """
        finding, *_ = found("", "Marlow Mail. Sends letters.", heading="Subprocessors")

        assert ("listed", Outcome.MATERIAL) == (finding.rule, finding.outcome)
        assert "recipients" == finding.category

    @pytest.mark.parametrize(
        ("before", "after", "rule"),
        [
            ("We ask everyone to agree.", "You ask everyone to agree.", "actor"),
            ("We share your trips.", "We sell your trips.", "distinct"),
            (
                "We share it with some hotels.",
                "We share it with any hotels.",
                "distinct",
            ),
            ("All backups are encrypted.", "Most backups are encrypted.", "distinct"),
            (
                "We keep it for at most 9 days.",
                "We keep it for at least 9 days.",
                "limit",
            ),
        ],
    )
    def test_another_word(self, before: str, after: str, rule: str) -> None:
        """
        A word that gave way to one that is like it, and means something else.
        """
        finding, *_ = found(before, after)

        assert (rule, Outcome.MATERIAL) == (finding.rule, finding.outcome)
        assert Direction.WORSE is finding.direction

    def test_another_lead_in(self) -> None:
        """
        What stood under a denial and stands under a practice is no mere move.
        """
        finding, *_ = found(
            "your weight",
            "your weight",
            old_lead_in="We never collect:",
            lead_in="We collect:",
            is_reframed=True,
        )

        assert ("reframed", Outcome.MATERIAL) == (finding.rule, finding.outcome)
        assert Direction.WORSE is finding.direction

    def test_controller(self) -> None:
        """
        Another legal person is responsible: that is always told.
        """
        finding, *_ = found(
            "Fernhill Ltd is responsible for your data.",
            "Marlow Ltd is responsible for your data.",
        )

        assert ("controller", Outcome.MATERIAL) == (finding.rule, finding.outcome)

    def test_another_name_without_a_form(self) -> None:
        """
        A name that doesn't say that it is a legal person may be the same one's.
        """
        finding, *_ = found(
            "Fernhill is responsible for your data.",
            "Marlow is responsible for your data.",
        )

        assert ("controller", Outcome.NEEDS_REVIEW) == (finding.rule, finding.outcome)

    def test_number_in_words(self) -> None:
        """
        "Forty-eight hours" is longer than "twenty-four hours".
        """
        finding, *_ = found(
            "It is deleted after twenty-four hours.",
            "It is deleted after forty-eight hours.",
        )

        assert ("amount", Direction.WORSE) == (finding.rule, finding.direction)
        assert "longer" in finding.reason

    def test_one_length_in_other_units(self) -> None:
        """
        A day is 24 hours.
        """
        several = found("It is kept for one day.", "It is kept for 24 hours.")

        assert "amount" not in {one.rule for one in several}

    def test_item_of_a_denial(self) -> None:
        """
        What comes into a list of what is never collected is better for people.
        """
        finding, *_ = found("", "your weight", lead_in="We never collect:")

        assert ("listed", Direction.BETTER) == (finding.rule, finding.direction)

    def test_denial_in_other_words(self) -> None:
        """
        Two denials that say the same are not taken for one that is gone.
        """
        several = found(
            "We do not show it unless you agree.", "We show it only if you agree."
        )

        assert "polarity" not in {one.rule for one in several}


class TestNotTheSame:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (
                "All data is kept on servers that India approves.",
                "In India, all data is kept on servers that India approves.",
            ),
            (
                "We don't sell your address and don't rent it out.",
                "We don't sell your address and rent it out.",
            ),
            ("", "Visit Data includes the pages that you open."),
        ],
        ids=["place", "denial", "term"],
    )
    def test_words(self, before: str, after: str) -> None:
        """
        One more place, one denial less or a term that looks like a verb is no style.
        """
        (finding, *_) = found(before, after)

        assert finding.rule not in {"same-meaning", "reworded", "pointer"}
        assert Outcome.EDITORIAL is not finding.outcome


class TestUnknown:
    def test_language(self) -> None:
        """
        In a language without a lexicon, changed words always need review.
        """
        (finding,) = found("Wir speichern Daten.", "Wir löschen Daten.", locale="de")

        assert ("no-lexicon", Outcome.NEEDS_REVIEW) == (finding.rule, finding.outcome)

    def test_formatting(self) -> None:
        """
        The form alone is editorial in every language.
        """
        (finding,) = found("Daten", "Daten", locale="de", is_formatting=True)

        assert Outcome.EDITORIAL is finding.outcome


class TestRules:
    def test_names(self) -> None:
        """
        No two rules have one name, and the one that weighs stands last.
        """
        names = [rule.name for rule in RULES]

        assert len(set(names)) == len(names)
        assert "weighed" == names[-1]

    def test_weighed_says_why(self) -> None:
        """
        What weighed most is said in words.
        """
        finding, *_ = found(
            "We use it to plan the routes of our trams.",
            "We use it to plan journeys, and for the pricing of tickets at peak hours.",
        )

        assert "weighed" == finding.rule
        assert "the chance that it is material is" in finding.reason

    def test_id(self) -> None:
        """
        A finding's id is rule, subject, section and ordinal; its evidence is a hash.
        """
        finding, *_ = found("We sell it.", "We do not sell it.", section="sharing")

        assert finding.id.startswith("polarity:")
        assert finding.id.endswith(":sharing:1")
        assert finding.evidence.startswith("sha256:")
