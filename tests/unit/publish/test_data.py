from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any

from duenotice.publish.data import data_files
from duenotice.publish.data import versions_data
from duenotice.publish.web_home import NOWHERE
from duenotice.publish.web_home import WebHome
from recorded_site import recorded_site
from steps import MENDED
from steps import judge
from steps import permit

if TYPE_CHECKING:
    from builders import StatementRepo

LABEL = "2026-03-01"


def newest(repo: StatementRepo, as_of: str) -> dict[str, Any]:
    """Give what the data says of the newest version."""
    with recorded_site(repo, as_of) as site:
        versions = versions_data(site, NOWHERE)["versions"]
    assert isinstance(versions, list)
    found: dict[str, Any] = versions[0]
    return found


class TestVersion:
    """What the data says of a version."""

    def test_announced(self, pending: StatementRepo) -> None:
        """
        Of an announced change it gives the words before and after, and the notice.
        """
        found = newest(pending, "2026-03-05")

        assert (LABEL, "announced") == (found["version"], found["kind"])
        assert [
            {
                "section": "retention",
                "locale": "en",
                "before": "We keep loans for 90 days.",
                "after": "We keep loans for 120 days.",
            }
        ] == found["changes"]
        assert "It is told here." == found["notices"]["en"]["summary"]
        assert "We keep loans for 120 days." in found["notices"]["en"]["text"]
        assert "website/changes/2026-03-01/" == found["pages"]["en"]["change"]

    def test_notified(self, pending: StatementRepo) -> None:
        """
        It says how people were told and when; how many, and by whom, is nobody's.
        """
        sent = ("--channel", "email", "--on", "2026-03-02", "--count", "12400000")
        done = pending.run(
            "notified", LABEL, *sent, "--by", "B. Sender", today="2026-03-02"
        )
        assert 0 == done.status, done.err
        pending.commit("2026-03-02")

        found = newest(pending, "2026-03-05")

        assert [{"channel": "email", "on": "2026-03-02"}] == found["notified"]
        assert not any(one in str(found) for one in ("12400000", "B. Sender"))

    def test_correction(self, in_force: StatementRepo) -> None:
        """
        A correction has neither.
        """
        in_force.section("lending", MENDED).publish("2026-02-10")

        found = newest(in_force, "2026-02-10")

        assert ("correction", [], {}) == (
            found["kind"],
            found["changes"],
            found["notices"],
        )

    def test_first(self, in_force: StatementRepo) -> None:
        """
        A first version is of no kind, and has no page of a change.
        """
        found = newest(in_force, "2026-01-10")

        assert (None, None) == (found["kind"], found["pages"]["en"]["change"])

    def test_not_approved(self, in_force: StatementRepo) -> None:
        """
        A notice that nobody approved is not given.
        """
        in_force.section("retention", "We keep loans for 120 days.").release(LABEL)
        in_force.commit(LABEL)

        assert {} == newest(in_force, LABEL)["notices"]

    def test_private(self, in_force: StatementRepo) -> None:
        """
        Who judged, why, and by which rule stays within the organization.
        """
        in_force.section("retention", "We keep loans for 120 days.").release(LABEL)
        judge(in_force, LABEL, reason="Counsel said so.")
        in_force.finish_notice(LABEL)
        permit(in_force, LABEL)
        in_force.commit(LABEL)

        told = str(newest(in_force, LABEL))

        assert "We keep loans for 120 days." in told
        assert not any(one in told for one in ("Counsel", "Editor", "amount", "rule"))


class TestFiles:
    """The files of data."""

    def test_each_language(self, translated: StatementRepo) -> None:
        """
        Each version's text is data in each language that it has.
        """
        with recorded_site(translated, "2026-01-10") as site:
            paths = [file.path for file in data_files(site, NOWHERE)]

        assert [
            "website/versions.json",
            "website/2026-01-10/version.json",
            "website/es/2026-01-10/version.json",
        ] == paths

    def test_site(self, in_force: StatementRepo) -> None:
        """
        The data says where the site is, so that its addresses can be followed.
        """
        home = WebHome(address="https://www.example.org/privacy/")
        with recorded_site(in_force, "2026-01-10") as site:
            assert home.address == versions_data(site, home)["site"]
            assert None is versions_data(site, NOWHERE)["site"]
