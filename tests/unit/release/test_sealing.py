from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.model.record import Reach
from duenotice.release.changes import ChangeSet
from duenotice.release.request import Amends
from duenotice.release.sealing import reseal
from duenotice.store.writing import write_files
from steps import MENDED
from steps import record

if TYPE_CHECKING:
    from builders import StatementRepo

FIX = "2026-03-10"
PENDING = "2026-03-10.2"


class TestReseal:
    """Writing a proposed record anew."""

    def test_links_the_one_that_follows(self, pending: StatementRepo) -> None:
        """
        Of two versions that one fix made, the second is linked to the first as it is
        now.
        """
        pending.section("lending", MENDED).release(FIX, amends=Amends.IN_FORCE)
        archive = pending.on_disk()
        first = archive.find(FIX)
        changes = ChangeSet()
        reseal(archive, first, replace(first.record, reaches=Reach.NEW), changes)
        write_files(pending.root, changes.files)

        assert Reach.NEW is record(pending, FIX).reaches
        assert record(pending, FIX).digest == record(pending, PENDING).previous
        assert first.record.digest != record(pending, FIX).digest
        assert () == pending.on_disk().diagnostics
