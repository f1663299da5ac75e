"""Where the site stands on the web, and by which name its entries are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from duenotice.publish.addresses import relative

if TYPE_CHECKING:
    from duenotice.publish.statement_site import StatementSite

_HASH = "sha256:"
_SHORT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class WebHome:
    """What a project says of the web; nothing of it need be known."""

    address: str = ""
    """Of the first page, with a slash at its end."""

    feed_authority: str = ""

    def url(self, address: str) -> str:
        """Give an absolute address; nothing where the site's isn't known."""
        return f"{self.address}{address}" if self.address else ""

    def link(self, target: str, start: str) -> str:
        """Give an absolute address, or else the link from another one."""
        return self.url(target) or relative(target, start)

    def authority(self, site: StatementSite) -> str:
        """Give the name of a host by which a statement's entries are known for ever.

        Where the project names none, the digest of the first version stands in for it,
        below a domain that nobody can have: two organisations never share it.
        """
        host = self.feed_authority or urlsplit(self.address).hostname
        if host:
            return host
        digest = site.public[0].record.digest.removeprefix(_HASH)
        return f"{digest[:_SHORT]}.duenotice.invalid"


NOWHERE = WebHome()
"""Nobody says where the site stands."""
