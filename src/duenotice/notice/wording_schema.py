"""What a file of a notice's words may hold."""

from __future__ import annotations

from duenotice.materiality.finding import Category
from duenotice.parse import scalars
from duenotice.parse.scalars import TextKind
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind

LINES = (
    "changes",
    "about",
    "before",
    "after",
    "gone",
    "affected",
    "choices",
    "choice",
    "choice_parents",
    "consent",
    "consent_parents",
    "read",
    "read_at",
    "until",
    "concern",
    "questions",
    "telephone",
    "email",
    "web",
    "address",
    "law",
)
"""Keys of single sentences and headings."""

PASSAGES = (
    "opening",
    "law_reason",
    "reaches_all",
    "reaches_new",
    "choice_terms",
    "choice_parents_terms",
    "consent_terms",
    "consent_parents_terms",
)
"""Keys of several sentences, each on a line of its own."""

TO_WRITE = (
    "about",
    "changes",
    "meaning",
    "who",
    "no",
    "yes",
    "else",
    "reach",
    "translate",
)
"""Keys of what only a person can write."""

SPEAKS_OF = ("nothing", "choice", "consent", "before", "effect")
"""Keys of the words by which the check knows what is spoken of."""

_A_YEARS_MONTHS = 12


def _wording(*names: str) -> tuple[Key, ...]:
    return tuple(Key(one, scalars.text(), "a sentence", required=True) for one in names)


def _list(min_items: int = 1) -> ListKind:
    return ListKind(scalars.text(), min_items=min_items)


def _orders() -> KeysKind:
    # With its braces and a locale's name it is short enough to be found.
    order = TextKind("at most 66 letters", r"(?:[^{}\n]|\{locale\}){1,66}")
    return KeysKind(
        "what only a person can write",
        tuple(Key(one, order, "an order", required=True) for one in TO_WRITE),
    )


_LEAD = KeysKind(
    "what a change is called",
    (
        Key("topic", scalars.text(), "fits every change of its kind", required=True),
        Key("added", scalars.text(), "words were added, to people's cost"),
        Key("removed", scalars.text(), "words were taken away, to people's cost"),
        Key("worse", scalars.text(), "words were amended, to people's cost"),
        Key("better", scalars.text(), "words were amended, to people's benefit"),
    ),
)

NOTICE_WORDS = KeysKind(
    "a file of a notice's words",
    (
        Key("months", _list(_A_YEARS_MONTHS), "the year's months", required=True),
        Key("day", scalars.text(), "how a day is written", required=True),
        Key("days", _list(0), "further ways to write a day", required=True),
        *_wording(*LINES),
        *(Key(one, _list(), "sentences", required=True) for one in PASSAGES),
        Key("to_write", _orders(), "what only a person can write", required=True),
        Key(
            "leads",
            KeysKind(
                "what changes are called",
                tuple(Key(one, _LEAD, "its names", required=True) for one in Category),
            ),
            "what changes are called in bold",
            required=True,
        ),
        Key(
            "speaks_of",
            KeysKind(
                "words by which the check knows what is spoken of",
                tuple(Key(one, _list(), "phrases", required=True) for one in SPEAKS_OF),
            ),
            "words by which the check knows what is spoken of",
            required=True,
        ),
    ),
)
"""A file of a notice's words: `words/LANGUAGE.yaml`."""
