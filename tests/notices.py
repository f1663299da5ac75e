"""What tests of change notices are made with: facts, findings, golden cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.materiality.duty import Obligation
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import Asked
from duenotice.model.label import VersionLabel
from duenotice.model.record import Reach
from duenotice.model.statement import Contacts
from duenotice.notice.facts import NoticeFacts
from duenotice.notice.facts import ToldFinding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

CONTACTS = Contacts(
    email="privacy@fernhill.example",
    telephone="1-800-555-0119",
    address=("Fernhill Library", "12 Elm Street", "Fernhill"),
)
TITLES = {"en": "Privacy statement", "es": "Declaración de privacidad"}


def told(
    before: str = "",
    after: str = "",
    *,
    heading: str = "2. Web logs",
    category: Category = Category.RETENTION,
    direction: Direction = Direction.WORSE,
) -> ToldFinding:
    """Make a finding; its words are its id."""
    return ToldFinding(
        id=f"{category}:{before}:{after}",
        category=category,
        direction=direction,
        heading=heading,
        before=before,
        after=after,
    )


def facts(*findings: ToldFinding, locale: str = "en") -> NoticeFacts:
    """Make the facts of a library's version that takes effect on December 1, 2027."""
    return NoticeFacts(
        title=TITLES.get(locale, TITLES["en"]),
        controller="Fernhill Library",
        contacts=CONTACTS,
        version=VersionLabel.parse("2027-10-20"),
        published=dt.date(2027, 10, 21),
        effective=dt.date(2027, 12, 1),
        locale=locale,
        source_locale="en",
        findings=findings,
    )


def obligation(
    level: Level, *categories: Category, asked: Asked = Asked.PEOPLE
) -> Obligation:
    """Make a question that people are asked."""
    return Obligation(
        level=level,
        asked=asked,
        categories=categories,
        findings=(),
        reaches=Reach.ALL,
    )


def asking(of: NoticeFacts, *obligations: Obligation) -> NoticeFacts:
    """Give facts of which people are asked something."""
    level = max(one.level for one in obligations)
    return replace(of, obligations=obligations, level=level)


def facts_of_case(parts: Mapping[str, str]) -> NoticeFacts:
    """Read a golden case: its findings, and the lines of `Circumstances`.

    A finding is a line `13. Retention | retention | worse-for-user`, below it a line
    that begins with `-` for the words before, and one with `+` for those after.
    """
    said = dict(
        line.split(": ", 1) for line in parts.get("circumstances", "").splitlines()
    )
    found = facts(*_findings(parts["findings"]), locale=said.pop("locale", "en"))
    asked = Asked(said.pop("asked", Asked.PEOPLE))
    found = replace(
        found,
        reach=Reach(said.pop("reach", Reach.ALL)),
        required_by_law=said.pop("law", None),
        page=said.pop("page", ""),
    )
    for word, topics in said.items():
        categories = map(Category, topics.split(", "))
        found = asking(found, obligation(Level.named(word), *categories, asked=asked))
    return found


def _findings(text: str) -> Iterator[ToldFinding]:
    for part in text.strip().split("\n\n"):
        first, *words = part.splitlines()
        heading, category, direction = first.split(" | ", 2)
        yield told(
            _marked("-", words),
            _marked("+", words),
            heading=heading,
            category=Category(category),
            direction=Direction(direction),
        )


def _marked(mark: str, lines: Iterable[str]) -> str:
    return "\n".join(one[2:] for one in lines if one.startswith(f"{mark} "))
