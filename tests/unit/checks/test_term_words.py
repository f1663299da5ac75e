from __future__ import annotations

import pytest

from duenotice.checks.term_words import TermFinder
from duenotice.checks.term_words import Use
from duenotice.checks.term_words import shape
from duenotice.checks.term_words import term_key


class TestTermKey:
    """`term_key`."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Service", "services"),
            ("Third Parties", "third party"),
            ("Addresses", "address"),
            ("Aplicaciones", "aplicación"),
            ("Proveedores", "proveedor"),
            ("Sitio  web", "sitio web"),
        ],
    )
    def test_same(self, one: str, other: str) -> None:
        """
        Number, capitals, accents and spaces make no other term.
        """
        assert term_key(one) == term_key(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("Site", "Website"), ("Member Data", "Member"), ("SMS", "SM"), ("Use", "US")],
    )
    def test_different(self, one: str, other: str) -> None:
        """
        Other words are another term, and short ones stay whole.
        """
        assert term_key(one) != term_key(other)


class TestTermFinder:
    """`TermFinder`."""

    def test_longest(self) -> None:
        """
        The longest term at a place is the one that is used there.
        """
        finder = TermFinder([term_key("Member"), term_key("Member Data")])

        assert [
            Use(term_key("Member"), 4, 10),
            Use(term_key("Member Data"), 13, 24),
        ] == list(finder.uses_in("the Member's member data"))

    def test_neighbours(self) -> None:
        """
        Words with more than spaces between them are no term.
        """
        finder = TermFinder([term_key("Member Data")])

        assert [] == list(finder.uses_in("a member, data and members' data"))

    def test_none(self) -> None:
        """
        A text without the words has no uses.
        """
        assert [] == list(TermFinder([term_key("Site")]).uses_in("our website"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sitio web", ("capital", "small")),
        ("HIPAA", ("capitals",)),
        ("iPhone App", ("small", "capital")),
        ("KPs", ("capitals",)),
        ("", ()),
    ],
)
def test_shape(words: str, expected: tuple[str, ...]) -> None:
    """
    A word is small, has a capital, or is in capitals.
    """
    assert expected == shape(words)
