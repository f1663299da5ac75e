from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.model.record import EventKind
from duenotice.model.record import Verdict
from duenotice.model.statement import NoticePolicy
from duenotice.store.gate import announced_findings
from duenotice.store.gate import counted_findings
from duenotice.store.gate import holds_of
from duenotice.store.gate import needs_notice
from duenotice.store.gate import notices_now
from duenotice.store.gate import open_findings
from duenotice.store.tellings import mailing_of
from recorded import HASH
from recorded import UNCERTAIN
from recorded import approved
from recorded import assessed
from recorded import decided
from recorded import event
from recorded import found
from recorded import recorded
from recorded import ruled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from duenotice.model.record import Event
    from duenotice.model.record import Record
    from duenotice.model.record import RecordedFinding
    from duenotice.timeline import Hold

LONGER = found()
TOLD = approved(recorded(assessed(LONGER)), "en", "es")
"""A material change whose notice is approved."""

OTHER = f"sha256:{'1' * 64}"


def holds(record: Record, *events: tuple[Event, date]) -> list[tuple[str, str, str]]:
    """Write what must be met: what, about what, and since when it is."""
    return [written(one) for one in holds_of(record, events)]


def written(hold: Hold) -> tuple[str, str, str]:
    """Write a hold."""
    return hold.code, hold.about, str(hold.met_on or "-")


class TestAssessment:
    """Versions whose change was assessed, or needs not to be."""

    def test_nothing_to_meet(self) -> None:
        """
        A material change whose notice is approved in every language may take effect.
        """
        assert [] == holds(TOLD)

    def test_missing(self) -> None:
        """
        A version that changes a text and doesn't say what that means is held for good.
        """
        assert [("assessment-missing", "", "-")] == holds(recorded(None))

    def test_of_the_first_version(self) -> None:
        """
        A first version has nothing that it could change.
        """
        assert [] == holds(replace(recorded(None), supersedes=None))

    def test_of_an_adopted_version(self) -> None:
        """
        Nobody assessed a version that was published before.
        """
        adopted, _ = event("2026-03-01", EventKind.ADOPTED)

        assert [] == holds(replace(recorded(None), events=(adopted,)))

    def test_of_a_correction(self) -> None:
        """
        A correction needs neither decision nor notice.
        """
        assert [] == holds(recorded(assessed(level="L1")))


class TestDecisions:
    """What a person has to decide."""

    def test_undecided(self) -> None:
        """
        What the rules can't tell waits for a person.
        """
        assert [("finding-undecided", UNCERTAIN.id, "-")] == holds(
            recorded(assessed(UNCERTAIN, level="L1"))
        )

    @pytest.mark.parametrize("verdict", list(Verdict))
    def test_decided(self, verdict: Verdict) -> None:
        """
        A decision settles it, whichever way.
        """
        record = recorded(assessed(UNCERTAIN, level="L1"), ruled(UNCERTAIN, verdict))

        assert [] == holds(record)

    def test_material_needs_none(self) -> None:
        """
        What the rules find material stands without a decision.
        """
        assert () == open_findings(recorded(assessed(LONGER)))
        assert (UNCERTAIN.id,) == open_findings(recorded(assessed(LONGER, UNCERTAIN)))

    @pytest.mark.parametrize("finding", [LONGER, UNCERTAIN], ids=["material", "asked"])
    def test_about_other_words(self, finding: RecordedFinding) -> None:
        """
        A decision about words that are others now decides nothing, and blocks.
        """
        stale = ruled(finding, Verdict.EDITORIAL, words="100 days")
        record = recorded(assessed(finding, level="L1"), stale)

        assert [("decision-stale", finding.id, "-")] == holds(record)

    def test_about_no_finding(self) -> None:
        """
        So does a decision about something that was never found.
        """
        record = recorded(assessed(level="L1"), ruled(LONGER, Verdict.EDITORIAL))

        assert [("decision-stale", LONGER.id, "-")] == holds(record)

    def test_after_publication(self) -> None:
        """
        A decision after publication settles it from its day on, if it says that nobody
        has to be told.
        """
        record = recorded(assessed(UNCERTAIN, level="L1"))

        assert [("finding-undecided", UNCERTAIN.id, "2026-03-09")] == holds(
            record, decided("2026-03-09", UNCERTAIN, Verdict.EDITORIAL)
        )

    def test_after_publication_that_people_must_be_told(self) -> None:
        """
        One that says they must be told leaves it held: nobody was.
        """
        record = recorded(assessed(UNCERTAIN, level="L1"))

        assert [("finding-unannounced", UNCERTAIN.id, "-")] == holds(
            record, decided("2026-03-09", UNCERTAIN, Verdict.MATERIAL)
        )

    def test_the_last_one_counts(self) -> None:
        """
        A decision that was revised counts as revised.
        """
        record = recorded(assessed(UNCERTAIN, level="L1"))
        verdicts = (Verdict.EDITORIAL, Verdict.MATERIAL, Verdict.EDITORIAL)
        events = [
            decided(f"2026-03-0{on}", UNCERTAIN, one)
            for on, one in enumerate(verdicts, start=5)
        ]

        assert ["-", "2026-03-07"] == [
            holds(record, *events[:number])[0][2] for number in (2, 3)
        ]

    def test_after_publication_about_other_words(self) -> None:
        """
        Nor does a decision after publication that is about other words.
        """
        record = recorded(assessed(UNCERTAIN, level="L1"))
        other = found(UNCERTAIN.id, words="We note less.")

        assert [("finding-undecided", UNCERTAIN.id, "-")] == holds(
            record, decided("2026-03-09", other, Verdict.EDITORIAL)
        )


class TestByNobody:
    """An event counts where somebody answers for it."""

    @pytest.mark.parametrize("lacking", ["by", "reason"])
    @pytest.mark.parametrize("value", ["", " "], ids=["empty", "blank"])
    def test_decision(self, lacking: str, value: str) -> None:
        """
        A decision without a name or a reason decides nothing.
        """
        record = recorded(assessed(UNCERTAIN, level="L1"))
        said, known_on = decided("2026-03-09", UNCERTAIN, Verdict.EDITORIAL)
        nameless = replace(said, details={**said.details, lacking: value})

        assert [("finding-undecided", UNCERTAIN.id, "-")] == holds(
            record, (nameless, known_on)
        )

    @pytest.mark.parametrize("who", [{}, {"by": ""}, {"by": " "}])
    def test_approval(self, who: dict[str, str]) -> None:
        """
        A corrected notice without a name is not approved, and the one before counts.
        """
        record = approved(recorded(assessed(LONGER)), "en")
        said = event("2026-03-20", EventKind.NOTICE_CORRECTED, notice_es=HASH, **who)
        other = event("2026-03-20", EventKind.NOTICE_CORRECTED, notice_en=OTHER, **who)

        assert [("notice-unapproved", "es", "-")] == holds(record, said)
        assert {"en": HASH} == notices_now(replace(record, events=(other[0],)))

    @pytest.mark.parametrize("lacking", ["by", "how"])
    def test_obligation(self, lacking: str) -> None:
        """
        That people were asked counts with a name and an account of how.
        """
        details = {"by": "A. Editor", "how": "By letter.", lacking: ""}
        said = event(
            "2026-03-20",
            EventKind.OBLIGATION_MET,
            obligation="consent-people",
            **details,
        )

        assert [("obligation-open", "consent-people", "-")] == holds(
            TestObligations.RECORD, said
        )


class TestCounted:
    """Which findings ask for time, and which ones the notice speaks of."""

    def test_undecided(self) -> None:
        """
        What waits for a decision asks for time already, and isn't told yet.
        """
        record = recorded(assessed(LONGER, UNCERTAIN))

        assert (LONGER, UNCERTAIN) == counted_findings(record)
        assert (LONGER,) == announced_findings(record)

    def test_decided(self) -> None:
        """
        What a person held material asks for time and is told; what one overruled is
        neither.
        """
        record = recorded(
            assessed(LONGER, UNCERTAIN),
            ruled(LONGER, Verdict.EDITORIAL),
            ruled(UNCERTAIN, Verdict.MATERIAL),
        )

        assert (UNCERTAIN,) == counted_findings(record)
        assert (UNCERTAIN,) == announced_findings(record)

    def test_overruled_in_other_words(self) -> None:
        """
        A decision about other words overrules nothing.
        """
        stale = ruled(LONGER, Verdict.EDITORIAL, words="100 days")

        assert (LONGER,) == counted_findings(recorded(assessed(LONGER), stale))

    def test_overruled_after_publication(self) -> None:
        """
        A decision after publication shortens no date.
        """
        late, _ = decided("2026-03-09", LONGER, Verdict.EDITORIAL)
        record = replace(recorded(assessed(LONGER)), events=(late,))

        assert (LONGER,) == counted_findings(record)

    def test_nothing_found(self) -> None:
        """
        A version without an assessment has nothing to tell.
        """
        assert ((), ()) == (
            counted_findings(recorded(None)),
            announced_findings(recorded(None)),
        )


class TestNotice:
    """What people are told, and that somebody approved it."""

    @pytest.mark.parametrize(
        ("level", "expected"),
        [("L0", False), ("L1", False), ("L2", True), ("L6", True)],
    )
    def test_needed(self, level: str, expected: bool) -> None:  # noqa: FBT001
        """
        From the level on that asks for a notice there must be one.
        """
        assert expected is needs_notice(recorded(assessed(LONGER, level=level)))

    def test_unapproved(self) -> None:
        """
        A notice that nobody approved holds the version, in each language.
        """
        assert [("notice-unapproved", "en", "-"), ("notice-unapproved", "es", "-")] == (
            holds(recorded(assessed(LONGER)))
        )

    def test_one_language_unapproved(self) -> None:
        """
        It must be approved in all languages.
        """
        record = approved(recorded(assessed(LONGER)), "en")

        assert [("notice-unapproved", "es", "-")] == holds(record)

    def test_hash_without_approval(self) -> None:
        """
        A notice's hash alone is no approval.
        """
        record = replace(TOLD, approved=None)

        assert ["notice-unapproved"] * 2 == [one for one, _, _ in holds(record)]

    def test_approved_later(self) -> None:
        """
        An approval after publication clears the version from its day on.
        """
        late = event(
            "2026-03-20", EventKind.NOTICE_CORRECTED, by="A. Editor", notice_es=HASH
        )
        record = approved(recorded(assessed(LONGER)), "en")

        assert [("notice-unapproved", "es", "2026-03-20")] == holds(record, late)

    def test_as_it_is_now(self) -> None:
        """
        The notice is the approved one, or what a later correction made of it.
        """
        corrected, _ = event(
            "2026-03-20", EventKind.NOTICE_CORRECTED, by="A. Editor", notice_es=OTHER
        )
        record = replace(TOLD, events=(corrected,))

        assert {"en": HASH, "es": OTHER} == notices_now(record)


class TestObligations:
    """What people must be asked before the change."""

    RECORD = approved(
        recorded(assessed(LONGER, level="L6", asks="consent-people")), "en", "es"
    )

    def test_open(self) -> None:
        """
        An obligation may be met until the effective day.
        """
        (hold,) = holds_of(self.RECORD, ())

        assert ("obligation-open", "consent-people", "-") == written(hold)
        assert hold.waits

    def test_met(self) -> None:
        """
        The first event that says how it was met settles it.
        """
        events = [
            event(
                on,
                EventKind.OBLIGATION_MET,
                obligation="consent-people",
                by="A. Editor",
                how="Asked by letter.",
            )
            for on in ("2026-03-20", "2026-03-25")
        ]

        assert [("obligation-open", "consent-people", "2026-03-20")] == holds(
            self.RECORD, *events
        )

    def test_another_one_is_met(self) -> None:
        """
        An event about another obligation settles nothing.
        """
        other = event(
            "2026-03-20",
            EventKind.OBLIGATION_MET,
            obligation="choice-people",
            by="A. Editor",
            how="By letter.",
        )

        assert [("obligation-open", "consent-people", "-")] == holds(self.RECORD, other)


class TestMailing:
    """Messages that must reach each person before the change."""

    DIRECT = recorded(assessed(LONGER, level="L4", direct_days=14))
    SENT = event("2026-03-10", EventKind.NOTIFIED, channel="email", count="9")

    def due(
        self, record: Record, *policies: NoticePolicy
    ) -> Sequence[tuple[int, list[str]]]:
        """Write the days and the known tellings of what is called for."""
        site = event("2026-03-05", EventKind.NOTIFIED, channel="site", count="9")
        made = mailing_of(
            record, policies or (NoticePolicy(),), (site, self.SENT), day("2026-03-01")
        )
        if made is None:
            return []
        return [(made.days, [str(one.on) for one in made.tellings])]

    def test_from_direct_notice_on(self) -> None:
        """
        Where people are told one by one, messages count, and a post on the site
        doesn't.
        """
        assert [(14, ["2026-03-10"])] == self.due(self.DIRECT)

    @pytest.mark.parametrize(
        "record", [TOLD, recorded(None)], ids=["posted", "not-assessed"]
    )
    def test_not_below(self, record: Record) -> None:
        """
        Below that no message is called for.
        """
        assert [] == self.due(record)

    def test_unconfirmed(self) -> None:
        """
        Where neither the text in force nor the version asks for word of it, nothing
        waits for any; where one of them does, it is waited for.
        """
        trusting = NoticePolicy(confirm_mailing=False)

        assert [] == self.due(self.DIRECT, trusting, trusting)
        assert [] != self.due(self.DIRECT, trusting, NoticePolicy())

    def test_known_later_than_sent(self) -> None:
        """
        What counts is the day on which messages went out, once that is known.
        """
        sent, _ = self.SENT
        made = mailing_of(
            self.DIRECT,
            (NoticePolicy(),),
            [(sent, day("2026-03-30"))],
            day("2026-03-01"),
        )
        effective = day("2026-04-03")

        assert made is not None
        assert day("2026-03-20") == made.due_by(effective)
        assert made.cleared_on(day("2026-03-29"), effective) is None
        assert day("2026-03-30") == made.cleared_on(day("2026-03-30"), effective)
