"""Checks read whatever an author can write, and never fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import reject
from hypothesis import settings
from hypothesis import strategies as st

from checked import make_checked
from duenotice.checks import Asker
from duenotice.checks import ChangeClause
from duenotice.checks import Demands
from duenotice.checks import check_statement
from duenotice.checks.prose import Passage
from duenotice.checks.stated_numbers import stated_numbers
from duenotice.model.content import Paragraph
from duenotice.model.content import Text
from duenotice.model.statement import Contacts
from duenotice.model.statement import Section

if TYPE_CHECKING:
    from duenotice.checks.subject import CheckedStatement

PIECES = [
    *("thirteen", "trece", "treinta y", "one hundred and", "mil", "(30)", "días"),
    *("1.000", "1,000,000", "8 p.m.", "20:30", "May 24", "14 de marzo", "٣٠", "30 %"),
    *("<a@b.example>", "[a](#b)", "[](#lending)", "[#](#x..y)", "[a](https://[x)"),
    *("[a](tel:)", "[a](mailto:?)", "| a | b |\n| - | - |\n| 1 |", "\n\n", "# ", "- "),
    *(
        "do not track",
        "children under 13",
        "😀",
        "\u00a0",
        "\u2028",
    ),
]
words = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=25).map(
    " ".join
)
ASKERS = (Asker(profile="ours", basis="A vote."),)
EVERYTHING = Demands(
    change_clause=ASKERS, children_clause=ASKERS, tracking_answer=ASKERS, review_days=1
)


LOCALES = st.sampled_from(["es", "de"])


def _subject(texts: list[str], locale: str) -> CheckedStatement:
    """Make a statement of raw text, which Markdown need not be able to hold."""
    made = make_checked({"a": "Text.", "b": "Text."}, reading_level=1)
    one, two, *_ = texts
    sections = {
        "en": {"a": _section("a", one), "b": _section("b", two)},
        locale: {"a": _section("a", two), "b": _section("b", one)},
    }
    return replace(
        made,
        statement=replace(
            made.statement, locales=("en", locale), contacts=Contacts(), reading_level=1
        ),
        sections=sections,
        demands=EVERYTHING,
        change_clauses={
            locale: ChangeClause(is_made=False, check_back=one, section_id="a")
        },
        as_of=date(2026, 3, 1),
    )


def _read(en: dict[str, str], es: dict[str, str] | None) -> CheckedStatement:
    """Read Markdown that the parser doesn't refuse."""
    try:
        return make_checked(en, es=es)
    except ValueError:
        reject()


def _section(section_id: str, text: str) -> Section:
    return Section(id=section_id, title=text, blocks=(Paragraph((Text(text),), 4),))


@settings(max_examples=150, deadline=None)
@given(texts=st.lists(words, min_size=2, max_size=2), locale=LOCALES)
def test_any_text(texts: list[str], locale: str) -> None:
    """
    Whatever stands in a text, its checks come to an end with faults as values.
    """
    for fault in check_statement(_subject(texts, locale)):
        assert fault.message
        assert fault.hint


@settings(max_examples=150, deadline=None)
@given(texts=st.lists(words, min_size=2, max_size=2))
def test_any_markdown(texts: list[str]) -> None:
    """
    The same goes for Markdown, with its links and tables.
    """
    one, two = texts
    subject = _read({"a": f"A {one}", "b": f"B {two}"}, {"a": f"A {two}"})

    for fault in check_statement(replace(subject, demands=EVERYTHING)):
        assert fault.message


@given(text=words)
def test_numbers_of_a_text_are_those_of_its_copy(text: str) -> None:
    """
    A text has no other numbers than its copy, so that nothing unchanged is reported.
    """
    subject = _read({"a": f"A {text}"}, None)
    copy = replace(
        subject,
        statement=replace(subject.statement, locales=("en", "en-GB")),
        sections={"en": subject.source, "en-GB": subject.source},
    )

    assert not [one for one in check_statement(copy) if "translation-" in one.code]


@given(text=st.text())
def test_line(text: str) -> None:
    """
    A number's line is one of the passage.
    """
    breaks = tuple(at for at, sign in enumerate(text) if sign == "\n")
    passage = Passage(text, 4, is_heading=False, breaks=breaks)

    for language in ("en", "es", "de"):
        for one in stated_numbers(passage, language):
            assert one.line is not None
            assert 4 <= one.line <= 4 + len(breaks)
