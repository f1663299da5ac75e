from __future__ import annotations

from dataclasses import replace

import pytest

from builders import day
from duenotice.mailing.kit import Known
from duenotice.mailing.messages.known_texts import baseline_for
from message_kits import kit
from message_kits import reader

OLD, NOW = "2025-02-01", "2026-01-10"
KIT = replace(
    kit(),
    history=(
        Known(published=day("2025-02-01"), start=day("2025-03-01"), baseline=OLD),
        Known(published=day("2025-12-10"), start=day("2026-01-10"), baseline=NOW),
    ),
)
"""A version of which people were told on March 1, for April 3, 2026."""


class TestBaseline:
    """Which text a member knew."""

    @pytest.mark.parametrize(
        ("told_on", "since", "expected"),
        [
            pytest.param(None, None, NOW, id="no day: like all others"),
            pytest.param("2026-01-10", None, NOW, id="told of the present text"),
            pytest.param("2025-12-10", None, NOW, id="told of it in advance"),
            pytest.param("2025-12-09", None, OLD, id="told a day before it"),
            pytest.param(None, "2026-01-09", OLD, id="joined before it was in force"),
            pytest.param("2020-01-01", None, OLD, id="told before all versions"),
            pytest.param(None, "2025-03-01", OLD, id="joined under the older text"),
            pytest.param(None, "2026-03-15", NOW, id="joined after the announcement"),
            pytest.param(None, "2026-04-02", NOW, id="joined on its eve"),
            pytest.param(None, "2026-04-03", None, id="joined under the new text"),
            pytest.param("2026-04-03", None, None, id="told when it was in force"),
            pytest.param("2025-05-01", "2020-01-01", OLD, id="the last word counts"),
            pytest.param("2026-02-01", "2025-04-01", NOW, id="told after joining"),
            pytest.param("2025-05-01", "2026-04-03", None, id="joined anew since"),
        ],
    )
    def test_days(
        self, told_on: str | None, since: str | None, expected: str | None
    ) -> None:
        """
        The day of the last word decides, or else that of joining; who joined under the
        new text knows it.
        """
        member = reader(
            told_on=None if told_on is None else day(told_on),
            since=None if since is None else day(since),
        )

        assert expected == baseline_for(KIT, member)

    def test_no_history(self) -> None:
        """
        Where nothing was in force before, all are told alike.
        """
        alone = replace(KIT, history=())

        assert NOW == baseline_for(alone, reader(told_on=day("2026-02-01")))
