"""What `statement.yaml` may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.parse import scalars
from duenotice.parse.schema import EitherKind
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind

if TYPE_CHECKING:
    from duenotice.parse.schema import Kind

CHANNELS = ("site", "banner", "email", "letter", "sms", "app")


def _by_locale(value: Kind) -> MapKind:
    return MapKind(scalars.LOCALE_FORM, 'a locale such as "en"', value)


STATEMENT = KeysKind(
    "statement.yaml",
    (
        Key(
            "title",
            _by_locale(scalars.text()),
            "the statement's title, by locale",
            required=True,
        ),
        Key("audience", _by_locale(scalars.text()), "whom it is for, by locale"),
        Key(
            "controller",
            KeysKind(
                '"controller"',
                (
                    Key("name", scalars.text(), "the full name", required=True),
                    Key("aliases", ListKind(scalars.text()), "shorter names in use"),
                ),
            ),
            "who is responsible for the data",
            required=True,
        ),
        Key(
            "contacts",
            KeysKind(
                '"contacts"',
                (
                    Key("email", scalars.text(), "an e-mail address"),
                    Key("telephone", scalars.text(), "a telephone number"),
                    Key("address", ListKind(scalars.text()), "the address, by line"),
                    Key("web", scalars.text(), "the address of a page"),
                ),
            ),
            "how people reach the controller",
        ),
        Key(
            "time_zone",
            scalars.time_zone(),
            "where the statement's days begin, such as America/Los_Angeles",
            required=True,
        ),
        Key(
            "source_locale",
            scalars.locale(),
            "the language the text is written in",
            required=True,
        ),
        Key(
            "locales",
            ListKind(scalars.locale(), min_items=1),
            "all languages; the source locale alone if left out",
        ),
        Key(
            "prevailing_locale",
            scalars.locale(),
            "the language that counts where translations differ",
        ),
        Key(
            "sections",
            ListKind(
                EitherKind(
                    scalars.identifier(),
                    KeysKind(
                        "a group of sections",
                        (
                            Key(
                                "numbered",
                                ListKind(scalars.identifier(), min_items=1),
                                "the ids of sections that are numbered",
                                required=True,
                            ),
                        ),
                    ),
                ),
                min_items=1,
            ),
            "the ids of the sections in order; numbered ones under `numbered`",
            required=True,
        ),
        Key(
            "terms",
            _by_locale(ListKind(scalars.text())),
            "terms the text uses without defining them, by locale",
        ),
        Key("page_size", scalars.choice("a4", "letter"), "the paper of the PDF"),
        Key(
            "profiles",
            ListKind(scalars.identifier()),
            "the bodies of rules that the statement is under",
        ),
        Key(
            "notice",
            KeysKind(
                '"notice"',
                (
                    Key(
                        "lead_days",
                        scalars.whole_number(0, 730),
                        "days between publication and effect of a change",
                    ),
                    Key(
                        "merge_slack_days",
                        scalars.whole_number(0, 60),
                        "days that `release` adds, so that a late merge does no harm",
                    ),
                    Key(
                        "channels",
                        ListKind(scalars.choice(*CHANNELS)),
                        "how people are told",
                    ),
                    Key(
                        "confirm_mailing",
                        scalars.yes_or_no(),
                        "whether a version that calls for messages waits until "
                        "`notified` says that they went out; yes if left out",
                    ),
                    Key(
                        "banner_days_after",
                        scalars.whole_number(0, 730),
                        "days for which the banner of a change is shown once that is "
                        "in effect; 30 if left out",
                    ),
                ),
            ),
            "what is done beyond the law when the text changes",
        ),
        Key(
            "reading_level",
            scalars.whole_number(1, 20),
            "the school grade that a reader should need at most",
        ),
    ),
)
