from __future__ import annotations

import pytest

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import Asked
from duenotice.materiality.profile import Demand
from duenotice.materiality.profile import Grounds
from duenotice.materiality.profile import Profile
from duenotice.materiality.profile import ProfileRule
from duenotice.materiality.profile import Want
from duenotice.materiality.profile_file import read_profile
from duenotice.materiality.sources import Footing
from duenotice.materiality.sources import Tag
from duenotice.model.record import Reach
from duties import finding

WHOLE = """\
title: Our own
about: What members were told.
rules:
  - id: partners
    categories: [recipients]
    directions: [worse-for-user]
    mentions: [Partner]
    level: {all: consent}
    lead: 45
    asks: parents
    kind: regulator
    sources: [hipaa-web, hipaa-no-web]
    says: We ask first.
demands:
  - want: review
    days: 180
    kind: law
    basis: Health Data Act, section 12
    verified: U
    says: Look twice a year.
"""


def read(text: str) -> Profile:
    """The profile of a text without faults."""
    profile, found = read_profile("ours", text.encode(), "profiles/ours.yaml")
    assert () == found
    assert profile is not None
    return profile


def faults(text: str) -> list[str]:
    """What is said about a text that gives no profile."""
    profile, found = read_profile("ours", text.encode(), "profiles/ours.yaml")
    assert profile is None
    return [str(one).removeprefix("profiles/ours.yaml") for one in found]


def rule(lines: str) -> str:
    """A profile with one rule that has these lines too."""
    return f"title: Ours\nrules:\n  - id: one\n    says: Yes.\n{lines}"


class TestReadProfile:
    def test_whole(self) -> None:
        """
        Every key has its place; of several sources the one read least gives the tag.
        """
        law = Grounds(
            footing=Footing.REGULATOR,
            sources=("hipaa-web", "hipaa-no-web"),
            basis="45 CFR 164.520, (c)(1)(v)(A); 45 CFR 164.520, (c)(1)(v)(B)",
            tag=Tag.SECONDARY,
            says="We ask first.",
        )
        partners = ProfileRule(
            profile="ours",
            id="partners",
            categories=frozenset({Category.RECIPIENTS}),
            directions=frozenset({Direction.WORSE}),
            mentions=("partner",),
            new=None,
            all=Level.L6,
            lead_days=45,
            asked=Asked.PARENTS,
            grounds=law,
        )
        review = Demand(
            profile="ours",
            want=Want.REVIEW,
            days=180,
            grounds=Grounds(
                footing=Footing.LAW,
                sources=(),
                basis="Health Data Act, section 12",
                tag=Tag.UNVERIFIED,
                says="Look twice a year.",
            ),
        )
        expected = Profile(
            name="ours",
            title="Our own",
            about="What members were told.",
            rules=(partners,),
            demands=(review,),
        )

        assert expected == read(WHOLE)

    @pytest.mark.parametrize(
        ("written", "days"), [("none", 0), ("prior", 1), ("60", 60)]
    )
    def test_lead(self, written: str, days: int) -> None:
        """
        "Prior" without a number is a day; nothing is no day.
        """
        lines = f"    categories: any\n    level: post\n    lead: {written}\n"

        (one,) = read(rule(f"{lines}    kind: custom\n")).rules
        assert days == one.lead_days

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param(
                rule("    categories: any\n    level: post\n    kind: law\n"),
                ': error profile-unfounded: "one" says that it is of the kind "law", '
                "and nothing that it names is\n"
                '  hint: Name its source, or "basis" and "verified"; or write '
                '"kind: custom".',
                id="law without a source",
            ),
            pytest.param(
                rule(
                    "    categories: any\n    level: post\n    kind: law\n"
                    "    sources: [public-archive, wp260-29]\n"
                ),
                ': error profile-unfounded: "one" says that it is of the kind "law", '
                "and nothing that it names is\n"
                '  hint: Name its source, or "basis" and "verified"; or write '
                '"kind: custom".',
                id="guidance as law",
            ),
            pytest.param(
                rule(
                    "    categories: any\n    level: post\n    kind: custom\n"
                    "    sources: [colorado-604]\n"
                ),
                ': error source-unknown: "one" rests on the source "colorado-604", '
                "which is not in the list of sources\n"
                '  hint: Did you mean "colorado-6.04"? Name one of the list, or say it '
                'in words as "basis".',
                id="unknown source",
            ),
            pytest.param(
                rule("    categories: any\n    levels: post\n    level: post\n")
                + "    kind: custom\n",
                ':6: error key-unknown: "levels" is not a key of a rule of a profile\n'
                '  hint: Did you mean "level"? Keys allowed here: id, categories, '
                "directions, mentions, level, lead, asks, kind, sources, basis, "
                "verified, says.",
                id="unknown key",
            ),
            pytest.param(
                rule("    categories: all\n    level: post\n    kind: custom\n"),
                ':5: error value-invalid: "all" is not one of "any" (key '
                '"rules.categories")\n  hint: Write one of "any".',
                id="unknown category",
            ),
            pytest.param(
                rule("    categories: any\n    level: L4\n    kind: custom\n"),
                ':6: error value-invalid: "L4" is not a notice level, one of "none", '
                '"date", "post", "direct", "direct-and-advance", "choice", "consent" '
                '(key "rules.level")\n  hint: Write a notice level, one of "none", '
                '"date", "post", "direct", "direct-and-advance", "choice", "consent".',
                id="unknown level",
            ),
            pytest.param(
                rule("    categories: any\n    level: post\n    kind: custom\n")
                + "    lead: soon\n",
                ':8: error value-invalid: "soon" is not "none", "prior" or a number of '
                'days (key "rules.lead")\n  hint: Write "none", "prior" or a number of '
                "days.",
                id="unknown lead",
            ),
        ],
    )
    def test_faults(self, text: str, expected: str) -> None:
        """
        A fault names its line where it has one, and says what to write instead.
        """
        assert [expected] == faults(text)


class TestLevel:
    def test_fits(self) -> None:
        """
        A rule answers a finding of its category and direction that names its words,
        where it applies to the data reached.
        """
        (one,) = read(WHOLE).rules
        fits = finding(words="We share it with partners.")

        assert Level.L6 is one.level(fits, Reach.ALL)
        assert None is one.level(fits, Reach.NEW)
        assert None is one.level(finding(words="We share it."), Reach.ALL)
        assert None is one.level(finding(Category.DATA, words="partner"), Reach.ALL)
        better = finding(direction=Direction.BETTER, words="partner")
        assert None is one.level(better, Reach.ALL)
