from __future__ import annotations

import pytest

from checked import make_checked
from checked import unnumbered


def test_source() -> None:
    """
    The source is what the source locale has.
    """
    subject = make_checked({"lending": "Text."}, es={"fines": "Texto."})

    assert ["lending"] == list(subject.source)


def test_translations() -> None:
    """
    All locales but the source are translations.
    """
    subject = make_checked({"lending": "Text."}, es={})

    assert ("es",) == subject.translations


def test_known_ids() -> None:
    """
    An id is known by its file or by its place in the list.
    """
    subject = make_checked({"lending": "Text."}, groups=unnumbered("fines"))

    assert {"lending", "fines"} == subject.known_ids


def test_written() -> None:
    """
    Listed sections come in their order, before those that are not listed.
    """
    subject = make_checked(
        {"a": "Text.", "b": "Text.", "c": "Text."}, groups=unnumbered("c", "x", "b")
    )

    assert ["c", "b", "a"] == [one.id for one in subject.written("en")]


@pytest.mark.parametrize(
    ("es", "expected"),
    [
        ({"lending": "Texto."}, False),
        ({"lending": "Texto.", "fines": "Texto."}, True),
        ({}, False),
    ],
    ids=["half", "whole", "none"],
)
def test_is_complete(es: dict[str, str], expected: bool) -> None:  # noqa: FBT001
    """
    A locale is complete with every section of the source.
    """
    subject = make_checked({"lending": "Text.", "fines": "Text."}, es=es)

    assert expected is subject.is_complete("es")


def test_files() -> None:
    """
    The files are those of the statement's locales, the source's first.
    """
    subject = make_checked({"lending": "Text."}, es={"lending": "Texto."})

    assert [("en", "lending"), ("es", "lending")] == [
        (locale, section.id) for locale, section in subject.files()
    ]


def test_titles() -> None:
    """
    A section that a locale lacks has its title from the source there.
    """
    spanish = "---\ntitle: Préstamos\n---\nTexto.\n"
    subject = make_checked(
        {"lending": "Text.", "fines": "Text."},
        es={"lending": spanish},
        groups=unnumbered("lending", "fines", "gone"),
    )

    assert {"lending": "Préstamos", "fines": "Fines"} == subject.titles("es")
