"""What holds for the rules, whatever the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.compare import compare
from duenotice.compare.document import document_of_blocks
from duenotice.materiality.assessment import Assessment
from duenotice.materiality.assessment import assess
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome
from duenotice.materiality.passage import Passage
from duenotice.materiality.ruleset import judge
from duenotice.parse.markdown import parse_blocks

WORDS = [
    "we",
    "may",
    "not",
    "share",
    "sell",
    "keep",
    "your",
    "name",
    "email",
    "location",
    "with",
    "third",
    "parties",
    "only",
    "if",
    "you",
    "agree",
    "unless",
    "required",
    "by",
    "law",
    "for",
    "30",
    "days",
    "18",
    "months",
    "under",
    "13",
    "children",
    "cookies",
    "-",
    "|",
    ":",
    ".",
    "\n",
    "##",
    "Last",
    "updated",
    "March",
    "2024",
    "“quoted”",
    "https://example.org",
    "a@b.example",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS)).map(" ".join))
OUTCOMES = st.sampled_from(Outcome)


def finding(outcome: Outcome) -> Finding:
    """Make a finding."""
    return Finding(
        rule="a",
        subject="b",
        section="c",
        category=Category.DATA,
        direction=Direction.WORSE,
        outcome=outcome,
        reason="d",
    )


@given(before=TEXTS, after=TEXTS, lead_in=TEXTS, is_heading=st.booleans())
@settings(max_examples=300)
def test_any_text(before: str, after: str, lead_in: str, *, is_heading: bool) -> None:
    """
    Every change of every text gets a finding, and the same one each time.
    """
    passage = Passage(
        before=before, after=after, lead_in=lead_in, is_heading=is_heading
    )

    several = list(judge(passage))
    assert several
    assert several == list(judge(passage))


@given(text=TEXTS)
def test_same_text(text: str) -> None:
    """
    A text that did not change has no finding.
    """
    document = document_of_blocks("", parse_blocks(text))

    assert () == assess(compare(document, document)).findings


@given(outcomes=st.lists(OUTCOMES), another=OUTCOMES)
def test_more_never_lowers(outcomes: list[Outcome], another: Outcome) -> None:
    """
    Adding a finding never lowers the outcome.
    """
    some = Assessment(findings=tuple(map(finding, outcomes)))
    more = replace(some, findings=(*some.findings, finding(another)))

    assert more.outcome.rank >= max(some.outcome.rank, another.rank)
