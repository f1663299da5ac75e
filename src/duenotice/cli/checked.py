"""A statement that was checked: what every form of the report is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.materiality.finding import Outcome
from duenotice.store.gate import open_findings

if TYPE_CHECKING:
    from datetime import date

    from duenotice.diagnostics import Diagnostic
    from duenotice.review.draft_review import DraftReview
    from duenotice.store.archive import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One statement, checked."""

    archive: Archive
    today: date
    diagnostics: tuple[Diagnostic, ...]
    """Faults of texts and records, and what the gate asks."""

    draft: DraftReview | None

    @property
    def behind(self) -> dict[str, tuple[str, ...]]:
        """Give the sections of each translation whose source has gone on since."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.diagnostics:
            if one.code == "translation-behind":
                *_, locale, name = one.path.split("/")
                found[locale] = (*found.get(locale, ()), name.removesuffix(".md"))
        return found

    @property
    def undecided(self) -> tuple[str, ...]:
        """Give the findings that need a person's decision."""
        if self.draft is None:
            return ()
        if self.draft.proposed is not None and self.draft.is_released:
            return open_findings(self.archive.versions[self.draft.proposed].record)
        review = self.draft.review
        asked = review.assessment.of(Outcome.NEEDS_REVIEW)
        return tuple(one.id for one in asked if one.id not in review.decided)
