"""From HTML and a style sheet to the bytes of a PDF.

The only module that imports WeasyPrint. What is done to the PDF's objects before they
are written is in `finisher`, and for many letters at once in `print_file`.
"""

from __future__ import annotations

import io
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
from duenotice.render.pdf.info import fill_metadata
from duenotice.render.pdf.info import plain_line
from duenotice.render.pdf.listener import listening
from duenotice.render.pdf.set_line import set_line

with warnings.catch_warnings():
    # It warns of a missing HarfBuzz-Subset, without which it is slower and as good.
    warnings.simplefilter("ignore", DeprecationWarning)
    import weasyprint
    from weasyprint.css import ColorProfile
    from weasyprint.draw.text import draw_first_line
    from weasyprint.matrix import Matrix
    from weasyprint.text.line_break import Layout
    from weasyprint.text.line_break import line_size
    from weasyprint.urls import URLFetcher
    from weasyprint.urls import URLFetcherResponse
    from weasyprint.urls import URLFetchingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable
    from collections.abc import Mapping
    from collections.abc import Sequence

    import pydyf

    from duenotice.render.pdf.info import PdfInfo
    from duenotice.render.pdf.letter_places import Style
    from duenotice.render.pdf.painter import Painter
    from duenotice.render.pdf.set_line import SetLine
    from duenotice.render.pdf.tag_tree import Box

_OPTIONS = {
    "pdf_variant": "pdf/a-3a",
    "output_intent": "--srgb",
    "presentational_hints": True,  # or lists would ignore `start`
}
_PRINT_OPTIONS = {"presentational_hints": True}
_ATTEMPTS = 9

NO_FONTS: Mapping[str, bytes] = MappingProxyType({})

_BASE_STYLE = """
h4, h5, h6 { bookmark-level: none }
tr { break-inside: avoid }
"""


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
        fonts: Files, a logo too, by what the style sheet asks for as `theme:NAME`.

    Raises:
        PdfFetchError: Something outside the two texts is asked for.
        PdfGlyphError: A character has no glyph in any installed font.
        PdfContentError: Anything else of which WeasyPrint warns, a link that leads
            nowhere, a skipped heading level, a picture or a document without title.
    """
    sheet = _Sheet(html=html, stylesheet=stylesheet, info=info, fonts=fonts)
    content = b""
    for spares in range(_ATTEMPTS):
        finisher = Finisher(spares)
        content = _attempt(sheet, finisher)
        if content.count(STREAM_END) == finisher.framed:
            break
    return content


def _attempt(sheet: _Sheet, finisher: Finisher) -> bytes:
    return _write(sheet, finisher, lambda pages, _: map(_Page, pages), _OPTIONS)


def write_painted_pdf(
    html: str, *, stylesheet: str, info: PdfInfo, painter: Painter
) -> bytes:
    """Set a document for paper alone, without tags and links, and let more be drawn.

    Raises:
        PdfFetchError: Something outside the two texts is asked for.
        PdfGlyphError: A character has no glyph in any installed font.
        PdfContentError: Anything else of which WeasyPrint or the painter warns.
    """
    sheet = _Sheet(html=html, stylesheet=stylesheet, info=info, fonts=NO_FONTS)

    def wrap(pages: Sequence[weasyprint.Page], warned: list[str]) -> list[_PaperPage]:
        wrapped = [_PaperPage(page) for page in pages]
        wrapped[-1].then = lambda stream: _paint(painter, wrapped, stream, warned)
        return wrapped

    return _write(sheet, painter, wrap, _PRINT_OPTIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    html: str
    stylesheet: str
    info: PdfInfo
    fonts: Mapping[str, bytes]


def _write(
    sheet: _Sheet,
    finisher: Finisher | Painter,
    wrap: Callable[[Sequence[weasyprint.Page], list[str]], Iterable[weasyprint.Page]],
    options: Mapping[str, object],
) -> bytes:
    fetcher = _RefusingFetcher(sheet.fonts)
    with listening() as warned:
        source = weasyprint.HTML(string=sheet.html, url_fetcher=fetcher)
        title = plain_line(source.etree_element.findtext("head/title") or "")
        try:
            document = source.render(
                stylesheets=[io.StringIO(_BASE_STYLE), io.StringIO(sheet.stylesheet)],
                color_profiles={"--srgb": _read_colors()},
                **options,
            )
            document.pages[:] = wrap(document.pages, warned)
            fill_metadata(document.metadata, title, sheet.info)
            finisher.root = source.etree_element
            content: bytes = document.write_pdf(finisher=finisher, **options)
        except URLFetchingError as error:
            raise PdfFetchError(title, fetcher.refused) from error
    if fetcher.refused:
        raise PdfFetchError(title, fetcher.refused)
    if missing := {code for font in document.fonts.values() for code in font.missing}:
        raise PdfGlyphError(title, map(chr, missing))
    if faults := [*warned, *finisher.faults]:
        raise PdfContentError(title, faults)
    return content


class Press:
    """Sets single lines of text, in the fonts of the document that is being drawn."""

    def __init__(self, stream: pydyf.Stream, warned: list[str]) -> None:
        """Take the stream of a page, and the list of what WeasyPrint warns of."""
        self.fonts = stream._fonts  # noqa: SLF001 - it has no other name
        self._stream = stream.clone()
        self._warned = warned
        self._layouts: dict[tuple[int, str], Layout] = {}

    def line(self, text: str, style: Style, direction: str) -> SetLine | None:
        """Set a line, or nothing where no installed font has a glyph for it.

        Args:
            text: A line, without control characters.
            style: How it looks.
            direction: `ltr` or `rtl`.
        """
        layout = self._layout(style, direction)
        layout.set_text(text)
        known, warned = set(self.fonts), len(self._warned)
        self._stream.stream = []
        self._stream._current_font = None  # noqa: SLF001 - so that it names the font
        box = _LineBox(text, layout)
        pictures = draw_first_line(self._stream, box, "clip", "none", Matrix(d=-1))
        if pictures or any(font.missing for font in self.fonts.values()):
            self._forget(known)
            del self._warned[warned:]
            return None
        first, _ = layout.get_first_line()
        width, _ = line_size(first, layout.style)
        return set_line(self._stream.stream, width)

    def _layout(self, style: Style, direction: str) -> Layout:
        key = id(style), direction
        if key not in self._layouts:
            turned = style.copy()
            turned["direction"] = direction
            self._layouts[key] = Layout(turned)
        return self._layouts[key]

    def _forget(self, known: set[object]) -> None:
        """Take out of the fonts what a line left there that can't be set."""
        for key in [key for key in self.fonts if key not in known]:
            del self.fonts[key]
        for font in self.fonts.values():
            # The first glyph is the empty box that stood in.
            for glyph in (0, *font.missing.values()):
                font.widths.pop(glyph, None)
                font.to_unicode.pop(glyph, None)
            font.missing.clear()


@dataclass(frozen=True, slots=True)
class _LineBox:
    """What WeasyPrint needs of a box to draw its line."""

    text: str
    pango_layout: Layout
    baseline: float = 0

    @property
    def style(self) -> Style:
        style: Style = self.pango_layout.style
        return style


def _paint(
    painter: Painter, pages: list[_PaperPage], stream: pydyf.Stream, warned: list[str]
) -> None:
    press = Press(stream, warned)
    # Where the pages themselves lack glyphs, the whole is refused anyway.
    if not any(font.missing for font in press.fonts.values()):
        boxes = [page._page_box for page in pages]  # noqa: SLF001 - as above
        painter.paint(boxes, press)


def _read_colors() -> ColorProfile:
    # WeasyPrint's own way to this profile leaves the file open.
    profile = io.BytesIO((files("weasyprint.pdf") / "sRGB2014.icc").read_bytes())
    components = (["r"], ["g"], ["b"])
    return ColorProfile(profile, "sRGB2014.icc", "relative-colorimetric", components)


class _RefusingFetcher(URLFetcher):  # type: ignore[misc]
    """Gives the files it has, fetches nothing, and remembers what it was asked for."""

    def __init__(self, fonts: Mapping[str, bytes]) -> None:
        super().__init__()
        self.fonts = fonts
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> object:
        """Refuse. WeasyPrint may go on without, so `_write` looks afterwards."""
        del headers
        kind, _, name = url.partition(":")
        if kind == "theme" and name in self.fonts:
            return URLFetcherResponse(url, self.fonts[name])
        self.refused.append(url)
        raise URLFetchingError(url)


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


class _PaperPage(weasyprint.Page):  # type: ignore[misc]
    """A page on which nobody clicks; the last calls for what comes after it."""

    def __init__(self, page: weasyprint.Page) -> None:
        self.__dict__.update(page.__dict__, links=[], bookmarks=[], anchors={})
        self.then: Callable[[pydyf.Stream], None] | None = None

    def paint(self, stream: pydyf.Stream, scale: float = 1) -> None:
        """Paint it."""
        super().paint(stream, scale)
        if self.then:
            self.then(stream)
