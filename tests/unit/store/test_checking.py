from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from duenotice.store.checking import check_draft

if TYPE_CHECKING:
    from builders import StatementRepo


def codes(
    repo: StatementRepo, *, as_of: dt.date | None = None
) -> list[tuple[str, str]]:
    """Code and path of what is said about the draft on the disk."""
    return [
        (one.code, one.path.removeprefix("statements/website/"))
        for one in check_draft(repo.on_disk(), as_of=as_of)
    ]


def under(repo: StatementRepo, profile: str) -> StatementRepo:
    """Put the statement under a profile."""
    listed = repo.read("statements/website/statement.yaml")
    return repo.statement(f"{listed}profiles: [{profile}]\n")


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

    def test_profile(self, repo: StatementRepo) -> None:
        """
        What a profile asks for is looked for.
        """
        assert [
            ("change-clause-missing", "statement.yaml"),
            ("tracking-answer-missing", "statement.yaml"),
        ] == codes(under(repo, "caloppa"))

    def test_promise(self, repo: StatementRepo) -> None:
        """
        A promise to tell people of changes is found where it stands.
        """
        under(repo, "wa-nv-health").section(
            "contacts",
            "We may change this statement. We post a notice here at least 30 days "
            "before a change takes effect.",
        )

        assert [] == codes(repo)

    def test_check_back(self, repo: StatementRepo) -> None:
        """
        To look again from time to time is asked too much, whatever the profile.
        """
        repo.section(
            "contacts",
            "We may change this statement. Please check this page from time to time.",
        )

        assert [("change-check-back", "en/contacts.md")] == codes(repo)

    def test_review(self, repo: StatementRepo) -> None:
        """
        A review is due on a day, so nothing is overdue without one.
        """
        under(repo, "ccpa").publish("2026-01-02")

        assert [] == codes(repo)
        assert [] == codes(repo, as_of=dt.date(2027, 1, 2))
        assert [("review-overdue", "statement.yaml")] == codes(
            repo, as_of=dt.date(2027, 1, 3)
        )
