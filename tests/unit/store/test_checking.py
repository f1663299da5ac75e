from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.store.checking import check_draft

if TYPE_CHECKING:
    from builders import StatementRepo


def codes(repo: StatementRepo) -> list[tuple[str, str]]:
    """Code and path of what is said about the draft on the disk."""
    return [
        (one.code, one.path.removeprefix("statements/website/"))
        for one in check_draft(repo.on_disk())
    ]


class TestCheckDraft:
    def test_sound(self, repo: StatementRepo) -> None:
        """
        A sound draft has no faults, before its first version and after it.
        """
        assert [] == codes(repo)
        repo.publish("2026-01-02")
        assert [] == codes(repo)

    def test_unreadable_settings(self, repo: StatementRepo) -> None:
        """
        Where the settings can't be read, the texts are not checked against them.
        """
        repo.statement("")

        assert [] == codes(repo)

    def test_unreadable_text(self, repo: StatementRepo) -> None:
        """
        A text that can't be read is not called missing as well.
        """
        repo.write("statements/website/en/lending.md", b"\xff")

        assert [] == codes(repo)

    @pytest.mark.parametrize("folder", [False, True], ids=["file", "folder"])
    def test_link(self, repo: StatementRepo, folder: bool) -> None:  # noqa: FBT001
        """
        Nor is one that is a link, or that lies behind a link.
        """
        link = repo.root / "statements/website/en"
        link = link if folder else link / "lending.md"
        link.rename(repo.root / "elsewhere")
        link.symlink_to(repo.root / "elsewhere")

        assert [] == codes(repo)

    def test_id_used_before(self, repo: StatementRepo) -> None:
        """
        The archive's ids are known: one that was given up is not used again.
        """
        repo.publish("2026-01-02")
        listed = repo.read("statements/website/statement.yaml")
        repo.statement(listed.replace("      - lending\n", ""))
        repo.delete("statements/website/en/lending.md").publish("2026-02-03")
        repo.statement(listed).section("lending", "Other words.")

        assert [("id-reused", "en/lending.md")] == codes(repo)
