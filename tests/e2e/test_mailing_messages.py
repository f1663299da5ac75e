"""Messages as programs show them that read mail, and as services take them."""

from __future__ import annotations

import io
import itertools
import json
import zipfile
from email import message_from_bytes
from email import policy
from html import escape
from html import unescape
from typing import TYPE_CHECKING

import pytest

from axe import violations
from duenotice.mailing.contents.words import html_words
from duenotice.mailing.member import Channel
from duenotice.mailing.messages.preview import preview_files
from mailing_runs import member
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import messages
from mailing_runs import notice
from mailing_runs import run_json
from message_kits import FIRST
from message_kits import LANGUAGES
from message_kits import kit_of
from message_kits import making
from message_kits import world_project

if TYPE_CHECKING:
    from pathlib import Path

    from browser import Browser
    from builders import StatementRepo
    from duenotice.mailing.kit import Kit

WINDOWS = tuple(itertools.product((360, 700), ("light", "dark")))
SCREENS = (Channel.EMAIL, Channel.SMS, Channel.APP)
NAMES = {
    "en": "Ana <b>Lee</b>",
    "es": "José Ñíguez",
    "ar": "محمد علي",
    "zh-Hant": "王小明",
}

SHOWN = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ greeting }} {% raw %}",
    "=HYPERLINK(1)",
    "Lee, Ana <x@evil.example>",
    "=?utf-8?q?evil?=",
    "Анна Иванова",
    "محمد علي",
    "王小明",
)
"""Names that are odd, and nothing but names."""

REFUSED = ("Ana\r\nBcc: x@evil.example", "Ana\x00Lee", "Ana\u202eeeL", "Ana\x1b[2J")
"""What no name holds."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """A change in four languages."""
    return world_project(tmp_path_factory.mktemp("world") / "project")


@pytest.fixture(scope="module")
def kit(world: StatementRepo) -> Kit:
    """Its messages."""
    return kit_of(world)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """A project whose members have odd names."""
    repo = merged_project(tmp_path_factory.mktemp("names") / "project")
    rows = [
        member(number, "email sms app", name=name)
        for number, name in enumerate((*SHOWN, *REFUSED))
    ]
    repo.write("members.csv", members_csv(rows))
    return repo


@pytest.mark.slow
class TestScreens:
    """An e-mail in small windows and large ones, by day and by night."""

    @pytest.mark.parametrize("locale", LANGUAGES)
    def test_access(
        self, browser: Browser, kit: Kit, tmp_path: Path, locale: str
    ) -> None:
        """
        No e-mail breaks a rule of WCAG that a program can check, or is wider than the
        window; it asks for nothing, and nothing complains.
        """
        edition = kit.editions[locale, FIRST]
        values = {"greeting": edition.greet("Ana"), "reference": "ABCDE-FGHIJ"}
        file = tmp_path / "message.html"
        file.write_text(edition.email.html.fill(values), "utf-8")
        browser.open(file.as_uri())
        asked = browser.events("Network.requestWillBeSent")
        found: dict[tuple[int, str], list[str]] = {}
        for width, scheme in WINDOWS:
            browser.show(width, scheme=scheme)
            assert width >= browser.ask("document.documentElement.scrollWidth")
            found[width, scheme] = violations(browser)

        assert {} == {seen: broken for seen, broken in found.items() if broken}
        assert [file.as_uri()] == [one["request"]["url"] for one in asked]
        assert [] == browser.complaints()

    def test_preview(
        self, browser: Browser, kit: Kit, world: StatementRepo, tmp_path: Path
    ) -> None:
        """
        The page with all messages can be used by everybody, too.
        """
        templates = making(world.root).templates
        for name, content in preview_files(kit, templates, channels=SCREENS).items():
            (tmp_path / name).write_bytes(content)
        browser.open((tmp_path / "index.html").as_uri())
        found = {}
        for width, scheme in WINDOWS:
            browser.show(width, scheme=scheme)
            found[width, scheme] = violations(browser)

        assert {} == {seen: broken for seen, broken in found.items() if broken}
        assert [] == browser.complaints()
        frames = browser.page.frames[1:]
        assert len(LANGUAGES) == len(frames)
        assert "What changes on April 3, 2026" in frames[0].inner_text("h1")


class TestNames:
    """Names with markup, headers and formulas in them, and in many scripts."""

    def test_json(self, project: StatementRepo) -> None:
        """
        What can be a name is shown as text in every form; the rest is rejected.
        """
        assert 0 == notice(project, out="out-json").status

        sent = messages(project, "email", "out-json")
        assert sorted(SHOWN) == sorted(one["to"]["name"] for one in sent)
        for one in sent:
            greeting = f"Dear {one['to']['name']},"
            assert greeting in one["text"]
            assert greeting in unescape(one["html"])
            assert " ".join(greeting.split()) in html_words(one["html"])
            assert "<script" not in one["html"]
            assert "<img" not in one["html"]
        counts = run_json(project, "out-json")["counts"]
        assert (len(SHOWN), len(REFUSED)) == (
            counts["made"],
            sum(counts["rejected"].values()),
        )

    def test_eml(self, project: StatementRepo) -> None:
        """
        As mails they have the headers that they should have, and no others.
        """
        options = ("--email-format", "eml", "--channel", "email")
        assert 0 == notice(project, *options, out="out-eml").status

        (file,) = (project.root / "out-eml" / "email").glob("*.zip")
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as mails:
            parsed = [
                message_from_bytes(mails.read(name), policy=policy.default)
                for name in mails.namelist()
            ]
        assert len(SHOWN) == len(parsed)
        assert {1} == {len(one.get_all("To", [])) for one in parsed}
        assert {None} == {one["Bcc"] for one in parsed}
        hosts = {one["To"].addresses[0].domain for one in parsed}
        assert {"members.example"} == hosts

    def test_merge(self, project: StatementRepo) -> None:
        """
        For services that fill templates in, names are fields, and the templates stand
        beside them.
        """
        options = ("--email-format", "merge", "--channel", "email")
        assert 0 == notice(project, *options, out="out-merge").status

        sent = messages(project, "email", "out-merge")
        name = f"{sent[0]['template']}.template.json"
        template = json.loads(project.read(f"out-merge/email/{name}"))
        assert sorted(SHOWN) == sorted(one["fields"]["name"] for one in sent)
        assert "{{{greeting_html}}}" in template["html"]
        for one in sent:
            fields = one["fields"]
            assert escape(fields["greeting"]) == fields["greeting_html"]
            assert escape(fields["name"]) == fields["name_html"]
        assert "{{reference}}" in template["text"]
