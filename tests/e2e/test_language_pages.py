"""Pages in Arabic and Chinese: every word, every date, every other language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import feedparser
import pytest
import tinyhtml5

import messages
from garden_statement import AS_OF
from garden_statement import EFFECTIVE
from garden_statement import FIRST
from garden_statement import NEXT
from garden_statement import write_garden_statement
from rendered import find
from rendered import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

PAGES = (
    "",
    f"{FIRST}/",
    f"{NEXT}/",
    "changes/",
    f"changes/{NEXT}/",
    "archive/",
    "sections/keeping/",
    f"compare/{FIRST}/{NEXT}/",
    f"compare/{FIRST}/{NEXT}/side-by-side/",
    "banner/",
)
DIRECTIONS = {"ar": "rtl", "zh-Hant": "ltr"}
NAMES = {"en": "English", "ar": "العربية", "zh-Hant": "繁體中文"}
SHOWN_WORDS = ("aria-label", "alt", "title", "data-copied")
MINE = {"ar": "3 أبريل 2026", "zh-Hant": "2026年4月3日"}
"""The day on which the change takes effect."""

each_page = pytest.mark.parametrize(
    ("locale", "name"), [(locale, name) for locale in DIRECTIONS for name in PAGES]
)
each_locale = pytest.mark.parametrize("locale", DIRECTIONS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the garden's site while its change is announced."""
    root = tmp_path_factory.mktemp("languages") / "project"
    repo = write_garden_statement(root)
    done = repo.run("build", "--no-pdf", "--as-of", AS_OF, today=AS_OF)
    assert (0, "") == (done.status, done.err)
    return root / "site"


def read(site: Path, address: str) -> Element:
    """Read a page as a browser does."""
    html = (site / address / "index.html").read_text("utf-8")
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


def english(locale: str) -> set[str]:
    """Give the messages without gaps that a language has other words for."""
    found = messages.read_catalogue(messages.LOCALES / f"{locale}.po")
    return {
        " ".join(str(one.id).split())
        for one in found
        if isinstance(one.id, str) and "%(" not in one.id and one.id != one.string
    } - {"", ","}


def texts(element: Element, lang: str = "") -> Iterator[tuple[str, str]]:
    """Give each piece of text, and the language that the page says it is in."""
    lang = element.get("lang", lang)
    if element.tag in {"script", "style"}:
        return
    said = (element.get(name, "") for name in SHOWN_WORDS)
    for text in (element.text or "", *said):
        yield lang, " ".join(text.split())
    for child in element:
        yield from texts(child, lang)
        yield lang, " ".join((child.tail or "").split())


class TestInterface:
    """The words around a text."""

    @each_page
    def test_no_english(self, site: Path, locale: str, name: str) -> None:
        """
        No word of the site itself is left in English.
        """
        root = read(site, f"website/{locale}/{name}")
        known = english(locale)

        assert [] == [
            text for lang, text in texts(root) if lang == locale and text in known
        ]

    @each_page
    def test_direction(self, site: Path, locale: str, name: str) -> None:
        """
        A page says its language and on which side its lines begin.
        """
        root = read(site, f"website/{locale}/{name}")

        assert (locale, DIRECTIONS[locale]) == (root.get("lang"), root.get("dir"))

    @pytest.mark.parametrize("name", ["", f"{NEXT}/", "changes/", f"changes/{NEXT}/"])
    @each_locale
    def test_day(self, site: Path, locale: str, name: str) -> None:
        """
        A day is written as the language writes it.
        """
        days = {
            words(one)
            for one in read(site, f"website/{locale}/{name}").iter("time")
            if one.get("datetime") == EFFECTIVE
        }

        assert {MINE[locale]} == days


class TestLanguages:
    """The ways between languages."""

    @each_page
    def test_alternates(self, site: Path, locale: str, name: str) -> None:
        """
        A page names itself in each language, and which is for everyone else; all of
        them are there.
        """
        root = read(site, f"website/{locale}/{name}")
        named = {
            one.get("hreflang"): one.get("href", "")
            for one in root.iter("link")
            if one.get("hreflang")
        }
        page = site / "website" / locale / name

        assert {*NAMES, "x-default"} == set(named)
        assert named["en"] == named["x-default"]
        assert all((page / one / "index.html").is_file() for one in named.values())

    @each_locale
    def test_own_names(self, site: Path, locale: str) -> None:
        """
        Each language is offered by the name that its readers know.
        """
        bar = find(find(read(site, f"website/{locale}/"), "header.masthead"), "nav")

        assert NAMES == {one.get("hreflang"): words(one) for one in bar.iter("a")}


class TestTranslation:
    """A translation beside its source."""

    def test_behind(self, site: Path) -> None:
        """
        A section that is behind says so, and which version it renders.
        """
        sections = read(site, f"website/zh-Hant/{NEXT}/").iter("section")
        keeping = next(one for one in sections if one.get("id") == "keeping")

        assert f"本節原文在翻譯後已有變更。這是版本 {FIRST} 的譯文。" in words(keeping)

    def test_up_to_date(self, site: Path) -> None:
        """
        One that follows its source doesn't.
        """
        sections = read(site, f"website/ar/{NEXT}/").iter("section")
        keeping = next(one for one in sections if one.get("id") == "keeping")

        assert [
            "آخر تغيير في 1 مارس 2026",
            "نحتفظ باسمك 180 يومًا. ثم نحذفه.",
        ] == [words(one) for one in keeping.iter("p")]

    @each_locale
    def test_prevailing(self, site: Path, locale: str) -> None:
        """
        Each translation says which language prevails, and leads to it.
        """
        root = read(site, f"website/{locale}/")
        remark = next(one for one in root.iter("p") if one.get("class") == "remark")

        assert ["../"] == [one.get("href") for one in remark.iter("a")]

    @each_locale
    def test_notice(self, site: Path, locale: str) -> None:
        """
        The notice is read in the language of the page.
        """
        letter = find(read(site, f"website/{locale}/changes/{NEXT}/"), "section.letter")

        assert MINE[locale] in words(letter)
        assert not re.search(r"[A-Za-z]{3,} [A-Za-z]{3,}", words(letter))


class TestPicture:
    """The picture of the archive."""

    def test_mirrored(self, site: Path) -> None:
        """
        Where lines begin on the right, the oldest version stands on the right.
        """
        assert label_places(site, "website/archive/") == sorted(
            label_places(site, "website/archive/")
        )
        assert label_places(site, "website/ar/archive/") == sorted(
            label_places(site, "website/ar/archive/"), reverse=True
        )


def label_places(site: Path, address: str) -> list[float]:
    """Give how far from the left the versions are named, the oldest first."""
    svg = next(
        one
        for one in read(site, address).iter()
        if one.tag.endswith("svg") and one.get("role")
    )
    named = {
        words(one): float(one.get("x", "0"))
        for one in svg.iter()
        if one.tag.endswith("text") and words(one) in {FIRST, NEXT}
    }
    assert {FIRST, NEXT} == set(named)
    return [named[FIRST], named[NEXT]]


class TestFeeds:
    """What feeds say in another language."""

    @each_locale
    def test_direction(self, site: Path, locale: str) -> None:
        """
        All that an entry says has its language and direction.
        """
        data = (site / "website" / locale / "feed.xml").read_bytes()
        feed = feedparser.parse(data, sanitize_html=False)
        for entry in feed.entries:
            root = tinyhtml5.parse(
                entry.content[0].value, namespace_html_elements=False
            )
            parts = [
                (one.tag, one.get("lang"), one.get("dir")) for one in find_body(root)
            ]
            assert {("div", locale, DIRECTIONS[locale])} == set(parts)


def find_body(root: Element) -> Element:
    """Give the body of a document."""
    return next(root.iter("body"))
