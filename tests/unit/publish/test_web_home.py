from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.publish.web_home import NOWHERE
from duenotice.publish.web_home import WebHome
from recorded_site import recorded_site

if TYPE_CHECKING:
    from builders import StatementRepo

HOME = WebHome(address="https://www.example.org/privacy/")


class TestLinks:
    def test_absolute(self) -> None:
        """
        Where the site's address is known, links are absolute.
        """
        expected = "https://www.example.org/privacy/website/changes/"

        assert expected == HOME.url("website/changes/")
        assert expected == HOME.link("website/changes/", "website/feed.xml")

    def test_relative(self) -> None:
        """
        Where nobody knows it, links are relative, and there is no address of a page.
        """
        assert "" == NOWHERE.url("website/changes/")
        assert "changes/" == NOWHERE.link("website/changes/", "website/feed.xml")


class TestAuthority:
    def test_order(self, in_force: StatementRepo) -> None:
        """
        Entries are known by the name that was chosen, or else by the site's host.
        """
        chosen = WebHome(address=HOME.address, feed_authority="example.net")

        with recorded_site(in_force, "2026-01-10") as site:
            assert "www.example.org" == HOME.authority(site)
            assert "example.net" == chosen.authority(site)

    def test_unsettled(self, pending: StatementRepo) -> None:
        """
        Without either, the first version's digest stands in, on all later days too.
        """
        digest = pending.archive().find("2026-01-10").record.digest
        found = []
        for as_of in ("2026-01-10", "2026-03-05"):
            with recorded_site(pending, as_of) as site:
                found.append(NOWHERE.authority(site))

        expected = f"{digest.removeprefix('sha256:')[:12]}.duenotice.invalid"
        assert [expected, expected] == found
