from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.materiality.ruleset import STANDARD
from duenotice.store.customs import customs_of
from duenotice.store.customs import read_customs

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = b"title: Ours\n"
LEXICON = b"data:\n  loans: [loan history]\n"


def write(root: Path, path: str, data: bytes) -> Path:
    """Write a file of a project."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def faults(root: Path, *rules_off: str) -> list[str]:
    """Where something can't be used, and the codes."""
    found = read_customs(root, rules_off).faults
    return [f"{one.path}: {one.code}" for one in found]


class TestReadCustoms:
    def test_nothing(self, tmp_path: Path) -> None:
        """
        A project that adds nothing is judged as everybody is, and so is no project.
        """
        for root in (None, tmp_path):
            customs = read_customs(root)
            assert (STANDARD, ()) == (customs.book, customs.faults)
            assert "ftc" in customs.profiles.by_name

    def test_everything(self, tmp_path: Path) -> None:
        """
        A project adds profiles and terms, and switches rules off.
        """
        write(tmp_path, "profiles/ours.yaml", PROFILE)
        write(tmp_path, "lexicons/en.yaml", LEXICON)
        write(tmp_path, "lexicons/fr.yaml", LEXICON)

        customs = read_customs(tmp_path, ["listed"])

        assert () == customs.faults
        assert "Ours" == customs.profiles.by_name["ours"].title
        assert ["en", "fr"] == [one.language for one in customs.book.own]
        assert ("listed",) == customs.book.off

    def test_left_alone(self, tmp_path: Path) -> None:
        """
        What is no YAML, is hidden, or lies deeper is nobody's rule.
        """
        for path in ("README.md", ".en.yaml.swp", "old/en.yaml"):
            write(tmp_path, f"lexicons/{path}", b"x")
            write(tmp_path, f"profiles/{path}", b"x")

        assert STANDARD == read_customs(tmp_path).book
        assert [] == faults(tmp_path)

    @pytest.mark.parametrize("name", ["english", "en-US", "EN", "en.yaml"])
    def test_misnamed(self, tmp_path: Path, name: str) -> None:
        """
        A lexicon whose name is no language would never be asked: that is said.
        """
        write(tmp_path, f"lexicons/{name}.yaml", LEXICON)

        (fault,) = read_customs(tmp_path).faults
        assert (
            f"lexicons/{name}.yaml: error lexicon-misnamed: the file's name is no "
            "language\n"
            '  hint: Name it by the language alone, as in "en.yaml": a lexicon holds '
            "for every region."
        ) == str(fault)

    def test_other_suffix(self, tmp_path: Path) -> None:
        """
        Nor would one with another suffix.
        """
        write(tmp_path, "lexicons/en.yml", LEXICON)

        assert ["lexicons/en.yml: lexicon-misnamed"] == faults(tmp_path)

    def test_faulty(self, tmp_path: Path) -> None:
        """
        What can't be used is reported, all of it, and isn't used.
        """
        write(tmp_path, "profiles/ours.yaml", b"rules: []\n")
        write(tmp_path, "lexicons/en.yaml", b"dates: {a: [b]}\n")

        assert [
            "lexicons/en.yaml: key-unknown",
            "profiles/ours.yaml: key-missing",
            "pyproject.toml: rule-unknown",
        ] == faults(tmp_path, "lists")
        assert STANDARD == read_customs(tmp_path, ["lists"]).book

    @pytest.mark.parametrize("folder", [False, True], ids=["file", "folder"])
    def test_link(self, tmp_path: Path, folder: bool) -> None:  # noqa: FBT001
        """
        A link isn't followed: it could lead out of the project.
        """
        project = tmp_path / "project"
        project.mkdir()
        elsewhere = write(tmp_path, "elsewhere/en.yaml", LEXICON)
        if folder:
            (project / "lexicons").symlink_to(elsewhere.parent)
        else:
            (project / "lexicons").mkdir()
            (project / "lexicons/en.yaml").symlink_to(elsewhere)

        assert ["lexicons/en.yaml: not-a-file"] == faults(project)
        assert STANDARD == read_customs(project).book


def test_customs_of() -> None:
    """
    Files from anywhere give the same.
    """
    customs = customs_of({"lexicons/en.yaml": LEXICON, "profiles/a.yaml": PROFILE})

    assert ["en"] == [one.language for one in customs.book.own]
    assert "a" in customs.profiles.by_name
