"""A letter of a rowing club, and where its lines stand on the paper."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
from markupsafe import Markup

from duenotice.render import locales
from duenotice.render.change_views import ChoiceView
from duenotice.render.change_views import NoticeView
from duenotice.render.change_views import ToldPassageView
from duenotice.render.change_views import ToldSectionView
from duenotice.render.change_views import ToldWordsView
from duenotice.render.environment import Templates
from duenotice.render.messages.letter_view import LetterView
from duenotice.render.messages.message_view import EarlierChangeView
from duenotice.render.messages.message_view import SinceView
from duenotice.render.pdf import PdfInfo
from duenotice.render.pdf.letter_lines import LetterLines
from duenotice.render.pdf.print_file import PrintPart
from duenotice.render.pdf.print_file import write_print_file
from duenotice.render.pdf.sheet import Sheet
from duenotice.render.style_sheet import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.render.pdf.print_file import PrintedLetters

TEMPLATES = Templates()
STYLE = style_sheet(TEMPLATES, "messages/letter.css")
INFO = PdfInfo(dated=dt.date(2026, 3, 9), author="Heron Rowing Club")
PAGE = "https://heron.example/changes/2026-03-01/"
COMPARISON = "https://heron.example/compare/2025-01-01/2026-03-01/"
MISSED = EarlierChangeView(
    label="2025-06-01",
    announced=dt.date(2025, 6, 1),
    effective=dt.date(2025, 8, 1),
    summary=None,
    sections=("The log",),
    href="https://heron.example/changes/2025-06-01/",
)
SENDER = ("The Boathouse", "3 Quay Road", "Heron Bay, CA 90001")
_MM = 25.4 / 72


def letter_html(
    locale: str = "en",
    paper: str = "letter",
    *,
    is_large_print: bool = False,
    paragraphs: int = 40,
    **changed: object,
) -> str:
    """Render the letter, or a changed one, with slots for what is each reader's own."""
    before, after = (
        ToldWordsView(text=text, lang="en", direction="ltr")
        for text in ("We keep the log for 5 years.", "We keep the log for 9 years.")
    )
    passage = ToldPassageView(before=before, after=after)
    view = LetterView(
        lang=locale,
        direction=locales.text_direction(locale),
        paper=paper,
        is_large_print=is_large_print,
        sender="Heron Rowing Club",
        sender_lines=SENDER,
        dated=dt.date(2026, 3, 9),
        title="Rowing rules",
        controller="Heron Rowing Club",
        label="2026-03-01",
        known="2025-01-01",
        announced=dt.date(2026, 3, 1),
        effective=dt.date(2026, 5, 1),
        is_past=False,
        reaches="all",
        is_required_by_law=False,
        choices=(
            ChoiceView(kind="choice", asked="people", answer_by=dt.date(2026, 4, 30)),
        ),
        notice=NoticeView(
            content=Markup("<h3>The log</h3>")
            + Markup("<p>We keep it longer.</p>") * paragraphs,
            lang="en",
            direction="ltr",
            is_foreign=locale != "en",
        ),
        told=(
            ToldSectionView(
                heading="1. The log", lang="en", direction="ltr", passages=(passage,)
            ),
        ),
        earlier=(),
        since=SinceView(),
        page=PAGE,
        comparison=COMPARISON,
        contacts=("office@heron.example",),
    )
    whole = replace(view, **changed)  # type: ignore[arg-type]
    return TEMPLATES.render("messages/letter.html", whole, locale)


def lines_for(
    name: str, *address: str, greeting: str = "", reference: str = "ABCDE-FGHIJ"
) -> LetterLines:
    """Make what is one reader's own."""
    return LetterLines(
        address=(name, *(address or ("7 Mill Lane", "Heron Bay, CA 90001"))),
        greeting=greeting or f"Dear {name},",
        plain_greeting="Dear member,",
        reference=reference,
    )


def print_letters(
    letters: Sequence[LetterLines], locale: str = "en", paper: str = "letter"
) -> PrintedLetters:
    """Print the letter for many readers."""
    return print_html(letter_html(locale, paper), letters)


def print_html(html: str, letters: Sequence[LetterLines]) -> PrintedLetters:
    """Print a letter, in HTML, for many readers."""
    part = PrintPart(sheet=Sheet(html, STYLE), letters=letters)
    return write_print_file([part], info=INFO, files={})


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """Where a line stands, in millimetres from the corner at the top left."""

    left: float
    right: float
    baseline: float
    size: float
    """Of its letters, in points."""


def own_lines(content: bytes, number: int = 0) -> list[DrawnLine]:
    """Measure the reader's own lines on a page: the address, greeting, reference."""
    with pikepdf.open(io.BytesIO(content)) as file:
        page = file.pages[number]
        own = page.Contents[0]
        fonts = {key: _widths(font) for key, font in page.Resources.Font.items()}
        return list(_drawn_lines(own, fonts, float(page.MediaBox[3])))


def _drawn_lines(
    own: pikepdf.Object, fonts: dict[str, dict[int, float]], top: float
) -> Iterator[DrawnLine]:
    left = baseline = width = scale = size = 0.0
    font = ""
    for each in pikepdf.parse_content_stream(own):
        operands = each.operands
        match str(each.operator):
            case "Tm" | "ET":
                if width:
                    yield DrawnLine(left, left + width, baseline, size * scale)
                if operands:
                    scale, *_, x, y = map(float, operands)
                    left, baseline, width = x * _MM, (top - y) * _MM, 0.0
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "TJ":
                ems = sum(_advance(one, fonts[font]) for one in operands[0]) / 1000
                width += ems * size * scale * _MM
            case _:
                pass


def _advance(piece: object, widths: dict[int, float]) -> float:
    if not isinstance(piece, pikepdf.String):
        return -float(str(piece))
    glyphs = bytes(piece)
    pairs = zip(glyphs[::2], glyphs[1::2], strict=True)
    return sum(widths[256 * high + low] for high, low in pairs)


def _widths(font: pikepdf.Object) -> dict[int, float]:
    """Read how wide each glyph is, in thousandths of the font's size."""
    listed = list(font.DescendantFonts[0].W)
    return {
        int(first) + number: float(width)
        for first, widths in zip(listed[::2], listed[1::2], strict=True)
        for number, width in enumerate(widths)
    }
