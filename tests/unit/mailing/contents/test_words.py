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
    "below another": "<style>td > div .x{display:none}</style>"
    f"<table><tr><td><div><p class=x>{TOLD}",
    "by its place": f"<style>p:last-child{{display:none}}</style><p>{TOLD}</p>",
    "on screens": f"<style>@media screen{{p{{display:none}}}}</style><p>{TOLD}</p>",
    "on paper": f"<style>@media print{{p{{display:none}}}}</style><p>{TOLD}</p>",
    "screens alone": "<style>@media only screen{p{display:none}}</style>"
    f"<p>{TOLD}</p>",
    "two media": "<style>@media screen,print{p{display:none}}</style>"
    f"<p>{TOLD}</p>",
    "not on paper": f"<style>@media not print{{p{{opacity:0}}}}</style><p>{TOLD}</p>",
    "some screens": f"<style>@media(min-width:1px){{p{{opacity:0}}}}</style><p>{TOLD}",
    "small screens": f"<style media='(max-width:4px)'>p{{opacity:0}}</style><p>{TOLD}",
    "hidden in the dark": "<style>@media (prefers-color-scheme:dark){p{opacity:0}}"
    f"</style><p>{TOLD}",
    "dark or not": "<style>@media (prefers-color-scheme:dark), all{p{color:#fff}}"
    f"</style><p>{TOLD}",
    "rule in a rule": f"<style>div{{& p{{opacity:0}}}}</style><div><p>{TOLD}",
    "condition in a rule": f"<style>p{{@media all{{opacity:0}}}}</style><p>{TOLD}",
    "layer": f"<style>@layer x{{p{{display:none}}}}</style><p>{TOLD}",
    "said last": f"<style>b{{opacity:0}} .x{{opacity:1}}</style><b class=x>{TOLD}",
    "weaker selector": f"<style>#x{{opacity:0}} p{{opacity:1}}</style><p id=x>{TOLD}",
    "by a link": f"<style>:link{{display:none}}</style><a href=x>{TOLD}</a>",
    "not while touched": f"<style>p:not(:hover){{opacity:0}}</style><p>{TOLD}",
    "beside another": f"<style>i + p{{display:none}}</style><i></i><p>{TOLD}",
    "colour below": f"<style>body .x{{color:#fff}}</style><p class=x>{TOLD}",
    "slash": f"<style/>p{{display:none}}</style><p>{TOLD}",
    "colour of a class": f"<style>.x{{color:white}}</style><p class=x>{TOLD}</p>",
}

SEEN = {
    "plain": f"<p>{TOLD}</p>",
    "a size again": f'<td style="font-size:0"><p style="font-size:16px">{TOLD}',
    "visible again": '<p style="visibility:hidden"><b style="visibility:visible">'
    + TOLD,
    "white on black": f'<td style="background:#000"><p style="color:#fff">{TOLD}',
    "hidden before": f'<p style="display:none">Psst</p><p>{TOLD}</p>',
    "another class": f"<style>.x.z{{display:none}}</style><p class='x'>{TOLD}</p>",
    "while touched": f"<style>p:hover{{display:none}}</style><p>{TOLD}</p>",
    "before it": f"<style>p::before{{display:none}}</style><p>{TOLD}</p>",
    "a part of it": "<style>p::first-letter,p:first-line{color:#fff}</style>"
    f"<p>{TOLD}",
    "no link": f"<style>.x:link{{display:none}}</style><p class=x>{TOLD}</p>",
    "empty ones": f"<style>p:empty{{display:none}}</style><p>{TOLD}</p>",
    "elsewhere": f"<style>.y p{{display:none}}</style><p class=y>{TOLD}</p>",
    "dark screens": "<style>@media (prefers-color-scheme: dark){p{color:#fff}}</style>"
    f"<p>{TOLD}</p>",
    "dark rooms": f"<style>[data-ogsc] p{{color:white}}</style><p>{TOLD}</p>",
    "not Outlook": f"<!--[if !mso]><!--><p>{TOLD}</p><!--<![endif]-->",
    "broken sheet": f"<style>}} p {{ display: }} @x {{</style><p>{TOLD}</p>",
}

HIDING = (
    *("display:none", "display:table-column", "content-visibility:hidden"),
    *("transform:scale(0)", "scale:0", "rotate:x 90deg", "translate:-9999px"),
    *("clip:rect(0,0,0,0)", "clip-path:inset(50%)", "mask-image:url(x)"),
    *("opacity:.1", "opacity:15%", "opacity:var(--x)", "filter:opacity(0)"),
    *("font:0/0 a", "font:700 1px/1.5 serif", "font-size:.1em", "font-size:calc(0px)"),
    *("left:-9999px", "left:-60em", "top:-30cm", "text-indent:100vw", "inset:-40in"),
    *("margin:0 0 0 -800pt", "margin-inline-start:-99rem", "right:600px"),
    *("height:1px;overflow:hidden", "max-height:.1em;overflow-y:clip"),
    *(
        "width:0;overflow-x:hidden",
        "height:0;overflow:auto",
        "height:2em;overflow:clip",
    ),
    *("line-height:0", "line-height:1px", "position:running(top)", "z-index:-1"),
    *("color:rgb(255 255 255)", "color:hsl(0 0% 100%)", "color:oklch(1 0 0)"),
    *("color:var(--x)", "color:color-mix(in srgb, red, #fff)", "color:#ffffff11"),
    *("-webkit-text-fill-color:#fff", "background:currentcolor", "background:var(--x)"),
    *("background:linear-gradient(#000,#000)", "letter-spacing:-1em"),
    *("visibility:collapse", "-webkit-line-clamp:1", "animation:away 1s"),
)
HARMLESS = (
    *(
        "display:table",
        "transform:none",
        "opacity:.9",
        "font:italic 700 0.9em/1.4 serif",
    ),
    *("margin:0 auto", "margin:-2px 0 24px", "top:calc(16mm - 97mm)", "left:0"),
    *(
        "max-width:640px;overflow:hidden",
        "height:0",
        "line-height:1.5",
        "line-height:20px",
    ),
    *("color:#333", "color:rgb(0,0,0)", "background:#eee url(x)", "color:inherit"),
    *(
        "background:linear-gradient(#fff,#eee)",
        "background:none",
        "letter-spacing:-.02em",
    ),
    *("position:absolute", "font-size:smaller", "text-indent:2em", "max-height:none"),
)
WITHHOLDING = (
    *("noscript", "iframe", "details", "dialog", "select", "object", "svg", "rp"),
    *("template", "textarea", "title", "p hidden", "p popover", "canvas", "noframes"),
)
MISUSED = {
    "two styles": f'<p style="display:none" style="display:block">{TOLD}</p>',
    "no such end": f"</title><noscript>{TOLD}</noscript>",
    "slash": f"<div hidden/>{TOLD}",
    "end in a cell": f"<div hidden><table><tr><td></div>{TOLD}",
    "end in a block": f"<span hidden><p></span>{TOLD}",
    "goes on": f"<p><b hidden>a</p><p>{TOLD}</p>",
    "next paragraph": f'<div style="color:#fff"><p style="color:#000">a<p>{TOLD}</div>',
    "next item": f'<ul style="color:#fff"><li style="color:#000">a<li>{TOLD}</ul>',
    "next cell": f'<table style="color:#fff"><tr><td style="color:#000">a<td>{TOLD}',
    "next row": f'<table style="color:#fff"><tr style="color:#000"><td>a<tr><td>{TOLD}',
    "next heading": f'<div style="color:#fff"><h1 style="color:#000">a<h2>{TOLD}',
}
LEFT_OUT = {
    "paragraph": f"<p hidden>a<p>{TOLD}",
    "item": f"<ul><li hidden>a<ul><li>b</ul><li>{TOLD}</ul>",
    "cell": f"<table><tr><td hidden>a<td>{TOLD}</table>",
    "row": f"<table><tr hidden><td>a<tr><td>{TOLD}</table>",
    "table in a cell": f"<table><tr><td><table><tr><td>a</table><p>{TOLD}",
    "list after words": f"<p hidden>a<ul><li>{TOLD}</ul>",
    "slash": f"<svg/><p>{TOLD}</p>",
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

    @pytest.mark.parametrize("style", HIDING)
    def test_hidden(self, style: str) -> None:
        """
        No style that takes words away lets them be said.
        """
        assert "" == html_words(f'<div style="{style}"><p>{TOLD}</p></div>')

    @pytest.mark.parametrize("style", HARMLESS)
    def test_harmless(self, style: str) -> None:
        """
        Looks that leave them where they are do.
        """
        assert TOLD == html_words(f'<div style="{style}"><p>{TOLD}</p></div>')

    @pytest.mark.parametrize("tag", WITHHOLDING)
    def test_withheld(self, tag: str) -> None:
        """
        Nor does an element that some programs only, or nobody, show.
        """
        assert "See us." == html_words(f"<{tag}>{TOLD}</{tag}><p>See us.</p>")

    def test_sheet(self) -> None:
        """
        A letter's own style sheet counts as one that stands in it.
        """
        sheet = "@media print { .x { display: none } } @page { margin: 0 }"
        html = f"<p class='x'>{TOLD}</p><p>See us.</p>"

        assert "See us." == html_words(html, sheet)


class TestTags:
    """Tags that are left out, or are too many."""

    @pytest.mark.parametrize("html", MISUSED.values(), ids=MISUSED)
    def test_misused(self, html: str) -> None:
        """
        They bring nothing to light that browsers keep hidden.
        """
        assert TOLD not in html_words(html)

    @pytest.mark.parametrize("html", LEFT_OUT.values(), ids=LEFT_OUT)
    def test_left_out(self, html: str) -> None:
        """
        Ends that may be left out hide nothing.
        """
        assert TOLD in html_words(html).split("\n\n")
