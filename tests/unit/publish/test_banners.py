from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import day
from duenotice.publish.banners import Banners
from duenotice.publish.web_home import NOWHERE
from duenotice.publish.web_home import WebHome
from duenotice.render.banner_views import BannerDataView
from duenotice.render.banner_views import BannerPageView
from recorded_site import recorded_site
from steps import MENDED
from steps import take_back

if TYPE_CHECKING:
    from builders import StatementRepo
    from duenotice.render.banner_views import BannerView

LABEL = "2026-03-01"


def banners(
    repo: StatementRepo, as_of: str, home: WebHome = NOWHERE
) -> tuple[BannerView, ...]:
    """Give what the banner has to tell, by a build of some day."""
    with recorded_site(repo, as_of) as site:
        files = {file.path: file.view for file in Banners(site, {}, home).files()}
    view = files["website/banner.json"]
    assert isinstance(view, BannerDataView)
    return view.banners


class TestWhen:
    """From when to when a change is shown."""

    @pytest.mark.parametrize("as_of", ["2026-03-01", "2026-04-03", "2026-05-02"])
    def test_days(self, pending: StatementRepo, as_of: str) -> None:
        """
        It is shown from its announcement until thirty days after it took effect.
        """
        (found,) = banners(pending, as_of)

        assert (LABEL, "announced") == (found.version, found.kind)
        assert (day("2026-03-01"), day("2026-05-03")) == (
            found.show_from,
            found.show_until,
        )

    @pytest.mark.parametrize("as_of", ["2026-02-28", "2026-05-03"])
    def test_other_days(self, pending: StatementRepo, as_of: str) -> None:
        """
        Before and after there is nothing to show.
        """
        assert () == banners(pending, as_of)

    def test_setting(self, pending: StatementRepo) -> None:
        """
        How long is a setting, which counts as it is now and not as it was.
        """
        policy = "  lead_days: 30\n  banner_days_after: 7"
        pending.statement(STATEMENT_YAML.replace("  lead_days: 30", policy))
        pending.commit("2026-03-02")

        (found,) = banners(pending, "2026-03-02")

        assert day("2026-04-10") == found.show_until

    def test_correction(self, in_force: StatementRepo) -> None:
        """
        Nobody is shown a correction.
        """
        in_force.section("lending", MENDED).publish("2026-02-10")

        assert () == banners(in_force, "2026-02-10")

    def test_withdrawn(self, pending: StatementRepo) -> None:
        """
        A change that was withdrawn is shown no longer.
        """
        take_back(pending, LABEL, "2026-03-05", restore=True)
        pending.commit("2026-03-05")

        assert () == banners(pending, "2026-03-05")

    def test_held(self, in_force: StatementRepo) -> None:
        """
        A change that is held isn't shown, as nobody knows when it comes.
        """
        in_force.section("retention", "We keep loans for 120 days.").release(LABEL)
        in_force.commit(LABEL)

        assert () == banners(in_force, LABEL)


class TestWords:
    def test_link(self, pending: StatementRepo) -> None:
        """
        It leads to the page of the change: by its whole address, or from the script on.
        """
        home = WebHome(address="https://www.example.org/privacy/")
        (absolute,), (relative,) = (
            banners(pending, "2026-03-05", one) for one in (home, NOWHERE)
        )

        assert f"{home.address}website/changes/{LABEL}/" == absolute.words[0].href
        assert f"changes/{LABEL}/" == relative.words[0].href


class TestPage:
    def test_example(self, translated: StatementRepo) -> None:
        """
        The page shows an example in its own language, whatever is due.
        """
        with recorded_site(translated, "2026-01-10") as site:
            files = {
                file.path: file.view for file in Banners(site, {}, NOWHERE).files()
            }
        view = files["website/es/banner/index.html"]
        assert isinstance(view, BannerPageView)

        (example,) = view.example.banners
        assert () == view.showing
        assert None is example.version
        assert ["es"] == [one.lang for one in example.words]
