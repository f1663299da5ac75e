"""The calls in the program's source, and the texts that their arguments can be.

Nothing is run: a text is a constant, is put together of constants, is what a function
of the same module returns, or is what is passed for a function's parameter.
"""

from __future__ import annotations

import ast
import itertools
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Call:
    """A call, and where it stands."""

    node: ast.Call
    function: ast.FunctionDef | None
    """The function around it."""

    path: Path

    @property
    def callee(self) -> str | None:
        """Give the name of what is called."""
        return _callee(self.node)

    @property
    def given(self) -> dict[str, ast.expr]:
        """Give the arguments that are passed by name."""
        return {one.arg: one.value for one in self.node.keywords if one.arg}

    def is_within(self, names: Collection[str]) -> bool:
        """Tell whether it stands in a function of one of these names."""
        return self.function is not None and self.function.name in names

    def argument(self, name: str, function: ast.FunctionDef) -> ast.expr | None:
        """Give what it passes for a parameter, or the default."""
        position, default = _parameter(name, function)
        if position is not None and position < len(self.node.args):
            return self.node.args[position]
        return self.given.get(name, default)


@dataclass(frozen=True)
class Source:
    """The calls, functions and tables of all modules that were read."""

    calls: list[Call] = field(default_factory=list)
    functions: dict[tuple[Path, str], ast.FunctionDef] = field(default_factory=dict)
    tables: dict[str, ast.Dict] = field(default_factory=dict)
    """The dictionaries that are constants of a module."""

    def read(self, path: Path) -> None:
        """Read a module."""
        module = ast.parse(path.read_text("utf-8"))
        for node in module.body:
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict() as table):
                    self.tables[name] = table
                case _:
                    pass
        self._walk(module, None, path)

    def calls_of(self, function: ast.FunctionDef, path: Path) -> Iterator[Call]:
        """Give the calls of a function that a module defines."""
        is_private = function.name.startswith("_")
        for call in self.calls:
            if call.callee != function.name:
                continue
            if is_private and call.path != path:
                continue  # another function of the same name
            yield call

    def values(self, expression: ast.expr, call: Call) -> Iterator[str]:
        """Give the texts that an expression of a call can be.

        Raises:
            ValueError: That can't be told.
        """
        match expression:
            case ast.Constant(value=str(text)):
                yield text
            case ast.JoinedStr(values=parts):
                choices = [list(self.values(part, call)) for part in parts]
                yield from map("".join, itertools.product(*choices))
            case ast.FormattedValue(value=value):
                yield from self.values(value, call)
            case ast.IfExp(body=one, orelse=other):
                yield from self.values(one, call)
                yield from self.values(other, call)
            case ast.Name(id=name) if call.function is not None:
                yield from self._passed(name, call.function, call.path)
            case ast.Call() if function := self._called(expression, call.path):
                yield from self._returned(function, call)
            case _:
                message = f"{call.path}: what text is {ast.unparse(expression)}?"
                raise ValueError(message)

    def _walk(
        self, node: ast.AST, function: ast.FunctionDef | None, path: Path
    ) -> None:
        if isinstance(node, ast.Call):
            self.calls.append(Call(node, function, path))
        inner = function
        if isinstance(node, ast.FunctionDef):
            inner = self.functions[path, node.name] = node
        for child in ast.iter_child_nodes(node):
            self._walk(child, inner, path)

    def _called(self, node: ast.Call, path: Path) -> ast.FunctionDef | None:
        name = _callee(node)
        return None if name is None else self.functions.get((path, name))

    def _returned(self, function: ast.FunctionDef, call: Call) -> Iterator[str]:
        for node in ast.walk(function):
            if isinstance(node, ast.Return) and node.value is not None:
                yield from self.values(node.value, call)

    def _passed(
        self, name: str, function: ast.FunctionDef, path: Path
    ) -> Iterator[str]:
        """Give the texts that are passed for a parameter."""
        for call in self.calls_of(function, path):
            given = call.argument(name, function)
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
