"""Customs: what a project adds to the rules that its changes are judged by.

```text
profiles/ours.yaml       a body of rules that its statements may name
lexicons/en.yaml         what its statements speak of, beside the shipped lexicon
pyproject.toml           rules-off = ["listed"]
```

They are read from the working tree, and only where something is judged.
"""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

from duenotice.diagnostics import sort_diagnostics
from duenotice.materiality.lexicon_file import read_lexicon
from duenotice.materiality.profile_choice import is_profile
from duenotice.materiality.profile_choice import profiles_with
from duenotice.materiality.ruleset import rule_book
from duenotice.materiality.ruleset import unknown_rules
from duenotice.parse.record_file import content_sha256
from duenotice.parse.report import Report
from duenotice.store.draft import read_plain
from duenotice.store.git import is_of_customs
from duenotice.store.tree import LEXICONS
from duenotice.store.tree import PROFILES
from duenotice.store.tree import SETTINGS
from duenotice.store.tree import WorkTree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from duenotice.diagnostics import Diagnostic
    from duenotice.materiality.lexicon import OwnTerms
    from duenotice.materiality.profile_choice import Profiles
    from duenotice.materiality.rule_book import RuleBook
    from duenotice.store.tree import Tree
    from duenotice.store.version import StoredVersion

_LEXICON = re.compile(rf"{LEXICONS}/([a-z]{{2,3}})\.yaml")
_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """What changes are judged by in a project."""

    profiles: Profiles
    """Those that its statements may name."""

    book: RuleBook
    faults: tuple[Diagnostic, ...] = ()
    """What of it can't be used. Whoever judges nevertheless may ask for too little."""

    files: tuple[tuple[str, str], ...] = ()
    """The project's own files, each with its hash."""

    @property
    def digest(self) -> str:
        """Give a hash of all that an assessment and its notice depend on.

        Two programs with the same one find the same, and ask for the same.
        """
        told = (_program_digest(), self.book.digest, self.files)
        return content_sha256(repr(told).encode())


def read_customs(root: Path | None, rules_off: Iterable[str] = ()) -> Customs:
    """Read what a project adds; nothing outside of a project.

    Args:
        root: The project's top folder.
        rules_off: Names of rules that its settings switch off.
    """
    folders = () if root is None else (PROFILES, LEXICONS)
    return _customs_in([WorkTree(root, one) for one in folders if root], rules_off)


def committed_customs(tree: Tree, rules_off: Iterable[str] = ()) -> Customs:
    """Give what a commit adds: a build is a function of it alone."""
    return _customs_in([tree], rules_off)


def recorded_files(version: StoredVersion) -> dict[str, bytes] | None:
    """Give what a project had added when a version was recorded, with its settings.

    Nothing where the branch doesn't hold the version.
    """
    book = version.book
    forms = book.forms(version)
    if not forms:
        return None
    found = {}
    for path in filter(is_of_customs, book.history):
        known = [one for one in book.history[path] if one.place <= forms[0].place]
        if known and not known[-1].is_gone:
            found[path] = book.read_object(known[-1].object_id)
    return found


def _customs_in(trees: Iterable[Tree], rules_off: Iterable[str]) -> Customs:
    found: list[Diagnostic] = []
    files: dict[str, bytes] = {}
    for tree in trees:
        files |= _files(tree, found)
    customs = customs_of(files, rules_off)
    return replace(customs, faults=sort_diagnostics([*found, *customs.faults]))


def customs_of(files: Mapping[str, bytes], rules_off: Iterable[str] = ()) -> Customs:
    """Give what files add, by their paths below the project's top folder."""
    names = tuple(rules_off)
    profiles, faults = profiles_with(
        {path: data for path, data in files.items() if is_profile(path)}
    )
    found = [*faults, *unknown_rules(names, SETTINGS)]
    book = rule_book(names, _own_terms(files, found))
    return Customs(
        profiles=profiles,
        book=book,
        faults=tuple(found),
        files=tuple(
            (path, content_sha256(data)) for path, data in sorted(files.items())
        ),
    )


def _files(tree: Tree, found: list[Diagnostic]) -> dict[str, bytes]:
    """Read both folders; a link could lead out of the project."""
    files = {}
    for path in sorted(tree.paths):
        folder, _, name = path.partition("/")
        is_own = folder in {PROFILES, LEXICONS} and "/" not in name
        if is_own and name.endswith(_YAML):
            data = read_plain(tree, path, found)
            if data is not None:
                files[path] = data
    return files


def _own_terms(files: Mapping[str, bytes], found: list[Diagnostic]) -> list[OwnTerms]:
    several = []
    for path, data in sorted(files.items()):
        named = _LEXICON.fullmatch(path)
        if named is not None:
            own, faults = read_lexicon(named[1], data, path)
            found += faults
            if own is not None:
                several.append(own)
        elif path.startswith(f"{LEXICONS}/"):
            found += _misnamed(path)
    return several


def _misnamed(path: str) -> tuple[Diagnostic, ...]:
    report = Report(path)
    report.error(
        "lexicon-misnamed",
        "the file's name is no language",
        None,
        'Name it by the language alone, as in "en.yaml": a lexicon holds for every '
        "region.",
    )
    return tuple(report.diagnostics)


_JUDGING = ("checks", "compare", "materiality", "model", "notice", "parse", "review")
"""The packages that say what a change means, and what it calls for.

Records name the rules by a hash of these: what else is changed in the program
(pages, commands, git) leaves every assessment as it was.
"""


@functools.cache
def _program_digest() -> str:
    """Hash the program's own part: code, lexicons, profiles, weights."""
    digest = hashlib.sha256()
    for name in _JUDGING:
        for path, data in sorted(_contents(files("duenotice") / name, name)):
            digest.update(f"{path} {len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _contents(entry, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry.read_bytes()
