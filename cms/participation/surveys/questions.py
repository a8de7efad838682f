"""The questions of a survey as plain values. Every id is that of a block: the same in all languages."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """`options` are (id, text): the answers to choose from, for a scale its numbers, for a matrix its columns."""

    id: str
    kind: str  # single, multiple, scale, matrix, text
    text: str
    hint: str
    needed: bool
    options: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[str, str], ...] = ()  # of a matrix
    low: str = ""
    high: str = ""
    most: int = 0  # of several answers; 0: as many as one likes

    @property
    def field(self) -> str:
        return f"q_{self.id}"

    def row_field(self, row: str) -> str:
        return f"{self.field}_{row}"


def questions_of(page) -> list[Question]:
    return [question_of(block) for block in page.questions if block.id]


def question_of(block) -> Question:
    value = block.value
    extra = {}
    if block.block_type in ("single", "multiple"):
        extra = {"options": tuple(listed(value["options"])), "most": value.get("most") or 0}
    elif block.block_type == "matrix":
        extra = {"options": tuple(listed(value["columns"])), "rows": tuple(listed(value["rows"]))}
    elif block.block_type == "scale":
        steps = tuple((str(number), str(number)) for number in range(1, int(value["steps"]) + 1))
        extra = {"options": steps, "low": value["low"], "high": value["high"]}
    return Question(block.id, block.block_type, value["question"], value.get("hint") or "", bool(value.get("needed")), **extra)


def listed(values) -> Iterator[tuple[str, str]]:
    """(id, text) of a list block."""
    return ((child.id, child.value) for child in values.bound_blocks)
