"""The build: plan, render, write."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice import __version__
from duenotice.config import Comparisons
from duenotice.errors import DuenoticeError
from duenotice.publish.addresses import MANIFEST
from duenotice.publish.json_text import json_bytes
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import Plan
from duenotice.publish.plan import without_pdf
from duenotice.publish.renderer import Renderer
from duenotice.publish.site_plan import plan_files
from duenotice.publish.web_home import NOWHERE
from duenotice.store.theme import PLAIN
from duenotice.store.version import BrokenVersionError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence
    from datetime import date

    from duenotice.publish.web_home import WebHome
    from duenotice.render.environment import Templates
    from duenotice.store.archive import Archive
    from duenotice.store.theme import StoredTheme

MANIFEST_SCHEMA = "duenotice/manifest/1"


class NothingPublicError(DuenoticeError):
    """No version of any statement is public on the day of the build."""

    hint = (
        "Release a version (`duenotice release`), commit it, and build again; or give "
        "another day with --as-of."
    )

    def __init__(self, as_of: date) -> None:
        """Name the day."""
        super().__init__(f"no version of any statement is public on {as_of}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a build makes of a plan."""

    plan: Plan
    files: Mapping[str, bytes]
    """The bytes by path, the manifest among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """What is to be built."""

    as_of: date
    commit: str | None
    """Nothing for a preview of the working tree."""

    comparisons: Comparisons = Comparisons.ALL
    home: WebHome = NOWHERE
    theme: StoredTheme = PLAIN
    with_pdf: bool = True


def plan_site(
    archives: Sequence[Archive], request: BuildRequest, templates: Templates
) -> Plan:
    """Plan the site.

    Raises:
        BrokenVersionError: The text in force doesn't match its record.
        NothingPublicError: There would be nothing on it.
    """
    as_of = request.as_of
    for archive in archives:
        _refuse_broken(archive, as_of)
    files = plan_files(
        archives, as_of, request.comparisons, request.home, request.theme
    )
    if not any(file.kind is FileKind.STATEMENT for file in files):
        raise NothingPublicError(as_of)
    return Plan(
        as_of=as_of,
        commit=request.commit,
        environment=_environment(templates, request.theme),
        files=files if request.with_pdf else without_pdf(files),
    )


def _environment(templates: Templates, theme: StoredTheme) -> str:
    """Say what all files depend on: the program, the templates, the look."""
    known = f"duenotice {__version__}, templates {templates.digest()}"
    return known if theme is PLAIN else f"{known}, theme {theme.digest}"


def render_site(
    plan: Plan,
    archives: Sequence[Archive],
    templates: Templates,
    theme: StoredTheme = PLAIN,
) -> Site:
    """Make every file of a plan."""
    by_id = {one.statement_id: one for one in archives}
    renderer = Renderer(by_id, templates, theme)
    files = {file.path: renderer.render(file) for file in plan.files}
    files[MANIFEST] = _manifest(plan, files)
    return Site(plan=plan, files=dict(sorted(files.items())))


def _refuse_broken(archive: Archive, as_of: date) -> None:
    """Stop where the text in force is broken or gone: no earlier one takes its place.

    A broken version that is not yet due is held, and the rest is built.
    """
    for version in reversed(archive.timeline.public(as_of)):
        stored = archive.versions[version.label]
        # Were it whole: an event that came too late moves no broken version either.
        whole = replace(version, is_broken=False)
        begins = whole.begins(as_of)
        if version.is_broken and begins <= as_of and not whole.is_withdrawn(as_of):
            raise BrokenVersionError(version.label, stored.faults)
        if archive.timeline.may_take_effect(version, as_of) and begins <= as_of:
            return


def _manifest(plan: Plan, files: Mapping[str, bytes]) -> bytes:
    return json_bytes(
        {
            "schema": MANIFEST_SCHEMA,
            "program": f"duenotice {__version__}",
            "commit": plan.commit,
            "preview": plan.is_preview,
            "as_of": plan.as_of.isoformat(),
            "environment": plan.environment,
            "files": {
                path: f"sha256:{hashlib.sha256(data).hexdigest()}"
                for path, data in sorted(files.items())
            },
        }
    )
