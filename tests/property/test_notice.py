"""What holds for change notices, whatever the words that changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.diagnostics import has_errors
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.model.content import CodeBlock
from duenotice.model.content import Image
from duenotice.model.content import Link
from duenotice.model.content import Reference
from duenotice.model.content import Table
from duenotice.model.content import plain_text
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines
from duenotice.notice.check import check_notice
from duenotice.notice.draft import draft_notice
from duenotice.parse.markdown import parse_blocks
from notices import asking
from notices import facts
from notices import obligation
from notices import told

if TYPE_CHECKING:
    from duenotice.model.content import Inline
    from duenotice.notice.facts import NoticeFacts
    from duenotice.notice.facts import ToldFinding

PIECES = st.sampled_from(
    [
        "we share",
        "18 months",
        "13",
        "{{later}}",
        "TBD",
        "<b>",
        "<script>alert(1)</script>",
        "[here](https://evil.example)",
        "![x](y)",
        "[](#web-logs)",
        "https://evil.example",
        "<https://evil.example>",
        "javascript:alert(1)",
        "# big",
        "- item",
        "> quote",
        "```",
        "`code`",
        "a | b",
        "| --- |",
        "{effective}",
        "&amp;",
        "\\",
        "**",
        "__",
        "1.",
        "===",
        ":",
        ".",
        "\n",
        "\t",
        "\u00a0",
        "2027-01-05",
        "個人資料",
        "¿qué?",
    ]
)
WORDS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=8).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)
FINDINGS = st.lists(
    st.builds(
        told,
        WORDS,
        WORDS,
        heading=st.sampled_from(["", "2. Web logs", "9. Your rights"]),
        category=st.sampled_from(Category),
        direction=st.sampled_from(Direction),
    ),
    max_size=6,
)
LOCALES = st.sampled_from(["en", "es", "de", "zh-Hant"])
OWN_LINKS = {"mailto:privacy@fernhill.example"}
TO_WRITE = re.compile(r"\{\{(?:say|translate|diga|traduzca)\b[^{}]*\}\}")


def _inlines(text: str) -> list[Inline]:
    lines = walk_lines(parse_blocks(text))
    return [one for line in lines for one in walk_inlines(line.inlines)]


class TestDraft:
    """The draft of a notice."""

    @given(findings=FINDINGS, locale=LOCALES)
    @example(findings=[told("", "a\n\nb <i>x</i>")], locale="en")
    @settings(max_examples=150, deadline=None)
    def test_words_stay_words(self, findings: list[ToldFinding], locale: str) -> None:
        """
        Whatever changed, its words become no link, no picture, no code, no table.
        """
        draft = draft_notice(facts(*findings, locale=locale))

        links = {one.target for one in _inlines(draft) if isinstance(one, Link)}
        assert OWN_LINKS == links
        assert not any(isinstance(one, Image | Reference) for one in _inlines(draft))
        assert not any(
            isinstance(one, CodeBlock | Table) for one in parse_blocks(draft)
        )

    @given(findings=FINDINGS, locale=LOCALES)
    @settings(max_examples=100, deadline=None)
    def test_all_words_are_there(
        self, findings: list[ToldFinding], locale: str
    ) -> None:
        """
        Every letter and digit of the words that changed stands in the draft.
        """
        draft = draft_notice(facts(*findings, locale=locale))
        lines = walk_lines(parse_blocks(draft))
        shown = {"", *(_letters(plain_text(line.inlines)) for line in lines)}

        assert all(_letters(side) in shown for one in findings for side in one.sides)

    @given(words=WORDS)
    @settings(max_examples=50, deadline=None)
    def test_one_notice(self, words: str) -> None:
        """
        Findings on the same words are told once.
        """
        one = told("", words, category=Category.DATA)
        other = told("", words, category=Category.DATA, direction=Direction.WORSE)

        assert draft_notice(facts(one)) == draft_notice(facts(one, other))


class TestCheck:
    """The check of a notice."""

    @given(findings=FINDINGS, locale=LOCALES)
    @settings(max_examples=150, deadline=None)
    def test_draft_lacks_only_words(
        self, findings: list[ToldFinding], locale: str
    ) -> None:
        """
        A draft lacks nothing but what only a person can write: a translation, too.
        """
        told_of = facts(*findings, locale=locale)
        codes = {one.code for one in check_notice(draft_notice(told_of), told_of, "x")}
        foreign = {"notice-language"} if locale == "zh-Hant" else set()

        assert {"notice-placeholder"} | foreign == codes

    @given(findings=FINDINGS, locale=LOCALES, level=st.sampled_from([0, 5, 6]))
    @settings(max_examples=150, deadline=None)
    def test_finished_draft(
        self, findings: list[ToldFinding], locale: str, level: int
    ) -> None:
        """
        A draft whose gaps are filled has no error: it tells all by its making.
        """
        told_of = _asking(facts(*findings, locale=locale), level)
        finished = TO_WRITE.sub("Here is what it means.", draft_notice(told_of))

        assert not has_errors(check_notice(finished, told_of, "notice.md"))

    @given(text=WORDS, findings=FINDINGS, locale=st.sampled_from(["en", "es"]))
    @settings(max_examples=150, deadline=None)
    def test_any_text(
        self, text: str, findings: list[ToldFinding], locale: str
    ) -> None:
        """
        A few words are no notice of a choice, and the answer is always the same.
        """
        told_of = _asking(facts(*findings, locale=locale), 5)

        once = check_notice(text, told_of, "notice.md")

        assert has_errors(once)
        assert once == check_notice(text, told_of, "notice.md")


def _asking(told_of: NoticeFacts, level: int) -> NoticeFacts:
    if not level:
        return told_of
    return asking(told_of, obligation(Level(level), Category.RETENTION))


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())
