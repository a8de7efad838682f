"""Blocks that point elsewhere or arrange data: tables, teasers, buttons."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .. import calendar
from . import samples
from .base import AddressBlock, ContentBlock, NameBlock, choice
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


class NextDatesBlock(ContentBlock):
    """Dates of the site's events, chosen when the page is shown, printed or mailed: never out of date, never typed twice."""

    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False)
    number = blocks.IntegerBlock(label=_("How many"), min_value=1, max_value=12, default=3)
    topic = blocks.ChoiceBlock(label=_("Only this topic"), choices=calendar.Topic.choices, required=False)
    kind = blocks.ChoiceBlock(label=_("Only this kind"), choices=calendar.Kind.choices, required=False)
    district = NameBlock(label=_("Only this district"), max_length=60, required=False)

    class Meta:
        icon = "calendar-alt"
        label = _("Next events")
        description = _("The next dates of this site, found by themselves.")
        template = "blocks/next_dates.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        page = context.get("page")
        wanted, today = calendar.Wanted.read(value), timezone.localdate()
        most = value.get("number") or 3
        context["entries"] = calendar.entries(today, near=page, wanted=wanted, most=most) if page and page.path else []
        return context


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
