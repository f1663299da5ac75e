"""From the bytes of a source to its text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.intake.account import Remark
from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.words import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 5_000_000
"""A source larger than this is no statement."""


class NoSourceTextError(DuenoticeError):
    """The source is empty."""

    hint = "Look whether it is the right file, and whole."

    def __init__(self, name: str) -> None:
        """Name the source."""
        super().__init__(f'"{name}" has no text')


class SourceTooLargeError(DuenoticeError):
    """The source is larger than any statement."""

    hint = "Take the statement alone, without what is around it."

    def __init__(self, name: str, limit: int) -> None:
        """Name the source and how large one may be."""
        super().__init__(f'"{name}" has more than {limit:,} bytes: that is too large')


class NoTextFileError(DuenoticeError):
    """The source is a file of another program."""

    def __init__(self, name: str, kind: str, advice: str) -> None:
        """Name the source and what it is."""
        super().__init__(f'"{name}" is {kind}, not a text', hint=advice)


class UnknownEncodingError(DuenoticeError):
    """The bytes of the source are no text in UTF-8."""

    hint = (
        "Save the file as UTF-8 (in most editors “Save with encoding”), and try again."
    )

    def __init__(self, name: str, error: UnicodeDecodeError, line: int) -> None:
        """Name the source and the first byte at fault."""
        byte = error.object[error.start]
        super().__init__(
            f'"{name}" is not UTF-8: line {line} holds the byte 0x{byte:02x}'
        )


_WORD_PROCESSOR = (
    "Open it in its program, save it as a web page (HTML) or as plain text in UTF-8, "
    "and import that file."
)
_PDF = (
    "A PDF holds letters and their places, and no paragraphs. Import the document it "
    "was made from; or copy its text into a file ending in .txt, look it over, and "
    "import that."
)
_BINARY = (
    "Import a text, a Markdown file or a web page; if it is a document of another "
    "program, save it there as HTML or as plain text in UTF-8."
)
_KINDS: tuple[tuple[bytes, tuple[str, ...], str, str], ...] = (
    (
        b"%PDF-",
        (".pdf",),
        "a PDF",
        _PDF,
    ),
    (
        b"PK\x03\x04",
        (".docx", ".docm", ".odt", ".pages"),
        "a document of a word processor",
        _WORD_PROCESSOR,
    ),
    (
        b"\xd0\xcf\x11\xe0",
        (".doc",),
        "a document of a word processor",
        _WORD_PROCESSOR,
    ),
    (b"{\\rtf", (".rtf",), "a document of a word processor", _WORD_PROCESSOR),
)

# The longer marks come first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_HEAD = 4096
_MOST = 3
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SEPARATORS = re.compile(r"[\x1c-\x1f]")
_UNDECODABLE = re.compile(r"[\udc80-\udcff\ufffd]")
_ESCAPED_BYTE = re.compile(r"[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class DecodedSource:
    """The text of a source with line feeds and without control characters."""

    text: str
    remarks: tuple[Remark, ...] = ()
    dropped: tuple[Taken, ...] = ()
    """What the source has and the text lacks."""


def decode_source(data: bytes, name: str) -> DecodedSource:
    """Give the text of a source.

    Raises:
        NoSourceTextError: There is nothing in it.
        SourceTooLargeError: It is larger than any statement.
        NoTextFileError: It is of another kind, such as a PDF.
        UnknownEncodingError: It is not UTF-8, and doesn't say what else it is.
    """
    if len(data) > MAX_BYTES:
        raise SourceTooLargeError(name, MAX_BYTES)
    text, encoding = _decode(data, name)
    if not text.strip():
        raise NoSourceTextError(name)
    return _cleaned(text, encoding)


def _decode(data: bytes, name: str) -> tuple[str, str]:
    """Give the text, and the name of its encoding where it isn't the usual one."""
    for mark, codec, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), encoding.replace("UTF-8", "")
            except UnicodeDecodeError as error:
                raise NoTextFileError(name, "a binary file", _BINARY) from error
    _refuse_other_kinds(data, name)
    try:
        return data.decode(), ""
    except UnicodeDecodeError as error:
        charset = _declared_charset(data)
        if charset:
            return _decode_what_can_be(data, charset), charset
        line = data.count(b"\n", 0, error.start) + 1
        raise UnknownEncodingError(name, error, line) from error


def _decode_what_can_be(data: bytes, charset: str) -> str:
    """Decode, and keep bytes that are no characters as lone surrogates."""
    try:
        return data.decode(charset, errors="surrogateescape")
    except UnicodeDecodeError:
        # In some encodings a byte can be wrong that would otherwise be a letter.
        return data.decode(charset, errors="replace")


def _refuse_other_kinds(data: bytes, name: str) -> None:
    lower = name.lower()
    for start, suffixes, kind, advice in _KINDS:
        if data.startswith(start) or (data and lower.endswith(suffixes)):
            raise NoTextFileError(name, kind, advice)
    if b"\x00" in data:
        raise NoTextFileError(name, "a binary file", _BINARY)


def _declared_charset(data: bytes) -> str:
    """Give the encoding that a web page names, where Python knows it."""
    found = _CHARSET.search(data[:_HEAD])
    if found is None:
        return ""
    try:
        codec = codecs.lookup(found[1].decode("ascii", errors="replace"))
    except LookupError:
        return ""
    return "" if codec.name == "utf-8" else codec.name


def _cleaned(text: str, encoding: str) -> DecodedSource:
    lines = _SEPARATORS.sub(" ", _LINE_ENDS.sub("\n", text))
    clean = _ESCAPED_BYTE.sub("\ufffd", UNSEEN.sub("", lines)).removeprefix("\ufeff")
    return DecodedSource(
        text=clean,
        remarks=tuple(_remarks(lines, encoding)),
        dropped=tuple(_dropped(lines)),
    )


def _dropped(text: str) -> Iterator[Taken]:
    """Give what can't stand in a text, each kind once, with its first line."""
    for kind, form in (
        (TakenKind.UNDECODABLE, _UNDECODABLE),
        (TakenKind.CONTROL, UNSEEN),
    ):
        found = form.findall(text)
        if found:
            what = [_byte_or_number(one) for one in dict.fromkeys(found)]
            more = f" and {len(what) - _MOST} more" if len(what) > _MOST else ""
            yield Taken(
                kind=kind,
                words=f"{', '.join(what[:_MOST])}{more}",
                line=text.count("\n", 0, text.index(found[0])) + 1,
                content=" ".join(map(_byte_or_number, found)),
            )


def _byte_or_number(character: str) -> str:
    code = ord(character)
    if _ESCAPED_BYTE.match(character):
        return f"0x{code - 0xDC00:02x}"
    return f"U+{code:04X}"


def _remarks(text: str, encoding: str) -> Iterator[Remark]:
    if encoding:
        yield Remark(
            message=f"the source was read as {encoding}; what is written is UTF-8",
            hint="Look over names and signs that aren't plain letters.",
        )
    undecodable = _ESCAPED_BYTE.search(text)
    if undecodable is not None:
        count = len(_ESCAPED_BYTE.findall(text))
        yield Remark(
            message=f"{count} bytes are no characters in {encoding}; the first is "
            f"{_byte_or_number(undecodable[0])}",
            hint="Put in what stood there, from the original.",
            line=text.count("\n", 0, undecodable.start()) + 1,
        )
    control = UNSEEN.search(text)
    if control is not None:
        count = len(UNSEEN.findall(text))
        yield Remark(
            message=f"{count} control characters, which can't be seen, were dropped; "
            f"the first is U+{ord(control[0]):04X}",
            hint="Compare the words around it with the original.",
            line=text.count("\n", 0, control.start()) + 1,
        )
    if "\ufffd" in text:
        yield Remark(
            message="the source holds the sign for a character that was lost before "
            "(U+FFFD)",
            hint="Put in what stood there, from the original.",
            line=text.count("\n", 0, text.index("\ufffd")) + 1,
        )
