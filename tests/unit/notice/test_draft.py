from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from duenotice.checks.readability import grade_of
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.model.statement import Contacts
from duenotice.notice.draft import draft_notice
from duenotice.parse.markdown import parse_blocks
from notices import asking
from notices import facts
from notices import obligation
from notices import told


class TestDraftNotice:
    def test_several_findings_on_the_same_words(self) -> None:
        """
        Words about which several things were found are quoted once.
        """
        one = told("", "We sell it to stores.", category=Category.SALE)
        other = told("", "We sell it to stores.", category=Category.RECIPIENTS)

        draft = draft_notice(facts(one, other))

        assert 1 == draft.count("We sell it to stores.")
        assert "- Selling information, and using it for ads\n" in draft
        assert "- More companies or people receive information\n" in draft

    def test_one_heading_for_a_section(self) -> None:
        """
        A section has one heading, however many findings there are and between which.
        """
        findings = [
            told("", f"word {at}", heading=f"{at % 2}. Part") for at in range(14)
        ]

        draft = draft_notice(facts(*findings))

        assert (1, 1) == (draft.count("### 0. Part"), draft.count("### 1. Part"))

    def test_list_of_the_statement(self) -> None:
        """
        What the statement lists is listed in the quotation too, to its end.
        """
        lead = told("", "The company receives:")
        items = [told("", "your name"), told("", "your voice")]

        draft = draft_notice(facts(lead, *items))

        assert "> The company receives:\n>\n> - your name\n> - your voice\n" in draft

    def test_findings_that_disagree(self) -> None:
        """
        Where findings of one category point both ways, its topic alone is named.
        """
        worse = told("13 months", "18 months")
        better = replace(worse, direction=Direction.BETTER)

        draft = draft_notice(facts(worse, better))

        assert "**How long we keep information.**" in draft

    def test_better_for_people(self) -> None:
        """
        What is better for people is said to be.
        """
        draft = draft_notice(
            facts(told("18 months", "13 months", direction=Direction.BETTER))
        )

        assert "**We keep information for a shorter time.**" in draft

    def test_addition_that_may_not_be_new(self) -> None:
        """
        Words that were added and are no loss to people are not called new information.
        """
        added = told(
            "",
            "We don't ask for your birthday.",
            category=Category.DATA,
            direction=Direction.BETTER,
        )

        draft = draft_notice(facts(added))

        assert "**The information that we collect.**" in draft

    def test_finding_without_words(self) -> None:
        """
        A finding that no words of the text show is told by its name alone.
        """
        loosened = told(category=Category.PROCEDURE, heading="")

        draft = draft_notice(facts(loosened))

        assert "**We tell you less about changes.**" in draft
        assert ">" not in draft.replace("<privacy@fernhill.example>", "")

    def test_emergency_in_force_at_once(self) -> None:
        """
        Nothing is said of a present version that isn't in force any more.
        """
        at_once = replace(
            facts(told("", "new words")),
            published=dt.date(2027, 12, 1),
            required_by_law="An order of the county court.",
        )

        draft = draft_notice(at_once)

        assert "The reason: An order of the county court." in draft
        assert "Until" not in draft

    def test_without_contacts(self) -> None:
        """
        Where the statement names no way to reach anybody, an editor has to say one.
        """
        silent = replace(facts(told("", "new words")), contacts=Contacts())

        assert "{{say how people can reach you}}" in draft_notice(silent)

    def test_without_findings(self) -> None:
        """
        Where nothing was found, an editor says what changes.
        """
        assert "{{say what changes}}" in draft_notice(facts())

    @pytest.mark.parametrize("locale", ["en", "es"])
    def test_plain_language(self, locale: str) -> None:
        """
        What the program says itself is read by who went to school for eight years.
        """
        bare = replace(facts(locale=locale), contacts=Contacts())
        asked = asking(bare, obligation(Level.L5), obligation(Level.L6))
        draft = draft_notice(replace(asked, required_by_law="A county order."))
        texts = [plain_text(one.inlines) for one in walk_lines(parse_blocks(draft))]

        grade = grade_of(texts, locale)

        assert grade is not None
        assert grade <= 8
