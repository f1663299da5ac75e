"""The messages of the templates, and their catalogues.

`python tests/messages.py` writes `templates/locale/messages.pot` anew, and puts new
messages, still without words, into every catalogue beside it.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from babel.messages.pofile import write_po

TEMPLATES = Path(__file__).parents[1] / "templates"
LOCALES = TEMPLATES / "locale"
POT = LOCALES / "messages.pot"

_SUFFIXES = {".html", ".mjml", ".txt", ".xml"}
_OPTIONS = {
    "lstrip_blocks": "on",
    "newstyle_gettext": "on",
    "silent": "off",
    "trim_blocks": "on",
    "trimmed": "on",
}
_HEADER = """\
# The messages of the templates, made from them by `python tests/messages.py`.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extract_messages() -> Catalog:
    """Collect the messages of all templates."""
    catalogue = Catalog(charset="utf-8")
    files = (one for one in TEMPLATES.rglob("*") if one.suffix in _SUFFIXES)
    for path in sorted(files):
        name = path.relative_to(TEMPLATES).as_posix()
        with path.open("rb") as file:
            found = extract(
                "jinja2.ext:babel_extract",
                file,
                comment_tags=["Translators:"],
                options=_OPTIONS,
            )
            for line, message, comments, context in found:
                catalogue.add(
                    message,
                    locations=[(name, line)],
                    auto_comments=comments,
                    context=context,
                )
    return catalogue


def make_pot() -> str:
    """Write the messages as a template of a catalogue."""
    return _HEADER + _write(extract_messages(), omit_header=True)


def read_catalogue(path: Path) -> Catalog:
    """Read a catalogue as it is, with what is fuzzy or empty."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True)


def _write(catalogue: Catalog, *, omit_header: bool = False) -> str:
    written = io.BytesIO()
    write_po(
        written,
        catalogue,
        width=88,
        omit_header=omit_header,
        include_lineno=False,
        sort_by_file=True,
    )
    return written.getvalue().decode()


def update() -> None:
    """Bring the files up to date with the templates."""
    POT.write_text(make_pot(), "utf-8")
    messages = extract_messages()
    for path in sorted(LOCALES.glob("*.po")):
        catalogue = read_catalogue(path)
        catalogue.update(messages, no_fuzzy_matching=True, update_header_comment=False)
        catalogue.obsolete.clear()
        header = path.read_text("utf-8").partition("\n\n")[0]
        path.write_text(f"{header}\n\n{_write(catalogue, omit_header=True)}", "utf-8")


if __name__ == "__main__":
    update()
