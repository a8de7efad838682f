"""Blocks that point elsewhere or arrange data: tables, teasers, buttons."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from .base import AddressBlock, ContentBlock, NameBlock, choice


class TableBlock(ContentBlock):
    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    table = TypedTableBlock([("text", blocks.CharBlock(label=_("Text"), required=False))], label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"


class EventTeaserBlock(ContentBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    date = blocks.DateBlock(label=_("Date"))
    time = NameBlock(label=_("Time"), required=False, max_length=40)
    place = blocks.CharBlock(label=_("Place"), required=False, max_length=160)
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2, max_length=400)
    url = AddressBlock(label=_("Web address"), required=False)

    class Meta:
        icon = "date"
        label = _("Event")
        template = "blocks/event_teaser.html"


class PageTeaserBlock(ContentBlock):
    page = blocks.PageChooserBlock(label=_("Page"))
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2, max_length=300)

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Page teaser")
        template = "blocks/page_teaser.html"


class ButtonBlock(ContentBlock):
    label = blocks.CharBlock(label=_("Label"), max_length=80)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = AddressBlock(label=_("or web address"), required=False)
    kind = choice(_("Kind"), [("main", _("Normal")), ("call", _("Strong"))], "main")

    class Meta:
        icon = "link"
        label = _("Button")
        template = "blocks/button.html"
