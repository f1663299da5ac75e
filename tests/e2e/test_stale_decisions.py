from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from proposals import CHOICE
from proposals import CONTACTS
from proposals import KEPT_LONGER
from proposals import LABEL
from proposals import LONGER
from proposals import MOVED
from proposals import decide
from proposals import errors_of
from proposals import fault
from proposals import forge
from proposals import in_folder
from proposals import page
from proposals import said
from steps import MENDED

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.model.record import Record


class TestStale:
    def test_words_changed(self, proposed: StatementRepo) -> None:
        """
        A decision about words that are others now is dropped by the next release.
        """
        decide(proposed, KEPT_LONGER, "editorial")
        proposed.section("retention", LONGER.replace("120", "365"))

        done = proposed.run("release", "--again", today=LABEL)
        check = proposed.run("check", today=LABEL)

        assert (
            "note: the decision about amount:retention:retention:1 fits no longer, and "
            "is dropped." in done.err.splitlines()
        )
        assert "notice-unapproved" in errors_of(check)

    def test_link_changed(self, asking: StatementRepo) -> None:
        """
        A decision about a link is stale once the link leads somewhere else again.
        """
        decide(asking, MOVED, "editorial")
        asking.section("contacts", f"{CONTACTS}\n\n{CHOICE.replace('/out', '/form')}")

        asking.run("release", "--again", today=LABEL)
        check = asking.run("check", today=LABEL)

        assert (1, ["finding-undecided"]) == (check.status, errors_of(check))

    def test_words_kept(self, asking: StatementRepo) -> None:
        """
        A decision about words that are still there is kept by the next release.
        """
        decide(asking, MOVED, "editorial")
        asking.section("lending", MENDED)

        asking.run("release", "--again", today=LABEL)

        assert "reason: We looked at both forms." in asking.read(in_folder(LABEL))

    def test_blocks(self, asking: StatementRepo) -> None:
        """
        A decision about other words than the record has blocks the version.
        """
        decide(asking, MOVED, "editorial")
        forge(asking, LABEL, _about_other_words)

        done = asking.run("check", today=LABEL)

        assert 1 == done.status
        assert fault(
            in_folder(LABEL),
            "decision-stale",
            "the decision about link-target:rights-choice:contacts:1 was made about "
            "other words than there are now",
            "`release --again` drops what no longer fits. Decide: `duenotice decide "
            "2026-03-01 link-target:rights-choice:contacts:1 --verdict editorial --by "
            'NAME --reason "…"`, or with `--verdict material`.',
        ) == said(done, "decision-stale")

    def test_recorded(self, asking: StatementRepo) -> None:
        """
        Recorded so, the version is held.
        """
        decide(asking, MOVED, "editorial")
        forge(asking, LABEL, _about_other_words).commit(LABEL)

        done = asking.run("build", "--no-pdf", today="2026-05-01")

        assert 1 == done.status
        assert "/out" in page(asking)


def _about_other_words(record: Record) -> Record:
    evidence = f"sha256:{'0' * 64}"
    decisions = (replace(one, evidence=evidence) for one in record.decisions)
    return replace(record, decisions=tuple(decisions))
