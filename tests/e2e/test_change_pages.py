"""The pages of changes as the real program builds them, and the PDFs of notices."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest
import tinyhtml5

from builders import SECTIONS
from builders import StatementRepo
from duenotice.release.request import Amends
from rendered import find
from rendered import words
from steps import FOLDER
from steps import MENDED
from steps import SPANISH
from steps import TRANSLATED_YAML
from tagged_pdf import TaggedPdf
from tagged_pdf import failures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

FIRST = "2026-01-10"
FIXED = "2026-02-10"
REPLACED = "2026-03-01"
NEXT = "2026-03-03"
"""It replaces the one before; the fix is nothing that is announced."""

AS_OF = "2026-03-10"
LONGER = "We keep loans for 120 days. After that we delete them."
MAS_TIEMPO = SPANISH["retention"].replace("90", "120")
PAGES = ("", f"{FIXED}/", f"{REPLACED}/", f"{NEXT}/")
LOCALES = {"en": "website/", "es": "website/es/"}

each_page = pytest.mark.parametrize(
    ("locale", "name"), [(locale, name) for locale in LOCALES for name in PAGES]
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """Build a site with a correction and a change that is announced."""
    root = tmp_path_factory.mktemp("changes") / "project"
    repo = StatementRepo.with_statement(root)
    repo.statement(TRANSLATED_YAML).sections(SPANISH, locale="es").publish(FIRST)
    repo.section("lending", MENDED).publish(FIXED)
    repo.section("retention", LONGER)
    repo.section("retention", MAS_TIEMPO, locale="es").publish(REPLACED)
    repo.section("contacts", "Write to: <privacy@fernhill.example>.")
    repo.publish(NEXT, amends=Amends.PENDING)
    done = repo.run("build", "--as-of", AS_OF, today=AS_OF)
    assert (0, "") == (done.status, done.err)
    return repo


@pytest.fixture(scope="module")
def site(project: StatementRepo) -> Path:
    """Give the folder of the built site."""
    return project.root / "site"


def read(site: Path, address: str) -> Element:
    """Read a page as a browser does."""
    html = (site / address / "index.html").read_text("utf-8")
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


def linked(root: Element) -> Iterator[str]:
    """Give the addresses that a page links to."""
    return (one.get("href", "") for one in root.iter("a"))


class TestPage:
    """The page of one change."""

    @pytest.mark.parametrize(
        ("locale", "before", "after"),
        [
            ("en", SECTIONS["retention"], LONGER),
            ("es", SPANISH["retention"], MAS_TIEMPO),
        ],
    )
    def test_plain_sight(
        self, site: Path, locale: str, before: str, after: str
    ) -> None:
        """
        What changes stands before and after, in the page's language, with what is
        beside it.
        """
        told = find(read(site, f"{LOCALES[locale]}changes/{NEXT}/"), "section.told")
        quoted = [words(one) for one in told.iter("blockquote")]

        assert [before, after] == quoted

    def test_notice(self, project: StatementRepo, site: Path) -> None:
        """
        The notice stands there word for word.
        """
        letter = find(read(site, f"website/changes/{NEXT}/"), "section.letter")
        written = project.read(f"{FOLDER}/versions/{NEXT}/notice/en.md")
        plain = " ".join(
            re.sub(r"^[#>*-]+ |\*\*|[<>]", "", written, flags=re.MULTILINE).split()
        )

        assert letters(plain) in letters(words(letter))

    def test_redline(self, site: Path) -> None:
        """
        The whole text follows, with what is gone and what is new marked.
        """
        whole = find(read(site, f"website/changes/{NEXT}/"), "section.redline")
        marked = {words(one) for mark in ("del", "ins") for one in whole.iter(mark)}

        assert {"removed: 90 days", "added: 120 days"} <= marked

    def test_successor(self, site: Path) -> None:
        """
        The page of a replaced change leads to the one that took its place.
        """
        note = find(read(site, f"website/changes/{REPLACED}/"), "p.notice")

        assert f"../{NEXT}/" in linked(note)

    @each_page
    def test_links(self, site: Path, locale: str, name: str) -> None:
        """
        Every link leads to something in the site, anchors too.
        """
        page = site / f"{LOCALES[locale]}changes/{name}"
        lost = []
        for address in linked(read(site, f"{LOCALES[locale]}changes/{name}")):
            target, _, anchor = address.partition("#")
            file = page / target if target else page
            file = file / "index.html" if file.is_dir() else file
            is_there = address.startswith("mailto:") or file.is_file()
            if not is_there or (anchor and f'id="{anchor}"' not in file.read_text()):
                lost.append(address)

        assert [] == lost

    @each_page
    def test_outline(self, site: Path, locale: str, name: str) -> None:
        """
        No level of the headings is left out, and no id is there twice.
        """
        root = read(site, f"{LOCALES[locale]}changes/{name}")
        levels = [
            int(one.tag[1]) for one in root.iter() if re.fullmatch(r"h\d", str(one.tag))
        ]
        ids = [one.get("id") for one in root.iter() if one.get("id")]

        assert 1 == levels[0]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
        assert len(set(ids)) == len(ids)

    def test_public(self, project: StatementRepo, site: Path) -> None:
        """
        Rules, reasons and the names of those who decided are on no page.
        """
        record = project.read(f"{FOLDER}/versions/{NEXT}/record.yaml")
        said = re.findall(r"^\s*(?:- id|reason): (.+)$", record, flags=re.MULTILINE)
        pages = [
            path.read_text("utf-8") for path in site.rglob("changes/**/index.html")
        ]

        assert len(said) >= 2
        assert len(PAGES) * len(LOCALES) == len(pages)
        for words_of_record in (*said, "A. Editor"):
            assert not any(words_of_record in one for one in pages)


def letters(text: str) -> str:
    """Leave letters and digits alone."""
    return "".join(one for one in text if one.isalnum())


class TestList:
    """The list of changes."""

    def test_order(self, site: Path) -> None:
        """
        What is coming stands first, then the log, the newest first.
        """
        root = read(site, "website/changes/")
        headings = [words(one) for one in root.iter("h3")]

        assert [
            "From April 3, 2026",
            "Announced on March 1, 2026",
            "February 10, 2026",
            "January 10, 2026",
        ] == headings


class TestPdf:
    """The PDF of a notice."""

    @pytest.fixture
    def files(self, site: Path) -> list[Path]:
        """Give the PDFs of the notices."""
        return sorted(site.rglob("*-notice*.pdf"))

    def test_names(self, site: Path, files: list[Path]) -> None:
        """
        Each stands beside its page, in every language; a correction has none.
        """
        assert [
            f"website/changes/{REPLACED}/website-{REPLACED}-notice.pdf",
            f"website/changes/{NEXT}/website-{NEXT}-notice.pdf",
            f"website/es/changes/{REPLACED}/website-{REPLACED}-notice-es.pdf",
            f"website/es/changes/{NEXT}/website-{NEXT}-notice-es.pdf",
        ] == [one.relative_to(site).as_posix() for one in files]

    @pytest.mark.slow
    @pytest.mark.parametrize("profile", ["3a", "ua1"])
    def test_valid(self, files: list[Path], profile: str) -> None:
        """
        It conforms to PDF/A-3a and to PDF/UA-1.
        """
        assert [] == [
            fault for one in files for fault in failures(one.read_bytes(), profile)
        ]

    def test_words(self, files: list[Path]) -> None:
        """
        A screen reader says the dates and what changes.
        """
        heard = TaggedPdf(files[1].read_bytes()).text()

        for said in (
            "Announced: March 3, 2026",
            "Effective date: April 3, 2026",
            "We keep loans for 90 days.",
            "We keep loans for 120 days.",
        ):
            assert letters(said) in letters(heard)

    def test_left_out(self, project: StatementRepo, tmp_path: Path) -> None:
        """
        Without PDFs no page of a change links to one.
        """
        out = tmp_path / "site"
        options = ("--as-of", AS_OF, "--no-pdf", "--out", str(out))
        project.run("build", *options, today=AS_OF)

        assert [] == list(out.rglob("*.pdf"))
        for name in PAGES:
            addresses = linked(read(out, f"website/changes/{name}"))
            assert not any(one.endswith(".pdf") for one in addresses)
