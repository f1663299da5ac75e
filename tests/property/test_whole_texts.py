"""What holds for findings in whole texts, whatever they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.compare import compare
from duenotice.compare.document import document_of_blocks
from duenotice.materiality.assessment import assess
from duenotice.materiality.finding import Outcome
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from duenotice.materiality.assessment import Assessment

WORDS = [
    "we",
    "never",
    "share",
    "keep",
    "your",
    "name",
    "email",
    "location",
    "with",
    "partners",
    "schools",
    "unless",
    "required",
    "for",
    "30",
    "days",
    "children",
    "cookies",
    "paper",
    "lamps",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=9, max_size=20).map(
    lambda words: f"{' '.join(words).capitalize()}."
)
BLOCKS = st.one_of(
    SENTENCES,
    st.lists(SENTENCES, min_size=2, max_size=3).map(" ".join),
    st.sampled_from(["# We never share", "## Logs", "We keep:\n\n- name\n- paper"]),
)
TEXTS = st.lists(BLOCKS, max_size=8).map("\n\n".join)


def assessed(old: str, new: str) -> Assessment:
    """Assess the change from one text to another."""
    return assess(
        compare(*(document_of_blocks("", parse_blocks(one)) for one in (old, new)))
    )


@given(old=TEXTS, new=TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_two_texts(old: str, new: str) -> None:
    """
    Any two texts are assessed, and alike each time.
    """
    assert assessed(old, new) == assessed(old, new)


@given(paragraphs=st.lists(SENTENCES, min_size=1, max_size=6), data=st.data())
@settings(deadline=None)
def test_repeated(paragraphs: list[str], data: st.DataObject) -> None:
    """
    Saying again what stands elsewhere is editorial, and so is to stop saying it twice.
    """
    text = "\n\n".join(paragraphs)
    twice = f"{text}\n\n{data.draw(st.sampled_from(paragraphs))}"

    assert Outcome.EDITORIAL is assessed(text, twice).outcome
    assert Outcome.EDITORIAL is assessed(twice, text).outcome


@given(old=TEXTS, new=TEXTS, sentence=SENTENCES)
@settings(deadline=None)
def test_same_words_on_both_sides(old: str, new: str, sentence: str) -> None:
    """
    Under a heading of its own, what both texts say at their ends has no finding.
    """
    end = f"\n\n# Zebra\n\n{sentence} Zebra."

    several = assessed(f"{old}{end}", f"{new}{end}").findings

    assert not any("Zebra." in one.before or "Zebra." in one.after for one in several)
