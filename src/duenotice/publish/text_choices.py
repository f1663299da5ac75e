"""Which text a planned file shows, with a hash of all it is made of."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from duenotice.publish.plan import TextChoice

if TYPE_CHECKING:
    from duenotice.publish.statement_site import StatementSite
    from duenotice.store.version import StoredVersion


def text_choice(site: StatementSite, version: StoredVersion, locale: str) -> TextChoice:
    """Choose a version's text in one locale."""
    return TextChoice(
        statement_id=site.archive.statement_id,
        version=version.label,
        locale=locale,
        sha256=_text_hash(version, locale),
    )


def _text_hash(version: StoredVersion, locale: str) -> str:
    """Hash what a text is made of: its own files and those that fill its gaps."""
    lock = version.record.lock
    used = {locale, version.statement.source_locale}
    facts = {
        "statement": lock.statement.sha256,
        "sections": {
            one: [[locked.id, locked.sha256] for locked in lock.locales.get(one, ())]
            for one in sorted(used)
        },
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
