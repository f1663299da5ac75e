"""All that the program prints as JSON, of small projects made for it."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from builders import SECTIONS
from builders import STATEMENT_YAML
from builders import StatementRepo
from duenotice.compare.comparison import MOST_WORDS
from mailing_runs import DAY
from mailing_runs import SETTINGS
from mailing_runs import member
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import notice
from proposals import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPANISH = STATEMENT_YAML.replace("[en]", "[en, es]")
DUTCH = STATEMENT_YAML.replace("[en]", "[en, nl]").replace("[caloppa]", "[default]")
TODAY = "2026-03-20"

SOURCE = """\
<html lang="en"><body><nav>Menu</nav><h1>Privacy at Fernhill</h1>
<p>Last revised: October 2024</p>
<p>Fernhill Library (the "Library") runs a website (the "Website"). Loans are in section
1. The Service costs nothing, and the Service is open to all on the Website.</p>
<h2>1. Loans</h2><p>We note <a href="/loans">loans</a>. TBD</p>
<h2>2. Logs</h2><p>We keep logs.</p>
<h2>Contacts</h2>
<p>Fernhill Library<br>12 Orchard Lane<br>Fernhill<br>privacy@fernhill.example</p>
</body></html>
"""
OLDER = """\
# Privacy

We keep:

- the logs of our website for 30 days after your visit
- what you borrow

We never sell data, and never rent it. [Opt out](https://fernhill.example/old).

| Data | How long |
| --- | --- |
| Loans | 90 days |
"""
NEWER = """\
# Privacy

We never sell data, and never rent it. [Opt out](https://fernhill.example/new).

We keep for good reasons:

- the logs of our website for 60 days after your visit
- what you borrow

| Data | How long |
| --- | --- |
| Loans | 60 days |
"""
_SAID = (
    *("--verdict", "editorial", "--by", "A. Editor"),
    *("--reason", "It says the same.", "--format", "json"),
    *("--public", "We only mend a word."),
)


def printed_in(folder: Path) -> Iterator[str]:
    """Give every document, with projects in folders of this one."""
    yield from _of_versions(folder)
    yield from _of_faults(folder)
    yield from _of_a_clone(folder)
    yield from _of_an_import(folder)
    yield from _of_comparisons(folder)
    yield from _of_assessments(folder)
    yield from _of_decisions(folder)
    yield from _of_an_announcement(folder)
    yield from _of_messages(folder)


def _of_versions(folder: Path) -> Iterator[str]:
    """Give what is printed where one version follows another, in two languages."""
    repo = StatementRepo.with_statement(folder / "versions").statement(SPANISH)
    repo.section("lending", "Anotamos qué libros se lleva.", locale="es")
    repo.publish("2026-01-15")
    repo.section("lending", "We note which books you borrow.")
    yield repo.run("release", "--format", "json", today="2026-03-02").out
    yield repo.run("history", "--format", "json", today="2026-03-02").out
    yield repo.run("release", "--discard", "--format", "json").out
    repo.publish("2026-03-02")
    repo.section("contacts", "Write to: <privacy@fernhill.example>.")
    for command in (
        ["status"],
        ["status", "--as-of", "2026-01-01"],
        ["history"],
        ["history", "lending"],
        ["show"],
        ["show", "draft", "--locale", "es"],
        ["doctor"],
        ["build", "--dry-run"],
        ["build", "--no-pdf"],
        ["build", "--no-pdf", "--worktree", "--out", "preview"],
    ):
        yield repo.run(*command, "--format", "json", today=TODAY).out
    yield repo.read("site/website/versions.json")
    yield repo.read("site/manifest.json")
    yield repo.read("preview/manifest.json")


def _of_faults(folder: Path) -> Iterator[str]:
    """Give what is printed of a draft and of versions with faults."""
    repo = StatementRepo.with_statement(folder / "faults")
    repo.publish("2026-01-15")
    repo.write("statements/website/versions/oops/record.yaml", "version: oops\n")
    repo.section("lending", "See [](#retentoin).")
    repo.write("statements/website/en/contacts.md", "Write to us.\n")
    repo.commit("2026-01-16")
    for command in ("check", "status", "build", "verify"):
        options = ["--no-pdf"] if command == "build" else []
        yield repo.run(command, *options, "--format", "json", today=TODAY).out


def _of_a_clone(folder: Path) -> Iterator[str]:
    """Give what is printed of a clone without its history."""
    repo = StatementRepo.with_statement(folder / "whole")
    repo.publish("2026-01-15")
    repo.git("clone", "--quiet", "--depth", "1", f"file://{repo.root}", "../clone")
    clone = str(folder / "clone")
    yield repo.run("--project", clone, "status", "--format", "json").out
    repo.run("build")
    yield repo.read("site/website/versions.json")
    yield repo.read("site/website/2026-01-15/version.json")


def _of_an_import(folder: Path) -> Iterator[str]:
    """Give what is printed of a text that is brought in."""
    repo = StatementRepo.with_statement(folder / "import").write("old.html", SOURCE)
    options = ["--statement", "old", "--format", "json"]
    yield repo.run("import", "old.html", *options).out


def _of_assessments(folder: Path) -> Iterator[str]:
    """Give what is printed of two files, and of a label that the rules contradict."""
    repo = StatementRepo.with_statement(folder / "assessed")
    repo.write("older.md", "We never sell your name.\n\nWe receive letters.")
    repo.write("newer.md", "We sell your name.\n\nWe recieve letters.")
    pair = {"id": "a", "before": "We recieve it.", "after": "We receive it."}
    label = {"material": True, "categories": ["retention"]}
    repo.write("pairs.jsonl", json.dumps({**pair, "label": label}))
    pages = ("older.md", "newer.md")
    yield repo.run("assess", *pages, "--format", "json", today=TODAY).out
    pages = ("newer.md", "older.md")
    yield repo.run("assess", *pages, "--format", "json", today=TODAY).out
    repo.publish("2026-01-15")
    repo.write("pyproject.toml", '[tool.duenotice]\nrules-off = ["age"]\n')
    repo.section("lending", "We note which books you borrow, and when, for 9 days.")
    pages = ("2026-01-15", "draft")
    yield repo.run("assess", *pages, "--format", "json", today=TODAY).out
    yield repo.run("evaluate", "pairs.jsonl", "--format", "json", today=TODAY).out


def _of_comparisons(folder: Path) -> Iterator[str]:
    """Give what is printed of two versions, of two files and of a text too long."""
    repo = StatementRepo.with_statement(folder / "compared")
    repo.publish("2026-01-15")
    repo.section("lending", "We note which books you borrow:\n\n- the day\n- the title")
    repo.write("older.md", OLDER).write("newer.md", NEWER)
    repo.write("older.html", "<p>We keep it.<p hidden>Not so")
    repo.write("newer.html", "<p>We keep it.<nav>Home</nav>")
    repo.write("long.md", "word " * (MOST_WORDS + 1))
    for old, new in (
        ("2026-01-15", "draft"),
        ("older.md", "newer.md"),
        ("older.html", "newer.html"),
        ("older.md", "long.md"),
    ):
        yield repo.run("compare", old, new, "--format", "json", today=TODAY).out


def _of_decisions(folder: Path) -> Iterator[str]:
    """Give what is printed of a change from its draft to long after its release.

    There are no rules for Dutch, so a person has to decide about what it says anew.
    """
    repo = StatementRepo.with_statement(folder / "decided").statement(DUTCH)
    repo.section("introduction", "De bibliotheek beschermt uw gegevens.", locale="nl")
    repo.section("contacts", "Schrijf naar <privacy@fernhill.example>.", locale="nl")
    repo.section("retention", "Wij bewaren leningen 90 dagen.", locale="nl")
    repo.publish("2026-01-15")
    repo.section("introduction", "De bibliotheek bewaakt uw gegevens.", locale="nl")
    repo.section("contacts", "Bel naar <privacy@fernhill.example>.", locale="nl")
    repo.section("retention", "We keep loans for 120 days.")
    repo.section("lending", f"{SECTIONS['lending']}\n- your home address")
    yield repo.run("check", "--format", "json", today="2026-03-02").out
    released = repo.run("release", "--format", "json", today="2026-03-02").out
    yield released
    yield repo.run("check", "--format", "json", today="2026-03-02").out
    for finding in json.loads(released)["versions"][0]["undecided"]:
        yield repo.run("decide", "2026-03-02", finding, *_SAID, today="2026-03-02").out
    repo.clear("2026-03-02", "2026-03-02")
    repo.commit("2026-03-02")
    finding = "amount:retention:retention:1"
    yield repo.run("decide", "2026-03-02", finding, *_SAID, today=TODAY).out
    repo.commit(TODAY)
    yield repo.run("status", "--format", "json", today=TODAY).out
    repo.write("pyproject.toml", '[tool.duenotice]\nrules-off = ["amount"]\n')
    yield repo.run("assess", "--replay", "--format", "json", today=TODAY).out
    repo.run("build", "--no-pdf", today=TODAY)
    yield repo.read("site/website/versions.json")
    yield repo.read("site/website/2026-03-02/version.json")
    yield repo.read("site/website/nl/2026-03-02/version.json")
    repo.delete("site/style.css")
    yield repo.run("verify", "--format", "json", today=TODAY).out
    yield repo.run("verify", "--site", "site", "--format", "json", today=TODAY).out
    for version in ("2026-01-15", "2026-03-02"):
        repo.run("evidence", version, "-o", "evidence.zip", today=TODAY)
        with zipfile.ZipFile(repo.root / "evidence.zip") as evidence:
            yield evidence.read("facts.json").decode()


def _of_an_announcement(folder: Path) -> Iterator[str]:
    """Give what the site says of a change that is to come."""
    repo = StatementRepo.with_statement(folder / "announced")
    repo.publish("2026-01-15")
    repo.section("retention", "We keep loans for 120 days.").publish("2026-03-02")
    sent = ("--channel", "email", "--on", "2026-03-02", "--count", "12")
    repo.run("notified", "2026-03-02", *sent, today=TODAY)
    repo.commit(TODAY)
    repo.run("build", "--no-pdf", today=TODAY)
    yield repo.read("site/website/versions.json")
    yield repo.read("site/website/2026-03-02/version.json")
    yield repo.read("site/website/banner.json")
    yield repo.read("site/banner.json")


def _of_messages(folder: Path) -> Iterator[str]:
    """Give what is printed and written of messages to members."""
    repo = merged_project(folder / "messages")
    asked = SETTINGS.replace("  id: id\n", "  id: id\n  language: place\n")
    repo.write("mailing.yaml", asked)
    rows = [member(1), member(1), member(2, email="")]
    repo.write("members.csv", members_csv(rows)).write("stop.txt", "M-00009\n")
    yield repo.run("notice", LABEL, "--format", "json", today=DAY).out
    yield notice(repo, "--format", "json", "--by", "A. Editor").out
    for path in ("kit.json", "plan.json", "done/part-00000.json", "run.json"):
        yield repo.read(f"out/{path}")
    repo.run("notified", LABEL, "--run", "out", "--on", DAY, today=DAY)
    repo.commit(DAY)
    yield repo.run("status", "--format", "json", today=DAY).out
    options = ("--email-format", "merge", "--suppress", "stop.txt")
    notice(repo, *options, "--limit", "2", out="out-limit")
    yield repo.read("out-limit/plan.json")
    yield repo.read("out-limit/run.json")
    yield repo.read("out-limit/email/en.2026-01-10.template.json")
    notice(repo, "--sample", "2", out="out-sample")
    yield repo.read("out-sample/plan.json")
    yield repo.read("out-sample/run.json")
    settings = SETTINGS.replace("phone: phone", "large_print: phone")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"/>'
    repo.write("theme/logo.svg", drawing).write("theme.yaml", "logo: theme/logo.svg\n")
    repo.write("mailing.yaml", settings).commit(DAY)
    notice(repo, "--channel", "email", out="out-large")
    yield repo.read("out-large/kit.json")
    repo.write("out/more.txt", "x")
    yield repo.run("verify", "--run", "out", "--format", "json", today=DAY).out
