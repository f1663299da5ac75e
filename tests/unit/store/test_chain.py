from __future__ import annotations

from builders import day
from duenotice.parse.record_file import content_sha256
from duenotice.release.request import ReleaseRequest
from duenotice.store.chain import chain_faults
from memory_project import MemoryProject

FIRST = "2026-01-10"
SECOND = "2026-03-01"


def published() -> MemoryProject:
    """Make a project with one recorded version, and a draft that differs."""
    made = MemoryProject.with_statement()
    made.publish(ReleaseRequest(today=day(FIRST)))
    return made.edit("retention", "90 days", "120 days")


def proposed() -> MemoryProject:
    """Make a project with a recorded version and a proposed one."""
    made = published()
    made.release(ReleaseRequest(today=day(SECOND)))
    return made


def faults(project: MemoryProject) -> list[str]:
    """Give what is said of the chain."""
    return list(map(str, chain_faults(project.archive(), project.book)))


class TestSound:
    def test_follows(self) -> None:
        """
        A proposed version that was made from the newest recorded one is sound.
        """
        assert [] == faults(proposed())

    def test_nothing_proposed(self) -> None:
        """
        Without a proposed version there is nothing to ask.
        """
        assert [] == faults(published())

    def test_nothing_recorded(self) -> None:
        """
        A first version has none that it could follow.
        """
        made = MemoryProject.with_statement()
        made.release(ReleaseRequest(today=day(FIRST)))

        assert [] == faults(made)


class TestOther:
    def test_made_from_another(self) -> None:
        """
        A proposed version that follows from another record than the newest is a fault.
        """
        made = proposed().rewrite(SECOND, previous=content_sha256(b"another record"))

        assert [
            (
                "statements/website/versions/2026-03-01/record.yaml: error "
                "previous-other: version 2026-03-01 doesn't follow version "
                "2026-01-10, the newest that is recorded\n"
                "  hint: Another version was recorded meanwhile. Merge the base into "
                "this branch, then `release --again`."
            )
        ] == faults(made)

    def test_made_from_none(self) -> None:
        """
        So is one that says it follows from none.
        """
        made = proposed().rewrite(SECOND, previous=None)

        assert 1 == len(faults(made))

    def test_recorded_meanwhile(self) -> None:
        """
        A version that the branch recorded meanwhile is asked for, wherever it stands.
        """
        mine, theirs = proposed(), published()
        theirs.release(ReleaseRequest(today=day("2026-02-20")))
        theirs.clear("2026-02-20", "2026-02-20").commit("2026-02-20")

        found = chain_faults(mine.archive(), theirs.book)

        assert [
            (
                "version 2026-03-01 doesn't follow version 2026-02-20, the newest that "
                "is recorded"
            )
        ] == [one.message for one in found]

    def test_label_behind_the_newest(self) -> None:
        """
        A proposed version whose label is not after the newest one's is a fault.
        """
        mine, theirs = proposed(), published()
        theirs.release(ReleaseRequest(today=day("2026-04-20")))
        theirs.clear("2026-04-20", "2026-04-20").commit("2026-04-20")

        found = chain_faults(mine.archive(), theirs.book)

        assert ["previous-other"] == [one.code for one in found]
