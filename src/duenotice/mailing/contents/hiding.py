"""What shows an element to nobody, or not to all, whatever its letters look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.contents.lengths import lengths_in
from duenotice.mailing.contents.lengths import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.mailing.contents.style_sheets import Styles

_UNSEEN = frozenset(
    {
        *("audio", "canvas", "datalist", "embed", "frameset", "head", "iframe"),
        *("math", "meter", "noembed", "noframes", "noscript", "object", "progress"),
        *("rp", "script", "select", "style", "svg", "template", "textarea", "title"),
        "video",
    }
)
"""Elements whose words are shown to nobody, or by some programs only."""

_CLOSED = frozenset({"details", "dialog"})
_UNSEEN_VALUES = {
    "display": {"none", "table-column", "table-column-group"},
    "content-visibility": {"hidden"},
    "mso-hide": {"all"},
}
_PLAIN = frozenset(
    {"auto", "inherit", "initial", "none", "normal", "revert", "revert-layer", "unset"}
)
_ONLY_PLAIN = (
    *("-webkit-line-clamp", "-webkit-mask", "-webkit-mask-image", "animation"),
    *("-webkit-text-security", "animation-name", "clip", "clip-path", "content"),
    *("filter", "line-clamp", "mask", "mask-image", "max-lines", "mix-blend-mode"),
    *("offset-path", "rotate", "scale", "transform", "translate"),
)
"""Properties that can take words away in more ways than can be told apart."""

_PLACES = ("bottom", "inset", "left", "margin", "right", "text-indent", "top")
_FAR = 500
_FAR_BACK = 100
"""So many pixels against the direction of a page are beyond its edge."""

_CUT = ("overflow", "overflow-x", "overflow-y", "overflow-block", "overflow-inline")
_HEIGHTS = ("block-size", "height", "max-block-size", "max-height")
_WIDTHS = ("inline-size", "max-inline-size", "max-width", "width")
_LOW = 500
"""What is cut off at so many pixels may have been longer."""

_NARROW = 50
_FAINT = 0.2
_CLOSE = -3
"""Pixels between letters that stand in one another."""


def is_gone(tag: str, styles: Styles, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether what an element holds can be hidden from somebody."""
    return (
        tag in _UNSEEN
        or (tag in _CLOSED and "open" not in attributes)
        or not attributes.keys().isdisjoint({"hidden", "popover"})
        or any(_UNSEEN_VALUES[one] & {*styles.get(one, ())} for one in _UNSEEN_VALUES)
        or any(one not in _PLAIN for one in _values(styles, *_ONLY_PLAIN))
        or any(one.startswith("running(") for one in _values(styles, "position"))
        or any(map(_is_faint, _values(styles, "opacity", "zoom")))
        or any(one < _CLOSE for one in _lengths(styles, "letter-spacing"))
        or any(one < 0 for one in _lengths(styles, "z-index"))
        or _is_far(styles)
        or _is_cut(styles)
    )


def _values(styles: Styles, *names: str) -> Iterator[str]:
    for name in names:
        yield from styles.get(name, ())


def _lengths(styles: Styles, *names: str) -> Iterator[float]:
    for value in _values(styles, *names):
        yield from lengths_in(value)


def _is_faint(value: str) -> bool:
    found = numbers_in(value)
    shares = [one / 100 if unit == "%" else one for one, unit in found]
    return min(shares, default=0 if "(" in value else 1) < _FAINT


def _is_far(styles: Styles) -> bool:
    places = (one for one in styles if one.startswith(_PLACES))
    return any(one >= _FAR or one <= -_FAR_BACK for one in _lengths(styles, *places))


def _is_cut(styles: Styles) -> bool:
    """Tell whether an element is so small that it cuts off what it holds."""
    flows = " ".join(_values(styles, *_CUT))
    is_cut = "hidden" in flows or "clip" in flows
    if not is_cut and not {"auto", "scroll"} & {*flows.split()}:
        return any(one not in _PLAIN for one in _values(styles, "contain"))
    low = _LOW if is_cut else _NARROW
    return any(one < low for one in _lengths(styles, *_HEIGHTS)) or any(
        one < _NARROW for one in _lengths(styles, *_WIDTHS)
    )
