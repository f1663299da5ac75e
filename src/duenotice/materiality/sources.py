"""Where a rule comes from: laws, the words of regulators, and customs, by key."""

from __future__ import annotations

import enum
import functools
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from duenotice.parse import scalars
from duenotice.parse.report import Report
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import MapKind
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping


class Footing(enum.StrEnum):
    """What gives a rule its force."""

    LAW = "law"
    """A statute or a regulation."""

    REGULATOR = "regulator"
    """Guidance, an order or a statement of a regulator."""

    CUSTOM = "custom"
    """What organisations do, what one promised, or what this program proposes."""


class Tag(enum.StrEnum):
    """How far a source was read."""

    PRIMARY = "V"
    """The text itself, at least for the words relied on."""

    SECONDARY = "V2"
    """In a secondary source only."""

    UNVERIFIED = "U"
    """Not at all: general knowledge, to be checked before anybody relies on it."""

    @property
    def rank(self) -> int:
        """Give its place in the order, the best read first."""
        return list(Tag).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source."""

    key: str
    title: str
    section: str
    footing: Footing
    tag: Tag

    def __str__(self) -> str:
        """Cite it."""
        return f"{self.title}, {self.section}"


KEY_FORM = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"
"""A source's key, such as `colorado-6.04`."""

_SOURCES = MapKind(
    KEY_FORM,
    "a key in lower case, with hyphens and dots",
    KeysKind(
        "a source",
        (
            Key("title", scalars.text(), "the instrument", required=True),
            Key("section", scalars.text(), "the place in it", required=True),
            Key("kind", scalars.choice(*Footing), "what it is", required=True),
            Key("verified", scalars.choice(*Tag), "how far it was read", required=True),
        ),
    ),
)


@functools.cache
def sources() -> Mapping[str, Source]:
    """Give every source by its key.

    >>> str(sources()["gdpr-new-purpose"])
    'GDPR, articles 13(3) and 14(4)'
    """
    name = "sources.yaml"
    text = (files("duenotice.materiality") / name).read_text("utf-8")
    values = _SOURCES.read(read_yaml(text), "", Report(name))
    return {
        key: Source(
            key=key,
            title=one["title"],
            section=one["section"],
            footing=Footing(one["kind"]),
            tag=Tag(one["verified"]),
        )
        for key, one in values.items()
    }
