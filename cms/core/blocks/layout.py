"""Blocks that point elsewhere or arrange data: tables, teasers, buttons."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from . import samples
from .base import AddressBlock, ContentBlock, choice
from .table import TranslatableTableBlock


class TableBlock(ContentBlock):
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, help_text=_("What the table shows; read out before it."))
    table = TranslatableTableBlock(
        [("text", blocks.CharBlock(label=_("Text"), required=False))],
        label=_("Table"),
        help_text=_("Keep it to four columns: wider tables are hard to read on a phone and in a newspaper column."),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Numbers and short facts in rows and columns.")
        template = "blocks/table.html"


class EventTeaserBlock(ContentBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    date = blocks.DateBlock(label=_("Date"))
    time = blocks.CharBlock(label=_("Time"), required=False, max_length=40, help_text=_("For example 9.30 Uhr"))
    place = blocks.CharBlock(label=_("Place"), required=False, max_length=160)
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2, max_length=400)
    url = AddressBlock(label=_("Web address"), required=False)

    class Meta:
        icon = "date"
        label = _("Event")
        description = _("One date: when, where, what.")
        preview_value = samples.EVENT
        template = "blocks/event_teaser.html"


class PageTeaserBlock(ContentBlock):
    page = blocks.PageChooserBlock(label=_("Page"))
    text = blocks.TextBlock(
        label=_("Text"), required=False, rows=2, max_length=300, help_text=_("If empty, the page's own standfirst is shown.")
    )

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Page teaser")
        description = _("Points to another page of this site, in the reader's language.")
        template = "blocks/page_teaser.html"


class ButtonBlock(ContentBlock):
    label = blocks.CharBlock(
        label=_("Label"), max_length=80, help_text=_("Say what happens: “Register for the breakfast”, not “click here”.")
    )
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = AddressBlock(label=_("or web address"), required=False)
    kind = choice(_("Kind"), [("main", _("Normal")), ("call", _("Strong"))], "main")

    class Meta:
        icon = "link"
        label = _("Button")
        description = _("A call to act. On paper it becomes a short link with a QR code.")
        settings_fields = ["kind"]
        preview_value = samples.BUTTON
        template = "blocks/button.html"

    def problems_with(self, value):
        if value.get("page") and value.get("url"):
            return {"url": _("Choose a page or write a web address, not both.")}
        if not value.get("page") and not value.get("url"):
            return {"page": _("Choose the page the button leads to, or write a web address.")}
        return {}
