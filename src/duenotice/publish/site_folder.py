"""Writing the site so that the earlier one or the new one is there, whole.

A site is written beside its place and then exchanged with the earlier one in one
step of the file system. Killed at any moment, a build leaves one of the two; what a
killed build left beside it is removed by the next.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.publish.addresses import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Mapping

_STAGE_MARK = ".duenotice-"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class ForeignFilesError(DuenoticeError):
    """The output folder holds files that the program did not make."""

    hint = (
        "The folder is replaced as a whole. Move these files elsewhere, or build into "
        "another folder with --out."
    )

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        """Name some of them."""
        shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")  # noqa: PLR2004
        super().__init__(
            f'"{folder}" holds files that are not part of the site: {shown}'
        )


class NotWritableError(DuenoticeError):
    """The site can't be written."""

    hint = "Look at the folder's rights and at the space on the disk."

    def __init__(self, folder: Path, reason: str) -> None:
        """Name the folder and the reason."""
        super().__init__(f'"{folder}" can\'t be written: {reason}')


def write_site(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Put the files in place of the earlier site.

    Hidden files at the top, such as `.gitignore` or `.nojekyll`, stay.

    Returns:
        Whether anything changed.

    Raises:
        ForeignFilesError: Something there is neither of a site nor hidden.
        NotWritableError: The file system refuses.
    """
    try:
        kept = _kept_files(folder)
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


def _kept_files(folder: Path) -> dict[str, bytes]:
    """Give the hidden files at the top; refuse to replace what isn't ours."""
    if not folder.exists():
        return {}
    ours = _manifest_paths(folder)
    kept: dict[str, bytes] = {}
    foreign: list[str] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.startswith(".") and "/" not in name and path.is_file():
            kept[name] = path.read_bytes()
        elif (path.is_file() or path.is_symlink()) and name not in ours:
            foreign.append(name)
    if foreign:
        raise ForeignFilesError(folder, tuple(foreign))
    return kept


def _manifest_paths(folder: Path) -> frozenset[str]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        return frozenset({MANIFEST, *manifest["files"]})
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _has(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Tell whether the folder holds just these files."""
    if not folder.is_dir() or _manifest_paths(folder) != frozenset(files):
        return False
    return all(
        (folder / name).is_file() and (folder / name).read_bytes() == data
        for name, data in files.items()
    )


def _stage(folder: Path) -> Path:
    """Make an empty folder beside the site; remove those of killed builds."""
    parent = folder.resolve().parent
    parent.mkdir(parents=True, exist_ok=True)
    mark = f".{folder.name}{_STAGE_MARK}"
    for left in parent.glob(f"{mark}*"):
        shutil.rmtree(left, ignore_errors=True)
    stage = Path(tempfile.mkdtemp(prefix=mark, dir=parent))
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
