from __future__ import annotations

import pytest

from duenotice.intake.account import TakenKind
from duenotice.intake.html import TooDeepPageError
from duenotice.intake.html import locale_of
from duenotice.intake.html import page_words
from duenotice.intake.html import read_html
from duenotice.model.content import Heading
from duenotice.parse.serialise import write_blocks


def markdown(page: str) -> str:
    """
    What a page is read as.
    """
    return write_blocks(read_html(page).blocks)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("<h1>A</h1><h3>B</h3>", "# A\n\n### B\n", id="headings"),
        pytest.param("<p>a\n  b<p>c", "a b\n\nc\n", id="paragraphs"),
        pytest.param("<div>a<div>b</div>c</div>", "a\n\nb\n\nc\n", id="loose words"),
        pytest.param("<address>a<br>b</address>", "a\\\nb\n", id="an address"),
        pytest.param("<ul><li>a<li>b</ul>", "- a\n- b\n", id="bullets"),
        pytest.param("<ol start=3><li>a<li>b</ol>", "3. a\n4. b\n", id="numbers"),
        pytest.param("<ul><li>a<ul><li>b</ul></ul>", "- a\n  - b\n", id="nested lists"),
        pytest.param("<ul>x<b>y</b><li>a</ul>", "- x**y**\n- a\n", id="between items"),
        pytest.param("<ul><li><p>a<p>b</ul>", "- a\n\n  b\n", id="long items"),
        pytest.param("<ul><p>a</p><li>b</ul>", "- a\n- b\n", id="a block for an item"),
        pytest.param("<dl><dt>a<dd>b</dl>", "**a**\n\nb\n", id="definitions"),
        pytest.param("<blockquote>a</blockquote>", "> a\n", id="a quote"),
        pytest.param("<pre>a\n b</pre>", "```\na\n b\n```\n", id="literal lines"),
        pytest.param("a<hr>b", "a\n\n___\n\nb\n", id="a rule"),
        pytest.param(
            "<details><summary>a</summary>b</details>", "**a**\n\nb\n", id="folded"
        ),
        pytest.param("<b>a</b> <i>b</i> <code>c</code>", "**a** *b* `c`\n", id="marks"),
        pytest.param(
            "<a href='https://a.example'>a</a>", "[a](https://a.example)\n", id="a link"
        ),
        pytest.param("<a href=/x><div>a</div></a>", "a\n", id="a block in a link"),
        pytest.param("<h2><div>a</div></h2>", "a\n", id="a block in a heading"),
        pytest.param("<h2></h2><p> </p><pre> </pre>a", "a\n", id="nothing"),
        pytest.param(
            "*a* &lt;b&gt; # [c] 1.", "\\*a\\* \\<b> # \\[c\\] 1.\n", id="signs"
        ),
        pytest.param("a&nbsp;b", "a\xa0b\n", id="fixed spaces"),
        pytest.param(
            "<table><tr><th>a<th>b<tr><td>c<td>d</table>",
            "| a | b |\n| --- | --- |\n| c | d |\n",
            id="a table",
        ),
        pytest.param(
            "<table><caption>t</caption><tr><th>a<th>b<tr><td colspan=2>c</table>",
            "t\n\n| a | b |\n| --- | --- |\n| c |  |\n",
            id="a caption and a wide cell",
        ),
        pytest.param(
            "<table><tr><td><h2>a</h2><td>b</table>", "## a\n\nb\n", id="a layout"
        ),
        pytest.param("<table><tr><td></table>a", "a\n", id="an empty table"),
    ],
)
def test_reads_elements(page: str, expected: str) -> None:
    """
    What a page's elements mean is kept, whatever they look like.
    """
    assert expected == markdown(page)


@pytest.mark.parametrize(
    ("page", "kind", "words"),
    [
        ("a<!-- b -->", TakenKind.COMMENT, "<!-- -->"),
        ("a<script>b</script>", TakenKind.SCRIPT, "<script>"),
        ("a<style>b</style>", TakenKind.SCRIPT, "<style>"),
        ("a<noscript>b</noscript>", TakenKind.HIDDEN, "b"),
        ("a<nav><a href=/>Home</a> page</nav>", TakenKind.NAVIGATION, "Home page"),
        ("a<div role=navigation>Home</div>", TakenKind.NAVIGATION, "Home"),
        ("a<p hidden>b</p>", TakenKind.HIDDEN, "b"),
        ("a<p style='display: none'>b</p>", TakenKind.HIDDEN, "b"),
        ("a<p aria-hidden=true>b</p>", TakenKind.HIDDEN, "b"),
        ("a<dialog>b</dialog>", TakenKind.HIDDEN, "b"),
        ("a<button>Send</button>", TakenKind.FORM, "Send"),
        ("a<svg><text>b</text></svg>", TakenKind.EMBEDDED, "b"),
        ("a<iframe>b</iframe>", TakenKind.EMBEDDED, "b"),
        ("a<iframe src=b></iframe>", TakenKind.EMBEDDED, "<iframe>"),
        ("a<template>b</template>", TakenKind.HIDDEN, "b"),
        ("a<del>b</del>", TakenKind.STRUCK, "b"),
        ("a<img src=b>", TakenKind.PICTURE, "<img>"),
        ("a&#27;", TakenKind.CONTROL, "U+001B"),
        ("a&#x202e;", TakenKind.CONTROL, "U+202E"),
    ],
)
def test_takes_out_what_is_not_the_text(page: str, kind: TakenKind, words: str) -> None:
    """
    What readers don't see, and what belongs to the page, is taken out and noted.
    """
    source = read_html(page)

    assert ("a\n", [(kind, words)]) == (
        write_blocks(source.blocks),
        [(one.kind, one.words) for one in source.taken],
    )


def test_keeps_the_words_after_what_it_takes_out() -> None:
    """
    Only the element goes, not the text that goes on after it.
    """
    assert "a b c d\n" == markdown("a <i hidden>x</i>b <u>c</u> <i hidden>x</i>d")


@pytest.mark.parametrize(
    "page",
    [
        "<header>Top</header><div>x<main><p>a</main>y</div><footer>End</footer>",
        "<header>Top</header><div>x<p role=main>a</p>y</div><footer>End</footer>",
        "<header>Top</header><div>x<article>a</article>y</div><footer>End</footer>",
    ],
    ids=["main", "role", "article"],
)
def test_reads_the_main_part_alone(page: str) -> None:
    """
    Where a page names its main part, the rest is the site's, and is noted.
    """
    source = read_html(page)

    assert ("a\n", ["Top", "x", "y", "End"]) == (
        write_blocks(source.blocks),
        [one.words for one in source.taken],
    )


@pytest.mark.parametrize(
    "page",
    [
        "<main>a</main><main>b</main>",
        "<article>a</article><article>b</article>",
        "<p>a</p><p>b</p><main></main>",
    ],
    ids=["two of them", "two articles", "an empty one"],
)
def test_reads_the_whole_page_where_no_part_is_the_main_one(page: str) -> None:
    """
    In doubt nothing is left out.
    """
    assert "a\n\nb\n" == markdown(page)


@pytest.mark.parametrize(
    ("page", "message"),
    [
        pytest.param(
            "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
            'a table has no header row; its first row ("a b") was taken for one',
            id="no header row",
        ),
        pytest.param(
            "<table><tr><th>a<tr><td><ul><li>b<li>c</ul></table>",
            "lists in the cells of a table became running text",
            id="lists in cells",
        ),
        pytest.param(
            "<ol type=a><li>a</ol>",
            "a list that was lettered is numbered now",
            id="letters",
        ),
        pytest.param(
            "<img alt='A seal'>",
            'a picture became its alternative text "A seal"',
            id="a picture",
        ),
    ],
)
def test_says_what_it_changed(page: str, message: str) -> None:
    """
    What a section can't hold as the page has it is changed and said.
    """
    assert [message] == [one.message for one in read_html(page).remarks]


def test_knows_the_lines_of_the_page() -> None:
    """
    Headings and paragraphs carry the line on which their words begin.
    """
    blocks = read_html("<h2>a</h2>\n\n<p>b\n<div>\nc").blocks

    assert [1, 3, 5] == [block.line for block in blocks]


def test_knows_which_heading_a_place_belongs_to() -> None:
    """
    A place before a heading, on it or below it belongs to it.
    """
    source = read_html(
        "<p id=top>a</p><a name=before></a><h2>A</h2><div id=on><h2 id=it>B</h2></div>"
        "<p>c <span id=inside>d</span></p>"
    )

    assert 2 == sum(isinstance(block, Heading) for block in source.blocks)
    assert {"top": 0, "before": 1, "on": 2, "it": 2, "inside": 2} == source.anchors


def test_reads_what_the_page_says_of_itself() -> None:
    """
    Language, title and address of a page stand beside its text.
    """
    source = read_html(
        "<html lang=es-us><title>Aviso\n de a</title>"
        "<link rel=canonical href=https://a.example/p><body>a"
    )

    assert ("es-US", "Aviso de a", "https://a.example/p") == (
        source.language,
        source.title,
        source.base,
    )


def test_page_without_a_body_has_no_text() -> None:
    """
    A page made of frames holds nothing to import.
    """
    assert () == read_html("<frameset><frame></frameset>").blocks


def test_words_of_a_page_are_those_of_its_main_part() -> None:
    """
    Words of neighbouring blocks stay apart, those of neighbouring marks don't.
    """
    page = "<nav>Home</nav><main><h1>A</h1><p>b<b>c</b><br>d</p><ul><li>e<li>f</ul>"

    assert ("A", "bc", "d", "e", "f") == page_words(page)


def test_refuses_a_page_nested_beyond_all_sense() -> None:
    """
    A page that no reader could follow is refused, and the program doesn't break.
    """
    with pytest.raises(TooDeepPageError) as caught:
        read_html("<div>" * 500 + "a")

    assert "the elements of the page are nested more than 400 levels deep" == str(
        caught.value
    )


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("en", "en"),
        ("EN_us", "en-US"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("", None),
        ("?", None),
    ],
)
def test_language_tags_become_locales(tag: str, locale: str | None) -> None:
    """
    The language that a page names is written as this program writes it.
    """
    assert locale == locale_of(tag)
