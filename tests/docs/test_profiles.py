from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import documents
from duenotice.materiality.levels import Level
from duenotice.materiality.profile_choice import shipped_profiles
from duenotice.materiality.profile_file import read_profile
from duenotice.materiality.profile_schema import PROFILE
from duenotice.materiality.sources import Tag
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from profile_reference import REFERENCE
from profile_reference import make_reference

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = REFERENCE.read_text("utf-8")


class TestProfiles:
    """The reference of the profiles."""

    def test_page(self) -> None:
        """
        The page is what the profiles hold (`python tests/profile_reference.py` writes
        it anew).
        """
        assert make_reference() == PAGE

    @pytest.mark.parametrize("name", sorted(shipped_profiles()))
    def test_sections(self, name: str) -> None:
        """
        Every profile has its section, with each rule and each demand.
        """
        section = documents.section(PAGE, f"### {name}")
        profile = shipped_profiles()[name]
        rows = documents.table_rows(section)

        shown = [documents.code(row[0]) for row in rows]
        assert [
            *(rule.id for rule in profile.rules),
            *(demand.want for demand in profile.demands),
        ] == shown

    def test_levels(self) -> None:
        """
        The levels are documented as the program has them.
        """
        rows = documents.table_rows(documents.section(PAGE, "## Notice levels"))

        assert [[one.name, f"`{one.word}`", one.asks] for one in Level] == rows

    def test_tags(self) -> None:
        """
        So are the tags of how far a source was read.
        """
        section = documents.section(PAGE, "## How far each source was read")

        assert list(Tag) == [row[0] for row in documents.table_rows(section)]

    def test_keys(self) -> None:
        """
        Every key of a profile's file is documented, and no other.
        """
        section = documents.section(PAGE, "## A profile of your own")
        shown = {documents.code(row[0]) for row in documents.table_rows(section)}

        assert set(_keys(PROFILE)) == shown

    def test_example(self) -> None:
        """
        The example of a profile has no faults.
        """
        section = documents.section(PAGE, "## A profile of your own")
        example = section.partition("```yaml\n")[2].partition("```\n")[0]

        profile, found = read_profile("ours", example.encode(), "ours.yaml")

        assert () == found
        assert profile is not None


def _keys(kind: KeysKind, path: str = "") -> Iterator[str]:
    """Give the keys, those that rules and demands share without their path."""
    shared = {"kind", "sources", "basis", "verified", "says"}
    for key in kind.keys:
        own = key.name if key.name in shared else f"{path}{key.name}"
        if isinstance(key.kind, ListKind) and isinstance(key.kind.item, KeysKind):
            yield from _keys(key.kind.item, f"{own}[].")
        else:
            yield own
