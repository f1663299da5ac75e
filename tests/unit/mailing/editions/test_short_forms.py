from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import StatementRepo
from duenotice.mailing.editions.segments import Encoding
from duenotice.mailing.editions.segments import Segments
from duenotice.mailing.editions.segments import segments
from duenotice.mailing.editions.short_forms import shortened
from duenotice.mailing.editions.sms import sms_segments
from duenotice.mailing.editions.sms_text import sms_text
from duenotice.materiality.finding import Category
from duenotice.render.environment import Templates
from message_kits import FIRST
from message_kits import LANGUAGES
from message_kits import kit_of
from message_kits import world_project
from proposals import LABEL
from proposals import UNDER_NO_PROFILE
from steps import EXTENDED
from steps import SHARING

if TYPE_CHECKING:
    from pathlib import Path

LAST = "2026-05-01"
TOPICS = [one for one in Category if one is not Category.OTHER]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """A change in four languages."""
    return world_project(tmp_path_factory.mktemp("world") / "project")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """Two changes; some missed the first one."""
    repo = StatementRepo.with_statement(tmp_path_factory.mktemp("two") / "project")
    repo.publish(FIRST)
    repo.section("lending", EXTENDED).publish(LABEL)
    repo.section("retention", SHARING).publish(LAST)
    return repo


class TestTopics:
    """What a text message says that a change is about."""

    @pytest.mark.parametrize("locale", LANGUAGES)
    def test_words(self, locale: str) -> None:
        """
        Each language has words of its own for every topic; where letters can be cheap,
        they are.
        """
        own = b'{% import "messages/words.html" as words %}{{ words.topic(page) }}'
        templates = Templates({"topic.txt": own})

        said = {templates.render("topic.txt", one, locale) for one in TOPICS}

        assert len(TOPICS) == len(said)
        if locale in {"en", "es"}:
            assert {Encoding.GSM} == {segments(sms_text(one)).encoding for one in said}

    def test_order(self, tmp_path: Path) -> None:
        """
        What is worst for people is named first, wherever it stands in the text.
        """
        repo = StatementRepo.with_statement(tmp_path / "project")
        repo.section("introduction", f"We keep you safe. {SHARING}").publish(FIRST)
        repo.section("introduction", "We keep you safe.")
        repo.section("retention", SECTIONS["retention"].replace("90", "120"))
        repo.publish(LABEL)
        sms = kit_of(repo).editions["en", FIRST].sms.pieces[0]

        assert sms.index("how long we keep data") < sms.index("who receives data")

    def test_asked(self, tmp_path: Path) -> None:
        """
        What people are asked about comes before all else: a yes before a no, and both
        before what they are only told.
        """
        repo = StatementRepo.with_statement(tmp_path / "project")
        repo.statement(UNDER_NO_PROFILE)
        repo.section("introduction", f"We keep you safe. {SHARING}").publish(FIRST)
        repo.section("introduction", "We keep you safe.")
        repo.section("lending", EXTENDED)
        use = "We use your data for research."
        repo.section("retention", f"{SECTIONS['retention']} {use}").publish(LABEL)

        sms = kit_of(repo).editions["en", FIRST].sms.pieces[0]

        assert ": what we use data for; who receives data; and more." in sms

    def test_automated(self) -> None:
        """
        Who reads of automated answers isn't told that a machine decides about people.
        """
        own = b'{% import "messages/words.html" as words %}{{ words.topic(page) }}'
        templates = Templates({"topic.txt": own})

        said = [
            templates.render("topic.txt", Category.AUTOMATED, one).strip()
            for one in LANGUAGES
        ]

        assert [
            "automated answers or decisions",
            "respuestas o decisiones automatizadas",
            "ردود أو قرارات آلية",
            "自動化的回覆或決定",
        ] == said


class TestRoom:
    """What a text message leaves out, where the room isn't enough for all."""

    @pytest.mark.parametrize(
        ("letters", "takes", "has_words", "has_topic"),
        [(30, 3, True, True), (45, 3, False, True), (50, 4, True, False)],
    )
    def test_words_before_the_link(
        self,
        world: StatementRepo,
        *,
        letters: int,
        takes: int,
        has_words: bool,
        has_topic: bool,
    ) -> None:
        """
        Before the last topic goes, the words before the link do.
        """
        made = kit_of(named(world, letters)).editions["ar", FIRST]
        told = made.sms.pieces[0]

        assert Segments(Encoding.UCS2, takes) == sms_segments(made)
        assert has_words == ("ما يمكنك فعله" in told)
        assert has_topic == ("بيانات نجمعها" in told)

    @pytest.mark.parametrize(
        ("letters", "told"),
        [
            (0, "; how long we keep data. What you can do, and earlier changes: http"),
            (100, ": who receives data; and more. What you can do, and earlier chan"),
            (105, ": who receives data; and more. What you can do: http"),
        ],
    )
    def test_earlier_changes(self, two: StatementRepo, letters: int, told: str) -> None:
        """
        Who missed a change reads of it before all topics but the gravest.
        """
        made = kit_of(named(two, letters), LAST, LAST).editions["en", FIRST]

        assert told in made.sms.pieces[0]
        assert Segments(Encoding.GSM, 2) == sms_segments(made)

    def test_nothing_missed(self, two: StatementRepo) -> None:
        """
        Who missed nothing reads of nothing else, in the app as well.
        """
        editions = kit_of(named(two, 0), LAST, LAST).editions
        missed, usual = editions["en", FIRST], editions["en", LABEL]

        assert "What you can do: http" in usual.sms.pieces[0]
        assert usual.app.body.endswith("to see what you can do.")
        assert missed.app.body.endswith("to see what you can do, and earlier changes.")


def named(repo: StatementRepo, letters: int) -> StatementRepo:
    """Give an organisation a name with so many letters more."""
    return repo.write("theme.yaml", f"name: Fernhill {'x' * letters}\n")


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (25, "The app has an assistant."),
        (24, "The app has an…"),
        (15, "The app has an…"),
        (14, "The app has…"),
        (2, "T…"),
    ],
)
def test_shortened(most: int, expected: str) -> None:
    """
    A text is cut behind a word, and never longer than it may be.
    """
    made = shortened("The app has an assistant.", most)

    assert expected == made
    assert most >= len(made)
