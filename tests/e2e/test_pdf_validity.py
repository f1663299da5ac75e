"""PDFs as the real program makes them, of a statement that has one of everything."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdf
import pytest
import tinyhtml5

from builders import section_text
from rich_statement import OLD
from rich_statement import write_rich_statement
from tagged_pdf import TaggedPdf
from tagged_pdf import failures

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from builders import StatementRepo

pytestmark = pytest.mark.slow

SOURCE = Path(__file__).parents[2] / "src"
AS_OF = "2024-07-01"
SIZES = {
    "letter-en": (612, 792),
    "letter-es": (612, 792),
    "letter-ar": (612, 792),
    "a4-en": (595, 842),
    "a4-ar": (595, 842),
}


def build(root: Path, **environment: str) -> None:
    """Run the program as from a shell."""
    subprocess.run(
        [sys.executable, "-m", "duenotice", "build", "--as-of", AS_OF],
        cwd=root,
        env={
            "PATH": os.environ["PATH"],
            "HOME": os.fspath(root),
            "PYTHONPATH": os.fspath(SOURCE),
            **environment,
        },
        check=True,
        capture_output=True,
    )


def pdf_path(root: Path, locale: str) -> Path:
    """Find the PDF of a locale."""
    folder = "" if locale == "en" else f"{locale}/"
    suffix = "" if locale == "en" else f"-{locale}"
    return root / f"site/website/{folder}{OLD}/website-{OLD}{suffix}.pdf"


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the statement for both sizes of paper."""
    roots = {size: tmp_path_factory.mktemp("pdf") / size for size in ("letter", "a4")}
    write_rich_statement(roots["letter"], "es", "ar", is_new=True)
    write_rich_statement(roots["a4"], "ar", page_size="a4", is_new=True)
    for root in roots.values():
        build(root)
    return roots


@pytest.fixture(scope="module")
def pdfs(projects: dict[str, Path]) -> dict[str, bytes]:
    """Give the PDFs by the size of their paper and their language."""
    return {
        name: pdf_path(projects[name.split("-")[0]], name.split("-")[1]).read_bytes()
        for name in SIZES
    }


@pytest.fixture(scope="module")
def tagged(pdfs: dict[str, bytes]) -> TaggedPdf:
    """Give the English one by its tags."""
    return TaggedPdf(pdfs["letter-en"])


each_pdf = pytest.mark.parametrize("name", SIZES)


class TestStandards:
    """What a checker says."""

    @each_pdf
    @pytest.mark.parametrize("profile", ["3a", "ua1"])
    def test_valid(self, pdfs: dict[str, bytes], name: str, profile: str) -> None:
        """
        Whatever a statement holds, its PDF conforms to PDF/A-3a and to PDF/UA-1.
        """
        assert [] == failures(pdfs[name], profile)

    @each_pdf
    def test_document(self, pdfs: dict[str, bytes], name: str) -> None:
        """
        A PDF says its title with the version, its language, its author and its day.
        """
        file = pikepdf.open(io.BytesIO(pdfs[name]))

        assert str(file.docinfo.Title).endswith(f"({OLD})")
        assert name.split("-")[1] == str(file.Root.Lang)
        assert "Blue Heron Ferries Cooperative" == str(file.docinfo.Author)
        assert f"D:{OLD.replace('-', '')}" == str(file.docinfo.CreationDate)

    @each_pdf
    def test_page_size(self, pdfs: dict[str, bytes], name: str) -> None:
        """
        The paper is the one that the statement asks for.
        """
        pages = pypdf.PdfReader(io.BytesIO(pdfs[name])).pages
        sizes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in pages}

        assert {SIZES[name]} == sizes


class TestSameBytes:
    """What the bytes depend on."""

    def test_surroundings(self, projects: dict[str, Path], tmp_path: Path) -> None:
        """
        Another folder, time zone, locale and hash seed give the same bytes.
        """
        copy = tmp_path / "another folder"
        shutil.copytree(projects["a4"], copy)
        shutil.rmtree(copy / "site")
        build(copy, TZ="Asia/Tokyo", PYTHONHASHSEED="7", LC_ALL="C")
        digests = [
            hashlib.sha256(pdf_path(root, locale).read_bytes()).hexdigest()
            for locale in ("en", "ar")
            for root in (projects["a4"], copy)
        ]

        assert digests[::2] == digests[1::2]


NOTES = "\N{SYMBOL FOR NULL}"
"""In place of what is to be known about a section: paper words it otherwise."""


class TestReading:
    """What is read, by eye and by ear."""

    @pytest.mark.parametrize("section", ["welcome", "tickets", "harbours", "payments"])
    def test_words(
        self, projects: dict[str, Path], tagged: TaggedPdf, section: str
    ) -> None:
        """
        A screen reader says every word of a section in the order of the page.
        """
        page = projects["letter"] / f"site/website/{OLD}/index.html"
        root = tinyhtml5.parse(page.read_text("utf-8"), namespace_html_elements=False)
        (shown,) = [each for each in root.iter("section") if each.get("id") == section]
        heard = without_spaces(tagged.text(without="Lbl"))

        title, body = without_spaces(own_text(shown)).split(NOTES)
        assert heard.find(body) > heard.find(title) > -1

    def test_bookmarks(self, pdfs: dict[str, bytes]) -> None:
        """
        The bookmarks are the title, the contents and the sections.
        """
        outline = pypdf.PdfReader(io.BytesIO(pdfs["letter-en"])).outline
        titles = [str(each.title) for each in outline[1] if not isinstance(each, list)]

        assert [
            "Contents",
            "Welcome",
            "1. Tickets",
            "2. Harbours",
            "3. Payments",
            "4. Languages",
            "5. Children",
            "Contacts",
        ] == titles

    def test_running_heads(self, tagged: TaggedPdf) -> None:
        """
        Each page but the first has title and version on it, and all have a number.
        """
        pages = len(tagged.file.pages)
        heads = [each for each in tagged.artifacts if OLD in each]

        assert [f"Passengers’ data · Version {OLD}"] * (pages - 1) == heads
        assert {f"Page {number} of {pages}" for number in range(1, pages + 1)} == {
            each for each in tagged.artifacts if each.startswith("Page ")
        }

    @pytest.mark.parametrize("name", ["letter-en", "a4-en"])
    def test_headings_stay(self, pdfs: dict[str, bytes], name: str) -> None:
        """
        No heading, and no note below one, stands alone at the foot of a page.
        """
        tagged = TaggedPdf(pdfs[name])
        pieces = [
            (str(element.Pg.objgen), _is_heading(element, tagged.text(element)))
            for element in tagged.elements
            if any(isinstance(kid, int) for kid in element.K)
        ]
        alone = [
            page
            for (page, is_heading), (then, _) in pairwise(pieces)
            if is_heading and page != then
        ]

        assert len([page for page, is_heading in pieces if is_heading]) > 14
        assert [] == alone

    @each_pdf
    def test_nothing_cut(
        self, pdfs: dict[str, bytes], name: str, tmp_path: Path
    ) -> None:
        """
        No word is beyond the edge of the paper, however wide a table is.
        """
        program = shutil.which("pdftotext")
        if program is None:
            pytest.skip("pdftotext (Debian: poppler-utils) is not there")
        file = tmp_path / "some.pdf"
        file.write_bytes(pdfs[name])
        listed = subprocess.run(
            [program, "-bbox", file, "-"], check=True, capture_output=True, text=True
        ).stdout
        sides = re.findall(r'<word xMin="([-.\d]+)".*? xMax="([-.\d]+)"', listed)

        assert len(sides) > 1000
        assert min(float(left) for left, _ in sides) > 10
        assert max(float(right) for _, right in sides) < SIZES[name][0]


class TestMissingGlyph:
    """A script without a font."""

    def test_named(self, repo: StatementRepo) -> None:
        """
        A build without a font for a character says which, and writes no site.
        """
        repo.write(
            "statements/website/en/lending.md",
            section_text("A letter of nobody’s: \U000105ff.", "Lending"),
        )
        repo.publish("2024-05-06")

        outcome = repo.run("build", "--out", "out", today="2024-05-06")

        assert 1 == outcome.status
        assert (
            'error: for the PDF "Privacy statement (2024-05-06)" no installed font has '
            "a character (U+105FF, unnamed)\n"
            "hint: Readers would see empty boxes. Install a font for that script, such "
            "as those of the packages fonts-noto-core and fonts-noto-cjk.\n"
        ) in outcome.err
        assert not (repo.root / "out").exists()


def _is_heading(element: pikepdf.Object, text: str) -> bool:
    return str(element.P.S).startswith("/H") or text.startswith("Last changed")


def own_text(element: Element) -> str:
    """Give the text of an element without the link to it, and without its dates."""
    if element.get("class") == "permalink":
        return element.tail or ""
    if element.get("class") == "section-notes":
        return f"{NOTES}{element.tail or ''}"
    inner = "".join(own_text(child) for child in element)
    return f"{element.text or ''}{inner}{element.tail or ''}"


def without_spaces(text: str) -> str:
    """Leave out what a line break may change."""
    return re.sub(r"\s", "", text)
