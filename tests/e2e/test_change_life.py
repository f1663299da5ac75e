from __future__ import annotations

from typing import TYPE_CHECKING

from proposals import LABEL
from proposals import LONGER
from proposals import errors_of
from proposals import in_folder
from proposals import page
from proposals import status_of

if TYPE_CHECKING:
    from builders import StatementRepo

EFFECTIVE = "2026-04-03"
OLD, NEW = "90 days", "120 days"


class TestDraft:
    def test_report(self, in_force: StatementRepo) -> None:
        """
        Check tells an editor the change, what it means, the notice and the first day.
        """
        in_force.section("retention", LONGER)

        done = in_force.run("check", today=LABEL)

        assert (
            "2. Retention  (en/retention.md)\n"
            "  MATERIAL  retention (worse for people)\n"
            "    We keep loans for [-90 days-]{+120 days+}. After that "
            "we delete them.\n"
            "    A period is longer than it was.\n"
            "    Finding: amount:retention:retention:1\n"
            "\n"
            "website: material (1 material); 0 errors, 0 warnings\n"
            "  compared   the draft with version 2026-01-10, which it is to follow\n"
            "  notice     L2, post: a notice of the change is posted where people see "
            "it\n"
            "  effective  2026-03-31 at the earliest, in 30 days (the notice policy "
            "asks for\n"
            "             30 days)\n"
            "  because    settings, lead-days (custom): The settings give people 30 "
            "days\n"
            "             before a material change.\n"
            "  because    promise, notice (custom): We post a notice here before a "
            "change\n"
            "             takes effect.\n"
        ) == done.out
        assert (0, "") == (done.status, done.err)

    def test_findings_fail_nothing(self, asking: StatementRepo) -> None:
        """
        What a draft changes for people is told and fails nothing, whatever it is.
        """
        asking.run("release", "--discard", today=LABEL)

        done = asking.run("check", "--strict", today=LABEL)

        assert (0, "") == (done.status, done.err)
        assert "needs-review (1 to review)" in done.out

    def test_nothing_changed(self, in_force: StatementRepo) -> None:
        """
        Where the draft is the version in force, there is nothing to report.
        """
        done = in_force.run("check", today=LABEL)

        assert (
            "website: the draft is version 2026-01-10, nothing to release; 0 errors, "
            "0 warnings\n"
        ) == done.out

    def test_first_version(self, repo: StatementRepo) -> None:
        """
        A first version changes nothing, and needs no notice.
        """
        done = repo.run("check", today=LABEL)

        assert (
            "website: not released yet; a first version needs no notice; 0 errors, "
            "2 warnings"
        ) == done.out.splitlines()[-1]


class TestRelease:
    def test_says_what_is_next(self, in_force: StatementRepo) -> None:
        """
        A release says the day, who asks for it, the notice, and what is left to do.
        """
        in_force.section("retention", LONGER)

        done = in_force.run("release", today=LABEL)

        assert (
            "Version 2026-03-01 of website is proposed.\n"
            "  published  2026-03-01\n"
            "  effective  2026-04-03, in 33 days (the notice policy asks for 30 days)\n"
            "  revised    en/retention\n"
            "  outcome    material (1 material)\n"
            "  notice     L2, post. A notice of the change is posted where people see "
            "it.\n"
            "  reaches    data already collected too (--reaches)\n"
        ) == done.out
        assert (
            "Finish the notice in statements/website/versions/2026-03-01/notice/, "
            "then: duenotice approve 2026-03-01 --by NAME\n"
            "Look at statements/website/versions/2026-03-01/, then commit it together "
            "with the stamped sections.\n"
        ) == done.err

    def test_is_not_enough(self, proposed: StatementRepo) -> None:
        """
        A proposed version as it is drafted fails the check.
        """
        done = proposed.run("check", today=LABEL)

        assert 1 == done.status
        assert ["notice-placeholder", "notice-unapproved"] == errors_of(done)

    def test_decided_and_approved(self, asking: StatementRepo) -> None:
        """
        Once it is decided and the notice is approved, the version passes.
        """
        decide = ("link-target:rights-choice:contacts:1", "--verdict", "material")
        why = ("--by", "A. Editor", "--reason", "The form is another one.")

        decided = asking.run("decide", LABEL, *decide, *why, today=LABEL)
        asking.finish_notice(LABEL)
        approval = asking.run("approve", LABEL, "--by", "B. Counsel", today=LABEL)
        done = asking.run("check", "--strict", today=LABEL)

        assert [0, 0, 0] == [decided.status, approval.status, done.status]
        assert "decided: material, by A. Editor" in done.out


class TestMerged:
    def test_scheduled(self, approved: StatementRepo) -> None:
        """
        Merged, the new text is public under its own address, and the old in force.
        """
        approved.commit(LABEL)

        done = approved.run("build", "--no-pdf", today="2026-03-02")

        assert (0, "") == (done.status, done.err)
        assert "scheduled" == status_of(approved, LABEL, "2026-03-02")
        assert OLD in page(approved)
        assert NEW in page(approved, f"website/{LABEL}")

    def test_told(self, approved: StatementRepo) -> None:
        """
        What people were sent is recorded, and neither hastens nor delays the day.
        """
        approved.commit(LABEL)
        told = ("--channel", "email", "--on", "2026-03-04", "--count", "1250")

        done = approved.run("notified", LABEL, *told, today="2026-03-05")
        approved.commit("2026-03-05")

        assert "Version 2026-03-01: 1,250 told by e-mail on 2026-03-04.\n" == done.out
        assert "kind: notified" in approved.read(in_folder(LABEL))
        assert ["scheduled", "in-force"] == [
            status_of(approved, LABEL, day) for day in ("2026-04-02", EFFECTIVE)
        ]

    def test_in_force(self, approved: StatementRepo) -> None:
        """
        On its day the same build, run by the clock alone, puts the text in force.
        """
        approved.commit(LABEL)

        before = approved.run("build", "--no-pdf", today="2026-04-02")
        text_before = page(approved)
        after = approved.run("build", "--no-pdf", today=EFFECTIVE)

        assert [0, 0] == [before.status, after.status]
        assert OLD in text_before
        assert NEW in page(approved)
