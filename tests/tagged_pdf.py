"""A PDF as a checker and a screen reader meet it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
from page import validate_pdf_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator


def failures(content: bytes, profile: str) -> list[str]:
    """List what a checker finds wrong."""
    report = validate_pdf_bytes(content, profile=profile)
    return [f"{each.rule_id}: {each.message}" for each in report.failures]


class TaggedPdf:
    """A PDF as a screen reader meets it: by its tags."""

    def __init__(self, content: bytes) -> None:
        """Read the structure tree and the text of each piece of marked content."""
        self.file = pikepdf.open(io.BytesIO(content))
        self.artifacts: list[str] = []
        self._texts: dict[tuple[object, str], str] = {}
        for page in self.file.pages:
            self._read(page)
        self._root = self.file.Root.StructTreeRoot.K[0]
        self.elements = list(self._walk(self._root))

    def find(self, role: str) -> list[pikepdf.Object]:
        """Find the elements of one role."""
        return [each for each in self.elements if each.S == f"/{role}"]

    def find_with(self, key: str) -> dict[str, str]:
        """Map the text of each element that has an entry to that entry."""
        found = [each for each in self.elements if key in each]
        return {self.text(each): str(each[key]) for each in found}

    def text(self, element: pikepdf.Object | None = None, without: str = "") -> str:
        """Read out an element, or everything, without the elements of one role."""
        element = self._root if element is None else element
        if element.S == f"/{without}":
            return ""
        return "".join(
            self.text(kid, without)
            if _is_element(kid)
            else self._texts.get((element.Pg.objgen, str(kid)), "")
            for kid in element.get("/K", [])
        )

    def _walk(self, element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        for kid in filter(_is_element, element.get("/K", [])):
            yield from self._walk(kid)

    def _read(self, page: pikepdf.Page) -> None:
        letters = {name: _letters(font) for name, font in page.Resources.Font.items()}
        number: object = None
        text, font = "", ""
        for instruction in pikepdf.parse_content_stream(page):
            operands = instruction.operands
            match str(instruction.operator):
                case "Tf":
                    font = str(operands[0])
                case "BDC":
                    text, number = "", operands[1].get("/MCID")
                case "TJ":
                    text += _decode(operands[0], letters[font])
                case "EMC" if number is None:
                    self.artifacts.append(text)
                case "EMC":
                    self._texts[page.objgen, str(number)] = text
                case _:
                    pass


def _is_element(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.Type == "/StructElem"


def _letters(font: pikepdf.Object) -> dict[int, str]:
    pairs = re.findall(rb"<(\w+)> <(\w+)>", font.ToUnicode.read_bytes())
    return {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for glyph, text in pairs
    }


def _decode(shown: pikepdf.Object, letters: dict[int, str]) -> str:
    strings = [bytes(each) for each in shown if isinstance(each, pikepdf.String)]
    glyphs = b"".join(strings)
    pairs = zip(glyphs[::2], glyphs[1::2], strict=True)
    return "".join(letters[high << 8 | low] for high, low in pairs)


def roles(element: pikepdf.Object) -> list[str]:
    """List the roles of the elements right in an element."""
    return [str(kid.S) for kid in element.K]
