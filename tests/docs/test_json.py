"""What `docs/reference/json.md` says is held against what the program prints."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

import pytest

import documents
from builders import STATEMENT_YAML
from builders import StatementRepo
from duenotice.compare.comparison import MOST_WORDS
from duenotice.model.label import VersionLabel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

JSON = (documents.ROOT / "docs" / "reference" / "json.md").read_text("utf-8")
NAMES = re.findall(r"^## (duenotice/[\w-]+/\d+)$", JSON, re.MULTILINE)
SPANISH = STATEMENT_YAML.replace("[en]", "[en, es]")
TODAY = "2026-03-20"

SOURCE = """\
<html lang="en"><body><nav>Menu</nav><h1>Privacy at Fernhill</h1>
<p>Last revised: October 2024</p>
<p>Fernhill Library (the "Library") runs a website (the "Website"). Loans are in section
1. The Service costs nothing, and the Service is open to all on the Website.</p>
<h2>1. Loans</h2><p>We note <a href="/loans">loans</a>. TBD</p>
<h2>2. Logs</h2><p>We keep logs.</p>
<h2>Contacts</h2>
<p>Fernhill Library<br>12 Orchard Lane<br>Fernhill<br>privacy@fernhill.example</p>
</body></html>
"""
OLDER = """\
# Privacy

We keep:

- the logs of our website for 30 days after your visit
- what you borrow

We never sell data, and never rent it. [Opt out](https://fernhill.example/old).

| Data | How long |
| --- | --- |
| Loans | 90 days |
"""
NEWER = """\
# Privacy

We never sell data, and never rent it. [Opt out](https://fernhill.example/new).

We keep for good reasons:

- the logs of our website for 60 days after your visit
- what you borrow

| Data | How long |
| --- | --- |
| Loans | 60 days |
"""
NEVER_PRINTED = {"words.missing[]", "words.unexpected[]"}
"""No import is known that loses words."""

Leaf = tuple[str, object]
"""A dotted path into a document, and what stands there."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Leaf]]:
    """All that the program prints as JSON about a project, by schema."""
    folder = tmp_path_factory.mktemp("json")
    found: dict[str, list[Leaf]] = {}
    for text in (
        *_of_versions(folder),
        *_of_faults(folder),
        *_of_a_clone(folder),
        *_of_an_import(folder),
        *_of_comparisons(folder),
        *_of_assessments(folder),
    ):
        data = json.loads(text)
        found.setdefault(data["schema"], []).extend(_leaves(data))
    return found


class TestJson:
    """The fields of what is printed as JSON."""

    @pytest.mark.parametrize("name", NAMES)
    def test_fields(self, name: str, printed: dict[str, list[Leaf]]) -> None:
        """
        Every field that is printed is documented, and every documented one printed.
        """
        forms = {field: _form(field) for field, _ in _documented(name)}
        paths = {path for path, _ in printed[name]}

        known = {
            path for path in paths if any(f.fullmatch(path) for f in forms.values())
        }
        shown = {field for field, f in forms.items() if any(map(f.fullmatch, paths))}
        assert (paths, set(forms)) == (known, shown | (NEVER_PRINTED & set(forms)))

    @pytest.mark.parametrize("name", NAMES)
    def test_types(self, name: str, printed: dict[str, list[Leaf]]) -> None:
        """
        Every field is of the type that is documented, and null only where that is
        said.
        """
        wrong = [
            (path, value, kind)
            for field, kind in _documented(name)
            for path, value in printed[name]
            if _form(field).fullmatch(path) and not _is(kind, value)
        ]

        assert [] == wrong

    def test_schemas(self) -> None:
        """
        Every schema that the program names is documented, and no other.
        """
        source = documents.ROOT / "src" / "duenotice"
        texts = [path.read_text("utf-8") for path in source.rglob("*.py")]

        named = re.findall(r'"(duenotice/[\w-]+/\d+)"', "".join(texts))
        assert set(named) == set(NAMES)


def _documented(name: str) -> list[tuple[str, str]]:
    rows = documents.table_rows(documents.section(JSON, f"## {name}"))
    return [(documents.code(field), kind) for field, kind, _ in rows]


def _form(field: str) -> re.Pattern[str]:
    """Give the form of the paths that a documented field stands for."""
    return re.compile(
        re.escape(field)
        .replace("LOCALE", "[a-z]+")
        .replace("KIND", "[a-z-]+")
        .replace("NAME", "[a-z]+")
        .replace("PATH", ".+")
    )


def _leaves(value: object, path: str = "") -> Iterator[Leaf]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from _leaves(inner, f"{path}.{key}" if path else key)
        case list():
            for inner in value:
                yield from _leaves(inner, f"{path}[]")
        case _:
            yield path, value


def _is(kind: str, value: object) -> bool:
    plain = kind.removesuffix(" or null")
    if value is None:
        return plain != kind
    match plain:
        case "number":
            return type(value) is int
        case "share":
            return type(value) in {int, float} and 0 <= value <= 1  # type: ignore[operator]
        case "true or false":
            return type(value) is bool
        case "text":
            return type(value) is str
        case _:
            return type(value) is str and _is_written(plain, value)


def _is_written(kind: str, text: str) -> bool:
    match kind:
        case "date":
            return dt.date.fromisoformat(text).isoformat() == text
        case "label":
            return str(VersionLabel.parse(text)) == text
        case "instant":
            return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:00:00Z", text) is not None
        case "hash":
            return re.fullmatch(r"sha256:[0-9a-f]{64}", text) is not None
        case _:
            return False


def _of_versions(folder: Path) -> Iterator[str]:
    """Give what is printed where one version follows another, in two languages."""
    repo = StatementRepo.with_statement(folder / "versions").statement(SPANISH)
    repo.section("lending", "Anotamos qué libros se lleva.", locale="es")
    repo.publish("2026-01-15")
    repo.section("lending", "We note which books you borrow.")
    yield repo.run("release", "--format", "json", today="2026-03-02").out
    yield repo.run("history", "--format", "json", today="2026-03-02").out
    yield repo.run("release", "--discard", "--format", "json").out
    repo.publish("2026-03-02")
    repo.section("retention", "We keep loans for 60 days.")
    for command in (
        ["status"],
        ["status", "--as-of", "2026-01-01"],
        ["history"],
        ["history", "lending"],
        ["show"],
        ["show", "draft", "--locale", "es"],
        ["doctor"],
        ["build", "--dry-run"],
        ["build", "--no-pdf"],
        ["build", "--no-pdf", "--worktree", "--out", "preview"],
    ):
        yield repo.run(*command, "--format", "json", today=TODAY).out
    yield repo.read("site/website/versions.json")
    yield repo.read("site/manifest.json")
    yield repo.read("preview/manifest.json")


def _of_faults(folder: Path) -> Iterator[str]:
    """Give what is printed of a draft and of versions with faults."""
    repo = StatementRepo.with_statement(folder / "faults")
    repo.publish("2026-01-15")
    repo.write("statements/website/versions/oops/record.yaml", "version: oops\n")
    repo.section("lending", "See [](#retentoin).")
    repo.write("statements/website/en/contacts.md", "Write to us.\n")
    repo.commit("2026-01-16")
    for command in ("check", "status", "build"):
        options = ["--no-pdf"] if command == "build" else []
        yield repo.run(command, *options, "--format", "json", today=TODAY).out


def _of_a_clone(folder: Path) -> Iterator[str]:
    """Give what is printed of a clone without its history."""
    repo = StatementRepo.with_statement(folder / "whole")
    repo.publish("2026-01-15")
    repo.git("clone", "--quiet", "--depth", "1", f"file://{repo.root}", "../clone")
    clone = str(folder / "clone")
    yield repo.run("--project", clone, "status", "--format", "json").out
    repo.run("build")
    yield repo.read("site/website/versions.json")


def _of_an_import(folder: Path) -> Iterator[str]:
    """Give what is printed of a text that is brought in."""
    repo = StatementRepo.with_statement(folder / "import").write("old.html", SOURCE)
    options = ["--statement", "old", "--format", "json"]
    yield repo.run("import", "old.html", *options).out


def _of_assessments(folder: Path) -> Iterator[str]:
    """Give what is printed of two files, and of a label that the rules contradict."""
    repo = StatementRepo.with_statement(folder / "assessed")
    repo.write("older.md", "We never sell your name.\n\nWe receive letters.")
    repo.write("newer.md", "We sell your name.\n\nWe recieve letters.")
    pair = {"id": "a", "before": "We recieve it.", "after": "We receive it."}
    label = {"material": True, "categories": ["retention"]}
    repo.write("pairs.jsonl", json.dumps({**pair, "label": label}))
    pages = ("older.md", "newer.md")
    yield repo.run("assess", *pages, "--format", "json", today=TODAY).out
    pages = ("newer.md", "older.md")
    yield repo.run("assess", *pages, "--format", "json", today=TODAY).out
    repo.publish("2026-01-15")
    repo.section("lending", "We note which books you borrow, and when, for 9 days.")
    pages = ("2026-01-15", "draft")
    yield repo.run("assess", *pages, "--format", "json", today=TODAY).out
    yield repo.run("evaluate", "pairs.jsonl", "--format", "json", today=TODAY).out


def _of_comparisons(folder: Path) -> Iterator[str]:
    """Give what is printed of two versions, of two files and of a text too long."""
    repo = StatementRepo.with_statement(folder / "compared")
    repo.publish("2026-01-15")
    repo.section("lending", "We note which books you borrow:\n\n- the day\n- the title")
    repo.write("older.md", OLDER).write("newer.md", NEWER)
    repo.write("older.html", "<p>We keep it.<p hidden>Not so")
    repo.write("newer.html", "<p>We keep it.<nav>Home</nav>")
    repo.write("long.md", "word " * (MOST_WORDS + 1))
    for old, new in (
        ("2026-01-15", "draft"),
        ("older.md", "newer.md"),
        ("older.html", "newer.html"),
        ("older.md", "long.md"),
    ):
        yield repo.run("compare", old, new, "--format", "json", today=TODAY).out
