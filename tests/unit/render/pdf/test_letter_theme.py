from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from duenotice.model.theme import Logo
from duenotice.model.theme import Theme
from duenotice.render.pdf.letter import write_letter
from duenotice.render.pdf.print_file import PrintPart
from duenotice.render.pdf.print_file import write_print_file
from duenotice.render.pdf.sheet import Sheet
from duenotice.render.theme_css import letter_css
from duenotice.render.theme_css import with_theme
from sample_letter import INFO
from sample_letter import STYLE
from sample_letter import letter_html
from sample_letter import lines_for
from tagged_pdf import failures

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = "theme/logo.png"
THEME = Theme(logo=Logo(path=PATH))
WINDOW_TOPS = {"letter": 51.9, "a4": 45.0}
MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a picture stands on a page, in millimetres from its top left corner."""

    left: float
    right: float
    top: float
    bottom: float


def logo(width: int, height: int) -> dict[str, bytes]:
    """Make a logo."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(file, "PNG")
    return {PATH: file.getvalue()}


def themed(html: str) -> Sheet:
    """Give a letter the look of the theme."""
    return Sheet(html, with_theme(STYLE, letter_css(THEME)))


def pictures_on(page: pikepdf.Page) -> list[Picture]:
    """Find the pictures that a page draws."""
    height = float(page.MediaBox[3])
    return [
        Picture(
            box.llx * MM, box.urx * MM, (height - box.ury) * MM, (height - box.lly) * MM
        )
        for box in boxes_in(page, page.Resources, pikepdf.Matrix())
    ]


def boxes_in(
    stream: pikepdf.Page | pikepdf.Object,
    resources: pikepdf.Object,
    place: pikepdf.Matrix,
) -> Iterator[pikepdf.Rectangle]:
    """Follow what is drawn, to where pictures are."""
    held: list[pikepdf.Matrix] = []
    for each in pikepdf.parse_content_stream(stream):
        match str(each.operator):
            case "q":
                held.append(place)
            case "Q":
                place = held.pop()
            case "cm":
                place = pikepdf.Matrix(*map(float, each.operands)) @ place
            case "Do":
                drawn = resources.XObject[str(each.operands[0])]
                if drawn.Subtype == "/Image":
                    yield place.transform(pikepdf.Rectangle(0, 0, 1, 1))
                else:
                    yield from boxes_in(drawn, drawn.Resources, place)
            case _:
                pass


class TestLogo:
    """The logo at the head of a letter."""

    @pytest.mark.parametrize("size", [(900, 60), (100, 100), (20, 400)])
    @pytest.mark.parametrize("is_large", [False, True], ids=["usual", "large"])
    @pytest.mark.parametrize("locale", ["en", "ar"])
    @pytest.mark.parametrize("paper", WINDOW_TOPS)
    def test_place(
        self, paper: str, locale: str, size: tuple[int, int], *, is_large: bool
    ) -> None:
        """
        It is on the first page alone, whole, above the window of the envelope, across
        from the name of the sender.
        """
        html = letter_html(locale, paper, is_large_print=is_large)
        part = PrintPart(sheet=themed(html), letters=[lines_for("Ana")])
        printed = write_print_file([part], info=INFO, files=logo(*size))
        with pikepdf.open(io.BytesIO(printed.pdf)) as file:
            first, *others = (pictures_on(page) for page in file.pages)
            (found,) = first
            middle = float(file.pages[0].MediaBox[2]) / 2 * MM

        assert [[]] * len(others) == others
        assert 10 < found.top < found.bottom < WINDOW_TOPS[paper]
        assert 20 < found.left < found.right < 2 * middle - 19.9
        assert (locale == "ar") == (found.right < middle)

    def test_once(self) -> None:
        """
        It is in a print file once, however many letters there are.
        """
        letters = [lines_for("Ana"), lines_for("Bo")]
        parts = [
            PrintPart(sheet=themed(letter_html(paragraphs=count)), letters=letters)
            for count in (1, 9)
        ]
        printed = write_print_file(parts, info=INFO, files=logo(90, 30))
        with pikepdf.open(io.BytesIO(printed.pdf)) as file:
            kinds = [
                str(one.get("/Subtype"))
                for one in file.objects
                if isinstance(one, pikepdf.Stream)
            ]

        assert 1 == kinds.count("/Image")

    @pytest.mark.parametrize("profile", ["3a", "ua1"])
    def test_alone(self, profile: str) -> None:
        """
        A letter to one reader with a logo is PDF/A-3a and PDF/UA-1.
        """
        content = write_letter(
            themed(letter_html()),
            info=INFO,
            lines=lines_for("Ana"),
            files=logo(90, 30),
        )

        assert [] == failures(content, profile)
