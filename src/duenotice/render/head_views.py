"""What a page says of itself to machines: addresses, feeds, previews, data."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from duenotice.render.views import LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLinkView:
    """A feed or a calendar that a page leads to."""

    kind: str
    """`all`, `announced`, `coming`, `section`, `site`; or `calendar`."""

    title: str
    """Of the statement, or the section; empty for all statements."""

    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """What stands in a page's head beside its title."""

    canonical: str = ""
    """Where the same can be read for ever; empty where that is this page itself, and
    the site's address isn't known."""

    url: str = ""
    """The page's own absolute address; empty where the site's isn't known."""

    alternates: tuple[LinkView, ...] = ()
    """The same page in other languages and in its own."""

    kind: str = "website"
    """As the Open Graph protocol has it: `website`, or `article`."""

    graph_locale: str = ""
    """The language, as the Open Graph protocol writes it."""

    feeds: tuple[FeedLinkView, ...] = ()
    data_href: str = ""
    """The page's text as data."""

    banner_href: str = ""
    """How the banner is put into other pages."""

    linked_data: Markup = field(default_factory=Markup)
    """What the page is about, as JSON-LD; harmless within a `script` element."""
