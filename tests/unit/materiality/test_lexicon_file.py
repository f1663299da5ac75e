from __future__ import annotations

from importlib.resources import files

import pytest

from duenotice.materiality.lexicon import Concept
from duenotice.materiality.lexicon import OwnTerms
from duenotice.materiality.lexicon import Term
from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.lexicon import with_own
from duenotice.materiality.lexicon_file import CLASSES
from duenotice.materiality.lexicon_file import read_lexicon
from duenotice.materiality.words import words_of
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import read_yaml

PATH = "lexicons/en.yaml"


def faults(text: str, language: str = "en") -> str:
    """What is said about a lexicon that can't be used."""
    own, found = read_lexicon(language, text.encode(), PATH)
    assert own is None
    return "\n".join(map(str, found))


def names(lexicon_text: str, sentence: str) -> list[Concept]:
    """What a sentence names, by the shipped lexicon and an own one."""
    own, _ = read_lexicon("en", lexicon_text.encode(), PATH)
    assert own is not None
    return [one.concept for one in with_own(own).mentions(words_of(sentence))]


class TestReadLexicon:
    def test_terms(self) -> None:
        """
        A lexicon gives its terms, in the order of the file.
        """
        text = b"data:\n  loans: [loan history, borrowed titles]\nright:\n  x: [y]\n"
        loans = Concept("data", "loans")

        assert (
            OwnTerms(
                "en",
                (
                    Term(loans, "loan history"),
                    Term(loans, "borrowed titles"),
                    Term(Concept("right", "x"), "y"),
                ),
            ),
            (),
        ) == read_lexicon("en", text, PATH)

    def test_unknown_class(self) -> None:
        """
        An unknown class is reported with its line and the class meant.
        """
        assert faults("data:\n  a: [b]\nrecipients:\n  c: [d]\n").startswith(
            'lexicons/en.yaml:3: error key-unknown: "recipients" is not a key of a '
            'lexicon\n  hint: Did you mean "recipient"? Keys allowed here: data, '
        )

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("data: [loans]\n", "1: error value-invalid: this is not a mapping with"),
            ("data:\n  loans: history\n", '2: error value-invalid: "history" is not a'),
            ("data:\n  loans: []\n", "2: error value-invalid: this is not a list"),
            (
                "data:\n  loans: ['--']\n",
                '2: error value-invalid: "--" is not a phrase',
            ),
            (
                "data:\n  loans: [null]\n",
                "2: error value-invalid: this is not a phrase",
            ),
            ("data:\n  a: [b]\n  a: [c]\n", '3: error key-repeated: "a" stands twice'),
            ("data: *a\n", "1: error yaml-broken: a lexicon can't be read as YAML"),
            ("", "1: error yaml-broken: a lexicon can't be read as YAML: it is empty"),
        ],
    )
    def test_form(self, text: str, expected: str) -> None:
        """
        What is no lexicon is reported with its line.
        """
        assert faults(text).startswith(f"lexicons/en.yaml:{expected}")

    def test_bytes(self) -> None:
        """
        So is what is no text.
        """
        own, (fault,) = read_lexicon("en", b"\xff", PATH)

        assert (None, "not-utf8") == (own, fault.code)

    @pytest.mark.parametrize("kind", ["small", "same"])
    def test_quieting(self, kind: str) -> None:
        """
        Nothing can be added that would take terms of a shipped lexicon away.
        """
        text = f"data:\n  a: [b]\n{kind}:\n  x: [location, sell]\n"

        own, (fault,) = read_lexicon("en", text.encode(), PATH)

        assert (
            f'lexicons/en.yaml:3: error lexicon-quieting: "{kind}" would hide words '
            'from the lexicon "en" that comes with duenotice\n'
            "  hint: Take it out. A project can add what is spoken of, and take "
            "nothing away."
        ) == str(fault)
        assert own == OwnTerms("en", (Term(Concept("data", "a"), "b"),))

    def test_language_of_its_own(self) -> None:
        """
        A language that isn't shipped may say which words are small.
        """
        own, found = read_lexicon("fr", b"small:\n  s: [le, la]\n", "lexicons/fr.yaml")

        assert () == found
        assert own is not None
        assert frozenset({"le", "la"}) == with_own(own).small

    @pytest.mark.parametrize("language", ["en", "es"])
    def test_classes(self, language: str) -> None:
        """
        The shipped lexicons have the form that is asked of others, and English every
        class.
        """
        source = files("duenotice.materiality") / "lexicons" / f"{language}.yaml"
        root = read_yaml(source.read_text(encoding="utf-8"))

        assert isinstance(root, Mapping)
        assert {one.key for one in root.entries} <= set(CLASSES)
        assert language != "en" or len(CLASSES) == len(root.entries)
        _, found = read_lexicon(language, source.read_bytes(), PATH)
        assert {"lexicon-quieting"} == {one.code for one in found}


class TestWithOwn:
    def test_beside(self) -> None:
        """
        A longer phrase of a project doesn't take the place of a shipped one.
        """
        sentence = "We share your precise location data."
        text = "sensitive:\n  harmless: [precise location data]\n"

        found = names(text, sentence)
        assert Concept("sensitive", "exact location") in found
        assert Concept("sensitive", "harmless") in found

    def test_known(self) -> None:
        """
        A term that is shipped already is found once.
        """
        text = "recipient:\n  third party: [third party]\n"

        shipped = lexicon_for("en")
        assert shipped is not None
        sentence = "A third party gets it."
        assert [one.concept for one in shipped.mentions(words_of(sentence))] == names(
            text, sentence
        )

    def test_forms(self) -> None:
        """
        A phrase is found in all its forms.
        """
        text = "data:\n  loans: [borrowed title]\n"

        assert Concept("data", "loans") in names(text, "Borrowing titles is free.")
