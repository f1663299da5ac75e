from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import documents
from command_reference import REFERENCE
from command_reference import make_reference
from duenotice.config import _KEYS
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.model.label import VersionLabel
from duenotice.model.statement import Controller
from duenotice.model.statement import Group
from duenotice.model.statement import Section
from duenotice.model.statement import Statement
from duenotice.parse.assemble import assemble_text
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.record_schema import RECORD
from duenotice.parse.schema import EitherKind
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind
from duenotice.parse.section_file import FRONT_MATTER
from duenotice.parse.statement_file import parse_statement
from duenotice.parse.statement_schema import STATEMENT
from duenotice.publish.addresses import StatementAddresses

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = (documents.ROOT / "docs" / "reference" / "files.md").read_text("utf-8")


def _references() -> list[tuple[str, str]]:
    rows = documents.table_rows(documents.section(FILES, "## A section"))
    pairs = [row for row in rows if len(row) == 2]
    return [
        (written.split("`")[1], read.partition(", as a link")[0])
        for written, read in pairs
    ]


class TestCommands:
    """The reference of the commands."""

    def test_help(self) -> None:
        """
        The page is what the commands say of themselves (`python
        tests/command_reference.py` writes it anew).
        """
        assert make_reference() == REFERENCE.read_text("utf-8")


class TestFiles:
    """The reference of the files."""

    @pytest.mark.parametrize(
        ("heading", "schema"),
        [
            ("## statement.yaml", STATEMENT),
            ("## A section", FRONT_MATTER),
            ("## record.yaml", RECORD),
        ],
        ids=["statement", "section", "record"],
    )
    def test_keys(self, heading: str, schema: KeysKind) -> None:
        """
        Every key of a file is documented, with whether it is needed, and no other.
        """
        rows = documents.table_rows(documents.section(FILES, heading))
        shown = {documents.code(row[0]): row[1] for row in rows if len(row) == 3}

        assert dict(_keys(schema)) == shown

    def test_settings(self) -> None:
        """
        Every setting of a project is documented.
        """
        rows = documents.table_rows(documents.section(FILES, "## pyproject.toml"))

        assert set(_KEYS) == {documents.code(row[0]) for row in rows}

    def test_example(self) -> None:
        """
        The example of a statement has no faults.
        """
        section = documents.section(FILES, "## statement.yaml")
        example = section.partition("```yaml\n")[2].partition("```\n")[0]

        file, found = parse_statement("website", example.encode(), "statement.yaml")

        assert () == found
        assert file is not None

    def test_left_out(self) -> None:
        """
        What holds where a number is left out is documented as the program has it.
        """
        least = (
            "title: {en: T}\ncontroller: {name: N}\ntime_zone: UTC\n"
            "source_locale: en\nsections: [a]\n"
        )
        file, _ = parse_statement("website", least.encode(), "statement.yaml")
        assert file is not None
        notice = file.statement.notice

        assert f"0 to 730; {notice.lead_days} if left out" in FILES
        assert f"0 to 60; {notice.merge_slack_days} if left out" in FILES
        assert f"`{file.statement.page_size}` (if left out)" in FILES

    def test_addresses(self) -> None:
        """
        The addresses of a statement are documented as the site has them.
        """
        rows = documents.table_rows(documents.section(FILES, "## Addresses"))
        shown = {documents.code(row[0]) for row in rows}
        source = _addresses("en")

        assert {f"/{one}" for one in source} <= shown
        assert f"/{_addresses('LOCALE')[0]}" in shown

    @pytest.mark.parametrize(
        ("written", "read"), _references(), ids=lambda words: words[:24]
    )
    def test_references(self, written: str, read: str) -> None:
        """
        What is written in a section is read with the words that are documented.
        """
        between = [f"section-{number}" for number in range(3, 20)]
        ids = ["information-collection", "web-logs", *between, "third-party-apps"]
        titles = {one: one.replace("-", " ").capitalize() for one in [*ids, "contacts"]}
        bodies = dict.fromkeys(titles, "") | {"contacts": f"See {written}."}
        statement = Statement(
            id="website",
            title={"en": "T"},
            controller=Controller(name="N"),
            time_zone="UTC",
            source_locale="en",
            locales=("en",),
            prevailing_locale="en",
            groups=(
                Group(section_ids=tuple(ids), numbered=True),
                Group(section_ids=("contacts",)),
            ),
        )
        sections = {
            one: Section(id=one, title=titles[one], blocks=parse_blocks(body))
            for one, body in bodies.items()
        }

        text = assemble_text(statement, {"en": sections}, "en")
        (line,) = walk_lines(text.sections[-1].section.blocks)
        assert f"See {read}." == plain_text(line.inlines)


def _keys(kind: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Give the dotted path of every key below, and whether it is needed."""
    match kind:
        case KeysKind(keys=keys):
            for key in keys:
                own = f"{path}.{key.name}" if path else key.name
                yield own, "yes" if key.required else "no"
                yield from _keys(key.kind, own)
        case ListKind(item=item):
            yield from _keys(item, f"{path}[]")
        case MapKind(value=value):
            yield from _keys(value, f"{path}.LOCALE")
        case EitherKind(mapping=mapping):
            yield from _keys(mapping, path)
        case _:
            pass


def _addresses(locale: str) -> list[str]:
    old, label = VersionLabel.parse("2025-06-02"), VersionLabel.parse("2026-11-24")
    own = StatementAddresses(statement_id="website", locale=locale, source_locale="en")
    redlines = [own.comparison(old, label), own.parallel(old, label)]
    one = [own.version(label), own.pdf(label)]
    return [own.page, *one, *redlines, own.archive, own.data]
