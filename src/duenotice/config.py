"""`[tool.duenotice]` in a project's `pyproject.toml`.

```toml
[tool.duenotice]
publishing-branch = "main"
comparisons = "all"
rules-off = ["listed"]
site-address = "https://www.example.org/privacy/"
feed-authority = "example.org"
```
"""

from __future__ import annotations

import difflib
import enum
import re
import tomllib
from dataclasses import dataclass

from duenotice.diagnostics import visible
from duenotice.errors import DuenoticeError


class Comparisons(enum.StrEnum):
    """Which versions have a page that says what changed between them."""

    ALL = "all"
    """Every two: their addresses stay for ever."""

    NEAR = "near"
    """Neighbours, and each with the one in force, whose pages go when that does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of a project that are about the work and not about a statement."""

    publishing_branch: str = "main"
    """A version is recorded once it stands on this branch."""

    comparisons: Comparisons = Comparisons.ALL
    rules_off: tuple[str, ...] = ()
    """Names of rules that changes are not judged by. Whoever judges checks them."""

    site_address: str = ""
    """Where the site stands on the web, with a slash at its end; empty where nobody
    says."""

    feed_authority: str = ""
    """The name of a host, by which entries of feeds are known for ever."""


class ConfigError(DuenoticeError):
    """`pyproject.toml` holds a setting that can't be used."""

    def __init__(self, message: str, hint: str) -> None:
        """Say which."""
        super().__init__(f"pyproject.toml: {message}", hint=hint)


_RULES_OFF = "rules-off"
_ADDRESS = "site-address"
_AUTHORITY = "feed-authority"
_KEYS = ("publishing-branch", "comparisons", _RULES_OFF, _ADDRESS, _AUTHORITY)


def read_config(data: bytes | None) -> Config:
    """Read the settings; a project without them has the usual ones.

    Raises:
        ConfigError: A key is unknown, or a value is of the wrong kind.
    """
    if data is None:
        return Config()
    try:
        document = tomllib.loads(data.decode("utf-8"))
    except RecursionError as error:
        reason = "it is nested too deeply"
        raise _unreadable(reason) from error
    except ValueError as error:  # no UTF-8, no TOML, or a number without end
        raise _unreadable(visible(str(error))) from error
    table = document.get("tool", {})
    if isinstance(table, dict):
        table = table.get("duenotice", {})
    if not isinstance(table, dict):
        message = "[tool.duenotice] is not a table"
        raise ConfigError(message, "Write [tool.duenotice] on a line, then the keys.")
    names = _names(table.pop(_RULES_OFF, []))
    values = {key: _text(key, value) for key, value in table.items()}
    return Config(
        publishing_branch=_branch(values.get("publishing-branch", "main")),
        comparisons=_comparisons(values.get("comparisons", Comparisons.ALL.value)),
        rules_off=names,
        site_address=_address(values.get(_ADDRESS, "")),
        feed_authority=_authority(values.get(_AUTHORITY, "")),
    )


def _unreadable(reason: str) -> ConfigError:
    message = f"it can't be read: {reason}"
    return ConfigError(message, "Mend the file; it is TOML in UTF-8.")


def _text(key: str, value: object) -> str:
    if key not in _KEYS:
        raise _unknown(key)
    if not isinstance(value, str) or not value:
        message = f'"{key}" in [tool.duenotice] is not text'
        raise ConfigError(message, f'Write {key} = "…".')
    return value


def _names(value: object) -> tuple[str, ...]:
    names = tuple(value) if isinstance(value, list) else (None,)
    if not all(isinstance(one, str) and one for one in names):
        message = f'"{_RULES_OFF}" in [tool.duenotice] is not a list of names'
        raise ConfigError(message, f'Write {_RULES_OFF} = ["listed"].')
    return names


_NO_BRANCH = re.compile(
    r"""
    ^-|^HEAD$|^@$           # git takes them for something else
    |(?:^|/)(?:\.|/|$)      # an empty part, or one with a dot in front
    |\.(?:lock)?(?:/|$)     # a dot, or what git's own locks end with, at the end
    |\.\.|@\{               # words of git's language of revisions, and its signs
    |[\x00-\x20\x7f~^:?*\[\\]
    """,
    re.VERBOSE,
)
"""What `git check-ref-format --branch` refuses."""


def _branch(name: str) -> str:
    """Take the plain name of a branch: a revision such as `main~1` is none."""
    if _NO_BRANCH.search(name):
        message = f'"publishing-branch" in [tool.duenotice] can\'t be "{visible(name)}"'
        raise ConfigError(message, 'Write the name of a branch, such as "main".')
    return name


def _comparisons(value: str) -> Comparisons:
    try:
        return Comparisons(value)
    except ValueError as error:
        message = f'"comparisons" in [tool.duenotice] can\'t be "{value}"'
        allowed = " or ".join(f'"{one.value}"' for one in Comparisons)
        raise ConfigError(message, f"Write {allowed}.") from error


_NAME = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = rf"(?:{_NAME}\.)*{_NAME}"
_SITE = re.compile(
    rf"""
    https://{_HOST}(?::[1-9][0-9]{{0,4}})?
    /(?:(?!\.\.?/)[A-Za-z0-9._~!$&'()*+,;=:@%-]+/)*
    """,
    re.VERBOSE,
)


def _address(given: str) -> str:
    """Take the address of a folder on a host, as all other addresses begin with it."""
    address = given if not given or given.endswith("/") else f"{given}/"
    if given and _SITE.fullmatch(address) is None:
        message = f'"{_ADDRESS}" in [tool.duenotice] can\'t be "{visible(given)}"'
        hint = 'Write where the first page is, such as "https://www.example.org/".'
        raise ConfigError(message, hint)
    return address


def _authority(given: str) -> str:
    if given and re.fullmatch(_HOST, given) is None:
        message = f'"{_AUTHORITY}" in [tool.duenotice] can\'t be "{visible(given)}"'
        hint = 'Write the name of a host that is yours, such as "example.org".'
        raise ConfigError(message, hint)
    return given


def _unknown(key: str) -> ConfigError:
    close = difflib.get_close_matches(key, _KEYS, n=1)
    meant = f'Did you mean "{close[0]}"? ' if close else ""
    return ConfigError(
        f'"{key}" is not a key of [tool.duenotice]',
        f"{meant}Keys allowed here: {', '.join(_KEYS)}.",
    )
