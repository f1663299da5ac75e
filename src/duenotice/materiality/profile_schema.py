"""What a profile's file may hold."""

from __future__ import annotations

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import LEVEL_WORDS
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import PRIOR_DAYS
from duenotice.materiality.profile import Asked
from duenotice.materiality.profile import Want
from duenotice.materiality.sources import KEY_FORM
from duenotice.materiality.sources import Footing
from duenotice.materiality.sources import Tag
from duenotice.parse import scalars
from duenotice.parse.scalars import ConvertedKind
from duenotice.parse.scalars import TextKind
from duenotice.parse.schema import EitherKind
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind

_MOST_DAYS = 3660
_ANY = "any"


def _named_level() -> ConvertedKind:
    words = ", ".join(f'"{word}"' for word in LEVEL_WORDS)
    return ConvertedKind(
        f"a notice level, one of {words}", Level.named, {"enum": list(LEVEL_WORDS)}
    )


def _level() -> EitherKind:
    by_reach = KeysKind(
        '"level" by reach',
        (
            Key("new", _named_level(), "for data collected from then on"),
            Key("all", _named_level(), "where data already collected is reached"),
        ),
    )
    return EitherKind(_named_level(), by_reach)


def _lead() -> ConvertedKind:
    def convert(text: str) -> int:
        if text == "prior":
            return PRIOR_DAYS
        if text == "none":
            return 0
        if not text.isascii() or not text.isdigit() or int(text) > _MOST_DAYS:
            raise ValueError(text)
        return int(text)

    return ConvertedKind(
        '"none", "prior" or a number of days',
        convert,
        {"type": ["integer", "string"], "pattern": r"^(?:none|prior|\d{1,4})$"},
    )


def _categories() -> EitherKind:
    return EitherKind(
        scalars.choice(_ANY), ListKind(scalars.choice(*Category), min_items=1)
    )


_GROUNDS = (
    Key("kind", scalars.choice(*Footing), "law, regulator or custom", required=True),
    Key("sources", ListKind(TextKind("a source's key", KEY_FORM)), "keys of sources"),
    Key("basis", scalars.text(), "instrument and section, where no source has a key"),
    Key("verified", scalars.choice(*Tag), "how far it was read: V, V2 or U"),
    Key("says", scalars.text(), "what it asks, in one plain sentence", required=True),
)

PROFILE = KeysKind(
    "a profile",
    (
        Key("title", scalars.text(), "what it is called", required=True),
        Key("about", scalars.text(), "whom it binds and what it rests on"),
        Key(
            "rules",
            ListKind(
                KeysKind(
                    "a rule of a profile",
                    (
                        Key("id", scalars.identifier(), "its name", required=True),
                        Key(
                            "categories",
                            _categories(),
                            'the categories of findings it answers, or "any"',
                            required=True,
                        ),
                        Key(
                            "directions",
                            ListKind(scalars.choice(*Direction), min_items=1),
                            "the directions it answers; all if left out",
                        ),
                        Key(
                            "mentions",
                            ListKind(scalars.text(), min_items=1),
                            "words of which a finding must name one",
                        ),
                        Key("level", _level(), "the notice level", required=True),
                        Key("lead", _lead(), "days from the notice to the change"),
                        Key("asks", scalars.choice(*Asked), "who is asked"),
                        *_GROUNDS,
                    ),
                )
            ),
            "what findings call for",
        ),
        Key(
            "demands",
            ListKind(
                KeysKind(
                    "a demand of a profile",
                    (
                        Key("want", scalars.choice(*Want), "what", required=True),
                        Key("days", scalars.whole_number(1, _MOST_DAYS), "a period"),
                        *_GROUNDS,
                    ),
                )
            ),
            "what the statement as a whole must have",
        ),
    ),
)
"""A profile's file: `NAME.yaml`.

```yaml
title: Our own rules
rules:
  - id: new-partners
    categories: [recipients]
    directions: [worse-for-user, unclear]
    level: {new: direct-and-advance, all: consent}
    lead: 45
    kind: custom
    says: We write to everybody 45 days before a new kind of partner gets data.
```
"""
