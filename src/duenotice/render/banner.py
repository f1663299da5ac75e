"""The banner as data, with the words of every language; and its script's hash."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from duenotice.render.data_schema import BANNER_SCHEMA
from duenotice.render.data_schema import BANNERS_SCHEMA
from duenotice.render.said import said

if TYPE_CHECKING:
    from duenotice.render.banner_views import BannerDataView
    from duenotice.render.banner_views import BannerView
    from duenotice.render.banner_views import BannerWordsView
    from duenotice.render.banner_views import SiteBannersView
    from duenotice.render.environment import Templates

_WORDS = "site/banner-words.txt"
BANNER_SCRIPT = "site/banner.js"


def banners_data(view: SiteBannersView, templates: Templates) -> dict[str, object]:
    """Give the content of the `banner.json` of a whole site."""
    statements = [banner_data(one, templates) for one in view.statements]
    return {"schema": BANNERS_SCHEMA, "statements": statements}


def banner_data(view: BannerDataView, templates: Templates) -> dict[str, object]:
    """Give the content of a statement's `banner.json`."""
    return {
        "schema": BANNER_SCHEMA,
        "statement": view.statement,
        "site": view.site or None,
        "as_of": view.as_of.isoformat(),
        "time_zone": view.time_zone,
        "source_locale": view.source_locale,
        "banners": [_banner(one, templates) for one in view.banners],
    }


def data_address(view: BannerDataView, templates: Templates) -> str:
    """Give the same as an address that holds it, for a page read from a disk."""
    text = json.dumps(banner_data(view, templates), ensure_ascii=False)
    return f"data:application/json,{quote(text)}"


def script_integrity(templates: Templates) -> str:
    """Give the hash by which a page makes sure that it gets this script."""
    digest = hashlib.sha384(templates.read_asset(BANNER_SCRIPT).encode()).digest()
    return f"sha384-{base64.b64encode(digest).decode()}"


def _banner(view: BannerView, templates: Templates) -> dict[str, object]:
    return {
        "version": view.version,
        "kind": view.kind,
        "published": view.published.isoformat(),
        "effective": view.effective.isoformat(),
        "show_from": view.show_from.isoformat(),
        "show_until": view.show_until.isoformat(),
        "words": {one.lang: _words(one, templates) for one in view.words},
    }


def _words(view: BannerWordsView, templates: Templates) -> dict[str, str]:
    return {
        "direction": view.direction,
        **said(templates, _WORDS, view, view.lang),
        "href": view.href,
    }
