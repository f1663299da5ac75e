from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from duenotice.compare import compare
from duenotice.compare import document_of
from duenotice.publish.told_changes import told_changes
from recorded_site import recorded_site
from steps import SHARING
from steps import SPANISH
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.compare import Comparison
    from duenotice.render.change_views import ToldSectionView
    from duenotice.render.change_views import ToldWordsView

LABEL = "2026-03-01"
LONGER = "We keep loans for 120 days. After that we delete them."
ENGLISH = (SECTIONS["retention"], LONGER)
MAS_TIEMPO = SPANISH["retention"].replace("90", "120")


def told(
    repo: StatementRepo, locale: str, *, has_before: bool = True
) -> tuple[ToldSectionView, ...]:
    """Give what a version's page tells in a language."""
    with recorded_site(repo, LABEL) as site:
        before, after = (site.archive.find(one) for one in ("2026-01-10", LABEL))

        def compared(one: str) -> Comparison:
            return compare(document_of(before.text(one)), document_of(after.text(one)))

        return told_changes(after, before if has_before else None, locale, compared)


def words(sections: tuple[ToldSectionView, ...]) -> list[tuple[str, ...]]:
    """Give language and words of each side of each passage."""
    return [
        tuple(said for side in (one.before, one.after) for said in _said(side))
        for section in sections
        for one in section.passages
    ]


def _said(side: ToldWordsView | None) -> tuple[str, ...]:
    return () if side is None else (side.lang, side.text)


class TestWords:
    """The words before and after."""

    @pytest.fixture
    def longer(self, translated: StatementRepo) -> StatementRepo:
        """A project whose second version keeps data longer, in both languages."""
        translated.section("retention", LONGER)
        translated.section("retention", MAS_TIEMPO, locale="es")
        translated.publish(LABEL)
        return translated

    def test_source(self, longer: StatementRepo) -> None:
        """
        In the source's language they are those of the record, with what is beside them.
        """
        (section,) = told(longer, "en")

        assert "2. Retention" == section.heading
        assert [("en", ENGLISH[0], "en", ENGLISH[1])] == words((section,))

    def test_translation(self, longer: StatementRepo) -> None:
        """
        In another language they are those that stand in the same place.
        """
        assert [("es", SPANISH["retention"], "es", MAS_TIEMPO)] == words(
            told(longer, "es")
        )

    def test_missing_translation(self, translated: StatementRepo) -> None:
        """
        Where a translation is gone, the source's words follow it, as such.
        """
        translated.delete("statements/website/es/retention.md")
        translated.section("retention", LONGER).publish(LABEL)

        sides = ("es", SPANISH["retention"], "en", LONGER)
        assert sides in words(told(translated, "es"))

    def test_behind(self, translated: StatementRepo) -> None:
        """
        A translation that has not followed yet shows the source's words.
        """
        translated.section("retention", LONGER).publish(LABEL)

        assert [("en", ENGLISH[0], "en", ENGLISH[1])] == words(told(translated, "es"))

    def test_settings(self, translated: StatementRepo) -> None:
        """
        A setting that was loosened is told in the notice; no reader has to read it.
        """
        text = TRANSLATED_YAML.replace("profiles: [caloppa]", "profiles: []")
        translated.statement(text).section("retention", LONGER).publish(LABEL)

        assert [("en", ENGLISH[0], "en", ENGLISH[1])] == words(told(translated, "en"))

    def test_without_earlier_text(self, longer: StatementRepo) -> None:
        """
        Where the earlier text can't be read, the words of the record are left.
        """
        assert [
            ("en", "We keep loans for 90 days.", "en", "We keep loans for 120 days.")
        ] == words(told(longer, "es", has_before=False))

    def test_new_paragraph(self, translated: StatementRepo) -> None:
        """
        A paragraph that is new is quoted whole, and once, however much of it was found.
        """
        text = f"Loans are yours. {SHARING} You can say no. We sell your name."
        translated.section("retention", f"{SECTIONS['retention']}\n\n{text}")
        translated.publish(LABEL)

        assert [("en", text)] == words(told(translated, "en"))
