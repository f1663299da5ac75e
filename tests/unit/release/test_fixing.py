from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from builders import section_text
from duenotice.parse.record_file import content_sha256
from duenotice.store.integrity import digest_faults
from steps import EXTENDED
from steps import MENDED
from steps import SHARING
from steps import TRANSLATED_YAML
from steps import copy
from steps import draft
from steps import folder
from steps import origins
from steps import record
from steps import take_back

if TYPE_CHECKING:
    from builders import StatementRepo

FIRST = "2026-01-10"
SECOND = "2026-03-01"


def stamps(repo: StatementRepo, *sections: str, locale: str = "en") -> list[str]:
    """Read the stamped labels of sections of the draft."""
    found = repo.on_disk().draft.sections[locale]
    return [str(found[one].front.version) for one in sections]


class TestStamps:
    """What a release writes into the draft."""

    def test_first_release_stamps_every_section(self, in_force: StatementRepo) -> None:
        """
        After the first release each section of the draft says when it was revised.
        """
        assert (
            "---\ntitle: Contacts\nversion: 2026-01-10\n---\n"
            "Write to <privacy@fernhill.example>.\n"
        ) == in_force.read(draft("contacts"))

    def test_only_what_changed_is_stamped(self, in_force: StatementRepo) -> None:
        """
        A release stamps the sections that changed and leaves the others as they are.
        """
        before = in_force.read(draft("retention"))
        in_force.section("lending", EXTENDED).release(SECOND)

        assert [SECOND, FIRST] == stamps(in_force, "lending", "retention")
        assert before == in_force.read(draft("retention"))

    def test_draft_and_copy_are_the_same_file(self, in_force: StatementRepo) -> None:
        """
        The copy in the version's folder is the draft's section byte for byte, so that
        git stores it once.
        """
        in_force.section("lending", EXTENDED).release(SECOND)

        assert in_force.read(draft("lending")) == in_force.read(copy(SECOND, "lending"))

    def test_a_stamp_written_by_hand_does_not_count(
        self, in_force: StatementRepo
    ) -> None:
        """
        What an editor writes as a version is put right by the next release, and is no
        change by itself.
        """
        text = in_force.read(draft("contacts")).replace(FIRST, "2030-01-01")
        in_force.write(draft("contacts"), text)
        in_force.section("lending", EXTENDED).release(SECOND)

        assert [FIRST] == stamps(in_force, "contacts")

    def test_line_endings_are_made_line_feeds(self, in_force: StatementRepo) -> None:
        """
        A changed section with Windows line endings is written with line feeds, in the
        draft and in the version.
        """
        text = section_text(EXTENDED, "Lending").replace("\n", "\r\n")
        in_force.write(draft("lending"), text).release(SECOND)
        written = (in_force.root / draft("lending")).read_bytes()

        assert b"\r" not in written
        assert written == (in_force.root / copy(SECOND, "lending")).read_bytes()

    def test_unchanged_but_for_line_endings(self, in_force: StatementRepo) -> None:
        """
        Windows line endings alone are no change of a section.
        """
        text = in_force.read(draft("lending")).replace("\n", "\r\n")
        in_force.write(draft("lending"), text)

        assert () == in_force.on_disk().unreleased()


class TestFolder:
    """What a version's folder holds."""

    def test_exactly_what_changed(self, in_force: StatementRepo) -> None:
        """
        The folder holds the record, the sections that the version revised, and the
        notice that people are due, and nothing else.
        """
        in_force.section("lending", EXTENDED).release(SECOND)

        assert ["en/lending.md", "notice/en.md", "record.yaml"] == folder(
            in_force, SECOND
        )

    def test_no_notice_of_a_correction(self, in_force: StatementRepo) -> None:
        """
        A correction has no notice.
        """
        in_force.section("lending", MENDED).release(SECOND)

        assert ["en/lending.md", "record.yaml"] == folder(in_force, SECOND)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("Privacy statement", "Privacy notice"),
            ("Fernhill Library", "Fernhill Libraries"),
            ("  - introduction\n", "  - introduction\n"),
        ][:2],
        ids=["title", "controller"],
    )
    def test_settings_that_people_read(
        self, in_force: StatementRepo, old: str, new: str
    ) -> None:
        """
        A change of the title or the controller alone is a version, whose folder holds
        the new settings and no section.
        """
        in_force.statement(STATEMENT_YAML.replace(old, new)).release(SECOND)

        assert ["record.yaml", "statement.yaml"] == folder(in_force, SECOND)
        assert {FIRST} == set(origins(in_force, SECOND).values())

    def test_order_alone(self, in_force: StatementRepo) -> None:
        """
        A version that changes only the order of the sections stamps none of them, and
        its record has the new order.
        """
        swapped = "      - retention\n      - lending\n"
        text = STATEMENT_YAML.replace("      - lending\n      - retention\n", swapped)
        in_force.statement(text).release(SECOND)

        assert ["record.yaml", "statement.yaml"] == folder(in_force, SECOND)
        assert ["introduction", "retention", "lending", "contacts"] == list(
            origins(in_force, SECOND)
        )
        assert [FIRST] == stamps(in_force, "lending")

    def test_settings_that_nobody_reads(self, in_force: StatementRepo) -> None:
        """
        A version keeps the notice policy that it was released with.
        """
        text = STATEMENT_YAML.replace("lead_days: 30", "lead_days: 45")
        in_force.statement(text).section("lending", EXTENDED)
        in_force.release(SECOND)
        version = in_force.on_disk().find(SECOND)

        assert 45 == version.statement.notice.lead_days

    def test_a_comment_in_the_settings_is_no_change(
        self, in_force: StatementRepo
    ) -> None:
        """
        Settings that differ in comments alone are shared with the version before.
        """
        in_force.statement(f"# The library's.\n{STATEMENT_YAML}")
        in_force.section("lending", EXTENDED).release(SECOND)

        assert ["en/lending.md", "notice/en.md", "record.yaml"] == folder(
            in_force, SECOND
        )

    def test_a_new_language_reaches_the_version(self, in_force: StatementRepo) -> None:
        """
        A version that brings the first section of a new language lists that language.
        """
        yaml = TRANSLATED_YAML.replace("  es: Aviso de privacidad\n", "")
        in_force.statement(yaml).section("lending", "Anotamos.", locale="es")
        in_force.release(SECOND)
        version = in_force.on_disk().find(SECOND)

        assert ("en", "es") == version.statement.locales
        assert ["lending"] == list(version.section_files("es"))


class TestLock:
    """What a record says of the texts."""

    def test_names_each_text_by_its_hash(self, in_force: StatementRepo) -> None:
        """
        The lock holds for every section the hash of the copy that it names.
        """
        in_force.section("lending", EXTENDED).release(SECOND)
        locked = record(in_force, SECOND).lock.locales["en"]

        for one in locked:
            text = in_force.read(copy(str(one.version), one.id))
            assert content_sha256(text.encode()) == one.sha256

    def test_names_the_folder_that_holds_a_section(
        self, in_force: StatementRepo
    ) -> None:
        """
        A section that didn't change is taken from the folder of the version that
        revised it.
        """
        in_force.section("lending", EXTENDED).publish(SECOND)
        in_force.section("contacts", "Write to us.").release("2026-05-01")

        assert {
            "introduction": FIRST,
            "lending": SECOND,
            "retention": FIRST,
            "contacts": "2026-05-01",
        } == origins(in_force, "2026-05-01")

    def test_a_text_that_comes_back_was_revised_again(
        self, in_force: StatementRepo
    ) -> None:
        """
        A section that says again what it said two versions before was revised by the
        version that brought it back.
        """
        old = in_force.read(draft("lending"))
        in_force.section("lending", EXTENDED).publish(SECOND)
        in_force.write(draft("lending"), old).release("2026-05-01")

        assert "2026-05-01" == origins(in_force, "2026-05-01")["lending"]

    def test_a_text_that_was_withdrawn_keeps_its_date(
        self, pending: StatementRepo
    ) -> None:
        """
        A section of a withdrawn version that is released again as it was keeps the
        date on which it was revised.
        """
        take_back(pending, SECOND, "2026-03-05")
        pending.commit("2026-03-05")
        pending.section("lending", EXTENDED).release("2026-03-10")

        assert {
            "introduction": FIRST,
            "lending": "2026-03-10",
            "retention": SECOND,
            "contacts": FIRST,
        } == origins(pending, "2026-03-10")

    def test_a_withdrawal_undone_in_the_draft_shares_the_text_in_force(
        self, pending: StatementRepo
    ) -> None:
        """
        A section that says again what it says in the text in force is the one in force,
        though a version between them said something else.
        """
        take_back(pending, SECOND, "2026-03-05", restore=True)
        pending.commit("2026-03-05")
        pending.section("lending", EXTENDED).release("2026-03-10")

        assert FIRST == origins(pending, "2026-03-10")["retention"]

    def test_records_are_chained(self, pending: StatementRepo) -> None:
        """
        A record holds the digest of the one before it, whatever became of that.
        """
        take_back(pending, SECOND, "2026-03-05")
        pending.commit("2026-03-05")
        pending.section("lending", EXTENDED).release("2026-03-10")
        archive = pending.on_disk()
        before = archive.find(SECOND).record

        assert [] == list(digest_faults(archive.find("2026-03-10"), before))


class TestSections:
    """Sections that come, go, move and are renamed."""

    MOVED = STATEMENT_YAML.replace("      - lending\n", "").replace(
        "  - contacts\n", "  - lending\n  - contacts\n"
    )

    def test_new(self, in_force: StatementRepo) -> None:
        """
        A new section is in the version that brings it, at its place.
        """
        yaml = STATEMENT_YAML.replace("- lending\n", "- lending\n      - fines\n")
        in_force.statement(yaml).section("fines", SHARING).release(SECOND)

        assert [
            "en/fines.md",
            "notice/en.md",
            "record.yaml",
            "statement.yaml",
        ] == folder(in_force, SECOND)
        assert ["introduction", "lending", "fines", "retention", "contacts"] == list(
            origins(in_force, SECOND)
        )

    def test_removed(self, in_force: StatementRepo) -> None:
        """
        A section that was removed is not in the version, and stays in the earlier one.
        """
        yaml = STATEMENT_YAML.replace("      - lending\n", "")
        in_force.statement(yaml).delete(draft("lending")).release(SECOND)

        assert "lending" not in origins(in_force, SECOND)
        assert "We note which books" in in_force.read(copy(FIRST, "lending"))

    def test_moved(self, in_force: StatementRepo) -> None:
        """
        A section that was moved out of the numbered group keeps its date.
        """
        in_force.statement(self.MOVED).release(SECOND)

        assert ["introduction", "retention", "lending", "contacts"] == list(
            origins(in_force, SECOND)
        )
        assert FIRST == origins(in_force, SECOND)["lending"]

    def test_renamed(self, in_force: StatementRepo) -> None:
        """
        A section under a new id was revised by the version that renamed it, and says
        what it was called before.
        """
        yaml = STATEMENT_YAML.replace("      - lending\n", "      - loans\n")
        body = "We note which books you borrow:\n\n- the title\n- the day"
        in_force.statement(yaml).delete(draft("lending"))
        in_force.section("loans", body, "formerly: [lending]").release(SECOND)

        assert (
            "---\ntitle: Loans\nversion: 2026-03-01\nformerly: [lending]\n---\n"
        ) == in_force.read(draft("loans")).removesuffix(f"{body}\n")
        assert SECOND == origins(in_force, SECOND)["loans"]

    def test_retitled(self, in_force: StatementRepo) -> None:
        """
        Another title is a revision of the section.
        """
        text = in_force.read(draft("lending")).replace("Lending", "Borrowing")
        in_force.write(draft("lending"), text).release(SECOND)

        assert SECOND == origins(in_force, SECOND)["lending"]

    def test_never_released_again_under_a_lost_id(
        self, in_force: StatementRepo
    ) -> None:
        """
        A section that a withdrawn version brought can be released again as it is.
        """
        yaml = STATEMENT_YAML.replace("- lending\n", "- lending\n      - fines\n")
        in_force.statement(yaml).section("fines", SHARING).publish(SECOND)
        take_back(in_force, SECOND, "2026-03-05")
        in_force.commit("2026-03-05")
        in_force.release("2026-03-10")

        assert SECOND == origins(in_force, "2026-03-10")["fines"]

    def test_settings_are_shared_with_a_withdrawn_version(
        self, in_force: StatementRepo
    ) -> None:
        """
        Settings that a withdrawn version brought, and that are released again, are
        taken from its folder.
        """
        in_force.statement(self.MOVED).publish(SECOND, effective=day("2026-04-03"))
        take_back(in_force, SECOND, "2026-03-05")
        in_force.commit("2026-03-05")
        in_force.release("2026-03-10")
        locked = record(in_force, "2026-03-10").lock.statement

        assert SECOND == str(locked.version)
