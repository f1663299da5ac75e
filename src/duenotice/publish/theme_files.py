"""The planned files of a theme, and what it puts on the planned pages."""

from __future__ import annotations

import dataclasses
import hashlib
import posixpath
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from duenotice.model.theme import EVERYWHERE
from duenotice.publish import addresses
from duenotice.publish.addresses import address_of
from duenotice.publish.addresses import relative
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.render import locales
from duenotice.render.theme_css import site_css
from duenotice.render.theme_views import BrandView
from duenotice.render.theme_views import LogoView
from duenotice.render.views import LinkView
from duenotice.render.views import ShellView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.model.theme import Theme
    from duenotice.store.theme import StoredTheme


class ThemeFiles:
    """Plans what a theme adds to a site."""

    def __init__(self, stored: StoredTheme) -> None:
        """Take the theme with its files."""
        self.theme = stored.theme
        self._files = stored.files

    def files(self) -> Iterator[PlannedFile]:
        """Give the style sheet, and the pictures and fonts of the theme."""
        near = {
            path: posixpath.relpath(at, posixpath.dirname(addresses.STYLE_SHEET) or ".")
            for path, at in self._addresses.items()
        }
        yield PlannedFile(
            path=addresses.STYLE_SHEET,
            kind=FileKind.STYLE,
            locale="",
            view=site_css(self.theme, near),
        )
        for path, address in self._addresses.items():
            yield PlannedFile(path=address, kind=FileKind.THEME, locale="", view=path)

    def branded(self, files: Iterable[PlannedFile]) -> Iterator[PlannedFile]:
        """Give files with what the theme puts on those that are pages."""
        for file in files:
            view = file.view
            shell = getattr(view, "shell", None)
            if isinstance(shell, ShellView) and dataclasses.is_dataclass(view):
                shell = replace(
                    shell,
                    controller=name_of(self.theme, file.locale) or shell.controller,
                    brand=self._brand(file),
                )
                yield replace(file, view=replace(view, shell=shell))  # type: ignore[type-var]
            else:
                yield file

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return {
            path: addresses.theme_file(path, hashlib.sha256(data).hexdigest())
            for path, data in self._files.items()
        }

    def _brand(self, file: PlannedFile) -> BrandView:
        return BrandView(
            home_href=self.theme.home,
            logo=self._logo(file),
            footer=self._footer(file.locale),
            has_fonts=bool(self.theme.fonts.files),
        )

    def _logo(self, file: PlannedFile) -> LogoView | None:
        logo, place = self.theme.logo, address_of(file.path)
        if logo is None:
            return None
        dark = self._addresses.get(logo.dark_path)
        return LogoView(
            href=relative(self._addresses[logo.path], place),
            dark_href="" if dark is None else relative(dark, place),
            holds_name=logo.holds_name,
        )

    def _footer(self, locale: str) -> tuple[LinkView, ...]:
        """Give the lines in a page's language, or else in the first there is."""
        footer = self.theme.footer
        own = _closest(footer, locale) or next(iter(footer), "")
        return tuple(
            LinkView(href=one.link, text=one.text, lang=own)
            for one in footer.get(own, ())
        )


def name_of(theme: Theme, locale: str) -> str:
    """Give the organisation's name in a language; empty where the theme has none."""
    return theme.name.get(_closest(theme.name, locale), "")


def _closest(by_locale: Mapping[str, object], locale: str) -> str:
    """Give the key for a locale: its own, its language's, or that of all."""
    close = (one for one in locales.fallbacks(locale) if one in by_locale)
    return next(close, EVERYWHERE)
