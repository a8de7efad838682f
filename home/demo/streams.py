"""Turns the readable bodies of home.demo.content into stream data, with an id at every level (wagtail-localize needs them)."""

import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import CharBlock, EmailBlock, RichTextBlock, StreamBlock, StreamValue, StructBlock, TextBlock, URLBlock

PAGE_LINK = re.compile(r'<a page="([^"]+)">')
TEXTS = (CharBlock, TextBlock, RichTextBlock, EmailBlock, URLBlock)
EVERYWHERE = ["web", "print", "email"]
NAMESPACE = uuid.UUID("b6a1f0f4-24a8-4c7e-9d2e-5a9c11e0f024")


@dataclass(frozen=True)
class Desk:
    """Where names in the content are looked up: pictures by key, pages by slug, both as primary keys."""

    images: Mapping[str, int]
    pages: Mapping[str, int]

    def picture(self, value: Mapping[str, Any]) -> dict | None:
        if not value.get("image"):
            return None
        return {"image": self.images[value["image"]], "alt_text": value["alt"], "decorative": False}

    def rich(self, text: str | list[str]) -> str:
        """Paragraphs of rich text, with links written as <a page="slug">; text that is marked up already passes."""
        paragraphs = [text] if isinstance(text, str) else text
        marked_up = "".join(part if part.startswith("<p>") or not part else f"<p>{part}</p>" for part in paragraphs)
        return PAGE_LINK.sub(lambda found: f'<a linktype="page" id="{self.pages[found[1]]}">', marked_up)

    def stream(self, block: StreamBlock, content: list[tuple[str, Any]], *, path: str) -> StreamValue:
        """`content` as the value of a stream field; `path` makes its ids the same on every machine."""
        raw = [self.block(kind, value, path=f"{path}/{place}") for place, (kind, value) in enumerate(content)]
        for item in raw:
            leave_nothing_open(item["value"], block=block.child_blocks[item["type"]])
        return StreamValue(block, raw, is_lazy=True)

    def block(self, kind: str, value: Any, *, path: str) -> dict:
        data = SHAPES[kind](self, value, path)
        data.setdefault("show_in", EVERYWHERE)
        return {"type": kind, "value": data, "id": new_id(path)}


def leave_nothing_open(value: dict, *, block: StructBlock) -> None:
    """Optional texts that the content leaves out are empty, as from the editor's form; None would stop a translation."""
    for name, child in block.child_blocks.items():
        if isinstance(child, TEXTS):
            value.setdefault(name, "")


def new_id(path: str) -> str:
    return str(uuid.uuid5(NAMESPACE, path))


def items(values: list, *, path: str) -> list[dict]:
    return [{"type": "item", "value": value, "id": new_id(f"{path}/{place}")} for place, value in enumerate(values)]


def heading(desk: Desk, value: Any, path: str) -> dict:
    return {"text": value, "level": "2"} if isinstance(value, str) else {"level": "2", **value}


def paragraph(desk: Desk, value: Any, path: str) -> dict:
    return {"text": desk.rich(value)}


def list_items(desk: Desk, value: Any, path: str) -> dict:
    value = value if isinstance(value, dict) else {"style": "bullet", "items": value}
    return {"style": value["style"], "items": items([desk.rich(text) for text in value["items"]], path=path)}


def fact_box(desk: Desk, value: dict, path: str) -> dict:
    facts = [{"term": term, "text": desk.rich(text)} for term, text in value.get("facts", [])]
    return {"title": value["title"], "text": desk.rich(value.get("text", "")), "facts": items(facts, path=path)}


def table(desk: Desk, value: dict, path: str) -> dict:
    columns = [{"type": "text", "heading": text} for text in value["columns"]]
    rows = [{"values": row} for row in value["rows"]]
    return {"caption": value["caption"], "table": {"columns": columns, "rows": rows, "caption": ""}}


def timetable(desk: Desk, value: dict, path: str) -> dict:
    rows = [dict(zip(("time", "title", "speaker", "function"), row, strict=True)) for row in value["rows"]]
    return {"title": value["title"], "rows": items(rows, path=path)}


def image(desk: Desk, value: dict, path: str) -> dict:
    kept = {key: value[key] for key in ("caption", "crop", "print_size", "show_in") if key in value}
    return {"image": desk.picture(value), "crop": "original", "print_size": "two", **kept}


def gallery(desk: Desk, value: dict, path: str) -> dict:
    pictures = [{"image": desk.picture({"image": key, "alt": alt}), "caption": caption} for key, alt, caption in value["images"]]
    return {"title": value["title"], "images": items(pictures, path=path)}


def video(desk: Desk, value: dict, path: str) -> dict:
    kept = {key: value[key] for key in ("title", "url", "duration", "transcript")}
    return {**kept, "poster": desk.picture(value)}


def interview(desk: Desk, value: dict, path: str) -> dict:
    questions = [{"question": question, "answer": desk.rich(answer)} for question, answer in value["questions"]]
    kept = {"title": value["title"], "intro": value.get("intro", "")}
    return {**kept, "image": desk.picture(value), "questions": items(questions, path=path)}


def person(desk: Desk, value: dict, path: str) -> dict:
    return {"name": value["name"], "role": value["role"], "image": desk.picture(value), "text": value["text"]}


def event(desk: Desk, value: dict, path: str) -> dict:
    return {**value, "date": value["date"].isoformat()}


def pointer(desk: Desk, value: dict, path: str) -> dict:
    return {**value, "page": desk.pages[value["page"]]} if value.get("page") else dict(value)


def plain(desk: Desk, value: Any, path: str) -> dict:
    return {"text": value} if isinstance(value, str) else dict(value)


SHAPES: dict[str, Callable[[Desk, Any, str], dict]] = {
    "heading": heading,
    "paragraph": paragraph,
    "list": list_items,
    "pull_quote": plain,
    "fact_box": fact_box,
    "table": table,
    "timetable": timetable,
    "image": image,
    "gallery": gallery,
    "video": video,
    "interview": interview,
    "person_card": person,
    "person": person,
    "contact_card": plain,
    "event_teaser": event,
    "next_dates": plain,
    "event": event,
    "page_teaser": pointer,
    "button": pointer,
    "continues_online": plain,
    "divider": plain,
}
