"""Counts what the demo command has made, so that it can say so, and say when there was nothing left to do."""

from collections import Counter


class Ledger:
    def __init__(self) -> None:
        self.made: Counter[str] = Counter()

    def note(self, kind: str, created: bool = True, *, count: int = 1) -> None:
        if created:
            self.made[kind] += count

    def __bool__(self) -> bool:
        return any(self.made.values())

    def __str__(self) -> str:
        return ", ".join(f"{count} {kind}" for kind, count in self.made.items() if count)
