"""`python -m duenotice` is `duenotice`."""

from __future__ import annotations

from duenotice.cli import main

if __name__ == "__main__":
    main()
