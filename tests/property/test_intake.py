"""Laws of importing a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.diagnostics import Severity
from duenotice.intake.decoding import NoSourceTextError
from duenotice.intake.imported import ImportWishes
from duenotice.intake.importing import import_statement
from duenotice.intake.markdown_source import TooDeepMarkdownError
from duenotice.intake.reading import SourceFormat
from duenotice.intake.words import WordDifference
from duenotice.intake.words import split_words
from duenotice.intake.words import statement_words
from duenotice.store.draft import read_draft
from duenotice.store.tree import MemoryTree

if TYPE_CHECKING:
    from duenotice.intake.account import Taken
    from duenotice.intake.imported import Import
    from duenotice.store.draft import Draft

SIGNS = [
    *("*", "_", "#", "##", "[", "]", "(", ")", "<", ">", "&", "&lt;", "\\", "`", "```"),
    *(
        "+",
        "-",
        "–",
        "•",
        "o",
        "~~~",
        "===",
        "---",
        "***",
        "|",
        "1.",
        "2)",
        "10.",
        "a)",
    ),
    *("I.", "1.1", "Section 3:", "!", "![x](y)", "[a](/b)", "[](#web-logs)", ":", '"'),
    *(
        "“",
        "”",
        "{: #a }",
        "\t",
        " ",
        "\xa0",
        "\n",
        "\n\n",
        "\n\n",
        "    ",
        "\r\n",
        "\f",
    ),
    *("\x85", "\u2028", "x\ufeff", "\x07", "\x9d", "\ufffe", "<!--", "-->", "\\<b>"),
]
PHRASES = [
    "Privacy statement",
    "WEB LOGS",
    "Web logs",
    "We keep logs.",
    "See section 2 and sections 1 through 2.",
    'the "Web logs" section',
    "Last revised: October 2021",
    "Version 1.8",
    "Última actualización: 3 de mayo de 2020",
    "Fernhill Library, Inc. (“Fernhill”, “we”)",
    "privacy@fernhill.example",
    "https://fernhill.example/a_b",
    "12 Elm Street",
    "数据",
    "null",
    "no: yes",
    "word " * 30,
]
TAGS = [
    *("<h1>", "</h1>", "<h2 id=a>", "</h2>", "<p>", "</p>", "<ul>", "<li>", "</ul>"),
    *("<ol start=3>", "</ol>", "<b>", "</b>", "<em>", "</em>", "<a href=/x>", "</a>"),
    *("<table>", "<tr>", "<td>", "<th colspan=2>", "</table>", "<caption>", "<br>"),
    *("<script>", "</script>", "<nav>", "</nav>", "<p hidden>", "<div>", "</div>"),
    *("<main>", "</main>", "<pre>", "</pre>", "<dl>", "<dt>", "<dd>", "<img alt=x>"),
    *("<code>", "</code>", "<blockquote>", "</blockquote>", "<h3>", "</h3>", "<hr>"),
]


def texts(*pieces: list[str]) -> st.SearchStrategy[str]:
    """
    Texts of known pieces, with other signs between them.
    """
    known = st.sampled_from([piece for several in pieces for piece in several])
    others = st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")
    )
    return st.lists(st.one_of(known, known, others), max_size=30).map("".join)


def imported(text: str, form: SourceFormat) -> Import | None:
    """
    What an import makes of a text; nothing where it is refused for a reason.
    """
    try:
        return import_statement(
            text.encode(), ImportWishes(statement_id="x", name="text", form=form)
        )
    except (NoSourceTextError, TooDeepMarkdownError):
        return None


def draft_of(done: Import) -> Draft:
    """
    The draft that the written files are.
    """
    files = {path: content.encode() for path, content in done.files.items()}
    return read_draft(MemoryTree(files), "x")


def without(words: list[str], taken: tuple[Taken, ...]) -> list[str]:
    """
    The words but those that were taken out, wherever these stand.
    """
    for one in taken:
        for word in split_words(one.words) if one.kind.was_text else ():
            words.remove(word)
    return words


any_form = st.sampled_from(list(SourceFormat))


@settings(max_examples=400)
@given(text=texts(SIGNS, PHRASES))
def test_no_word_of_a_text_is_lost(text: str) -> None:
    """
    The words of a text are those of the written sections, and those that the report
    says were taken out.
    """
    done = imported(text, SourceFormat.TEXT)
    if done is None:
        return

    draft = draft_of(done)
    added = {one.section_id for one in done.added}
    written = statement_words(
        draft.text(done.draft.locale),
        with_title=None not in added,
        untitled=frozenset(filter(None, added)),
    )

    assert sorted(written) == without(sorted(split_words(text)), done.taken)


@settings(max_examples=600)
@given(text=texts(SIGNS, PHRASES, TAGS), form=any_form)
@example(text="<table><li>a<li>b<tr><td>c", form=SourceFormat.HTML)
def test_the_words_keep_their_order(text: str, form: SourceFormat) -> None:
    """
    In every format the program finds the words of the source again, in their order,
    when it reads the files it wrote.
    """
    done = imported(text, form)
    if done is None:
        return

    assert WordDifference() == done.words.difference


@settings(max_examples=400)
@given(text=texts(SIGNS, PHRASES, TAGS), form=any_form)
def test_the_draft_can_be_read(text: str, form: SourceFormat) -> None:
    """
    What an import writes is a draft without errors of form, whatever the source.
    """
    done = imported(text, form)
    if done is None:
        return

    found = draft_of(done).diagnostics

    assert [] == [one for one in found if one.severity is Severity.ERROR]
