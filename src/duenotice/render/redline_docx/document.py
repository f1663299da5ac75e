"""The whole document: what is compared on top, and below it the redline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.render import locales
from duenotice.render.docx.package import WordDocument
from duenotice.render.docx.package import write_docx
from duenotice.render.docx.paragraphs import ParagraphForm
from duenotice.render.docx.paragraphs import paragraph_xml
from duenotice.render.docx.runs import Run
from duenotice.render.docx.runs import Speech
from duenotice.render.docx.runs import run_xml
from duenotice.render.redline_docx.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.compare import Comparison
    from duenotice.render.redline_marks import Cues

_PAGE = (
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" '
    'w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
)


def redline_docx(
    comparison: Comparison, cues: Cues, names: tuple[str, str], lang: str
) -> bytes:
    """Give the redline of a comparison as a Word document.

    Args:
        comparison: One that could be made.
        cues: The words beside the text.
        names: What the earlier and the later text are called.
        lang: The language of both.
    """
    writer = Writer(comparison, cues, lang)
    is_rtl = locales.text_direction(lang) == "rtl"
    speech = Speech(is_rtl=is_rtl)
    head = "".join(_head(comparison.new.title, names, cues, speech))
    body = writer.body(comparison.nodes)
    direction = "<w:bidi/>" if is_rtl else ""
    return write_docx(
        WordDocument(
            title=f"{comparison.new.title} ({names[0]} → {names[1]})",
            lang=lang,
            body=f"{head}{body}<w:sectPr>{_PAGE}{direction}</w:sectPr>",
            numbering=writer.numbering.xml(),
            comments=writer.lines.remarks.xml(),
            links=writer.lines.links,
        )
    )


def _head(
    title: str, names: tuple[str, str], cues: Cues, speech: Speech
) -> Iterator[str]:
    """Say which two texts are compared; this is in neither of them."""
    rows: list[tuple[str, tuple[str, ...]]] = [("Title", (title,))]
    rows += [
        ("Subtitle", (f"{said}: ", name))
        for said, name in zip((cues.earlier, cues.later), names, strict=True)
    ]
    for style, texts in rows:
        form = ParagraphForm(style=style, is_rtl=speech.is_rtl)
        runs = (run_xml(Run(text), speech, is_struck=False) for text in texts)
        yield paragraph_xml(form, "", "", "".join(runs))
