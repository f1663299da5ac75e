from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import day
from duenotice.model.record import Approval
from duenotice.model.record import EventKind
from duenotice.parse.record_file import content_sha256
from duenotice.parse.record_file import record_faults
from duenotice.store.gate import notices_now
from steps import FOLDER
from steps import MENDED
from steps import message_of
from steps import permit
from steps import record
from steps import refusal

if TYPE_CHECKING:
    from builders import StatementRepo

FIRST = "2026-01-10"
SECOND = "2026-03-01"
NOTICE = f"{FOLDER}/versions/{SECOND}/notice/en.md"


@pytest.fixture
def proposed(in_force: StatementRepo) -> StatementRepo:
    """A proposed version with a longer period and a finished notice."""
    in_force.section("retention", "We keep loans for 120 days.").release(SECOND)
    return in_force.finish_notice(SECOND)


class TestProposed:
    """An approval while the record may still be written anew."""

    def test_stands_in_the_record(self, proposed: StatementRepo) -> None:
        """
        The record says who approved the notice, when, and which it was.
        """
        done = permit(proposed, SECOND)
        kept = record(proposed, SECOND)
        sha256 = content_sha256(proposed.read(NOTICE).encode())

        assert (("en",), False) == (done.locales, done.is_event)
        assert Approval(by="A. Editor", on=day(SECOND)) == kept.approved
        assert {"en": sha256} == kept.lock.notices
        assert () == record_faults(kept)

    def test_in_every_language(self, translated: StatementRepo) -> None:
        """
        One approval is of the notices in all languages.
        """
        translated.section("retention", "We keep loans for 120 days.")
        translated.section(
            "retention", "Guardamos los préstamos 120 días.", locale="es"
        )
        translated.release(SECOND)
        translated.finish_notice(SECOND)
        done = permit(translated, SECOND)

        assert ("en", "es") == done.locales
        assert {"en", "es"} == set(record(translated, SECOND).lock.notices)

    def test_of_another_text(self, proposed: StatementRepo) -> None:
        """
        A notice that was changed since is approved as it is now.
        """
        permit(proposed, SECOND)
        proposed.write(NOTICE, f"{proposed.read(NOTICE)}\nThank you.\n")
        permit(proposed, SECOND)
        sha256 = content_sha256(proposed.read(NOTICE).encode())

        assert {"en": sha256} == record(proposed, SECOND).lock.notices


class TestRecorded:
    """An approval after publication."""

    def test_is_an_event(self, pending: StatementRepo) -> None:
        """
        A corrected notice is an event with its hash; what was recorded stays.
        """
        before = record(pending, SECOND)
        pending.write(NOTICE, f"{pending.read(NOTICE)}\nThank you.\n")
        done = permit(pending, SECOND, "2026-03-05")
        after = record(pending, SECOND)
        event = after.events[-1]
        sha256 = content_sha256(pending.read(NOTICE).encode())

        assert done.is_event
        assert (before.digest, before.lock) == (after.digest, after.lock)
        assert (day("2026-03-05"), EventKind.NOTICE_CORRECTED) == (event.on, event.kind)
        assert {"by": "A. Editor", "notice_en": sha256} == event.details
        assert {"en": sha256} == notices_now(after)
        assert () == pending.on_disk().diagnostics


class TestRefusals:
    """What can't be approved."""

    def test_needs_none(self, in_force: StatementRepo) -> None:
        """
        Of a correction nobody is told.
        """
        in_force.section("lending", MENDED).release(SECOND)

        assert (
            "version 2026-03-01 needs no notice\n"
            "hint: Corrections, first and adopted versions need no notice."
        ) == refusal(lambda: permit(in_force, SECOND))

    def test_first_version(self, in_force: StatementRepo) -> None:
        """
        Nor of a first version.
        """
        assert "version 2026-01-10 needs no notice" == message_of(
            lambda: permit(in_force, FIRST)
        )

    def test_twice(self, proposed: StatementRepo) -> None:
        """
        What is approved is not approved again.
        """
        permit(proposed, SECOND)

        assert (
            "the notice of version 2026-03-01 is approved already\n"
            "hint: Change the notice first, if it should say something else."
        ) == refusal(lambda: permit(proposed, SECOND))

    def test_gaps(self, proposed: StatementRepo) -> None:
        """
        A notice with gaps is not approved.
        """
        proposed.write(NOTICE, f"{proposed.read(NOTICE)}\n{{{{say more}}}}\n")

        assert "error notice-placeholder: " in message_of(
            lambda: permit(proposed, SECOND)
        )

    def test_silent(self, proposed: StatementRepo) -> None:
        """
        Nor one that doesn't speak of what changes.
        """
        proposed.write(NOTICE, "Something changes on April 3, 2026.\n")

        assert "error notice-silent: " in message_of(lambda: permit(proposed, SECOND))

    def test_missing(self, proposed: StatementRepo) -> None:
        """
        Nor one that isn't there.
        """
        proposed.delete(NOTICE)

        assert (
            f"1 fault stops this:\n{NOTICE}: error notice-missing: version 2026-03-01 "
            'has no notice in the language "en"\n'
            "  hint: Write it, or let `release --again` draft it anew."
        ) == message_of(lambda: permit(proposed, SECOND))
