from __future__ import annotations

import pytest

from duenotice.compare import compare
from duenotice.compare import document_of_blocks
from duenotice.parse.markdown import parse_blocks
from duenotice.publish.quoted_sides import quoted_sides

ONE, TWO, THREE, FOUR, FIVE = (
    "We log visits.",
    "You may object.",
    "It costs nothing.",
    "We answer within a week.",
    "Children need no account.",
)
NEW = "We sell your name."


def sides(before: str, after: str) -> list[tuple[str, str]]:
    """Give what is quoted of the changes between two texts."""
    texts = (document_of_blocks("", parse_blocks(one)) for one in (before, after))
    return [quoted_sides(one) for one in compare(*texts).changes]


class TestParagraphs:
    """Sentences of a paragraph."""

    def test_new(self) -> None:
        """
        A paragraph that came is whole; so is one that went.
        """
        more = f"{THREE} {FOUR} {FIVE}"

        assert [("", more)] == sides(ONE, f"{ONE}\n\n{more}")
        assert [(more, "")] == sides(f"{ONE}\n\n{more}", ONE)

    @pytest.mark.parametrize(
        ("after", "expected"),
        [
            pytest.param(
                f"{ONE} {TWO} {NEW} {THREE} {FOUR} {FIVE}",
                (f"… {TWO} {THREE} …", f"… {TWO} {NEW} {THREE} …"),
                id="a sentence came",
            ),
            pytest.param(
                f"{ONE} {THREE} {FOUR} {FIVE}",
                (f"{ONE} {TWO} {THREE} …", f"{ONE} {THREE} …"),
                id="a sentence went",
            ),
            pytest.param(
                f"{NEW} {TWO} {THREE} {FOUR} {NEW}",
                (f"{ONE} {TWO} … {FOUR} {FIVE}", f"{NEW} {TWO} … {FOUR} {NEW}"),
                id="the first and the last are others",
            ),
            pytest.param(
                f"{ONE} {TWO} {THREE} {FIVE} {FOUR}",
                (f"… {THREE} {FOUR} {FIVE}", f"… {THREE} {FIVE} {FOUR}"),
                id="they changed places",
            ),
        ],
    )
    def test_changed(self, after: str, expected: tuple[str, str]) -> None:
        """
        Sentences that changed are quoted with those beside them; a sign stands where
        others are left out.
        """
        assert [expected] == sides(f"{ONE} {TWO} {THREE} {FOUR} {FIVE}", after)

    def test_signs(self) -> None:
        """
        A closing quotation mark stays with its sentence.
        """
        said = "We say: “Call us.”"

        assert [(f"{said} {TWO}", f"{said} {NEW}")] == sides(
            f"{said} {TWO}", f"{said} {NEW}"
        )

    def test_link(self) -> None:
        """
        Of a link that leads elsewhere the words say where.
        """
        assert [
            ("Here (https://a.example/x).", "Here (https://a.example/y).")
        ] == sides("[Here](https://a.example/x).", "[Here](https://a.example/y).")
