"""A site with every kind of page, in four languages, as a browser is to meet it.

The ferry company's statement lives on: a correction, a change that was announced, a
section under another name, a version that was taken back, and one that is coming.
"""

from __future__ import annotations

import fcntl
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builders import STATEMENT
from builders import StatementRepo
from builders import day
from builders import section_text
from clearing import EDITOR
from rich_statement import ARABIC
from rich_statement import CHINESE
from rich_statement import ENGLISH
from rich_statement import NOW
from rich_statement import SPANISH
from rich_statement import write_rich_statement
from steps import take_back

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOCALES = ("en", "es", "ar", "zh-Hant")
AS_OF = "2026-06-15"
CORRECTED = "2026-03-05"
ANNOUNCED = "2026-04-01"
"""In force since 2026-05-01: more is collected, and each language says so."""

RENAMED = "2026-05-05"
TAKEN_BACK = "2026-05-20"
COMING = "2026-06-10"
"""Scheduled for 2026-07-20."""

_AGES = f"{ENGLISH['children']}\nWe say so since {NOW}."
_MENDED = _AGES.replace("a child and", "a child, and")
_BORN = {
    "en": "We also note your date of birth.",
    "es": "También anotamos su fecha de nacimiento.",
    "ar": "نسجّل أيضًا تاريخ ميلادك.",
    "zh-Hant": "我們也會記錄您的出生日期。",
}
_KEPT = {
    "en": "We keep your tickets for ten years after the journey.",
    "es": "Conservamos sus boletos diez años después del viaje.",
    "ar": "نحتفظ بتذاكرك عشر سنوات بعد الرحلة.",
    "zh-Hant": "我們在旅程結束後保留您的船票十年。",
}
_TICKETS = {
    "en": ("Tickets", ENGLISH),
    "es": ("Boletos", SPANISH),
    "ar": ("التذاكر", ARABIC),
    "zh-Hant": ("船票", CHINESE),
}
_WORDS_OF_A_SENTENCE = (
    "We keep what you tell us about journey {number} until you are back on land, and "
    "the desk of harbour {number} deletes it on the first Monday after that."
)


@dataclass(frozen=True)
class BuiltSite:
    """A site on the disk."""

    root: Path
    folder: Path
    files: tuple[tuple[str, str], ...]
    """The kind and the path of each planned file."""

    def pages(self, locale: str = "") -> tuple[str, ...]:
        """Give the addresses of all pages, or of those in one language.

        A page that leads on at once is not among them.
        """
        return tuple(
            path.removesuffix("index.html")
            for kind, path in self.files
            if path.endswith(".html") and kind != "redirect"
            if locale in {"", locale_of(path)}
        )

    def redirects(self) -> tuple[str, ...]:
        """Give the addresses that lead on to another."""
        return tuple(
            path.removesuffix("index.html")
            for kind, path in self.files
            if kind == "redirect"
        )

    def samples(self, locale: str) -> tuple[str, ...]:
        """Give two pages of every shape of address: the first one and the last.

        What is added to the site later is among them by itself.
        """
        shapes: dict[str, list[str]] = {}
        for address in self.pages(locale):
            shapes.setdefault(_shape(address), []).append(address)
        found = (one for same in shapes.values() for one in (same[0], same[-1]))
        return tuple(dict.fromkeys(found))

    def once(self, locale: str) -> tuple[str, ...]:
        """Give the pages in a language, but each comparison in one language alone.

        The same versions are compared in every language.
        """
        samples, pages = self.samples(locale), self.pages(locale)
        rest = [one for one in pages if one not in samples]
        compared = [one for one in rest if "/compare/" in one]
        left_out = {*compared} - {*compared[LOCALES.index(locale) :: len(LOCALES)]}
        return tuple(one for one in pages if one not in left_out)

    def file(self, address: str) -> Path:
        """Give the file of a page."""
        return self.folder / address / "index.html"


def locale_of(path: str) -> str:
    """Give the language of a page."""
    named = [one for one in path.split("/") if one in LOCALES]
    return named[0] if named else LOCALES[0]


def _shape(address: str) -> str:
    """Leave out of an address which version or section it is about."""
    dated = re.sub(r"\d{4}-\d\d-\d\d[.\d]*", "DATE", address)
    return re.sub(r"sections/[\w-]+", "sections/ID", dated)


def write_long_history(root: Path) -> StatementRepo:
    """Make a project whose statement has been through everything."""
    repo = write_rich_statement(root, *LOCALES[1:])
    yaml = repo.read(f"statements/{STATEMENT}/statement.yaml")
    repo.statement(f"{yaml}profiles: [caloppa]\n")
    repo.section("children", _MENDED).publish(CORRECTED)
    _write_tickets(repo, _BORN)
    _publish_told(repo, ANNOUNCED, "2026-05-01")
    _rename_harbours(repo)
    _publish_told(repo, RENAMED, "2026-06-04")
    _write_tickets(repo, _BORN, _KEPT)
    _publish_told(repo, TAKEN_BACK, "2026-06-30")
    take_back(repo, TAKEN_BACK, "2026-05-25")
    repo.commit("2026-05-25")
    _write_tickets(repo, _BORN, _KEPT)
    _publish_told(repo, COMING, "2026-07-20")
    return repo


def write_long_statement(root: Path, words: int) -> StatementRepo:
    """Make a project with a long text, of which one section changes."""
    repo = StatementRepo.with_statement(root)
    count = words // len(_WORDS_OF_A_SENTENCE.split())
    sentences = [_WORDS_OF_A_SENTENCE.format(number=one) for one in range(count)]
    names = [f"part-{number}" for number in range(1, 21)]
    listed = "".join(f"      - {name}\n" for name in names)
    yaml = repo.read(f"statements/{STATEMENT}/statement.yaml")
    repo.statement(yaml.replace("      - retention\n", f"      - retention\n{listed}"))
    for number, name in enumerate(names):
        body = sentences[number :: len(names)]
        parts = [" ".join(body[at : at + 3]) for at in range(0, len(body), 3)]
        repo.section(name, "\n\n".join(parts))
    repo.publish("2026-01-05", effective=day("2026-01-05"))
    repo.section("part-3", _BORN["en"]).publish("2026-02-01")
    return repo


def built_once(home: Path, make: Callable[[Path], StatementRepo]) -> BuiltSite:
    """Build a site without PDFs, or take what another process has built there."""
    home.mkdir(exist_ok=True)
    root = home / "project"
    listed = home / "files.json"
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not listed.exists():
            listed.write_text(json.dumps(_build(make(root))), "utf-8")
    files = tuple((kind, path) for kind, path in json.loads(listed.read_text("utf-8")))
    return BuiltSite(root, root / "out", files)


def _build(repo: StatementRepo) -> list[tuple[str, str]]:
    options = ("--as-of", AS_OF, "--no-pdf")
    done = repo.run("build", *options, "--out", "out", today=AS_OF)
    assert (0, "") == (done.status, done.err), done.err
    plan = repo.run("build", *options, "--dry-run", "--format", "json", today=AS_OF)
    return [(one["kind"], one["path"]) for one in json.loads(plan.out)["files"]]


def _publish_told(repo: StatementRepo, label: str, effective: str) -> None:
    """Publish a version, ask whom it says must be asked, and send the messages."""
    (record,) = repo.publish(label, effective=day(effective)).records
    assert record.assessment is not None
    for obligation in record.assessment.obligations:
        asked = ("--how", "By letter", "--by", EDITOR)
        done = repo.run("obligation-met", label, obligation.id, *asked, today=label)
        assert 0 == done.status, done.err
    sent = ("--channel", "email", "--on", label, "--count", "12000")
    done = repo.run("notified", label, *sent, "--by", EDITOR, today=label)
    assert 0 == done.status, done.err
    repo.commit(label, "Say that people were told")


def _write_tickets(repo: StatementRepo, *added: dict[str, str]) -> None:
    """Add a paragraph to the section on tickets, in every language."""
    for locale, (title, texts) in _TICKETS.items():
        body = "\n\n".join((texts["tickets"], *(words[locale] for words in added)))
        path = f"statements/{STATEMENT}/{locale}/tickets.md"
        repo.write(path, section_text(body, title, *repo._stamps(path)))


def _rename_harbours(repo: StatementRepo) -> None:
    """Give a section another name, and mend the statement's order."""
    folder = f"statements/{STATEMENT}"
    yaml = repo.read(f"{folder}/statement.yaml")
    repo.statement(yaml.replace("- harbours", "- ports"))
    repo.delete(f"{folder}/en/harbours.md")
    text = section_text(ENGLISH["harbours"], "Ports", "formerly: [harbours]")
    repo.write(f"{folder}/en/ports.md", text)
    welcome = ENGLISH["welcome"].replace("#harbours", "#ports")
    repo.section("welcome", welcome)
