"""Fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builders import StatementRepo

SHARED = Path(__file__).parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts what golden cases come to now."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the golden cases come to into their files",
    )


@pytest.fixture(autouse=True)
def _clean_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git knows nothing of the machine's user or of an outer repository."""
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(tmp_path.parent))


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """An example project with a draft that was never committed."""
    return StatementRepo.with_statement(tmp_path / "project")


@pytest.fixture
def seed() -> Path:
    """The real statement, where this machine has it."""
    files = sorted((SHARED / "seed").glob("*.txt"))
    if not files:
        pytest.skip("the folder shared/ is not there")
    return files[0]
