"""Projects with a history, made once and copied for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from steps import SPANISH
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "2026-01-10"
"""The label of the version that is in force."""

REVISED = "We keep loans for 120 days. After that we delete them."
"""What the scheduled version says in its section "retention"."""


@pytest.fixture(scope="session")
def _projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One project after the other, each going on from the one before."""
    home = tmp_path_factory.mktemp("projects")
    repo = StatementRepo.with_statement(home / "in-force")
    repo.publish(FIRST)
    pending = _copied(repo.root, home / "pending")
    pending.section("retention", REVISED)
    pending.publish("2026-03-01")
    translated = StatementRepo.with_statement(home / "translated")
    translated.statement(TRANSLATED_YAML).sections(SPANISH, locale="es")
    translated.publish(FIRST)
    return {"in-force": repo.root, "pending": pending.root, "es": translated.root}


def _copied(root: Path, target: Path) -> StatementRepo:
    shutil.copytree(root, target)
    return StatementRepo(target)


@pytest.fixture
def in_force(_projects: dict[str, Path], tmp_path: Path) -> StatementRepo:
    """A project whose first version is in force since 2026-01-10."""
    return _copied(_projects["in-force"], tmp_path / "project")


@pytest.fixture
def pending(_projects: dict[str, Path], tmp_path: Path) -> StatementRepo:
    """The same, with version 2026-03-01 scheduled to take effect on 2026-04-03."""
    return _copied(_projects["pending"], tmp_path / "project")


@pytest.fixture
def translated(_projects: dict[str, Path], tmp_path: Path) -> StatementRepo:
    """A project in English and Spanish whose first version is in force."""
    return _copied(_projects["es"], tmp_path / "project")
