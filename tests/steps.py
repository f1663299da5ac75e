"""Steps in the life of a statement, as tests take them in a real repository."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import STATEMENT
from builders import day
from clearing import CUSTOMS
from clearing import EDITOR
from duenotice.errors import DuenoticeError
from duenotice.model.record import Verdict
from duenotice.release.approving import approve
from duenotice.release.deciding import Ruling
from duenotice.release.deciding import decide
from duenotice.release.events import reschedule
from duenotice.release.events import withdraw
from duenotice.release.proposals import discard
from duenotice.store.writing import write_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from builders import StatementRepo
    from duenotice.model.record import Record
    from duenotice.release.approving import Approved
    from duenotice.release.deciding import Decided
    from duenotice.release.events import Happening
    from duenotice.store.archive import Archive

FOLDER = f"statements/{STATEMENT}"

MENDED = SECTIONS["lending"].replace("the day", "the day.")
"""The section "lending" with a correction, which nobody has to be told of."""

MENDED_AGAIN = MENDED.replace("the title", "the title,")

EXTENDED = f"{SECTIONS['lending']}\n- your home address"
"""The section "lending" with more data, which people have to be told of."""

SHARING = "We share your name with advertisers."
"""What people have to be told of wherever it is new."""

FURTHER = f"{EXTENDED}\n- your date of birth"

TRANSLATED_YAML = """\
title:
  en: Privacy statement
  es: Aviso de privacidad
controller:
  name: Fernhill Library
time_zone: America/Los_Angeles
source_locale: en
locales: [en, es]
sections:
  - introduction
  - numbered:
      - lending
      - retention
  - contacts
profiles: [caloppa]
notice:
  lead_days: 30
  merge_slack_days: 3
"""

SPANISH = {
    "introduction": "La biblioteca protege tus datos. Lee [](#retention).",
    "lending": "Anotamos los libros que te llevas:\n\n- el título\n- el día",
    "retention": "Guardamos los préstamos 90 días. Después los borramos.",
    "contacts": "Escribe a <privacy@fernhill.example>.",
}


def act(repo: StatementRepo, do: Callable[[Archive], Happening]) -> tuple[str, ...]:
    """Do something to a recorded version in the working tree; name the versions."""
    happening = do(repo.on_disk())
    write_files(repo.root, happening.changes.files)
    return tuple(map(str, happening.labels))


def take_back(
    repo: StatementRepo, label: str, today: str, *, restore: bool = False
) -> tuple[str, ...]:
    """Withdraw a version in the working tree."""
    return act(
        repo,
        lambda archive: withdraw(
            archive,
            archive.find(label),
            today=day(today),
            reason="The pilot was stopped",
            restore=restore,
        ),
    )


def move(repo: StatementRepo, label: str, today: str, to: str) -> tuple[str, ...]:
    """Reschedule a version in the working tree."""
    return act(
        repo,
        lambda archive: reschedule(
            archive,
            archive.find(label),
            today=day(today),
            to=day(to),
            reason="The vendor is late",
        ),
    )


def judge(
    repo: StatementRepo,
    label: str,
    *findings: str,
    today: str = "2026-03-01",
    **said: object,
) -> Decided:
    """Decide about findings of a version in the working tree: all, if none is named.

    Unless it is said otherwise they are held material.
    """
    archive = repo.on_disk()
    version = archive.find(label)
    assessment = version.record.assessment
    assert assessment is not None
    names = findings or tuple(one.id for one in assessment.findings)
    plain = Ruling(
        verdict=Verdict.MATERIAL, by=EDITOR, on=day(today), reason="People should know."
    )
    ruling = replace(plain, **said)  # type: ignore[arg-type]
    decided = decide(archive, version, names, ruling, CUSTOMS)
    write_files(repo.root, decided.changes.files)
    return decided


def permit(repo: StatementRepo, label: str, today: str = "2026-03-01") -> Approved:
    """Approve the notice of a version in the working tree."""
    archive = repo.on_disk()
    version = archive.find(label)
    approved = approve(archive, version, by=EDITOR, today=day(today))
    write_files(repo.root, approved.changes.files)
    return approved


def undo(repo: StatementRepo) -> tuple[str, ...]:
    """Discard the proposed version."""
    labels, changes = discard(repo.on_disk())
    write_files(repo.root, changes.files)
    return tuple(map(str, labels))


def refusal(call: Callable[[], object]) -> str:
    """Give message and hint with which something is refused."""
    with pytest.raises(DuenoticeError) as caught:
        call()
    return f"{caught.value}\nhint: {caught.value.advice}"


def message_of(call: Callable[[], object]) -> str:
    """Give the message with which something is refused."""
    return refusal(call).partition("\nhint: ")[0]


def draft(section_id: str, locale: str = "en") -> str:
    """Give the path of a section of the draft."""
    return f"{FOLDER}/{locale}/{section_id}.md"


def copy(label: str, section_id: str, locale: str = "en") -> str:
    """Give the path of a section in a version's folder."""
    return f"{FOLDER}/versions/{label}/{locale}/{section_id}.md"


def record(repo: StatementRepo, label: str) -> Record:
    """Read a record from the working tree."""
    return repo.on_disk().find(label).record


def folder(repo: StatementRepo, label: str) -> list[str]:
    """List the files of a version's folder."""
    home = repo.root / FOLDER / "versions" / label
    return sorted(
        path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()
    )


def snapshot(repo: StatementRepo) -> dict[str, bytes]:
    """Read every file of the statement."""
    found = {}
    for place, _, names in os.walk(repo.root / "statements"):
        for name in names:
            path = Path(place, name)
            found[path.relative_to(repo.root).as_posix()] = path.read_bytes()
    return found


def origins(repo: StatementRepo, label: str, locale: str = "en") -> dict[str, str]:
    """Name for each section of a version the version that revised it last."""
    locked = record(repo, label).lock.locales[locale]
    return {one.id: str(one.version) for one in locked}
