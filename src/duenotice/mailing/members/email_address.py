"""E-mail addresses that any service takes: the plain part of RFC 5321's grammar."""

from __future__ import annotations

import re

_LONGEST = 254
_LOCAL = r"(?!-)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PLAIN = re.compile(
    rf"(?=.{{1,64}}@)(?=.{{1,{_LONGEST}}}\Z){_LOCAL}@(?:{_LABEL}\.)+(?![0-9]+\Z){_LABEL}"
)
_SHORTEST_TOP = 2
_DEVIATES = re.compile("[ßẞς\u200c\u200d]")
"""The codec takes them for other letters, by an older standard: for another host."""


def email_address(text: str) -> str:
    """Give an address as it is written in a header, its host in ASCII.

    >>> email_address("Ana.Lee@Bücher.example")
    'Ana.Lee@xn--bcher-kva.example'

    Raises:
        ValueError: It is none, or one that only some services take.
    """
    if len(text) > _LONGEST:
        raise ValueError(text)
    local, at, host = text.rpartition("@")
    if not host.isascii():
        if _DEVIATES.search(host):
            raise ValueError(text)
        host = host.encode("idna").decode("ascii")
    address = f"{local}{at}{host.lower()}"
    top = address.rpartition(".")[2]
    if _PLAIN.fullmatch(address) is None or len(top) < _SHORTEST_TOP:
        raise ValueError(text)
    return address
