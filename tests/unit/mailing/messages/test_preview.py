from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pypdf import PdfReader

from builders import day
from duenotice.mailing.member import Channel
from duenotice.mailing.messages.preview import preview_files
from duenotice.render.environment import Templates
from message_kits import edition
from message_kits import kit
from message_kits import kit_of
from message_kits import world_project

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.mailing.edition import Edition

TEMPLATES = Templates()
OLD = "2025-02-01"
SCREENS = (Channel.EMAIL, Channel.SMS, Channel.APP)


def page(*editions: Edition) -> str:
    """Give the page of a preview without letters."""
    made = kit(*editions)
    return preview_files(made, TEMPLATES, channels=SCREENS)["index.html"].decode()


def _older(usual: Edition) -> Edition:
    return replace(usual, baseline=OLD)


class TestPreview:
    """All messages on one page, for who is about to make them."""

    def test_forms(self) -> None:
        """
        Every form is there, as a sample member gets it, with its segments.
        """
        html = page()

        assert "&lt;p title=&#34;" in html
        assert "Dear Alex Morgan,&lt;/p&gt;" in html
        assert ">Dear Alex Morgan,\n\nIt is {{x}} é." in html
        assert re.search(r"<p class=\"bubble\"[^>]*>It changes: https://", html)
        assert "characters in GSM-7: 1 segment<" in html
        assert "<p><strong>It changes</strong></p>" in html
        assert "“Privacy statement” changes on April 3, 2026." in html

    def test_order(self) -> None:
        """
        The usual messages come first, the source's language before all; those for
        readers who missed a change are folded.
        """
        html = page(edition("es"), edition("en", OLD), edition("en"))

        headings = re.findall(r"<h2[^>]*>(.*?)</h2>", html)
        assert ["English", "Español", "For those who missed a change"] == headings
        assert re.search(f"<summary>English: who knew version <bdi[^>]*>{OLD}", html)

    def test_language(self) -> None:
        """
        The page around the messages is in the language of those who write them, or in
        English where the program has no words of that.
        """
        made = replace(kit(), source_locale="ar")
        html = preview_files(made, TEMPLATES, channels=SCREENS)["index.html"].decode()
        foreign = replace(made, source_locale="fr")
        other = preview_files(foreign, TEMPLATES, channels=SCREENS)["index.html"]

        assert '<html lang="ar" dir="rtl">' in html
        assert "<h3>رسالة نصية</h3>" in html
        assert '<div class="push" lang="en" dir="ltr">' in html
        assert b'<html lang="en" dir="ltr">' in other

    def test_policy(self) -> None:
        """
        Nothing on the page runs, or asks for anything from elsewhere.
        """
        html = page()

        assert "content=\"default-src 'none'; style-src 'unsafe-inline';" in html
        assert "<script" not in html
        assert html.count("<iframe sandbox srcdoc=") == html.count("<iframe")

    def test_past(self) -> None:
        """
        Once it is in effect, the banner says so.
        """
        made = replace(kit(), effective=day("2026-03-01"))
        html = preview_files(made, TEMPLATES, channels=SCREENS)["index.html"]

        assert "“Privacy statement” changed on March 1, 2026.".encode() in html

    def test_channels(self) -> None:
        """
        With a choice of channels, no other message is there.
        """
        files = preview_files(kit(), TEMPLATES, channels=(Channel.SMS,))
        html = files["index.html"].decode()

        assert ["index.html"] == list(files)
        assert ["Text message", "Banner"] == re.findall(r"<h3>(.*?)</h3>", html)

    def test_older_letters(self, tmp_path: Path) -> None:
        """
        Who knew an older text has a letter too.
        """
        made = kit_of(world_project(tmp_path / "world"))
        usual = made.editions["en", made.against]
        both = {(one.locale, one.baseline): one for one in (usual, _older(usual))}
        files = preview_files(
            replace(made, editions=both), TEMPLATES, channels=(Channel.LETTER,)
        )

        assert {"index.html", "letter-en.pdf", f"letter-en-{OLD}.pdf"} == set(files)

    def test_large_print(self, tmp_path: Path) -> None:
        """
        Where members ask for large print, the letter is shown in it too.
        """
        made = kit_of(world_project(tmp_path / "world"))
        usual = made.editions["en", made.against]
        form = replace(usual.letter, is_large_print=True)
        both = replace(usual, large_letter=form)
        files = preview_files(
            replace(made, editions={("en", made.against): both}), TEMPLATES
        )

        assert {"index.html", "letter-en.pdf", "letter-en-large.pdf"} == set(files)
        assert b'href="letter-en-large.pdf"' in files["index.html"]

    def test_letters(self, tmp_path: Path) -> None:
        """
        The usual letters stand beside the page, in each language.
        """
        made = kit_of(world_project(tmp_path / "world"))
        few = {place: one for place, one in made.editions.items() if place[0] == "es"}

        files = preview_files(replace(made, editions=few), TEMPLATES)

        assert {"index.html", "letter-es.pdf"} == set(files)
        assert b'href="letter-es.pdf"' in files["index.html"]
        text = PdfReader(io.BytesIO(files["letter-es.pdf"])).pages[0].extract_text()
        assert "Alex Morgan" in text
