from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from proposals import LABEL
from proposals import LONGER
from proposals import MOVED
from steps import EXTENDED

if TYPE_CHECKING:
    from builders import StatementRepo

UNSEEN = re.compile(
    r"(?![\n])[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
"""What a terminal acts upon, and what turns the order of words around."""

HOSTILE = (
    "We keep loans for 120 days &#27;[31mred&#x9b;2J and \u202ebackwards. "
    "After that we delete them."
)


class TestSarif:
    def test_findings(self, in_force: StatementRepo) -> None:
        """
        A code host reads each finding at its line, with its rule, level and words.
        """
        in_force.section("retention", LONGER)

        done = in_force.run("check", "--format", "sarif", today=LABEL)

        assert 0 == done.status
        assert [
            {
                "ruleId": "finding/amount",
                "level": "warning",
                "message": {
                    "text": "material, retention: A period is longer than it was.\n"
                    "We keep loans for 120 days."
                },
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {
                                "uri": "statements/website/en/retention.md"
                            },
                            "region": {"startLine": 5},
                        }
                    }
                ],
            }
        ] == json.loads(done.out)["runs"][0]["results"]

    def test_fields(self, proposed: StatementRepo) -> None:
        """
        The log has all that code hosts ask for: version, tool, rules, places.
        """
        done = proposed.run("check", "--format", "sarif", today=LABEL)

        log = json.loads(done.out)
        run = log["runs"][0]
        rules = {one["id"] for one in run["tool"]["driver"]["rules"]}
        places = [
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for one in run["results"]
        ]
        assert (1, "2.1.0", "duenotice") == (
            done.status,
            log["version"],
            run["tool"]["driver"]["name"],
        )
        assert log["$schema"].endswith("sarif-2.1.0.json")
        assert {one["ruleId"] for one in run["results"]} == rules
        assert {one["level"] for one in run["results"]} <= {"error", "warning", "note"}
        assert all((proposed.root / one).is_file() for one in places)

    def test_note(self, asking: StatementRepo) -> None:
        """
        What needs review is a note; what blocks its version stands there as an error.
        """
        done = asking.run("check", "--format", "sarif", today=LABEL)

        results = json.loads(done.out)["runs"][0]["results"]
        assert [("finding-undecided", "error"), ("finding/link-target", "note")] == [
            (one["ruleId"], one["level"]) for one in results
        ]

    def test_nothing(self, in_force: StatementRepo) -> None:
        """
        Where nothing is found, the log says so.
        """
        done = in_force.run("check", "--format", "sarif", today=LABEL)

        run = json.loads(done.out)["runs"][0]
        assert ([], []) == (run["results"], run["tool"]["driver"]["rules"])


class TestGithub:
    def test_findings(self, asking: StatementRepo) -> None:
        """
        Each fault and finding is one command, with line breaks and signs escaped.
        """
        done = asking.run("check", "--format", "github", today=LABEL)

        assert [
            (
                "::error file=statements/website/versions/2026-03-01/record.yaml,"
                "title=finding-undecided::the rules can't tell whether "
                "this needs notice: "
                '"You can opt out of our reading list here '
                '(https://fernhill.example/leave)." '
                "(link-target:rights-choice:contacts:1)%0ADecide: `duenotice decide "
                "2026-03-01 link-target:rights-choice:contacts:1 "
                "--verdict editorial --by "
                'NAME --reason "…"`, or with `--verdict material`.'
            ),
            (
                "::notice file=statements/website/en/contacts.md,line=9,"
                "title=link-target%3Arights-choice%3Acontacts%3A1::needs-review, "
                "rights-choice: A link in a passage on people's "
                "choices leads elsewhere: "
                "is it still the same way to choose?%0AYou can opt out "
                "of our reading list "
                "here (https://fernhill.example/leave)."
            ),
        ] == done.out.splitlines()

    def test_escapes(self, in_force: StatementRepo) -> None:
        """
        A text can neither end a command nor begin another.
        """
        said = "We keep 50% of loans for 120 days.\n::error file=a,line=1::Pwned"
        in_force.section("retention", f"{LONGER}\n\n{said}")

        done = in_force.run("check", "--format", "github", today=LABEL)

        lines = done.out.splitlines()
        assert lines
        assert all(one.startswith("::warning file=statements/") for one in lines)
        assert "50% of" not in done.out


class TestJson:
    def test_review(self, asking: StatementRepo) -> None:
        """
        As data the review says against what, the outcome, the day and what is open.
        """
        done = asking.run("check", "--format", "json", today=LABEL)

        data = json.loads(done.out)
        review = data["statements"][0]["review"]
        assert "duenotice/check/1" == data["schema"]
        assert ("2026-01-10", LABEL, "needs-review", "2026-03-31", [MOVED]) == (
            review["against"],
            review["proposed"],
            review["outcome"],
            review["earliest_effective"],
            review["undecided"],
        )
        assert ["finding-undecided"] == [one["code"] for one in data["diagnostics"]]

    def test_no_review(self, in_force: StatementRepo) -> None:
        """
        Where nothing changed there is no review.
        """
        done = in_force.run("check", "--format", "json", today=LABEL)

        assert json.loads(done.out)["statements"][0]["review"] is None


class TestHostileText:
    @pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
    def test_check(self, in_force: StatementRepo, form: str) -> None:
        """
        Nothing in a text makes a terminal act, in whatever form it is reported.
        """
        in_force.section("retention", HOSTILE)

        done = in_force.run("check", "--format", form, today=LABEL)

        assert "backwards" in done.out
        assert [] == UNSEEN.findall(done.out + done.err)

    def test_commands(self, in_force: StatementRepo) -> None:
        """
        Nor do the commands that speak of a version with such a text.
        """
        in_force.section("retention", HOSTILE)
        every = [
            in_force.run("release", today=LABEL),
            in_force.run("approve", LABEL, "--by", "A\x1b[2J", today=LABEL),
            in_force.run("decide", LABEL, "x\x1b[2J", "--verdict", "material", "--by",
                "A", "--reason", "B", today=LABEL),
            in_force.run("status", today=LABEL),
        ]  # fmt: skip
        in_force.commit(LABEL)
        every.append(in_force.run("build", "--no-pdf", today="2026-05-01"))

        printed = "".join(one.out + one.err for one in every)
        assert [] == UNSEEN.findall(printed)

    def test_nameless_character(self, in_force: StatementRepo) -> None:
        """
        A control character that stands in a file is an error.
        """
        in_force.section("retention", f"{LONGER} \x1b[31m")

        done = in_force.run("check", today=LABEL)

        assert 1 == done.status
        assert "error control-character: " in done.out
        assert [] == UNSEEN.findall(done.out)


class TestProfile:
    def test_unknown(self, in_force: StatementRepo) -> None:
        """
        A profile that there isn't is an error, with the one that may be meant.
        """
        in_force.statement(STATEMENT_YAML.replace("caloppa", "calopa"))
        in_force.section("lending", EXTENDED)

        done = in_force.run("check", today=LABEL)

        assert 1 == done.status
        assert (
            "statements/website/statement.yaml:14: error "
            "profile-unknown: no profile is "
            'called "calopa"\n  hint: Did you mean "caloppa"? There are: '
        ) in done.out
