"""What `docs/reference/json.md` says is held against what the program prints."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

import pytest

import documents
from duenotice.model.label import VersionLabel
from printed_json import printed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

JSON = (documents.ROOT / "docs" / "reference" / "json.md").read_text("utf-8")
NAMES = re.findall(r"^## (duenotice/[\w-]+/\d+)$", JSON, re.MULTILINE)
NEVER_PRINTED = {"words.missing[]", "words.unexpected[]"}
"""No import is known that loses words."""

Leaf = tuple[str, object]
"""A dotted path into a document, and what stands there."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Leaf]]:
    """All that the program prints as JSON about a project, by schema."""
    folder = tmp_path_factory.mktemp("json")
    found: dict[str, list[Leaf]] = {}
    for text in printed_in(folder):
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
