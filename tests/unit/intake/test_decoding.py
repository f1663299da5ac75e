from __future__ import annotations

import pytest

from duenotice.errors import DuenoticeError
from duenotice.intake.account import TakenKind
from duenotice.intake.decoding import MAX_BYTES
from duenotice.intake.decoding import decode_source

HTML = '<meta charset="iso-8859-1"><p>A\xf1o</p>'
WORD_PROCESSOR = (
    "Open it in its program, save it as a web page (HTML) or as "
    "plain text in UTF-8, and import that file."
)
BINARY = (
    "Import a text, a Markdown file or a web page; if it is a "
    "document of another program, save it there as HTML or as plain text in UTF-8."
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"We keep\nlogs", id="UTF-8"),
        pytest.param("We keep\nlogs".encode("utf-8-sig"), id="byte order mark"),
        pytest.param("We keep\nlogs".encode("utf-16"), id="UTF-16"),
        pytest.param("\ufeffWe keep\nlogs".encode("utf-16-be"), id="UTF-16, big"),
        pytest.param("We keep\nlogs".encode("utf-32"), id="UTF-32"),
        pytest.param(b"We keep\r\nlogs", id="Windows line ends"),
        pytest.param(b"We keep\rlogs", id="old Mac line ends"),
        pytest.param("We keep\u2028logs".encode(), id="line separators"),
        pytest.param(b"We keep\x0clogs", id="page feeds"),
        pytest.param(b"We k\x07eep\nlogs", id="control characters"),
    ],
)
def test_the_usual_encodings_give_the_same_text(data: bytes) -> None:
    """
    However a program saved a text, its letters and lines are the same.
    """
    assert "We keep\nlogs" == decode_source(data, "a.txt").text


def test_a_page_may_name_its_encoding() -> None:
    """
    A page that isn't UTF-8 is read as what it says it is, and that is told.
    """
    decoded = decode_source(HTML.encode("latin-1"), "a.html")

    assert (HTML, "the source was read as iso8859-1; what is written is UTF-8") == (
        decoded.text,
        decoded.remarks[0].message,
    )


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        pytest.param(
            b"a\nb\x07c\x08",
            "2 control characters, which can't be seen, were dropped; the first is "
            "U+0007",
            2,
            id="control characters",
        ),
        pytest.param(
            "a\n\nb\ufffd".encode(),
            "the source holds the sign for a character that was lost before (U+FFFD)",
            3,
            id="lost characters",
        ),
        pytest.param(
            "a".encode("utf-16"),
            "the source was read as UTF-16; what is written is UTF-8",
            None,
            id="another encoding",
        ),
    ],
)
def test_says_what_it_changed(data: bytes, message: str, line: int | None) -> None:
    """
    What reading did to the letters is said with its line.
    """
    (remark,) = decode_source(data, "a.txt").remarks

    assert (message, line) == (remark.message, remark.line)


@pytest.mark.parametrize(
    ("name", "data", "message", "advice"),
    [
        pytest.param(
            "a.txt",
            b" \n\t\n",
            '"a.txt" has no text',
            "Look whether it is the right file, and whole.",
            id="empty",
        ),
        pytest.param(
            "a.txt",
            b"first\nA\xf1o",
            '"a.txt" is not UTF-8: line 2 holds the byte 0xf1',
            "Save the file as UTF-8 (in most editors “Save with encoding”), and try "
            "again.",
            id="not UTF-8",
        ),
        pytest.param(
            "a.docx",
            b"PK\x03\x04rest",
            '"a.docx" is a document of a word processor, not a text',
            WORD_PROCESSOR,
            id="Word",
        ),
        pytest.param(
            "a.odt",
            b"anything",
            '"a.odt" is a document of a word processor, not a text',
            WORD_PROCESSOR,
            id="by its suffix",
        ),
        pytest.param(
            "a",
            b"%PDF-1.7",
            '"a" is a PDF, not a text',
            "A PDF holds letters and their places, and no "
            "paragraphs. Import the document it was made from; or copy its text into a "
            "file ending in .txt, look it over, and import that.",
            id="PDF",
        ),
        pytest.param(
            "a.txt",
            b"a\x00b",
            '"a.txt" is a binary file, not a text',
            BINARY,
            id="binary",
        ),
        pytest.param(
            "a.txt",
            b"\xff\xfea",
            '"a.txt" is a binary file, not a text',
            BINARY,
            id="broken UTF-16",
        ),
        pytest.param(
            "a.txt",
            b"a" * (MAX_BYTES + 1),
            '"a.txt" has more than 5,000,000 bytes: that is too large',
            "Take the statement alone, without what is around it.",
            id="too large",
        ),
    ],
)
def test_refuses_what_is_no_text(
    name: str, data: bytes, message: str, advice: str
) -> None:
    """
    A source that can't be read is refused with what it is and what to do.
    """
    with pytest.raises(DuenoticeError) as caught:
        decode_source(data, name)

    assert (message, advice) == (str(caught.value), caught.value.advice)


@pytest.mark.parametrize(
    ("data", "dropped"),
    [
        (b"a\x07b\x1b[2J", [(TakenKind.CONTROL, "U+0007, U+001B", 1)]),
        ("a\n\u202eb".encode(), [(TakenKind.CONTROL, "U+202E", 2)]),
        (
            b"<meta charset=cp1252>\n\xe9\x81",
            [(TakenKind.UNDECODABLE, "0x81", 2)],
        ),
        ("lost \ufffd".encode(), [(TakenKind.UNDECODABLE, "U+FFFD", 1)]),
    ],
    ids=["control", "direction", "byte", "lost before"],
)
def test_accounts_for_what_it_drops(
    data: bytes, dropped: list[tuple[TakenKind, str, int]]
) -> None:
    """
    Bytes and characters that can't stand in a text are named with their line.
    """
    decoded = decode_source(data, "a.html")

    assert dropped == [(one.kind, one.words, one.line) for one in decoded.dropped]
