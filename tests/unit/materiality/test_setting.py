from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.compare import compare
from duenotice.materiality.facts import facts_of
from duenotice.materiality.lexicon import lexicon_for
from duenotice.materiality.naming import naming_of
from duenotice.materiality.passage import Passage
from duenotice.materiality.passage import passages_of
from duenotice.materiality.ruleset import find
from duenotice.materiality.setting import setting_of
from golden_cases import document

if TYPE_CHECKING:
    from duenotice.materiality.facts import Facts
    from duenotice.materiality.setting import Setting

LOGS = "We keep the address of your computer in our logs for ninety days."
MAIL = "You can write to us at any time if you want to know more about this."


def setting(old: str, new: str) -> Setting:
    """Give two whole texts."""
    return setting_of(compare(document(old), document(new)), lexicon_for("en"))


def facts(old: str, new: str) -> tuple[Facts, ...]:
    """Give the facts of all changes between two whole texts."""
    comparison = compare(document(old), document(new))
    lexicon = lexicon_for("en")
    assert lexicon is not None
    whole = setting_of(comparison, lexicon)
    return tuple(facts_of(one, lexicon, whole) for one in passages_of(comparison))


def outcomes(old: str, new: str) -> set[str]:
    """Give the outcomes of all findings between two whole texts."""
    several = find(compare(document(old), document(new)))
    return {one.outcome.value for one in several}


class TestPassages:
    def test_headings(self) -> None:
        """
        A passage has all the headings that it stands under, the nearest last.
        """
        text = "# Privacy\n\n## Sharing\n\nWe share {}."
        comparison = compare(document(text.format("a")), document(text.format("b")))

        (passage,) = passages_of(comparison)

        assert "Privacy\nSharing" == passage.heading
        assert "Sharing" == passage.nearest_heading


class TestSaidElsewhere:
    def test_repeated(self) -> None:
        """
        A sentence that another place said before is nothing new.
        """
        old = f"# Logs\n\n{LOGS}\n\n# Contact\n\n{MAIL}"

        assert {"editorial"} == outcomes(old, f"{old} {LOGS}")

    def test_still_said(self) -> None:
        """
        A sentence that another place still says is not gone.
        """
        new = f"# Logs\n\n{LOGS}\n\n# Contact\n\n{MAIL}"

        assert {"editorial"} == outcomes(f"{new} {LOGS}", new)

    def test_under_a_denial(self) -> None:
        """
        Under "we never" the same words say the opposite: they were not said before.
        """
        item = "your exact location, your contacts and the names of all your family"
        never = f"We never collect:\n\n- {item}\n- your weight\n"
        new = f"{never}\n# More\n\nWe collect:\n\n- your name\n- {item}\n"
        old = f"{never}\n# More\n\nWe collect:\n\n- your name\n"

        *_, fact = facts(old, new)

        assert ("", item) == (fact.passage.before, fact.passage.after)

    def test_items(self) -> None:
        """
        An item means what its lead-in says: in another list it is a new one.
        """
        mail = "# Mail\n\nFor mail we use:\n\n- Acme\n- Globex"
        old = f"{mail}\n\n# Pay\n\nFor pay we use:\n\n- Initech\n"

        (fact,) = facts(old, f"{old}- Acme\n")

        assert ("", "Acme") == (fact.passage.before, fact.passage.after)

    def test_moved_and_amended(self) -> None:
        """
        A sentence that went to another paragraph and was amended there is compared.
        """
        kept = "We keep the address of your computer in our own logs for a year."
        longer = kept.replace("a year", "two years")
        rest = "Nothing that is said here has to do with any of the words above."
        old = f"# Logs\n\n{rest} {kept}\n\n# Contact\n\n{MAIL}"
        new = f"# Logs\n\n{rest}\n\n# Contact\n\n{MAIL} {longer}"

        gone, came = facts(old, new)

        assert [(kept, longer)] == [(one.before, one.after) for one in came.pairs]
        assert came.pairs == gone.pairs

    def test_written_anew(self) -> None:
        """
        A paragraph that was rewritten elsewhere is compared with what it was.
        """
        was = "You may ask us at any time to delete the photos that you sent to us."
        now = "At any time you can have us delete photos which were sent by you to us."
        old = f"# Photos\n\n{was}\n\n# Contact\n\n{MAIL}\n\n# Logs\n\n{LOGS}"
        new = f"# Contact\n\n{MAIL}\n\n# Logs\n\n{LOGS}\n\n# Deletion\n\n{now}"

        came = next(one for one in facts(old, new) if one.passage.after == now)

        assert was == came.passage.before

    def test_alone(self) -> None:
        """
        Of a passage alone nothing is known elsewhere, nor without a lexicon.
        """
        lexicon = lexicon_for("en")
        assert lexicon is not None
        comparison = compare(document(LOGS), document(MAIL))
        alone = facts_of(Passage(before="", after=LOGS), lexicon)

        assert not setting_of(comparison, None).old.sentences
        assert (frozenset(), (), 0) == (
            alone.first_named,
            alone.tellers,
            alone.uses_of("logs"),
        )


class TestNaming:
    def test_first_named(self) -> None:
        """
        What no place of the old text named is named for the first time.
        """
        (fact,) = facts(LOGS, f"{LOGS} We share your religion with schools.")

        assert (
            "“beliefs” and “school” are named for the first time in the whole "
            "statement." == naming_of(fact)
        )

    def test_named_elsewhere(self) -> None:
        """
        A thing that another place named before is not named for the first time.
        """
        old = f"# Studies\n\nThe researchers see nothing of it.\n\n# Logs\n\n{LOGS}"

        (fact,) = facts(old, f"{old} We share this with researchers.")

        assert "" == naming_of(fact)

    def test_no_longer_named(self) -> None:
        """
        What no place of the new text names is gone from the statement.
        """
        (fact,) = facts(f"{LOGS} Facebook gets them.", LOGS)

        assert (
            "“social network” is no longer named anywhere in the statement."
            == naming_of(fact)
        )

    def test_in_reasons(self) -> None:
        """
        The reason of a finding that is not editorial says so.
        """
        new = f"{LOGS} We share your religion with schools."

        (reason,) = {one.reason for one in find(compare(document(LOGS), document(new)))}

        assert reason.endswith("for the first time in the whole statement.")

    @pytest.mark.parametrize(
        ("term", "count"), [("Log", 1), ("your computer", 1), ("you", 1), ("fax", 0)]
    )
    def test_uses_of_a_term(self, term: str, count: int) -> None:
        """
        The sentences of the new text that use a term are counted, in all its forms.
        """
        whole = setting(MAIL, f"# Our logs\n\n{LOGS}\n\n{MAIL}")

        assert count == whole.uses_of(term)


class TestDefinitions:
    def test_uses_are_told(self) -> None:
        """
        A definition that changed says in how many sentences its term is used.
        """
        rest = "We keep Loan Data for a year. You may ask us for your Loan Data."
        text = f"“Loan Data” means {{}}.\n\n{rest}"
        old, new = (text.format(what) for what in ("your loans", "your loans and age"))

        finding, *_ = find(compare(document(old), document(new)))

        assert "“Loan Data” is used in 3 sentences." in finding.reason


class TestTellings:
    def test_told_in_other_words(self) -> None:
        """
        A sentence that names what an old one names, in half its words, asks a person.
        """
        kept = "We keep the address of your computer in logs."
        old = f"# Logs\n\n{kept}\n\n# More\n\n{MAIL}"
        new = f"{old}\n\nLogs keep your computer address safe."

        (finding, *_) = find(compare(document(old), document(new)))

        assert "told-elsewhere" == finding.rule
        assert (
            "Another place said before much the same: “We keep the address of your "
            "computer in logs.” Is more meant here?" == finding.reason
        )

    def test_denied(self) -> None:
        """
        What was denied before was not told before.
        """
        old = f"# Logs\n\nWe never keep the address of your computer in logs.\n\n{MAIL}"
        new = f"{old}\n\n# More\n\nLogs keep the address of your computer."

        assert "told-elsewhere" not in {
            one.rule for one in find(compare(document(old), document(new)))
        }
