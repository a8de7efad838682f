"""The directory as a table, in the source language; taking.py reads every column again."""

from collections.abc import Iterator

from django.conf import settings

from ..models import Organisation, Person
from .columns import columns

KINDS = {"organisations": Organisation, "people": Person}


def table(kind: str) -> tuple[list[str], Iterator[list[str]]]:
    """Headings and rows; internal entries included."""
    shown = columns(kind)
    entries = KINDS[kind].objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("name")
    if kind == "people":
        entries = entries.select_related("organisation")
    rows = ([column.write(value) if (value := getattr(entry, column.field)) else "" for column in shown] for entry in entries)
    return [str(column.label) for column in shown], rows
