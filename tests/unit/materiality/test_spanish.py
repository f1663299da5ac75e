"""Spanish: the lexicon names what the English one names, and the rules read it."""

from __future__ import annotations

from importlib.resources import files

import pytest

from duenotice.materiality.denials import denials_in
from duenotice.materiality.finding import Outcome
from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.meaning import SAME
from duenotice.materiality.passage import Passage
from duenotice.materiality.ruleset import judge
from duenotice.materiality.words import sentences_of
from duenotice.materiality.words import words_of
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import read_yaml


def _concepts(language: str) -> set[tuple[str, str]]:
    source = files("duenotice.materiality") / "lexicons" / f"{language}.yaml"
    root = read_yaml(source.read_text(encoding="utf-8"))
    assert isinstance(root, Mapping)
    return {
        (kind.key, concept.key)
        for kind in root.entries
        if isinstance(kind.value, Mapping) and kind.key != SAME
        for concept in kind.value.entries
    }


def test_both_lexicons_have_the_same_concepts() -> None:
    """A concept means the same in both languages; synonyms are a language's own."""
    assert _concepts("es") == _concepts("en")


@pytest.mark.parametrize("word", ["no", "sin", "solo", "si", "nunca", "salvo", "hasta"])
def test_words_that_turn_a_sentence_are_not_small(word: str) -> None:
    """A word that turns or bounds a sentence carries meaning."""
    lexicon = lexicon_for("es")
    assert lexicon is not None
    assert words_of(word, "es")[0].stem not in lexicon.small


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("seguros", "seguridad"),
        ("investigadores", "investigamos"),
        ("público", "publicidad"),
        ("aplicaciones", "aplica"),
        ("registros", "registramos"),
    ],
)
def test_words_of_one_root_that_mean_two_things_are_two(one: str, other: str) -> None:
    """Stemming alone would take them for one."""
    assert words_of(one, "es")[0].stem != words_of(other, "es")[0].stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EE. UU.", "Estados Unidos"),
        ("la UE", "la Unión Europea"),
        ("once meses", "11 meses"),
        ("pseudonimizado", "seudonimizado"),
    ],
)
def test_two_spellings_are_one(one: str, other: str) -> None:
    """How a word is written changes nothing."""
    stems = [[word.stem for word in words_of(text, "es")] for text in (one, other)]
    assert stems[0] == stems[1]


def test_an_abbreviation_ends_no_sentence() -> None:
    """A point can belong to a word."""
    assert sentences_of("Van a EE. UU. por mar. ¿Por qué?") == (
        "Van a EE. UU. por mar.",
        "¿Por qué?",
    )


def test_two_negative_words_are_one_denial() -> None:
    """In Spanish a second negative word agrees with the first."""
    assert denials_in("No vendemos nada a nadie.", "es") == 1
    assert denials_in("No los damos sin permiso.", "es") == 2


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        ("No cedemos su teléfono.", "Cedemos su teléfono.", Outcome.MATERIAL),
        ("No cedemos nunca fotos.", "Nunca cedemos fotos.", Outcome.EDITORIAL),
        (
            "Usamos su voz solo para atender la llamada.",
            "Usamos su voz para atender la llamada.",
            Outcome.MATERIAL,
        ),
        (
            "Le avisaremos si cambia el plazo.",
            "Podremos avisarle si cambia el plazo.",
            Outcome.MATERIAL,
        ),
        (
            "Borramos las fichas de los socios.",
            "Archivamos las fichas de los socios.",
            Outcome.MATERIAL,
        ),
        ("Vigente desde el 2 de mayo de 2024", "Vigente desde el 1.º de junio de 2025",
         Outcome.EDITORIAL),
        ("", "Para más información, consulte la guía.", Outcome.EDITORIAL),
    ],
)  # fmt: skip
def test_rules_read_spanish(before: str, after: str, outcome: Outcome) -> None:
    """The rules know Spanish words for what they look for."""
    passage = Passage(before=before, after=after, locale="es")
    assert {one.outcome for one in judge(passage)} == {outcome}
