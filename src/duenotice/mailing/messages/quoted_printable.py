"""Quoted-printable, piece by piece.

A piece ends with a soft break, where one is needed, so that what is filled in begins on
a line of its own, and no line gets longer than it may be.
"""

from __future__ import annotations

import binascii

_SOFT_BREAK = b"=\r\n"
_END = b"x"
"""Stands behind a piece while it is encoded: so there is room for the soft break, and a
space before it counts as one within a line."""


def qp_piece(text: str) -> bytes:
    r"""Encode a piece behind which more follows.

    >>> qp_piece("Dear ")
    b'Dear =\r\n'
    """
    encoded = qp(text + _END.decode())[: -len(_END)]
    is_open = encoded and not encoded.endswith(b"\r\n")
    return encoded + _SOFT_BREAK if is_open else encoded


def qp(text: str) -> bytes:
    r"""Encode a text, or its last piece; the ends of its lines are those of e-mail.

    >>> qp("é\n")
    b'=C3=A9\r\n'
    """
    encoded = binascii.b2a_qp(text.replace("\r\n", "\n").encode())
    return encoded.replace(b"\n", b"\r\n")
