"""What reviewers must know of the rules that a change is judged by.

A project may add to the rules, and leave some of them out: whoever reviews a change
sees that, and whether the change itself brings it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.cli.customs import settings_in
from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.store.customs import committed_customs
from duenotice.store.tree import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.cli.session import Session
    from duenotice.store.customs import Customs
    from duenotice.store.tree import Tree


def rules_off(names: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Say which rules the project switches off."""
    if names:
        yield Diagnostic(
            code="rules-off",
            severity=Severity.WARNING,
            message=f"changes are not judged by these rules: {', '.join(names)}",
            path=SETTINGS,
            hint='Take them out of "rules-off", unless other rules find what they do.',
        )


def changed_customs(
    session: Session, customs: Customs, base: str | None
) -> tuple[Diagnostic, ...]:
    """Say which of the rules' files are others than in the revision to merge into."""
    commit = None if base is None else session.project.repository.resolve(base)
    if commit is None:
        return ()
    tree = session.project.repository.tree(commit)
    paths = _changed(tree, customs, session.config.rules_off)
    return tuple(_told(path, base or "") for path in sorted(paths))


def _changed(tree: Tree, customs: Customs, names: tuple[str, ...]) -> Iterator[str]:
    former = settings_in(tree).rules_off
    if set(former) != set(names):
        yield SETTINGS
    before, now = dict(committed_customs(tree, former).files), dict(customs.files)
    for path in before.keys() | now.keys():
        if before.get(path) != now.get(path):
            yield path


def _told(path: str, base: str) -> Diagnostic:
    what = 'another "rules-off"' if path == SETTINGS else "another content"
    return Diagnostic(
        code="customs-changed",
        severity=Severity.WARNING,
        message=f"this has {what} than in {base}, and changes are judged by it",
        path=path,
        hint="Look at it as at a change of the text: from the next one on, it may ask "
        "for less.",
    )
