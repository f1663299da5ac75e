from __future__ import annotations

import pytest

from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.words import words_of

UNSAID = [
    ("Transcripts of conversations are kept.", "education"),
    ("We resume the service on Monday.", "employment"),
    ("In the event of a fire we call you.", "logs"),
    ("Our terms and conditions apply.", "health"),
    ("The talk takes place on Monday.", "location"),
    ("You can adjust this on Monday.", "analytics provider"),
    ("The key points stand on top.", "identifier"),
    ("We train our staff.", "product development"),
    ("The treatment of your data ends.", "health"),
]
SAID = [
    ("We ask for your school transcript.", "education"),
    ("We keep your resume.", "employment"),
    ("We keep event data.", "logs"),
    ("We note your medical condition.", "health"),
    ("We train models with your texts.", "product development"),
    ("We note your treatment by a doctor.", "health"),
]


def named(sentence: str) -> set[str]:
    """Give the names of what a sentence speaks of."""
    lexicon = lexicon_for("en")
    assert lexicon is not None
    return {one.concept.name for one in lexicon.mentions(words_of(sentence))}


class TestAmbiguousWords:
    @pytest.mark.parametrize(("sentence", "name"), UNSAID)
    def test_unsaid(self, sentence: str, name: str) -> None:
        """
        A word of many meanings names a thing only beside words that make it that.
        """
        assert name not in named(sentence)

    @pytest.mark.parametrize(("sentence", "name"), SAID)
    def test_said(self, sentence: str, name: str) -> None:
        """
        With them it does.
        """
        assert name in named(sentence)

    def test_namely(self) -> None:
        """
        "Namely" is no name.
        """
        assert "name" not in named("It rests for one reason, namely noise.")
