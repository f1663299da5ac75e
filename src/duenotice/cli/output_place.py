"""Where messages may be written: neither into git nor onto the web.

Whatever is written there stays for ever, in a history or in other people's copies, and
messages hold personal data.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.cli.output import remark
from duenotice.errors import DuenoticeError
from duenotice.mailing.runs.paths import SAMPLE_PATHS
from duenotice.mailing.storage import Storage
from duenotice.mailing.storage_errors import StorageError
from duenotice.publish.addresses import MANIFEST
from duenotice.publish.verification import ManifestError
from duenotice.publish.verification import read_manifest
from duenotice.store.ignored import are_kept

if TYPE_CHECKING:
    from duenotice.cli.session import Session

SITE = "site"
"""The folder that a build writes, where nobody names another one."""

_MEMORY = "memory:"
_ELSEWHERE = "Give a folder beside the project with -o, such as ../mailing."


class LostOutputError(DuenoticeError):
    """Files in the memory of the program are gone when it ends."""

    hint: ClassVar[str] = _ELSEWHERE

    def __init__(self, address: str) -> None:
        """Name the address."""
        super().__init__(
            f'"{address}" is in the memory of this program: nothing would be left when '
            "it ends"
        )


class DetourError(DuenoticeError):
    """An address leads through another one, so that nobody sees where it ends."""

    hint: ClassVar[str] = "Name the folder, or the store, itself."

    def __init__(self, address: str) -> None:
        """Name the address."""
        super().__init__(f'"{address}" leads to its files by a detour')


class OutputInSiteError(DuenoticeError):
    """Messages would be published together with a site."""

    hint: ClassVar[str] = _ELSEWHERE

    def __init__(self, address: str, site: Path) -> None:
        """Name both folders."""
        super().__init__(
            f'"{address}" lies in the site "{site}", which everybody can read'
        )


class OutputAmongMembersError(DuenoticeError):
    """The next run would take messages for members."""

    hint: ClassVar[str] = _ELSEWHERE

    def __init__(self, address: str, recipients: str) -> None:
        """Name both addresses."""
        super().__init__(
            f'"{address}" lies in "{recipients}", all of which is read as members'
        )


class OutputInGitError(DuenoticeError):
    """Messages could be committed, and then stay in the history for ever."""

    def __init__(self, address: str, line: str) -> None:
        """Name the folder, and the line by which git would ignore it."""
        super().__init__(
            f'"{address}" lies in the repository, and git doesn\'t ignore it: personal '
            "data could be committed, and stay in the history for ever",
            hint=f"{_ELSEWHERE} Or add the line {line} to .gitignore.",
        )


def refuse_place_of_run(session: Session, address: str, recipients: str) -> None:
    """Refuse an address where messages to members mustn't be.

    Raises:
        DuenoticeError: Saying what would happen to them there.
    """
    refuse_place_of_preview(session, address)
    _refuse_among_members(address, recipients)
    storage = Storage(address)
    if not storage.is_local:
        return
    root, folder = session.project.root, _folder(storage)
    if are_kept(folder, SAMPLE_PATHS):
        is_below = folder != root and folder.is_relative_to(root)
        name = folder.relative_to(root).as_posix() if is_below else "mailing"
        raise OutputInGitError(address, f"/{name}/")


def remark_kept_members(recipients: str) -> None:
    """Warn where the file of members could get into the repository's history."""
    storage = Storage(recipients)
    if not storage.is_local:
        return
    place = _folder(storage)
    folder = place if place.is_dir() else place.parent
    files = storage.names() if place.is_dir() else {place.name}
    if files and are_kept(folder, sorted(files)):
        remark(
            f'warning: "{recipients}" lies in the repository, and git doesn\'t ignore '
            "it: the members could be committed, and stay in the history for ever. "
            "Keep them beside the project."
        )


def refuse_place_of_preview(session: Session, address: str) -> None:
    """Refuse an address where not even messages to nobody may be.

    Raises:
        LostOutputError: Nothing would be left of them.
        OutputInSiteError: They would be published.
    """
    if any(one.startswith(_MEMORY) for one in address.split("::")):
        raise LostOutputError(address)
    storage = Storage(address)
    if storage.is_detour:
        raise DetourError(address)
    if not storage.is_local:
        return
    usual = (session.project.root / SITE).resolve()
    folder = _folder(storage)
    for place in (folder, *folder.parents):
        if place == usual or _is_site(place):
            raise OutputInSiteError(address, place)


def _refuse_among_members(address: str, recipients: str) -> None:
    output, members = Storage(address), Storage(recipients)
    if output.is_local and members.is_local:
        place = _folder(members)
        is_among = _folder(output).is_relative_to(place)
    else:
        place_of = f"{recipients.rstrip('/')}/"
        is_among = f"{address.rstrip('/')}/".startswith(place_of)
    if is_among:
        raise OutputAmongMembersError(address, recipients)


def _folder(storage: Storage) -> Path:
    path = Path(storage.full_address)
    try:
        path.is_dir()  # a name can be too long for any folder
        return path.resolve()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StorageError(storage.address, "reached", reason) from error


def _is_site(folder: Path) -> bool:
    if not (folder / MANIFEST).is_file():
        return False
    try:
        read_manifest(folder)
    except ManifestError:
        return False
    return True
