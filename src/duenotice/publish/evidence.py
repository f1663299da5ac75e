"""The evidence of a version: what an auditor needs to judge it without the program."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice import __version__
from duenotice.parse.record_file import content_sha256
from duenotice.parse.record_values import assessment_values
from duenotice.parse.record_values import decision_values
from duenotice.parse.record_values import event_values
from duenotice.render.redline_text import PLAIN_MARKS
from duenotice.render.redline_text import redline_text
from duenotice.review.languages import compare_languages
from duenotice.store.gate import notices_now
from duenotice.store.whole_text import text_of_version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from datetime import date

    from duenotice.model.record import Record
    from duenotice.store.archive import Archive
    from duenotice.store.record_book import RecordBook
    from duenotice.store.version import StoredVersion

SCHEMA = "duenotice/evidence/1"

_PRIVATE = ("reason", "how")
"""What persons say among themselves, in decisions and events."""

_README = """\
Evidence of version {label} of the statement "{statement}"
as of {as_of}, made by duenotice {program}

facts.json          the days, what was found in the change, who decided what, what
                    was done, and the chain of records before it
text/               the text of this version, file by file as it was recorded
before/             the text that it was held against
notice/             the notice that people were given
changes/            what changed, in words: [-gone-] {{+new+}} [~moved away~] {{~here~}}
SHA256SUMS          the hash of every file in this bundle
{more}
How to check it without the program
- `sha256sum -c SHA256SUMS` shows that the bundle is whole.
- facts.json names the SHA-256 of every file of the text ("lock") and the digest of the
  record. {digest}
- "forms" lists when the publishing branch of the git repository held which form of the
  record: `git cat-file blob ID` gives that form.
- "proof" in an event is the SHA-256 of the file run.json of the run that made the
  messages: `sha256sum run.json` gives it again. run.json has the counts, the hash of
  every file that was made, and that of the words ("kit", of the file kit.json).
  {runs}
"""
_WITH_RECORD = "record.yaml         the record itself, with the reasons for decisions\n"
_WITH_RUNS = """\
runs/               of runs that made messages: the record with the counts (run.json),
                    and the words that people were sent (kit.json)
"""
_RUNS_HERE = "They are in runs/, in a folder named by the beginning of the proof."
_NO_RUNS = "Whoever made the messages keeps both."
_DIGEST = (
    "The record is in the repository; its digest is the SHA-256 of its content\n"
    "  as JSON with sorted keys, without digest and events."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What goes into a bundle if it is asked for."""

    is_internal: bool = False
    """Whether the reasons that persons gave go along."""

    runs: Mapping[str, bytes] = field(default_factory=dict)
    """Files of runs that are recorded as proof, by their paths."""


def evidence_files(
    archive: Archive,
    version: StoredVersion,
    book: RecordBook,
    as_of: date,
    *,
    extras: Extras,
) -> dict[str, bytes]:
    """Gather the files of the bundle, by their paths.

    Args:
        archive: Holds the version.
        version: The version.
        book: What the publishing branch knows.
        as_of: The day that the answer is about.
        extras: What goes along beside.
    """
    files = dict(_texts(version, "text"))
    before = _before(archive, version)
    if before is not None:
        files |= _texts(before, "before")
        files |= _changes(before, version)
    files |= _notices(version)
    is_internal = extras.is_internal
    facts = evidence_facts(archive, version, book, as_of, is_internal=is_internal)
    files["facts.json"] = _json(facts)
    if is_internal:
        path = version.layout.record_file(version.label)
        files["record.yaml"] = version.cache.tree.read(path)
    files |= {f"runs/{path}": data for path, data in extras.runs.items()}
    readme = _README.format(
        label=version.label,
        statement=archive.statement_id,
        as_of=as_of,
        program=__version__,
        more=(_WITH_RUNS if extras.runs else "")
        + (_WITH_RECORD if is_internal else ""),
        digest=_DIGEST,
        runs=_RUNS_HERE if extras.runs else _NO_RUNS,
    )
    files["README.txt"] = readme.encode()
    sums = "".join(
        f"{content_sha256(data).removeprefix('sha256:')}  {path}\n"
        for path, data in sorted(files.items())
    )
    return {**files, "SHA256SUMS": sums.encode()}


def evidence_facts(
    archive: Archive,
    version: StoredVersion,
    book: RecordBook,
    as_of: date,
    *,
    is_internal: bool,
) -> dict[str, object]:
    """Give what is known of a version as JSON values."""
    record = version.record
    timeline = archive.timeline
    dated = timeline[version.label]
    period = timeline.period(version.label, as_of)
    ends = None if period is None or period.end is None else period.end.isoformat()
    return {
        "schema": SCHEMA,
        "statement": archive.statement_id,
        "version": str(record.version),
        "as_of": as_of.isoformat(),
        "status": timeline.status(version.label, as_of).value,
        "adopted": record.is_adopted,
        "published_planned": record.published.isoformat(),
        "published": None if dated.published is None else dated.published.isoformat(),
        "effective_planned": record.effective.isoformat(),
        "effective": dated.effective_as_known(as_of).isoformat(),
        "in_force_from": None if period is None else period.start.isoformat(),
        "in_force_until": ends,
        "supersedes": None if record.supersedes is None else str(record.supersedes),
        "reaches": record.reaches.value,
        "required_by_law": record.required_by_law,
        "assessment": None
        if record.assessment is None
        else assessment_values(record.assessment),
        "announced": {
            finding: day.isoformat() for (finding, _), day in dated.announced.items()
        },
        "decisions": [
            _said(decision_values(one), is_internal=is_internal)
            for one in record.decisions
        ],
        "approved": None
        if record.approved is None
        else {"by": record.approved.by, "on": record.approved.on.isoformat()},
        "events": [
            _said(event_values(one), is_internal=is_internal) for one in record.events
        ],
        "lock": dict(_lock(version)),
        "digest": record.digest,
        "chain": list(_chain(archive, record)),
        "forms": [
            {
                "object": one.object_id,
                "committed_at": one.committed_at,
                "history_ends_here": one.is_boundary,
            }
            for one in book.forms(version)
        ],
    }


def bundle(files: Mapping[str, bytes]) -> bytes:
    """Pack files into a ZIP, the same bytes for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(path)  # dated 1980, as a file without a date
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def _said(values: dict[str, str], *, is_internal: bool) -> dict[str, str]:
    if is_internal:
        return values
    return {key: value for key, value in values.items() if key not in _PRIVATE}


def _texts(version: StoredVersion, folder: str) -> Iterator[tuple[str, bytes]]:
    start = f"{version.layout.folder}/"
    for path, _ in version.locked_files():
        name = path.removeprefix(start)
        parts = name.split("/")
        shown = "/".join(parts[2:]) if parts[0] == "versions" else name
        yield f"{folder}/{shown}", version.cache.tree.read(path)


def _lock(version: StoredVersion) -> Iterator[tuple[str, str]]:
    start = f"{version.layout.folder}/versions/"
    for path, locked in version.locked_files():
        yield path.removeprefix(start), locked.sha256


def _before(archive: Archive, version: StoredVersion) -> StoredVersion | None:
    record = version.record
    label = record.supersedes
    if record.assessment is not None:
        label = record.assessment.against
    before = None if label is None else archive.versions.get(label)
    return None if before is None or before.faults else before


def _changes(before: StoredVersion, version: StoredVersion) -> dict[str, bytes]:
    comparisons = compare_languages(text_of_version(before), text_of_version(version))
    return {
        f"changes/{locale}.txt": redline_text(comparison, PLAIN_MARKS).encode()
        for locale, comparison in comparisons.items()
    }


def _notices(version: StoredVersion) -> dict[str, bytes]:
    tree = version.cache.tree
    files = {}
    for locale in notices_now(version.record):
        path = version.layout.notice_file(version.label, locale)
        if path in tree.paths:
            files[f"notice/{locale}.md"] = tree.read(path)
    return files


def _chain(archive: Archive, record: Record) -> Iterator[dict[str, str | None]]:
    """Give the records before, the newest first, as far as each follows the other."""
    by_digest = {one.record.digest: one.record for one in archive.versions.values()}
    link: Record | None = record
    while link is not None:
        yield {
            "version": str(link.version),
            "digest": link.digest,
            "previous": link.previous,
        }
        link = None if link.previous is None else by_digest.get(link.previous)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
