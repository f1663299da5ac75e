from __future__ import annotations

import pytest

from duenotice.mailing.contents.words import html_words

TOLD = "We sell your name."

UNSEEN = {
    "attribute": f"<p hidden>{TOLD}</p>",
    "display": f'<p style="display: none">{TOLD}</p>',
    "important": f'<p style="display:none!important;display:block">{TOLD}</p>',
    "visibility": f'<p style="visibility:hidden"><b>{TOLD}</b></p>',
    "unset": f'<p style="visibility:hidden"><b style="visibility:unset">{TOLD}',
    "no size": f'<div style="font-size:0"><p>{TOLD}</p></div>',
    "no size, relatively": f'<p style="font-size:0"><b style="font-size:1em">{TOLD}',
    "a pixel": f'<p style="font-size:1px">{TOLD}</p>',
    "opacity": f'<div style="opacity:0"><p style="opacity:1">{TOLD}</p></div>',
    "Outlook": f'<p style="mso-hide:all">{TOLD}</p>',
    "cut off": f'<div style="max-height:0;overflow:hidden">{TOLD}</div>',
    "beside the page": f'<p style="text-indent:-9999px">{TOLD}</p>',
    "white on white": f'<p style="color:#fff">{TOLD}</p>',
    "nearly white": f'<p style="color:#fefefe">{TOLD}</p>',
    "black on black": f'<td bgcolor="black"><p>{TOLD}</p></td>',
    "tint on tint": f'<td style="background:#eed url(x)"><i style="color:#eed">{TOLD}',
    "transparent": f'<p style="color:transparent">{TOLD}</p>',
    "comment": f"<!-- {TOLD} -->",
    "Outlook alone": f"<!--[if mso]><p>{TOLD}</p><![endif]-->",
    "class": f"<style>.x {{ display: none }}</style><p class='y x'>{TOLD}</p>",
    "class, later": f"<p class='x'>{TOLD}</p><style>p.x{{display:none}}</style>",
    "id": f"<style>#x, h1 {{ display: none }}</style><p id='x'>{TOLD}</p>",
    "element": f"<style>blockquote{{opacity:0}}</style><blockquote>{TOLD}",
    "below another": f"<style>td > p .x{{display:none}}</style><p class=x>{TOLD}",
    "by its place": f"<style>p:last-child{{display:none}}</style><p>{TOLD}</p>",
    "on screens": f"<style>@media screen{{p{{display:none}}}}</style><p>{TOLD}</p>",
    "colour of a class": f"<style>.x{{color:white}}</style><p class=x>{TOLD}</p>",
}

SEEN = {
    "plain": f"<p>{TOLD}</p>",
    "a size again": f'<td style="font-size:0"><p style="font-size:16px">{TOLD}',
    "visible again": '<p style="visibility:hidden"><b style="visibility:visible">'
    + TOLD,
    "white on black": f'<td style="background:#000"><p style="color:#fff">{TOLD}',
    "hidden before": f'<p style="display:none">Psst</p><p>{TOLD}</p>',
    "said last": f"<style>b{{opacity:0}} .x{{opacity:1}}</style><b class=x>{TOLD}",
    "another class": f"<style>.x.z{{display:none}}</style><p class='x'>{TOLD}</p>",
    "while touched": f"<style>p:hover{{display:none}}</style><p>{TOLD}</p>",
    "before it": f"<style>p::before{{display:none}}</style><p>{TOLD}</p>",
    "small screens": (
        "<style>@media (max-width:400px){p{display:none}}</style>"
        f"<style media='(max-width:400px)'>p{{display:none}}</style><p>{TOLD}</p>"
    ),
    "dark rooms": f"<style>[data-ogsc] p{{color:white}}</style><p>{TOLD}</p>",
    "not Outlook": f"<!--[if !mso]><!--><p>{TOLD}</p><!--<![endif]-->",
    "broken sheet": f"<style>}} p {{ display: }} @x {{</style><p>{TOLD}</p>",
}


class TestSight:
    """What counts as said."""

    @pytest.mark.parametrize("html", UNSEEN.values(), ids=UNSEEN)
    def test_unseen(self, html: str) -> None:
        """
        Words that no reader sees, or not each of them, aren't said.
        """
        assert "" == html_words(html)

    @pytest.mark.parametrize("html", SEEN.values(), ids=SEEN)
    def test_seen(self, html: str) -> None:
        """
        All others are.
        """
        assert TOLD == html_words(html)

    def test_print(self) -> None:
        """
        On paper, the letter's own style sheet counts, and what is for print alone.
        """
        sheet = "@media print { .x { display: none } } @page { margin: 0 }"
        html = f"<p class='x'>{TOLD}</p><p>See us.</p>"

        assert "See us." == html_words(html, sheet, medium="print")
        assert f"{TOLD}\n\nSee us." == html_words(html, sheet)
