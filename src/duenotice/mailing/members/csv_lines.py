"""The lines of a CSV file, whatever its bytes are, in little memory."""

from __future__ import annotations

import codecs
from typing import IO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 1 << 20
"""Of a longer line the middle is left out: it is no row, and memory has an end."""

_BLOCK = 1 << 20


def csv_lines(file: IO[bytes]) -> Iterator[str]:
    """Give the lines without their ends; bytes that are no UTF-8 as lone surrogates."""
    is_first = True
    for block in _whole_lines(file):
        content = block.removeprefix(codecs.BOM_UTF8) if is_first else block
        is_first = False
        text = content.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
        yield from text.removesuffix("\n").removesuffix("\r").split("\n")


def _whole_lines(file: IO[bytes]) -> Iterator[bytes]:
    """Give blocks that end where a line does; too long lines in part."""
    rest = b""
    while block := file.read(_BLOCK):
        end = block.rfind(b"\n") + 1
        if end:
            yield rest + block[:end]
            rest = block[end:]
        elif len(rest) <= LONGEST_LINE:
            rest += block
    if rest:
        yield rest
