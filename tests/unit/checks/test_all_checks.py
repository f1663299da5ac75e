from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import duenotice.checks
from builders import SECTIONS
from checked import make_checked
from diagnostic_codes import reported_in
from duenotice.checks import CHECKS
from duenotice.checks import check_statement
from duenotice.store.checking import check_draft

if TYPE_CHECKING:
    from builders import StatementRepo

PROMISE = "We post a notice here before a change takes effect."
MODULES = [
    import_module(f"duenotice.checks.{one.name}")
    for one in pkgutil.iter_modules(duenotice.checks.__path__)
]


def test_every_check_runs() -> None:
    """
    A function of this package that is called a check is among the checks.
    """
    written = {
        function
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if name.startswith("check_") and function is not check_statement
    }

    assert written == set(CHECKS)


def test_codes_are_unique() -> None:
    """
    No code is reported by two checks, and no check is without a code.
    """
    codes = [
        {one.code for one in reported_in([Path(inspect.getfile(check))])}
        for check in CHECKS
    ]

    assert all(codes)
    assert len(set().union(*codes)) == sum(map(len, codes))


def test_order() -> None:
    """
    Faults come by file and line, whichever check found them.
    """
    subject = make_checked(
        {"lending": "TBD\n[a](b)\nTBD", "fines": "# Fines\n[](#x)", "logs": "Text."}
    )

    assert [
        ("en/fines.md", 4, "heading-level"),
        ("en/fines.md", 5, "reference-unknown"),
        ("en/lending.md", 4, "placeholder"),
        ("en/lending.md", 5, "link-unsafe"),
        ("en/lending.md", 6, "placeholder"),
    ] == [(one.path, one.line, one.code) for one in check_statement(subject)]


@pytest.mark.parametrize("locales", ["[en]", "[en, es]"], ids=["one", "two"])
def test_example(repo: StatementRepo, locales: str) -> None:
    """
    A sound statement has no faults at all.
    """
    settings = repo.read("statements/website/statement.yaml")
    settings = re.sub("profiles: .*\n", "", settings)
    repo.section("contacts", f"{SECTIONS['contacts']}\n\n{PROMISE}")
    repo.statement(
        settings.replace("[en]", locales).replace("  en:", "  es: Privacidad\n  en:")
    )
    if "es" in locales:
        repo.sections(
            {
                "introduction": "La biblioteca cuida sus datos. Vea [](#retention).",
                "lending": "Anotamos qué libros toma prestados.",
                "retention": "Conservamos los préstamos 90 días.",
                "contacts": "Escriba a <privacy@fernhill.example>.\n\n"
                "Publicamos un aviso aquí antes de que un cambio entre en vigor.",
            },
            locale="es",
        )

    assert () == check_draft(repo.on_disk())
