from __future__ import annotations

import json
from typing import TYPE_CHECKING

import labelled_pairs
from builders import SECTIONS
from builders import STATEMENT_YAML
from duenotice.materiality.pair import read_pairs
from duenotice.materiality.scoring import judge_pairs
from duenotice.materiality.scoring import score

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from builders import StatementRepo

PAIR = {"id": "a-1", "before": "We never sell it.", "after": "We sell it."}
LABELLED = {**PAIR, "label": {"material": True, "categories": ["sale-or-ads"]}}


class TestAssess:
    def test_report(self, repo: StatementRepo) -> None:
        """
        The report names the section, the words, the reason, the finding and the sum.
        """
        repo.publish("2026-01-05")
        repo.section("lending", f"{SECTIONS['lending']}\n- your date of birth")
        done = repo.run("assess", "in-force", "draft", "--as-of", "2026-02-10")

        assert 0 == done.status
        assert "\nlending\n  MATERIAL data-collected" in done.out
        assert "    now: your date of birth\n" in done.out
        assert "Outcome: material (1 material, 0 needs-review, 0 editorial)" in done.out

    def test_json(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        As JSON it gives each finding with its id and its evidence.
        """
        old, new = tmp_path / "old.md", tmp_path / "new.md"
        old.write_text("# A\n\nWe keep logs for 10 days.\n", encoding="utf-8")
        new.write_text("# A\n\nWe keep logs for 20 days.\n", encoding="utf-8")
        done = repo.run("assess", str(old), str(new), "--format", "json")

        told = json.loads(done.out)
        assert ("duenotice/assessment/1", "material") == (
            told["schema"],
            told["outcome"],
        )
        assert "amount:retention:A:1" in {one["id"] for one in told["findings"]}

    def test_nothing(self, repo: StatementRepo) -> None:
        """
        Where nothing changed, that is said.
        """
        repo.publish("2026-01-05")
        done = repo.run("assess", "in-force", "draft", "--as-of", "2026-02-10")

        assert (0, "nothing changed that people read\n") == (done.status, done.err)

    def test_pairs(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        A file of pairs gives a line of JSON for each.
        """
        file = tmp_path / "pairs.jsonl"
        file.write_text(json.dumps(PAIR), encoding="utf-8")
        done = repo.run("assess", "--pairs", str(file))

        told = json.loads(done.out)
        assert ("a-1", "material") == (told["id"], told["outcome"])
        assert {"rule", "category", "direction", "reason", "before", "after"} <= set(
            told["findings"][0]
        )

    def test_unread(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        Where only what was not read differs, that is never shown as no change.
        """
        old, new = tmp_path / "old.html", tmp_path / "new.html"
        old.write_text("<p>We keep it.<p hidden>Not so", encoding="utf-8")
        new.write_text("<p>We keep it.<p hidden>We sell it", encoding="utf-8")
        done = repo.run("assess", str(old), str(new))

        assert (1, "") == (done.status, done.out)
        assert "no difference in what was read; left out, and different" in done.err

    def test_unknown_profile(self, repo: StatementRepo) -> None:
        """
        A profile that isn't there is no reason to ask for less: it stops the answer.
        """
        repo.publish("2026-01-05")
        repo.write(
            "statements/website/statement.yaml",
            STATEMENT_YAML.replace("[caloppa]", "[hipaa-plam]"),
        )
        done = repo.run("assess", "in-force", "draft", "--as-of", "2026-02-10")

        assert (1, "") == (done.status, done.out)
        assert 'no profile is called "hipaa-plam"' in done.err
        assert 'Did you mean "hipaa-plan"?' in done.err

    def test_own_words(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        What a project adds to the lexicon is found, in texts and in pairs.
        """
        file = tmp_path / "pairs.jsonl"
        pair = {"id": "a-1", "before": "", "after": "The quilting bee gets a copy."}
        file.write_text(json.dumps(pair), encoding="utf-8")
        before = repo.run("assess", "--pairs", str(file)).out
        repo.write("lexicons/en.yaml", "recipient:\n  circle: [quilting bee]\n")
        after = repo.run("assess", "--pairs", str(file)).out

        assert '"category": "recipients"' not in before
        assert '"category": "recipients"' in after

    def test_rules_off(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        A rule that is switched off finds nothing, and the report says that it is off.
        """
        old, new = tmp_path / "old.md", tmp_path / "new.md"
        old.write_text("# A\n\nWe keep logs for 10 days.\n", encoding="utf-8")
        new.write_text("# A\n\nWe keep logs for 20 days.\n", encoding="utf-8")
        repo.write("pyproject.toml", '[tool.duenotice]\nrules-off = ["amount"]\n')
        done = repo.run("assess", str(old), str(new))

        assert 0 == done.status
        assert "amount:" not in done.out
        assert done.out.endswith("Rules switched off: amount\n")

    def test_unknown_rule(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        Nothing is judged by rules that can't be told, whatever the command.
        """
        file = tmp_path / "pairs.jsonl"
        file.write_text(json.dumps(LABELLED), encoding="utf-8")
        repo.write("pyproject.toml", '[tool.duenotice]\nrules-off = ["amounts"]\n')

        for command in (
            ("assess", "--pairs", str(file)),
            ("assess", "draft", "draft"),
            ("evaluate", str(file)),
        ):
            done = repo.run(*command)
            assert (1, "") == (done.status, done.out)
            assert 'Did you mean "amount"?' in done.err

    def test_usage(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        One text is not enough, and texts and pairs are too much.
        """
        one = repo.run("assess", "draft")
        both = repo.run("assess", "draft", "--pairs", str(tmp_path / "a"))

        assert (2, 2) == (one.status, both.status)
        assert "give two texts" in one.err

    def test_unreadable_pairs(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        A file that isn't there, or isn't text, is named with the reason.
        """
        file = tmp_path / "pairs.jsonl"
        missing = repo.run("assess", "--pairs", str(file))
        file.write_bytes(b"\xff")
        binary = repo.run("evaluate", str(file))

        assert (1, 1) == (missing.status, binary.status)
        assert "can't be read: No such file" in missing.err
        assert "can't be read: it is no UTF-8" in binary.err


class TestEvaluate:
    def test_report(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        The figures come with their counts and with an interval.
        """
        file = tmp_path / "pairs.jsonl"
        file.write_text(json.dumps(LABELLED), encoding="utf-8")
        done = repo.run("evaluate", str(file))

        assert 0 == done.status
        assert "polarity  material  1" in done.out
        assert "missed      0.0%    0 of 1  0.0% to 79.3%" in done.out

    def test_errors(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        Each error is shown with its words; labels may stand in a file of their own.
        """
        file, labels = tmp_path / "pairs.jsonl", tmp_path / "labels.jsonl"
        file.write_text(json.dumps(PAIR), encoding="utf-8")
        labels.write_text(
            json.dumps({**LABELLED, "label": {"material": False}}), encoding="utf-8"
        )
        told = repo.run("evaluate", str(file), "--labels", str(labels))
        data = repo.run(
            "evaluate", str(file), "--labels", str(labels), "--format", "json"
        )

        assert "a-1: material by polarity\n  was: We never sell it.\n" in told.out
        assert [{"id": "a-1", "outcome": "material", "rule": "polarity"}] == json.loads(
            data.out
        )["errors"]

    def test_nothing_to_score(self, tmp_path: Path, repo: StatementRepo) -> None:
        """
        Without labels there is nothing to score, and no figure is shown.
        """
        file = tmp_path / "pairs.jsonl"
        file.write_text(json.dumps(PAIR), encoding="utf-8")
        done = repo.run("evaluate", str(file))

        assert (1, "") == (done.status, done.out)
        assert "no pair of" in done.err


def test_own_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    """
    On the project's own labelled changes nothing is missed, and little is asked.
    """
    labelled_pairs.main()
    pairs = tuple(read_pairs(capsys.readouterr().out.splitlines()))

    figures = score(judge_pairs(pairs))
    assert figures.missed.total > 240
    assert 0 == figures.missed.count
    assert figures.right.share >= 0.95
    assert figures.asked.share <= 0.15
    assert figures.categories.share >= 0.8
