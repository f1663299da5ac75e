"""Kits of messages for tests: by hand, and of projects in real repositories."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from builders import STATEMENT
from builders import StatementRepo
from builders import day
from duenotice.config import Comparisons
from duenotice.mailing.edition import AppForm
from duenotice.mailing.edition import Edition
from duenotice.mailing.edition import EmailForm
from duenotice.mailing.edition import LetterForm
from duenotice.mailing.editions.kit_making import make_kit
from duenotice.mailing.editions.making import Making
from duenotice.mailing.kit import Kit
from duenotice.mailing.kit import Known
from duenotice.mailing.kit import Sender
from duenotice.mailing.member import Channel
from duenotice.mailing.member import Member
from duenotice.publish.web_home import WebHome
from duenotice.render.environment import Templates
from duenotice.render.messages.laid import Laid
from duenotice.render.messages.laid import slot
from duenotice.store.archive import read_archive
from duenotice.store.project import Project
from duenotice.store.templates import templates_on_disk
from duenotice.store.theme import theme_on_disk
from proposals import LABEL
from proposals import UNDER_COLORADO
from steps import EXTENDED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duenotice.store.archive import Archive
    from duenotice.store.record_book import RecordBook

ADDRESS = "https://privacy.fernhill.example/"
FIRST = "2026-01-10"
"""The version that was in force before, in every kit of these."""

DATED = "2026-03-02"
KEY = "yy5uhmjrgknlgpslldcu2nbgtr"
SENDER = Sender(
    name="Fernhill Library",
    email="privacy@fernhill.example",
    address=("12 Elm Street", "Fernhill"),
)
LANGUAGES = ("en", "es", "ar", "zh-Hant")
TITLES = {
    "en": "Privacy statement",
    "es": "Declaración de privacidad",
    "ar": "بيان الخصوصية",
    "zh-Hant": "隱私權聲明",
}
LENDING = {
    "en": EXTENDED,
    "es": "Anotamos qué libros toma prestados, su edad y dónde se encuentra:\n\n"
    "- el título\n- el día",
    "ar": "نسجل الكتب التي تستعيرها وعمرك ومكانك:\n\n- العنوان\n- اليوم",
    "zh-Hant": "我們記錄您借閱的書籍、您的年齡和您的位置：\n\n- 書名\n- 日期",  # noqa: RUF001
}


def reader(name: str = "Ana Lee", **changed: object) -> Member:
    """Give a member."""
    member = Member(
        row=1,
        id="M-1",
        name=name,
        locale="en",
        channels=tuple(Channel),
        email="ana@fernhill.example",
        phone="+12025550123",
        address=("12 Elm Street", "Fernhill, CA 90000"),
    )
    return replace(member, **changed)  # type: ignore[arg-type]


def edition(locale: str = "en", baseline: str = FIRST) -> Edition:
    """Give a small edition in which every slot stands in every place."""
    greeting, reference = slot("greeting"), slot("reference")
    return Edition(
        locale=locale,
        baseline=baseline,
        title="Privacy statement",
        greeting=Laid.of(f"Dear {slot('name')},"),
        plain_greeting="Dear member,",
        email=EmailForm(
            subject="“Privacy statement” changes on April 3, 2026",
            html=Laid.of(f'<p title="{reference}">{greeting}</p>\n<p>{{{{x}}}} é</p>'),
            text=Laid.of(f"{greeting}\n\nIt is {{{{x}}}} é.\n\nRef. {reference} \n"),
        ),
        sms=Laid.of(f"It changes: {ADDRESS} Ref. {reference}"),
        app=AppForm(title="It changes", body="Soon.", link=ADDRESS),
        letter=LetterForm(html="<p>Soon.</p>", stylesheet="", paper="letter"),
    )


def kit(*editions: Edition) -> Kit:
    """Give a kit of a version that takes effect on April 3."""
    made = editions or (edition(),)
    return Kit(
        statement=STATEMENT,
        version=LABEL,
        digest="sha256:1",
        published=day("2026-03-01"),
        effective=day("2026-04-03"),
        against=FIRST,
        source_locale="en",
        sender=SENDER,
        dated=day(DATED),
        history=(Known(published=day(FIRST), start=day(FIRST), baseline=FIRST),),
        editions={(one.locale, one.baseline): one for one in made},
        templates={"messages/sms.txt": "2"},
        approved_by="A. Editor",
        notices={"en": "sha256:3"},
    )


def making(root: Path, **changed: object) -> Making:
    """Give what the messages of a project are made with."""
    made = Making(
        templates=Templates(templates_on_disk(root)),
        theme=theme_on_disk(root),
        sender=SENDER,
        home=WebHome(address=ADDRESS),
        comparisons=Comparisons.ALL,
        dated=day(DATED),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


@contextlib.contextmanager
def committed(repo: StatementRepo) -> Iterator[tuple[Archive, RecordBook]]:
    """Read what is committed, and keep it open while messages are laid out."""
    project = Project(repo.root)
    try:
        tree, book = project.committed()
        yield read_archive(tree, STATEMENT, book), book
    finally:
        project.close()


def kit_of(
    repo: StatementRepo, label: str = LABEL, on: str = DATED, **changed: object
) -> Kit:
    """Lay out the messages of a project's version, as of the day they are dated."""
    with committed(repo) as (archive, _):
        made = making(repo.root, dated=dt.date.fromisoformat(on), **changed)
        return make_kit(archive, archive.find(label), made, day(on))


def world_project(root: Path) -> StatementRepo:
    """Make a project in four languages, whose version people must be told of."""
    titles = "".join(f"  {one}: {title}\n" for one, title in TITLES.items())
    settings = UNDER_COLORADO.replace("  en: Privacy statement\n", titles)
    settings = settings.replace("[en]", f"[{', '.join(LANGUAGES)}]")
    repo = StatementRepo.with_statement(root).statement(settings)
    for locale in LANGUAGES[1:]:
        repo.section("lending", "…", locale=locale)
    repo.publish(FIRST)
    for locale, text in LENDING.items():
        repo.section("lending", text, locale=locale)
    repo.publish(LABEL)
    return repo
