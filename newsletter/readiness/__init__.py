"""Is a mailing ready? rules.py: what blocks it. matrix.py: every language beside every check. links.py: where its links lead."""

from .matrix import matrix
from .rules import (
    compile_problems,
    council_of,
    general_problems,
    problems,
    problems_of_version,
    sender_problems,
    setting_warnings,
    warnings,
)

__all__ = [
    "compile_problems",
    "council_of",
    "general_problems",
    "matrix",
    "problems",
    "problems_of_version",
    "sender_problems",
    "setting_warnings",
    "warnings",
]
