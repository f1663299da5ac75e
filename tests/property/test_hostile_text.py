"""What an author could write, by mistake or on purpose, stays words."""

from __future__ import annotations

import gc
import re
import sys
import time
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.parse.markdown import NestingTooDeepError
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.section_file import TooDeepError
from duenotice.parse.section_file import parse_section
from duenotice.render.content_html import blocks_html

VOID = {"br", "hr"}
ALLOWED = {
    **dict.fromkeys(("p", "h2", "h3", "h4", "h5", "h6", "blockquote", "code"), ()),
    **dict.fromkeys(("ul", "li", "em", "strong", "table", "thead", "tbody", "tr"), ()),
    **dict.fromkeys(VOID, ()),
    "ol": ("start",),
    "pre": ("tabindex",),
    "div": ("class", "tabindex", "role"),
    "span": ("class",),
    "th": ("scope", "class"),
    "td": ("class",),
    "a": ("href", "title", "class"),
}
VALUES = {
    "start": r"\d+",
    "tabindex": "0",
    "class": "table|table wide|long|left|right|center|address",
    "role": "group",
    "scope": "col",
    "href": r"(?:https?://|mailto:|tel:|sms:|#)[^\x00-\x20\x7f]*",
    "title": r"[^\x00]*",
}

ATTACKS = [
    *(
        "<script>",
        "</script>",
        "alert(1)",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=",
    ),
    *(
        "<iframe src='//e.example'>",
        "<style>@import'//e.example';",
        "<!--",
        "-->",
        "]]>",
    ),
    *(
        "<![CDATA[",
        "<?php",
        "<base href=//e.example>",
        "<a href='javascript:a'>",
        "</p>",
    ),
    *(
        "javascript:alert(1)",
        "JaVa\tScript:",
        "data:text/html,a",
        "vbscript:a",
        "//e.example",
    ),
    *("file:///etc/passwd", "\\\\e.example\\a", "../../../etc/passwd", "blob:a", "x:y"),
    *(
        "[a](",
        "[a](<",
        "![a](",
        "![](http://e.example/a.gif)",
        "[](#a)",
        "[a]: ",
        "[a]",
    ),
    *("<http://e.example>", "<javascript:a>", "<data:a>", "<a@e.example>", "mailto:"),
    *(
        "&lt;script&gt;",
        "&#60;",
        "&#x3c;",
        "&colon;",
        "&Tab;",
        "&newline;",
        "&#0;",
        "&quot;",
    ),
    *('"', "'", '" onclick="a', "' onmouseover='a", "`", "``", "{{ 7*7 }}", "{% a %}"),
    *(
        "[^1]",
        "[^1]: a",
        "\\",
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "*",
        "**",
        "_",
        "#",
        "## ",
    ),
    *(
        "> ",
        "- ",
        "1. ",
        "|",
        "| a |\n|---|\n",
        "```",
        "~~~",
        "---",
        ")",
        "]",
        ">",
        "(",
    ),
    *(
        "\u202e",
        "\u200b",
        "\xa0",
        "\xad",
        "e\u0301",
        "\u0430",
        "👩‍👧",
        "\ufeff",
        "ﷺ",
        "数",
    ),
]
texts = st.lists(st.sampled_from(ATTACKS) | st.text(max_size=4), max_size=20).map(
    "".join
)


class Outline(HTMLParser):
    """What a browser would make of HTML: elements, attributes, words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is left open" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        allowed = ALLOWED.get(tag)
        if allowed is None:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name not in (allowed or ()):
                self.faults.append(f"<{tag} {name}>")
            elif not re.fullmatch(VALUES[name], value or "", re.DOTALL | re.IGNORECASE):
                self.faults.append(f"<{tag} {name}={value!r}>")
        if tag not in VOID:
            self.open.append(tag)
        if tag not in {"em", "strong", "code", "a", "span"}:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Look whether an element is closed where it was opened."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        """There is none."""
        self.faults.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """There is none."""
        self.faults.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        """There is none."""
        self.faults.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        """There is none."""
        self.faults.append(f"<![{data}]>")


def words(text: str) -> str:
    """What there is to see of a text, however it is spaced."""
    return "".join(one for one in text if unicodedata.category(one)[0] in "LMNPS")


@settings(max_examples=400, deadline=None)
@given(source=texts)
@example(source="<script>alert(1)</script>")
@example(source="[a](javascript&colon;alert(1)) [b](&#106;avascript:a)")
@example(source='[a](https://e.example "\\" onclick=\\"a")')
@example(source="![a](http://e.example/a.gif) <http://e.example/?a=<b>>")
@example(source="[a](//e.example) [b](/a) [c](data:text/html,a) [d](\\\\e.example)")
def test_any_text_is_harmless(source: str) -> None:
    """
    Whatever is written, the page has only our elements, and no word of it is lost.
    """
    try:
        blocks = parse_blocks(source)
    except NestingTooDeepError:
        return
    outline = Outline(blocks_html(blocks))
    read = "".join(plain_text(line.inlines) for line in walk_lines(blocks))

    assert [] == outline.faults
    assert words(read) == words("".join(outline.words))


@settings(max_examples=200, deadline=None)
@given(source=texts)
def test_letters_survive(source: str) -> None:
    """
    No letter of a sentence is lost between the file and the page, whatever is about it.
    """
    sentence = "We lend 7 books to Zoë"
    try:
        blocks = parse_blocks(f"{source}\n\n{sentence}\n\n{source}")
    except NestingTooDeepError:
        return

    assert words(sentence) in words("".join(Outline(blocks_html(blocks)).words))


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=60) | texts.map(lambda text: text.encode()))
def test_any_bytes(data: bytes) -> None:
    """
    Any bytes are a section or a fault that names the file, and never a crash.
    """
    for whole in (data, b"---\ntitle: a\n---\n" + data, b"---\n" + data + b"\n---\n"):
        file, found = parse_section("a", whole, "en/a.md")

        assert (file is None) == any(one.severity == "error" for one in found)
        assert all(one.path == "en/a.md" and one.message for one in found)


SIZE = 100_000
BOMBS = {
    "stars": "*",
    "emphasis": "*a ",
    "two emphases": "*a_ ",
    "strong": "**a *b ",
    "no emphasis": "a**b",
    "underscores": "_a_",
    "brackets": "[",
    "pictures": "![",
    "links": "[a](",
    "links with angles": "[a](<",
    "references": "[a][b]",
    "definitions": "[a]: x\n",
    "definitions without end": "[a]:\n",
    "ticks": "`a ",
    "two ticks": "``a` ",
    "angles": "<a ",
    "tags": "<div>\n",
    "attributes": '<a href="',
    "comments": "<!--",
    "sections": "<![CDATA[",
    "instructions": "<?",
    "entities": "&nbsp;",
    "no entities": "&#1234567",
    "backslashes": "\\",
    "parentheses": "(",
    "addresses": "<http:",
    "mail": "<a@b",
    "footnotes": "[^1]: a\n",
    "mentions of footnotes": "[^1] ",
    "quotes": "> a\n",
    "lines": "\n",
    "blanks": " ",
    "tabs": "\t",
    "words": "a ",
    "letter": "a",
    "accents": "e\u0301",
    "fences": "```\n",
    "rules": "---\n",
    "hashes": "# ",
    "many quotes": ">",
    "many lists": "- ",
    "numbers": "1) ",
    "wide table": "|a",
}


def html_of(body: str) -> str:
    """The page of a text, or nothing where it is refused."""
    file, _ = parse_section("a", f"---\ntitle: a\n---\n{body}\n".encode(), "en/a.md")
    try:
        return "" if file is None else str(blocks_html(file.section.blocks))
    except TooDeepError:
        return ""


def seconds_for(body: str) -> float:
    """How long a text takes; where it seems long, the machine may have been busy."""
    # Neither counting lines for coverage nor looking through what other tests left in
    # memory is work of the program's.
    trace = sys.gettrace()
    sys.settrace(None)
    gc.freeze()
    try:
        tries = []
        for _ in range(3):
            begin = time.process_time()
            html_of(body)
            tries.append(time.process_time() - begin)
            if tries[-1] < 2:
                break
        return min(tries)
    finally:
        gc.unfreeze()
        sys.settrace(trace)


@pytest.mark.parametrize("scrap", BOMBS.values(), ids=BOMBS.keys())
def test_time(scrap: str) -> None:
    """
    A hundred thousand bytes of anything are read, or refused, in two seconds.
    """
    assert seconds_for(scrap * (SIZE // len(scrap.encode()))) < 2


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "".join(f"{'  ' * (n % 16)}- a\n" for n in range(SIZE // 20)), id="lists"
        ),
        pytest.param("|a|b|\n|-|-|\n" + "|c|d|\n" * (SIZE // 6), id="table"),
        pytest.param("|a" * 9_999 + "|\n" + "|-" * 9_999 + "|\n", id="columns"),
        pytest.param("> " * 6 + "a\n" + "a\n" * (SIZE // 4), id="quotes"),
        pytest.param(" ".join("`" * n for n in range(1, 440)), id="ticks"),
        pytest.param('[a](b "' + '\\"' * (SIZE // 2), id="titles"),
        pytest.param(
            "".join(f"[a{n}]: /u{n}\n" for n in range(SIZE // 14)), id="definitions"
        ),
        pytest.param("[a]: /b\n\n" + "[a]" * (SIZE // 3), id="uses"),
    ],
)
def test_time_of_structures(body: str) -> None:
    """
    So are texts that are made to be slow.
    """
    assert seconds_for(body) < 2


@pytest.mark.parametrize("scrap", ["[", "![", "> ", "- ", "*a **b "])
def test_depth_is_refused(scrap: str) -> None:
    """
    A text that is nested beyond all sense is refused and not cut short.
    """
    body = scrap * 2000 + "a" + "**](b)*" * 2000

    assert "" == html_of(body)
