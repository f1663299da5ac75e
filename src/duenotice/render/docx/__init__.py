"""A Word document: its parts, and the markup of its text, as the standard has them.

Nothing here knows of statements or comparisons. What is written is the same for equal
input: no part holds a day, and the parts have an order.
"""

from __future__ import annotations
