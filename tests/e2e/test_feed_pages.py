"""Feeds, calendars and data as the real program writes them, read by other programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import icalendar
import pytest

from builders import StatementRepo
from duenotice.render.data_schema import banner_schema
from duenotice.render.data_schema import banners_schema
from duenotice.render.data_schema import version_schema
from duenotice.render.data_schema import versions_schema
from json_schemas import faults
from steps import MENDED
from steps import SPANISH
from steps import TRANSLATED_YAML
from steps import move

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "2026-01-10"
FIXED = "2026-02-10"
NEXT = "2026-03-01"
MOVED = "2026-03-09"
AS_OF = "2026-03-10"
ADDRESS = "https://www.example.org/privacy/"
SETTINGS = f'[tool.duenotice]\nsite-address = "{ADDRESS}"\n'
HOSTILE = "</script><script>alert(1)</script> & “data”"
"""A title that must stay one, wherever it stands."""

LONGER = "We keep loans for 120 days. After that we delete them."
MAS_TIEMPO = SPANISH["retention"].replace("90", "120")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """Build a site with a correction, and an announced change that was moved."""
    root = tmp_path_factory.mktemp("feeds") / "project"
    repo = StatementRepo.with_statement(root).write("pyproject.toml", SETTINGS)
    title = TRANSLATED_YAML.replace("Privacy statement", json.dumps(HOSTILE))
    repo.statement(title).sections(SPANISH, locale="es").publish(FIRST)
    repo.section("lending", MENDED).publish(FIXED)
    repo.section("retention", LONGER)
    repo.section("retention", MAS_TIEMPO, locale="es").publish(NEXT)
    move(repo, NEXT, MOVED, "2026-05-01")
    repo.commit(MOVED)
    done = repo.run("build", "--no-pdf", "--as-of", AS_OF, today=AS_OF)
    assert 0 == done.status, done.err
    return repo


@pytest.fixture(scope="module")
def site(project: StatementRepo) -> Path:
    """Give the folder of the site."""
    return project.root / "site"


def read(site: Path, path: str) -> Any:  # noqa: ANN401 - JSON
    """Read a file of data."""
    return json.loads((site / path).read_text("utf-8"))


class TestFeeds:
    """Atom, as a reader of feeds has it."""

    def test_all_accepted(self, site: Path) -> None:
        """
        Every feed is read without a complaint, and its entries have what they need.
        """
        files = [one for one in site.rglob("*.xml") if one.name != "sitemap.xml"]
        for file in files:
            feed = feedparser.parse(file.read_bytes())
            assert (False, "atom10") == (bool(feed.bozo), feed.version), file
            assert feed.feed.id.startswith("tag:www.example.org,2026:"), file
            assert feed.feed.updated_parsed, file
            for entry in feed.entries:
                assert entry.id.startswith("tag:www.example.org,2026:website/"), file
                assert entry.updated_parsed, file
                assert entry.published_parsed, file
                assert entry.link.startswith(ADDRESS), file

        # Four in each language, one for each of four sections, one for all statements.
        assert 2 * (3 + 4 + 1) == len(files)

    def test_words(self, site: Path) -> None:
        """
        An entry says what happens when, and holds the whole notice as HTML.
        """
        feed = feedparser.parse((site / "website/announced.xml").read_bytes())
        (entry,) = feed.entries

        assert f"tag:www.example.org,2026:website/{NEXT}" == entry.id
        assert "2026-03-09T00:00:00-07:00" == entry.updated
        assert "2026-03-01T00:00:00-08:00" == entry.published
        assert entry.title.endswith("change on May 1, 2026")
        assert "text/html" == entry.content[0].type
        assert "<p>We keep loans for 120 days.</p>" in entry.content[0].value
        assert f"{ADDRESS}website/changes/{NEXT}/" == entry.link

    def test_language(self, site: Path) -> None:
        """
        A feed in another language holds the notice in that language.
        """
        feed = feedparser.parse((site / "website/es/announced.xml").read_bytes())

        assert "es" == feed.feed.language
        assert "Conservamos la información más tiempo." in str(feed.entries[0].content)

    def test_title(self, site: Path) -> None:
        """
        Signs in a title are signs of a title.
        """
        root = ET.parse(site / "website/feed.xml").getroot()  # noqa: S314 - ours
        titles = [
            one.text or "" for one in root.iter("{http://www.w3.org/2005/Atom}title")
        ]

        assert all(one.startswith(HOSTILE) for one in titles)

    def test_linked(self, site: Path) -> None:
        """
        Every feed that a page leads to is there.
        """
        pages = list(site.rglob("index.html"))
        links = [
            (page.parent / href).resolve()
            for page in pages
            for href in re.findall(
                r'<link rel="alternate" type="[^"]+" [^>]*href="([^"]+)"',
                page.read_text("utf-8"),
            )
        ]

        assert len(links) > len(pages)
        assert [] == [one for one in links if not one.is_file()]


class TestCalendar:
    """The calendar, as a program for calendars has it."""

    @pytest.mark.parametrize("folder", ["website", "website/es"])
    def test_accepted(self, site: Path, folder: str) -> None:
        """
        Every day is read with its date, its number and its words.
        """
        data = (site / folder / "changes.ics").read_bytes()
        calendar = icalendar.Calendar.from_ical(data)
        events = {str(one["UID"]): one for one in calendar.walk("VEVENT")}
        found = events[f"{NEXT}.website@www.example.org"]

        assert [] == [one.errors for one in calendar.walk() if one.errors]
        assert 3 == len(events)
        assert "2026-05-01" == found.decoded("DTSTART").isoformat()
        assert (1, "CONFIRMED") == (found["SEQUENCE"], str(found["STATUS"]))
        assert str(found["SUMMARY"])

    def test_title(self, site: Path) -> None:
        """
        Signs in a title are signs of a title.
        """
        data = (site / "website" / "changes.ics").read_bytes()
        calendar = icalendar.Calendar.from_ical(data)

        assert str(calendar["X-WR-CALNAME"]).startswith(HOSTILE)


class TestData:
    """Data, held against its schemas."""

    def test_versions(self, site: Path) -> None:
        """
        `versions.json` is as its schema says.
        """
        data = read(site, "website/versions.json")

        assert [] == list(faults(versions_schema(), data))
        assert ["announced", "correction", None] == [
            one["kind"] for one in data["versions"]
        ]

    def test_texts(self, site: Path) -> None:
        """
        Each version's text is as its schema says, in every language.
        """
        files = sorted(site.rglob("version.json"))
        found = [read(site, str(file.relative_to(site))) for file in files]

        assert 6 == len(found)
        assert [] == [one for data in found for one in faults(version_schema(), data)]

    def test_text(self, site: Path) -> None:
        """
        A version's data holds the text as it was then.
        """
        old = read(site, f"website/{FIRST}/version.json")["sections"][2]
        new = read(site, f"website/es/{NEXT}/version.json")["sections"][2]

        assert ("retention", 2, "en") == (old["id"], old["number"], old["locale"])
        assert ["We keep loans for 90 days. After that we delete them."] == old["text"]
        assert (
            "<p>Guardamos los préstamos 120 días. Después los borramos.</p>\n"
            == (new["html"])
        )

    def test_hashes(self, project: StatementRepo, site: Path) -> None:
        """
        A section's hash is that of its file in the repository.
        """
        section = read(site, f"website/{NEXT}/version.json")["sections"][2]
        path = f"statements/website/versions/{NEXT}/en/retention.md"
        record = project.read(f"statements/website/versions/{NEXT}/record.yaml")

        assert section["sha256"] in record
        assert project.read(path).endswith("---\n" + section["text"][0] + "\n")

    def test_banner(self, site: Path) -> None:
        """
        `banner.json` is as its schema says, in every language.
        """
        data = read(site, "website/banner.json")

        assert [] == list(faults(banner_schema(), data))
        assert ["en", "es"] == list(data["banners"][0]["words"])

    def test_addresses(self, site: Path) -> None:
        """
        Every address in the data leads to a file of the site.
        """
        versions = read(site, "website/versions.json")["versions"]
        addresses = [
            address
            for version in versions
            for pages in version["pages"].values()
            for address in pages.values()
            if address is not None
        ]
        paths = [one + "index.html" if one.endswith("/") else one for one in addresses]

        assert [] == [one for one in paths if not (site / one).is_file()]

    def test_schemas_printed(self, project: StatementRepo) -> None:
        """
        The program prints each schema.
        """
        for name, schema in (
            ("versions", versions_schema()),
            ("version", version_schema()),
            ("banner", banner_schema()),
            ("banners", banners_schema()),
        ):
            printed = json.loads(project.run("schema", name).out)
            assert schema["properties"] == printed["properties"]


class TestPages:
    """What a page says of itself."""

    def test_harmless(self, site: Path) -> None:
        """
        A title can't end the data on a page.
        """
        page = (site / "website" / "index.html").read_text("utf-8")
        (text,) = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', page
        )

        assert HOSTILE == json.loads(text)["name"]
        assert "alert(1)</script>" not in page

    def test_preview(self, site: Path) -> None:
        """
        A page says what others show of it where it is passed on.
        """
        page = (site / "website" / "es" / "index.html").read_text("utf-8")
        said = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))

        assert "Aviso de privacidad" == said["title"]
        assert ("article", "es") == (said["type"], said["locale"])
        assert f"{ADDRESS}website/es/" == said["url"]

    def test_site_map(self, site: Path) -> None:
        """
        The list for search engines is XML, and each of its pages is there.
        """
        root = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - ours
        names = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
        urls = [one.text or "" for one in root.iter(f"{names}loc")]

        assert f"{names}urlset" == root.tag
        assert f"{ADDRESS}website/" in urls
        assert [] == [
            url
            for url in urls
            if not (site / url.removeprefix(ADDRESS) / "index.html").is_file()
        ]


class TestNowhere:
    """A site of which nobody says where it stands."""

    def test_relative(self, project: StatementRepo, tmp_path: Path) -> None:
        """
        Its feeds are accepted, too; nothing in it names a host.
        """
        out = tmp_path / "out"
        settings = project.read("pyproject.toml")
        project.write("pyproject.toml", "").commit(AS_OF)
        project.run("build", "--no-pdf", "--as-of", AS_OF, "--out", str(out))
        project.write("pyproject.toml", settings).commit(AS_OF)

        feed = feedparser.parse((out / "website" / "feed.xml").read_bytes())
        assert not feed.bozo
        assert f"changes/{NEXT}/" == feed.entries[0].link
        assert re.fullmatch(
            r"tag:[0-9a-f]{12}\.duenotice\.invalid,2026:website/feed", feed.feed.id
        )
        assert not (out / "sitemap.xml").exists()
        assert not any(
            "www.example.org" in one.read_text("utf-8")
            for one in out.rglob("*.*")
            if one.is_file()
        )
