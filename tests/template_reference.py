"""The reference of the templates, written from the templates and their views.

`python tests/template_reference.py` writes `docs/reference/templates.md` anew.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import documents
from duenotice import render
from duenotice.render.environment import shipped_templates

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = documents.ROOT / "docs" / "reference" / "templates.md"
VIEWS_OF_TEMPLATES = {
    "messages/app.txt": "MessageView",
    "messages/email.mjml": "MessageView",
    "messages/email.txt": "MessageView",
    "messages/greeting.txt": "MessageView",
    "messages/letter.html": "LetterView",
    "messages/sms.txt": "MessageView",
    "messages/subject.txt": "MessageView",
    "pdf/compare.html": "RedlinePageView",
    "pdf/notice.html": "NoticePdfView",
    "pdf/statement.html": "PdfView",
    "site/archive.html": "ArchivePageView",
    "site/banner-words.txt": "BannerWordsView",
    "site/banner.html": "BannerPageView",
    "site/calendar-event.txt": "CalendarEventView",
    "site/calendar.txt": "CalendarView",
    "site/change.html": "ChangePageView",
    "site/changes.html": "ChangesPageView",
    "site/compare-file.html": "RedlinePageView",
    "site/compare.html": "RedlinePageView",
    "site/feed.xml": "FeedView",
    "site/index.html": "IndexPageView",
    "site/redirect.html": "RedirectView",
    "site/section-history.html": "SectionHistoryView",
    "site/sitemap.xml": "SiteMapView",
    "site/statement.html": "StatementPageView",
}
"""What `page` is in the templates that are rendered; the others are parts of them."""

_FIRST = "## All templates\n"
_TEMPLATES = {".html", ".mjml", ".txt", ".xml"}
_SOURCES = sorted(Path(render.__file__).parent.rglob("*view*.py"))
_COMMENT = re.compile(r"\A\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)
_BLOCK = re.compile(r"\{%-?\s*block (\w+)")
_MACRO = re.compile(r"\{%-?\s*macro (\w+)")


@dataclass(frozen=True)
class View:
    """A class of facts that a template gets."""

    name: str
    says: str
    fields: tuple[tuple[str, str, str], ...]
    """Name, type and meaning of each."""


def make_reference() -> str:
    """Write the reference; what stands above the first table is kept."""
    head, _, _ = REFERENCE.read_text("utf-8").partition(_FIRST)
    lines = "\n".join(_lines())
    return f"{head.rstrip()}\n\n{_FIRST}{lines}\n"


def template_names() -> list[str]:
    """Name the shipped templates; style sheets, scripts and catalogues are none."""
    folder = shipped_templates()
    found = (one for one in folder.rglob("*") if one.suffix in _TEMPLATES)
    return sorted(one.relative_to(folder).as_posix() for one in found)


def views() -> dict[str, View]:
    """Read every view from the source."""
    found = {}
    for path in _SOURCES:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name.endswith("View"):
                found[node.name] = _view(node)
    return found


def _view(node: ast.ClassDef) -> View:
    fields = []
    for one, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            kind = ast.unparse(one.annotation)
            fields.append((one.target.id, kind, _text(after)))
    says = ast.get_docstring(node) or ""
    return View(node.name, _line(says), tuple(fields))


def _text(node: ast.stmt | None) -> str:
    """Give the sentence that stands below a field."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return _line(str(node.value.value))
    return ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _lines() -> Iterator[str]:
    known = views()
    yield ""
    yield "| template | is | gets | blocks |"
    yield "| --- | --- | --- | --- |"
    for name in template_names():
        text = (shipped_templates() / name).read_text("utf-8")
        if _BLOCK.search(text) or name in VIEWS_OF_TEMPLATES:
            yield f"| `{name}` | {_is(text)} | {_gets(name)} | {_named(_BLOCK, text)} |"
    yield ""
    yield "## Pieces"
    yield ""
    yield "| template | is | macros |"
    yield "| --- | --- | --- |"
    for name in template_names():
        text = (shipped_templates() / name).read_text("utf-8")
        if not _BLOCK.search(text) and name not in VIEWS_OF_TEMPLATES:
            yield f"| `{name}` | {_is(text)} | {_named(_MACRO, text)} |"
    yield ""
    yield "## Views"
    for name in sorted(known):
        yield ""
        yield from _section(known[name], known)


def _is(text: str) -> str:
    comment = _COMMENT.search(text)
    return "" if comment is None else _line(comment[1])


def _gets(name: str) -> str:
    view = VIEWS_OF_TEMPLATES.get(name)
    return f"[{view}](#{view.lower()})" if view else "any with a `shell`"


def _named(pattern: re.Pattern[str], text: str) -> str:
    return ", ".join(f"`{one}`" for one in dict.fromkeys(pattern.findall(text)))


def _section(view: View, known: dict[str, View]) -> Iterator[str]:
    yield f"### {view.name}"
    yield ""
    yield from re.sub(r"(?<=\.) ", "\n", view.says).split("\n")
    yield ""
    yield "| field | is a | meaning |"
    yield "| --- | --- | --- |"
    for name, kind, says in view.fields:
        yield f"| `{name}` | {_kind(kind, known)} | {says} |"


def _kind(kind: str, known: dict[str, View]) -> str:
    """Say what a field is: a view by its link, anything else as Python has it."""
    named = [one for one in re.findall(r"\w+View", kind) if one in known]
    shown = kind.replace("|", "or").replace("tuple[", "list of ")
    shown = shown.replace(", ...]", "").replace("None", "nothing")
    for one in dict.fromkeys(named):
        shown = re.sub(rf"\b{one}\b", f"[{one}](#{one.lower()})", shown)
    return shown.replace("str", "text").replace("bool", "yes or no")


def update() -> None:
    """Write the reference into its file."""
    REFERENCE.write_text(make_reference(), "utf-8")


if __name__ == "__main__":
    update()
