from __future__ import annotations

import pytest

from duenotice.parse.yaml_tree import Entry
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import Sequence
from duenotice.parse.yaml_tree import UnwritableTextError
from duenotice.parse.yaml_tree import YamlFault
from duenotice.parse.yaml_tree import read_yaml
from duenotice.parse.yaml_tree import write_yaml


def fault_of(text: str) -> tuple[str, int | None]:
    """What is wrong with a text, and on which line."""
    with pytest.raises(YamlFault) as caught:
        read_yaml(text)
    return caught.value.message, caught.value.line


class TestReadYaml:
    @pytest.mark.parametrize(
        "written",
        ["2026-11-24", "Yes", "no", "1.10", "007", "0x1F", "1e3", ".inf", "12:30:00"],
    )
    def test_no_types(self, written: str) -> None:
        """
        A scalar stays the string that was written: no dates, numbers or booleans.
        """
        assert Scalar(written, 1) == read_yaml(written)

    @pytest.mark.parametrize("written", ["null", "~", ""])
    def test_null(self, written: str) -> None:
        """
        Where nothing or an unquoted null stands, there is no value.
        """
        assert Mapping((Entry("a", 1, Scalar(None, 1)),), 1) == read_yaml(
            f"a: {written}"
        )

    @pytest.mark.parametrize("written", ['"null"', "'~'", '""'])
    def test_quoted_null(self, written: str) -> None:
        """
        In quotes, a null is a text like any other.
        """
        assert Scalar(written[1:-1], 1) == read_yaml(written)

    def test_lines(self) -> None:
        """
        Every node knows its line, counted from one.
        """
        expected = Mapping(
            (
                Entry("a", 1, Scalar("b", 1)),
                Entry("c", 3, Sequence((Scalar("d", 4), Scalar("e", 5)), 4)),
            ),
            1,
        )

        assert expected == read_yaml("a: b\n\nc:\n- d\n- e\n")

    def test_null_as_key(self) -> None:
        """
        A key is the word that was written, whatever it means elsewhere.
        """
        assert Mapping((Entry("null", 1, Scalar("a", 1)),), 1) == read_yaml("null: a")

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("", ("it is empty", 1), id="empty"),
            pytest.param("# nothing\n", ("it is empty", 1), id="comment alone"),
            pytest.param(
                "a: b\n---\nc: d\n", ("it holds a second document", 2), id="documents"
            ),
            pytest.param("[a]: b", ("a key is not a single word", 1), id="list as key"),
            pytest.param(
                "a: b: c",
                ("mapping values are not allowed in this context", 1),
                id="colon",
            ),
            pytest.param(
                "a: 'b\n", ("found unexpected end of stream", 2), id="open quote"
            ),
            pytest.param(
                "a: b\n\tc: d\n",
                ("found a tab character that violates indentation", 2),
                id="tab",
            ),
        ],
    )
    def test_broken(self, text: str, expected: tuple[str, int]) -> None:
        """
        What is no single document of keys, lists and scalars is a fault with a line.
        """
        assert expected == fault_of(text)

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            pytest.param("a: &x b", 'anchor "x"', id="anchor"),
            pytest.param("a: *x", 'anchor "x"', id="alias"),
            pytest.param("<<: *x", 'anchor "x"', id="merge key"),
            pytest.param("&x a: b", 'anchor "x"', id="anchor of a key"),
            pytest.param("a: ! b", 'tag "!"', id="bare tag"),
            pytest.param(
                "a: !!python/object/apply:os.system [b]",
                'tag "tag:yaml.org,2002:python/object/apply:os.system"',
                id="code",
            ),
            pytest.param("--- !!map\na: b", 'tag "tag:yaml.org,2002:map"', id="root"),
        ],
    )
    def test_indirection(self, text: str, what: str) -> None:
        """
        Anchors, aliases and tags are refused, wherever they stand.
        """
        assert f"it uses the {what}" == fault_of(text)[0]

    @pytest.mark.parametrize("text", ['a: "AT&T"', "a: 5 * 3!", "a: 'b' # & * !"])
    def test_harmless_signs(self, text: str) -> None:
        """
        The signs of anchors, aliases and tags may stand inside a text.
        """
        assert isinstance(read_yaml(text), Mapping)

    @pytest.mark.parametrize("sign", ["[", "{", "- ", "? ", "[{a: "])
    def test_depth(self, sign: str) -> None:
        """
        A text that is nested beyond all sense is refused before it costs anything.
        """
        assert ("it is nested too deeply", 1) == fault_of(sign * 50_000)

    def test_laughs(self) -> None:
        """
        A small file that would unfold to an enormous one is refused at its first line.
        """
        lines = ["a0: &a0 [ha, ha]"]
        lines += [f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 30)]

        assert ('it uses the anchor "a0"', 1) == fault_of("\n".join(lines))

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            pytest.param(r'a: "b\0"', "0000", id="nul"),
            pytest.param(r'a: "\e[31m"', "001B", id="escape"),
            pytest.param(r'a: "\L"', "2028", id="line separator"),
            pytest.param(r'a: "\u202e"', "202E", id="direction"),
            pytest.param(r'"\u202e": a', "202E", id="key"),
        ],
    )
    def test_hidden_characters(self, text: str, code: str) -> None:
        """
        An escape can't bring in what a file's bytes may not hold openly.
        """
        assert (f"it holds the character U+{code} as an escape", 1) == fault_of(text)


class TestWriteYaml:
    def test_form(self) -> None:
        """
        Below the top, what holds only scalars stands on one line.
        """
        value: dict[str, object] = {
            "version": "2026-11-24",
            "none": None,
            "lock": {"en": [{"id": "a", "sha256": "x"}], "notices": {}},
            "events": [],
        }
        expected = (
            "version: 2026-11-24\n"
            "none: null\n"
            "lock:\n"
            "  en:\n"
            "  - {id: a, sha256: x}\n"
            "  notices: {}\n"
            "events: []\n"
        )

        assert expected == write_yaml(value)

    @pytest.mark.parametrize("text", ["null", "~", "", "a\nb", "- a", "a: b", "#", "é"])
    def test_read_back(self, text: str) -> None:
        """
        A text is quoted where it would be read as something else.
        """
        written = write_yaml({"a": text, "b": [text]})

        assert Mapping(
            (
                Entry("a", 1, Scalar(text, 1)),
                Entry("b", 2, Sequence((Scalar(text, 2),), 2)),
            ),
            1,
        ) == read_yaml(written)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            pytest.param(
                "a\x1bb",
                r"'a\x1bb' holds the character U+001B, which can't be written",
                id="control",
            ),
            pytest.param(
                "\udcff",
                r"'\udcff' holds the character U+DCFF, which can't be written",
                id="byte that is no text",
            ),
        ],
    )
    def test_unwritable(self, text: str, message: str) -> None:
        """
        What could not be read back is not written.
        """
        with pytest.raises(UnwritableTextError) as caught:
            write_yaml({"reason": text})

        assert message == str(caught.value)

    def test_other_types(self) -> None:
        """
        Only strings are written: a number would come back as another type.
        """
        with pytest.raises(TypeError, match="3 is no string"):
            write_yaml({"a": 3})
