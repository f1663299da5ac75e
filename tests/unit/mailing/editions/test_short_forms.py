from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import StatementRepo
from duenotice.mailing.editions.segments import Encoding
from duenotice.mailing.editions.segments import segments
from duenotice.mailing.editions.short_forms import shortened
from duenotice.mailing.editions.sms_text import sms_text
from duenotice.materiality.finding import Category
from duenotice.render.environment import Templates
from message_kits import FIRST
from message_kits import LANGUAGES
from message_kits import kit_of
from proposals import LABEL
from steps import SHARING

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = [one for one in Category if one is not Category.OTHER]


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
