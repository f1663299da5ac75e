"""The codes of diagnostics, read from the source that reports them.

Nothing is run and nothing is listed by hand: a code is a constant in a call, or is put
together of constants that are passed for a function's parameter.
"""

from __future__ import annotations

import ast
import itertools
import re
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

import duenotice

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

SOURCE = Path(duenotice.__file__).parent

_REPORT_ARGUMENTS = 4
"""`report.error(code, message, line, hint)`, and likewise `warning`."""


@dataclass(frozen=True)
class Reported:
    """A place where the source reports a diagnostic."""

    code: str
    severity: str
    message: re.Pattern[str]
    """What the message is like: its fixed words, and anything between them."""

    hint: re.Pattern[str]


def reported_in(paths: Iterable[Path]) -> Iterator[Reported]:
    """Give every diagnostic that these modules report."""
    source = _Source()
    for path in sorted(paths):
        source.read(path)
    for call in source.calls:
        made = _made_by(call.node)
        if made is not None:
            severity, code, message, hint = made
            for one in source.values(code, call):
                yield Reported(one, severity, _likeness(message), _likeness(hint))


def _made_by(
    node: ast.Call,
) -> tuple[str, ast.expr, ast.expr, ast.expr] | None:
    """Give severity, code, message and hint of a call that makes a diagnostic."""
    name = _callee(node)
    if name in {"error", "warning"} and len(node.args) == _REPORT_ARGUMENTS:
        return name, node.args[0], node.args[1], node.args[3]
    given = {one.arg: one.value for one in node.keywords}
    severity = given.get("severity")
    if name == "Diagnostic" and isinstance(severity, ast.Attribute):
        return severity.attr.lower(), given["code"], given["message"], given["hint"]
    return None


def _likeness(expression: ast.expr) -> re.Pattern[str]:
    match expression:
        case ast.Constant(value=str(text)):
            return re.compile(re.escape(text))
        case ast.JoinedStr(values=parts):
            return re.compile("".join(_likeness(part).pattern for part in parts))
        case _:
            return re.compile(".*?")


@dataclass(frozen=True)
class _Call:
    """A call, and where it stands."""

    node: ast.Call
    function: ast.FunctionDef | None
    """The function around it."""

    path: Path


@dataclass(frozen=True)
class _Source:
    """The calls of all modules."""

    calls: list[_Call] = field(default_factory=list)

    def read(self, path: Path) -> None:
        """Read a module."""
        self._walk(ast.parse(path.read_text("utf-8")), None, path)

    def _walk(
        self, node: ast.AST, function: ast.FunctionDef | None, path: Path
    ) -> None:
        if isinstance(node, ast.Call):
            self.calls.append(_Call(node, function, path))
        inner = node if isinstance(node, ast.FunctionDef) else function
        for child in ast.iter_child_nodes(node):
            self._walk(child, inner, path)

    def values(self, expression: ast.expr, call: _Call) -> Iterator[str]:
        """Give the texts that an expression of a call can be."""
        match expression:
            case ast.Constant(value=str(text)):
                yield text
            case ast.JoinedStr(values=parts):
                choices = [list(self.values(part, call)) for part in parts]
                yield from map("".join, itertools.product(*choices))
            case ast.FormattedValue(value=value):
                yield from self.values(value, call)
            case ast.Name(id=name) if call.function is not None:
                yield from self._passed(name, call.function, call.path)
            case _:
                message = f"{call.path}: what code is {ast.unparse(expression)}?"
                raise ValueError(message)

    def _passed(
        self, name: str, function: ast.FunctionDef, path: Path
    ) -> Iterator[str]:
        """Give the texts that are passed for a parameter."""
        position, default = _parameter(name, function)
        is_private = function.name.startswith("_")
        for call in self.calls:
            if _callee(call.node) != function.name:
                continue
            if is_private and call.path != path:
                continue  # another function of the same name
            given = {one.arg: one.value for one in call.node.keywords}.get(name)
            if position is not None and position < len(call.node.args):
                given = call.node.args[position]
            given = given or default
            if given is not None:
                yield from self.values(given, call)


def _parameter(
    name: str, function: ast.FunctionDef
) -> tuple[int | None, ast.expr | None]:
    """Give the place of a parameter in a call, and its default."""
    arguments = function.args
    names = [one.arg for one in arguments.args]
    defaults = dict(zip(reversed(names), reversed(arguments.defaults), strict=False))
    for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default is not None:
            defaults[one.arg] = default
    if "self" in names:
        names.remove("self")
    return names.index(name) if name in names else None, defaults.get(name)


def _callee(node: ast.Call) -> str | None:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return None
