"""What is wrong with the text of a draft: one check a file.

A check reads a `CheckedStatement` and gives diagnostics. It reads no files and knows
no day. Every code is explained in `docs/reference/diagnostics.md`.
"""

from __future__ import annotations

from duenotice.checks.all_checks import CHECKS
from duenotice.checks.all_checks import check_statement
from duenotice.checks.demands import Asker
from duenotice.checks.demands import ChangeClause
from duenotice.checks.demands import Demands
from duenotice.checks.subject import CheckedStatement
from duenotice.checks.term_definitions import DefinedTerm
from duenotice.checks.term_definitions import defined_terms

__all__ = [
    "CHECKS",
    "Asker",
    "ChangeClause",
    "CheckedStatement",
    "DefinedTerm",
    "Demands",
    "check_statement",
    "defined_terms",
]
