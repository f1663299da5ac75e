from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import messages

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUES = sorted(messages.LOCALES.glob("*.po"))


class TestCatalogues:
    """The words of the interface in other languages."""

    def test_template(self) -> None:
        """
        `messages.pot` is up to date: `python tests/messages.py` makes it so.
        """
        assert messages.make_pot() == messages.POT.read_text("utf-8")

    @pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
    def test_complete(self, path: Path) -> None:
        """
        A shipped catalogue has words for every message, none in doubt, and no other.
        """
        asked = {message.id for message in messages.extract_messages() if message.id}
        given = {
            message.id
            for message in messages.read_catalogue(path)
            if message.id and not message.fuzzy and all(_forms(message.string))
        }

        assert asked == given

    @pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
    def test_placeholders(self, path: Path) -> None:
        """
        A translation has the placeholders of its message, each once.
        """
        for message in messages.read_catalogue(path):
            names = set(re.findall(r"%\((\w+)\)s", "".join(_forms(message.id))))
            for form in _forms(message.string):
                assert sorted(names) == sorted(re.findall(r"%\((\w+)\)s", form))

    @pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
    def test_page_order(self, path: Path) -> None:
        """
        The number of a page comes before that of all pages, as the style sheet has it.
        """
        catalogue = messages.read_catalogue(path)
        (folio,) = _forms(catalogue["Page %(page)s of %(pages)s"].string)

        assert folio.index("%(page)s") < folio.index("%(pages)s")

    def test_chinese_punctuation(self) -> None:
        """
        Chinese words have the full-width marks that belong to them.
        """
        catalogue = messages.read_catalogue(messages.LOCALES / "zh-Hant.po")
        forms = [form for message in catalogue for form in _forms(message.string)]

        narrow = re.compile("[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]")
        assert [] == list(filter(narrow.search, forms))

    @pytest.mark.parametrize("locale", ["ar", "zh-Hant"])
    def test_unchecked(self, locale: str) -> None:
        """
        A catalogue that no native speaker has read says so at its top.
        """
        text = (messages.LOCALES / f"{locale}.po").read_text("utf-8")

        assert "NOT CHECKED BY A NATIVE SPEAKER" in text.partition("msgid")[0]

    def test_shipped(self) -> None:
        """
        Spanish, Arabic and Chinese are there.
        """
        assert ["ar", "es", "zh-Hant"] == [path.stem for path in CATALOGUES]


def _forms(words_or_forms: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    if isinstance(words_or_forms, str | None):
        return (words_or_forms or "",)
    return tuple(words_or_forms)
