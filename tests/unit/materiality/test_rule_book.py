from __future__ import annotations

import ast
import pkgutil
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

import duenotice.materiality
from duenotice.compare import compare
from duenotice.compare.document import document_of_blocks
from duenotice.materiality.assessment import assess
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Outcome
from duenotice.materiality.lexicon import Concept
from duenotice.materiality.lexicon import OwnTerms
from duenotice.materiality.lexicon import Term
from duenotice.materiality.passage import Passage
from duenotice.materiality.rule_book import judging_files
from duenotice.materiality.ruleset import RULES
from duenotice.materiality.ruleset import STANDARD
from duenotice.materiality.ruleset import judge
from duenotice.materiality.ruleset import rule_book
from duenotice.materiality.ruleset import unknown_rules
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from duenotice.materiality.rule_book import RuleBook

PACKAGE = "duenotice.materiality"
NAMES = tuple(rule.name for rule in RULES)


def own(language: str, kind: str, *phrases: str) -> OwnTerms:
    """Give terms of one concept that a project adds."""
    concept = Concept(kind, "ours")
    return OwnTerms(language, tuple(Term(concept, one) for one in phrases))


def verdict(
    book: RuleBook,
    before: str,
    after: str,
    locale: str = "en",
    *,
    is_move: bool = False,
) -> tuple[str, Outcome]:
    """Give the rule that judges a change of one passage, and what it says."""
    passage = Passage(before=before, after=after, locale=locale, is_move=is_move)
    finding, *_ = judge(passage, book)
    return finding.rule, finding.outcome


class TestRulesOff:
    def test_next_rule(self) -> None:
        """
        What a switched-off rule would have judged goes on to the next ones.
        """
        change = ("We keep e-mails.", "We keep emails.")

        assert "same-words" == verdict(STANDARD, *change)[0]
        assert "same-words" != verdict(rule_book(["same-words"]), *change)[0]

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("We keep e-mails.", "We keep emails."),
            ("We sell data.", "We sell data."),
            ("We never sell it.", "We sell it."),
            ("", "We sell it."),
        ],
    )
    def test_none_left(self, before: str, after: str) -> None:
        """
        What no rule is left for needs review, and is never called harmless.
        """
        book = rule_book(NAMES)

        assert () == book.rules
        assert ("no-rule", Outcome.NEEDS_REVIEW) == verdict(
            book, before, after, is_move=before == after
        )

    def test_no_lexicon(self) -> None:
        """
        In a language that isn't known, a move is harmless by one rule's word alone.
        """
        moved = ("Wir speichern Daten.", "Wir speichern Daten.", "de")
        quiet = verdict(STANDARD, *moved, is_move=True)
        switched_off = verdict(rule_book(["same-words"]), *moved, is_move=True)

        assert ("same-words", Outcome.EDITORIAL) == quiet
        assert ("no-lexicon", Outcome.NEEDS_REVIEW) == switched_off

    def test_names(self) -> None:
        """
        A book says which rules are off, in their order.
        """
        book = rule_book(["weighed", "actor"])

        assert ("actor", "weighed") == book.off
        assert [one for one in NAMES if one not in book.off] == [
            rule.name for rule in book.rules
        ]

    def test_unknown(self) -> None:
        """
        A name that no rule has is reported with the name meant, and with all names.
        """
        (fault,) = unknown_rules(["listed", "same-word"], "pyproject.toml")

        assert (
            'pyproject.toml: error rule-unknown: no rule is called "same-word" (key '
            '"rules-off")\n'
            f'  hint: Did you mean "same-words"? There are: {", ".join(sorted(NAMES))}.'
        ) == str(fault)


class TestOwnTerms:
    def test_named(self) -> None:
        """
        What a project adds is found like what is shipped.
        """
        book = rule_book(own=[own("en", "recipient", "quilting bee")])
        passage = Passage(before="", after="The quilting bee gets a copy.")

        with_own = {one.category for one in judge(passage, book)}
        assert Category.RECIPIENTS in with_own
        assert Category.RECIPIENTS not in {one.category for one in judge(passage)}

    def test_other_language(self) -> None:
        """
        A lexicon holds for its own language alone.
        """
        book = rule_book(own=[own("es", "recipient", "club")])

        assert STANDARD.lexicon_for("en") is book.lexicon_for("en")

    def test_whole_text(self) -> None:
        """
        An assessment of two texts is made by the book it is given.
        """
        old, new = (
            replace(document_of_blocks("", parse_blocks(text)), locale="tlh")
            for text in ("nuqneH.", "nuqneH. qapla'.")
        )
        comparison = compare(old, new)
        book = rule_book(own=[own("tlh", "data", "qapla")])

        assert {"no-lexicon"} == {one.rule for one in assess(comparison).findings}
        assert {"no-lexicon"}.isdisjoint(
            one.rule for one in assess(comparison, book).findings
        )

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("Wir speichern Namen.", "Wir speichern  Namen!"),
            ("Wir speichern Namen.", "Wir speichern Namem."),
            ("Wir teilen nichts.", "Wir teilen das."),
            ("", "Mehr erfahren Sie hier."),
        ],
    )
    def test_language_of_its_own(self, before: str, after: str) -> None:
        """
        Where only a project's words are known, no change of words is called harmless.
        """
        book = rule_book(own=[own("de", "data", "Namen"), own("fr", "data", "nom")])

        assert Outcome.EDITORIAL is not verdict(book, before, after, "de")[1]

    def test_language_of_its_own_moved(self) -> None:
        """
        There too a paragraph that only moved is harmless.
        """
        book = rule_book(own=[own("de", "data", "Namen")])

        assert ("same-words", Outcome.EDITORIAL) == verdict(
            book, "Namen.", "Namen.", "de", is_move=True
        )


class TestDigest:
    def test_form(self) -> None:
        """
        The digest is a SHA-256 in the form that records have.
        """
        kind, _, digits = STANDARD.digest.partition(":")

        assert ("sha256", 64) == (kind, len(digits))

    def test_same(self) -> None:
        """
        Books that judge alike have one digest.
        """
        one = rule_book(own=[own("en", "data", "a"), own("es", "data", "b")])
        other = rule_book(own=[own("es", "data", "b"), own("en", "data", "a")])

        assert STANDARD.digest == rule_book().digest
        assert one.digest == other.digest

    @pytest.mark.parametrize(
        "book",
        [
            rule_book(["listed"]),
            rule_book(own=[own("en", "data", "a")]),
            replace(STANDARD, rules=RULES[::-1]),
        ],
        ids=["off", "own", "order"],
    )
    def test_other(self, book: RuleBook) -> None:
        """
        A rule less, a term more, or another order makes another digest.
        """
        assert STANDARD.digest != book.digest

    def test_every_word(self) -> None:
        """
        Language, class, concept and phrase all count.
        """
        several = [
            own("en", "data", "a b"),
            own("en", "data", "a", "b"),
            own("en", "right", "a b"),
            own("es", "data", "a b"),
            OwnTerms("en", (Term(Concept("data", "other"), "a b"),)),
        ]

        assert len(several) == len({rule_book(own=[one]).digest for one in several})

    def test_every_file(self) -> None:
        """
        All that rules rest on counts: every module they import from this package, the
        lexicons and the weights.
        """
        names = {name.lstrip("/") for name, _ in judging_files()}

        assert {"lexicons/en.yaml", "lexicons/es.yaml", "weights.json"} <= names
        assert imported_by("ruleset") <= names


def imported_by(name: str) -> set[str]:
    """Give the files of the package that a module needs, with its own."""
    known = {one.name for one in pkgutil.walk_packages(_path(), f"{PACKAGE}.")}
    found: set[str] = set()
    open_ones = [f"{PACKAGE}.{name}"]
    while open_ones:
        module = open_ones.pop()
        path = f"{module.removeprefix(f'{PACKAGE}.').replace('.', '/')}.py"
        if path in found:
            continue
        found.add(path)
        tree = ast.parse((files(PACKAGE) / path).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                full = {f"{node.module}.{one.name}" for one in node.names}
                open_ones += sorted((full | {str(node.module)}) & known - {_RULES})
    return found


_RULES = f"{PACKAGE}.rules"
"""A folder, which holds nothing itself."""


def _path() -> list[str]:
    return list(duenotice.materiality.__path__)
