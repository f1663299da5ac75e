from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from duenotice.materiality.finding import Category
from duenotice.materiality.levels import Level
from duenotice.notice.check import check_notice
from notices import asking
from notices import facts
from notices import obligation
from notices import told

if TYPE_CHECKING:
    from duenotice.notice.facts import NoticeFacts

LONGER = facts(
    told("We keep web logs for 13 months.", "We keep web logs for 18 months.")
)
GOOD = (
    "From December 1, 2027, we keep web logs for 18 months instead of 13.\n\n"
    "Until November 30, 2027, the present version stays in force.\n"
)
CHOICE = asking(LONGER, obligation(Level.L5, Category.RETENTION))
CONSENT = asking(LONGER, obligation(Level.L6, Category.RETENTION))


def _told(text: str, of: NoticeFacts = LONGER) -> str:
    """Give what the terminal shows of a notice."""
    return "\n".join(map(str, check_notice(text, of, "notice/en.md")))


def _codes(text: str, of: NoticeFacts = LONGER) -> list[str]:
    return [one.code for one in check_notice(text, of, "notice/en.md")]


class TestGoodNotice:
    def test_nothing_to_say(self) -> None:
        """
        A notice that tells the change and its day is left in peace.
        """
        assert "" == _told(GOOD)


class TestEmpty:
    @pytest.mark.parametrize("text", ["", "\n\n", "---\n", "> \n"])
    def test_nothing_written(self, text: str) -> None:
        """
        A notice without a word is reported, and nothing else about it.
        """
        assert (
            "notice/en.md: error notice-empty: the notice says nothing\n"
            "  hint: `duenotice release --again` drafts it anew once the file is "
            "deleted."
        ) == _told(text)


class TestUnreadable:
    def test_nested_without_end(self) -> None:
        """
        A notice that can't be read is reported.
        """
        assert (
            "notice/en.md: error notice-unreadable: the notice is nested too deeply to "
            "be read\n"
            "  hint: Take out lists and quotations inside of each other."
        ) == _told("> " * 1200 + "deep")


class TestPlaceholder:
    def test_left_over(self) -> None:
        """
        Words still to come are reported with their line.
        """
        assert (
            'notice/en.md:6: error notice-placeholder: "{{say what changes}}" stands '
            "for words that are still to come\n"
            "  hint: Write them, and take the braces out."
        ) == _told(f"{GOOD}\nSo:\n{{{{say what changes}}}}\n")

    @pytest.mark.parametrize("gap", ["TBD", "[insert date]", "by ____", "???"])
    def test_an_editors_own(self, gap: str) -> None:
        """
        An editor's own signs for words to come are known as well.
        """
        assert ["notice-placeholder"] == _codes(f"{GOOD}\n{gap}\n")

    def test_words_of_the_statement(self) -> None:
        """
        What a notice quotes from the statement is not its own to complete.
        """
        odd = facts(told("", "Write {{name}} on the form."))

        assert [] == _codes("2027-12-01\n\n> Write {{name}} on the form.\n", odd)


class TestLanguage:
    ARABIC = replace(LONGER, locale="ar")
    DRAFT = "2027-12-01\n\n> We keep web logs for 18 months.\n"

    def test_left_over(self) -> None:
        """
        Of words that were left in another language, the first are reported.
        """
        text = f"{self.DRAFT}\nWhat is changing\n\nWho is affected\n"

        assert (
            'notice/en.md:5: warning notice-language: "What is changing" has no letter '
            'of "ar"\n'
            '  hint: Translate it, and whatever else is still in "en". As it stands, '
            "the site marks it as words of that language."
        ) == _told(text, self.ARABIC)

    def test_quoted(self) -> None:
        """
        What is quoted may be in any language, and a gap is reported as that.
        """
        gap = f"{self.DRAFT}\n{{{{translate this}}}}\n"

        assert [] == _codes(self.DRAFT, self.ARABIC)
        assert ["notice-placeholder"] == _codes(gap, self.ARABIC)


class TestSilent:
    def test_change_left_out(self) -> None:
        """
        A change that is not told is named with its words and its section.
        """
        assert (
            "notice/en.md: error notice-silent: it says nothing of "
            '"We keep web logs for 13 months.", which becomes '
            '"We keep web logs for 18 months.", in "2. Web logs"\n'
            "  hint: Say in plain words what changes there and what that means for "
            "people, or quote it. A finding that is wrong is overruled with "
            "`duenotice decide`."
        ) == _told("Something changes on December 1, 2027.")

    @pytest.mark.parametrize(
        ("before", "after", "message"),
        [
            ("", "We sell it.", 'it says nothing of "We sell it.", which is new'),
            (
                "You may ask.",
                "",
                'it says nothing of "You may ask.", which is taken out',
            ),
        ],
    )
    def test_added_and_taken_out(self, before: str, after: str, message: str) -> None:
        """
        New words are called new, and those taken out are called so.
        """
        found = facts(told(before, after, heading=""))

        diagnostics = check_notice("On 2027-12-01 it is different.", found, "x")

        assert [message] == [one.message for one in diagnostics]

    def test_once_for_the_same_words(self) -> None:
        """
        Several findings on the same words are one omission.
        """
        one = told("", "We sell your reading history.", category=Category.SALE)
        other = replace(one, category=Category.RECIPIENTS)

        assert ["notice-silent"] == _codes("2027-12-01", facts(one, other))


class TestUndated:
    def test_no_day(self) -> None:
        """
        A notice has to name the day on which the change takes effect.
        """
        assert (
            "notice/en.md: error notice-undated: it doesn't name the day on which the "
            "change takes effect\n"
            '  hint: Write it out, such as "December 1, 2027".'
        ) == _told("We keep web logs for 18 months instead of 13.")

    def test_only_the_last_day_before(self) -> None:
        """
        The last day of the present version is not the day of the change.
        """
        text = "Until November 30, 2027, web logs stay 13 months, then 18 months."

        assert ["notice-undated"] == _codes(text)


class TestOtherDay:
    def test_another_day_takes_effect(self) -> None:
        """
        Another day than the record's, said to be that of the change, is a warning.
        """
        assert (
            'notice/en.md:5: warning notice-date-other: "January 1, 2028" stands where '
            "a change takes effect; by the record this one does on December 1, 2027\n"
            "  hint: Correct the day here, or move the change with "
            "`duenotice reschedule`."
        ) == _told(f"{GOOD}\nThe change takes effect on January 1, 2028.\n")

    def test_day_of_something_else(self) -> None:
        """
        A day of something else may be any.
        """
        assert "" == _told(f"{GOOD}\nWe hold a meeting on November 2, 2027.\n")

    def test_day_of_the_present_version(self) -> None:
        """
        Since when the present version is in force may be said.
        """
        known = replace(LONGER, other_days=(dt.date(2026, 3, 1),))
        text = f"{GOOD}\nThe present one is in force since March 1, 2026.\n"

        assert "" == _told(text, known)
        assert ["notice-date-other"] == _codes(text)


class TestChoiceMissing:
    def test_no_word_of_it(self) -> None:
        """
        A choice that people have, and the last day for it, must be told.
        """
        assert (
            "notice/en.md: error notice-choice-missing: people can say no to the "
            "change, and it doesn't say so together with the last day for it\n"
            '  hint: Say how, and by when: "November 30, 2027". Say as well what '
            "happens to the information of those who do."
        ) == _told(GOOD, CHOICE)

    def test_no_word_of_consent(self) -> None:
        """
        So must the consent that people are asked for.
        """
        assert (
            "notice/en.md: error notice-choice-missing: people are bound only after "
            "saying yes, and it doesn't say so together with the last day for it\n"
            '  hint: Say how, and by when: "November 30, 2027". Say as well that '
            "nothing changes for those who don't answer."
        ) == _told(GOOD, CONSENT)

    @pytest.mark.parametrize(
        "offer",
        [
            "You can opt out until November 30, 2027.",
            "You can refuse. Call us. We need your call by November 30, 2027.",
            "If you object, tell us before December 1, 2027.",
            "- Say no by phone\n- The last day is November 30, 2027.",
        ],
    )
    def test_offered(self, offer: str) -> None:
        """
        An editor's own words for a choice and its last day are enough.
        """
        assert "" == _told(f"{GOOD}\n{offer}\n", CHOICE)

    @pytest.mark.parametrize(
        "offer",
        [
            "You can opt out at any time.",
            "You can opt out until November 3, 2027.",
            "You can opt out. Phone us. Or write. Or come. It ends November 30, 2027.",
        ],
    )
    def test_not_until_when(self, offer: str) -> None:
        """
        A choice without its last day is half a choice.
        """
        assert ["notice-choice-missing"] == _codes(f"{offer}\n\n{GOOD}", CHOICE)

    def test_both_are_asked(self) -> None:
        """
        Where some is refused and some agreed to, both must be told.
        """
        both = asking(
            LONGER,
            obligation(Level.L5, Category.RETENTION),
            obligation(Level.L6, Category.SALE),
        )
        text = f"{GOOD}\nIf you agree, sign by November 30, 2027.\n"

        assert ["notice-choice-missing"] == _codes(text, both)


class TestStray:
    def test_quotation_of_nothing(self) -> None:
        """
        A quotation that is in no change is pointed out.
        """
        assert (
            'notice/en.md:5: warning notice-stray: it quotes "Cookies last for ever.", '
            "and no change has these words\n"
            "  hint: Quote the words of the statement as they were or as they will be."
        ) == _told(f"{GOOD}\n> Cookies last for ever.\n")

    @pytest.mark.parametrize(
        "quotation",
        [
            "We keep web logs for 18 months.",
            "web logs for 13 months",
            "logs: 18 months!",
        ],
    )
    def test_quotation_of_a_change(self, quotation: str) -> None:
        """
        A change may be quoted in part, and without its signs.
        """
        assert "" == _told(f"{GOOD}\n> {quotation}\n")

    def test_change_that_needs_no_notice(self) -> None:
        """
        Who speaks of a change that needs no notice speaks of something that changed.
        """
        more = replace(LONGER, other_words=("Cookies last for ever.",))

        assert "" == _told(f"{GOOD}\n> Cookies last for ever.\n", more)

    def test_section_without_a_change(self) -> None:
        """
        A heading of a section in which nothing changed is pointed out.
        """
        known = replace(LONGER, unchanged=("Cookies",))

        assert (
            'notice/en.md:5: warning notice-stray: it has a heading for "Cookies", a '
            "section in which nothing changes\n"
            "  hint: Take that part out, or put it under the section that changes."
        ) == _told(f"{GOOD}\n### 3. Cookies\n", known)

    def test_wrong_amount(self) -> None:
        """
        An amount that no change has is pointed out: people would be told wrongly.
        """
        assert (
            "notice/en.md:5: warning notice-stray: it speaks of 24 months, and no "
            "change has this amount\n"
            "  hint: Compare it with the words of the statement."
        ) == _told(f"{GOOD}\nThat is 24 months.\n")

    @pytest.mark.parametrize("words", ["5 months longer", "a year and a half"])
    def test_right_amount(self, words: str) -> None:
        """
        By how much an amount grew may be said.
        """
        assert "" == _told(f"{GOOD}\nThat is {words}.\n")

    def test_age(self) -> None:
        """
        An age may be told in years where the statement has the number alone.
        """
        adults = facts(told("", "The robot answers members who are 18 or older."))
        text = "2027-12-01\n\nThe robot answers members who are 18 years old or older."

        assert "" == _told(text, adults)

    def test_amounts_of_answers(self) -> None:
        """
        How soon people are answered is nothing that changed, and may be said.
        """
        text = f"{GOOD}\n## What you can do\n\nAsk us. We answer within 10 days.\n"

        assert "" == _told(text)


class TestSpanish:
    def test_good_notice(self) -> None:
        """
        A Spanish notice is read in Spanish, its days and its choice too.
        """
        found = asking(
            facts(
                told(
                    "Conservamos los registros web durante 13 meses.",
                    "Conservamos los registros web durante 18 meses.",
                ),
                locale="es",
            ),
            obligation(Level.L5, Category.RETENTION),
        )
        text = (
            "A partir del 1 de diciembre de 2027 guardaremos los registros web 18 "
            "meses, no 13.\n\n"
            "Puede oponerse a más tardar el 30 de noviembre de 2027.\n"
        )

        assert "" == _told(text, found)
        assert ["notice-choice-missing"] == _codes(
            text.split("\n", maxsplit=1)[0], found
        )
