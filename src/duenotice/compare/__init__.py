"""Two texts side by side: what was added, removed, amended and moved."""

from __future__ import annotations

from duenotice.compare.changes import Change
from duenotice.compare.changes import ChangeKind
from duenotice.compare.comparison import Comparison
from duenotice.compare.comparison import compare
from duenotice.compare.document import Document
from duenotice.compare.document import PartHeading
from duenotice.compare.document import document_of
from duenotice.compare.document import document_of_blocks
from duenotice.compare.moves import Move
from duenotice.compare.moves import MoveKind
from duenotice.compare.nodes import Branch
from duenotice.compare.nodes import Element
from duenotice.compare.nodes import Leaf
from duenotice.compare.nodes import MovedPart
from duenotice.compare.nodes import Node
from duenotice.compare.nodes import Side
from duenotice.compare.tokens import Token
from duenotice.compare.words import Difference
from duenotice.compare.words import Stretch
from duenotice.compare.words import WordDiff

__all__ = [
    "Branch",
    "Change",
    "ChangeKind",
    "Comparison",
    "Difference",
    "Document",
    "Element",
    "Leaf",
    "Move",
    "MoveKind",
    "MovedPart",
    "Node",
    "PartHeading",
    "Side",
    "Stretch",
    "Token",
    "WordDiff",
    "compare",
    "document_of",
    "document_of_blocks",
]
