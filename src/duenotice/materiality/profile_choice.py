"""Which profiles there are, and which of them a statement is under.

Some are shipped; a project adds its own as `profiles/NAME.yaml` in its top folder,
where all its statements find them. A project can't replace a shipped one: a statement
that names a law must be under that law.
"""

from __future__ import annotations

import difflib
import functools
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from duenotice.materiality.profile_file import read_profile
from duenotice.parse.report import Report
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import Sequence
from duenotice.parse.yaml_tree import YamlFault
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as ByName

    from duenotice.diagnostics import Diagnostic
    from duenotice.materiality.profile import Profile

FOLDER = "profiles"
"""Where a project keeps its own, below its root; also the key that names them."""

DEFAULT = "default"
"""The profile of a statement that names none: this program's policy, no law."""

_SUFFIX = ".yaml"


@functools.cache
def shipped_profiles() -> ByName[str, Profile]:
    """Give the profiles that come with the program, by name.

    >>> sorted(shipped_profiles())[:3]
    ['caloppa', 'ccpa', 'colorado']
    """
    found = {}
    for file in (files("duenotice.materiality") / FOLDER).iterdir():
        name = file.name.removesuffix(_SUFFIX)
        profile, faults = read_profile(name, file.read_bytes(), file.name)
        if profile is None:
            raise ValueError("\n".join(map(str, faults)))
        found[name] = profile
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """The profiles that a project's statements may name."""

    by_name: ByName[str, Profile]

    def chosen(self, names: Iterable[str]) -> tuple[Profile, ...]:
        """Give the profiles of these names; unknown ones are reported elsewhere.

        No names at all mean the program's own policy.
        """
        wanted = tuple(dict.fromkeys(names)) or (DEFAULT,)
        return tuple(self.by_name[one] for one in wanted if one in self.by_name)

    def unknown(
        self, names: Iterable[str], text: str, path: str
    ) -> tuple[Diagnostic, ...]:
        """Report names that no profile has, by the text of `statement.yaml`."""
        report = Report(path)
        for name in dict.fromkeys(names):
            if name in self.by_name:
                continue
            close = difflib.get_close_matches(name, self.by_name, n=1, cutoff=0.5)
            meant = f'Did you mean "{close[0]}"? ' if close else ""
            report.error(
                "profile-unknown",
                f'no profile is called "{name}"',
                _line_of(name, text),
                f"{meant}There are: {', '.join(sorted(self.by_name))}. A project's own "
                f"stand in {FOLDER}/.",
            )
        return tuple(report.diagnostics)


def is_profile(path: str) -> bool:
    """Tell whether a project's file is a profile.

    >>> [is_profile(one) for one in ("profiles/ours.yaml", "profiles/old/a.yaml")]
    [True, False]
    """
    folder, _, name = path.partition("/")
    return folder == FOLDER and name.endswith(_SUFFIX) and "/" not in name


def profiles_with(
    own: ByName[str, bytes],
) -> tuple[Profiles, tuple[Diagnostic, ...]]:
    """Give the shipped profiles and a project's own, by the paths of their files."""
    known = dict(shipped_profiles())
    found: list[Diagnostic] = []
    for path, data in sorted(own.items()):
        name = path.rpartition("/")[2].removesuffix(_SUFFIX)
        if name in shipped_profiles():
            report = Report(path)
            report.error(
                "profile-shipped",
                f'the profile "{name}" comes with duenotice and can\'t be replaced',
                None,
                f"Rename the file, and name both under {FOLDER} in statement.yaml.",
            )
            found += report.diagnostics
            continue
        profile, faults = read_profile(name, data, path)
        found += faults
        if profile is not None:
            known[name] = profile
    return Profiles(by_name=known), tuple(found)


def _line_of(name: str, text: str) -> int | None:
    """Find the line on which a statement names a profile."""
    try:
        root = read_yaml(text)
    except YamlFault:
        return None
    entries = root.entries if isinstance(root, Mapping) else ()
    for entry in entries:
        if entry.key == "profiles" and isinstance(entry.value, Sequence):
            for item in entry.value.items:
                if isinstance(item, Scalar) and item.text == name:
                    return item.line
    return None
