from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pypdf
import pytest

from duenotice.render.pdf import PdfContentError
from duenotice.render.pdf import PdfFetchError
from duenotice.render.pdf import PdfGlyphError
from duenotice.render.pdf.address_fit import Misfit
from duenotice.render.pdf.print_file import PrintPart
from duenotice.render.pdf.print_file import write_print_file
from duenotice.render.pdf.sheet import Sheet
from sample_letter import INFO
from sample_letter import SENDER
from sample_letter import STYLE
from sample_letter import letter_html
from sample_letter import lines_for
from sample_letter import own_lines
from sample_letter import print_html
from sample_letter import print_letters

if TYPE_CHECKING:
    from duenotice.render.pdf import PdfError
    from duenotice.render.pdf.letter_lines import LetterLines
    from duenotice.render.pdf.print_file import PrintedLetters

NAMES = (
    "Ana Müller",
    "Дмитрий Соколов",
    "Γιώργος Παππάς",
    "محمد علي الأحمد",
    "שרה כהן",
    "王小明",
    "김민수",
    "田中 さくら",
    "Nguyễn Thị Hương",
)
INJECTIONS = (
    "<b>Ana</b>",
    "</div><script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "=HYPERLINK(1)",
    "(Ana) Tj ET Q",
    "> ] TJ <41",
    "\\) endstream",
)
WINDOWS = {"letter": (22.2, 111.1, 51.9, 80.4), "a4": (20.0, 110.0, 45.0, 90.0)}
"""Of a No. 10 envelope and of DIN 5008, form B: left, right, top and bottom."""

MM = 25.4 / 72
SLID = 63.5
"""The top of the window where a sheet slid up as far as the envelope lets it."""

CLEARANCE = 3.0
"""How far from the left and right edges of the window an address stays."""

LONG_SENDER = (
    "Association of Rowers and Friends of Rowing of Heron Bay",
    "The Old Boathouse, Second Floor, Suite 1200",
    "300 Long Meadow Crescent West",
    "Heron Bay, CA 90001",
)
TALL_SENDER = ("The Boathouse", *["Long Meadow Crescent"] * 7, "Heron Bay, CA 90001")

LONGEST = ("Association of Rowers and Friends", *["Long Meadow Crescent West 1234"] * 5)


def text_of(printed: PrintedLetters, number: int) -> str:
    """Read one page."""
    return pypdf.PdfReader(io.BytesIO(printed.pdf)).pages[number].extract_text()


def pages_of(printed: PrintedLetters) -> int:
    """Say how many pages each letter has."""
    (pages,) = printed.pages
    return pages


def folios_of(printed: PrintedLetters) -> list[str]:
    """Read the last line of each page."""
    pages = pypdf.PdfReader(io.BytesIO(printed.pdf)).pages
    return [page.extract_text().split("\n")[-1] for page in pages]


def texts_of(printed: PrintedLetters) -> list[tuple[str, float, float]]:
    """List what stands on the first page, with the place where it begins."""
    found: list[tuple[str, float, float]] = []

    def visit(text: str, page: list[float], line: list[float], *_: object) -> None:
        x = line[4] * page[0] + line[5] * page[2] + page[4]
        y = line[4] * page[1] + line[5] * page[3] + page[5]
        if text.strip():
            found.append((text.strip(), x * MM, (height - y) * MM))

    first = pypdf.PdfReader(io.BytesIO(printed.pdf)).pages[0]
    height = float(first.mediabox.height)
    first.extract_text(visitor_text=visit)
    return found


@pytest.fixture(scope="module")
def printed() -> PrintedLetters:
    """Print letters to people with names in many scripts."""
    return print_letters([lines_for(name) for name in NAMES])


class TestPrintFile:
    """A print file of letters."""

    @pytest.mark.parametrize("name", NAMES)
    def test_own_lines(self, name: str, printed: PrintedLetters) -> None:
        """
        Each letter's first page has its reader's address, greeting and reference, in
        whatever script, as text that can be searched for.
        """
        text = text_of(printed, NAMES.index(name) * pages_of(printed))

        assert [name, "7 Mill Lane", "Heron Bay, CA 90001"] == text.split("\n")[:3]
        assert f"Dear {name}," in text
        assert "ABCDE-FGHIJ" in text

    def test_pages(self, printed: PrintedLetters) -> None:
        """
        The pages of each letter follow one another, and are counted anew for each.
        """
        folios = folios_of(printed)
        count = sum(map(bool, folios[: pages_of(printed)]))

        assert count > 1
        assert [f"Page {number} of {count}" for number in range(1, count + 1)] * len(
            NAMES
        ) == list(filter(None, folios))

    @pytest.mark.parametrize("paragraphs", [1, 40, 80])
    def test_sheets(self, paragraphs: int) -> None:
        """
        Printed on both sides, no sheet has pages of two letters: an odd number of them
        is followed by an empty one, which isn't counted.
        """
        html = letter_html(paragraphs=paragraphs)
        letters = [lines_for("Ana"), lines_for("Bo")]
        printed = print_html(html, letters)
        folios = folios_of(printed)
        (count,) = {int(folio.split()[-1]) for folio in folios if folio}

        assert 0 == pages_of(printed) % 2
        assert [f"Page {n} of {count}" for n in range(1, count + 1)] == [
            *filter(None, folios[: pages_of(printed)])
        ]
        assert [""] * (count % 2) == folios[count : pages_of(printed)]
        assert text_of(printed, pages_of(printed)).startswith("Bo\n")

    def test_shared(self, printed: PrintedLetters) -> None:
        """
        What all letters say is in the file once.
        """
        count = pages_of(printed)
        with pikepdf.open(io.BytesIO(printed.pdf)) as file:
            firsts = file.pages[::count]
            seconds = file.pages[1::count]

            assert 1 == len({page.Contents[1].objgen for page in firsts})
            assert 1 == len({page.Contents.objgen for page in seconds})
            assert len(NAMES) == len({page.Contents[0].objgen for page in firsts})

    def test_weight(self) -> None:
        """
        A letter more weighs less than a kilobyte.
        """
        few, many = (
            len(print_letters([lines_for(f"Ana Lee {n}") for n in range(count)]).pdf)
            for count in (10, 110)
        )

        assert many - few < 100 * 1000

    def test_deterministic(self, printed: PrintedLetters) -> None:
        """
        The same letters are the same bytes.
        """
        assert printed == print_letters([lines_for(name) for name in NAMES])

    @pytest.mark.parametrize("text", INJECTIONS)
    def test_injections(self, text: str) -> None:
        """
        What looks like code, in whichever line, is shown as text.
        """
        found = text_of(print_letters([lines_for(text, text, text)]), 0)

        assert [text] * 3 == found.split("\n")[:3]
        assert f"Dear {text}," in found

    def test_again(self) -> None:
        """
        A letter that was printed before, among others, comes to the same bytes.
        """
        ana, bo = lines_for("Ana"), lines_for("王小明")
        one, two = letter_html(paragraphs=3), letter_html(paragraphs=5)
        first = print_html(one, [ana])
        parts = [
            PrintPart(sheet=Sheet(html, STYLE), letters=[ana, bo])
            for html in (two, one)
        ]
        write_print_file(parts, info=INFO, files={})

        assert first == print_html(one, [ana])

    def test_locale(self) -> None:
        """
        The pages are counted in the language of the letter.
        """
        printed = print_letters([lines_for("Ana")], "es")

        assert "Página 1 de 3" == folios_of(printed)[0]


class TestPlaces:
    """Where the lines of a reader stand."""

    @pytest.mark.parametrize("lines", [("Ana", "7 Mill Lane"), LONGEST, ("محمد",)])
    @pytest.mark.parametrize("locale", ["en", "ar"])
    @pytest.mark.parametrize("paper", WINDOWS)
    def test_window(self, paper: str, locale: str, lines: tuple[str, ...]) -> None:
        """
        The whole address shows in the window, from the left, and no other line does.
        """
        content = print_letters([lines_for(*lines)], locale, paper).pdf
        *address, greeting, reference = own_lines(content)
        left, right, top, bottom = WINDOWS[paper]

        assert 1 == len({round(line.left, 3) for line in address})
        for line in address:
            assert left + CLEARANCE < line.left < line.right < right - CLEARANCE
            assert top < line.baseline - line.size * MM
            assert line.baseline + line.size * 0.3 * MM < bottom
            assert line.size >= 8
        assert greeting.baseline > bottom
        assert reference.left > right

    def test_slid(self) -> None:
        """
        On letter paper a usual address shows even where the sheet slid up.
        """
        content = print_letters([lines_for("Ana", "7 Mill Lane")]).pdf
        *address, _, _ = own_lines(content)

        assert min(line.baseline - line.size * MM for line in address) > SLID

    @pytest.mark.parametrize("returns_to", [SENDER, LONG_SENDER, TALL_SENDER])
    @pytest.mark.parametrize("is_large", [False, True], ids=["usual", "large"])
    @pytest.mark.parametrize("paper", WINDOWS)
    def test_nothing_else(
        self, paper: str, returns_to: tuple[str, ...], *, is_large: bool
    ) -> None:
        """
        Beside the address nothing begins in the window but where a letter returns to.
        """
        html = letter_html(
            paper=paper, is_large_print=is_large, sender_lines=returns_to
        )
        printed = print_html(html, [lines_for("Ana", "7 Mill Lane")])
        left, right, top, bottom = WINDOWS[paper]
        found = [
            text
            for text, x, y in texts_of(printed)
            if left < x < right and top < y < bottom
        ]
        returns = " · ".join(returns_to) if paper == "a4" else ""

        assert ["Ana", "7 Mill Lane"] == found[:2]
        assert returns == " ".join(found[2:])

    @pytest.mark.parametrize(
        ("locale", "last_day"),
        [
            ("en", "April 30, 2026"),
            ("es", "30 de abril de 2026"),
            ("ar", "آخر يوم للرد: 2026 أبريل"),
            ("zh-Hant", "2026年4月30日"),
        ],
    )
    @pytest.mark.parametrize("paper", WINDOWS)
    def test_large_facts(self, paper: str, locale: str, last_day: str) -> None:
        """
        In large print the first page says by when one can answer.
        """
        html = letter_html(locale, paper, is_large_print=True)
        text = text_of(print_html(html, [lines_for("Ana")]), 0)

        assert last_day in " ".join(text.split())

    def test_leftward(self) -> None:
        """
        In a letter that is read from the right, the greeting starts at the right.
        """
        names = ("محمد", "محمد علي الأحمد")
        printed = print_letters([lines_for(name) for name in names], "ar")
        short, long = (
            own_lines(printed.pdf, number * pages_of(printed))[-2]
            for number in range(2)
        )

        assert pytest.approx(short.right, abs=0.05) == long.right
        assert long.left < short.left

    def test_long_greeting(self) -> None:
        """
        A name too long for the line of the greeting is in the address alone.
        """
        lines = lines_for("Ana", greeting=f"Dear {'Ana Maria ' * 20},")

        assert "Dear member," in text_of(print_letters([lines]), 0)


class TestMisfits:
    """Letters that can't be printed."""

    @pytest.mark.parametrize(
        ("lines", "misfit"),
        [
            (lines_for("Ana \u0378"), Misfit.NO_GLYPH),
            (lines_for("Ana", "7 Mill\nLane"), Misfit.NO_GLYPH),
            (lines_for("Ana", "7 \u202eMill Lane"), Misfit.NO_GLYPH),
            (lines_for("Ana \ud800"), Misfit.NO_GLYPH),
            (lines_for("A" * 90), Misfit.TOO_LONG),
            (lines_for(*"abcdefgh"), Misfit.TOO_TALL),
        ],
        ids=["no glyph", "line end", "override", "surrogate", "long", "many lines"],
    )
    def test_left_out(self, lines: LetterLines, misfit: Misfit) -> None:
        """
        One that can't be printed is left out and said why; the others are printed.
        """
        others = [lines_for("Ana"), lines_for("Bo")]
        printed = print_letters([others[0], lines, others[1]])

        assert {1: misfit} == printed.misfits
        assert text_of(printed, pages_of(printed)).startswith("Bo\n")

    def test_no_trace(self) -> None:
        """
        A missing glyph leaves no empty box behind in the fonts of the others.
        """
        others = [lines_for("Ana"), lines_for("Bo")]
        broken = lines_for("Ana \u0378")

        assert print_letters(others).pdf == print_letters([broken, *others]).pdf

    def test_none_left(self) -> None:
        """
        Where none can be printed there is no file.
        """
        assert b"" == print_letters([lines_for("A" * 90)]).pdf


class TestFaults:
    """A template that no letter can be made with."""

    def test_no_place(self) -> None:
        """
        A template of a project without a place for the address is refused.
        """
        html = letter_html().replace('id="address"', "")

        with pytest.raises(PdfContentError, match='no element has the id "address"'):
            print_html(html, [])

    @pytest.mark.parametrize(
        ("fault", "error"),
        [
            ('<img alt="" src="https://heron.example/logo.png">', PdfFetchError),
            ('<p style="colour: red">', PdfContentError),
            ("<p>\u0378</p>", PdfGlyphError),
        ],
    )
    def test_each_time(self, fault: str, error: type[PdfError]) -> None:
        """
        A letter with a fault is refused however often it is printed.
        """
        html = letter_html().replace("</body>", f"{fault}</body>")

        for _ in range(2):
            with pytest.raises(error):
                print_html(html, [lines_for("Ana")])

    def test_no_glyph(self) -> None:
        """
        A letter whose own text can't be shown is refused for all.
        """
        html = letter_html().replace("We keep it longer.", "\u0378")

        with pytest.raises(PdfGlyphError, match=r"U\+0378"):
            print_html(html, [lines_for("Ana")])
