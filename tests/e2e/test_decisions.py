from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from proposals import KEPT_LONGER
from proposals import LABEL
from proposals import MOVED
from proposals import decide
from proposals import errors_of
from proposals import fault
from proposals import in_folder
from proposals import page
from proposals import said
from proposals import status_of

if TYPE_CHECKING:
    from builders import StatementRepo

OPEN = fault(
    in_folder(LABEL),
    "finding-undecided",
    "the rules can't tell whether this needs notice: "
    '"You can opt out of our reading list here (https://fernhill.example/leave)." '
    "(link-target:rights-choice:contacts:1)",
    "Decide: `duenotice decide 2026-03-01 link-target:rights-choice:contacts:1 "
    '--verdict editorial --by NAME --reason "…"`, or with `--verdict material`.',
)


class TestUndecided:
    def test_proposed(self, asking: StatementRepo) -> None:
        """
        A finding that nobody decided about blocks the proposed version.
        """
        done = asking.run("check", today=LABEL)

        assert (1, OPEN) == (done.status, said(done, "finding-undecided"))

    def test_recorded(self, asking: StatementRepo) -> None:
        """
        Merged undecided, the version is held, and all else is built as it was.
        """
        asking.commit(LABEL)

        done = asking.run("build", "--no-pdf", today="2026-05-01")

        assert (1, OPEN) == (done.status, said(done, "finding-undecided"))
        assert "/out" in page(asking)
        assert "held" == status_of(asking, LABEL, "2026-05-01")

    def test_freed(self, asking: StatementRepo) -> None:
        """
        A decision that it changes nothing frees the version from its day on.
        """
        asking.commit(LABEL)
        decide(asking, MOVED, "editorial", today="2026-05-12")
        asking.commit("2026-05-12")

        built = asking.run("build", "--no-pdf", today="2026-05-12")

        assert (0, "") == (built.status, built.err)
        assert "/leave" in page(asking)
        assert "held" == status_of(asking, LABEL, "2026-05-11")

    def test_freed_in_time(self, asking: StatementRepo) -> None:
        """
        A decision before the day of the change leaves that day as it is.
        """
        asking.commit(LABEL)
        decide(asking, MOVED, "editorial", today="2026-03-12")
        asking.commit("2026-03-12")

        assert ["held", "scheduled", "scheduled", "in-force"] == [
            status_of(asking, LABEL, day)
            for day in ("2026-03-11", "2026-03-12", "2026-04-02", "2026-04-03")
        ]

    def test_committed_later(self, asking: StatementRepo) -> None:
        """
        A decision counts from the day on which the publishing branch has it.
        """
        asking.commit(LABEL)
        decide(asking, MOVED, "editorial", today="2026-05-12")
        asking.commit("2026-05-20")

        assert ["held", "in-force"] == [
            status_of(asking, LABEL, day) for day in ("2026-05-19", "2026-05-20")
        ]

    def test_material_afterwards(self, asking: StatementRepo) -> None:
        """
        Found material after publication it stays held: nobody was told of it.
        """
        asking.commit(LABEL)
        done = decide(asking, MOVED, "material", today="2026-03-12")
        asking.commit("2026-03-12")

        built = asking.run("build", "--no-pdf", today="2027-03-12")

        assert (
            "Nobody was told of it, so the version is held: release its text anew, "
            "with a notice that speaks of it."
        ) == done.err.splitlines()[0]
        assert 1 == built.status
        assert "/out" in page(asking)


class TestDecide:
    def test_material(self, asking: StatementRepo) -> None:
        """
        What is decided to be material needs a notice, which is drafted at once.
        """
        done = decide(asking, MOVED, "material")

        assert (
            "link-target:rights-choice:contacts:1: material (by A. Editor)\n"
            "Notice: L2, post. A notice of the change is posted where people see it.\n"
        ) == done.out
        check = asking.run("check", today=LABEL)
        assert ["notice-placeholder", "notice-unapproved"] == errors_of(check)

    def test_editorial(self, asking: StatementRepo) -> None:
        """
        What is decided to be editorial needs none, and passes.
        """
        done = decide(asking, MOVED, "editorial")
        check = asking.run("check", "--strict", today=LABEL)

        assert (
            "link-target:rights-choice:contacts:1: editorial (by A. Editor)\n"
            "Notice: L1, date. The new version is dated, and its redline is in the "
            "archive.\n"
        ) == done.out
        assert 0 == check.status

    def test_overruled(self, proposed: StatementRepo) -> None:
        """
        Who overrules a material finding is named in the record and in the review.
        """
        decide(proposed, KEPT_LONGER, "editorial")

        check = proposed.run("check", today=LABEL)

        assert 0 == check.status
        assert (
            "  MATERIAL  retention (worse for people)  – decided: editorial, by A. "
            "Editor" in check.out.splitlines()
        )
        assert "by: A. Editor" in proposed.read(in_folder(LABEL))

    def test_approval_is_dropped(self, approved: StatementRepo) -> None:
        """
        A decision that changes what the notice has to tell drops its approval.
        """
        done = decide(approved, KEPT_LONGER, "editorial")

        assert (
            "The notice has other things to tell now: approve it again."
            in done.err.splitlines()
        )
        assert "approved:" not in approved.read(in_folder(LABEL))

    def test_unknown(self, asking: StatementRepo) -> None:
        """
        A finding that isn't there is named, with the one that may be meant.
        """
        done = decide(asking, "link-target:rights:contacts:1", "editorial")

        assert 1 == done.status
        assert (
            'error: version 2026-03-01 has no finding "link-target:rights:contacts:1"\n'
            'hint: Did you mean "link-target:rights-choice:contacts:1"? Its findings:\n'
            "  link-target:rights-choice:contacts:1\n"
        ) == done.err

    @pytest.mark.parametrize("option", ["--by", "--reason"])
    def test_nameless(self, asking: StatementRepo, option: str) -> None:
        """
        A decision has a name and a reason.
        """
        given = {"--by": "A. Editor", "--reason": "Looked at.", option: " "}
        options = [word for pair in given.items() for word in pair]

        done = asking.run(
            "decide", LABEL, MOVED, "--verdict", "editorial", *options, today=LABEL
        )

        assert 2 == done.status
        assert "it takes two letters at least" in done.err

    def test_nothing_to_decide(self, in_force: StatementRepo) -> None:
        """
        A first version has nothing to decide about.
        """
        who = ("--verdict", "editorial", "--by", "A. Editor", "--reason", "None.")

        done = in_force.run("decide", "2026-01-10", MOVED, *who, today=LABEL)

        assert (
            1,
            (
                "error: version 2026-01-10 has no finding to decide about\n"
                "hint: First versions, adopted ones and corrections have none that "
                "need a decision.\n"
            ),
        ) == (done.status, done.err)
