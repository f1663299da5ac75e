from __future__ import annotations

import pytest

from duenotice.intake.account import TakenKind
from duenotice.intake.markdown_source import TooDeepMarkdownError
from duenotice.intake.markdown_source import read_markdown
from duenotice.parse.serialise import write_blocks

FRONT = '---\ntitle: "Privacy  policy"\nlang: es\ntags: [a]\n---\n'


def markdown(text: str) -> str:
    """
    What a Markdown source is read as.
    """
    return write_blocks(read_markdown(text).blocks)


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## B\n\nWe *keep* **logs**, see [c](https://a.example).\n",
        "- a\n  1. b\n\n> c\n\n| d | e |\n| --- | --- |\n| f | g |\n",
        "```json\n<b>{: #x }</b> <!-- no -->\n```\n",
        "A \\<b> and `<b>` stay.\n",
        "Fill in \\<name> here.\n",
    ],
    ids=["marks", "blocks", "code", "escapes", "blanks to fill in"],
)
def test_markdown_stays_what_it_is(text: str) -> None:
    """
    Headings, lists, tables, emphasis, links and code survive.
    """
    assert text == markdown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "## <span class=x>Web</span> logs\n\na<br>b",
            "## Web logs\n\na\\\nb\n",
            id="marks in words",
        ),
        pytest.param(
            "We keep:\n\n<ul>\n<li>a</li>\n\n<li>*b*</li>\n</ul>\n\nc",
            "We keep:\n\n- a\n- *b*\n\nc\n",
            id="a list",
        ),
        pytest.param(
            "<table>\n  <tr><th>a</th></tr>\n\n    <tr><td>b</td></tr>\n</table>",
            "| a |\n| --- |\n| b |\n",
            id="a table, further in",
        ),
        pytest.param(
            "<b>a</b> \\<i> &lt;u> `<s>` `&lt;` <a\nhref='https://a.example'>b</a>",
            "**a** \\<i> \\<u> `<s>` `&lt;` [b](https://a.example)\n",
            id="what is no tag",
        ),
        pytest.param(
            "<b>x</b>\n\n3. a\n\n> c\n\n```\n d\n```\n\n| e |\n|---|\n| f |\n\n***",
            "**x**\n\n3. a\n\n> c\n\n```\n d\n```\n\n| e |\n| --- |\n| f |\n\n___\n",
            id="all blocks beside it",
        ),
        pytest.param(
            "<b>x</b> [a](#b 'c') ![d](e) *h* **i**\\\nj",
            '**x** [a](#b "c") d *h* **i**\\\nj\n',
            id="all marks beside it",
        ),
    ],
)
def test_html_in_markdown_is_markup(text: str, expected: str) -> None:
    """
    Tags mean what they mean on a page, and never become words.
    """
    assert expected == markdown(text)


def test_comments_never_become_text() -> None:
    """
    A comment is taken out, also one that runs over several lines.
    """
    source = read_markdown("a\n\n<!-- b\n\nc -->\n\nd")

    assert ("a\n\nd\n", [(TakenKind.COMMENT, 3)], 7) == (
        write_blocks(source.blocks),
        [(one.kind, one.line) for one in source.taken],
        source.blocks[1].line,
    )


def test_front_matter_stands_beside_the_text() -> None:
    """
    Title and language of front matter are used, and its keys are noted.
    """
    source = read_markdown(f"{FRONT}\n# A\n\nb")

    assert (
        "Privacy policy",
        "es",
        [(TakenKind.FRONT_MATTER, "title, lang, tags")],
    ) == (
        source.title,
        source.language,
        [(one.kind, one.words) for one in source.taken],
    )


def test_front_matter_keeps_the_lines() -> None:
    """
    Lines are those of the file, front matter included.
    """
    assert 7 == read_markdown(f"{FRONT}\n# A").blocks[0].line


@pytest.mark.parametrize(
    "front", ["---\n[\n---\n", "+++\na = 1\n+++\n", "---\n- a\n---\n"]
)
def test_front_matter_of_any_kind_is_no_text(front: str) -> None:
    """
    What can't be read as settings is taken out all the same.
    """
    assert "a\n" == markdown(f"{front}a")


def test_attribute_lists_are_no_text() -> None:
    """
    They are taken out and name the heading that they stand at.
    """
    source = read_markdown("## Web logs\n{: #logs .wide }\n\na {x}\n\n## B {#b}\n")

    assert "## Web logs\n\na {x}\n\n## B\n" == write_blocks(source.blocks)
    assert {"logs": 1, "web-logs": 1, "b": 2} == source.anchors


def test_lines_of_html_in_markdown_are_those_of_the_file() -> None:
    """
    What was read as a page has the lines of the Markdown.
    """
    blocks = read_markdown("<b>a</b>\n\nb\n\n- c").blocks

    assert [1, 3, 5] == [block.line for block in blocks]


def test_refuses_what_is_nested_beyond_all_sense() -> None:
    """
    Markdown that no parser can follow is refused, and the program doesn't break.
    """
    with pytest.raises(TooDeepMarkdownError) as caught:
        read_markdown("> " * 3000 + "a")

    assert "the Markdown is nested too deeply to be read" == str(caught.value)
