from __future__ import annotations

import pytest

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.parse.bytes_text import MAX_BYTES
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.report import Report


def decoded(data: bytes) -> tuple[str | None, list[str]]:
    """The text of some bytes, and the faults found in them."""
    report = Report("a.md")
    text = decode_text(data, report)
    return text, list(map(str, report.diagnostics))


class TestDecodeText:
    def test_sound(self) -> None:
        """
        UTF-8 with line feeds is taken as it is.
        """
        assert ("é\tπ\n中👩‍👧\n", []) == decoded("é\tπ\n中👩‍👧\n".encode())

    def test_byte_order_mark(self) -> None:
        """
        A mark at the beginning, which some editors write, is no part of the text.
        """
        assert ("---\n", []) == decoded(b"\xef\xbb\xbf---\n")

    @pytest.mark.parametrize(
        ("data", "byte", "line"),
        [
            pytest.param(b"a\nCaf\xe9\n", "byte 6 (0xe9)", 2, id="latin-1"),
            pytest.param(b"\xff\xfea\0", "byte 1 (0xff)", 1, id="utf-16"),
            pytest.param(b"\xed\xa0\x80", "byte 1 (0xed)", 1, id="surrogate"),
            pytest.param(b"\n\xc0\xaf", "byte 2 (0xc0)", 2, id="overlong"),
            pytest.param(b"a\xe2\x82", "byte 2 (0xe2)", 1, id="cut off"),
        ],
    )
    def test_other_encoding(self, data: bytes, byte: str, line: int) -> None:
        """
        Bytes that are not UTF-8 are a fault that names the first of them.
        """
        expected = (
            f"a.md:{line}: error not-utf8: {byte} is not UTF-8\n"
            "  hint: Save the file as UTF-8 (the editor's “Save with encoding”)."
        )

        assert (None, [expected]) == decoded(data)

    @pytest.mark.parametrize(
        "data", [b"a\n\r\nb\r\n", b"a\n\rb\r"], ids=["windows", "old mac"]
    )
    def test_line_endings(self, data: bytes) -> None:
        """
        Other line endings are read as line feeds, with a warning at the first.
        """
        expected = (
            "a.md:2: warning line-endings: the file has Windows line endings (CRLF)\n"
            "  hint: Nothing is lost: it is read as if it had line feeds, and "
            "`release` writes them. Set your editor to LF to silence this."
        )

        assert ("a\n\nb\n", [expected]) == decoded(data)

    @pytest.mark.parametrize(
        ("character", "code"),
        [
            ("\0", "0000"),
            ("\x08", "0008"),
            ("\x0b", "000B"),
            ("\x1b", "001B"),
            ("\x7f", "007F"),
            ("\x80", "0080"),
            ("\x85", "0085"),
            ("\u2028", "2028"),
            ("\uffff", "FFFF"),
        ],
    )
    def test_control_character(self, character: str, code: str) -> None:
        """
        A character that can't be seen and means nothing is a fault.
        """
        expected = (
            f"a.md:2: error control-character: the file holds the control character "
            f"U+{code}\n"
            "  hint: Delete it; it can't be seen, and a PDF or a browser may drop it."
        )

        assert (None, [expected]) == decoded(f"a\nb{character}c".encode())

    @pytest.mark.parametrize("code", ["202A", "202E", "2066", "2069"])
    def test_direction_control(self, code: str) -> None:
        """
        A control that turns the direction of the text is read, with a warning.
        """
        text = f"a\n{chr(int(code, 16))}b"
        expected = (
            f"a.md:2: warning direction-control: the text holds the direction control "
            f"U+{code}, which can make it read otherwise than it is stored\n"
            "  hint: Delete it; the direction of a language is set for the whole page."
        )

        assert (text, [expected]) == decoded(text.encode())

    @pytest.mark.parametrize("text", ["א\u200fב", "a\u200db", "a\xa0b", "a\xadb"])
    def test_marks_of_scripts(self, text: str) -> None:
        """
        Marks and joiners that scripts need are no fault.
        """
        assert (text, []) == decoded(text.encode())

    def test_size(self) -> None:
        """
        A file of a million bytes is read, and one byte more is a fault.
        """
        report = Report("a.md")

        assert decode_text(b"a" * MAX_BYTES, report) is not None
        assert decode_text(b"a" * (MAX_BYTES + 1), report) is None
        assert [
            Diagnostic(
                code="file-too-large",
                severity=Severity.ERROR,
                message="the file has 1,000,001 bytes; 1,000,000 are allowed",
                path="a.md",
                hint="Split it into sections.",
            )
        ] == report.diagnostics
