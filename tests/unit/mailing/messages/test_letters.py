from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdf

from duenotice.mailing.edition import AppForm
from duenotice.mailing.edition import Edition
from duenotice.mailing.edition import EmailForm
from duenotice.mailing.edition import LetterForm
from duenotice.mailing.keys import message_key
from duenotice.mailing.keys import reference_of
from duenotice.mailing.kit import Kit
from duenotice.mailing.kit import Sender
from duenotice.mailing.member import Channel
from duenotice.mailing.member import Member
from duenotice.mailing.messages import letters
from duenotice.mailing.messages.letters import MOST_LETTERS
from duenotice.mailing.messages.letters import print_files
from duenotice.mailing.messages.letters import write_member_letter
from duenotice.render.messages.laid import Laid
from duenotice.render.messages.laid import slot
from sample_letter import STYLE
from sample_letter import letter_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from duenotice.mailing.messages.letter_index import Letter
    from duenotice.mailing.messages.letters import PrintFile

STEM = "part-00007"
USUAL, OLD = "2025-01-01", "2024-06-01"
PARAGRAPHS = {USUAL: 1, OLD: 50}
"""Of the letter to who knew the text; for the older one there is more to say."""

EMPTY = Laid.of("")
KIT = Kit(
    statement="rowing",
    version="2026-03-01",
    digest="sha256:1",
    published=dt.date(2026, 3, 1),
    effective=dt.date(2026, 5, 1),
    against=USUAL,
    source_locale="en",
    sender=Sender(name="Heron Rowing Club"),
    dated=dt.date(2026, 3, 9),
    history=(),
    editions={},
    templates={},
    approved_by="A. Editor",
    notices={"en": "sha256:3"},
)


@cache
def edition(locale: str = "en", baseline: str = USUAL) -> Edition:
    """Make an edition of which only the letters are used."""
    return Edition(
        locale=locale,
        baseline=baseline,
        title="Rowing rules",
        greeting=Laid.of(f"Dear {slot('name')},"),
        plain_greeting="Dear member,",
        email=EmailForm(subject="", html=EMPTY, text=EMPTY),
        sms=EMPTY,
        app=AppForm(title="", body="", link=""),
        letter=letter_form(locale, baseline),
        large_letter=letter_form(locale, baseline, is_large_print=True),
    )


def letter_form(
    locale: str, baseline: str, *, is_large_print: bool = False
) -> LetterForm:
    """Make the part of a letter that all readers share."""
    html = letter_html(
        locale, is_large_print=is_large_print, paragraphs=PARAGRAPHS[baseline]
    )
    return LetterForm(
        html=html, stylesheet=STYLE, paper="letter", is_large_print=is_large_print
    )


def large_letter(row: int, name: str = "Ana Lee") -> Letter:
    """Make a letter to a member who asked for large print."""
    member, edition, key = letter(row, name)
    return replace(member, wants_large_print=True), edition, key


def letter(row: int, name: str = "Ana Lee", *address: str, **where: str) -> Letter:
    """Make a letter to the member of a row."""
    member = Member(
        row=row,
        id=f"M-{row}",
        name=name,
        locale=where.get("locale", "en"),
        channels=(Channel.LETTER,),
        address=address or ("7 Mill Lane", "Heron Bay, CA 90001"),
    )
    key = message_key(KIT.telling, Channel.LETTER, member.id)
    return member, edition(**where), key


def printed(*letters: Letter) -> list[PrintFile]:
    """Print letters."""
    return list(print_files(KIT, letters, stem=STEM))


def index_of(file: PrintFile) -> list[dict[str, str]]:
    """Read the list that goes with a print file."""
    return list(csv.DictReader(io.StringIO(file.index.decode("utf-8-sig"), newline="")))


def first_lines(file: PrintFile, rows: Sequence[dict[str, str]]) -> list[str]:
    """Read the name on the page where each letter is said to begin."""
    pages = pypdf.PdfReader(io.BytesIO(file.pdf)).pages
    return [
        pages[int(row["first_page"]) - 1].extract_text().split("\n")[0] for row in rows
    ]


def letter_text(file: PrintFile, row: dict[str, str]) -> str:
    """Read all pages of a letter, where the list says that it is."""
    first = int(row["first_page"]) - 1
    pages = pypdf.PdfReader(io.BytesIO(file.pdf)).pages
    texts = (page.extract_text() for page in pages[first : first + int(row["pages"])])
    return "\n".join(texts)


def body_size(file: PrintFile) -> float:
    """Give the size, in points, of the notice's words on the first page."""
    found: list[float] = []

    def visit(text: str, _page: object, line: list[float], *font: object) -> None:
        if "We keep it longer." in text:
            found.append(round(line[0] * float(str(font[-1])) * 0.75, 1))

    for page in pypdf.PdfReader(io.BytesIO(file.pdf)).pages:
        page.extract_text(visitor_text=visit)
    return found[0]


class TestPrintFiles:
    """The print files of a partition."""

    def test_editions(self) -> None:
        """
        A file holds the letters in one language, by the text known, and by row.
        """
        found = printed(
            letter(4, "Eva", locale="es"),
            letter(3, "Cy"),
            letter(2, "Bo", baseline=OLD),
            letter(1, "Ana"),
        )

        assert ["en-01", "es-01"] == [file.name_suffix for file in found]
        assert [["Bo", "Ana", "Cy"], ["Eva"]] == [
            [row["name"] for row in index_of(file)] for file in found
        ]

    def test_own_words(self) -> None:
        """
        Each letter in a file says what its reader is told, on as many pages as it
        takes, and begins where the list says.
        """
        (file,) = printed(
            letter(1, "Ana"), letter(2, "Bo", baseline=OLD), letter(3, "Cy")
        )
        rows = index_of(file)
        texts = [letter_text(file, row) for row in rows]

        assert ["Bo", "Ana", "Cy"] == first_lines(file, rows)
        assert [OLD, USUAL, USUAL] == [row["edition"] for row in rows]
        assert ["4", "2", "2"] == [row["pages"] for row in rows]
        assert [50, 1, 1] == [text.count("We keep it longer.") for text in texts]

    def test_large_print(self) -> None:
        """
        Who asked for large print has a letter in it, in a file with others like that.
        """
        found = printed(
            letter(1, "Ana"), large_letter(2, "Bo"), letter(3, "Cy"), large_letter(4)
        )

        assert [["Ana", "Cy"], ["Bo", "Ana Lee"]] == [
            [row["name"] for row in index_of(file)] for file in found
        ]
        assert [{"no"}, {"yes"}] == [
            {row["large_print"] for row in index_of(file)} for file in found
        ]
        assert [10.5, 18] == [body_size(file) for file in found]

    def test_shared(self) -> None:
        """
        A further group of few readers brings little with it: fonts are there already.
        """
        rest = [letter(row, f"Ana {row}") for row in range(2, 9)]
        one, two = (
            len(printed(letter(1, baseline=known), *rest)[0].pdf)
            for known in (USUAL, OLD)
        )

        assert two - one < 8000

    def test_order_given(self) -> None:
        """
        The order in which letters are given changes nothing.
        """
        letters = [letter(row, f"Ana {row}") for row in range(3)]

        assert printed(*letters) == printed(*reversed(letters))

    def test_many(self) -> None:
        """
        No file holds more letters than a mail house likes to take.
        """
        found = printed(*(letter(row) for row in range(MOST_LETTERS + 1)))

        assert [MOST_LETTERS, 1] == [len(index_of(file)) for file in found]

    def test_none(self) -> None:
        """
        Where there are no letters there is no file.
        """
        assert [] == printed()


class TestIndex:
    """The list that goes with a print file."""

    def test_row(self) -> None:
        """
        A row says which letter it is, where it is, and to whom it goes.
        """
        (file,) = printed(letter(1, "Ana"), letter(2, "Bo Lee", "Boat 3", "Heron Bay"))
        first, second = index_of(file)
        key = message_key(KIT.telling, Channel.LETTER, "M-2")

        assert {
            "sequence": "2",
            "key": key,
            "reference": reference_of(key),
            "file": f"{STEM}-en-01.pdf",
            "first_page": str(1 + int(first["pages"])),
            "pages": first["pages"],
            "locale": "en",
            "edition": USUAL,
            "version": "2026-03-01",
            "paper": "letter",
            "large_print": "no",
            "name": "Bo Lee",
            "address1": "Boat 3",
            "address2": "Heron Bay",
            **{f"address{number}": "" for number in range(3, 8)},
        } == second

    def test_pages(self) -> None:
        """
        Each letter begins on the page that is named.
        """
        names = ["Ana", "محمد علي", "王小明", "Bo"]
        (file,) = printed(*(letter(row, name) for row, name in enumerate(names)))
        rows = index_of(file)

        assert names == first_lines(file, rows)
        for before, after in pairwise(rows):
            assert int(after["first_page"]) == int(before["first_page"]) + int(
                before["pages"]
            )

    def test_formulas(self) -> None:
        """
        A spreadsheet takes no field for a formula; the letter has it as it is.
        """
        (file,) = printed(letter(1, "=1+1", '@SUM(A1) "x"', "-2, Mill Lane"))
        (row,) = index_of(file)

        assert ("'=1+1", '\'@SUM(A1) "x"', "'-2, Mill Lane") == (
            row["name"],
            row["address1"],
            row["address2"],
        )
        assert ["=1+1"] == first_lines(file, [row])


class TestRejected:
    """Members to whom no letter can be printed."""

    def test_rejected(self) -> None:
        """
        They are rejected with a reason that names nobody, and aren't in the list.
        """
        (file,) = printed(
            letter(1, "Ana"),
            letter(2, "Bo \u0378"),
            letter(3, "C" * 90),
            letter(4, "Di"),
        )
        rejected = [(one.row, one.id, one.code) for one in file.rejected]

        assert [(2, "M-2", "no-glyph"), (3, "M-3", "address-too-long")] == rejected
        assert ["Ana", "Di"] == first_lines(file, index_of(file))

    def test_all(self) -> None:
        """
        Where nobody is left there is neither file nor list.
        """
        (file,) = printed(letter(1, "C" * 90))

        assert (b"", b"") == (file.pdf, file.index)
        assert ["address-too-long"] == [one.code for one in file.rejected]

    def test_numbers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        A batch of which nothing is left takes no number: a mail house misses no file.
        """
        monkeypatch.setattr(letters, "MOST_LETTERS", 1)
        found = printed(letter(1, "C" * 90), letter(2, "Bo"))

        assert ["en-01"] == [file.name_suffix for file in found if file.pdf]
        assert [f"{STEM}-en-01.pdf"] == [row["file"] for row in index_of(found[-1])]

    def test_too_many_lines(self) -> None:
        """
        An address that is higher than the window is rejected.
        """
        (file,) = printed(letter(1, "Ana", *"abcdefg"))

        assert ["address-too-tall"] == [one.code for one in file.rejected]


class TestMemberLetter:
    """One letter alone."""

    def test_same_words(self) -> None:
        """
        It says what the print file says.
        """
        one = letter(1, "Ana Müller")
        (file,) = printed(one)
        alone, among = (
            "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
            for pdf in map(io.BytesIO, (write_member_letter(KIT, one), file.pdf))
        )

        assert sorted(alone.split()) == sorted(among.split())
