"""Whether a published site is what a build wrote."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.publish.addresses import MANIFEST
from duenotice.publish.build import MANIFEST_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ManifestError(DuenoticeError):
    """A folder has no manifest that can be read."""

    hint = "Name the folder that `build` wrote, as it is published, with --site."

    def __init__(self, folder: Path, reason: str) -> None:
        """Name the folder and the reason."""
        super().__init__(f'"{folder}" can\'t be verified: {reason}')


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCheck:
    """What was found in a published site."""

    commit: str | None
    as_of: str
    files: int
    faults: tuple[str, ...]
    """Each in a sentence."""


def verify_site(folder: Path) -> SiteCheck:
    """Hold every file of a site against its manifest.

    Raises:
        ManifestError: It has none, or one that can't be read.
    """
    manifest, files = read_manifest(folder)
    faults = list(_faults(folder, files))
    if manifest.get("preview"):
        faults.insert(0, "it is a preview of texts that no commit holds")
    return SiteCheck(
        commit=None if manifest.get("commit") is None else str(manifest["commit"]),
        as_of=str(manifest.get("as_of", "")),
        files=len(files),
        faults=tuple(faults),
    )


def read_manifest(folder: Path) -> tuple[dict[str, object], dict[str, str]]:
    """Read a site's manifest, and from it each file's hash by its path.

    Raises:
        ManifestError: There is none, or one that can't be read.
    """
    try:
        text = (folder / MANIFEST).read_text("utf-8")
        manifest = json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise ManifestError(folder, f"{MANIFEST} can't be read ({error})") from error
    is_known = isinstance(manifest, dict) and manifest.get("schema") == MANIFEST_SCHEMA
    files = manifest.get("files") if is_known else None
    if not isinstance(files, dict):
        raise ManifestError(folder, f"{MANIFEST} is no manifest of a site")
    return manifest, {str(path): str(sha256) for path, sha256 in files.items()}


def _faults(folder: Path, files: dict[str, str]) -> Iterator[str]:
    for path, expected in sorted(files.items()):
        target = folder / path
        if not _is_inside(target, folder):
            yield f"{path}: it leads out of the site"
        elif not target.is_file():
            yield f"{path}: it is missing"
        elif _sha256(target) != expected:
            yield f"{path}: it is not the file that was built"
    known = {MANIFEST, *files}
    for target in sorted(folder.rglob("*")):
        path = target.relative_to(folder).as_posix()
        is_hidden = any(part.startswith(".") for part in path.split("/"))
        if target.is_file() and path not in known and not is_hidden:
            yield f"{path}: no build wrote it"


def _is_inside(target: Path, folder: Path) -> bool:
    """Tell whether a file of the site is in it, and no link leads elsewhere."""
    if not target.is_relative_to(folder) or ".." in target.parts:
        return False
    steps = target.relative_to(folder).parts
    places = [folder.joinpath(*steps[:count]) for count in range(1, len(steps) + 1)]
    return not any(place.is_symlink() for place in places)


def _sha256(file: Path) -> str:
    return f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"
