from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from builders import section_text
from checked import found_by
from checked import make_checked
from duenotice.checks.translation_behind import check_translation_behind

if TYPE_CHECKING:
    from duenotice.checks import CheckedStatement


def translated(*front: str) -> CheckedStatement:
    """Make a translation of a section that was revised on 2026-03-02."""
    return make_checked(
        {"lending": section_text("Text.", "Lending", "version: 2026-03-02")},
        es={"lending": section_text("Texto.", "Préstamos", *front)},
    )


def test_behind() -> None:
    """
    A translation of an older version is named with both versions.
    """
    assert (
        'es/lending.md: warning translation-behind: "Préstamos" translates version '
        "2026-01-15 of its source, which was revised in version 2026-03-02\n"
        "  hint: Bring it up to date, or, if it still says the same, write "
        '"translates: 2026-03-02".'
    ) == found_by(check_translation_behind, translated("translates: 2026-01-15"))


@pytest.mark.parametrize("front", [(), ("translates: 2026-03-02",)])
def test_current(front: tuple[str, ...]) -> None:
    """
    One that keeps up, or was never released, is fine.
    """
    assert not found_by(check_translation_behind, translated(*front))


def test_overtaken() -> None:
    """
    One whose source was edited since the release is told of before the next one.
    """
    subject = replace(
        translated("translates: 2026-03-02"), overtaken=frozenset({("es", "lending")})
    )

    assert (
        'es/lending.md: warning translation-behind: "Préstamos" translates its source '
        "as it was released, and the source has been edited since\n"
        "  hint: Bring it up to date before the release. Otherwise readers are told "
        "that it is behind."
    ) == found_by(check_translation_behind, subject)


def test_once() -> None:
    """
    One that was behind already is told of once.
    """
    subject = replace(
        translated("translates: 2026-01-15"), overtaken=frozenset({("es", "lending")})
    )

    assert 1 == len(list(check_translation_behind(subject)))
