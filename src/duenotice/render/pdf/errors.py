"""Why a document could not be made a PDF."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Iterable


class PdfError(DuenoticeError):
    """A document that could not be made a PDF as it should be.

    The messages name it by its title, which says of which version it is and, by its
    words, in which language.
    """


class PdfFetchError(PdfError):
    """A document that asks for something outside itself."""

    hint: ClassVar[str] = (
        "A PDF is made from its own text and style sheet alone, without the network "
        "and without files: write a picture as inline SVG, and take the rest out."
    )

    def __init__(self, title: str, addresses: Iterable[str]) -> None:
        self.addresses = tuple(dict.fromkeys(addresses))
        listed = ", ".join(f'"{address}"' for address in self.addresses)
        super().__init__(f'the PDF "{title}" would have to fetch {listed}')


class PdfGlyphError(PdfError):
    """A text with characters that no installed font can show."""

    hint: ClassVar[str] = (
        "Readers would see empty boxes. Install a font for that script, such as those "
        "of the packages fonts-noto-core and fonts-noto-cjk."
    )

    def __init__(self, title: str, characters: Iterable[str]) -> None:
        self.characters = tuple(sorted(set(characters)))
        listed = ", ".join(map(_name_character, self.characters))
        super().__init__(f'for the PDF "{title}" no installed font has {listed}')


class PdfContentError(PdfError):
    """A document with faults that a reader of the PDF would meet."""

    hint: ClassVar[str] = "Correct the text, the template or its style sheet."

    def __init__(self, title: str, faults: Iterable[str]) -> None:
        self.faults = tuple(dict.fromkeys(faults))
        listed = "; ".join(self.faults)
        super().__init__(f'the PDF "{title}" would be faulty: {listed}')


class PdfSettingError(PdfError):
    """A document at which WeasyPrint itself fails."""

    hint: ClassVar[str] = (
        "Look at your own templates and style sheets for rules that are out of the "
        "ordinary, and take them out one by one. If you have none, please report it."
    )

    def __init__(self, title: str, error: Exception) -> None:
        super().__init__(
            f'the PDF "{title}" can\'t be set: WeasyPrint fails with '
            f"{type(error).__name__}"
        )


def _name_character(character: str) -> str:
    name = unicodedata.name(character, "unnamed")
    shown = f'"{character}"' if character.isprintable() else "a character"
    return f"{shown} (U+{ord(character):04X}, {name})"
