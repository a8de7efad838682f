"""The words and pictures of a page as they are stored, whatever type it is; nothing is rendered and no picture is loaded."""

import html
from collections.abc import Iterator

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from cms.editions.reading import TAGS, prose

NOT_READ = {"title", "draft_title", "slug", "seo_title", "search_description", "url_path", "path"}


def text_of(page: Page) -> str:
    """What there is to read, a paragraph a line. `page` is specific."""
    parts = []
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            parts += [text for block in getattr(page, field.name).raw_data for text in prose(block["value"])]
        elif isinstance(field, RichTextField | models.TextField) and field.name not in NOT_READ:
            parts.append(getattr(page, field.name) or "")
    return "\n".join(words for part in parts if len(words := " ".join(html.unescape(TAGS.sub(" ", part)).split())) > 2)


def pictures_without_text(page: Page) -> int:
    """Pictures that say nothing to people who cannot see them: neither described nor marked as decoration."""
    streams = [getattr(page, field.name) for field in page._meta.concrete_fields if isinstance(field, StreamField)]
    stored = [picture for stream in streams for block in stream.raw_data for picture in images_in(block["value"])]
    return sum(not is_described(picture) for picture in stored) + sum(not text.strip() for text in texts_of_own_pictures(page))


def texts_of_own_pictures(page: Page) -> Iterator[str]:
    """The description of each picture that is a field of the page: cover_image has cover_alt, picture has picture_alt."""
    names = {field.name for field in page._meta.concrete_fields}
    for name in names:
        stem = name.removesuffix("_alt")
        picture = next((other for other in (f"{stem}_image", stem) if other in names), None)
        if stem != name and picture and getattr(page, f"{picture}_id", None):
            yield getattr(page, name)


def images_in(value) -> Iterator[dict]:
    """Every picture in a stored block that has a place for a description."""
    if isinstance(value, dict):
        if "alt_text" in value and "image" in value:
            yield value
        for inner in value.values():
            yield from images_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from images_in(inner)


def is_described(picture: dict) -> bool:
    return not picture["image"] or bool(picture.get("decorative")) or bool((picture.get("alt_text") or "").strip())
