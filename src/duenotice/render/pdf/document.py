"""From HTML and a style sheet to the bytes of a PDF.

The only module that imports WeasyPrint. What is done to the PDF's objects before they
are written is in `finisher`, and for many letters at once in `print_file`.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.render.pdf.errors import PdfContentError
from duenotice.render.pdf.errors import PdfFetchError
from duenotice.render.pdf.errors import PdfGlyphError
from duenotice.render.pdf.errors import PdfSettingError
from duenotice.render.pdf.finisher import STREAM_END
from duenotice.render.pdf.finisher import Finisher
from duenotice.render.pdf.info import fill_metadata
from duenotice.render.pdf.info import plain_line
from duenotice.render.pdf.kept import Kept
from duenotice.render.pdf.listener import listening
from duenotice.render.pdf.painter import paint_pages
from duenotice.render.pdf.press import Press
from duenotice.render.pdf.sheet import Sheet
from duenotice.render.pdf.sheet import Sheets

with warnings.catch_warnings():
    # It warns of a missing HarfBuzz-Subset, without which it is slower and as good.
    warnings.simplefilter("ignore", DeprecationWarning)
    import weasyprint
    from weasyprint.css import ColorProfile
    from weasyprint.css.counters import CounterStyle
    from weasyprint.draw.text import draw_first_line
    from weasyprint.matrix import Matrix
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.text.line_break import Layout
    from weasyprint.text.line_break import line_size
    from weasyprint.urls import URLFetcher
    from weasyprint.urls import URLFetcherResponse
    from weasyprint.urls import URLFetchingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Collection
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    import pydyf

    from duenotice.render.pdf.info import PdfInfo
    from duenotice.render.pdf.letter_places import Style
    from duenotice.render.pdf.painter import Painter
    from duenotice.render.pdf.set_line import LineBox
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
        PdfSettingError: WeasyPrint fails.
    """
    sheets = (Sheet(html, stylesheet),)
    source = Sheets(sheets=sheets, info=info, files=fonts)
    content = b""
    for spares in range(_ATTEMPTS):
        finisher = Finisher(spares)
        content = _attempt(source, finisher)
        if content.count(STREAM_END) == finisher.framed:
            break
    return content


def _attempt(source: Sheets, finisher: Finisher) -> bytes:
    (sheet,) = source.sheets

    def lay_out(fetcher: _RefusingFetcher, _: list[str]) -> _Laid:
        look = _Look(sheet.stylesheet, fetcher)
        laid = look.lay_out(sheet.html, fetcher, _OPTIONS)
        laid.document.color_profiles["--srgb"] = _read_colors()
        laid.document.pages[:] = map(_Page, laid.document.pages)
        return laid

    return _write(source, finisher, lay_out, _OPTIONS)


def write_painted_pdf(source: Sheets, painter: Painter) -> bytes:
    """Set documents for paper alone, without tags and links, and let more be drawn.

    One that was laid out lately isn't laid out again.

    Raises:
        PdfFetchError: Something outside the source is asked for.
        PdfGlyphError: A character has no glyph in any installed font.
        PdfContentError: Anything else of which WeasyPrint or the painter warns.
        PdfSettingError: WeasyPrint fails.
    """

    def lay_out(fetcher: _RefusingFetcher, warned: list[str]) -> _Laid:
        laid = [_known(sheet, fetcher, warned) for sheet in source.sheets]
        pages = [[_PaperPage(page) for page in one.document.pages] for one in laid]
        pages[-1][-1].then = lambda stream: paint_pages(
            painter, pages, Press(stream, warned, _Typesetter())
        )
        return _Laid(laid[0].document.copy([*chain(*pages)]), laid[0].root)

    return _write(source, painter, lay_out, _PRINT_OPTIONS)


@dataclass(frozen=True, slots=True)
class _Laid:
    document: weasyprint.Document
    root: Element
    """Of its HTML."""


def _write(
    source: Sheets,
    finisher: Finisher | Painter,
    lay_out: Callable[[_RefusingFetcher, list[str]], _Laid],
    options: Mapping[str, object],
) -> bytes:
    fetcher = _RefusingFetcher(source.files)
    with listening() as warned:
        try:
            laid = lay_out(fetcher, warned)
            document, title = laid.document, _title(laid.root)
            fill_metadata(document.metadata, title, source.info)
            finisher.root = laid.root
            content: bytes = document.write_pdf(finisher=finisher, **options)
        except URLFetchingError as error:
            raise PdfFetchError(_title_of(source), fetcher.refused) from error
        except (DuenoticeError, OSError, MemoryError):
            raise
        except Exception as error:  # a style sheet can break it in many ways
            raise PdfSettingError(_title_of(source), error) from error
    if fetcher.refused:
        raise PdfFetchError(title, fetcher.refused)
    if missing := {code for font in document.fonts.values() for code in font.missing}:
        raise PdfGlyphError(title, map(chr, missing))
    if faults := [*warned, *finisher.faults]:
        raise PdfContentError(title, faults)
    return content


def _title_of(source: Sheets) -> str:
    return _title(weasyprint.HTML(string=source.sheets[0].html).etree_element)


def _title(root: Element) -> str:
    return plain_line(root.findtext("head/title") or "")


class _Look:
    """A style sheet, with the fonts and pictures that documents have in common."""

    def __init__(self, stylesheet: str, fetcher: _RefusingFetcher) -> None:
        self.fonts, self.counters = FontConfiguration(), CounterStyle()
        self.pictures: dict[str, object] = {}
        self.sheets = [
            weasyprint.CSS(
                string=text,
                url_fetcher=fetcher,
                font_config=self.fonts,
                counter_style=self.counters,
            )
            for text in (_BASE_STYLE, stylesheet)
        ]

    def lay_out(
        self, html: str, fetcher: _RefusingFetcher, options: Mapping[str, object]
    ) -> _Laid:
        source = weasyprint.HTML(string=html, url_fetcher=fetcher)
        found = self.pictures.copy()
        document = source.render(
            self.fonts,
            self.counters,
            stylesheets=self.sheets,
            cache=found,
            **options,
        )
        # What is not to be had is to be refused the next time, too.
        self.pictures |= {url: one for url, one in found.items() if one is not None}
        return _Laid(document, source.etree_element)


_looks: Kept[_Look] = Kept(4)
_layouts: Kept[_Laid] = Kept(64)
"""Of a megabyte each: letters are the same in all print files that a process makes."""


def _known(sheet: Sheet, fetcher: _RefusingFetcher, warned: list[str]) -> _Laid:
    """Lay a document out, unless it was laid out lately and nothing was wrong."""
    files = tuple(sorted(fetcher.files.items()))

    def is_fit() -> bool:
        return not warned and not fetcher.refused

    def lay_out() -> _Laid:
        key = sheet.stylesheet, files
        look = _looks.get(key, lambda: _Look(sheet.stylesheet, fetcher), is_fit)
        return look.lay_out(sheet.html, fetcher, _PRINT_OPTIONS)

    return _layouts.get((sheet, files), lay_out, is_fit)


class _Typesetter:
    """Sets single lines of text."""

    def layout(self, style: Style) -> Layout:
        return Layout(style)

    def width(self, layout: Layout) -> float:
        first, _ = layout.get_first_line()
        width, _ = line_size(first, layout.style)
        return float(width)

    def draw(self, stream: pydyf.Stream, box: LineBox) -> Collection[object]:
        drawn: Collection[object] = draw_first_line(
            stream, box, "clip", "none", Matrix(d=-1)
        )
        return drawn


def _read_colors() -> ColorProfile:
    # WeasyPrint's own way to this profile leaves the file open.
    profile = io.BytesIO((files("weasyprint.pdf") / "sRGB2014.icc").read_bytes())
    components = (["r"], ["g"], ["b"])
    return ColorProfile(profile, "sRGB2014.icc", "relative-colorimetric", components)


class _RefusingFetcher(URLFetcher):  # type: ignore[misc]
    """Gives the files it has, fetches nothing, and remembers what it was asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__()
        self.files = files
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> object:
        """Refuse. WeasyPrint may go on without, so `_write` looks afterwards."""
        del headers
        kind, _, name = url.partition(":")
        if kind == "theme" and name in self.files:
            return URLFetcherResponse(url, self.files[name])
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
