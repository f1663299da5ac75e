"""The files of an imported statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.parse.serialise import write_blocks
from duenotice.parse.yaml_tree import write_yaml
from duenotice.store.layout import StatementLayout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.intake.outline import OutlinedSection
    from duenotice.model.statement import Contacts
    from duenotice.model.statement import Controller


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDraft:
    """What is written of an imported statement."""

    statement_id: str
    title: str
    locale: str
    time_zone: str
    controller: Controller
    contacts: Contacts
    sections: tuple[OutlinedSection, ...]
    terms: tuple[str, ...] = ()

    def files(self) -> dict[str, str]:
        """Give the files by path."""
        layout = StatementLayout(self.statement_id)
        files = {layout.statement_file(): "".join(self._settings())}
        for section in self.sections:
            path = layout.section_file(self.locale, section.id)
            front = write_yaml({"title": section.title})
            files[path] = f"---\n{front}---\n{write_blocks(section.blocks)}"
        return files

    def _settings(self) -> Iterator[str]:
        """Give `statement.yaml` by lines, laid out for those who go on writing it."""
        yield "# What this file may hold: duenotice schema statement\n"
        yield "title:\n"
        yield f"  {_pair(self.locale, self.title)}"
        yield "controller:\n"
        yield f"  {_pair('name', self.controller.name)}"
        yield from _listing("aliases", self.controller.aliases, "  ")
        yield from self._contacts()
        yield _pair("time_zone", self.time_zone)
        yield _pair("source_locale", self.locale)
        yield f"locales: [{self.locale}]\n"
        yield "# The order of the sections. Those under `numbered` get numbers.\n"
        yield "sections:\n"
        yield from _order(self.sections)
        if self.terms:
            yield "# Terms that the text uses without defining them.\n"
            yield "terms:\n"
            yield from _listing(self.locale, self.terms, "  ")
        yield "page_size: letter\n"

    def _contacts(self) -> Iterator[str]:
        given = {
            "email": self.contacts.email,
            "telephone": self.contacts.telephone,
            "web": self.contacts.web,
        }
        if any(given.values()) or self.contacts.address:
            yield "contacts:\n"
        for key, value in given.items():
            if value is not None:
                yield f"  {_pair(key, value)}"
        yield from _listing("address", self.contacts.address, "  ")


def _pair(key: str, value: str) -> str:
    return write_yaml({key: value})


def _listing(key: str, values: Sequence[str], margin: str) -> Iterator[str]:
    if values:
        yield f"{margin}{key}:\n"
    for value in values:
        # A list of one, as YAML writes it, without the brackets' line.
        scalar = _pair("one", value).removeprefix("one: ")
        yield f"{margin}  - {scalar}"


def _order(sections: Sequence[OutlinedSection]) -> Iterator[str]:
    is_numbered = False
    for section in sections:
        if section.number is None:
            yield f"  - {section.id}\n"
        else:
            yield "" if is_numbered else "  - numbered:\n"
            yield f"      - {section.id}\n"
        is_numbered = section.number is not None
