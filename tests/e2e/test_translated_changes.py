from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from proposals import LABEL
from proposals import LONGER
from proposals import errors_of
from proposals import status_of
from steps import MENDED
from steps import SPANISH
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from pathlib import Path

EFFECTIVE = "2026-04-03"
ES_LONGER = SPANISH["retention"].replace("90", "120")
ES_EXTENDED = f"{SPANISH['lending']}\n- la dirección de tu casa"


@pytest.fixture
def translated(tmp_path: Path) -> StatementRepo:
    """A project in English and Spanish whose first version is in force."""
    repo = StatementRepo.with_statement(tmp_path / "translated")
    repo.statement(TRANSLATED_YAML).sections(SPANISH, locale="es")
    repo.publish("2026-01-10")
    return repo


def found(repo: StatementRepo) -> dict[str, str]:
    """Give the outcome of each finding of the draft."""
    done = repo.run("check", "--format", "json", today=LABEL)
    review = json.loads(done.out)["statements"][0]["review"]
    return {one["id"]: one["outcome"] for one in review["findings"]}


class TestRendering:
    def test_is_not_counted_twice(self, translated: StatementRepo) -> None:
        """
        A translation that renders its source's change says nothing of its own.
        """
        translated.section("retention", LONGER)
        translated.section("retention", ES_LONGER, locale="es")

        assert {
            "amount:retention:retention:1": "material",
            "translation:rendering:es/retention:1": "editorial",
        } == found(translated)

    def test_of_a_correction(self, translated: StatementRepo) -> None:
        """
        A correction in both languages is a correction, and in force at once.
        """
        translated.section("lending", MENDED)
        spanish = SPANISH["lending"].replace("el día", "el día.")
        translated.section("lending", spanish, locale="es")
        translated.run("release", today=LABEL)
        translated.commit(LABEL)

        assert "in-force" == status_of(translated, LABEL, LABEL)


class TestBehind:
    def test_told(self, translated: StatementRepo) -> None:
        """
        A translation that doesn't follow yet is named, and blocks nothing.
        """
        translated.section("retention", LONGER)
        translated.run("release", today=LABEL)
        translated.clear(LABEL, LABEL)

        done = translated.run("check", today=LABEL)

        assert (0, []) == (done.status, errors_of(done))
        assert "  behind     es: retention" in done.out.splitlines()

    def test_catching_up(self, translated: StatementRepo) -> None:
        """
        A translation that catches up later is a correction: its source was announced.
        """
        translated.section("retention", LONGER)
        translated.publish(LABEL)
        translated.section("retention", ES_LONGER, locale="es")

        done = translated.run("release", today="2026-04-10")
        translated.commit("2026-04-10")

        assert "  outcome    editorial: nobody has to be told before" in done.out
        assert "in-force" == status_of(translated, "2026-04-10", "2026-04-10")


class TestMoreThanItsSource:
    def test_alone(self, translated: StatementRepo) -> None:
        """
        A translation that changes alone is judged by its own words.
        """
        translated.section("retention", ES_LONGER, locale="es")

        done = translated.run("check", today=LABEL)

        assert {"amount:retention:es/retention:1": "material"} == found(translated)
        assert "2. Retention  (es/retention.md)" in done.out.splitlines()

    def test_beyond_a_correction(self, translated: StatementRepo) -> None:
        """
        Where the source is only corrected and the translation does more, a person has
        to look, and is told so.
        """
        translated.section("lending", MENDED)
        translated.section("lending", ES_EXTENDED, locale="es")
        translated.run("release", today=LABEL)

        done = translated.run("check", today=LABEL)

        assert (1, ["finding-undecided"]) == (done.status, errors_of(done))
        assert "1. Lending  (es/lending.md)" in done.out.splitlines()
        assert "The source section changes nothing for people, and its" in done.out


class TestLanguages:
    def test_added(self, translated: StatementRepo) -> None:
        """
        A language that comes changes nothing for people.
        """
        translated.statement(
            TRANSLATED_YAML.replace("[en, es]", "[en, es, de]").replace(
                "  es: Aviso de privacidad",
                "  es: Aviso de privacidad\n  de: Datenschutzerklärung",
            )
        )
        words = "Wir bewahren Ausleihen 90 Tage auf."
        translated.section("retention", words, locale="de")

        assert {"translation:added:de/:1": "editorial"} == found(translated)

    def test_dropped(self, translated: StatementRepo) -> None:
        """
        A language that goes is for a person to decide about.
        """
        translated.statement(TRANSLATED_YAML.replace("[en, es]", "[en]"))
        translated.delete("statements/website/es")

        assert "needs-review" == found(translated)["translation:dropped:es/:1"]

    def test_without_a_lexicon(self, tmp_path: Path) -> None:
        """
        In a language that the rules don't know, each change of words is for a person.
        """
        repo = StatementRepo.with_statement(tmp_path / "german")
        german = TRANSLATED_YAML.replace("[en, es]", "[en, de]")
        repo.statement(german.replace("es: Aviso de privacidad", "de: Datenschutz"))
        words = "Wir bewahren Ausleihen 90 Tage auf."
        repo.section("retention", words, locale="de").publish("2026-01-10")
        repo.section("retention", words.replace("Ausleihen", "Bücher"), locale="de")

        assert {"needs-review"} == set(found(repo).values())
