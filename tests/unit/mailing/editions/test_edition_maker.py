from __future__ import annotations

import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from builders import day
from duenotice.config import Comparisons
from duenotice.mailing.contents.words import words_of_edition
from duenotice.mailing.editions.errors import NoSiteAddressError
from duenotice.mailing.editions.errors import NotDueError
from duenotice.mailing.editions.errors import NothingToTellError
from duenotice.mailing.editions.segments import Encoding
from duenotice.mailing.editions.segments import Segments
from duenotice.mailing.editions.sms import sms_segments
from duenotice.mailing.kit import Known
from duenotice.mailing.kit import Sender
from duenotice.model.label import VersionLabel
from duenotice.publish.web_home import WebHome
from duenotice.render.messages.laid import StraySlotError
from message_kits import ADDRESS
from message_kits import LANGUAGES
from message_kits import kit_of
from message_kits import making
from message_kits import world_project
from proposals import LABEL
from steps import EXTENDED
from steps import FURTHER
from steps import SPANISH
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit

FIRST, FIXED, LAST = "2026-01-10", "2026-04-10", "2026-05-01"
TOLD = "2026-05-02"
VALUES = {"greeting": "Dear Ana,", "name": "Ana", "reference": "ABCDE-FGHIJ"}


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """A project with two announced changes, and a correction between them."""
    repo = StatementRepo.with_statement(tmp_path_factory.mktemp("long") / "project")
    repo.publish(FIRST)
    repo.section("lending", EXTENDED).publish(LABEL)
    repo.section("contacts", "Write to us: <privacy@fernhill.example>.")
    repo.publish(FIXED)
    repo.section("lending", FURTHER).publish(LAST)
    return repo


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    """The messages of a change in four languages."""
    return kit_of(world_project(tmp_path_factory.mktemp("world") / "project"))


def text(edition: Edition) -> str:
    """Give the plain text of an e-mail, its lines put together."""
    return " ".join(edition.email.text.fill(VALUES).split())


class TestKnownTexts:
    """Members who knew different texts."""

    def test_history(self, repo: StatementRepo) -> None:
        """
        Who missed an announced change is told of it too; who missed a correction is
        told like all others.
        """
        made = kit_of(repo, LAST, TOLD)

        assert (
            Known(published=day(FIRST), start=day(FIRST), baseline=FIRST),
            Known(published=day("2026-03-01"), start=day("2026-04-03"), baseline=FIXED),
        ) == made.history
        assert [("en", FIRST), ("en", FIXED)] == sorted(made.editions)

    def test_told_later(self, repo: StatementRepo, tmp_path: Path) -> None:
        """
        Who was told of something before messages of a change first went out doesn't
        know that change.
        """
        later = StatementRepo(shutil.copytree(repo.root, tmp_path / "project"))
        for on in ("2026-03-20", "2026-03-25"):
            given = ("--channel", "email", "--count", "9", "--on", on)
            assert 0 == later.run("notified", LABEL, *given, today=TOLD).status
        later.commit(TOLD)

        made = kit_of(later, LAST, TOLD)

        assert [FIRST, FIXED] == [one.baseline for one in made.history]
        assert [day(FIRST), day("2026-03-20")] == [
            one.published for one in made.history
        ]

    def test_usual(self, repo: StatementRepo) -> None:
        """
        Who knew the text before hears of nothing else.
        """
        made = text(kit_of(repo, LAST, TOLD).editions["en", FIXED])

        assert "> your date of birth" in made
        assert "What changed since the text that you knew" not in made
        assert "home address" not in made

    def test_older(self, repo: StatementRepo) -> None:
        """
        Who knew an older text is led to what took effect since, and to all changes;
        the message doesn't claim to be about one change alone.
        """
        made = text(kit_of(repo, LAST, TOLD).editions["en", FIRST])

        assert (
            "The text that you knew is that of January 10, 2026. These changes have "
            "taken effect since then: - In force since April 3, 2026: “It is told "
            f"here.” (notice of March 1, 2026) {ADDRESS}website/changes/{LABEL}/ "
            "Some of the words that changed: 1. Lending New since then "
            "> We note which books you borrow: > - your home address "
            "All changes since then, word for word: "
            f"{ADDRESS}website/compare/{FIRST}/{LAST}/"
        ) in made
        assert "about these changes alone" in made
        assert "about this change alone" not in made

    def test_summary(self, tmp_path: Path) -> None:
        """
        What an earlier notice says first is quoted whole, with the day on which it was
        written: it was about what was to come then.
        """
        repo = StatementRepo.with_statement(tmp_path / "project")
        repo.publish(FIRST)
        repo.section("lending", EXTENDED).release(LABEL)
        repo.finish_notice(LABEL)
        notice = f"statements/website/versions/{LABEL}/notice/en.md"
        said = "On April 3, 2026, our text changes. It deals with addresses."
        repo.write(notice, repo.read(notice).replace("It is told here.", said, 1))
        repo.run("approve", LABEL, "--by", "A. Editor", today=LABEL)
        repo.commit(LABEL)
        repo.section("lending", FURTHER).publish(LAST)

        made = text(kit_of(repo, LAST, TOLD).editions["en", FIRST])

        assert (
            f"- In force since April 3, 2026: “{said}” (notice of March 1, 2026)"
        ) in made

    def test_no_page(self, repo: StatementRepo) -> None:
        """
        Where the site has no page for two versions, the archive stands in.
        """
        made = kit_of(repo, LAST, TOLD, comparisons=Comparisons.NEAR)

        assert f" word for word: {ADDRESS}website/archive/ " in text(
            made.editions["en", FIRST]
        )

    def test_first_change(self, repo: StatementRepo) -> None:
        """
        Of the first change all hear alike: there was one text before.
        """
        made = kit_of(repo, LABEL, "2026-03-02")

        assert [("en", FIRST)] == list(made.editions)

    def test_adopted(self, tmp_path: Path) -> None:
        """
        Of a change from before the project nobody has a notice: its sections are named.
        """
        repo = StatementRepo.with_statement(tmp_path / "adopted")
        for on in ("2024-01-10", FIRST):
            repo.section("retention", f"We keep loans for {on[3]}0 days.")
            repo.release(
                FIRST,
                version=VersionLabel.parse(on),
                published=day(on),
                effective=day(on),
                adopted_by="A. Editor",
            )
        repo.commit(FIRST)
        repo.section("lending", EXTENDED).publish(LABEL)

        made = text(kit_of(repo).editions["en", "2024-01-10"])

        assert (
            ": - In force since January 10, 2026: 1 section changed: Retention "
            f"{ADDRESS}website/{FIRST}/ All changes"
        ) in made


class TestMessages:
    """What every message says."""

    def test_facts(self, repo: StatementRepo) -> None:
        """
        Each form says what changes, when, and where to read more, and carries the
        reference.
        """
        made = kit_of(repo, LAST, TOLD).editions["en", FIXED]

        for words in words_of_edition(made):
            told = " ".join(words.text.split())
            assert "June 3, 2026" in told, words.name
            assert f"{ADDRESS}website/changes/{LAST}/" in words.source, words.name
        for laid in (made.email.html, made.email.text, made.sms):
            assert "reference" in laid.slots

    def test_past(self, repo: StatementRepo) -> None:
        """
        After its day, a change is told of as one that happened.
        """
        made = kit_of(repo, LAST, "2026-06-03").editions["en", FIXED]

        assert "“Privacy statement” changed on June 3, 2026" == made.email.subject
        assert "What changed on June 3, 2026" == made.app.title
        assert "Until then" not in text(made)

    @pytest.mark.parametrize(
        ("locale", "told", "takes"),
        [
            (
                "en",
                ": data that we collect. What you can do",
                Segments(Encoding.GSM, 2),
            ),
            ("es", ": datos que recopilamos. Qué puede", Segments(Encoding.GSM, 2)),
            ("ar", ": بيانات نجمعها. ما يمكنك فعله", Segments(Encoding.UCS2, 3)),
            ("zh-Hant", "：我們蒐集的資料。 您可以做的事", Segments(Encoding.UCS2, 3)),  # noqa: RUF001
        ],
    )
    def test_text_message(
        self, world: Kit, locale: str, told: str, takes: Segments
    ) -> None:
        """
        A text message says what changes and what can be done: in two segments of plain
        letters, and in three of others, of which a segment holds less than half.
        """
        made = world.editions[locale, FIRST]

        assert told in made.sms.fill(VALUES)
        assert takes == sms_segments(made)

    def test_new_items(self, tmp_path: Path) -> None:
        """
        New items of a list are quoted as one list, under one line with their day.
        """
        repo = StatementRepo.with_statement(tmp_path / "project")
        repo.publish(FIRST)
        more = f"{EXTENDED}\n- your fingerprint\n- your blood group"
        repo.section("lending", more).publish(LABEL)
        made = text(kit_of(repo).editions["en", FIRST])

        assert (
            "> - your home address > - your fingerprint > - your blood group"
        ) in made
        assert 1 == made.count("New from April 3, 2026")

    def test_app(self, world: Kit) -> None:
        """
        A message of an app ends with where to read what can be done, however long the
        notice is.
        """
        for edition in world.editions.values():
            assert 240 >= len(edition.app.body)
        assert world.editions["en", FIRST].app.body.endswith("to see what you can do.")

    def test_size(self, repo: StatementRepo) -> None:
        """
        An e-mail is far from the size at which Gmail cuts it off.
        """
        made = kit_of(repo, LAST, TOLD).editions["en", FIRST]

        assert 40_000 > len(made.email.html.fill(VALUES).encode())

    def test_theme(self, repo: StatementRepo) -> None:
        """
        The organisation's own name and colour stand in its messages.
        """
        repo.write(
            "theme.yaml", "name: Fernhill\ncolours:\n  light: {accent: '#7a2e12'}\n"
        )
        made = kit_of(repo, LAST, TOLD).editions["en", FIXED]
        repo.delete("theme.yaml")

        assert "background:#7a2e12" in made.email.html.fill(VALUES)
        assert made.sms.fill(VALUES).startswith("Fernhill: ")

    def test_own_template(self, repo: StatementRepo) -> None:
        """
        A project's own template takes the place of a shipped one.
        """
        repo.write(
            "templates/messages/sms.txt",
            "Hi {{ page.member.name }}:\n{{ page.notice_url }}\n",
        )
        made = kit_of(repo, LAST, TOLD).editions["en", FIXED]
        repo.delete("templates")

        assert f"Hi Ana: {ADDRESS}website/changes/{LAST}/" == made.sms.fill(VALUES)

    def test_nothing_else(self, repo: StatementRepo) -> None:
        """
        An e-mail asks for nothing from anywhere, and has no picture that counts who
        read it.
        """
        html = kit_of(repo, LAST, TOLD).editions["en", FIRST].email.html.fill(VALUES)

        assert [] == re.findall(r"<(?:img|link|script|iframe|form)\b", html)
        assert [] == re.findall(r"(?:url\(|src=|@import)", html)


class TestLanguages:
    """Members with different languages."""

    def test_all(self, world: Kit) -> None:
        """
        Every language of the version has its edition.
        """
        assert sorted((one, FIRST) for one in LANGUAGES) == sorted(world.editions)

    @pytest.mark.parametrize(
        ("locale", "subject", "greeting"),
        [
            (
                "es",
                "El 3 de abril de 2026 cambia «Declaración de privacidad»",
                "Saludos, Ana:",
            ),
            ("ar", "يتغيّر «بيان الخصوصية» في 3 أبريل 2026", "تحية طيبة، Ana،"),
            ("zh-Hant", "「隱私權聲明」將於2026年4月3日變更", "Ana 您好："),  # noqa: RUF001
        ],
    )
    def test_words(self, world: Kit, locale: str, subject: str, greeting: str) -> None:
        """
        Subject and greeting are in the member's language.
        """
        made = world.editions[locale, FIRST]

        assert (subject, greeting) == (made.email.subject, made.greet("Ana"))
        assert made.plain_greeting != world.editions["en", FIRST].plain_greeting

    def test_direction(self, world: Kit) -> None:
        """
        Arabic is set from right to left; only there a mark in the plain text says that
        a reference runs the other way.
        """
        marked = {
            one
            for one, _ in world.editions
            if "\u200e" in text(world.editions[one, FIRST])
        }
        html = world.editions["ar", FIRST].email.html.fill(VALUES)

        assert html.startswith('<!doctype html><html lang="ar" dir="rtl"')
        assert "text-align:right" in html
        assert {"ar"} == marked

    def test_prevailing(self, world: Kit) -> None:
        """
        A translation says which language counts.
        """
        made = text(world.editions["es", FIRST])

        assert "Si los idiomas difieren" in made
        assert "languages differ" not in text(world.editions["en", FIRST])


class TestRefusals:
    """Kits that are not made."""

    def test_no_address(self, repo: StatementRepo) -> None:
        """
        A message leads to the notice, so the site's address must be known.
        """
        with pytest.raises(NoSiteAddressError) as caught:
            kit_of(repo, LAST, TOLD, home=WebHome())

        assert "site-address" in caught.value.advice

    def test_not_public(self, repo: StatementRepo) -> None:
        """
        Nobody is told of what isn't public.
        """
        with pytest.raises(NotDueError, match=f"version {LAST}: it is not public"):
            kit_of(repo, LAST, "2026-04-30")

    def test_no_notice(self, tmp_path: Path) -> None:
        """
        Without an approved notice there is nothing to say.
        """
        repo = StatementRepo.with_statement(tmp_path / "project")
        repo.publish(FIRST)
        repo.section("lending", EXTENDED).release(LABEL)
        repo.commit(LABEL)

        with pytest.raises(NothingToTellError):
            kit_of(repo)

    def test_marks(self, repo: StatementRepo) -> None:
        """
        No text that people wrote can stand for a member's own words.
        """
        made = making(repo.root)
        named = replace(made.theme.theme, name={"": "A\ufdd0name\ufdd1"})
        theme = replace(made.theme, theme=named)

        with pytest.raises(StraySlotError):
            kit_of(repo, LAST, TOLD, theme=theme)

    def test_marks_of_sender(self, repo: StatementRepo) -> None:
        """
        Nor can the address to which a letter returns.
        """
        sender = Sender(name="Fernhill", address=("1 \ufdd0name\ufdd1 Street",))

        with pytest.raises(StraySlotError):
            kit_of(repo, LAST, TOLD, sender=sender)


class TestNewLanguage:
    def test_words(self, tmp_path: Path) -> None:
        """
        In a language that comes with the change, its words are those of the source,
        each once: no text before tells what they were.
        """
        repo = StatementRepo.with_statement(tmp_path / "new")
        known, sold = "We note which books you borrow.", "We also sell the list."
        repo.section("lending", f"{known} It helps us.\n\n- the title")
        repo.publish(FIRST)
        repo.statement(TRANSLATED_YAML).sections(SPANISH, locale="es")
        new = f"{known} It helps us. {sold}\n\n- the title\n- your date of birth"
        repo.section("lending", new).publish(LABEL)

        found = kit_of(repo).editions["es", FIRST]

        words = text(found).partition("Las palabras que cambian")[2]
        assert [1, 1] == [words.count(one) for one in (sold, "your date of birth")]
