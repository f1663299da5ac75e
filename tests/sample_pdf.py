"""A rowing club's rules, as HTML that a PDF is made of."""

from __future__ import annotations

import datetime as dt

from duenotice.render.pdf import PdfInfo
from duenotice.render.pdf import write_pdf

INFO = PdfInfo(
    dated=dt.date(2026, 3, 9),
    author="Heron Rowing Club",
    subject="What the club notes about its rowers",
)

STYLE = """
@page {
  size: A5; margin: 20mm;
  @top-center { content: string(heading) }
  @bottom-center { content: "Page " counter(page) " of " counter(pages) }
}
html { font-family: serif }
h1 { string-set: heading content() }
"""

ROWS = "\n".join(
    f'<tr><th scope="row">Boat {number}</th><td>{number} seats</td></tr>'
    for number in range(1, 41)
)
ITEMS = "\n".join(f"<li>Oar number {number}.</li>" for number in range(1, 41))

BODY = f"""
<header><h1>Rowing rules</h1></header>
<main>
<section id="log">
<h2>1. The log</h2>
<p>The office first fills in an <em>efficient</em> log; see
<a href="#boats"><strong>section 2</strong>, Boats</a>
and <a href="https://heron.example/waffles">our page on waffles</a>.</p>
<ul><li><p>Loose item.</p><p>Its second paragraph.</p></li>
<li>Tight item<ol><li>Inner item</li></ol></li></ul>
<h3>1.1 Gaps</h3>
<h4>1.1.1 Short gaps</h4>
<p>On the quay they say <span lang="es">buenas tardes</span>.</p>
<ol start="7">{ITEMS}<li>{"Many words on one oar. " * 120}</li></ol>
</section>
<section id="boats" style="break-before: page">
<h2>2. Boats</h2>
<table><caption>All boats</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Size</th></tr></thead>
<tbody>{ROWS}</tbody></table>
<p lang="ar" dir="rtl">قارب جديد</p>
<p><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
<title>A buoy</title><circle cx="4" cy="4" r="4"/></svg></p>
</section>
</main>
"""


def page_of(body: str, *, title: str = "Rowing rules", head: str = "") -> str:
    """Wrap a body into a document in English."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def pdf_of(body: str, *, style: str = STYLE, head: str = "") -> bytes:
    """Write a small document."""
    return write_pdf(page_of(body, head=head), stylesheet=style, info=INFO)
