"""Word that people were sent messages, and that they were asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from duenotice.model.record import EventKind
from duenotice.parse.record_file import record_faults
from duenotice.release.telling import Met
from duenotice.release.telling import Told
from duenotice.release.telling import meet_obligation
from duenotice.release.telling import notified
from steps import EXTENDED
from steps import act
from steps import record
from steps import refusal

if TYPE_CHECKING:
    from builders import StatementRepo

FIRST = "2026-01-10"
SECOND = "2026-03-01"


def tell(repo: StatementRepo, on: str, today: str = "2026-03-10") -> tuple[str, ...]:
    """Record messages about the second version."""
    told = Told(channel="email", on=day(on), count=12, by="A. Sender")
    return act(
        repo,
        lambda archive: notified(
            archive, archive.find(SECOND), (told,), today=day(today)
        ),
    )


def ask(repo: StatementRepo, obligation: str) -> tuple[str, ...]:
    """Record that people were asked."""
    met = Met(obligation=obligation, how="By a form in the app", by="A. Editor")
    return act(
        repo,
        lambda archive: meet_obligation(
            archive, archive.find(SECOND), met, today=day("2026-03-10")
        ),
    )


class TestNotified:
    """Messages that went out."""

    def test_is_an_event(self, pending: StatementRepo) -> None:
        """
        The record says when, by which channel and to how many.
        """
        assert (SECOND,) == tell(pending, "2026-03-05")

        kept = record(pending, SECOND)
        event = kept.events[-1]

        assert (day("2026-03-05"), EventKind.NOTIFIED) == (event.on, event.kind)
        assert {"channel": "email", "count": "12", "by": "A. Sender"} == event.details
        assert () == record_faults(kept)

    def test_before_publication(self, pending: StatementRepo) -> None:
        """
        Nobody can be told of what isn't public.
        """
        assert (
            "on 2026-02-28 version 2026-03-01 was not public: it is since 2026-03-01\n"
            "hint: Give the day on which the messages went out."
        ) == refusal(lambda: tell(pending, "2026-02-28"))

    def test_ahead(self, pending: StatementRepo) -> None:
        """
        Messages are recorded once they are out.
        """
        assert (
            "2026-03-11 is still to come\nhint: Record them on that day, or later."
        ) == refusal(lambda: tell(pending, "2026-03-11"))

    def test_proposed(self, in_force: StatementRepo) -> None:
        """
        Of a proposed version nobody was told.
        """
        in_force.section("lending", EXTENDED).release(SECOND)

        assert refusal(lambda: tell(in_force, SECOND)).startswith(
            "version 2026-03-01 is not recorded yet\n"
        )


class TestObligationMet:
    """People who were asked."""

    @pytest.fixture
    def asking(self, repo: StatementRepo) -> StatementRepo:
        """A recorded version that people must be asked about."""
        repo.statement(STATEMENT_YAML.replace("profiles: [caloppa]\n", ""))
        repo.publish(FIRST)
        repo.section("lending", EXTENDED).publish(SECOND)
        return repo

    def test_is_an_event(self, asking: StatementRepo) -> None:
        """
        The record says how they were asked.
        """
        assessment = record(asking, SECOND).assessment
        assert assessment is not None
        (obligation,) = (one.id for one in assessment.obligations)

        assert (SECOND,) == ask(asking, obligation)

        kept = record(asking, SECOND)
        event = kept.events[-1]

        assert (day("2026-03-10"), EventKind.OBLIGATION_MET) == (event.on, event.kind)
        assert {
            "obligation": obligation,
            "how": "By a form in the app",
            "by": "A. Editor",
        } == event.details
        assert () == record_faults(kept)

    def test_unknown(self, pending: StatementRepo) -> None:
        """
        What nobody asks for can't be met.
        """
        assert (
            'version 2026-03-01 has no obligation "consent-people"\nhint: It has: none.'
        ) == refusal(lambda: ask(pending, "consent-people"))

    def test_proposed(self, in_force: StatementRepo) -> None:
        """
        Nobody is asked about a version that isn't recorded.
        """
        in_force.section("lending", EXTENDED).release(SECOND)

        assert refusal(lambda: ask(in_force, "consent-people")).startswith(
            "version 2026-03-01 is not recorded yet\n"
        )
