"""Characters that nobody sees, and that have no place in a text."""

from __future__ import annotations

import re

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""Characters that can't be seen and mean nothing in a text."""

DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Characters that make a text read otherwise than it is stored."""
