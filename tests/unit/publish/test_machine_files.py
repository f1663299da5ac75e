from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from duenotice.publish.machine_files import MachineFiles
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.render.environment import Templates
from duenotice.render.feed_views import FeedView

TITLE = "{http://www.w3.org/2005/Atom}title"


class TestFeed:
    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("a\x0bb", "a\ufffdb: all changes"),
            ("\ufffe", "\ufffd: all changes"),
            ("<a> & ]]>", "<a> & ]]>: all changes"),
        ],
        ids=["control", "no-character", "signs"],
    )
    def test_well_formed(self, title: str, expected: str) -> None:
        """
        A feed stays XML whatever a text holds: what XML can't hold is replaced.
        """
        view = FeedView(
            id="tag:example.org,2026:website/feed",
            lang="en",
            kind="all",
            title=title,
            section="",
            controller=title,
            updated_at="2026-01-10T00:00:00-08:00",
            self_href="feed.xml",
            page_href="changes/",
            entries=(),
        )
        file = PlannedFile(
            path="website/feed.xml", kind=FileKind.FEED, locale="en", view=view
        )

        data = MachineFiles({}, Templates()).render(file)

        root = ET.fromstring(data)  # noqa: S314 - it is our own
        assert expected == root.findtext(TITLE)
