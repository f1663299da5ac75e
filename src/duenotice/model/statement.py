"""A statement as a work, its sections, and its whole text in one language."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.model.content import Block
    from duenotice.model.label import VersionLabel


DIRECT_CHANNELS = frozenset({"email", "letter", "sms", "app"})
"""Those that reach each person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Controller:
    """Who is responsible for the processing."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """How people reach the controller about the statement."""

    email: str | None = None
    telephone: str | None = None
    address: tuple[str, ...] = ()
    web: str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """Give all there are, as they are printed below each other."""
        lines = (*self.address, self.telephone, self.email, self.web)
        return tuple(line for line in lines if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePolicy:
    """What the controller asks of itself beyond the law."""

    lead_days: int = 30
    """Days between publication and effect."""

    merge_slack_days: int = 0
    """Days added to a proposed date, so that a late merge doesn't break it."""

    channels: tuple[str, ...] = ("site",)
    confirm_mailing: bool = True
    """A version that calls for messages waits for word that they went out in time."""

    banner_days_after: int = 30
    """How long the banner of a change is shown once that is in effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sections that stand together in the order of the statement."""

    section_ids: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What `statement.yaml` says: the work, apart from the text of its sections."""

    id: str
    """The name of its folder."""

    title: Mapping[str, str]
    """By locale."""

    audience: Mapping[str, str] = field(default_factory=dict)
    """Whom it is for, by locale."""

    controller: Controller
    contacts: Contacts = field(default_factory=Contacts)
    time_zone: str
    source_locale: str
    locales: tuple[str, ...]
    """All of them, the source locale first."""

    prevailing_locale: str
    """The language that counts where translations differ."""

    groups: tuple[Group, ...]
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Terms that the text uses without defining them, by locale."""

    page_size: str = "a4"
    profiles: tuple[str, ...] = ()
    notice: NoticePolicy = field(default_factory=NoticePolicy)
    reading_level: int | None = None
    """The school grade that a reader should need at most."""

    @property
    def section_ids(self) -> tuple[str, ...]:
        """All section ids in order."""
        return tuple(one for group in self.groups for one in group.section_ids)

    def numbers(self) -> dict[str, int]:
        """Give the number of each numbered section, counted through all groups."""
        numbered = (g.section_ids for g in self.groups if g.numbered)
        ids = (section_id for section_ids in numbered for section_id in section_ids)
        return {section_id: number for number, section_id in enumerate(ids, start=1)}

    def published_text(self) -> dict[str, object]:
        """Give the part that people read; the rest is policy.

        A change here makes a new version; a change of policy doesn't
        (design: the file formats).
        """
        return {
            "title": dict(self.title),
            "audience": dict(self.audience),
            "controller": [self.controller.name, *self.controller.aliases],
            "contacts": [
                self.contacts.email,
                self.contacts.telephone,
                list(self.contacts.address),
                self.contacts.web,
            ],
            "languages": [self.source_locale, self.prevailing_locale],
            "groups": [[g.numbered, list(g.section_ids)] for g in self.groups],
            "terms": {locale: list(terms) for locale, terms in self.terms.items()},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section in one language, as its file has it."""

    id: str
    """The file's stem, equal in all locales, never used again for another section."""

    title: str
    blocks: tuple[Block, ...]
    version: VersionLabel | None = None
    """When it was last revised; nothing until it was first released."""

    formerly: tuple[str, ...] = ()
    """Earlier ids."""

    translates: VersionLabel | None = None
    """In a translation: the version of the source section that it renders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSection:
    """A section at its place in a whole text."""

    section: Section
    number: int | None
    locale: str
    """The language it is in: the source locale where a translation is missing."""

    is_behind: bool = False
    """The translation renders an older version of the source section."""

    @property
    def heading(self) -> str:
        """Give number and title as one heading; numbers are text."""
        title = self.section.title
        return title if self.number is None else f"{self.number}. {title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementText:
    """The whole text of a statement in one locale, in order."""

    statement: Statement
    locale: str
    sections: tuple[PlacedSection, ...]

    @property
    def title(self) -> str:
        """Give the title in this locale, or else in the source locale."""
        titles = self.statement.title
        return titles.get(self.locale) or titles[self.statement.source_locale]

    def section(self, section_id: str) -> PlacedSection | None:
        """Find a section by its id."""
        return next((s for s in self.sections if s.section.id == section_id), None)
