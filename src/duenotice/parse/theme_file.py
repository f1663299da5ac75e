"""`theme.yaml`: how an organisation's site looks.

```yaml
name: Alder Valley Health Plan
home: https://www.alder.example/
logo: theme/logo.svg
colours:
  light: {accent: "#7a2e12"}
  dark: {accent: "#f0b090"}
font:
  text: [Literata, Georgia, serif]
  files:
    - {family: Literata, file: theme/literata.woff2, weight: 300 700}
footer:
  en:
    - {text: Accessibility, link: "https://www.alder.example/accessibility"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any

from duenotice.model.colour import contrast
from duenotice.model.palette import ENOUGH
from duenotice.model.palette import read_pairs
from duenotice.model.palette import shipped_colours
from duenotice.model.theme import EVERYWHERE
from duenotice.model.theme import FontFile
from duenotice.model.theme import Fonts
from duenotice.model.theme import FooterEntry
from duenotice.model.theme import Logo
from duenotice.model.theme import Scheme
from duenotice.model.theme import Theme
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.report import Report
from duenotice.parse.schema import read_keys
from duenotice.parse.theme_schema import THEME
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections import abc

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.colour import Colour


def parse_theme(data: bytes, path: str) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Read `theme.yaml`: the theme, or nothing and the reasons why."""
    report = Report(path)
    text = decode_text(data, report)
    values = None if text is None else read_keys(text, THEME, report)
    if text is None or values is None:
        return None, tuple(report.diagnostics)
    theme = _theme(values)
    before = len(report.diagnostics)
    for scheme, colours in theme.colours.items():
        _check_contrast(scheme, colours, text, report)
    found = tuple(report.diagnostics)
    return (theme if len(found) == before else None), found


def _theme(values: dict[str, Any]) -> Theme:
    name, logo = values.get("name", {}), values.get("logo")
    footer = values.get("footer", {})
    return Theme(
        name={EVERYWHERE: name} if isinstance(name, str) else name,
        home=values.get("home", ""),
        logo=None if logo is None else _logo(logo),
        colours={
            Scheme(scheme): colours
            for scheme, colours in values.get("colours", {}).items()
        },
        fonts=_fonts(values.get("font", {})),
        footer={
            locale: tuple(FooterEntry(**one) for one in entries)
            for locale, entries in footer.items()
        },
    )


def _logo(value: str | dict[str, Any]) -> Logo:
    if isinstance(value, str):
        return Logo(path=value)
    return Logo(
        path=value["file"],
        dark_path=value.get("dark", ""),
        holds_name=value.get("holds_name", False),
    )


def _fonts(values: dict[str, Any]) -> Fonts:
    files = tuple(
        FontFile(path=one.pop("file"), **one) for one in values.get("files", ())
    )
    return Fonts(
        text=values.get("text", ()), interface=values.get("interface", ()), files=files
    )


def _check_contrast(
    scheme: Scheme, colours: abc.Mapping[str, Colour], text: str, report: Report
) -> None:
    """Report words that don't stand out from their ground, once for each colour."""
    known = {**shipped_colours(scheme), **colours}
    worst: dict[str, tuple[float, str, str]] = {}
    for front, back in read_pairs(colours):
        ratio = contrast(known[front], known[back])
        changed = front if front in colours else back
        if ratio < ENOUGH:
            worst[changed] = min(
                worst.get(changed, (ENOUGH, "", "")), (ratio, front, back)
            )
    for changed, (ratio, front, back) in worst.items():
        other = back if changed == front else front
        is_darker = known[changed].luminance < known[other].luminance
        # Rounded down: 4.49 is not enough, and must not look as if it were.
        report.error(
            "theme-contrast",
            f'on {scheme} pages "{front}" ({known[front]}) has a contrast of '
            f'{int(ratio * 100) / 100} to 1 with "{back}" ({known[back]}); words need '
            f"{ENOUGH} to 1",
            _line_of(text, "colours", scheme, changed),
            f'Make "{changed}" {"darker" if is_darker else "lighter"}, or the other '
            "colour the opposite.",
        )


def _line_of(text: str, *keys: str) -> int:
    """Find the line of a key below others."""
    node, line = read_yaml(text), 1
    for key in keys:
        entries = node.entries if isinstance(node, Mapping) else ()
        entry = next(one for one in entries if one.key == key)
        node, line = entry.value, entry.line
    return line
