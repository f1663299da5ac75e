from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT_YAML
from builders import StatementRepo
from builders import day
from duenotice.mailing.contents.check import Site
from duenotice.mailing.contents.check import check_contents
from duenotice.mailing.contents.words import words_of_edition
from duenotice.mailing.editions.kit_making import make_kit
from duenotice.mailing.editions.site_paths import planned_paths
from duenotice.render.environment import shipped_templates
from message_kits import ADDRESS
from message_kits import DATED
from message_kits import FIRST
from message_kits import committed
from message_kits import kit_of
from message_kits import making
from message_kits import world_project
from proposals import LABEL
from steps import EXTENDED
from steps import FURTHER
from steps import SHARING

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path


LAST = "2026-05-01"
WITH_LEVEL = f"{STATEMENT_YAML}reading_level: 1\n"
LITERALS = (
    '</mj-text><mj-include path="/etc/passwd" />',
    "{{ member.name }} {% raw %}",
    "<!-- a comment -->",
    "<script>alert(1)</script>",
)
LITERAL_NOTICE = (
    "On April 3, 2026, a new version takes effect.\n\n"
    "## What changes\n\nWe will also note your home address.\n\n"
    + "".join(f"- `{one}`\n" for one in LITERALS)
)
FORMS = ("the e-mail", "the letter", "the plain text of the e-mail")
IN_MJML = (
    "<mjml><mj-body><mj-section><mj-column><mj-text>Effective date: "
    "{{{{ page.effective|day }}}}{said}</mj-text></mj-column></mj-section></mj-body>"
    "</mjml>"
)
IN_TEXT = "Effective date: {{{{ page.effective|day|striptags }}}}\n\n{said}\n"
IN_LETTER = (
    '<div id="address">{{{{ page.address }}}}</div><p id="greeting">'
    '{{{{ page.greeting }}}}</p><p id="reference">{{{{ page.reference }}}}</p>'
    "<p>Home address: see above</p><p>Date of birth of this letter</p>"
    "<p>Effective date: {{{{ page.effective|day }}}}</p>{said}"
)
OWN = {"email.mjml": IN_MJML, "email.txt": IN_TEXT, "letter.html": IN_LETTER}
FRAMES = {name: form.format(said="") for name, form in OWN.items()}
WITH_NOTICE = {
    name: form.format(
        said=f"{{{{ page.notice{'_text' if name == 'email.txt' else '.content'} }}}}"
    )
    for name, form in OWN.items()
}
"""Templates that show the notice, and no words of the texts."""

LONG_NOTICE = (
    "On April 3, 2026, a new version takes effect.\n\n"
    "## What changes\n\nWe will also note your home address.\n\n"
    + "The organisation endeavours to communicate comprehensively and transparently "
    "regarding forthcoming modifications of the aforementioned documentation. "
    * 12
    + "\n"
)


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """A project whose version 2026-03-01 collects more."""
    repo = StatementRepo.with_statement(tmp_path_factory.mktemp("told") / "project")
    repo.publish(FIRST)
    repo.section("lending", EXTENDED).publish(LABEL)
    return repo


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """A project whose version 2026-03-01 collects an address and a date."""
    repo = StatementRepo.with_statement(tmp_path_factory.mktemp("both") / "project")
    repo.publish(FIRST)
    repo.section("lending", FURTHER).publish(LABEL)
    return repo


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """A project with two announced changes."""
    repo = StatementRepo.with_statement(tmp_path_factory.mktemp("long") / "project")
    repo.publish(FIRST)
    repo.section("lending", EXTENDED).publish(LABEL)
    repo.section("retention", SHARING).publish(LAST)
    return repo


@dataclass(frozen=True)
class Found:
    """What a check found."""

    codes: list[str]
    told: str
    """All messages and hints."""


def found_in(
    repo: StatementRepo,
    label: str = LABEL,
    on: str = DATED,
    *,
    paths: Container[str] | None = None,
    large: bool = False,
) -> Found:
    """Check the messages, perhaps against another site."""
    with committed(repo) as (archive, _):
        version = archive.find(label)
        with_what = making(repo.root, dated=day(on), has_large_print_readers=large)
        kit = make_kit(archive, version, with_what, day(on))
        known = planned_paths(archive, with_what, day(on)) if paths is None else paths
        site = Site(home=with_what.home, paths=known, as_of=day(on))
        faults = check_contents(kit, archive, version, site)
    return Found([one.code for one in faults], "\n".join(map(str, faults)))


def with_templates(
    repo: StatementRepo, own: dict[str, str], *version: str, large: bool = False
) -> Found:
    """Check the messages with templates of the project's own."""
    for name, text in own.items():
        repo.write(f"templates/messages/{name}", text)
    try:
        return found_in(repo, *version, large=large)
    finally:
        repo.delete("templates")


def with_template(repo: StatementRepo, name: str, text: str, *version: str) -> Found:
    """Check the messages with one template of the project's own."""
    return with_templates(repo, {name: text}, *version)


class TestContents:
    """Messages, before any of them is made."""

    def test_shipped(self, repo: StatementRepo) -> None:
        """
        The shipped templates say all there is to say.
        """
        assert Found([], "") == found_in(repo)

    def test_languages(self, tmp_path: Path) -> None:
        """
        So they do in every language.
        """
        world = world_project(tmp_path / "world")

        assert Found([], "") == found_in(world)

    def test_silent(self, repo: StatementRepo) -> None:
        """
        A message that leaves a material change out is not made.
        """
        own = "On {{ page.effective|day|striptags }} something changes.\n"

        found = with_template(repo, "email.txt", own)

        assert ["message-silent"] * 2 == found.codes
        assert (
            'the plain text of the e-mail in "en" says nothing of '
            '"your home address"\n  hint: If a template of your own leaves it out'
        ) in found.told

    def test_undated(self, repo: StatementRepo) -> None:
        """
        Each form names the day of the change, be it ever so short.
        """
        found = with_template(repo, "sms.txt", "It changes: {{ page.notice_url }}\n")

        assert ["message-undated"] == found.codes
        assert (
            'the text message in "en" doesn\'t name the day on which the change takes '
            "effect, 2026-04-03"
        ) in found.told

    def test_placeholder(self, repo: StatementRepo) -> None:
        """
        Words that stand for words to come never reach a member.
        """
        own = "TBD: {{ page.effective|day|striptags }} {{ page.notice_url }}\n"

        found = with_template(repo, "sms.txt", own)

        assert ["message-placeholder"] == found.codes
        assert 'the text message in "en" holds "TBD"' in found.told

    def test_words_like_markup(self, tmp_path: Path) -> None:
        """
        What an editor meant literally stands in the messages as written: it is no tag,
        no template and no placeholder.
        """
        repo = StatementRepo.with_statement(tmp_path / "literal")
        repo.publish(FIRST)
        repo.section("lending", EXTENDED).release(LABEL)
        repo.write(f"statements/website/versions/{LABEL}/notice/en.md", LITERAL_NOTICE)
        repo.run("approve", LABEL, "--by", "A. Editor", today=LABEL)
        repo.commit(LABEL)

        assert Found([], "") == found_in(repo)
        email, text, *_ = words_of_edition(kit_of(repo).editions["en", FIRST])
        for one in LITERALS:
            assert one in email.text
            assert one in text.text

    def test_dead_link(self, repo: StatementRepo) -> None:
        """
        A message leads only to pages that are on the site.
        """
        found = found_in(repo, paths=frozenset({"website/index.html"}))

        assert {"message-link-dead"} == set(found.codes)
        assert (
            f'the text message in "en" leads to {ADDRESS}website/changes/{LABEL}/, '
            "which is not on the site"
        ) in found.told

    def test_links_elsewhere(self, repo: StatementRepo) -> None:
        """
        Where other links lead is not for this check to say.
        """
        own = (
            "{{ page.effective|day|striptags }} https://else.example/x/ "
            "{{ page.notice_url }}.\n"
        )

        assert [] == with_template(repo, "sms.txt", own).codes


class TestFrame:
    """Messages whose template says of itself what it should quote."""

    def test_silent(self, addresses: StatementRepo) -> None:
        """
        Words around what a message should say don't say it: a date that heads it is no
        date of birth, and the place for an address is no home address.
        """
        found = with_templates(addresses, FRAMES)

        assert {"message-silent"} == set(found.codes)
        for form in FORMS:
            assert f'{form} in "en" says nothing of "your date of birth"' in found.told
            assert f'{form} in "en" says nothing of "your home address"' in found.told

    def test_notice_alone(self, addresses: StatementRepo) -> None:
        """
        The notice is enough: it was approved since it tells of the change.
        """
        assert Found([], "") == with_templates(addresses, WITH_NOTICE)

    def test_words_alone(self, addresses: StatementRepo) -> None:
        """
        The words of the text aren't enough, since an editor wrote the notice.
        """
        shipped = (shipped_templates() / "messages/email.txt").read_text("utf-8")
        own = shipped.replace("{{ page.notice_text }}", "")

        found = with_templates(addresses, {"email.txt": own})

        assert ["message-silent"] == found.codes
        assert "which the notice says" in found.told

    def test_large_print(self, addresses: StatementRepo) -> None:
        """
        A letter in large print is held like every other letter.
        """
        own = "{% if page.is_large_print %}<p>{{ page.effective|day }}</p>{% else %}"
        shipped = (shipped_templates() / "messages/letter.html").read_text("utf-8")
        letter = f"{own}{shipped}{{% endif %}}"

        found = with_templates(addresses, {"letter.html": letter}, large=True)

        assert {"message-silent"} == set(found.codes)
        assert 'the letter in large print in "en" says nothing' in found.told
        assert 'the letter in "en"' not in found.told


class TestMissed:
    """Messages to who missed a change."""

    def test_shipped(self, long: StatementRepo) -> None:
        """
        The shipped templates tell of both changes.
        """
        assert Found([], "") == found_in(long, LAST, LAST)

    def test_silent(self, long: StatementRepo) -> None:
        """
        A message that leaves out what its readers missed is not made: neither that
        there was a change, nor what it came to.
        """
        shipped = shipped_templates() / "messages/email.txt"
        own = re.sub(
            r"({% if )(page.earlier %}\n{% trans %})",
            r"\1false and \2",
            shipped.read_text("utf-8"),
        )

        found = with_template(long, "email.txt", own, LAST, LAST)

        text = 'the plain text of the e-mail in "en" says nothing of '
        assert ["message-silent"] * 2 == found.codes
        assert f'{text}"your home address"' in found.told
        assert f"{text}the change that took effect on 2026-04-03" in found.told


class TestLengths:
    """What a service would cut, or bill."""

    def test_text_message(self, repo: StatementRepo) -> None:
        """
        A text message of more than three segments is a warning.
        """
        own = "{{ page.effective|day|striptags }} " + "word " * 100

        found = with_template(repo, "sms.txt", own)

        assert ["message-sms-long"] == found.codes
        assert 'the text message in "en" takes 4 segments' in found.told

    def test_title(self, repo: StatementRepo) -> None:
        """
        A title that telephones don't show whole is a warning.
        """
        own = "title={{ page.effective|day|striptags }} " + "x" * 60 + "\nbody=b\n"

        found = with_template(repo, "app.txt", own)

        assert ["message-title-long"] == found.codes
        assert "has 74 characters, and telephones show 65" in found.told

    def test_clipped(self, repo: StatementRepo) -> None:
        """
        An e-mail that Gmail cuts off is a warning.
        """
        own = (
            "<mjml><mj-body><mj-section><mj-column><mj-text>{{ page.effective|day }}"
            f"{{{{ page.notice.content }}}}<p>{'x' * 110_000}</p></mj-text>"
            "</mj-column></mj-section></mj-body></mjml>\n"
        )

        found = with_template(repo, "email.mjml", own)

        assert ["message-clipped"] == found.codes


class TestPeople:
    """What a reader needs."""

    def test_choice(self, tmp_path: Path) -> None:
        """
        Who may say no is told by when.
        """
        repo = StatementRepo.with_statement(tmp_path / "choice")
        repo.statement(STATEMENT_YAML.replace("profiles: [caloppa]\n", ""))
        repo.publish(FIRST)
        repo.section("lending", EXTENDED).publish(LABEL)

        shipped = found_in(repo)
        own = with_template(
            repo,
            "email.txt",
            '{{ page.notice_text|replace("April 2, 2026", "then") }}\n',
        )

        assert [] == shipped.codes
        assert ["message-choice-missing", "message-silent"] == sorted(own.codes)
        assert "doesn't name the last day for people's answer, 2026-04-02" in own.told

    def test_reading_level(self, tmp_path: Path) -> None:
        """
        A notice that asks for more schooling than promised is a warning.
        """
        repo = StatementRepo.with_statement(tmp_path / "hard").statement(WITH_LEVEL)
        repo.publish(FIRST)
        repo.section("lending", EXTENDED).release(LABEL)
        repo.write(f"statements/website/versions/{LABEL}/notice/en.md", LONG_NOTICE)
        repo.run("approve", LABEL, "--by", "A. Editor", today=LABEL)
        repo.commit(LABEL)

        found = found_in(repo)

        assert "message-reading-level" in found.codes
        assert 'and "reading_level" is 1' in found.told
