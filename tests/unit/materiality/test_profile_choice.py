from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import PRIOR_DAYS
from duenotice.materiality.profile import Want
from duenotice.materiality.profile import demands_for
from duenotice.materiality.profile_choice import profiles_with
from duenotice.materiality.profile_choice import shipped_profiles
from duenotice.materiality.sources import Footing
from duenotice.materiality.sources import Tag
from duenotice.model.record import Reach
from duties import PROFILES
from duties import finding

if TYPE_CHECKING:
    from duenotice.materiality.profile import Profile

OWN = b"title: Ours\nrules: []\n"
EXPANSION = (Direction.WORSE, Direction.NEUTRAL, Direction.UNCLEAR)
EVERY = tuple(shipped_profiles().values())


class TestShipped:
    def test_names(self) -> None:
        """
        The package holds the profiles as files.
        """
        expected = {
            "caloppa",
            "ccpa",
            "colorado",
            "default",
            "ftc",
            "gdpr-uk",
            "hipaa-plan",
            "mn-mt-ct",
            "wa-nv-health",
        }
        folder = files("duenotice.materiality") / "profiles"

        assert expected == set(shipped_profiles())
        assert {f"{one}.yaml" for one in expected} == {
            one.name for one in folder.iterdir()
        }

    @pytest.mark.parametrize("profile", EVERY, ids=lambda one: one.name)
    def test_honest(self, profile: Profile) -> None:
        """
        No law of ours names a number of days before a change, rests on what was never
        read, or shows the program's own policy as its own.
        """
        for rule in profile.rules:
            if rule.grounds.footing is Footing.CUSTOM:
                continue
            assert rule.lead_days in {0, PRIOR_DAYS}
            assert rule.grounds.tag is not Tag.UNVERIFIED
            assert rule.grounds.sources
            assert "tool-policy" not in rule.grounds.sources

    def test_default_is_custom(self) -> None:
        """
        The program's own matrix is a custom in every entry.
        """
        rules = shipped_profiles()["default"].rules

        assert {Footing.CUSTOM} == {rule.grounds.footing for rule in rules}

    @pytest.mark.parametrize(
        ("category", "new", "all_"),
        [
            (Category.DATA, 4, 5),
            (Category.LOCATION, 4, 5),
            (Category.SENSITIVE, 6, 6),
            (Category.PURPOSE, 4, 6),
            (Category.RECIPIENTS, 4, 6),
            (Category.SALE, 5, 6),
            (Category.TRACKING, 4, 5),
            (Category.RETENTION, 4, 5),
            (Category.SECURITY, 4, 5),
            (Category.LEGAL, 4, 5),
            (Category.RIGHTS, 4, 4),
            (Category.CONTROLLER, 4, 4),
            (Category.CONTACT, 4, 4),
            (Category.CONSENT, 6, 6),
            (Category.CHILDREN, 6, 6),
            (Category.SCOPE, 4, 5),
            (Category.TRANSFER, 4, 5),
            (Category.AUTOMATED, 4, 5),
            (Category.PROCEDURE, 4, 4),
            (Category.DEFINITIONS, 4, 5),
            (Category.OTHER, 4, 5),
        ],
    )
    def test_matrix(self, category: Category, new: int, all_: int) -> None:
        """
        The program's own matrix gives each category its two levels, for the worse or
        the unclear; a change for the better is posted, except of rights and of who is
        responsible, which people must know whichever way they change.
        """
        either_way = {Category.RIGHTS, Category.CONTROLLER, Category.CONTACT}
        better = 4 if category in either_way else 2

        for direction in EXPANSION:
            assert (new, all_) == levels("default", category, direction)
        assert (better, better) == levels("default", category, Direction.BETTER)

    def test_training(self) -> None:
        """
        Data already held trains models only with consent.
        """
        words = "We use your messages to train our models."

        assert (4, 6) == levels("default", Category.AUTOMATED, words=words)

    @pytest.mark.parametrize(
        ("name", "category", "direction", "expected"),
        [
            ("hipaa-plan", Category.TRACKING, Direction.BETTER, (2, 2)),
            ("ftc", Category.RETENTION, Direction.WORSE, (0, 6)),
            ("ftc", Category.RETENTION, Direction.BETTER, (0, 0)),
            ("ftc", Category.CHILDREN, Direction.UNCLEAR, (6, 6)),
            ("caloppa", Category.RECIPIENTS, Direction.WORSE, (0, 0)),
            ("ccpa", Category.DATA, Direction.WORSE, (3, 3)),
            ("ccpa", Category.PURPOSE, Direction.WORSE, (3, 6)),
            ("ccpa", Category.SECURITY, Direction.WORSE, (0, 0)),
            ("colorado", Category.RIGHTS, Direction.BETTER, (3, 3)),
            ("colorado", Category.PURPOSE, Direction.WORSE, (3, 6)),
            ("colorado", Category.RETENTION, Direction.WORSE, (0, 0)),
            ("mn-mt-ct", Category.SECURITY, Direction.WORSE, (3, 5)),
            ("mn-mt-ct", Category.SECURITY, Direction.BETTER, (3, 3)),
            ("wa-nv-health", Category.SENSITIVE, Direction.WORSE, (6, 6)),
            ("wa-nv-health", Category.SENSITIVE, Direction.BETTER, (0, 0)),
            ("gdpr-uk", Category.PURPOSE, Direction.WORSE, (3, 3)),
            ("gdpr-uk", Category.TRANSFER, Direction.WORSE, (4, 4)),
            ("gdpr-uk", Category.CONTROLLER, Direction.NEUTRAL, (4, 4)),
            ("gdpr-uk", Category.CONTROLLER, Direction.BETTER, (3, 3)),
            ("gdpr-uk", Category.CONSENT, Direction.WORSE, (6, 6)),
        ],
    )
    def test_profiles(
        self,
        name: str,
        category: Category,
        direction: Direction,
        expected: tuple[int, int],
    ) -> None:
        """
        Each body of rules answers what it names, and leaves the rest to others.
        """
        assert expected == levels(name, category, direction)


def levels(
    name: str,
    category: Category,
    direction: Direction = Direction.WORSE,
    words: str = "",
) -> tuple[int, int]:
    """The levels of a profile for new data alone, and where held data is reached."""
    one = finding(category, direction, words=words)
    new, every = (
        max(rule.level(one, reaches) or Level.L0 for rule in rules)
        if (rules := shipped_profiles()[name].rules)
        else Level.L0
        for reaches in (Reach.NEW, Reach.ALL)
    )
    return int(new), int(every)


class TestDemands:
    @pytest.mark.parametrize(
        ("want", "names"),
        [
            (Want.REVIEW, ["ccpa"]),
            (Want.CHILDREN, ["ftc"]),
            (Want.TRACKING, ["caloppa"]),
            (Want.NO_CHECKING_BACK, ["gdpr-uk"]),
            (Want.RESERVED_RIGHT, ["hipaa-plan"]),
            (Want.USUAL_CHANNEL, ["colorado"]),
            (Want.SEPARATE, ["wa-nv-health"]),
            (Want.LANGUAGES, ["mn-mt-ct", "mn-mt-ct"]),
        ],
    )
    def test_by_profile(self, want: Want, names: list[str]) -> None:
        """
        What a statement as a whole must have comes with the profile that wants it.
        """
        assert names == [one.profile for one in demands_for(EVERY, want)]

    @pytest.mark.parametrize(
        ("want", "days"),
        [
            (Want.REVIEW, 365),
            (Want.MAIL_WITHOUT_WEB, 60),
            (Want.REMINDER, 1095),
            (Want.NEXT_MAILING, None),
        ],
    )
    def test_periods(self, want: Want, days: int | None) -> None:
        """
        Periods that a law names are days.
        """
        assert [days] == [one.days for one in demands_for(EVERY, want)]

    def test_shortest_first(self) -> None:
        """
        The shortest period stands first.
        """
        own = (
            b"title: O\ndemands:\n  - {want: review, days: 90, kind: custom, says: S.}"
        )
        profiles, _ = profiles_with({"profiles/own.yaml": own})
        chosen = profiles.chosen(["ccpa", "own"])

        found = demands_for(chosen, Want.REVIEW)
        assert [90, 365] == [one.days for one in found]


class TestProfiles:
    def test_chosen(self) -> None:
        """
        A statement is under the profiles it names, each once, and under the program's
        own policy where it names none.
        """
        named = PROFILES.chosen(["ftc", "ccpa", "ftc", "fct"])

        assert ["ftc", "ccpa"] == [one.name for one in named]
        assert ["default"] == [one.name for one in PROFILES.chosen([])]

    def test_own(self) -> None:
        """
        A project adds its own, which its statements name like any other.
        """
        profiles, found = profiles_with({"profiles/ours.yaml": OWN})

        assert () == found
        assert ["Ours"] == [one.title for one in profiles.chosen(["ours"])]

    def test_own_faulty(self) -> None:
        """
        A project's faulty profile is reported, and is not there.
        """
        profiles, found = profiles_with({"profiles/ours.yaml": b"rules: []\n"})

        assert ["key-missing"] == [one.code for one in found]
        assert () == profiles.chosen(["ours"])

    def test_own_shipped(self) -> None:
        """
        A project can't put its own words in the place of a law.
        """
        profiles, (fault,) = profiles_with({"profiles/ftc.yaml": OWN})

        assert (
            'profiles/ftc.yaml: error profile-shipped: the profile "ftc" comes with '
            "duenotice and can't be replaced\n"
            "  hint: Rename the file, and name both under profiles in statement.yaml."
        ) == str(fault)
        assert shipped_profiles()["ftc"] == profiles.by_name["ftc"]

    def test_unknown(self) -> None:
        """
        A name that no profile has is reported with its line and the name meant.
        """
        text = "title: {en: T}\nprofiles:\n  - ftc\n  - gdpr\n"

        (fault,) = PROFILES.unknown(["ftc", "gdpr"], text, "statement.yaml")
        assert (
            'statement.yaml:4: error profile-unknown: no profile is called "gdpr"\n'
            '  hint: Did you mean "gdpr-uk"? There are: caloppa, ccpa, colorado, '
            "default, ftc, gdpr-uk, hipaa-plan, mn-mt-ct, wa-nv-health. A project's "
            "own stand in profiles/."
        ) == str(fault)

    @pytest.mark.parametrize("text", ["", "[]", "profiles: zzz", "profiles: [a]"])
    def test_unknown_nowhere(self, text: str) -> None:
        """
        A name that the text doesn't show, as in the record of a version, has no line.
        """
        (fault,) = PROFILES.unknown(["zzz"], text, "statement.yaml")

        assert None is fault.line
        assert fault.hint.startswith("There are: ")
