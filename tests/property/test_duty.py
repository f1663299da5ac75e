"""Laws of what follows from findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.materiality.duty import Verdicts
from duenotice.materiality.duty import duty_of
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.levels import Level
from duenotice.materiality.profile_choice import shipped_profiles
from duenotice.model.record import Reach
from duties import finding
from duties import promised
from duties import terms
from duties import under

if TYPE_CHECKING:
    from duenotice.materiality.duty import Circumstances
    from duenotice.materiality.finding import Finding

PROMISES = [
    "",
    "We post a notice on our site 30 days before changes to this policy.",
    "We email you before changes to this policy.",
    "Changes to this policy need your consent for data we already collected.",
]
CLAUSES = [
    "changes to this policy", "we will", "not", "notify you", "30 days", "before",
    "by email", "without", "consent", "already collected", "if required by law",
    "from time to time", "check", "aviso", "días", "antes", ".", ":", "\n\n", "- ",
    "## Changes", "thirty (30)", "within", "effective",
]  # fmt: skip

FINDINGS = st.builds(
    finding,
    st.sampled_from(Category),
    st.sampled_from(Direction),
    st.sampled_from(Outcome),
    ordinal=st.integers(1, 3),
    words=st.sampled_from(["", "We train models on it."]),
)
NAMES = st.lists(st.sampled_from(sorted(shipped_profiles())), min_size=1, max_size=4)
CIRCUMSTANCES = st.builds(
    under,
    st.builds(
        lambda names, days, promise: terms(*names, days=days, promise=promise),
        NAMES,
        st.integers(0, 60),
        st.sampled_from(PROMISES),
    ),
    reaches=st.sampled_from(Reach),
)


class TestDuty:
    @given(st.lists(FINDINGS, max_size=4), FINDINGS, CIRCUMSTANCES)
    def test_more_findings(
        self, some: list[Finding], one: Finding, circumstances: Circumstances
    ) -> None:
        """
        One more finding never lowers the level or a lead time.
        """
        less, more = duty_of(some, circumstances), duty_of([*some, one], circumstances)

        assert less.level <= more.level
        assert less.lead_days <= more.lead_days
        assert all(less.lead_for(each) <= more.lead_for(each) for each in some)

    @given(st.lists(FINDINGS, min_size=1, max_size=4), NAMES, NAMES)
    def test_combined(
        self, some: list[Finding], names: list[str], others: list[str]
    ) -> None:
        """
        Two sets of profiles together ask for the higher level and the longer lead of
        the two, and so does one of the text in force with one of the draft.
        """
        apart = [duty_of(some, under(terms(*each))) for each in (names, others)]
        together = duty_of(some, under(terms(*names, *others)))
        in_turn = duty_of(some, under(terms(*names), terms(*others)))

        assert max(each.level for each in apart) == together.level == in_turn.level
        assert max(each.lead_days for each in apart) == together.lead_days
        assert together.lead_days == in_turn.lead_days

    @given(st.lists(FINDINGS, max_size=4), CIRCUMSTANCES)
    def test_told(self, some: list[Finding], circumstances: Circumstances) -> None:
        """
        A level above the date and a lead time always have a reason, and what people
        are asked covers every finding that calls for it.
        """
        duty = duty_of(some, circumstances)

        assert (duty.level > Level.L1) == bool(duty.forcing_level)
        assert bool(duty.lead_days) == bool(duty.forcing_lead)
        assert (duty.level >= Level.L5) == bool(duty.obligations)

    @given(st.lists(FINDINGS, max_size=4), CIRCUMSTANCES)
    def test_law(self, some: list[Finding], circumstances: Circumstances) -> None:
        """
        A law that leaves no time changes nothing but the time.
        """
        urgent = duty_of(some, replace(circumstances, required_by_law="The Act"))

        assert duty_of(some, circumstances).level == urgent.level
        assert 0 == urgent.lead_days == urgent.direct_days

    @given(st.lists(FINDINGS, max_size=4), CIRCUMSTANCES)
    def test_overruled(self, some: list[Finding], circumstances: Circumstances) -> None:
        """
        With every finding overruled, a version is a correction.
        """
        verdicts = Verdicts(overruled=frozenset(one.id for one in some))
        duty = duty_of(some, replace(circumstances, verdicts=verdicts))

        assert duty.level <= Level.L1
        assert 0 == duty.lead_days


class TestPromise:
    @given(
        st.lists(st.sampled_from(CLAUSES), max_size=60), st.sampled_from(["en", "es"])
    )
    def test_any_text(self, words: list[str], locale: str) -> None:
        """
        Any text can be read; what is found in it stands in it.
        """
        text = " ".join(words)
        promise = promised(text, locale)

        assert promise.lead_days >= promise.days
        assert all(clause.words for clause in promise.clauses)

    @given(st.text(max_size=300))
    def test_any_characters(self, text: str) -> None:
        """
        So can any characters.
        """
        assert promised(f"Changes to this policy. {text}").lead_days >= 0

    @settings(deadline=2000)
    @given(st.sampled_from(CLAUSES), st.sampled_from(["en", "es"]))
    def test_long(self, words: str, locale: str) -> None:
        """
        A text that says one thing over and over is read in reasonable time.
        """
        promised(f"changes to this policy {f'{words} ' * 5000}", locale)
