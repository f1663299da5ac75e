from __future__ import annotations

import datetime as dt
import json
import shutil

import pytest

from builders import StatementRepo

IN_FORCE = [
    # Each text, the first day on which it is in force, and a sentence of its own.
    ("2022-03-14", "2022-04-15", ""),
    ("2023-01-09", "2023-01-09", ""),
    ("2024-02-20", "2024-02-20", "Advertising on other sites"),
    ("2025-06-02", "2025-08-01", "readings from a wellness device"),
]
COMING = "The assistant in the App"
"""A sentence of the version that is scheduled."""


def coming(repo: StatementRepo) -> tuple[str, str]:
    """Give the scheduled version's label, and the day on which it takes effect."""
    (version,) = repo.archive().timeline.scheduled(dt.date(2026, 11, 25))
    return str(version.label), version.effective.isoformat()


@pytest.fixture(scope="module")
def sample(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> StatementRepo:
    """The project's own statement, of whose newest version people have been told."""
    root = tmp_path_factory.mktemp("sample") / "project"
    repo = StatementRepo(root)
    shutil.copytree(pytestconfig.rootpath / "statements", root / "statements")
    repo.commit("2026-11-24")
    told = ("--channel", "email", "--on", "2026-11-25", "--count", "1250")
    repo.run("notified", coming(repo)[0], *told, today="2026-11-25")
    repo.commit("2026-11-25")
    return repo


def in_force(repo: StatementRepo, day: str) -> str | None:
    """Ask the program which version is in force."""
    done = repo.run("status", "--as-of", day, "--format", "json")
    found: str | None = json.loads(done.out)["statements"][0]["in_force"]
    return found


class TestTimeline:
    @pytest.mark.parametrize(("label", "first", "_words"), IN_FORCE)
    def test_first_day(
        self, sample: StatementRepo, label: str, first: str, _words: str
    ) -> None:
        """
        A version is in force from its effective date on, and not the day before.
        """
        eve = dt.date.fromisoformat(first) - dt.timedelta(days=1)

        assert label == in_force(sample, first)
        assert label != in_force(sample, eve.isoformat())

    def test_coming(self, sample: StatementRepo) -> None:
        """
        The newest version is scheduled, and in force from its effective date on.
        """
        label, first = coming(sample)
        eve = dt.date.fromisoformat(first) - dt.timedelta(days=1)

        assert ["2025-06-02", label] == [
            in_force(sample, day) for day in (eve.isoformat(), first)
        ]

    def test_any_day(self, sample: StatementRepo) -> None:
        """
        On every day of its life the archive gives the text that the dates ask for.
        """
        timeline = sample.archive().timeline
        first, last = dt.date(2022, 1, 1), dt.date(2028, 12, 31)
        days = [first + dt.timedelta(days=n) for n in range((last - first).days)]
        known = [(label, since) for label, since, _ in IN_FORCE]
        known.append(coming(sample))

        expected = [
            next(
                (label for label, since in reversed(known) if since <= str(day)),
                None,
            )
            for day in days
        ]
        found = [timeline.in_force(day) for day in days]
        assert expected == [None if one is None else str(one.label) for one in found]

    @pytest.mark.parametrize("day", ["2022-03-13", "2024-12-24", "2026-11-23"])
    def test_unknown_future(self, sample: StatementRepo, day: str) -> None:
        """
        A page of an earlier day knows nothing of what was published later.
        """
        done = sample.run("build", "--no-pdf", "--as-of", day, "--out", f"on-{day}")
        later = [label for label, _, _ in IN_FORCE if label > day]
        later.append("2026-11-24")

        pages = [p.read_text() for p in (sample.root / f"on-{day}").rglob("*.html")]
        assert done.status == (1 if day < "2022-03-14" else 0)
        assert not any(label in page for label in later for page in pages)


class TestText:
    @pytest.mark.parametrize("locale", ["en", "es"])
    @pytest.mark.parametrize("words", [one[2] for one in IN_FORCE[2:]] + [COMING])
    def test_complete(self, sample: StatementRepo, words: str, locale: str) -> None:
        """
        Each version has its text in both languages, with numbered sections.
        """
        by_words = {words: label for label, _, words in IN_FORCE}
        label = by_words.get(words) or coming(sample)[0]
        out = sample.run("show", label, "--locale", locale).out

        numbers = [line for line in out.splitlines() if line.startswith("## 20. ")]
        assert 1 == len(numbers)
        assert locale == "es" or words in " ".join(out.split())

    def test_sound(self, sample: StatementRepo) -> None:
        """
        The sample has no fault, not even one that is only warned of.
        """
        done = sample.run("check", "--strict", today="2026-11-25")

        assert 0 == done.status
        assert done.out.endswith("; 0 errors, 0 warnings\n")

    def test_draft_is_released(self, sample: StatementRepo) -> None:
        """
        The draft is the newest version, so that a build leaves nothing out.
        """
        done = sample.run("build", "--dry-run", "--as-of", "2026-11-25")

        assert 0 == done.status
        assert "is not published" not in done.err

    def test_history_of_renamed(self, sample: StatementRepo) -> None:
        """
        The section that was renamed is found under both ids.
        """
        outs = [
            sample.run("history", name).out for name in ("advertising", "re-targeting")
        ]

        assert outs[0] == outs[1]
        assert ["2024-02-20", "renamed"] == outs[0].split()[:2]

    def test_notices(self, sample: StatementRepo) -> None:
        """
        The version that was announced holds its approved notice in both languages.
        """
        record = sample.archive().find(coming(sample)[0]).record
        root = sample.root / "statements/website/versions"
        found = sorted(p.relative_to(root).as_posix() for p in root.rglob("notice/*"))

        assert {"en", "es"} == set(record.lock.notices)
        assert {
            "2025-06-02/notice/en.md",
            "2025-06-02/notice/es.md",
            f"{record.version}/notice/en.md",
            f"{record.version}/notice/es.md",
        } <= set(found)


class TestComparison:
    def test_typo(self, sample: StatementRepo) -> None:
        """
        The version that only mends a typo has one change, of one word.
        """
        out = sample.run("compare", "2022-03-14", "2023-01-09", "--format", "json").out

        (change,) = json.loads(out)["changes"]
        words = [one for one in change["words"] if one["difference"] != "none"]
        assert [("words", "form", "from")] == [
            (one["difference"], one["before"], one["after"]) for one in words
        ]

    def test_reordering(self, sample: StatementRepo) -> None:
        """
        The version that re-orders sections has moves and titles, and no new words.
        """
        out = sample.run("compare", "2023-01-09", "2024-02-20", "--format", "json").out

        counts = json.loads(out)["counts"]
        assert {"moved": 4, "retitled": 2, "renumbered": 1} == {
            kind: count for kind, count in counts.items() if count
        }

    def test_material(self, sample: StatementRepo) -> None:
        """
        The material version only adds: data, a use, a recipient, a period, a choice.
        """
        out = sample.run("compare", "2024-02-20", "2025-06-02", "--format", "json").out

        data = json.loads(out)
        assert {"added": 6} == {k: n for k, n in data["counts"].items() if n}
        assert {
            "information-collection",
            "disclosures",
            "retention",
            "limits-on-use",
        } == {one["section"] for one in data["changes"]}
