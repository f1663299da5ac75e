"""A project's own lexicon: its file, and what it may add.

```yaml
recipient:
  reading circle: [reading circle, book club]
data:
  loans: [loan history, borrowed titles]
```

It has the form of the shipped ones. What it names is found beside what they name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.materiality.lexicon import SMALL
from duenotice.materiality.lexicon import Concept
from duenotice.materiality.lexicon import OwnTerms
from duenotice.materiality.lexicon import Term
from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.meaning import SAME
from duenotice.materiality.words import words_of
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.report import Report
from duenotice.parse.scalars import ConvertedKind
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind
from duenotice.parse.schema import read_keys
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from typing import Any

    from duenotice.diagnostics import Diagnostic

CLASSES = {
    "data": "kinds of data, and where they come from",
    "sensitive": "health, biometrics, exact location and the like",
    "purpose": "what data is used for",
    "recipient": "who receives it",
    "sale": "sale and advertising",
    "tracking": "cookies, pixels and the like",
    "retention": "keeping and deleting",
    "right": "what people may ask and choose",
    "consent": "consent and the legal basis",
    "child": "children and parents",
    "controller": "who is responsible",
    "scope": "what and whom the statement covers",
    "transfer": "countries, and safeguards for transfers",
    "automated": "profiling, automated decisions, training of models",
    "safeguard": "security",
    "legal": "courts, authorities, sale of the business",
    "procedure": "how changes of the statement are told",
    "contact": "how to reach somebody, and how to complain",
    "practice": "what is done with data",
    "commitment": "promises",
    "negation": "words that deny",
    "hedge": "words that leave a way out",
    "exception": "words that except something",
    "condition": "words that make something depend on something",
    "widening": "words that leave a list open",
    "certainty": "what will be, and what may be",
    SMALL: "words that carry no practice",
    SAME: "phrases that stand for one another",
}
"""Every class of a lexicon, and what it holds."""

_QUIETING = (SMALL, SAME)
"""Classes that make differences of words go away."""


def read_lexicon(
    language: str, data: bytes, path: str
) -> tuple[OwnTerms | None, tuple[Diagnostic, ...]]:
    """Read a project's lexicon: its terms, or nothing and the reasons why."""
    report = Report(path)
    text = decode_text(data, report)
    values = None if text is None else read_keys(text, lexicon_schema(language), report)
    if text is None or values is None:
        return None, tuple(report.diagnostics)
    if lexicon_for(language) is not None:
        _refuse_quieting(text, language, report)
        values = {kind: one for kind, one in values.items() if kind not in _QUIETING}
    return OwnTerms(language, _terms(values)), tuple(report.diagnostics)


def lexicon_schema(language: str) -> KeysKind:
    """Give the form of a lexicon's file: classes, concepts, phrases."""

    def convert(text: str) -> str:
        if not words_of(text, language):
            raise ValueError(text)
        return text

    phrase = ConvertedKind("a phrase", convert, {"type": "string", "pattern": r"\w"})
    concepts = MapKind(
        r"(?s:.*\S.*)", "the name of a concept", ListKind(phrase, min_items=1)
    )
    return KeysKind(
        "a lexicon",
        tuple(Key(kind, concepts, holds) for kind, holds in CLASSES.items()),
    )


def _refuse_quieting(text: str, language: str, report: Report) -> None:
    """Report classes that would take terms away from a shipped lexicon."""
    root = read_yaml(text)
    for entry in root.entries if isinstance(root, Mapping) else ():
        if entry.key in _QUIETING:
            report.error(
                "lexicon-quieting",
                f'"{entry.key}" would hide words from the lexicon "{language}" that '
                "comes with duenotice",
                entry.line,
                "Take it out. A project can add what is spoken of, and take nothing "
                "away.",
            )


def _terms(values: dict[str, Any]) -> tuple[Term, ...]:
    return tuple(
        Term(Concept(kind, name), phrase)
        for kind, concepts in values.items()
        for name, phrases in concepts.items()
        for phrase in phrases
    )
