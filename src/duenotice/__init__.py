"""Privacy statements with versions, redlines and due notice, from Markdown in git."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
