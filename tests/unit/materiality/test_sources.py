from __future__ import annotations

import re
from pathlib import Path

import pytest

import duenotice
from duenotice.materiality.sources import Footing
from duenotice.materiality.sources import Source
from duenotice.materiality.sources import Tag
from duenotice.materiality.sources import sources

RULES = Path(duenotice.__file__).parent / "materiality" / "rules"


class TestSources:
    def test_cited(self) -> None:
        """
        A source is cited by instrument and section.
        """
        expected = Source(
            key="hipaa-revision",
            title="45 CFR 164.520",
            section="(b)(3)",
            footing=Footing.LAW,
            tag=Tag.PRIMARY,
        )

        assert expected == sources()["hipaa-revision"]
        assert "45 CFR 164.520, (b)(3)" == str(expected)

    def test_customs(self) -> None:
        """
        What this program proposes and what a statement promises are no laws.
        """
        own = ("tool-policy", "own-policy", "own-promise", "public-archive")

        assert {Footing.CUSTOM} == {sources()[key].footing for key in own}

    @pytest.mark.parametrize(
        "path", sorted(RULES.glob("*.py")), ids=lambda one: one.stem
    )
    def test_rules(self, path: Path) -> None:
        """
        The keys that rules of findings name are in the list.
        """
        named = re.findall(r"sources=\(([^)]*)\)", path.read_text("utf-8"))
        keys = {key for one in named for key in re.findall(r'"([^"]+)"', one)}

        assert keys <= set(sources())
