"""Whether people may be shown. A room that holds releases registers a judge; other rooms ask without knowing who holds them.

Whatever shows a person with a release carries a mark in its HTML, in every medium: that is how files and mails are found again.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.dispatch import Signal

MARK = re.compile(r"\bperson-([0-9a-f]{32})\b")

# A release has ended: `key` is the person's, `pictures` are the names of what was made of their pictures. Receivers take the
# person out of what has not left yet, and return a list of Traces of what had left before.
person_gone = Signal()


@dataclass(frozen=True)
class Objection:
    """Why somebody may not be shown. `code` is that of a preflight finding."""

    code: str
    name: str
    medium: str = ""


@dataclass(frozen=True)
class Trace:
    """Something that had left the house with a person on it: what, when (ISO date), how many."""

    what: str
    on: str
    copies: int = 0


Judge = Callable[..., Iterable[Objection]]
_judges: list[Judge] = []


def register_judge(judge: Judge) -> None:
    """`judge(html, medium=…)` names everybody in `html` who has not agreed; `medium` is empty if any release will do."""
    if judge not in _judges:
        _judges.append(judge)


def objections(html: str, *, medium: str = "") -> list[Objection]:
    """Everybody whom `html` shows without a release."""
    return [objection for judge in _judges for objection in judge(html, medium=medium)]


def mark_of(key: UUID) -> str:
    """A class name for the element that shows this person."""
    return f"person-{key.hex}"


def people_in(html: str) -> list[str]:
    """Keys (32 hexadecimal digits) of everybody whom `html` shows."""
    return sorted(set(MARK.findall(html)))
