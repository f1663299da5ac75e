from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from duenotice.model.label import VersionLabel
from duenotice.publish.approved_notice import approved_notice
from duenotice.publish.change_pages import ChangePages
from duenotice.render.change_views import ChangePageView
from duenotice.render.change_views import ChoiceView
from duenotice.render.change_views import NotifiedView
from recorded_site import recorded_site
from steps import FOLDER
from steps import MENDED

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.publish.plan import PlannedFile

LABEL = "2026-03-01"
NOTICE = f"{FOLDER}/versions/{LABEL}/notice/en.md"
LONGER = "We keep loans for 120 days. After that we delete them."
CORRECTED = "2026-02-10"
TAGS = 'A tag: <a href="#lending">none</a> <script>go()</script>'


def planned(repo: StatementRepo, as_of: str) -> dict[str, PlannedFile]:
    """Give the planned pages of changes by their paths below `changes/`."""
    with recorded_site(repo, as_of) as site:
        files = tuple(ChangePages(site, {}).files())
    return {file.path.replace("changes/", "", 1): file for file in files}


def page(repo: StatementRepo, as_of: str, label: str = LABEL) -> ChangePageView:
    """Give what is planned for the page of a version's change."""
    view = planned(repo, as_of)[f"website/{label}/index.html"].view
    assert isinstance(view, ChangePageView)
    return view


@pytest.fixture
def corrected(in_force: StatementRepo) -> StatementRepo:
    """A project whose second version only mends the typography of a section."""
    in_force.section("lending", MENDED).publish(CORRECTED)
    return in_force


class TestFiles:
    """Which versions have a page of their change."""

    def test_announced(self, pending: StatementRepo) -> None:
        """
        A change announced in advance has a page and its notice as a PDF; the first
        version has neither.
        """
        assert [
            f"website/{LABEL}/index.html",
            f"website/{LABEL}/website-{LABEL}-notice.pdf",
        ] == list(planned(pending, "2026-03-02"))

    def test_correction(self, corrected: StatementRepo) -> None:
        """
        A correction has a short page, and no notice.
        """
        found = planned(corrected, CORRECTED)

        assert [f"website/{CORRECTED}/index.html"] == list(found)
        assert page(corrected, CORRECTED, CORRECTED).notice is None

    def test_adopted(self, repo: StatementRepo) -> None:
        """
        Nobody assessed an adopted version: nothing is said of its kind.
        """
        for label, text in (("2020-01-05", "90 days."), ("2021-01-05", "95 days.")):
            repo.section("retention", text)
            repo.publish(
                "2026-01-05",
                version=VersionLabel.parse(label),
                published=day(label),
                effective=day(label),
                adopted_by="A. Editor",
            )

        assert {} == planned(repo, "2026-01-06")

    def test_unpublished(self, pending: StatementRepo) -> None:
        """
        Before its published day a change appears nowhere.
        """
        assert {} == planned(pending, "2026-02-28")

    def test_without_approval(self, in_force: StatementRepo) -> None:
        """
        A notice that nobody approved is never shown, whatever became of the version.
        """
        in_force.section("retention", LONGER).release(LABEL)
        in_force.finish_notice(LABEL).commit(LABEL)

        found = planned(in_force, LABEL)
        view = page(in_force, LABEL)

        assert [f"website/{LABEL}/index.html"] == list(found)
        assert ("held", None, None, "") == (
            view.entry.version.status,
            view.notice,
            view.entry.summary,
            view.pdf_href,
        )


class TestDigest:
    """What the bytes of a page depend on."""

    def test_lasting(self, pending: StatementRepo) -> None:
        """
        Once a change is in force, its page stays the same from day to day.
        """
        days = ("2026-04-03", "2026-04-04")
        first, second = (
            {path: one.digest("") for path, one in planned(pending, on).items()}
            for on in days
        )

        assert first == second

    def test_days_left(self, pending: StatementRepo) -> None:
        """
        Until then its page counts the days, from the day of the build.
        """
        counted = [
            (view.entry.days_left, view.as_of)
            for view in (page(pending, on) for on in ("2026-04-01", "2026-04-03"))
        ]

        assert [(2, day("2026-04-01")), (None, None)] == counted

    def test_pdf_for_ever(self, pending: StatementRepo) -> None:
        """
        The PDF of a notice is the same before and after the change takes effect.
        """
        path = f"website/{LABEL}/website-{LABEL}-notice.pdf"
        before, after = (
            planned(pending, on)[path].digest("") for on in ("2026-03-02", "2026-05-01")
        )

        assert before == after


class TestFacts:
    """What a page says of a change."""

    def test_status(self, pending: StatementRepo) -> None:
        """
        A page says what has become of its change by the day of the build.
        """
        stati = [
            page(pending, on).entry.version.status
            for on in ("2026-04-02", "2026-04-03")
        ]

        assert ["scheduled", "in-force"] == stati

    def test_earlier_text(self, pending: StatementRepo) -> None:
        """
        A page leads to the text that it changes, and keeps doing so.
        """
        view = page(pending, "2026-05-01")

        assert view.before is not None
        assert "../../2026-01-10/" == view.before.page.href
        assert f"../../compare/2026-01-10/{LABEL}/side-by-side/" == (
            view.side_by_side_href
        )

    def test_sections(self, corrected: StatementRepo) -> None:
        """
        A correction names the sections that were corrected.
        """
        assert ("Lending",) == page(corrected, CORRECTED, CORRECTED).entry.sections

    def test_removed_section(self, in_force: StatementRepo) -> None:
        """
        Of a section that is gone, the former title is named.
        """
        in_force.statement(STATEMENT_YAML.replace("      - retention\n", ""))
        in_force.delete(f"{FOLDER}/en/retention.md")
        in_force.section("introduction", "Fernhill Library keeps your data safe.")
        in_force.publish(LABEL)

        assert ("Introduction", "Retention") == page(in_force, LABEL).entry.sections

    def test_required_by_law(self, in_force: StatementRepo) -> None:
        """
        That a law leaves no time is said; why the law does so is said in the notice.
        """
        in_force.section("retention", LONGER)
        in_force.publish(LABEL, required_by_law="a court says so")

        view = page(in_force, LABEL)

        assert view.entry.is_required_by_law
        assert "a court says so" not in str(view.entry)

    def test_notified(self, pending: StatementRepo) -> None:
        """
        A page says how people were told and when, once a day, and not how many.
        """
        for on, channel in (
            ("03-04", "letter"),
            ("03-02", "email"),
            ("03-02", "email"),
        ):
            sent = ("--channel", channel, "--on", f"2026-{on}", "--count", "12400000")
            done = pending.run("notified", LABEL, *sent, today="2026-03-04")
            assert 0 == done.status, done.err
        pending.commit("2026-03-04")

        assert (
            NotifiedView(channel="email", on=day("2026-03-02")),
            NotifiedView(channel="letter", on=day("2026-03-04")),
        ) == page(pending, "2026-03-05").notified
        assert "12400000" not in str(page(pending, "2026-03-05"))

    def test_not_notified_yet(self, pending: StatementRepo) -> None:
        """
        What happened later is not told of the day before.
        """
        sent = ("--channel", "email", "--on", "2026-03-04", "--count", "12")
        done = pending.run("notified", LABEL, *sent, today="2026-03-04")
        pending.commit("2026-03-04")

        assert 0 == done.status, done.err
        assert () == page(pending, "2026-03-03").notified

    def test_consent(self, repo: StatementRepo) -> None:
        """
        What people are asked stands with its last day, the day before the change.
        """
        repo.statement(STATEMENT_YAML.replace("caloppa", "ftc")).publish("2026-01-10")
        repo.section("retention", LONGER).publish(LABEL)

        assert (
            ChoiceView(kind="consent", asked="people", answer_by=day("2026-04-02")),
        ) == page(repo, LABEL).entry.choices


class TestNotice:
    """The notice as written."""

    @pytest.fixture
    def written(self, in_force: StatementRepo) -> StatementRepo:
        """A project whose second version has a notice with links."""
        in_force.section("retention", LONGER).release(LABEL)
        drafted = in_force.clear(LABEL, LABEL).read(NOTICE)
        more = "See [](#retention), [the loans](#lending) and [more](#nowhere).\n"
        in_force.write(NOTICE, f"{drafted}\n{more}\n{TAGS}\n")
        done = in_force.run("approve", LABEL, "--by", "A. Editor", today=LABEL)
        assert 0 == done.status
        in_force.commit(LABEL)
        return in_force

    def test_links(self, written: StatementRepo) -> None:
        """
        A link to a section leads into the new text, by its number and title; a link
        to nowhere is none.
        """
        notice = page(written, LABEL).notice

        assert notice is not None
        assert (
            f'<p>See <a href="../../{LABEL}/#retention">2. Retention</a>, '
            f'<a href="../../{LABEL}/#lending">the loans</a> and more.</p>'
        ) in notice.content

    def test_tags(self, written: StatementRepo) -> None:
        """
        What looks like HTML stays the text that it is.
        """
        notice = page(written, LABEL).notice

        assert notice is not None
        assert escape(TAGS, quote=False) in notice.content

    def test_pdf_has_no_places(self, written: StatementRepo) -> None:
        """
        In the PDF, where the text doesn't stand by, such words are no links.
        """
        path = f"website/{LABEL}/website-{LABEL}-notice.pdf"
        view = planned(written, LABEL)[path].view

        assert "<p>See 2. Retention, the loans and more.</p>" in str(view)

    def test_summary(self, pending: StatementRepo) -> None:
        """
        The summary is the first paragraph that says something of this change alone.
        """
        summary = page(pending, LABEL).entry.summary

        assert summary is not None
        assert ("It is told here.", "en") == (summary.text, summary.lang)

    def test_other_bytes(self, pending: StatementRepo) -> None:
        """
        A file that isn't the one which was approved is no notice.
        """
        before = page(pending, LABEL).notice
        pending.write(NOTICE, "Nothing changes.\n").commit("2026-03-02")

        with recorded_site(pending, "2026-03-02") as site:
            after = approved_notice(site.archive.find(LABEL), "en")
        assert before is not None
        assert after is None
