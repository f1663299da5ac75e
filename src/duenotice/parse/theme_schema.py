"""What `theme.yaml` may hold."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from duenotice.model.colour import Colour
from duenotice.model.palette import SETTABLE
from duenotice.model.theme import THEME_FOLDER
from duenotice.parse import scalars
from duenotice.parse.scalars import ConvertedKind
from duenotice.parse.scalars import TextKind
from duenotice.parse.schema import EitherKind
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind

_FILE = re.compile(rf"{THEME_FOLDER}/(?:\w[\w.-]*/)*\w[\w.-]*", re.ASCII)
_WEIGHT = r"[1-9]\d{0,2}(?: [1-9]\d{0,2})?"
_LINK = r"https://[^\s\"'<>\\]{1,500}|mailto:[^\s\"'<>\\]{1,200}|tel:[0-9+.()-]{1,40}"


def _by_locale(what: scalars.TextKind | ListKind) -> MapKind:
    return MapKind(scalars.LOCALE_FORM, 'a locale such as "en"', what)


def _file(wanted: str, *endings: str) -> ConvertedKind:
    """Say: the path of a file in the theme's folder."""

    def convert(text: str) -> str:
        path = PurePosixPath(text)
        is_inside = _FILE.fullmatch(text) and ".." not in path.parts
        if not is_inside or path.suffix.lower() not in endings:
            raise ValueError(text)
        return text

    ends = "|".join(one.removeprefix(".") for one in endings)
    schema = {"type": "string", "pattern": rf"^{THEME_FOLDER}/.+\.(?:{ends})$"}
    return ConvertedKind(wanted, convert, schema)


def _colour() -> ConvertedKind:
    return ConvertedKind(
        "a colour that screens can show, such as #23595a or oklch(43% 0.06 195)",
        Colour.parse,
        {"type": "string", "pattern": "^(?:#|oklch)"},
    )


def _colours(scheme: str) -> KeysKind:
    keys = tuple(Key(name, _colour(), what) for name, what in SETTABLE.items())
    return KeysKind(f'"colours.{scheme}"', keys)


_PICTURE = _file(
    f'the path of an SVG or PNG file, such as "{THEME_FOLDER}/logo.svg"', ".svg", ".png"
)
_FONT = _file(
    f'the path of a font file, such as "{THEME_FOLDER}/text.woff2"',
    ".woff2",
    ".ttf",
    ".otf",
)
_FAMILY = TextKind(
    "the name of a font: letters, digits, spaces and hyphens",
    r"[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+){0,7}",
)
_ADDRESS = TextKind('an address that begins with "https://"', r"https://[^\s\"'<>\\]+")
_TARGET = TextKind('an address that begins with "https://", "mailto:" or "tel:"', _LINK)

_LOGO = KeysKind(
    '"logo"',
    (
        Key("file", _PICTURE, "the picture", required=True),
        Key("dark", _PICTURE, "another one for dark pages"),
        Key("holds_name", scalars.yes_or_no(), "whether the name is in it; no if left"),
    ),
)
_FONTS = KeysKind(
    '"font"',
    (
        Key("text", ListKind(_FAMILY, 1), "for the statement, the most wanted first"),
        Key("interface", ListKind(_FAMILY, 1), "for what the site itself says"),
        Key(
            "files",
            ListKind(
                KeysKind(
                    "a font's file",
                    (
                        Key("family", _FAMILY, "the font's name", required=True),
                        Key("file", _FONT, "where it stands", required=True),
                        Key(
                            "weight",
                            TextKind('a weight such as "400" or "300 700"', _WEIGHT),
                            "its weight, or a range; 400 if left out",
                        ),
                        Key(
                            "style",
                            scalars.choice("normal", "italic"),
                            "normal if left out",
                        ),
                    ),
                )
            ),
            "fonts that come with the site",
        ),
    ),
)
_FOOTER = ListKind(
    KeysKind(
        "a line of the footer",
        (
            Key("text", scalars.text(), "its words", required=True),
            Key("link", _TARGET, "where it leads"),
        ),
    )
)

THEME = KeysKind(
    "theme.yaml",
    (
        Key(
            "name",
            EitherKind(scalars.text(), _by_locale(scalars.text())),
            "the name at the head of each page, by locale if it differs; the "
            "controller's if left out",
        ),
        Key("home", _ADDRESS, "the organisation's own website"),
        Key("logo", EitherKind(_PICTURE, _LOGO), "the picture beside the name"),
        Key(
            "colours",
            KeysKind(
                '"colours"',
                (
                    Key("light", _colours("light"), "on light pages, and in PDFs"),
                    Key("dark", _colours("dark"), "on dark pages"),
                ),
            ),
            "colours in place of the shipped ones",
        ),
        Key("font", _FONTS, "fonts in place of the shipped ones"),
        Key("footer", _by_locale(_FOOTER), "lines at the foot of each page, by locale"),
    ),
)
