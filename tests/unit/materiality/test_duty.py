from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.materiality.duty import Circumstances
from duenotice.materiality.duty import Duty
from duenotice.materiality.duty import Obligation
from duenotice.materiality.duty import Verdicts
from duenotice.materiality.duty import duty_of
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import Asked
from duenotice.materiality.sources import Footing
from duenotice.materiality.sources import Tag
from duenotice.model.record import Reach
from duties import finding
from duties import terms
from duties import under

if TYPE_CHECKING:
    from duenotice.materiality.finding import Finding

SHARED = finding()
POST_30 = "We post a notice on our site 30 days before changes to this policy."
EMAIL = "We email you before changes to this policy."
ASK = (
    "Changes to this policy don't reach information we already collected without your "
    "consent."
)


def summary(duty: Duty) -> tuple[int, int]:
    """A duty's level and lead."""
    return int(duty.level), duty.lead_days


def forced(duty: Duty) -> list[str]:
    """What forced a duty's level."""
    return [f"{one.by}/{one.entry}" for one in duty.forcing_level]


class TestOutcomes:
    def test_first_version(self) -> None:
        """
        A first version needs no notice.
        """
        first = Circumstances(old=None, new=terms("ftc", days=30))

        assert Duty(level=Level.L0, lead_days=0) == duty_of([SHARED], first)

    def test_no_findings(self) -> None:
        """
        Where people read the same, nothing is due.
        """
        assert (0, 0) == summary(duty_of([], under(terms(days=30))))

    def test_editorial(self) -> None:
        """
        A correction shows its date, at once.
        """
        one = finding(outcome=Outcome.EDITORIAL)

        duty = duty_of([one], under(terms("ftc", days=30, promise=POST_30)))
        assert (1, 0) == summary(duty)
        assert ((), (), ()) == (duty.reasons, duty.obligations, duty.forcing_level)
        assert 0 == duty.lead_for(one)

    def test_waiting(self) -> None:
        """
        What waits for a decision keeps the lead time up and raises no level; it keeps
        nothing up where it is asked not to count.
        """
        one = finding(outcome=Outcome.NEEDS_REVIEW)
        ignored = Verdicts(undecided_count=False)

        duty = duty_of([one], under(terms(days=30)))
        assert (1, 30) == summary(duty)
        assert 30 == duty.lead_for(one)
        assert () == duty.obligations
        assert (1, 0) == summary(
            duty_of([one], under(terms(days=30), verdicts=ignored))
        )

    def test_decided(self) -> None:
        """
        Found material by a person, it counts like any other.
        """
        one = finding(outcome=Outcome.NEEDS_REVIEW)
        verdicts = Verdicts(material=frozenset({one.id}))

        duty = duty_of([one], under(terms(days=30), verdicts=verdicts))
        assert (6, 30) == summary(duty)

    @pytest.mark.parametrize("outcome", [Outcome.MATERIAL, Outcome.NEEDS_REVIEW])
    def test_overruled(self, outcome: Outcome) -> None:
        """
        Overruled by a person, it doesn't count.
        """
        one = finding(outcome=outcome)
        verdicts = Verdicts(overruled=frozenset({one.id}))

        duty = duty_of([one], under(terms(days=30), verdicts=verdicts))
        assert (1, 0) == summary(duty)


class TestProfiles:
    @pytest.mark.parametrize(
        ("names", "reaches", "expected"),
        [
            ((), Reach.ALL, (6, 1)),
            ((), Reach.NEW, (4, 1)),
            (("caloppa",), Reach.ALL, (2, 0)),
            (("hipaa-plan",), Reach.ALL, (2, 0)),
            (("colorado",), Reach.ALL, (3, 0)),
            (("mn-mt-ct",), Reach.ALL, (5, 1)),
            (("mn-mt-ct",), Reach.NEW, (3, 0)),
            (("gdpr-uk",), Reach.NEW, (4, 1)),
            (("ftc",), Reach.NEW, (2, 0)),
            (("ftc",), Reach.ALL, (6, 1)),
            (("hipaa-plan", "mn-mt-ct", "colorado"), Reach.ALL, (5, 1)),
        ],
    )
    def test_levels(
        self, names: tuple[str, ...], reaches: Reach, expected: tuple[int, int]
    ) -> None:
        """
        The highest level and the longest lead of all profiles count; a material change
        is posted at least, even where none names it.
        """
        assert expected == summary(
            duty_of([SHARED], under(terms(*names), reaches=reaches))
        )

    def test_forced(self) -> None:
        """
        The entry that forced the level is named, with its source and how far that was
        read.
        """
        duty = duty_of([SHARED], under(terms("hipaa-plan", "gdpr-uk")))

        (reason,) = duty.forcing_level
        assert ("gdpr-uk", "fundamental") == (reason.by, reason.entry)
        assert (Footing.REGULATOR, Tag.SECONDARY) == (reason.footing, reason.tag)
        assert ("wp260-30",) == reason.sources
        assert reason.basis.startswith("Guidelines on transparency (WP260 rev.01), ")
        assert (SHARED.id,) == reason.findings

    def test_both_sides(self) -> None:
        """
        A draft that drops a profile is still under that of the text in force.
        """
        duty = duty_of([SHARED], under(terms("ftc"), terms("caloppa")))

        assert ["ftc/quiet-change", "ftc/retroactive-change"] == forced(duty)


class TestSettings:
    def test_lead(self) -> None:
        """
        The settings' period is a floor for every material change, and is a custom.
        """
        duty = duty_of([SHARED], under(terms("caloppa", days=30)))

        assert (2, 30) == summary(duty)
        (reason,) = duty.forcing_lead
        assert ("settings", Footing.CUSTOM) == (reason.by, reason.footing)
        assert (
            "The settings give people 30 days before a material change." == reason.says
        )

    @pytest.mark.parametrize(("old", "new"), [(30, 45), (45, 30)])
    def test_both_sides(self, old: int, new: int) -> None:
        """
        The longer period of the two texts counts.
        """
        assert (
            45 == duty_of([SHARED], under(terms(days=old), terms(days=new))).lead_days
        )


class TestPromises:
    def test_words(self) -> None:
        """
        A promise is owed, and its exact words are the reason.
        """
        duty = duty_of([SHARED], under(terms("caloppa", promise=POST_30)))

        assert (2, 30) == summary(duty)
        (reason,) = duty.forcing_lead
        assert ("promise", POST_30) == (reason.by, reason.says)

    def test_both_sides(self) -> None:
        """
        What the text in force promised is owed after the draft took it out, and what
        the draft promises is owed too.
        """
        kept, cut = terms("caloppa", promise=POST_30), terms("caloppa")

        assert 30 == duty_of([SHARED], under(kept, cut)).lead_days
        assert 30 == duty_of([SHARED], under(cut, kept)).lead_days

    def test_consent(self) -> None:
        """
        A promise to ask raises the duty where data already held is reached, except for
        a change for the better.
        """
        owed = terms("caloppa", promise=ASK)
        better = finding(direction=Direction.BETTER)

        assert (6, 1) == summary(duty_of([SHARED], under(owed)))
        assert (2, 0) == summary(duty_of([SHARED], under(owed, reaches=Reach.NEW)))
        assert (2, 0) == summary(duty_of([better], under(owed)))


class TestRequiredByLaw:
    def test_lead(self) -> None:
        """
        A law that leaves no time waives the lead time, and never the notice.
        """
        usual = under(terms("gdpr-uk", days=30, promise=EMAIL))
        urgent = replace(usual, required_by_law="Health Data Act, section 3")

        duty = duty_of([SHARED], urgent)
        assert (4, 0) == summary(duty)
        assert 0 == duty.lead_for(SHARED)
        assert "Health Data Act, section 3" == duty.waived
        assert () == duty.forcing_lead
        assert day("2026-12-01") == duty.mail_by(day("2026-12-01"))


class TestLeadFor:
    def test_each(self) -> None:
        """
        Each finding has its own lead time.
        """
        plain = finding(Category.RETENTION)
        harmless = finding(Category.OTHER, outcome=Outcome.EDITORIAL)

        duty = duty_of([SHARED, plain, harmless], under(terms("ftc", "caloppa")))
        assert [1, 1, 0] == [duty.lead_for(one) for one in (SHARED, plain, harmless)]
        better = finding(direction=Direction.BETTER)
        duty = duty_of([SHARED, better], under(terms("ftc")))
        assert [1, 0] == [duty.lead_for(one) for one in (SHARED, better)]


class TestMailBy:
    @pytest.mark.parametrize(
        ("names", "promise", "expected"),
        [
            (("caloppa",), "", None),
            (("colorado",), "", "2026-12-31"),
            (("gdpr-uk",), "", "2026-12-01"),
            (("caloppa",), EMAIL, "2026-12-01"),
            (("colorado",), POST_30, "2026-12-31"),
        ],
        ids=["post", "direct", "in advance", "promised", "posted in advance"],
    )
    def test_day(
        self, names: tuple[str, ...], promise: str, expected: str | None
    ) -> None:
        """
        Messages must be out on the effective day, or in advance where something asks
        for messages in advance; nothing is mailed where posting is enough.
        """
        duty = duty_of([SHARED], under(terms(*names, days=30, promise=promise)))

        found = duty.mail_by(day("2026-12-31"))
        assert expected == (None if found is None else found.isoformat())


class TestObligations:
    def test_asked(self) -> None:
        """
        People are asked the most demanding question of each finding, parents for
        children.
        """
        tracking = finding(Category.TRACKING)
        children = finding(Category.CHILDREN)

        duty = duty_of([tracking, SHARED, children], under(terms()))
        assert (
            obligation(Level.L6, Asked.PARENTS, children),
            obligation(Level.L6, Asked.PEOPLE, SHARED),
            obligation(Level.L5, Asked.PEOPLE, tracking),
        ) == duty.obligations

    def test_deadline(self) -> None:
        """
        The last day for an answer is the day before the change.
        """
        (one,) = duty_of([SHARED], under(terms("ftc"))).obligations

        assert day("2026-12-30") == one.answer_by(day("2026-12-31"))

    def test_none(self) -> None:
        """
        Below L5 nobody is asked.
        """
        assert () == duty_of([SHARED], under(terms("gdpr-uk"))).obligations


def obligation(level: Level, asked: Asked, about: Finding) -> Obligation:
    """What people are asked about one finding."""
    return Obligation(
        level=level,
        asked=asked,
        categories=(about.category,),
        findings=(about.id,),
        reaches=Reach.ALL,
    )
