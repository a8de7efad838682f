"""The programme of an event as plain values: times, titles and speakers in the active language."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Speaker:
    name: str
    function: str


@dataclass(frozen=True)
class Item:
    start: datetime.time
    end: datetime.time | None
    title: str
    text: str
    kind: str
    speakers: tuple[Speaker, ...]

    @property
    def is_break(self) -> bool:
        return self.kind == "break"


def items_of(stream) -> list[Item]:
    return [
        Item(
            start=as_time(block.value["start"]),
            end=as_time(block.value.get("end")),
            title=block.value["title"],
            text=block.value.get("text") or "",
            kind=block.value["kind"],
            speakers=tuple(speakers_of(block.value.get("speakers") or [])),
        )
        for block in stream
        if block.value["start"]
    ]


def speakers_of(values):
    """People of the directory with their function there, unless this event gives them another."""
    for value in values:
        entry = value.get("person")
        person = entry.here if entry else None
        name = person.name if person else value.get("name")
        if name:
            yield Speaker(name=name, function=value.get("function") or (person.function if person else ""))


def as_time(value) -> datetime.time | None:
    return datetime.time.fromisoformat(value) if isinstance(value, str) and value else value or None
