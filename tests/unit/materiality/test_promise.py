from __future__ import annotations

import re

import pytest

from duenotice.materiality.levels import Level
from duenotice.materiality.promise import promise_of
from duenotice.materiality.promise import strictest
from duenotice.materiality.promise_period import PERIOD
from duenotice.materiality.promise_period import days_of
from duenotice.model.record import Reach
from duenotice.model.statement import Controller
from duenotice.model.statement import Group
from duenotice.model.statement import Section
from duenotice.model.statement import Statement
from duenotice.parse.assemble import assemble_text
from duenotice.parse.markdown import parse_blocks
from duties import promised

CASES = [
    (
        "We tell you before a change takes effect.",
        (Level.L2, 0, 1, set()),
    ),
    (
        (
            "Should we alter this notice materially, a notice appears on our "
            "website prior to the changes becoming effective."
        ),
        (Level.L2, 0, 1, {"site"}),
    ),
    (
        (
            "Material changes to this policy are announced on our home page at "
            "least 30 days before they apply."
        ),
        (Level.L2, 30, 30, {"site"}),
    ),
    (
        "We give thirty (30) days' notice of changes to these terms by e-mail.",
        (Level.L4, 30, 30, {"email"}),
    ),
    (
        (
            "You get no less than 45 days prior written notice of any revision of"
            " this statement, by letter."
        ),
        (Level.L4, 45, 45, {"letter"}),
    ),
    (
        (
            "You will be notified of changes to our practices by email and/or a "
            "prominent notice on our Site."
        ),
        (Level.L3, 0, 0, {"email", "site"}),
    ),
    (
        "## Revisions\n\nThey take effect two weeks after we post them.",
        (Level.L2, 14, 14, {"site"}),
    ),
    (
        (
            "We amend this document by publishing it; ten business days following"
            " publication it is binding."
        ),
        (Level.L2, 14, 14, {"site"}),
    ),
    (
        (
            "## Changes\n\nBefore a significant change takes effect, we tell you "
            "by:\n\n- text message\n- a push notification"
        ),
        (Level.L4, 0, 1, {"sms", "app"}),
    ),
    (
        "We will tell you in advance about important changes to this policy.",
        (Level.L2, 0, 1, set()),
    ),
    (
        (
            "Except where otherwise required by law, we email you one month "
            "before this policy changes."
        ),
        (Level.L4, 30, 30, {"email"}),
    ),
    (
        (
            "Changes to this policy are posted on our website and, where "
            "practicable, sent to you by email."
        ),
        (Level.L2, 0, 0, {"site"}),
    ),
    (
        "Whenever this policy changes, we will let you know.",
        (Level.L2, 0, 0, set()),
    ),
    (
        "We email you within 30 days after a change of this policy.",
        (Level.L3, 0, 0, {"email"}),
    ),
]
SPANISH = [
    (
        "Le informamos de los cambios importantes de esta política.",
        (Level.L2, 0, 0, set()),
    ),
    (
        (
            "Publicamos un aviso en el sitio antes de que los cambios de esta "
            "política entren en vigor."
        ),
        (Level.L2, 0, 1, {"site"}),
    ),
    (
        (
            "Le avisamos por correo electrónico de los cambios importantes de "
            "esta declaración con treinta (30) días de antelación."
        ),
        (Level.L4, 30, 30, {"email"}),
    ),
    (
        "## Modificaciones\n\nEntran en vigor 15 días hábiles después de publicarlas.",
        (Level.L2, 21, 21, {"site"}),
    ),
    (
        "Los cambios en este aviso se comunican por carta al menos un mes antes.",
        (Level.L4, 30, 30, {"letter"}),
    ),
]
NOTHING = [
    "We may change this policy at any time without notice.",
    "We may notify you of changes to this policy by email.",
    "If the law requires us to, we notify you of changes to this policy by email.",
    "We are not obliged to announce changes to this statement on our site.",
    "We notify you of changes to this policy by revising the date at its top.",
    "We use your address to:\n\n- email you about changes to our policy\n- send bills",
    "We use your address to notify you of changes to our policy by email.",
    "We keep backups for 30 days before we delete them.",
    "Ask us to correct your address, and we post a letter to you within 10 days.",
    "We send you email about offers at most once in 30 days. You can stop it.",
    "We strive to email you 30 days before changes to this policy take effect.",
    "We make reasonable efforts to tell you of changes to this policy.",
    "We email you 30 days before changes to this policy, where possible.",
]
NOTHING_IN_SPANISH = [
    "Procuramos publicar los cambios de esta política 30 días antes.",
    "Intentaremos avisarle por correo electrónico de los cambios de este aviso.",
    "Trataremos de comunicarle los cambios de este aviso por carta.",
    "Haremos lo posible por informarle de los cambios de esta política.",
    "Le avisamos de los cambios de esta política 30 días antes, en lo posible.",
    "En la medida de lo posible, le avisamos de los cambios de esta política.",
]


class TestPromiseOf:
    @pytest.mark.parametrize(("text", "expected"), CASES)
    def test_english(
        self, text: str, expected: tuple[Level, int, int, set[str]]
    ) -> None:
        """
        A promise has a level, days, the lead time they come to, and channels.
        """
        promise = promised(text)

        assert expected == (
            promise.level,
            promise.days,
            promise.lead_days,
            set(promise.channels),
        )

    @pytest.mark.parametrize(("text", "expected"), SPANISH)
    def test_spanish(
        self, text: str, expected: tuple[Level, int, int, set[str]]
    ) -> None:
        """
        So has one in Spanish.
        """
        promise = promised(text, "es-US")

        assert expected == (
            promise.level,
            promise.days,
            promise.lead_days,
            set(promise.channels),
        )

    @pytest.mark.parametrize("text", NOTHING)
    def test_nothing(self, text: str) -> None:
        """
        What is only possible, left to the law, or about something else is no promise.
        """
        promise = promised(text)

        assert not promise.is_made
        assert (Level.L0, 0) == (promise.level, promise.lead_days)

    @pytest.mark.parametrize("text", NOTHING_IN_SPANISH)
    def test_hedged_in_spanish(self, text: str) -> None:
        """
        Nor is what is only tried, or done as far as it can be.
        """
        assert not promised(text, "es").is_made

    def test_hedged_in_part(self) -> None:
        """
        What stands before "as far as possible" is promised where more follows.
        """
        text = (
            "Publicamos los cambios de esta política en el sitio y, en lo posible, "
            "los enviamos por correo electrónico."
        )

        assert {"site"} == set(promised(text, "es").channels)

    @pytest.mark.parametrize(
        ("text", "locale"),
        [
            (
                (
                    "Changes to this policy never apply to information that we "
                    "already collected unless you give your consent."
                ),
                "en",
            ),
            (
                (
                    "We won't reduce your rights under this policy without your "
                    "explicit permission."
                ),
                "en",
            ),
            (
                (
                    "No aplicamos los cambios de este aviso a los datos ya "
                    "recogidos sin su consentimiento."
                ),
                "es",
            ),
        ],
    )
    def test_retroactive(self, text: str, locale: str) -> None:
        """
        A promise to ask before data already held is reached counts where it is reached.
        """
        promise = promised(text, locale)

        assert promise.retroactive_consent
        assert Level.L6 is promise.level_for(Reach.ALL)
        assert Level.L0 is promise.level_for(Reach.NEW)

    def test_retroactive_by_law(self) -> None:
        """
        To ask where a law says so is no promise of one's own.
        """
        text = (
            "## Changes\n\nIf the law demands your consent before we use "
            "information we already hold in a new way, we ask for it."
        )

        assert not promised(text).retroactive_consent

    @pytest.mark.parametrize(
        ("text", "locale", "expected"),
        [
            (
                "We may change this policy. Check this page from time to time.",
                "en",
                True,
            ),
            (
                "Esta política puede cambiar. Consulte esta página periódicamente.",
                "es",
                True,
            ),
            (
                (
                    "We email you before this policy changes. Please reread it "
                    "from time to time."
                ),
                "en",
                False,
            ),
            ("We may change this policy.", "en", False),
        ],
    )
    def test_check_back(self, text: str, locale: str, *, expected: bool) -> None:
        """
        It is seen where people are left to find out by themselves.
        """
        assert expected is promised(text, locale).is_check_back_only

    def test_evidence(self) -> None:
        """
        The exact words are kept, with the section they stand in.
        """
        text = (
            "## Changes to this policy\n\nWe grow. We *email* you before changes "
            "take effect."
        )
        (clause,) = promised(text).clauses

        assert "We email you before changes take effect." == clause.words
        assert "Changes to this policy" == clause.section == promised(text).section

    def test_strictest(self) -> None:
        """
        Of several clauses, and of two languages, the strictest counts.
        """
        one = promised("We post changes to this policy on our site 10 days before.")
        two = promised("Avisamos de los cambios de esta política por SMS.", "es")

        both = strictest([one, two])
        assert (Level.L4, 10, {"site", "sms"}) == (
            both.level,
            both.days,
            set(both.channels),
        )
        assert (*one.words, *two.words) == both.words

    def test_other_language(self) -> None:
        """
        In a language that it doesn't know the program claims to have found nothing.
        """
        text = "We email you 30 days before changes to this policy."

        assert () == promised(text, "ar").clauses

    def test_statement(self) -> None:
        """
        In a statement a clause is found by the section's id, and below a heading that
        is about changes even where its own words are not.
        """
        blocks = parse_blocks(
            "We note visits. A message goes out by email.\n\n## Revisions\n\n"
            "A message goes out by email: we send it a week in advance\n\n"
            "They apply to everybody, and we say so:"
        )
        section = Section(id="general", title="General", blocks=blocks)
        statement = Statement(
            id="website",
            title={"en": "T"},
            controller=Controller(name="N"),
            time_zone="UTC",
            source_locale="en",
            locales=("en",),
            prevailing_locale="en",
            groups=(Group(section_ids=("general",)),),
        )
        text = assemble_text(statement, {"en": {"general": section}}, "en")

        (clause,) = promise_of(text).clauses
        assert ("general", 7) == (clause.section, clause.days)

    def test_empty(self) -> None:
        """
        An empty text promises nothing and has no section.
        """
        promise = promised("")

        assert ("", ()) == (promise.section, promise.words)


class TestDaysOf:
    @pytest.mark.parametrize(
        ("text", "days"),
        [
            ("30 days", 30),
            ("thirty (30) days", 30),
            ("thirty-day", 30),
            ("two full weeks", 14),
            ("one month", 30),
            ("5 business days", 7),
            ("a year", 365),
            ("quince días", 15),
            ("10 días hábiles", 14),
            ("dos meses", 60),
        ],
    )
    def test_units(self, text: str, days: int) -> None:
        """
        A period is days, working days the calendar days they take.
        """
        found = re.search(PERIOD, text)

        assert found is not None
        assert days == days_of(found)
