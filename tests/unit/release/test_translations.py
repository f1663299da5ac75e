from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.finding import Outcome
from steps import EXTENDED
from steps import FOLDER
from steps import SPANISH
from steps import TRANSLATED_YAML
from steps import copy
from steps import draft
from steps import folder
from steps import judge
from steps import message_of
from steps import origins
from steps import record
from steps import undo

if TYPE_CHECKING:
    from builders import StatementRepo

FIRST = "2026-01-10"
SECOND = "2026-03-01"
THIRD = "2026-05-01"


def behind(repo: StatementRepo) -> tuple[str, ...]:
    """Name the Spanish sections of the draft that are behind."""
    return repo.on_disk().draft.behind("es")


def mark(repo: StatementRepo, section_id: str, label: str) -> None:
    """Say, as a translator does, which version of the source a section renders."""
    path = draft(section_id, "es")
    repo.write(path, repo.read(path).replace(f"translates: {FIRST}", label))


class TestStamps:
    """What a release writes into translations."""

    def test_name_the_source_they_render(self, translated: StatementRepo) -> None:
        """
        A translation that is released with its source says which version of it it
        renders.
        """
        assert (
            "---\ntitle: Contacts\nversion: 2026-01-10\ntranslates: 2026-01-10\n---\n"
            "Escribe a <privacy@fernhill.example>.\n"
        ) == translated.read(draft("contacts", "es"))

    def test_sources_render_nothing(self, translated: StatementRepo) -> None:
        """
        A section of the source locale has no such stamp.
        """
        assert "translates" not in translated.read(draft("contacts"))


class TestBehind:
    """Translations that don't follow at once."""

    def test_a_changed_source_leaves_its_translation_behind(
        self, translated: StatementRepo
    ) -> None:
        """
        Where only the source changed, its translation stays as it is and is behind.
        """
        before = translated.read(draft("lending", "es"))
        translated.section("lending", EXTENDED).publish(SECOND)

        assert ("lending",) == behind(translated)
        assert before == translated.read(draft("lending", "es"))
        assert [
            "en/lending.md",
            "notice/en.md",
            "notice/es.md",
            "record.yaml",
        ] == folder(translated, SECOND)

    def test_behind_in_the_version_too(self, translated: StatementRepo) -> None:
        """
        The version marks the translation that renders an older source.
        """
        translated.section("lending", EXTENDED).publish(SECOND)
        text = translated.on_disk().find(SECOND).text("es")

        assert ["lending"] == [s.section.id for s in text.sections if s.is_behind]

    def test_catching_up_is_a_version(self, translated: StatementRepo) -> None:
        """
        A translation that follows later is a version of its own, which renders the
        source as it is then, is told of, and takes effect at once.
        """
        translated.section("lending", EXTENDED).publish(SECOND)
        translated.section("lending", "Anotamos los libros.", locale="es")
        release = translated.release(THIRD)

        assert (("es", "lending"),) == release.catching_up
        assert THIRD == str(release.records[0].effective)
        assert ["es/lending.md", "record.yaml"] == folder(translated, THIRD)
        assert (
            "---\ntitle: Lending\nversion: 2026-05-01\ntranslates: 2026-03-01\n---\n"
            "Anotamos los libros.\n"
        ) == translated.read(draft("lending", "es"))
        assert () == behind(translated)

    def test_both_at_once(self, translated: StatementRepo) -> None:
        """
        A translation that is changed with its source renders the new source, and has
        nothing to catch up with.
        """
        translated.section("lending", EXTENDED)
        translated.section("lending", "Anotamos los libros.", locale="es")
        release = translated.release(SECOND)

        assert () == release.catching_up
        assert "\ntranslates: 2026-03-01\n" in translated.read(draft("lending", "es"))

    def test_an_unchanged_text_may_still_render_the_source(
        self, translated: StatementRepo
    ) -> None:
        """
        A translator who says that the text as it is renders the new source makes a
        version of it.
        """
        translated.section("lending", EXTENDED).publish(SECOND)
        mark(translated, "lending", f"translates: {SECOND}")

        assert ("es/lending.md",) == translated.on_disk().unreleased()

        translated.release(THIRD)

        assert THIRD == origins(translated, THIRD, "es")["lending"]
        assert () == behind(translated)

    def test_an_older_stamp_is_no_change(self, translated: StatementRepo) -> None:
        """
        A stamp that names an older source than the version has is put right, and makes
        no version.
        """
        translated.section("lending", EXTENDED)
        translated.section("lending", "Anotamos los libros.", locale="es")
        translated.publish(SECOND)
        path = draft("lending", "es")
        text = translated.read(path)
        translated.write(path, text.replace(f"es: {SECOND}", f"es: {FIRST}"))

        assert () == translated.on_disk().unreleased()

    def test_a_correction_of_the_translation(self, translated: StatementRepo) -> None:
        """
        A translation that is corrected while its source stands goes on rendering it.
        """
        mended = SPANISH["lending"].replace("el día", "el día.")
        translated.section("lending", mended, locale="es").release(SECOND)

        assert "\ntranslates: 2026-01-10\n" in translated.read(draft("lending", "es"))
        assert {FIRST} == set(origins(translated, SECOND).values())


class TestMissing:
    """Translations that aren't there."""

    def test_the_source_stands_in(self, translated: StatementRepo) -> None:
        """
        A section without a translation shows the source's text in the translation.
        """
        translated.delete(draft("lending", "es")).release(SECOND)
        text = translated.on_disk().find(SECOND).text("es")
        section = text.section("lending")

        assert section is not None
        assert "en" == section.locale
        assert "lending" not in origins(translated, SECOND, "es")

    def test_another_language_that_counts_is_a_change(
        self, translated: StatementRepo
    ) -> None:
        """
        Which language prevails is printed: where another one does, that is a version,
        and a person decides whether people must be told before.
        """
        translated.statement(f"{TRANSLATED_YAML}prevailing_locale: es\n")
        translated.release(SECOND)
        assessment = record(translated, SECOND).assessment
        assert assessment is not None
        (finding,) = assessment.findings

        assert ["record.yaml", "statement.yaml"] == folder(translated, SECOND)
        assert ("settings:prevailing-locale::1", Outcome.NEEDS_REVIEW.value) == (
            finding.id,
            finding.outcome,
        )

    def test_a_notice_names_the_language_that_counts(
        self, translated: StatementRepo
    ) -> None:
        """
        Where people must be told that another language prevails, the draft of the
        notice names it as each language does.
        """
        translated.statement(f"{TRANSLATED_YAML}prevailing_locale: es\n")
        translated.release(SECOND)
        judge(translated, SECOND)
        notices = [
            translated.read(f"{FOLDER}/versions/{SECOND}/notice/{one}.md").splitlines()
            for one in ("en", "es")
        ]

        assert [True, True] == [
            {f"> {before}", f"> {after}"} <= set(notice)
            for notice, before, after in zip(
                notices, ("English", "inglés"), ("Spanish", "español"), strict=True
            )
        ]

    def test_a_language_that_goes_is_a_change(self, repo: StatementRepo) -> None:
        """
        A statement that no longer has one of its languages differs from the version
        that had it, and can be released.
        """
        yaml = TRANSLATED_YAML.replace("  es: Aviso de privacidad\n", "")
        repo.statement(yaml).section("lending", "Anotamos.", locale="es")
        repo.publish(FIRST)
        repo.statement(yaml.replace("[en, es]", "[en]")).delete(f"{FOLDER}/es")

        assert ("es/lending.md",) == repo.on_disk().unreleased()

        repo.release(SECOND)

        assert ["en"] == list(record(repo, SECOND).lock.locales)
        assert ("en",) == repo.on_disk().find(SECOND).statement.locales


class TestDiscarding:
    """What becomes of a translator's own stamps."""

    def test_a_mark_is_kept(self, translated: StatementRepo) -> None:
        """
        Where a translator's mark was all that a section had to say, discarding the
        version leaves it in the draft.
        """
        translated.section("lending", EXTENDED).publish(SECOND)
        mark(translated, "lending", f"translates: {SECOND}")
        before = translated.read(draft("lending", "es"))
        translated.release(THIRD)
        undo(translated)

        assert before == translated.read(draft("lending", "es"))

    def test_a_mark_of_the_proposed_source_is_kept(
        self, translated: StatementRepo
    ) -> None:
        """
        A translator may say of a proposed version that the text as it is renders it:
        however often it is stamped again, the translation is not behind.
        """
        translated.section("lending", EXTENDED).release(SECOND)
        mark(translated, "lending", f"translates: {SECOND}")
        translated.release(SECOND, again=True)
        translated.release(SECOND, again=True)

        assert () == behind(translated)
        assert SECOND == origins(translated, SECOND, "es")["lending"]

    def test_a_mark_of_a_source_that_is_gone_is_not(
        self, translated: StatementRepo
    ) -> None:
        """
        Where source and translation are put back as they were, stamping the version
        again finds nothing to release.
        """
        before = [translated.read(draft("lending", one)) for one in ("en", "es")]
        translated.section("lending", EXTENDED)
        translated.section("lending", "Anotamos los libros.", locale="es")
        translated.release(SECOND)
        stamped = before[1].replace(FIRST, SECOND)
        translated.write(draft("lending"), before[0])
        translated.write(draft("lending", "es"), stamped)

        assert "the draft is the same as version 2026-01-10" == message_of(
            lambda: translated.release(SECOND, again=True)
        )

    def test_copies_are_those_of_the_source(self, translated: StatementRepo) -> None:
        """
        Draft and copy of a translation are the same file.
        """
        translated.section("lending", "Anotamos los libros.", locale="es")
        translated.release(SECOND)

        assert translated.read(draft("lending", "es")) == translated.read(
            copy(SECOND, "lending", "es")
        )
