"""What a theme adds to the style sheets of the site, of the PDFs and of letters.

Nothing of it is copied from an author's text: colours were read and are written anew,
and the names of fonts are letters, digits, spaces and hyphens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.model.palette import shipped_colours
from duenotice.model.theme import Scheme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.model.colour import Colour
    from duenotice.model.theme import FontFile
    from duenotice.model.theme import Logo
    from duenotice.model.theme import Theme

_GENERIC = ("serif", "sans-serif", "monospace", "system-ui")
_OWN_LETTERS = ("ar", "fa", "ps", "ur", "zh", "ja", "ko")
"""Languages whose letters few fonts have: they keep the shipped ones."""

_FORMATS = {".woff2": "woff2", ".ttf": "truetype", ".otf": "opentype"}
_PDF_SERIF = '"Noto Serif", "Noto Naskh Arabic", "DejaVu Serif", serif'
_PDF_SANS = '"Noto Sans", "Noto Sans Arabic", "DejaVu Sans", sans-serif'
_SHARP = "image-rendering: crisp-edges"
"""PDF/A forbids that a reader smooths the picture."""

FILE_SCHEME = "theme:"
"""Before a file's path in the style sheet of the PDFs, which load nothing else."""


def site_css(theme: Theme, addresses: Mapping[str, str]) -> str:
    """Write what stands after the style sheet of the site.

    Args:
        theme: The theme.
        addresses: Where its fonts are, from the style sheet, by their paths.
    """
    rules = [*_faces(theme.fonts.files, addresses)]
    rules += _site_colours(theme.colours)
    stacks = {
        "serif": _stack(theme.fonts.text, "serif"),
        "sans": _stack(theme.fonts.interface, "sans-serif"),
    }
    rules += _rule(_latin(":is(:root, [lang])"), _properties(stacks))
    return "\n".join(rules)


def pdf_css(theme: Theme) -> str:
    """Write what stands after the style sheet of the PDFs.

    They use only fonts that come with the project, so that they are the same on every
    machine; what those lack is set in the shipped ones.
    """
    files = theme.fonts.files
    rules = [*_faces(files, {one.path: FILE_SCHEME + one.path for one in files})]
    own = {one.family for one in files}
    text = [one for one in theme.fonts.text if one in own]
    interface = [one for one in theme.fonts.interface if one in own]
    if text:
        rules += _rule(
            "body, [lang], .audience", _family(_quoted(text) + f", {_PDF_SERIF}")
        )
    if text or interface:
        stack = ", ".join(filter(None, (_quoted(interface), _PDF_SANS)))
        rules += _rule("[data-interface], [data-interface] [lang]", _family(stack))
    accent = theme.colours.get(Scheme.LIGHT, {}).get("accent")
    if accent is not None:
        rules += _rule("a", f"color: {accent}")
    if theme.logo is not None:
        rules += _logo(theme.logo)
    return "\n".join(rules)


def letter_css(theme: Theme) -> str:
    """Write what stands after the style sheet of letters: the logo, and the accent.

    The logo stands at the head, above the window of the envelope and facing the name
    of the sender. Words stay black and in the shipped fonts, as print shops want them.
    """
    rules: list[str] = []
    if theme.logo is not None:
        drawn = f'url("{FILE_SCHEME}{theme.logo.path}")'
        room = "float: right; width: 50mm; height: 14mm; margin-inline-start: 6mm"
        picture = f"background: {drawn} right top / contain no-repeat"
        drawn_so = f'content: ""; {room}; {picture}; {_SHARP}'
        rules += _rule(".letterhead::before", drawn_so)
        turned = "float: left; background-position: left top"
        rules += _rule('[dir="rtl"] .letterhead::before', turned)
    accent = theme.colours.get(Scheme.LIGHT, {}).get("accent")
    if accent is not None:
        rules += _rule(".dates, blockquote, hr", f"border-color: {accent}")
    return "\n".join(rules)


def with_theme(sheet: str, added: str) -> str:
    """Give a style sheet with what the theme adds to it."""
    return f"{sheet}\n/* The theme */\n\n{added}\n" if added else sheet


def _logo(logo: Logo) -> Iterator[str]:
    """Set the logo above the name, which stays there to be read aloud at least."""
    drawn = f'url("{FILE_SCHEME}{logo.path}")'
    place = "padding-block-start: 34pt; background:"
    look = f"{drawn} left top / auto 28pt no-repeat; {_SHARP}"
    yield from _rule(".controller", f"{place} {look}")
    yield from _rule('[dir="rtl"] .controller', "background-position: right top")
    if logo.holds_name:
        yield from _rule(".controller", "color: white; font-size: 1pt")


def _faces(files: Sequence[FontFile], addresses: Mapping[str, str]) -> Iterator[str]:
    for one in files:
        form = _FORMATS[one.path[one.path.rindex(".") :].lower()]
        yield (
            f'@font-face {{ font-family: "{one.family}"; font-weight: {one.weight}; '
            f"font-style: {one.style}; font-display: swap; "
            f'src: url("{addresses[one.path]}") format("{form}") }}'
        )


def _site_colours(colours: Mapping[Scheme, Mapping[str, Colour]]) -> Iterator[str]:
    yield from _rule(":root", _properties(colours.get(Scheme.LIGHT, {})))
    # Else the light ones would hold on dark pages too.
    yield from (
        f"@media screen and (prefers-color-scheme: dark) {{ {rule} }}"
        for rule in _rule(":root", _properties(_dark(colours)))
    )


def _dark(colours: Mapping[Scheme, Mapping[str, Colour]]) -> dict[str, Colour]:
    """Give the colours of dark pages: the shipped ones where a theme has none."""
    shipped = shipped_colours(Scheme.DARK)
    light, dark = colours.get(Scheme.LIGHT, {}), colours.get(Scheme.DARK, {})
    return {name: dark.get(name, shipped[name]) for name in (*light, *dark)}


def _stack(names: Sequence[str], last: str) -> str:
    if not names:
        return ""
    ends = () if names[-1] in _GENERIC else (last,)
    return _quoted((*names, *ends))


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(one if one in _GENERIC else f'"{one}"' for one in names)


def _latin(selector: str) -> str:
    return selector + "".join(f":not(:lang({one}))" for one in _OWN_LETTERS)


def _properties(values: Mapping[str, object]) -> str:
    return "; ".join(f"--{name}: {value}" for name, value in values.items() if value)


def _family(stack: str) -> str:
    return f"font-family: {stack}"


def _rule(selector: str, declarations: str) -> Iterator[str]:
    if declarations:
        yield f"{selector} {{ {declarations} }}"
