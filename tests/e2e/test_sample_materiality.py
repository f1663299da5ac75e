from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping

FOLDER = "statements/website"
NEWEST = "2026-11-24"
LOCALES = ("en", "es")

Expected = dict[str, set[str]]
"""Sections with a material change, and what it is about."""

VERSIONS: list[tuple[str, str, Expected]] = [
    # A typing mistake is mended.
    ("2022-03-14", "2023-01-09", {}),
    # Sections change places, two headings are worded better, nothing else.
    ("2023-01-09", "2024-02-20", {}),
    # The wellness program begins.
    (
        "2024-02-20",
        "2025-06-02",
        {
            "information-collection": {"data-collected", "sensitive-data", "purpose"},
            "disclosures": {"recipients", "data-collected"},
            "retention": {"retention", "data-collected"},
            "limits-on-use": {"rights-choice"},
        },
    ),
    # The assistant comes, and web logs are kept longer.
    (
        "2025-06-02",
        "2026-11-24",
        {
            "information-collection": {"data-collected", "purpose"},
            "disclosures": {"recipients"},
            "retention": {"retention", "data-collected"},
            "assistant": {
                "automated-decision",
                "data-collected",
                "purpose",
                "recipients",
                "retention",
                "rights-choice",
            },
        },
    ),
]


def _copy(factory: pytest.TempPathFactory, config: pytest.Config) -> StatementRepo:
    root = factory.mktemp("sample") / "project"
    repo = StatementRepo(root)
    shutil.copytree(config.rootpath / "statements", root / "statements")
    repo.commit(NEWEST)
    return repo


@pytest.fixture(scope="module")
def recorded(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> StatementRepo:
    """The project's own statement, as it is recorded."""
    return _copy(tmp_path_factory, pytestconfig)


@pytest.fixture
def sample(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> StatementRepo:
    """The project's own statement, to be changed."""
    return _copy(tmp_path_factory, pytestconfig)


def assess(repo: StatementRepo, old: str, new: str, locale: str) -> dict[str, object]:
    """Ask the program what a change means."""
    done = repo.run(
        "assess", old, new, "--locale", locale, "--format", "json", today=NEWEST
    )
    told: dict[str, object] = json.loads(done.out)
    return told


def found(told: Mapping[str, object], outcome: str) -> Expected:
    """Give the sections with findings of an outcome, and their categories."""
    sections: Expected = defaultdict(set)
    findings = told["findings"]
    assert isinstance(findings, list)
    for one in findings:
        if one["outcome"] == outcome:
            sections[one["section"]].add(one["category"])
    return dict(sections)


class TestVersions:
    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize(
        ("old", "new", "expected"), VERSIONS, ids=[new for _, new, _ in VERSIONS]
    )
    def test_material_changes(
        self,
        recorded: StatementRepo,
        old: str,
        new: str,
        expected: Expected,
        locale: str,
    ) -> None:
        """
        Each material change of the sample is found, with what it is about.
        """
        told = assess(recorded, old, new, locale)
        material = found(told, "material")

        assert ({}, expected.keys()) == (found(told, "needs-review"), material.keys())
        assert {} == {
            section: categories - material[section]
            for section, categories in expected.items()
            if not categories <= material[section]
        }

    @pytest.mark.parametrize("locale", LOCALES)
    def test_web_logs_are_kept_longer(
        self, recorded: StatementRepo, locale: str
    ) -> None:
        """
        A cell of a table is read under the heads of its column and its row.
        """
        told = assess(recorded, "2025-06-02", NEWEST, locale)
        findings = told["findings"]
        assert isinstance(findings, list)

        assert [("material", "retention", "worse-for-user")] == [
            (one["outcome"], one["category"], one["direction"])
            for one in findings
            if one["before"] in {"13 months", "13 meses"}
        ][:1]


def _mistype(repo: StatementRepo, locale: str) -> None:
    path = f"{FOLDER}/{locale}/surveys.md"
    word, slip = {"en": ("language", "langauge"), "es": ("idioma", "idoima")}[locale]
    text = repo.read(path)
    assert word in text
    repo.write(path, text.replace(word, slip, 1))


def _reflow(repo: StatementRepo, locale: str) -> None:
    for file in (repo.root / FOLDER / locale).glob("*.md"):
        head, front, body = file.read_text("utf-8").split("---\n", 2)
        flowed = re.sub(r"(?<=[^\n|])\n(?=[^\W\d_])", " ", body)
        file.write_text(f"{head}---\n{front}---\n{flowed}", encoding="utf-8")


def _reorder(repo: StatementRepo, locale: str) -> None:  # noqa: ARG001 - one order for all
    path = f"{FOLDER}/statement.yaml"
    before = "      - surveys\n      - membership-application\n"
    after = "      - membership-application\n      - surveys\n"
    text = repo.read(path)
    assert before in text
    repo.write(path, text.replace(before, after))


def _renumber(repo: StatementRepo, locale: str) -> None:  # noqa: ARG001 - one order for all
    path = f"{FOLDER}/statement.yaml"
    text = repo.read(path)
    first = "  - numbered:\n      - information-collection\n"
    assert first in text
    text = text.replace("      - web-beacons\n", "")
    repo.write(path, text.replace(first, f"{first}      - web-beacons\n"))


def _rename(repo: StatementRepo, locale: str) -> None:  # noqa: ARG001 - ids are shared
    for each in LOCALES:
        old = f"{FOLDER}/{each}/links.md"
        text = repo.read(old).replace("version:", "formerly: [links]\nversion:", 1)
        repo.delete(old).write(f"{FOLDER}/{each}/other-sites.md", text)
    path = f"{FOLDER}/statement.yaml"
    repo.write(path, repo.read(path).replace("- links\n", "- other-sites\n"))


class TestPureReleases:
    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize(
        "change", [_mistype, _reflow, _reorder, _renumber, _rename]
    )
    def test_editorial(
        self,
        sample: StatementRepo,
        change: Callable[[StatementRepo, str], None],
        locale: str,
    ) -> None:
        """
        Typing mistakes, line breaks, order, numbers and ids are seen, and harmless.
        """
        change(sample, locale)
        sample.commit(NEWEST)
        told = assess(sample, NEWEST, "draft", locale)

        assert ("editorial", {}, {}) == (
            told["outcome"],
            found(told, "material"),
            found(told, "needs-review"),
        )
        assert found(told, "editorial")
