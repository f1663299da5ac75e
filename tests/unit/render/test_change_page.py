from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import tinyhtml5
from markupsafe import Markup

from duenotice.render.change_views import ChangeEntryView
from duenotice.render.change_views import ChangePageView
from duenotice.render.change_views import ChangesPageView
from duenotice.render.change_views import ChoiceView
from duenotice.render.change_views import NoticeView
from duenotice.render.change_views import NotifiedView
from duenotice.render.change_views import ToldPassageView
from duenotice.render.change_views import ToldSectionView
from duenotice.render.change_views import ToldWordsView
from duenotice.render.views import LinkView
from duenotice.render.views import RedlineView
from rendered import TEMPLATES
from rendered import find
from rendered import words
from sample_views import LOCALES
from sample_views import make_shell
from sample_views import make_version

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from duenotice.render.views import VersionView

LABEL = "2026-03-01"
NEXT = "2026-03-20"
ANSWER_BY = dt.date(2026, 4, 2)


def version(status: str, kind: str = "announced", label: str = LABEL) -> VersionView:
    """Make a version with the page of its change."""
    return replace(
        make_version(label, status, "2026-04-03"), kind=kind, change_href=f"../{label}/"
    )


def entry(status: str, kind: str = "announced") -> ChangeEntryView:
    """Make a change."""
    return ChangeEntryView(
        version=version(status, kind),
        is_first=False,
        summary=None,
        sections=("Tickets", "Harbours"),
        choices=(),
        is_required_by_law=False,
        days_left=None,
        successor=version("scheduled", label=NEXT) if status == "replaced" else None,
    )


def page(one: ChangeEntryView, lang: str = "en") -> ChangePageView:
    """Make the page of a change."""
    before, after = (
        ToldWordsView(text=text, lang=lang, direction="ltr")
        for text in ("90 days.", "120 days.")
    )
    return ChangePageView(
        shell=make_shell(lang),
        title="Passengers’ data",
        entry=one,
        as_of=dt.date(2026, 3, 31),
        notified=(),
        reaches="all",
        notice=NoticeView(
            content=Markup("<p>We keep tickets longer.</p>"),
            lang=lang,
            direction="ltr",
            is_foreign=False,
        ),
        before=version("in-force", "", "2025-01-01"),
        side_by_side_href="",
        in_force=LinkView(href="../../", text="Passengers’ data"),
        changes=LinkView(href="../", text=""),
        pdf_href="notice.pdf",
        prevailing="",
        told=(
            ToldSectionView(
                heading="1. Tickets",
                lang=lang,
                direction="ltr",
                passages=(ToldPassageView(before=before, after=after),),
            ),
        ),
        redline=RedlineView(
            content=Markup("<h3>1. Tickets</h3>"), changes=(), could_not=""
        ),
    )


def shown(view: ChangePageView | ChangesPageView, locale: str = "en") -> Element:
    """Render a page and read it as a browser does."""
    name = "change" if isinstance(view, ChangePageView) else "changes"
    html = TEMPLATES.render(f"site/{name}.html", view, locale)
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


class TestStatus:
    """What has become of a change."""

    @pytest.mark.parametrize(
        ("status", "heading", "note"),
        [
            (
                "scheduled",
                "What changes on April 3, 2026",
                "Until then, the present text stays in force.",
            ),
            (
                "superseded",
                "What changed on April 3, 2026",
                "The text has been revised again since.",
            ),
            (
                "withdrawn",
                "A change that was withdrawn",
                "This change was withdrawn before it took effect. Nothing changes.",
            ),
            (
                "replaced",
                "A change that was replaced",
                f"This change never took effect: version {NEXT} took its place.",
            ),
            (
                "held",
                "A change that has not taken effect",
                "The day on which it will take effect is not settled yet.",
            ),
        ],
    )
    def test_said(self, status: str, heading: str, note: str) -> None:
        """
        The heading and the first sentence say whether the change holds.
        """
        root = shown(page(entry(status)))

        assert heading == words(find(root, "h1"))
        assert words(find(root, "p.notice")).startswith(note)

    def test_in_force(self) -> None:
        """
        A change that is in force needs no note: the heading has its day.
        """
        root = shown(page(entry("in-force")))

        assert "What changed on April 3, 2026" == words(find(root, "h1"))
        assert "notice" not in {one.get("class") for one in root.iter("p")}

    @pytest.mark.parametrize(
        ("status", "name"),
        [
            ("scheduled", "From April 3, 2026"),
            ("in-force", "From April 3, 2026"),
            ("held", "Was to become"),
            ("withdrawn", "Was to become"),
        ],
    )
    def test_words(self, status: str, name: str) -> None:
        """
        New words stand with their day, and with none where there is none.
        """
        told = find(shown(page(entry(status))), "section.told")

        assert f"1. Tickets Before 90 days. {name} 120 days." in words(told)

    def test_days_left(self) -> None:
        """
        Before a change takes effect its page counts the days, and says since when.
        """
        root = shown(page(replace(entry("scheduled"), days_left=3)))

        assert "In 3 days, counted from March 31, 2026" == words(find(root, "p.left"))

    @pytest.mark.parametrize("status", ["scheduled", "in-force"])
    def test_notice_first(self, status: str) -> None:
        """
        What people have to know stands before the dates, the links and the redline.
        """
        article = find(shown(page(entry(status))), "article")

        assert ["letter text", "told text", "about", "redline"] == [
            one.get("class") for one in article.iter("section")
        ]

    @pytest.mark.parametrize(
        ("status", "name"),
        [("scheduled", "New from April 3, 2026"), ("withdrawn", "Was to be added")],
    )
    def test_new_words(self, status: str, name: str) -> None:
        """
        Words that take the place of none are said to be new.
        """
        view = page(entry(status))
        (section,) = view.told
        (passage,) = section.passages
        added = replace(section, passages=(replace(passage, before=None),))
        told = find(shown(replace(view, told=(added,))), "section.told")

        assert f"1. Tickets {name} 120 days." in words(told)


class TestAbout:
    """The dates of a change, and how people were told of it."""

    def test_dates(self) -> None:
        """
        The three dates stand together.
        """
        one = entry("scheduled")
        later = replace(one.version, published=dt.date(2026, 3, 2))
        dates = find(shown(page(replace(one, version=later))), "dl.dates")

        assert {
            "Last revised": "March 1, 2026",
            "Announced": "March 2, 2026",
            "Takes effect on": "April 3, 2026",
        } == {words(fact[0]): words(fact[1]) for fact in dates}

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            ("announced", "Last revised and announced"),
            ("correction", "Last revised and published"),
        ],
    )
    def test_one_day(self, kind: str, name: str) -> None:
        """
        A day on which two things happened is said once.
        """
        dates = find(shown(page(entry("scheduled", kind))), "dl.dates")

        assert {name: "March 1, 2026", "Takes effect on": "April 3, 2026"} == {
            words(fact[0]): words(fact[1]) for fact in dates
        }

    def test_notified(self) -> None:
        """
        Everybody can read how people were told, and when.
        """
        by_email = NotifiedView(channel="email", on=dt.date(2026, 3, 2))
        by_pigeon = NotifiedView(channel="pigeon", on=dt.date(2026, 3, 4))
        view = replace(page(entry("in-force")), notified=(by_email, by_pigeon))

        assert "People were told: by email on March 2, 2026 March 4, 2026 Applies" in (
            words(find(shown(view), "section.about"))
        )

    def test_not_notified(self) -> None:
        """
        Where no messages were sent, nothing is said of any.
        """
        assert "People were told" not in words(shown(page(entry("in-force"))))


class TestDuties:
    """What people can do, and what a law asks."""

    @pytest.mark.parametrize(
        ("kind", "asked", "said"),
        [
            ("choice", "people", "You can say no."),
            ("choice", "parents", "Parents can say no for their children."),
            (
                "consent",
                "people",
                "Nothing about this changes for you unless you say yes.",
            ),
            (
                "consent",
                "parents",
                "Nothing about this changes for a child unless a parent says yes.",
            ),
        ],
    )
    def test_choice(self, kind: str, asked: str, said: str) -> None:
        """
        What people are asked stands above the notice, with the last day.
        """
        choice = ChoiceView(kind=kind, asked=asked, answer_by=ANSWER_BY)
        root = shown(page(replace(entry("scheduled"), choices=(choice,))))

        assert f"{said} Last day for an answer: April 2, 2026." == words(
            find(root, "ul.choices")
        )

    @pytest.mark.parametrize("status", ["withdrawn", "replaced"])
    def test_nothing_asked(self, status: str) -> None:
        """
        Of a change that never comes nobody is asked anything.
        """
        choice = ChoiceView(kind="choice", asked="people", answer_by=ANSWER_BY)
        root = shown(page(replace(entry(status), choices=(choice,))))

        assert "You can say no" not in words(root)

    def test_law(self) -> None:
        """
        That a law requires a change can be seen at once.
        """
        root = shown(page(replace(entry("scheduled"), is_required_by_law=True)))

        assert "Required by law. The law leaves no time for the usual notice." == (
            words(find(root, "p.law"))
        )


class TestNotice:
    """The notice on the page."""

    def test_foreign(self) -> None:
        """
        A notice in another language than the page says so.
        """
        view = page(entry("scheduled"), "es")
        assert view.notice is not None
        foreign = replace(view.notice, lang="en", is_foreign=True)
        letter = find(shown(replace(view, notice=foreign)), "section.letter")

        assert "This one is in English." in words(letter)
        assert "en" == next(one for one in letter.iter("div")).get("lang")

    @pytest.mark.parametrize("status", ["withdrawn", "replaced"])
    def test_no_longer(self, status: str) -> None:
        """
        Whoever comes upon the notice of a change that never was is not misled by it.
        """
        letter = find(shown(page(entry(status))), "section.letter")

        assert "It no longer holds. We keep tickets longer." in words(letter)

    def test_missing(self) -> None:
        """
        Where none is approved, none is shown, and the page says so.
        """
        view = replace(page(entry("held")), notice=None, pdf_href="")

        assert "There is no notice of this change yet." in words(shown(view))
        assert "PDF" not in words(shown(view))


class TestCorrection:
    """The page of a correction."""

    def test_short(self) -> None:
        """
        It names the sections, and has no notice.
        """
        root = shown(page(entry("in-force", "correction")))

        assert "What was corrected on April 3, 2026" == words(find(root, "h1"))
        assert "2 sections corrected: Tickets, Harbours" in words(root)
        assert "letter" not in " ".join(
            one.get("class", "") for one in root.iter("section")
        )


class TestList:
    """The list of changes."""

    def listed(self, *earlier: ChangeEntryView) -> ChangesPageView:
        """Make the list, with a change that is coming."""
        return ChangesPageView(
            shell=make_shell("en"),
            title="Passengers’ data",
            statement=LinkView(href="../", text="Passengers’ data"),
            archive=LinkView(href="../archive/", text=""),
            as_of=dt.date(2026, 3, 31),
            coming=(replace(entry("scheduled"), days_left=3),),
            earlier=earlier,
        )

    def test_days_left(self) -> None:
        """
        The days left stand with the day from which they are counted.
        """
        root = shown(self.listed())

        assert "In 3 days" == words(find(root, "p.left"))
        assert "Days are counted from March 31, 2026." == words(find(root, "p.remark"))

    def test_nothing_coming(self) -> None:
        """
        Where nothing is announced the page says so.
        """
        view = replace(self.listed(entry("in-force")), coming=(), as_of=None)

        assert "No change is announced." in words(shown(view))

    @pytest.mark.parametrize(
        ("one", "said"),
        [
            (entry("in-force"), "April 3, 2026 Announced in advance"),
            (entry("in-force", "correction"), "April 3, 2026 Correction 2 sections"),
            (entry("superseded", ""), "April 3, 2026 New version"),
            (
                replace(entry("superseded", ""), is_first=True),
                "April 3, 2026 The first version that is kept here",
            ),
            (
                entry("withdrawn"),
                "Announced on March 1, 2026 Withdrawn before it took effect",
            ),
            (
                entry("replaced"),
                f"Replaced by another change before it took effect. Version {NEXT}",
            ),
        ],
        ids=["announced", "correction", "adopted", "first", "withdrawn", "replaced"],
    )
    def test_log(self, one: ChangeEntryView, said: str) -> None:
        """
        Each earlier change stands with its day and its kind; of what nobody assessed
        no kind is told.
        """
        log = list(shown(self.listed(one)).iter("ol"))[-1]

        assert said in words(log)


class TestLanguages:
    """The pages in every language of the interface."""

    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize(
        "status", ["scheduled", "in-force", "withdrawn", "replaced", "held"]
    )
    def test_rendered(self, locale: str, status: str) -> None:
        """
        Every form of the page can be shown in every language.
        """
        root = shown(page(entry(status), locale), locale)

        assert locale == root.get("lang")
