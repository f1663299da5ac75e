from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from proposals import CONTACTS
from proposals import LABEL
from proposals import LONGER
from proposals import MOVED
from proposals import errors_of

if TYPE_CHECKING:
    from pathlib import Path

LENIENT = '[tool.duenotice]\nrules-off = ["amount", "weighed"]\n'
"""Without the rules that know what a longer period is."""

OWN_WORDS = "recipient:\n  circle of readers: [quilting bee]\n"
"""A project's own lexicon: it judges otherwise from now on."""


@pytest.fixture
def lenient(tmp_path: Path) -> StatementRepo:
    """A version that a person had to decide about, as its rules were switched off."""
    repo = StatementRepo.with_statement(tmp_path / "lenient")
    repo.write("pyproject.toml", LENIENT).section("contacts", CONTACTS)
    repo.publish("2026-01-10")
    repo.section("retention", LONGER)
    repo.run("release", today=LABEL)
    repo.clear(LABEL, LABEL).commit(LABEL)
    return repo


class TestReplay:
    def test_same_rules(self, lenient: StatementRepo) -> None:
        """
        By the same rules the answer is the same.
        """
        done = lenient.run("assess", "--replay", today="2026-03-05")

        assert (
            0,
            (
                "website 2026-03-01, against 2026-01-10: needs-review, L2, as then\n"
                "website: 1 version judged again, 0 of them otherwise than then\n"
            ),
        ) == (done.status, done.out)

    def test_other_rules(self, lenient: StatementRepo) -> None:
        """
        By today's rules it says what would be found, beside what was decided then.
        """
        lenient.delete("pyproject.toml")

        done = lenient.run("assess", "--replay", today="2026-03-05")

        assert (
            "website 2026-03-01, against 2026-01-10: material, L2 today, L2 then\n"
            "  no longer material; then material (by A. Editor)\n"
            "    no-rule:other:retention:1\n"
            "    We keep loans for 120 days. After that we delete them.\n"
            "  MATERIAL today; then editorial\n"
            "    amount:retention:retention:1\n"
            "    We keep loans for 120 days.\n"
            "website: 1 version judged again, 1 of them otherwise than then\n"
        ) == done.out

    def test_as_data(self, lenient: StatementRepo) -> None:
        """
        As data each difference says what it was then and what it is now.
        """
        lenient.delete("pyproject.toml")

        done = lenient.run("assess", "--replay", "--format", "json", today="2026-03-05")

        data = json.loads(done.out)
        version = data["statements"][0]["versions"][0]
        assert ("duenotice/replay/1", LABEL, "L2", "L2") == (
            data["schema"],
            version["version"],
            version["level_then"],
            version["level_now"],
        )
        assert [
            ("no-longer-material", "material (by A. Editor)", "editorial"),
            ("newly-material", "editorial", "material"),
        ] == [
            (one["difference"], one["then"], one["now"])
            for one in version["differences"]
        ]

    def test_overruled(self, proposed: StatementRepo) -> None:
        """
        What a person overruled then, and the rules find today too, is told.
        """
        who = ("--by", "A. Editor", "--reason", "The form stayed.")
        finding = ("amount:retention:retention:1", "--verdict", "editorial")
        proposed.run("decide", LABEL, *finding, *who, today=LABEL)
        proposed.commit(LABEL)

        done = proposed.run("assess", "--replay", today="2026-03-05")

        assert (
            "  MATERIAL today too, and overruled then; then editorial (by A. Editor)"
            in done.out.splitlines()
        )

    def test_decided(self, asking: StatementRepo) -> None:
        """
        What a person decided about by the same rules is no difference.
        """
        who = ("--by", "A. Editor", "--reason", "The form stayed.")
        asking.run("decide", LABEL, MOVED, "--verdict", "editorial", *who, today=LABEL)
        asking.commit(LABEL)

        done = asking.run("assess", "--replay", today="2026-03-05")

        assert "0 of them otherwise than then" in done.out


class TestCheck:
    def test_warns(self, lenient: StatementRepo) -> None:
        """
        A version that is to come, and was assessed by other rules, is warned of.
        """
        lenient.delete("pyproject.toml")

        done = lenient.run("check", today="2026-03-05")

        assert (0, []) == (done.status, errors_of(done))
        assert (
            "statements/website/versions/2026-03-01/record.yaml: warning "
            "assessment-older: version 2026-03-01 was assessed by other rules; those "
            "of today find 1 material change that its record doesn't have: "
            "amount:retention:retention:1\n"
            "  hint: While it is proposed, `release --again` assesses it anew. "
            "Afterwards it is for a person to say whether people must be told: `assess "
            "--replay`.\n"
        ) in done.out

    def test_holds_nothing(self, lenient: StatementRepo) -> None:
        """
        What was recorded counts: other rules hold nothing, and take nothing back.
        """
        lenient.delete("pyproject.toml").commit("2026-03-05")

        done = lenient.run("build", "--no-pdf", today="2026-04-03")

        assert (0, "") == (done.status, done.err)
        assert "120 days" in lenient.read("site/website/index.html")

    def test_takes_nothing_back(self, approved: StatementRepo) -> None:
        """
        A version in force stays so, whatever a project asks for afterwards.
        """
        approved.commit(LABEL)
        approved.write("lexicons/en.yaml", OWN_WORDS).commit("2026-04-10")

        done = approved.run("build", "--no-pdf", today="2026-04-11")

        assert (0, "") == (done.status, done.err)
        assert "120 days" in approved.read("site/website/index.html")
