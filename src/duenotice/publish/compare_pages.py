"""The planned pages of comparisons: what changed from one version to another."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from duenotice.config import Comparisons
from duenotice.publish import addresses
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.shell import Frame
from duenotice.publish.shell import Place
from duenotice.publish.statement_site import locales_of
from duenotice.publish.statement_site import title_of
from duenotice.publish.text_choices import text_choice
from duenotice.render.views import RedlinePageView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.publish.statement_site import StatementSite
    from duenotice.render.views import LinkView
    from duenotice.render.views import ShellView
    from duenotice.store.version import StoredVersion


def compared_pairs(
    site: StatementSite, comparisons: Comparisons
) -> tuple[tuple[StoredVersion, StoredVersion], ...]:
    """Give the versions that are compared, the earlier one first."""
    public = site.public
    if comparisons is Comparisons.ALL:
        return tuple(itertools.combinations(public, 2))
    pairs = list(itertools.pairwise(public))
    in_force = site.timeline.in_force(site.as_of)
    if in_force is not None:
        current = site.archive.versions[in_force.label]
        pairs += [
            (one, current) if one.label < current.label else (current, one)
            for one in public
            if one.label != current.label
        ]
    return tuple(dict.fromkeys(pairs))


class ComparePages:
    """Plans the pages of one statement's comparisons."""

    def __init__(
        self, site: StatementSite, index: Mapping[str, str], comparisons: Comparisons
    ) -> None:
        """Take the statement, the first page's address by locale, and which pairs."""
        self.site = site
        self.index = index
        self.comparisons = comparisons

    def files(self) -> Iterator[PlannedFile]:
        """Give both forms of every comparison, in every language that both have."""
        for old, new in compared_pairs(self.site, self.comparisons):
            for locale in locales_of(new):
                if locale in locales_of(old):
                    yield self._page(old, new, locale, is_parallel=False)
                    yield self._page(old, new, locale, is_parallel=True)

    def _page(
        self, old: StoredVersion, new: StoredVersion, locale: str, *, is_parallel: bool
    ) -> PlannedFile:
        site, own = self.site, self.site.addresses(locale)
        forms = own.comparison(old.label, new.label), own.parallel(old.label, new.label)
        address, other = reversed(forms) if is_parallel else forms
        place = Place(locale, address, own)
        title = title_of(new, locale)
        view = RedlinePageView(
            shell=self._shell(place, old, new, is_parallel=is_parallel),
            title=title,
            old=self._link(old, place),
            new=self._link(new, place),
            versions=(site.version_view(old, place), site.version_view(new, place)),
            is_parallel=is_parallel,
            other=place.link(other, ""),
            statement=place.link(site.page_address(locale), title),
            archive=place.link(site.shown_addresses(locale).archive, ""),
        )
        return PlannedFile(
            path=addresses.file_of(address),
            kind=FileKind.REDLINE,
            locale=locale,
            view=view,
            text=text_choice(site, new, locale),
            earlier=text_choice(site, old, locale),
        )

    @staticmethod
    def _link(version: StoredVersion, place: Place) -> LinkView:
        label = version.label
        return place.link(place.addresses.version(label), str(label))

    def _shell(
        self, place: Place, old: StoredVersion, new: StoredVersion, *, is_parallel: bool
    ) -> ShellView:
        both = [one for one in locales_of(new) if one in locales_of(old)]
        pages = {}
        for one in both:
            own = self.site.addresses(one)
            form = own.parallel if is_parallel else own.comparison
            pages[one] = form(old.label, new.label)
        frame = Frame(
            locale=place.locale,
            address=place.address,
            controller=self.site.statement.controller.name,
            index=self.index.get(place.locale, ""),
            # Side by side it is the same once more.
            is_indexed=not is_parallel,
        )
        title = f"{title_of(new, place.locale)} ({old.label} → {new.label})"
        return frame.shell(title, title, pages)
