"""The rules that read one fact: each with what it finds, and with its harmless twin."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import NamedTuple

import pytest

from duenotice.compare import compare
from duenotice.compare import document_of_blocks
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Outcome
from duenotice.materiality.passage import Passage
from duenotice.materiality.ruleset import find
from duenotice.materiality.ruleset import judge
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from duenotice.materiality.finding import Finding

WORSE, BETTER = Direction.WORSE, Direction.BETTER


class Change(NamedTuple):
    """A change that a rule is about."""

    rule: str
    before: str
    after: str
    category: str
    direction: Direction
    lead_in: str = ""
    is_cell: bool = False


MATERIAL = [
    Change(
        "distinct",
        "We note technical data, namely the time of each loan.",
        "We note technical data, such as the time of each loan.",
        "data-collected",
        WORSE,
    ),
    Change(
        "basis",
        "We rely on your consent to recommend films.",
        "We rely on our legitimate interests to recommend films.",
        "consent-basis",
        WORSE,
    ),
    Change(
        "choice",
        "We phone you only if you have asked for it.",
        "We phone you unless you have opted out.",
        "consent-basis",
        WORSE,
    ),
    Change(
        "authority",
        "We hand pictures to the police if a court has ordered it.",
        "We hand pictures to the police if they ask for them in writing.",
        "legal-compliance",
        WORSE,
    ),
    Change(
        "definition",
        '"Partners" means firms that print for us.',
        '"Partners" means firms that print or advertise with us.',
        "definitions",
        Direction.UNCLEAR,
    ),
    Change(
        "coverage",
        "This statement covers our shops and our trams.",
        "This statement covers our shops.",
        "scope",
        Direction.UNCLEAR,
    ),
    Change(
        "place",
        "Our servers stand in Norway.",
        "Our servers stand in Norway and Brazil.",
        "transfer",
        WORSE,
    ),
    Change(
        "place",
        "Transfers rely on the Privacy Shield.",
        "Transfers rely on standard contractual clauses.",
        "transfer",
        Direction.UNCLEAR,
    ),
    Change(
        "precision",
        "The app asks for the town you are in, to show places near you.",
        "The app asks for your exact position, to show places near you.",
        "sensitive-data",
        WORSE,
    ),
    Change(
        "channel",
        "Send your request to privacy@fernhill.example.",
        "Send your request with the form on our page.",
        "rights-choice",
        WORSE,
    ),
    Change(
        "fee",
        "Copies of your file are free.",
        "We charge one euro a page for copies of your file.",
        "rights-choice",
        WORSE,
    ),
    Change(
        "dispute",
        "Disputes are decided by the courts of the place where you live.",
        "Disputes are decided by an arbitrator.",
        "contact",
        WORSE,
    ),
    Change(
        "threshold",
        "We publish no count below 30 persons.",
        "We publish no count below 5 persons.",
        "purpose",
        Direction.UNCLEAR,
    ),
    Change(
        "receiver",
        "The count is sent to Quill Analytics every night.",
        "The count is sent to Marlow Metrics every night.",
        "recipients",
        Direction.UNCLEAR,
    ),
    Change(
        "enumerated",
        "We collect your name and your email address.",
        "We collect your name, your salary and your email address.",
        "data-collected",
        WORSE,
    ),
    Change(
        "practice",
        "",
        "We share your email address with our sponsors.",
        "recipients",
        WORSE,
    ),
    Change(
        "cell",
        "| Marlow Hosting | Denmark |",
        "| Marlow Hosting | Chile |",
        "transfer",
        Direction.UNCLEAR,
        lead_in="| Company | Country |",
    ),
    Change(
        "cell",
        "Denmark",
        "Chile",
        "transfer",
        Direction.UNCLEAR,
        lead_in="These firms help us:\nCountry\nMarlow Hosting",
        is_cell=True,
    ),
    Change(
        "listed",
        "",
        "lend you books",
        "purpose",
        WORSE,
        lead_in="We use your address to:",
    ),
    Change(
        "listed",
        "have your data erased",
        "",
        "rights-choice",
        WORSE,
        lead_in="You have the right to:",
    ),
    Change(
        "controller",
        "Fernhill Ltd is responsible for your data.",
        "Fernhill Ltd and Marlow Ltd are jointly responsible for your data.",
        "controller-identity",
        Direction.UNCLEAR,
    ),
    Change(
        "amount",
        "We keep claims for two years from the day of the loan.",
        "We keep claims for two years from the end of your membership.",
        "retention",
        Direction.UNCLEAR,
    ),
    Change(
        "certainty",
        "After a data breach, we tell you.",
        "After a data breach, we may tell you.",
        "security",
        WORSE,
    ),
    Change(
        "polarity",
        "We do not use what you write to train models.",
        "We may use what you write to train models unless you switch this off.",
        "purpose",
        WORSE,
    ),
    Change(
        "limit",
        "You can ask for a copy at any time.",
        "You can ask for a copy in January.",
        "rights-choice",
        WORSE,
    ),
]

EDITORIAL = [
    (
        "edition",
        "The lending desk runs on Ledger 3 and macOS 12.4.",
        "The lending desk runs on Ledger 4 and macOS 13.",
    ),
    (
        "spelling",
        "Questions? A note to priavcy@lantern.example will do.",
        "Questions? A note to privacy@lantern.example will do.",
    ),
    # A synonym; a denial taken apart.
    ("same-meaning", "We retain your letters.", "We keep your letters."),
    ("same-meaning", "We show it to nobody.", "We do not show it to anybody."),
    # What explains, and says nothing new.
    (
        "gloss",
        "You have the right of access.",
        "You have the right of access (Article 15 GDPR).",
    ),
    (
        "gloss",
        "Fernhill Cloud keeps your files.",
        "Fernhill Nest (formerly Fernhill Cloud) keeps your files.",
    ),
    ("control", 'Press "Export".', 'Press "Download".'),
    ("courtesy", "Thank you for reading this!", ""),
    (
        "reworded",
        "Letters that are lost are sent anew.",
        "Letters that have vanished are sent anew.",
    ),
    (
        "contact-line",
        "Write to Fernhill Library, 2 Mill Lane.",
        "Write to Fernhill Library, 90 Station Road.",
    ),
    ("spelling", "You leave it form here.", "You leave it from here."),
]

TWINS = [
    (
        "edition",
        "The lending desk talks to the till over TLS 1.3.",
        "The lending desk talks to the till over TLS 1.0.",
    ),
    (
        "edition",
        "We rely on Article 6 when we lend you a film.",
        "We rely on Article 9 when we lend you a film.",
    ),
    (
        "edition",
        "At the Ledger 30 days pass before we write to you.",
        "At the Ledger 60 days pass before we write to you.",
    ),
    (
        "spelling",
        "Questions? A note to privacy@lantern.example will do.",
        "Questions? A note to support@harbour.example will do.",
    ),
    # The same in other words, or something of which the rule doesn't speak.
    ("basis", "We rely on your consent.", "We rely on your consent for this."),
    ("choice", "We write if you have asked.", "We write if you have agreed."),
    (
        "authority",
        "We give it to the police if a court orders it.",
        "We give it to the police force if a court orders it.",
    ),
    ("place", "Data are stored in the EU.", "Data are stored in the European Union."),
    ("coverage", "This policy covers our site.", "This statement covers our site."),
    (
        "place",
        "This part is for people who live in Texas and Canada.",
        "This part is for people who live in Texas and Mexico.",
    ),
    (
        "precision",
        "The app knows your town.",
        "The app knows your town or city.",
    ),
    (
        "channel",
        "Write to a@fernhill.example with your request.",
        "Write to b@fernhill.example with your request.",
    ),
    ("fee", "Copies are free.", "Copies are free of charge."),
    (
        "enumerated",
        "Reports help us to fix faults.",
        "Reports help us to find and fix faults.",
    ),
    ("practice", "", "You should choose a long password."),
    ("practice", "", "We aim to make the library easy to use."),
]


def found(change: Change) -> Finding:
    """Give the first finding on a change."""
    passage = Passage(
        before=change.before,
        after=change.after,
        lead_in=change.lead_in,
        old_lead_in=change.lead_in,
        is_cell=change.is_cell,
    )
    finding, *_ = judge(passage)
    return finding


class TestMaterial:
    @pytest.mark.parametrize("change", MATERIAL, ids=lambda one: one.rule)
    def test_fact(self, change: Change) -> None:
        """
        A rule finds its fact, says what it is about, and for whom it is worse.
        """
        finding = found(change)

        assert (change.rule, Outcome.MATERIAL, change.category, change.direction) == (
            finding.rule,
            finding.outcome,
            finding.category,
            finding.direction,
        )


class TestEditorial:
    @pytest.mark.parametrize(("rule", "before", "after"), EDITORIAL)
    def test_harmless(self, rule: str, before: str, after: str) -> None:
        """
        What says the same in another way is told as such.
        """
        (finding,) = judge(Passage(before=before, after=after))

        assert (rule, Outcome.EDITORIAL) == (finding.rule, finding.outcome)


class TestTwins:
    @pytest.mark.parametrize(("rule", "before", "after"), TWINS)
    def test_silent(self, rule: str, before: str, after: str) -> None:
        """
        A rule says nothing of what only looks like its fact.
        """
        findings = judge(Passage(before=before, after=after))

        assert rule not in {one.rule for one in findings}


def assessed(before: str, after: str) -> set[tuple[str, Outcome]]:
    """Give the rules that find something in whole texts, with what they say."""
    old, new = (document_of_blocks("", parse_blocks(text)) for text in (before, after))
    return {(one.rule, one.outcome) for one in find(compare(old, new))}


class TestRegrouped:
    SENTENCE = "We collect your name, your town and your birthday."
    ITEMS = "We collect:\n\n- your name\n- your town\n- your birthday"

    def test_a_list_from_a_sentence(self) -> None:
        """
        A sentence that became a list says what it said, and so does the way back.
        """
        there, back = (
            assessed(self.SENTENCE, self.ITEMS),
            assessed(self.ITEMS, self.SENTENCE),
        )

        assert {("regrouped", Outcome.EDITORIAL)} == there == back

    def test_one_item_more(self) -> None:
        """
        An item that stood in no sentence is new.
        """
        several = assessed(self.SENTENCE, f"{self.ITEMS}\n- your salary")

        assert Outcome.MATERIAL in {outcome for _, outcome in several}


class TestNarrowed:
    RIGHT = "You may ask us to delete your data."
    BEFORE = (
        f"## Your rights\n\nYou may see it. {RIGHT}\n\n## Residents of Utah\n\nHello."
    )

    def test_a_right_for_some(self) -> None:
        """
        A right that moves to the part for one state is lost to all others.
        """
        after = (
            "## Your rights\n\nYou may see it.\n\n"
            f"## Residents of Utah\n\nHello. {self.RIGHT}"
        )

        assert ("narrowed", Outcome.MATERIAL) in assessed(self.BEFORE, after)

    def test_a_right_for_all(self) -> None:
        """
        Under a heading for everybody it holds for as many as before.
        """
        before = self.BEFORE.replace("Residents of Utah", "Deletion")
        after = (
            f"## Your rights\n\nYou may see it.\n\n## Deletion\n\nHello. {self.RIGHT}"
        )

        assert "narrowed" not in {rule for rule, _ in assessed(before, after)}
