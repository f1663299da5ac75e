from __future__ import annotations

import json
from typing import Any

import pytest

from duenotice.intake.scaffold import scaffold_files
from duenotice.parse import scalars
from duenotice.parse.record_schema import RECORD
from duenotice.parse.report import Report
from duenotice.parse.schema import EitherKind
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind
from duenotice.parse.schema import read_keys
from duenotice.parse.section_file import FRONT_MATTER
from duenotice.parse.statement_schema import STATEMENT

BOOK = KeysKind(
    "a book",
    (
        Key("title", scalars.text(), "its title", required=True),
        Key("pages", scalars.whole_number(1, 999), "how many there are"),
        Key("authors", ListKind(scalars.text(), min_items=1), "who wrote it"),
        Key(
            "shelf", KeysKind('"shelf"', (Key("row", scalars.text(), "its row"),)), "x"
        ),
        Key("notes", MapKind(scalars.LOCALE_FORM, "a locale", scalars.text()), "y"),
        Key("kind", EitherKind(scalars.identifier(), KeysKind("a kind", ())), "z"),
    ),
)


def read(text: str, schema: KeysKind = BOOK) -> tuple[dict[str, Any] | None, list[str]]:
    """The values of a text, and what is said about it."""
    report = Report("book.yaml")
    values = read_keys(text, schema, report)
    return values, [str(one).removeprefix("book.yaml:") for one in report.diagnostics]


def faults(text: str, schema: KeysKind = BOOK) -> list[str]:
    """What is said about a text that is at fault."""
    values, found = read(text, schema)
    assert values is None
    return found


class TestReadKeys:
    def test_values(self) -> None:
        """
        Values are converted by their kinds; keys that are left out are not there.
        """
        text = "title: Yes\npages: 12\nauthors: [A, B]\nshelf: {row: 3}\nnotes: {en: x}"
        expected = {
            "title": "Yes",
            "pages": 12,
            "authors": ("A", "B"),
            "shelf": {"row": "3"},
            "notes": {"en": "x"},
        }

        assert (expected, []) == read(text)

    def test_broken(self) -> None:
        """
        What is no YAML is a fault with its line and with what to look for.
        """
        expected = (
            "2: error yaml-broken: a book can't be read as YAML: found unexpected end "
            "of stream\n"
            "  hint: Look for a missing colon, quote or space; put text that holds a "
            "colon in quotes. Anchors, aliases and tags are not used here."
        )

        assert [expected] == faults('title: "a\n')

    def test_unknown_key(self) -> None:
        """
        An unknown key is a fault that asks whether a known one was meant.
        """
        expected = (
            '2: error key-unknown: "page" is not a key of a book\n'
            '  hint: Did you mean "pages"? Keys allowed here: title, pages, authors, '
            "shelf, notes, kind."
        )

        assert [expected] == faults("title: a\npage: 3")

    def test_unlike_any_key(self) -> None:
        """
        A key that is like none is not compared with one.
        """
        expected = (
            '2: error key-unknown: "colour" is not a key of "shelf"\n'
            "  hint: Keys allowed here: row."
        )

        assert [expected] == faults("title: a\nshelf: {colour: red}")

    def test_missing_key(self) -> None:
        """
        A required key that is missing is a fault that says what it is for.
        """
        expected = (
            '1: error key-missing: a book has no "title"\n'
            '  hint: Add "title": its title'
        )

        assert [expected] == faults("pages: 3")

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            pytest.param("title: a\ntitle: b", "a book", id="fixed keys"),
            pytest.param("title: a\nnotes: {en: x,\n en: y}", "notes", id="free keys"),
        ],
    )
    def test_repeated_key(self, text: str, name: str) -> None:
        """
        A key that stands twice is a fault at its second place.
        """
        (found,) = faults(text)

        assert found.endswith(f" stands twice in {name}\n  hint: Keep one of them.")
        assert found.startswith(f"{2 + text.count(',')}: error key-repeated: ")

    def test_all_faults(self) -> None:
        """
        One fault doesn't hide another.
        """
        found = faults("pagse: 3\npages: ten\nauthors: [a, {}]\nshelf: x\nkind: Å\n")

        assert [
            "1: error key-unknown:",
            "1: error key-missing:",
            "2: error value-invalid:",
            "3: error value-invalid:",
            "4: error value-invalid:",
            "5: error value-invalid:",
        ] == [" ".join(one.split()[:3]) for one in found]

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            pytest.param(
                "authors: A", '"A" is not a list (key "authors")', id="no list"
            ),
            pytest.param(
                "authors: []", 'this is not a list (key "authors")', id="too short"
            ),
            pytest.param(
                "notes: {english: x}",
                '"english" is not a locale (key "notes")',
                id="key of another form",
            ),
            pytest.param(
                "notes: x",
                '"x" is not a mapping with a locale as key (key "notes")',
                id="no map",
            ),
            pytest.param(
                "notes: {en: {}}",
                'this is not text (key "notes.en")',
                id="inside a map",
            ),
            pytest.param(
                "kind: [a]",
                'this is not a mapping of keys (key "kind")',
                id="neither of two",
            ),
        ],
    )
    def test_invalid(self, line: str, message: str) -> None:
        """
        A value of another kind is a fault that names its key and what is wanted.
        """
        (found,) = faults(f"title: a\n{line}")

        assert f"2: error value-invalid: {message}" == found.splitlines()[0]

    @pytest.mark.parametrize("text", ["- title: a", "title", "null"])
    def test_no_mapping(self, text: str) -> None:
        """
        A file that holds a list or a word instead of keys is a fault.
        """
        (found,) = faults(text)

        assert found.splitlines()[0].endswith(" is not a mapping of keys")

    def test_open_ended(self) -> None:
        """
        Where further keys are allowed, their values are texts.
        """
        schema = KeysKind(
            "an event", (Key("on", scalars.day(), "when"),), open_ended=True
        )

        assert ({"by": "2026-11-24"}, []) == read("by: 2026-11-24", schema)
        assert ['1: error value-invalid: this is not text (key "by")'] == [
            one.splitlines()[0] for one in faults("by: []", schema)
        ]


class _Refuse:
    """A small reader of JSON Schema: of the words that the program writes."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema

    def paths(self, value: object) -> list[str]:
        """The places where a value doesn't fit."""
        return list(self._faults(self.schema, value, ""))

    def _faults(self, schema: dict[str, Any], value: object, at: str) -> list[str]:
        if "anyOf" in schema:
            tried = [self._faults(one, value, at) for one in schema["anyOf"]]
            return [] if [] in tried else tried[0]
        if "enum" in schema:
            return [] if value in schema["enum"] else [at]
        kinds = schema["type"]
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if _kind_of(value) not in kinds:
            return [at]
        if isinstance(value, list):
            return [f for one in value for f in self._faults(schema["items"], one, at)]
        if isinstance(value, dict):
            return self._object_faults(schema, value, at)
        return []

    def _object_faults(
        self, schema: dict[str, Any], value: dict[str, object], at: str
    ) -> list[str]:
        known = schema.get("properties", {})
        found = [
            f"{at}.{key}" for key in schema.get("required", ()) if key not in value
        ]
        for key, inner in value.items():
            rest = schema["additionalProperties"]
            if key in known:
                found += self._faults(known[key], inner, f"{at}.{key}")
            elif rest is False:
                found.append(f"{at}.{key}")
            else:
                found += self._faults(rest, inner, f"{at}.{key}")
        return found


def _kind_of(value: object) -> str:
    kinds = {str: "string", list: "array", dict: "object", int: "integer"}
    return "null" if value is None else kinds[type(value)]


def plain(text: str) -> Any:  # noqa: ANN401
    """The values of a YAML text as an editor's plugin hands them to a schema."""
    report = Report("a.yaml")
    values = read_keys(text, STATEMENT, report)
    assert values is not None
    return json.loads(json.dumps(values))


class TestJsonSchema:
    @pytest.mark.parametrize(
        "schema", [STATEMENT, FRONT_MATTER, RECORD], ids=lambda schema: schema.what
    )
    def test_words(self, schema: KeysKind) -> None:
        """
        Every object says which keys it takes, and every key what it is for.
        """
        objects = [schema.json_schema()]
        for one in objects:
            assert "additionalProperties" in one
            for value in one.get("properties", {}).values():
                assert value["description"]
            inner = [*one.get("properties", {}).values()]
            inner += [v["items"] for v in inner if "items" in v]
            objects += [v for v in inner if v.get("type") == "object"]

        assert json.loads(json.dumps(objects[0])) == objects[0]

    def test_example(self) -> None:
        """
        The example that `init` writes fits the schema that editors complete by.
        """
        text = scaffold_files()["statements/website/statement.yaml"]

        assert [] == _Refuse(STATEMENT.json_schema()).paths(plain(text))

    @pytest.mark.parametrize(
        ("change", "path"),
        [
            pytest.param({"titel": "x"}, ".titel", id="unknown key"),
            pytest.param({"page_size": "a5"}, ".page_size", id="choice"),
            pytest.param({"notice": {"lead": 3}}, ".notice.lead", id="inside"),
            pytest.param({"locales": "en"}, ".locales", id="no list"),
        ],
    )
    def test_refusal(self, change: dict[str, object], path: str) -> None:
        """
        What the program refuses, the schema refuses at the same key.
        """
        text = scaffold_files()["statements/website/statement.yaml"]

        assert [path] == _Refuse(STATEMENT.json_schema()).paths(
            {**plain(text), **change}
        )

    def test_leaves(self) -> None:
        """
        Forms, nulls, bounds and choices stand in the schema as they are read.
        """
        assert {
            "text": {"type": "string", "pattern": r"\S"},
            "id": {"type": "string", "pattern": f"^(?:{scalars.ID_FORM})$"},
            "null": {"type": ["string", "null"], "pattern": r"\S"},
            "number": {"type": ["integer", "string"], "minimum": 1, "maximum": 9},
            "choice": {"enum": ["a", "b"]},
            "day": {"type": "string", "format": "date"},
        } == {
            "text": scalars.text().json_schema(),
            "id": scalars.identifier().json_schema(),
            "null": scalars.nullable_text().json_schema(),
            "number": scalars.whole_number(1, 9).json_schema(),
            "choice": scalars.choice("a", "b").json_schema(),
            "day": scalars.day().json_schema(),
        }

    def test_nullable_label(self) -> None:
        """
        A label that may be null is either in the schema.
        """
        schema = scalars.label(nullable=True).json_schema()

        assert [{"type": "null"}] == schema["anyOf"][1:]
        assert (
            r"^\d{4}-\d{2}-\d{2}(?:\.(?:[2-9]|[1-9]\d{1,4}))?$"
            == (schema["anyOf"][0]["pattern"])
        )
