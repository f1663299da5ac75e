from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import STATEMENT_YAML
from duenotice.materiality.profile_choice import profiles_with
from duenotice.store.checking import check_draft

if TYPE_CHECKING:
    from builders import StatementRepo


PROMISE = "We post a notice here before a change takes effect."
AVISO = "Publicamos un aviso aquí antes de que un cambio entre en vigor."


def codes(
    repo: StatementRepo, *, as_of: dt.date | None = None
) -> list[tuple[str, str]]:
    """Code and path of what is said about the draft on the disk."""
    return [
        (one.code, one.path.removeprefix("statements/website/"))
        for one in check_draft(repo.on_disk(), as_of=as_of)
    ]


@pytest.fixture
def repo(repo: StatementRepo) -> StatementRepo:
    """The example statement under no profile."""
    return repo.statement(STATEMENT_YAML.replace("profiles: [caloppa]\n", ""))


@pytest.fixture
def sound(repo: StatementRepo) -> StatementRepo:
    """The example statement with a promise to tell people of changes."""
    return repo.section("contacts", f"{SECTIONS['contacts']}\n\n{PROMISE}")


def with_spanish(repo: StatementRepo) -> StatementRepo:
    """Release the example with Spanish translations of two sections."""
    listed = repo.read("statements/website/statement.yaml")
    repo.statement(
        listed.replace("[en]", "[en, es]").replace("  en:", "  es: Privacidad\n  en:")
    )
    spanish = {"lending": "Anotamos libros.", "contacts": f"Escriba.\n\n{AVISO}"}
    repo.sections(spanish, locale="es").publish("2026-01-02")
    return repo


def under(repo: StatementRepo, profile: str) -> StatementRepo:
    """Put the statement under a profile."""
    listed = repo.read("statements/website/statement.yaml")
    return repo.statement(f"{listed}profiles: [{profile}]\n")


class TestCheckDraft:
    def test_sound(self, sound: StatementRepo) -> None:
        """
        A sound draft has no faults, before its first version and after it.
        """
        assert [] == codes(sound)
        sound.publish("2026-01-02")
        assert [] == codes(sound)

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

    def test_id_used_before(self, sound: StatementRepo) -> None:
        """
        The archive's ids are known: one that was given up is not used again.
        """
        repo = sound
        repo.publish("2026-01-02")
        listed = repo.read("statements/website/statement.yaml")
        repo.statement(listed.replace("      - lending\n", ""))
        repo.delete("statements/website/en/lending.md").publish("2026-02-03")
        repo.statement(listed).section("lending", "Other words.")

        assert [("id-reused", "en/lending.md")] == codes(repo)

    def test_profile(self, repo: StatementRepo) -> None:
        """
        What a profile asks for is looked for, and the profile is named.
        """
        found = check_draft(under(repo, "caloppa").on_disk())

        assert ["change-clause-missing", "tracking-answer-missing"] == [
            one.code for one in found
        ]
        assert all('Asked for by the profile "caloppa" (' in one.hint for one in found)

    def test_unknown_profile(self, sound: StatementRepo) -> None:
        """
        A profile that isn't there is reported with its line, once all are known.
        """
        archive = under(sound, "ftcc").on_disk()
        profiles, _ = profiles_with({})

        (fault,) = check_draft(archive, profiles=profiles)
        assert ("profile-unknown", 17) == (fault.code, fault.line)
        assert () == check_draft(archive)

    def test_own_profile(self, sound: StatementRepo) -> None:
        """
        A project's own profile asks for what it names.
        """
        own = (
            b"title: Ours\ndemands:\n"
            b"  - {want: children-clause, kind: custom, says: We said so.}\n"
        )
        profiles, _ = profiles_with({"profiles/ours.yaml": own})

        (fault,) = check_draft(under(sound, "ours").on_disk(), profiles=profiles)
        assert "children-clause-missing" == fault.code
        assert fault.hint.endswith(
            'Asked for by the profile "ours" (custom: We said so).'
        )

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

    def test_review(self, sound: StatementRepo) -> None:
        """
        A review is due on a day, so nothing is overdue without one.
        """
        under(sound, "ccpa").publish("2026-01-02")

        assert [] == codes(sound)
        assert [] == codes(sound, as_of=dt.date(2027, 1, 2))
        assert [("review-overdue", "statement.yaml")] == codes(
            sound, as_of=dt.date(2027, 1, 3)
        )


class TestOvertaken:
    """Translations whose source was edited after the release."""

    def test_source_edited(self, sound: StatementRepo) -> None:
        """
        An edit of the source leaves its translation behind at once.
        """
        repo = with_spanish(sound)
        repo.section("lending", "We note which books you borrow, and for whom.")

        assert ("translation-behind", "es/lending.md") in codes(repo)

    def test_both_edited(self, sound: StatementRepo) -> None:
        """
        One that was edited too is taken to keep up.
        """
        repo = with_spanish(sound)
        repo.section("lending", "We note which books you borrow, and for whom.")
        repo.section("lending", "Anotamos libros y para quién.", locale="es")

        assert "translation-behind" not in dict(codes(repo))

    def test_nothing_edited(self, sound: StatementRepo) -> None:
        """
        Nothing is behind right after a release.
        """
        assert "translation-behind" not in dict(codes(with_spanish(sound)))

    def test_broken_version(self, sound: StatementRepo) -> None:
        """
        Where the last version can't be read, that is what is reported.
        """
        repo = with_spanish(sound)
        repo.section("lending", "We note which books you borrow, and for whom.")
        repo.delete("statements/website/versions/2026-01-02/en")

        assert "translation-behind" not in dict(codes(repo))
