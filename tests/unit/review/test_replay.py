from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import day
from clearing import CUSTOMS
from duenotice.materiality.levels import Level
from duenotice.model.record import Verdict
from duenotice.release.request import ReleaseRequest
from duenotice.review.replay import replay
from memory_project import MemoryProject
from recorded import found
from recorded import ruled
from reviewing import SECOND
from reviewing import library

if TYPE_CHECKING:
    from duenotice.model.record import RecordedFinding


@pytest.fixture
def longer() -> MemoryProject:
    """A proposed version with a longer period."""
    made = library().edit("retention", "90 days", "120 days")
    made.release(ReleaseRequest(today=day(SECOND)))
    return made


def finding(project: MemoryProject) -> RecordedFinding:
    """Give the one finding of the version."""
    assessment = project.archive().find(SECOND).record.assessment
    assert assessment is not None
    (one,) = assessment.findings
    return one


def then(
    project: MemoryProject, *findings: RecordedFinding, verdict: Verdict | None = None
) -> MemoryProject:
    """Write into the record what was found then, and decided about the first."""
    assessment = project.archive().find(SECOND).record.assessment
    assert assessment is not None
    decisions = () if verdict is None else (ruled(findings[0], verdict),)
    return project.rewrite(
        SECOND,
        assessment=replace(assessment, findings=findings),
        decisions=decisions,
    )


def differences(project: MemoryProject) -> list[tuple[str, str, str]]:
    """Write how then and now differ."""
    (one,) = replay(project.archive(), CUSTOMS)
    return [(it.difference.value, it.then, it.now) for it in one.differences]


class TestReplay:
    """Today's rules over what was recorded."""

    def test_the_same(self, longer: MemoryProject) -> None:
        """
        Where then and now agree there is nothing to tell but the level.
        """
        (one,) = replay(longer.archive(), CUSTOMS)

        assert ((), Level.L2, Level.L2) == (
            one.differences,
            one.level_then,
            one.level_now,
        )

    def test_of_a_first_version(self) -> None:
        """
        A first version changed nothing.
        """
        assert [] == list(replay(library().archive(), CUSTOMS))

    def test_of_an_adopted_version(self) -> None:
        """
        An adopted version is judged against the one before it; nobody had judged it.
        """
        project = MemoryProject.with_statement()
        for on, words in (("2021-10-15", "120 days"), ("2023-01-01", "150 days")):
            project.release(
                ReleaseRequest(
                    today=day(SECOND),
                    published=day(on),
                    effective=day(on),
                    adopted_by="A. Editor",
                )
            )
            project.edit("retention", "90 days" if on < "2022" else "120 days", words)
        (one,) = replay(project.archive(), CUSTOMS)

        assert ("2023-01-01", "2021-10-15") == (str(one.version), str(one.against))
        assert one.level_then is None

    def test_newly_material(self, longer: MemoryProject) -> None:
        """
        What nobody found then and the rules find now.
        """
        assert [("newly-material", "editorial", "material")] == differences(
            then(longer)
        )

    def test_no_longer_material(self, longer: MemoryProject) -> None:
        """
        What was found then and the rules pass over now.
        """
        gone = found("made-up:other:lending:1", words="Other words.")

        assert [("no-longer-material", "material", "editorial")] == differences(
            then(longer, finding(longer), gone)
        )

    @pytest.mark.parametrize(
        ("outcome", "verdict", "difference", "told"),
        [
            (
                "material",
                Verdict.EDITORIAL,
                "still-overruled",
                "editorial (by A. Editor)",
            ),
            (
                "needs-review",
                Verdict.EDITORIAL,
                "newly-material",
                "editorial (by A. Editor)",
            ),
            ("needs-review", Verdict.MATERIAL, "settled", "material (by A. Editor)"),
        ],
        ids=["overruled", "held-editorial", "held-material"],
    )
    def test_decided(
        self,
        longer: MemoryProject,
        outcome: str,
        verdict: Verdict,
        difference: str,
        told: str,
    ) -> None:
        """
        What a person said then stands beside what the rules say now.
        """
        one = replace(finding(longer), outcome=outcome)

        assert [(difference, told, "material")] == differences(
            then(longer, one, verdict=verdict)
        )

    def test_no_longer_asked(self, longer: MemoryProject) -> None:
        """
        What a person held editorial and the rules pass over now.
        """
        asked = found("made-up:other:lending:1", "needs-review", words="Other words.")

        assert [
            ("no-longer-asked", "editorial (by A. Editor)", "editorial")
        ] == differences(
            then(longer, asked, finding(longer), verdict=Verdict.EDITORIAL)
        )
