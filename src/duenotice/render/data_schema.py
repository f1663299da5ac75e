"""The JSON Schemas of what the site says as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.model.record import Reach
from duenotice.render.json_schema import DATE
from duenotice.render.json_schema import DATE_OR_NULL
from duenotice.render.json_schema import FLAG
from duenotice.render.json_schema import HASH
from duenotice.render.json_schema import HASH_OR_NULL
from duenotice.render.json_schema import LABEL
from duenotice.render.json_schema import LABEL_OR_NULL
from duenotice.render.json_schema import TEXT
from duenotice.render.json_schema import TEXT_OR_NULL
from duenotice.render.json_schema import by_locale
from duenotice.render.json_schema import described
from duenotice.render.json_schema import list_of
from duenotice.render.json_schema import one_of

if TYPE_CHECKING:
    from duenotice.render import json_schema

VERSIONS_SCHEMA = "duenotice/versions/1"
VERSION_SCHEMA = "duenotice/version/1"
BANNER_SCHEMA = "duenotice/banner/1"
BANNERS_SCHEMA = "duenotice/banners/1"

_STATUSES = (
    "scheduled",
    "held",
    "in-force",
    "superseded",
    "replaced",
    "withdrawn",
)
_KINDS = ("announced", "correction", None)


def versions_schema() -> json_schema.Schema:
    """Give the schema of `versions.json`."""
    versions = list_of(described(_version()))
    return described(
        {
            "schema": ({"const": VERSIONS_SCHEMA}, "the schema"),
            **_site(),
            "in_force": (LABEL_OR_NULL, "the version in force"),
            "next_change": (
                DATE_OR_NULL,
                "the next day on which a version takes effect, as far as known",
            ),
            "versions": (versions, "those that are public, the newest first"),
        }
    )


def version_schema() -> json_schema.Schema:
    """Give the schema of a version's `version.json`."""
    return described(
        {
            "schema": ({"const": VERSION_SCHEMA}, "the schema"),
            **_site(),
            "locale": (TEXT, "the language of title and text"),
            "prevailing_locale": (TEXT, "the language that counts where they differ"),
            "title": (TEXT, "the statement's title"),
            "controller": (TEXT, "who is responsible for the data"),
            **_version(),
            "sections": (list_of(_section()), "the text, in order"),
        }
    )


def banners_schema() -> json_schema.Schema:
    """Give the schema of the `banner.json` of a whole site."""
    return described(
        {
            "schema": ({"const": BANNERS_SCHEMA}, "the schema"),
            "statements": (list_of(banner_schema()), "the banners of each statement"),
        }
    )


def banner_schema() -> json_schema.Schema:
    """Give the schema of a statement's `banner.json`."""
    return described(
        {
            "schema": ({"const": BANNER_SCHEMA}, "the schema"),
            **_site(),
            "source_locale": (TEXT, "the language for readers of none of the others"),
            "banners": (list_of(_banner()), "what is or will be shown, in order"),
        }
    )


def _site() -> json_schema.Fields:
    return {
        "statement": (TEXT, "the statement's id"),
        "site": (TEXT_OR_NULL, "the site's address; null where it isn't settled"),
        "as_of": (DATE, "the day of the build"),
        "time_zone": (TEXT, "where the days begin"),
    }


def _version() -> json_schema.Fields:
    return {
        "version": (LABEL, "the version"),
        "status": (one_of(_STATUSES), "what it is on the day"),
        "kind": (
            one_of(_KINDS),
            "whether its change was announced in advance; null where nobody can say",
        ),
        "published": (DATE, "when it became public"),
        "effective": (DATE, "its effective day"),
        "in_force_from": (DATE_OR_NULL, "its first day in force, where it has one"),
        "in_force_until": (
            DATE_OR_NULL,
            "the first day on which it is no longer in force",
        ),
        "adopted": (FLAG, "whether its dates come from the record alone"),
        "supersedes": (LABEL_OR_NULL, "the version that it takes the place of"),
        "reaches": (
            one_of(one.value for one in Reach),
            "`all`: data already collected too; or `new`",
        ),
        "required_by_law": (FLAG, "whether a law left no time for the usual notice"),
        "digest": (HASH, "its record's digest"),
        "previous": (HASH_OR_NULL, "the digest of the version before"),
        "notified": (list_of(_notified()), "the messages that told people of it"),
        "changes": (list_of(_change()), "the words of what people had to be told of"),
        "notices": (by_locale(_notice()), "its notice, by language"),
        "notes": (list_of(TEXT), "what the organisation says of its decisions"),
        "pages": (by_locale(_pages()), "its addresses, by language"),
    }


def _notified() -> json_schema.Schema:
    return described(
        {
            "channel": (TEXT, "how people were told, such as `email` or `letter`"),
            "on": (DATE, "the day on which they were"),
        }
    )


def _change() -> json_schema.Schema:
    return described(
        {
            "section": (TEXT, "the id of the section; empty for the whole text"),
            "locale": (TEXT, "the language of the words"),
            "before": (TEXT, "the words as they were; empty for what was added"),
            "after": (TEXT, "the words as they are; empty for what was removed"),
        }
    )


def _notice() -> json_schema.Schema:
    return described(
        {
            "summary": (TEXT, "what the change is about, in a paragraph"),
            "text": (list_of(TEXT), "the whole notice, line by line"),
        }
    )


def _pages() -> json_schema.Schema:
    return described(
        {
            "html": (TEXT, "the text, below the site's address"),
            "data": (TEXT, "the text as data"),
            "change": (TEXT_OR_NULL, "the page of its change, where it has one"),
        },
        {"pdf": (TEXT, "the text as PDF; left out where the site has none")},
    )


def _section() -> json_schema.Schema:
    number = {"type": ["integer", "null"], "minimum": 1}
    return described(
        {
            "id": (TEXT, "the section's id, and its anchor on the page"),
            "number": (number, "its number, where it has one"),
            "title": (TEXT, "its title"),
            "locale": (
                TEXT,
                "its language: the source's where a translation is missing",
            ),
            "revised": (LABEL_OR_NULL, "the version that last revised it"),
            "behind": (FLAG, "whether it renders an older version of its source"),
            "sha256": (HASH, "of the file that it is made of"),
            "html": (TEXT, "the text as HTML"),
            "text": (list_of(TEXT), "the words alone, line by line"),
        }
    )


def _banner() -> json_schema.Schema:
    return described(
        {
            "version": (LABEL_OR_NULL, "the version; null in an example"),
            "kind": (
                one_of(("announced",)),
                "`announced`, as corrections are not shown",
            ),
            "published": (DATE, "when the change was announced"),
            "effective": (DATE, "when it takes effect"),
            "show_from": (DATE, "the first day on which it is shown"),
            "show_until": (DATE, "the first day on which it is no longer shown"),
            "words": (by_locale(_words()), "what it says, by language"),
        }
    )


def _words() -> json_schema.Schema:
    return described(
        {
            "direction": (one_of(("ltr", "rtl")), "the direction of writing"),
            "label": (TEXT, "what it is, for those who have it read to them"),
            "coming": (TEXT, "what it says before the effective day"),
            "begun": (TEXT, "what it says from then on"),
            "link": (TEXT, "the words of its link"),
            "close": (TEXT, "the words of its button"),
            "href": (TEXT, "where it leads; without a host, from the script on"),
        }
    )
