"""What a template may do: show its view, the same way each time.

A template is a part of the project like any text in it, so whoever may propose a text
may propose a template. It reads no file and runs no code of the program beside what is
given to it, and what it writes depends on the view alone: not on chance, on the clock,
on the machine's time zone or on where an object lies in memory.
"""

from __future__ import annotations

import re
from datetime import date
from datetime import timedelta
from typing import TYPE_CHECKING
from typing import Any
from typing import ClassVar

from jinja2 import StrictUndefined
from jinja2 import select_autoescape
from jinja2.exceptions import SecurityError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from jinja2 import BaseLoader
    from jinja2.runtime import Context

_DATE_ATTRIBUTES = frozenset(
    {"day", "isocalendar", "isoformat", "isoweekday", "month", "weekday", "year"}
)
"""Not `today`, nor `strftime`, which knows the machine's time zone."""

_SHOWN = (str, int, float, date, timedelta, Undefined, type(None))
_ADDRESS = re.compile(r"(?:<|&lt;)[^<>&\n]{1,200} at 0x[0-9a-fA-F]{6,16}(?:>|&gt;)")
_WIDE = re.compile(r"%[-+ #0-9.]*(?:\*|\d{4})")
_MOST_CHARACTERS = 1_000_000
_MOST_ON_A_PAGE = 50_000_000
_MOST_BITS = 10_000


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment whose templates are functions of their views."""

    intercepted_binops: ClassVar[frozenset[str]] = frozenset({"-", "*", "**", "%"})  # type: ignore[misc]

    def __init__(self, loader: BaseLoader) -> None:
        """Take what loads the templates."""
        super().__init__(
            autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
            finalize=_refuse_objects,
            keep_trailing_newline=True,
            loader=loader,
            lstrip_blocks=True,
            trim_blocks=True,
            undefined=StrictUndefined,
        )
        self.policies["ext.i18n.trimmed"] = True
        del self.globals["lipsum"]
        del self.filters["random"]

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Tell whether an attribute may be asked for."""
        if isinstance(obj, date) and attr not in _DATE_ATTRIBUTES:
            return False
        # A format reaches `strftime` through a date, and fills the memory by a width.
        if isinstance(obj, str) and attr in {"format", "format_map"}:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401
        """Leave formatting to `is_safe_attribute`."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Calculate, unless the result would be huge or in no certain order."""
        if _is_huge(operator, left, right):
            message = f"the result of {operator} would be too large"
            raise SecurityError(message)
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, set | frozenset):
            message = "a set has no order"
            raise SecurityError(message)
        return result


def checked_page(text: str) -> str:
    """Give a rendered text, unless it is huge or tells where an object lies in memory.

    A filter may have made a text of an object before anybody could refuse it.
    """
    if len(text) > _MOST_ON_A_PAGE:
        message = "the page would be too large"
        raise SecurityError(message)
    if found := _ADDRESS.search(text):
        message = f"{found[0]} is an object and no text; name a field of it"
        raise SecurityError(message)
    return text


def _refuse_objects(value: object) -> object:
    if isinstance(value, _SHOWN):
        return value
    message = f"'{_type_name(value)} object' is no text; name a field of it"
    raise SecurityError(message)


def _type_name(value: object) -> str:
    kind = type(value)
    in_module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return f"{in_module}{kind.__qualname__}"


def _is_huge(operator: str, left: Any, right: Any) -> bool:  # noqa: ANN401
    if operator == "*":
        counts = [one for one in (left, right) if isinstance(one, int)]
        texts = [one for one in (left, right) if isinstance(one, str | list | tuple)]
        if counts and texts:
            return len(texts[0]) * counts[0] > _MOST_CHARACTERS
        return sum(one.bit_length() for one in counts) > _MOST_BITS
    if operator == "**" and isinstance(left, int) and isinstance(right, int):
        return left.bit_length() * abs(right) > _MOST_BITS
    return operator == "%" and isinstance(left, str) and bool(_WIDE.search(left))
