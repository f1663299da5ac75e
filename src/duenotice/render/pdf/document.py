"""From HTML and a style sheet to the bytes of a PDF.

The only module that imports WeasyPrint. What is done to the PDF's objects before they
are written is in `finisher`.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import threading
import unicodedata
import warnings
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from duenotice.render.pdf.errors import PdfContentError
from duenotice.render.pdf.errors import PdfFetchError
from duenotice.render.pdf.errors import PdfGlyphError
from duenotice.render.pdf.finisher import STREAM_END
from duenotice.render.pdf.finisher import Finisher

with warnings.catch_warnings():
    # It warns of a missing HarfBuzz-Subset, without which it is slower and as good.
    warnings.simplefilter("ignore", DeprecationWarning)
    import weasyprint
    from weasyprint.css import ColorProfile
    from weasyprint.urls import URLFetcher
    from weasyprint.urls import URLFetcherResponse
    from weasyprint.urls import URLFetchingError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    import pydyf

    from duenotice.render.pdf.tag_tree import Box

_OPTIONS = {
    "pdf_variant": "pdf/a-3a",
    "output_intent": "--srgb",
    "presentational_hints": True,  # or lists would ignore `start`
}
_ATTEMPTS = 9
_UNSEEN = re.compile(
    "[\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Marks that change the direction of writing, and what is no character at all."""

NO_FONTS: Mapping[str, bytes] = MappingProxyType({})

_SLOW_SUBSETTING = "Using fontTools instead of HarfBuzz-Subset"

_BASE_STYLE = """
h4, h5, h6 { bookmark-level: none }
tr { break-inside: avoid }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfInfo:
    """What a PDF says about itself beside its title and language."""

    dated: dt.date
    """The day given as that of its creation and last change."""

    author: str | None = None
    """Who speaks in it."""

    subject: str | None = None
    """What it is, in one sentence."""


def write_pdf(
    html: str,
    *,
    stylesheet: str,
    info: PdfInfo,
    fonts: Mapping[str, bytes] = NO_FONTS,
) -> bytes:
    """Set a document with a style sheet; its `title` and `lang` become the PDF's.

    Args:
        html: The document.
        stylesheet: How it looks.
        info: What it says about itself.
        fonts: Files by the names that the style sheet asks for as `font:NAME`.

    Raises:
        PdfFetchError: Something outside the two texts is asked for.
        PdfGlyphError: A character has no glyph in any installed font.
        PdfContentError: Anything else of which WeasyPrint warns, a link that leads
            nowhere, a skipped heading level, a picture or a document without title.
    """
    content = b""
    for spares in range(_ATTEMPTS):
        finisher = Finisher(spares)
        content = _attempt(html, stylesheet, info, finisher, fonts)
        if content.count(STREAM_END) == finisher.framed:
            break
    return content


def _attempt(
    html: str,
    stylesheet: str,
    info: PdfInfo,
    finisher: Finisher,
    fonts: Mapping[str, bytes] = NO_FONTS,
) -> bytes:
    fetcher = _RefusingFetcher(fonts)
    with _listening() as warned:
        source = weasyprint.HTML(string=html, url_fetcher=fetcher)
        title = _title(source.etree_element)
        try:
            document = source.render(
                stylesheets=[io.StringIO(_BASE_STYLE), io.StringIO(stylesheet)],
                color_profiles={"--srgb": _read_colors()},
                **_OPTIONS,
            )
            document.pages[:] = map(_Page, document.pages)
            _fill_metadata(document.metadata, title, info)
            finisher.root = source.etree_element
            content: bytes = document.write_pdf(finisher=finisher, **_OPTIONS)
        except URLFetchingError as error:
            raise PdfFetchError(title, fetcher.refused) from error
    if fetcher.refused:
        raise PdfFetchError(title, fetcher.refused)
    if missing := {code for font in document.fonts.values() for code in font.missing}:
        raise PdfGlyphError(title, map(chr, missing))
    if faults := [*warned, *finisher.faults]:
        raise PdfContentError(title, faults)
    return content


def _title(root: Element) -> str:
    return _plain(root.findtext("head/title") or "")


def _plain(text: str) -> str:
    """Make a line of a text, without what can't be seen and yet has an effect.

    Neither markup nor brackets are special in it. But a control character is none of
    XML's, and would spoil all metadata; and an override of the direction of writing
    would turn what the reader's window shows around it.
    """
    shown = (
        " " if unicodedata.category(one) == "Cc" else one
        for one in text
        if not _UNSEEN.match(one)
    )
    return " ".join("".join(shown).split())


def _fill_metadata(
    metadata: weasyprint.pdf.metadata.DocumentMetadata, title: str, info: PdfInfo
) -> None:
    metadata.title = title
    metadata.authors = [_plain(info.author)] if info.author else []
    metadata.description = None if info.subject is None else _plain(info.subject)
    metadata.keywords = []
    metadata.generator = "duenotice"
    metadata.created = metadata.modified = info.dated.isoformat()


def _read_colors() -> ColorProfile:
    # WeasyPrint's own way to this profile leaves the file open.
    profile = io.BytesIO((files("weasyprint.pdf") / "sRGB2014.icc").read_bytes())
    components = (["r"], ["g"], ["b"])
    return ColorProfile(profile, "sRGB2014.icc", "relative-colorimetric", components)


class _RefusingFetcher(URLFetcher):  # type: ignore[misc]
    """Gives the fonts it has, fetches nothing, and remembers what it was asked for."""

    def __init__(self, fonts: Mapping[str, bytes]) -> None:
        super().__init__()
        self._fonts = fonts
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> object:
        """Refuse. WeasyPrint may go on without, so `_attempt` looks afterwards."""
        del headers
        kind, _, name = url.partition(":")
        if kind == "font" and name in self._fonts:
            return URLFetcherResponse(url, self._fonts[name])
        self.refused.append(url)
        raise URLFetchingError(url)


class _Listener(logging.Handler):
    """Collects what WeasyPrint warns of in this thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        message = record.getMessage()
        if record.thread == self._thread and not message.startswith(_SLOW_SUBSETTING):
            self.messages.append(message)


@contextlib.contextmanager
def _listening() -> Iterator[list[str]]:
    logger = logging.getLogger("weasyprint")
    listener = _Listener()
    level = logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.WARNING)
    try:
        yield listener.messages
    finally:
        logger.setLevel(level)
        logger.removeHandler(listener)


class _Page(weasyprint.Page):  # type: ignore[misc]
    """A page that remembers which box each piece of marked content is from."""

    def __init__(self, page: weasyprint.Page) -> None:
        # Made from a page, since WeasyPrint alone can make one from boxes.
        self.__dict__.update(page.__dict__)
        # One link for each `a`, not one more for each element inside it.
        self.links = [link for link in page.links if link[3].link]
        self.boxes: dict[int, Box] = {}

    def paint(self, stream: pydyf.Stream, scale: float = 1) -> None:
        """Paint, and read the marks before WeasyPrint uses them up."""
        super().paint(stream, scale)
        marks = stream._tags.items()  # noqa: SLF001 - they are kept nowhere else
        self.boxes = {mark["mcid"]: box for box, mark in marks}
