"""A text as JSON-LD, in the words of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

_HARMLESS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""Signs that could end the element, or that a reader of HTML could take for others."""


def linked_data(facts: Mapping[str, object]) -> Markup:
    r"""Write facts as JSON for a `script` element; those without a value are left out.

    >>> print(linked_data({"name": "</script>", "url": ""}))
    {"@context":"https://schema.org","name":"\u003c/script\u003e"}
    """
    known = {name: value for name, value in facts.items() if value}
    text = json.dumps(
        {"@context": "https://schema.org", **known},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    for sign, harmless in _HARMLESS.items():
        text = text.replace(sign, harmless)
    return Markup(text)  # noqa: S704 - made harmless above
