from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from builders import section_text
from proposals import LABEL
from proposals import decide
from steps import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parents[1] / "golden" / "check"

SETTINGS = """\
title:
  en: Privacy at Fernhill Library
  es: Privacidad en la Biblioteca Fernhill
controller:
  name: Fernhill Library
time_zone: America/Los_Angeles
source_locale: en
locales: [en, es]
sections:
  - introduction
  - numbered:
      - data-we-collect
      - who-sees-it
      - how-long
  - changes
  - contacts
profiles: [caloppa]
notice:
  lead_days: 30
  merge_slack_days: 3
"""

TEXTS = {
    "en": {
        "introduction": (
            "Introduction",
            (
                "Fernhill Library lends books and films. Here we say what we do with "
                "your data."
            ),
        ),
        "data-we-collect": (
            "Data we collect",
            (
                "When you join the library, we collect:\n\n"
                "- your name\n- your email address\n- the books that you borrow"
            ),
        ),
        "who-sees-it": (
            "Who sees it",
            (
                "The desk staff see your loans while you have them. Where a book comes "
                "from another library, that library learns your name."
            ),
        ),
        "how-long": (
            "How long we keep it",
            "We keep the list of your loans for 90 days. After that we delete it.",
        ),
        "changes": (
            "Changes",
            "We post a notice here at least 30 days before a change takes effect.",
        ),
        "contacts": (
            "Contacts",
            (
                "Write to <privacy@fernhill.example>. We do not respond to "
                "do-not-track signals."
            ),
        ),
    },
    "es": {
        "introduction": (
            "Presentación",
            (
                "La Biblioteca Fernhill presta libros y películas. Aquí decimos qué "
                "hacemos con tus datos."
            ),
        ),
        "data-we-collect": (
            "Datos que recogemos",
            (
                "Cuando te haces socio de la biblioteca, recogemos:\n\n"
                "- tu nombre\n- tu correo electrónico\n- los libros que te llevas"
            ),
        ),
        "who-sees-it": (
            "Quién los ve",
            (
                "El personal ve tus préstamos mientras los tienes. Si un libro viene "
                "de otra biblioteca, esa biblioteca conoce tu nombre."
            ),
        ),
        "how-long": (
            "Cuánto los guardamos",
            "Guardamos la lista de tus préstamos 90 días. Después la borramos.",
        ),
        "changes": (
            "Cambios",
            (
                "Publicamos un aviso aquí al menos 30 días antes de que un cambio "
                "entre en vigor."
            ),
        ),
        "contacts": (
            "Contacto",
            (
                "Escribe a <privacy@fernhill.example>. No respondemos a las señales "
                "de no seguimiento."
            ),
        ),
    },
}


@pytest.fixture
def library(tmp_path: Path) -> StatementRepo:
    """A library's statement in two languages, in force since 2026-01-10."""
    repo = StatementRepo(tmp_path / "library").statement(SETTINGS)
    for locale, sections in TEXTS.items():
        for section_id, (title, body) in sections.items():
            path = f"{FOLDER}/{locale}/{section_id}.md"
            repo.write(path, section_text(body, title))
    repo.publish("2026-01-10")
    return repo


def edit(repo: StatementRepo, path: str, *changes: tuple[str, str]) -> None:
    """Replace words of a file of the draft."""
    text = repo.read(f"{FOLDER}/{path}")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    repo.write(f"{FOLDER}/{path}", text)


def two_languages(repo: StatementRepo) -> None:
    """Change something of every kind, and let Spanish follow in one section alone."""
    edit(repo, "en/introduction.md", ("books and films", "books, and films"))
    edit(repo, "en/data-we-collect.md", ("email address", "email address\n- your age"))
    edit(repo, "es/data-we-collect.md", ("electrónico", "electrónico\n- tu edad"))
    edit(repo, "en/who-sees-it.md", ("desk staff see", "desk staff may look at"))
    edit(repo, "en/how-long.md", ("90 days", "120 days"))


def open_decisions(repo: StatementRepo) -> None:
    """Release with two questions, answer one, and finish the notice unapproved."""
    edit(repo, "en/who-sees-it.md", ("desk staff see", "desk staff may look at"))
    edit(repo, "en/how-long.md", ("90 days", "120 days"))
    repo.run("release", today=LABEL)
    decide(repo, "weighed:purpose:who-sees-it:1", "editorial")
    repo.finish_notice(LABEL)


def looser_promise(repo: StatementRepo) -> None:
    """Give people less time than the settings of the text in force do."""
    edit(repo, "statement.yaml", ("lead_days: 30", "lead_days: 5"))
    edit(repo, "statement.yaml", ("profiles: [caloppa]\n", ""))
    edit(repo, "en/how-long.md", ("90 days", "120 days"))
    edit(repo, "es/how-long.md", ("90 días", "120 días"))


def more_while_scheduled(repo: StatementRepo) -> None:
    """Add to a change that people have been told of."""
    edit(repo, "en/how-long.md", ("90 days", "120 days"))
    edit(repo, "es/how-long.md", ("90 días", "120 días"))
    repo.publish("2026-02-20")
    edit(repo, "en/data-we-collect.md", ("email address", "email address\n- your age"))
    edit(repo, "es/data-we-collect.md", ("electrónico", "electrónico\n- tu edad"))


def section_taken_out(repo: StatementRepo) -> None:
    """Take a section out of the order, with its files."""
    edit(repo, "statement.yaml", ("      - who-sees-it\n", ""))
    for locale in ("en", "es"):
        repo.delete(f"{FOLDER}/{locale}/who-sees-it.md")


REPORTS: dict[str, tuple[Callable[[StatementRepo], None], int]] = {
    "two-languages": (two_languages, 0),
    "open-decisions": (open_decisions, 1),
    "looser-promise": (looser_promise, 0),
    "more-while-scheduled": (more_while_scheduled, 0),
    "section-taken-out": (section_taken_out, 0),
}


@pytest.mark.parametrize("name", REPORTS)
def test_report(library: StatementRepo, name: str, pytestconfig: pytest.Config) -> None:
    """
    Check tells an editor what its golden file says, and fails where that has errors.
    """
    prepare, status = REPORTS[name]
    prepare(library)

    done = library.run("check", today=LABEL)

    assert (status, "") == (done.status, done.err)
    if pytestconfig.getoption("--update-golden"):
        (CASES / f"{name}.txt").write_text(done.out, "utf-8")
    elif told := difference(CASES / f"{name}.txt", done.out):
        pytest.fail(told, pytrace=False)


def test_every_file_is_a_case() -> None:
    """
    No golden file is left of a case that is gone.
    """
    assert sorted(REPORTS) == sorted(path.stem for path in CASES.iterdir())


@pytest.mark.parametrize("name", REPORTS)
def test_width(name: str) -> None:
    """
    All but faults, which programs read by the line, fits eighty columns.
    """
    lines = (CASES / f"{name}.txt").read_text("utf-8").splitlines()

    assert [] == [
        line
        for line in lines
        if len(line) > 80 and not line.startswith(("statements/", "  hint: "))
    ]


def difference(path: Path, actual: str) -> str:
    """Say how a report is not what its file says; nothing if it is."""
    lines = difflib.unified_diff(
        path.read_text("utf-8").splitlines(),
        actual.splitlines(),
        f"{path.name} expected",
        f"{path.name} now",
        lineterm="",
    )
    told = "\n".join(lines)
    accept = "pytest --no-cov tests/e2e/test_check_report.py --update-golden"
    return f"{told}\n\nIf it is right now: {accept}" if told else ""
