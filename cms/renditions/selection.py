"""What of a page goes into one mail: its items in the editors' order, long or short, and without the parts they left out.

The page says what it has (`Renderable.mail_items`, `mail_parts`); a mailing keeps a Selection, the same one in every language.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from cms.core.medium import Medium


class Show(StrEnum):
    """How much of an item a mail holds."""

    FULL = "full"
    TEASER = "teaser"
    LINE = "line"
    OUT = "out"


SHOW_LABELS = {
    Show.FULL: _("whole text"),
    Show.TEASER: _("teaser"),
    Show.LINE: _("title only"),
    Show.OUT: _("left out"),
}


@dataclass(frozen=True)
class MailItem:
    """Something of a page that editors can put in order: an article, a face, an event. `key` is the same in every language."""

    key: str
    title: str
    show: Show  # as the page itself would have it
    shows: tuple[Show, ...] = (Show.TEASER, Show.OUT)  # what it can be
    page_id: int | None = None


@dataclass(frozen=True)
class MailPart:
    """Something of a page that editors can leave out: a block, or a field that stands for itself."""

    key: str
    label: str
    excerpt: str = ""


@dataclass(frozen=True)
class Selection:
    """An editor's choice. Empty: the page as it is."""

    shows: tuple[tuple[str, Show], ...] = ()  # (key of the item, how), in order
    hidden: frozenset[str] = frozenset()

    @classmethod
    def read(cls, composition: dict) -> "Selection":
        """From a mailing's JSON; what is malformed is left out."""
        rows = [row for row in composition.get("items", ()) if isinstance(row, dict) and row.get("show") in set(Show)]
        return cls(
            shows=tuple((str(row.get("key", "")), Show(row["show"])) for row in rows),
            hidden=frozenset(str(key) for key in composition.get("hidden", ())),
        )

    def arrange(self, items: Iterable[MailItem]) -> list[tuple[MailItem, Show]]:
        """Every item with how it is shown, in the editors' order; what is new since stands last, as the page would have it."""
        items = list(items)
        place = {key: number for number, (key, _show) in enumerate(self.shows)}
        wanted = dict(self.shows)
        ordered = sorted(items, key=lambda item: place.get(item.key, len(place)))
        return [(item, show if (show := wanted.get(item.key)) in item.shows else item.show) for item in ordered]


def parts_of(page) -> list[MailPart]:
    """What can be left out of this page's mail, in the order of its fields."""
    fields = {name: MailPart(key=name, label=str(label)) for name, label in page.mail_fields if getattr(page, name, None)}
    found = list(fields.values())
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for child in getattr(page, field.name):
                if child.id and child.block.is_shown_in(child.value, medium=Medium.EMAIL):
                    found.append(MailPart(key=child.id, label=str(child.block.label), excerpt=excerpt_of(child)))
    return found


def excerpt_of(child) -> str:
    """The first words of a block."""
    words = [" ".join(str(text).split()) for text in child.block.get_searchable_content(child.value)]
    return Truncator(" · ".join(word for word in words if word)).chars(90)


def apply(page, selection: Selection):
    """`page` in memory without the hidden parts, and with `mail_selection` for its content_context(). Returns it."""
    page.mail_selection = selection
    for name, _label in page.mail_fields:
        if name in selection.hidden:
            setattr(page, name, None if page._meta.get_field(name).is_relation else "")
    for field in page._meta.get_fields():
        if isinstance(field, StreamField) and selection.hidden:
            value = getattr(page, field.name)
            kept = [row for row in value.raw_data if row.get("id") not in selection.hidden]
            setattr(page, field.name, StreamValue(value.stream_block, kept, is_lazy=True))
    return page
