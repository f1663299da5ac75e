"""The codes of diagnostics, read from the source that reports them.

Nothing is run and nothing is listed by hand: a code is what a call passes, or stands
with its message and its hint in the table of what holds a version.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duenotice
from source_calls import Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from source_calls import Call

SOURCE = Path(duenotice.__file__).parent

_REPORTS = frozenset({"error", "warning"})
_REPORT_ARGUMENTS = 4
"""`report.error(code, message, line, hint)`, and likewise `warning`."""

_HOLDS = "_HOLDS"
"""In `duenotice.review.gate`: message and hint by the code of a hold."""


@dataclass(frozen=True)
class Reported:
    """A place where the source reports a diagnostic."""

    code: str
    severity: str
    message: re.Pattern[str]
    """What the message is like: its fixed words, and anything between them."""

    hint: re.Pattern[str]


@dataclass(frozen=True)
class _Made:
    """What a call makes a diagnostic of, as it is written."""

    severity: ast.expr | str
    code: ast.expr
    message: ast.expr
    hint: ast.expr


def reported_in(paths: Iterable[Path]) -> Iterator[Reported]:
    """Give every diagnostic that these modules report."""
    source = Source()
    for path in sorted(paths):
        source.read(path)
    for call in source.calls:
        made = _made_by(call)
        if made is not None and not call.is_within(_REPORTS):
            yield from _reports(source, made, call)
    yield from _holds(source)


def _made_by(call: Call) -> _Made | None:
    """Give what a call makes a diagnostic of."""
    arguments, given = call.node.args, call.given
    if call.callee in _REPORTS and len(arguments) == _REPORT_ARGUMENTS:
        code, message, _, hint = arguments
        return _Made(call.callee, code, message, hint)
    if call.callee == "Diagnostic" and "severity" in given:
        severity, code = given["severity"], given["code"]
        return _Made(severity, code, given["message"], given["hint"])
    return None


def _reports(source: Source, made: _Made, call: Call) -> Iterator[Reported]:
    """Give what a call reports, or what is reported through the function around it."""
    if isinstance(made.severity, ast.Name) and call.function is not None:
        for other in source.calls_of(call.function, call.path):
            yield from _reports(source, _passed(made, call.function, other), other)
    elif not _is_hold(made.code):
        for code in source.values(made.code, call):
            for severity in _severities(made.severity):
                yield Reported(
                    code, severity, _likeness(made.message), _likeness(made.hint)
                )


def _passed(made: _Made, function: ast.FunctionDef, call: Call) -> _Made:
    """Give what a call makes a diagnostic of through a function's parameters."""
    parts = []
    for one in (made.severity, made.code, made.message, made.hint):
        given = call.argument(one.id, function) if isinstance(one, ast.Name) else None
        assert given is not None, f"{call.path}: {function.name} makes a diagnostic"
        parts.append(given)
    severity, code, message, hint = parts
    return _Made(severity, code, message, hint)


def _is_hold(code: ast.expr) -> bool:
    """Tell whether the table of holds has a code, and its message and hint."""
    return ast.unparse(code) == "hold.code"


def _holds(source: Source) -> Iterator[Reported]:
    """Give what the table of holds says; a hold that waits is a warning first."""
    table = source.tables.get(_HOLDS, ast.Dict([], []))
    waiting = set(_waiting(source))
    for key, value in zip(table.keys, table.values, strict=True):
        assert isinstance(key, ast.Constant)
        assert isinstance(value, ast.Tuple)
        code = str(key.value)
        message, hint = map(_format_likeness, value.elts)
        yield Reported(code, "error", message, hint)
        if code in waiting:
            yield Reported(code, "warning", message, hint)


def _waiting(source: Source) -> Iterator[str]:
    for call in source.calls:
        if call.callee == "Hold" and "waits" in call.given:
            yield from source.values(call.given["code"], call)


def _severities(expression: ast.expr | str) -> frozenset[str]:
    match expression:
        case str(name):
            return frozenset({name})
        case ast.Attribute(attr=name):
            return frozenset({name.lower()})
        case ast.IfExp(body=one, orelse=other):
            return _severities(one) | _severities(other)
        case _:
            message = f"what severity is {ast.unparse(expression)}?"
            raise ValueError(message)


def _likeness(expression: ast.expr) -> re.Pattern[str]:
    match expression:
        case ast.Constant(value=str(text)):
            return re.compile(re.escape(text))
        case ast.JoinedStr(values=parts):
            return re.compile("".join(_likeness(part).pattern for part in parts))
        case _:
            return re.compile(".*?")


def _format_likeness(expression: ast.expr) -> re.Pattern[str]:
    """Give what a text is like whose gaps are filled in later."""
    return re.compile(re.sub(r"\\{\w+\\}", ".*?", _likeness(expression).pattern))
