"""What `record.yaml` may hold."""

from __future__ import annotations

from duenotice.model.finding_id import FindingId
from duenotice.model.letters import has_letter
from duenotice.model.record import EventKind
from duenotice.model.record import Reach
from duenotice.model.record import Verdict
from duenotice.parse import scalars
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind

_MOST_DAYS = 3660
"""Of a lead time: ten years."""

CATEGORIES = (
    *("data-collected", "sensitive-data", "purpose", "recipients", "sale-or-ads"),
    *("tracking", "retention", "rights-choice", "consent-basis", "children"),
    *("controller-identity", "scope", "transfer", "automated-decision", "security"),
    *("legal-compliance", "notice-procedure", "contact", "location", "definitions"),
    "other",
)
"""What a finding may be about, in the words of the rules."""

DIRECTIONS = ("worse-for-user", "better-for-user", "neutral", "unclear")
OBLIGATIONS = ("choice-people", "choice-parents", "consent-people", "consent-parents")


def _finding_id() -> scalars.ConvertedKind:
    """Say: the id of a finding."""

    def convert(text: str) -> str:
        return str(FindingId.parse(text))

    return scalars.ConvertedKind(
        "a finding's id such as amount:retention:web-logs:1",
        convert,
        {"type": "string", "pattern": r"^[^:]+:[^:]+:[\s\S]*:[1-9][0-9]{0,8}$"},
    )


def _words(*, nullable: bool = False) -> scalars.ConvertedKind:
    """Say: a name or a reason, which nobody can give without a letter."""

    def convert(text: str) -> str:
        if not has_letter(text):
            raise ValueError(text)
        return text

    return scalars.ConvertedKind(
        "text with a letter in it",
        convert,
        {"type": "string", "pattern": r"\S"},
        nullable,
    )


_LOCKED_STATEMENT = KeysKind(
    '"lock.statement"',
    (
        Key("version", scalars.label(), "whose folder holds the copy", required=True),
        Key("sha256", scalars.content_hash(), "hash of the file", required=True),
    ),
)
_LOCKED_SECTION = KeysKind(
    "a locked section",
    (
        Key("id", scalars.identifier(), "the section's id", required=True),
        *_LOCKED_STATEMENT.keys,
    ),
)
_DECISION = KeysKind(
    "a decision",
    (
        Key("finding", _finding_id(), "the finding's id", required=True),
        Key("evidence", scalars.content_hash(), "hash of the words", required=True),
        Key(
            "verdict",
            scalars.choice(*(verdict.value for verdict in Verdict)),
            "what was decided",
            required=True,
        ),
        Key("by", _words(), "who decided", required=True),
        Key("on", scalars.day(), "when", required=True),
        Key("reason", _words(), "why", required=True),
        Key("public", scalars.text(), "what the public may read of it"),
    ),
)
_FINDING = KeysKind(
    "a finding",
    (
        Key("id", _finding_id(), "rule, subject, section and number", required=True),
        Key(
            "outcome",
            scalars.choice("needs-review", "material"),
            "what the rules made of it",
            required=True,
        ),
        Key(
            "category",
            scalars.choice(*CATEGORIES),
            "what it is about",
            required=True,
        ),
        Key(
            "direction",
            scalars.choice(*DIRECTIONS),
            "what it means for people",
            required=True,
        ),
        Key(
            "lead_days",
            scalars.whole_number(0, _MOST_DAYS),
            "days of notice",
            required=True,
        ),
        Key("reason", scalars.text(), "why, in a sentence", required=True),
        Key("sources", ListKind(scalars.text()), "the law or custom behind it"),
        Key("change", scalars.text(), "the change in the comparison"),
        Key("before", scalars.any_text(), "the words before", required=True),
        Key("after", scalars.any_text(), "the words after", required=True),
        Key("evidence", scalars.content_hash(), "hash of both", required=True),
    ),
)
_REASON = KeysKind(
    "a reason",
    (
        Key("by", scalars.text(), "profile, settings or promise", required=True),
        Key("entry", scalars.text(), "the entry in it", required=True),
        Key("level", scalars.notice_level(), "what it asks for", required=True),
        Key(
            "lead_days",
            scalars.whole_number(0, _MOST_DAYS),
            "days of notice",
            required=True,
        ),
        Key("says", scalars.text(), "in words", required=True),
    ),
)
_OBLIGATION = KeysKind(
    "an obligation",
    (
        Key(
            "id",
            scalars.choice(*OBLIGATIONS),
            "what is asked, and whom",
            required=True,
        ),
        Key("findings", ListKind(_finding_id()), "what it is about", required=True),
    ),
)
_ASSESSMENT = KeysKind(
    '"assessment"',
    (
        Key("against", scalars.label(), "the version it was held to", required=True),
        Key("rules", scalars.content_hash(), "digest of the rules", required=True),
        Key("level", scalars.notice_level(), "the notice level", required=True),
        Key(
            "direct_days",
            scalars.whole_number(0, _MOST_DAYS),
            "days between message and effect",
            required=True,
        ),
        Key("because", ListKind(_REASON), "what asks for that", required=True),
        Key("obligations", ListKind(_OBLIGATION), "what is asked", required=True),
        Key("findings", ListKind(_FINDING), "what was found", required=True),
    ),
)
_APPROVAL = KeysKind(
    '"approved"',
    (
        Key("by", _words(), "who approved the notice", required=True),
        Key("on", scalars.day(), "when", required=True),
    ),
)
_EVENT = KeysKind(
    "an event",
    (
        Key("on", scalars.day(), "when", required=True),
        Key(
            "kind",
            scalars.choice(*(kind.value for kind in EventKind)),
            "what happened",
            required=True,
        ),
        Key(
            "previous", scalars.content_hash(), "hash of what is before", required=True
        ),
    ),
    open_ended=True,
)

RECORD = KeysKind(
    "record.yaml",
    (
        Key("version", scalars.label(), "the version's label", required=True),
        Key("published", scalars.day(), "the planned day", required=True),
        Key("effective", scalars.day(), "the first day in force", required=True),
        Key(
            "supersedes",
            scalars.label(nullable=True),
            "the version it takes the place of",
            required=True,
        ),
        Key(
            "reaches",
            scalars.choice(*(reach.value for reach in Reach)),
            "whether it applies to data already collected",
            required=True,
        ),
        Key(
            "required_by_law",
            _words(nullable=True),
            "why a law leaves no time",
            required=True,
        ),
        Key("assessment", _ASSESSMENT, "what the change was found to mean"),
        Key("decisions", ListKind(_DECISION), "verdicts on findings", required=True),
        Key("approved", _APPROVAL, "who approved the notice"),
        Key(
            "lock",
            KeysKind(
                '"lock"',
                (
                    Key("statement", _LOCKED_STATEMENT, "the settings", required=True),
                    Key(
                        "locales",
                        MapKind(
                            scalars.LOCALE_FORM, "a locale", ListKind(_LOCKED_SECTION)
                        ),
                        "the sections, by locale",
                        required=True,
                    ),
                    Key(
                        "notices",
                        MapKind(
                            scalars.LOCALE_FORM, "a locale", scalars.content_hash()
                        ),
                        "the approved notices, by locale",
                        required=True,
                    ),
                ),
            ),
            "every text by its hash",
            required=True,
        ),
        Key(
            "previous",
            scalars.nullable_hash(),
            "digest of the version before",
            required=True,
        ),
        Key("digest", scalars.content_hash(), "hash of the above", required=True),
        Key("events", ListKind(_EVENT), "what happened later", required=True),
    ),
)
