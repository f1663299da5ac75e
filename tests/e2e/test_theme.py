"""An organisation's own look, from its file to pages and PDFs."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
import tinyhtml5

from builders import SECTIONS
from builders import StatementRepo
from rendered import find
from rendered import words
from steps import SPANISH
from steps import TRANSLATED_YAML
from tagged_pdf import TaggedPdf
from tagged_pdf import failures

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FIRST = "2026-01-10"
NEXT = "2026-03-01"
AS_OF = "2026-03-10"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'
DARK_DRAWING = DRAWING.replace("<path", '<path fill="#fff"')
THEME = """\
name: {en: The Library, es: La Biblioteca}
home: https://www.fernhill.example/
logo: {file: theme/logo.svg, dark: theme/dark.svg, holds_name: yes}
colours:
  light: {accent: "#7a2e12"}
footer:
  en:
    - {text: Accessibility, link: "https://www.fernhill.example/help?a=1&b=2"}
    - {text: "<12 Elm Street>"}
"""
FONT_THEME = """\
font:
  text: [Fern, Georgia]
  files:
    - {family: Fern, file: theme/fern.ttf}
"""
LONGER = SECTIONS["retention"].replace("90", "120")
PAGES = (
    "",
    "es/",
    "website/",
    "website/es/",
    f"website/{FIRST}/",
    "website/archive/",
    "website/changes/",
    f"website/changes/{NEXT}/",
    "website/sections/retention/",
    "website/banner/",
)


def write_project(root: Path, theme: str) -> StatementRepo:
    """Make a project with a theme and an announced change."""
    repo = StatementRepo.with_statement(root)
    repo.write("theme.yaml", theme)
    repo.write("theme/logo.svg", DRAWING).write("theme/dark.svg", DARK_DRAWING)
    repo.statement(TRANSLATED_YAML).sections(SPANISH, locale="es").publish(FIRST)
    repo.section("retention", LONGER).publish(NEXT)
    return repo


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a theme."""
    root = tmp_path_factory.mktemp("theme") / "project"
    repo = write_project(root, THEME)
    done = repo.run("build", "--no-pdf", "--as-of", AS_OF, today=AS_OF)
    assert (0, "") == (done.status, done.err)
    return root / "site"


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The PDFs of a statement and of a notice, in two languages."""
    root = tmp_path_factory.mktemp("theme") / "project"
    repo = write_project(root, f"{THEME}{FONT_THEME}")
    repo.write("theme/fern.ttf", font_file().read_bytes()).commit(AS_OF)
    done = repo.run("build", "--as-of", AS_OF, today=AS_OF)
    assert (0, "") == (done.status, done.err)
    return sorted((repo.root / "site").rglob("*.pdf"))


def read(site: Path, address: str) -> Element:
    """Read a page as a browser does."""
    html = (site / address / "index.html").read_text("utf-8")
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


class TestPages:
    """What a theme puts on every page."""

    @pytest.mark.parametrize("address", PAGES)
    def test_head(self, site: Path, address: str) -> None:
        """
        The logo stands at the head of every page, says the name, and leads home.
        """
        brand = find(read(site, address), "p.controller")
        name = "La Biblioteca" if "es" in address.split("/") else "The Library"
        sources = [one.get("srcset", "") for one in brand.iter("source")]
        (picture,) = brand.iter("img")

        assert name == picture.get("alt")
        assert ["https://www.fernhill.example/"] == [
            one.get("href") for one in brand.iter("a")
        ]
        for href, expected in zip(
            [picture.get("src", ""), *sources], (DRAWING, DARK_DRAWING), strict=True
        ):
            assert expected == (site / address / href).read_text("utf-8")

    @pytest.mark.parametrize("address", PAGES)
    def test_foot(self, site: Path, address: str) -> None:
        """
        Its lines stand at the foot, marked where they are in another language.
        """
        lines = find(read(site, address), "ul.organisation")
        lang = "en" if "es" in address.split("/") else None

        assert [(lang, "Accessibility"), (lang, "<12 Elm Street>")] == [
            (one.get("lang"), words(one)) for one in lines
        ]
        assert ["https://www.fernhill.example/help?a=1&b=2"] == [
            one.get("href") for one in lines.iter("a")
        ]

    def test_title(self, site: Path) -> None:
        """
        The title of a window ends with the name.
        """
        title = words(find(read(site, "website/"), "title"))

        assert title.endswith("The Library")

    def test_policy(self, site: Path) -> None:
        """
        Pages may load the logo from the site, and fonts only where there are some.
        """
        metas = read(site, "website/").iter("meta")
        policy = next(one.get("content", "") for one in metas if one.get("http-equiv"))

        assert "img-src data: 'self' file:;" in policy
        assert "font-src" not in policy

    def test_style(self, site: Path) -> None:
        """
        The style sheet has the colour after its own.
        """
        style = (site / "style.css").read_text("utf-8")

        assert ["#23595a", "#7a2e12"] == re.findall(
            r"--accent: (#\w+)", style.replace("#93c9bf", "")
        )

    def test_plain(self, tmp_path: Path) -> None:
        """
        Without a theme there is the controller's name and nothing of all this.
        """
        repo = StatementRepo.with_statement(tmp_path / "project")
        repo.publish(FIRST)
        repo.run("build", "--no-pdf", "--as-of", AS_OF, today=AS_OF)
        root = read(repo.root / "site", "website/")

        assert "Fernhill Library" == words(find(root, "p.controller"))
        assert [] == list(root.iter("img"))
        assert not (repo.root / "site" / "theme").exists()


class TestBuild:
    """What a build makes of a theme."""

    def test_committed(self, tmp_path: Path) -> None:
        """
        A build reads the theme of HEAD, and a preview the one on the disk.
        """
        repo = write_project(tmp_path / "project", THEME)
        repo.write("theme.yaml", "name: Not committed\n")
        for given, expected in (
            ((), "The Library"),
            (("--worktree",), "Not committed"),
        ):
            repo.run("build", "--no-pdf", "--out", "out", *given, today=AS_OF)
            title = words(find(read(repo.root / "out", ""), "title"))
            assert title.endswith(expected)

    def test_fault(self, tmp_path: Path) -> None:
        """
        A fault of the theme is told and delays no text: the shipped look stands in.
        """
        repo = write_project(tmp_path / "project", 'colours: {light: {ink: "#aaa"}}\n')
        done = repo.run("build", "--no-pdf", "--as-of", AS_OF, today=AS_OF)

        assert 1 == done.status
        assert "theme.yaml:1: error theme-contrast" in done.err
        assert "Fernhill Library" == words(
            find(read(repo.root / "site", "website/"), "p.controller")
        )
        assert 1 == repo.run("check", today=AS_OF).status

    def test_plan(self, tmp_path: Path) -> None:
        """
        Another theme is another plan for every page.
        """
        repo = write_project(tmp_path / "project", THEME)
        before, after = (
            _digests(repo, theme) for theme in (THEME, THEME.replace("Elm", "Oak"))
        )

        assert before.keys() == after.keys()
        assert all(before[path] != after[path] for path in before)

    def test_schema(self, tmp_path: Path) -> None:
        """
        An editor completes and checks the file by its schema.
        """
        repo = StatementRepo(tmp_path / "project")
        schema = json.loads(repo.run("schema", "theme").out)

        assert {"name", "home", "logo", "colours", "font", "footer"} == set(
            schema["properties"]
        )


@pytest.mark.slow
class TestPdf:
    """PDFs with a font and a logo of the project's own."""

    def test_font(self, pdfs: list[Path]) -> None:
        """
        The statement is set in the font, and the rest in the shipped ones.
        """
        named = [fonts_of(path) for path in pdfs]

        assert len(named) > 4
        assert all(any("Fern" in one for one in names) for names in named)
        assert all(any("Noto-Sans" in one for one in names) for names in named)

    def test_logo(self, pdfs: list[Path]) -> None:
        """
        The logo stands on the first page, and the name can be read aloud.
        """
        for path in pdfs:
            with pikepdf.open(path) as pdf:
                drawn = [b" Do" in page.Contents.read_bytes() for page in pdf.pages]

            assert [True, *[False] * (len(drawn) - 1)] == drawn
            assert "Fernhill Library" in TaggedPdf(path.read_bytes()).text()

    def test_standards(self, pdfs: list[Path]) -> None:
        """
        They stay PDF/A-3a and PDF/UA-1.
        """
        for path in pdfs:
            for profile in ("3a", "ua1"):
                assert [] == failures(path.read_bytes(), profile)


def fonts_of(path: Path) -> set[str]:
    """Name the fonts that a PDF holds."""
    with pikepdf.open(path) as pdf:
        return {
            str(font.BaseFont)
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }


def font_file() -> Path:
    """Find a font of this machine that isn't one of those for the PDFs."""
    found = subprocess.run(
        ["fc-match", "--format=%{file}", "DejaVu Serif:style=Condensed"],
        capture_output=True,
        check=True,
    )
    return Path(found.stdout.decode())


def _digests(repo: StatementRepo, theme: str) -> dict[str, str]:
    repo.write("theme.yaml", theme).commit(AS_OF)
    done = repo.run(
        "build", "--no-pdf", "--dry-run", "--format", "json", "--as-of", AS_OF
    )
    return {one["path"]: one["digest"] for one in json.loads(done.out)["files"]}
