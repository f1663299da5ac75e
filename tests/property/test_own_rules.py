"""What holds for whatever a project adds to the rules."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from duenotice.materiality.finding import Outcome
from duenotice.materiality.lexicon import Concept
from duenotice.materiality.lexicon import OwnTerms
from duenotice.materiality.lexicon import Term
from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.lexicon import with_own
from duenotice.materiality.lexicon_file import CLASSES
from duenotice.materiality.lexicon_file import read_lexicon
from duenotice.materiality.passage import Passage
from duenotice.materiality.ruleset import RULES
from duenotice.materiality.ruleset import judge
from duenotice.materiality.ruleset import rule_book
from duenotice.materiality.words import words_of

SHIPPED = lexicon_for("en")
WORDS = [
    *("we", "never", "share", "sell", "keep", "your", "precise", "location", "data"),
    *("third", "parties", "consent", "opt", "out", "of", "13", "days", "cookies"),
]
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
CONCEPTS = st.builds(
    Concept,
    st.sampled_from(sorted(CLASSES.keys() - {"small", "same"})),
    st.sampled_from(["ours", "location", "sale"]),
)
TERMS = st.lists(st.builds(Term, CONCEPTS, PHRASES), max_size=6).map(tuple)
NAMES = st.sets(st.sampled_from([rule.name for rule in RULES]))
YAML = st.lists(
    st.sampled_from(
        [
            "data:",
            "small:",
            "\n  a:",
            " [b, c]",
            "\n",
            "- ",
            "{",
            "}",
            "'",
            "null",
            "&a",
        ]
    )
    | st.text(max_size=4)
).map("".join)


@given(terms=TERMS, sentence=SENTENCES)
def test_nothing_taken_away(terms: tuple[Term, ...], sentence: str) -> None:
    """
    Whatever a project adds, all that the shipped lexicon finds is still found.
    """
    assert SHIPPED is not None
    words = words_of(sentence)

    found = set(with_own(OwnTerms("en", terms)).mentions(words))
    assert set(SHIPPED.mentions(words)) <= found


@given(off=NAMES, terms=TERMS, before=SENTENCES, after=SENTENCES)
def test_every_change_is_judged(
    off: set[str], terms: tuple[Term, ...], before: str, after: str
) -> None:
    """
    Whatever is switched off, every change has a finding, by a rule that is on.
    """
    book = rule_book(off, [OwnTerms("en", terms)])

    findings = list(judge(Passage(before=before, after=after), book))
    assert findings
    assert off.isdisjoint(one.rule for one in findings)


@given(off=NAMES, terms=TERMS, before=SENTENCES, after=SENTENCES)
def test_unknown_language(
    off: set[str], terms: tuple[Term, ...], before: str, after: str
) -> None:
    """
    In a language that only a project's words are known of, nothing is harmless.
    """
    book = rule_book(off, [OwnTerms("nl", terms)])

    findings = judge(Passage(before=before, after=after, locale="nl-BE"), book)
    assert Outcome.EDITORIAL not in {one.outcome for one in findings}


@given(text=YAML, language=st.sampled_from(["en", "nl"]))
def test_any_file(text: str, language: str) -> None:
    """
    Any text is a lexicon or has faults, and never both nothing and no reason.
    """
    data = text.encode("utf-8", "surrogatepass")

    own, found = read_lexicon(language, data, "lexicons/x.yaml")
    assert own is not None or found
    if own is not None:
        with_own(own)
