from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import StatementRepo
from duenotice.mailing.contents.check import MOST_BYTES as SHOWN_BY_GMAIL
from duenotice.mailing.editions.known_words import MOST_BYTES
from duenotice.mailing.editions.known_words import KnownWordsMaker
from duenotice.mailing.editions.meantime import Meantime
from duenotice.model.label import VersionLabel
from duenotice.publish.web_home import WebHome
from message_kits import FIRST
from message_kits import kit_of
from proposals import LABEL
from recorded_site import recorded_site
from steps import EXTENDED
from steps import FURTHER
from steps import SHARING
from steps import SPANISH
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.mailing.editions.known_words import KnownWords

FIXED, LAST, TOLD = "2026-04-10", "2026-05-01", "2026-05-02"
KEPT = SECTIONS["retention"]
LONGER = KEPT.replace("90", "120")
LONGEST = KEPT.replace("90", "150")

Passage = tuple[str, str, str]


def known_words(
    repo: StatementRepo, known: str = FIRST, locale: str = "en"
) -> KnownWords | None:
    """Give what is new in the last version to who knew an older text."""
    with recorded_site(repo, TOLD) as site:
        version = site.version(VersionLabel.parse(LAST))
        meantime = Meantime(site, version, WebHome())
        return KnownWordsMaker(version, meantime).words(known, locale)


def coming(words: KnownWords | None) -> list[Passage]:
    """Give section and words of what the last version changes."""
    assert words is not None
    return [(one.section_id, one.before, one.after) for one in words.coming]


def since(words: KnownWords | None) -> list[Passage]:
    """Give section and words of what was in force before it."""
    assert words is not None
    return [(one.section_id, one.before, one.after) for one in words.since]


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """A project whose first version is in force."""
    repo = StatementRepo.with_statement(tmp_path / "project")
    repo.publish(FIRST)
    return repo


class TestWays:
    """What became of words while a reader heard nothing."""

    def test_changed_twice(self, repo: StatementRepo) -> None:
        """
        Words that changed twice are compared with those that the reader knew.
        """
        repo.section("retention", LONGER).publish(LABEL)
        repo.section("retention", LONGEST).publish(LAST)

        found = known_words(repo)

        assert [("retention", KEPT, LONGEST)] == coming(found)
        assert [] == since(found)

    def test_changed_before(self, repo: StatementRepo) -> None:
        """
        Words that only the change in between touched are told as in force.
        """
        repo.section("lending", EXTENDED).publish(LABEL)
        repo.section("lending", FURTHER).publish(LAST)

        found = known_words(repo)

        assert [("lending", "", "your date of birth")] == coming(found)
        assert [("lending", "", "your home address")] == since(found)

    def test_taken_back(self, repo: StatementRepo) -> None:
        """
        What came and went is no difference: the text is the one that the reader knew.
        """
        repo.section("retention", LONGER).section("lending", EXTENDED).publish(LABEL)
        repo.section("retention", KEPT).publish(LAST)

        found = known_words(repo)

        assert [] == coming(found)
        assert [("lending", "", "your home address")] == since(found)

    def test_removed(self, repo: StatementRepo) -> None:
        """
        Words that are gone are shown as the reader knew them.
        """
        repo.section("retention", f"{SHARING} {KEPT}").publish(LABEL)
        repo.section("retention", SHARING).publish(LAST)

        found = known_words(repo)

        assert [("retention", KEPT, "")] == coming(found)
        assert [("retention", "", SHARING)] == since(found)

    def test_corrections(self, repo: StatementRepo) -> None:
        """
        What nobody had to be told of isn't told, also where it stands beside what is.
        """
        repo.section("lending", EXTENDED).publish(LABEL)
        repo.section("lending", EXTENDED.replace("the day", "the  day."))
        repo.section("contacts", "Write to us: <privacy@fernhill.example>.")
        repo.publish(FIXED)
        repo.section("retention", LONGER).publish(LAST)

        found = known_words(repo)

        assert ["retention"] == [one[0] for one in coming(found)]
        assert [("lending", "", "your home address")] == since(found)

    def test_renamed(self, repo: StatementRepo) -> None:
        """
        A section is the same one under a later id.
        """
        repo.section("lending", EXTENDED).publish(LABEL)
        text = repo.read("statements/website/statement.yaml")
        repo.statement(text.replace("- lending", "- loans"))
        repo.delete("statements/website/en/lending.md")
        repo.section("loans", FURTHER, "formerly: [lending]").publish(LAST)

        found = known_words(repo)

        assert {"your home address", "your date of birth"} <= {
            one[2] for one in (*coming(found), *since(found))
        }

    def test_moved(self, tmp_path: Path) -> None:
        """
        Words that left one section and came to another are told in both.
        """
        repo = StatementRepo.with_statement(tmp_path / "project")
        repo.section("retention", f"{KEPT}\n\n{SHARING}").publish(FIRST)
        repo.section("retention", LONGER).publish(LABEL)
        repo.section("lending", f"{SHARING}\n\n{SECTIONS['lending']}").publish(LAST)

        found = known_words(repo)

        assert [("lending", "", SHARING)] == coming(found)
        assert ("retention", SHARING, "") in since(found)

    def test_half_new(self, repo: StatementRepo) -> None:
        """
        Of new words that stand together, those that are in force already are told
        apart; a sign stands for the others.
        """
        selling = "We sell your name to brokers."
        both = f"{KEPT}\n\n{SHARING}"
        repo.section("retention", both).publish(LABEL)
        repo.section("retention", f"{both} {selling}").publish(LAST)

        found = known_words(repo)

        assert [("retention", "", f"… {selling}")] == coming(found)
        assert [("retention", "", f"{SHARING} …")] == since(found)

    def test_part(self, tmp_path: Path) -> None:
        """
        A sentence that came into a paragraph is quoted with the one beside it, and a
        sign stands for the others.
        """
        repo = StatementRepo.with_statement(tmp_path / "project")
        text = f"Loans are yours. {KEPT}"
        repo.section("retention", text).publish(FIRST)
        repo.section("lending", EXTENDED).publish(LABEL)
        repo.section("retention", f"{text} {SHARING}").publish(LAST)
        beside = "After that we delete them."

        assert [("retention", f"… {beside}", f"… {beside} {SHARING}")] == coming(
            known_words(repo)
        )

    def test_usual(self, repo: StatementRepo) -> None:
        """
        Who knew the text before is told of the change as it was assessed.
        """
        repo.section("lending", EXTENDED).publish(LAST)

        assert known_words(repo) is None


class TestLanguages:
    """Readers of translations."""

    def test_own(self, translated: StatementRepo) -> None:
        """
        Readers get the words of their own language.
        """
        mas, aun_mas = (SPANISH["retention"].replace("90", one) for one in "56")
        translated.section("retention", LONGER)
        translated.section("retention", mas, locale="es").publish(LABEL)
        translated.section("retention", LONGEST)
        translated.section("retention", aun_mas, locale="es").publish(LAST)

        found = known_words(translated, locale="es")

        assert [("retention", SPANISH["retention"], aun_mas)] == coming(found)

    def test_new_language(self, repo: StatementRepo) -> None:
        """
        Who knew a text before there was a translation knew the source's words.
        """
        repo.section("retention", LONGER).publish(LABEL)
        repo.statement(TRANSLATED_YAML).sections(SPANISH, locale="es")
        repo.section("retention", LONGEST).publish(LAST)

        found = known_words(repo, locale="es")

        assert found is not None
        assert "en" == found.locale
        assert LONGEST in {one[2] for one in coming(found)}


class TestRoom:
    """What an e-mail holds."""

    def test_cut(self, repo: StatementRepo) -> None:
        """
        Of more words than an e-mail holds the last ones are left to the comparison;
        those of the change itself are not.
        """
        items = "".join(f"\n- your note number {'x' * 900}{one}" for one in range(60))
        repo.section("lending", f"{SECTIONS['lending']}{items}").publish(LABEL)
        repo.section("retention", LONGER).publish(LAST)

        found = known_words(repo)

        assert found is not None
        assert found.is_cut
        assert 1 == len(found.coming)
        assert 0 < len(found.since) < 60
        assert MOST_BYTES > sum(len(one.after) for one in found.since)
        html = "".join(kit_of(repo, LAST, TOLD).editions["en", FIRST].email.html.pieces)
        assert "More words changed than there is room for here." in html
        assert SHOWN_BY_GMAIL > len(html.encode())
