from __future__ import annotations

import pytest

from builders import day
from duenotice.release.request import ReleaseRequest
from memory_project import FOLDER
from memory_project import MemoryProject
from reviewing import SECOND
from reviewing import library
from reviewing import outcomes
from reviewing import reviewed

LONGER = ("amount:retention:retention:1", "material")
RENDERED = ("translation:rendering:es/retention:1", "editorial")


@pytest.fixture
def project() -> MemoryProject:
    """A project in English and Spanish whose first version is in force."""
    return library(in_spanish=True)


class TestRendering:
    """Translations that say what their source says."""

    def test_with_its_source(self, project: MemoryProject) -> None:
        """
        A translation that follows a change of its source says nothing of its own: the
        source's finding is what people are told of.
        """
        project.edit("retention", "90 days", "120 days")
        project.edit("retention", "90 días", "120 días", "es")

        assert [LONGER, RENDERED] == outcomes(reviewed(project))

    def test_of_several_changes(self, project: MemoryProject) -> None:
        """
        However much of a section it renders, that is told once.
        """
        project.edit("retention", "90 days", "120 days")
        project.edit("retention", "90 días", "120 días", "es")
        project.edit("retention", "Después los borramos.", "Y los borramos.", "es")

        assert [LONGER, RENDERED] == outcomes(reviewed(project))

    def test_left_as_it_is(self, project: MemoryProject) -> None:
        """
        A translation that stays behind changes nothing.
        """
        project.edit("retention", "90 days", "120 days")

        assert [LONGER] == outcomes(reviewed(project))

    def test_says_why(self, project: MemoryProject) -> None:
        """
        The finding says that the translation renders its source.
        """
        project.edit("retention", "90 days", "120 days")
        project.edit("retention", "90 días", "120 días", "es")
        rendering = reviewed(project).findings[-1]

        assert "The translation renders what the source section says." == (
            rendering.reason
        )

    def test_catching_up(self, project: MemoryProject) -> None:
        """
        A translation that catches up with what its source says already, and people were
        told of, is editorial.
        """
        project.edit("retention", "90 days", "120 days")
        project.publish(ReleaseRequest(today=day(SECOND)))
        project.edit("retention", "90 días", "120 días", "es")

        assert [RENDERED] == outcomes(reviewed(project))

    def test_of_a_section_that_had_none(self) -> None:
        """
        So is the first translation of a section that stands.
        """
        made = MemoryProject.with_translation()
        lending = made.files.pop(f"{FOLDER}/es/lending.md")
        made.publish(ReleaseRequest(today=day("2026-01-10")))
        made.write({f"{FOLDER}/es/lending.md": lending})

        assert [("translation:rendering:es/lending:1", "editorial")] == outcomes(
            reviewed(made)
        )


class TestNumbers:
    """Translations that state other numbers than their source."""

    def test_with_its_source(self, project: MemoryProject) -> None:
        """
        A translation that follows its source with another number is for a person to
        judge, who is told which.
        """
        project.edit("retention", "90 days", "120 days")
        project.edit("retention", "90 días", "900 días", "es")
        found = reviewed(project).findings[-1]

        assert ("translation:numbers:es/retention:1", "needs-review") == (
            found.id,
            found.outcome,
        )
        assert "120 days" in found.before
        assert "900 días" in found.after
        assert found.reason.startswith(
            "The translation doesn't state the numbers of its source section: there "
        )

    def test_catching_up(self, project: MemoryProject) -> None:
        """
        So is one that catches up with its source and says another number.
        """
        project.edit("retention", "90 days", "120 days")
        project.publish(ReleaseRequest(today=day(SECOND)))
        project.edit("retention", "90 días", "900 días", "es")

        assert [("translation:numbers:es/retention:1", "needs-review")] == outcomes(
            reviewed(project)
        )


class TestOfItsOwn:
    """Translations that say something else than their source."""

    def test_alone(self, project: MemoryProject) -> None:
        """
        Where the translation alone changes, its own findings count: those who read it
        were told something else before.
        """
        project.edit("retention", "90 días", "120 días", "es")

        assert [("amount:retention:es/retention:1", "material")] == outcomes(
            reviewed(project)
        )

    def test_a_correction(self, project: MemoryProject) -> None:
        """
        A correction of the translation alone is editorial, and stands under its own
        language.
        """
        project.edit("lending", "el día", "el día.", "es")
        ((name, outcome),) = outcomes(reviewed(project))

        assert "editorial" == outcome
        assert name.endswith(":es/lending:1")

    def test_does_more_than_its_source(self, project: MemoryProject) -> None:
        """
        A translation that changes what people get, while its source was only corrected,
        is for a person to judge.
        """
        project.edit("retention", "After that we", "After that, we")
        project.edit("retention", "90 días", "120 días", "es")
        review = reviewed(project)

        assert [("amount:retention:es/retention:1", "needs-review")] == outcomes(
            review
        )[1:]
        assert review.findings[-1].reason.startswith(
            "The source section changes nothing for people, and its translation does "
            "more than that. "
        )

    def test_in_another_section(self, project: MemoryProject) -> None:
        """
        What one section's source changes excuses no other section's translation.
        """
        project.edit("lending", "- the day", "- the day\n- your home address")
        project.edit("retention", "90 días", "120 días", "es")

        assert ("amount:retention:es/retention:1", "material") in outcomes(
            reviewed(project)
        )


class TestWhole:
    """Languages and sections that come and go."""

    def test_language_added(self) -> None:
        """
        A language that comes is good for people, and needs no notice.
        """
        made = library()
        made.settings("locales: [en]", "locales: [en, es]")
        made.settings(
            "  en: Privacy statement\n", "  en: Privacy statement\n  es: Aviso\n"
        )
        made.section("lending", "Anotamos los libros.", "es")
        review = reviewed(made)

        assert ("translation:added:es/:1", "editorial") in outcomes(review)
        assert ["en"] == list(review.comparisons)

    def test_language_dropped(self, project: MemoryProject) -> None:
        """
        Whether people must be told of a language that goes is for a person to say.
        """
        project.settings("locales: [en, es]", "locales: [en]")
        project.settings("  es: Aviso de privacidad\n", "")
        project.write(
            {path: None for path in project.files if path.startswith(f"{FOLDER}/es/")}
        )
        review = reviewed(project)

        assert [("translation:dropped:es/:1", "needs-review")] == outcomes(review)
        assert 'The text can no longer be read in the language "es".' == (
            review.findings[0].reason
        )

    def test_section_no_longer_translated(self, project: MemoryProject) -> None:
        """
        A section whose translation goes while its source stands counts: who can't read
        the source has nothing in its place.
        """
        project.write({f"{FOLDER}/es/retention.md": None})
        found = outcomes(reviewed(project))

        assert found
        assert all(name.split(":")[2] == "es/retention" for name, _ in found)
        assert {"editorial"} != {outcome for _, outcome in found}

    def test_section_removed_with_its_source(self, project: MemoryProject) -> None:
        """
        Where the section goes in both, the source's findings are what is told.
        """
        for locale in ("en", "es"):
            project.write({f"{FOLDER}/{locale}/lending.md": None})
        project.settings("      - lending\n", "")
        found = dict(outcomes(reviewed(project)))

        assert "editorial" == found["translation:rendering:es/lending:1"]
        assert ["translation"] == [
            name.split(":")[0] for name in found if ":es/lending:" in name
        ]

    def test_untranslated_section(self) -> None:
        """
        A section without a translation shows the source's words, whose change is found
        once.
        """
        made = MemoryProject.with_translation()
        del made.files[f"{FOLDER}/es/retention.md"]
        made.publish(ReleaseRequest(today=day("2026-01-10")))
        made.edit("retention", "90 days", "120 days")

        assert [LONGER] == outcomes(reviewed(made))

    def test_renamed(self, project: MemoryProject) -> None:
        """
        A section under a new id is the same one in every language.
        """
        for locale in ("en", "es"):
            old = project.files.pop(f"{FOLDER}/{locale}/lending.md")
            text = old.replace("---\n", "---\nformerly: [lending]\n", 1)
            project.write({f"{FOLDER}/{locale}/loans.md": text})
        project.settings("      - lending\n", "      - loans\n")

        assert {"editorial"} == {one for _, one in outcomes(reviewed(project))}
