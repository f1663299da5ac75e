from __future__ import annotations

import re

import pytest

from docx_reading import WordFile
from docx_reading import word_file
from duenotice.compare import compare
from duenotice.render.redline_docx import redline_docx
from duenotice.render.redline_marks import Cues
from golden_cases import document

SECTIONS = ("# a: 1. A\n{a}\n", "# b: 2. Bees\nWe keep bees and books in the yard.\n")
LONG = "We record the doors of the library on every day of the year."
SOLD = "We never sell it to others."
MOVED = f"{LONG}\n\n{SOLD}\n\nThe tapes are kept for two weeks in a safe."


def redline(old: str, new: str) -> WordFile:
    """Make the redline of two texts."""
    file = word_file(compare(document(old), document(new)))
    assert [] == file.faults()
    return file


def body(old: str, new: str) -> str:
    """Give the markup of a redline, without what has no part in a change."""
    xml = redline(old, new).parts["word/document.xml"].decode()
    inner = xml.partition("Later: ")[2].partition("</w:p>")[2]
    inner = inner.partition('<w:p><w:pPr><w:pStyle w:val="TableGap"/>')[0]
    inner = re.sub(r' w:id="\d+" w:author="duenotice"', "", inner)
    return inner.replace(' xml:space="preserve"', "")


MARKED = {
    "word": (
        "a b.",
        "a c.",
        (
            "<w:p><w:r><w:t>a </w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r>"
            "</w:del><w:ins><w:r><w:t>c</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>"
        ),
    ),
    "paragraph": (
        "We lend.",
        "We lend.\n\nAll is free.",
        (
            "<w:p><w:r><w:t>We lend.</w:t></w:r></w:p>"
            "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>"
            "<w:ins><w:r><w:t>All is free.</w:t></w:r></w:ins></w:p>"
        ),
    ),
    "emphasis": (
        "We *lend* it.",
        "We **lend** it.",
        (
            "<w:p><w:r><w:t>We </w:t></w:r><w:r><w:rPr><w:b/><w:bCs/><w:rPrChange>"
            "<w:rPr><w:i/><w:iCs/></w:rPr></w:rPrChange></w:rPr><w:t>lend</w:t></w:r>"
            "<w:r><w:t> it.</w:t></w:r></w:p>"
        ),
    ),
    "heading": (
        "# A",
        "## A",
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>',
    ),
    "list": (
        "- a",
        "1. a",
        (
            '<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/>'
            '<w:numId w:val="2"/></w:numPr><w:pPrChange><w:pPr>'
            '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/>'
            '<w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>'
            "<w:r><w:t>a</w:t></w:r></w:p>"
        ),
    ),
    "split": (
        "We lend all books for free. We note all of them.",
        "We lend all books for free.\n\nWe note all of them.",
        (
            "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>"
            "<w:r><w:t>We lend all books for free.</w:t></w:r>"
            "<w:del><w:r><w:delText> </w:delText></w:r></w:del></w:p>"
            "<w:p><w:r><w:t>We note all of them.</w:t></w:r></w:p>"
        ),
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), MARKED.values(), ids=MARKED)
def test_marks(old: str, new: str, expected: str) -> None:
    """
    What differs is tracked as Word does it: words, ends of paragraphs, and looks.
    """
    assert expected == body(old, new)


def test_moved_line() -> None:
    """
    A line that moved is tracked as moved, under one name at both places.
    """
    old = "- the pages you open\n- what you borrow from us\n- your name"
    new = "- what you borrow from us\n- your name\n- the pages you open"

    found = body(old, new)

    assert "<w:moveFrom><w:r><w:t>the pages you open</w:t></w:r></w:moveFrom>" in found
    assert "<w:moveTo><w:r><w:t>the pages you open</w:t></w:r></w:moveTo>" in found
    assert "<w:pPr><w:rPr><w:moveTo/></w:rPr>" not in found
    assert 1 == len(set(re.findall(r'RangeStart w:name="(\w+)"', found)))


def test_moved_section() -> None:
    """
    Of a section that moved, what it lost is removed at the old place, and what it
    gained is added at the new one.
    """
    bees = SECTIONS[1].replace("2.", "1.")
    old = SECTIONS[0].format(a=MOVED) + SECTIONS[1]
    new = bees + SECTIONS[0].format(a=MOVED.replace(SOLD, "Guards see it.")).replace(
        "1.", "2."
    )

    found = body(old, new)

    assert f"<w:del><w:r><w:delText>{SOLD}" in found
    assert "<w:ins><w:r><w:t>Guards see it." in found
    assert 1 == found.count(SOLD)
    assert {"<w:moveFrom>", "<w:moveTo>"} == {*re.findall("<w:move(?:From|To)>", found)}


def test_moved_row() -> None:
    """
    A row that moved is removed and added, and a remark says what it is.
    """
    head = "| Data | Why |\n| --- | --- |\n"
    rows = ["| Loans | To lend |\n", "| Logs | For safety |\n", "| Fees | To ask |\n"]

    file = redline(head + "".join(rows), head + "".join([*rows[1:], rows[0]]))

    assert {"This is elsewhere now.", "This was elsewhere before."} == {*file.remarks}
    assert 2 == len(file.remarks)


def test_column() -> None:
    """
    The cells of a column that came are marked as such.
    """
    old = "| Data |\n| --- |\n| Loans |"
    new = "| Data | Why |\n| --- | --- |\n| Loans | To lend |"

    assert 2 == body(old, new).count("<w:cellIns/>")
    assert 2 == body(new, old).count("<w:cellDel/>")


def test_link_target() -> None:
    """
    Where a link leads elsewhere, a remark says from where to where.
    """
    old, new = "[Opt out](https://a.example)", "[Opt out](https://b.example)"

    file = redline(old, new)

    told = "The link led to https://a.example; it now leads to https://b.example"
    assert [told] == file.remarks


def test_unsafe_target() -> None:
    """
    An address that could run something is no link, and nothing else is loaded.
    """
    file = redline("[a](javascript:x) b", "[a](file:///etc/passwd) c")

    assert [] == [one for one in file.targets.values() if not one.endswith(".xml")]


def test_link_within() -> None:
    """
    A reference leads to the section in the document.
    """
    text = "# a: 1. A\nSee [](#b).\n# b: 2. B\nWords."

    xml = redline(text, text).parts["word/document.xml"].decode()

    assert '<w:hyperlink w:anchor="section2">' in xml
    assert 'w:name="section2"' in xml


def test_head() -> None:
    """
    On top stands what is compared, in the words of the language.
    """
    comparison = compare(document("We lend."), document("We lend."))
    cues = Cues(earlier="Antes", later="Después")

    xml = WordFile(redline_docx(comparison, cues, ("1", "2"), "es")).parts

    words = re.findall(r"<w:t [^>]*>([^<]*)", xml["word/document.xml"].decode())
    assert ["Case", "Antes: ", "1", "Después: ", "2", "We lend."] == words
    assert b'<w:lang w:val="es"' in xml["word/styles.xml"]


def test_right_to_left() -> None:
    """
    Arabic runs from right to left, its tables too.
    """
    text = "locale: ar\n# a: 1. من نحن\nنحتفظ.\n\n| أ | ب |\n| --- | --- |\n| ج | د |"

    xml = redline(text, text).parts["word/document.xml"].decode()

    assert "<w:bidiVisual/>" in xml
    paragraphs = re.findall(r"<w:p>(.*?)</w:p>", xml)
    assert all("<w:bidi/>" in one for one in paragraphs if "<w:t " in one)


def test_same_bytes() -> None:
    """
    The same two texts make the same bytes.
    """
    old, new = document("We lend books."), document("We lend films.")

    one, other = (
        redline_docx(compare(old, new), Cues(), ("1", "2"), "en") for _ in range(2)
    )

    assert one == other
