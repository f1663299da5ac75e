"""Writing the site so that the earlier one or the new one is there, whole.

A site is written beside its place and then exchanged with the earlier one in one
step of the file system. Killed at any moment, a build leaves one of the two; what a
killed build left beside it is removed by the next.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.publish.addresses import MANIFEST
from duenotice.publish.build import MANIFEST_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

_STAGE_MARK = ".duenotice-"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_SHOWN = 5


class ForeignFilesError(DuenoticeError):
    """The output folder holds files that the program did not make."""

    hint = (
        "The folder is replaced as a whole. Move these files elsewhere, or build into "
        "another folder with --out."
    )

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        """Name some of them."""
        super().__init__(
            f'"{folder}" holds files that are not part of the site: {_some(names)}'
        )


class ChangedFilesError(DuenoticeError):
    """The output folder holds files that are no longer as they were built."""

    hint = (
        "The folder is replaced as a whole. Delete these files if nobody needs the "
        "changes, or build into another folder with --out."
    )

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        """Name some of them."""
        super().__init__(
            f'"{folder}" holds files that were changed since they were built: '
            f"{_some(names)}"
        )


class NoFolderError(DuenoticeError):
    """What is to be replaced is no folder."""

    hint = "Name a folder with --out; one that isn't there yet is made."

    def __init__(self, folder: Path) -> None:
        """Name it."""
        super().__init__(f'"{folder}" is not a folder')


class LinkedFolderError(DuenoticeError):
    """The output folder is a link that nobody asked for."""

    hint = (
        "Replace the link with a folder; or name it with --out, if the site is to be "
        "written where it leads."
    )

    def __init__(self, folder: Path) -> None:
        """Name the link."""
        super().__init__(f'"{folder}" is a link, and leads elsewhere')


class OutsideFolderError(DuenoticeError):
    """A page would have its place outside the site."""

    hint = "Look at the names of the statements' folders and of their languages."

    def __init__(self, path: str) -> None:
        """Name the place."""
        super().__init__(f'"{path}" is no place within the site')


class NotWritableError(DuenoticeError):
    """The site can't be written."""

    hint = "Look at the folder's rights and at the space on the disk."

    def __init__(self, folder: Path, reason: str) -> None:
        """Name the folder and the reason."""
        super().__init__(f'"{folder}" can\'t be written: {reason}')


def write_site(
    folder: Path, files: Mapping[str, bytes], *, may_be_link: bool = True
) -> bool:
    """Put the files in place of the earlier site.

    Hidden files at the top, such as `.gitignore` or `.nojekyll`, stay.

    Args:
        folder: The output folder.
        files: The bytes by path, the manifest among them.
        may_be_link: Whether the folder may be a link, as one that a person named.

    Returns:
        Whether anything changed.

    Raises:
        LinkedFolderError: The folder is a link and mustn't be.
        NoFolderError: It is no folder.
        ForeignFilesError: Something there is neither of a site nor hidden.
        ChangedFilesError: A page there isn't what was built.
        OutsideFolderError: A path leads out of the folder.
        NotWritableError: The file system refuses.
    """
    for path in files:
        _refuse_outside(path)
    try:
        if not may_be_link and folder.is_symlink():
            raise LinkedFolderError(folder)
        if folder.exists() and not folder.is_dir():
            raise NoFolderError(folder)
        kept = _kept_files(folder, files)
        if _has(folder, files):
            return False
        stage = _stage(folder)
        try:
            _fill(stage, {**kept, **files})
            _put_in_place(stage, folder)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise NotWritableError(folder, error.strerror or str(error)) from error
    return True


def _refuse_outside(path: str) -> None:
    parts = path.split("/")
    if not {"", ".", ".."}.isdisjoint(parts) or not {"\\", "\0"}.isdisjoint(path):
        raise OutsideFolderError(path)


def _kept_files(folder: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the hidden files at the top; refuse to replace what isn't ours."""
    if not folder.exists():
        return {}
    built = _built(folder)
    holding = {parent.as_posix() for name in built for parent in Path(name).parents}
    kept: dict[str, bytes] = {}
    foreign: list[str] = []
    changed: list[str] = []
    for name, mode in sorted(_entries(folder)):
        if stat.S_ISREG(mode) and name.startswith(".") and "/" not in name:
            kept[name] = _read(folder / name)
        elif stat.S_ISDIR(mode) and name in holding:
            continue
        elif not stat.S_ISREG(mode) or name not in built:
            foreign.append(name)
        elif _hash(folder / name) not in {built[name], _hash_of(files.get(name))}:
            changed.append(name)
    if foreign:
        raise ForeignFilesError(folder, tuple(foreign))
    if changed:
        raise ChangedFilesError(folder, tuple(changed))
    return kept


def _entries(folder: Path) -> Iterator[tuple[str, int]]:
    """Give what a folder holds, with empty folders, by path; no link is followed.

    Raises:
        OSError: A folder can't be looked into, so nobody knows what it holds.
    """
    for place, folders, names in os.walk(folder, onerror=_raise):
        here = [one for one in folders if Path(place, one).is_symlink()] + names
        if not folders and not names and Path(place) != folder:
            here = ["."]
        for path in (Path(place, name) for name in here):
            yield path.relative_to(folder).as_posix(), path.lstat().st_mode


def _raise(error: OSError) -> None:
    raise error


def _read(path: Path) -> bytes:
    # What was a file a moment ago may be a link by now.
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    with os.fdopen(os.open(path, flags), "rb") as file:
        return file.read()


def _hash(path: Path) -> str | None:
    return _hash_of(_read(path))


def _hash_of(data: bytes | None) -> str | None:
    if data is None:
        return None
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _built(folder: Path) -> dict[str, str | None]:
    """Give the hashes of the files that make the earlier site, by their paths.

    A manifest of any other schema is somebody's file, and names none of ours.
    """
    try:
        data = _read(folder / MANIFEST)
        manifest = json.loads(data)
        if manifest["schema"] != MANIFEST_SCHEMA:
            return {}
        hashes = {str(name): str(one) for name, one in manifest["files"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}
    except RecursionError:  # brackets in brackets in …
        return {}
    return {**hashes, MANIFEST: _hash_of(data)}


def _has(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Tell whether the folder holds just these files."""
    if not folder.is_dir() or _built(folder).keys() != files.keys():
        return False
    return all(
        (folder / name).is_file() and _read(folder / name) == data
        for name, data in files.items()
    )


def _stage(folder: Path) -> Path:
    """Make an empty folder beside the site; remove those of killed builds."""
    target = folder.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    mark = f".{target.name}{_STAGE_MARK}"
    for left in target.parent.iterdir():
        if left.name.startswith(mark):
            shutil.rmtree(left, ignore_errors=True)
    stage = Path(tempfile.mkdtemp(prefix=mark, dir=target.parent))
    stage.chmod(0o755)
    return stage


def _fill(stage: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _put_in_place(stage: Path, folder: Path) -> None:
    target = folder.resolve()
    if not target.exists():
        stage.rename(target)
        return
    if not _exchange(stage, target):
        # Without an exchange there is a moment without a site, never half a one.
        aside = stage.with_name(f"{stage.name}-old")
        target.rename(aside)
        stage.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _some(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
