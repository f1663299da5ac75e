"""The frame of every page: title, languages, the way home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.publish import addresses
from duenotice.publish.addresses import relative
from duenotice.render import locales
from duenotice.render.views import LinkView
from duenotice.render.views import ShellView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.publish.addresses import StatementAddresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the shell of a page is made from."""

    locale: str
    address: str
    controller: str
    index: str
    """The address of the first page in this locale."""

    is_indexed: bool = True

    def shell(
        self, title: str, description: str, pages: Mapping[str, str]
    ) -> ShellView:
        """Give the shell.

        Args:
            title: The page's title.
            description: What it is, in a sentence.
            pages: The addresses of the same page, by locale.
        """
        links = tuple(
            LinkView(
                href=relative(address, self.address),
                text=locales.own_language_name(locale),
                lang=locale,
                is_current=locale == self.locale,
            )
            for locale, address in pages.items()
        )
        return ShellView(
            lang=self.locale,
            direction=locales.text_direction(self.locale),
            title=title,
            description=description,
            style_href=relative(addresses.STYLE_SHEET, self.address),
            script_href=relative(addresses.SCRIPT, self.address),
            home=LinkView(
                href=relative(self.index, self.address), text=self.controller
            ),
            controller=self.controller,
            locales=links if len(links) > 1 else (),
            is_indexed=self.is_indexed,
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its language, its address, its statement's addresses."""

    locale: str
    address: str
    addresses: StatementAddresses

    def link(self, target: str, text: str) -> LinkView:
        """Link from here to an address."""
        return LinkView(href=relative(target, self.address), text=text)
